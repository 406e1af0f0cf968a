//! The page's address: where it leads, and what is written into it.

use crate::play::*;
use kurabe::app::effect::{Effect, Entry};
use kurabe::app::lens::Lens;
use kurabe::app::msg::{HostMsg, LensMsg, Msg, NavMsg, Panel, SidesMsg, UiMsg};
use kurabe::app::screen::screen;
use kurabe::app::state::State;
use kurabe::app::theme::Theme;
use kurabe::app::view::View;
use kurabe::model::content::ItemNumber;
use kurabe::model::date::Date;

#[test]
fn an_address_leads_to_a_slide_a_claim_and_a_percent_encoded_id() {
    assert_eq!(opened("#claims").nav.slide, CLAIMS);
    let state = opened("#plain");
    assert_eq!(state.nav.slide, CLAIMS);
    assert!(item(&state, "plain").is_target);
    assert_eq!(opened("#%E3%82%AD%E3%83%A3%E3%83%83%E3%82%B7%E3%83%A5").nav.slide, CACHE);
    assert_eq!(opened("#キャッシュ").nav.slide, CACHE);
}

#[test]
fn a_claim_in_the_address_is_brought_into_view() {
    let mut state = new_state();
    state.update(Msg::Host(HostMsg::Url(address_of("#plain"))));
    assert_eq!(state.update(deck_read(DECK)), [Effect::ShowSlide, Effect::ShowTarget]);
    assert_eq!(state.update(Msg::Nav(NavMsg::Link("old".into())))[0], Effect::ShowTarget);
}

#[test]
fn a_claim_at_a_later_step_is_reached() {
    assert_eq!(opened("#fourth").nav.step, 4);
    assert!(item(&opened("#fourth"), "fourth").is_reached);
    assert_eq!(play(DECK, [Msg::Nav(NavMsg::Link("third".into()))]).nav.step, 3);
    assert_eq!(opened("?step=1#fourth").nav.step, 1);
    assert_eq!(opened("?step=0#fourth").nav.step, 0);
}

#[test]
fn a_claim_on_a_side_that_is_off_switches_it_on() {
    let state = opened("?sides=gke#plain");
    assert!(state.sides.contains(GKE) && state.sides.contains(EKS));
    let state = play(DECK, [Msg::Sides(SidesMsg::Toggle(EKS)), Msg::Nav(NavMsg::Link("plain".into()))]);
    assert!(state.sides.contains(EKS));
    assert!(!opened("?sides=gke#old").sides.contains(EKS));
}

#[test]
fn an_upcoming_claim_moves_the_lens_unless_the_address_names_a_day() {
    assert_eq!(opened("#later").lens_state.slides, Lens::Moment(1));
    assert_eq!(opened("?as-of=2020-10-08#later").lens_state.slides, Lens::Moment(0));
    assert_eq!(opened("#plain").lens_state.slides, Lens::Moment(0));
    assert_eq!(play(DECK, [Msg::Nav(NavMsg::Link("later".into()))]).lens_state.slides, Lens::Moment(1));
}

#[test]
fn a_folded_claim_is_shown_in_its_open_fold() {
    let state = opened("?as-of=2026-11-22#gone");
    assert!(item(&state, "come").fold_is_open && item(&state, "gone").is_target);
    let state = play(DECK, [Msg::Lens(LensMsg::NextMoment), Msg::Nav(NavMsg::Link("gone".into()))]);
    assert!(item(&state, "come").fold_is_open);
}

#[test]
fn an_unknown_link_does_nothing() {
    let mut state = play(DECK, [at(CLAIMS)]);
    assert_eq!(state.update(Msg::Nav(NavMsg::Link("nowhere".into()))), []);
    assert_eq!(state.nav.slide, CLAIMS);
}

#[test]
fn what_means_nothing_in_an_address_is_told_and_ignored() {
    let state = opened("?view=maze&sides=aks&as-of=soon&theme=pink&step=x#nowhere");
    assert_eq!(notices(&state), ["theme", "sides", "view", "as-of", "#", "step"]);
    assert_eq!(
        (state.nav.slide, state.nav.step, state.display.theme, state.lens_state.slides),
        (COVER, 0, Theme::Auto, Lens::Moment(0))
    );
    assert!(state.sides.contains(GKE) && state.sides.contains(EKS));
    let said = screen(&state).notices;
    assert_eq!(said[1].text, "sides=aks in the address means nothing here and was ignored.");
    for view in ["quiz", "verdict"] {
        let without_quiz = opened(&format!("?view={view}#steps"));
        assert_eq!((notices(&without_quiz), without_quiz.nav.view), (vec!["view"], View::Slides));
        assert_eq!(without_quiz.nav.slide, STEPS);
    }
    let half = opened("?sides=eks,aks");
    assert_eq!(notices(&half), ["sides"]);
    assert!(!half.sides.contains(GKE));
    assert_eq!(notices(&opened("?view=slides&sides=gke,eks&as-of=today&theme=dark&step=3#steps")), [""; 0]);
}

#[test]
fn a_step_beyond_the_last_is_the_last() {
    assert_eq!(opened("?step=99#steps").nav.step, 4);
}

