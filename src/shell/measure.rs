//! What of a slide is out of sight, where an article or a table is, and scrolling them.

use super::focus::{SCROLLER, find, find_all};
use crate::app::nav::Scroll;
use web_sys::{Element, HtmlElement, ShadowRoot};

/// The parts of an item but its lists, whose items may be ahead, and its closed details.
const OWN_PARTS: &str = " > .item-text > :not(ul, ol, .details-box)";

/// What of the slide is out of sight. Steps that are ahead have their room, but are nothing to be seen yet.
pub fn measured(shadow: &ShadowRoot) -> Option<Scroll> {
    let scroller = find(shadow, SCROLLER)?;
    let (top, height) = (scroller.scroll_top(), scroller.client_height());
    let mut below = top + height < scroller.scroll_height() - 1;
    if below && find(shadow, &format!("{SCROLLER} .is-ahead")).is_some() {
        let end = scroller.get_bounding_client_rect().bottom() + 1.0;
        let reached = find_all(shadow, &format!("{SCROLLER} .item:not(.is-ahead){OWN_PARTS}"));
        below = reached.iter().any(|part| part.get_bounding_client_rect().bottom() > end);
    }
    Some(Scroll { above: top > 1, below })
}

/// Brings what the step has shown, or lit in code, into view.
pub fn show_step(shadow: &ShadowRoot) {
    let found = find_all(shadow, &format!("{SCROLLER} :is(.item.is-latest{OWN_PARTS}, .line.is-latest)"));
    if let (Some(first), Some(last)) = (found.first(), found.last()) {
        // The code, and then the slide. Where not all of it has room, the beginning is seen.
        for selector in ["pre", ".scroller"] {
            if let Ok(Some(scroller)) = first.closest(selector) {
                scroll_into(&scroller, first, last);
            }
        }
    }
}

fn scroll_into(scroller: &Element, first: &Element, last: &Element) {
    let room = scroller.get_bounding_client_rect();
    let under = last.get_bounding_client_rect().bottom() - room.bottom();
    let over = room.top() - (first.get_bounding_client_rect().top() - under.max(0.0));
    let by = under.max(0.0) - over.max(0.0);
    #[expect(clippy::cast_possible_truncation, reason = "lengths on a screen")]
    scroller.set_scroll_top(scroller.scroll_top() + by.round() as i32);
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

fn number(element: &HtmlElement, name: &str) -> i32 {
    element.get_attribute(name).and_then(|number| number.parse().ok()).unwrap_or(0)
}

/// Gives the room of the rows that are not drawn its height: as if they were like those which are.
pub fn make_room(shadow: &ShadowRoot) {
    let rooms = find_all(shadow, ".compare [data-rows]");
    if rooms.is_empty() {
        return;
    }
    let rows = find_all(shadow, ".compare [data-row]");
    let height: i32 = rows.iter().map(HtmlElement::offset_height).sum();
    for room in rooms {
        let count = number(&room, "data-rows");
        let height = format!("calc({count}px * {height} / {})", rows.len().max(1));
        let _ = room.style().set_property("height", &height);
    }
}

/// The place of the row that has come to the top of a table that isn't drawn whole.
pub fn seen_row(shadow: &ShadowRoot) -> Option<usize> {
    find(shadow, ".compare [data-rows]")?;
    let table = find(shadow, ".compare .rows")?;
    let top = find(shadow, ".compare")?.scroll_top() - table.offset_top();
    let (mut seen, mut next) = (0, 0);
    for part in find_all(shadow, ".compare :is([data-row], [data-rows])") {
        let above = top - part.offset_top();
        if above < 0 {
            break;
        }
        // A row, or the room of several.
        let rows = i64::from(number(&part, "data-rows").max(1));
        let passed = i64::from(above) * rows / i64::from(part.offset_height().max(1));
        seen = next + passed.min(rows - 1);
        next += rows;
    }
    usize::try_from(seen).ok()
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
