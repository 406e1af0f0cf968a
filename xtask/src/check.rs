//! `cargo xtask check`: what reading decks has to say about them, and which of their claims are due for review.
//!
//! The reader is much to compile. It is behind the feature `check`; without it this command starts itself anew with
//! the feature, so that the first `serve` doesn't wait for it.

#[cfg(feature = "check")]
mod deck;
#[cfg(feature = "check")]
mod report;

use std::path::PathBuf;

use anyhow::Result;
use clap::Args;

#[derive(Args)]
pub struct Check {
    /// The decks; without any, all of `content`.
    files: Vec<PathBuf>,
    /// The day on which review is judged: YYYY, YYYY-MM or YYYY-MM-DD; a month or a year stands for its last day.
    /// Today, in UTC, if it isn't given.
    #[arg(long, value_name = "DATE")]
    on: Option<String>,
    /// Writes one JSON document instead.
    #[arg(long)]
    json: bool,
    /// Lists the claims that are due for review, and fails if there is one.
    #[arg(long)]
    stale: bool,
}

#[cfg(feature = "check")]
impl Check {
    pub fn run(&self) -> Result<()> {
        let day = report::day(self.on.as_deref())?;
        let files = if self.files.is_empty() { report::shipped()? } else { self.files.clone() };
        let checked = report::check(&files, day);
        if self.json {
            println!("{}", checked.json(day)?);
        } else {
            print!("{}", checked.text(self.stale));
        }
        checked.result(self.stale)
    }
}

#[cfg(not(feature = "check"))]
impl Check {
    pub fn run(&self) -> Result<()> {
        let again = ["run", "--quiet", "--package", "xtask", "--features", "check", "--", "check"];
        let mut again = crate::run::cargo(&again);
        for file in &self.files {
            again.arg(std::path::absolute(file)?);
        }
        if let Some(on) = &self.on {
            again.arg("--on").arg(on);
        }
        again.args(self.json.then_some("--json")).args(self.stale.then_some("--stale"));
        crate::run::run(&mut again)
    }
}
