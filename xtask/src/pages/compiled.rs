//! Decks of the site's own pages, read at build time: a page of a release names such a deck beside the Markdown, so that
//! the program that reads Markdown needn't be loaded. While decks are being written they come as Markdown.

use std::env;
use std::path::Path;

use anyhow::{Context, Result};

use super::embed;
use crate::paths;
use crate::run::{cargo, run};

/// What stands before the name of a page's deck.
const SOURCE: &str = "<kurabe-deck page src=\"";
const ENDING: &str = ".md";

/// Whether this build is a release; Trunk says so.
pub fn is_release() -> bool {
    env::var_os("TRUNK_PROFILE").is_some_and(|profile| profile == "release")
}

/// Reads the deck of the page at `file` and names it there. A page whose deck is not ours stays as it is.
pub fn compile(site: &Path, file: &str) -> Result<()> {
    let page = super::read(&site.join(file))?;
    let Some(address) = address(&page) else { return Ok(()) };
    let name = address.trim_start_matches("../");
    let written = paths::root().join("content").join(name);
    if !written.is_file() {
        return Ok(());
    }
    let out = site.join(compiled_name(name));
    let program = ["run", "--quiet", "--package", "kurabe-reader", "--bin", "kurabe-read", "--"];
    run(cargo(&program).arg(&written).arg(&out)).with_context(|| format!("`{name}` could not be read"))?;
    embed::write(&site.join(file), named(&page, &address).as_bytes())
}

/// The address of the page's deck, if it is Markdown.
fn address(page: &str) -> Option<String> {
    let (address, _) = page.split_once(SOURCE)?.1.split_once('"')?;
    address.ends_with(ENDING).then(|| address.to_owned())
}

fn compiled_name(name: &str) -> String {
    format!("{}.deck", name.trim_end_matches(ENDING))
}

/// The page with the name of the deck that has been read.
fn named(page: &str, address: &str) -> String {
    let source = format!("{SOURCE}{address}\"");
    page.replace(&source, &format!("{source} data-compiled=\"{}\"", compiled_name(address)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_page_names_its_deck_twice() {
        let page = "<body><kurabe-deck page src=\"../a.en.md\"><p>";
        let address = address(page).unwrap_or_default();
        assert_eq!(address, "../a.en.md");
        let expected = "<body><kurabe-deck page src=\"../a.en.md\" data-compiled=\"../a.en.deck\"><p>";
        assert_eq!(named(page, &address), expected);
        assert_eq!(super::address("<kurabe-deck page src=\"a.deck\">"), None);
    }
}
