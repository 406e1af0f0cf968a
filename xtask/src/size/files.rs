//! The site's files and their sizes: raw, in gzip and in brotli, and which of them are budgeted and which belong to
//! the first load.

use std::fs;
use std::iter::Sum;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};
use serde::Serialize;

use crate::{dist, pages};

/// The page of the first load.
const PAGE: &str = "index.html";

/// Sizes in bytes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Bytes {
    pub raw: u64,
    pub gzip: u64,
    pub brotli: u64,
}

impl Sum for Bytes {
    fn sum<I: Iterator<Item = Self>>(all: I) -> Self {
        all.fold(Self::default(), |sum, one| Self {
            raw: sum.raw + one.raw,
            gzip: sum.gzip + one.gzip,
            brotli: sum.brotli + one.brotli,
        })
    }
}

/// A file of the site. Its path is relative to the site.
#[derive(Debug, Serialize)]
pub struct SiteFile {
    pub path: String,
    #[serde(flatten)]
    pub bytes: Bytes,
}

impl SiteFile {
    /// Wasm, JavaScript and style sheets: what the budget is for.
    pub fn is_budgeted(&self) -> bool {
        self.when_late().is_none() && [".wasm", ".js", ".css"].iter().any(|kind| self.path.ends_with(kind))
    }

    /// Why the first load is without it, if it is.
    pub fn when_late(&self) -> Option<&'static str> {
        let path = Path::new(&self.path);
        match path {
            _ if pages::is_reader(path) => Some("loaded when a deck comes as Markdown"),
            _ if pages::is_colours(path) => Some("loaded when a deck has code"),
            _ if pages::is_for_frames(path) => Some("loaded by pages with frames"),
            _ if pages::is_worker(path) => Some("loaded when the page is at rest"),
            _ if pages::is_example(path) => Some("an example"),
            _ => None,
        }
    }

    /// Everything that is fetched to show and use the first slide: the program, and the page with its deck and styles.
    pub fn is_first_load(&self) -> bool {
        let is_style = Path::new(&self.path).extension().is_some_and(|kind| kind == "css");
        (self.is_budgeted() && !is_style) || self.is_for_reading()
    }

    /// What is fetched to read the deck where no script runs: the page has all of it.
    pub fn is_for_reading(&self) -> bool {
        self.path == PAGE
    }
}

/// The site's files without their packed copies.
pub fn measure(site: &Path) -> Result<Vec<SiteFile>> {
    let files = dist::files(site).context("there is no site to measure; `cargo xtask dist` builds it")?;
    let is_shown =
        |file: &&PathBuf| !dist::is_packed(file) && !is_for_links(file.strip_prefix(site).unwrap_or(file));
    files.iter().filter(is_shown).map(|file| measure_file(site, file)).collect()
}

/// The script that stands in the page, compressed by itself.
pub fn early_script(site: &Path) -> Result<Bytes> {
    let page = fs::read_to_string(site.join(PAGE)).with_context(|| format!("can't read `{PAGE}`"))?;
    let element = dist::between(&page, "<script id=", "</script>").context("the page has no `early.js`")?;
    let script = element.split_once('>').map_or("", |(_, script)| script).as_bytes();
    Ok(Bytes {
        raw: script.len() as u64,
        gzip: dist::gzip(script)?.len() as u64,
        brotli: dist::brotli(script)?.len() as u64,
    })
}

/// Whether a file is only for programs that show a link to a slide: no reader loads it for reading.
fn is_for_links(file: &Path) -> bool {
    dist::is_card(file) || dist::is_slide_page(file)
}

fn measure_file(site: &Path, file: &Path) -> Result<SiteFile> {
    let content = fs::read(file).with_context(|| format!("can't read {}", file.display()))?;
    let path = file.strip_prefix(site).unwrap_or(file).display().to_string();
    Ok(SiteFile { path, bytes: sizes(file, &content)? })
}

/// A file that doesn't shrink is served as it is.
fn sizes(file: &Path, content: &[u8]) -> Result<Bytes> {
    let raw = content.len() as u64;
    if !dist::is_worth_packing(file) {
        return Ok(Bytes { raw, gzip: raw, brotli: raw });
    }
    Ok(Bytes { raw, gzip: dist::gzip(content)?.len() as u64, brotli: dist::brotli(content)?.len() as u64 })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn file(path: &str) -> SiteFile {
        SiteFile { path: path.to_owned(), bytes: Bytes::default() }
    }

    #[test]
    fn the_budget_is_for_the_program_and_its_styles() {
        assert!(["a_bg.wasm", "a.js", "a.css"].map(file).iter().all(SiteFile::is_budgeted));
        assert!(
            !["index.html", "gke-eks.ja.deck", "figures/a.svg", "embed/1/colours.wasm"]
                .map(file)
                .iter()
                .any(SiteFile::is_budgeted)
        );
    }

    #[test]
    fn the_first_load_is_the_program_the_page_and_its_deck() {
        assert!(["a.js", "index.html"].map(file).iter().all(SiteFile::is_first_load));
        assert!(!["a.css", "en/index.html"].map(file).iter().any(SiteFile::is_first_load));
        assert!(!["a.js", "en/index.html"].map(file).iter().any(SiteFile::is_for_reading));
        assert!(
            !["gke-eks.ja.deck", "gke-eks.ja.md", "en/index.html", "embed/1/colours.wasm"]
                .map(file)
                .iter()
                .any(SiteFile::is_first_load)
        );
    }

    #[test]
    fn cards_and_pages_of_slides_are_not_measured() {
        assert!(
            ["cards/ja/a.png", "en/slides/a/index.html"].iter().all(|file| is_for_links(Path::new(file)))
        );
        assert!(!is_for_links(Path::new("en/index.html")));
    }

    #[test]
    fn what_does_not_shrink_counts_as_it_is() -> Result<()> {
        let text = [b'a'; 999];
        assert_eq!(sizes(Path::new("a.png"), &text)?, Bytes { raw: 999, gzip: 999, brotli: 999 });
        let packed = sizes(Path::new("a.txt"), &text)?;
        assert!(packed.raw == 999 && packed.gzip < 99 && packed.brotli < 99);
        Ok(())
    }
}
