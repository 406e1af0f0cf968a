//! Every sentence that people see, a file a language. Those of the diagnostics are in text files beside them.
//!
//! To add a language: its file, its `problems.*.txt`, and a line in `LANGUAGES`.

pub mod comparing;
pub mod controls;
mod en;
mod ja;
pub mod presenting;
pub mod problem;
pub mod quiz;

use comparing::ComparingWords;
use controls::Controls;
use presenting::PresentingWords;
use quiz::QuizWords;
use std::fmt::{Debug, Display, Formatter, Write};

/// All sentences of a language.
pub struct UiStrings {
    /// Its BCP 47 tag, without region.
    pub tag: &'static str,
    /// What it calls itself.
    pub name: &'static str,
    pub controls: Controls,
    pub quiz: QuizWords,
    pub comparing: ComparingWords,
    pub presenting: PresentingWords,
    /// Those of the diagnostics. The browser fetches them when it needs them.
    #[cfg(not(target_arch = "wasm32"))]
    pub problems: &'static str,
}

/// A language of the interface.
#[derive(Clone, Copy)]
pub struct Language(pub &'static UiStrings);

/// All of them.
pub const LANGUAGES: [Language; 2] = [Language::EN, Language::JA];

impl Language {
    pub const EN: Self = Self(&en::EN);
    pub const JA: Self = Self(&ja::JA);

    /// The language for a BCP 47 tag, whatever its region; English for all others.
    pub fn of_tag(tag: &str) -> Self {
        Self::known(tag).unwrap_or_default()
    }

    fn known(tag: &str) -> Option<Self> {
        let primary = tag.split('-').next().unwrap_or_default();
        LANGUAGES.into_iter().find(|language| language.tag().eq_ignore_ascii_case(primary))
    }

    pub fn tag(self) -> &'static str {
        self.0.tag
    }

    pub fn controls(self) -> &'static Controls {
        &self.0.controls
    }

    pub fn quiz(self) -> &'static QuizWords {
        &self.0.quiz
    }

    pub fn comparing(self) -> &'static ComparingWords {
        &self.0.comparing
    }

    pub fn presenting(self) -> &'static PresentingWords {
        &self.0.presenting
    }

    /// The language's own name for the language of a tag; the tag itself where it isn't known.
    pub fn name_of_tag(tag: &str) -> &str {
        Self::known(tag).map_or(tag, |language| language.0.name)
    }
}

impl Default for Language {
    fn default() -> Self {
        Self::EN
    }
}

impl PartialEq for Language {
    fn eq(&self, other: &Self) -> bool {
        self.tag() == other.tag()
    }
}

impl Eq for Language {}

impl Debug for Language {
    fn fmt(&self, formatter: &mut Formatter<'_>) -> std::fmt::Result {
        formatter.write_str(self.tag())
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
