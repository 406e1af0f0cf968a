//! What depends on where a site will lie and on whom it trusts: whose decks its page for frames shows, and how its pages
//! are found by programs that embed addresses (oEmbed 1.0, oembed.com).

use std::fs;
use std::path::Path;

use anyhow::{Context, Result, bail};
use clap::Args;
use serde_json::json;

use crate::pages::FRAME_PAGE;

#[derive(Args, Default)]
pub struct Publish {
    /// The address at which the site will lie. It is needed for oEmbed, whose links are absolute.
    #[arg(long, value_name = "ADDRESS", value_parser = base)]
    pub base_url: Option<String>,
    /// An origin whose decks `embed.html` shows, besides the site's own, such as `https://talks.example`. May be given
    /// more than once.
    #[arg(long, value_name = "ORIGIN", value_parser = origin)]
    allow_decks: Vec<String>,
    /// `off`: the site has no speaker's notes, neither in its decks nor in their Markdown.
    #[arg(long, value_name = "on|off", value_parser = ["on", "off"], default_value = "on")]
    pub notes: String,
    /// No service worker: the site isn't kept in the browser for times without a network. One of an earlier version is
    /// taken away.
    #[arg(long)]
    pub no_service_worker: bool,
}

/// What `embed.html` has in place of the origins.
const NO_ORIGINS: &str = "name=\"kurabe-decks\" content=\"\"";

/// The size of an embedded deck, in CSS pixels, where the page around it doesn't say.
const SIZE: (u32, u32) = (960, 600);

impl Publish {
    /// A site that will lie at an address.
    pub fn at(base_url: &str) -> Self {
        Self { base_url: Some(base_url.to_owned()), notes: "on".to_owned(), ..Self::default() }
    }

    /// Writes what was asked for into the site.
    pub fn write_into(&self, site: &Path) -> Result<()> {
        if !self.allow_decks.is_empty() {
            let named = format!("name=\"kurabe-decks\" content=\"{}\"", self.allow_decks.join(" "));
            change(&site.join(FRAME_PAGE), NO_ORIGINS, &named)?;
        }
        if let Some(base) = &self.base_url {
            for page in ["index.html", "en/index.html"] {
                describe(site, page, base)?;
            }
        }
        Ok(())
    }
}

/// Writes the oEmbed answer for a page, and the link by which the page leads to it.
fn describe(site: &Path, page: &str, base: &str) -> Result<()> {
    let file = site.join(page);
    let text = fs::read_to_string(&file).with_context(|| format!("can't read {}", file.display()))?;
    let title = between(&text, "<title>", "</title>").with_context(|| format!("`{page}` has no title"))?;
    let deck = between(&text, "<kurabe-deck page src=\"", "\"");
    let deck = deck.with_context(|| format!("`{page}` has no deck"))?.trim_start_matches("../");
    let (width, height) = SIZE;
    let html = format!(
        "<iframe src=\"{base}{FRAME_PAGE}?deck={deck}\" title=\"{title}\" width=\"{width}\" height=\"{height}\" \
         style=\"border: 0\" loading=\"lazy\" allow=\"fullscreen; clipboard-write; screen-wake-lock\"></iframe>"
    );
    let answer = json!({
        "type": "rich", "version": "1.0", "provider_name": "Kurabe", "provider_url": base,
        "title": title, "width": width, "height": height, "html": html,
    });
    let name = format!("oembed/{}.json", deck.trim_end_matches(".md"));
    fs::create_dir_all(site.join("oembed")).context("can't create `oembed/`")?;
    fs::write(site.join(&name), format!("{answer:#}\n")).with_context(|| format!("can't write `{name}`"))?;
    let link = format!(
        "<link rel=\"alternate\" type=\"application/json+oembed\" href=\"{base}{name}\" title=\"{title}\">"
    );
    change(&file, "</head>", &format!("{link}</head>"))
}

pub fn between<'a>(text: &'a str, start: &str, end: &str) -> Option<&'a str> {
    Some(text.split_once(start)?.1.split_once(end)?.0)
}

