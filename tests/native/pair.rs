//! Two windows that show the same: what one tells, the other takes.

use crate::play::{CLAIMS, DECK, EKS, GKE, LONG, STEPS, address_of, at, deck_read, new_state};
use kurabe::app::clock::Time;
use kurabe::app::effect::{Effect, Entry, Kept};
use kurabe::app::lens::Lens;
use kurabe::app::msg::{HostMsg, LensMsg, Msg, NavMsg, PresenterMsg, SidesMsg, UiMsg};
use kurabe::app::pair::{Other, Pair, Role};
use kurabe::app::screen::{SpeakerScreen, screen};
use kurabe::app::state::State;
use kurabe::app::theme::Theme;
use kurabe::app::view::View;
use kurabe::model::content::ItemNumber;

const NEXT: Msg = Msg::Nav(NavMsg::Next);
const PULSE: Msg = Msg::Presenter(PresenterMsg::Pulse);
const PREVIOUS: Msg = Msg::Nav(NavMsg::Previous);

/// Both windows of a pair, and what was said between them.
pub struct Duo {
    pub audience: State,
    pub speaker: State,
    pub said: Vec<String>,
}

fn window(role: Role, address: &str) -> State {
    let page = Some("https://deck.example/".to_owned());
    let mut state = new_state().on_page(page).paired(Pair::new(role, "1a2b"));
    state.update(Msg::Host(HostMsg::Url(address_of(address))));
    state
}

impl Duo {
    /// The audience is there first.
    pub fn new(deck: &str, address: &str) -> Self {
        let audience = window(Role::Audience, address);
        let speaker = window(Role::Speaker, "?view=speaker&pair=1a2b");
        let mut duo = Self { audience, speaker, said: Vec::new() };
        duo.say(Role::Audience, deck_read(deck));
        duo.say(Role::Speaker, deck_read(deck));
        duo
    }

    pub fn of(&mut self, role: Role) -> &mut State {
        if role == Role::Speaker { &mut self.speaker } else { &mut self.audience }
    }

    /// Something happens in one window; what it tells reaches the other, and so on until all is said.
    pub fn say(&mut self, role: Role, msg: Msg) {
        let other = if role == Role::Speaker { Role::Audience } else { Role::Speaker };
        let effects = self.of(role).update(msg);
        for effect in effects {
            if let Effect::Tell(text) = effect {
                self.said.push(text.clone());
                assert!(self.said.len() < 200, "the windows talk without an end: {:?}", &self.said[190..]);
                self.say(other, Msg::Presenter(PresenterMsg::Heard(text)));
            }
        }
    }

    pub fn both(&self) -> [&State; 2] {
        [&self.audience, &self.speaker]
    }

    fn speaker_screen(&self) -> SpeakerScreen {
        screen(&self.speaker).speaker.expect("the speaker's window")
    }
}

/// What both windows share.
type Position = (View, usize, u32, Option<ItemNumber>, [bool; 2], Lens, bool);

fn position(state: &State) -> Position {
    let sides = [GKE, EKS].map(|side| state.sides.contains(side));
    (
        state.nav.view,
        state.nav.slide,
        state.nav.step,
        state.nav.target,
        sides,
        state.lens_state.slides,
        state.display.black,
    )
}

