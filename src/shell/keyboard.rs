//! Key presses, without the browser's types.

use super::focus::origin;
use crate::app::keys::{Focus, Key, is_modified};
use web_sys::{Element, KeyboardEvent};

/// The key code of a key that an input method has taken.
const TAKEN_BY_IME: u32 = 229;

pub fn key(event: &KeyboardEvent) -> Key {
    Key {
        key: event.key(),
        code: event.code(),
        shift: event.shift_key(),
        modified: is_modified(
            &event.key(),
            [event.ctrl_key(), event.alt_key(), event.meta_key(), event.get_modifier_state("AltGraph")],
        ),
        command: (event.ctrl_key() || event.meta_key()) && !event.alt_key(),
        repeat: event.repeat(),
        composing: event.is_composing() || event.key_code() == TAKEN_BY_IME,
        focus: origin(event).map_or(Focus::Page, |element| focus(&element)),
    }
}

/// What takes keys: the selectors of each kind of control, in the order in which they are tried.
const CONTROLS: [(&str, Focus); 6] = [
    ("[type=radio]", Focus::Radio),
    ("button, summary, a[href], [type=checkbox], [type=button], [type=submit], [type=reset]", Focus::Button),
    (".notes-text", Focus::Column),
    ("pre, .table-box, .record", Focus::Region),
    ("select, [type=range]", Focus::Choice),
    ("input, textarea, [contenteditable]:not([contenteditable=false])", Focus::Field),
];

/// To which kind of control a key goes first.
fn focus(element: &Element) -> Focus {
    let is_in = |selector: &str| element.closest(selector).ok().flatten().is_some();
    CONTROLS.iter().find(|(selector, _)| is_in(selector)).map_or(Focus::Page, |(_, focus)| *focus)
}
