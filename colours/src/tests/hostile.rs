//! Texts that nobody would write: every cut is at a character's end, the lengths add up, and the time is linear.

use proptest::prelude::*;

use super::{pieces, snippets};
use crate::languages;
use crate::lexer::Lexer;

const LANGUAGES: [&str; 10] =
    ["yaml", "json", "toml", "hcl", "bash", "console", "rust", "go", "python", "ts"];

/// What begins or ends something in some language.
const FRAGMENTS: [&str; 46] = [
    "\"", "'", "`", "\"\"\"", "'''", "\\", "\\\n", "\n", "\r\n", " ", "  a", "- ", "? ", ": ", "a: ", "a = ",
    "{", "}", "[", "]", ",", "#", " # ", "//", "/*", "*/", "/", "=/", "${", "$(", "$a", "%{", "<<a\n",
    "<<-'a'", "\na\n", "r#", "r\"", "br##\"", "\"#", "'a", "0x1e+", "1.", "|\n", "&a", "é", "\0",
];

fn check(language: &str, text: &str) {
    let pieces = pieces(language, text);
    for (index, (kind, piece)) in pieces.iter().enumerate() {
        assert!(!piece.is_empty() && (*piece == "\n" || !piece.contains('\n')), "{language} {text:?}");
        let is_same = index > 0 && pieces[index - 1].0 == *kind && pieces[index - 1].1 != "\n";
        assert!(*piece == "\n" || !is_same, "{language} {text:?}: neighbours of one kind");
    }
}

fn steps(language: &str, text: &str) -> usize {
    let mut lexer = Lexer::new(languages::find(language.as_bytes()).unwrap(), text.as_bytes());
    lexer.run();
    lexer.steps.get()
}

#[test]
fn every_snippet_may_end_anywhere_and_be_of_another_language() {
    for text in snippets::texts() {
        for language in LANGUAGES {
            let ends = (0..=text.len()).filter(|end| text.is_char_boundary(*end));
            ends.for_each(|end| check(language, &text[..end]));
        }
    }
}

#[test]
fn time_is_linear_whatever_is_repeated() {
    const TIMES: usize = 60;
    for language in LANGUAGES {
        for one in FRAGMENTS {
            for other in FRAGMENTS {
                let by_turns = format!("{one}{other}").repeat(TIMES);
                let one_by_one = one.repeat(TIMES) + &other.repeat(TIMES);
                for text in [by_turns, one_by_one] {
                    let steps = steps(language, &text);
                    let most = 20 * text.len();
                    assert!(steps <= most, "{language} {one:?} {other:?}: {steps} > {most}");
                }
            }
        }
    }
}

proptest! {
    #[test]
    fn any_text_is_cut_whole(text in any::<String>(), at in 0..LANGUAGES.len()) {
        check(LANGUAGES[at], &text);
    }

    #[test]
    fn any_mixture_of_fragments_is_cut_whole(
        parts in prop::collection::vec(prop::sample::select(&FRAGMENTS[..]), 0..40),
        at in 0..LANGUAGES.len(),
    ) {
        check(LANGUAGES[at], &parts.concat());
    }
}
