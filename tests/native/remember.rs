//! What leaves the page with a reader's answers: the link, what is kept on the device, and the record's file.

use crate::asking::{ASKING, QUIZ, VERDICT, answered, answers, asked, opened, option, verdict_screen};
use crate::pair::Duo;
use crate::play::{DECK, address_of, deck_read, new_state};
use kurabe::analysis::answers::{Importance, Said};
use kurabe::app::effect::{Effect, Kept};
use kurabe::app::msg::{
    HostMsg, LensMsg, Msg, NavMsg, Panel, PresenterMsg, QuizMsg, RecordUse, RenderMsg, UiMsg,
};
use kurabe::app::nav::Scroll;
use kurabe::app::notice::Notice;
use kurabe::app::screen::{PanelContent, Stage, screen};
use kurabe::app::state::State;
use kurabe::words::Language;

/// What a message makes the shell save or forget.
fn saved(state: &mut State, msg: Msg) -> Vec<Effect> {
    let effects = state.update(msg);
    effects.into_iter().filter(|effect| matches!(effect, Effect::Remember(_))).collect()
}

fn kept(code: impl Into<String>) -> Effect {
    Effect::Remember(Some(code.into()))
}

fn code(options: &[usize]) -> String {
    asked(answers(options)).quiz.code
}

/// The asking deck as opened at an address on a device that has answers saved.
fn with_saved(address: &str, saved: &str) -> (State, Vec<Effect>) {
    let mut state = new_state();
    state.update(Msg::Host(HostMsg::Url(address_of(address))));
    // The shell throws away what comes of this: nothing is on the screen yet.
    state.update(Msg::Quiz(QuizMsg::Saved(saved.to_owned())));
    let effects = state.update(deck_read(ASKING));
    (state, effects)
}

// Remembering.

#[test]
fn answers_are_saved_only_while_the_reader_wants_it() {
    let mut state = asked([]);
    assert_eq!(saved(&mut state, QUIZ), []);
    assert_eq!(saved(&mut state, option(1)), []);
    assert_eq!(saved(&mut state, Msg::Quiz(QuizMsg::ToggleRemember)), [kept(code(&[1]))]);
    assert_eq!(saved(&mut state, Msg::Nav(NavMsg::Next)), []);
    assert_eq!(saved(&mut state, option(0)), [kept(code(&[1, 0]))]);
    // The same answer once more is nothing new.
    assert_eq!(saved(&mut state, option(0)), []);
    assert_eq!(saved(&mut state, Msg::Quiz(QuizMsg::Importance(Importance::ALot))).len(), 1);
    assert_eq!(saved(&mut state, Msg::Quiz(QuizMsg::ToggleRemember)), [Effect::Remember(None)]);
    assert_eq!(saved(&mut state, option(1)), []);
}

#[test]
fn starting_over_saves_that_nothing_is_answered() {
    let mut state = asked([answers(&[1]), vec![Msg::Quiz(QuizMsg::ToggleRemember)]].concat());
    assert_eq!(saved(&mut state, Msg::Quiz(QuizMsg::StartOver)), [kept("")]);
    assert!(state.quiz.remembers);
}

#[test]
fn saved_answers_are_there_when_the_page_opens() {
    let (mut state, effects) = with_saved("?view=quiz#q-must", &code(&[1, 0]));
    let said: Vec<_> = state.quiz.answers.iter().map(|answer| answer.said).collect();
    assert_eq!(said, [Said::Option(1), Said::Option(0), Said::Nothing]);
    assert!(state.quiz.remembers);
    assert!(!effects.iter().any(|effect| matches!(effect, Effect::Remember(_))));
    assert_eq!(saved(&mut state, option(1)), [kept(code(&[1, 0, 1]))]);
    // They come after the deck as well as before it.
    let mut late = asked([]);
    late.update(Msg::Quiz(QuizMsg::Saved(code(&[1, 0]))));
    assert_eq!((late.quiz.code.as_str(), late.quiz.remembers), (code(&[1, 0]).as_str(), true));
}

