//! `cargo xtask pages`: the last step of each build of the site. Trunk calls it (`Trunk.toml`) when the rest is built
//! and not yet where it belongs. It adds what Trunk can't: the wasm that colours code, which no page loads at once, and
//! the English page. It writes into the site and Cargo's target directory only, so it never starts another build.

mod english;

use std::env;
use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};
use clap::Args;

use crate::run::{cargo, run};
use crate::{paths, toolchain};

/// What the hand-written page says in place of the hashed name.
const UNHASHED: &str = "./kurabe-colours.wasm";
const PACKAGE: &str = "kurabe-colours";
const WASM: &str = "wasm32-unknown-unknown";

#[derive(Args)]
pub struct Pages {}

impl Pages {
    #[expect(clippy::unused_self, reason = "every command has the same shape")]
    pub fn run(&self) -> Result<()> {
        let Some(site) = env::var_os("TRUNK_STAGING_DIR").map(PathBuf::from) else {
            bail!("`pages` is a step of Trunk's build; `cargo xtask dist` or `cargo xtask serve` runs it");
        };
        let colours = add_colours(&site).context("the wasm that colours code could not be built")?;
        add_pages(&site, &colours).context("the pages could not be written")
    }
}

/// Whether `file` is the wasm that colours code. No page loads it at once.
pub fn is_colours(file: &Path) -> bool {
    let name = file.file_name().map(|name| name.to_string_lossy()).unwrap_or_default();
    name.starts_with("kurabe-colours-") && file.extension().is_some_and(|kind| kind == "wasm")
}

/// Builds the wasm that colours code, puts it into the site and returns its name there.
fn add_colours(site: &Path) -> Result<String> {
    toolchain::ensure_wasm_target()?;
    run(&mut cargo(&["build", "--quiet", "--release", "--package", PACKAGE, "--lib", "--target", WASM]))?;
    let built = paths::target().join(WASM).join("release/kurabe_colours.wasm");
    let wasm = fs::read(&built).with_context(|| format!("can't read {}", built.display()))?;
    let name = format!("{PACKAGE}-{:016x}.wasm", hash(&wasm));
    let file = site.join(&name);
    fs::write(&file, wasm).with_context(|| format!("can't write {}", file.display()))?;
    Ok(name)
}

/// FNV-1a: equal on every machine and with every compiler.
fn hash(bytes: &[u8]) -> u64 {
    bytes
        .iter()
        .fold(0xcbf2_9ce4_8422_2325, |hash, byte| (hash ^ u64::from(*byte)).wrapping_mul(0x100_0000_01b3))
}

/// Names the wasm in the Japanese page, and writes the English one.
fn add_pages(site: &Path, colours: &str) -> Result<()> {
    let japanese = site.join("index.html");
    let page = with_colours(&read(&japanese)?, colours)?;
    let english = english::page(&read(&paths::root().join("index.en.html"))?, &page)?;
    fs::write(&japanese, page).with_context(|| format!("can't write {}", japanese.display()))?;
    let directory = site.join("en");
    fs::create_dir_all(&directory)
        .and_then(|()| fs::write(directory.join("index.html"), english))
        .with_context(|| format!("can't write into {}", directory.display()))
}

fn with_colours(page: &str, colours: &str) -> Result<String> {
    if !page.contains(UNHASHED) {
        bail!("`index.html` has no link to `{UNHASHED}`");
    }
    Ok(page.replace(UNHASHED, &format!("./{colours}")))
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
    fn the_page_names_the_hashed_file() -> Result<()> {
        let page = with_colours("<link href=\"./kurabe-colours.wasm\">", "kurabe-colours-01.wasm")?;
        assert_eq!(page, "<link href=\"./kurabe-colours-01.wasm\">");
        assert!(with_colours("<p>", "a.wasm").is_err());
        Ok(())
    }

    #[test]
    fn the_wasm_for_colours_is_told_from_the_program() {
        assert!(is_colours(Path::new("site/kurabe-colours-0123456789abcdef.wasm")));
        assert!(!is_colours(Path::new("site/kurabe-0123456789abcdef_bg.wasm")));
        assert!(!is_colours(Path::new("site/kurabe-colours-0123456789abcdef.wasm.br")));
    }

    #[test]
    fn both_hand_written_pages_fit() -> Result<()> {
        let page = with_colours(&read(&paths::root().join("index.html"))?, "kurabe-colours-01.wasm")?;
        let english = english::page(&read(&paths::root().join("index.en.html"))?, &page)?;
        assert!(english.contains("href=\"../kurabe-colours-01.wasm\""), "{english}");
        for language in ["ja", "en", "x-default"] {
            let link = format!("<link rel=\"alternate\" hreflang=\"{language}\"");
            assert_eq!([page.matches(&link).count(), english.matches(&link).count()], [1, 1], "{language}");
        }
        Ok(())
    }
}
