//! The only door to the Markdown: text in, deck and diagnostics out.
//!
//! Reading never fails and never panics: whatever can't be read becomes a diagnostic, and the rest
//! is kept. It takes time linear in the text's length. The format is documented in
//! `docs/deck-format.md`.

mod address;
mod blocks;
mod check;
mod claim;
mod comment;
mod directive;
mod duration;
mod events;
mod front_matter;
mod ids;
mod inlines;
mod quiz;
mod slide;
mod yaml;

use crate::diagnostic::{Diagnostic, Parsed};
use crate::model::deck::{About, Deck};
pub use slide::for_each_item;

use crate::text::{LineIndex, Span, nearest::nearest};
use crate::words::problem::Problem;

/// Reads a deck.
pub fn read(source: &str) -> Parsed<Deck> {
    let mut reader = Reader::new(source);
    let body = front_matter::read(&mut reader);
    let nodes = comment::tree_with_comments_closed(&mut reader, body);
    let slides = slide::read_all(&mut reader, &nodes);
    let mut deck = Deck { about: std::mem::take(&mut reader.about), slides };
    check::check(&mut reader, &mut deck);
    Parsed { value: deck, diagnostics: reader.diagnostics() }
}

/// How many "did you mean" are looked for in one deck. Each costs a walk over all ids.
const SUGGESTIONS: usize = 200;

/// What all parts of reading share.
struct Reader<'s> {
    source: &'s str,
    lines: LineIndex,
    about: About,
    ids: ids::Ids,
    /// Links to fragments, to be checked when all ids are known.
    fragments: Vec<(String, Span)>,
    /// The `replaces:` words of claims, likewise.
    replaced: Vec<check::Replaced>,
    /// The sides that answers rule out.
    excluded: Vec<check::Excluded>,
    /// A weight was told to be too large.
    has_large_weights: bool,
    found: Vec<(Span, Problem)>,
    suggestions: usize,
    circle_visits: usize,
}

impl<'s> Reader<'s> {
    fn new(source: &'s str) -> Self {
        Self {
            source,
            lines: LineIndex::new(source),
            about: About::default(),
            ids: ids::Ids::default(),
            fragments: Vec::new(),
            replaced: Vec::new(),
            excluded: Vec::new(),
            has_large_weights: false,
            found: Vec::new(),
            suggestions: SUGGESTIONS,
            circle_visits: check::CIRCLE_VISITS,
        }
    }

    fn report(&mut self, span: Span, problem: Problem) {
        self.found.push((self.within(span), problem));
    }

    /// The span, moved back to where characters begin. The lines of a comment in a quote or a list
    /// stand in the source with marks before them, so places inside are only nearly right.
    fn within(&self, span: Span) -> Span {
        let begins = |at: usize| {
            let near = at.min(self.source.len());
            (0..=near).rev().find(|&at| self.source.is_char_boundary(at)).unwrap_or(0)
        };
        Span::new(begins(span.start), begins(span.end))
    }

    /// The id in the deck that was probably meant.
    fn nearest_id(&mut self, id: &str) -> Option<String> {
        self.suggestions = self.suggestions.checked_sub(1)?;
        nearest(id, self.ids.all()).map(str::to_owned)
    }

    /// The diagnostics in the order of the text, those of one place in the order of finding. What
    /// was found twice is told once.
    fn diagnostics(self) -> Vec<Diagnostic> {
        let places = self.found.iter().enumerate().map(|(at, (span, _))| (span.start, at));
        let mut order: Vec<(usize, usize)> = places.collect();
        order.sort_unstable();
        let positions = self.lines.positions(self.source, order.iter().map(|(start, _)| *start));
        let mut found: Vec<Option<(Span, Problem)>> = self.found.into_iter().map(Some).collect();
        let mut diagnostics: Vec<Diagnostic> = Vec::with_capacity(found.len());
        for ((_, number), at) in order.into_iter().zip(positions) {
            let Some((span, problem)) = found[number].take() else { continue };
            let is_same = |last: &Diagnostic| last.span == span && last.problem.is_told_as(&problem);
            if !diagnostics.last().is_some_and(is_same) {
                diagnostics.push(Diagnostic { problem, span, line: at.line, column: at.column });
            }
        }
        diagnostics
    }
}