#[test]
fn the_answers_of_a_link_win_and_leave_the_saved_ones_alone() {
    let link = format!("?view=verdict#result?answers={}", code(&[0, 1, 2]));
    let (mut state, effects) = with_saved(&link, &code(&[1, 0]));
    assert_eq!(state.quiz.code, code(&[0, 1, 2]));
    assert!(!effects.iter().any(|effect| matches!(effect, Effect::Remember(_))));
    for msg in answered(0, 1).into_iter().chain([Msg::Quiz(QuizMsg::Importance(Importance::ALot)), VERDICT]) {
        assert_eq!(saved(&mut state, msg.clone()), [], "{msg:?}");
    }
    let code_now = state.quiz.code.clone();
    assert_eq!(saved(&mut state, Msg::Quiz(QuizMsg::ToggleRemember)), [kept(code_now)]);
    // A link with the very answers that are saved changes nothing about that.
    let same = format!("#result?answers={}", code(&[1, 0]));
    assert!(with_saved(&same, &code(&[1, 0])).0.quiz.remembers);
}

#[test]
fn a_device_that_saves_nothing_is_told_about_and_not_asked_again() {
    let mut state = asked(
        [answers(&[1]), vec![Msg::Quiz(QuizMsg::ToggleRemember), Msg::Host(HostMsg::StorageFailed)]].concat(),
    );
    assert!(!state.quiz.remembers);
    assert_eq!(saved(&mut state, option(0)), []);
    let mut state = asked(
        [answers(&[1]), vec![Msg::Quiz(QuizMsg::ToggleRemember), Msg::Host(HostMsg::StorageFailed)]].concat(),
    );
    let said = screen(&state).notices;
    assert_eq!(said.len(), 1);
    assert!(said[0].text.starts_with("Nothing can be saved on this device."), "{said:?}");
    assert_eq!(saved(&mut state, Msg::Quiz(QuizMsg::ToggleRemember)), [kept(code(&[1]))]);
}

// The link.

fn on_page(messages: impl IntoIterator<Item = Msg>) -> State {
    let mut state = asked(messages);
    state.host.page = Some("https://deck.example/talk".into());
    state
}

#[test]
fn the_link_leads_to_the_same_verdict() {
    let happened = [
        answers(&[1, 0, 1]),
        vec![Msg::Quiz(QuizMsg::Importance(Importance::NotAtAll)), Msg::Lens(LensMsg::NextMoment)],
    ];
    let mut state = on_page(happened.concat());
    for msg in [Msg::Nav(NavMsg::First), VERDICT] {
        state.update(msg);
        let link = state.link().unwrap();
        let address = link.strip_prefix("https://deck.example/talk").unwrap();
        let again = opened(address);
        assert_eq!(again.quiz.answers, state.quiz.answers, "{link}");
        assert_eq!((again.nav.view.name(), again.lens()), ("verdict", state.quiz.lens), "{link}");
        assert!(again.display.notices.is_empty(), "{link}");
        // The query goes to the server, the fragment doesn't.
        let (query, fragment) = address.split_once('#').unwrap();
        assert!(!query.contains("answers") && fragment.contains(&state.quiz.code), "{link}");
        assert_eq!(state.update(Msg::Quiz(QuizMsg::CopyLink)), [Effect::Copy(link)]);
    }
}

#[test]
fn a_deck_that_does_not_own_the_address_has_no_link() {
    let mut state = asked(answers(&[1]));
    assert_eq!(state.link(), None);
    assert_eq!(state.update(Msg::Quiz(QuizMsg::CopyLink)), []);
}

#[test]
fn a_link_whose_answers_cannot_be_read_still_leads_to_its_place() {
    let state = opened("?view=verdict#result?answers=9zz");
    assert_eq!(state.nav.view.name(), "verdict");
    assert!(matches!(state.display.notices.as_slice(), [Notice::Link(_)]));
    assert!(screen(&state).notices[0].text.contains("another version"));
}

