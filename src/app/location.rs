//! Where the reader is. What follows on a move (entries of the history, events, groups, prefetching) compares the location
//! before and after it.

use super::lens::Lens;
use super::sides::SideSet;
use super::state::State;
use super::view::View;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Location {
    pub view: View,
    /// The place of the slide, from 0.
    pub slide: usize,
    pub step: u32,
    pub sides: SideSet,
    /// The lens of the view on the screen.
    pub lens: Lens,
}

impl Location {
    /// Whether the same slide is on the screen, in the same view.
    pub fn is_same_place(&self, other: &Self) -> bool {
        (self.view, self.slide) == (other.view, other.slide)
    }

    /// Whether the same claims count: sides and lens.
    pub fn is_same_selection(&self, other: &Self) -> bool {
        (self.sides, self.lens) == (other.sides, other.lens)
    }
}

impl State {
    pub fn location(&self) -> Location {
        let lens = self.lens();
        Location { view: self.nav.view, slide: self.nav.slide, step: self.nav.step, sides: self.sides, lens }
    }

    /// What the decks of a group share: the slides' location.
    pub(super) fn shared_location(&self) -> Location {
        Location { lens: self.lens_state.slides, ..self.location() }
    }
}
