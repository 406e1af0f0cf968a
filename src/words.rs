//! Every sentence that people see, in Japanese and English. Those of the diagnostics are in text files beside this module's.

pub mod comparing;
pub mod controls;
mod en;
mod en_comparing;
mod en_presenting;
mod en_quiz;
mod ja;
mod ja_comparing;
mod ja_presenting;
mod ja_quiz;
pub mod presenting;
pub mod problem;
pub mod quiz;

use comparing::ComparingWords;
use controls::Controls;
use presenting::PresentingWords;
use quiz::QuizWords;
use std::fmt::{Display, Write};

/// A language of the controls.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Language {
    Ja,
    #[default]
    En,
}

impl Language {
    /// The language for a BCP 47 tag: Japanese for `ja` and its variants, else English.
    pub fn of_tag(tag: &str) -> Self {
        let primary = tag.split('-').next().unwrap_or_default();
        if primary.eq_ignore_ascii_case("ja") { Self::Ja } else { Self::En }
    }

    pub fn tag(self) -> &'static str {
        match self {
            Self::Ja => "ja",
            Self::En => "en",
        }
    }

    pub fn controls(self) -> &'static Controls {
        match self {
            Self::Ja => &ja::CONTROLS,
            Self::En => &en::CONTROLS,
        }
    }

    pub fn quiz(self) -> &'static QuizWords {
        match self {
            Self::Ja => &ja_quiz::QUIZ,
            Self::En => &en_quiz::QUIZ,
        }
    }

    pub fn comparing(self) -> &'static ComparingWords {
        match self {
            Self::Ja => &ja_comparing::COMPARING,
            Self::En => &en_comparing::COMPARING,
        }
    }

    pub fn presenting(self) -> &'static PresentingWords {
        match self {
            Self::Ja => &ja_presenting::PRESENTING,
            Self::En => &en_presenting::PRESENTING,
        }
    }

    /// The language's own name for the language of a tag; the tag itself where it isn't known.
    pub fn name_of_tag(tag: &str) -> &str {
        match tag.split('-').next().unwrap_or_default() {
            "ja" => "日本語",
            "en" => "English",
            _ => tag,
        }
    }
}

/// A template with its facts in the places `{0}`, `{1}` and so on. A fact is not looked into for further
/// places; a place without a fact stays as it is.
pub fn fill(template: &str, facts: &[&dyn Display]) -> String {
    let mut text = String::new();
    let mut rest = template;
    while let Some(open) = rest.find('{') {
        let (before, from) = rest.split_at(open);
        text.push_str(before);
        let number = match from.as_bytes() {
            [b'{', digit @ b'0'..=b'9', b'}', ..] => Some(usize::from(digit - b'0')),
            _ => None,
        };
        let fact = number.and_then(|number| facts.get(number));
        let _ = write!(text, "{}", fact.unwrap_or(&(&"{" as &dyn Display)));
        rest = &from[if fact.is_some() { 3 } else { 1 }..];
    }
    text.push_str(rest);
    text
}
