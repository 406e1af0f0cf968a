//! Switching sides on and off.

use crate::page::Page;

const PRESSED: &str = "see.pressed('sides')";

fn wait_for_sides(page: &Page, sides: &str) {
    page.wait_for(&format!("{PRESSED} === '{sides}'"), &format!("the buttons of {sides} alone pressed"));
    page.wait_for(&format!("see.columns() === '{sides}'"), &format!("the columns {sides}"));
}

#[test]
fn sides_are_switched_by_click_and_by_key() {
    let page = Page::open("#dns");
    wait_for_sides(&page, "GKE EKS");
    let names = page.texts("see.names('.sides button')");
    page.click("see.button('GKE')");
    wait_for_sides(&page, "EKS");
    page.press("1");
    wait_for_sides(&page, "GKE EKS");
    page.press("2");
    wait_for_sides(&page, "GKE");
    page.press("0");
    wait_for_sides(&page, "GKE EKS");
    assert_eq!(page.texts("see.names('.sides button')"), names);
    assert_eq!(page.text("see.slide()"), "dns");
}

#[test]
fn sides_stay_as_they_are_on_other_slides() {
    let page = Page::open("#dns");
    page.press("1");
    wait_for_sides(&page, "EKS");
    page.press("PageDown");
    page.wait_for_slide("node-auto-provisioning");
    wait_for_sides(&page, "EKS");
    page.press("PageUp");
    page.wait_for_slide("dns");
    wait_for_sides(&page, "EKS");
}

#[test]
fn the_last_side_stays_on() {
    let page = Page::open("#dns");
    page.press("1");
    wait_for_sides(&page, "EKS");
    page.press("2");
    page.wait_for("see.says().includes('一つは表示')", "the sentence that one side stays");
    wait_for_sides(&page, "EKS");
    page.click("see.button('EKS')");
    page.settle();
    wait_for_sides(&page, "EKS");
}

/// A slide that has only the columns of a side that is off is still a slide.
#[test]
fn a_slide_of_one_side_survives_without_it() {
    let page = Page::open("?sides=eks#image-search");
    assert_eq!(page.text("see.columns()"), "");
    assert_eq!(page.text("see.title()"), "ZOZO 画像検索アーキテクチャ全体");
    page.press("PageDown");
    page.wait_for_slide("search-personalize");
}

#[test]
fn a_switch_moves_the_columns_unless_motion_is_to_be_reduced() {
    let page = Page::open("#dns");
    page.value(
        "window.motions = 0; see.root().addEventListener('animationstart', () => { window.motions += 1; })",
    );
    page.press("1");
    wait_for_sides(&page, "EKS");
    page.wait_for("window.motions > 0", "an animation");
    page.settle();
    page.prefer("prefers-reduced-motion", "reduce");
    page.value("window.motions = 0");
    page.press("1");
    wait_for_sides(&page, "GKE EKS");
    assert_eq!(page.value("see.root().getAnimations().length"), 0);
    page.settle();
    assert_eq!(page.value("window.motions"), 0);
}
