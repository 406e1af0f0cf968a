//! The whole state of one deck element.

use super::author::Author;
use super::comparison::Comparison;
use super::display::Display;
use super::embed::Embed;
use super::host::Host;
use super::lens::{self};
use super::lens_state::LensState;
use super::nav::Nav;
use super::pair::Pair;
use super::presenter::Presenter;
use super::quiz::QuizState;
use super::rendering::Rendering;
use super::search::Search;
use super::sides::SideSet;
use super::source::Source;
use super::view::View;
use crate::analysis::changes::changes;
use crate::analysis::index::Index;
use crate::analysis::items::{Look, SlideItems, claims, items};
use crate::model::claim::{Id, SideIndex};
use crate::model::content::{ItemNumber, plain_text};
use crate::model::date::Date;
use crate::model::deck::{Deck, Slide};
use crate::words::Language;
use std::rc::Rc;

/// One deck element's state. Changed by `update` alone.
#[derive(Debug)]
pub struct State {
    /// The last deck that could be read.
    pub deck: Option<Rc<Deck>>,
    pub index: Index,
    pub language: Language,
    pub today: Date,
    pub nav: Nav,
    pub display: Display,
    pub lens_state: LensState,
    pub rendering: Rendering,
    pub presenter: Presenter,
    pub source: Source,
    pub author: Author,
    pub host: Host,
    pub quiz: QuizState,
    pub search: Search,
    pub comparison: Comparison,
    pub sides: SideSet,
    pub tables: Tables,
}

/// So many entries fill a phone's screen.
const FIRST_ENTRIES: usize = 4;

/// What was judged of the present slide. Made anew when deck, slide, sides or lens change.
#[derive(Debug, Default, PartialEq)]
pub struct Tables {
    pub items: SlideItems,
    /// How many claims changed between the first and the last moment.
    pub changes: usize,
}

impl State {
    /// The state before anything has been read.
    pub fn new(file: impl Into<String>, language: Language, today: Date) -> Self {
        Self {
            deck: None,
            index: Index::default(),
            language,
            today,
            nav: Nav::default(),
            display: Display::default(),
            lens_state: LensState::default(),
            rendering: Rendering::default(),
            presenter: Presenter::default(),
            source: Source { file: file.into(), ..Source::default() },
            author: Author::new(language),
            host: Host::default(),
            quiz: QuizState::default(),
            search: Search::default(),
            comparison: Comparison::default(),
            sides: SideSet::all(0),
            tables: Tables::default(),
        }
    }

    /// With the page's address without query and fragment, where the deck owns it.
    #[must_use]
    pub fn on_page(self, page: Option<String>) -> Self {
        Self { host: Host { page, ..self.host }, ..self }
    }

    /// Shown to whoever writes the deck.
    #[must_use]
    pub fn for_author(self, for_author: bool) -> Self {
        Self { author: Author { for_author, ..self.author }, ..self }
    }

    /// On a narrow screen, where the deck opens as an article.
    #[must_use]
    pub fn on_narrow_screen(self, is_narrow: bool) -> Self {
        let home = if is_narrow { View::Read } else { View::Slides };
        Self { nav: Nav { view: home, home, back: home, ..self.nav }, ..self }
    }

    /// An article that opens at its beginning is drawn bit by bit: `Msg::Render(RenderMsg::Article)` asks for more.
    #[must_use]
    pub fn rolled_up(self) -> Self {
        Self { rendering: Rendering { unrolled: Some(FIRST_ENTRIES), ..self.rendering }, ..self }
    }

    /// With the address of the folder from which the program came, with its last `/`.
    #[must_use]
    pub fn of_program(self, folder: String) -> Self {
        let embed = Embed { program: folder, ..self.host.embed };
        Self { host: Host { embed, ..self.host }, ..self }
    }

    /// In a page of another's.
    #[must_use]
    pub fn embedded(self) -> Self {
        let embed = Embed { is_embedded: true, ..self.host.embed };
        Self { host: Host { embed, ..self.host }, ..self }
    }

    /// As one of two windows that show the same.
    #[must_use]
    pub fn paired(self, pair: Pair) -> Self {
        Self { presenter: Presenter { pair, ..self.presenter }, ..self }
    }

    pub fn present_slide(&self) -> Option<&Slide> {
        self.deck.as_ref()?.slides.get(self.nav.slide)
    }

    /// The day of the lens.
    pub fn day(&self) -> Date {
        self.deck.as_ref().map_or(self.today, |deck| self.lens().day(&deck.about, self.today))
    }

    /// The days of the first and the last moment.
    pub fn moments(&self) -> Option<(Date, Date)> {
        lens::span(&self.deck.as_ref()?.about, self.today)
    }

    /// The day that claims are compared with to tell whether they were added.
    pub fn first_moment(&self) -> Option<Date> {
        let moments = &self.deck.as_ref()?.about.moments;
        moments.iter().map(|moment| moment.day.date(self.today)).min()
    }

    /// Whether the reader is told of a newer version of the site. An audience isn't.
    pub fn tells_of_newer(&self) -> bool {
        self.display.is_outdated && !self.display.fullscreen
    }

