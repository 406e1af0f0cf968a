//! The Nu HTML checker on all pages of the site. What it says without reason is left aside, each with why.

use std::path::Path;
use std::process::Command;

use anyhow::{Context, Result};
use serde::Deserialize;

use super::Finding;
use super::page::Page;
use crate::run::{find, output};
use crate::{system, test};

const CHECKER: (&str, &str) = ("vnu-jar", "26.9.27");

/// What is left aside: a part of the message, a part of the place that is quoted, and why.
const LEFT_ASIDE: [(&str, &str, &str); 11] = [
    (
        "at-rule “@container”",
        "",
        "Container queries are in all browsers since 2023; its CSS parser doesn't know them.",
    ),
    ("“container”: Property", "", "As above."),
    ("Unknown dimension", "cq", "The units `cqw` and `cqh` belong to container queries."),
    ("CSS: “width”: Parse Error", "cq", "As above, within `min()` and `max()`."),
    ("CSS: “height”: Parse Error", "cq", "As above."),
    ("CSS: “font-size”: Parse Error", "cq", "As above."),
    ("CSS: “font-size”: Parse Error", "var(--fit", "As above: what is quoted ends before the unit."),
    ("CSS: “padding”: Parse Error", "cq", "As above."),
    ("CSS: Parse Error", "::part(", "Parts of shadow trees are in all browsers since 2020."),
    ("Property “vector-effect”", "", "A property of SVG 2, which all browsers have."),
    (
        "Consider using the “h1” element as a top-level heading only",
        "<h1>",
        "One slide is seen at a time, and the deck's name, out of sight, is the heading of all; where all slides are seen, it is not displayed.",
    ),
];

#[derive(Deserialize)]
struct Report {
    messages: Vec<Message>,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Message {
    url: Option<String>,
    last_line: Option<u64>,
    #[serde(rename = "message")]
    said: String,
    extract: Option<String>,
}

/// Runs the checker.
pub fn check(pages: &[Page]) -> Result<Finding> {
    let java = ensure_java()?;
    let checker = test::package(CHECKER.0, CHECKER.1, |_| Ok(()))?;
    let mut command = Command::new(java);
    command.args(["-Xss4m", "-jar"]).arg(checker.join("build/dist/vnu.jar"));
    command.args(["--format", "json", "--stdout", "--exit-zero-always"]);
    let printed = output(command.args(pages.iter().map(|page| &page.file)))?;
    let report: Report = serde_json::from_str(&printed).context("the checker did not print JSON")?;
    Ok(finding(pages.len(), &report))
}

fn ensure_java() -> Result<std::path::PathBuf> {
    if find(&["java"]).is_none() {
        system::install("the Nu HTML checker runs in Java", &["default-jre-headless"], "Java 17 or newer")?;
    }
    find(&["java"]).context("`java` is still not on PATH")
}

fn finding(pages: usize, report: &Report) -> Finding {
    let (aside, told): (Vec<_>, Vec<_>) = report.messages.iter().partition(|message| is_left_aside(message));
    let result = format!("{pages} pages, {} remarks left aside", aside.len());
    Finding {
        name: "HTML (Nu)".to_owned(),
        result,
        faults: told.into_iter().map(line).collect(),
        ..Finding::default()
    }
}

fn is_left_aside(message: &Message) -> bool {
    let quoted = message.extract.as_deref().unwrap_or_default();
    LEFT_ASIDE.iter().any(|(said, place, _)| message.said.contains(said) && quoted.contains(place))
}

fn line(message: &Message) -> String {
    let file = message.url.as_deref().unwrap_or_default().trim_start_matches("file:");
    let name = Path::new(file).components().rev().take(3).collect::<Vec<_>>();
    let name: Vec<_> = name.iter().rev().map(|part| part.as_os_str().to_string_lossy()).collect();
    let at = message.last_line.map(|line| format!(":{line}")).unwrap_or_default();
    let extract = message.extract.as_deref().unwrap_or_default().trim().replace('\n', " ");
    format!("{}{at}: {} ({extract})", name.join("/"), message.said)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn remarks_without_reason_are_counted_and_others_told() -> Result<()> {
        let report: Report = serde_json::from_str(
            r#"{"messages":[{"type":"error","url":"file:/a/dist/en/index.html","lastLine":3,"message":"Bad value.","extract":"<p\n>"},
                {"type":"error","message":"CSS: Unrecognized at-rule “@container”"}]}"#,
        )?;
        let found = finding(2, &report);
        assert_eq!(found.result, "2 pages, 1 remarks left aside");
        assert_eq!(found.faults, ["dist/en/index.html:3: Bad value. (<p >)"]);
        Ok(())
    }

    #[test]
    fn each_has_its_reason() {
        assert!(LEFT_ASIDE.iter().all(|(said, _, why)| said.len() > 8 && why.ends_with('.')));
    }
}
