//! The views of a deck.

/// How the deck is shown.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum View {
    /// One slide at a time.
    #[default]
    Slides,
    /// All slides as one scrolling article.
    Read,
    /// All slides as small pictures.
    Overview,
    /// One question of the quiz at a time.
    Quiz,
    /// What the answers add up to.
    Verdict,
    /// Topics against sides, as of the lens's day.
    Matrix,
    /// Claims as bars over the years.
    Timeline,
    /// What changed between two moments.
    Changes,
    /// What the claims rest on, and which are due for review.
    Sources,
}

impl View {
    const ALL: [Self; 9] = [
        Self::Slides,
        Self::Read,
        Self::Overview,
        Self::Quiz,
        Self::Verdict,
        Self::Matrix,
        Self::Timeline,
        Self::Changes,
        Self::Sources,
    ];

    /// The views that look at all claims of the deck at once, in the order in which they are offered.
    pub const COMPARING: [Self; 4] = [Self::Matrix, Self::Timeline, Self::Changes, Self::Sources];

    /// The value of `view` in an address.
    pub fn name(self) -> &'static str {
        match self {
            Self::Slides => "slides",
            Self::Read => "read",
            Self::Overview => "overview",
            Self::Quiz => "quiz",
            Self::Verdict => "verdict",
            Self::Matrix => "matrix",
            Self::Timeline => "timeline",
            Self::Changes => "changes",
            Self::Sources => "sources",
        }
    }

    pub fn of_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|view| view.name() == name)
    }

    /// Whether it shows the slides' text, one by one or all of them.
    pub fn is_text(self) -> bool {
        matches!(self, Self::Slides | Self::Read)
    }

    /// Whether it shows one slide at a time.
    pub fn is_on_stage(self) -> bool {
        matches!(self, Self::Slides | Self::Quiz | Self::Verdict)
    }

    /// Whether it looks at all claims of the deck at once.
    pub fn is_comparing(self) -> bool {
        matches!(self, Self::Matrix | Self::Timeline | Self::Changes | Self::Sources)
    }

    /// Whether it is part of the quiz.
    pub fn is_quiz(self) -> bool {
        matches!(self, Self::Quiz | Self::Verdict)
    }
}
