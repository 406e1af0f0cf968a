//! Sentences and codes: every problem is told in both languages, and every code is in the
//! documents.

use crate::html::{has, html};
use crate::play::*;
use kurabe::app::effect::Effect;
use kurabe::app::msg::{DeckMsg, Msg, Panel, UiMsg};
use kurabe::diagnostic::Severity;
use kurabe::diagnostic::code_and_severity;
use kurabe::diagnostic::sentences::Sentences;
use kurabe::words::problem::{Expected, Problem, YamlProblem};
use kurabe::words::{LANGUAGES, Language};
use std::collections::BTreeSet;

/// Each problem at least once, and each of its forms that has words of its own.
fn problems() -> Vec<Problem> {
    let text = || "text".to_owned();
    let mut problems = vec![
        Problem::FrontMatterUnclosed,
        Problem::UnknownKey { key: text(), nearest: None },
        Problem::UnknownKey { key: text(), nearest: Some(text()) },
        Problem::DuplicateKey { key: text() },
        Problem::BadDate { text: text() },
        Problem::BadColor { text: text() },
        Problem::BadDuration { text: text() },
        Problem::SideCount { count: 7 },
        Problem::DuplicateSide { id: text() },
        Problem::MissingKey { key: text(), within: text() },
        Problem::UnderlineHeading { looks_like_front_matter: false },
        Problem::UnderlineHeading { looks_like_front_matter: true },
        Problem::SecondTitle,
        Problem::IdTaken { id: text() },
        Problem::NearSide { heading: text(), side: text() },
        Problem::SecondQuestion,
        Problem::TooDeep,
        Problem::TaskMarkSpace,
        Problem::ClaimWord { word: text() },
        Problem::BadPeriod { text: text() },
        Problem::PeriodOrder { text: text() },
        Problem::ImpreciseNearMoment { text: text(), moment: text() },
        Problem::ReplacesUnknown { id: text(), nearest: Some(text()) },
        Problem::ReplacesOtherSide { id: text() },
        Problem::ReplacesCircular { id: text() },
        Problem::ReplacesOverlap { id: text() },
        Problem::ShortTooLong { text: "name".into() },
        Problem::BadWeight { text: text() },
        Problem::WeightSide { side: text(), nearest: Some(text()) },
        Problem::WeightNotLast,
        Problem::WeightBeyondLevels { text: text() },
        Problem::RulesOutUnproved { side: text() },
        Problem::UnknownFigure { name: text(), nearest: None },
        Problem::BadLineSteps { text: text() },
        Problem::CommentUnclosed,
        Problem::TextAfterComment,
        Problem::DirectiveKey { key: text(), nearest: text() },
        Problem::DirectiveValue { key: "time".into(), value: text() },
        Problem::DirectiveValue { key: "hide".into(), value: text() },
        Problem::AddressRefused { address: text() },
        Problem::RawHtml,
        Problem::EmphasisNotClosed,
        Problem::FootnoteUndefined { label: text() },
        Problem::TargetUnknown { id: text(), nearest: None },
    ];
    let kinds = [Expected::Text, Expected::Number, Expected::List, Expected::Map];
    problems.extend(kinds.map(|expected| Problem::WrongType { key: "key".into(), expected }));
    let yaml = [
        YamlProblem::UnclosedQuote,
        YamlProblem::UnclosedBracket,
        YamlProblem::NoKey,
        YamlProblem::Indentation,
        YamlProblem::TextBehindValue,
        YamlProblem::TooDeep,
        YamlProblem::Unsupported,
    ];
    problems.extend(yaml.map(Problem::FrontMatterSyntax));
    problems
}

/// The codes as they stand in the source, so that none is forgotten above.
fn codes() -> BTreeSet<&'static str> {
    let source = include_str!("../../src/diagnostic.rs");
    let behind = source.lines().filter_map(|line| line.split_once("=> (\"").map(|(_, code)| code));
    behind.filter_map(|code| code.split_once('"').map(|(code, _)| code)).collect()
}

#[test]
fn every_problem_is_looked_at() {
    let looked_at: BTreeSet<&str> = problems().iter().map(|problem| code_and_severity(problem).0).collect();
    assert_eq!(looked_at, codes());
}

#[test]
fn both_languages_tell_every_problem() {
    for language in [Language::JA, Language::EN] {
        let mut told = BTreeSet::new();
        for problem in problems() {
            let sentence = Sentences::built_in(language).sentence(&problem);
            for text in [Some(&sentence.message), sentence.help.as_ref()].into_iter().flatten() {
                let is_japanese = text.chars().any(|c| ('ぁ'..='ヶ').contains(&c));
                assert_eq!(is_japanese, language == Language::JA, "{problem:?}: {text}");
                assert!(!text.ends_with(['.', '。']), "{problem:?}: {text}");
            }
            assert!(told.insert(format!("{sentence:?}")), "{problem:?} is told as another is: {sentence:?}");
            assert_ne!(sentence.message, code_and_severity(&problem).0, "{problem:?} has no sentence");
        }
    }
}

