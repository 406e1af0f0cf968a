//! The deck in another language, fetched in its place.

use crate::answering::QUIZ;
use crate::page::Page;
use crate::site::FOLDER;

fn choose(page: &Page, language: &str) {
    page.click("see.one('.menu-opener')");
    page.wait_for("see.one('dialog:modal .menu')", "the menu");
    page.click(&format!("see.buttonLike('{language}')"));
    page.wait_for("!see.one('dialog').open", "the menu closed");
}

fn wait_for_english(page: &Page) {
    page.wait_for("see.one('.deck').lang === 'en' && see.one('.stage').lang === 'en'", "the deck in English");
    page.settle();
}

fn wait_for_japanese(page: &Page) {
    page.wait_for(
        "see.one('.deck').lang === 'ja' && see.one('.stage').lang === 'ja'",
        "the deck in Japanese",
    );
    page.settle();
}

/// Where the reader is, without words of a language.
const PLACE: &str = "JSON.stringify([see.view(), see.place(), see.ahead(), see.pressed('sides'), \
    see.all('.lens button').findIndex((button) => button.ariaPressed === 'true'), see.theme(), location.hash, see.here()])";

/// The page in the address, and the place within the deck.
fn wait_for_place(page: &Page, path: &str, place: &str) {
    let wanted = format!("location.pathname === '{path}' && {PLACE} === {}", serde_json::json!(place));
    page.wait_for(&wanted, &format!("{place} on {path}"));
}

fn assert_kept(rest: &str) {
    let page = Page::open(rest);
    let before = page.text(PLACE);
    let length = page.value("history.length");
    choose(&page, "English");
    wait_for_english(&page);
    let path = format!("{FOLDER}en/");
    wait_for_place(&page, &path, &before);
    assert_eq!(page.value("history.length"), length);
    page.reload();
    wait_for_english(&page);
    wait_for_place(&page, &path, &before);
    assert_eq!(page.text("document.documentElement.lang"), "en");
    choose(&page, "日本語");
    wait_for_japanese(&page);
    wait_for_place(&page, FOLDER, &before);
    page.reload();
    wait_for_japanese(&page);
    wait_for_place(&page, FOLDER, &before);
    assert_eq!(page.text("document.documentElement.lang"), "ja");
    page.assert_quiet();
}

#[test]
fn a_slide_keeps_its_place_sides_and_lens() {
    assert_kept("?sides=eks&as-of=2026-11-22&theme=dark#dns");
}

#[test]
fn the_first_slide_has_an_address_without_anything() {
    assert_kept("");
}

#[test]
fn the_article_keeps_its_place() {
    assert_kept("?view=read#dns");
}

#[test]
fn the_overview_keeps_its_place() {
    assert_kept("?view=overview#dns");
}

#[test]
fn the_quiz_keeps_its_answers() {
    let page = Page::open(QUIZ);
    page.answer("21-1");
    page.wait_for_entry("q-system");
    // Those that are asked.
    let answered = "see.answers().slice(0, 13)";
    let before = page.texts(answered);
    choose(&page, "English");
    wait_for_english(&page);
    page.wait_for_place("q-system");
    let english = page.texts(answered);
    assert!(english[0].contains("AWS") && english[0] != before[0], "{english:?}");
    assert_eq!(english[2], english[12], "the question that was left out");
    assert_eq!(english.iter().filter(|answer| **answer != english[12]).count(), 3);
    // The address is written at most once in a while.
    page.wait_for("location.pathname.endsWith('/en/')", "the address of the English page");
    page.reload();
    wait_for_english(&page);
    page.wait_for_place("q-system");
    assert_eq!(page.texts(answered), english);
    choose(&page, "日本語");
    wait_for_japanese(&page);
    assert_eq!(page.texts(answered), before);
    page.assert_quiet();
}

#[test]
fn words_of_the_controls_and_the_title_change() {
    let page = Page::open("#dns");
    choose(&page, "English");
    wait_for_english(&page);
    page.wait_for("document.title.endsWith('GKE and EKS')", "the window's title");
    assert!(page.holds("see.button('Next') && !see.button('次へ')"));
    assert!(page.holds("!/[\\u3041-\\u30ff\\u4e00-\\u9fff]/.test(see.one('.slide .content').innerText)"));
    page.press("PageDown");
    page.wait_for_slide("node-auto-provisioning");
    page.wait_for("location.hash === '#node-auto-provisioning'", "the slide in the address");
    assert_eq!(page.text("location.pathname"), format!("{FOLDER}en/"));
    page.browser.back();
    page.wait_for_slide("dns");
    assert_eq!(page.text("see.one('.deck').lang"), "en");
    let asked = page.site.asked();
    let is_asked = |name: &str| asked.iter().any(|(path, _)| path.ends_with(name));
    assert!(is_asked("gke-eks.en.deck") && !is_asked("reader.wasm"), "{asked:?}");
    page.assert_quiet();
}

#[test]
fn the_english_page_shows_all_its_slides() {
    let page = Page::open("en/");
    assert_eq!(page.text("document.documentElement.lang"), "en");
    page.walk(|id| assert_eq!(page.texts("see.broken()"), [""; 0], "pictures of `{id}`"));
    assert!(
        page.texts("performance.getEntriesByType('resource').map((entry) => entry.name)")
            .iter()
            .all(|name| !name.ends_with("gke-eks.ja.md"))
    );
    page.assert_quiet();
}