#[test]
fn the_address_tells_what_is_not_as_at_the_start() {
    let mut state = opened("?utm=a%20b&theme=dark");
    let at_slide = written(&mut state, at(STEPS));
    assert_eq!(at_slide, Some(("?utm=a%20b&theme=dark#steps".into(), Entry::New)));
    let stepped = written(&mut state, Msg::Nav(NavMsg::Next));
    assert_eq!(stepped, Some(("?utm=a%20b&theme=dark&step=1#steps".into(), Entry::Present)));
    let toggled = written(&mut state, Msg::Sides(SidesMsg::Toggle(GKE)));
    assert_eq!(toggled, Some(("?utm=a%20b&sides=eks&theme=dark&step=1#steps".into(), Entry::Present)));
    let moment = written(&mut state, Msg::Lens(LensMsg::NextMoment)).unwrap();
    assert_eq!(moment.0, "?utm=a%20b&sides=eks&as-of=2026-11-22&theme=dark&step=1#steps");
    assert_eq!(moment.1, Entry::Present);
    let home = written(&mut state, Msg::Nav(NavMsg::First)).unwrap();
    assert_eq!(home, ("?utm=a%20b&sides=eks&as-of=2026-11-22&theme=dark".into(), Entry::New));
    state.update(Msg::Ui(UiMsg::NextTheme));
    let light = written(&mut state, Msg::Ui(UiMsg::NextTheme)).unwrap();
    assert_eq!(light, ("?utm=a%20b&sides=eks&as-of=2026-11-22".into(), Entry::Present));
}

#[test]
fn a_message_that_moves_nothing_writes_nothing() {
    let mut state = play(DECK, [at(CLAIMS)]);
    for message in [
        Msg::Ui(UiMsg::TogglePanel(Panel::Help)),
        Msg::Ui(UiMsg::Close),
        Msg::Ui(UiMsg::ToggleBlack),
        Msg::Ui(UiMsg::ToggleClaim(CLAIMS, ItemNumber(0))),
        Msg::Lens(LensMsg::Set(Lens::Moment(0))),
        Msg::Host(HostMsg::Fullscreen(true)),
    ] {
        assert_eq!(written(&mut state, message.clone()), None, "{message:?}");
    }
}

#[test]
fn back_and_forward_write_nothing_and_restore_everything() {
    let mut state =
        play(DECK, [at(CLAIMS), Msg::Sides(SidesMsg::Toggle(GKE)), Msg::Lens(LensMsg::NextMoment)]);
    assert_eq!(written(&mut state, Msg::Host(HostMsg::Url(address_of("?sides=gke&step=2#steps")))), None);
    assert_eq!((state.nav.slide, state.nav.step, state.lens_state.slides), (STEPS, 2, Lens::Moment(0)));
    assert!(state.sides.contains(GKE) && !state.sides.contains(EKS));
    assert_eq!(written(&mut state, Msg::Host(HostMsg::Url(address_of("?")))), None);
    assert_eq!((state.nav.slide, state.nav.step), (COVER, 0));
}

/// Everything that matters is in the address: opened again, it leads to the same place.
#[test]
fn every_address_written_leads_back() {
    let walk = [
        at(STEPS),
        Msg::Nav(NavMsg::Next),
        Msg::Nav(NavMsg::Link("fourth".into())),
        Msg::Nav(NavMsg::Previous),
        Msg::Nav(NavMsg::Previous),
        Msg::Nav(NavMsg::Previous),
        Msg::Nav(NavMsg::Previous),
        Msg::Sides(SidesMsg::Toggle(EKS)),
        Msg::Nav(NavMsg::Link("later".into())),
        Msg::Lens(LensMsg::NextMoment),
        Msg::Nav(NavMsg::Link("plain".into())),
        Msg::Sides(SidesMsg::Toggle(EKS)),
        Msg::Ui(UiMsg::NextTheme),
        Msg::Lens(LensMsg::Set(Lens::On(Date::new(2023, 1, 31).unwrap()))),
        at(HIDDEN),
        Msg::Nav(NavMsg::Link("gone".into())),
    ];
    let mut state = play(DECK, []);
    for message in walk {
        let Some((address, _)) = written(&mut state, message.clone()) else { continue };
        let again = opened(&address);
        let place = |state: &State| {
            (state.nav.slide, state.nav.step, state.sides, state.lens_state.slides, state.display.theme)
        };
        assert_eq!(place(&again), place(&state), "{message:?} wrote {address}");
        assert_eq!(again.nav.target, state.nav.target, "{message:?} wrote {address}");
    }
}

#[test]
fn a_new_version_of_the_site_is_told_once_and_not_to_an_audience() {
    let told = |state: &State| screen(state).notices.len();
    let mut state = play(DECK, [Msg::Host(HostMsg::NewVersion), Msg::Host(HostMsg::NewVersion)]);
    assert_eq!(told(&state), 1);
    state.update(Msg::Host(HostMsg::Fullscreen(true)));
    assert_eq!(told(&state), 0);
    state.update(Msg::Host(HostMsg::Fullscreen(false)));
    assert_eq!(told(&state), 1);
    state.update(Msg::Ui(UiMsg::DismissNotices));
    assert_eq!(told(&state), 0);
}
