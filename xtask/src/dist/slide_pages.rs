//! A page for each slide, `slides/ID/` beside its deck's page, for links that are sent to others: programs that show a
//! link's title and card ask a server, and no server hears of a fragment. The page leads on to the slide at once, without
//! a script.

use std::fmt::Write;
use std::fs;
use std::path::Path;

use anyhow::{Context, Result};

use super::cards::{self, Drawing, Slide};
use super::heads::{PAGES, Page};

/// The folder of the pages, beside that of the deck.
const FOLDER: &str = "slides";
/// From the page to the deck's.
const UP: &str = "../../";

/// Whether a file, whose path counts from the site, is such a page.
pub fn is_slide_page(file: &Path) -> bool {
    PAGES.iter().any(|page| file.starts_with(Path::new(page.folder).join(FOLDER)))
}

/// Writes the pages of all decks, and draws their cards if the site's address is known: addresses of cards are absolute.
pub fn write(site: &Path, base: Option<&str>) -> Result<()> {
    let drawing = base.map(|_| Drawing::new());
    for page in &PAGES {
        let told = cards::tell(site, page, drawing.as_ref())?;
        let about = About { page, base, title: page.title(site)?, description: page.description(site)? };
        for slide in &told.slides {
            let folder = site.join(page.folder).join(FOLDER).join(&slide.id);
            fs::create_dir_all(&folder).with_context(|| format!("can't create {}", folder.display()))?;
            let file = folder.join("index.html");
            fs::write(&file, about.slide(site, slide))
                .with_context(|| format!("can't write {}", file.display()))?;
        }
    }
    Ok(())
}

/// What the pages of a deck have in common. Title and description are HTML.
struct About<'a> {
    page: &'a Page,
    base: Option<&'a str>,
    title: String,
    description: String,
}

impl About<'_> {
    fn slide(&self, site: &Path, slide: &Slide) -> String {
        let (language, deck) = (self.page.language(), &self.title);
        let own = if slide.title.is_empty() { deck.clone() } else { escaped(&slide.title) };
        let title = if own == *deck { own.clone() } else { format!("{own} | {deck}") };
        let text = if slide.text.is_empty() { self.description.clone() } else { escaped(&slide.text) };
        let place = format!("{UP}#{}", encoded(&slide.id));
        let canonical = self.base.map_or(UP.to_owned(), |base| format!("{base}{}", self.page.folder));
        let properties = self.properties(site, slide, [&own, &text]);
        let lead = if language == "ja" { "スライドを開く" } else { "Open the slide" };
        format!(
            "<!doctype html>\n<html lang=\"{language}\"><head><meta charset=\"utf-8\">\
             <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"><title>{title}</title>\
             <meta name=\"description\" content=\"{text}\"><meta name=\"color-scheme\" content=\"light dark\">\
             <link rel=\"canonical\" href=\"{canonical}\">{properties}\
             <meta http-equiv=\"refresh\" content=\"0; url={place}\"></head>\
             <body><main><h1>{own}</h1><p><a href=\"{place}\">{lead}</a></p></main></body></html>\n"
        )
    }

    /// What cards say. Their address is the page's own: by that of the deck they would be the deck's.
    fn properties(&self, site: &Path, slide: &Slide, [title, text]: [&str; 2]) -> String {
        let mut written: String = [
            property("type", "article"),
            property("title", title),
            property("description", text),
            property("site_name", &self.title),
            property("locale", self.page.locale),
        ]
        .concat();
        if let Some(base) = self.base {
            written +=
                &property("url", &format!("{base}{}{FOLDER}/{}/", self.page.folder, encoded(&slide.id)));
            written += &cards::properties(site, base, self.page, &slide.id, title);
        }
        written
    }
}

/// A property of the Open Graph protocol (ogp.me); the value is HTML.
pub fn property(name: &str, value: &str) -> String {
    format!("<meta property=\"og:{name}\" content=\"{value}\">")
}

/// A text as HTML.
fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('"', "&quot;")
}

/// Percent-encoded, but for ASCII letters and digits and `-_.~`, which may stand in a path and in a fragment.
pub fn encoded(text: &str) -> String {
    let mut encoded = String::new();
    for byte in text.bytes() {
        if byte.is_ascii_alphanumeric() || b"-_.~".contains(&byte) {
            encoded.push(char::from(byte));
        } else {
            // Writing into a text never fails.
            let _ = write!(encoded, "%{byte:02X}");
        }
    }
    encoded
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::scratch::Scratch;

    fn page_of(slide: &Slide, base: Option<&str>) -> Result<String> {
        let scratch = Scratch::new(if base.is_some() { "slides-based" } else { "slides" })?;
        let cards = scratch.path().join("cards/en");
        fs::create_dir_all(&cards)?;
        fs::write(cards.join("比べ.png"), "")?;
        let about = About { page: &PAGES[1], base, title: "A &amp; B".into(), description: "d".into() };
        Ok(about.slide(scratch.path(), slide))
    }

    fn slide(id: &str, title: &str, text: &str) -> Slide {
        Slide { id: id.into(), title: title.into(), text: text.into() }
    }

    #[test]
    fn a_page_tells_of_its_slide_and_leads_to_it() -> Result<()> {
        let page = page_of(&slide("比べ", "C < D", "\"t\""), Some("https://a.example/t/"))?;
        for part in [
            "<html lang=\"en\">",
            "<title>C &lt; D | A &amp; B</title>",
            "name=\"description\" content=\"&quot;t&quot;\"",
            "<link rel=\"canonical\" href=\"https://a.example/t/en/\">",
            "og:url\" content=\"https://a.example/t/en/slides/%E6%AF%94%E3%81%B9/\"",
            "og:image\" content=\"https://a.example/t/cards/en/%E6%AF%94%E3%81%B9.png\"",
            "content=\"0; url=../../#%E6%AF%94%E3%81%B9\"",
            "<a href=\"../../#%E6%AF%94%E3%81%B9\">Open the slide</a>",
        ] {
            assert!(page.contains(part), "{part}: {page}");
        }
        assert!(!page.contains("<script") && !page.contains("style"), "{page}");
        Ok(())
    }

    #[test]
    fn without_an_address_or_a_card_there_is_no_picture() -> Result<()> {
        let page = page_of(&slide("比べ", "", ""), None)?;
        assert!(!page.contains("og:image") && !page.contains("og:url"), "{page}");
        assert!(page.contains("<link rel=\"canonical\" href=\"../../\">"), "{page}");
        assert!(
            page.contains("<title>A &amp; B</title>") && page.contains("name=\"description\" content=\"d\""),
            "{page}"
        );
        assert!(!page_of(&slide("x", "X", ""), Some("https://a.example/t/"))?.contains("og:image"));
        Ok(())
    }

    #[test]
    fn pages_of_slides_are_told_from_others() {
        let all = ["slides/a/index.html", "en/slides/比べ/index.html"];
        assert!(all.iter().all(|page| is_slide_page(Path::new(page))));
        assert!(
            !is_slide_page(Path::new("en/index.html")) && !is_slide_page(Path::new("offline/slides.html"))
        );
    }
}
