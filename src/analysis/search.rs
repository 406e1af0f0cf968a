//! Finding texts in a deck: titles, what stands on the slides, and the notes.
//!
//! Texts are compared folded (NFKC, lower case), so that full-width and half-width letters and kana are the same, and
//! with katakana as hiragana.

use crate::model::claim::SideIndex;
use crate::model::content::{Block, Inline, ItemNumber, Table, plain_text};
use crate::model::deck::{Deck, Slide};
use crate::text::unicode::folded;

/// Where a text stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    Title,
    /// On the slide; a list item has its number.
    Text(Option<ItemNumber>),
    Note,
}

/// A text of the deck.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// The place of its slide, from 0.
    pub slide: usize,
    pub part: Part,
    /// The side in whose column it stands.
    pub side: Option<SideIndex>,
    pub text: String,
    /// Where the folded text ends among the folded texts of all entries.
    end: usize,
}

/// The entries in which a query occurs.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Found {
    /// Folded.
    query: String,
    /// Their places in the index, ascending.
    pub entries: Vec<usize>,
}

/// All texts of a deck, ready to be looked through. Hidden slides are left out.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SearchIndex {
    pub entries: Vec<Entry>,
    /// The texts, folded, a line each, in the order of the entries.
    lines: String,
}

impl SearchIndex {
    pub fn new(deck: &Deck) -> Self {
        let mut index = Self::default();
        for (at, slide) in deck.slides.iter().enumerate().filter(|(_, slide)| !slide.hidden) {
            index.add_slide(at, slide);
        }
        // All texts are folded at once: each call to the browser costs time.
        let mut joined = String::new();
        for entry in &index.entries {
            joined.push_str(&entry.text);
            joined.push('\n');
        }
        index.lines = searchable(&joined);
        let mut end = 0;
        for (entry, line) in index.entries.iter_mut().zip(index.lines.split('\n')) {
            end += line.len() + 1;
            entry.end = end;
        }
        index
    }

    /// The folded text of an entry.
    pub fn line(&self, at: usize) -> &str {
        let from = at.checked_sub(1).map_or(0, |before| self.entries[before].end);
        &self.lines[from..self.entries[at].end - 1]
    }

    fn add_slide(&mut self, slide: usize, content: &Slide) {
        self.add(slide, Part::Title, &plain_text(&content.title));
        self.add_blocks(slide, Part::Text(None), &content.above);
        for column in &content.columns {
            let from = self.entries.len();
            self.add_blocks(slide, Part::Text(None), &column.blocks);
            self.entries[from..].iter_mut().for_each(|entry| entry.side = Some(column.side));
        }
        self.add_blocks(slide, Part::Text(None), &content.below);
        content.footnotes.iter().for_each(|blocks| self.add_blocks(slide, Part::Text(None), blocks));
        for option in content.question.iter().flat_map(|question| &question.options) {
            self.add_inlines(slide, Part::Text(None), &option.text);
            self.add_blocks(slide, Part::Text(None), &option.more);
        }
        for note in &content.notes {
            self.add_blocks(slide, Part::Note, note);
        }
    }

    fn add_blocks(&mut self, slide: usize, part: Part, blocks: &[Block]) {
        for block in blocks {
            self.add_block(slide, part, block);
        }
    }

    fn add_block(&mut self, slide: usize, part: Part, block: &Block) {
        match block {
            Block::Paragraph(text) | Block::Heading { content: text, .. } => {
                self.add_inlines(slide, part, text);
            }
            Block::List(list) => {
                for item in &list.items {
                    let inner = if part == Part::Note { part } else { Part::Text(Some(item.number)) };
                    self.add_blocks(slide, inner, &item.blocks);
                }
            }
            Block::Quote(blocks) => self.add_blocks(slide, part, blocks),
            Block::Code(code) => self.add(slide, part, &code.text),
            Block::Html(text) => self.add(slide, part, text),
            Block::Table(Table { head, rows, .. }) => {
                for cell in head.iter().chain(rows.iter().flatten()) {
                    self.add_inlines(slide, part, cell);
                }
            }
            Block::Rule | Block::Figure(_) | Block::Question => {}
        }
    }

    fn add_inlines(&mut self, slide: usize, part: Part, text: &[Inline]) {
        self.add(slide, part, &plain_text(text));
    }

    /// A text of several lines becomes an entry a line.
    fn add(&mut self, slide: usize, part: Part, text: &str) {
        for line in text.split('\n').map(str::trim).filter(|line| !line.is_empty()) {
            self.entries.push(Entry { slide, part, side: None, text: line.to_owned(), end: 0 });
        }
    }

    /// The entries in which all words of `query` occur, in the order of the deck. `before` is what was found last, with
    /// the same entries counting: a query that goes on from that one finds nothing more.
    pub fn find(&self, query: &str, before: Found, counts: impl Fn(&Entry) -> bool) -> Found {
        let query = searchable(query.trim());
        if query.is_empty() {
            return Found::default();
        }
        let mut entries = before.entries;
        if before.query.is_empty() || !query.starts_with(&before.query) {
            entries = (0..self.entries.len()).filter(|at| counts(&self.entries[*at])).collect();
        }
        for word in query.split(' ') {
            entries.retain(|at| self.line(*at).contains(word));
        }
        Found { query, entries }
    }

