//! What happens is looked at in the listener of its event: a key is ours or the browser's by the state as it is then, and
//! no key waits behind another. Only rendering is scheduled.

use super::{Root, Show};
use crate::app::effect::Effect;
use crate::app::msg::{Msg, PresenterMsg};
use crate::shell::listeners::Happening;
use std::cell::RefCell;
use std::rc::Weak;
use yew::Callback;
use yew::html::Scope;

/// Takes what listeners read.
pub(super) fn at_once(show: Weak<RefCell<Show>>, link: Scope<Root>) -> Callback<Happening> {
    Callback::from(move |happening| {
        let Some(show) = show.upgrade() else { return };
        let Ok(mut shown) = show.try_borrow_mut() else {
            // It came while the deck was at work, as an event that the deck caused itself.
            return link.send_message(happening);
        };
        if shown.look_at(&link, happening) {
            link.send_message(Happening::Changed);
        }
        let Some((name, address)) = shown.window_to_open() else { return };
        let services = shown.runner.services.clone();
        drop(shown);
        // Firefox runs queued tasks and messages while it opens a window: nothing is borrowed meanwhile.
        if !services.open(&name, &address) {
            link.send_message(Happening::Said(Msg::Presenter(PresenterMsg::Blocked)));
        }
    })
}

impl Show {
    /// The window that is to be opened. What it has to find when it opens is done before.
    fn window_to_open(&mut self) -> Option<(String, String)> {
        let at = self.effects.iter().position(|effect| matches!(effect, Effect::OpenWindow { .. }))?;
        let Effect::OpenWindow { name, address } = self.effects.remove(at) else { return None };
        for effect in self.effects.extract_if(.., |effect| !effect.is_about_screen()) {
            self.runner.run(effect);
        }
        Some((name, address))
    }
}
