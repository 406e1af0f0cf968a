//! Claims: the task mark and the code span with which a list item may begin.

use super::blocks::first_line;
use super::check::Replaced;
use super::events::{Kind, Node};
use super::slide::SlideReader;
use crate::model::claim::{Claim, Id, Source};
use crate::model::content::{Block, Inline, Item, ItemNumber, plain_text};
use crate::model::date::{Bound, Date, PartialDate, Period};
use crate::model::deck::MomentDay;
use crate::text::Span;
use crate::text::unicode::nfc;
use crate::words::problem::Problem;

/// A claim rests on so many sources at most; further ones are only shown in its text.
const MOST_SOURCES: usize = 32;

/// How the name for pictures begins, and how wide it may be; a Latin letter is half an em wide.
const SHORT: &str = "short:\"";
const MOST_SHORT_EMS: usize = 14;

/// What stands before an item's text.
pub struct ItemStart {
    pub task: Option<bool>,
    pub claim: Option<Claim>,
    /// How many inline nodes of the first paragraph have been read.
    pub rest: usize,
}

impl SlideReader<'_, '_, '_> {
    /// Reads how a list item begins. In a column every item is a claim, elsewhere those with a span.
    pub fn item_start(&mut self, item: &Node, place: (u32, ItemNumber)) -> ItemStart {
        let task = match item.kind {
            Kind::Item { task } => task,
            _ => None,
        };
        let (line, _) = first_line(item);
        self.check_task_mark(line);
        let words = line.first().filter(|_| self.claims_allowed).map(|node| self.words(node));
        let span = words.filter(|words| is_claim_span(words));
        let has_span = span.is_some();
        let is_claim = self.claims_allowed && (has_span || self.column.is_some());
        let claim = is_claim.then(|| self.claim(&span.unwrap_or_default(), place));
        ItemStart { task, claim, rest: usize::from(has_span) }
    }

    /// A mark that has no plain space behind it arrives as text.
    fn check_task_mark(&mut self, line: &[Node]) {
        let Some(Node { kind: Kind::Text(text), span, .. }) = line.first() else { return };
        let is_mark = ["[ ]", "[x]", "[X]"].iter().any(|mark| text.starts_with(mark));
        let stands_so = span.of(self.reader.source).starts_with('[');
        let behind = self.reader.source.get(span.start..).and_then(|rest| rest.chars().nth(3));
        if is_mark && stands_so && behind.is_none_or(|c| c != ' ') {
            self.reader.report(Span::new(span.start, span.start + 3), Problem::TaskMarkSpace);
        }
    }

    /// The words of a code span with their places.
    pub fn words(&self, node: &Node) -> Vec<(String, Span)> {
        if !matches!(node.kind, Kind::CodeSpan(_)) {
            return Vec::new();
        }
        let whole = node.span.of(self.reader.source);
        let ticks = whole.bytes().take_while(|&byte| byte == b'`').count();
        let inside = whole.get(ticks..whole.len().saturating_sub(ticks)).unwrap_or_default();
        let mut words = Vec::new();
        let mut at = node.span.start + ticks;
        for part in inside.split_inclusive(|c: char| c.is_ascii_whitespace()) {
            let word = part.trim_ascii();
            if !word.is_empty() {
                words.push((word.to_owned(), Span::new(at, at + word.len())));
            }
            at += part.len();
        }
        words
    }

    /// `item` is the line on which the item begins, and its number.
    fn claim(&mut self, words: &[(String, Span)], item: (u32, ItemNumber)) -> Claim {
        let mut claim = Claim { side: self.column, ..Claim::default() };
        let mut replaces = Vec::new();
        let mut rest = words;
        while let Some(((word, span), behind)) = rest.split_first() {
            rest = behind;
            if word.starts_with(SHORT) && claim.short.is_none() {
                rest = &rest[self.short_name(*span, behind, &mut claim)..];
            } else {
                self.claim_word(word, *span, &mut claim, &mut replaces);
            }
        }
        claim.replaces = replaces.iter().map(|(id, _)| Id(id.clone())).collect();
        for (id, span) in replaces {
            let (by, side, period) = (claim.id.clone(), claim.side, claim.period);
            self.reader.replaced.push(Replaced { id, span, item, by, side, period });
        }
        claim
    }

    /// Reads `short:"…"`, whose name may hold spaces. `first` is the word with which it begins; how many of the words
    /// behind it belong to it.
    fn short_name(&mut self, first: Span, behind: &[(String, Span)], claim: &mut Claim) -> usize {
        let from = first.start + SHORT.len();
        let ends = std::iter::once(first).chain(behind.iter().map(|(_, span)| *span));
        let closed =
            ends.enumerate().find(|(_, end)| end.end > from && end.of(self.reader.source).ends_with('"'));
        let name = closed.and_then(|(_, end)| self.reader.source.get(from..end.end - 1)).map(str::trim);
        let Some(name) = name.filter(|name| !name.is_empty()) else {
            let word = first.of(self.reader.source).to_owned();
            self.reader.report(first, Problem::ClaimWord { word });
            return 0;
        };
        let used = closed.map_or(0, |(used, _)| used);
        let half_ems: usize = name.chars().map(|c| if c < '\u{300}' { 1 } else { 2 }).sum();
        if half_ems > 2 * MOST_SHORT_EMS {
            let end = used.checked_sub(1).map_or(first.end, |last| behind[last].1.end);
            self.reader.report(Span::new(first.start, end), Problem::ShortTooLong { text: name.to_owned() });
        }
        claim.short = Some(name.to_owned());
        used
    }

    fn claim_word(&mut self, word: &str, span: Span, claim: &mut Claim, replaces: &mut Vec<(String, Span)>) {
        if word == "+" {
            claim.added = true;
        } else if let Some(id) = id_word(word).filter(|_| claim.id.is_none()) {
            claim.id = self.take_id(id, span);
        } else if word.contains("..") && claim.period.is_none() {
            claim.period = self.period(word, span);
        } else if let Some(id) = word.strip_prefix("replaces:").filter(|id| !id.is_empty()) {
            let id = nfc(id.strip_prefix('#').unwrap_or(id));
            replaces.push((id, Span::new(span.end - word.len() + "replaces:".len(), span.end)));
        } else if let Some(date) = word.strip_prefix('@').and_then(checked_on) {
            claim.checked = Some(date);
        } else if PartialDate::parse(word).is_some() {
            self.reader.report(span, Problem::BadPeriod { text: word.to_owned() });
        } else {
            self.reader.report(span, Problem::ClaimWord { word: word.to_owned() });
        }
    }

    /// Reads `FROM..UNTIL`. If an end can't be read, there is no period.
    pub fn period(&mut self, word: &str, span: Span) -> Option<Period> {
        let (from, until) = word.split_once("..")?;
        let from_bound = self.bound(from, span.start);
        let until_bound = self.bound(until, span.end - until.len());
        let period = Period { from: from_bound.ok()?, until: until_bound.ok()? };
        let is_empty = period.from.zip(period.until).is_some_and(|(from, until)| until.day() <= from.day());
        if is_empty || (period.from.is_none() && period.until.is_none()) {
            self.reader.report(span, Problem::PeriodOrder { text: word.to_owned() });
            return None;
        }
        Some(period)
    }

    fn bound(&mut self, text: &str, at: usize) -> Result<Option<Bound>, ()> {
        if text.is_empty() {
            return Ok(None);
        }
        let span = Span::new(at, at + text.len());
        let date_text = text.strip_prefix('~').unwrap_or(text);
        let Some(date) = PartialDate::parse(date_text) else {
            self.reader.report(span, Problem::BadPeriod { text: text.to_owned() });
            return Err(());
        };
        self.check_precision(date, span);
        Ok(Some(Bound { date, by_then: date_text.len() < text.len() }))
    }

    fn check_precision(&mut self, date: PartialDate, span: Span) {
        let vague = self.reader.about.moments.iter().find_map(|moment| match moment.day {
            MomentDay::On(day) => date.is_vague_about(day).then(|| day.to_string()),
            MomentDay::Today => None,
        });
        if let Some(moment) = vague {
            self.reader.report(span, Problem::ImpreciseNearMoment { text: date.to_string(), moment });
        }
    }
}

