//! A deck that was read, or could not be.

use crate::analysis::index::Index;
use crate::analysis::months::Months;
use crate::app::comparison::Comparison;
use crate::app::effect::{Effect, Entry};
use crate::app::msg::{DeckMsg, Failure, ReadDeck};
use crate::app::search::Search;
use crate::app::sides::SideSet;
use crate::app::state::State;
use crate::app::view::View;
use crate::diagnostic::sentences::Sentences;
use crate::model::claim::SideIndex;
use crate::model::content::{Address, Block, pictures};
use crate::model::deck::Deck;
use crate::words::Language;
use std::rc::Rc;

/// The folder of a file as an address, with its last `/`.
fn folder(address: &str) -> &str {
    let path = address.split(['?', '#']).next().unwrap_or_default();
    path.rfind('/').map_or("", |end| &path[..=end])
}

impl State {
    pub(super) fn handle_deck(&mut self, msg: DeckMsg) -> Vec<Effect> {
        match msg {
            DeckMsg::Read(read) => return self.take_deck(read),
            DeckMsg::Failed { file, failure } => {
                (self.source.file, self.source.failure) = (file, Some(failure));
            }
            DeckMsg::Progress(count) => self.source.received = count,
            DeckMsg::Retry => {
                self.source.failure = None;
                return vec![Effect::FetchDeck];
            }
            DeckMsg::Translation(at) => return self.choose_translation(at),
            DeckMsg::Today(today) => {
                self.today = today;
                let months = self.deck.as_ref().and_then(|deck| Months::of(deck, today));
                self.comparison.months = months.map(Rc::new);
                self.update_tables();
            }
            DeckMsg::Sentences(language, text) => {
                if language == self.language {
                    self.author.sentences = Sentences::new(&text);
                }
            }
            DeckMsg::CodeHighlighted(colours) => {
                (self.rendering.code, self.rendering.code_is_due) = (colours, false);
            }
        }
        Vec::new()
    }

    fn take_deck(&mut self, read: ReadDeck) -> Vec<Effect> {
        if read.deck.slides.is_empty() {
            self.source.failure = Some(Failure::Empty);
            self.author.diagnostics = read.diagnostics;
            return self.sentences_to_fetch();
        }
        let old = self.deck.replace(read.deck);
        let is_first = old.is_none();
        self.author.diagnostics = read.diagnostics;
        self.source.base = folder(&read.address).to_owned();
        self.source.url = read.address;
        // Only a deck that takes another's place has a page to change.
        let page = read.page.filter(|_| self.host.page.is_some() && old.is_some());
        self.source.failure = None;
        if let Some(deck) = &self.deck {
            self.index = Index::new(deck);
            self.comparison = Comparison::of(deck, self.today);
            let language = deck.about.lang.as_deref().map_or(self.language, Language::of_tag);
            if language != self.language {
                self.author.sentences = Sentences::built_in(language);
            }
            self.language = language;
        }
        self.search = Search::default();
        self.rendering.code = Rc::default();
        self.take_questions();
        let unrolled = if is_first { self.rendering.unrolled.take() } else { None };
        let mut effects = match old {
            Some(old) => {
                self.keep_place(&old);
                Vec::new()
            }
            None => {
                self.open_lenses();
                let opened_at = std::mem::take(&mut self.host.address);
                let mut effects = self.take_address(opened_at);
                // A page that opens leaves the focus where the reader has it.
                effects.retain(|effect| !matches!(effect, Effect::ShowQuestion | Effect::ShowCursor));
                self.update_tables();
                effects.extend(self.join_pair());
                effects
            }
        };
        if let Some(page) = page {
            // The deck in another language: its page takes the place of this one in the history.
            self.update_tables();
            self.host.page = Some(page);
            effects.push(self.write_address(Entry::Present));
        }
        let code = self.deck.as_deref().map(Self::code_to_colour).unwrap_or_default();
        self.rendering.code_is_due = !code.is_empty();
        if self.rendering.code_is_due {
            effects.push(Effect::ColourCode(code));
        }
        effects.extend(self.sentences_to_fetch());
        self.rendering.unrolled = unrolled.filter(|_| self.opens_at_beginning());
        if is_first {
            effects.extend(self.translation_asked_for());
        }
        effects
    }

