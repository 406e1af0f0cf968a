//! What is shown when the deck can't be: what is wrong, where, and what to do.

use crate::page::Page;
use crate::settings;
use crate::site::Site;
use serde_json::json;

const SMALL: &str = "## 一枚目 {#one}\n\n文\n";

/// A key that means nothing, and a claim's span that can't be read.
const BROKEN: &str = "---
title: 壊れたデッキ
lang: ja
sides:
  - { id: gke, name: GKE }
  - { id: eks, name: EKS }
sidez: 1
---

## 一枚目 {#one}

### GKE

- `#a 2020-13..` 主張
";

fn assert_failure(page: &Page, sentence: &str) {
    page.wait_for("see.one('.message[role=alert]')", "the failure");
    let told = page.text("see.one('.message').textContent");
    assert!(told.contains(sentence), "{told}");
    assert_eq!(page.text("see.one('.message h1').textContent"), "デッキを表示できません");
    assert!(page.holds("see.isVisible(see.one('.message')) && see.inView(see.one('.message'))"));
    assert!(page.holds("see.button('再読み込み')"));
}

#[test]
fn a_missing_deck_is_told_and_fetched_again() {
    let page = Page::load(Site::with_deck("missing.md"), "");
    assert_failure(&page, "missing.md が見つかりません (HTTP 404)");
    page.site.put("missing.md", SMALL);
    page.click("see.button('再読み込み')");
    page.wait_for_slide("one");
}

#[test]
fn a_deck_that_is_not_utf_8_is_told() {
    let page = Page::load(Site::with_text("sjis.md", b"## \x93\xfa\x96{\n".as_slice()), "");
    assert_failure(&page, "sjis.md は UTF-8 のテキストではありません");
}

#[test]
fn an_empty_deck_is_told() {
    for text in ["", "---\ntitle: 空\n---\n"] {
        let page = Page::load(Site::with_text("empty.md", text), "");
        assert_failure(&page, "empty.md にはスライドがありません");
    }
}

#[test]
fn a_server_that_is_gone_is_told() {
    let page = Page::load(Site::with_deck("missing.md"), "");
    assert_failure(&page, "missing.md が見つかりません");
    page.browser.send("Network.enable", json!({}));
    let offline = json!({"offline": true, "latency": 0, "downloadThroughput": -1, "uploadThroughput": -1});
    page.browser.send("Network.emulateNetworkConditions", offline);
    page.click("see.button('再読み込み')");
    page.wait_for("see.one('.message')?.textContent.includes('を取得できませんでした')", "the other failure");
    assert_failure(&page, "を取得できませんでした");
}

#[test]
fn a_policy_that_forbids_the_deck_is_told() {
    let page = Page::load(Site::with_deck("http://127.0.0.1:9/deck.md"), "");
    assert_failure(&page, "コンテンツセキュリティポリシーが http://127.0.0.1:9/deck.md の取得を止めました");
}

#[test]
fn a_broken_deck_shows_its_slides_and_what_is_broken() {
    let page = Page::open_site(Site::with_text("broken.md", BROKEN), "?diagnostics");
    assert_eq!(page.text("see.slide()"), "one");
    page.click("see.buttonLike('デッキの問題 2件')");
    page.wait_for("see.one('dialog:modal .diagnostics')", "the diagnostics");
    assert_eq!(page.texts("see.names('.diagnostics .place')"), ["7行 1文字目", "14行 7文字目"]);
    let told = page.text("see.one('.diagnostics').textContent");
    assert!(told.contains("sidez") && told.contains("2020-13"), "{told}");
    page.press("Escape");
    page.wait_for("!see.one('dialog').open", "the panel closed");
}

