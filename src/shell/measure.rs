//! Shrinking a slide that is too full, and telling what of it is out of sight.

use super::focus::{CONTENT, SCROLLER, find, find_all};
use crate::app::msg::Msg;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{HtmlElement, NodeList, ShadowRoot};

/// Sizes are counted in hundredths, so that the page finds the same ones before the program is there (`early.js`).
const WHOLE: u32 = 100;
/// A slide shrinks to so much of its size and no further, so that its text stays at 2.6 % of the stage's height; then
/// it scrolls.
const FLOOR: u32 = 70;
/// How far from a guess the next one is.
const NEAR: u32 = 4;

/// A printed page doesn't scroll: what is on it is made as small as it must be.
const PRINTED_FLOOR: u32 = 30;

/// Gives the slide the largest size at which it fits.
pub fn fit(shadow: &ShadowRoot) {
    let scroller = find(shadow, SCROLLER);
    // The pictures of the overview have sizes of their own, and tables and the article scroll.
    let has_none = |class: &&str| scroller.as_ref().is_some_and(|it| it.class_list().contains(class));
    if ["overview", "compare", "read"].iter().any(has_none) {
        return;
    }
    if let (Some(scroller), Some(content)) = (scroller, find(shadow, CONTENT)) {
        fit_content(&scroller, &content, FLOOR);
    }
}

/// Does the same for a slide that is drawn out of sight, and takes it to its top.
pub fn fit_beside(shadow: &ShadowRoot, id: &str) {
    if let Some((scroller, content)) = slide(shadow.query_selector_all(".slide"), id) {
        fit_content(&scroller, &content, FLOOR);
        scroller.set_scroll_top(0);
    }
}

/// How high the content of a slide is, drawn out of sight or not, in CSS pixels; 0 if it isn't there.
pub fn height_of(shadow: &ShadowRoot, id: &str) -> i32 {
    slide(shadow.query_selector_all(".slide"), id).map_or(0, |(_, content)| content.scroll_height())
}

/// Gives the slide the size that `early.js` has found for it; false if it has not looked at this slide.
pub fn fit_as_before(host: &HtmlElement, shadow: &ShadowRoot, id: &str) -> bool {
    let before = slide(host.query_selector_all(".all-slides .slide"), id);
    let size = before.and_then(|(scroller, _)| scroller.style().get_property_value("--fit").ok());
    let shown = slide(shadow.query_selector_all(".slide"), id);
    size.filter(|size| !size.is_empty())
        .zip(shown)
        .is_some_and(|(size, (scroller, _))| scroller.style().set_property("--fit", &size).is_ok())
}

/// What scrolls of the slide of this id, and its content.
fn slide(all: Result<NodeList, JsValue>, id: &str) -> Option<(HtmlElement, HtmlElement)> {
    let all = all.ok()?;
    let mut slides =
        (0..all.length()).filter_map(|at| all.item(at)).map(JsCast::unchecked_into::<HtmlElement>);
    let slide = slides.find(|slide| slide.get_attribute("data-slide").as_deref() == Some(id))?;
    let within = |selector| slide.query_selector(selector).ok().flatten().map(JsCast::unchecked_into);
    Some((within(".scroller")?, within(".content")?))
}

/// The same for a printed page.
pub fn fit_page(stage: &HtmlElement) {
    let within = |selector| stage.query_selector(selector).ok().flatten();
    if let (Some(scroller), Some(content)) = (within(".scroller"), within(".content")) {
        fit_content(scroller.unchecked_ref(), content.unchecked_ref(), PRINTED_FLOOR);
    }
}

/// For a small picture a guess is good enough, and takes one look instead of several.
pub fn fit_roughly(frame: &HtmlElement) {
    let Some(scroller) = frame.query_selector(".scroller").ok().flatten() else { return };
    let scroller = scroller.unchecked_ref::<HtmlElement>();
    let size = guess(scroller);
    if size < WHOLE {
        set_fit(scroller, size.saturating_sub(NEAR / 2).max(PRINTED_FLOOR));
    }
}

/// Most slides fit as they are: then nothing more is laid out than the slide itself.
fn fit_content(scroller: &HtmlElement, content: &HtmlElement, floor: u32) {
    set_fit(scroller, WHOLE);
    if !fits(scroller, content) && !is_stacked(scroller) {
        // A scrollbar from a size that is too large would narrow the text of the next one.
        set_overflow(scroller, "hidden");
        shrink(scroller, content, floor);
        set_overflow(scroller, "");
    }
}

fn shrink(scroller: &HtmlElement, content: &HtmlElement, floor: u32) {
    let (mut low, mut high) = (floor, WHOLE);
    let mut next = guess(scroller);
    while high - low > 1 {
        let size = next.clamp(low + 1, high - 1);
        set_fit(scroller, size);
        if fits(scroller, content) {
            low = size;
            next = size + NEAR;
        } else {
            high = size;
            next = size.saturating_sub(NEAR);
        }
        // Once the size lies between two near bounds, halving is quickest.
        if high - low <= NEAR {
            next = u32::midpoint(low, high);
        }
    }
    set_fit(scroller, low);
}

