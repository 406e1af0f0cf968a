//! The quiz: moving through its questions, answering them, and what is kept of the answers.

use crate::asking::*;
use crate::play::{at, deck_read, notices, repeat, written};
use kurabe::analysis::answers::{Answer, Importance, Said};
use kurabe::app::effect::{Effect, Entry};
use kurabe::app::keys::{Focus, Key, message};
use kurabe::app::lens::Lens;
use kurabe::app::msg::{HostMsg, LensMsg, Msg, NavMsg, Panel, QuizMsg, RecordUse, SidesMsg, UiMsg};
use kurabe::app::screen::{PanelContent, Stage, screen};
use kurabe::app::state::State;
use kurabe::app::view::View;
use kurabe::model::claim::SideIndex;
use kurabe::words::{Language, fill};

const UNKNOWN: Msg = Msg::Quiz(QuizMsg::Answer(Said::Unknown));
const A_LOT: Msg = Msg::Quiz(QuizMsg::Importance(Importance::ALot));

fn place(state: &State) -> (View, usize) {
    (state.nav.view, state.nav.slide)
}

fn said(state: &State) -> Vec<Said> {
    state.quiz.answers.iter().map(|answer| answer.said).collect()
}

/// The question's number and the question that the quiz shows.
fn shown(state: &State) -> (usize, String) {
    let quiz = quiz_screen(state);
    let here: Vec<usize> =
        (1..).zip(&quiz.rows).filter(|(_, row)| row.is_here).map(|(number, _)| number).collect();
    assert_eq!(here.len(), 1, "one question is the present one");
    (here[0], quiz.slide.id)
}

// Coming and going.

#[test]
fn q_enters_at_the_first_unanswered_question_and_escape_leads_back() {
    let mut state = asked([at(CLAIMS)]);
    assert_eq!(key(&state, "q"), Some(QUIZ));
    let effects = state.update(QUIZ);
    assert!(effects.contains(&Effect::ShowQuestion) && effects.contains(&Effect::ShowSlide));
    assert_eq!(shown(&state), (1, "q-cloud".into()));
    assert_eq!(key(&state, "Escape"), Some(Msg::Ui(UiMsg::Close)));
    state.update(Msg::Nav(NavMsg::Next));
    state.update(Msg::Ui(UiMsg::Close));
    assert_eq!(place(&state), (View::Slides, CLAIMS));
    assert_eq!(key(&state, "Escape"), None);
    // "I don't know" is an answer as far as going on is concerned.
    let state =
        asked([answers(&[0]), vec![Msg::Nav(NavMsg::Next), UNKNOWN, Msg::Ui(UiMsg::Close), QUIZ]].concat());
    assert_eq!(place(&state), (View::Quiz, MUST));
    let all = asked([answers(&[0, 0, 0]), vec![Msg::Ui(UiMsg::Close), QUIZ]].concat());
    assert_eq!(place(&all), (View::Quiz, CLOUD));
    // On the slide of a question the quiz goes on with that question.
    assert_eq!(place(&asked([at(NODES), QUIZ])), (View::Quiz, NODES));
}

#[test]
fn escape_closes_what_is_open_before_it_leaves_the_quiz() {
    let mut state = asked([at(CLAIMS), QUIZ, Msg::Ui(UiMsg::TogglePanel(Panel::Help))]);
    state.update(Msg::Ui(UiMsg::Close));
    assert_eq!((place(&state), state.display.panel), ((View::Quiz, CLOUD), None));
    state.update(VERDICT);
    state.update(Msg::Ui(UiMsg::Close));
    assert_eq!(place(&state), (View::Slides, CLAIMS));
}