    /// The titles that are most like a query that is nowhere: they share half of its pairs of characters, or more. Only
    /// entries that count are told.
    pub fn near(&self, query: &str, counts: impl Fn(&Entry) -> bool) -> Vec<&str> {
        let query = searchable(query.trim());
        let starts: Vec<usize> = query.char_indices().map(|(at, _)| at).chain([query.len()]).collect();
        let pairs = || starts.windows(3).map(|places| &query[places[0]..places[2]]);
        let is_title = |entry: &Entry| entry.part == Part::Title && counts(entry);
        let titles = || (0..self.entries.len()).filter(|at| is_title(&self.entries[*at]));
        let shared: Vec<usize> =
            titles().map(|at| pairs().filter(|pair| self.line(at).contains(pair)).count()).collect();
        let all = pairs().count();
        let mut near = Vec::new();
        for wanted in (all.div_ceil(2).max(1)..=all).rev() {
            for (at, _) in titles().zip(&shared).filter(|(_, shared)| **shared == wanted) {
                let title = self.entries[at].text.as_str();
                if near.len() < MOST_NEAR && !near.contains(&title) {
                    near.push(title);
                }
            }
        }
        near
    }
}

/// So many titles that are like a query are told.
const MOST_NEAR: usize = 3;

/// A text as it is compared: folded, with katakana as hiragana. Both have equally many bytes.
pub fn searchable(text: &str) -> String {
    let hiragana = |c: char| match c {
        'ァ'..='ヶ' | 'ヽ' | 'ヾ' => char::from_u32(u32::from(c) - 0x60).unwrap_or(c),
        _ => c,
    };
    folded(text).chars().map(hiragana).collect()
}

/// How many bytes a character folds to, where that is known without asking and it joins no character before it:
/// ASCII, kana, the common Chinese characters, the full-width forms of ASCII.
fn folded_length(c: char) -> Option<usize> {
    match c {
        '\0'..='\u{7f}' | '\u{3000}' | '\u{ff01}'..='\u{ff5e}' => Some(1),
        '\u{3001}'..='\u{3096}' | '\u{30a1}'..='\u{30fe}' | '\u{4e00}'..='\u{9fff}' => Some(3),
        _ => None,
    }
}

/// The parts of a text in turn: not found, found, not found, and so on. `line` is the text and `query` what is looked
/// for, both searchable.
pub fn marked(text: &str, line: &str, query: &str) -> Vec<String> {
    let mut found: Vec<bool> = vec![false; line.len()];
    for word in query.split(' ').filter(|word| !word.is_empty()) {
        if let Some(from) = line.find(word) {
            found[from..from + word.len()].fill(true);
        }
    }
    // A character is marked if one of those that it folds to was found.
    let mut parts = vec![String::new()];
    let mut at = 0;
    for (start, c) in text.char_indices() {
        // Each call to the browser costs time.
        let end = match folded_length(c) {
            Some(length) => at + length,
            None => folded(&text[..start + c.len_utf8()]).len(),
        };
        let end = end.min(line.len());
        // A sign that is joined to the character before it goes with that.
        let goes_on = parts.len() % 2 == 0;
        let is_found = if end > at { found[at..end].contains(&true) } else { goes_on };
        at = end;
        if is_found == (parts.len() % 2 == 1) {
            parts.push(String::new());
        }
        if let Some(part) = parts.last_mut() {
            part.push(c);
        }
    }
    parts
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_found_is_marked_in_the_text_as_written() {
        let marked = |text: &str, query: &str| marked(text, &searchable(text), &searchable(query));
        assert_eq!(marked("ＧＫＥ と EKS", "gke"), ["", "ＧＫＥ", " と EKS"]);
        assert_eq!(marked("GKE と EKS", "ｅｋｓ gke"), ["", "GKE", " と ", "EKS"]);
        assert_eq!(marked("ﾉｰﾄﾞを足す", "ード"), ["ﾉ", "ｰﾄﾞ", "を足す"]);
        assert_eq!(marked("（か\u{3099}）　①の図", "が"), ["（", "か\u{3099}", "）　①の図"]);
        assert_eq!(marked("①の図", "1"), ["", "①", "の図"]);
        assert_eq!(marked("キャッシュとヵー", "きゃっしゅ ヵー"), ["", "キャッシュ", "と", "ヵー"]);
        assert_eq!(marked("nothing", "x"), ["nothing"]);
    }

    #[test]
    fn the_known_lengths_are_those_of_folding() {
        for c in '\0'..'\u{ffff}' {
            if let Some(length) = folded_length(c) {
                assert_eq!(folded(&c.to_string()).len(), length, "{c:?}");
                for before in ["e", "か", "ｶ", "가", "ﾉ", "\u{3099}"] {
                    let sum = folded(before).len() + length;
                    assert_eq!(folded(&format!("{before}{c}")).len(), sum, "{before}{c:?}");
                }
            }
        }
    }
}
