//! Keys: which key means what, where, and to whom it belongs first.

use crate::asking::{ASKING, CLOUD};
use crate::play::{DECK, new_state, play};
use crate::views::meaning_in;
use kurabe::app::effect::{Effect, Kept};
use kurabe::app::keymap::{BINDINGS, RANGE};
use kurabe::app::keys::{Focus, Key, is_modified, message};
use kurabe::app::msg::{HostMsg, LensMsg, Msg, NavMsg, Panel, RenderMsg, SidesMsg, UiMsg};
use kurabe::app::nav::Scroll;
use kurabe::app::state::State;
use kurabe::app::view::View;
use kurabe::model::claim::SideIndex;
use kurabe::model::content::ItemNumber;

fn press(key: &str) -> Key {
    Key { key: key.into(), ..Key::default() }
}

fn shifted(key: &str) -> Key {
    Key { shift: true, ..press(key) }
}

fn focused(key: &str, focus: Focus) -> Key {
    Key { focus, ..press(key) }
}

/// The deck as a page of its own, which can have a second window.
fn on_page<const N: usize>(deck: &str, messages: [Msg; N]) -> State {
    let mut state = new_state().on_page(Some("https://deck.example/".into()));
    state.update(crate::play::deck_read(deck));
    for msg in messages {
        state.update(msg);
    }
    state
}

fn meaning(key: &Key) -> Option<Msg> {
    message(&play(DECK, []), key)
}

/// Every key of the table that exists so far.
fn table() -> Vec<(&'static [&'static str], Msg)> {
    vec![
        (&["ArrowRight", "ArrowDown", " ", "PageDown", "n", "N", "Enter"], Msg::Nav(NavMsg::Next)),
        (&["ArrowLeft", "ArrowUp", "PageUp", "p", "P", "Backspace"], Msg::Nav(NavMsg::Previous)),
        (&["Home"], Msg::Nav(NavMsg::First)),
        (&["End"], Msg::Nav(NavMsg::Last)),
        (&["1", "１"], Msg::Sides(SidesMsg::Toggle(SideIndex(0)))),
        (&["6"], Msg::Sides(SidesMsg::Toggle(SideIndex(5)))),
        (&["0", "０"], Msg::Sides(SidesMsg::All)),
        (&["t", "T", "ｔ", "Ｔ"], Msg::Lens(LensMsg::NextMoment)),
        (&["d", "ｄ"], Msg::Ui(UiMsg::NextTheme)),
        (&["f", "F"], Msg::Ui(UiMsg::ToggleFullscreen)),
        (&["b", ".", "．"], Msg::Ui(UiMsg::ToggleBlack)),
        (&["?", "？"], Msg::Ui(UiMsg::TogglePanel(Panel::Help))),
        (&["o", "O", "ｏ"], Msg::Nav(NavMsg::View(View::Overview))),
        (&["r"], Msg::Nav(NavMsg::View(View::Read))),
        (&["g", "ｇ"], Msg::Ui(UiMsg::TogglePanel(Panel::Jump))),
        (&["/", "／"], Msg::Ui(UiMsg::TogglePanel(Panel::Search))),
        (&["x"], Msg::Ui(UiMsg::ToggleLaser)),
        (&["m", "M", "ｍ"], Msg::Nav(NavMsg::View(View::Matrix))),
        (&["c"], Msg::Nav(NavMsg::View(View::Changes))),
        (&["[", "［"], Msg::Lens(LensMsg::Change { later: false })),
        (&["]"], Msg::Lens(LensMsg::Change { later: true })),
    ]
}

#[test]
fn every_key_means_what_the_table_says() {
    for (keys, expected) in table() {
        for key in keys {
            assert_eq!(meaning(&press(key)), Some(expected.clone()), "{key}");
        }
    }
    assert_eq!(meaning(&shifted(" ")), Some(Msg::Nav(NavMsg::Previous)));
}

