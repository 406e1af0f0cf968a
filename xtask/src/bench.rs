//! `cargo xtask bench`: our page beside a static page with the same content, measured in Chromium over the DevTools
//! protocol, by turns. Which quantities there are is decided here; how each is measured stands in its own file.
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
mod load;
#[cfg(feature = "bench")]
mod numbers;
#[cfg(feature = "bench")]
mod page;
#[cfg(feature = "bench")]
mod plan;
#[cfg(feature = "bench")]
mod report;

use std::path::PathBuf;

use anyhow::Result;
use clap::Args;

#[derive(Args)]
pub struct Bench {
    /// Writes the numbers into this file as JSON, besides the table.
    #[arg(long, value_name = "FILE")]
    json: Option<PathBuf>,
    /// How often each page is walked through.
    #[arg(long, default_value_t = 5)]
    rounds: usize,
    /// How often each page is loaded.
    #[arg(long, default_value_t = 7)]
    loads: usize,
    /// Measures what is in `dist/` without building it first.
    #[arg(long)]
    no_build: bool,
}

#[cfg(feature = "bench")]
impl Bench {
    pub fn run(&self) -> Result<()> {
        let site = if self.no_build { crate::paths::dist() } else { crate::dist::build()? };
        let report = plan::measure(&site, self.rounds, self.loads)?;
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
        again.arg("--rounds").arg(self.rounds.to_string()).arg("--loads").arg(self.loads.to_string());
        again.args(self.no_build.then_some("--no-build"));
        if let Some(file) = &self.json {
            again.arg("--json").arg(std::path::absolute(file)?);
        }
        crate::run::run(&mut again)
    }
}
