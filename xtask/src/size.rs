//! `cargo xtask size`: how large the release site is, by file, in all and by crate, and whether that is within the
//! budget. What counts as what is decided in `size/files.rs`, and a function's crate in `size/crates.rs`.

mod budget;
mod crates;
mod files;
mod report;
mod wasm;

use anyhow::{Result, bail};
use clap::Args;

use crate::{dist, paths};
use report::Report;

#[derive(Args)]
pub struct Size {
    /// Prints JSON instead of tables.
    #[arg(long)]
    json: bool,
    /// Measures what is in `dist/` without building it first.
    #[arg(long)]
    no_build: bool,
}

impl Size {
    pub fn run(&self) -> Result<()> {
        let directory = if self.no_build { paths::dist() } else { dist::build()? };
        let report = Report::of(&directory)?;
        if self.json {
            println!("{}", report.json()?);
        } else {
            print!("{}", report.text());
        }
        match report.over_budget() {
            Some(sentence) => bail!(sentence),
            None => Ok(()),
        }
    }
}