#[test]
fn keys_of_views_to_come_are_left_to_the_browser() {
    for key in ["q", "s", "7", "9", "Tab", "F5", "Dead"] {
        assert_eq!(meaning(&press(key)), None, "{key}");
    }
    // A deck without sides, dates and moments has none of the views that look at claims.
    let bare = play("## A\n\ntext\n", []);
    for key in ["m", "l", "c", "[", "]"] {
        assert_eq!(message(&bare, &press(key)), None, "{key}");
    }
}

#[test]
fn q_leads_to_the_quiz_of_a_deck_with_questions() {
    for key in ["q", "Q", "ｑ"] {
        assert_eq!(
            message(&play(ASKING, []), &press(key)),
            Some(Msg::Nav(NavMsg::View(View::Quiz))),
            "{key}"
        );
        assert_eq!(meaning(&press(key)), None, "{key}");
    }
    let panel = play(ASKING, [Msg::Ui(UiMsg::TogglePanel(Panel::Help))]);
    assert_eq!(message(&panel, &press("q")), None);
    assert_eq!(message(&play(ASKING, []), &focused("q", Focus::Field)), None);
}

#[test]
fn the_place_on_the_keyboard_counts_where_the_letter_is_not_latin() {
    let russian = Key { code: "KeyN".into(), ..press("т") };
    assert_eq!(meaning(&russian), Some(Msg::Nav(NavMsg::Next)));
    let kana = Key { code: "KeyT".into(), ..press("か") };
    assert_eq!(meaning(&kana), Some(Msg::Lens(LensMsg::NextMoment)));
    let french = Key { code: "KeyQ".into(), ..press("a") };
    assert_eq!(meaning(&french), None);
    let dvorak = Key { code: "KeyK".into(), ..press("t") };
    assert_eq!(meaning(&dvorak), Some(Msg::Lens(LensMsg::NextMoment)));
}

const CTRL: [bool; 4] = [true, false, false, false];
const ALT: [bool; 4] = [false, true, false, false];
const META: [bool; 4] = [false, false, true, false];
const ALT_GR: [bool; 4] = [false, false, false, true];
const CTRL_ALT: [bool; 4] = [true, true, false, true];
const NONE: [bool; 4] = [false; 4];

fn typed(key: &str, code: &str, shift: bool, held: [bool; 4]) -> Option<Msg> {
    let modified = is_modified(key, held);
    meaning(&Key { code: code.into(), shift, modified, ..press(key) })
}

