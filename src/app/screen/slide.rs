//! One slide as shown: on the stage, in the article, as a picture.

use super::claims::{Details, ItemLook};
use super::quiz::{QuestionView, question_view};
use super::scores::{Summary, summary};
use super::timeline::{Glance, glance};
use super::{ChangesScreen, MatrixScreen, Shared, cell_mark, whole_changes, whole_matrix};
use crate::analysis::difference::difference;
use crate::analysis::matrix::CellMark;
use crate::app::code::Coloured;
use crate::app::state::{State, Tables};
use crate::app::view::View;
use crate::model::claim::SideIndex;
use crate::model::content::{Figure, Inline, ItemNumber};
use crate::model::deck::{Deck, Slide};
use crate::words::controls::Mark;
use crate::words::{Language, fill};
use std::rc::Rc;

/// How a slide is laid out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Layout {
    /// The first slide, where it opens a section.
    Cover,
    /// Nothing but a title.
    Divider,
    Content,
}

/// What a slide is drawn for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mode {
    /// The stage.
    Stage,
    /// The article.
    Article,
    /// A picture, which nobody can operate.
    Picture,
    /// A picture with what can be opened open.
    Handout,
}

impl Mode {
    pub fn is_picture(self) -> bool {
        matches!(self, Self::Picture | Self::Handout)
    }
}

#[derive(Clone, Debug, PartialEq)]
pub struct SlideScreen {
    pub deck: Shared<Deck>,
    pub mode: Mode,
    /// The reader is at this slide.
    pub is_present: bool,
    /// The colours of the deck's code.
    pub code: Rc<[Coloured]>,
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
    /// Some of it lies below what is in sight.
    pub has_more: bool,
    /// Who spoke and where; on the cover only.
    pub byline: Option<String>,
    pub badge: Option<Badge>,
    /// In what the sides differ by their marks: as it is seen, and in words.
    pub difference: Option<[String; 2]>,
    /// Told where the lens is later than the last check.
    pub warning: Option<String>,
    pub progress: String,
    pub agenda: Vec<AgendaEntry>,
    pub question: Option<QuestionView>,
    /// What the verdict's figure shows, where the slide has it.
    pub verdict: Option<Summary>,
    /// What the figures of the matrix, the timeline and the changes show, likewise.
    pub matrix: Option<MatrixScreen>,
    pub glance: Option<Glance>,
    pub changes: Option<ChangesScreen>,
}

impl SlideScreen {
    pub fn slide(&self) -> Option<&Slide> {
        self.deck.0.slides.get(self.at)
    }

    /// The slide without what leaves its layout as it is: steps (what is ahead keeps its room), marks, animations, and
    /// where it is scrolled to. Slides that are equal in this are equally large in equal rooms.
    #[must_use]
    pub fn layout_input(&self) -> Self {
        let mut slide = Self {
            is_present: true,
            step: 0,
            scrolls: false,
            has_more: false,
            progress: String::new(),
            shift: None,
            ..self.clone()
        };
        for item in &mut slide.items {
            (item.is_reached, item.steps_since) = (true, 0);
            (item.fresh, item.is_target) = (None, false);
        }
        slide
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
    /// The lens's last move has changed it; which of two equal animations plays.
    pub fresh: Option<bool>,
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
    /// There is a way to the view of all changes.
    pub has_view: bool,
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

/// All slides, one below the other.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Article {
    pub entries: Vec<SlideScreen>,
    /// Place and id of those that are drawn a little later.
    pub coming: Vec<(usize, String)>,
}

/// The present slide at its step.
pub fn present(state: &State, deck: &Rc<Deck>) -> Option<SlideScreen> {
    let shown = Shown { at: state.nav.slide, tables: &state.tables, step: state.nav.step, mode: Mode::Stage };
    slide_screen(state, deck, &shown)
}

/// The slides that are drawn beside the present one: those before it as they were left, those behind it as they begin.
pub fn beside(state: &State) -> Vec<SlideScreen> {
    let Some(deck) = state.deck.as_ref().filter(|_| state.nav.view == View::Slides) else {
        return Vec::new();
    };
    let step = |at: usize| if at < state.nav.slide { u32::MAX } else { 0 };
    let screens = state.rendering.beside.iter().map(|at| slide_at(state, deck, *at, step(*at), Mode::Stage));
    screens.flatten().collect()
}

/// The article, of which only so many entries are drawn; without a number, all.
pub fn article(state: &State, deck: &Rc<Deck>, step: u32, unrolled: Option<usize>) -> Article {
    let mut article = Article::default();
    for (number, at) in state.shown().into_iter().enumerate() {
        if unrolled.is_none_or(|unrolled| number < unrolled) {
            article.entries.extend(slide_at(state, deck, at, step, Mode::Article));
        } else if let Some(slide) = deck.slides.get(at) {
            article.coming.push((at, slide.id.0.clone()));
        }
    }
    article
}

fn slide_at(state: &State, deck: &Rc<Deck>, at: usize, step: u32, mode: Mode) -> Option<SlideScreen> {
    let tables = state.tables_of(deck.slides.get(at)?);
    slide_screen(state, deck, &Shown { at, tables: &tables, step, mode })
}

/// A slide as a picture, at a step; `u32::MAX` is its last.
pub fn picture(state: &State, at: usize, step: u32, mode: Mode) -> Option<SlideScreen> {
    slide_at(state, state.deck.as_ref()?, at, step, mode)
}

/// Which slide, and how much of it.
struct Shown<'s> {
    at: usize,
    tables: &'s Tables,
    step: u32,
    mode: Mode,
}

