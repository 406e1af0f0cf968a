//! Rendering while the page's own slides are still seen and answer: in tasks of their own, so that a tap is answered in
//! between. It ends when what is rendered has its size; then `takeOver` in `program.js` brings the reader to their place.

use super::{Opening, Root, Show};
use crate::app::screen::Stage;
use crate::shell::focus::find;
use crate::shell::listeners::{HYDRATING, Happening, is_hydrating};
use gloo_timers::callback::Timeout;
use yew::html::Scope;

impl Opening {
    pub fn is_hydrating(&self) -> bool {
        is_hydrating(&self.host)
    }
}

pub(super) fn open_later(link: &Scope<Root>) {
    send_later(link, || Happening::OpenDue);
}

fn render_later(link: &Scope<Root>, whole: bool) {
    send_later(link, move || Happening::RenderDue { whole });
}

fn send_later(link: &Scope<Root>, happening: impl FnOnce() -> Happening + 'static) {
    let link = link.clone();
    Timeout::new(0, move || link.send_message(happening())).forget();
}

impl Show {
    /// Shows what is rendered in place of the page's own slides, once there is something to show.
    pub(super) fn reveal(&self) {
        let (host, shadow) = (&self.opening.host, &self.opening.shadow);
        if self.is_waiting() || !is_hydrating(host) {
            return;
        }
        let _ = host.remove_attribute(HYDRATING);
        if let Some(slot) = find(shadow, "slot:not(.place *)") {
            slot.remove();
        }
    }

    /// Whether the page's own slides are seen and there is nothing to show in their place yet.
    pub(super) fn is_waiting(&self) -> bool {
        self.opening.is_hydrating() && self.state.deck.is_none() && self.state.source.failure.is_none()
    }

    /// Whether a change is rendered later.
    pub(super) fn defers_rendering(&self, link: &Scope<Root>) -> bool {
        let is_hydrating = self.opening.is_hydrating();
        if is_hydrating {
            render_later(link, false);
        }
        is_hydrating
    }

    /// First what is around the stage, then what is on it. True: the screen is to be rendered.
    pub(super) fn render_hydrating(&mut self, link: &Scope<Root>, whole: bool) -> bool {
        if whole {
            if let Some(stage) = self.stage_due.take() {
                self.screen.stage = stage;
            }
        } else if self.stage_due.is_none() && self.state.deck.is_some() && self.opening.is_hydrating() {
            let empty = Stage::Loading { text: String::new() };
            self.stage_due = Some(std::mem::replace(&mut self.screen.stage, empty));
            render_later(link, true);
        }
        true
    }
}
