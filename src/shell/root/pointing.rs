//! The pointer and its spot of light, in this window and in the other one of the pair.

use super::Show;
use crate::app::msg::{Msg, PresenterMsg};
use crate::app::pair::{Role, light_of};
use crate::shell::light;
use web_sys::PointerEvent;

impl Show {
    /// What the other window says. Where its spot of light is concerns nobody else.
    pub(super) fn hear(&mut self, text: String) -> bool {
        let Some(place) = light_of(&text) else {
            return self.take(Msg::Presenter(PresenterMsg::Heard(text)));
        };
        light::shine(&self.runner.shadow, place);
        false
    }

    pub(super) fn move_pointer(&mut self, event: &PointerEvent) {
        self.idle = Some(light::wake_pointer(&self.runner.host));
        if self.state.display.laser {
            self.shine(light::place_on_stage(&self.runner.shadow, event));
        }
    }

    /// Puts the spot of light there in both windows, or out.
    pub(super) fn shine(&self, place: Option<(i32, i32)>) {
        light::shine(&self.runner.shadow, place);
        if self.state.presenter.pair.role != Role::Alone {
            self.runner.channel.say(&self.state.presenter.pair.light_text(place));
        }
    }
}
