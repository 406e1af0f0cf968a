//! Clicks and swipes on the stage.

use super::focus::origin;
use crate::app::msg::{Msg, NavMsg};
use crate::text::fragment;
use wasm_bindgen::JsCast;
use web_sys::{Element, Event, HtmlElement, MouseEvent, PointerEvent, Text};

/// The part of the stage's width, at its left and right, in which a click moves.
const EDGE: f64 = 0.2;
/// A swipe is at least so many CSS pixels long, and so many times longer than high.
const SWIPE_LENGTH: f64 = 48.0;
const SWIPE_SLANT: f64 = 1.5;

/// What keeps its clicks for itself.
const CONTROLS: &str = "a, button, summary, input, select, textarea, label, fieldset, .details, .notices, dialog, .toolbar, .quiz, .verdict, .verdict-figure, .read, .overview, .compare";

/// What a click means: a link inside the deck, an edge of the stage, or nothing.
pub fn click(event: &Event) -> Option<Msg> {
    let target = origin(event)?;
    let mouse = event.unchecked_ref::<MouseEvent>();
    if let Some(link) = nearest(&target, "a[href^='#']") {
        return inner_link(&link, mouse);
    }
    let is_plain = mouse.button() == 0
        && !mouse.ctrl_key()
        && !mouse.meta_key()
        && !mouse.shift_key()
        && !mouse.alt_key();
    let is_free = nearest(&target, CONTROLS).is_none() && !is_selecting() && !is_on_words(&target, mouse);
    // The bars beside the stage belong to its edges.
    let around = nearest(&target, ".stage-box").filter(|_| is_plain && is_free)?;
    let bounds = around.query_selector(".stage").ok()??.get_bounding_client_rect();
    let place = (f64::from(mouse.client_x()) - bounds.left()) / bounds.width().max(1.0);
    match place {
        place if place < EDGE => Some(Msg::Nav(NavMsg::Previous)),
        place if place > 1.0 - EDGE => Some(Msg::Nav(NavMsg::Next)),
        _ => None,
    }
}

/// A link to a part of the deck, or a footnote's mark. A click with a modifier is the browser's.
fn inner_link(link: &Element, mouse: &MouseEvent) -> Option<Msg> {
    if mouse.ctrl_key() || mouse.meta_key() || mouse.shift_key() {
        return None;
    }
    mouse.prevent_default();
    if let Some(number) = link.get_attribute("data-footnote") {
        // In the article each slide has footnotes of its own.
        let note = format!("li[data-footnote='{number}']");
        let beside = nearest(link, ".content")?.query_selector(&note).ok()??;
        let _ = beside.unchecked_into::<HtmlElement>().focus();
        return None;
    }
    Some(Msg::Nav(NavMsg::Link(fragment::id(&link.get_attribute("href")?))))
}

fn nearest(element: &Element, selector: &str) -> Option<Element> {
    element.closest(selector).ok().flatten()
}

/// Whether a click on an element is one on its words, which may be about to be selected.
fn is_on_words(target: &Element, mouse: &MouseEvent) -> bool {
    let Some(range) = target.owner_document().and_then(|document| document.create_range().ok()) else {
        return false;
    };
    let (x, y) = (f64::from(mouse.client_x()), f64::from(mouse.client_y()));
    let nodes = target.child_nodes();
    let texts = (0..nodes.length()).filter_map(|at| nodes.item(at)).filter(JsCast::has_type::<Text>);
    let lines = texts.filter_map(|text| {
        range.select_node_contents(&text).ok()?;
        range.get_client_rects()
    });
    lines
        .flat_map(|lines| (0..lines.length()).filter_map(move |at| lines.item(at)))
        .any(|line| (line.left()..=line.right()).contains(&x) && (line.top()..=line.bottom()).contains(&y))
}

/// Whether text is selected. `isCollapsed` knows nothing of selections inside a shadow root.
fn is_selecting() -> bool {
    let selection = web_sys::window().and_then(|window| window.get_selection().ok().flatten());
    selection.is_some_and(|selection| selection.type_() == "Range")
}

/// A touch on its way over the stage.
#[derive(Default)]
pub struct Swipe {
    /// The pointer and where it came down.
    start: Option<(i32, f64, f64)>,
}

impl Swipe {
    pub fn begin(&mut self, event: &PointerEvent) {
        let target = origin(event);
        let keeps = target.is_some_and(|target| {
            nearest(&target, ".table-box, pre, .toolbar, dialog, input, .read, .overview, .compare").is_some()
        });
        let is_touch = event.pointer_type() != "mouse" && event.is_primary() && !keeps;
        self.start =
            is_touch.then(|| (event.pointer_id(), f64::from(event.client_x()), f64::from(event.client_y())));
    }

    /// To the left is next, as if the slides lay in a row.
    pub fn end(&mut self, event: &PointerEvent) -> Option<Msg> {
        let (id, x, y) = self.start.take()?;
        let (wide, high) = (f64::from(event.client_x()) - x, f64::from(event.client_y()) - y);
        let is_swipe =
            id == event.pointer_id() && wide.abs() >= SWIPE_LENGTH && wide.abs() >= SWIPE_SLANT * high.abs();
        is_swipe.then_some(if wide < 0.0 { Msg::Nav(NavMsg::Next) } else { Msg::Nav(NavMsg::Previous) })
    }
}
