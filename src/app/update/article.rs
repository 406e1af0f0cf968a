//! The article that opens: its first entries are drawn at once, the others bit by bit, so that a tap is answered in between.

use crate::app::msg::{DeckMsg, HostMsg, Msg, NavMsg, PresenterMsg};
use crate::app::state::State;
use crate::app::view::View;

/// So many more are drawn at a time: with its layout one takes a slow phone about 50 ms.
const MORE: usize = 1;

impl State {
    /// Whatever leads elsewhere, or changes what is drawn, needs all of it.
    pub(super) fn look_at_article(&mut self, msg: &Msg) {
        match msg {
            Msg::Unrolled { all: false } => {
                let unrolled = self.unrolled.map(|unrolled| unrolled + MORE);
                self.unrolled = unrolled.filter(|unrolled| *unrolled < self.shown().len());
            }
            Msg::Deck(DeckMsg::Read(_))
            | Msg::Deck(DeckMsg::Progress(_))
            | Msg::Deck(DeckMsg::Today(_))
            | Msg::Nav(NavMsg::SlideSeen(_))
            | Msg::Measured(_)
            | Msg::Prepared
            | Msg::Presenter(PresenterMsg::Pulse)
            | Msg::Presenter(PresenterMsg::Heard(_))
            | Msg::Deck(DeckMsg::Sentences(..))
            | Msg::Deck(DeckMsg::CodeHighlighted(_))
            | Msg::Host(HostMsg::NewVersion)
            | Msg::Host(HostMsg::Fullscreen(_)) => {}
            _ => self.unrolled = None,
        }
    }

    /// Whether the article of the deck that has just come is at its beginning.
    pub(super) fn opens_at_beginning(&self) -> bool {
        self.view == View::Read && self.slide == self.first_slide() && self.target.is_none()
    }
}
