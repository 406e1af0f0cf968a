//! The article that opens: its first entries are drawn at once, the others bit by bit, so that a tap is answered in between.

use crate::app::msg::{Msg, NavMsg, PresenterMsg};
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
            Msg::DeckRead(_)
            | Msg::BytesCame(_)
            | Msg::TodayIs(_)
            | Msg::Nav(NavMsg::SlideSeen(_))
            | Msg::Measured(_)
            | Msg::Prepared
            | Msg::Presenter(PresenterMsg::Pulse)
            | Msg::Presenter(PresenterMsg::Heard(_))
            | Msg::SentencesRead(..)
            | Msg::CodeColoured(_)
            | Msg::NewVersionCame
            | Msg::FullscreenChanged(_) => {}
            _ => self.unrolled = None,
        }
    }

    /// Whether the article of the deck that has just come is at its beginning.
    pub(super) fn opens_at_beginning(&self) -> bool {
        self.view == View::Read && self.slide == self.first_slide() && self.target.is_none()
    }
}
