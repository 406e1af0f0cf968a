//! The deck as one scrolling article.

use crate::fit::{MEASURE, assert_nothing};
use crate::input::SHIFT;
use crate::page::Page;
use crate::site::Site;

/// Opens an address in a window of this size.
fn open_at(width: u32, height: u32, rest: &str) -> Page {
    let page = Page::start(Site::start());
    page.size(width, height);
    page.go_to(rest);
    page
}

/// The entry at which the reader is.
fn wait_for_entry(page: &Page, id: &str) {
    page.wait_for(&format!("see.here() === '{id}'"), &format!("the entry `{id}`"));
}

/// The entry begins at the top of the article.
fn wait_for_top(page: &Page, id: &str) {
    wait_for_entry(page, id);
    let away =
        "see.one('[data-here]').getBoundingClientRect().top - see.one('.read').getBoundingClientRect().top";
    page.wait_for(&format!("Math.abs({away}) < 16"), &format!("the beginning of `{id}`"));
}

#[test]
fn a_narrow_screen_opens_as_an_article() {
    let page = open_at(390, 844, "");
    assert_eq!(page.text("see.view()"), "read");
    assert_eq!(page.text("location.search"), "");
    for (width, rest, view) in [
        (479, "", "read"),
        (480, "", "slides"),
        (390, "?view=slides", "slides"),
        (1280, "?view=read", "read"),
    ] {
        page.size(width, 844);
        page.go_to(rest);
        assert_eq!(page.text("see.view()"), view, "{rest} at {width} px");
    }
    page.assert_quiet();
}

#[test]
fn a_reload_keeps_the_view_that_was_chosen() {
    let page = open_at(390, 844, "#dns");
    page.press("r");
    page.wait_for("see.view() === 'slides'", "the slides");
    page.wait_for("see.query().view === 'slides'", "the view in the address");
    page.reload();
    assert_eq!(page.text("see.view()"), "slides");
    assert_eq!(page.text("see.slide()"), "dns");
    page.press("r");
    page.wait_for("see.view() === 'read'", "the article");
    page.wait_for("location.search === ''", "an address without the view");
    wait_for_top(&page, "dns");
}

#[test]
fn scrolling_changes_number_and_address_and_no_history() {
    let page = open_at(1280, 720, "?view=read");
    page.wait_for("!see.one('.entry.coming')", "all entries");
    let length = page.value("history.length");
    for (at, id) in [(12, "control-plane"), (27, "dns"), (2, "zozotown")] {
        page.value(&format!("see.one('.read').scrollTop = see.all('.entry')[{at}].offsetTop"));
        page.wait_for(&format!("location.hash === '#{id}'"), &format!("`{id}` in the address"));
        assert_eq!(page.text("see.one('.number').textContent"), format!("{} / 51", at + 1));
        wait_for_top(&page, id);
    }
    assert_eq!(page.value("history.length"), length);
    page.reload();
    wait_for_top(&page, "zozotown");
    page.assert_quiet();
}

#[test]
fn the_wheel_scrolls_the_article() {
    let page = open_at(1280, 720, "?view=read");
    let at = page.on_stage(0.5, 0.5);
    let wheel = serde_json::json!({"type": "mouseWheel", "x": at.x, "y": at.y, "deltaX": 0, "deltaY": 3000});
    page.browser.send("Input.dispatchMouseEvent", wheel);
    page.wait_for("see.one('.read').scrollTop > 2000", "the article scrolled");
    page.wait_for("see.here() !== 'cover' && location.hash === '#' + see.here()", "the place in the address");
}

#[test]
fn an_address_opens_its_place() {
    let page = open_at(390, 844, "#dns");
    wait_for_top(&page, "dns");
    page.go_to("#eks-karpenter");
    wait_for_entry(&page, "node-auto-provisioning");
    let target = "see.one('.is-target')";
    page.wait_for(&format!("see.active() === {target}"), "the claim with the focus");
    assert!(page.holds(&format!("see.inView({target}) && {target}.textContent.includes('Karpenter')")));
    page.value("location.hash = '#limits'");
    wait_for_top(&page, "limits");
}