/// A program that can't be loaded leaves the fallback, and says so.
#[test]
fn a_missing_program_leaves_the_fallback() {
    let page = Page::load(Site::with_text("other.md", SMALL), "");
    page.wait_for("see.slide()", "a slide");
    let program =
        page.text("document.querySelector('link[as=fetch]').getAttribute('href').replace('./', '')");
    page.site.put(&program, "no program");
    page.browser.reload();
    page.wait_for("see.one('[role=alert]')", "the failure");
    let told = page.text("see.one('[role=alert]').innerText + document.body.innerText");
    assert!(told.contains("読み込めませんでした") && told.contains("Markdown のまま読む"), "{told}");
    assert!(page.holds("getComputedStyle(document.querySelector('.plain-link')).opacity === '1'"));
}

#[test]
fn without_scripts_title_sentence_and_link_are_there() {
    let page = Page::open_site(Site::with_text("other.md", SMALL), "");
    page.browser.send("Emulation.setScriptExecutionDisabled", json!({"value": true}));
    page.browser.reload();
    let named = |role: &str| -> Vec<String> {
        let tree = page.browser.send("Accessibility.getFullAXTree", json!({}));
        let nodes = tree["nodes"].as_array().into_iter().flatten();
        let nodes = nodes.filter(|node| node["role"]["value"] == role && node["ignored"] == false);
        nodes.map(|node| node["name"]["value"].as_str().unwrap_or_default().to_owned()).collect()
    };
    // The tree is made after the page has loaded.
    let start = std::time::Instant::now();
    while named("heading").is_empty() && start.elapsed().as_secs() < 10 {
        std::thread::sleep(std::time::Duration::from_millis(50));
    }
    assert_eq!(named("heading"), ["GKEとEKS"]);
    assert_eq!(named("link"), ["Markdown のまま読む"]);
    assert!(
        named("StaticText").iter().any(|text| text.contains("JavaScript を有効に")),
        "{:?}",
        named("StaticText")
    );
    assert_eq!(opacity(&page, ".plain-link"), "1");
    assert_eq!(page.site.refused(), []);
}

/// The computed opacity of an element, found without running a script in the page.
fn opacity(page: &Page, selector: &str) -> String {
    for domain in ["DOM.enable", "CSS.enable"] {
        page.browser.send(domain, json!({}));
    }
    let document = page.browser.send("DOM.getDocument", json!({}));
    let root = document["root"]["nodeId"].clone();
    let found = page.browser.send("DOM.querySelector", json!({"nodeId": root, "selector": selector}));
    let style = page.browser.send("CSS.getComputedStyleForNode", json!({"nodeId": found["nodeId"]}));
    let mut properties = style["computedStyle"].as_array().into_iter().flatten();
    let opacity = properties.find(|property| property["name"] == "opacity");
    opacity.and_then(|opacity| opacity["value"].as_str()).unwrap_or_default().to_owned()
}

fn was_asked(page: &Page, name: &str) -> usize {
    page.site.asked().iter().filter(|(path, _)| path.ends_with(name)).count()
}

#[test]
fn a_page_of_the_site_needs_no_markdown() {
    let page = Page::open("#dns");
    page.wait_for_slide("dns");
    let asked = ["gke-eks.ja.deck", "gke-eks.ja.md", "reader.wasm"].map(|name| was_asked(&page, name));
    assert_eq!(asked, [0, 0, 0]);
    page.assert_quiet();
}

#[test]
fn a_deck_that_another_version_read_comes_as_markdown() {
    let site = Site::start();
    let page = std::fs::read_to_string(settings::path("KURABE_DIST").join("index.html")).expect("the page");
    // The head of a deck is `KRB` and the hash of its schema.
    let (before, head) = page.split_once("data-deck=\"\">KRB").expect("the page has its deck");
    let rest: String = head.chars().skip(1).collect();
    let other = format!("{before}data-deck=\"\">KRB~{rest}");
    assert_ne!(other, page);
    site.put("index.html", other);
    let page = Page::open_site(site, "#dns");
    page.wait_for_slide("dns");
    assert_eq!([was_asked(&page, "gke-eks.ja.md"), was_asked(&page, "reader.wasm")], [1, 1]);
    page.assert_quiet();
}
