//! The page's address: what of the state is in it, and how it is read and written.
//!
//! `?sides=eks&as-of=2026-11-22&theme=dark&step=2#dns`; what is as at the start is left out. Keys of
//! others are kept as they are.

use super::answer_code::is_old;
use crate::text::fragment::{decoded, encoded, id as fragment_id};

const KEYS: [&str; 7] = ["view", "sides", "as-of", "theme", "step", "print", "pair"];

/// An address as read: texts, not yet judged against a deck.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Address {
    pub view: Option<String>,
    pub sides: Option<String>,
    pub as_of: Option<String>,
    pub theme: Option<String>,
    pub step: Option<String>,
    /// The pages that are to be printed.
    pub print: Option<String>,
    /// The pair of windows to which this one belongs.
    pub pair: Option<String>,
    /// Parts of the query that belong to others, as they are.
    pub others: Vec<String>,
    /// The fragment, decoded, in normal form C; empty: none.
    pub fragment: String,
    /// The answers to the quiz, behind the fragment: `#verdict?answers=…`. There they are never sent to a
    /// server, as a query would be.
    pub answers: Option<String>,
    /// It is a link from when the quiz opened at the first moment, and names no day.
    pub is_undated: bool,
}

impl Address {
    /// Reads the query (with or without `?`) and the fragment (with or without `#`).
    pub fn parse(query: &str, fragment: &str) -> Self {
        let (fragment, answers) = split_answers(fragment);
        let mut address = Self { fragment: fragment_id(fragment), answers, ..Self::default() };
        for part in query.trim_start_matches('?').split('&').filter(|part| !part.is_empty()) {
            let (key, value) = part.split_once('=').unwrap_or((part, ""));
            let value = decoded(&value.replace('+', " "));
            match address.slot(key) {
                Some(slot) => *slot = Some(value),
                None => address.others.push(part.to_owned()),
            }
        }
        address.is_undated = address.as_of.is_none() && address.answers.as_deref().is_some_and(is_old);
        address
    }

    /// With what `other` tells where this says nothing.
    #[must_use]
    pub fn or(self, other: Self) -> Self {
        let fragment = if self.fragment.is_empty() { other.fragment } else { self.fragment };
        Self {
            view: self.view.or(other.view),
            sides: self.sides.or(other.sides),
            as_of: self.as_of.or(other.as_of),
            theme: self.theme.or(other.theme),
            fragment,
            ..self
        }
    }

    fn slot(&mut self, key: &str) -> Option<&mut Option<String>> {
        Some(match key {
            "view" => &mut self.view,
            "sides" => &mut self.sides,
            "as-of" => &mut self.as_of,
            "theme" => &mut self.theme,
            "step" => &mut self.step,
            "print" => &mut self.print,
            "pair" => &mut self.pair,
            _ => return None,
        })
    }

    /// Query and fragment, each with its sign; `?` alone for an empty query, so that writing it
    /// clears the one before.
    pub fn text(&self) -> String {
        let values = [&self.view, &self.sides, &self.as_of, &self.theme, &self.step, &self.print, &self.pair];
        let own = KEYS
            .iter()
            .zip(values)
            .filter_map(|(key, value)| Some(format!("{key}={}", encoded(value.as_ref()?))));
        let parts: Vec<String> = self.others.iter().cloned().chain(own).collect();
        let query = format!("?{}", parts.join("&"));
        let answers = self.answers.iter().map(|code| format!("{ANSWERS}{}", encoded(code)));
        let fragment = encoded(&self.fragment) + answers.collect::<String>().as_str();
        if fragment.is_empty() { query } else { format!("{query}#{fragment}") }
    }
}

/// What stands between the id and the answers. `encoded` would write the `?` of an id otherwise.
const ANSWERS: &str = "?answers=";

fn split_answers(fragment: &str) -> (&str, Option<String>) {
    match fragment.split_once(ANSWERS) {
        Some((id, answers)) => (id, Some(decoded(answers))),
        None => (fragment, None),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_survives_reading_and_writing() {
        let text = "?utm=a%20b&sides=gke,eks&as-of=2026-11&step=2#dns-%E3%82%AD";
        let (query, fragment) = text.split_once('#').unwrap();
        let address = Address::parse(query, fragment);
        assert_eq!(address.sides.as_deref(), Some("gke,eks"));
        assert_eq!(address.fragment, "dns-キ");
        assert_eq!(address.others, ["utm=a%20b"]);
        assert_eq!(address.text(), text);
        assert_eq!(Address::default().text(), "?");
        let shared = Address::parse("?view=verdict", "#a%3Fb?answers=1Ab-_");
        assert_eq!((shared.fragment.as_str(), shared.answers.as_deref()), ("a?b", Some("1Ab-_")));
        assert_eq!(shared.text(), "?view=verdict#a%3Fb?answers=1Ab-_");
    }
}
