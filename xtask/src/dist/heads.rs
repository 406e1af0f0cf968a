//! What the heads of the site's pages tell others than readers: search engines, programs that show a card for a link,
//! and browsers that install the site. And the files that belong to it: manifests, `sitemap.xml`, `404.html`.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};
use serde_json::json;

use super::cards;
use super::publish::{between, change};
use super::slide_pages::property;
use crate::paths;

/// A page of the site that shows a deck.
pub struct Page {
    pub file: &'static str,
    /// Where it lies, from the site on.
    pub folder: &'static str,
    pub locale: &'static str,
}

pub const PAGES: [Page; 2] = [
    Page { file: "index.html", folder: "", locale: "ja_JP" },
    Page { file: "en/index.html", folder: "en/", locale: "en_US" },
];

/// The colours of the page, as `styles/tokens.css` has them.
const PAPER: &str = "#fcfbf8";
const DARK_PAPER: &str = "#17191d";

/// Writes heads and files. Absolute addresses, which canonical links, cards and the sitemap need, come with a base.
pub fn write(site: &Path, base: Option<&str>) -> Result<()> {
    let root = paths::root();
    copy(&root.join("styles/icon.svg"), &site.join("icon.svg"))?;
    let missing = read(&root.join("404.html"))?;
    // A server shows it at any address, from which relative ones lead astray.
    let missing =
        base.map_or(missing.clone(), |base| missing.replace("href=\"./", &format!("href=\"{base}")));
    put(&site.join("404.html"), &missing)?;
    for page in &PAGES {
        let told = page.told(site, base)?;
        change(&site.join(page.file), "</head>", &format!("{told}</head>"))?;
    }
    let Some(base) = base else { return Ok(()) };
    put(&site.join("sitemap.xml"), &sitemap(base))?;
    PAGES.iter().try_for_each(|page| {
        let file = site.join(page.file);
        put(&file, &with_absolute_languages(&read(&file)?, page.folder, base))
    })
}

/// The page in a folder with absolute addresses in its links to other languages, which search engines ask for.
fn with_absolute_languages(page: &str, folder: &str, base: &str) -> String {
    let mut parts = page.split("hreflang=\"");
    let mut made = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let (before, rest) = part.split_once("href=\"").unwrap_or((part, ""));
        let (address, rest) = rest.split_once('"').unwrap_or((rest, ""));
        let place = address.trim_start_matches("./");
        let place = place.strip_prefix("../").map_or(format!("{folder}{place}"), str::to_owned);
        made += &["hreflang=\"", before, "href=\"", base, &place, "\"", rest].concat();
    }
    made
}

impl Page {
    pub fn language(&self) -> &'static str {
        &self.locale[..2]
    }

    /// Its title, in HTML.
    pub fn title(&self, site: &Path) -> Result<String> {
        self.part(site, "<title>", "</title>")
    }

    /// What it is about, in HTML.
    pub fn description(&self, site: &Path) -> Result<String> {
        self.part(site, "<meta name=\"description\" content=\"", "\"")
    }

    /// The Markdown of its deck.
    pub fn deck(&self, site: &Path) -> Result<PathBuf> {
        let name = self.part(site, "<kurabe-deck page src=\"", "\"")?;
        Ok(site.join(self.folder).join(name))
    }

    fn part(&self, site: &Path, start: &str, end: &str) -> Result<String> {
        let text = read(&site.join(self.file))?;
        let found = between(&text, start, end).map(str::to_owned);
        found.with_context(|| format!("`{}` has no `{start}`", self.file))
    }

    /// What is added to the head, and the manifest that belongs to it.
    fn told(&self, site: &Path, base: Option<&str>) -> Result<String> {
        let (title, description) = (self.title(site)?, self.description(site)?);
        put(&site.join(self.folder).join("manifest.webmanifest"), &self.manifest(&title, &description))?;
        let mut told = [
            property("type", "article"),
            property("title", &title),
            property("description", &description),
            property("locale", self.locale),
            format!(
                "<meta name=\"theme-color\" content=\"{PAPER}\" media=\"(prefers-color-scheme: light)\">"
            ),
            format!(
                "<meta name=\"theme-color\" content=\"{DARK_PAPER}\" media=\"(prefers-color-scheme: dark)\">"
            ),
            "<link rel=\"manifest\" href=\"manifest.webmanifest\">".to_owned(),
        ]
        .concat();
        let mut about = json!({
            "@context": "https://schema.org", "@type": "PresentationDigitalDocument",
            "name": unescaped(&title), "description": unescaped(&description), "inLanguage": self.language(),
            "isAccessibleForFree": true,
        });
        if let Some(base) = base {
            let own = format!("{base}{}", self.folder);
            about["url"] = json!(own);
            told += &["<link rel=\"canonical\" href=\"", &own, "\">", &property("url", &own)].concat();
            let card = cards::properties(site, base, self, cards::DECK, &title);
            if !card.is_empty() {
                about["image"] = json!(cards::address(base, self, cards::DECK));
                told += &card;
            }
        }
        // A `<` would end the script.
        let about = about.to_string().replace('<', "\\u003c");
        Ok(format!("{told}<script type=\"application/ld+json\">{about}</script>"))
    }

    fn manifest(&self, title: &str, description: &str) -> String {
        let up = "../".repeat(self.folder.matches('/').count());
        let icon = |name: &str, sizes: &str, purpose: &str| json!({ "src": format!("{up}{name}"), "sizes": sizes, "type": "image/png", "purpose": purpose });
        let manifest = json!({
            "name": unescaped(title), "short_name": unescaped(title), "description": unescaped(description),
            "lang": self.language(), "start_url": "./", "scope": format!("./{up}"), "display": "minimal-ui",
            "background_color": PAPER, "theme_color": PAPER,
            "icons": [
                { "src": format!("{up}icon.svg"), "sizes": "any", "type": "image/svg+xml" },
                // Some browsers install sites by such pictures only; `cards` draws them.
                icon("icon-192.png", "192x192", "any"),
                icon("icon-512.png", "512x512", "any"),
                icon("icon-maskable.png", "512x512", "maskable"),
            ],
        });
        format!("{manifest:#}\n")
    }
}

