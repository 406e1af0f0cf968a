//! What the views that look at all claims share.

use super::Shared;
use super::claims::period_text;
use crate::analysis::freshness::Freshness;
use crate::analysis::topics::{Topic, TopicClaim, tally};
use crate::app::comparison::{Comparison, DRAWN, ROWS_AT_ONCE};
use crate::app::embed::ControlSet;
use crate::app::state::{State, title_or};
use crate::app::view::View;
use crate::model::claim::Source;
use crate::model::content::{Inline, ItemNumber, first_paragraph};
use crate::model::deck::Deck;
use crate::words::{Language, fill};
use std::rc::Rc;

/// The head of a view, and what its widgets need of the deck.
#[derive(Clone, Debug, PartialEq)]
pub struct Frame {
    pub deck: Shared<Deck>,
    pub language: Language,
    /// The address against which relative ones count.
    pub base: String,
    pub heading: String,
    /// How many claims there are of each freshness.
    pub tally: String,
    /// The comparing views that the deck has, and whether it is the present one.
    pub views: Vec<(&'static str, View, bool)>,
    /// Whether copying worked.
    pub status: &'static str,
    /// What is shown can be handed out.
    pub has_tools: bool,
}

/// One of a list to choose from: its value, its name, whether it is chosen.
pub type Select = (String, String, bool);

/// A claim in a table.
#[derive(Clone, Debug, PartialEq)]
pub struct ClaimView {
    /// The place of its slide, and its number there.
    pub slide: usize,
    pub number: ItemNumber,
    /// How many claims stand around it.
    pub depth: u32,
    /// The address of the claim, or of its slide.
    pub link: String,
    pub is_ended: bool,
    /// Empty where it has none of its own.
    pub period: String,
    /// Those that its text doesn't link to.
    pub sources: Vec<Source>,
}

/// The rows that are drawn, of all.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Window {
    /// Their places, ascending.
    pub rows: Vec<usize>,
    pub all: usize,
    /// More are to be drawn in the next frame.
    pub is_due: bool,
}

/// A table with more rows is large: it is never drawn whole.
const WHOLE: usize = 300;

impl Window {
    /// Of a view that is about to open the first few rows, which fill a screen; then bit by bit all of them, or of a large
    /// table those around the one at the top.
    pub fn around(view: &Comparison, all: usize, few: usize, is_whole: bool) -> Self {
        let drawn = match view.first_row {
            _ if is_whole => all,
            None => few,
            Some(first) if all > WHOLE => return Self::of_large(view, first, all),
            Some(_) => view.drawn.max(few),
        };
        let drawn = drawn.min(all);
        Self { rows: (0..drawn).collect(), all, is_due: drawn < all }
    }

    /// Tab comes to the first or the last row from without, and from the row with the focus to those beside it.
    fn of_large(view: &Comparison, first: usize, all: usize) -> Self {
        // In steps, so that not each row that is passed draws the table anew.
        let before = first / ROWS_AT_ONCE * ROWS_AT_ONCE;
        let from = before.saturating_sub(ROWS_AT_ONCE).min(all - DRAWN);
        let is_drawn = |row: &usize| {
            (from..from + DRAWN).contains(row)
                || [0, all - 1].contains(row)
                || view.focused_row.is_some_and(|focused| focused.abs_diff(*row) < 2)
        };
        Self { rows: (0..all).filter(is_drawn).collect(), all, is_due: false }
    }

    pub fn is_large(&self) -> bool {
        self.all > WHOLE
    }
}

pub fn frame(state: &State, deck: &Rc<Deck>) -> Frame {
    let says = state.language.comparing();
    let counts = |claim: &TopicClaim| claim.side.is_none_or(|side| state.sides.contains(side));
    let sum = tally(&state.comparison.topics, state.day(), counts);
    let mut views = Vec::new();
    for view in View::COMPARING.into_iter().filter(|view| state.has_view(*view)) {
        views.push((state.view_title(view), view, view == state.nav.view));
    }
    if state.host.embed.only.is_some() {
        views.clear();
    }
    let facts: [&dyn std::fmt::Display; 5] =
        [&state.lens_name(), &sum.current, &sum.ended, &sum.upcoming, &sum.undated];
    Frame {
        deck: Shared(Rc::clone(deck)),
        language: state.language,
        base: state.source.base.clone(),
        heading: state.view_title(state.nav.view).to_owned(),
        tally: fill(says.tally, &facts),
        views,
        status: state.quiz.status,
        has_tools: state.host.embed.controls == ControlSet::Full,
    }
}

/// A topic's name and the address of its first slide.
pub fn topic_name(state: &State, deck: &Deck, topic: &Topic) -> (String, String) {
    let first = topic.slides.first().and_then(|at| deck.slides.get(*at));
    let name = match first {
        Some(slide) if topic.name.is_empty() => title_or(slide, state.language.controls().untitled),
        _ => topic.name.clone(),
    };
    (name, first.map(|slide| format!("#{}", slide.id.0)).unwrap_or_default())
}

pub fn claim_view(state: &State, deck: &Deck, claim: &TopicClaim) -> ClaimView {
    let controls = state.language.controls();
    let slide = deck.slides.get(claim.slide);
    let item = claim.item(deck);
    let text = item.map(|item| first_paragraph(&item.blocks)).unwrap_or_default();
    let about = item.and_then(|item| item.claim.as_ref());
    let id = about.and_then(|about| about.id.as_ref()).or(slide.map(|slide| &slide.id));
    let sources = about.map(|about| about.sources.as_slice()).unwrap_or_default().iter();
    let sources = sources.filter(|source| !links_to(text, &source.address.0));
    ClaimView {
        slide: claim.slide,
        number: claim.number,
        depth: claim.depth,
        link: id.map(|id| format!("#{}", id.0)).unwrap_or_default(),
        is_ended: claim.freshness(state.day()) == Freshness::Ended,
        period: claim
            .period
            .filter(|_| claim.has_own_period)
            .map(|period| period_text(period, controls))
            .unwrap_or_default(),
        sources: sources.cloned().collect(),
    }
}

fn links_to(text: &[Inline], to: &str) -> bool {
    text.iter().any(|inline| match inline {
        Inline::Link { address, .. } => address.0 == to,
        Inline::Emphasis(inner) | Inline::Strong(inner) | Inline::Strikethrough(inner) => links_to(inner, to),
        Inline::Text(_)
        | Inline::Code(_)
        | Inline::Image { .. }
        | Inline::Footnote(_)
        | Inline::LineBreak => false,
    })
}
