//! YAML as a tree of values with their places in the source.
//!
//! The only file that knows `saphyr_parser`. Anchors, aliases and tags are not followed: a deck's
//! front matter is small.

use crate::text::{LineIndex, Span};
use saphyr_parser::{Event, Parser, Span as YamlSpan};

/// Nesting beyond this is left out.
const DEEPEST: usize = 8;

#[derive(Debug)]
pub struct Value {
    pub kind: Kind,
    pub span: Span,
}

#[derive(Debug)]
pub enum Kind {
    Scalar(String),
    List(Vec<Value>),
    Map(Vec<(Value, Value)>),
}

/// Where and why the text stopped being YAML.
pub struct Broken {
    pub at: usize,
    pub reason: String,
}

/// Parses the part of `source` that `range` covers. What was read before an error is kept.
pub fn parse(source: &str, range: Span) -> (Option<Value>, Option<Broken>) {
    let text = range.of(source);
    let places = Places { text, lines: LineIndex::new(text), base: range.start };
    let mut builder = Builder { places: &places, open: Vec::new(), whole: None, skipped: 0 };
    let mut parser = Parser::new_from_str(text);
    while let Some(next) = parser.next_event() {
        match next {
            Ok((event, span)) => builder.take(event, span),
            Err(error) => {
                let at = places.offset(error.marker().line(), error.marker().col());
                builder.close_all();
                return (builder.whole, Some(Broken { at, reason: error.info().to_owned() }));
            }
        }
    }
    builder.close_all();
    (builder.whole, None)
}

struct Places<'t> {
    text: &'t str,
    lines: LineIndex,
    base: usize,
}

impl Places<'_> {
    fn offset(&self, line: usize, column: usize) -> usize {
        self.base + self.lines.offset(self.text, line, column)
    }

    fn span(&self, span: YamlSpan) -> Span {
        let start = self.offset(span.start.line(), span.start.col());
        Span::new(start, self.offset(span.end.line(), span.end.col()).max(start))
    }
}

/// An open list or map.
struct Open {
    start: usize,
    is_map: bool,
    children: Vec<Value>,
}

struct Builder<'p> {
    places: &'p Places<'p>,
    open: Vec<Open>,
    whole: Option<Value>,
    /// How many open lists and maps are nested too deeply to be kept.
    skipped: usize,
}

impl Builder<'_> {
    fn take(&mut self, event: Event<'_>, span: YamlSpan) {
        let span = self.places.span(span);
        match event {
            Event::SequenceStart(..) => self.open(span, false),
            Event::MappingStart(..) => self.open(span, true),
            Event::SequenceEnd | Event::MappingEnd => self.close(span.end),
            // A key without a value arrives as `~` of no length.
            Event::Scalar(text, ..) if span.start == span.end && text == "~" => self.add_empty(span),
            Event::Scalar(text, ..) => self.add(Value { kind: Kind::Scalar(text.into_owned()), span }),
            Event::Alias(_) => self.add_empty(span),
            _ => {}
        }
    }

    fn open(&mut self, span: Span, is_map: bool) {
        if self.skipped > 0 || self.open.len() >= DEEPEST {
            self.skipped += 1;
        } else {
            self.open.push(Open { start: span.start, is_map, children: Vec::new() });
        }
    }

    fn close(&mut self, end: usize) {
        if self.skipped > 0 {
            self.skipped -= 1;
            if self.skipped == 0 {
                self.add_empty(Span::new(end, end));
            }
        } else if let Some(open) = self.open.pop() {
            let span = Span::new(open.start, end.max(open.start));
            self.add(Value { kind: closed(open), span });
        }
    }

    fn close_all(&mut self) {
        self.skipped = 0;
        while let Some(open) = self.open.last() {
            self.close(open.start);
        }
    }

    fn add_empty(&mut self, span: Span) {
        self.add(Value { kind: Kind::Scalar(String::new()), span });
    }

    fn add(&mut self, value: Value) {
        match self.open.last_mut() {
            _ if self.skipped > 0 => {}
            Some(parent) => parent.children.push(value),
            None => {
                self.whole.get_or_insert(value);
            }
        }
    }
}

fn closed(open: Open) -> Kind {
    if !open.is_map {
        return Kind::List(open.children);
    }
    let mut pairs = Vec::new();
    let mut children = open.children.into_iter();
    while let (Some(key), Some(value)) = (children.next(), children.next()) {
        pairs.push((key, value));
    }
    Kind::Map(pairs)
}
