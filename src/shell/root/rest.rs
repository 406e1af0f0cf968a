//! What waits until the rest of the program is there (`app/parts.rs` tells what needs it).

use super::Show;
use crate::app::msg::Msg;
use crate::app::screen::{NoticeView, screen};
use crate::shell::listeners::Happening;
use wasm_bindgen_futures::{JsFuture, spawn_local};
use yew::Callback;

/// The element has this attribute while something waits.
const WAITS: &str = "data-waits";

/// What waits for the rest of the program.
#[derive(Default)]
pub(super) struct Waiting {
    /// The rest is on its way.
    is_asked: bool,
    /// What waited has been said.
    is_over: bool,
    /// In the order in which they came.
    msgs: Vec<Msg>,
    /// The screen is not that of the state.
    screen: bool,
}

impl Waiting {
    pub(super) fn is_asked(&self) -> bool {
        self.is_asked
    }
}

impl Show {
    /// Whether a message has to wait; then it is kept.
    pub(super) fn keeps(&mut self, msg: &Msg) -> bool {
        let comes_by_itself = matches!(
            msg,
            Msg::DeckRead(_)
                | Msg::DeckFailed { .. }
                | Msg::BytesCame(_)
                | Msg::Measured { .. }
                | Msg::PulseTaken
        );
        let is_missing = !self.stagehand.services.is_whole();
        // What came before goes first, even if the rest has come in between.
        let waits = (is_missing && msg.needs_rest()) || (!self.waiting.msgs.is_empty() && !comes_by_itself);
        if waits {
            self.waiting.msgs.push(msg.clone());
            if is_missing {
                self.ask_for_rest();
            }
        }
        waits
    }

    /// Makes the screen anew, if what is needed for it is there. True: it is to be drawn.
    pub(super) fn show(&mut self) -> bool {
        let waits = self.state.needs_rest() && !self.stagehand.services.is_whole();
        self.waiting.screen = waits;
        if waits {
            self.ask_for_rest();
        } else {
            self.screen = screen(&self.state);
        }
        !waits
    }

    fn ask_for_rest(&mut self) {
        let _ = self.opening.host.set_attribute(WAITS, "");
        self.bring_rest();
    }

    /// The reader is about to need it.
    pub(super) fn bring_rest(&mut self) {
        if std::mem::replace(&mut self.waiting.is_asked, true) {
            return;
        }
        let (services, tell) = (self.stagehand.services.clone(), self.tell.clone());
        spawn_local(async move {
            let came = JsFuture::from(services.whole()).await.is_ok();
            tell.emit(Happening::RestCame(came));
        });
    }

    /// The rest is there, or could not be brought. True: the screen is to be drawn anew.
    pub(super) fn go_on(&mut self, came: bool) -> bool {
        self.waiting.is_asked = false;
        if !came {
            let is_wanted = self.opening.host.has_attribute(WAITS);
            let _ = self.opening.host.remove_attribute(WAITS);
            self.waiting.msgs.clear();
            if !is_wanted {
                return false;
            }
            let text = self.state.language.controls().rest_missing.to_owned();
            self.screen.notices = vec![NoticeView { text, action: None, link: None }];
            return true;
        }
        // The deck that stands in a page has no notes; now it comes with them, and what waits comes after it.
        if std::mem::take(&mut self.has_notes_to_come) {
            self.fetch_again();
            return false;
        }
        self.say_what_waited();
        if self.waiting.screen {
            self.show();
        }
        true
    }

    /// After drawing: nobody waits any more, if what was kept has been said.
    pub(super) fn end_waiting(&mut self) {
        if std::mem::take(&mut self.waiting.is_over) {
            let _ = self.opening.host.remove_attribute(WAITS);
        }
    }

    /// Says what was kept.
    pub(super) fn say_what_waited(&mut self) {
        self.waiting.is_over = true;
        for msg in std::mem::take(&mut self.waiting.msgs) {
            self.stagehand.say.emit(msg);
        }
    }
}

/// How the component is told.
pub(super) type Tell = Callback<Happening>;
