//! The speaker's window in Firefox, which runs queued tasks and messages while it opens a window.

use crate::driver::Kind;
use crate::page::Page;
use crate::site::Site;
use crate::speaker::{Pair, TALK, WALK};

fn talk() -> Page {
    let page = Page::start_in(Kind::Firefox, Site::with_text("talk.md", TALK));
    page.browser.go_to(&page.site.address(""));
    page.look("see.slide() === 'first'");
    page.rest();
    page
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
