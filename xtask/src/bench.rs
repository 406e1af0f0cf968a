//! `cargo xtask bench`: our page beside a static page with the same content, measured in Chromium over the DevTools
//! protocol, by turns; and what only our page has, beside what it may take. Which quantities there are is decided in
//! `plan.rs`; how each is measured stands in its own file.
//!
//! What drives a browser is much to compile. It is behind the feature `bench`; without it this command starts itself
//! anew with the feature.

#[cfg(feature = "bench")]
mod browser;
#[cfg(feature = "bench")]
mod capture;
#[cfg(feature = "bench")]
mod change;
#[cfg(feature = "bench")]
mod comparing;
#[cfg(feature = "bench")]
mod large;
#[cfg(feature = "bench")]
mod load;
#[cfg(feature = "bench")]
mod numbers;
#[cfg(feature = "bench")]
mod overview;
#[cfg(feature = "bench")]
mod page;
#[cfg(feature = "bench")]
mod plan;
#[cfg(feature = "bench")]
mod report;
#[cfg(feature = "bench")]
mod search;

use std::path::PathBuf;

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
}

#[cfg(feature = "bench")]
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

#[cfg(not(feature = "bench"))]
impl Bench {
    pub fn run(&self) -> Result<()> {
        let mut again =
            crate::run::cargo(&["run", "--package", "xtask", "--features", "bench", "--", "bench"]);
        for (name, times) in [
            ("--rounds", self.times.rounds),
            ("--loads", self.times.loads),
            ("--overviews", self.times.overviews),
            ("--searches", self.times.searches),
            ("--comparisons", self.times.comparisons),
        ] {
            again.arg(name).arg(times.to_string());
        }
        again.args(self.no_build.then_some("--no-build"));
        if let Some(file) = &self.json {
            again.arg("--json").arg(std::path::absolute(file)?);
        }
        crate::run::run(&mut again)
    }
}
