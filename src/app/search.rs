//! Looking for a slide or a text.

use super::msg::Panel;
use super::state::State;
use crate::analysis::index::Place;
use crate::analysis::search::{Entry, Found, Part, SearchIndex};
use crate::text::unicode::fold;
use std::rc::Rc;

/// At most so many places are shown: about as many as the panel has room for. Each costs time with every character.
pub const MOST_HITS: usize = 12;

#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Search {
    pub query: String,
    /// Made when it is first needed.
    pub index: Option<Rc<SearchIndex>>,
    /// The entries in which the folded query occurs.
    found: Found,
    pub hits: Vec<Hit>,
    /// How many places there are; more than are shown, perhaps.
    pub count: usize,
    /// Titles that are like a query which is nowhere.
    pub near: Vec<String>,
    /// The hit to which Enter leads.
    pub chosen: usize,
}

/// A place that was found.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Hit {
    /// A slide by its number.
    Slide(usize),
    /// An entry of the index.
    Entry(usize),
}

impl State {
    /// Looks for the query anew.
    pub(super) fn search(&mut self, query: String) {
        let Some(deck) = &self.deck else { return };
        let index = self.search.index.get_or_insert_with(|| Rc::new(SearchIndex::new(deck))).clone();
        let only_titles = self.display.panel == Some(Panel::Jump);
        let with_notes = self.is_speaker();
        let kept = self.kept_slides();
        let counts = |entry: &Entry| {
            let is_wanted = match entry.part {
                Part::Title => true,
                Part::Text(_) => !only_titles,
                Part::Note => with_notes && !only_titles,
            };
            is_wanted && kept.contains(&entry.slide)
        };
        let mut hits = Vec::new();
        let number: Option<usize> = fold(&query).parse().ok();
        hits.extend(number.and_then(|number| self.numbered(number)).map(Hit::Slide));
        let found = index.find(&query, std::mem::take(&mut self.search.found), counts);
        self.search.count = hits.len() + found.entries.len();
        let near = if self.search.count == 0 { index.near(&query, counts) } else { Vec::new() };
        self.search.near = near.into_iter().map(str::to_owned).collect();
        // Titles come first.
        for wants_title in [true, false] {
            for at in &found.entries {
                let is_title = index.entries[*at].part == Part::Title;
                if is_title == wants_title && hits.len() < MOST_HITS {
                    hits.push(Hit::Entry(*at));
                }
            }
        }
        self.search.found = found;
        self.search.hits = hits;
        self.search.chosen = 0;
        self.search.query = query;
    }

    /// The slide with this number, from 1, hidden ones not counted.
    fn numbered(&self, number: usize) -> Option<usize> {
        self.shown().get(number.checked_sub(1)?).copied()
    }

    /// The place of a hit.
    pub(super) fn place_of_hit(&self, hit: Hit) -> Option<Place> {
        Some(match hit {
            Hit::Slide(slide) => Place { slide, item: None, side: None },
            Hit::Entry(at) => {
                let entry = self.search.index.as_ref()?.entries.get(at)?;
                let item = if let Part::Text(item) = entry.part { item } else { None };
                Place { slide: entry.slide, item, side: entry.side }
            }
        })
    }
}
