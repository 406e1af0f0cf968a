//! Shrinking a slide that is too full, and telling what of it is out of sight.

use super::focus::find;
use crate::app::msg::Msg;
use web_sys::{HtmlElement, ShadowRoot};

/// A slide shrinks to so many thousandths of its size and no further, so that its text stays at 2.6 % of the
/// stage's height; then it scrolls.
const FLOOR: u32 = 700;
const WHOLE: u32 = 1000;
/// The size is found to within so many thousandths.
const PRECISION: u32 = 20;
/// How far from a guess the next one is.
const NEAR: u32 = 40;

/// Gives the slide the largest size at which it fits.
pub fn fit(shadow: &ShadowRoot) {
    let (Some(scroller), Some(content)) = (find(shadow, ".scroller"), find(shadow, ".content")) else {
        return;
    };
    // A scrollbar from a size that is too large would narrow the text of the next one.
    set_overflow(&scroller, "hidden");
    set_fit(&scroller, WHOLE);
    if !fits(&scroller, &content) && !is_stacked(&scroller) {
        shrink(&scroller, &content);
    }
    set_overflow(&scroller, "");
}

fn shrink(scroller: &HtmlElement, content: &HtmlElement) {
    let (mut low, mut high) = (FLOOR, WHOLE);
    let mut next = guess(scroller);
    while high - low > PRECISION {
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
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "between 0 and 1000")]
    let size = (f64::from(WHOLE) * (room / need).sqrt()) as u32;
    size
}

fn set_overflow(scroller: &HtmlElement, overflow: &str) {
    let _ = scroller.style().set_property("overflow-y", overflow);
}

fn set_fit(scroller: &HtmlElement, thousandths: u32) {
    let _ = scroller.style().set_property("--fit", &format!("calc({thousandths} / 1000)"));
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
    let scroller = find(shadow, ".scroller")?;
    let (top, height) = (scroller.scroll_top(), scroller.client_height());
    Some(Msg::Measured { above: top > 1, below: top + height < scroller.scroll_height() - 1 })
}

/// Scrolls by most of a page.
pub fn scroll(shadow: &ShadowRoot, down: bool) {
    if let Some(scroller) = find(shadow, ".scroller") {
        let page = scroller.client_height() * 4 / 5;
        scroller.set_scroll_top(scroller.scroll_top() + if down { page } else { -page });
    }
}
