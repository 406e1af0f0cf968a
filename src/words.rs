//! Every sentence that people see, in Japanese and English.

pub mod controls;
mod en;
mod en_problems;
mod ja;
mod ja_problems;
pub mod problem;

use controls::Controls;
use problem::{Problem, Sentence, filled};
use std::borrow::Cow;

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
        let (message, help) = match self {
            Self::Ja => ja_problems::template(problem),
            Self::En => en_problems::template(problem),
        };
        let facts = self.facts(problem);
        let facts = [facts[0].as_ref(), facts[1].as_ref()];
        let nearest = problem.nearest().map(|nearest| filled(self.did_you_mean(), [nearest, ""]));
        let help = nearest.or_else(|| (!help.is_empty()).then(|| filled(help, facts)));
        Sentence { message: filled(message, facts), help }
    }

    /// The facts of a problem, those that are words of the language included.
    fn facts(self, problem: &Problem) -> [Cow<'_, str>; 2] {
        let [first, second] = problem.facts();
        match (problem, self) {
            (Problem::SideCount { count }, _) => [count.to_string().into(), "".into()],
            (Problem::WrongType { expected, .. }, Self::Ja) => {
                [first.into(), ja_problems::expected(*expected).into()]
            }
            (Problem::WrongType { expected, .. }, Self::En) => {
                [first.into(), en_problems::expected(*expected).into()]
            }
            (Problem::FrontMatterSyntax(kind), Self::Ja) => [ja_problems::yaml(*kind).into(), "".into()],
            (Problem::FrontMatterSyntax(kind), Self::En) => [en_problems::yaml(*kind).into(), "".into()],
            _ => [first.into(), second.into()],
        }
    }

    fn did_you_mean(self) -> &'static str {
        match self {
            Self::Ja => ja_problems::DID_YOU_MEAN,
            Self::En => en_problems::DID_YOU_MEAN,
        }
    }
}
