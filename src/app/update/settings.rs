//! What is kept for later visits.

use crate::app::effect::Kept;
use crate::app::presenter::MAX_NOTES_SIZE;
use crate::app::state::State;

impl State {
    pub(super) fn take_kept(&mut self, kept: Kept, value: &str) {
        match kept {
            Kept::NotesSize => {
                self.presenter.notes_size =
                    value.parse().unwrap_or(self.presenter.notes_size).min(MAX_NOTES_SIZE);
            }
            Kept::PlainKeysOff => self.display.plain_keys_off = !value.is_empty(),
            Kept::Clock => self.presenter.clock.take_text(value),
            Kept::Answers => self.find_answers(value),
            Kept::Pair => {}
        }
    }
}
