//! Clicks on the stage and swipes over it.

use crate::input::Point;
use crate::page::Page;

const HERE: &str = "disclaimer";
const NEXT: &str = "contents";
const BEFORE: &str = "scope";

/// Nothing has moved, and nothing was about to: the next key press leads to the neighbour.
fn assert_still_at(page: &Page, here: &str, next: &str) {
    page.settle();
    assert_eq!(page.text("see.slide()"), here);
    page.press("PageDown");
    page.wait_for_slide(next);
    page.press("PageUp");
    page.wait_for_slide(here);
}

#[test]
fn a_swipe_moves() {
    let page = Page::open("#disclaimer");
    page.enable_touch();
    page.swipe(page.on_stage(0.7, 0.8), page.on_stage(0.3, 0.8));
    page.wait_for_slide(NEXT);
    page.swipe(page.on_stage(0.3, 0.8), page.on_stage(0.7, 0.8));
    page.wait_for_slide(HERE);
    page.swipe(page.on_stage(0.3, 0.8), page.on_stage(0.7, 0.82));
    page.wait_for_slide(BEFORE);
}

#[test]
fn a_finger_that_scrolls_or_wavers_does_not_move() {
    let page = Page::open("#dns");
    page.size(320, 480);
    page.enable_touch();
    page.settle();
    page.swipe(page.on_stage(0.5, 0.9), page.on_stage(0.45, 0.1));
    page.wait_for("see.one('.scroller').scrollTop > 40", "the slide scrolled by the finger");
    page.swipe(page.on_stage(0.5, 0.5), page.on_stage(0.42, 0.5));
    page.settle();
    let top = page.value("see.one('.scroller').scrollTop");
    page.press("PageUp");
    page.wait_for(&format!("see.one('.scroller').scrollTop < {top}"), "what is above");
    assert_eq!(page.text("see.slide()"), "dns");
}

#[test]
fn a_click_moves_in_the_outer_fifths_alone() {
    let page = Page::open("#disclaimer");
    for across in [0.25, 0.5, 0.75] {
        page.click_at(page.on_stage(across, 0.9));
    }
    assert_still_at(&page, HERE, NEXT);
    page.click_at(page.on_stage(0.95, 0.9));
    page.wait_for_slide(NEXT);
    page.click_at(page.on_stage(0.05, 0.9));
    page.wait_for_slide(HERE);
    page.click_at(page.on_stage(0.05, 0.9));
    page.wait_for_slide(BEFORE);
}

#[test]
fn a_click_on_words_does_not_move_and_two_select() {
    let page = Page::open("#disclaimer");
    let words = page.value("(({ left, top, height }) => ({ x: left + 12, y: top + height / 2 }))(see.one('.slide h1').getBoundingClientRect())");
    let point = Point { x: words["x"].as_f64().expect("a place"), y: words["y"].as_f64().expect("a place") };
    assert!(point.x < page.on_stage(0.2, 0.5).x, "the words begin in the outer fifth");
    page.click_at(point);
    assert_still_at(&page, HERE, NEXT);
    page.double_click_at(point);
    page.wait_for("getSelection().type === 'Range'", "a selected word");
    assert_still_at(&page, HERE, NEXT);
}

#[test]
fn the_bars_beside_the_stage_belong_to_its_edges() {
    let page = Page::open("#disclaimer");
    page.size(1280, 500);
    page.wait_for("see.stage().x > 60", "a bar");
    page.click_at(Point { x: 1270.0, y: 200.0 });
    page.wait_for_slide(NEXT);
    page.click_at(Point { x: 10.0, y: 200.0 });
    page.wait_for_slide(HERE);
}

#[test]
fn a_click_that_selects_text_does_not_move() {
    let page = Page::open("#disclaimer");
    let line = page.value("see.one('.first-line').getBoundingClientRect().toJSON()");
    let (left, top) = (line["left"].as_f64().unwrap_or(0.0), line["top"].as_f64().unwrap_or(0.0));
    let at = |x: f64| Point { x: left + x, y: top + 14.0 };
    page.value("window.chosen = ''; see.root().addEventListener('click', () => { window.chosen = String(getSelection()); }, true)");
    page.drag(at(4.0), at(110.0));
    page.wait_for("window.chosen", "a selection by the mouse");
    assert_still_at(&page, HERE, NEXT);
}

#[test]
fn a_control_in_an_outer_fifth_keeps_its_clicks() {
    let page = Page::open("#eks-data-plane");
    page.size(390, 844);
    page.settle();
    let last = "see.all('.first-line .details-button').at(-1)";
    page.click(last);
    page.wait_for("see.one('.details')", "the details");
    assert_eq!(page.text("see.slide()"), "eks-data-plane");
}
