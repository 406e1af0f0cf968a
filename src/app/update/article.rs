//! The article that opens: its first entries are drawn at once, the others bit by bit, so that a tap is answered in between.

use crate::app::msg::{DeckMsg, HostMsg, Msg, NavMsg, PresenterMsg};
use crate::app::state::State;
use crate::app::view::View;

/// So many more are drawn at a time: with its layout one takes a slow phone about 50 ms.
const MORE: usize = 1;

impl State {
    /// Whatever leads elsewhere, or changes what is drawn, needs all of it.
    pub(super) fn look_at_article(&mut self, msg: &Msg) {
        let is_drawn_in_part = matches!(
            msg,
            Msg::Render(_)
                | Msg::Nav(NavMsg::SlideSeen(_))
                | Msg::Presenter(PresenterMsg::Pulse | PresenterMsg::Heard(_))
                | Msg::Host(HostMsg::NewVersion | HostMsg::Fullscreen(_))
                | Msg::Deck(
                    DeckMsg::Read(_)
                        | DeckMsg::Progress(_)
                        | DeckMsg::Today(_)
                        | DeckMsg::Sentences(..)
                        | DeckMsg::CodeHighlighted(_)
                )
        );
        if !is_drawn_in_part {
            self.rendering.unrolled = None;
        }
    }

    /// Draws more entries, or all of them.
    pub(super) fn unroll(&mut self, all: bool) {
        let unrolled = self.rendering.unrolled.filter(|_| !all).map(|unrolled| unrolled + MORE);
        self.rendering.unrolled = unrolled.filter(|unrolled| *unrolled < self.shown().len());
    }

    /// Whether the article of the deck that has just come is at its beginning.
    pub(super) fn opens_at_beginning(&self) -> bool {
        self.nav.view == View::Read && self.nav.slide == self.first_slide() && self.nav.target.is_none()
    }
}
