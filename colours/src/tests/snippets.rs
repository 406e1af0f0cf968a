//! For each language a text as it would stand on a slide, and its pieces: `snippets/LANGUAGE.txt`. With
//! `UPDATE_FIXTURES=1` the pieces are written as they are now.

use std::path::PathBuf;
use std::{env, fs};

use super::shown;

const MARK: &str = "=== expected ===\n";

/// The name, path, text and expected pieces of each.
fn all() -> Vec<(String, PathBuf, String, String)> {
    let directory = concat!(env!("CARGO_MANIFEST_DIR"), "/src/tests/snippets");
    let entries = fs::read_dir(directory).unwrap().map(|entry| entry.unwrap().path());
    let snippet = |path: PathBuf| {
        let content = fs::read_to_string(&path).unwrap();
        let (text, expected) = content.split_once(MARK).unwrap_or((&content, ""));
        let name = path.file_stem().unwrap().to_str().unwrap().to_owned();
        (name, path, text.to_owned(), expected.to_owned())
    };
    entries.map(snippet).collect()
}

/// The texts of all snippets.
pub fn texts() -> Vec<String> {
    all().into_iter().map(|(_, _, text, _)| text).collect()
}

#[test]
fn snippets_have_the_expected_pieces() {
    let mut wrong = Vec::new();
    for (language, path, text, expected) in all() {
        let shown = shown(&language, &text);
        if env::var_os("UPDATE_FIXTURES").is_some() {
            fs::write(path, format!("{text}{MARK}{shown}")).unwrap();
        } else if shown != expected {
            wrong.push(format!("--- {language}\n{shown}"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.concat());
}

#[test]
fn each_language_has_its_names() {
    let names = "yaml yml json jsonc toml hcl tf terraform bash sh shell console rust rs go python py javascript js \
                 jsx typescript ts";
    for name in names.split(' ') {
        assert!(crate::colours(name, "").is_some(), "{name}");
    }
    for name in ["", " ", "yaml json", "text", "YAML", "é"] {
        assert_eq!(crate::colours(name, "a"), None, "{name}");
    }
}