#[test]
fn next_back_home_and_end_stay_within_the_quiz() {
    let mut state = asked([QUIZ]);
    let mut go = |msg: Msg| {
        state.update(msg);
        place(&state)
    };
    assert_eq!(go(Msg::Nav(NavMsg::Previous)), (View::Quiz, CLOUD));
    assert_eq!(go(Msg::Nav(NavMsg::Next)), (View::Quiz, NODES));
    assert_eq!(go(Msg::Nav(NavMsg::Next)), (View::Quiz, MUST));
    assert_eq!(go(Msg::Nav(NavMsg::Next)), (View::Verdict, RESULT));
    assert_eq!(go(Msg::Nav(NavMsg::Next)), (View::Verdict, RESULT));
    assert_eq!(go(Msg::Nav(NavMsg::Last)), (View::Verdict, RESULT));
    assert_eq!(go(Msg::Nav(NavMsg::Previous)), (View::Quiz, MUST));
    assert_eq!(go(Msg::Nav(NavMsg::Previous)), (View::Quiz, NODES));
    assert_eq!(go(Msg::Nav(NavMsg::Last)), (View::Verdict, RESULT));
    assert_eq!(go(Msg::Nav(NavMsg::First)), (View::Quiz, CLOUD));
    assert_eq!(go(Msg::Quiz(QuizMsg::Question(2))), (View::Quiz, MUST));
    assert_eq!(go(Msg::Quiz(QuizMsg::Question(3))), (View::Quiz, MUST));
}

#[test]
fn the_buttons_tell_where_they_lead() {
    let first = asked([QUIZ]);
    let bar = screen(&first).toolbar.unwrap();
    assert_eq!((bar.number, bar.total, bar.at_start, bar.at_end), (1, 3, true, false));
    assert!(bar.sides.is_empty() && bar.quiz.unwrap().is_in);
    assert_eq!((quiz_screen(&first).is_first, quiz_screen(&first).next), (true, "Skip"));
    assert_eq!(quiz_screen(&asked([QUIZ, option(0)])).next, "Next");
    assert_eq!(quiz_screen(&asked([Msg::Quiz(QuizMsg::Question(2))])).next, "See the result");
    assert!(screen(&asked([VERDICT])).toolbar.unwrap().at_end);
    assert_eq!(screen(&asked([VERDICT])).title, "What your answers lean to - Talk");
}

#[test]
fn a_link_in_the_quiz_leads_to_the_slide_and_leaves_the_quiz() {
    let state = asked([QUIZ, Msg::Nav(NavMsg::Link("can".into()))]);
    assert_eq!(place(&state), (View::Slides, CLAIMS));
    assert!(crate::play::item(&state, "can").is_target);
    assert_eq!(place(&asked([VERDICT, Msg::Nav(NavMsg::Link("q-nodes".into()))])), (View::Slides, NODES));
    assert_eq!(place(&asked([QUIZ, Msg::Nav(NavMsg::Link("nowhere".into()))])), (View::Quiz, CLOUD));
    assert_eq!(place(&asked([VERDICT, at(COVER)])), (View::Slides, COVER));
}

#[test]
fn a_deck_without_questions_has_no_quiz() {
    let mut state = crate::play::play("## A\n", []);
    for msg in [QUIZ, VERDICT, Msg::Quiz(QuizMsg::Question(0)), option(0), A_LOT] {
        assert_eq!(state.update(msg), []);
    }
    assert_eq!((state.nav.view, screen(&state).toolbar.unwrap().quiz), (View::Slides, None));
}

// Answering.

#[test]
fn digits_choose_the_options_of_the_question_on_the_screen() {
    for state in [asked([QUIZ]), asked([at(CLOUD)])] {
        assert_eq!(key(&state, "2"), Some(option(1)));
        assert_eq!(key(&state, "２"), Some(option(1)));
        // Beyond the options nothing happens, and no side is switched.
        assert_eq!(key(&state, "6"), Some(option(5)));
        assert_eq!(key(&state, "0"), None);
        let in_options = |key: &str| Key { key: key.into(), focus: Focus::Radio, ..Key::default() };
        assert_eq!(message(&state, &in_options("1")), Some(option(0)));
        assert_eq!(message(&state, &in_options("ArrowDown")), None);
        assert_eq!(message(&state, &in_options("Enter")), Some(Msg::Nav(NavMsg::Next)));
    }
    assert_eq!(key(&asked([at(CLAIMS)]), "2"), Some(Msg::Sides(SidesMsg::Toggle(SideIndex(1)))));
    let verdict = asked([VERDICT]);
    assert_ne!(key(&verdict, "1"), Some(Msg::Sides(SidesMsg::Toggle(SideIndex(0)))));
    assert_eq!(said(&asked([VERDICT, option(0)])), [Said::Nothing; 3]);
}