#[test]
fn every_part_of_the_position_follows_both_ways() {
    for role in [Role::Audience, Role::Speaker] {
        let mut duo = Duo::new(DECK, "?");
        for msg in [
            NEXT,
            NEXT,
            NEXT,
            PREVIOUS,
            Msg::Sides(SidesMsg::Toggle(GKE)),
            Msg::Lens(LensMsg::Set(Lens::Moment(1))),
            at(CLAIMS),
            Msg::Sides(SidesMsg::All),
            Msg::Nav(NavMsg::Link("new".into())),
            Msg::Ui(UiMsg::ToggleBlack),
            Msg::Ui(UiMsg::ToggleBlack),
            Msg::Nav(NavMsg::View(View::Overview)),
            Msg::Ui(UiMsg::Close),
            Msg::Nav(NavMsg::View(View::Read)),
            NEXT,
            Msg::Ui(UiMsg::Close),
            Msg::Nav(NavMsg::Last),
            Msg::Nav(NavMsg::First),
        ] {
            let before = position(duo.of(role));
            duo.say(role, msg.clone());
            let [audience, speaker] = duo.both().map(position);
            assert_eq!(audience, speaker, "{role:?} {msg:?}");
            assert_ne!(audience, before, "{msg:?} changes nothing: a bad example");
        }
        // Each change is told once, and nothing comes back.
        let told = duo.said.iter().filter(|text| text.as_bytes()[1] == b'=').count();
        assert_eq!(told, 18 + 1, "{:?}", duo.said);
    }
}

#[test]
fn who_comes_late_takes_the_position_of_who_is_there() {
    let duo = Duo::new(DECK, "?view=overview&sides=eks&as-of=2026-11-22#claims");
    assert_eq!(position(&duo.speaker), position(&duo.audience));
    assert_eq!((duo.speaker.nav.view, duo.speaker.nav.slide), (View::Overview, CLAIMS));
    // A window that is opened again doesn't move the other, wherever its address leads.
    let mut duo = duo;
    duo.say(Role::Audience, Msg::Ui(UiMsg::ToggleBlack));
    for role in [Role::Speaker, Role::Audience] {
        let address = if role == Role::Speaker { "?view=speaker&pair=1a2b#long" } else { "#long" };
        *duo.of(role) = window(role, address);
        duo.say(role, deck_read(DECK));
        for state in duo.both() {
            assert_eq!(
                (state.nav.slide, state.nav.view, state.display.black),
                (CLAIMS, View::Overview, true),
                "{role:?}"
            );
        }
    }
}

#[test]
fn theme_panels_and_what_belongs_to_others_stay_in_their_window() {
    let mut duo = Duo::new(DECK, "?utm=a");
    duo.say(Role::Audience, Msg::Ui(UiMsg::NextTheme));
    duo.say(Role::Audience, Msg::Ui(UiMsg::TogglePanel(kurabe::app::msg::Panel::Help)));
    duo.say(Role::Speaker, NEXT);
    assert_eq!((duo.audience.display.theme, duo.speaker.display.theme), (Theme::Light, Theme::Auto));
    assert!(duo.audience.display.panel.is_some() && duo.speaker.display.panel.is_none());
    assert_eq!((duo.audience.host.address.others.len(), duo.speaker.host.address.others.len()), (1, 0));
    let written = duo.audience.update(NEXT);
    let address = written.iter().find_map(|effect| match effect {
        Effect::WriteAddress { address, entry: Entry::Present, .. } => Some(address.as_str()),
        _ => None,
    });
    assert_eq!(address, Some("https://deck.example/?utm=a&theme=light&step=1#steps"));
}

#[test]
fn what_the_other_window_does_is_written_into_the_own_address() {
    let mut duo = Duo::new(DECK, "?");
    let effects = duo.audience.update(Msg::Presenter(PresenterMsg::Heard("s=0?view=slides#long".into())));
    let wrote = |entry| Effect::WriteAddress {
        address: "https://deck.example/?#long".into(),
        entry,
        answers: String::new(),
    };
    assert!(effects.contains(&wrote(Entry::New)), "{effects:?}");
    duo.say(Role::Speaker, at(STEPS));
    let effects = duo.speaker.update(NEXT);
    let address = "https://deck.example/?view=speaker&step=1&pair=1a2b#steps".to_owned();
    let wrote = Effect::WriteAddress { address, entry: Entry::Present, answers: String::new() };
    assert!(effects.contains(&wrote), "{effects:?}");
}

