//! All decks that are checked: as people read it, as JSON, and whether it is a failure.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};
use kurabe::diagnostic::Severity;
use kurabe::model::date::{Date, PartialDate};
use kurabe::words::Language;
use serde_json::{Value, json};

use super::deck::CheckedDeck;
use crate::paths;
use crate::today::today;

/// The decks that were read, and what is wrong with the other files.
#[derive(Default)]
pub struct Report {
    pub decks: Vec<CheckedDeck>,
    pub unreadable: Vec<String>,
}

/// The decks of `content`, in the order of their names.
pub fn shipped() -> Result<Vec<PathBuf>> {
    let content = paths::root().join("content");
    let entries = fs::read_dir(&content).with_context(|| format!("can't read {}", content.display()))?;
    let mut files: Vec<PathBuf> = entries.filter_map(|entry| Some(entry.ok()?.path())).collect();
    files.retain(|file| file.extension().is_some_and(|ending| ending == "md"));
    files.sort();
    Ok(files)
}

/// The day that was asked for, else today.
pub fn day(on: Option<&str>) -> Result<Date> {
    let text = on.map_or_else(today, str::to_owned);
    match PartialDate::parse(&text) {
        Some(date) => Ok(date.last_day()),
        None => bail!("`{text}` is no date: write YYYY, YYYY-MM or YYYY-MM-DD, as in --on 2027-11"),
    }
}

/// Reads all files that can be read.
pub fn check(files: &[PathBuf], day: Date) -> Report {
    let mut report = Report::default();
    for file in files {
        let name = name(file);
        match fs::read_to_string(file) {
            Ok(source) => report.decks.push(CheckedDeck::read(name, source, day)),
            Err(error) => report.unreadable.push(format!(
                "{name} can't be read ({error}): give the path of a deck, a Markdown file in UTF-8\n"
            )),
        }
    }
    report
}

/// As people write it: counted from the project's folder, where the file is in it.
fn name(file: &Path) -> String {
    file.strip_prefix(paths::root()).unwrap_or(file).display().to_string()
}

impl Report {
    pub fn text(&self, with_due: bool) -> String {
        let mut text = String::new();
        for deck in &self.decks {
            text.push_str(&deck.diagnostics_text());
            for due in deck.due.iter().filter(|_| with_due) {
                text.push_str(&due.line(&deck.file));
            }
            text.push_str(&deck.summary());
        }
        text.extend(self.unreadable.iter().map(String::as_str));
        text
    }

    /// The format is documented in `docs/check.md`.
    pub fn json(&self, day: Date) -> Result<String> {
        let decks: Vec<Value> = self.decks.iter().map(deck_json).collect();
        let report =
            json!({ "version": 1, "on": day.to_string(), "decks": decks, "unreadable": self.unreadable });
        Ok(serde_json::to_string_pretty(&report)?)
    }

    /// A failure: an error in a deck, a file that can't be read, and, where that is asked for, a claim that is due.
    pub fn result(&self, with_due: bool) -> Result<()> {
        let errors: usize = self.decks.iter().map(|deck| deck.count(Severity::Error)).sum();
        let due: usize = self.decks.iter().map(|deck| deck.due.len()).sum();
        if errors > 0 {
            bail!("decks have errors: {errors}");
        }
        if !self.unreadable.is_empty() {
            bail!("files can't be read: {}", self.unreadable.len());
        }
        if with_due && due > 0 {
            bail!("claims are due for review: {due}");
        }
        Ok(())
    }
}

fn deck_json(deck: &CheckedDeck) -> Value {
    let diagnostics: Vec<Value> = deck
        .diagnostics
        .iter()
        .map(|diagnostic| {
            let sentence = diagnostic.sentence(Language::EN);
            json!({
                "code": diagnostic.code(),
                "severity": if diagnostic.severity() == Severity::Error { "error" } else { "warning" },
                "line": diagnostic.line,
                "column": diagnostic.column,
                "message": sentence.message,
                "help": sentence.help,
            })
        })
        .collect();
    json!({ "file": deck.file, "claims": deck.claims, "diagnostics": diagnostics, "due": deck.due })
}

#[cfg(test)]
mod tests {
    use super::*;

    const DECK: &str = "---\nsides: [{ id: a, name: A }, { id: b, name: B }]\nchecked: 2026-11-22\nreview-after: 12\n---\n\n\
                        ## Topic\n\n### A\n\n- `#plain` plain\n- `#gone ..2027-01` gone\n- no id @ all\n\n### B\n\n\
                        - `#fresh @2027-06-01` fresh\n- `#later 2030..` later\n";

