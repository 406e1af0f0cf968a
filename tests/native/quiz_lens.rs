//! The quiz's own lens, and the answers of a tab.

use crate::asking::{ASKING, CLAIMS, QUIZ, VERDICT, option};
use crate::even::day;
use crate::play::{address_of, at, deck_read, new_state, notices, play};
use kurabe::app::effect::{Effect, Kept};
use kurabe::app::lens::Lens;
use kurabe::app::msg::{HostMsg, LensMsg, Msg, NavMsg, QuizMsg, UiMsg};
use kurabe::app::screen::screen;
use kurabe::app::state::State;
use kurabe::app::view::View;

fn opened_as(deck: &str, address: &str) -> State {
    let mut state = new_state();
    state.update(Msg::Host(HostMsg::Url(address_of(address))));
    state.update(deck_read(deck));
    state
}

#[test]
fn the_quiz_has_a_lens_of_its_own_which_opens_at_the_last_moment() {
    let mut state = play(ASKING, [at(CLAIMS)]);
    let seen = |state: &State| (state.lens(), state.day().to_string());
    assert_eq!(seen(&state), (Lens::Moment(0), "2020-10-08".into()));
    state.update(QUIZ);
    assert_eq!(seen(&state), (Lens::Moment(1), "2026-11-22".into()));
    assert!(screen(&state).toolbar.unwrap().moments[1].chosen);
    state.update(Msg::Lens(LensMsg::Set(Lens::On(day("2023-01-31")))));
    state.update(VERDICT);
    assert_eq!(seen(&state).1, "2023-01-31");
    // Leaving gives the other views theirs back; coming again, the quiz.
    state.update(Msg::Ui(UiMsg::Close));
    assert_eq!((state.nav.view, seen(&state).1), (View::Slides, "2020-10-08".into()));
    state.update(Msg::Lens(LensMsg::NextMoment));
    state.update(Msg::Nav(NavMsg::View(View::Matrix)));
    assert_eq!(seen(&state).0, Lens::Moment(1));
    state.update(QUIZ);
    assert_eq!(seen(&state).1, "2023-01-31");
}

#[test]
fn as_of_belongs_to_the_view_that_the_address_shows() {
    let quiz = opened_as(ASKING, "?view=quiz&as-of=2023-01-31");
    assert_eq!((quiz.quiz.lens, quiz.lens_state.slides), (Lens::On(day("2023-01-31")), Lens::Moment(0)));
    let slides = opened_as(ASKING, "?as-of=2023-01-31");
    assert_eq!((slides.quiz.lens, slides.lens_state.slides), (Lens::Moment(1), Lens::On(day("2023-01-31"))));
    let mut state = opened_as(ASKING, "?view=verdict");
    assert_eq!(state.quiz.lens, Lens::Moment(1));
    // Going back to an address of the slides leaves the quiz's lens alone.
    state.update(Msg::Lens(LensMsg::Set(Lens::Moment(0))));
    state.update(Msg::Host(HostMsg::Url(address_of("?as-of=2026-11-22#claims"))));
    assert_eq!((state.quiz.lens, state.lens_state.slides), (Lens::Moment(0), Lens::Moment(1)));
}

#[test]
fn a_group_moves_the_lens_of_the_slides_alone() {
    let mut state = play(ASKING, [QUIZ]);
    state.update(Msg::Host(HostMsg::Group { sides: "gke".into(), as_of: "2023-01-31".into() }));
    assert_eq!((state.lens(), state.lens_state.slides), (Lens::Moment(1), Lens::On(day("2023-01-31"))));
    state.update(Msg::Lens(LensMsg::Set(Lens::Moment(0))));
    assert_eq!(state.shared_text().unwrap().1, "2023-01-31");
}

