//! Printed pages: made when the browser is about to print, or as soon as the address asks for them.

use super::fit::fit_page;
use super::focus::{find, find_all};
use super::nodes;
use crate::app::printing::Paper;
use crate::app::screen::{Mode, picture, whole};
use crate::app::state::State;
use crate::ui::{printed_page, printed_view};
use js_sys::Array;
use wasm_bindgen::JsCast;
use web_sys::{CssStyleSheet, Document, HtmlElement, HtmlImageElement, ShadowRoot};

/// Sizes of pages. In a shadow root such rules have no effect: they are the document's.
const SLIDES: &str = "@page{size:1280px 720px;margin:0}";
const VIEW: &str = "@page{size:A4 landscape;margin:12mm}";
const HANDOUT: &str = "@page{size:A4;margin:13mm 14mm}";

/// The document's rules for pages.
pub struct Pages {
    sheet: Option<CssStyleSheet>,
}

impl Pages {
    pub fn new(document: Option<&Document>) -> Self {
        let sheet = document.and_then(|document| {
            let sheet = CssStyleSheet::new().ok()?;
            let sheets = Array::from(&document.adopted_style_sheets());
            sheets.push(&sheet);
            document.set_adopted_style_sheets(&sheets);
            Some(sheet)
        });
        Self { sheet }
    }

    fn set(&self, rules: &str) {
        if let Some(sheet) = &self.sheet {
            let _ = sheet.replace_sync(rules);
        }
    }

    /// Makes the pages, unless they are there.
    pub fn make(&self, host: &HtmlElement, shadow: &ShadowRoot, state: &State, paper: Paper) {
        if host.get_attribute("data-paper").as_deref() == Some(paper.name()) {
            return;
        }
        self.clear(host, shadow);
        let (rules, mode) = match paper {
            Paper::Slides => (SLIDES, Mode::Picture),
            Paper::Handout => (HANDOUT, Mode::Handout),
            Paper::View => (VIEW, Mode::Handout),
        };
        self.set(rules);
        let Some(place) = find(shadow, ".place") else { return };
        let document = place.owner_document();
        let Some(pages) = document.and_then(|document| document.create_element("main").ok()) else { return };
        pages.set_class_name("pages");
        if let Some(stage) = whole(state).filter(|_| paper == Paper::View) {
            nodes::append(&pages, &printed_view(&stage));
        }
        for at in state.shown().into_iter().filter(|_| paper != Paper::View) {
            if let Some(screen) = picture(state, at, u32::MAX, mode) {
                nodes::append(&pages, &printed_page(&screen, paper));
            }
        }
        let _ = place.insert_adjacent_element("afterend", &pages);
        let _ = host.set_attribute("data-paper", paper.name());
        settle(host, shadow);
    }

    pub fn clear(&self, host: &HtmlElement, shadow: &ShadowRoot) {
        if let Some(pages) = find(shadow, ".pages") {
            pages.remove();
        }
        let _ = host.remove_attribute("data-paper");
        let _ = host.remove_attribute("data-print-ready");
        self.set("");
    }
}

/// Fits the slides of the pages; once all pictures are there, says so.
pub fn settle(host: &HtmlElement, shadow: &ShadowRoot) {
    let mut all_loaded = true;
    for image in find_all(shadow, ".pages img") {
        all_loaded &= image.unchecked_into::<HtmlImageElement>().complete();
    }
    for stage in find_all(shadow, ".pages .stage") {
        fit_page(&stage);
    }
    if all_loaded && host.has_attribute("data-paper") {
        let _ = host.set_attribute("data-print-ready", "");
    }
}
