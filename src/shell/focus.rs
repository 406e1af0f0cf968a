//! Where an event came from, and where the focus goes.

use crate::model::content::ItemNumber;
use wasm_bindgen::JsCast;
use web_sys::{Element, Event, HtmlElement, ScrollIntoViewOptions, ScrollLogicalPosition, ShadowRoot};

/// The element that an event began at, shadow roots looked into.
pub fn origin(event: &Event) -> Option<Element> {
    event.composed_path().get(0).dyn_into().ok()
}

/// What scrolls. Slides that are drawn out of sight have their own.
pub const SCROLLER: &str = ".scroller:not([hidden] > *)";

/// After another slide has been drawn: to its top, and into it if the focus was in the old one.
pub fn show_slide(shadow: &ShadowRoot, had_focus: bool) {
    let Some(scroller) = find(shadow, SCROLLER) else { return };
    let entry = find(shadow, ".entry[data-here]");
    // The place in the overview comes to the upper third, with what stands before it.
    let thumb =
        find(shadow, ".thumb.is-cursor").map(|thumb| thumb.offset_top() - scroller.client_height() / 3);
    let top = entry.as_ref().map(HtmlElement::offset_top).or(thumb);
    scroller.set_scroll_top(top.unwrap_or(0));
    if had_focus {
        let _ = entry.unwrap_or(scroller).focus();
    }
}

/// The focus to the slide of the overview to which the keys have come, or to that of the article.
pub fn show_cursor(shadow: &ShadowRoot) {
    if let Some(place) = find(shadow, ".thumb.is-cursor, .entry[data-here]") {
        let _ = place.focus();
    }
}

/// Scrolls the chosen hit of a search into sight. The focus stays in the field.
pub fn show_hit(shadow: &ShadowRoot) {
    if let Some(hit) = find(shadow, ".hit[aria-selected=true]") {
        let options = ScrollIntoViewOptions::new();
        options.set_block(ScrollLogicalPosition::Nearest);
        hit.scroll_into_view_with_scroll_into_view_options(&options);
    }
}

/// The slide of the overview that stands below or above the present one.
pub fn slide_in_next_row(shadow: &ShadowRoot, down: bool) -> Option<usize> {
    let place = |thumb: &HtmlElement| {
        let bounds = thumb.get_bounding_client_rect();
        (bounds.left(), bounds.top())
    };
    let (x, y) = place(&find(shadow, ".thumb.is-cursor")?);
    let mut best: Option<(f64, HtmlElement)> = None;
    for thumb in find_all(shadow, ".thumb") {
        let (left, top) = place(&thumb);
        let away = if down { top - y } else { y - top };
        // The nearest row counts, and in it the nearest place.
        let distance = away * 16.0 + (left - x).abs();
        if away > 1.0 && best.as_ref().is_none_or(|(least, _)| distance < *least) {
            best = Some((distance, thumb));
        }
    }
    best?.1.get_attribute("data-at")?.parse().ok()
}

/// After another question or the verdict has been drawn: to its beginning, and to its heading, which is read out.
pub fn show_question(shadow: &ShadowRoot) {
    if let Some(heading) = find(shadow, "#slide-title") {
        let _ = heading.focus();
    }
}

/// Whether the focus is on what the stage shows: a slide, a question, the verdict; or on the black that covers it.
pub fn is_on_stage(shadow: &ShadowRoot) -> bool {
    let is_in = |element: Element| element.closest(".stage, .black-box").ok().flatten();
    shadow.active_element().and_then(is_in).is_some()
}

/// What had the focus when the screen became black.
const COVERED: &str = "data-covered";

/// Leads the focus to the black that covers everything, and back to what had it; if that has gone, to the slide.
pub fn cover(shadow: &ShadowRoot, is_black: bool, had_focus: bool) {
    let covered = find(shadow, "[data-covered]");
    if let Some(element) = &covered {
        let _ = element.remove_attribute(COVERED);
    }
    if is_black {
        if let Some((element, black)) = shadow.active_element().zip(find(shadow, ".black-box main")) {
            let _ = element.set_attribute(COVERED, "");
            let _ = black.focus();
        }
        return;
    }
    if let Some(element) = covered.or_else(|| find(shadow, SCROLLER)).filter(|_| had_focus) {
        let _ = element.focus();
    }
}

/// Brings the item that the address names into view and gives it the focus.
pub fn show_target(shadow: &ShadowRoot) {
    if let Some(target) = find(shadow, ".is-target") {
        let _ = target.focus();
    }
}

/// After a claim's details have closed: to the button that opened them, or to its bar in the timeline.
pub fn leave_details(shadow: &ShadowRoot, slide: usize, number: ItemNumber) {
    // In the article each slide has items of its own.
    let place = format!(":is([data-at='{slide}'], .slide)");
    let item = number.0;
    let button = format!("{place} [data-item='{item}'] .details-button, [data-bar='{slide}:{item}']");
    if let Some(button) = find(shadow, &button) {
        let _ = button.focus();
    }
}

pub fn find_all(shadow: &ShadowRoot, selector: &str) -> Vec<HtmlElement> {
    let mut found = Vec::new();
    if let Ok(list) = shadow.query_selector_all(selector) {
        for at in 0..list.length() {
            found.extend(list.item(at).map(JsCast::unchecked_into));
        }
    }
    found
}

pub fn find(shadow: &ShadowRoot, selector: &str) -> Option<HtmlElement> {
    shadow.query_selector(selector).ok().flatten().map(JsCast::unchecked_into)
}