#[test]
fn whether_copying_worked_is_told_until_something_else_happens() {
    let words = Language::EN.quiz();
    for (done, told) in [(true, words.copied), (false, words.copy_failed)] {
        let mut state = on_page(answers(&[1]));
        assert_eq!(verdict_screen(&mut state).status, "");
        state.update(Msg::Host(HostMsg::Copied(done)));
        // Measuring the slide is nothing that the reader did.
        state.update(Msg::Render(RenderMsg::Measured(Scroll { above: false, below: true })));
        let Stage::Verdict(verdict) = screen(&state).stage else { panic!("no verdict") };
        assert_eq!(verdict.status, told);
        state.update(Msg::Ui(UiMsg::TogglePanel(Panel::Record)));
        let record = |state: &State| match screen(state).panel.unwrap().content {
            PanelContent::Record { status, .. } => status,
            other => panic!("no record: {other:?}"),
        };
        assert_eq!(record(&state), "");
        state.update(Msg::Host(HostMsg::Copied(done)));
        assert_eq!(record(&state), told);
    }
}

// The record.

#[test]
fn the_record_is_copied_saved_and_printed() {
    let words = Msg::Quiz(QuizMsg::Outcome("We take *EKS*.\n\n- for now".into()));
    let mut state = on_page([answers(&[1, 0]), vec![words]].concat());
    let mut effect = |how| {
        let [effect] = state.update(Msg::Quiz(QuizMsg::Record(how))).try_into().unwrap();
        effect
    };
    let Effect::Copy(copied) = effect(RecordUse::Copy) else { panic!("no copy") };
    let Effect::Download { name, media_type, text } = effect(RecordUse::DownloadMarkdown) else {
        panic!("no download")
    };
    assert_eq!((name.as_str(), media_type), ("decision-record.md", "text/markdown"));
    assert_eq!(text, copied);
    assert!(text.contains("\nWe take *EKS*.\n\n- for now\n"), "{text}");
    let Effect::Download { name, media_type, text } = effect(RecordUse::DownloadJson) else {
        panic!("no download")
    };
    assert_eq!((name.as_str(), media_type), ("decision-record.json", "application/json"));
    let json: serde_json::Value = serde_json::from_str(&text).unwrap();
    assert_eq!(json["decision"], "We take *EKS*.\n\n- for now");
    assert_eq!(json["link"].as_str(), state_link(&answers(&[1, 0])).as_deref());
    assert_eq!(effect(RecordUse::Print), Effect::Print);
}

fn state_link(messages: &[Msg]) -> Option<String> {
    on_page(messages.to_vec()).link()
}

#[test]
fn the_notes_size_is_kept_and_stays_in_bounds() {
    let mut duo = Duo::new(DECK, "?");
    assert_eq!(
        duo.speaker.update(Msg::Presenter(PresenterMsg::ResizeNotes(1))),
        [Effect::Keep(Kept::NotesSize, "3".into())]
    );
    for _ in 0..20 {
        duo.speaker.update(Msg::Presenter(PresenterMsg::ResizeNotes(1)));
    }
    assert_eq!(duo.speaker.presenter.notes_size, 6);
    for _ in 0..20 {
        duo.speaker.update(Msg::Presenter(PresenterMsg::ResizeNotes(-1)));
    }
    assert_eq!(duo.speaker.presenter.notes_size, 0);
    for (kept, size) in [("4", 4), ("200", 6), ("x", 6)] {
        duo.speaker.update(Msg::Host(HostMsg::Setting(Kept::NotesSize, kept.into())));
        assert_eq!(duo.speaker.presenter.notes_size, size);
    }
    let properties = screen(&duo.speaker).properties;
    assert!(properties.contains(&("--notes".into(), "6".into())), "{properties:?}");
}