#[test]
fn an_answer_on_a_slide_of_the_talk_is_the_same_as_in_the_quiz() {
    let on_slide = asked([at(NODES), option(1), A_LOT]);
    let in_quiz = asked([Msg::Quiz(QuizMsg::Question(1)), option(1), A_LOT]);
    assert_eq!((on_slide.nav.view, &on_slide.quiz.answers), (View::Slides, &in_quiz.quiz.answers));
    assert_eq!(on_slide.quiz.answers[1], Answer { said: Said::Option(1), importance: Importance::ALot });
    let Stage::Slide(slide) = screen(&on_slide).stage else { panic!("no slide") };
    assert_eq!(slide.question.unwrap().chosen, [false, true]);
    assert_eq!(quiz_screen(&in_quiz).slide.question.unwrap().chosen, [false, true]);
}

#[test]
fn an_option_that_the_question_does_not_have_changes_nothing() {
    let mut state = asked([Msg::Quiz(QuizMsg::Question(1)), option(0)]);
    let before = (said(&state), state.display.announcement.clone());
    assert_eq!(state.update(option(2)), []);
    assert_eq!(state.update(option(usize::MAX)), []);
    assert_eq!((said(&state), state.display.announcement.clone()), before);
    let mut elsewhere = asked([at(CLAIMS)]);
    assert_eq!(elsewhere.update(option(0)), []);
    assert_eq!(said(&elsewhere), [Said::Nothing; 3]);
}

#[test]
fn an_answer_can_be_changed_from_the_verdict() {
    let mut state = asked([answers(&[0, 1, 2]), vec![VERDICT]].concat());
    state.update(Msg::Quiz(QuizMsg::Question(1)));
    assert_eq!(shown(&state), (2, "q-nodes".into()));
    assert_eq!(state.display.announcement, "Question 2 of 3");
    state.update(option(0));
    assert_eq!(said(&state), [Said::Option(0), Said::Option(0), Said::Option(2)]);
}

#[test]
fn the_list_tells_every_question_with_its_answer() {
    let state = asked([answers(&[1]), vec![Msg::Nav(NavMsg::Next), UNKNOWN]].concat());
    let rows = quiz_screen(&state).rows;
    let told: Vec<_> = rows.iter().map(|row| (row.title.as_str(), row.answer.as_str())).collect();
    assert_eq!(told, [("Which cloud?", "AWS"), ("Nodes?", "I don't know"), ("Must?", "not answered")]);
    let marks: Vec<_> = rows.iter().map(|row| (row.is_open, row.is_here)).collect();
    assert_eq!(marks, [(false, false), (false, true), (true, false)]);
}

#[test]
fn only_starting_over_clears_answers_importance_and_words() {
    let words = "We take GKE.".to_owned();
    let kept = [answers(&[0, 1]), vec![A_LOT, Msg::Quiz(QuizMsg::Outcome(words.clone()))]].concat();
    let mut state = asked(kept);
    let full = state.quiz.answers.clone();
    let harmless = [
        Msg::Ui(UiMsg::TogglePanel(Panel::StartOver)),
        Msg::Ui(UiMsg::Close),
        Msg::Ui(UiMsg::Close),
        QUIZ,
        VERDICT,
        Msg::Quiz(QuizMsg::Record(RecordUse::Copy)),
        Msg::Lens(LensMsg::Set(Lens::Moment(1))),
        Msg::Quiz(QuizMsg::ToggleRemember),
        Msg::Quiz(QuizMsg::ToggleRemember),
        Msg::Host(HostMsg::Url(crate::play::address_of("?view=quiz#q-must"))),
        Msg::Nav(NavMsg::Link("can".into())),
        Msg::Ui(UiMsg::TogglePanel(Panel::StartOver)),
    ];
    for msg in harmless {
        state.update(msg.clone());
        assert_eq!((&state.quiz.answers, &state.quiz.words), (&full, &words), "{msg:?}");
    }
    assert_eq!(screen(&state).panel.unwrap().content, PanelContent::StartOver);
    state.update(Msg::Quiz(QuizMsg::StartOver));
    assert_eq!(state.quiz.answers, [Answer::default(); 3]);
    assert_eq!((state.quiz.words.as_str(), state.quiz.code.as_str(), state.display.panel), ("", "", None));
    assert_eq!(state.display.announcement, "All answers cleared");
    // In the quiz it begins anew.
    let mut state = asked([answers(&[0, 1]), vec![VERDICT, Msg::Quiz(QuizMsg::StartOver)]].concat());
    assert_eq!(place(&state), (View::Quiz, CLOUD));
    assert!(!verdict_screen(&mut state).has_answers);
}