#[test]
fn an_old_link_without_a_day_opens_at_the_first_moment_and_says_so() {
    let code = play(ASKING, [Msg::Quiz(QuizMsg::Question(1)), option(0)]).quiz.code;
    let old = code.replacen('2', "1", 1);
    let open = |address: &str| {
        let state = opened_as(ASKING, address);
        (state.quiz.lens, screen(&state).notices.into_iter().map(|notice| notice.text).collect::<Vec<_>>())
    };
    let told = "This link names no day: it is shown as of 2020-10-08, as when it was made.";
    assert_eq!(
        open(&format!("?view=verdict#result?answers={old}")),
        (Lens::Moment(0), vec![told.to_owned()])
    );
    let dated = format!("?view=verdict&as-of=2026-11-22#result?answers={old}");
    assert_eq!(open(&dated), (Lens::Moment(1), vec![]));
    assert_eq!(open(&format!("?view=verdict#result?answers={code}")), (Lens::Moment(1), vec![]));
    assert_eq!(open(&format!("#result?answers={old}")), (Lens::Moment(1), vec![]));
    assert_eq!(notices(&opened_as(ASKING, "?view=verdict")), [""; 0]);
}

#[test]
fn a_new_link_names_the_quiz_s_lens_from_any_view() {
    let mut state =
        play(ASKING, [QUIZ, option(0), Msg::Lens(LensMsg::Set(Lens::Moment(0))), Msg::Ui(UiMsg::Close)]);
    state.update(Msg::Lens(LensMsg::NextMoment));
    let mut state = state.on_page(Some("https://a.example/".into()));
    let link = state.link().unwrap();
    assert!(link.starts_with("https://a.example/?view=verdict&as-of=2020-10-08#?answers=2"), "{link}");
    state.update(VERDICT);
    assert!(state.link().unwrap().contains("&as-of=2020-10-08#result?answers=2"));
}

// The answers of a tab.

#[test]
fn answers_are_kept_for_the_tab_and_found_again() {
    let mut state = play(ASKING, [QUIZ]);
    let effects = state.update(option(0));
    let code = state.quiz.code.clone();
    assert!(effects.contains(&Effect::Keep(Kept::Answers, code.clone())), "{effects:?}");
    // When one comes back, and the address names none.
    let mut later = new_state();
    later.update(Msg::Host(HostMsg::Setting(Kept::Answers, code.clone())));
    later.update(deck_read(ASKING));
    assert_eq!((&later.quiz.answers, later.quiz.remembers), (&state.quiz.answers, false));
    // A link's answers count for more, and don't take the place of the tab's until the reader answers.
    let other = play(ASKING, [Msg::Quiz(QuizMsg::Question(1)), option(1)]).quiz.code;
    let mut linked = new_state();
    linked.update(Msg::Host(HostMsg::Setting(Kept::Answers, code.clone())));
    linked.update(Msg::Host(HostMsg::Url(address_of(&format!("?view=verdict#result?answers={other}")))));
    let effects = linked.update(deck_read(ASKING));
    assert_eq!(linked.quiz.code, other);
    assert!(!effects.iter().any(|effect| matches!(effect, Effect::Keep(Kept::Answers, _))), "{effects:?}");
    // Starting over forgets them; a page of another's keeps nothing.
    let effects = state.update(Msg::Quiz(QuizMsg::StartOver));
    assert!(effects.contains(&Effect::Keep(Kept::Answers, String::new())), "{effects:?}");
    let mut embedded = new_state().embedded();
    embedded.update(deck_read(ASKING));
    embedded.update(QUIZ);
    let effects = embedded.update(option(0));
    assert!(!effects.iter().any(|effect| matches!(effect, Effect::Keep(Kept::Answers, _))), "{effects:?}");
}

// What a review found.

