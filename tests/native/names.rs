//! Names that were replaced by the field's terms, and phrases that said plain things in a private way: they may not come
//! back, in code, comments or documents.

use std::fs;
use std::path::{Path, PathBuf};

/// Identifiers, modules and files, as whole words.
const NAMES: [&str; 18] = [
    "judge",
    "Stagehand",
    "Occurrence",
    "LEAST_LEAD",
    "parts::",
    "Msg::Next",
    "Msg::Previous",
    "ja_quiz",
    "ja_comparing",
    "ja_presenting",
    "en_quiz",
    "en_comparing",
    "en_presenting",
    "rehearsal",
    "bringNow",
    "MAX_NOTES",
    "docs/size.md",
    "first.txt",
];

const PHRASES: [&str; 10] = [
    "are told in",
    "form is told",
    "format is told",
    "wasm is told",
    "come with the rest",
    "comes with the rest",
    "stand beside it",
    "stands beside it",
    "is spoken of",
    "what is brought",
];

/// The folders and files that are held against the lists.
const PLACES: [&str; 17] = [
    "src",
    "xtask/src",
    "reader",
    "prerender",
    "cards",
    "colours",
    "minifier",
    "server",
    "styles",
    "tests/native",
    "tests/browser",
    "docs",
    "README.md",
    "ARCHITECTURE.md",
    "CONTRIBUTING.md",
    "CHANGELOG.md",
    "index.html",
];

const KINDS: [&str; 7] = ["rs", "js", "css", "md", "html", "toml", "txt"];

fn gather(path: &Path, files: &mut Vec<PathBuf>) {
    if path.is_dir() {
        for entry in fs::read_dir(path).unwrap().flatten() {
            gather(&entry.path(), files);
        }
    } else if path.extension().is_some_and(|kind| KINDS.iter().any(|known| kind == *known)) {
        files.push(path.to_owned());
    }
}

/// Whether a text has a name as a whole word: no letter, digit or `_` stands beside it.
fn has_word(text: &str, name: &str) -> bool {
    let is_part = |c: char| c.is_alphanumeric() || c == '_';
    text.match_indices(name).any(|(at, _)| {
        let before = text[..at].chars().next_back().is_some_and(is_part);
        let after = text[at + name.len()..].chars().next().is_some_and(is_part);
        !(before || after && name.ends_with(is_part))
    })
}

/// What of the lists a text has.
fn forbidden(text: &str) -> Vec<&'static str> {
    let names = NAMES.into_iter().filter(|name| has_word(text, name));
    names.chain(PHRASES.into_iter().filter(|phrase| text.contains(phrase))).collect()
}

#[test]
fn names_and_phrases_that_were_replaced_stay_away() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut files = Vec::new();
    for place in PLACES {
        gather(&root.join(place), &mut files);
    }
    files.retain(|file| !file.ends_with(Path::new("tests/native/names.rs")));
    assert!(files.len() > 300, "{} files", files.len());
    for file in files {
        let text = fs::read_to_string(&file).unwrap();
        let path = file.strip_prefix(root).unwrap().display().to_string();
        let found = forbidden(&[path.as_str(), text.as_str()].concat());
        assert_eq!(found, [""; 0], "{path}");
    }
}

#[test]
fn a_name_is_found_as_a_word() {
    assert_eq!(forbidden("use crate::judge::items;"), ["judge"]);
    assert_eq!(forbidden("prejudge, judgement, judge_all"), [""; 0]);
    assert_eq!(forbidden("Limits are told in a table."), ["are told in"]);
}
