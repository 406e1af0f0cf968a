//! The README's examples do what it says, and the documents list the keys of the help panel.

use kurabe::app::keymap::{BINDINGS, RANGE};
use kurabe::app::lens::Lens;
use kurabe::app::msg::{DeckMsg, LensMsg, Msg, ReadDeck};
use kurabe::app::screen::{Stage, screen};
use kurabe::app::state::State;
use kurabe::model::date::Date;
use kurabe::read::read;
use kurabe::words::Language;

const README: &str = include_str!("../../README.md");
const PRESENTING: &str = include_str!("../../docs/presenting.md");

/// The README's deck, read.
fn example() -> State {
    let (_, rest) = README.split_once("```markdown\n").expect("an example deck");
    let (deck, _) = rest.split_once("```").expect("its end");
    let parsed = read(deck);
    assert_eq!(parsed.diagnostics, []);
    let mut state = State::new("example.md", Language::EN, Date::new(2026, 11, 22).unwrap());
    state.update(Msg::Deck(DeckMsg::Read(ReadDeck::new(parsed, ""))));
    state
}

/// For each listed claim: whether it is struck, and its labels.
fn claims(state: &State) -> Vec<(bool, Vec<String>)> {
    let Stage::Slide(slide) = screen(state).stage else { panic!("a slide") };
    let listed = slide.items.iter().filter(|item| item.is_listed);
    listed.map(|item| (item.is_ended, item.chips.iter().map(|chip| chip.text.clone()).collect())).collect()
}

#[test]
fn the_example_shows_then_and_today() {
    let mut state = example();
    assert_eq!(claims(&state), [(false, vec![]), (false, vec![])]);
    let Stage::Slide(slide) = screen(&state).stage else { panic!("a slide") };
    assert_eq!(slide.badge.expect("a badge").text, "1 changed later");
    assert_eq!(
        slide.columns.iter().map(|column| column.name.as_str()).collect::<Vec<_>>(),
        ["Tea", "Coffee"]
    );
    state.update(Msg::Lens(LensMsg::Set(Lens::Moment(1))));
    let ended = vec!["ended 2021-03-01".to_owned()];
    assert_eq!(claims(&state), [(false, vec![]), (true, ended), (false, vec!["added".to_owned()])]);
}

#[test]
fn the_documents_list_the_keys() {
    for binding in BINDINGS {
        let name = |key: &&str| if *key == RANGE { (*key).to_owned() } else { format!("`{key}`") };
        let row = format!("| {} |", binding.keys.iter().map(name).collect::<Vec<_>>().join(" "));
        assert!(PRESENTING.contains(&row), "docs/presenting.md has no row {row}");
    }
}

#[test]
fn its_links_lead_to_files() {
    let root = std::path::Path::new(env!("CARGO_MANIFEST_DIR"));
    let targets = README.split("](").skip(1).filter_map(|rest| rest.split(')').next());
    let files: Vec<&str> = targets.filter(|target| !target.starts_with("http")).collect();
    assert!(files.len() >= 5);
    for link in files {
        let (file, heading) = link.split_once('#').unwrap_or((link, ""));
        assert!(root.join(file).exists(), "{file} is missing");
        let text = std::fs::read_to_string(root.join(file)).unwrap_or_default();
        let id = |line: &str| line.trim_start_matches('#').trim().to_lowercase().replace(' ', "-");
        let has = |line: &str| line.starts_with('#') && id(line) == heading;
        assert!(heading.is_empty() || text.lines().any(has), "{link}: there is no such heading");
    }
}
