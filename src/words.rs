//! Every sentence that people see, in Japanese and English.

pub mod controls;
mod en;
mod en_problems;
mod ja;
mod ja_problems;
pub mod problem;

use controls::Controls;
use problem::{Problem, Sentence};

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

    /// The sentence of a diagnostic.
    pub fn problem(self, problem: &Problem) -> Sentence {
        match self {
            Self::Ja => ja_problems::sentence(problem),
            Self::En => en_problems::sentence(problem),
        }
    }
}
