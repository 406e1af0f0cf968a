//! The state flattened into what the widgets show. Widgets decide nothing.

mod changes;
mod claims;
mod comparing;
mod matrix;
mod overview;
mod panels;
mod quiz;
mod scores;
mod side_cases;
mod slide;
mod sources;
mod speaker;
mod timeline;
mod toolbar;
mod verdict;

use super::answer_code::Trouble;
use super::embed::Only;
use super::msg::{Failure, Msg};
use super::notice::Notice;
use super::palette::{css, side_colors};
use super::state::{State, title_or};
use super::theme::Theme;
use super::view::View;
use crate::analysis::items::Place;
use crate::analysis::matrix::CellMark;
use crate::model::deck::Deck;
use crate::words::controls::{Controls, Mark};
use crate::words::problem::Sentence;
use crate::words::{Language, fill};
use std::rc::Rc;

pub use changes::{ChangesScreen, TopicView};
pub use claims::Details;
pub use comparing::{ClaimView, Frame, Select, Window};
pub use matrix::{Cell, Column, MatrixRow, MatrixScreen};
pub use overview::{OverviewScreen, Picture, Section, Thumb};
pub use panels::{DiagnosticRow, HitRow, MenuRow, PanelContent, PanelScreen, SearchScreen};
pub use quiz::{AnswerRow, QuestionView, QuizScreen};
pub use scores::{Bar, Stroke, Summary};
pub use side_cases::{PointView, Points, SideCase};
pub use slide::{
    AgendaEntry, AgendaPlace, Article, Badge, Chip, ColumnView, ItemView, Layout, Mode, SlideScreen, picture,
};
pub use sources::{Resting, SourceRow, SourcesScreen};
pub use speaker::{PaceScreen, SpeakerScreen};
pub use timeline::{AxisView, Card, Glance, Lane, Place as AxisPlace, TimelineScreen, shown_years};
pub use toolbar::{Choice, LensSlider, SideButton, Toolbar, ViewButton};
pub use verdict::{Changes, EvidenceView, Flips, Moments, Reason, VerdictScreen};

/// A value shared without being copied; equal only to itself.
#[derive(Clone, Debug)]
pub struct Shared<T>(pub Rc<T>);

impl<T> PartialEq for Shared<T> {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }
}

/// Everything that one deck element shows.
#[derive(Clone, Debug, PartialEq)]
pub struct Screen {
    pub language: Language,
    /// The deck's own language, for the `lang` of its texts.
    pub lang: String,
    pub theme: Theme,
    pub fullscreen: bool,
    pub black: bool,
    pub view: View,
    pub stage: Stage,
    /// Slides that are drawn beside the one on the stage, out of sight, in their order.
    pub beside: Vec<SlideScreen>,
    pub toolbar: Option<Toolbar>,
    pub panel: Option<PanelScreen>,
    pub notices: Vec<NoticeView>,
    /// What stands beside the slide in the speaker's window.
    pub speaker: Option<SpeakerScreen>,
    /// The pointer is a spot of light.
    pub laser: bool,
    /// What the live region says.
    pub live: String,
    /// The title for the window.
    pub title: String,
    /// Custom properties: the side colours, the size of the notes.
    pub properties: Vec<(String, String)>,
}

