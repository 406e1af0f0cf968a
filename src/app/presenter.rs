//! The speaker's window: the pair of windows, the clock, the notes.

use super::clock::Clock;
use super::pair::Pair;

const DEFAULT_NOTES_SIZE: u8 = 2;

/// The largest step of the notes' size.
pub const MAX_NOTES_SIZE: u8 = 6;

#[derive(Debug)]
pub struct Presenter {
    pub pair: Pair,
    pub clock: Clock,
    /// The size of the speaker's notes, in steps from 0.
    pub notes_size: u8,
}

impl Default for Presenter {
    fn default() -> Self {
        Self { pair: Pair::default(), clock: Clock::default(), notes_size: DEFAULT_NOTES_SIZE }
    }
}