#[test]
fn an_old_link_stays_at_its_day_when_its_answers_come_from_the_history() {
    // A reload finds the answers with the entry, in the form of today; the address is still the old link's.
    let answers = play(ASKING, [Msg::Quiz(QuizMsg::Question(1)), option(0)]).quiz.code;
    let mut address = address_of(&format!("?view=verdict#result?answers={}", answers.replacen('2', "1", 1)));
    address.answers = Some(answers);
    let mut state = new_state();
    state.update(Msg::Host(HostMsg::Url(address.clone())));
    state.update(deck_read(ASKING));
    assert_eq!(state.quiz.lens, Lens::Moment(0));
    // Back to it, with the answers that are on the screen.
    state.update(Msg::Lens(LensMsg::Set(Lens::Moment(1))));
    address.answers = None;
    state.update(Msg::Host(HostMsg::Url(address)));
    assert_eq!(state.quiz.lens, Lens::Moment(0));
}

#[test]
fn a_link_names_the_day_even_where_it_is_the_last_moment() {
    let state = play(ASKING, [QUIZ, option(0), VERDICT]).on_page(Some("https://a.example/".into()));
    let link = state.link().unwrap();
    assert!(link.contains("?view=verdict&as-of=2026-11-22#"), "{link}");
}

#[test]
fn saved_answers_are_not_written_over_by_a_tab_that_has_others() {
    let saved = play(ASKING, [QUIZ, option(0)]).quiz.code;
    let other = play(ASKING, [QUIZ, option(1)]).quiz.code;
    let opened = |of_tab: &str| {
        let mut state = new_state();
        state.update(Msg::Host(HostMsg::Setting(Kept::Answers, of_tab.to_owned())));
        state.update(Msg::Quiz(QuizMsg::Saved(saved.clone())));
        state.update(deck_read(ASKING));
        state.quiz.remembers
    };
    assert_eq!([opened(&saved), opened(&other)], [true, false]);
    assert!(opened(&saved.replacen('2', "1", 1)), "the same answers in the older form");
}

#[test]
fn the_part_that_is_kept_to_tells_whose_day_it_is() {
    let mut state = new_state().embedded();
    for (name, value) in [("only", "quiz"), ("as-of", "2020-10-08")] {
        state.update(Msg::Host(HostMsg::Attribute(name.into(), Some(value.into()))));
    }
    state.update(deck_read(ASKING));
    assert_eq!((state.nav.view, state.lens()), (View::Quiz, Lens::Moment(0)));
}

#[test]
fn printed_slides_are_as_of_the_slides_lens() {
    let mut state = play(ASKING, [QUIZ]);
    assert_eq!(state.lens(), Lens::Moment(1));
    state.update(Msg::Host(HostMsg::Url(address_of("?view=quiz&print=slides"))));
    assert_eq!((state.nav.view, state.lens()), (View::Quiz, Lens::Moment(0)));
}

#[test]
fn a_group_hears_of_the_slides_lens_alone() {
    use kurabe::app::element_event::Snapshot;
    let mut state = play(ASKING, [VERDICT]);
    let before = Snapshot::of(&state);
    state.update(Msg::Lens(LensMsg::Set(Lens::Moment(0))));
    assert!(!before.differs_in_shared(&state));
    state.update(Msg::Ui(UiMsg::Close));
    state.update(Msg::Lens(LensMsg::Set(Lens::Moment(1))));
    assert!(before.differs_in_shared(&state));
}

#[test]
fn back_leads_from_a_folded_question_to_the_one_before_it() {
    let deck = "---\nlang: en\nsides: [{ id: a, name: A }, { id: b, name: B }]\n---\n## Q\n\n- [ ] x `a +1`\n- [ ] y\n\n---\n\n## R\n\n- [ ] x `a +1` `b +1`\n- [ ] y\n";
    let mut state = play(deck, [Msg::Quiz(QuizMsg::Question(1))]);
    assert!(!screen(&state).toolbar.unwrap().at_start);
    state.update(Msg::Nav(NavMsg::Previous));
    assert_eq!(state.nav.slide, 0);
    assert!(screen(&state).toolbar.unwrap().at_start);
}