#[test]
fn nonsense_on_the_channel_changes_nothing() {
    let mut duo = Duo::new(DECK, "#claims");
    for text in ["", "s", "s=", "s=0", "s=1?view=maze&step=x&sides=q#nowhere", "sz", "ふ", "sふふ", "s=ふ"]
    {
        let effects = duo.audience.update(Msg::Presenter(PresenterMsg::Heard(text.into())));
        // A position that names nothing is one at the beginning: what of it is hidden is told.
        let answers = effects.iter().filter(|effect| matches!(effect, Effect::Tell(said) if said != "as00"));
        assert_eq!(answers.count(), 0, "{text}");
        assert!(duo.audience.display.notices.is_empty(), "{text}");
    }
}

#[test]
fn each_window_says_when_the_other_has_gone() {
    let mut duo = Duo::new(DECK, "?");
    assert_eq!(duo.speaker_screen().lost, None);
    duo.say(Role::Speaker, Msg::Presenter(PresenterMsg::Leave));
    duo.audience.update(PULSE);
    let notice = screen(&duo.audience).notices.pop().expect("a notice");
    assert_eq!(notice.text, "The speaker view has been closed.");
    assert_eq!(notice.action, Some(("Open it again", Msg::Presenter(PresenterMsg::Open))));
    // Closing the notice is enough; it opens nothing.
    duo.say(Role::Audience, Msg::Ui(UiMsg::Close));
    assert_eq!(screen(&duo.audience).notices, []);

    let mut duo = Duo::new(DECK, "#claims");
    duo.say(Role::Audience, Msg::Presenter(PresenterMsg::Leave));
    duo.speaker.update(PULSE);
    let address = "https://deck.example/?view=slides&pair=1a2b#claims";
    assert_eq!(duo.speaker_screen().lost.as_deref(), Some(address));
    duo.audience = window(Role::Audience, "?view=slides&pair=1a2b#claims");
    duo.say(Role::Audience, deck_read(DECK));
    assert_eq!(duo.speaker_screen().lost, None);
}

#[test]
fn a_window_that_doesn_t_answer_has_gone_but_one_that_slept_comes_back() {
    let mut duo = Duo::new(DECK, "?");
    for _ in 0..10 {
        duo.say(Role::Speaker, PULSE);
        assert_eq!(duo.speaker.presenter.pair.other, Other::There, "it answers");
    }
    // Nobody hears the questions any more.
    for late in 1..=4 {
        assert_eq!(duo.speaker.presenter.pair.other, Other::There, "{late}");
        duo.speaker.update(PULSE);
    }
    assert_eq!(duo.speaker.presenter.pair.other, Other::Gone);
    duo.say(Role::Audience, PULSE);
    assert_eq!(duo.speaker.presenter.pair.other, Other::There);
}

#[test]
fn a_tab_that_was_duplicated_leaves_the_pair() {
    let mut duo = Duo::new(DECK, "?");
    duo.say(Role::Audience, PULSE);
    let mut double = window(Role::Audience, "?");
    let hello = double.update(deck_read(DECK));
    assert!(hello.contains(&Effect::Tell("ah".into())), "{hello:?}");
    let answer = duo.audience.update(Msg::Presenter(PresenterMsg::Heard("ah".into())));
    assert_eq!(answer, [Effect::Tell("at".into())]);
    assert_eq!(
        double.update(Msg::Presenter(PresenterMsg::Heard("at".into()))),
        [Effect::Keep(Kept::Pair, String::new())]
    );
    assert_eq!((double.presenter.pair.role, duo.audience.presenter.pair.role), (Role::Alone, Role::Audience));
    // What the double does from now on is its own affair.
    assert!(!double.update(NEXT).iter().any(|effect| matches!(effect, Effect::Tell(_))));
    assert_eq!(double.update(Msg::Presenter(PresenterMsg::Heard("s=0#steps".into()))), []);
    assert_ne!((double.nav.slide, double.presenter.pair.other), (STEPS, Other::There));
    assert_ne!(
        double.presenter.pair.id, duo.audience.presenter.pair.id,
        "a talk of its own has a channel of its own"
    );
    // The first one keeps its role, whatever it hears.
    assert_eq!(duo.audience.update(Msg::Presenter(PresenterMsg::Heard("at".into()))), []);
    assert_eq!(duo.audience.presenter.pair.role, Role::Audience);
}

