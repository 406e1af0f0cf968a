//! The slides that are drawn beside the present one, out of sight: going to one of them changes little more than which is
//! seen.

use crate::app::location::Location;
use crate::app::state::State;
use crate::app::view::View;

impl State {
    /// The slide that is walked to next.
    pub fn next_slide(&self) -> Option<usize> {
        self.shown().into_iter().find(|at| *at > self.nav.slide)
    }

    /// Whether there is a next slide to draw.
    pub fn can_prepare(&self) -> bool {
        let is_plain = self.nav.view == View::Slides && self.rendering.paper.is_none() && !self.is_speaker();
        is_plain && self.next_slide().is_some_and(|next| !self.rendering.beside.contains(&next))
    }

    /// Draws the next slide, and of the others the one before alone.
    pub(super) fn prepare(&mut self) {
        self.rendering.is_prepared = true;
        let before = self.shown().into_iter().rfind(|at| *at < self.nav.slide);
        self.rendering.beside.retain(|at| Some(*at) == before);
        self.rendering.beside.extend(self.next_slide());
    }

    /// After something has happened: the slide that was left stays drawn, unless others than these two look different now.
    pub(super) fn keep_beside(&mut self, before: &Location, is_same_deck: bool) {
        let now = self.location();
        let is_same = is_same_deck && now.view == before.view && now.is_same_selection(before);
        if !self.rendering.is_prepared || !is_same {
            self.rendering.beside.clear();
        } else if before.slide != now.slide {
            self.rendering.beside.retain(|at| *at != now.slide);
            let place = self.rendering.beside.partition_point(|at| *at < before.slide);
            self.rendering.beside.insert(place, before.slide);
        }
    }
}
