//! What the views that look at all claims show: which rows, in which order, between which moments.

use super::state::State;
use super::view::View;
use crate::analysis::matrix::Sort;
use crate::analysis::months::Months;
use crate::analysis::search::Found;
use crate::analysis::topics::{Topic, topics};
use crate::model::claim::SideIndex;
use crate::model::content::ItemNumber;
use crate::model::date::Date;
use crate::model::deck::Deck;
use std::rc::Rc;

/// The rows that are drawn change by so many.
pub const ROWS_AT_ONCE: usize = 12;

/// So many rows of a large table are drawn.
pub const DRAWN: usize = 40;

/// The timeline shows a share of the years: half at each step further.
pub const MOST_ZOOM: u8 = 6;

#[derive(Debug, Default)]
pub struct Comparison {
    pub topics: Rc<[Topic]>,
    /// The months of the deck, where it has dates.
    pub months: Option<Rc<Months>>,
    /// The text that is looked for in the matrix, and where it was found.
    pub text: String,
    pub found: Found,
    pub only_differing: bool,
    pub only_changed: bool,
    pub sort: Sort,
    /// All sides in the order of the matrix's columns.
    pub order: Vec<SideIndex>,
    /// The places of the two moments that are compared; none: the first and the last in time.
    pub between: Option<(usize, usize)>,
    /// The row that has come to the top. None: the view is about to open, with a first screen of rows.
    pub first_row: Option<usize>,
    /// So many rows of a table that isn't large are drawn: more and more, until it is whole.
    pub drawn: usize,
    /// The row that had the focus last.
    pub focused_row: Option<usize>,
    /// The claim of which the timeline tells: slide and item.
    pub chosen: Option<(usize, ItemNumber)>,
    /// In steps from 0, which is all years, to `MOST_ZOOM`.
    pub zoom: u8,
}

impl Comparison {
    pub fn of(deck: &Deck, today: Date) -> Self {
        let order = (0..deck.about.sides.len()).filter_map(|at| u8::try_from(at).ok()).map(SideIndex);
        Self {
            topics: topics(deck).into(),
            months: Months::of(deck, today).map(Rc::new),
            order: order.collect(),
            ..Self::default()
        }
    }

    /// Whether a row that has come to the top is well among those that are drawn.
    pub fn draws(&self, row: usize) -> bool {
        self.first_row.is_some_and(|first| row / ROWS_AT_ONCE == first / ROWS_AT_ONCE)
    }

    /// A row has come to the top, or it is time to draw more.
    pub(super) fn see_row(&mut self, row: usize) {
        self.first_row = Some(row);
        self.drawn = (self.drawn + ROWS_AT_ONCE).max(row + DRAWN);
    }
}

impl State {
    /// The sides that are on, in the order of their columns.
    pub fn columns(&self) -> Vec<SideIndex> {
        self.comparison.order.iter().copied().filter(|side| self.sides.contains(*side)).collect()
    }

    /// The places of the two moments that are compared.
    pub fn compared(&self) -> Option<(usize, usize)> {
        let moments = &self.deck.as_ref()?.about.moments;
        let chosen = self.comparison.between.filter(|(from, to)| (*from).max(*to) < moments.len());
        let in_time = |last: bool| {
            let day = |at: &usize| moments[*at].day.date(self.today);
            let places = 0..moments.len();
            if last { places.max_by_key(day) } else { places.min_by_key(day) }
        };
        chosen.or_else(|| in_time(false).zip(in_time(true)).filter(|(from, to)| from != to))
    }

    /// Their days.
    pub fn compared_days(&self) -> Option<(Date, Date)> {
        let (from, to) = self.compared()?;
        let moments = &self.deck.as_ref()?.about.moments;
        Some((moments[from].day.date(self.today), moments[to].day.date(self.today)))
    }

    /// Whether claims of the deck begin or end.
    pub fn has_changes(&self) -> bool {
        self.comparison.months.as_ref().is_some_and(|months| !months.days.is_empty())
    }

    /// What a comparing view is called.
    pub fn view_title(&self, view: View) -> &'static str {
        let says = self.language.comparing();
        match view {
            View::Matrix => says.matrix,
            View::Timeline => says.timeline,
            View::Changes => says.changes,
            View::Sources => says.sources,
            View::Slides | View::Read | View::Overview | View::Quiz | View::Verdict => "",
        }
    }

    /// Whether the deck has what a view shows.
    pub fn has_view(&self, view: View) -> bool {
        let has_sides = self.deck.as_ref().is_some_and(|deck| !deck.about.sides.is_empty());
        self.keeps_view(view)
            && match view {
                View::Quiz | View::Verdict => self.has_quiz(),
                View::Matrix => has_sides && !self.comparison.topics.is_empty(),
                View::Timeline => self.has_changes(),
                View::Changes => self.compared().is_some() && !self.comparison.topics.is_empty(),
                View::Sources => !self.comparison.topics.is_empty(),
                View::Slides | View::Read | View::Overview => true,
            }
    }
}