#[test]
fn signs_and_digits_are_typed_as_each_keyboard_has_them() {
    let (before, after) =
        (Msg::Lens(LensMsg::Change { later: false }), Msg::Lens(LensMsg::Change { later: true }));
    let search = Msg::Ui(UiMsg::TogglePanel(Panel::Search));
    let help = Msg::Ui(UiMsg::TogglePanel(Panel::Help));
    let side = |number: u8| Msg::Sides(SidesMsg::Toggle(SideIndex(number - 1)));
    for (keyboard, key, code, shift, held, expected) in [
        ("German, Mac", "[", "Digit5", false, ALT, before.clone()),
        ("German, Mac", "]", "Digit6", false, ALT, after.clone()),
        ("German, Mac", "/", "Digit7", true, NONE, search.clone()),
        ("German, Linux", "[", "Digit8", false, ALT_GR, before.clone()),
        ("German, Windows", "]", "Digit9", false, CTRL_ALT, after.clone()),
        ("German, Windows", "[", "Digit8", false, [true, true, false, false], before.clone()),
        ("German", "?", "Minus", true, NONE, help.clone()),
        ("French, Mac", "[", "Digit5", true, ALT, before.clone()),
        ("French, Mac", "]", "Minus", true, ALT, after.clone()),
        ("French, PC", "[", "Digit5", false, ALT_GR, before.clone()),
        ("French, PC", "]", "Minus", false, ALT_GR, after.clone()),
        ("French", "/", "Period", true, NONE, search.clone()),
        ("French", "?", "KeyM", true, NONE, help),
        ("French", ".", "Comma", true, NONE, Msg::Ui(UiMsg::ToggleBlack)),
        ("French", "&", "Digit1", false, NONE, side(1)),
        ("French", "é", "Digit2", false, NONE, side(2)),
        ("French", "\"", "Digit3", false, NONE, side(3)),
        ("French", "'", "Digit4", false, NONE, side(4)),
        ("French", "(", "Digit5", false, NONE, side(5)),
        ("French, PC", "-", "Digit6", false, NONE, side(6)),
        ("French, Mac", "§", "Digit6", false, NONE, side(6)),
        ("French", "à", "Digit0", false, NONE, Msg::Sides(SidesMsg::All)),
        ("French", "2", "Digit2", true, NONE, side(2)),
        ("Spanish, Mac", "[", "BracketLeft", false, ALT, before.clone()),
        ("Brazilian", "/", "KeyQ", false, ALT_GR, search.clone()),
        ("Japanese", "。", "Period", false, NONE, Msg::Ui(UiMsg::ToggleBlack)),
        ("Japanese", "「", "BracketRight", false, NONE, before.clone()),
        ("Japanese", "」", "Backslash", false, NONE, after),
        ("Japanese", "・", "Slash", false, NONE, search.clone()),
        ("Japanese, narrow", "｢", "BracketRight", false, NONE, before),
        ("Japanese, narrow", "･", "Slash", false, NONE, search),
    ] {
        assert_eq!(typed(key, code, shift, held), Some(expected), "{keyboard}: {key}");
    }
    for (keyboard, key, code, shift, held) in [
        ("American", "&", "Digit7", true, NONE),
        ("American", "(", "Digit9", true, NONE),
        ("American", "[", "BracketLeft", false, CTRL),
        ("American", "]", "BracketRight", false, META),
        ("American", "/", "Slash", false, CTRL),
        ("American", "b", "KeyB", false, ALT),
        ("American", "1", "Digit1", false, CTRL),
        ("American", "1", "Digit1", false, ALT),
        ("American, Mac", "∫", "KeyB", false, ALT),
        ("German, Mac", "[", "Digit5", false, [false, true, true, false]),
        ("German, Linux", "[", "Digit8", false, [true, false, false, true]),
        ("German, Linux", "²", "Digit2", false, ALT_GR),
        ("French, PC", "#", "Digit3", false, ALT_GR),
        ("French", "é", "Digit2", false, CTRL),
        ("French", "&", "Digit1", false, META),
    ] {
        assert_eq!(typed(key, code, shift, held), None, "{keyboard}: {key}");
    }
    // The options of a question likewise.
    let question = play(ASKING, [Msg::Nav(NavMsg::View(View::Quiz))]);
    let french = Key { code: "Digit2".into(), ..press("é") };
    assert_eq!(message(&question, &french), message(&question, &press("2")));
    assert!(message(&question, &french).is_some());
}

#[test]
fn keys_with_modifiers_compositions_and_fields_are_left_alone() {
    let all = table().into_iter().flat_map(|(keys, _)| keys).copied().chain(["Escape"]);
    for key in all {
        assert_eq!(meaning(&Key { modified: true, ..press(key) }), None, "{key}");
        assert_eq!(meaning(&Key { composing: true, ..press(key) }), None, "{key}");
        assert_eq!(meaning(&focused(key, Focus::Field)), None, "{key}");
    }
}

#[test]
fn a_key_belongs_first_to_what_has_the_focus() {
    for key in [" ", "Enter"] {
        assert_eq!(meaning(&focused(key, Focus::Button)), None);
        assert_eq!(meaning(&focused(key, Focus::Choice)), None);
    }
    assert_eq!(meaning(&Key { shift: true, ..focused(" ", Focus::Button) }), None);
    for key in ["ArrowRight", "ArrowDown", "Home", "End", "PageUp", "PageDown"] {
        assert!(meaning(&focused(key, Focus::Button)).is_some(), "{key}");
        assert_eq!(meaning(&focused(key, Focus::Choice)), None, "{key}");
    }
    for focus in [Focus::Button, Focus::Choice] {
        assert_eq!(meaning(&focused("t", focus)), Some(Msg::Lens(LensMsg::NextMoment)));
    }
}