#[test]
fn english_sentences_begin_with_a_small_letter() {
    for problem in problems() {
        let sentence = Sentences::built_in(Language::EN).sentence(&problem);
        let begins_small = |text: &str| !text.starts_with(char::is_uppercase) || text.starts_with("HTML");
        let help = sentence.help.unwrap_or_default();
        assert!(begins_small(&sentence.message), "{}", sentence.message);
        assert!(begins_small(&help) || help.starts_with("Markdown"), "{help}");
    }
}

#[test]
fn every_code_is_in_the_table_of_the_deck_format() {
    let document = include_str!("../../docs/deck-format.md");
    let rows: BTreeSet<(String, String)> = document
        .lines()
        .filter_map(|line| line.strip_prefix("| `"))
        .filter_map(|line| {
            let mut cells = line.split('|').map(str::trim);
            Some((cells.next()?.trim_end_matches('`').to_owned(), cells.next()?.to_owned()))
        })
        .filter(|(_, severity)| severity == "error" || severity == "warning")
        .collect();
    let expected = problems()
        .iter()
        .map(code_and_severity)
        .map(|(code, severity)| {
            (code.to_owned(), if severity == Severity::Error { "error" } else { "warning" }.to_owned())
        })
        .collect();
    assert_eq!(rows, expected);
}

/// The places for facts in a text: `{0}`, `{1}` and so on.
fn places(text: &str) -> BTreeSet<&str> {
    let braced = text.match_indices('{').filter_map(|(at, _)| text.get(at..at + 3));
    braced.filter(|place| place.ends_with('}') && place.as_bytes()[1].is_ascii_digit()).collect()
}

/// The fields of a table of words with the places in their texts, as they stand in the source.
fn fields(source: &str) -> Vec<(&str, BTreeSet<&str>)> {
    let mut fields: Vec<(&str, BTreeSet<&str>)> = Vec::new();
    for line in source.lines().filter_map(|line| line.strip_prefix("        ")) {
        if let Some((name, text)) = line.split_once(':').filter(|(name, _)| !name.contains([' ', '"'])) {
            fields.push((name, places(text)));
        } else if let Some((_, last)) = fields.last_mut() {
            last.extend(places(line));
        }
    }
    fields
}

#[test]
fn all_languages_have_places_for_the_same_facts() {
    let source = |language: Language| {
        let file = format!("{}/src/words/{}.rs", env!("CARGO_MANIFEST_DIR"), language.tag());
        std::fs::read_to_string(&file).unwrap_or_else(|error| panic!("{file}: {error}"))
    };
    let english = source(Language::EN);
    let expected = fields(&english);
    assert!(expected.len() > 250, "{expected:?}");
    for language in LANGUAGES {
        let source = source(language);
        let fields = fields(&source);
        assert_eq!(fields.len(), expected.len(), "{language:?}");
        for (field, expected) in fields.iter().zip(&expected) {
            assert_eq!(field, expected, "{language:?}");
        }
    }
    assert_eq!(places("{0} {9} {a} {1"), BTreeSet::from(["{0}", "{9}"]));
}

#[test]
fn the_quiz_speaks_each_language_alone() {
    let is_japanese =
        |text: &str| text.chars().any(|c| ('ぁ'..='ヶ').contains(&c) || ('一'..='龠').contains(&c));
    let [ja, en] = [Language::JA, Language::EN].map(|language| format!("{:#?}", language.quiz()));
    assert_eq!(ja.lines().count(), en.lines().count());
    assert!(en.lines().all(|line| !is_japanese(line)), "{en}");
    // Brackets, and what consists of signs alone.
    let is_text = |line: &str| line.chars().filter(|c| *c == '"').count() == 2 && !line.contains("comma: ");
    for line in ja.lines().filter(|line| is_text(line)) {
        assert!(is_japanese(line), "{line}");
    }
}

#[test]
fn the_sentences_are_fetched_when_a_deck_has_diagnostics() {
    const BROKEN: &str = "---\nlang: en\nsidez: []\n---\n# One\n";
    let mut state = play("# One\n", []).for_author(true);
    // As in the browser, where none are built in.
    state.author.sentences = Sentences::new("");
    let wants = |effects: &[Effect]| effects.contains(&Effect::FetchSentences(Language::EN));
    assert!(!wants(&state.update(deck_read("---\nlang: en\n---\n# One\n"))), "nothing is wrong");
    assert!(wants(&state.update(deck_read(BROKEN))));
    state.update(Msg::Ui(UiMsg::TogglePanel(Panel::Diagnostics)));
    has(&html(&state), &["<p>unknown-key</p>"]);
    state.update(Msg::Deck(DeckMsg::Sentences(Language::JA, "unknown-key :: 未知 ::\n".into())));
    has(&html(&state), &["<p>unknown-key</p>"]);
    state.update(Msg::Deck(DeckMsg::Sentences(
        Language::EN,
        include_str!("../../src/words/problems.en.txt").into(),
    )));
    has(&html(&state), &["<p>unknown key `sidez` is left out</p>", "did you mean `sides`?"]);
    assert!(!wants(&state.update(deck_read(BROKEN))), "they are here");
}