fn slide_screen(state: &State, deck: &Rc<Deck>, shown: &Shown<'_>) -> Option<SlideScreen> {
    let Shown { at, tables, step, mode } = *shown;
    let controls = state.language.controls();
    let slide = deck.slides.get(at)?;
    let is_present = at == state.nav.slide && !mode.is_picture();
    let is_stage = mode == Mode::Stage && is_present;
    let (number, total) = if is_stage { state.progress() } else { state.number_of(at) };
    let look = ItemLook { state, deck, items: &tables.items.items, at, step, mode, is_present };
    Some(SlideScreen {
        deck: Shared(Rc::clone(deck)),
        mode,
        is_present,
        code: Rc::clone(&state.rendering.code),
        at,
        id: slide.id.0.clone(),
        layout: layout(slide, at),
        language: state.language,
        base: state.source.base.clone(),
        items: look.views(slide),
        columns: columns(state, deck, slide),
        shift: (state.display.shift > 0 && mode == Mode::Stage)
            .then_some(state.display.shift.is_multiple_of(2)),
        step,
        scrolls: mode == Mode::Stage && is_present && (state.nav.scroll.above || state.nav.scroll.below),
        has_more: mode == Mode::Stage && is_present && state.nav.scroll.below,
        byline: byline(deck, layout(slide, at)),
        badge: if mode.is_picture() { None } else { badge(state, deck, tables.changes) },
        difference: difference_line(state, deck, slide),
        warning: warning(state, deck, tables),
        progress: fill(controls.progress, &[&number, &total]),
        agenda: agenda(deck, at),
        question: if mode == Mode::Stage { question_view(state, slide, at) } else { None },
        matrix: slide.has_figure(Figure::Matrix).then(|| whole_matrix(state, deck)),
        glance: if slide.has_figure(Figure::Timeline) { glance(state, deck) } else { None },
        changes: if slide.has_figure(Figure::Changes) { whole_changes(state, deck) } else { None },
        verdict: (state.has_quiz() && slide.has_figure(Figure::Verdict)).then(|| summary(state, deck)),
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
fn badge(state: &State, deck: &Deck, changes: usize) -> Option<Badge> {
    let controls = state.language.controls();
    let (first, last) = state.moments().filter(|_| changes > 0)?;
    let moment_on = |day| deck.about.moments.iter().position(|moment| moment.day.date(state.today) == day);
    let (from, to) = (moment_on(first)?, moment_on(last)?);
    let has_view = state.has_view(View::Changes);
    Some(if state.day() < last {
        Badge { text: fill(controls.changes_later, &[&changes]), moment: to, has_view }
    } else {
        let name = &deck.about.moments[from].name;
        Badge { text: fill(controls.changes_since, &[name, &changes]), moment: from, has_view }
    })
}

/// "EKS × / GKE ○", and since when or from when on they agree.
fn difference_line(state: &State, deck: &Deck, slide: &Slide) -> Option<[String; 2]> {
    let columns = slide.columns.iter().map(|column| column.side);
    let sides: Vec<SideIndex> = columns.filter(|side| state.sides.contains(*side)).collect();
    let days = state.moments().unwrap_or((state.day(), state.day()));
    let found = difference(slide, &sides, state.day(), days)?;
    let says = state.language.comparing();
    let both = if sides.len() == 2 { says.both } else { says.all };
    let text = |word: fn(&Mark) -> &'static str| {
        let name = |mark: CellMark| word(cell_mark(state.language, mark));
        let mut marks = Vec::new();
        for (side, mark) in &found.marks {
            let about = deck.about.sides.get(side.index());
            marks.push(format!("{} {}", about.map_or("", |about| &about.name), name(*mark)));
        }
        let marks = marks.join(" / ");
        match (found.agreed, found.agree_now) {
            (None, _) => marks,
            (Some((date, mark)), false) => fill(says.differ_until, &[&marks, &date, &both, &name(mark)]),
            (Some((date, mark)), true) => fill(says.agree_since, &[&date, &both, &name(mark), &marks]),
        }
    };
    Some([text(|mark| mark.sign), text(|mark| mark.words)])
}

fn warning(state: &State, deck: &Deck, tables: &Tables) -> Option<String> {
    let has_claims = tables.items.items.iter().any(|item| item.period.is_some());
    let checked = deck.about.checked.filter(|checked| has_claims && state.day() > *checked)?;
    Some(fill(state.language.controls().unknown_after, &[&checked]))
}

/// The sections after the cover, if the slide has an agenda.
fn agenda(deck: &Deck, here: usize) -> Vec<AgendaEntry> {
    let has_agenda = deck.slides.get(here).is_some_and(|slide| slide.has_figure(Figure::Agenda));
    let mut entries: Vec<AgendaEntry> = Vec::new();
    for (at, slide) in
        deck.slides.iter().enumerate().skip(1).filter(|(_, slide)| slide.opens_section && has_agenda)
    {
        let mut place = AgendaPlace::Ahead;
        if at <= here {
            place = AgendaPlace::Here;
            entries.iter_mut().for_each(|before| before.place = AgendaPlace::Done);
        }
        entries.push(AgendaEntry { id: slide.id.0.clone(), title: slide.title.clone(), place });
    }
    entries
}
