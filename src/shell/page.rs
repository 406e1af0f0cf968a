//! What of the page is not drawn by the widgets: the element's own looks, the page's title and its language.

use crate::app::screen::{Screen, Stage};
use web_sys::{Document, HtmlElement};

/// Gives the element the custom properties of the screen. `dressed` are those that it has.
pub fn dress(host: &HtmlElement, screen: &Screen, dressed: &mut Vec<(String, String)>) {
    if *dressed != screen.properties {
        for (name, value) in &screen.properties {
            let _ = host.style().set_property(name, value);
        }
        dressed.clone_from(&screen.properties);
    }
    // The fallback is shown again, without its progress line.
    let has_failed = matches!(screen.stage, Stage::Failed { .. });
    let _ = host.toggle_attribute_with_force("data-failed", has_failed);
}

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
