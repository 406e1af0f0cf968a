//! Keys that come fast, and slides that are too full: what is pressed moves the deck, each press once, and what is hidden
//! comes before what is next.

use crate::driver::Kind;
use crate::page::{Page, SEE};
use crate::site::Site;
use serde_json::json;
use std::fmt::Write;

/// A deck in the middle of a page that scrolls, with so many slides that fit.
fn embedded(kind: Kind, slides: usize) -> Page {
    let site = Site::start();
    site.set_policy("");
    let mut deck = "---\nlang: en\n---\n".to_owned();
    for at in 0..slides {
        let _ = write!(deck, "\n---\n\n## Slide {at} {{#s{at}}}\n\nText\n");
    }
    site.put("deck.md", deck);
    site.put("see.js", SEE);
    site.put(
        "page.html",
        "<!doctype html>
<html lang=en><head><meta charset=utf-8><title>A long page</title><link rel=icon href=data:,>
<script src=see.js></script><script type=module src=embed/kurabe.js></script>
<style>article { height: 9000px } kurabe-deck { display: block; width: 640px; height: 400px }</style></head>
<body><kurabe-deck src=deck.md loading=eager></kurabe-deck><article>Text</article></body></html>",
    );
    let page = Page::start_in(kind, site);
    page.browser.go_to(&page.site.address("page.html"));
    page.wait_for("window.see && see.slide() === 's0'", "the first slide");
    page.rest();
    page
}

/// Presses Space and PageDown by turns, 60 times, 20 ms apart, without waiting for what comes of it.
fn press_fast(page: &Page) {
    page.browser.type_keys(&[" ", "\u{e00f}"].repeat(30).concat(), 20);
}

fn assert_fast_keys_move_the_deck_alone(kind: Kind) {
    for (slides, last) in [(100, "s60"), (30, "s29")] {
        let page = embedded(kind, slides);
        page.click_at(page.on_stage(0.5, 0.5));
        if kind == Kind::Chromium {
            page.browser.send("Emulation.setCPUThrottlingRate", json!({"rate": 8}));
        }
        press_fast(&page);
        page.wait_for_slide(last);
        page.rest();
        assert_eq!(page.text("see.slide()"), last, "of {slides} slides");
        assert_eq!(page.value("scrollY"), 0, "the page around the deck, of {slides} slides");
    }
}

#[test]
fn fast_keys_move_the_deck_and_not_the_page_around_it() {
    assert_fast_keys_move_the_deck_alone(Kind::Chromium);
}

#[test]
fn in_firefox_fast_keys_move_the_deck_and_not_the_page_around_it() {
    assert_fast_keys_move_the_deck_alone(Kind::Firefox);
}

/// Slides that are too full: text, steps, and code in which lines are lit.
fn full_deck() -> String {
    let lines = |name: &str, mark: &str| {
        (1..=40).fold(String::new(), |mut text, at| {
            let _ = writeln!(text, "{mark}{name} {at}");
            text
        })
    };
    format!(
        "---\nlang: en\n---\n\n## Text {{#text}}\n\n{}\n---\n\n## Steps {{#steps}}\n\n{}\n---\n\n## Code {{#code}}\n\n\
         ```rust {{1-3|38-40}}\n{}```\n\n---\n\n## End {{#end}}\n\nText\n",
        lines("text", "- "),
        lines("step", "* "),
        lines("code", "")
    )
}

/// The lines of the slide that are in sight, as the audience sees them.
const IN_SIGHT: &str = "(() => {
    const room = see.one('.stage > .slide .scroller').getBoundingClientRect();
    const isSeen = (line) => {
        const { top, bottom } = line.getBoundingClientRect();
        return top >= room.top - 1 && bottom <= room.bottom + 1 && see.isVisible(line);
    };
    return see.all('.stage > .slide :is(.first-line, .line)').filter(isSeen).map((line) => line.textContent.trim());
})()";

