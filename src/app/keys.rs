//! The key table: which key means what, and to whom a key belongs first.

use super::msg::{Msg, Panel};
use super::state::State;
use crate::model::claim::SideIndex;

/// A key press, without the browser's types.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Key {
    /// As in `KeyboardEvent.key` and `.code`.
    pub key: String,
    pub code: String,
    pub shift: bool,
    /// Ctrl, Alt or Meta is held.
    pub modified: bool,
    /// Part of an IME composition.
    pub composing: bool,
    pub focus: Focus,
}

/// What has the focus, as far as keys are concerned.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Focus {
    /// Nothing that takes keys.
    #[default]
    Page,
    /// A button, link or summary: takes Space and Enter.
    Button,
    /// A slider, radio group, list box or select: takes arrows, Home, End and Page keys too.
    Choice,
    /// A text field: takes everything.
    Field,
}

/// What a key press means; nothing if it is left to the browser.
pub fn message(state: &State, key: &Key) -> Option<Msg> {
    if key.modified || key.composing || key.focus == Focus::Field {
        return None;
    }
    if key.key == "Escape" {
        return state.has_something_open().then_some(Msg::Closed);
    }
    if state.panel.is_some() {
        return (letter(key) == "?").then_some(Msg::PanelToggled(Panel::Help));
    }
    if belongs_to_focus(key) {
        return None;
    }
    moving(state, key).or_else(|| command(&letter(key)))
}

fn belongs_to_focus(key: &Key) -> bool {
    let presses = matches!(key.key.as_str(), " " | "Enter");
    let chooses =
        key.key.starts_with("Arrow") || matches!(key.key.as_str(), "Home" | "End" | "PageUp" | "PageDown");
    match key.focus {
        Focus::Page => false,
        Focus::Button => presses,
        Focus::Choice | Focus::Field => presses || chooses,
    }
}

fn moving(state: &State, key: &Key) -> Option<Msg> {
    Some(match (key.key.as_str(), key.shift) {
        ("ArrowDown", _) | (" ", false) if state.scroll.below && !state.black => {
            Msg::ScrollPressed { down: true }
        }
        ("ArrowUp", _) | (" ", true) if state.scroll.above && !state.black => {
            Msg::ScrollPressed { down: false }
        }
        ("ArrowLeft" | "ArrowUp" | "PageUp" | "Backspace", _) | (" ", true) => Msg::PreviousPressed,
        ("ArrowRight" | "ArrowDown" | "PageDown" | "Enter" | " ", _) => Msg::NextPressed,
        ("Home", _) => Msg::FirstPressed,
        ("End", _) => Msg::LastPressed,
        _ => return None,
    })
}

fn command(letter: &str) -> Option<Msg> {
    Some(match letter {
        "n" => Msg::NextPressed,
        "p" => Msg::PreviousPressed,
        "t" => Msg::NextMomentPressed,
        "d" => Msg::NextThemePressed,
        "f" => Msg::FullscreenPressed,
        "b" | "." => Msg::BlackToggled,
        "?" => Msg::PanelToggled(Panel::Help),
        "0" => Msg::AllSidesChosen,
        "1" | "2" | "3" | "4" | "5" | "6" => Msg::SideToggled(SideIndex(letter.parse::<u8>().ok()? - 1)),
        _ => return None,
    })
}

/// The letter of a key in lower case: that of `key` where it is ASCII, full-width ones included,
/// else that of the key's place on the keyboard (`code`).
fn letter(key: &Key) -> String {
    let mut characters = key.key.chars();
    match (characters.next(), characters.next()) {
        (Some(c), None) if c.is_ascii() => c.to_ascii_lowercase().to_string(),
        (Some(c @ '！'..='～'), None) => char::from_u32(u32::from(c) - 0xFEE0)
            .map(|c| c.to_ascii_lowercase().to_string())
            .unwrap_or_default(),
        (Some(_), None) => key.code.strip_prefix("Key").unwrap_or_default().to_ascii_lowercase(),
        _ => String::new(),
    }
}
