//! What becomes of each list item of a slide on a day: shown, hidden or folded, and at which step.

use super::freshness::{Freshness, freshness, is_added};
use crate::model::claim::{Claim, SideIndex};
use crate::model::content::{Block, Item, ItemNumber, List};
use crate::model::date::{Bound, Date, Period};
use crate::model::deck::Slide;
use crate::text::names::Names;

/// A column with more items than this folds ended claims into those that replaced them.
pub const MOST_ITEMS: usize = 6;

/// A chain of replacements is followed so far: a deck may hold circles, and very long chains.
const LONGEST_CHAIN: usize = 100;

/// A claim with the period that counts for it: its own, else that of the item around it.
pub struct SeenClaim<'s> {
    pub item: &'s Item,
    pub claim: &'s Claim,
    pub period: Option<Period>,
    /// How many items with claims stand around it.
    pub depth: u32,
}

impl SeenClaim<'_> {
    /// The first day on which it holds and the first on which it no longer does, where they are known.
    pub fn bounds(&self) -> impl Iterator<Item = Date> {
        let ends = self.period.map(|period| [period.from, period.until]).unwrap_or_default();
        ends.into_iter().flatten().map(Bound::day)
    }
}

/// All claims of a slide in the order of the text.
pub fn claims(slide: &Slide) -> Vec<SeenClaim<'_>> {
    let mut seen = Vec::new();
    slide.blocks().for_each(|block| gather(block, None, 0, &mut seen));
    seen
}

fn gather<'s>(block: &'s Block, outer: Option<Period>, depth: u32, into: &mut Vec<SeenClaim<'s>>) {
    let Block::List(list) = block else { return };
    for item in &list.items {
        let period = own_or(item, outer);
        into.extend(item.claim.as_ref().map(|claim| SeenClaim { item, claim, period, depth }));
        let depth = depth + u32::from(item.claim.is_some());
        item.blocks.iter().for_each(|block| gather(block, period, depth, into));
    }
}

fn own_or(item: &Item, outer: Option<Period>) -> Option<Period> {
    item.claim.as_ref().and_then(|claim| claim.period).or(outer)
}

/// Where an item is shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Place {
    Listed,
    /// Within the item that replaced it, on demand.
    Folded,
    /// Not at all: upcoming, or inside an upcoming one.
    Hidden,
}

/// An item of a slide on a day.
#[derive(Clone, Debug, PartialEq)]
pub struct ItemState {
    pub freshness: Freshness,
    pub period: Option<Period>,
    pub added: bool,
    pub place: Place,
    /// The items that are folded into this one, in the order of the text.
    pub folded: Vec<ItemNumber>,
    /// It is shown from this step on; 0 is at once.
    pub step: u32,
}

/// The items of a slide and how many steps there are.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct SlideItems {
    /// By item number.
    pub items: Vec<ItemState>,
    /// The number of the last step; 0: the slide is complete at once.
    pub steps: u32,
}

/// The day, and what else decides about items.
#[derive(Clone, Copy)]
pub struct Look<'l> {
    pub day: Date,
    pub first_moment: Option<Date>,
    /// Which sides are on.
    pub is_on: &'l dyn Fn(SideIndex) -> bool,
}

/// Classifies all items of a slide.
pub fn items(slide: &Slide, look: Look<'_>) -> SlideItems {
    let mut table = SlideItems { items: vec![undated(); slide.items as usize], steps: 0 };
    slide.blocks().for_each(|block| table.classify(block, None, true, look));
    for column in &slide.columns {
        table.fold(&column.blocks);
    }
    table.count_steps(&slide.above, 0);
    for column in slide.columns.iter().filter(|column| (look.is_on)(column.side)) {
        table.count_steps(&column.blocks, 0);
    }
    table.count_steps(&slide.below, 0);
    table
}

fn undated() -> ItemState {
    let (freshness, place) = (Freshness::Undated, Place::Listed);
    ItemState { freshness, period: None, added: false, place, folded: Vec::new(), step: 0 }
}