#[test]
fn keys_move_and_scroll() {
    let page = open_at(1280, 720, "?view=read");
    for (key, id) in [
        ("n", "speaker"),
        ("ArrowRight", ""),
        ("Enter", "zozotown"),
        ("p", "speaker"),
        ("Backspace", "cover"),
    ] {
        page.press(key);
        if !id.is_empty() {
            wait_for_top(&page, id);
        }
    }
    page.press("End");
    wait_for_entry(&page, "verdict");
    assert!(page.holds("see.inView(see.one('[data-here] h2'))"));
    page.press("Home");
    wait_for_top(&page, "cover");
    let scrolled =
        |by: &str| page.wait_for(&format!("see.one('.read').scrollTop {by}"), "the article scrolled");
    page.press("ArrowDown");
    scrolled("> 20");
    page.press("ArrowUp");
    scrolled("=== 0");
    let most = page.value("see.one('.read').clientHeight").as_f64().unwrap_or_default() * 0.7;
    for (key, back, modifier) in [(" ", " ", SHIFT), ("PageDown", "PageUp", 0)] {
        page.press(key);
        scrolled(&format!("> {most}"));
        page.press_with(back, modifier);
        scrolled("=== 0");
    }
    page.press("r");
    page.wait_for("see.view() === 'slides'", "the slides");
    assert_eq!(page.text("see.slide()"), "cover");
}

#[test]
fn details_open_below_their_claim() {
    let page = open_at(390, 844, "?as-of=2026-11-22#dns");
    for at in [0, 3] {
        let button = format!("see.all('.entry[data-slide=dns] .details-button')[{at}]");
        page.click(&button);
        page.wait_for("see.one('.details')", "the details");
        page.settle();
        assert_eq!(page.value("see.all('.details').length"), 1);
        assert!(page.holds(&format!(
            "see.one('.details').closest('li.item') === {button}.closest('li.item') && \
             see.one('.details').getBoundingClientRect().top >= {button}.closest('.first-line').getBoundingClientRect().bottom - 1"
        )));
        wait_for_entry(&page, "dns");
        page.value("see.one('.details .icon-button').scrollIntoView({ block: 'nearest' })");
        page.press("Escape");
        page.wait_for("!see.one('.details')", "the details closed");
        page.wait_for(&format!("see.active() === {button}"), "the focus on the button");
    }
}

/// Scrolling brings other slides to the top, and must not take away what is being read.
#[test]
fn details_stay_open_while_the_article_is_scrolled() {
    let page = open_at(390, 844, "#dns");
    page.click("see.all('.entry[data-slide=dns] .details-button')[1]");
    page.wait_for("see.one('.details')", "the details");
    for way in ["-", "+"] {
        let here = page.text("see.here()");
        page.value(&format!("see.one('.read').scrollTop {way}= 900"));
        page.wait_for(&format!("see.here() !== '{here}'"), "another slide");
        assert!(page.holds("see.one('.entry[data-slide=dns] .details')"));
    }
}

#[test]
fn a_footnote_s_mark_leads_to_the_footnote_of_its_slide() {
    const NOTES: &str = "---\nlang: ja\n---\n\n## 一 {#one}\n\n文[^a]\n\n[^a]: 一の注\n\n---\n\n\
                         ## 二 {#two}\n\n文[^a]\n\n[^a]: 二の注\n";
    let page = Page::open_site(Site::with_text("notes.md", NOTES), "?view=read");
    for (slide, text) in [("two", "二の注"), ("one", "一の注")] {
        page.click(&format!("see.one('.entry[data-slide={slide}] .footnote-mark a')"));
        page.wait_for(&format!("see.active()?.textContent.includes('{text}')"), text);
    }
}

