//! What a key press means in a view, and to whom a key belongs first. The keys themselves are listed in `keymap.rs`.

use super::keymap::{Action, action_of};
use super::msg::{LensMsg, Msg, NavMsg, Panel, PresenterMsg, QuizMsg, SearchMsg, SidesMsg, UiMsg};
use super::state::State;
use super::view::View;
use crate::analysis::answers::Said;
use crate::model::claim::SideIndex;

/// A key press, without the browser's types.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[expect(clippy::struct_excessive_bools, reason = "as the browser tells them")]
pub struct Key {
    /// As in `KeyboardEvent.key` and `.code`.
    pub key: String,
    pub code: String,
    pub shift: bool,
    /// Ctrl, Alt or Meta is held, and not to type a sign (`is_modified`).
    pub modified: bool,
    /// Ctrl or Meta is held, and not Alt.
    pub command: bool,
    /// The key is held down, and this is not its first press.
    pub repeat: bool,
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
    /// What scrolls by itself, up and down: takes those arrows, Home and End, but not the clicker's keys.
    Column,
    /// What scrolls by itself to all sides: takes all arrows, Home and End.
    Region,
    /// A slider, list box or select: takes arrows, Home, End and Page keys too.
    Choice,
    /// A text field: takes everything.
    Field,
}

/// What a key press means; nothing if it is left to the browser.
pub fn message(state: &State, key: &Key) -> Option<Msg> {
    if key.composing {
        return None;
    }
    if key.command && !key.shift && state.display.panel.is_none() && letter(key) == Some('k') {
        return Some(Msg::Ui(UiMsg::TogglePanel(Panel::Search)));
    }
    if matches!(state.display.panel, Some(Panel::Search | Panel::Jump)) && !key.modified {
        return in_search(key);
    }
    if key.modified || key.focus == Focus::Field {
        return None;
    }
    if key.key == "Escape" {
        return state.has_something_open().then_some(Msg::Ui(UiMsg::Close));
    }
    if state.display.panel.is_some() {
        let is_help = !state.display.plain_keys_off && letter(key) == Some('?');
        return is_help.then_some(Msg::Ui(UiMsg::TogglePanel(Panel::Help)));
    }
    if belongs_to_focus(key) || state.rendering.paper.is_some() {
        return None;
    }
    let moving = if state.nav.view == View::Overview { in_overview(state, key) } else { moving(state, key) };
    moving.or_else(|| plain(state, key))
}

/// Keys that are a single letter, digit or sign. One that is held down counts once.
fn plain(state: &State, key: &Key) -> Option<Msg> {
    let letter = letter(key).filter(|_| !state.display.plain_keys_off)?;
    let is_answer = letter.is_ascii_digit() && (state.question_here().is_some() || state.nav.view.is_quiz());
    let msg = if is_answer { option(letter) } else { command(state, letter) }?;
    (!key.repeat || matches!(msg, Msg::Nav(NavMsg::Next | NavMsg::Previous))).then_some(msg)
}

/// While something is looked for the field has the focus; these keys go through what was found.
fn in_search(key: &Key) -> Option<Msg> {
    Some(match key.key.as_str() {
        "ArrowDown" => Msg::Search(SearchMsg::Move(1)),
        "ArrowUp" => Msg::Search(SearchMsg::Move(-1)),
        "Enter" if key.focus == Focus::Field => Msg::Search(SearchMsg::Open(None)),
        "Escape" => Msg::Ui(UiMsg::Close),
        _ => return None,
    })
}

/// In the overview arrows go from picture to picture.
fn in_overview(state: &State, key: &Key) -> Option<Msg> {
    Some(match key.key.as_str() {
        "ArrowDown" => Msg::Nav(NavMsg::Row { down: true }),
        "ArrowUp" => Msg::Nav(NavMsg::Row { down: false }),
        "Enter" | " " => Msg::Nav(NavMsg::Slide(state.nav.cursor)),
        _ => return moving(state, key),
    })
}

