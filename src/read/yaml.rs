//! The part of YAML 1.2 that front matter is written in, as a tree of values with their places.
//!
//! Read are block and flow lists and maps, plain and quoted scalars, block scalars (`|` and `>`) and
//! comments. Not read are anchors, aliases, tags, complex keys and several documents. A whole YAML
//! reader costs every visitor five times as many bytes: see `docs/decisions/0002-front-matter-reader.md`.

mod scalar;

use crate::text::Span;
use crate::words::problem::YamlProblem;

/// Nesting beyond this is an error.
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
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Broken {
    pub at: usize,
    pub problem: YamlProblem,
}

/// Parses the part of `source` that `range` covers. What was read before an error is kept.
pub fn parse(source: &str, range: Span) -> (Option<Value>, Option<Broken>) {
    let mut yaml = Yaml { text: range.of(source), base: range.start, at: 0, depth: 0, broken: None };
    let value = yaml.next_token().then(|| yaml.block(0));
    if yaml.broken.is_none() && yaml.next_token() {
        yaml.fail(YamlProblem::Indentation);
    }
    (value, yaml.broken)
}

struct Yaml<'t> {
    text: &'t str,
    /// Where the text begins in the source.
    base: usize,
    at: usize,
    depth: usize,
    broken: Option<Broken>,
}

