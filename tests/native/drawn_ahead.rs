//! What is drawn before it is wanted, and what later: the slides beside the present one, and an article that opens.

use crate::html::html;
use crate::play::{COVER, DECK, END, LONG, STEPS, address_of, deck_read, new_state, play};
use kurabe::app::lens::Lens;
use kurabe::app::msg::{HostMsg, LensMsg, Msg, NavMsg, RenderMsg, SidesMsg};
use kurabe::app::screen::{Stage, screen};
use kurabe::app::state::State;
use kurabe::app::view::View;
use kurabe::model::claim::SideIndex;

/// The places of the slides that are drawn out of sight.
fn beside(state: &State) -> Vec<usize> {
    screen(state).beside.iter().map(|slide| slide.at).collect()
}

#[test]
fn the_next_slide_is_drawn_and_the_one_that_was_left_stays() {
    let mut state = play(DECK, []);
    assert!(beside(&state).is_empty() && state.can_prepare());
    state.update(Msg::Render(RenderMsg::NextSlide));
    assert_eq!(beside(&state), [STEPS]);
    assert!(!state.can_prepare());
    state.update(Msg::Nav(NavMsg::Next));
    assert_eq!(beside(&state), [COVER]);
    state.update(Msg::Render(RenderMsg::NextSlide));
    state.update(Msg::Nav(NavMsg::Previous));
    assert_eq!((state.nav.slide, beside(&state).contains(&STEPS)), (COVER, true));
    // Of those that were walked through only the one before stays.
    for _ in 0..8 {
        state.update(Msg::Nav(NavMsg::Next));
    }
    state.update(Msg::Render(RenderMsg::NextSlide));
    assert!(!beside(&state).contains(&COVER), "{:?}", beside(&state));
}

#[test]
fn the_last_slide_has_none_behind_it() {
    let mut state = play(DECK, [Msg::Render(RenderMsg::NextSlide), Msg::Nav(NavMsg::Last)]);
    assert_eq!(beside(&state), [COVER, STEPS]);
    state.update(Msg::Render(RenderMsg::NextSlide));
    assert_eq!((state.nav.slide, state.next_slide(), state.can_prepare()), (END, None, false));
    state.update(Msg::Nav(NavMsg::Previous));
    assert_eq!((state.nav.slide, beside(&state)), (LONG, vec![END]));
}

#[test]
fn steps_of_the_next_slide_are_ahead_and_those_of_the_one_before_are_all_there() {
    let mut state = play(DECK, [Msg::Render(RenderMsg::NextSlide)]);
    assert_eq!(screen(&state).beside[0].step, 0);
    state.update(Msg::Nav(NavMsg::Slide(3)));
    state.update(Msg::Nav(NavMsg::Previous));
    assert_eq!(state.nav.slide, STEPS);
    state.update(Msg::Render(RenderMsg::NextSlide));
    state.update(Msg::Nav(NavMsg::Next));
    let kept = screen(&state).beside;
    let steps = kept.iter().find(|slide| slide.at == STEPS).map(|slide| slide.step);
    assert_eq!(steps, Some(u32::MAX));
}

#[test]
fn what_changes_all_slides_takes_those_beside_away() {
    let changes = [
        Msg::Sides(SidesMsg::Toggle(SideIndex(0))),
        Msg::Lens(LensMsg::Set(Lens::Moment(1))),
        Msg::Nav(NavMsg::View(View::Overview)),
        deck_read(DECK),
    ];
    for change in changes {
        let told = format!("{change:?}");
        let state = play(DECK, [Msg::Render(RenderMsg::NextSlide), change]);
        assert!(beside(&state).is_empty(), "{told}");
    }
}

#[test]
fn slides_beside_are_hidden_and_in_their_order() {
    let state = play(
        DECK,
        [Msg::Render(RenderMsg::NextSlide), Msg::Nav(NavMsg::Next), Msg::Render(RenderMsg::NextSlide)],
    );
    let page = html(&state);
    let slides: Vec<&str> =
        page.split("<article class=\"slide").skip(1).map(|part| part.split('>').next().unwrap()).collect();
    let told: Vec<(bool, bool)> = slides
        .iter()
        .map(|start| (start.contains("data-slide=\"steps\""), start.contains("hidden")))
        .collect();
    assert_eq!(told, [(false, true), (true, false), (false, true)], "{slides:?}");
    assert_eq!(page.matches("id=\"slide-title\"").count(), 1);
}

fn opened(address: &str) -> State {
    let mut state = new_state().on_narrow_screen(true);
    state.update(Msg::Host(HostMsg::Url(address_of(address))));
    state = state.rolled_up();
    state.update(deck_read(DECK));
    state
}

/// How many entries of the article are drawn, and how many are to come.
fn entries(state: &State) -> (usize, usize) {
    match screen(state).stage {
        Stage::Read(article) => (article.entries.len(), article.coming.len()),
        other => panic!("no article: {other:?}"),
    }
}

#[test]
fn an_article_that_opens_is_drawn_bit_by_bit() {
    let mut state = opened("");
    assert_eq!(entries(&state), (4, 2));
    assert_eq!(html(&state).matches("<article class=\"entry coming\"").count(), 2);
    state.update(Msg::Nav(NavMsg::SlideSeen(STEPS)));
    assert_eq!(entries(&state), (4, 2), "the reader may scroll");
    state.update(Msg::Render(RenderMsg::Article { all: false }));
    assert_eq!((entries(&state), state.rendering.unrolled), ((5, 1), Some(5)));
    state.update(Msg::Render(RenderMsg::Article { all: false }));
    assert_eq!((entries(&state), state.rendering.unrolled), ((6, 0), None));
}

#[test]
fn an_article_is_drawn_whole_where_its_end_may_be_wanted() {
    assert_eq!(entries(&opened("#long")), (6, 0), "the address leads into it");
    let mut scrolled = new_state().on_narrow_screen(true).rolled_up();
    scrolled.update(Msg::Render(RenderMsg::Article { all: true }));
    scrolled.update(deck_read(DECK));
    assert_eq!(entries(&scrolled), (6, 0), "the reader has scrolled before");
    for msg in [
        Msg::Nav(NavMsg::Next),
        Msg::Nav(NavMsg::Edge { down: true }),
        Msg::Nav(NavMsg::Link("end".into())),
        Msg::Sides(SidesMsg::Toggle(SideIndex(0))),
    ] {
        let told = format!("{msg:?}");
        let mut state = opened("");
        state.update(msg);
        assert_eq!(entries(&state), (6, 0), "{told}");
    }
}