fn belongs_to_focus(key: &Key) -> bool {
    let presses = matches!(key.key.as_str(), " " | "Enter");
    let is_arrow = key.key.starts_with("Arrow");
    let goes_up_or_down = matches!(key.key.as_str(), "ArrowUp" | "ArrowDown" | "Home" | "End");
    let is_page = matches!(key.key.as_str(), "PageUp" | "PageDown");
    match key.focus {
        Focus::Page => false,
        Focus::Button => presses,
        Focus::Radio => key.key == " " || is_arrow,
        Focus::Column => goes_up_or_down,
        Focus::Region => is_arrow || goes_up_or_down,
        Focus::Choice | Focus::Field => presses || is_arrow || goes_up_or_down || is_page,
    }
}

fn moving(state: &State, key: &Key) -> Option<Msg> {
    if (state.nav.view == View::Read || state.nav.view.is_comparing()) && !state.display.black {
        return in_article(state, key);
    }
    // A slide scrolls before it is left, whatever leads on (update/scrolling.rs). A question does so by these keys alone:
    // its buttons lead to the next one. The verdict scrolls as any page does.
    let (is_quiz, is_verdict) =
        (state.nav.view.is_quiz() && !state.display.black, state.nav.view == View::Verdict);
    Some(match (key.key.as_str(), key.shift) {
        ("ArrowDown", _) | (" ", false) if is_quiz && state.nav.scroll.below => {
            Msg::Nav(NavMsg::Page { down: true })
        }
        ("ArrowUp", _) | (" ", true) if is_quiz && state.nav.scroll.above => {
            Msg::Nav(NavMsg::Page { down: false })
        }
        ("PageDown", _) if is_verdict && state.nav.scroll.below => Msg::Nav(NavMsg::Page { down: true }),
        ("PageUp", _) if is_verdict && state.nav.scroll.above => Msg::Nav(NavMsg::Page { down: false }),
        ("Home" | "End", _) if is_verdict => return None,
        ("ArrowLeft" | "ArrowUp" | "PageUp" | "Backspace", _) | (" ", true) => Msg::Nav(NavMsg::Previous),
        ("ArrowRight" | "ArrowDown" | "PageDown" | "Enter" | " ", _) => Msg::Nav(NavMsg::Next),
        ("Home", _) => Msg::Nav(NavMsg::First),
        ("End", _) => Msg::Nav(NavMsg::Last),
        _ => return None,
    })
}

fn in_article(state: &State, key: &Key) -> Option<Msg> {
    Some(match (key.key.as_str(), key.shift) {
        ("ArrowDown", _) => Msg::Nav(NavMsg::Line { down: true }),
        ("ArrowUp", _) => Msg::Nav(NavMsg::Line { down: false }),
        ("PageDown", _) | (" ", false) => Msg::Nav(NavMsg::Page { down: true }),
        ("PageUp", _) | (" ", true) => Msg::Nav(NavMsg::Page { down: false }),
        ("Home" | "End", _) if state.nav.view != View::Read => {
            Msg::Nav(NavMsg::Edge { down: key.key == "End" })
        }
        ("Home", _) => Msg::Nav(NavMsg::First),
        ("End", _) => Msg::Nav(NavMsg::Last),
        ("Enter", _) if state.nav.view == View::Read => Msg::Nav(NavMsg::Next),
        ("Backspace", _) if state.nav.view == View::Read => Msg::Nav(NavMsg::Previous),
        _ => return None,
    })
}

/// Digits choose the options of a question on the screen.
fn option(digit: char) -> Option<Msg> {
    let number = digit.to_digit(10)? as usize;
    number.checked_sub(1).map(|option| Msg::Quiz(QuizMsg::Answer(Said::Option(option))))
}

