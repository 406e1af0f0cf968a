//! The front matter: where it ends, and what its keys say.

use super::yaml::{self, Kind, Value};
use super::{Reader, duration};
use crate::model::date::{Date, PartialDate};
use crate::model::deck::{About, Color, Moment, MomentDay, Side};
use crate::text::unicode::{fold, nfc};
use crate::text::{Span, nearest::nearest};
use crate::words::problem::{Expected, Problem};

const KEYS: [&str; 11] = [
    "title",
    "lang",
    "author",
    "event",
    "sides",
    "moments",
    "checked",
    "review-after",
    "duration",
    "translations",
    "issues-url",
];

/// The most sides that can stand beside each other.
const MOST_SIDES: usize = 6;

/// Reads the front matter into `reader.about` and tells where the slides begin.
pub fn read(reader: &mut Reader<'_>) -> usize {
    let start = if reader.source.starts_with('\u{feff}') { '\u{feff}'.len_utf8() } else { 0 };
    let Some(first_end) = opening(reader.source, start) else { return start };
    let Some((yaml_end, body)) = closing(reader.source, first_end) else {
        reader.report(Span::new(start, start + 3), Problem::FrontMatterUnclosed);
        return first_end;
    };
    let (value, broken) = yaml::parse(reader.source, Span::new(first_end, yaml_end));
    if let Some(value) = value {
        reader.about = FrontMatter { reader }.about(&value);
    }
    if let Some(yaml::Broken { at, problem }) = broken {
        reader.report(Span::new(at, at), Problem::FrontMatterSyntax(problem));
    }
    body
}

/// Where the line after the opening `---` begins, if the text opens with front matter.
fn opening(source: &str, start: usize) -> Option<usize> {
    let (first, next) = line_at(source, start)?;
    let (second, _) = line_at(source, next)?;
    let key_length = second.find(|c: char| !(c.is_ascii_alphanumeric() || c == '-' || c == '_'))?;
    let is_key = key_length > 0 && second[key_length..].starts_with(':');
    (first == "---" && is_key).then_some(next)
}

/// Where the closing line begins and where the line after it does.
fn closing(source: &str, mut at: usize) -> Option<(usize, usize)> {
    while let Some((line, next)) = line_at(source, at) {
        if line == "---" || line == "..." {
            return Some((at, next));
        }
        at = next;
    }
    None
}

/// The line that begins at `at`, without its end and trailing spaces, and the start of the next.
fn line_at(source: &str, at: usize) -> Option<(&str, usize)> {
    let rest = source.get(at..).filter(|rest| !rest.is_empty())?;
    let length = rest.find('\n').map_or(rest.len(), |newline| newline + 1);
    Some((rest[..length].trim_end(), at + length))
}

struct FrontMatter<'r, 's> {
    reader: &'r mut Reader<'s>,
}

impl FrontMatter<'_, '_> {
    fn about(&mut self, value: &Value) -> About {
        let mut about = About::default();
        for (key, name, value) in self.entries(value, "front matter") {
            self.take(&mut about, &name, value, key.span);
        }
        about
    }

    fn take(&mut self, about: &mut About, key: &str, value: &Value, key_span: Span) {
        match key {
            "title" => about.title = self.text(key, value),
            "lang" => about.lang = self.text(key, value),
            "author" => about.author = self.text(key, value),
            "event" => about.event = self.text(key, value),
            "issues-url" => about.issues_url = self.text(key, value),
            "sides" => about.sides = self.sides(value),
            "moments" => about.moments = self.moments(value),
            "checked" => about.checked = self.date(value),
            "review-after" => about.review_after = self.number(key, value),
            "duration" => about.duration = self.duration(value),
            "translations" => about.translations = self.translations(value),
            _ => self.unknown(key, KEYS, key_span),
        }
    }

    fn unknown<const N: usize>(&mut self, key: &str, known: [&str; N], span: Span) {
        let nearest = nearest(key, known).map(str::to_owned);
        self.reader.report(span, Problem::UnknownKey { key: key.to_owned(), nearest });
    }