#[test]
fn sides_lens_and_badge_work() {
    let page = open_at(390, 844, "#node-auto-provisioning");
    let entry = ".entry[data-slide=node-auto-provisioning]";
    let columns = format!("see.names('{entry} .side > h3').join(' ')");
    assert_eq!(page.text(&columns), "GKE EKS");
    page.press("1");
    page.wait_for(&format!("{columns} === 'EKS'"), "one side");
    page.press("0");
    page.wait_for(&format!("{columns} === 'GKE EKS'"), "both sides");
    assert_eq!(page.texts("see.struck()").len(), page.texts("see.names('.entry .is-ended s')").len());
    let struck = format!("see.all('{entry} .is-ended s').length");
    assert_eq!(page.value(&struck), 0);
    page.click(&format!("see.one('{entry} .badge')"));
    page.wait_for(&format!("{struck} > 0"), "what has ended");
    assert_eq!(page.text("see.pressed('lens')"), "2026年11月");
    assert!(page.holds(&format!("see.inView(see.one('{entry} .badge'))")), "the badge is out of sight");
    wait_for_entry(&page, "node-auto-provisioning");
    page.press("t");
    page.wait_for(&format!("{struck} === 0"), "the talk's moment");
    page.assert_quiet();
}

#[test]
fn a_click_or_a_swipe_in_the_article_does_not_move() {
    let page = open_at(390, 844, "");
    page.enable_touch();
    page.settle();
    page.click_at(page.on_stage(0.97, 0.5));
    page.swipe(page.on_stage(0.8, 0.5), page.on_stage(0.2, 0.5));
    page.press("n");
    wait_for_entry(&page, "speaker");
    assert_eq!(page.text("see.view()"), "read");
}

#[test]
fn a_link_of_the_agenda_leads_to_its_section() {
    let page = open_at(390, 844, "#contents");
    page.click("see.all('.entry[data-slide=contents] .agenda a').find((link) => link.textContent.includes('初期構築'))");
    wait_for_top(&page, "bootstrap");
}

/// Whatever Tab comes to lies within the article's part of the window, where nothing stands over it.
fn assert_focus_in_sight(width: u32, height: u32, back: bool) {
    let page = open_at(width, height, "?view=read#dns");
    page.value("see.one('[data-here]').focus()");
    let mut stops = 0;
    let clear = "(() => { const at = see.active(), box = at.getBoundingClientRect(), around = see.one('.read').getBoundingClientRect();
        const [line] = at.getClientRects();
        const over = see.root().elementFromPoint(line.x + line.width / 2, Math.min(line.y + 4, line.bottom));
        return box.top >= around.top - 1 && Math.min(box.bottom, box.top + 40) <= around.bottom + 1 && (at.contains(over) || over.contains(at)); })()";
    for _ in 0..60 {
        page.press_with("Tab", if back { SHIFT } else { 0 });
        if page.holds("see.active()?.closest('.read') && see.active() !== see.one('.read')") {
            stops += 1;
            page.wait_for(clear, "the focused element in sight");
        }
    }
    assert!(stops >= 40, "{stops} stops: {}", page.value("see.summary()"));
}

#[test]
fn the_focus_is_in_sight_on_a_phone() {
    assert_focus_in_sight(390, 844, false);
}

#[test]
fn the_focus_is_in_sight_in_a_window() {
    assert_focus_in_sight(1280, 720, false);
}

#[test]
fn the_focus_is_in_sight_on_its_way_back() {
    assert_focus_in_sight(390, 844, true);
}

fn assert_fits(width: u32, height: u32) {
    let page = open_at(width, height, "?view=read");
    page.value(MEASURE);
    for moment in ["発表時", "2026年11月"] {
        page.wait_for(&format!("see.pressed('lens') === '{moment}'"), "the moment");
        page.settle();
        assert_nothing(&page.texts("fit.misfits()"), &format!("{moment} at {width}x{height}"));
        page.press("t");
    }
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
fn nothing_is_clipped_in_a_window() {
    assert_fits(1280, 720);
}
