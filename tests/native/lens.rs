//! The time lens: what is shown at which day, the badge, and folding.

use crate::play::*;
use kurabe::app::lens::Lens;
use kurabe::app::msg::{DeckMsg, LensMsg, Msg, SidesMsg, UiMsg};
use kurabe::app::screen::screen;
use kurabe::app::state::State;
use kurabe::model::date::Date;

#[test]
fn a_moment_shows_what_held_then() {
    let mut state = play(DECK, [at(CLAIMS)]);
    assert!(!item(&state, "old").is_ended && !item(&state, "new").is_listed);
    state.update(Msg::Lens(LensMsg::Set(Lens::Moment(1))));
    assert!(item(&state, "old").is_ended && item(&state, "new").is_listed);
    assert_eq!(item(&state, "new").chips[0].kind, "added");
    assert_eq!(item(&state, "old").chips[0].text, "ended 2021-01-01");
    assert_eq!(state.display.announcement, "As of now: 1 ended, 2 added");
}

#[test]
fn t_goes_from_moment_to_moment_and_round() {
    let mut state = play(DECK, [Msg::Lens(LensMsg::NextMoment)]);
    assert_eq!(state.lens_state.slides, Lens::Moment(1));
    state.update(Msg::Lens(LensMsg::NextMoment));
    assert_eq!(state.lens_state.slides, Lens::Moment(0));
    assert_eq!(opened("?as-of=2023").lens_state.slides, Lens::On(Date::new(2023, 12, 31).unwrap()));
    let mut between = opened("?as-of=2023");
    between.update(Msg::Lens(LensMsg::NextMoment));
    assert_eq!(between.lens_state.slides, Lens::Moment(1));
}

#[test]
fn a_deck_without_moments_is_seen_as_of_today() {
    let state =
        play("## A\n\n- `#a ..2026-12-24` x\n- `#b ..2026-12-25` y\n", [Msg::Lens(LensMsg::NextMoment)]);
    assert_eq!(state.lens_state.slides, Lens::Today);
    assert!(item(&state, "a").is_ended && !item(&state, "b").is_ended);
    let mut state = state;
    state.update(Msg::Deck(DeckMsg::Today(Date::new(2026, 12, 25).unwrap())));
    assert!(item(&state, "b").is_ended);
}

#[test]
fn a_lens_after_the_last_check_says_so() {
    let warning = |as_of| slide_screen(screen(&opened(as_of))).warning;
    assert_eq!(warning("?as-of=2026-11-22#claims"), None);
    assert_eq!(warning("?as-of=2026-11-23#claims"), Some("not checked after 2026-11-22".into()));
    assert_eq!(warning("?as-of=2026-11-23#cover"), None);
}

#[test]
fn the_badge_counts_a_pair_once_and_leads_to_the_other_moment() {
    let mut state = play(DECK, [at(CLAIMS)]);
    let badge = |state: &State| slide_screen(screen(state)).badge.map(|badge| (badge.text, badge.moment));
    assert_eq!(badge(&state), Some(("2 changed later".into(), 1)));
    state.update(Msg::Sides(SidesMsg::Toggle(EKS)));
    assert_eq!(badge(&state), Some(("1 changed later".into(), 1)));
    state.update(Msg::Lens(LensMsg::NextMoment));
    assert_eq!(badge(&state), Some(("1 changed since talk".into(), 0)));
    assert_eq!(badge(&play(DECK, [at(STEPS)])), None);
}

#[test]
fn where_nothing_changes_any_more_the_lens_stays_and_says_so() {
    let mut state = play(DECK, [at(CLAIMS)]);
    for (later, said) in [(false, "No change before talk"), (true, "No change after 2022-01-01")] {
        for _ in 0..3 {
            state.update(Msg::Lens(LensMsg::Change { later }));
        }
        assert_eq!(state.display.announcement, said);
    }
}

#[test]
fn a_long_column_folds_what_was_replaced() {
    let mut state = play(DECK, [at(LONG), Msg::Lens(LensMsg::NextMoment)]);
    let (gone, come) = (number(&state, "gone"), number(&state, "come"));
    assert!(!item(&state, "gone").is_listed);
    assert_eq!(item(&state, "come").folded, [gone]);
    assert!(!item(&state, "come").fold_is_open);
    state.update(Msg::Ui(UiMsg::ToggleFold(state.nav.slide, come)));
    assert!(item(&state, "come").fold_is_open);
    state.update(Msg::Ui(UiMsg::ToggleFold(state.nav.slide, come)));
    assert!(!item(&state, "come").fold_is_open);
    let short = play(DECK, [at(CLAIMS), Msg::Lens(LensMsg::NextMoment)]);
    assert!(item(&short, "old").is_listed && item(&short, "new").folded.is_empty());
}