    /// The deck in the language that the page asks for, if it is another and there is one.
    pub(super) fn translation_asked_for(&mut self) -> Vec<Effect> {
        let (Some(deck), Some(lang)) = (&self.deck, &self.host.embed.lang) else { return Vec::new() };
        let is_asked = |tag: &str| tag.eq_ignore_ascii_case(lang);
        if deck.about.lang.as_deref().is_some_and(is_asked) {
            return Vec::new();
        }
        let found = deck.about.translations.iter().position(|(tag, _)| is_asked(tag));
        found.map_or_else(Vec::new, |at| self.choose_translation(at))
    }

    /// The deck in another language comes in as a new version of this one: place, sides and lens stay.
    fn choose_translation(&mut self, at: usize) -> Vec<Effect> {
        self.display.panel = None;
        let found = self.deck.as_ref().and_then(|deck| deck.about.translations.get(at));
        let address = found.map(|(_, address)| Address(address.clone()).resolved(&self.source.base));
        address.map(Effect::FetchTranslation).into_iter().collect()
    }

    /// The sentences are fetched when a deck has diagnostics that are shown, unless they are here.
    fn sentences_to_fetch(&self) -> Vec<Effect> {
        let are_missing = !self.author.diagnostics.is_empty() && self.author.sentences.is_empty();
        let are_shown = self.author.for_author || self.source.failure.is_some();
        if are_missing && are_shown { vec![Effect::FetchSentences(self.language)] } else { Vec::new() }
    }

    /// After a reload of the deck: the same slide by its id, the sides and the lens where they still
    /// exist.
    fn keep_place(&mut self, old: &Deck) {
        let Some(deck) = self.deck.clone() else { return };
        let id = old.slides.get(self.nav.slide).map(|slide| slide.id.as_str().to_owned());
        let same = id.and_then(|id| self.index.get(&id)).map(|place| place.slide);
        self.nav.slide = same.unwrap_or(self.nav.slide).min(deck.slides.len() - 1);
        self.nav.cursor = self.nav.slide;
        self.nav.came_from = None;
        self.leave_lost_view();
        self.keep_sides(old, &deck);
        // In another language the same moments have other names.
        let days = |deck: &Deck| deck.about.moments.iter().map(|moment| moment.day).collect::<Vec<_>>();
        if days(old) != days(&deck) {
            self.open_lenses();
        }
        self.nav.target = None;
        self.close_claims();
    }

    /// Each lens as its views open.
    fn open_lenses(&mut self) {
        self.lens_state.slides = self.opening_lens(View::Slides);
        self.quiz.lens = self.opening_lens(View::Quiz);
    }

    /// The same sides by their ids; all of them where none of those is left, or where all were on.
    fn keep_sides(&mut self, old: &Deck, deck: &Deck) {
        let all = SideSet::all(deck.about.sides.len());
        if self.sides == SideSet::all(old.about.sides.len()) {
            self.sides = all;
            return;
        }
        let on = old.about.sides.iter().zip(0..).filter(|(_, at)| self.sides.contains(SideIndex(*at)));
        let kept = SideSet::of(on.filter_map(|(side, _)| deck.side(&side.id)));
        self.sides = if kept.is_empty() { all } else { kept };
    }

    /// The addresses of all pictures of the deck.
    pub fn image_addresses(&self) -> Vec<String> {
        let mut found = Vec::new();
        for slide in self.deck.iter().flat_map(|deck| &deck.slides) {
            slide.walk(&mut |block| {
                if let Block::Paragraph(text) = block {
                    pictures(text, &mut |address| found.push(address.resolved(&self.source.base)));
                }
            });
        }
        found
    }
}
