//! What is printed.

use super::state::State;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Paper {
    /// Each slide on a landscape page of its own.
    Slides,
    /// Each slide with its notes and links on portrait pages.
    Handout,
    /// The view that is on the screen, with all its rows, on landscape pages. No address asks for it.
    View,
}

impl State {
    /// Draws what is printed, with the state as it is while that is on the screen.
    pub fn on_paper<R>(&mut self, paper: Paper, draw: impl FnOnce(&Self) -> R) -> R {
        let before = self.rendering.paper.replace(paper);
        let drawn = draw(self);
        self.rendering.paper = before;
        drawn
    }
}

impl Paper {
    /// The value of `print` in an address.
    pub fn name(self) -> &'static str {
        match self {
            Self::Slides => "slides",
            Self::Handout => "handout",
            Self::View => "view",
        }
    }

    pub fn of_name(name: &str) -> Option<Self> {
        [Self::Slides, Self::Handout].into_iter().find(|paper| paper.name() == name)
    }
}
