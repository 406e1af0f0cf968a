//! `cargo xtask pdf`: each deck of the site as PDF, by Chromium. What is on the pages is for the site to say, with
//! `?print=slides` and `?print=handout`; it sets `data-print-ready` on `kurabe-deck` when they are all there.

mod decks;

use std::fs;
use std::path::{Path, PathBuf};
use std::thread::sleep;
use std::time::{Duration, Instant};

use anyhow::{Context, Result, bail};
use base64::prelude::{BASE64_STANDARD, Engine};
use clap::Args;
use serde_json::json;

use crate::chromium::Chromium;
use crate::scratch::Scratch;
use crate::server::{self, Mount};
use crate::test::ensure_browser;
use crate::{dist, paths};

/// What a deck is printed as.
const KINDS: [&str; 2] = ["slides", "handout"];

/// How long a page may take until it can be printed.
const PATIENCE: Duration = Duration::from_secs(60);

/// Whether the page can be printed, or has failed; else nothing.
const STATE: &str = "(() => {
    const deck = document.querySelector('kurabe-deck');
    if (!deck || window.isOld) return '';
    return deck.hasAttribute('data-print-ready') ? 'ready' : deck.hasAttribute('data-failed') ? 'failed' : '';
})()";

#[derive(Args)]
pub struct Pdf {
    /// Where the files go [default: `pdf` in Cargo's target directory].
    #[arg(long, value_name = "DIR")]
    out: Option<PathBuf>,
    /// Prints the site in this directory instead of building it.
    #[arg(long, value_name = "DIR")]
    dist: Option<PathBuf>,
}

impl Pdf {
    pub fn run(&self) -> Result<()> {
        let browser = ensure_browser()?;
        let site = match &self.dist {
            Some(directory) => directory.clone(),
            None => dist::build()?,
        };
        let out = self.out.clone().unwrap_or_else(|| paths::target().join("pdf"));
        fs::create_dir_all(&out).with_context(|| format!("can't create {}", out.display()))?;
        let scratch = Scratch::new("pdf")?;
        let decks = decks::find(&site, scratch.path())?;
        let places = vec![scratch.path().to_owned(), site];
        let server = server::start(vec![Mount { name: "site", places }])?;
        let origin = server.origin();
        let mut chromium = Chromium::start(&browser.program, &scratch.path().join("profile"))?;
        let mut failures = Vec::new();
        for deck in decks {
            for kind in KINDS {
                let address = format!("{origin}/site/{}?print={kind}", deck.page);
                let file = out.join(format!("{}.{kind}.pdf", deck.name));
                match print(&mut chromium, &address, &file) {
                    Ok(1) => println!("{}: 1 page", file.display()),
                    Ok(pages) => println!("{}: {pages} pages", file.display()),
                    Err(error) => {
                        failures.push(format!("{} could not be printed: {error:#}", file.display()));
                    }
                }
            }
        }
        // What fails for one deck doesn't take the others along.
        if failures.is_empty() { Ok(()) } else { bail!(failures.join("\n")) }
    }
}

/// Prints the page at `address` into `file`, and returns how many pages that are.
fn print(chromium: &mut Chromium, address: &str, file: &Path) -> Result<usize> {
    chromium.load(address)?;
    wait_until_ready(chromium, address)?;
    let settings = json!({"preferCSSPageSize": true, "printBackground": true, "generateTaggedPDF": true});
    let answer = chromium.send("Page.printToPDF", &settings)?;
    let data = answer["data"].as_str().context("Chromium sent no PDF")?;
    let pdf = BASE64_STANDARD.decode(data).context("Chromium sent a damaged PDF")?;
    fs::write(file, &pdf).with_context(|| format!("can't write {}", file.display()))?;
    Ok(pages(&pdf))
}

fn wait_until_ready(chromium: &mut Chromium, address: &str) -> Result<()> {
    let start = Instant::now();
    loop {
        match chromium.value(STATE)?.as_str() {
            Some("ready") => return Ok(()),
            Some("failed") => bail!("{address} could not start its program"),
            _ if start.elapsed() > PATIENCE => bail!(
                "{address} was not ready within {} seconds: it did not set `data-print-ready` on `kurabe-deck`",
                PATIENCE.as_secs()
            ),
            _ => sleep(Duration::from_millis(50)),
        }
    }
}

/// How many pages a PDF of Chromium's has: it writes each as a plain object.
fn pages(pdf: &[u8]) -> usize {
    let mark = b"/Type /Page";
    let ends_name = |byte: Option<&u8>| byte.is_none_or(|byte| !byte.is_ascii_alphanumeric());
    let starts = pdf.windows(mark.len()).enumerate().filter(|(_, window)| *window == mark);
    starts.filter(|(start, _)| ends_name(pdf.get(start + mark.len()))).count()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pages_are_told_from_their_tree() {
        assert_eq!(pages(b"<</Type /Pages\n/Count 2>> <</Type /Page\n/A 1>> <</Type /Page>>"), 2);
        assert_eq!(pages(b""), 0);
    }
}
