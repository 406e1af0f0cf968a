//! What is hidden of a slide, in two windows: it comes before what is next, as the audience sees it.

use crate::pair::Duo;
use crate::play::{CLAIMS, DECK, LONG, at};
use kurabe::app::effect::Effect;
use kurabe::app::msg::{Msg, NavMsg, PresenterMsg, RenderMsg};
use kurabe::app::nav::Scroll;
use kurabe::app::pair::Role;

#[test]
fn what_the_audience_does_not_see_yet_comes_before_what_is_next() {
    let mut duo = Duo::new(DECK, "");
    let slides = |duo: &Duo| duo.both().map(|state| state.nav.slide);
    duo.say(Role::Audience, Msg::Render(RenderMsg::Measured(Scroll { above: false, below: true })));
    duo.say(Role::Speaker, Msg::Nav(NavMsg::Next));
    assert_eq!(slides(&duo), [0, 0]);
    assert_eq!(duo.said[duo.said.len() - 2..], ["sv1", "as01"]);
    let scrolled = duo.audience.update(Msg::Presenter(PresenterMsg::Heard("sv1".into())));
    assert_eq!(scrolled[0], Effect::Scroll { down: true, is_far: true });
    duo.say(Role::Audience, Msg::Render(RenderMsg::Measured(Scroll { above: true, below: false })));
    // The speaker's own stage is smaller.
    duo.say(Role::Speaker, Msg::Render(RenderMsg::Measured(Scroll { above: false, below: true })));
    duo.say(Role::Speaker, Msg::Nav(NavMsg::Next));
    assert_eq!(slides(&duo), [1, 1]);
    assert_eq!(
        duo.speaker.update(Msg::Nav(NavMsg::Previous))[0],
        Effect::ShowSlide,
        "nothing is known to be above"
    );
}

/// What is said while the other window moves on comes late, and is of a slide that nobody looks at.
#[test]
fn what_was_hidden_of_a_slide_before_stops_nobody() {
    let mut duo = Duo::new(DECK, "");
    let told = |effects: Vec<Effect>| -> Vec<String> {
        let texts = effects.into_iter().filter_map(|effect| match effect {
            Effect::Tell(text) => Some(text),
            _ => None,
        });
        texts.collect()
    };
    let moves = [at(CLAIMS), at(LONG)].map(|msg| told(duo.speaker.update(msg)));
    let mut answers = Vec::new();
    let mut hear = |duo: &mut Duo, texts: &[String]| {
        for text in texts {
            answers.extend(told(duo.audience.update(Msg::Presenter(PresenterMsg::Heard(text.clone())))));
        }
    };
    hear(&mut duo, &moves[0]);
    let late =
        told(duo.audience.update(Msg::Render(RenderMsg::Measured(Scroll { above: false, below: true }))));
    hear(&mut duo, &moves[1]);
    assert_eq!(late, ["as01"]);
    for text in late.into_iter().chain(answers) {
        duo.speaker.update(Msg::Presenter(PresenterMsg::Heard(text)));
    }
    duo.say(Role::Speaker, Msg::Nav(NavMsg::Next));
    assert_eq!(duo.speaker.nav.slide, LONG + 1);
}

#[test]
fn back_shows_both_windows_the_end_of_the_slide() {
    let mut duo = Duo::new(DECK, "#claims");
    for role in [Role::Speaker, Role::Audience] {
        duo.say(role, at(CLAIMS));
        let effects = duo.of(role).update(Msg::Nav(NavMsg::Previous));
        let told: Vec<String> = effects
            .iter()
            .filter_map(|effect| if let Effect::Tell(text) = effect { Some(text.clone()) } else { None })
            .collect();
        let [.., position, end] = told.as_slice() else { panic!("{told:?}") };
        assert_eq!((&position[1..2], &end[1..]), ("=", "e"));
        let other = if role == Role::Speaker { &mut duo.audience } else { &mut duo.speaker };
        other.update(Msg::Presenter(PresenterMsg::Heard(position.clone())));
        assert_eq!(
            other.update(Msg::Presenter(PresenterMsg::Heard(end.clone()))),
            [Effect::ScrollToEnd { down: true }]
        );
    }
}