    fn report(source: &str, day: &str) -> Report {
        let day = PartialDate::parse(day).expect("a date").last_day();
        Report {
            decks: vec![CheckedDeck::read("deck.md".into(), source.into(), day)],
            unreadable: Vec::new(),
        }
    }

    #[test]
    fn claims_are_due_from_their_day_on_while_they_hold() {
        assert_eq!(report(DECK, "2027-11-21").decks[0].due, []);
        let due = report(DECK, "2027-11-22");
        let lines: Vec<(u32, Option<&str>)> =
            due.decks[0].due.iter().map(|due| (due.line, due.id.as_deref())).collect();
        assert_eq!(lines, [(11, Some("plain")), (13, None)]);
        assert!(
            due.text(true)
                .contains("deck.md:11: #plain was checked on 2026-11-22 and is due since 2027-11-22\n")
        );
        assert!(due.text(true).contains("deck.md:13: \"no id @ all\" was checked"));
        assert!(!due.text(false).contains("was checked"));
        assert!(due.text(false).ends_with("deck.md: no problems, 5 claims, 2 due for review\n"));
        assert_eq!(report(DECK, "2028-06").decks[0].due.len(), 3);
    }

    #[test]
    fn it_fails_for_errors_and_for_what_is_due_where_that_is_asked_for() {
        let due = report(DECK, "2027-11-22");
        assert!(due.result(false).is_ok());
        assert_eq!(due.result(true).unwrap_err().to_string(), "claims are due for review: 2");
        let warned = report("---\nsidez: 1\n---\n\n## A\n\ntext\n", "2026");
        assert_eq!((warned.decks[0].diagnostics.len(), warned.result(true).is_ok()), (1, true));
        let broken = report("---\nmoments: [{ date: 2020-13, name: x }]\n---\n\n## A\n\ntext\n", "2026");
        assert_eq!(broken.result(false).unwrap_err().to_string(), "decks have errors: 1");
    }

    #[test]
    fn diagnostics_have_carets_below_the_place() {
        let text = report("---\nsidez: 1\n---\n\n## A\n\ntext\n", "2026").text(false);
        assert!(text.contains(" --> deck.md:2:1\n2 | sidez: 1\n  | ^^^^^"), "{text}");
        assert!(text.ends_with(
            "deck.md: 1 warning, 0 claims, review can't be due: `review-after` or `checked` is missing\n"
        ));
    }

    #[test]
    fn json_says_the_same() {
        let source = DECK.replace("checked:", "sidez: 1\nchecked:");
        let report = report(&source, "2027-11-22");
        let day = Date { year: 2027, month: 11, day: 22 };
        let json: Value = serde_json::from_str(&report.json(day).unwrap()).unwrap();
        assert_eq!((&json["version"], &json["on"]), (&json!(1), &json!("2027-11-22")));
        let deck = &json["decks"][0];
        assert_eq!(deck["due"][0]["id"], "plain");
        assert_eq!(deck["due"][0]["since"], "2027-11-22");
        assert_eq!(deck["diagnostics"].as_array().map(Vec::len), Some(report.decks[0].diagnostics.len()));
        assert_eq!(deck["diagnostics"][0]["line"], report.decks[0].diagnostics[0].line);
        assert_eq!(deck["claims"], report.decks[0].claims);
    }

    #[test]
    fn a_date_stands_for_its_last_day_and_what_is_none_is_told() {
        assert_eq!(day(Some("2028-02")).unwrap().to_string(), "2028-02-29");
        let error = day(Some("tomorrow")).unwrap_err().to_string();
        assert!(error.contains("`tomorrow` is no date: write YYYY, YYYY-MM or YYYY-MM-DD"), "{error}");
    }

    #[test]
    fn a_file_that_can_t_be_read_is_told_and_the_others_are_checked() {
        let files = [paths::root().join("content/missing.md"), shipped().unwrap().remove(0)];
        let report = check(&files, Date { year: 2026, month: 11, day: 22 });
        assert_eq!(report.decks.len(), 1);
        assert!(
            report.unreadable[0].starts_with("content/missing.md can't be read ("),
            "{:?}",
            report.unreadable
        );
        assert_eq!(report.result(false).unwrap_err().to_string(), "files can't be read: 1");
    }

    #[test]
    fn the_shipped_decks_have_no_problems() {
        let report = check(&shipped().unwrap(), Date { year: 2026, month: 11, day: 22 });
        assert_eq!(report.decks.len(), 2);
        for deck in &report.decks {
            assert_eq!(deck.diagnostics_text(), "");
            assert!(deck.claims > 150 && !deck.is_never_due, "{}", deck.summary());
        }
    }
}
