//! The only door to the Markdown: text in, deck and diagnostics out.
//!
//! Reading never fails and never panics: whatever can't be read becomes a diagnostic, and the rest
//! is kept. It takes time linear in the text's length. The format is told in
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
    about: About,
    ids: ids::Ids,
    /// Links to fragments, to be checked when all ids are known.
    fragments: Vec<(String, Span)>,
    /// The `replaces:` words of claims, likewise.
    replaced: Vec<check::Replaced>,
    found: Vec<(Span, Problem)>,
    suggestions: usize,
}

impl<'s> Reader<'s> {
    fn new(source: &'s str) -> Self {
        Self {
            source,
            about: About::default(),
            ids: ids::Ids::default(),
            fragments: Vec::new(),
            replaced: Vec::new(),
            found: Vec::new(),
            suggestions: SUGGESTIONS,
        }
    }

    fn report(&mut self, span: Span, problem: Problem) {
        self.found.push((span, problem));
    }

    /// The id in the deck that was probably meant.
    fn nearest_id(&mut self, id: &str) -> Option<String> {
        self.suggestions = self.suggestions.checked_sub(1)?;
        nearest(id, self.ids.all()).map(str::to_owned)
    }

    /// The diagnostics in the order of the text, those of one place in the order of finding. What
    /// was found twice is told once.
    fn diagnostics(mut self) -> Vec<Diagnostic> {
        self.found.sort_by_key(|(span, _)| span.start);
        self.found.dedup();
        let positions =
            LineIndex::new(self.source).positions(self.source, self.found.iter().map(|(span, _)| span.start));
        let with_positions = self.found.into_iter().zip(positions);
        with_positions
            .map(|((span, problem), at)| Diagnostic { problem, span, line: at.line, column: at.column })
            .collect()
    }
}
