//! What is done before the page's own deck has a place to be drawn, each in a task of its own, so that a tap is answered
//! in between: the deck is read, looked at and drawn without being shown. What the browser does with functions that are
//! called for the first time takes longer than what they do.

use super::{clock, fetch, history};
use crate::app::msg::Msg;
use crate::app::screen::{Screen, screen};
use crate::app::state::State;
use crate::diagnostic::Parsed;
use crate::diagnostic::bytes::from_bytes;
use crate::model::deck::Deck;
use crate::ui::drawn;
use crate::words::Language;
use std::cell::RefCell;

thread_local! {
    /// The deck that was read.
    static READ: RefCell<Option<Parsed<Deck>>> = const { RefCell::new(None) };
    /// Its state as it opens.
    static STATE: RefCell<Option<State>> = const { RefCell::new(None) };
    /// What that looks like.
    static SEEN: RefCell<Option<Screen>> = const { RefCell::new(None) };
}

/// Reads a deck in compact bytes. False: it can't be read.
pub fn read(bytes: &[u8]) -> bool {
    let read = from_bytes(bytes).ok();
    let is_read = read.is_some();
    READ.set(read);
    is_read
}

/// A part of what opening the deck comes to, by its turn: taking it into a state, looking at that, drawing what was seen.
pub fn rehearse(is_narrow: bool, turn: u32) {
    match turn {
        0 => STATE.set(opened(is_narrow)),
        1 => SEEN.set(STATE.take().filter(|state| !state.needs_rest()).map(|state| screen(&state))),
        _ => drop(SEEN.take().map(|seen| drawn(&seen))),
    }
}

fn opened(is_narrow: bool) -> Option<State> {
    let parsed = READ.with_borrow(Clone::clone)?;
    let mut state =
        State::new(String::new(), Language::default(), clock::today()).on_narrow_screen(is_narrow);
    state.update(Msg::AddressRead(history::opening_address()));
    state = state.rolled_up();
    state.update(Msg::DeckRead(fetch::shown(parsed, "", true)));
    Some(state)
}

/// The deck that was read, as one that lies at `src`.
pub fn taken(src: &str, has_notes: bool) -> Option<Msg> {
    Some(Msg::DeckRead(fetch::shown(READ.take()?, src, has_notes)))
}
