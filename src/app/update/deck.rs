//! A deck that was read, or could not be.

use crate::app::effect::Effect;
use crate::app::lens::Lens;
use crate::app::msg::{Failure, ReadDeck};
use crate::app::sides::SideSet;
use crate::app::state::State;
use crate::judge::index::Index;
use crate::model::claim::SideIndex;
use crate::model::deck::Deck;
use crate::words::Language;

impl State {
    pub(super) fn take_deck(&mut self, read: ReadDeck) -> Vec<Effect> {
        if read.deck.slides.is_empty() {
            self.failure = Some(Failure::Empty);
            self.diagnostics = read.diagnostics;
            return Vec::new();
        }
        let old = self.deck.replace(read.deck);
        self.diagnostics = read.diagnostics;
        self.base = read.base;
        self.failure = None;
        if let Some(deck) = &self.deck {
            self.index = Index::new(deck);
            self.language = deck.about.lang.as_deref().map_or(self.language, Language::of_tag);
        }
        self.take_questions();
        match old {
            Some(old) => {
                self.keep_place(&old);
                Vec::new()
            }
            None => {
                let opened_at = std::mem::take(&mut self.address);
                // A page that opens leaves the focus where the reader has it.
                let effects = self.take_address(opened_at);
                effects.into_iter().filter(|effect| !matches!(effect, Effect::ShowQuestion)).collect()
            }
        }
    }

    /// After a reload of the deck: the same slide by its id, the sides and the lens where they still
    /// exist.
    fn keep_place(&mut self, old: &Deck) {
        let Some(deck) = self.deck.clone() else { return };
        let id = old.slides.get(self.slide).map(|slide| slide.id.as_str().to_owned());
        let same = id.and_then(|id| self.index.get(&id)).map(|place| place.slide);
        self.slide = same.unwrap_or(self.slide).min(deck.slides.len() - 1);
        self.came_from = None;
        self.leave_lost_view();
        self.keep_sides(old, &deck);
        if old.about.moments != deck.about.moments {
            self.lens = Lens::opening(&deck.about);
        }
        self.target = None;
        self.close_claims();
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

    pub(super) fn take_failure(&mut self, file: String, failure: Failure) {
        self.file = file;
        self.failure = Some(failure);
    }
}
