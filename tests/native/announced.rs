//! What the live region says on a whole walk through the shipped deck, in both languages: reviewed files.

use crate::play::deck_read;
use crate::snapshots::hold_against;
use kurabe::app::keys::{Key, message};
use kurabe::app::state::State;
use kurabe::model::date::Date;
use kurabe::words::Language;

/// Keys, and how often each is pressed.
const WALK: [(&str, usize); 32] = [
    ("PageDown", 12),
    ("1", 2),
    ("2", 2),
    ("1", 1),
    ("2", 1),
    ("0", 1),
    ("t", 2),
    ("b", 2),
    ("d", 4),
    ("PageDown", 60),
    ("PageUp", 2),
    ("Home", 1),
    ("o", 1),
    ("ArrowRight", 3),
    ("Enter", 1),
    ("o", 1),
    ("Escape", 1),
    ("r", 1),
    ("n", 2),
    ("r", 1),
    ("q", 1),
    ("1", 1),
    ("PageDown", 1),
    ("2", 1),
    ("PageUp", 1),
    ("PageDown", 12),
    ("t", 1),
    ("Escape", 1),
    ("x", 2),
    ("/", 1),
    ("Escape", 1),
    ("End", 1),
];

fn walked(deck: &str) -> String {
    let today = Date::new(2026, 11, 22).unwrap();
    let mut state = State::new("deck.md", Language::EN, today).on_page(Some("https://deck.example/".into()));
    state.update(deck_read(deck));
    let mut said = Vec::new();
    for (pressed, times) in WALK {
        for _ in 0..times {
            let key = Key { key: pressed.into(), ..Key::default() };
            let before = std::mem::take(&mut state.display.announcement);
            if let Some(msg) = message(&state, &key) {
                state.update(msg);
            }
            match state.display.announcement.as_str() {
                "" => state.display.announcement = before,
                text => said.push(format!("{pressed}: {text}\n")),
            }
        }
    }
    said.concat()
}

#[test]
fn a_whole_walk_is_told_in_japanese() {
    hold_against("announced.ja.txt", &walked(include_str!("../../content/gke-eks.ja.md")));
}

#[test]
fn a_whole_walk_is_told_in_english() {
    hold_against("announced.en.txt", &walked(include_str!("../../content/gke-eks.en.md")));
}
