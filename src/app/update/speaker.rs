//! The speaker's window: the pair, the clock, the size of the notes.

use crate::app::effect::{Effect, Kept};
use crate::app::msg::PresenterMsg;
use crate::app::presenter::MAX_NOTES_SIZE;
use crate::app::state::State;

impl State {
    pub(super) fn handle_presenter(&mut self, msg: PresenterMsg) -> Vec<Effect> {
        match msg {
            PresenterMsg::Open => {
                self.display.panel = None;
                self.press_speaker()
            }
            PresenterMsg::Blocked => {
                self.presenter.pair.is_blocked = true;
                Vec::new()
            }
            PresenterMsg::Heard(text) => self.hear(&text),
            PresenterMsg::Pulse => self.take_pulse(),
            PresenterMsg::Leave => self.leave_pair(),
            PresenterMsg::Tick(now) => {
                let before = self.presenter.clock.text();
                self.presenter.clock.tick(now);
                if before == self.presenter.clock.text() { Vec::new() } else { self.keep_clock() }
            }
            PresenterMsg::ToggleTimer => {
                self.presenter.clock.toggle();
                self.share_clock()
            }
            PresenterMsg::ResetTimer => {
                self.presenter.clock.reset();
                self.share_clock()
            }
            PresenterMsg::ResizeNotes(by) => {
                self.presenter.notes_size =
                    self.presenter.notes_size.saturating_add_signed(by).min(MAX_NOTES_SIZE);
                vec![Effect::Keep(Kept::NotesSize, self.presenter.notes_size.to_string())]
            }
        }
    }

    fn share_clock(&self) -> Vec<Effect> {
        let mut effects = self.keep_clock();
        effects.push(self.tell_clock());
        effects
    }

    pub(super) fn keep_clock(&self) -> Vec<Effect> {
        vec![Effect::Keep(Kept::Clock, self.presenter.clock.text())]
    }
}