/// What reloads says that it leaves, too.
#[test]
fn a_window_that_leaves_has_gone_when_it_doesn_t_come_back() {
    let mut duo = Duo::new(DECK, "?");
    duo.audience.update(Msg::Presenter(PresenterMsg::Heard("sb".into())));
    assert_eq!(screen(&duo.audience).notices, [], "it may be reloading");
    duo.audience.update(Msg::Presenter(PresenterMsg::Heard("sh".into())));
    duo.audience.update(PULSE);
    assert_eq!(duo.audience.presenter.pair.other, Other::There);
    duo.audience.update(Msg::Presenter(PresenterMsg::Heard("sb".into())));
    duo.audience.update(PULSE);
    assert_eq!(screen(&duo.audience).notices.len(), 1);
}

#[test]
fn a_speaker_s_window_that_is_opened_again_finds_the_clock() {
    let time = |seconds| Time { seconds, hour: 9, minute: 0 };
    let mut duo = Duo::new(DECK, "?");
    duo.say(Role::Speaker, Msg::Presenter(PresenterMsg::Tick(time(1000))));
    duo.say(Role::Speaker, Msg::Presenter(PresenterMsg::Tick(time(1090))));
    duo.say(Role::Speaker, Msg::Presenter(PresenterMsg::ToggleTimer));
    duo.speaker = window(Role::Speaker, "?view=speaker&pair=1a2b");
    duo.say(Role::Speaker, Msg::Presenter(PresenterMsg::Tick(time(2000))));
    duo.say(Role::Speaker, deck_read(DECK));
    assert_eq!(
        (duo.speaker.presenter.clock.elapsed(), duo.speaker.presenter.clock.is_running()),
        (90, false)
    );
    duo.say(Role::Speaker, Msg::Presenter(PresenterMsg::ResetTimer));
    duo.speaker = window(Role::Speaker, "?view=speaker&pair=1a2b");
    duo.say(Role::Speaker, deck_read(DECK));
    assert_eq!(duo.speaker.presenter.clock.elapsed(), 0);
}

/// The other window moves on while the reader's focus is in the notes.
#[test]
fn what_is_heard_of_the_same_place_leaves_the_focus_alone() {
    let mut duo = Duo::new(DECK, "#plain");
    let position = |black: u8| Msg::Presenter(PresenterMsg::Heard(format!("a={black}#plain")));
    assert_eq!(duo.speaker.update(position(1)), []);
    assert!(duo.speaker.display.black);
    let effects = duo.speaker.update(Msg::Presenter(PresenterMsg::Heard("a=0?sides=gke#plain".into())));
    assert!(!effects.contains(&Effect::ShowTarget), "{effects:?}");
}

