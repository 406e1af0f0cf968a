//! What stands beside the slide in the speaker's window, and what the audience's window says of the pair.

use super::overview::Picture;
use super::{NoticeView, SlideScreen, picture};
use crate::analysis::pace::{lag, plan};
use crate::app::clock::duration_text;
use crate::app::msg::{Msg, PresenterMsg};
use crate::app::pair::{Loss, Other};
use crate::app::screen::Mode;
use crate::app::state::State;
use crate::app::view::View;
use crate::words::fill;
use crate::words::presenting::PresentingWords;

#[derive(Clone, Debug, PartialEq)]
pub struct SpeakerScreen {
    pub says: &'static PresentingWords,
    /// The slide with its notes.
    pub slide: Option<SlideScreen>,
    /// What Next leads to, as a picture and in words; nothing at the end.
    pub next: Option<(Picture, String)>,
    /// That the audience's window has gone, and its address, or that its screen is black.
    pub lost: Option<String>,
    pub is_black: bool,
    /// Hours and minutes.
    pub time: String,
    pub elapsed: String,
    pub is_running: bool,
    pub pace: Option<PaceScreen>,
}

/// The time that the talk has taken beside its plan.
#[derive(Clone, Debug, PartialEq)]
pub struct PaceScreen {
    pub text: String,
    /// Behind by more than half a minute: something to look at.
    pub is_late: bool,
    pub planned: String,
    /// In thousandths of the planned length: the time so far, and the slide's beginning and end.
    pub elapsed: u32,
    pub from: u32,
    pub to: u32,
}

pub fn speaker(state: &State) -> Option<SpeakerScreen> {
    if !state.is_speaker() {
        return None;
    }
    let clock = &state.presenter.clock;
    Some(SpeakerScreen {
        says: state.language.presenting(),
        slide: picture(state, state.nav.slide, u32::MAX, Mode::Picture),
        next: next(state),
        // A window that has just opened waits for an answer first.
        lost: match state.presenter.pair.other {
            Other::There => None,
            Other::Unknown if !state.presenter.pair.is_settled => None,
            Other::Unknown | Other::Gone => state.other_window(),
        },
        is_black: state.display.black,
        time: format!("{}:{:02}", clock.now.hour, clock.now.minute),
        elapsed: duration_text(clock.elapsed()),
        is_running: clock.is_running(),
        pace: pace(state),
    })
}

/// What the next key press brings: a step, or the next slide.
fn next(state: &State) -> Option<(Picture, String)> {
    let steps = state.tables.items.steps;
    if state.nav.view == View::Slides && state.nav.step < steps {
        let step = state.nav.step + 1;
        let name = state.slide_name(state.nav.slide, state.number_of(state.nav.slide));
        let name = fill("{0}, {1}", &[&name, &state.step_name(step)]);
        return Some((Picture::new(state, state.nav.slide, step), name));
    }
    let next = state.shown().into_iter().find(|slide| *slide > state.nav.slide)?;
    Some((Picture::new(state, next, 0), state.slide_name(next, state.number_of(next))))
}

/// From so many seconds on a lag is something to look at.
const NOTABLE_LAG: i64 = 30;

fn pace(state: &State) -> Option<PaceScreen> {
    let plan = plan(state.deck.as_ref()?)?;
    let says = state.language.presenting();
    let elapsed = state.presenter.clock.elapsed();
    let lag = lag(&plan, state.nav.slide, elapsed);
    let amount = duration_text(u32::try_from(lag.unsigned_abs()).unwrap_or(u32::MAX));
    let text = match lag {
        0 => says.on_time.to_owned(),
        1.. => fill(says.behind, &[&amount]),
        _ => fill(says.ahead, &[&amount]),
    };
    let end = plan.last().copied().unwrap_or(1).max(1);
    let share =
        |second: u32| u32::try_from(u64::from(second.min(end)) * 1000 / u64::from(end)).unwrap_or(1000);
    let at = |place: usize| share(plan.get(place).copied().unwrap_or(end));
    Some(PaceScreen {
        text,
        is_late: lag > NOTABLE_LAG,
        planned: fill(says.planned, &[&duration_text(end)]),
        elapsed: share(elapsed),
        from: at(state.nav.slide),
        to: at(state.nav.slide + 1),
    })
}

/// What the audience's window says of the speaker's.
pub fn pair_notice(state: &State) -> Option<NoticeView> {
    let says = state.language.presenting();
    Some(match state.presenter.pair.loss(state.display.fullscreen)? {
        Loss::Blocked => {
            let link = state.other_window().map(|address| (says.open_speaker, address));
            NoticeView { text: says.blocked.to_owned(), action: None, link }
        }
        Loss::Gone => {
            let action = Some((says.reconnect, Msg::Presenter(PresenterMsg::Open)));
            NoticeView { text: says.speaker_gone.to_owned(), action, link: None }
        }
    })
}