impl SlideItems {
    fn classify(&mut self, block: &Block, outer: Option<Period>, outer_is_shown: bool, look: Look<'_>) {
        match block {
            Block::List(list) => {
                list.items.iter().for_each(|item| self.classify_item(item, outer, outer_is_shown, look));
            }
            Block::Quote(blocks) => {
                blocks.iter().for_each(|block| self.classify(block, outer, outer_is_shown, look));
            }
            Block::Paragraph(_)
            | Block::Heading { .. }
            | Block::Code(_)
            | Block::Table(_)
            | Block::Rule
            | Block::Html(_)
            | Block::Figure(_)
            | Block::Question => {}
        }
    }

    fn classify_item(&mut self, item: &Item, outer: Option<Period>, outer_is_shown: bool, look: Look<'_>) {
        let period = own_or(item, outer);
        let freshness = freshness(period, look.day);
        let is_shown = outer_is_shown && freshness != Freshness::Upcoming;
        let added = item.claim.as_ref().is_some_and(|claim| is_added(claim, period, look.first_moment));
        if let Some(state) = self.items.get_mut(item.number.index()) {
            let place = if is_shown { Place::Listed } else { Place::Hidden };
            *state = ItemState { freshness, period, added, place, ..undated() };
        }
        item.blocks.iter().for_each(|block| self.classify(block, period, is_shown, look));
    }

    /// Folds ended claims into their successors where the column would be too long.
    fn fold(&mut self, blocks: &[Block]) {
        let lists =
            blocks.iter().filter_map(|block| if let Block::List(list) = block { Some(list) } else { None });
        let top: Vec<&Item> =
            lists.flat_map(|list| &list.items).filter(|item| self.is_listed(item.number)).collect();
        if top.len() <= MOST_ITEMS {
            return;
        }
        let successors = Successors::of(&top);
        for item in &top {
            let is_ended = self.items[item.number.index()].freshness == Freshness::Ended;
            if let Some(last) = successors.last(item).filter(|_| is_ended) {
                self.items[item.number.index()].place = Place::Folded;
                self.items[last.index()].folded.push(item.number);
            }
        }
    }

    fn is_listed(&self, number: ItemNumber) -> bool {
        self.items.get(number.index()).is_some_and(|state| state.place == Place::Listed)
    }

    fn count_steps(&mut self, blocks: &[Block], outer: u32) {
        for block in blocks {
            match block {
                Block::List(list) => self.count_list(list, outer),
                Block::Quote(blocks) => self.count_steps(blocks, outer),
                // The first lines are lit at once, each further group at a step of its own.
                Block::Code(code) if code.steps.len() > 1 => {
                    self.set_step(code.number, self.steps);
                    self.steps += u32::try_from(code.steps.len() - 1).unwrap_or(0);
                }
                Block::Paragraph(_)
                | Block::Heading { .. }
                | Block::Code(_)
                | Block::Table(_)
                | Block::Rule
                | Block::Html(_)
                | Block::Figure(_)
                | Block::Question => {}
            }
        }
    }

    fn count_list(&mut self, list: &List, outer: u32) {
        for item in &list.items {
            if !self.is_listed(item.number) {
                continue;
            }
            let mut step = outer;
            if list.stepwise {
                self.steps += 1;
                step = self.steps;
            }
            self.set_step(item.number, step);
            self.count_steps(&item.blocks, step);
        }
    }

    fn set_step(&mut self, number: ItemNumber, step: u32) {
        if let Some(state) = self.items.get_mut(number.index()) {
            state.step = step;
        }
    }
}

/// For the id of each replaced claim, the item that replaced it.
#[derive(Default)]
struct Successors<'i> {
    ids: Names,
    items: Vec<&'i Item>,
}

impl<'i> Successors<'i> {
    fn of(top: &[&'i Item]) -> Self {
        let mut successors = Self::default();
        for item in top {
            for id in item.claim.iter().flat_map(|claim| &claim.replaces) {
                if successors.ids.add(id.as_str()).is_ok() {
                    successors.items.push(item);
                }
            }
        }
        successors
    }

    fn next(&self, item: &Item) -> Option<&'i Item> {
        let id = item.claim.as_ref()?.id.as_ref()?;
        self.ids.get(id.as_str()).map(|number| self.items[number])
    }

    /// The item at the end of the chain of replacements, or where following it stops.
    fn last(&self, item: &Item) -> Option<ItemNumber> {
        let mut last = self.next(item)?;
        for _ in 0..LONGEST_CHAIN {
            let Some(next) = self.next(last) else { break };
            last = next;
        }
        Some(last.number)
    }
}
