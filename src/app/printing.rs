//! What is printed.

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Paper {
    /// Each slide on a landscape page of its own.
    Slides,
    /// Each slide with its notes and links on portrait pages.
    Handout,
}

impl Paper {
    /// The value of `print` in an address.
    pub fn name(self) -> &'static str {
        match self {
            Self::Slides => "slides",
            Self::Handout => "handout",
        }
    }

    pub fn of_name(name: &str) -> Option<Self> {
        [Self::Slides, Self::Handout].into_iter().find(|paper| paper.name() == name)
    }
}
