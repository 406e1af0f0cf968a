//! Scalars: plain, quoted and block ones (YAML 1.2, chapters 7.3 and 8.1).

use super::Yaml;
use crate::words::problem::YamlProblem;

/// The length of the key with which a line begins, without its colon.
pub fn key_length(line: &str) -> Option<usize> {
    let line = line.lines().next().unwrap_or_default();
    let quoted = line.starts_with(['"', '\'']).then(|| quoted_length(line)).flatten();
    let from = quoted.unwrap_or(0);
    let colons = line[from..].match_indices(':').map(|(at, _)| from + at);
    let mut ends = colons.filter(|&at| line[at + 1..].is_empty() || line[at + 1..].starts_with([' ', '\t']));
    let end = ends.next()?;
    let is_comment = line[..end].starts_with('#') || line[..end].contains(" #");
    let only_the_quote = quoted.is_none_or(|length| line[length..end].trim().is_empty());
    (end > 0 && !is_comment && only_the_quote).then_some(quoted.unwrap_or(end))
}

/// The length of a quoted scalar with its quotes, if it is closed.
fn quoted_length(text: &str) -> Option<usize> {
    let quote = text.chars().next()?;
    let mut characters = text.char_indices().skip(1).peekable();
    while let Some((at, c)) = characters.next() {
        if quote == '"' && c == '\\' {
            characters.next();
        } else if c == quote {
            // Two single quotes are one in the text.
            let is_doubled = quote == '\'' && characters.peek().is_some_and(|&(_, next)| next == quote);
            if !is_doubled {
                return Some(at + 1);
            }
            characters.next();
        }
    }
    None
}

impl Yaml<'_> {
    /// The text of the quoted scalar at the cursor, if there is one.
    pub fn quoted(&mut self) -> Option<String> {
        let quote = self.rest().chars().next().filter(|c| matches!(c, '"' | '\''))?;
        let Some(length) = quoted_length(self.rest()) else {
            self.fail(YamlProblem::UnclosedQuote);
            return Some(String::new());
        };
        let inside = folded(&self.rest()[1..length - 1]);
        self.at += length;
        Some(if quote == '\'' { inside.replace("''", "'") } else { unescaped(&inside) })
    }

    /// A plain scalar: to the end of the line or a comment, and on over lines further in.
    pub fn plain(&mut self, least_column: usize) -> String {
        let mut text = self.plain_line();
        loop {
            let end = self.at;
            self.skip_spaces();
            let goes_on = self.starts_with('\n') && self.next_token() && self.column() >= least_column.max(1);
            if !goes_on || key_length(self.rest()).is_some() {
                self.at = end;
                return text;
            }
            text.push(' ');
            text.push_str(&self.plain_line());
        }
    }

    fn plain_line(&mut self) -> String {
        let line = self.rest().lines().next().unwrap_or_default();
        let end = line.find(" #").unwrap_or(line.len());
        self.at += end;
        line[..end].trim().to_owned()
    }

    /// A plain scalar inside brackets: to a comma, a bracket, or a colon before a space.
    pub fn flow_plain(&mut self) -> String {
        let rest = self.rest();
        let ends = rest.char_indices().find(|&(at, c)| match c {
            ',' | '[' | ']' | '{' | '}' | '\n' => true,
            ':' => rest[at + 1..].starts_with([' ', '\n', '\r', ',', '}', ']']) || rest[at + 1..].is_empty(),
            '#' => rest[..at].ends_with(' '),
            _ => false,
        });
        let end = ends.map_or(rest.len(), |(at, _)| at);
        self.at += end;
        if rest[..end].trim().is_empty() && !rest[end..].starts_with([',', ':', '}', ']']) {
            self.fail(YamlProblem::UnclosedBracket);
        }
        rest[..end].trim().to_owned()
    }

    /// The lines below `|` or `>` that stand at least `least_column` in; `>` joins them.
    pub fn block_scalar(&mut self, least_column: usize, joins: bool) -> String {
        self.at += self.rest().find('\n').map_or(self.rest().len(), |newline| newline + 1);
        let mut lines: Vec<&str> = Vec::new();
        let mut column = None;
        while let Some(line) = self.rest().split_inclusive('\n').next() {
            let text = line.trim_end();
            let indent = line.len() - line.trim_start_matches(' ').len();
            let column = *column.get_or_insert(indent);
            if !text.is_empty() && (indent < column || column < least_column) {
                break;
            }
            lines.push(text.get(column..).unwrap_or_default());
            self.at += line.len();
        }
        let text = lines.join(if joins { " " } else { "\n" });
        text.trim_end().to_owned()
    }
}

/// Line ends inside quotes are spaces.
fn folded(text: &str) -> String {
    let lines: Vec<&str> = text.split('\n').collect();
    if lines.len() == 1 {
        return text.to_owned();
    }
    lines.iter().map(|line| line.trim()).collect::<Vec<_>>().join(" ")
}

