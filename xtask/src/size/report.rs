//! What `cargo xtask size` shows: the numbers put together, as text for people and as JSON for programs.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result};
use serde::Serialize;

use super::crates::{Share, shares};
use super::files::{Bytes, SiteFile, early_script, measure};
use super::{budget, wasm};
use crate::table::{aligned, thousands};
use crate::{pages, site};

#[derive(Serialize)]
pub struct Report {
    files: Vec<SiteFile>,
    /// All files.
    all: Bytes,
    /// Everything that is fetched to show and use the first slide.
    first_load: Bytes,
    /// Wasm, JavaScript and style sheets.
    budgeted: Bytes,
    /// What `budgeted` may be at most, in bytes of brotli.
    budget: u64,
    /// The page with its deck and styles: all that is loaded where no script runs.
    reading: Bytes,
    /// The script in it.
    early: Bytes,
    /// What the program that reads Markdown may be.
    reader_budget: u64,
    /// What `reading` may be.
    reading_budget: u64,
    /// The wasm by crate, in raw bytes.
    crates: Vec<Share>,
}

/// The script in the page, by its name in the sources.
const EARLY: &str = "in the page: src/shell/early.js";

impl Report {
    /// Measures the site in `directory`.
    pub fn of(directory: &Path) -> Result<Self> {
        let files = measure(directory)?;
        let sum = |counts: fn(&SiteFile) -> bool| {
            files.iter().filter(|file| counts(file)).map(|file| file.bytes).sum()
        };
        let (all, first_load) = (sum(|_| true), sum(SiteFile::is_first_load));
        let budgeted = sum(SiteFile::is_budgeted);
        let most = budget::read()?;
        Ok(Self {
            all,
            first_load,
            budgeted,
            budget: most.program,
            reading: sum(SiteFile::is_for_reading),
            early: early_script(directory)?,
            reader_budget: most.reader,
            reading_budget: most.page,
            crates: crates()?,
            files,
        })
    }

    pub fn json(&self) -> Result<String> {
        serde_json::to_string_pretty(self).context("the sizes can't be written as JSON")
    }

    pub fn text(&self) -> String {
        format!(
            "Bytes by file\n\n{}\nThe wasm by crate, in raw bytes, by the names of its functions\n\n{}\n{}\n",
            self.files_table(),
            self.crates_table(),
            self.verdict()
        )
    }

    /// A sentence if the site is over the budget, or the loader over its own.
    pub fn over_budget(&self) -> Option<String> {
        let sizes = self.files.iter().map(|file| (file.path.as_str(), file.bytes.brotli));
        let mut sizes = sizes.chain([(EARLY, self.early.brotli)]);
        let reader = self.files.iter().find(|file| pages::is_reader(Path::new(&file.path)));
        budget::over(self.budgeted.brotli, self.budget)
            .or_else(|| sizes.find_map(|(path, size)| budget::script_over(path, size)))
            .or_else(|| budget::reading_over(self.reading.brotli, self.reading_budget))
            .or_else(|| budget::reader_over(reader?.bytes.brotli, self.reader_budget))
    }

    fn files_table(&self) -> String {
        let head = ["", "raw", "gzip", "brotli"].map(str::to_owned).to_vec();
        let files = self.files.iter().map(|file| row(&label(file), file.bytes));
        let sums = [
            row("all files", self.all),
            row(EARLY, self.early),
            row("where no script runs (page with its deck and styles)", self.reading),
            row("first load (page with its deck, program)", self.first_load),
            row("budgeted (wasm, JS, CSS)", self.budgeted),
        ];
        aligned(&[head].into_iter().chain(files).chain([Vec::new()]).chain(sums).collect::<Vec<_>>())
    }

    fn crates_table(&self) -> String {
        let all: u64 = self.crates.iter().map(|share| share.raw).sum();
        let rows = self
            .crates
            .iter()
            .map(|share| vec![share.name.clone(), thousands(share.raw), percent(share.raw, all)]);
        aligned(&rows.collect::<Vec<_>>())
    }

