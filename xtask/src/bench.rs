//! `cargo xtask bench`: our page beside a static page with the same content and beside what other programs make of the
//! same Markdown, measured in Chromium over the DevTools protocol, by turns; and what only our page has, beside what it
//! may take. Which parts there are is decided in `part.rs`, their order in `plan.rs`; how each is measured stands in its
//! own file.

mod beside;
mod browser;
mod capture;
mod change;
mod comparing;
mod embedding;
mod grown;
mod large;
mod load;
mod marp;
mod memory;
mod numbers;
mod overview;
mod own;
pub mod page;
mod part;
mod peers;
mod plan;
mod quantity;
mod report;
mod reveal;
mod search;
mod sites;
mod traffic;

use std::path::PathBuf;

use anyhow::Result;
use clap::Args;

pub use browser::Tab;
use part::Part;

/// The deck that is measured.
const DECK: &str = "gke-eks.ja.md";

#[derive(Args)]
pub struct Bench {
    /// Measures these parts alone, such as `load,change`; without it all of them, which takes
    /// about half an hour.
    #[arg(long, value_enum, value_delimiter = ',', value_name = "PARTS")]
    only: Vec<Part>,
    /// Writes the numbers into this file as JSON, besides the table.
    #[arg(long, value_name = "FILE")]
    json: Option<PathBuf>,
    /// Measures the release site in this directory, too, by turns with ours: one that was built before a change.
    #[arg(long, value_name = "DIRECTORY")]
    before: Option<PathBuf>,
    #[command(flatten)]
    times: Times,
    /// Measures what is in `dist/` without building it first.
    #[arg(long)]
    no_build: bool,
}

/// How often each quantity is measured.
#[derive(Args, Clone, Copy)]
pub struct Times {
    /// How often each page is walked through; a walk through the talk has 47 changes.
    #[arg(long, default_value_t = 5)]
    pub rounds: usize,
    /// How often each page is loaded.
    #[arg(long, default_value_t = 9)]
    pub loads: usize,
    /// How often each deck of each size is loaded for its first paint, and opened in a new browser for its memory.
    #[arg(long, default_value_t = 3)]
    pub memories: usize,
    /// How often the overview is opened.
    #[arg(long, default_value_t = 20)]
    pub overviews: usize,
    /// How often the deck of 1,000 slides is loaded and searched.
    #[arg(long, default_value_t = 3)]
    pub searches: usize,
    /// How often the matrix is opened, the lens moved and the matrix filtered, on each of two decks.
    #[arg(long, default_value_t = 30)]
    pub comparisons: usize,
    /// How often each of the articles with a deck is visited.
    #[arg(long, default_value_t = 7)]
    pub visits: usize,
}

impl Bench {
    pub fn run(&self) -> Result<()> {
        let site = if self.no_build { crate::paths::dist() } else { crate::dist::build()? };
        let report = plan::measure(&site, self.before.as_deref(), self.times, &Part::asked(&self.only))?;
        print!("{}", report.text());
        match &self.json {
            Some(file) => report.write(file),
            None => Ok(()),
        }
    }
}
