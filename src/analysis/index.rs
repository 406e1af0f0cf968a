//! Where in a deck an id stands.

use crate::model::claim::{Claim, Id, SideIndex};
use crate::model::content::{Block, ItemNumber};
use crate::model::deck::{Deck, Slide};
use crate::text::names::Names;

/// The place of a slide, or of a claim on it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Place {
    /// From 0.
    pub slide: usize,
    pub item: Option<ItemNumber>,
    pub side: Option<SideIndex>,
}

/// The places of all ids of a deck.
#[derive(Debug, Default)]
pub struct Index {
    ids: Names,
    places: Vec<Place>,
}

impl Index {
    pub fn new(deck: &Deck) -> Self {
        let mut index = Self::default();
        for (at, slide) in deck.slides.iter().enumerate() {
            index.add_slide(at, slide);
        }
        index
    }

    pub fn get(&self, id: &str) -> Option<Place> {
        self.ids.get(id).map(|number| self.places[number])
    }

    /// Ids are unique in a deck; the first counts.
    fn add(&mut self, id: &Id, place: Place) {
        if self.ids.add(id.as_str()).is_ok() {
            self.places.push(place);
        }
    }

    fn add_slide(&mut self, at: usize, slide: &Slide) {
        let whole = Place { slide: at, item: None, side: None };
        self.add(&slide.id, whole);
        // An option without an id of its own has its position, a number, which no link names.
        let is_given = |id: &Id| !id.as_str().starts_with(|c: char| c.is_ascii_digit());
        let options = slide.question.iter().flat_map(|question| &question.options);
        for option in options.filter(|option| is_given(&option.id)) {
            self.add(&option.id, whole);
        }
        slide.blocks().for_each(|block| {
            block.walk(&mut |block| {
                let Block::List(list) = block else { return };
                for item in &list.items {
                    if let Some(Claim { id: Some(id), side, .. }) = &item.claim {
                        self.add(id, Place { slide: at, item: Some(item.number), side: *side });
                    }
                }
            });
        });
    }
}