/// A size near the right one: the text's area shrinks with the square of its size.
fn guess(scroller: &HtmlElement) -> u32 {
    let (room, need) = (f64::from(scroller.client_height()), f64::from(scroller.scroll_height().max(1)));
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "between 0 and 100")]
    let size = (f64::from(WHOLE) * (room / need).sqrt()) as u32;
    size
}

fn set_overflow(scroller: &HtmlElement, overflow: &str) {
    let _ = scroller.style().set_property("overflow-y", overflow);
}

/// What the slide has already isn't set again: the browser would look at all styles anew.
fn set_fit(scroller: &HtmlElement, hundredths: u32) {
    let (style, size) = (scroller.style(), format!("calc({hundredths}/100)"));
    if style.get_property_value("--fit").as_ref() != Ok(&size) {
        let _ = style.set_property("--fit", &size);
    }
}

fn fits(scroller: &HtmlElement, content: &HtmlElement) -> bool {
    scroller.scroll_height() <= scroller.client_height() && content.scroll_width() <= scroller.client_width()
}

/// On a narrow screen the columns stack and the slide scrolls as any page: nothing shrinks.
fn is_stacked(scroller: &HtmlElement) -> bool {
    let style = web_sys::window().and_then(|window| window.get_computed_style(scroller).ok().flatten());
    style
        .and_then(|style| style.get_property_value("--stacked").ok())
        .is_some_and(|value| value.trim() == "1")
}

/// What of the slide is out of sight.
pub fn measured(shadow: &ShadowRoot) -> Option<Msg> {
    let scroller = find(shadow, SCROLLER)?;
    let (top, height) = (scroller.scroll_top(), scroller.client_height());
    Some(Msg::Measured { above: top > 1, below: top + height < scroller.scroll_height() - 1 })
}

/// Scrolls by most of a page, or by a few lines.
pub fn scroll(shadow: &ShadowRoot, down: bool, is_far: bool) {
    if let Some(scroller) = find(shadow, SCROLLER) {
        let way = scroller.client_height() * if is_far { 12 } else { 2 } / 15;
        scroller.set_scroll_top(scroller.scroll_top() + if down { way } else { -way });
    }
}

/// To the beginning or the end.
pub fn scroll_to_end(shadow: &ShadowRoot, down: bool) {
    if let Some(scroller) = find(shadow, SCROLLER) {
        scroller.set_scroll_top(if down { scroller.scroll_height() } else { 0 });
    }
}

/// The height of the rows of a table that are drawn, and how many they are; nothing where all are drawn.
fn drawn_rows(shadow: &ShadowRoot) -> Option<(i32, i32, i32)> {
    find(shadow, "[data-rows]")?;
    let rows = find_all(shadow, ".compare [data-row]");
    let (first, last) = (rows.first()?, rows.last()?);
    let height = last.offset_top() + last.offset_height() - first.offset_top();
    Some((first.offset_top(), height, i32::try_from(rows.len()).ok()?)).filter(|_| height > 0)
}

fn number(element: &HtmlElement, name: &str) -> i32 {
    element.get_attribute(name).and_then(|number| number.parse().ok()).unwrap_or(0)
}

/// Gives the room of the rows that are not drawn its height: as if they were like those which are.
pub fn make_room(shadow: &ShadowRoot) {
    let Some((_, height, count)) = drawn_rows(shadow) else { return };
    for room in find_all(shadow, "[data-rows]") {
        let rows = number(&room, "data-rows");
        let _ = room.style().set_property("height", &format!("calc({rows}px * {height} / {count})"));
    }
}

/// The place of the row that has come to the top of a table that isn't drawn whole.
pub fn seen_row(shadow: &ShadowRoot) -> Option<usize> {
    let (top, height, count) = drawn_rows(shadow)?;
    let table = find(shadow, ".compare .rows")?;
    let above = find(shadow, ".compare")?.scroll_top() - table.offset_top() - top;
    let first = number(&find(shadow, ".compare [data-row]")?, "data-row") - 1;
    usize::try_from(first + above * count / height).ok().or(Some(0))
}

/// The slide of the article that has come to the top: the last one that begins in the upper third.
pub fn seen_slide(shadow: &ShadowRoot) -> Option<usize> {
    let scroller = find(shadow, ".read")?;
    let line = scroller.scroll_top() + scroller.client_height() / 3;
    let mut seen = None;
    for entry in find_all(shadow, ".entry") {
        if entry.offset_top() > line {
            break;
        }
        seen = entry.get_attribute("data-at");
    }
    seen?.parse().ok()
}