/// The id in `#id`: the hash and a letter, then anything.
pub fn id_word(word: &str) -> Option<&str> {
    word.strip_prefix('#').filter(|id| id.starts_with(char::is_alphabetic))
}

/// The day of `@YYYY-MM-DD`; a month counts from its first day.
fn checked_on(text: &str) -> Option<Date> {
    match PartialDate::parse(text)? {
        PartialDate::Year(_) => None,
        date => Some(date.first_day()),
    }
}

/// Whether a leading code span is about a claim: told by its first word.
fn is_claim_span(words: &[(String, Span)]) -> bool {
    let Some((first, _)) = words.first() else { return false };
    let digit_behind = |prefix: &str| {
        first.strip_prefix(prefix).is_some_and(|rest| rest.starts_with(|c: char| c.is_ascii_digit()))
    };
    id_word(first).is_some()
        || begins_with_date(first)
        || ["~", "..", "..~", "@"].into_iter().any(digit_behind)
        || first.starts_with("replaces:")
        || (first == "+" && words.len() > 1)
}

/// `2020-10`, `2020-10..` and, so that slips are told, `2020-13..`.
fn begins_with_date(word: &str) -> bool {
    let (from, is_range) = word.split_once("..").map_or((word, false), |(from, _)| (from, true));
    let has_year = from.len() >= 4 && from.bytes().take(4).all(|byte| byte.is_ascii_digit());
    PartialDate::parse(from).is_some() || (is_range && has_year && from[4..].starts_with(['-', '/']))
}

/// Fills in where a claim can be checked: its links, and those of its footnotes, but not those of
/// nested items.
pub fn gather_sources(item: &mut Item, footnotes: &[Vec<Block>]) {
    let Some(claim) = &mut item.claim else { return };
    let mut sources = Vec::new();
    gather_from_blocks(&item.blocks, footnotes, &mut sources);
    claim.sources = sources;
}

fn gather_from_blocks(blocks: &[Block], footnotes: &[Vec<Block>], into: &mut Vec<Source>) {
    for block in blocks {
        match block {
            Block::Paragraph(inlines) | Block::Heading { content: inlines, .. } => {
                gather(inlines, footnotes, into);
            }
            Block::Quote(blocks) => gather_from_blocks(blocks, footnotes, into),
            _ => {}
        }
    }
}

fn gather(inlines: &[Inline], footnotes: &[Vec<Block>], into: &mut Vec<Source>) {
    for inline in inlines {
        if into.len() >= MOST_SOURCES {
            return;
        }
        match inline {
            Inline::Link { address, content, .. }
                if !address.0.starts_with('#') && !into.iter().any(|source| &source.address == address) =>
            {
                into.push(Source { text: plain_text(content), address: address.clone() });
            }
            Inline::Emphasis(inner) | Inline::Strong(inner) | Inline::Strikethrough(inner) => {
                gather(inner, footnotes, into);
            }
            // A footnote's own references are not followed, so that circles end.
            Inline::Footnote(number) => {
                let text = footnotes.get(*number as usize - 1).map(Vec::as_slice).unwrap_or_default();
                gather_from_blocks(text, &[], into);
            }
            _ => {}
        }
    }
}