/// Resolves the escapes of double quotes.
fn unescaped(text: &str) -> String {
    let mut out = String::new();
    let mut characters = text.chars();
    while let Some(c) = characters.next() {
        if c != '\\' {
            out.push(c);
            continue;
        }
        let escape = characters.next().unwrap_or('\\');
        let digits = match escape {
            'x' => 2,
            'u' => 4,
            'U' => 8,
            'n' => {
                out.push('\n');
                continue;
            }
            't' => {
                out.push('\t');
                continue;
            }
            other => {
                out.push(other);
                continue;
            }
        };
        let hex: String = characters.by_ref().take(digits).collect();
        let code = u32::from_str_radix(&hex, 16).ok().and_then(char::from_u32);
        out.push(code.unwrap_or('\u{fffd}'));
    }
    out
}

#[cfg(test)]
mod tests {
    use super::super::{Broken, Kind, Value, parse};
    use crate::text::Span;
    use crate::words::problem::YamlProblem;

    fn shown(value: &Value) -> String {
        match &value.kind {
            Kind::Scalar(text) => format!("{text:?}"),
            Kind::List(values) => format!("[{}]", values.iter().map(shown).collect::<Vec<_>>().join(", ")),
            Kind::Map(pairs) => {
                let pairs = pairs.iter().map(|(key, value)| format!("{}: {}", shown(key), shown(value)));
                format!("{{{}}}", pairs.collect::<Vec<_>>().join(", "))
            }
        }
    }

    fn read(text: &str) -> (String, Option<Broken>) {
        let (value, broken) = parse(text, Span::new(0, text.len()));
        (value.as_ref().map(shown).unwrap_or_default(), broken)
    }

    fn good(text: &str) -> String {
        let (value, broken) = read(text);
        assert_eq!(broken, None, "{text}");
        value
    }

    #[test]
    fn scalars_of_every_kind() {
        assert_eq!(good("a: b # c\n"), r#"{"a": "b"}"#);
        assert_eq!(good("a: http://x/#y\r\nb:\r\n"), r#"{"a": "http://x/#y", "b": ""}"#);
        assert_eq!(good("a: \"x: \\\"y\\\" \\u3042\" # c"), r#"{"a": "x: \"y\" あ"}"#);
        assert_eq!(good("'k: y': 'it''s'"), r#"{"k: y": "it's"}"#);
        assert_eq!(good("a: one\n  two\nb: c"), r#"{"a": "one two", "b": "c"}"#);
        assert_eq!(
            good("a: |\n  one\n   two\n\nb: >-\n  three\n  four\n"),
            r#"{"a": "one\n two", "b": "three four"}"#
        );
        assert_eq!(good("a: \"one\n  two\""), r#"{"a": "one two"}"#);
    }

    #[test]
    fn lists_and_maps_in_blocks() {
        assert_eq!(
            good("a:\n  - b\n  - c: d\n    e: f\n  -\n    g\n"),
            r#"{"a": ["b", {"c": "d", "e": "f"}, "g"]}"#
        );
        assert_eq!(good("a:\n- b\n- c\nd: e\n"), r#"{"a": ["b", "c"], "d": "e"}"#);
        assert_eq!(good("a:\n  b:\n    c: d\n  e: f\n# end\n"), r#"{"a": {"b": {"c": "d"}, "e": "f"}}"#);
    }

    #[test]
    fn lists_and_maps_in_brackets() {
        assert_eq!(
            good("a: [b, \"c, d\", [e]]\nf: { g: h, i: 'j' }"),
            r#"{"a": ["b", "c, d", ["e"]], "f": {"g": "h", "i": "j"}}"#
        );
        assert_eq!(good("a: [\n  b, # c\n  d,\n]\ne: {}"), r#"{"a": ["b", "d"], "e": {}}"#);
        assert_eq!(good("- { id: gke, color: \"#1a73e8\" }"), r##"[{"id": "gke", "color": "#1a73e8"}]"##);
    }

    #[test]
    fn what_is_no_yaml_is_told_with_its_place() {
        let broken = |text: &str| read(text).1.map(|broken| (broken.at, broken.problem));
        assert_eq!(broken("a: \"b\nc: d"), Some((3, YamlProblem::UnclosedQuote)));
        assert_eq!(broken("a: [b, c"), Some((8, YamlProblem::UnclosedBracket)));
        assert_eq!(broken("a: b\nc"), Some((5, YamlProblem::NoKey)));
        assert_eq!(broken("a: b\n  c: d"), Some((7, YamlProblem::Indentation)));
        assert_eq!(broken("a: &x b"), Some((3, YamlProblem::Unsupported)));
        assert_eq!(broken("a: 'b' c"), Some((7, YamlProblem::TextBehindValue)));
        assert_eq!(
            broken(&format!("a: {}", "[".repeat(20))).map(|(_, problem)| problem),
            Some(YamlProblem::TooDeep)
        );
        assert_eq!(read("a: b\nc: \"d").0, r#"{"a": "b"}"#);
    }
}