/// What a reader is told at the top of the deck.
#[derive(Clone, Debug, PartialEq)]
pub struct NoticeView {
    pub text: String,
    /// A button: what it says, and what pressing it means.
    pub action: Option<(&'static str, Msg)>,
    /// A link to another window: its text and its address.
    pub link: Option<(&'static str, String)>,
}

#[derive(Clone, Debug, PartialEq)]
#[allow(clippy::large_enum_variant, reason = "a screen has one stage")]
pub enum Stage {
    Loading {
        text: String,
    },
    Failed {
        heading: &'static str,
        sentence: Sentence,
        reload: &'static str,
        diagnostics: Vec<DiagnosticRow>,
    },
    Slide(SlideScreen),
    Read(Article),
    Overview(OverviewScreen),
    Quiz(QuizScreen),
    Verdict(VerdictScreen),
    Matrix(MatrixScreen),
    Timeline(TimelineScreen),
    Changes(ChangesScreen),
    Sources(SourcesScreen),
}

/// The matrix with all its rows.
pub fn whole_matrix(state: &State, deck: &Rc<Deck>) -> MatrixScreen {
    matrix::matrix(state, deck, true)
}

/// The timeline with all its lines.
pub fn whole_timeline(state: &State, deck: &Rc<Deck>) -> Option<TimelineScreen> {
    timeline::timeline(state, deck, true)
}

/// What changed between the compared moments.
pub fn whole_changes(state: &State, deck: &Rc<Deck>) -> Option<ChangesScreen> {
    changes::changes(state, deck)
}

/// The view that looks at all claims with all its rows. If another one is on the screen, nothing; in a page of another's
/// all slides as an article.
pub fn whole(state: &State) -> Option<Stage> {
    let deck = state.deck.as_ref()?;
    match state.nav.view {
        View::Matrix => Some(Stage::Matrix(whole_matrix(state, deck))),
        View::Timeline => whole_timeline(state, deck).map(Stage::Timeline),
        View::Changes | View::Sources => in_view(state, deck),
        View::Slides | View::Read | View::Overview | View::Quiz | View::Verdict
            if state.host.embed.is_embedded =>
        {
            let mut article = slide::article(state, deck, u32::MAX, None);
            // Of the quiz alone the questions are left.
            let is_kept = |slide: &SlideScreen| slide.slide().is_some_and(|slide| slide.question.is_some());
            article.entries.retain(|slide| state.host.embed.only != Some(Only::Quiz) || is_kept(slide));
            Some(Stage::Read(article))
        }
        View::Slides | View::Read | View::Overview | View::Quiz | View::Verdict => None,
    }
}

/// What the page has before the program is there: all slides, each at its first step, and the toolbar.
pub struct Prerendered {
    pub title: String,
    /// The ids of the sides, in their order.
    pub sides: Vec<String>,
    pub theme: Theme,
    pub slides: Vec<SlideScreen>,
    pub toolbar: Option<Toolbar>,
}

pub fn prerendered(state: &State) -> Option<Prerendered> {
    let deck = state.deck.as_ref()?;
    let toolbar = screen(state).toolbar;
    let sides = deck.about.sides.iter().map(|side| side.id.clone()).collect();
    let slides = slide::article(state, deck, 0, None).entries;
    Some(Prerendered {
        title: deck.about.title.clone().unwrap_or_default(),
        sides,
        theme: state.display.theme,
        slides,
        toolbar,
    })
}

/// What `state` shows.
pub fn screen(state: &State) -> Screen {
    let controls = state.language.controls();
    let about = state.deck.as_ref().map(|deck| &deck.about);
    Screen {
        language: state.language,
        lang: about.and_then(|about| about.lang.clone()).unwrap_or_else(|| state.language.tag().to_owned()),
        theme: state.display.theme,
        fullscreen: state.display.fullscreen,
        black: state.display.black,
        view: state.nav.view,
        stage: stage(state, controls),
        beside: slide::beside(state),
        toolbar: toolbar::toolbar(state, controls),
        panel: panels::panel(state, controls),
        notices: notices(state, controls),
        speaker: speaker::speaker(state),
        laser: state.display.laser,
        live: state.display.announcement.clone(),
        title: window_title(state),
        properties: properties(state),
    }
}

fn stage(state: &State, controls: &'static Controls) -> Stage {
    match (&state.deck, state.source.failure) {
        (Some(deck), _) => in_view(state, deck).unwrap_or_else(|| loading(state, controls)),
        (None, Some(failure)) => Stage::Failed {
            heading: controls.failed,
            sentence: failure_sentence(failure, &state.source.file, controls),
            reload: controls.reload,
            diagnostics: panels::rows(state, controls),
        },
        (None, None) => loading(state, controls),
    }
}

/// The present slide, as the view shows it.
fn in_view(state: &State, deck: &Rc<Deck>) -> Option<Stage> {
    Some(match state.nav.view {
        View::Slides => Stage::Slide(slide::present(state, deck)?),
        View::Read => Stage::Read(slide::article(state, deck, u32::MAX, state.rendering.unrolled)),
        View::Overview => Stage::Overview(overview::overview(state, deck)),
        View::Quiz => Stage::Quiz(quiz::quiz(state, deck, slide::present(state, deck)?)?),
        View::Verdict => Stage::Verdict(verdict::verdict(state, deck, slide::present(state, deck)?)),
        View::Matrix => Stage::Matrix(matrix::matrix(state, deck, false)),
        View::Timeline => Stage::Timeline(timeline::timeline(state, deck, false)?),
        View::Changes => Stage::Changes(changes::changes(state, deck)?),
        View::Sources => Stage::Sources(sources::sources(state, deck)),
    })
}

/// What was meaningless in the address, and that a new version of the deck could not be loaded.
fn notices(state: &State, controls: &Controls) -> Vec<NoticeView> {
    let mut views = Vec::new();
    let mut tell = |text| views.push(NoticeView { text, action: None, link: None });
    for notice in &state.display.notices {
        tell(notice_text(state, notice, controls));
    }
    if let Some(failure) = state.source.failure.filter(|_| state.deck.is_some()) {
        tell(failure_sentence(failure, &state.source.file, controls).message);
    }
    if state.tells_of_newer() {
        tell(controls.new_version.to_owned());
    }
    views.extend(speaker::pair_notice(state));
    views
}

fn notice_text(state: &State, notice: &Notice, controls: &Controls) -> String {
    let words = state.language.quiz();
    match notice {
        Notice::Meaningless(key, value) => fill(controls.meaningless, &[key, value]),
        Notice::Link(Trouble::Version) => words.link_version.to_owned(),
        Notice::Link(Trouble::Broken) => words.link_broken.to_owned(),
        Notice::Link(Trouble::Unknown(count)) => fill(words.link_unknown, &[count]),
        Notice::UndatedLink(day) => fill(words.link_undated, &[day]),
        Notice::StorageFailed => words.storage_failed.to_owned(),
    }
}

fn loading(state: &State, controls: &Controls) -> Stage {
    let mut text = fill(controls.loading, &[&state.source.file]);
    if state.source.received > 0 {
        text = [text, fill(controls.loaded, &[&(state.source.received / 1000)])].join(" ");
    }
    Stage::Loading { text }
}

pub(super) fn failure_sentence(failure: Failure, file: &str, controls: &Controls) -> Sentence {
    let status = if let Failure::Status(status) = failure { status } else { 0 };
    let [message, help] = match failure {
        Failure::Status(_) => controls.missing,
        Failure::Unreachable => controls.unreachable,
        Failure::TooSlow => controls.too_slow,
        Failure::TooLarge => controls.too_large,
        Failure::Refused => controls.refused,
        Failure::FileAddress => controls.file_address,
        Failure::NotText => controls.not_text,
        Failure::Page => controls.page_instead,
        Failure::Empty => controls.empty,
        Failure::NoSource => controls.no_source,
    };
    Sentence { message: fill(message, &[&file, &status]), help: Some(help.to_owned()) }
}

fn window_title(state: &State) -> String {
    let Some(deck) = &state.deck else { return String::new() };
    let deck_title = deck.about.title.clone().unwrap_or_default();
    let slide = match state.nav.view {
        View::Verdict => state.language.quiz().verdict.to_owned(),
        View::Matrix | View::Timeline | View::Changes | View::Sources => {
            state.view_title(state.nav.view).to_owned()
        }
        View::Slides | View::Read | View::Overview | View::Quiz => {
            state.present_slide().map(|slide| title_or(slide, "")).unwrap_or_default()
        }
    };
    match (slide.as_str(), deck_title.as_str()) {
        ("", title) | (title, "") => title.to_owned(),
        (slide, title) if slide == title => slide.to_owned(),
        (slide, title) => format!("{slide} - {title}"),
    }
}

fn properties(state: &State) -> Vec<(String, String)> {
    let mut properties = vec![("--notes".to_owned(), state.presenter.notes_size.to_string())];
    let sides = state.deck.as_ref().map(|deck| deck.about.sides.as_slice()).unwrap_or_default();
    for (at, side) in sides.iter().enumerate() {
        let colors = side_colors(side, at);
        for (end, light, dark) in
            [("", colors.light, colors.dark), ("-contrast", colors.contrast_light, colors.contrast_dark)]
        {
            let value = fill("light-dark({0}, {1})", &[&css(light), &css(dark)]);
            properties.push((fill("--side-{0}{1}", &[&at, &end]), value));
        }
    }
    properties
}

/// The mark of a cell of the matrix.
pub fn cell_mark(language: Language, mark: CellMark) -> &'static Mark {
    match mark {
        CellMark::Can => &language.controls().can,
        CellMark::Cannot => &language.controls().cannot,
        CellMark::Partly => &language.controls().partly,
    }
}

/// The mark of a task: can or can't.
pub fn mark(language: Language, task: bool) -> &'static Mark {
    let controls = language.controls();
    if task { &controls.can } else { &controls.cannot }
}

fn is_shown(place: Place) -> bool {
    place != Place::Hidden
}