fn assert_every_line_is_seen(kind: Kind) {
    let page = Page::start_in(kind, Site::with_text("full.md", full_deck()));
    if kind == Kind::Firefox {
        page.size_of_firefox(1280, 720);
    }
    page.browser.go_to(&page.site.address(""));
    page.look("see.slide() === 'text'");
    let (mut seen, mut presses) = (std::collections::BTreeSet::new(), 0);
    let mut lit = Vec::new();
    while page.text("see.slide()") != "end" {
        page.rest();
        let lines = page.texts(IN_SIGHT);
        lit = page.texts("see.all('pre:has(.dim) .line:not(.dim)').map((line) => line.textContent.trim())");
        let is_late = lit.first().is_some_and(|line| line == "code 38");
        assert!(!is_late || lit.iter().all(|line| lines.contains(line)), "lit, but out of sight: {lit:?}");
        seen.extend(lines);
        page.press("PageDown");
        presses += 1;
        assert!(presses < 80, "the end isn't reached: {}", page.value("see.summary()"));
    }
    assert_eq!(lit, ["code 38", "code 39", "code 40"]);
    for name in ["text", "step", "code"] {
        for at in 1..=40 {
            assert!(seen.contains(&format!("{name} {at}")), "{name} {at} was never in sight");
        }
    }
}

#[test]
fn a_clicker_shows_every_line_of_slides_that_are_too_full() {
    assert_every_line_is_seen(Kind::Chromium);
}

#[test]
fn in_firefox_a_clicker_shows_every_line() {
    assert_every_line_is_seen(Kind::Firefox);
}

#[test]
fn back_leads_to_where_a_full_slide_was_left() {
    let page = Page::open_site(Site::with_text("full.md", full_deck()), "#steps");
    page.press("PageUp");
    page.wait_for_slide("text");
    page.rest();
    let top = "see.one('.stage > .slide .scroller').scrollTop";
    let end = page.value(top);
    assert!(end.as_f64().is_some_and(|end| end > 100.0), "{end}");
    page.press("PageUp");
    page.wait_for(&format!("{top} < {end}"), "what is above");
    assert_eq!(page.text("see.slide()"), "text");
    page.assert_quiet();
}

#[test]
fn back_over_steps_takes_one_press_each() {
    let page = Page::open_site(Site::with_text("full.md", full_deck()), "#code");
    page.press("PageUp");
    page.wait_for_slide("steps");
    page.rest();
    let mut presses = 0;
    while page.text("see.slide()") == "steps" {
        page.press("PageUp");
        page.rest();
        presses += 1;
        assert!(presses < 80, "the slide before isn't reached: {}", page.value("see.summary()"));
    }
    // The 40 steps, and at the first one at most a page of what is above.
    assert!((41..=42).contains(&presses), "{presses}");
}

const STEP: &str = "document.querySelector('kurabe-deck').state.step";

#[test]
fn the_room_of_steps_within_a_step_is_nothing_that_is_hidden() {
    let inner = "  * inner\n".repeat(30);
    let deck = format!("---\nlang: en\n---\n\n## Steps {{#steps}}\n\n* outer\n{inner}");
    let page = Page::open_site(Site::with_text("nested.md", deck), "");
    for step in 1..=31 {
        page.press("PageDown");
        page.wait_for(&format!("{STEP} === {step}"), &format!("step {step}"));
        page.rest();
        assert!(
            page.holds("see.inView(see.one('.is-latest > .item-text > .first-line'))"),
            "step {step} is out of sight"
        );
    }
}

#[test]
fn of_two_pieces_of_code_the_one_that_changes_comes_into_view() {
    let code = format!("```text {{1|40}}\n{}```\n\n", "line\n".repeat(40));
    let deck = format!("---\nlang: en\n---\n\n## Code {{#code}}\n\n{code}{code}");
    let page = Page::open_site(Site::with_text("two.md", deck), "");
    for step in 1..=2 {
        let mut presses = 0;
        while page.value(STEP) != step {
            page.press("PageDown");
            page.rest();
            presses += 1;
            assert!(presses < 20, "step {step} isn't reached: {}", page.value("see.summary()"));
        }
        let lit = format!("see.all('pre')[{}].querySelectorAll('.line')[39]", step - 1);
        page.wait_for(&format!("see.inView({lit})"), &format!("the lit line of step {step}"));
    }
}