    /// Whether a notice is shown: about the address, or that a new version of the deck failed.
    pub(super) fn has_notices(&self) -> bool {
        let is_stale = self.source.failure.is_some() && self.deck.is_some();
        !self.display.notices.is_empty()
            || self.tells_of_newer()
            || is_stale
            || self.presenter.pair.loss(self.display.fullscreen).is_some()
    }

    /// Whether Escape would close something.
    pub fn has_something_open(&self) -> bool {
        let other = self.display.panel.is_some() || self.display.open_claim.is_some() || self.has_notices();
        let leads_back =
            self.nav.view != View::Slides && self.nav.view != self.nav.home && self.keeps_view(self.nav.back);
        other || self.rendering.paper.is_some() || (leads_back && !self.display.black)
    }

    /// Whether Back leads nowhere.
    pub fn is_at_start(&self) -> bool {
        match self.nav.view {
            View::Slides => {
                self.nav.step == 0 && !self.has_more(false) && !self.has_shown(|slide| slide < self.nav.slide)
            }
            View::Read => !self.has_shown(|slide| slide < self.nav.slide),
            View::Overview => !self.has_shown(|slide| slide < self.nav.cursor),
            View::Quiz => self.asked_questions().first().copied() >= self.question_here(),
            View::Verdict => false,
            View::Matrix | View::Timeline | View::Changes | View::Sources => true,
        }
    }

    /// Whether Next leads nowhere.
    pub fn is_at_end(&self) -> bool {
        match self.nav.view {
            View::Slides => {
                let is_whole = self.nav.step >= self.tables.items.steps && !self.has_more(true);
                is_whole && !self.has_shown(|slide| slide > self.nav.slide)
            }
            View::Read => !self.has_shown(|slide| slide > self.nav.slide),
            View::Overview => !self.has_shown(|slide| slide > self.nav.cursor),
            View::Quiz => false,
            View::Verdict | View::Matrix | View::Timeline | View::Changes | View::Sources => true,
        }
    }

    fn has_shown(&self, counts: impl Fn(usize) -> bool) -> bool {
        let slides = self.deck.as_ref().map(|deck| deck.slides.as_slice()).unwrap_or_default();
        let kept = self.kept_slides();
        slides.iter().enumerate().any(|(at, slide)| counts(at) && kept.contains(&at) && !slide.hidden)
    }

    /// The number of the present slide and of all slides, hidden ones aside. A hidden slide has the
    /// number of the one before it. In the quiz its questions count; the verdict is the last of them.
    pub fn progress(&self) -> (usize, usize) {
        if self.nav.view.is_quiz() {
            return self.question_number();
        }
        let place = if self.nav.view == View::Overview { self.nav.cursor } else { self.nav.slide };
        self.number_of(place)
    }

    /// The number of a slide and of all slides, hidden ones aside. A hidden slide has the number of the one
    /// before it.
    pub fn number_of(&self, slide: usize) -> (usize, usize) {
        let slides = self.deck.as_ref().map(|deck| deck.slides.as_slice()).unwrap_or_default();
        let kept = self.kept_slides();
        let shown = |slides: &[Slide]| slides.iter().filter(|slide| !slide.hidden).count();
        let slides = slides.get(kept.clone()).unwrap_or_default();
        let until_here = &slides[..slides.len().min((slide + 1).saturating_sub(kept.start))];
        (shown(until_here).max(1), shown(slides).max(1))
    }

    /// The items of a slide as the lens and the sides have them.
    pub fn judged(&self, slide: &Slide, sides: SideSet, day: Date) -> SlideItems {
        let is_on = |side: SideIndex| sides.contains(side);
        items(slide, Look { day, first_moment: self.first_moment(), is_on: &is_on })
    }

    /// What is judged of a slide with the present sides and lens.
    pub(super) fn tables_of(&self, slide: &Slide) -> Tables {
        let is_on = |side: Option<SideIndex>| side.is_none_or(|side| self.sides.contains(side));
        let changes = self
            .moments()
            .map_or(0, |(first, last)| changes(slide, first, last, |seen| is_on(seen.claim.side)));
        Tables { items: self.judged(slide, self.sides, self.day()), changes }
    }

    /// Judges the present slide.
    pub(super) fn update_tables(&mut self) {
        let tables = self.present_slide().map(|slide| self.tables_of(slide));
        self.tables = tables.unwrap_or_default();
        self.nav.step = self.nav.step.min(self.tables.items.steps);
    }

    /// The id that the address names: the claim's if one was linked to, else the slide's.
    pub fn target_id(&self) -> Option<&Id> {
        let slide = self.present_slide()?;
        let claim = self.nav.target.and_then(|number| claim_id(slide, number));
        Some(claim.unwrap_or(&slide.id))
    }
}

fn claim_id(slide: &Slide, number: ItemNumber) -> Option<&Id> {
    claims(slide).into_iter().find(|seen| seen.item.number == number)?.claim.id.as_ref()
}

/// The title of a slide as plain text.
pub(super) fn title_or(slide: &Slide, untitled: &str) -> String {
    let title = plain_text(&slide.title);
    if title.is_empty() { untitled.to_owned() } else { title }
}
