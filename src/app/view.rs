//! The views of a deck.

/// How the deck is shown.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum View {
    /// One slide at a time.
    #[default]
    Slides,
    /// One question of the quiz at a time.
    Quiz,
    /// What the answers add up to.
    Verdict,
}

impl View {
    const ALL: [Self; 3] = [Self::Slides, Self::Quiz, Self::Verdict];

    /// The value of `view` in an address.
    pub fn name(self) -> &'static str {
        match self {
            Self::Slides => "slides",
            Self::Quiz => "quiz",
            Self::Verdict => "verdict",
        }
    }

    pub fn of_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|view| view.name() == name)
    }
}
