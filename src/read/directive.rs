//! Directives: comments whose lines are all `key: value` with known keys.

use super::{Reader, duration};
use crate::text::{Span, nearest::nearest};
use crate::words::problem::Problem;

const KEYS: [&str; 4] = ["topic", "time", "hide", "group"];

/// What the directives of a slide say; the last one of a kind counts.
#[derive(Debug, Default, PartialEq)]
pub struct Directives {
    pub topic: Option<String>,
    pub time: Option<u32>,
    pub hide: bool,
    pub background: bool,
}

/// Takes the comment if it holds directives. Otherwise it is a note, and a key that is nearly a
/// known one is reported.
pub fn take(reader: &mut Reader<'_>, comment: &str, at: usize, into: &mut Directives) -> bool {
    let Some(pairs) = pairs(comment, at) else { return false };
    if let Some(&(key, _, span)) = pairs.iter().find(|(key, ..)| !KEYS.contains(key)) {
        let short_slip = nearest(key, KEYS).map(str::to_owned);
        if let Some(nearest) = short_slip {
            reader.report(span, Problem::DirectiveKey { key: key.to_owned(), nearest });
        }
        return false;
    }
    for (key, value, span) in pairs {
        set(reader, key, value, span, into);
    }
    true
}

fn set(reader: &mut Reader<'_>, key: &str, value: &str, span: Span, into: &mut Directives) {
    let understood = match key {
        "topic" => {
            into.topic = Some(value.to_owned());
            !value.is_empty()
        }
        "time" => {
            into.time = duration::seconds(value);
            into.time.is_some()
        }
        "group" => {
            into.background = value == "background";
            into.background
        }
        _ => {
            into.hide = value == "true";
            value == "true" || value == "false"
        }
    };
    if !understood {
        reader.report(span, Problem::DirectiveValue { key: key.to_owned(), value: value.to_owned() });
    }
}

/// Key, value and the key's place for each line, if all lines have the form `key: value`.
fn pairs(comment: &str, at: usize) -> Option<Vec<(&str, &str, Span)>> {
    let mut pairs = Vec::new();
    let mut start = at;
    for line in comment.split_inclusive('\n') {
        if !line.trim().is_empty() {
            let (key, value) = line.split_once(':')?;
            let key_start = start + key.len() - key.trim_start().len();
            let key = key.trim();
            let is_word = !key.is_empty() && key.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-');
            let value_is_apart = value.starts_with([' ', '\t', '\r', '\n']) || value.is_empty();
            if !is_word || !value_is_apart {
                return None;
            }
            pairs.push((key, value.trim(), Span::new(key_start, key_start + key.len())));
        }
        start += line.len();
    }
    (!pairs.is_empty()).then_some(pairs)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn taken(comment: &str) -> (bool, Directives, usize) {
        let mut reader = Reader::new(comment);
        let mut directives = Directives::default();
        let taken = take(&mut reader, comment, 0, &mut directives);
        (taken, directives, reader.found.len())
    }

    #[test]
    fn all_lines_must_be_directives() {
        let (is_taken, directives, _) = taken(" topic: DNS\n time: 90s\n");
        assert!(is_taken);
        assert_eq!(
            directives,
            Directives { topic: Some("DNS".into()), time: Some(90), ..Directives::default() }
        );
        assert!(!taken("topic: DNS\nand a sentence").0);
        assert!(!taken("see http://x").0);
        assert!(!taken("注意: 長い").0);
    }

    #[test]
    fn slips_and_bad_values_are_reported() {
        assert_eq!((taken("topc: DNS").0, taken("topc: DNS").2), (false, 1));
        assert_eq!((taken("note: DNS").0, taken("note: DNS").2), (false, 0));
        assert_eq!((taken("time: soon").0, taken("time: soon").2), (true, 1));
        assert_eq!((taken("group: background").1.background, taken("group: background").2), (true, 0));
        assert_eq!((taken("group: other").1.background, taken("group: other").2), (false, 1));
    }
}
