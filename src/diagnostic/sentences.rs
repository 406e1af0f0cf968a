//! The sentences of the diagnostics. They are needed by authors only, so they are no part of the program that each reader
//! loads: a text file a language (`words/problems.*.txt`), which the browser fetches when a deck has diagnostics.
//!
//! A line a sentence: name, sentence and, where there is one, repair, with ` :: ` between them. `{0}` and `{1}` are the
//! places of the problem's facts. A name is that of a diagnostic's code, or of a word that stands in for a fact.

use super::code_and_severity;
use crate::words::problem::{Expected, Problem, Sentence, YamlProblem};
use crate::words::{Language, fill};
use std::rc::Rc;

const BETWEEN: &str = " ::";

/// The sentences of one language; none until they have come.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sentences(Rc<str>);

impl Sentences {
    pub fn new(text: &str) -> Self {
        Self(text.into())
    }

    /// Those that are part of the program: all, but none in the browser.
    pub fn built_in(language: Language) -> Self {
        #[cfg(not(target_arch = "wasm32"))]
        return Self::new(language.0.problems);
        #[cfg(target_arch = "wasm32")]
        {
            let _ = language;
            Self::new("")
        }
    }

    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The sentence of a problem; while there are none, its code.
    pub fn sentence(&self, problem: &Problem) -> Sentence {
        let code = code_and_severity(problem).0;
        let name = match problem {
            Problem::UnderlineHeading { looks_like_front_matter: true } => {
                "underline-heading-in-front-matter"
            }
            _ => code,
        };
        let Some((message, help)) = self.get(name) else {
            return Sentence { message: code.to_owned(), help: None };
        };
        let [mut first, mut second] = problem.facts();
        let count = problem.count();
        match problem {
            Problem::SideCount { .. } => first = &count,
            Problem::WrongType { expected, .. } => second = self.word(expected_name(*expected)),
            Problem::FrontMatterSyntax(kind) => first = self.word(yaml_name(*kind)),
            _ => {}
        }
        let help = match problem.nearest() {
            Some(nearest) => fill(self.word("did-you-mean"), &[&nearest]),
            None => fill(help, &[&first, &second]),
        };
        let help = Some(help).filter(|help| !help.is_empty());
        Sentence { message: fill(message, &[&first, &second]), help }
    }

    fn word(&self, name: &str) -> &str {
        self.get(name).map_or("", |(word, _)| word)
    }

    fn get(&self, name: &str) -> Option<(&str, &str)> {
        for line in self.0.lines() {
            let (found, rest) = line.split_once(BETWEEN)?;
            if found == name {
                let (message, help) = rest.split_once(BETWEEN)?;
                return Some((message.trim(), help.trim()));
            }
        }
        None
    }
}

fn expected_name(expected: Expected) -> &'static str {
    match expected {
        Expected::Text => "expected-text",
        Expected::Number => "expected-number",
        Expected::List => "expected-list",
        Expected::Map => "expected-map",
    }
}

fn yaml_name(problem: YamlProblem) -> &'static str {
    match problem {
        YamlProblem::UnclosedQuote => "yaml-unclosed-quote",
        YamlProblem::UnclosedBracket => "yaml-unclosed-bracket",
        YamlProblem::NoKey => "yaml-no-key",
        YamlProblem::Indentation => "yaml-indentation",
        YamlProblem::TextBehindValue => "yaml-text-behind-value",
        YamlProblem::TooDeep => "yaml-too-deep",
        YamlProblem::Unsupported => "yaml-unsupported",
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::words::LANGUAGES;

    #[test]
    fn what_has_not_come_yet_is_told_by_its_code() {
        let sentence = Sentences::new("").sentence(&Problem::RawHtml);
        assert_eq!(sentence, Sentence { message: "raw-html".into(), help: None });
    }

    #[test]
    fn all_languages_have_the_same_names_once() {
        let names = |language| -> Vec<String> {
            let all = Sentences::built_in(language);
            all.0.lines().map(|line| line.split(BETWEEN).next().unwrap().to_owned()).collect()
        };
        let found = names(Language::EN);
        assert!(found.iter().all(|name| found.iter().filter(|other| *other == name).count() == 1));
        for language in LANGUAGES {
            assert_eq!(names(language), found, "{language:?}");
            let all = Sentences::built_in(language);
            assert!(all.0.lines().all(|line| line.matches(BETWEEN).count() == 2), "{language:?}");
        }
    }
}
