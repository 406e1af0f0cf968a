//! Key presses, without the browser's types.

use super::focus::origin;
use crate::app::keys::{Focus, Key};
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement, KeyboardEvent};

/// The key code of a key that an input method has taken.
const TAKEN_BY_IME: u32 = 229;

pub fn key(event: &KeyboardEvent) -> Key {
    Key {
        key: event.key(),
        code: event.code(),
        shift: event.shift_key(),
        modified: event.ctrl_key() || event.alt_key() || event.meta_key(),
        composing: event.is_composing() || event.key_code() == TAKEN_BY_IME,
        focus: origin(event).map_or(Focus::Page, |element| focus(&element)),
    }
}

/// To which kind of control a key goes first.
fn focus(element: &Element) -> Focus {
    let is_editable = element.unchecked_ref::<HtmlElement>().is_content_editable();
    let kind = element.get_attribute("type").unwrap_or_default();
    match element.tag_name().to_ascii_uppercase().as_str() {
        _ if is_editable => Focus::Field,
        "TEXTAREA" => Focus::Field,
        "SELECT" | "PRE" => Focus::Choice,
        "INPUT" => match kind.as_str() {
            "radio" | "range" => Focus::Choice,
            "button" | "checkbox" | "submit" | "reset" => Focus::Button,
            _ => Focus::Field,
        },
        "BUTTON" | "SUMMARY" => Focus::Button,
        "A" if element.has_attribute("href") => Focus::Button,
        // What scrolls by itself keeps the keys that scroll it.
        _ if element.get_attribute("class").as_deref() == Some("table-box") => Focus::Choice,
        _ => Focus::Page,
    }
}
