//! Decks that come, come anew, or can't be had.

use crate::play::*;
use kurabe::app::effect::Effect;
use kurabe::app::lens::Lens;
use kurabe::app::msg::{DeckMsg, Failure, LensMsg, Msg, NavMsg, SidesMsg};
use kurabe::app::screen::{Stage, screen};
use kurabe::app::state::State;
use kurabe::model::date::Date;
use kurabe::words::Language;

#[test]
fn a_new_version_of_the_deck_keeps_the_place() {
    let mut state =
        play(DECK, [at(CLAIMS), Msg::Sides(SidesMsg::Toggle(GKE)), Msg::Lens(LensMsg::NextMoment)]);
    let longer = DECK.replace("## Steps {#steps}", "## Before\n\ntext\n\n---\n\n## Steps {#steps}");
    assert_eq!(written(&mut state, deck_read(&longer)), None);
    assert_eq!((state.nav.slide, state.lens_state.slides), (CLAIMS + 1, Lens::Moment(1)));
    assert!(state.sides.contains(EKS) && !state.sides.contains(GKE));
    assert!(item(&state, "old").is_ended);
}

#[test]
fn a_new_version_with_other_sides_keeps_those_that_still_exist() {
    let mut state = play(DECK, [Msg::Sides(SidesMsg::Toggle(GKE))]);
    let turned = DECK.replace(
        "[{ id: gke, name: GKE }, { id: eks, name: EKS }]",
        "[{ id: eks, name: EKS }, { id: gke, name: GKE }]",
    );
    state.update(deck_read(&turned));
    let on: Vec<bool> = screen(&state).toolbar.unwrap().sides.iter().map(|side| side.on).collect();
    assert_eq!(on, [true, false]);
    state.update(deck_read("---\nsides: [{ id: a }, { id: b }]\n---\n## X\n"));
    assert!(screen(&state).toolbar.unwrap().sides.iter().all(|side| side.on));
}

#[test]
fn a_new_version_without_the_slide_stays_near() {
    let mut state = play(DECK, [Msg::Nav(NavMsg::Last)]);
    state.update(deck_read("## A\n\n---\n\n## B\n"));
    assert_eq!(state.nav.slide, 1);
}

#[test]
fn a_failing_reload_keeps_the_last_good_deck() {
    for failure in [Failure::Status(404), Failure::Unreachable, Failure::NotText] {
        let state = play(DECK, [at(CLAIMS), Msg::Deck(DeckMsg::Failed { file: "deck.md".into(), failure })]);
        assert_eq!(slide_screen(screen(&state)).id, "claims");
        assert!(
            screen(&state).notices[0].text.contains("deck.md"),
            "a reader must know that it is the old one"
        );
    }
    let state = play(DECK, [at(CLAIMS), deck_read("")]);
    assert_eq!(slide_screen(screen(&state)).id, "claims");
    let state = play(DECK, [deck_read(""), deck_read(DECK)]);
    assert_eq!(state.source.failure, None);
}

#[test]
fn what_cannot_be_shown_says_why() {
    assert!(matches!(screen(&new_state()).stage, Stage::Loading { text } if text == "Loading deck.md"));
    let heading = |state: &State| match screen(state).stage {
        Stage::Failed { sentence, .. } => sentence.message,
        other => panic!("{other:?}"),
    };
    assert_eq!(heading(&play("", [])), "deck.md has no slides.");
    assert_eq!(heading(&play("---\ntitle: only\n---\n", [])), "deck.md has no slides.");
    let mut state = new_state();
    state.update(Msg::Deck(DeckMsg::Failed { file: "other.md".into(), failure: Failure::Status(404) }));
    assert_eq!(heading(&state), "other.md was not found (HTTP 404).");
}

#[test]
fn the_language_is_the_deck_s() {
    assert_eq!(play(DECK, []).language, Language::EN);
    assert_eq!(play("---\nlang: ja-JP\n---\n## A\n", []).language, Language::JA);
    let mut state = State::new("a.md", Language::JA, Date::new(2026, 12, 24).unwrap());
    state.update(deck_read("## A\n"));
    assert_eq!(state.language, Language::JA);
}

#[test]
fn a_deck_that_failed_can_be_fetched_again() {
    let mut state = new_state();
    state.update(Msg::Deck(DeckMsg::Failed { file: "deck.md".into(), failure: Failure::Unreachable }));
    assert_eq!(state.update(Msg::Deck(DeckMsg::Retry)), [Effect::FetchDeck]);
    assert!(matches!(screen(&state).stage, Stage::Loading { .. }));
}
