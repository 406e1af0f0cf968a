//! Forward means forward: what is hidden of a slide comes before what is next, whatever leads on. Back likewise.

use super::nav::Walk;
use crate::app::effect::Effect;
use crate::app::nav::Scroll;
use crate::app::pair::{Other, Role};
use crate::app::state::State;
use crate::app::view::View;

impl State {
    /// Scrolls instead of moving, if there is more in that direction.
    pub(super) fn scroll_first(&self, walk: Walk) -> Option<Vec<Effect>> {
        let down = match walk {
            Walk::Next => true,
            Walk::Previous => false,
            Walk::First | Walk::Last => return None,
        };
        // A step back brings what it leaves into view by itself.
        if !self.has_more(down) || self.display.black || (!down && self.nav.step > 0) {
            return None;
        }
        let mut effects = vec![Effect::Scroll { down, is_far: true }];
        effects.extend(self.is_followed().then(|| self.tell('v', if down { "1" } else { "0" })));
        Some(effects)
    }

    /// Whether more of the slide is hidden in a direction. What the audience sees counts, not what the smaller stage beside
    /// the notes shows.
    pub(crate) fn has_more(&self, down: bool) -> bool {
        let scroll = if self.is_followed() { self.presenter.pair.scroll } else { self.nav.scroll };
        self.nav.view == View::Slides && if down { scroll.below } else { scroll.above }
    }

    /// This is a speaker's window, and the audience's is there.
    fn is_followed(&self) -> bool {
        self.is_speaker() && self.presenter.pair.other == Other::There
    }

    pub(super) fn take_measured(&mut self, scroll: Scroll) -> Vec<Effect> {
        self.nav.scroll = scroll;
        self.tell_scroll().into_iter().collect()
    }

    /// What of the audience's slide is out of sight.
    pub(super) fn tell_scroll(&self) -> Option<Effect> {
        let sign = |on| if on { "1" } else { "0" };
        let text = [sign(self.nav.scroll.above), sign(self.nav.scroll.below)].concat();
        (self.presenter.pair.role == Role::Audience).then(|| self.tell('s', &text))
    }

    pub(super) fn hear_scroll(&mut self, text: &str) {
        self.presenter.pair.scroll = Scroll { above: text.starts_with('1'), below: text.ends_with('1') };
    }
}
