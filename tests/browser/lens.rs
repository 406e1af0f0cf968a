//! The time lens: what ended, what began, what was added.

use crate::page::Page;

const THEN: &str = "発表時";
const NOW: &str = "2026年11月";
/// Ends between the two moments.
const ENDING: &str = "対応していない";
/// Begins between the two moments.
const COMING: &str = "Karpenter が Pod に合うノードを直接起動する";

fn wait_for_moment(page: &Page, name: &str) {
    page.wait_for(&format!("see.pressed('lens') === '{name}'"), &format!("the lens on {name}"));
}

/// The slide as it was told.
fn assert_then(page: &Page) {
    wait_for_moment(page, THEN);
    page.wait_for(&format!("!see.item('{COMING}')"), "the slide without what came later");
    assert!(page.holds(&format!("see.item('{ENDING}')")));
    assert_eq!(page.texts("see.struck()"), [""; 0]);
    // What the editors added without a date is there at every moment.
    assert_eq!(page.texts("see.names('.chip').filter((name) => name !== '追記')"), [""; 0]);
}

/// The slide as it is now.
fn assert_now(page: &Page) {
    wait_for_moment(page, NOW);
    page.wait_for(&format!("see.item('{COMING}')"), "what came later");
    assert!(page.texts("see.struck()").contains(&ENDING.to_owned()));
    let chips =
        |item: &str| page.texts(&format!("[...see.item('{item}').querySelectorAll('.chip')].map(see.name)"));
    assert_eq!(chips(ENDING), ["2021-11-29 に終了"]);
    assert_eq!(chips(COMING), ["追記"]);
}

#[test]
fn the_lens_is_switched_by_button_and_by_key() {
    let page = Page::open("#node-auto-provisioning");
    assert_then(&page);
    page.click(&format!("see.button('{NOW}')"));
    assert_now(&page);
    page.click(&format!("see.button('{THEN}')"));
    assert_then(&page);
    page.press("t");
    assert_now(&page);
    page.press("t");
    assert_then(&page);
}

#[test]
fn the_badge_switches_the_lens_there_and_back() {
    let page = Page::open("#node-auto-provisioning");
    assert!(page.text("see.name(see.one('.badge'))").starts_with("この後の変化 "));
    page.click("see.one('.badge')");
    assert_now(&page);
    assert!(page.text("see.name(see.one('.badge'))").starts_with("発表時からの変化 "));
    page.click("see.one('.badge')");
    assert_then(&page);
}

#[test]
fn the_lens_stays_on_other_slides() {
    let page = Page::open("#dns");
    page.press("t");
    wait_for_moment(&page, NOW);
    page.press("PageDown");
    page.wait_for_slide("node-auto-provisioning");
    assert_now(&page);
}

#[test]
fn what_the_talk_struck_is_struck_then() {
    let page = Page::open("#network-security");
    wait_for_moment(&page, THEN);
    let struck = page.texts("see.struck()");
    assert_eq!(struck, ["Managed Node Group にセキュリティグループを付けられない"]);
    assert!(
        page.holds(
            "see.item('セキュリティグループを付けられない').textContent.includes('2020-08-17 に終了')"
        )
    );
}

#[test]
fn folded_claims_open_on_demand() {
    let page = Page::open("#kube-system");
    page.press("t");
    wait_for_moment(&page, NOW);
    page.wait_for("see.one('.fold')", "a fold");
    assert_eq!(page.text("see.one('.fold').getAttribute('aria-expanded')"), "false");
    let before = page.texts("see.struck()").len();
    page.click("see.one('.fold')");
    page.wait_for("see.one('.fold[aria-expanded=true]')", "an open fold");
    assert!(page.texts("see.struck()").len() > before);
    page.click("see.one('.fold[aria-expanded=true]')");
    page.wait_for("!see.one('.fold[aria-expanded=true]')", "a closed fold");
    assert_eq!(page.texts("see.struck()").len(), before);
}
