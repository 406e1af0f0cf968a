//! Whom a key belongs to.

use crate::driver::Kind;
use crate::input::{ALT, CTRL};
use crate::page::Page;
use crate::site::Site;

#[test]
fn keys_in_a_focused_button_belong_to_it() {
    let page = Page::open("#dns");
    page.value("see.button('GKE').focus()");
    page.press(" ");
    page.wait_for("see.columns() === 'EKS'", "the side switched off by Space");
    page.press("Enter");
    page.wait_for("see.columns() === 'GKE EKS'", "the side switched on by Enter");
    assert_eq!(page.text("see.slide()"), "dns");
    assert!(page.holds("see.active() === see.button('GKE')"));
    page.press("PageDown");
    page.wait_for_slide("node-auto-provisioning");
}

/// None of them does what it does alone; the last key shows that they had their chance.
#[test]
fn keys_with_ctrl_or_alt_are_left_alone() {
    let page = Page::open("#dns");
    for modifier in [CTRL, ALT] {
        for key in ["b", "1", "t", "ArrowRight"] {
            page.press_with(key, modifier);
        }
    }
    page.press("PageDown");
    page.wait_for("see.slide() !== 'dns'", "another slide");
    assert_eq!(page.text("see.slide()"), "node-auto-provisioning");
    assert_eq!(page.text("see.columns()"), "GKE EKS");
    assert_eq!(page.text("see.pressed('lens')"), "発表時");
    assert!(page.holds("!see.one('.black')"));
}

#[test]
fn every_key_of_moving_moves() {
    let page = Page::open("#speaker");
    for key in ["ArrowRight", "ArrowDown", " ", "n", "Enter"] {
        page.press(key);
        page.wait_for_slide("zozotown");
        let back = if key == " " { "Backspace" } else { "p" };
        page.press(back);
        page.wait_for_slide("speaker");
    }
}

#[test]
fn keys_scroll_a_slide_that_is_too_long_first() {
    let page = Page::open("#dns");
    page.size(320, 480);
    page.settle();
    for (key, top) in [("ArrowDown", 40), ("ArrowRight", 400)] {
        page.press(key);
        page.wait_for(&format!("see.one('.scroller').scrollTop > {top}"), "the slide scrolled");
        assert_eq!(page.text("see.slide()"), "dns");
    }
    let mut walked = Vec::new();
    for _ in 0..60 {
        let here = page.text("see.slide()");
        if walked.last() != Some(&here) {
            page.wait_for(
                "see.one('.scroller').scrollTop === 0 || see.slide() === 'dns'",
                "the top of the next slide",
            );
            walked.push(here);
        }
        if walked.len() == 3 {
            break;
        }
        page.press(" ");
        page.settle();
    }
    assert_eq!(walked, ["dns", "node-auto-provisioning", "network-security"]);
}

/// The focus goes into the new slide, not to the page's beginning.
#[test]
fn the_focus_is_not_lost_between_slides() {
    let page = Page::open("#dns");
    page.value("see.one('.details-button').focus()");
    page.press("PageDown");
    page.wait_for_slide("node-auto-provisioning");
    page.settle();
    assert!(page.holds("see.active()?.closest('.slide')"), "{}", page.value("see.summary()"));
}

/// Every place is opened from a button on the slide, and left for it again.
#[test]
fn the_keyboard_leads_everywhere_and_back_with_the_focus() {
    let page = Page::open("#dns");
    let button = "see.all('.slide .details-button')[1]";
    for (key, modifier, comes) in [
        ("?", 0, "see.one('dialog:modal .keys')"),
        ("/", 0, "see.active()?.matches('.search-field')"),
        ("k", CTRL, "see.active()?.matches('.search-field')"),
        ("g", 0, "see.active()?.matches('.search-field')"),
    ] {
        page.value(&format!("{button}.focus()"));
        if modifier == 0 {
            page.press(key);
        } else {
            page.press_with(key, modifier);
        }
        page.wait_for(comes, &format!("what {key} opens"));
        page.press("Escape");
        page.wait_for("!see.one('dialog').open", "the panel closed");
        page.wait_for(&format!("see.active() === {button}"), "the focus where it was");
    }
    for (key, view, back) in
        [("o", "overview", "Escape"), ("o", "overview", "o"), ("r", "read", "r"), ("q", "quiz", "Escape")]
    {
        page.value(&format!("{button}.focus()"));
        page.press(key);
        page.wait_for(
            &format!("see.view() === '{view}' && see.active()?.closest('.stage')"),
            "the focus in the view",
        );
        page.press(back);
        page.wait_for("see.slide() === 'dns' && see.active()?.closest('.slide')", "the focus in the slide");
    }
    page.value("see.one('.help').focus()");
    page.tab_to("see.active()?.matches('.menu-opener')");
    page.press("Enter");
    page.wait_for("see.one('dialog:modal .menu')", "the menu");
    page.tab_to("see.name(see.active()).startsWith('検索')");
    page.press("Enter");
    page.wait_for("see.active()?.matches('.search-field')", "the search, from the menu");
    page.press("Escape");
    page.wait_for("!see.one('dialog').open", "the search closed");
    page.wait_for("see.active()?.matches('.menu-opener')", "the focus on the menu's button");
    page.assert_quiet();
}

