//! Makes the static page out of ours: walks through all slides once, keeps what each looks like, and writes one HTML
//! file in which all of them lie ready. The style sheets come along; the program does not.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result, bail};
use serde::Deserialize;

use super::browser::Tab;
use super::page;

const CAPTURE: &str = include_str!("capture.js");
const SCRIPT: &str = include_str!("static.js");
const SLIDE: &str =
    "document.querySelector('kurabe-deck').shadowRoot.querySelector('[data-slide]:not([hidden])').outerHTML";

/// Everything around the slides.
#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Frame {
    page_style: String,
    deck_style: String,
    /// The shadow root's content, with `{slide}` where the slide was.
    shell: String,
    attributes: Vec<(String, String)>,
    title: String,
}

/// Writes the static page of the page at `address` into `directory`, and returns the number of slides.
pub fn write_static_page(tab: &Tab, address: &str, directory: &Path) -> Result<usize> {
    page::open(tab, address)?;
    let frame = serde_json::from_value(tab.value(CAPTURE)?).context("our page could not be read")?;
    let slides = slides(tab)?;
    if slides.len() < 2 {
        bail!("our page has {} slide: PageDown should show the next", slides.len());
    }
    write(directory, "index.html", &html(&frame, &slides))?;
    write(directory, "static.js", SCRIPT)?;
    Ok(slides.len())
}

/// The HTML of each slide, with all its steps, in the deck's order.
fn slides(tab: &Tab) -> Result<Vec<String>> {
    let mut slides: Vec<(String, String)> = Vec::new();
    loop {
        let (id, html) = (page::shown(tab)?, current(tab)?);
        match slides.last_mut() {
            Some((last, seen)) if *last == id && *seen == html => break,
            Some((last, seen)) if *last == id => *seen = html,
            _ => slides.push((id, html)),
        }
        page::press_next(tab)?;
        page::settle(tab)?;
    }
    Ok(slides.into_iter().map(|(_, html)| html).collect())
}

fn current(tab: &Tab) -> Result<String> {
    Ok(tab.value(SLIDE)?.as_str().unwrap_or_default().to_owned())
}

fn html(frame: &Frame, slides: &[String]) -> String {
    let mut slides = slides.iter();
    let first = slides.next().cloned().unwrap_or_default();
    let all: String = [first].into_iter().chain(slides.map(|slide| hidden(slide))).collect();
    let attributes: String = frame.attributes.iter().map(|(name, value)| attribute(name, value)).collect();
    format!(
        "<!doctype html><html><meta charset=utf-8><meta name=viewport content=\"width=device-width\">\
         <title>{}</title><style>{}</style>\
         <kurabe-deck{attributes}><template shadowrootmode=open>\
         <style>{}[hidden]{{display:none!important}}</style>{}</template></kurabe-deck>\
         <script src=static.js defer></script></html>",
        escaped(&frame.title),
        frame.page_style,
        frame.deck_style,
        frame.shell.replacen("{slide}", &all, 1),
    )
}

/// The element with the attribute `hidden`.
fn hidden(element: &str) -> String {
    let name_end = element.find(|c: char| c.is_whitespace() || c == '>').unwrap_or(element.len());
    format!("{} hidden{}", &element[..name_end], &element[name_end..])
}

fn attribute(name: &str, value: &str) -> String {
    format!(" {name}=\"{}\"", escaped(value))
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('"', "&quot;")
}

fn write(directory: &Path, name: &str, text: &str) -> Result<()> {
    let file = directory.join(name);
    fs::create_dir_all(directory).with_context(|| format!("can't create {}", directory.display()))?;
    fs::write(&file, text).with_context(|| format!("can't write {}", file.display()))?;
    let packed = crate::dist::brotli(text.as_bytes())?;
    fs::write(directory.join(format!("{name}.br")), packed)
        .with_context(|| format!("can't write {}.br", file.display()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn all_slides_lie_in_the_place_of_one_and_only_the_first_is_shown() {
        let frame = Frame {
            page_style: "body{margin:0}".to_owned(),
            deck_style: ":host{color:red}".to_owned(),
            shell: "<main>{slide}</main>".to_owned(),
            attributes: vec![("lang".to_owned(), "ja".to_owned())],
            title: "a < b".to_owned(),
        };
        let slides = [1, 2].map(|id| format!("<section data-slide=\"{id}\">{id}</section>"));
        let html = html(&frame, &slides);
        let expected =
            "<main><section data-slide=\"1\">1</section><section hidden data-slide=\"2\">2</section></main>";
        assert!(html.contains(expected) && html.contains("<kurabe-deck lang=\"ja\">"), "{html}");
        assert!(html.contains("<title>a &lt; b</title>"), "{html}");
    }
}