fn unescaped(text: &str) -> String {
    text.replace("&quot;", "\"").replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&")
}

/// The pages, each with the others' languages.
fn sitemap(base: &str) -> String {
    let link = |page: &Page| {
        let (language, folder) = (page.language(), page.folder);
        format!("<xhtml:link rel=\"alternate\" hreflang=\"{language}\" href=\"{base}{folder}\"/>")
    };
    let links: String = PAGES.iter().map(link).collect();
    let entry = |page: &Page| format!("  <url><loc>{base}{}</loc>{links}</url>\n", page.folder);
    let entries: String = PAGES.iter().map(entry).collect();
    format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\" \
         xmlns:xhtml=\"http://www.w3.org/1999/xhtml\">\n{entries}</urlset>\n"
    )
}

fn read(file: &Path) -> Result<String> {
    fs::read_to_string(file).with_context(|| format!("can't read {}", file.display()))
}

fn put(file: &Path, text: &str) -> Result<()> {
    fs::write(file, text).with_context(|| format!("can't write {}", file.display()))
}

fn copy(from: &Path, to: &Path) -> Result<()> {
    fs::copy(from, to).with_context(|| format!("can't write {}", to.display()))?;
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::scratch::Scratch;

    const HEAD: &str = "<head><title>A &amp; B</title><meta name=\"description\" content=\"c\">\
                        <link rel=\"alternate\" hreflang=\"ja\" href=\"JA\"><link rel=\"alternate\" hreflang=\"en\" href=\"EN\"/>\
                        <link rel=\"alternate\" hreflang=\"x-default\" href=\"EN\"></head>";

    fn written(base: Option<&str>) -> Result<Scratch> {
        let scratch = Scratch::new(if base.is_some() { "heads-based" } else { "heads" })?;
        fs::create_dir_all(scratch.path().join("en"))?;
        for (file, ja, en) in [("index.html", "./", "en/"), ("en/index.html", "../", "./")] {
            put(&scratch.path().join(file), &HEAD.replace("JA", ja).replace("EN", en))?;
        }
        write(scratch.path(), base)?;
        Ok(scratch)
    }

    #[test]
    fn a_site_with_a_base_has_absolute_addresses() -> Result<()> {
        let scratch = written(Some("https://a.example/t/"))?;
        let english = read(&scratch.path().join("en/index.html"))?;
        for part in [
            "<link rel=\"canonical\" href=\"https://a.example/t/en/\">",
            "hreflang=\"ja\" href=\"https://a.example/t/\"",
            "hreflang=\"en\" href=\"https://a.example/t/en/\"",
            "content=\"A &amp; B\"",
            "\"name\":\"A & B\"",
        ] {
            assert!(english.contains(part), "{part}: {english}");
        }
        let japanese = read(&scratch.path().join("index.html"))?;
        for part in [
            "hreflang=\"ja\" href=\"https://a.example/t/\">",
            "hreflang=\"en\" href=\"https://a.example/t/en/\"/>",
            "hreflang=\"x-default\" href=\"https://a.example/t/en/\">",
        ] {
            assert!(japanese.contains(part), "{part}: {japanese}");
        }
        assert_eq!(read(&scratch.path().join("sitemap.xml"))?.matches("<loc>").count(), 2);
        assert!(read(&scratch.path().join("404.html"))?.contains("<a href=\"https://a.example/t/en/\""));
        Ok(())
    }

    #[test]
    fn a_site_without_a_base_has_relative_ones() -> Result<()> {
        let scratch = written(None)?;
        let page = read(&scratch.path().join("index.html"))?;
        assert!(!page.contains("canonical") && !page.contains("og:url"), "{page}");
        assert!(!scratch.path().join("sitemap.xml").exists());
        let manifest = read(&scratch.path().join("en/manifest.webmanifest"))?;
        for part in ["\"scope\": \"./../\"", "\"../icon.svg\"", "\"../icon-192.png\"", "\"maskable\""] {
            assert!(manifest.contains(part), "{part}: {manifest}");
        }
        Ok(())
    }
}