impl<'t> Yaml<'t> {
    fn rest(&self) -> &'t str {
        &self.text[self.at..]
    }

    fn starts_with(&self, character: char) -> bool {
        self.rest().starts_with(character)
    }

    fn take(&mut self, character: char) -> bool {
        let taken = self.starts_with(character);
        self.at += if taken { character.len_utf8() } else { 0 };
        taken
    }

    /// Notes the first problem; everything ends soon after.
    fn fail(&mut self, problem: YamlProblem) {
        let at = self.base + self.at;
        self.broken.get_or_insert(Broken { at, problem });
    }

    fn span_from(&self, start: usize) -> Span {
        let text = self.text[start..self.at].trim_end();
        Span::new(self.base + start, self.base + start + text.len())
    }

    fn scalar(&self, text: String, start: usize) -> Value {
        Value { kind: Kind::Scalar(text), span: self.span_from(start) }
    }

    /// The column of the cursor, in bytes from 0.
    fn column(&self) -> usize {
        self.at - self.text[..self.at].rfind('\n').map_or(0, |newline| newline + 1)
    }

    fn skip_spaces(&mut self) {
        self.at += self.rest().len() - self.rest().trim_start_matches([' ', '\t', '\r']).len();
        if self.starts_with('#') && self.text[..self.at].ends_with([' ', '\t', '\n', '\r'])
            || self.at == 0 && self.starts_with('#')
        {
            self.at += self.rest().find('\n').unwrap_or(self.rest().len());
        }
    }

    /// Goes to the next token, over spaces, comments and line ends. Tells whether there is one.
    fn next_token(&mut self) -> bool {
        loop {
            self.skip_spaces();
            if !self.take('\n') {
                return !self.rest().is_empty();
            }
        }
    }

    /// The value at the cursor, of the kind that its first characters tell.
    fn block(&mut self, least_column: usize) -> Value {
        let start = self.at;
        self.depth += 1;
        let kind = if self.depth > DEEPEST {
            self.fail(YamlProblem::TooDeep);
            Kind::Scalar(String::new())
        } else if self.is_dash() {
            Kind::List(self.block_list(self.column()))
        } else if self.is_key() {
            Kind::Map(self.block_map(self.column()))
        } else {
            self.inline(least_column).kind
        };
        self.depth -= 1;
        Value { kind, span: self.span_from(start) }
    }

    fn is_dash(&self) -> bool {
        self.rest()
            .strip_prefix('-')
            .is_some_and(|rest| rest.is_empty() || rest.starts_with([' ', '\n', '\r']))
    }

    /// Whether the line holds a key: text or a quoted scalar, then `:` and a space or the line's end.
    fn is_key(&self) -> bool {
        !self.rest().starts_with(['[', '{']) && scalar::key_length(self.rest()).is_some()
    }

    fn block_list(&mut self, column: usize) -> Vec<Value> {
        let mut values = Vec::new();
        while self.broken.is_none() && self.next_token() && self.column() == column && self.is_dash() {
            self.at += 1;
            values.push(self.value_behind(column, column + 1));
        }
        values
    }

    fn block_map(&mut self, column: usize) -> Vec<(Value, Value)> {
        let mut pairs = Vec::new();
        while self.broken.is_none() && self.next_token() && self.column() >= column {
            if self.column() > column || !self.is_key() {
                self.fail(if self.column() > column { YamlProblem::Indentation } else { YamlProblem::NoKey });
                break;
            }
            let (key, value) = (self.key(), self.value_behind(column, column));
            let is_lost = self.broken.is_some() && matches!(value.kind, Kind::Scalar(_));
            if !is_lost {
                pairs.push((key, value));
            }
        }
        pairs
    }

    fn key(&mut self) -> Value {
        let start = self.at;
        let text = match self.quoted() {
            Some(text) => text,
            None => {
                let length = scalar::key_length(self.rest()).unwrap_or(0);
                self.at += length;
                self.text[start..self.at].trim_end().to_owned()
            }
        };
        let key = self.scalar(text, start);
        self.skip_spaces();
        self.take(':');
        key
    }

    /// The value behind a key or dash in `column`: on the same line, or on lines further in. A list
    /// below a key may stand in the key's own column (`list_column`).
    fn value_behind(&mut self, column: usize, list_column: usize) -> Value {
        self.skip_spaces();
        let end_of_key = self.at;
        let is_on_line = !self.rest().is_empty() && !self.starts_with('\n');
        let is_dash = |yaml: &Self| yaml.is_dash();
        if is_on_line && (list_column > column || self.rest().starts_with(['[', '{'])) {
            return self.block(column + 1);
        }
        if is_on_line {
            return self.inline(column + 1);
        }
        let is_further_in =
            self.next_token() && (self.column() > column || (self.column() == list_column && is_dash(self)));
        if is_further_in {
            return self.block(column + 1);
        }
        self.at = end_of_key;
        self.scalar(String::new(), end_of_key)
    }

    /// A flow list, a flow map or a scalar that begins on this line.
    fn inline(&mut self, least_column: usize) -> Value {
        let start = self.at;
        let first = self.rest().chars().next().unwrap_or(' ');
        match first {
            '[' | '{' => self.flow(),
            '&' | '*' | '!' | '@' | '`' | '%' => {
                self.fail(YamlProblem::Unsupported);
                self.scalar(String::new(), start)
            }
            '|' | '>' => {
                let text = self.block_scalar(least_column, first == '>');
                self.scalar(text, start)
            }
            _ => {
                let text = self.quoted().unwrap_or_else(|| self.plain(least_column));
                self.skip_spaces();
                if self.broken.is_none() && !self.rest().is_empty() && !self.starts_with('\n') {
                    self.fail(YamlProblem::TextBehindValue);
                }
                self.scalar(text, start)
            }
        }
    }

    /// `[a, b]` or `{ a: b }`, over as many lines as it takes.
    fn flow(&mut self) -> Value {
        let start = self.at;
        let (is_map, close) = if self.take('{') { (true, '}') } else { (false, ']') };
        self.at += usize::from(!is_map);
        self.depth += 1;
        let (mut values, mut pairs) = (Vec::new(), Vec::new());
        loop {
            if self.depth > DEEPEST || !self.next_token() {
                self.fail(if self.depth > DEEPEST {
                    YamlProblem::TooDeep
                } else {
                    YamlProblem::UnclosedBracket
                });
            }
            if self.broken.is_some() || self.take(close) {
                break;
            }
            if is_map {
                pairs.push(self.flow_pair());
            } else {
                values.push(self.flow_value());
            }
            self.next_token();
            if self.broken.is_none() && !self.take(',') && !self.starts_with(close) {
                self.fail(YamlProblem::UnclosedBracket);
            }
        }
        self.depth -= 1;
        Value {
            kind: if is_map { Kind::Map(pairs) } else { Kind::List(values) },
            span: self.span_from(start),
        }
    }

    fn flow_pair(&mut self) -> (Value, Value) {
        let key = self.flow_value();
        self.next_token();
        let value = if self.take(':') {
            self.next_token();
            self.flow_value()
        } else {
            self.scalar(String::new(), self.at)
        };
        (key, value)
    }

    fn flow_value(&mut self) -> Value {
        if self.rest().starts_with(['[', '{']) {
            return self.flow();
        }
        let start = self.at;
        let text = self.quoted().unwrap_or_else(|| self.flow_plain());
        self.scalar(text, start)
    }
}