#[test]
fn the_live_region_tells_question_option_and_verdict() {
    let mut state = asked([at(CLAIMS), QUIZ]);
    let mut live = |msg: Msg| {
        state.update(msg);
        screen(&state).live
    };
    assert_eq!(live(option(0)), "Chosen: Google");
    assert_eq!(live(UNKNOWN), "Chosen: I don't know");
    assert_eq!(live(option(0)), "Chosen: Google");
    assert_eq!(live(Msg::Nav(NavMsg::Next)), "Question 2 of 3");
    assert_eq!(live(VERDICT), fill(Language::EN.quiz().leaning, &[&"GKE", &10, &100]));
    assert_eq!(live(Msg::Ui(UiMsg::Close)), "Slide 2 of 7: Claims");
}

// The page's history.

#[test]
fn another_question_is_a_new_entry_and_an_answer_belongs_to_the_present_one() {
    let mut state = asked([]);
    let mut write = |msg: Msg| {
        let effects = state.update(msg.clone());
        let writes: Vec<_> = effects
            .into_iter()
            .filter_map(|effect| match effect {
                Effect::WriteAddress { address, entry, answers } => Some((address, entry, answers)),
                _ => None,
            })
            .collect();
        assert!(writes.iter().all(|(address, ..)| !address.contains("answers")), "{msg:?}: {writes:?}");
        assert!(writes.iter().all(|(.., answers)| *answers == state.quiz.code), "{msg:?}: {writes:?}");
        let [write] = writes.try_into().unwrap_or_else(|other| panic!("{msg:?}: {other:?}"));
        let (address, entry, answers) = write;
        (address, entry, answers.is_empty())
    };
    let entry = |address: &str, entry, is_empty| (address.to_owned(), entry, is_empty);
    assert_eq!(write(QUIZ), entry("?view=quiz#q-cloud", Entry::New, true));
    assert_eq!(write(option(1)), entry("?view=quiz#q-cloud", Entry::Present, false));
    assert_eq!(write(A_LOT), entry("?view=quiz#q-cloud", Entry::Present, false));
    assert_eq!(write(Msg::Nav(NavMsg::Next)), entry("?view=quiz#q-nodes", Entry::New, false));
    assert_eq!(write(VERDICT), entry("?view=verdict#result", Entry::New, false));
    let moment = entry("?view=verdict&as-of=2020-10-08#result", Entry::Present, false);
    assert_eq!(write(Msg::Lens(LensMsg::NextMoment)), moment);
    // Each lens is written with its own views.
    assert_eq!(write(Msg::Ui(UiMsg::Close)), entry("?", Entry::New, false));
    assert_eq!(write(Msg::Lens(LensMsg::NextMoment)), entry("?as-of=2026-11-22", Entry::Present, false));
    assert_eq!(write(at(NODES)), entry("?as-of=2026-11-22#q-nodes", Entry::New, false));
    assert_eq!(write(QUIZ), entry("?view=quiz&as-of=2020-10-08#q-nodes", Entry::New, false));
}

