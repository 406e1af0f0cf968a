//! The whole state of one deck element.

use super::address::Address;
use super::clock::Clock;
use super::code::Coloured;
use super::comparison::Comparison;
use super::display::Display;
use super::embed::Embed;
use super::lens::{self, Lens};
use super::msg::{Failure, Panel};
use super::nav::Nav;
use super::notice::Notice;
use super::pair::Pair;
use super::printing::Paper;
use super::quiz::QuizState;
use super::search::Search;
use super::sides::SideSet;
use super::theme::Theme;
use super::view::View;
use crate::diagnostic::Diagnostic;
use crate::diagnostic::sentences::Sentences;
use crate::judge::changes::changes;
use crate::judge::index::Index;
use crate::judge::items::{Look, SlideItems, claims, items};
use crate::model::claim::{Id, SideIndex};
use crate::model::content::{ItemNumber, plain_text};
use crate::model::date::Date;
use crate::model::deck::{Deck, Slide};
use crate::words::Language;
use std::rc::Rc;

/// One deck element's state. Changed by `update` alone.
#[derive(Debug)]
#[expect(clippy::struct_excessive_bools, reason = "each is a fact of its own")]
pub struct State {
    /// The last deck that could be read.
    pub deck: Option<Rc<Deck>>,
    pub index: Index,
    /// The address against which the deck's relative ones count, up to and with its last `/`.
    pub base: String,
    /// The deck's own address.
    pub source: String,
    pub diagnostics: Rc<[Diagnostic]>,
    /// Whoever looks wants to see them: readers don't.
    pub for_author: bool,
    pub sentences: Sentences,
    pub file: String,
    pub failure: Option<Failure>,
    pub language: Language,
    pub today: Date,
    /// The page's address without query and fragment, where the deck owns it.
    pub page: Option<String>,
    pub nav: Nav,
    pub display: Display,
    pub quiz: QuizState,
    pub search: Search,
    pub comparison: Comparison,
    /// The lens's slider is shown where there is little room.
    pub lens_is_open: bool,
    /// The items of the present slide that the last move of the lens changed.
    pub fresh: Vec<ItemNumber>,
    /// How many entries of the article are drawn while it opens; nothing: all.
    pub unrolled: Option<usize>,
    /// Counts the lens's moves, so that each plays its animation.
    pub lens_moves: u32,
    /// The printed pages are on the screen, in the place of everything else.
    pub paper: Option<Paper>,
    pub embed: Embed,
    /// Attributes and values that mean nothing, for the author.
    pub warnings: Vec<(&'static str, String)>,
    /// How often the reader has let the page know the scores.
    pub verdicts_told: u32,
    /// How many bytes of the deck have come.
    pub received: u32,
    pub pair: Pair,
    pub clock: Clock,
    /// The size of the speaker's notes, in steps from 0.
    pub notes_size: u8,
    /// The colours of the deck's code, as far as they have been found.
    pub code: Rc<[Coloured]>,
    /// The colours are being looked for.
    pub code_is_due: bool,
    /// Slides that are drawn beside the present one, out of sight; ascending.
    pub beside: Vec<usize>,
    /// They are: somebody sees to it that the next one is drawn before it is wanted.
    pub is_prepared: bool,
    pub sides: SideSet,
    /// The lens of all views but the quiz's; `State::lens` is the one of the view on the screen.
    pub lens: Lens,
    pub tables: Tables,
    /// The address that the page was opened at, while there is no deck yet; later, the parts of it
    /// that belong to others.
    pub address: Address,
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
            base: String::new(),
            source: String::new(),
            diagnostics: Rc::default(),
            for_author: false,
            sentences: Sentences::built_in(language),
            file: file.into(),
            failure: None,
            language,
            today,
            page: None,
            unrolled: None,
            beside: Vec::new(),
            is_prepared: false,
            nav: Nav::default(),
            display: Display::default(),
            quiz: QuizState::default(),
            search: Search::default(),
            comparison: Comparison::default(),
            lens_is_open: false,
            fresh: Vec::new(),
            lens_moves: 0,
            paper: None,
            embed: Embed::default(),
            warnings: Vec::new(),
            verdicts_told: 0,
            received: 0,
            pair: Pair::default(),
            clock: Clock::default(),
            notes_size: 2,
            code: Rc::default(),
            code_is_due: false,
            sides: SideSet::all(0),
            lens: Lens::Today,
            tables: Tables::default(),
            address: Address::default(),
        }
    }

    /// With the page's address without query and fragment, where the deck owns it.
    #[must_use]
    pub fn on_page(self, page: Option<String>) -> Self {
        Self { page, ..self }
    }

    /// Shown to whoever writes the deck.
    #[must_use]
    pub fn for_author(self, for_author: bool) -> Self {
        Self { for_author, ..self }
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
        Self { unrolled: Some(FIRST_ENTRIES), ..self }
    }

    /// With the address of the folder from which the program came, with its last `/`.
    #[must_use]
    pub fn of_program(self, folder: String) -> Self {
        Self { embed: Embed { program: folder, ..self.embed }, ..self }
    }

    /// In a page of another's.
    #[must_use]
    pub fn embedded(self) -> Self {
        Self { embed: Embed { is_embedded: true, ..self.embed }, ..self }
    }

    /// As one of two windows that show the same.
    #[must_use]
    pub fn paired(self, pair: Pair) -> Self {
        Self { pair, ..self }
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
        let is_stale = self.failure.is_some() && self.deck.is_some();
        !self.display.notices.is_empty()
            || self.tells_of_newer()
            || is_stale
            || self.pair.loss(self.display.fullscreen).is_some()
    }

    /// Whether Escape would close something.
    pub fn has_something_open(&self) -> bool {
        let other = self.display.panel.is_some() || self.display.open_claim.is_some() || self.has_notices();
        let leads_back =
            self.nav.view != View::Slides && self.nav.view != self.nav.home && self.keeps_view(self.nav.back);
        other || self.paper.is_some() || (leads_back && !self.display.black)
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
    pub(super) fn judge(&mut self) {
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