/// A clicker sends Page keys, and they always move: also after a click into code or into the speaker's notes.
#[test]
fn what_scrolls_by_itself_leaves_the_clicker_s_keys_alone() {
    for focus in [Focus::Column, Focus::Region] {
        for key in ["ArrowUp", "ArrowDown", "Home", "End"] {
            assert_eq!(meaning(&focused(key, focus)), None, "{key}");
        }
        assert_eq!(meaning(&focused("PageDown", focus)), Some(Msg::Nav(NavMsg::Next)));
        assert_eq!(meaning(&focused("PageUp", focus)), Some(Msg::Nav(NavMsg::Previous)));
    }
    assert_eq!(meaning(&focused("ArrowRight", Focus::Column)), Some(Msg::Nav(NavMsg::Next)));
    assert_eq!(meaning(&focused("ArrowRight", Focus::Region)), None);
}

#[test]
fn keys_of_the_browser_are_left_to_it() {
    let search = Key { command: true, modified: true, ..press("k") };
    assert_eq!(meaning(&search), Some(Msg::Ui(UiMsg::TogglePanel(Panel::Search))));
    assert_eq!(meaning(&Key { shift: true, ..search }), None, "Firefox's console");
    let mut state = play(DECK, [Msg::Ui(UiMsg::TogglePlainKeys), Msg::Ui(UiMsg::TogglePanel(Panel::Menu))]);
    assert_eq!(message(&state, &press("?")), None);
    state.update(Msg::Ui(UiMsg::TogglePlainKeys));
    assert_eq!(message(&state, &press("?")), Some(Msg::Ui(UiMsg::TogglePanel(Panel::Help))));
}

fn scrolling(above: bool, below: bool) -> State {
    play(DECK, [Msg::Render(RenderMsg::Measured(Scroll { above, below }))])
}

#[test]
fn every_way_on_scrolls_a_full_slide_first() {
    for key in ["ArrowDown", " ", "PageDown", "ArrowRight", "n", "Enter"] {
        let [mut full, mut low] = [scrolling(false, true), scrolling(true, false)];
        let msg = message(&full, &press(key)).expect(key);
        assert_eq!(full.update(msg.clone()), [Effect::Scroll { down: true, is_far: true }], "{key}");
        assert_eq!(full.nav.slide, 0, "{key}");
        low.update(msg);
        assert_eq!(low.nav.slide, 1, "{key}");
    }
    for key in [press("ArrowUp"), shifted(" "), press("PageUp"), press("ArrowLeft"), press("p")] {
        let mut low = play(
            DECK,
            [Msg::Nav(NavMsg::Next), Msg::Render(RenderMsg::Measured(Scroll { above: true, below: false }))],
        );
        let msg = message(&low, &key).expect("a way back");
        assert_eq!(low.update(msg.clone()), [Effect::Scroll { down: false, is_far: true }], "{key:?}");
        low.update(Msg::Render(RenderMsg::Measured(Scroll { above: false, below: true })));
        let effects = low.update(msg);
        assert_eq!(low.nav.slide, 0, "{key:?}");
        assert_eq!(effects[..2], [Effect::ShowSlide, Effect::ScrollToEnd { down: true }], "{key:?}");
    }
}

#[test]
fn a_black_screen_does_not_scroll() {
    let mut black = play(
        DECK,
        [Msg::Render(RenderMsg::Measured(Scroll { above: true, below: true })), Msg::Ui(UiMsg::ToggleBlack)],
    );
    black.update(message(&black, &press("ArrowDown")).expect("a way on"));
    assert_eq!((black.nav.slide, black.display.black), (1, false));
}