#[test]
fn every_address_written_in_the_quiz_leads_back() {
    let walk = [
        at(CLAIMS),
        QUIZ,
        option(1),
        Msg::Nav(NavMsg::Next),
        Msg::Sides(SidesMsg::Toggle(SideIndex(0))),
        Msg::Lens(LensMsg::NextMoment),
        Msg::Nav(NavMsg::Last),
        Msg::Ui(UiMsg::NextTheme),
        Msg::Nav(NavMsg::Previous),
        Msg::Nav(NavMsg::Link("cannot".into())),
        QUIZ,
        Msg::Nav(NavMsg::Link("q-nodes".into())),
        QUIZ,
        VERDICT,
        Msg::Ui(UiMsg::Close),
        Msg::Sides(SidesMsg::All),
        VERDICT,
        Msg::Nav(NavMsg::First),
        Msg::Ui(UiMsg::Close),
    ];
    let mut state = asked([]);
    let mut count = 0;
    for msg in walk {
        let Some((address, _)) = written(&mut state, msg.clone()) else { continue };
        let again = opened(&address);
        let place = |state: &State| {
            (
                state.nav.view,
                state.nav.slide,
                state.sides,
                state.lens(),
                state.display.theme,
                state.nav.target,
            )
        };
        assert_eq!(place(&again), place(&state), "{msg:?} wrote {address}");
        assert_eq!(again.question_here(), state.question_here(), "{msg:?} wrote {address}");
        assert_eq!(notices(&again), [""; 0], "{msg:?} wrote {address}");
        count += 1;
    }
    assert!(count >= 15, "only {count} addresses");
}

#[test]
fn an_address_of_the_quiz_opens_a_question_whatever_slide_it_names() {
    assert_eq!(place(&opened("?view=quiz#q-nodes")), (View::Quiz, NODES));
    assert_eq!(place(&opened("?view=quiz")), (View::Quiz, CLOUD));
    let mut state = opened("?view=quiz#claims");
    assert_eq!((place(&state), notices(&state)), ((View::Quiz, CLOUD), vec![]));
    state.update(Msg::Ui(UiMsg::Close));
    assert_eq!(place(&state), (View::Slides, CLAIMS));
    let mut verdict = opened("?view=verdict");
    assert_eq!(place(&verdict), (View::Verdict, RESULT));
    verdict.update(Msg::Ui(UiMsg::Close));
    assert_eq!(verdict.nav.view, View::Slides);
    // Whoever opens the page isn't led away from where the focus is.
    let mut fresh = crate::play::new_state();
    fresh.update(Msg::Host(HostMsg::Url(crate::play::address_of("?view=quiz"))));
    assert!(!fresh.update(deck_read(ASKING)).contains(&Effect::ShowQuestion));
}

#[test]
fn back_and_forward_keep_the_answers() {
    let mut state = asked(answers(&[1, 0]));
    let before = state.quiz.answers.clone();
    for address in ["?view=quiz#q-cloud", "?", "?view=verdict#result", "?view=quiz#q-must"] {
        let effects = state.update(Msg::Host(HostMsg::Url(crate::play::address_of(address))));
        let writes = |effect: &Effect| matches!(effect, Effect::WriteAddress { .. } | Effect::Remember(_));
        assert!(!effects.iter().any(writes), "{address}");
        assert_eq!(state.quiz.answers, before, "{address}");
    }
}

// Another deck.

#[test]
fn a_deck_read_again_keeps_the_answers_to_the_questions_that_are_left() {
    let added = ASKING.replace(
        "## Nodes? {#q-nodes}\n\n- [ ] `#yes` Yes `gke +2` `eks +3 2021-01-01..`\n- [ ] `#no` No\n",
        "## New? {#q-new}\n\n- [ ] `#so` So `gke +1`\n",
    );
    assert_ne!(added, ASKING);
    let mut state = asked([answers(&[1, 0, 1]), vec![A_LOT]].concat());
    let effects = state.update(deck_read(&added));
    assert!(!effects.iter().any(|effect| matches!(effect, Effect::WriteAddress { .. })));
    assert_eq!(said(&state), [Said::Option(1), Said::Nothing, Said::Option(1)]);
    assert_eq!(state.quiz.answers[2].importance, Importance::ALot);
    assert_eq!(place(&state), (View::Quiz, MUST));
    // The quiz is left where its question is gone, and where there are no questions any more.
    let mut state = asked([answers(&[1, 0]), repeat(&Msg::Nav(NavMsg::Next), 0)].concat());
    state.update(deck_read(&added));
    assert_eq!(state.question_here().is_some(), state.nav.view == View::Quiz);
    state.update(VERDICT);
    state.update(deck_read("## A\n"));
    assert_eq!((state.nav.view, state.quiz.answers.len(), state.quiz.code.as_str()), (View::Slides, 0, ""));
}
