//! `cargo xtask bench`: our page beside a static page with the same content, measured in Chromium over the DevTools
//! protocol, by turns; and what only our page has, beside what it may take. Which quantities there are is decided in
//! `plan.rs`; how each is measured stands in its own file.

mod browser;
mod capture;
mod change;
mod comparing;
mod embedding;
mod large;
mod load;
mod numbers;
mod overview;
pub mod page;
mod plan;
mod report;
mod search;

use std::path::PathBuf;

pub use browser::Tab;

use anyhow::Result;
use clap::Args;

#[derive(Args)]
pub struct Bench {
    /// Writes the numbers into this file as JSON, besides the table.
    #[arg(long, value_name = "FILE")]
    json: Option<PathBuf>,
    #[command(flatten)]
    times: Times,
    /// Measures what is in `dist/` without building it first.
    #[arg(long)]
    no_build: bool,
}

/// How often each quantity is measured.
#[derive(Args, Clone, Copy)]
pub struct Times {
    /// How often each page is walked through.
    #[arg(long, default_value_t = 5)]
    pub rounds: usize,
    /// How often each page is loaded.
    #[arg(long, default_value_t = 7)]
    pub loads: usize,
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
        let report = plan::measure(&site, self.times)?;
        print!("{}", report.text());
        match &self.json {
            Some(file) => report.write(file),
            None => Ok(()),
        }
    }
}
