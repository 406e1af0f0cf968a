//! The page around a deck that is the page: its title and its language.

use crate::app::screen::Screen;
use web_sys::Document;

/// Gives the page the title of the screen, if it has one, and its language.
pub fn name(document: &Document, screen: &Screen) {
    if screen.title.is_empty() {
        return;
    }
    if document.title() != screen.title {
        document.set_title(&screen.title);
    }
    let root = document.document_element();
    if let Some(root) = root.filter(|root| root.get_attribute("lang").as_ref() != Some(&screen.lang)) {
        let _ = root.set_attribute("lang", &screen.lang);
    }
}
