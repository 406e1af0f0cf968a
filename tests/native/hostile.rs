//! Decks that nobody would write: reading them must neither panic nor take long.

use crate::decks::{fixtures, parts};
use kurabe::read::read;
use proptest::prelude::*;
use proptest::test_runner::{Config, TestRunner};

#[test]
fn every_prefix_of_every_fixture_is_read() {
    for path in fixtures() {
        let (source, _) = parts(&path);
        for (end, _) in source.char_indices() {
            read(&source[..end]);
        }
    }
}

/// A change to a deck: at a place, some characters go and a piece comes.
type Change = (prop::sample::Index, usize, &'static str);

const PIECES: [&str; 34] = [
    "---\n",
    "\n---\n",
    "# A\n",
    "## ",
    "### EKS\n",
    "- ",
    "* ",
    "- [x] ",
    "- [ ]　",
    "`#a ..2021` ",
    "`",
    "``",
    "<!--",
    "-->",
    "**「",
    "」**",
    "[^1]",
    "[^1]: x\n",
    "[a](javascript:x)",
    "\n\n",
    "\t",
    "    ",
    "> ",
    "|",
    "|-|\n",
    "\r\n",
    "\u{feff}",
    "sides:\n  - {id: a",
    "é\u{301}",
    "💥",
    "\0",
    "gke +3",
    "```kurabe x\n",
    "https://x",
];

#[test]
fn ten_thousand_mutated_decks_are_read() {
    let sources: Vec<Vec<char>> = fixtures().iter().map(|path| parts(path).0.chars().collect()).collect();
    let change = (any::<prop::sample::Index>(), 0..20_usize, prop::sample::select(PIECES.to_vec()));
    let strategy = (prop::sample::select(sources), prop::collection::vec(change, 1..6));
    let mut runner =
        TestRunner::new(Config { cases: 10_000, failure_persistence: None, ..Config::default() });
    runner
        .run(&strategy, |(mut source, changes): (Vec<char>, Vec<Change>)| {
            for (place, gone, piece) in changes {
                let at = place.index(source.len() + 1);
                let end = (at + gone).min(source.len());
                source.splice(at..end, piece.chars());
            }
            let text: String = source.into_iter().collect();
            let parsed = read(&text);
            for found in &parsed.diagnostics {
                prop_assert!(text.get(found.span.start..found.span.end).is_some(), "{found:?}");
            }
            Ok(())
        })
        .unwrap();
}

#[test]
fn deep_nesting_is_flattened() {
    for piece in ["> ", "- ", "* 1. ", "[", "**a _", "![", "<!-- "] {
        read(&piece.repeat(20_000));
    }
    let parsed = read(&format!("{}x", "> ".repeat(200)));
    assert!(parsed.diagnostics.iter().any(|found| found.code() == "too-deep"));
}

/// Reading twice the text takes about twice the steps. Measured as instructions would be too
/// heavy here; a quadratic reader would take minutes over these texts and be noticed.
#[test]
fn long_texts_of_one_kind_are_read() {
    let pieces = [
        "<b>",
        "[^x]",
        "<!-- a -->",
        "`#a ..x` ",
        "*「",
        "https://a)",
        "[a](#nowhere) ",
        "- `#a replaces:b ..2021` x\n",
        "## A\n\n---\n\n",
        "a\n---\n",
        "| a ",
        "`gke +1` ",
        "http",
        "<!--",
        "x: y\n",
        "![",
        "\\*「",
        "](",
        "&#10;",
        "---\n\n",
    ];
    for piece in pieces {
        read(&piece.repeat(100_000 / piece.len()));
        read(&format!(
            "---\nsides: [{{id: gke}}, {{id: eks}}]\n---\n### GKE\n{}",
            piece.repeat(50_000 / piece.len())
        ));
    }
}

/// The lines of a comment in a quote or list stand in the source with marks before them. Their places
/// must not fall into the middle of a character.
#[test]
fn comments_in_quotes_and_lists_are_read() {
    for filler in ["あ", "ああ", "aあ", "aaあ"] {
        for mark in [">", "> ", ">> ", "- [x] ", "   > "] {
            let lines = ["<!--", "- あ", "*「い」*", "topc: う", "[^1]", "--> え", "<b>お</b> --> か"];
            let first = format!("{mark}{filler}\n");
            let quoted = lines.map(|line| first.clone() + mark + line + "\n").concat();
            for text in [quoted.clone(), quoted.replace(&first, "")] {
                for found in read(&text).diagnostics {
                    assert!(text.get(found.span.start..found.span.end).is_some(), "{text:?}: {found:?}");
                }
            }
        }
    }
}

/// 3,000 claims, each of which replaces the one before.
fn chain(period: &str) -> String {
    let claims = (0..3000).map(|at| format!("- `#c{} {period} replaces:c{at}` x\n", at + 1));
    claims.collect::<Vec<_>>().concat()
}

/// Decks whose parts refer to each other many times.
#[test]
fn decks_that_refer_to_themselves_are_read() {
    let sides = "---\nsides: [{id: gke}, {id: eks}]\n---\n### GKE\n";
    let cited =
        format!("{sides}{}\n[^1]: {}\n", "- a[^1]\n".repeat(4000), "[l](https://a.example/x) ".repeat(4000));
    let chain = chain("2021..");
    let comments = format!("{}{}", "<!-->a".repeat(20_000), "b".repeat(100_000));
    let many_sides = format!("---\nsides: [{}]\n---\n", "{id: a}, {id: b}, ".repeat(4000));
    for deck in [cited, format!("{sides}{chain}"), comments, many_sides] {
        read(&deck);
    }
}

#[test]
fn a_long_chain_of_replacements_is_judged() {
    let chain = chain("..2021");
    let deck = format!("---\nsides: [{{id: gke}}, {{id: eks}}]\n---\n### GKE\n{chain}");
    assert_eq!(crate::play::play(&deck, []).tables.items.items.len(), 3000);
}
