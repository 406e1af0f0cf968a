//! What a page of the site links to, what in it can be linked to, and which slides stand in it, as an HTML
//! tokenizer reads it.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};
use html5gum::emitters::default::DefaultEmitter;
use html5gum::{StartTag, Token, Tokenizer};

/// A page of the site.
#[derive(Default)]
pub struct Page {
    pub file: PathBuf,
    /// What it links to and loads, in the order of the page.
    pub links: Vec<String>,
    /// The ids of its elements, and the names of its anchors.
    pub ids: BTreeSet<String>,
    /// Ids that more than one element has.
    pub repeated: BTreeSet<String>,
    /// The ids of the slides that stand in it, in their order.
    pub slides: Vec<String>,
}

/// The pages of a site.
pub fn all(site: &Path) -> Result<Vec<Page>> {
    let files = super::html_files(site)?;
    let read = |file: PathBuf| {
        let text = fs::read_to_string(&file).with_context(|| format!("can't read {}", file.display()))?;
        Ok(Page::of(file, &text))
    };
    files.into_iter().map(read).collect()
}

/// Attributes that hold an address.
const ADDRESSES: [&str; 8] =
    ["href", "src", "poster", "data", "action", "cite", "data-compiled", "formaction"];

impl Page {
    pub fn of(file: PathBuf, text: &str) -> Self {
        let mut page = Self { file, ..Self::default() };
        let mut emitter = DefaultEmitter::default();
        // What stands in scripts and styles is text.
        emitter.naively_switch_states(true);
        for Ok(token) in Tokenizer::new_with_emitter(text, emitter) {
            if let Token::StartTag(tag) = token {
                page.see(&tag);
            }
        }
        page
    }

    fn see(&mut self, tag: &StartTag<()>) {
        let name = text(&tag.name);
        let is_name = name == "kurabe-deck" && self.is_single();
        for (attribute, value) in &tag.attributes {
            let (attribute, value) = (text(attribute), text(value));
            match &*attribute {
                "data-slide" => self.slides.push(value),
                "id" => self.add_id(value),
                "name" if name == "a" => self.add_id(value),
                "srcset" | "imagesrcset" => self.links.extend(candidates(&value)),
                "content" if value.contains("url=") && name == "meta" => {
                    self.links.extend(value.split_once("url=").map(|(_, address)| address.to_owned()));
                }
                known if ADDRESSES.contains(&known) && !is_name => self.links.push(value),
                _ => {}
            }
        }
    }

    /// Whether it has its deck in itself: the element then only says what that is called.
    fn is_single(&self) -> bool {
        self.file.parent().is_some_and(|folder| folder.ends_with("offline"))
    }

    fn add_id(&mut self, id: String) {
        if !self.ids.insert(id.clone()) {
            self.repeated.insert(id);
        }
    }
}

fn text(bytes: &[u8]) -> String {
    String::from_utf8_lossy(bytes).into_owned()
}

/// The addresses of a `srcset`.
fn candidates(value: &str) -> Vec<String> {
    value.split(',').filter_map(|one| one.split_whitespace().next()).map(str::to_owned).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn links_and_ids_are_found_and_texts_are_not() {
        let page = Page::of(
            "a.html".into(),
            "<!-- <a href=c> --><a id=i href='b.html#x&amp;y'>t</a><img srcset='a.png 1x, b.png 2x' src=\"c.png\">\
             <script>'<a href=no>'</script><meta http-equiv=refresh content='0; url=../#z'><p id=i data-slide=s><a name=n></a>",
        );
        let single = Page::of("offline/a.html".into(), "<kurabe-deck src=a.md><a href=b>");
        assert_eq!(single.links, ["b"]);
        // The attributes of an element come in the order of their names.
        assert_eq!(page.links, ["b.html#x&y", "c.png", "a.png", "b.png", "../#z"]);
        assert!(page.ids.contains("i") && page.ids.contains("n"));
        assert_eq!(page.slides, ["s"]);
        assert_eq!(page.repeated.into_iter().collect::<Vec<_>>(), ["i"]);
    }
}