#[test]
fn s_opens_the_second_window_and_a_blocked_one_becomes_a_link() {
    let mut state = new_state().on_page(Some("https://deck.example/".into()));
    state = state.paired(Pair::new(Role::Alone, "9f"));
    state.update(deck_read(DECK));
    state.update(at(CLAIMS));
    let address = "https://deck.example/?view=speaker&pair=9f#claims".to_owned();
    let effects = state.update(Msg::Presenter(PresenterMsg::Open));
    assert_eq!(
        effects,
        [
            Effect::Keep(Kept::Pair, "9f".into()),
            Effect::Tell("ah".into()),
            Effect::OpenWindow { name: "kurabe 9f s".into(), address: address.clone() }
        ]
    );
    state.update(Msg::Presenter(PresenterMsg::Blocked));
    let notice = screen(&state).notices.pop().expect("a notice");
    assert_eq!(notice.link, Some(("Open the speaker view", address)));
    // As soon as the window is there the notice may go.
    state.update(Msg::Presenter(PresenterMsg::Heard("sh".into())));
    assert_eq!(screen(&state).notices, []);
    // One that is there comes to the front; the other way round there is nothing that could.
    assert!(matches!(state.update(Msg::Presenter(PresenterMsg::Open))[..], [Effect::OpenWindow { .. }]));
    let mut speaker =
        window(Role::Speaker, "?view=speaker&pair=9f#claims").on_page(Some("https://d.example/".into()));
    speaker.update(deck_read(DECK));
    speaker.update(Msg::Presenter(PresenterMsg::Heard("ao".into())));
    assert_eq!(speaker.update(Msg::Presenter(PresenterMsg::Open)), []);
    let mut embedded = new_state();
    embedded.update(deck_read(DECK));
    assert_eq!(embedded.update(Msg::Presenter(PresenterMsg::Open)), []);
}

#[test]
fn the_speaker_sees_the_next_step_and_then_the_next_slide() {
    let mut duo = Duo::new(DECK, "#steps");
    let next = |duo: &Duo| duo.speaker_screen().next.map(|(picture, _)| (picture.at, picture.step));
    for step in 0..4 {
        assert_eq!(next(&duo), Some((STEPS, step + 1)));
        duo.say(Role::Audience, NEXT);
    }
    // The hidden slide is passed over.
    assert_eq!(next(&duo), Some((CLAIMS, 0)));
    duo.say(Role::Audience, Msg::Nav(NavMsg::Last));
    assert_eq!(next(&duo), None);
    assert_eq!(duo.speaker.nav.slide, LONG + 1);
}

#[test]
fn the_clock_goes_on_over_a_reload_and_tells_the_pace() {
    let deck = DECK.replace("checked:", "duration: 10m\nchecked:");
    let mut duo = Duo::new(&deck, "?");
    let now = |seconds| Msg::Presenter(PresenterMsg::Tick(Time { seconds, hour: 9, minute: 5 }));
    assert_eq!(
        duo.speaker.update(now(1000)),
        [Effect::Keep(Kept::Clock, "1000 0".into())],
        "the first tick begins to count"
    );
    assert_eq!(duo.speaker.update(now(1060)), []);
    let shown = duo.speaker_screen();
    assert_eq!((shown.time.as_str(), shown.elapsed.as_str(), shown.is_running), ("9:05", "1:00", true));
    // Six slides share ten minutes; the first one ends at 1:40.
    let pace = |duo: &Duo| duo.speaker_screen().pace.map(|pace| (pace.text, pace.is_late));
    assert_eq!(pace(&duo), Some(("on time".into(), false)));
    duo.speaker.update(now(1101));
    assert_eq!(pace(&duo), Some(("0:01 behind".into(), false)));
    duo.speaker.update(now(1131));
    assert_eq!(pace(&duo), Some(("0:31 behind".into(), true)));
    duo.say(Role::Audience, at(CLAIMS));
    assert_eq!(pace(&duo), Some(("1:09 ahead".into(), false)));
    assert_eq!(
        duo.speaker.update(Msg::Presenter(PresenterMsg::ToggleTimer)),
        [Effect::Keep(Kept::Clock, "- 131".into()), Effect::Tell("sc- 131".into())]
    );
    let mut again = window(Role::Speaker, "?view=speaker&pair=1a2b");
    again.update(Msg::Host(HostMsg::Setting(Kept::Clock, "- 131".into())));
    again.update(deck_read(&deck));
    again.update(now(5000));
    let shown = screen(&again).speaker.unwrap();
    assert_eq!((shown.elapsed.as_str(), shown.is_running), ("2:11", false));
    assert_eq!(screen(&Duo::new(DECK, "?").speaker).speaker.unwrap().pace, None, "nothing is planned");
}
