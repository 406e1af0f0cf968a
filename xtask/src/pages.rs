//! `cargo xtask pages`: the last step of each build of the site. Trunk calls it (`Trunk.toml`) when the rest is built
//! and not yet where it belongs. It adds what Trunk can't: the folder `embed/` with the program, the pages that are written
//! by hand, and in a release the decks as they were parsed. It writes into the site and Cargo's target directory only, so it
//! never starts another build.

mod by_hand;
mod decks;
mod embed;
mod packed;

use std::env;
use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};
use clap::Args;

use crate::serve::live;
use crate::{dist, paths, program};

#[derive(Args)]
pub struct Pages {}

impl Pages {
    #[expect(clippy::unused_self, reason = "every command has the same shape")]
    pub fn run(&self) -> Result<()> {
        let Some(site) = env::var_os("TRUNK_STAGING_DIR").map(PathBuf::from) else {
            bail!("`pages` is a step of Trunk's build; `cargo xtask dist` or `cargo xtask serve` runs it");
        };
        let program = if decks::is_release() { Some(program::build()?) } else { None };
        let moved = embed::gather(&site, program.as_deref())
            .context("the program could not be put into its folder")?;
        add_pages(&site, &moved).context("the pages could not be written")?;
        add_examples(&site).context("the examples could not be copied")?;
        decks::take_notes_out(&site)?;
        if decks::is_release() {
            for page in ["index.html", "en/index.html", FRAME_PAGE] {
                decks::put_into(&site, page)?;
            }
        }
        if env::var_os(live::LIVE).is_some() {
            live::put_into(&site)?;
        }
        name_version(&site).context("the version could not be named")
    }
}

pub use decks::{Drawn, NOTES, draw, redrawn};
pub use embed::{FRAME_PAGE, name_version, program_folder};

/// Whether `file` is the wasm that colours code.
pub fn is_colours(file: &Path) -> bool {
    file.file_name().is_some_and(|name| name == "colours.wasm")
}

/// Whether `file` is the wasm that reads Markdown.
pub fn is_reader(file: &Path) -> bool {
    file.file_name().is_some_and(|name| name == "reader.wasm")
}

const EXAMPLES: &str = "examples";

/// Whether `file`, whose path counts from the site, belongs to an example and not to the program.
pub fn is_example(file: &Path) -> bool {
    file.starts_with(EXAMPLES)
}

/// Whether `file` is the service worker.
pub fn is_worker(file: &Path) -> bool {
    file.file_name().is_some_and(|name| name == "sw.js")
}

/// Whether `file` is a script that only pages with frames load.
pub fn is_for_frames(file: &Path) -> bool {
    file.file_name().is_some_and(|name| name == "frame.js" || name == "frame_page.js")
}

/// FNV-1a: equal on every machine and with every compiler.
fn hash(bytes: &[u8]) -> u64 {
    bytes
        .iter()
        .fold(0xcbf2_9ce4_8422_2325, |hash, byte| (hash ^ u64::from(*byte)).wrapping_mul(0x100_0000_01b3))
}

/// The pages that are written by hand: the file, its place in the site, and whether that is a directory further down.
const BY_HAND: [(&str, &str, bool); 2] =
    [("index.en.html", "en/index.html", true), (FRAME_PAGE, FRAME_PAGE, false)];

/// Writes the files' new addresses into the Japanese page, and writes the other pages.
fn add_pages(site: &Path, moved: &[(String, String)]) -> Result<()> {
    let japanese = site.join("index.html");
    let page = moved_page(read(&japanese)?, moved)?;
    fs::create_dir_all(site.join("en")).with_context(|| format!("can't write into {}", site.display()))?;
    for (file, name, is_below) in BY_HAND {
        let made = by_hand::page(file, &read(&paths::root().join(file))?, &page, is_below)?;
        embed::write(&site.join(name), embed::with_frame_script(&made).as_bytes())?;
    }
    embed::write(&japanese, page.as_bytes())
}

/// Copies the pages that show how decks are embedded.
fn add_examples(site: &Path) -> Result<()> {
    let root = paths::root();
    for file in dist::files(&root.join(EXAMPLES))? {
        let place = site.join(file.strip_prefix(&root).unwrap_or(&file));
        let folder = place.parent().unwrap_or(site);
        fs::create_dir_all(folder).with_context(|| format!("can't create {}", folder.display()))?;
        fs::copy(&file, &place).with_context(|| format!("can't write {}", place.display()))?;
    }
    Ok(())
}

/// The page with the files' new addresses.
fn moved_page(page: String, moved: &[(String, String)]) -> Result<String> {
    let mut page = page;
    for (old, new) in moved {
        if !page.contains(old) {
            bail!("`index.html` has no link to `{old}`");
        }
        page = page.replace(old, new);
    }
    Ok(page)
}

fn read(file: &Path) -> Result<String> {
    fs::read_to_string(file).with_context(|| format!("can't read {}", file.display()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_hash_is_fnv_1a() {
        assert_eq!([hash(b""), hash(b"a")], [0xcbf2_9ce4_8422_2325, 0xaf63_dc4c_8601_ec8c]);
    }

    #[test]
    fn the_page_names_the_files_where_they_are() -> Result<()> {
        let moved = [("./a-01.js".to_owned(), "./embed/1/glue.js".to_owned())];
        let page = moved_page("<link href=\"./a-01.js\">".to_owned(), &moved)?;
        assert_eq!(page, "<link href=\"./embed/1/glue.js\">");
        assert!(moved_page("<p>".to_owned(), &moved).is_err());
        Ok(())
    }

    #[test]
    fn the_wasm_for_colours_is_told_from_the_program() {
        assert!(is_colours(Path::new("site/embed/1/colours.wasm")));
        assert!(!is_colours(Path::new("site/embed/1/kurabe.wasm")));
        assert!(!is_colours(Path::new("site/embed/1/colours.wasm.br")));
    }

    #[test]
    fn the_hand_written_pages_fit() -> Result<()> {
        let page = read(&paths::root().join("index.html"))?;
        let written = |file: &str| read(&paths::root().join(file));
        let frames = by_hand::page(FRAME_PAGE, &written(FRAME_PAGE)?, &page, false)?;
        assert!(frames.contains("src=\"./embed/kurabe.js\""), "{frames}");
        assert!(embed::with_frame_script(&frames).contains("/{version}/frame_page.js"), "{frames}");
        let english = by_hand::page("index.en.html", &written("index.en.html")?, &page, true)?;
        assert!(english.contains("src=\"../embed/kurabe.js\""), "{english}");
        for language in ["ja", "en", "x-default"] {
            let link = format!("<link rel=\"alternate\" hreflang=\"{language}\"");
            assert_eq!([page.matches(&link).count(), english.matches(&link).count()], [1, 1], "{language}");
        }
        Ok(())
    }
}