/// The key of what a deck doesn't have is free.
fn command(state: &State, letter: char) -> Option<Msg> {
    Some(match action_of(letter)? {
        Action::Next => Msg::Nav(NavMsg::Next),
        Action::Previous => Msg::Nav(NavMsg::Previous),
        Action::NextMoment => Msg::Lens(LensMsg::NextMoment),
        Action::DayOfChange if state.has_changes() => Msg::Lens(LensMsg::Change { later: letter == ']' }),
        Action::Matrix => toggled(state, View::Matrix)?,
        Action::Timeline => toggled(state, View::Timeline)?,
        Action::Changes => toggled(state, View::Changes)?,
        Action::NextTheme => Msg::Ui(UiMsg::NextTheme),
        Action::Fullscreen => Msg::Ui(UiMsg::ToggleFullscreen),
        Action::Quiz if state.nav.view == View::Quiz => Msg::Nav(NavMsg::View(state.nav.back)),
        Action::Quiz if state.has_view(View::Quiz) => Msg::Nav(NavMsg::View(View::Quiz)),
        Action::Overview => Msg::Nav(NavMsg::View(if state.nav.view == View::Overview {
            state.nav.back
        } else {
            View::Overview
        })),
        Action::Article => {
            Msg::Nav(NavMsg::View(if state.nav.view == View::Read { View::Slides } else { View::Read }))
        }
        Action::Speaker if state.host.page.is_some() && !state.host.embed.is_embedded => {
            Msg::Presenter(PresenterMsg::Open)
        }
        Action::Laser => Msg::Ui(UiMsg::ToggleLaser),
        Action::Search => Msg::Ui(UiMsg::TogglePanel(Panel::Search)),
        Action::Jump => Msg::Ui(UiMsg::TogglePanel(Panel::Jump)),
        Action::Black => Msg::Ui(UiMsg::ToggleBlack),
        Action::Help => Msg::Ui(UiMsg::TogglePanel(Panel::Help)),
        Action::AllSides => Msg::Sides(SidesMsg::All),
        Action::ToggleSide => {
            Msg::Sides(SidesMsg::Toggle(SideIndex(u8::try_from(letter.to_digit(10)? - 1).ok()?)))
        }
        Action::DayOfChange | Action::Quiz | Action::Speaker | Action::FirstOrLast | Action::Close => {
            return None;
        }
    })
}

/// The key of a view leads to it and back.
fn toggled(state: &State, view: View) -> Option<Msg> {
    let to = if state.nav.view == view { state.nav.back } else { view };
    state.has_view(view).then_some(Msg::Nav(NavMsg::View(to)))
}

/// Whether a sign is one of the keys.
fn is_bound_sign(sign: char) -> bool {
    sign.is_ascii_punctuation() && action_of(sign).is_some()
}

/// Whether modifiers (Ctrl, Alt, Meta, AltGraph) make a key press the browser's. A bracket or slash that is typed with
/// Option or AltGr, as on German, French and Brazilian keyboards, is a plain one. Ctrl comes along with Alt where the two
/// stand for AltGr.
pub fn is_modified(key: &str, [ctrl, alt, meta, alt_graph]: [bool; 4]) -> bool {
    let is_typed = matches!(key, "[" | "]" | "/") && !meta && (alt || !ctrl);
    (ctrl || alt || meta || alt_graph) && !is_typed
}

/// The letter of a key in lower case, its digit or sign: that of `key` where it is ASCII, full-width and Japanese ones
/// included, else that of the key's place on the keyboard (`code`). The digits are in their places also where they need
/// Shift, as on French keyboards.
fn letter(key: &Key) -> Option<char> {
    let mut characters = key.key.chars();
    let (c, None) = (characters.next()?, characters.next()) else { return None };
    let sign = match c {
        '。' | '｡' => '.',
        '「' | '｢' => '[',
        '」' | '｣' => ']',
        '・' | '･' => '/',
        '！'..='～' => char::from_u32(u32::from(c) - 0xFEE0)?,
        c => c,
    };
    let place = |row| key.code.strip_prefix(row)?.chars().next();
    let letter = if is_bound_sign(sign) {
        Some(sign)
    } else if let Some(digit) = place("Digit").filter(|_| !key.shift) {
        Some(digit)
    } else if sign.is_ascii() {
        Some(sign)
    } else {
        place("Key")
    };
    letter.map(|letter| letter.to_ascii_lowercase())
}
