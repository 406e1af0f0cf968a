//! The state flattened into what the widgets show. Widgets decide nothing.

mod claims;
mod panels;
mod quiz;
mod toolbar;
mod verdict;

use super::answer_code::Trouble;
use super::msg::Failure;
use super::notice::Notice;
use super::palette::{css, side_colors};
use super::quiz::has_verdict;
use super::state::{State, title_or};
use super::theme::Theme;
use super::view::View;
use crate::judge::items::Place;
use crate::model::content::{Block, Inline, ItemNumber};
use crate::model::deck::{Deck, Slide};
use crate::words::controls::{Controls, Mark};
use crate::words::problem::Sentence;
use crate::words::{Language, fill};
use std::rc::Rc;

pub use claims::Details;
pub use panels::{DiagnosticRow, PanelContent, PanelScreen};
pub use quiz::{AnswerRow, QuestionView, QuizScreen};
pub use toolbar::{Choice, QuizButton, SideButton, Toolbar};
pub use verdict::{Bar, Changes, EvidenceView, Flips, Moments, Reason, Summary, VerdictScreen};

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
    pub toolbar: Option<Toolbar>,
    pub panel: Option<PanelScreen>,
    pub notices: Vec<String>,
    /// What the live region says.
    pub live: String,
    /// The title for the window.
    pub title: String,
    /// The custom properties of the side colours: name and value.
    pub colors: Vec<(String, String)>,
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
    Quiz(QuizScreen),
    Verdict(VerdictScreen),
}

/// How a slide is laid out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Layout {
    /// The first slide, where it opens a section.
    Cover,
    /// Nothing but a title.
    Divider,
    Content,
}

#[derive(Clone, Debug, PartialEq)]
pub struct SlideScreen {
    pub deck: Shared<Deck>,
    /// The place of the slide, from 0.
    pub at: usize,
    pub id: String,
    pub layout: Layout,
    pub language: Language,
    /// The address against which relative ones count.
    pub base: String,
    /// By item number.
    pub items: Vec<ItemView>,
    /// The columns that are on: the place in the slide's list, the side's place and its name.
    pub columns: Vec<ColumnView>,
    /// Which of two equal animations plays; none: the sides haven't been switched yet.
    pub shift: Option<bool>,
    pub step: u32,
    /// Some of the text is out of sight.
    pub scrolls: bool,
    /// Who spoke and where; on the cover only.
    pub byline: Option<String>,
    pub badge: Option<Badge>,
    /// Told where the lens is later than the last check.
    pub warning: Option<String>,
    pub progress: String,
    pub agenda: Vec<AgendaEntry>,
    pub question: Option<QuestionView>,
    /// What the verdict's figure shows, where the slide has it.
    pub verdict: Option<Summary>,
}

impl SlideScreen {
    pub fn slide(&self) -> Option<&Slide> {
        self.deck.0.slides.get(self.at)
    }
}

#[derive(Clone, Debug, PartialEq)]
pub struct ColumnView {
    pub column: usize,
    pub side: u8,
    pub name: String,
}

/// A list item, or the steps of a code block.
#[derive(Clone, Debug, Default, PartialEq)]
#[expect(clippy::struct_excessive_bools, reason = "each is a fact of its own that a widget shows")]
pub struct ItemView {
    /// Whether it stands in its list at all.
    pub is_listed: bool,
    /// Its step has come.
    pub is_reached: bool,
    /// The steps that came since it was reached.
    pub steps_since: u32,
    pub is_ended: bool,
    pub is_target: bool,
    pub chips: Vec<Chip>,
    pub details: Option<Details>,
    /// The items folded into it, and whether they are shown.
    pub folded: Vec<ItemNumber>,
    pub fold_is_open: bool,
}

/// A short label behind a claim.
#[derive(Clone, Debug, PartialEq)]
pub struct Chip {
    pub kind: &'static str,
    pub text: String,
}

#[derive(Clone, Debug, PartialEq)]
pub struct Badge {
    pub text: String,
    /// The place of the moment to which it leads.
    pub moment: usize,
}