pub fn change(file: &Path, old: &str, new: &str) -> Result<()> {
    let text = fs::read_to_string(file).with_context(|| format!("can't read {}", file.display()))?;
    if !text.contains(old) {
        bail!("{} has no `{old}`", file.display());
    }
    fs::write(file, text.replacen(old, new, 1)).with_context(|| format!("can't write {}", file.display()))
}

/// An address of a folder, with its last `/`.
fn base(text: &str) -> Result<String, String> {
    match split(text) {
        Some((_, rest)) if !rest.contains(['?', '#']) => Ok(format!("{}/", text.trim_end_matches('/'))),
        _ => Err("an absolute address is needed, such as https://example.org/talk/".to_owned()),
    }
}

/// A scheme and a host, perhaps with a port.
fn origin(text: &str) -> Result<String, String> {
    match split(text.trim_end_matches('/')) {
        Some((host, "")) => Ok(host.to_owned()),
        _ => Err("an origin is needed, a scheme and a host such as https://talks.example".to_owned()),
    }
}

/// The origin of an address of the web, and what follows it.
fn split(text: &str) -> Option<(&str, &str)> {
    let start = ["https://", "http://"].into_iter().find(|scheme| text.starts_with(scheme))?.len();
    let end = text[start..].find(['/', '?', '#']).map_or(text.len(), |at| start + at);
    let host = &text[start..end];
    let is_plain = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || "-.:[]".contains(c);
    (!host.is_empty() && host.chars().all(is_plain)).then_some(text.split_at(end))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::scratch::Scratch;

    const PAGE: &str =
        "<head><title>A &amp; B</title></head><kurabe-deck page src=\"../a.en.md\"></kurabe-deck>";

    #[test]
    fn origins_and_bases_are_told_from_other_texts() {
        assert_eq!(origin("https://a.example:8443/").as_deref(), Ok("https://a.example:8443"));
        assert!(
            ["a.example", "https://a.example/b", "https://A b", "https://", "*", "null"]
                .iter()
                .all(|text| origin(text).is_err())
        );
        assert_eq!(base("https://a.example/b").as_deref(), Ok("https://a.example/b/"));
        assert!(["/b/", "https://a.example/?b", "ftp://a.example/"].iter().all(|text| base(text).is_err()));
    }

    #[test]
    fn a_page_leads_to_its_answer() -> Result<()> {
        let scratch = Scratch::new("oembed-test")?;
        let site = scratch.path();
        fs::create_dir(site.join("en"))?;
        for page in ["index.html", "en/index.html"] {
            fs::write(site.join(page), PAGE)?;
        }
        let base_url = Some("https://a.example/b/".to_owned());
        Publish { base_url, ..Publish::default() }.write_into(site)?;
        let page = fs::read_to_string(site.join("en/index.html"))?;
        assert!(page.contains("href=\"https://a.example/b/oembed/a.en.json\""), "{page}");
        let answer: serde_json::Value =
            serde_json::from_str(&fs::read_to_string(site.join("oembed/a.en.json"))?)?;
        assert_eq!((&answer["type"], &answer["title"]), (&json!("rich"), &json!("A &amp; B")));
        let html = answer["html"].as_str().context("html")?;
        assert!(html.contains("src=\"https://a.example/b/embed.html?deck=a.en.md\""), "{html}");
        Ok(())
    }

    #[test]
    fn the_page_for_frames_names_whose_decks_it_shows() -> Result<()> {
        let scratch = Scratch::new("allow-test")?;
        let written = fs::read_to_string(crate::paths::root().join(FRAME_PAGE))?;
        fs::write(scratch.path().join(FRAME_PAGE), written)?;
        let allow_decks = vec!["https://a.example".to_owned(), "https://b.example".to_owned()];
        Publish { allow_decks, ..Publish::default() }.write_into(scratch.path())?;
        let page = fs::read_to_string(scratch.path().join(FRAME_PAGE))?;
        assert!(page.contains("content=\"https://a.example https://b.example\""), "{page}");
        Ok(())
    }
}
