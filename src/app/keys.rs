//! The key table: which key means what, and to whom a key belongs first.

use super::msg::{Msg, Panel};
use super::state::State;
use super::view::View;
use crate::judge::answers::Said;
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
    /// A radio button: takes Space, and the arrows that move through its group.
    Radio,
    /// A slider, list box or select, or what scrolls by itself: takes arrows, Home, End and Page keys too.
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
        return (letter(key) == Some('?')).then_some(Msg::PanelToggled(Panel::Help));
    }
    if belongs_to_focus(key) {
        return None;
    }
    let letter = letter(key).unwrap_or_default();
    let is_answer =
        letter.is_ascii_digit() && (state.question_here().is_some() || state.view != View::Slides);
    // The key of a view that the deck doesn't have is free.
    let is_there = |msg: &Msg| !matches!(msg, Msg::ViewChosen(_)) || state.has_quiz();
    moving(state, key).or_else(|| if is_answer { option(letter) } else { command(letter).filter(is_there) })
}

fn belongs_to_focus(key: &Key) -> bool {
    let presses = matches!(key.key.as_str(), " " | "Enter");
    let is_arrow = key.key.starts_with("Arrow");
    let chooses = is_arrow || matches!(key.key.as_str(), "Home" | "End" | "PageUp" | "PageDown");
    match key.focus {
        Focus::Page => false,
        Focus::Button => presses,
        Focus::Radio => key.key == " " || is_arrow,
        Focus::Choice | Focus::Field => presses || chooses,
    }
}

fn moving(state: &State, key: &Key) -> Option<Msg> {
    // The verdict scrolls as any page does.
    let is_page = state.view == View::Verdict;
    Some(match (key.key.as_str(), key.shift) {
        ("ArrowDown", _) | (" ", false) if state.scroll.below && !state.black => {
            Msg::ScrollPressed { down: true }
        }
        ("ArrowUp", _) | (" ", true) if state.scroll.above && !state.black => {
            Msg::ScrollPressed { down: false }
        }
        ("PageDown", _) if is_page && state.scroll.below => Msg::ScrollPressed { down: true },
        ("PageUp", _) if is_page && state.scroll.above => Msg::ScrollPressed { down: false },
        ("Home" | "End", _) if is_page => return None,
        ("ArrowLeft" | "ArrowUp" | "PageUp" | "Backspace", _) | (" ", true) => Msg::PreviousPressed,
        ("ArrowRight" | "ArrowDown" | "PageDown" | "Enter" | " ", _) => Msg::NextPressed,
        ("Home", _) => Msg::FirstPressed,
        ("End", _) => Msg::LastPressed,
        _ => return None,
    })
}

/// Digits choose the options of a question on the screen.
fn option(digit: char) -> Option<Msg> {
    let number = digit.to_digit(10)? as usize;
    number.checked_sub(1).map(|option| Msg::OptionChosen(Said::Option(option)))
}

fn command(letter: char) -> Option<Msg> {
    Some(match letter {
        'n' => Msg::NextPressed,
        'p' => Msg::PreviousPressed,
        't' => Msg::NextMomentPressed,
        'd' => Msg::NextThemePressed,
        'f' => Msg::FullscreenPressed,
        'q' => Msg::ViewChosen(View::Quiz),
        'b' | '.' => Msg::BlackToggled,
        '?' => Msg::PanelToggled(Panel::Help),
        '0' => Msg::AllSidesChosen,
        '1'..='6' => Msg::SideToggled(SideIndex(u8::try_from(letter.to_digit(10)? - 1).ok()?)),
        _ => return None,
    })
}

/// The letter of a key in lower case: that of `key` where it is ASCII, full-width ones included,
/// else that of the key's place on the keyboard (`code`).
fn letter(key: &Key) -> Option<char> {
    let mut characters = key.key.chars();
    let letter = match (characters.next()?, characters.next()) {
        (c, None) if c.is_ascii() => c,
        (c @ '！'..='～', None) => char::from_u32(u32::from(c) - 0xFEE0)?,
        (_, None) => key.code.strip_prefix("Key")?.chars().next()?,
        _ => return None,
    };
    Some(letter.to_ascii_lowercase())
}