/// Keys of a single sign can be switched off, and stay off.
#[test]
fn plain_keys_can_be_switched_off() {
    let page = Page::open("#dns");
    page.press("?");
    page.wait_for("see.button('1文字のキー操作')", "the switch");
    assert_eq!(page.text("see.button('1文字のキー操作').ariaPressed"), "true");
    page.click("see.button('1文字のキー操作')");
    page.wait_for("see.button('1文字のキー操作').ariaPressed === 'false'", "the switch off");
    page.press("Escape");
    page.wait_for("!see.one('dialog').open", "the help closed");
    page.reload();
    for key in ["t", "b", "1", "o", "r", "/", "g", "?", "n", "."] {
        page.press(key);
    }
    page.press("PageDown");
    page.wait_for_slide("node-auto-provisioning");
    assert_eq!(page.text("see.pressed('lens')"), "発表時");
    assert!(page.holds("!see.one('.black') && !see.one('dialog').open && see.view() === 'slides'"));
    assert_eq!(page.text("see.columns()"), "GKE EKS");
    page.press_with("k", CTRL);
    page.wait_for("see.active()?.matches('.search-field')", "the search by Ctrl+K");
    page.press("Escape");
    page.wait_for("!see.one('dialog').open", "the search closed");
    page.click("see.button('ヘルプ')");
    page.wait_for("see.button('1文字のキー操作')", "the switch");
    page.click("see.button('1文字のキー操作')");
    page.press("Escape");
    page.wait_for("!see.one('dialog').open", "the help closed");
    page.press("t");
    page.wait_for("see.pressed('lens') === '2026年11月'", "the keys again");
}

/// What had the focus, as the page tells it; in Firefox there is no `see`.
const FOCUSED: &str = "document.querySelector('kurabe-deck').shadowRoot.activeElement";

fn goes_black_and_back(kind: Kind) {
    let page = Page::start_in(kind, Site::start());
    page.browser.go_to(&page.site.address("#dns"));
    let slide = "document.querySelector('kurabe-deck').shadowRoot?.querySelector('.stage > [data-slide=dns]:not([hidden])')";
    page.wait_for(&format!("!document.querySelector('.prerendered') && {slide}"), "the slide");
    for part in [".scroller", ".details-button"] {
        page.value(&format!("{slide}.querySelector('{part}').focus()"));
        page.press("b");
        page.wait_for(&format!("{FOCUSED}?.matches('.black-box main')"), "the focus on the black screen");
        page.press("b");
        page.wait_for(&format!("{FOCUSED} === {slide}.querySelector('{part}')"), "the focus where it was");
    }
}

#[test]
fn after_black_the_focus_is_where_it_was() {
    goes_black_and_back(Kind::Chromium);
}

#[test]
fn after_black_likewise_in_firefox() {
    goes_black_and_back(Kind::Firefox);
}

#[test]
fn who_goes_on_from_black_has_the_focus_on_the_next_slide() {
    let page = Page::open("#dns");
    page.value("see.one('.stage > .slide').querySelector('.scroller').focus()");
    page.press("b");
    page.wait_for("see.isBlack()", "black");
    page.press("PageDown");
    page.wait_for_slide("node-auto-provisioning");
    page.wait_for(
        "see.active() === see.one('.stage > .slide').querySelector('.scroller')",
        "the focus on it",
    );
    page.press("b");
    page.press("b");
    page.wait_for(
        "!see.isBlack() && see.active() === see.one('.stage > .slide').querySelector('.scroller')",
        "the focus",
    );
    page.assert_quiet();
}