    /// The entries of a map with their keys' texts. A key that comes again is left out.
    fn entries<'v>(&mut self, value: &'v Value, name: &str) -> Vec<(&'v Value, String, &'v Value)> {
        let Kind::Map(pairs) = &value.kind else {
            self.wrong(name, Expected::Map, value.span);
            return Vec::new();
        };
        let mut entries: Vec<(&Value, String, &Value)> = Vec::new();
        for (key, value) in pairs {
            let Kind::Scalar(text) = &key.kind else { continue };
            if entries.iter().any(|(_, other, _)| other == text) {
                self.reader.report(key.span, Problem::DuplicateKey { key: text.clone() });
            } else {
                entries.push((key, text.clone(), value));
            }
        }
        entries
    }

    fn wrong(&mut self, key: &str, expected: Expected, span: Span) {
        self.reader.report(span, Problem::WrongType { key: key.to_owned(), expected });
    }

    fn text(&mut self, key: &str, value: &Value) -> Option<String> {
        if let Kind::Scalar(text) = &value.kind {
            return Some(text.clone());
        }
        self.wrong(key, Expected::Text, value.span);
        None
    }

    fn number(&mut self, key: &str, value: &Value) -> Option<u32> {
        let number = match &value.kind {
            Kind::Scalar(text) => text.parse().ok(),
            _ => None,
        };
        if number.is_none() {
            self.wrong(key, Expected::Number, value.span);
        }
        number
    }

    fn list<'v>(&mut self, key: &str, value: &'v Value) -> &'v [Value] {
        if let Kind::List(values) = &value.kind {
            return values;
        }
        self.wrong(key, Expected::List, value.span);
        &[]
    }

    fn duration(&mut self, value: &Value) -> Option<u32> {
        let text = self.text("duration", value)?;
        let seconds = duration::seconds(&text);
        if seconds.is_none() {
            self.reader.report(value.span, Problem::BadDuration { text });
        }
        seconds
    }

    fn date(&mut self, value: &Value) -> Option<Date> {
        let text = self.text("checked", value)?;
        let date = day(&text);
        if date.is_none() {
            self.reader.report(value.span, Problem::BadDate { text });
        }
        date
    }

    fn sides(&mut self, value: &Value) -> Vec<Side> {
        let entries = self.list("sides", value);
        let mut sides: Vec<Side> = Vec::new();
        for entry in entries {
            // One too many is enough to tell.
            if sides.len() > MOST_SIDES {
                break;
            }
            if let Some(side) = self.side(entry) {
                if sides.iter().any(|other| names_clash(other, &side)) {
                    self.reader.report(entry.span, Problem::DuplicateSide { id: side.id });
                } else {
                    sides.push(side);
                }
            }
        }
        self.counted(sides, entries.len(), value.span)
    }

    fn counted(&mut self, mut sides: Vec<Side>, declared: usize, span: Span) -> Vec<Side> {
        if sides.len() == 1 || sides.len() > MOST_SIDES {
            let count = if sides.len() == 1 { 1 } else { declared };
            self.reader.report(span, Problem::SideCount { count });
        }
        sides.truncate(if sides.len() < 2 { 0 } else { MOST_SIDES });
        sides
    }

    fn side(&mut self, entry: &Value) -> Option<Side> {
        let (mut id, mut name, mut color) = (None, None, None);
        for (key, text, value) in self.entries(entry, "sides") {
            match text.as_str() {
                "id" => id = self.text("id", value).map(|id| nfc(&id)),
                "name" => name = self.text("name", value),
                "color" => color = self.color(value),
                other => self.unknown(other, ["id", "name", "color"], key.span),
            }
        }
        let Some(id) = id.filter(|id| !id.is_empty()) else {
            self.missing("id", "sides", entry);
            return None;
        };
        Some(Side { name: name.unwrap_or_else(|| id.clone()), id, color })
    }

    fn missing(&mut self, key: &'static str, within: &str, entry: &Value) {
        if matches!(entry.kind, Kind::Map(_)) {
            self.reader
                .report(entry.span, Problem::MissingKey { key: key.to_owned(), within: within.to_owned() });
        }
    }

    fn color(&mut self, value: &Value) -> Option<Color> {
        let text = self.text("color", value)?;
        let color = hex_color(&text);
        if color.is_none() {
            self.reader.report(value.span, Problem::BadColor { text });
        }
        color
    }

    /// The moments, in the order of the text.
    fn moments(&mut self, value: &Value) -> Vec<Moment> {
        let entries = self.list("moments", value);
        entries.iter().filter_map(|entry| self.moment(entry)).collect()
    }

    fn moment(&mut self, entry: &Value) -> Option<Moment> {
        let (mut date, mut name) = (None, None);
        for (key, text, value) in self.entries(entry, "moments") {
            match text.as_str() {
                "date" => date = self.text("date", value).map(|text| (text, value.span)),
                "name" => name = self.text("name", value),
                other => self.unknown(other, ["date", "name"], key.span),
            }
        }
        let Some((text, span)) = date else {
            self.missing("date", "moments", entry);
            return None;
        };
        match moment_day(&text) {
            Some(day) => Some(Moment { day, name: name.unwrap_or(text) }),
            None => {
                self.reader.report(span, Problem::BadDate { text });
                None
            }
        }
    }

    fn translations(&mut self, value: &Value) -> Vec<(String, String)> {
        let entries = self.entries(value, "translations");
        entries
            .into_iter()
            .filter_map(|(_, tag, value)| Some((tag, self.text("translations", value)?)))
            .collect()
    }
}

fn names_clash(a: &Side, b: &Side) -> bool {
    [&a.id, &a.name].iter().any(|x| [&b.id, &b.name].iter().any(|y| fold(x) == fold(y)))
}

fn moment_day(text: &str) -> Option<MomentDay> {
    if text == "today" { Some(MomentDay::Today) } else { day(text).map(MomentDay::On) }
}

fn day(text: &str) -> Option<Date> {
    match PartialDate::parse(text) {
        Some(PartialDate::Day(date)) => Some(date),
        _ => None,
    }
}

/// `#rgb` or `#rrggbb`.
fn hex_color(text: &str) -> Option<Color> {
    let digits = text.strip_prefix('#')?;
    let value = u32::from_str_radix(digits, 16).ok().filter(|_| !digits.starts_with('+'))?;
    let [_, red, green, blue] = match digits.len() {
        3 => {
            let wide = |shift: u32| ((value >> shift) & 0xf) * 0x11;
            ((wide(8) << 16) | (wide(4) << 8) | wide(0)).to_be_bytes()
        }
        6 => value.to_be_bytes(),
        _ => return None,
    };
    Some(Color { red, green, blue })
}
