//! The page's address: what a reload brings back, Back and Forward, links to slides and claims.

use crate::page::Page;
use crate::site::Site;

/// Slides with steps, and an id in Japanese.
const STEPS: &str = "---
title: 段階
lang: ja
sides:
  - { id: gke, name: GKE }
  - { id: eks, name: EKS }
moments:
  - { date: 2020-10-08, name: 発表時 }
  - { date: 2026-11-22, name: 2026年11月 }
---

## はじめ {#first}

文

---

## 料金の比較

### GKE

* `#gke-one` 一
* `#gke-two` 二

### EKS

* `#eks-one` 三
* `#eks-two 2021..` 四
";

/// What of the state the address keeps.
fn looks(page: &Page) -> String {
    page.value(
        "[see.slide(), see.all('.is-ahead').length, see.pressed('sides'), see.pressed('lens'), see.theme()]",
    )
    .to_string()
}

#[test]
fn a_reload_comes_back_to_the_same_look() {
    let page = Page::open_site(Site::with_text("steps.md", STEPS), "");
    page.press("PageDown");
    page.wait_for_slide("料金の比較");
    for key in ["1", "t", "d", "d", "PageDown"] {
        page.press(key);
    }
    page.wait_for("see.query().step === '1'", "the step in the address");
    let before = looks(&page);
    assert_eq!(before, r#"["料金の比較",1,"EKS","2026年11月","dark"]"#);
    page.reload();
    assert_eq!(looks(&page), before);
    let query = page.value("see.query()");
    assert_eq!([&query["sides"], &query["as-of"], &query["theme"]], ["eks", "2026-11-22", "dark"]);
    assert_eq!(page.site.refused(), []);
}

#[test]
fn a_reload_of_the_talk_keeps_slide_sides_lens_and_theme() {
    let page = Page::open("#dns");
    for key in ["2", "t", "d"] {
        page.press(key);
    }
    page.wait_for("see.query().theme === 'light'", "the theme in the address");
    let before = looks(&page);
    page.reload();
    assert_eq!(looks(&page), before);
    assert_eq!(before, r#"["dns",0,"GKE","2026年11月","light"]"#);
}

#[test]
fn back_and_forward_go_through_slides() {
    let page = Page::open("#tls");
    for id in ["dns", "node-auto-provisioning"] {
        page.press("PageDown");
        page.wait_for_slide(id);
        page.wait_for(&format!("location.hash === '#{id}'"), "the slide in the address");
    }
    page.press("1");
    page.wait_for("see.query().sides === 'eks'", "the side in the address");
    page.browser.back();
    page.wait_for_slide("dns");
    page.browser.back();
    page.wait_for_slide("tls");
    page.browser.forward();
    page.wait_for_slide("dns");
    page.browser.forward();
    page.wait_for_slide("node-auto-provisioning");
    page.wait_for("see.pressed('sides') === 'EKS'", "the side of that entry");
}

/// An entry a slide, however fast they are turned; each within the browser's limit.
#[test]
fn the_slide_at_rest_is_in_the_address() {
    let page = Page::open("");
    for _ in 0..12 {
        page.press("PageDown");
    }
    page.wait_for_slide("control-plane");
    page.wait_for("location.hash === '#control-plane'", "the slide in the address");
    page.browser.back();
    page.wait_for("see.slide() !== 'control-plane'", "an earlier slide");
}

#[test]
fn a_link_opens_its_slide() {
    let page = Page::open("#limits");
    assert_eq!(page.text("see.slide()"), "limits");
    assert!(page.text("document.title").contains("その他の制約"));
    page.go_to("#d%6Es");
    assert_eq!(page.text("see.slide()"), "dns");
}

/// The page is open; its fragment is changed by hand.
#[test]
fn a_changed_fragment_is_followed() {
    let page = Page::open("#limits");
    page.value("location.hash = '#iam'");
    page.wait_for_slide("iam");
}

#[test]
fn a_link_in_japanese_opens_its_slide_in_every_spelling() {
    let site = Site::with_text("steps.md", STEPS);
    let page = Page::open_site(site, "#%E6%96%99%E9%87%91%E3%81%AE%E6%AF%94%E8%BC%83");
    assert_eq!(page.text("see.slide()"), "料金の比較");
    page.go_to("#料金の比較");
    assert_eq!(page.text("see.slide()"), "料金の比較");
    page.go_to("#eks-two");
    assert_eq!(page.text("see.pressed('lens')"), "2026年11月");
    assert!(page.holds("see.isVisible(see.one('.is-target'))"), "the claim's step hasn't come");
}

/// The claim is hidden at the first moment and its side is off: both give way.
#[test]
fn a_link_opens_its_claim() {
    let page = Page::open("?sides=gke#eks-karpenter");
    assert_eq!(page.text("see.slide()"), "node-auto-provisioning");
    assert_eq!(page.text("see.pressed('sides')"), "GKE EKS");
    assert_eq!(page.text("see.pressed('lens')"), "2026年11月");
    assert_target(&page, "Karpenter が Pod に合うノード");
}

#[test]
fn a_claim_far_below_is_brought_into_view() {
    let page = Page::open("");
    page.size(320, 480);
    page.go_to("?view=slides#eks-too-many-pods-event");
    assert_target(&page, "Too many pods");
}

fn assert_target(page: &Page, text: &str) {
    page.wait_for("see.one('.is-target')", "the claim marked");
    page.settle();
    let target = page.text("see.one('.is-target').textContent");
    assert!(target.contains(text), "{target}");
    assert!(page.holds("see.active() === see.one('.is-target')"), "the claim hasn't the focus");
    assert!(page.holds("see.inView(see.one('.is-target'))"), "the claim is out of sight");
}

#[test]
fn what_means_nothing_draws_a_notice_and_nothing_else() {
    let page = Page::open("?sides=aks&as-of=soon&theme=pink&step=x&view=cube&utm=1#nowhere");
    assert_eq!(looks(&page), r#"["cover",0,"GKE EKS","発表時","auto"]"#);
    let notice = page.text("see.one('.notices').textContent");
    for value in ["aks", "soon", "pink", "step=x", "cube", "nowhere"] {
        assert!(notice.contains(value), "{value} isn't named: {notice}");
    }
    assert!(!notice.contains("utm"));
    page.press("Escape");
    page.wait_for("!see.one('.notices')", "the notice closed");
    page.press("PageDown");
    page.wait_for("location.search === '?utm=1'", "the address without them, and with what isn't ours");
}
