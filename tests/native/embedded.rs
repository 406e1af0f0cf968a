//! A deck in a page of another's: the element's attributes, what is kept to, and what the page hears of.

use crate::html::html;
use crate::play::*;
use kurabe::app::address::Address;
use kurabe::app::element_event::{Snapshot, state_text};
use kurabe::app::embed::{ControlSet, Only};
use kurabe::app::msg::{
    DeckMsg, Failure, HostMsg, LensMsg, Msg, NavMsg, Panel, PresenterMsg, QuizMsg, SearchMsg, SidesMsg, UiMsg,
};
use kurabe::app::screen::screen;
use kurabe::app::state::State;
use kurabe::app::theme::Theme;
use kurabe::app::view::View;
use serde_json::{Value, json};

/// Two sections of two slides, and a question.
pub const DECK: &str = "---
title: Clouds
lang: en
sides: [{ id: gke, name: GKE }, { id: eks, name: EKS }]
moments: [{ name: talk, date: 2020-10-08 }, { name: now, date: 2026-11-22 }]
---

# One {#one}

---

## DNS {#dns}

### GKE

- `#cached` cached

### EKS

- `#plain 2021-01..` not cached

---

# Two {#two}

<!-- 1. a -->
- first
- [to DNS](#dns)

---

## Which? {#which}

- [ ] one `gke +2`
- [ ] other `eks +2`
";

pub fn set(name: &str, value: &str) -> Msg {
    Msg::Host(HostMsg::Attribute(name.to_owned(), Some(value.to_owned())))
}

/// The deck in an element with these attributes.
pub fn embedded(attributes: &[(&str, &str)]) -> State {
    let mut state = new_state().embedded();
    for (name, value) in attributes {
        state.update(set(name, value));
    }
    state.update(deck_read(DECK));
    state
}

fn slide(state: &State) -> &str {
    state.present_slide().map_or("", |slide| slide.id.as_str())
}

/// The events that a page hears of, each with its detail.
fn events_of(state: &mut State, msg: Msg) -> Vec<(&'static str, Value)> {
    let before = Snapshot::of(state);
    state.update(msg);
    let parse = |text: String| serde_json::from_str(&text).expect("JSON");
    before.events(state).into_iter().map(|(name, detail)| (name, parse(detail))).collect()
}

fn warned(state: &mut State) -> Vec<(&'static str, String)> {
    std::mem::take(&mut state.author.warnings)
}

#[test]
fn attributes_tell_where_a_deck_opens() {
    let state = embedded(&[
        ("slide", "dns"),
        ("sides", "eks"),
        ("as-of", "2026-11"),
        ("theme", "dark"),
        ("view", "read"),
    ]);
    assert_eq!((slide(&state), state.nav.view, state.display.theme), ("dns", View::Read, Theme::Dark));
    assert_eq!((state.sides.count(), state.day().to_string()), (1, "2026-11-22".to_owned()));
    assert_eq!(state.author.warnings, []);
}

#[test]
fn the_pages_address_counts_for_more_than_the_attributes() {
    let asked = Address { view: Some("read".into()), sides: Some("eks".into()), ..Address::default() };
    let told = Address { sides: Some("gke".into()), fragment: "dns".into(), ..Address::default() };
    let both = told.or(asked);
    assert_eq!(
        (both.view.as_deref(), both.sides.as_deref(), both.fragment.as_str()),
        (Some("read"), Some("gke"), "dns")
    );
}

#[test]
fn an_attribute_that_changes_changes_the_deck() {
    let mut state = embedded(&[]);
    for msg in [
        set("slide", "dns"),
        set("sides", "gke"),
        set("as-of", "2026-11-22"),
        set("theme", "light"),
        set("view", "matrix"),
    ] {
        state.update(msg);
    }
    assert_eq!((slide(&state), state.nav.view, state.display.theme), ("dns", View::Matrix, Theme::Light));
    assert_eq!(state.sides.count(), 1);
    assert_ne!(Some(state.day()), state.first_moment());
    for name in ["slide", "sides", "as-of", "theme", "view"] {
        state.update(Msg::Host(HostMsg::Attribute(name.to_owned(), None)));
    }
    assert_eq!((slide(&state), state.nav.view, state.display.theme), ("one", View::Slides, Theme::Auto));
    assert_eq!((state.sides.count(), Some(state.day())), (2, state.first_moment()));
    assert_eq!(state.author.warnings, []);
}

#[test]
fn a_bad_value_is_told_to_the_author_and_not_to_the_reader() {
    let bad = [
        ("sides", "aws"),
        ("as-of", "soon"),
        ("theme", "pink"),
        ("view", "mosaic"),
        ("only", "me"),
        ("controls", "some"),
    ];
    let mut state = embedded(&bad);
    let mut told = warned(&mut state);
    told.sort_unstable();
    let mut expected: Vec<(&str, String)> =
        bad.iter().map(|(name, value)| (*name, (*value).to_owned())).collect();
    expected.sort_unstable();
    assert_eq!(told, expected);
    assert_eq!((notices(&state).len(), state.nav.view, state.sides.count()), (0, View::Slides, 2));
    assert_eq!((state.host.embed.only, state.host.embed.controls), (None, ControlSet::Full));
    for (name, value) in bad.into_iter().chain([("slide", "nowhere")]) {
        state.update(set(name, value));
        assert_eq!(warned(&mut state), [(name, value.to_owned())]);
        assert!(notices(&state).is_empty(), "{name}");
    }
    let mut state = embedded(&[("slide", "nowhere")]);
    assert_eq!(warned(&mut state), [("slide", "nowhere".to_owned())]);
    assert_eq!(events_of(&mut embedded(&[]), set("theme", "pink"))[0].0, "kurabe-warning");
}

#[test]
fn mistakes_in_the_deck_are_told_to_its_author() {
    const BROKEN: &str = "---\nsidez: 1\n---\n# One\n";
    let mut state = new_state();
    let told = events_of(&mut state, deck_read(BROKEN));
    let mistake = json!({"code": "unknown-key", "line": 2, "column": 1});
    assert_eq!(told[0], ("kurabe-warning", mistake.clone()));
    assert_eq!(told.len(), 2, "and that the deck is there: {told:?}");
    let button = |state: &State| screen(state).toolbar.and_then(|toolbar| toolbar.diagnostics);
    assert_eq!((button(&state), notices(&state).len()), (None, 0), "for a reader");
    assert_eq!(events_of(&mut state, Msg::Nav(NavMsg::Next)), [], "told once");
    state = state.for_author(true);
    assert!(button(&state).is_some_and(|label| label.contains('1')));
    assert_eq!(events_of(&mut state, deck_read(BROKEN))[0], ("kurabe-warning", mistake), "read anew");
}

#[test]
fn one_slide_alone_has_no_way_out() {
    let mut state = embedded(&[("only", "slide"), ("slide", "dns")]);
    assert!(state.is_at_start() && state.is_at_end());
    let ways = [
        Msg::Nav(NavMsg::Next),
        Msg::Nav(NavMsg::Previous),
        Msg::Nav(NavMsg::Last),
        Msg::Nav(NavMsg::Slide(2)),
        Msg::Nav(NavMsg::Link("two".into())),
        Msg::Nav(NavMsg::View(View::Overview)),
        Msg::Nav(NavMsg::View(View::Matrix)),
        Msg::Nav(NavMsg::View(View::Quiz)),
        Msg::Ui(UiMsg::TogglePanel(Panel::Search)),
        Msg::Ui(UiMsg::TogglePanel(Panel::Jump)),
        Msg::Ui(UiMsg::Close),
    ];
    for way in ways {
        state.update(way.clone());
        assert_eq!(
            (slide(&state), state.nav.view, state.display.panel),
            ("dns", View::Slides, None),
            "{way:?}"
        );
    }
    let markup = html(&state);
    assert!(!markup.contains("class=\"number\"") && !markup.contains("overview-button"), "{markup}");
    state.update(Msg::Sides(SidesMsg::Toggle(kurabe::model::claim::SideIndex(0))));
    assert_eq!(state.sides.count(), 1, "sides can be switched all the same");
    state.update(set("slide", "two"));
    assert_eq!(slide(&state), "two", "the author may lead elsewhere");
    state.update(Msg::Host(HostMsg::Attribute("only".to_owned(), None)));
    state.update(Msg::Nav(NavMsg::Next));
    assert_eq!(slide(&state), "which");
}

#[test]
fn a_section_alone_is_walked_through_from_end_to_end() {
    let mut state = embedded(&[("only", "section"), ("slide", "dns")]);
    assert_eq!(state.progress(), (2, 2));
    state.update(Msg::Nav(NavMsg::Next));
    assert_eq!(slide(&state), "dns");
    state.update(Msg::Nav(NavMsg::First));
    assert_eq!((slide(&state), state.progress()), ("one", (1, 2)));
    state.update(Msg::Nav(NavMsg::Link("two".into())));
    assert_eq!(slide(&state), "one");
    state.update(Msg::Nav(NavMsg::Link("dns".into())));
    assert_eq!(slide(&state), "dns");
    let mut second = embedded(&[("only", "section"), ("slide", "two")]);
    assert_eq!(second.progress(), (1, 2));
    second.update(Msg::Nav(NavMsg::Next));
    assert_eq!((slide(&second), second.progress(), second.is_at_end()), ("which", (2, 2), true));
}

#[test]
fn only_what_is_kept_to_is_found() {
    let mut state = embedded(&[("only", "section"), ("slide", "dns")]);
    state.update(Msg::Ui(UiMsg::TogglePanel(Panel::Search)));
    for (query, hits) in [("dns", 1), ("first", 0)] {
        state.update(Msg::Search(SearchMsg::Query(query.into())));
        assert_eq!((state.search.hits.len(), state.search.near.len()), (hits, 0), "{query}");
    }
    // Near to a title of the other section.
    state.update(Msg::Search(SearchMsg::Query("which one".into())));
    assert!(state.search.near.is_empty(), "{:?}", state.search.near);
}

#[test]
fn a_view_or_the_quiz_alone_stays() {
    let mut matrix = embedded(&[("only", "view"), ("view", "matrix")]);
    for way in [
        Msg::Ui(UiMsg::Close),
        Msg::Nav(NavMsg::Link("dns".into())),
        Msg::Nav(NavMsg::View(View::Slides)),
        Msg::Nav(NavMsg::Slide(1)),
    ] {
        matrix.update(way.clone());
        assert_eq!(matrix.nav.view, View::Matrix, "{way:?}");
    }
    assert!(!matrix.has_something_open());
    matrix.update(set("view", "read"));
    assert_eq!(matrix.nav.view, View::Read);
    let mut quiz = embedded(&[("only", "quiz")]);
    assert_eq!(quiz.nav.view, View::Quiz);
    quiz.update(Msg::Ui(UiMsg::Close));
    quiz.update(Msg::Nav(NavMsg::View(View::Slides)));
    assert_eq!(quiz.nav.view, View::Quiz);
    quiz.update(Msg::Nav(NavMsg::Next));
    assert_eq!(quiz.nav.view, View::Verdict);
    assert_eq!(embedded(&[("only", "slide")]).host.embed.only, Some(Only::Slide));
}

#[test]
fn the_toolbar_is_as_large_as_the_author_wants() {
    let full = html(&embedded(&[]));
    assert!(full.contains("menu-opener") && full.contains("class=\"number\""));
    let minimal = html(&embedded(&[("controls", "minimal")]));
    assert!(minimal.contains("class=\"number\"") && minimal.contains("class=\"swatch\""));
    assert!(!minimal.contains("menu-opener") && !minimal.contains("lens-slider"), "{minimal}");
    assert!(!html(&embedded(&[("controls", "none")])).contains("class=\"toolbar\""));
}

#[test]
fn the_page_hears_of_what_happens() {
    let mut state = new_state().embedded();
    let ready = events_of(&mut state, deck_read(DECK));
    let standing = json!({"title": "Clouds", "lang": "en", "view": "slides", "slide": "one", "step": 0,
        "sides": ["gke", "eks"], "asOf": "2020-10-08", "day": "2020-10-08", "theme": "auto"});
    assert_eq!(ready, [("kurabe-ready", standing)]);
    let heard = events_of(&mut state, Msg::Nav(NavMsg::Next));
    assert_eq!((heard.len(), heard[0].0, &heard[0].1["slide"]), (1, "kurabe-slidechange", &json!("dns")));
    let heard = events_of(&mut state, Msg::Sides(SidesMsg::Toggle(kurabe::model::claim::SideIndex(0))));
    assert_eq!((heard.len(), heard[0].0, &heard[0].1["sides"]), (1, "kurabe-sideschange", &json!(["eks"])));
    let heard = events_of(&mut state, Msg::Lens(LensMsg::NextMoment));
    assert_eq!(
        (heard.len(), heard[0].0, &heard[0].1["asOf"]),
        (1, "kurabe-lenschange", &json!("2026-11-22"))
    );
    assert_eq!(events_of(&mut state, Msg::Ui(UiMsg::TogglePanel(Panel::Help))), []);
}

#[test]
fn of_answers_the_page_hears_only_that_there_are_some_until_the_reader_says_more() {
    let mut state = embedded(&[("slide", "which")]);
    let option = Msg::Quiz(QuizMsg::Answer(kurabe::analysis::answers::Said::Option(1)));
    let heard = events_of(&mut state, option);
    assert_eq!((heard.len(), heard[0].0), (1, "kurabe-answer"));
    assert!(!heard[0].1.to_string().contains("score") && !state_text(&state).contains("nswer"));
    let heard = events_of(&mut state, Msg::Quiz(QuizMsg::ShareScores));
    let scores = json!({"scores": [{"side": "eks", "score": 2}, {"side": "gke", "score": 0}]});
    assert_eq!(heard, [("kurabe-verdict", scores)]);
    assert_eq!(events_of(&mut state, Msg::Ui(UiMsg::NextTheme)), []);
}

#[test]
fn failures_have_kinds() {
    let kinds = [
        (Failure::Unreachable, "network"),
        (Failure::TooSlow, "network"),
        (Failure::Refused, "csp"),
        (Failure::FileAddress, "file-url"),
        (Failure::Status(404), "deck"),
        (Failure::TooLarge, "deck"),
        (Failure::NotText, "deck"),
        (Failure::Page, "deck"),
        (Failure::Empty, "deck"),
    ];
    for (failure, kind) in kinds {
        let heard = events_of(
            &mut new_state().embedded(),
            Msg::Deck(DeckMsg::Failed { file: "a.md".into(), failure }),
        );
        assert_eq!((heard.len(), heard[0].0, &heard[0].1["kind"]), (1, "kurabe-error", &json!(kind)));
        assert!(
            heard[0].1["message"]
                .as_str()
                .is_some_and(|text| text.contains("a.md") || failure == Failure::Unreachable)
        );
    }
}

#[test]
fn decks_of_a_group_share_sides_and_lens_as_far_as_they_have_them() {
    let mut state = embedded(&[]);
    let moved =
        |sides: &str, as_of: &str| Msg::Host(HostMsg::Group { sides: sides.into(), as_of: as_of.into() });
    state.update(moved("eks", "2026-11-22"));
    assert_eq!(state.shared_text(), Some(("eks".to_owned(), "2026-11-22".to_owned())));
    state.update(moved("aws,gcp", "2024-12"));
    assert_eq!(
        state.shared_text(),
        Some(("eks".to_owned(), "2024-12-31".to_owned())),
        "sides that it doesn't have"
    );
    state.update(moved("gke,eks", "another moment"));
    assert_eq!(state.shared_text(), Some(("gke,eks".to_owned(), "2024-12-31".to_owned())));
    assert!(state.display.notices.is_empty() && state.author.warnings.is_empty());
}

#[test]
fn an_embedded_deck_has_no_second_window_and_keeps_nothing_unasked() {
    let verdict = |attributes: &[(&str, &str)]| {
        let mut state = embedded(attributes);
        state.update(Msg::Nav(NavMsg::View(View::Verdict)));
        html(&state)
    };
    assert!(!verdict(&[]).contains("Remember on this device") && verdict(&[]).contains("Let this page know"));
    assert!(verdict(&[("remember", "")]).contains("Remember on this device"));
    let mut state = embedded(&[]).on_page(Some("https://a.example/b".into()));
    assert_eq!(state.update(Msg::Presenter(PresenterMsg::Open)), []);
}

#[test]
fn with_few_controls_nothing_is_handed_out() {
    let shown = |controls: &str| {
        let mut state = embedded(&[("controls", controls)]);
        state.update(Msg::Nav(NavMsg::View(View::Matrix)));
        html(&state)
    };
    assert!(shown("full").contains("CSV"));
    assert!(!shown("minimal").contains("CSV") && shown("minimal").contains("DNS"));
}
