//! Forward means forward: what is hidden of a slide comes before what is next, whatever leads on. Back likewise.

use crate::app::effect::Effect;
use crate::app::msg::Msg;
use crate::app::pair::{Other, Role};
use crate::app::state::{Scroll, State};
use crate::app::view::View;

impl State {
    /// Scrolls instead of moving, if there is more in that direction.
    pub(super) fn scroll_first(&self, msg: &Msg) -> Option<Vec<Effect>> {
        let down = match msg {
            Msg::NextPressed => true,
            Msg::PreviousPressed => false,
            _ => return None,
        };
        let is_speaking = self.is_speaker() && self.pair.other == Other::There;
        // What the audience sees counts, not what the smaller stage beside the notes shows.
        let scroll = if is_speaking { self.pair.scroll } else { self.scroll };
        let has_more = if down { scroll.below } else { scroll.above };
        if !has_more || self.view != View::Slides || self.black {
            return None;
        }
        let mut effects = vec![Effect::Scroll { down, is_far: true }];
        effects.extend(is_speaking.then(|| self.tell('v', if down { "1" } else { "0" })));
        Some(effects)
    }

    pub(super) fn take_measured(&mut self, scroll: Scroll) -> Vec<Effect> {
        self.scroll = scroll;
        self.tell_scroll().into_iter().collect()
    }

    /// What of the audience's slide is out of sight.
    pub(super) fn tell_scroll(&self) -> Option<Effect> {
        let sign = |on| if on { "1" } else { "0" };
        let text = [sign(self.scroll.above), sign(self.scroll.below)].concat();
        (self.pair.role == Role::Audience).then(|| self.tell('s', &text))
    }

    pub(super) fn hear_scroll(&mut self, text: &str) {
        self.pair.scroll = Scroll { above: text.starts_with('1'), below: text.ends_with('1') };
    }
}
