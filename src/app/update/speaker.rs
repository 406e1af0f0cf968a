//! The speaker's window: the pair, the clock, the size of the notes.

use super::pages::MOST_NOTES_SIZE;
use crate::app::effect::{Effect, Kept};
use crate::app::msg::Msg;
use crate::app::state::State;

impl State {
    /// What has to do with the speaker's window; nothing if the message has not.
    pub(super) fn take_speaker(&mut self, msg: &Msg) -> Option<Vec<Effect>> {
        match msg {
            Msg::SpeakerPressed => {
                self.panel = None;
                return Some(self.press_speaker());
            }
            Msg::WindowBlocked => self.pair.is_blocked = true,
            Msg::Heard(text) => return Some(self.hear(text)),
            Msg::PulseTaken => return Some(self.take_pulse()),
            Msg::PairLeft => return Some(self.leave_pair()),
            Msg::Ticked(now) => {
                let before = self.clock.text();
                self.clock.tick(*now);
                return Some(if before == self.clock.text() { Vec::new() } else { self.keep_clock() });
            }
            Msg::TimerToggled => self.clock.toggle(),
            Msg::TimerReset => self.clock.reset(),
            Msg::NotesSized(by) => {
                self.notes_size = self.notes_size.saturating_add_signed(*by).min(MOST_NOTES_SIZE);
                return Some(vec![Effect::Keep(Kept::NotesSize, self.notes_size.to_string())]);
            }
            _ => return None,
        }
        let mut effects = Vec::new();
        if matches!(msg, Msg::TimerToggled | Msg::TimerReset) {
            effects = self.keep_clock();
            effects.push(self.tell_clock());
        }
        Some(effects)
    }

    pub(super) fn keep_clock(&self) -> Vec<Effect> {
        vec![Effect::Keep(Kept::Clock, self.clock.text())]
    }
}
