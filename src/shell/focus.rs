//! Where an event came from, and where the focus goes.

use crate::model::content::ItemNumber;
use wasm_bindgen::JsCast;
use web_sys::{Element, Event, HtmlElement, ShadowRoot};

/// The element that an event began at, shadow roots looked into.
pub fn origin(event: &Event) -> Option<Element> {
    event.composed_path().get(0).dyn_into().ok()
}

/// After another slide has been drawn: to its top, and into it if the focus was in the old one.
pub fn show_slide(shadow: &ShadowRoot, had_focus: bool) {
    let Some(scroller) = find(shadow, ".scroller") else { return };
    scroller.set_scroll_top(0);
    if had_focus {
        let _ = scroller.focus();
    }
}

/// After another question or the verdict has been drawn: to its beginning, and to its heading, which is read out.
pub fn show_question(shadow: &ShadowRoot) {
    if let Some(heading) = find(shadow, "#slide-title") {
        let _ = heading.focus();
    }
}

/// Whether the focus is on what the stage shows: a slide, a question, the verdict.
pub fn is_on_stage(shadow: &ShadowRoot) -> bool {
    shadow.active_element().is_some_and(|element| element.closest(".stage").ok().flatten().is_some())
}

/// Brings the item that the address names into view and gives it the focus.
pub fn show_target(shadow: &ShadowRoot) {
    if let Some(target) = find(shadow, ".is-target") {
        let _ = target.focus();
    }
}

/// After a claim's details have closed: to the button that opened them.
pub fn leave_details(shadow: &ShadowRoot, number: ItemNumber) {
    if let Some(button) = find(shadow, &format!("[data-item='{}'] .details-button", number.0)) {
        let _ = button.focus();
    }
}

pub fn find(shadow: &ShadowRoot, selector: &str) -> Option<HtmlElement> {
    shadow.query_selector(selector).ok().flatten().map(JsCast::unchecked_into)
}
