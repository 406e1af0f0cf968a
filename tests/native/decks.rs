//! Fixtures: decks with what is expected of them behind a line `=== expected ===`.
//!
//! Expected are the diagnostics (code, position and the text they point at) and the outline of the
//! deck. `UPDATE_FIXTURES=1` writes them anew; review the difference.

use crate::outline::outline;
use kurabe::diagnostic::bytes::{from_bytes, to_bytes};
use kurabe::diagnostic::{Diagnostic, Parsed};
use kurabe::model::deck::Deck;
use kurabe::read::read;
use std::collections::BTreeSet;
use std::fmt::Write;
use std::path::{Path, PathBuf};

const MARK: &str = "\n=== expected ===\n";

pub fn fixtures() -> Vec<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures");
    let mut paths: Vec<PathBuf> =
        std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    paths.retain(|path| path.extension().is_some_and(|ending| ending == "md"));
    paths.sort();
    paths
}

/// The deck of a fixture and what is expected of it. `\r` and `\u{feff}` are written as such in
/// fixtures whose name says so.
pub fn parts(path: &Path) -> (String, String) {
    let text = std::fs::read_to_string(path).unwrap();
    let (deck, expected) = text.split_once(MARK).unwrap_or((&text, ""));
    let name = path.file_stem().unwrap().to_str().unwrap();
    let mut deck = deck.to_owned();
    if name.contains("crlf") {
        deck = deck.replace('\n', "\r\n");
    }
    if name.contains("bom") {
        deck.insert(0, '\u{feff}');
    }
    (deck, expected.to_owned())
}

fn described(source: &str, parsed: &Parsed<Deck>) -> String {
    let mut text = String::new();
    for diagnostic in &parsed.diagnostics {
        let place = diagnostic.span.of(source).lines().next().unwrap_or_default();
        writeln!(text, "{} {}:{} `{place}`", diagnostic.code(), diagnostic.line, diagnostic.column).unwrap();
    }
    text + outline(&parsed.value).as_str()
}

#[test]
fn every_fixture_is_read_as_expected() {
    let mut wrong = Vec::new();
    for path in fixtures() {
        let (source, expected) = parts(&path);
        let found = described(&source, &read(&source));
        if found.trim_end() == expected.trim_end() {
            continue;
        }
        if std::env::var_os("UPDATE_FIXTURES").is_some() {
            let text = std::fs::read_to_string(&path).unwrap();
            let deck = text.split_once(MARK).map_or(text.as_str(), |(deck, _)| deck);
            std::fs::write(&path, format!("{deck}{MARK}{found}")).unwrap();
        } else {
            wrong.push(format!("{}:\n--- expected\n{expected}\n--- found\n{found}", path.display()));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n\n"));
}

#[test]
fn every_diagnostic_has_a_fixture() {
    let shown: BTreeSet<&str> = fixtures()
        .iter()
        .flat_map(|path| read(&parts(path).0).diagnostics.iter().map(Diagnostic::code).collect::<Vec<_>>())
        .collect();
    let source = include_str!("../../src/diagnostic.rs");
    let codes =
        source.lines().filter_map(|line| line.split_once("=> (\"")?.1.split_once('"').map(|(code, _)| code));
    let missing: Vec<&str> = codes.filter(|code| !shown.contains(code)).collect();
    assert!(missing.is_empty(), "no fixture for {missing:?}");
    assert!(shown.len() >= 40);
}

#[test]
fn every_deck_survives_its_bytes() {
    for path in fixtures() {
        let parsed = read(&parts(&path).0);
        assert_eq!(from_bytes(&to_bytes(&parsed)), Ok(parsed), "{}", path.display());
    }
}

#[test]
fn spans_lie_in_the_text() {
    for path in fixtures() {
        let (source, _) = parts(&path);
        for found in read(&source).diagnostics {
            assert!(source.get(found.span.start..found.span.end).is_some(), "{}: {found:?}", path.display());
        }
    }
}
