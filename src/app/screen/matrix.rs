//! The matrix: topics in rows, sides in columns.

use super::comparing::{ClaimView, Frame, Select, Window, claim_view, frame, topic_name};
use crate::analysis::matrix::{CellMark, Query, Sort, cell_mark, rows};
use crate::analysis::search::Part;
use crate::analysis::topics::{Topic, TopicClaim};
use crate::app::state::State;
use crate::model::claim::SideIndex;
use crate::model::content::plain_text;
use crate::model::deck::Deck;
use crate::words::fill;
use std::rc::Rc;

#[derive(Clone, Debug, PartialEq)]
pub struct MatrixScreen {
    pub frame: Frame,
    /// The text that is looked for.
    pub text: String,
    pub only_differing: bool,
    /// The label and whether it is on; nothing where there are no two moments.
    pub only_changed: Option<(String, bool)>,
    pub sorts: Vec<Select>,
    pub columns: Vec<Column>,
    /// Some rows have claims of no side: they have a column of their own.
    pub has_shared: bool,
    pub rows: Vec<MatrixRow>,
    pub window: Window,
    /// How many topics of all are shown.
    pub count: String,
}

/// The column of a side that is on.
#[derive(Clone, Debug, PartialEq)]
pub struct Column {
    pub side: SideIndex,
    pub name: String,
    /// The labels of the buttons that move it; nothing at the ends.
    pub back: Option<String>,
    pub further: Option<String>,
}

#[derive(Clone, Debug, PartialEq)]
pub struct MatrixRow {
    /// The number of the row, from 1.
    pub number: usize,
    /// The address of the topic's first slide.
    pub link: String,
    pub section: String,
    pub topic: String,
    /// In the order of the columns; the last is that of no side.
    pub cells: Vec<Cell>,
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct Cell {
    pub mark: Option<CellMark>,
    /// Those that hold on the lens's day.
    pub claims: Vec<ClaimView>,
}

/// So many rows fill a screen.
const FEW: usize = 5;

/// The matrix; whole, or only the rows near the screen.
pub fn matrix(state: &State, deck: &Rc<Deck>, is_whole: bool) -> MatrixScreen {
    let says = state.language.comparing();
    let shown = shown(state, deck);
    let window = Window::around(&state.comparison, shown.len(), FEW, is_whole);
    let sides = state.columns();
    let mut drawn = Vec::new();
    for at in &window.rows {
        drawn.push(row(state, deck, &state.comparison.topics[shown[*at]], at + 1, &sides));
    }
    MatrixScreen {
        frame: frame(state, deck),
        text: state.comparison.text.clone(),
        only_differing: state.comparison.only_differing,
        only_changed: only_changed(state, deck),
        sorts: [
            (Sort::Deck, says.sort_deck),
            (Sort::Topic, says.sort_topic),
            (Sort::Change, says.sort_change),
        ]
        .map(|(sort, name)| (sort.name().to_owned(), name.to_owned(), sort == state.comparison.sort))
        .to_vec(),
        columns: columns(state, deck, &sides),
        has_shared: drawn.iter().any(|row| row.cells.last().is_some_and(|cell| !cell.claims.is_empty())),
        rows: drawn,
        window,
        count: fill(says.rows_shown, &[&shown.len(), &compared(state)]),
    }
}

/// How many topics there are without any filter.
fn compared(state: &State) -> usize {
    let has_sides = |topic: &&Topic| topic.claims.iter().any(|claim| claim.side.is_some());
    state.comparison.topics.iter().filter(has_sides).count()
}

/// The topics that are shown, by their places.
fn shown(state: &State, deck: &Deck) -> Vec<usize> {
    let comparison = &state.comparison;
    let found = matches(state);
    rows(
        deck,
        &comparison.topics,
        &Query {
            day: state.day(),
            is_on: &|side| state.sides.contains(side),
            only_differing: comparison.only_differing,
            only_changed: state.compared_days().filter(|_| comparison.only_changed),
            has_text: &|at, claims| {
                found.as_ref().is_none_or(|found| found.has(&comparison.topics[at], claims, state))
            },
            sort: comparison.sort,
        },
    )
}

/// Where the text that is looked for was found.
struct Matches<'s> {
    /// Slide and part, in the order of the deck.
    places: Vec<(usize, Part)>,
    text: &'s str,
}

fn matches(state: &State) -> Option<Matches<'_>> {
    let index = state.search.index.as_ref().filter(|_| !state.comparison.text.trim().is_empty())?;
    let entries = state.comparison.found.entries.iter().filter_map(|at| index.entries.get(*at));
    Some(Matches {
        places: entries.map(|entry| (entry.slide, entry.part)).collect(),
        text: &state.comparison.text,
    })
}

impl Matches<'_> {
    /// Whether it is in the topic's name, or in a claim that holds on the lens's day.
    fn has(&self, topic: &Topic, claims: &[TopicClaim], state: &State) -> bool {
        let from = self.places.partition_point(|(slide, _)| Some(slide) < topic.slides.first());
        let to = self.places.partition_point(|(slide, _)| Some(slide) <= topic.slides.last());
        let is_in = |(slide, part): &(usize, Part)| {
            topic.slides.contains(slide)
                && match part {
                    Part::Title => true,
                    Part::Text(Some(number)) => claims.iter().any(|claim| {
                        claim.slide == *slide && claim.number == *number && claim.holds(state.day())
                    }),
                    Part::Text(None) | Part::Note => false,
                }
        };
        self.places[from..to].iter().any(is_in) || (!topic.name.is_empty() && topic.name.contains(self.text))
    }
}

fn row(state: &State, deck: &Deck, topic: &Topic, number: usize, sides: &[SideIndex]) -> MatrixRow {
    let (name, link) = topic_name(state, deck, topic);
    let section = topic.section.and_then(|at| deck.slides.get(at));
    let cells = sides.iter().copied().map(Some).chain([None]);
    MatrixRow {
        number,
        link,
        section: section
            .map(|slide| plain_text(&slide.title))
            .filter(|name| *name != topic.name)
            .unwrap_or_default(),
        topic: name,
        cells: cells.map(|side| cell(state, deck, &topic.claims, side)).collect(),
    }
}

fn cell(state: &State, deck: &Deck, claims: &[TopicClaim], side: Option<SideIndex>) -> Cell {
    let mut cell = Cell::default();
    let here = || claims.iter().filter(|claim| claim.side == side && claim.holds(state.day()));
    cell.mark = cell_mark(here().filter_map(|claim| claim.task));
    for claim in here() {
        cell.claims.push(claim_view(state, deck, claim));
    }
    cell
}

fn columns(state: &State, deck: &Deck, sides: &[SideIndex]) -> Vec<Column> {
    let says = state.language.comparing();
    let mut columns = Vec::new();
    for (at, side) in sides.iter().enumerate() {
        let Some(about) = deck.about.sides.get(side.index()) else { continue };
        let label = |text: &'static str, can: bool| can.then(|| fill(text, &[&about.name]));
        columns.push(Column {
            side: *side,
            name: about.name.clone(),
            back: label(says.column_back, at > 0),
            further: label(says.column_further, at + 1 < sides.len()),
        });
    }
    columns
}

fn only_changed(state: &State, deck: &Deck) -> Option<(String, bool)> {
    let (from, to) = state.compared()?;
    let moments = &deck.about.moments;
    let text = fill(state.language.comparing().only_changed, &[&moments[from].name, &moments[to].name]);
    Some((text, state.comparison.only_changed))
}
