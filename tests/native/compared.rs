//! The lens's slider, the matrix, the changes and the sources, played.

use crate::html::{has, html};
use crate::play::*;
use kurabe::app::effect::{Effect, Entry};
use kurabe::app::keys::{Focus, Key, message};
use kurabe::app::lens::Lens;
use kurabe::app::msg::{
    CompareMsg, DeckMsg, HostMsg, LensMsg, Msg, NavMsg, Panel, SidesMsg, TableUse, UiMsg,
};
use kurabe::app::screen::{ChangesScreen, SlideScreen, SourcesScreen, Stage, screen};
use kurabe::app::state::State;
use kurabe::app::view::View;
use kurabe::model::date::Date;

pub const COMPARED: &str = "---
title: Clouds
lang: en
sides: [{ id: gke, name: GKE }, { id: eks, name: EKS }]
moments: [{ date: 2020-10-08, name: talk }, { date: 2026-11-22, name: now }]
checked: 2026-11-22
review-after: 12
issues-url: https://bugs.example/new?title={id}&on={date}&line={line}
---

# Start {#start}

- `#shared 2021-05-01..` for all

---

## DNS {#dns}

### GKE

- [x] `#g1` cache, with *care* [docs](https://g.example/a?b=1)
- `#g2 ..2021-03-01` old | \"way\"
- `#g3 2021-03-01.. replaces:g2` new way[^1]

[^1]: [Notes](https://g.example/notes)

### EKS

- [ ] `#e1 ..2024-12` no cache
- [x] `#e2 2024-12.. replaces:e1 @2025-01-01` built in

---

## Network {#net}

<!-- topic: DNS -->

### EKS

- =SUM(1)

---

## Load balancers {#lb}

### GKE

- [x] `#l1 2022-03-01..` later [docs](https://g.example/a?b=1)

### EKS

- [x] `#l2` always
";

pub fn moved(to: &str) -> Msg {
    let day = kurabe::model::date::PartialDate::parse(to).expect("a month").first_day();
    Msg::Lens(LensMsg::Drag(kurabe::analysis::months::Month::of(day).0.to_string()))
}

fn day(text: &str) -> Date {
    kurabe::model::date::PartialDate::parse(text).expect("a day").first_day()
}

fn changes(state: &State) -> ChangesScreen {
    match screen(state).stage {
        Stage::Changes(changes) => changes,
        other => panic!("no changes: {other:?}"),
    }
}

fn sources(state: &State) -> SourcesScreen {
    match screen(state).stage {
        Stage::Sources(sources) => sources,
        other => panic!("no sources: {other:?}"),
    }
}

fn slide(state: &State) -> SlideScreen {
    slide_screen(screen(state))
}

fn writes(effects: &[Effect]) -> bool {
    effects.iter().any(|effect| matches!(effect, Effect::WriteAddress { .. }))
}

// The slider.

#[test]
fn the_slider_moves_by_months_and_the_address_waits_for_the_hand() {
    let mut state = play(COMPARED, [at(1)]);
    let slider = |state: &State| screen(state).toolbar.unwrap().slider.unwrap();
    let start = slider(&state);
    assert_eq!((start.last - start.first, start.month - start.first), ((2026 - 2020) * 12 + 1, 0));
    assert_eq!(start.marks, [(5, 2), (7, 1), (17, 1), (50, 2)]);
    let effects = state.update(moved("2021-03"));
    assert!(!writes(&effects), "{effects:?}");
    assert_eq!(
        (state.lens_state.slides, state.display.announcement.as_str()),
        (Lens::On(day("2021-03-31")), "As of 2021-03-31: 1 ended, 1 added")
    );
    assert_eq!(slider(&state).text, "2021-03-31");
    assert!(!writes(&state.update(moved("2021-04"))));
    assert_eq!(state.display.announcement, "As of 2021-04-30: no change");
    let settled = state.update(Msg::Lens(LensMsg::Drop));
    let address = settled.iter().find_map(|effect| match effect {
        Effect::WriteAddress { address, entry: Entry::Present, .. } => Some(address.as_str()),
        _ => None,
    });
    assert_eq!(address, Some("?as-of=2021-04-30#dns"));
    state.update(moved("1900-01"));
    assert_eq!(state.day(), day("2020-10-31"), "no further than the deck");
    state.update(Msg::Lens(LensMsg::Drag("soon".into())));
    assert_eq!(state.day(), day("2020-10-31"));
}

#[test]
fn going_back_tells_what_holds_again_and_what_has_not_begun() {
    let mut state = play(COMPARED, [at(1), moved("2025-01")]);
    assert_eq!(state.display.announcement, "As of 2025-01-31: 2 ended, 2 added");
    state.update(moved("2020-12"));
    assert_eq!(state.display.announcement, "As of 2020-12-31: 2 hold again, 2 not yet begun");
    // Sides that are off don't count.
    state.update(Msg::Sides(SidesMsg::Toggle(EKS)));
    state.update(moved("2025-01"));
    assert_eq!(state.display.announcement, "As of 2025-01-31: 1 ended, 1 added");
    // In the views that look at all claims, all of them count.
    state.update(Msg::Sides(SidesMsg::All));
    state.update(Msg::Nav(NavMsg::View(View::Matrix)));
    state.update(moved("2020-12"));
    assert_eq!(state.display.announcement, "As of 2020-12-31: 2 hold again, 4 not yet begun");
}

#[test]
fn brackets_go_from_change_to_change_by_the_day() {
    let mut state = play(COMPARED, [at(1)]);
    let mut days = Vec::new();
    for _ in 0..6 {
        state.update(Msg::Lens(LensMsg::Change { later: true }));
        days.push(state.day().to_string());
    }
    assert_eq!(days, ["2021-03-01", "2021-05-01", "2022-03-01", "2024-12-01", "2024-12-01", "2024-12-01"]);
    state.update(Msg::Lens(LensMsg::Change { later: false }));
    assert_eq!(state.day(), day("2022-03-01"));
    let back = Key { key: "[".into(), ..Key::default() };
    assert_eq!(message(&state, &back), Some(Msg::Lens(LensMsg::Change { later: false })));
    assert_eq!(
        message(&state, &Key { focus: Focus::Choice, ..back }),
        Some(Msg::Lens(LensMsg::Change { later: false }))
    );
}

#[test]
fn what_the_lens_changed_is_marked_until_the_slide_is_left() {
    let mut state = play(COMPARED, [at(1), moved("2021-03")]);
    let fresh = |state: &State| {
        let items = slide(state).items;
        items.iter().map(|item| item.fresh).collect::<Vec<_>>()
    };
    assert_eq!(fresh(&state).iter().flatten().count(), 2);
    let once = fresh(&state);
    state.update(moved("2021-01"));
    assert_ne!(fresh(&state), once, "each move plays its own animation");
    state.update(moved("2021-02"));
    assert_eq!(fresh(&state).iter().flatten().count(), 0);
    state.update(moved("2021-03"));
    state.update(Msg::Nav(NavMsg::Next));
    state.update(Msg::Nav(NavMsg::Previous));
    assert_eq!(fresh(&state).iter().flatten().count(), 0);
}

#[test]
fn the_months_with_changes_can_be_chosen_from_a_list() {
    let state = play(COMPARED, [at(1)]);
    let options = screen(&state).toolbar.unwrap().slider.unwrap().options;
    let names: Vec<&str> = options.iter().map(|(_, name, _)| name.as_str()).collect();
    assert_eq!(names, ["2020-10", "2021-03 (2)", "2021-05 (1)", "2022-03 (1)", "2024-12 (2)"]);
    assert_eq!(options.iter().filter(|(_, _, chosen)| *chosen).count(), 1);
    let mut state = state;
    assert!(writes(&state.update(Msg::Lens(LensMsg::Month(options[4].0.clone())))));
    assert_eq!(state.day(), day("2024-12-31"));
    let later = screen(&state).toolbar.unwrap().slider.unwrap().options;
    assert_eq!(later.len(), 4);
    has(
        &html(&state),
        &["type=\"range\"", "aria-valuetext=\"2024-12-31\"", "<select aria-label=\"Months with changes\""],
    );
    let bare = play("## A\n\n- x\n", []);
    assert_eq!(screen(&bare).toolbar.unwrap().slider, None);
}

// The changes.

pub fn handed_out(state: &mut State, what: TableUse) -> (String, String) {
    match state.update(Msg::Compare(CompareMsg::Table(what))).as_slice() {
        [Effect::Download { name, text, .. }] => (name.clone(), text.clone()),
        [Effect::Copy(text)] => (String::new(), text.clone()),
        other => panic!("nothing was handed out: {other:?}"),
    }
}

#[test]
fn changes_stand_by_topic_with_what_replaced_what() {
    let mut state = play(COMPARED, [Msg::Nav(NavMsg::View(View::Changes))]);
    let shown = changes(&state);
    assert_eq!(shown.heading, "Changes from talk to now");
    assert_eq!(shown.sum, "0 ended, 2 replaced, 2 new, 3 unchanged");
    assert_eq!(shown.limits, "Of 1 things that could not be done (talk), 1 have ended and 0 still hold");
    let told: Vec<(&str, Vec<(usize, usize)>)> = shown
        .topics
        .iter()
        .map(|topic| (topic.name.as_str(), topic.changes.iter().map(|(a, b)| (a.len(), b.len())).collect()))
        .collect();
    assert_eq!(
        told,
        [("Start", vec![(0, 1)]), ("DNS", vec![(1, 1), (1, 1)]), ("Load balancers", vec![(0, 1)])]
    );
    let (name, text) = handed_out(&mut state, TableUse::DownloadMarkdown);
    assert_eq!(name, "changes-2020-10-08.md");
    assert!(
        text.contains("- **GKE** Replaced: ~~old | \\\"way\\\" (ended 2021-03-01)~~ → new way")
            || text.contains("- **GKE** Replaced: ~~old"),
        "{text}"
    );
    state.update(Msg::Compare(CompareMsg::From("1".into())));
    state.update(Msg::Compare(CompareMsg::To("0".into())));
    assert_eq!(changes(&state).heading, "Changes from now to talk");
    assert_eq!(changes(&state).sum, "2 ended, 2 replaced, 0 new, 3 unchanged");
    state.update(Msg::Sides(SidesMsg::Toggle(GKE)));
    assert_eq!(changes(&state).sum, "1 ended, 1 replaced, 0 new, 2 unchanged");
    state.update(Msg::Compare(CompareMsg::From("0".into())));
    has(&html(&state), &["Nothing changed in this time."]);
}

#[test]
fn the_badge_leads_to_the_changes_and_a_key_back() {
    let mut state = play(COMPARED, [at(1)]);
    has(
        &html(&state),
        &["<span>2 changed later</span></button><button type=\"button\" class=\"badge\">Changes</button>"],
    );
    state.update(Msg::Nav(NavMsg::View(View::Changes)));
    has(&html(&state), &["aria-label=\"Changes from\"", "<li class=\"change replaced\">", "data-side=\"1\""]);
    let key = Key { key: "c".into(), ..Key::default() };
    assert_eq!(message(&state, &key), Some(Msg::Nav(NavMsg::View(View::Slides))));
    state.update(Msg::Nav(NavMsg::View(View::Slides)));
    assert_eq!((state.nav.slide, state.nav.view), (1, View::Slides));
}

// Sources and review.

#[test]
fn sources_stand_once_with_the_claims_that_rest_on_them() {
    let mut state =
        play(COMPARED, [Msg::Deck(DeckMsg::Today(day("2026-11-22"))), Msg::Nav(NavMsg::View(View::Sources))]);
    let shown = sources(&state);
    assert_eq!(
        (shown.sum.as_str(), shown.due.as_str()),
        ("2 sources, 3 claims that rest on them", "As of 2026-11-22, 1 claims are due for review")
    );
    let told: Vec<(String, usize)> = shown
        .sources
        .iter()
        .map(|row| (row.address.as_ref().map(|it| it.0.clone()).unwrap_or_default(), row.claims.len()))
        .collect();
    assert_eq!(
        told,
        [("https://g.example/a?b=1".into(), 2), ("https://g.example/notes".into(), 1), (String::new(), 6)]
    );
    let due: Vec<&str> = shown
        .sources
        .iter()
        .flat_map(|row| &row.claims)
        .filter(|it| it.is_due)
        .map(|it| it.claim.link.as_str())
        .collect();
    assert_eq!(due, ["#e2"]);
    let line = COMPARED.lines().position(|line| line.contains("#g1")).unwrap() + 1;
    let correct = format!("https://bugs.example/new?title=g1&on=2020-10-08&line={line}");
    assert_eq!(shown.sources[0].claims[0].correct.as_deref(), Some(correct.as_str()));
    state.update(Msg::Deck(DeckMsg::Today(day("2027-11-22"))));
    assert_eq!(sources(&state).due, "As of 2027-11-22, 7 claims are due for review");
    has(&html(&state), &["Correct this", "due for review", "Claims without a link (the talk itself)"]);
}

// The line on slides, and figures.

#[test]
fn a_slide_says_in_one_line_in_what_its_sides_differ() {
    let mut state = play(COMPARED, [at(1)]);
    let line = |state: &State| slide(state).difference.map(|[seen, _]| seen);
    assert_eq!(line(&state).as_deref(), Some("GKE ✓ / EKS ✕; from 2024-12 both ✓"));
    assert_eq!(slide(&state).difference.unwrap()[1], "GKE can / EKS can't; from 2024-12 both can");
    state.update(moved("2025-01"));
    assert_eq!(line(&state).as_deref(), Some("both ✓ since 2024-12 (before: GKE ✓ / EKS ✕)"));
    state.update(Msg::Sides(SidesMsg::Toggle(GKE)));
    assert_eq!(line(&state), None);
    state.update(Msg::Sides(SidesMsg::All));
    state.update(at(3));
    assert_eq!(line(&state), None, "one side says nothing");
}

#[test]
fn figures_show_the_marks_and_the_changes() {
    let deck = COMPARED
        .replace("- `#shared 2021-05-01..` for all", "```kurabe matrix\n```\n\n```kurabe changes\n```");
    let shown = html(&play(&deck, []));
    has(
        &shown,
        &[
            "<table class=\"marks\">",
            "<a href=\"#dns\">DNS</a>",
            "Changes from talk to now",
            "0 ended, 2 replaced, 1 new",
        ],
    );
    assert!(!shown.contains("figure-later"));
}

#[test]
fn views_of_an_address_open_and_those_that_are_missing_are_told() {
    let state = opened("?view=matrix&as-of=2023#claims");
    assert_eq!((state.nav.view, state.display.notices.len()), (View::Matrix, 0));
    let mut bare = new_state();
    bare.update(Msg::Host(HostMsg::Url(address_of("?view=changes"))));
    bare.update(deck_read("## A\n\ntext\n"));
    assert_eq!((bare.nav.view, bare.display.notices.len()), (View::Slides, 1));
    let menu = play(COMPARED, [Msg::Ui(UiMsg::TogglePanel(Panel::Menu))]);
    has(&html(&menu), &["Matrix", "Changes", "Sources"]);
}