#[derive(Clone, Debug, PartialEq)]
pub struct AgendaEntry {
    pub id: String,
    pub title: Vec<Inline>,
    pub place: AgendaPlace,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AgendaPlace {
    Done,
    Here,
    Ahead,
}

/// What `state` shows.
pub fn screen(state: &State) -> Screen {
    let controls = state.language.controls();
    let about = state.deck.as_ref().map(|deck| &deck.about);
    Screen {
        language: state.language,
        lang: about.and_then(|about| about.lang.clone()).unwrap_or_else(|| state.language.tag().to_owned()),
        theme: state.theme,
        fullscreen: state.fullscreen,
        black: state.black,
        view: state.view,
        stage: stage(state, controls),
        toolbar: toolbar::toolbar(state, controls),
        panel: panels::panel(state, controls),
        notices: notices(state, controls),
        live: state.announcement.clone(),
        title: window_title(state),
        colors: state.deck.as_deref().map(colors).unwrap_or_default(),
    }
}

fn stage(state: &State, controls: &'static Controls) -> Stage {
    match (&state.deck, state.failure) {
        (Some(deck), _) => slide_screen(state, deck, controls)
            .and_then(|slide| in_view(state, deck, slide))
            .unwrap_or_else(|| loading(state, controls)),
        (None, Some(failure)) => Stage::Failed {
            heading: controls.failed,
            sentence: failure_sentence(failure, &state.file, controls),
            reload: controls.reload,
            diagnostics: panels::rows(state, controls),
        },
        (None, None) => loading(state, controls),
    }
}

/// The present slide, as the view shows it.
fn in_view(state: &State, deck: &Deck, slide: SlideScreen) -> Option<Stage> {
    Some(match state.view {
        View::Slides => Stage::Slide(slide),
        View::Quiz => Stage::Quiz(quiz::quiz(state, deck, slide)?),
        View::Verdict => Stage::Verdict(verdict::verdict(state, deck, slide)),
    })
}

/// What was meaningless in the address, and that a new version of the deck could not be loaded.
fn notices(state: &State, controls: &Controls) -> Vec<String> {
    let stale = state.failure.filter(|_| state.deck.is_some());
    let stale = stale.map(|failure| failure_sentence(failure, &state.file, controls).message);
    state.notices.iter().map(|notice| notice_text(state, notice, controls)).chain(stale).collect()
}

fn notice_text(state: &State, notice: &Notice, controls: &Controls) -> String {
    let words = state.language.quiz();
    match notice {
        Notice::Meaningless(key, value) => fill(controls.meaningless, &[key, value]),
        Notice::Link(Trouble::Version) => words.link_version.to_owned(),
        Notice::Link(Trouble::Broken) => words.link_broken.to_owned(),
        Notice::Link(Trouble::Unknown(count)) => fill(words.link_unknown, &[count]),
        Notice::StorageFailed => words.storage_failed.to_owned(),
    }
}

fn loading(state: &State, controls: &Controls) -> Stage {
    Stage::Loading { text: fill(controls.loading, &[&state.file]) }
}

fn failure_sentence(failure: Failure, file: &str, controls: &Controls) -> Sentence {
    let status = if let Failure::Status(status) = failure { status } else { 0 };
    let [message, help] = match failure {
        Failure::Status(_) => controls.missing,
        Failure::Unreachable => controls.unreachable,
        Failure::NotText => controls.not_text,
        Failure::Empty => controls.empty,
    };
    Sentence { message: fill(message, &[&file, &status]), help: Some(help.to_owned()) }
}

fn slide_screen(state: &State, deck: &Rc<Deck>, controls: &'static Controls) -> Option<SlideScreen> {
    let slide = deck.slides.get(state.slide)?;
    let (number, total) = state.progress();
    Some(SlideScreen {
        deck: Shared(Rc::clone(deck)),
        at: state.slide,
        id: slide.id.0.clone(),
        layout: layout(slide, state.slide),
        language: state.language,
        base: state.base.clone(),
        items: claims::item_views(state, deck, slide, controls),
        columns: columns(state, deck, slide),
        shift: (state.shift > 0).then_some(state.shift.is_multiple_of(2)),
        step: state.step,
        scrolls: state.scroll.above || state.scroll.below,
        byline: byline(deck, layout(slide, state.slide)),
        badge: badge(state, deck, controls),
        warning: warning(state, deck, controls),
        progress: fill(controls.progress, &[&number, &total]),
        agenda: agenda(state, deck),
        question: quiz::question_view(state, slide),
        verdict: (state.has_quiz() && has_verdict(slide)).then(|| verdict::summary(state, deck)),
    })
}

fn layout(slide: &Slide, at: usize) -> Layout {
    if at == 0 && slide.opens_section {
        Layout::Cover
    } else if slide.blocks().next().is_none() {
        Layout::Divider
    } else {
        Layout::Content
    }
}

fn byline(deck: &Deck, layout: Layout) -> Option<String> {
    let parts: Vec<&str> =
        [&deck.about.author, &deck.about.event].into_iter().flatten().map(String::as_str).collect();
    (layout == Layout::Cover && !parts.is_empty()).then(|| parts.join(" · "))
}

fn columns(state: &State, deck: &Deck, slide: &Slide) -> Vec<ColumnView> {
    let on = slide.columns.iter().enumerate().filter(|(_, column)| state.sides.contains(column.side));
    on.filter_map(|(at, column)| {
        let name = deck.about.sides.get(column.side.index())?.name.clone();
        Some(ColumnView { column: at, side: column.side.0, name })
    })
    .collect()
}

/// "3 changed later" before the last moment, "3 changed since the talk" from then on.
fn badge(state: &State, deck: &Deck, controls: &Controls) -> Option<Badge> {
    let (first, last) = state.moments().filter(|_| state.tables.changes > 0)?;
    let moment_on = |day| deck.about.moments.iter().position(|moment| moment.day.date(state.today) == day);
    let (from, to) = (moment_on(first)?, moment_on(last)?);
    Some(if state.day() < last {
        Badge { text: fill(controls.changes_later, &[&state.tables.changes]), moment: to }
    } else {
        let name = &deck.about.moments[from].name;
        Badge { text: fill(controls.changes_since, &[name, &state.tables.changes]), moment: from }
    })
}

fn warning(state: &State, deck: &Deck, controls: &Controls) -> Option<String> {
    let has_claims = state.tables.items.items.iter().any(|item| item.period.is_some());
    let checked = deck.about.checked.filter(|checked| has_claims && state.day() > *checked)?;
    Some(fill(controls.unknown_after, &[&checked]))
}

/// The sections after the cover, if the slide has an agenda.
fn agenda(state: &State, deck: &Deck) -> Vec<AgendaEntry> {
    let has_agenda = state.present_slide().is_some_and(|slide| {
        slide.blocks().any(|block| matches!(block, Block::Figure(crate::model::content::Figure::Agenda)))
    });
    let mut entries: Vec<AgendaEntry> = Vec::new();
    for (at, slide) in
        deck.slides.iter().enumerate().skip(1).filter(|(_, slide)| slide.opens_section && has_agenda)
    {
        let mut place = AgendaPlace::Ahead;
        if at <= state.slide {
            place = AgendaPlace::Here;
            entries.iter_mut().for_each(|before| before.place = AgendaPlace::Done);
        }
        entries.push(AgendaEntry { id: slide.id.0.clone(), title: slide.title.clone(), place });
    }
    entries
}

fn window_title(state: &State) -> String {
    let Some(deck) = &state.deck else { return String::new() };
    let deck_title = deck.about.title.clone().unwrap_or_default();
    let slide = match state.view {
        View::Verdict => state.language.quiz().verdict.to_owned(),
        _ => state.present_slide().map(|slide| title_or(slide, "")).unwrap_or_default(),
    };
    match (slide.as_str(), deck_title.as_str()) {
        ("", title) | (title, "") => title.to_owned(),
        (slide, title) if slide == title => slide.to_owned(),
        (slide, title) => format!("{slide} - {title}"),
    }
}

fn colors(deck: &Deck) -> Vec<(String, String)> {
    let mut properties = Vec::new();
    for (at, side) in deck.about.sides.iter().enumerate() {
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

/// The mark of a task: can or can't.
pub fn mark(language: Language, task: bool) -> &'static Mark {
    let controls = language.controls();
    if task { &controls.can } else { &controls.cannot }
}

fn is_shown(place: Place) -> bool {
    place != Place::Hidden
}
