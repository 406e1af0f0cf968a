//! Whom a key belongs to.

use crate::input::{ALT, CTRL};
use crate::page::Page;

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

/// On a slide that scrolls Down and Space scroll first; Right always moves.
#[test]
fn down_scrolls_a_slide_that_is_too_long_first() {
    let page = Page::open("#dns");
    page.size(320, 480);
    page.settle();
    page.press("ArrowDown");
    page.wait_for("see.one('.scroller').scrollTop > 40", "the slide scrolled");
    assert_eq!(page.text("see.slide()"), "dns");
    page.press("ArrowRight");
    page.wait_for_slide("node-auto-provisioning");
    page.wait_for("see.one('.scroller').scrollTop === 0", "the top of the next slide");
    for _ in 0..30 {
        if page.text("see.slide()") != "node-auto-provisioning" {
            break;
        }
        page.press(" ");
        page.settle();
    }
    assert_eq!(page.text("see.slide()"), "network-security");
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
