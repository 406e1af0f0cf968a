//! Marp as its users have it: its command line makes one HTML file of the Markdown, with the template `bespoke`, its own,
//! which has the navigation. It runs in Node.js while the peers are made, and needs no browser for that.

use std::path::Path;
use std::process::Command;

use anyhow::{Context, Result};
use serde_json::json;

use crate::run::output;
use crate::test::program;

const PACKAGE: (&str, &str) = ("@marp-team/marp-cli", "4.5.1");
/// What makes the slides' HTML and styles.
const CORE: (&str, &str) = ("@marp-team/marp-core", "4.4.0");
const FRAMEWORK: (&str, &str) = ("@marp-team/marpit", "3.2.3");

/// Names and versions.
pub fn version() -> String {
    format!("Marp (marp-cli {}, marp-core {})", PACKAGE.1, CORE.1)
}

/// Makes `page` of the Markdown in `deck`.
pub fn write_page(deck: &Path, page: &Path) -> Result<()> {
    let (name, version) = PACKAGE;
    let depends = json!({CORE.0: CORE.1, FRAMEWORK.0: FRAMEWORK.1});
    let installed = program(name, version, &depends)?;
    let mut marp = Command::new("node");
    marp.arg(installed.join("node_modules").join(name).join("marp-cli.js"));
    marp.args(["--no-stdin", "--no-config-file", "--output"]).arg(page).arg(deck);
    output(&mut marp).map(drop).with_context(|| format!("{} could not be made with Marp", page.display()))
}
