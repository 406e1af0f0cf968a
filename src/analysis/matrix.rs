//! The matrix: topics against sides, as of a day.

use super::topics::{Topic, TopicClaim};
use crate::model::claim::SideIndex;
use crate::model::date::Date;
use crate::model::deck::Deck;

/// What the marked claims of a cell say together.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CellMark {
    /// All can.
    Can,
    /// None can.
    Cannot,
    /// Some can, some can't.
    Partly,
}

/// The mark of claims; nothing if none has one.
pub fn cell_mark(tasks: impl IntoIterator<Item = bool>) -> Option<CellMark> {
    let mut mark = None;
    for task in tasks {
        let one = if task { CellMark::Can } else { CellMark::Cannot };
        mark = Some(if mark.is_none_or(|before| before == one) { one } else { CellMark::Partly });
    }
    mark
}

/// The mark of a side on a topic, of the claims that hold on a day.
pub fn side_mark(claims: &[TopicClaim], side: SideIndex, day: Date) -> Option<CellMark> {
    let here = claims.iter().filter(|claim| claim.side == Some(side) && claim.holds(day));
    cell_mark(here.filter_map(|claim| claim.task))
}

/// Whether the sides that have a mark differ in it. A side without one says nothing.
pub fn differs(marks: impl IntoIterator<Item = Option<CellMark>>) -> bool {
    let mut known: Option<CellMark> = None;
    for mark in marks.into_iter().flatten() {
        if *known.get_or_insert(mark) != mark {
            return true;
        }
    }
    false
}

/// The last day, up to `day`, on which a claim of a topic began or ended.
pub fn last_change(claims: &[TopicClaim], day: Date) -> Option<Date> {
    claims.iter().flat_map(TopicClaim::bounds).filter(|bound| *bound <= day).max()
}

/// Whether a claim of a topic holds on one of two days and not on the other.
pub fn has_changed(claims: &[TopicClaim], days: (Date, Date)) -> bool {
    claims.iter().any(|claim| claim.holds(days.0) != claim.holds(days.1))
}

/// The order of the rows.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Sort {
    /// As in the deck, by section.
    #[default]
    Deck,
    /// By name.
    Topic,
    /// The latest change first; what never changed comes last.
    Change,
}

impl Sort {
    /// The orders with their names.
    pub const NAMED: [(Self, &str); 3] =
        [(Self::Deck, "deck"), (Self::Topic, "topic"), (Self::Change, "change")];

    pub fn name(self) -> &'static str {
        Self::NAMED.iter().find(|(sort, _)| *sort == self).map_or("", |(_, name)| name)
    }

    /// The order of this name, else that of the deck.
    pub fn of_name(name: &str) -> Self {
        Self::NAMED.iter().find(|(_, other)| *other == name).map(|(sort, _)| *sort).unwrap_or_default()
    }
}

/// Which rows are shown.
pub struct Query<'q> {
    pub day: Date,
    /// The sides that are on.
    pub is_on: &'q dyn Fn(SideIndex) -> bool,
    /// Only topics in whose marks the sides that are on differ.
    pub only_differing: bool,
    /// Only topics of which something changed between two days.
    pub only_changed: Option<(Date, Date)>,
    /// Whether the topic at this place has the text that is looked for.
    pub has_text: &'q dyn Fn(usize, &[TopicClaim]) -> bool,
    pub sort: Sort,
}

/// The places of the topics that are shown, in their order: those on which a side that is on says something.
pub fn rows(deck: &Deck, topics: &[Topic], query: &Query<'_>) -> Vec<usize> {
    let mut rows: Vec<(String, usize)> = Vec::new();
    let mut claims: Vec<TopicClaim> = Vec::new();
    for (at, topic) in topics.iter().enumerate() {
        claims.clear();
        claims.extend(topic.claims.iter().filter(|claim| claim.side.is_none_or(|side| (query.is_on)(side))));
        if is_wanted(deck, at, &claims, query) {
            let row = (sort_key(topic, &claims, query), at);
            rows.insert(rows.partition_point(|other| *other < row), row);
        }
    }
    rows.into_iter().map(|(_, at)| at).collect()
}

/// Texts that sort as the rows are to stand.
fn sort_key(topic: &Topic, claims: &[TopicClaim], query: &Query<'_>) -> String {
    match query.sort {
        Sort::Deck => String::new(),
        Sort::Topic => topic.name.clone(),
        Sort::Change => {
            let change = last_change(claims, query.day).map_or(0, Date::number);
            (u32::MAX - change).to_string()
        }
    }
}

fn is_wanted(deck: &Deck, at: usize, claims: &[TopicClaim], query: &Query<'_>) -> bool {
    let sides = || (0..deck.about.sides.len()).filter_map(|at| u8::try_from(at).ok()).map(SideIndex);
    let is_compared = claims.iter().any(|claim| claim.side.is_some());
    let marks = || sides().filter(|side| (query.is_on)(*side)).map(|side| side_mark(claims, side, query.day));
    is_compared
        && (!query.only_differing || differs(marks()))
        && query.only_changed.is_none_or(|days| has_changed(claims, days))
        && (query.has_text)(at, claims)
}
