//! The speaker's window in Firefox, which runs queued tasks and messages while it opens a window.

use crate::driver::Kind;
use crate::page::Page;
use crate::settings;
use crate::site::Site;
use crate::speaker::{Pair, TALK, WALK};

fn site() -> Site {
    Site::with_text("talk.md", TALK)
}

fn open_talk(page: Page) -> Page {
    page.browser.go_to(&page.site.address(""));
    page.look("see.slide() === 'first'");
    page.rest();
    page
}

fn talk() -> Page {
    open_talk(Page::start_in(Kind::Firefox, site()))
}

/// Fifty moves in each window, which the other follows.
fn assert_both_follow(page: &Page, pair: &Pair) {
    for window in [&pair.audience, &pair.speaker] {
        page.browser.turn_to(window);
        for (key, comes) in WALK {
            pair.press_and_follow(page, key, comes);
        }
        for _ in 0..15 {
            pair.press_and_follow(page, "Home", "see.slide() === 'first'");
            pair.press_and_follow(page, "End", "see.slide() === 'last'");
        }
        pair.press_and_follow(page, "t", "see.pressed('lens') === '発表時'");
        pair.press_and_follow(page, "0", "see.pressed('sides') === 'GKE EKS'");
        pair.press_and_follow(page, "Home", "see.slide() === 'first'");
    }
}

#[test]
fn by_its_key() {
    let page = talk();
    let pair = Pair::open_by(&page, |page| page.press("s"));
    assert_both_follow(&page, &pair);
}

#[test]
fn by_the_menu() {
    let page = talk();
    page.click("see.button('メニュー')");
    page.wait_for("see.one('dialog[open]')", "the menu");
    let pair = Pair::open_by(&page, |page| page.click("see.buttonLike('発表者')"));
    assert_both_follow(&page, &pair);
}

#[test]
fn by_its_key_in_a_window() {
    let page = open_talk(Page::start_in_window(site()));
    let pair = Pair::open_by(&page, |page| page.press("s"));
    assert_both_follow(&page, &pair);
}

#[test]
fn by_the_link_of_a_window_that_was_blocked() {
    let page = talk();
    page.value("(window.open = () => null, true)");
    page.press("s");
    page.wait_for("see.one('.notices a')", "the link");
    let pair = Pair::open_by(&page, |page| page.click("see.one('.notices a')"));
    assert_both_follow(&page, &pair);
}

#[test]
fn from_a_file() {
    let page = Page::start_in(Kind::Firefox, Site::start());
    let file = settings::path("KURABE_DIST").join("offline/gke-eks.ja.html");
    let file = std::fs::canonicalize(&file).unwrap_or_else(|error| panic!("{}: {error}", file.display()));
    page.browser.go_to(&format!("file://{}", file.display()));
    page.look("see.slide() === 'cover'");
    page.rest();
    let pair = Pair::open_by(&page, |page| page.press("s"));
    // The window that is there comes to the front; to this file it is of another origin.
    page.browser.turn_to(&pair.audience);
    page.press("s");
    for window in [&pair.audience, &pair.speaker] {
        page.browser.turn_to(window);
        for _ in 0..25 {
            pair.press_and_follow(&page, "n", "see.slide() === 'speaker'");
            pair.press_and_follow(&page, "p", "see.slide() === 'cover'");
        }
    }
}
