//! Every slide in every size: nothing clipped, nothing too small.

use crate::page::Page;
use crate::site::Site;

/// Defines `misfits()`, `scrolls()` and `tiny(least)`.
pub const MEASURE: &str = include_str!("fit.js");

/// The least size of body text, as a share of the stage's height.
const LEAST: f64 = 0.026;

/// Walks through the deck at both moments and gathers what a look finds, a line each.
fn survey(page: &Page, look: &str) -> Vec<String> {
    page.value(MEASURE);
    let mut found = Vec::new();
    for moment in ["発表時", "2026年11月"] {
        page.wait_for(&format!("see.pressed('lens') === '{moment}'"), "the moment");
        page.walk(|id| {
            let lines = page.texts(look);
            found.extend(lines.iter().map(|line| format!("{id:24} {moment}\t{line}")));
        });
        page.press("t");
    }
    found
}

pub fn assert_nothing(found: &[String], what: &str) {
    assert!(found.is_empty(), "{what}, {} times:\n{}", found.len(), found.join("\n"));
}

fn assert_fits(width: u32, height: u32) {
    let page = Page::open("");
    page.size(width, height);
    page.settle();
    let found = survey(&page, "fit.misfits()");
    assert_nothing(&found, &format!("clipped at {width}x{height}"));
}

#[test]
fn nothing_is_clipped_in_a_small_window() {
    assert_fits(1280, 720);
}

#[test]
fn nothing_is_clipped_in_a_large_window() {
    assert_fits(1920, 1080);
}

#[test]
fn nothing_is_clipped_on_a_phone() {
    assert_fits(390, 844);
}

#[test]
fn nothing_is_clipped_on_the_smallest_screen() {
    assert_fits(320, 480);
}

#[test]
fn nothing_is_clipped_in_fullscreen() {
    let page = Page::open("");
    page.press("f");
    page.wait_for("see.one('.deck.is-fullscreen')", "fullscreen");
    page.settle();
    assert_nothing(&survey(&page, "fit.misfits()"), "clipped or covered in fullscreen");
}

#[test]
fn no_slide_of_the_talk_scrolls() {
    let page = Page::open("");
    assert_nothing(&survey(&page, "fit.scrolls()"), "slides that scroll at 1280x720");
}

#[test]
fn body_text_is_legible_from_afar() {
    let page = Page::open("");
    let look = format!("fit.tiny({LEAST})");
    assert_nothing(&survey(&page, &look), "text smaller than 2.6 % of the stage at 1280x720");
}

/// The next slide has its size before it is shown; a link that changes what is on it must not leave it that size.
#[test]
fn a_link_to_a_claim_that_was_out_of_sight_fits_its_slide_anew() {
    let claim = |number: u32| format!("- `#c{number}` a claim with the number {number}\n");
    let claims = (1..24).map(claim).collect::<Vec<_>>().concat();
    let deck = format!(
        "---\ntitle: T\nlang: en\nsides: [{{ id: a, name: A }}, {{ id: b, name: B }}]\n---\n\n# First\n\n\
         [to a claim](#c3)\n\n---\n\n## Second {{#second}}\n\n### A\n\n- one\n\n### B\n\n{claims}"
    );
    let page = Page::open_site(Site::with_text("links.md", deck), "?sides=a");
    let beside = "see.root().querySelector('.slide[hidden] .scroller')";
    page.wait_for(
        &format!("{beside}?.style.getPropertyValue('--fit') === 'calc(100/100)'"),
        "the next slide's size",
    );
    page.click("see.one('.content a')");
    page.wait_for_slide("second");
    page.wait_for("see.all('.side').length === 2", "the other side");
    page.wait_for("see.one('.scroller').style.getPropertyValue('--fit') !== 'calc(100/100)'", "another size");
}
