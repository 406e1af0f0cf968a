//! A claim's period, check date and sources on demand: by mouse, keyboard and touch.

use crate::page::Page;

const SLIDE: &str = "#eks-data-plane";
const ITEM: &str = "see.item('Pod を載せる先として')";

fn button() -> String {
    format!("{ITEM}.querySelector('.details-button')")
}

fn wait_for_details(page: &Page) {
    page.wait_for("see.one('.details')", "the details");
    page.settle();
}

/// The card tells all three, and its links lead out.
fn assert_details(page: &Page) {
    wait_for_details(page);
    assert_eq!(page.texts("see.names('.details dt')"), ["期間", "最終確認", "出典"]);
    let told = page.texts("see.names('.details dd')");
    assert_eq!(told[..2], ["2019-12-03 から", "2026-11-22"]);
    assert!(told[2].contains("更新履歴") && told[2].contains("docs.aws.amazon.com"), "{told:?}");
    assert!(page.text("see.one('.details a').href").starts_with("https://docs.aws.amazon.com/"));
    assert!(page.holds("see.inView(see.one('.details'))"));
    assert_eq!(page.text(&format!("{}.getAttribute('aria-expanded')", button())), "true");
}

fn assert_closed_with_focus_kept(page: &Page) {
    page.wait_for("!see.one('.details')", "the details closed");
    page.settle();
    assert!(
        page.holds(&format!("see.active() === {}", button())),
        "the focus is lost: {}",
        page.value("see.summary()")
    );
}

#[test]
fn the_mouse_opens_details_and_escape_closes_them() {
    let page = Page::open(SLIDE);
    page.click(&button());
    assert_details(&page);
    page.press("Escape");
    assert_closed_with_focus_kept(&page);
    page.click(&button());
    assert_details(&page);
    page.click(&button());
    assert_closed_with_focus_kept(&page);
}

#[test]
fn the_keyboard_reaches_and_opens_details() {
    let page = Page::open(SLIDE);
    for _ in 0..40 {
        page.press("Tab");
        if page.holds(&format!("see.active() === {}", button())) {
            break;
        }
    }
    page.press("Enter");
    assert_details(&page);
    page.press("Escape");
    assert_closed_with_focus_kept(&page);
    page.press(" ");
    assert_details(&page);
    assert_eq!(page.text("see.slide()"), "eks-data-plane");
}

#[test]
fn a_finger_opens_details() {
    let page = Page::open(SLIDE);
    page.enable_touch();
    page.tap(&button());
    assert_details(&page);
    page.tap("see.one('.details [aria-label=閉じる]')");
    page.wait_for("!see.one('.details')", "the details closed");
}

#[test]
fn the_card_s_own_button_gives_the_focus_back() {
    let page = Page::open(SLIDE);
    page.click(&button());
    wait_for_details(&page);
    page.click("see.one('.details [aria-label=閉じる]')");
    assert_closed_with_focus_kept(&page);
}

/// On a slide that scrolls, the details of a claim far below are in sight too.
#[test]
fn details_are_in_sight_wherever_their_claim_is() {
    let page = Page::open("?as-of=2026-11-22#dns");
    page.size(320, 480);
    page.settle();
    let count = page.value("see.all('.details-button').length").as_u64().unwrap_or(0);
    assert!(count > 3, "{count}");
    for at in [0, count / 2, count - 1] {
        page.click(&format!("see.all('.details-button')[{at}]"));
        wait_for_details(&page);
        assert!(page.holds("see.inView(see.one('.details'))"), "the details of claim {at} are out of sight");
        page.press("Escape");
        page.wait_for("!see.one('.details')", "the details closed");
    }
}
