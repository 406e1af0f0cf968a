//! Positions in a source text, and what is known about characters.
//!
//! Decides how byte offsets become lines and columns and which characters count as full width.
//! What the text means is left to `read`.

pub mod fragment;
pub mod markup;
pub mod names;
pub mod nearest;
pub mod unicode;

use serde::{Deserialize, Serialize};

/// A half-open range of bytes in the source text, counted from its start, byte order mark and
/// front matter included.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Span {
    pub start: usize,
    pub end: usize,
}

impl Span {
    pub fn new(start: usize, end: usize) -> Self {
        Self { start, end }
    }

    /// The part of `source` that the span covers; empty where the span does not fit the text.
    pub fn of(self, source: &str) -> &str {
        source.get(self.start..self.end).unwrap_or_default()
    }
}

/// A position as people count: line and column from 1, the column in characters.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Position {
    pub line: usize,
    pub column: usize,
}

/// The starts of all lines of a text, for turning offsets into positions.
///
/// A line ends at LF, CRLF or a lone CR, as in CommonMark.
pub struct LineIndex {
    starts: Vec<usize>,
}

impl LineIndex {
    pub fn new(source: &str) -> Self {
        let bytes = source.as_bytes();
        let ends = bytes
            .iter()
            .enumerate()
            .filter(|&(at, &byte)| byte == b'\n' || (byte == b'\r' && bytes.get(at + 1) != Some(&b'\n')));
        Self { starts: std::iter::once(0).chain(ends.map(|(at, _)| at + 1)).collect() }
    }

    /// The number of the line, from 1, on which the byte `offset` stands.
    pub fn number(&self, offset: usize) -> usize {
        self.starts.partition_point(|&start| start <= offset)
    }

    /// Line and column of the byte `offset`. A byte order mark takes no column.
    pub fn position(&self, source: &str, offset: usize) -> Position {
        let line = self.number(offset);
        let start = self.starts[line - 1];
        let before = source.get(start..offset).unwrap_or_default();
        let column = before.chars().filter(|&c| c != '\u{feff}').count() + 1;
        Position { line, column }
    }

    /// The positions of offsets that come in ascending order. Takes one walk over the text, however
    /// long its lines are.
    pub fn positions(&self, source: &str, ascending: impl Iterator<Item = usize>) -> Vec<Position> {
        let mut last: Option<(usize, Position)> = None;
        let mut step = |offset: usize| {
            let line = self.number(offset);
            let position = match last.filter(|(_, position)| position.line == line) {
                Some((from, position)) => {
                    let between = source.get(from..offset).unwrap_or_default().chars();
                    Position { line, column: position.column + between.filter(|&c| c != '\u{feff}').count() }
                }
                None => self.position(source, offset),
            };
            last = Some((offset, position));
            position
        };
        ascending.map(&mut step).collect()
    }

    /// The text of a line (from 1), without its end; empty for a line that does not exist.
    pub fn line<'a>(&self, source: &'a str, line: usize) -> &'a str {
        let Some(&start) = line.checked_sub(1).and_then(|at| self.starts.get(at)) else {
            return "";
        };
        let end = self.starts.get(line).copied().unwrap_or(source.len());
        source[start..end].trim_end_matches(['\r', '\n']).trim_start_matches('\u{feff}')
    }

    /// The byte offset of a position given by line (from 1) and characters before it on the line.
    pub fn offset(&self, source: &str, line: usize, characters: usize) -> usize {
        let start = self.starts.get(line.saturating_sub(1)).copied().unwrap_or(source.len());
        let rest = &source[start..];
        rest.char_indices().nth(characters).map_or(source.len(), |(at, _)| start + at)
    }
}

/// The text without the blanks that all its lines begin with; lines that are blank don't count. Line ends become LF.
pub fn unindented(text: &str) -> String {
    let indentation = |line: &str| line.len() - line.trim_start_matches([' ', '\t']).len();
    let lines = || text.lines().skip_while(|line| line.trim().is_empty());
    let least = lines().filter(|line| !line.trim().is_empty()).map(indentation).min().unwrap_or(0);
    let mut out = String::new();
    for line in lines() {
        out.push_str(line.get(least..).unwrap_or_default());
        out.push('\n');
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_count_characters_and_lines_end_at_any_line_end() {
        let source = "\u{feff}あい\r\nう\nえお\rか";
        let index = LineIndex::new(source);
        let at = |needle: &str| index.position(source, source.find(needle).unwrap());
        assert_eq!(at("い"), Position { line: 1, column: 2 });
        assert_eq!(at("う"), Position { line: 2, column: 1 });
        assert_eq!(at("お"), Position { line: 3, column: 2 });
        assert_eq!(at("か"), Position { line: 4, column: 1 });
        assert_eq!(index.line(source, 1), "あい");
        assert_eq!(index.line(source, 4), "か");
        let offsets = ["い", "う", "え", "お"].map(|needle| source.find(needle).unwrap());
        let one_by_one: Vec<_> = offsets.iter().map(|&offset| index.position(source, offset)).collect();
        assert_eq!(index.positions(source, offsets.into_iter()), one_by_one);
        assert_eq!(index.offset(source, 3, 1), source.find('お').unwrap());
    }

    #[test]
    fn the_indentation_that_all_lines_have_goes() {
        assert_eq!(unindented("\n    ---\n    a: 1\n\n      - b\r\n"), "---\na: 1\n\n  - b\n");
        assert_eq!(unindented("a\n  b"), "a\n  b\n");
        assert_eq!(unindented(" \n"), "");
    }
}