#[test]
fn escape_closes_what_is_open_and_else_means_nothing() {
    assert_eq!(meaning(&press("Escape")), None);
    let panel = play(DECK, [Msg::Ui(UiMsg::TogglePanel(Panel::Help))]);
    assert_eq!(message(&panel, &press("Escape")), Some(Msg::Ui(UiMsg::Close)));
    assert_eq!(message(&panel, &focused("Escape", Focus::Button)), Some(Msg::Ui(UiMsg::Close)));
    let claim = play(DECK, [Msg::Ui(UiMsg::ToggleClaim(0, ItemNumber(0)))]);
    assert_eq!(message(&claim, &press("Escape")), Some(Msg::Ui(UiMsg::Close)));
}

#[test]
fn behind_a_panel_nothing_moves() {
    let panel = play(DECK, [Msg::Ui(UiMsg::TogglePanel(Panel::Help))]);
    for (keys, expected) in table() {
        let expected = (expected == Msg::Ui(UiMsg::TogglePanel(Panel::Help))).then_some(expected);
        for key in keys {
            assert_eq!(message(&panel, &press(key)), expected, "{key}");
        }
    }
}

/// The name that the help panel gives a key, as the browser names it.
fn named(name: &str) -> Option<Key> {
    Some(match name {
        "→" => press("ArrowRight"),
        "←" => press("ArrowLeft"),
        "↓" => press("ArrowDown"),
        "↑" => press("ArrowUp"),
        "Space" => press(" "),
        "Shift+Space" => shifted(" "),
        "Esc" => press("Escape"),
        RANGE => return None,
        "Ctrl+K" => Key { command: true, modified: true, ..press("k") },
        other => press(other),
    })
}

#[test]
fn the_help_panel_names_keys_that_exist() {
    // A deck with questions has every key.
    let open = on_page(ASKING, [Msg::Ui(UiMsg::ToggleClaim(0, ItemNumber(0)))]);
    for binding in BINDINGS {
        for key in binding.keys.iter().copied().filter_map(named) {
            assert!(message(&open, &key).is_some(), "{key:?}");
        }
    }
}

#[test]
fn plain_keys_can_be_switched_off_and_stay_off() {
    let mut state = play(ASKING, []);
    let toggled = state.update(Msg::Ui(UiMsg::TogglePlainKeys));
    assert_eq!(toggled, [Effect::Keep(Kept::PlainKeysOff, "1".into())]);
    for key in ["n", "b", ".", "1", "0", "t", "/", "?", "o", "q", "x"] {
        assert_eq!(meaning_in(&state, key), None, "{key}");
    }
    for key in ["ArrowRight", "PageDown", "Home", " "] {
        assert!(meaning_in(&state, key).is_some(), "{key}");
    }
    let find = Key { modified: true, command: true, ..press("k") };
    assert_eq!(message(&state, &find), Some(Msg::Ui(UiMsg::TogglePanel(Panel::Search))));
    state.update(Msg::Nav(NavMsg::View(View::Quiz)));
    assert_eq!((state.nav.slide, meaning_in(&state, "1")), (CLOUD, None));
    assert_eq!(
        state.update(Msg::Ui(UiMsg::TogglePlainKeys)),
        [Effect::Keep(Kept::PlainKeysOff, String::new())]
    );
    let mut later = new_state();
    later.update(Msg::Host(HostMsg::Setting(Kept::PlainKeysOff, "1".into())));
    assert!(later.display.plain_keys_off);
}

#[test]
fn going_to_another_picture_of_the_overview_lifts_the_black_screen() {
    let mut state = play(DECK, [Msg::Nav(NavMsg::View(View::Overview)), Msg::Ui(UiMsg::ToggleBlack)]);
    assert!(state.display.black);
    state.update(Msg::Nav(NavMsg::Cursor(3)));
    assert_eq!((state.nav.cursor, state.display.black), (3, false));
}