    fn verdict(&self) -> String {
        let (used, budget) = (self.budgeted.brotli, self.budget);
        format!(
            "Budget: {} of {} bytes in brotli ({})",
            thousands(used),
            thousands(budget),
            percent(used, budget)
        )
    }
}

/// A file's line. What isn't counted although it is wasm says why.
fn label(file: &SiteFile) -> String {
    let why = file.when_late().map(|why| format!(" ({why})")).unwrap_or_default();
    format!("{}{why}", file.path)
}

fn row(name: &str, bytes: Bytes) -> Vec<String> {
    vec![name.to_owned(), thousands(bytes.raw), thousands(bytes.gzip), thousands(bytes.brotli)]
}

/// `part` of `whole`, with one decimal.
fn percent(part: u64, whole: u64) -> String {
    let tenths = (part * 1000 + whole / 2).checked_div(whole).unwrap_or(0);
    format!("{}.{} %", tenths / 10, tenths % 10)
}

fn crates() -> Result<Vec<Share>> {
    let path = site::named_wasm();
    let bytes = fs::read(&path).with_context(|| {
        format!("{} is missing; run `cargo xtask size` without --no-build", path.display())
    })?;
    Ok(shares(&wasm::parts(&bytes)?))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn report(brotli: u64) -> Report {
        let bytes = Bytes { raw: 4000, gzip: 1500, brotli };
        let files = vec![SiteFile { path: "a_bg.wasm".to_owned(), bytes }];
        let crates =
            vec![Share { name: "yew".to_owned(), raw: 3000 }, Share { name: "core".to_owned(), raw: 1000 }];
        Report {
            files,
            all: bytes,
            first_load: bytes,
            budgeted: bytes,
            budget: 1400,
            reading: Bytes::default(),
            early: Bytes::default(),
            reader_budget: 1000,
            reading_budget: 1000,
            crates,
        }
    }

    #[test]
    fn the_text_shows_files_crates_and_the_budget() {
        let text = report(1234).text();
        assert!(
            text.lines()
                .any(|line| line.starts_with("a_bg.wasm  ") && line.ends_with("4,000  1,500   1,234")),
            "{text}"
        );
        assert!(text.contains("yew   3,000  75.0 %\n"), "{text}");
        assert!(text.contains("Budget: 1,234 of 1,400 bytes in brotli (88.1 %)"), "{text}");
    }

    #[test]
    fn wasm_that_is_not_counted_says_why() {
        let file = |path: &str| label(&SiteFile { path: path.to_owned(), bytes: Bytes::default() });
        assert_eq!(file("embed/1/colours.wasm"), "embed/1/colours.wasm (loaded when a deck has code)");
        assert_eq!(file("kurabe-0_bg.wasm"), "kurabe-0_bg.wasm");
    }

    #[test]
    fn the_budget_is_about_brotli() {
        assert_eq!(report(1400).over_budget(), None);
        assert!(report(1401).over_budget().is_some());
        let mut loader = report(1);
        loader.files[0].path = "embed/kurabe.js".to_owned();
        loader.files[0].bytes.brotli = 2000;
        assert_eq!(loader.over_budget(), None);
        loader.files[0].bytes.brotli = 2001;
        assert!(loader.over_budget().is_some_and(|said| said.contains("2,001")));
        loader.files[0].path = "embed/1/reader.wasm".to_owned();
        assert!(loader.over_budget().is_some_and(|said| said.contains("reader.wasm")));
        loader.files[0].path = "embed/frame.js".to_owned();
        loader.files[0].bytes.brotli = 1001;
        assert!(loader.over_budget().is_some());
    }

    #[test]
    fn the_json_has_the_same_numbers() -> Result<()> {
        let json: serde_json::Value = serde_json::from_str(&report(1234).json()?)?;
        assert_eq!((&json["files"][0]["brotli"], &json["budgeted"]["gzip"]), (&1234.into(), &1500.into()));
        Ok(())
    }
}
