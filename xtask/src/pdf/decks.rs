//! The decks of a site, and the page that shows each. A deck that no page shows gets one, beside the site.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result, bail};

use crate::site;

/// The pages of a site, by the directories they lie in.
const PAGES: [&str; 2] = ["", "en/"];

/// A deck and its page.
#[derive(Debug, PartialEq, Eq)]
pub struct Deck {
    /// The file's name without `.md`.
    pub name: String,
    /// The page's address within the site.
    pub page: String,
}

/// The decks in `site`, by their names. Pages that are missing are written into `beside`.
pub fn find(site: &Path, beside: &Path) -> Result<Vec<Deck>> {
    let pages = pages(site)?;
    let mut decks = Vec::new();
    for name in names(site)? {
        let shown = pages.iter().find(|(_, html)| shows(html, &name));
        let page = match shown {
            Some((page, _)) => (*page).to_owned(),
            None => write_page(&pages[0].1, &name, beside)?,
        };
        decks.push(Deck { name, page });
    }
    if decks.is_empty() {
        bail!("{} has no decks: no file in it ends in `.md`", site.display());
    }
    Ok(decks)
}

/// The site's pages and their HTML. The first is always there.
fn pages(site: &Path) -> Result<Vec<(&'static str, String)>> {
    let file = |page: &str| site.join(page).join("index.html");
    let first = fs::read_to_string(file(PAGES[0]))
        .with_context(|| format!("{} is no site; `cargo xtask dist` builds one", site.display()))?;
    let others = PAGES[1..].iter().filter_map(|page| Some((*page, fs::read_to_string(file(page)).ok()?)));
    Ok([(PAGES[0], first)].into_iter().chain(others).collect())
}

fn names(site: &Path) -> Result<Vec<String>> {
    let entries = fs::read_dir(site).with_context(|| format!("can't read {}", site.display()))?;
    let files = entries.filter_map(|entry| entry.ok()?.file_name().into_string().ok());
    let mut names: Vec<_> = files.filter_map(|file| Some(file.strip_suffix(".md")?.to_owned())).collect();
    names.sort();
    Ok(names)
}

/// Whether a page shows the deck.
fn shows(html: &str, name: &str) -> bool {
    site::deck_of(html).is_some_and(|source| source.trim_start_matches("../") == format!("{name}.md"))
}

/// Writes a page like `first` that shows the deck, and returns its address.
fn write_page(first: &str, name: &str, beside: &Path) -> Result<String> {
    let html = site::page_for(first, &format!("{name}.md"))?;
    let file = beside.join(format!("{name}.html"));
    fs::write(&file, html).with_context(|| format!("can't write {}", file.display()))?;
    Ok(format!("{name}.html"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::scratch::Scratch;

    #[test]
    fn each_deck_has_the_page_that_shows_it_or_one_of_its_own() -> Result<()> {
        let scratch = Scratch::new("decks-test")?;
        let (site, beside) = (scratch.path().join("site"), scratch.path().join("beside"));
        fs::create_dir_all(site.join("en"))?;
        fs::create_dir_all(&beside)?;
        for file in ["a.ja.md", "a.en.md", "b.md", "c.md.br"] {
            fs::write(site.join(file), "")?;
        }
        fs::write(
            site.join("index.html"),
            "<p><kurabe-deck page src=\"a.ja.md\">slides</kurabe-deck></body>",
        )?;
        fs::write(site.join("en/index.html"), "<kurabe-deck page src=\"../a.en.md\">")?;
        let decks = find(&site, &beside)?;
        let decks: Vec<_> = decks.iter().map(|deck| (deck.name.as_str(), deck.page.as_str())).collect();
        assert_eq!(decks, [("a.en", "en/"), ("a.ja", ""), ("b", "b.html")]);
        let own = fs::read_to_string(beside.join("b.html"))?;
        assert!(own.starts_with("<p><kurabe-deck page src=\"b.md\">") && !own.contains("slides"), "{own}");
        Ok(())
    }

    #[test]
    fn a_directory_that_is_no_site_is_an_error() {
        let said = find(Path::new("no-such-site"), Path::new("x")).err().map(|error| error.to_string());
        assert!(said.unwrap_or_default().contains("cargo xtask dist"));
    }
}
