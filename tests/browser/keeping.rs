//! Where answers are kept: over a reload, through Back and Forward, and on the device if asked for.

use crate::answering::{QUIZ, VERDICT};
use crate::page::Page;
use crate::site::FOLDER;

/// The deck of the site.
const DECK: &str = include_str!("../../content/gke-eks.ja.md");

#[test]
fn a_reload_keeps_question_answers_importance_and_lens() {
    let page = Page::open(QUIZ);
    page.answer("1");
    page.wait_for_place("q-nodeless");
    page.press("2");
    page.wait_for_chosen("あるとよい");
    page.click("see.importance('とても重要')");
    page.wait_for_weight("とても重要");
    page.press("t");
    page.wait_for("!see.query()['as-of']", "the lens with which the quiz opens");
    let answers = page.texts("see.answers()");
    page.reload();
    page.wait_for_place("q-nodeless");
    page.wait_for_chosen("あるとよい");
    page.wait_for_weight("とても重要");
    assert_eq!(page.text("see.pressed('lens')"), "2026年11月");
    assert_eq!(page.texts("see.answers()"), answers);
    page.assert_quiet();
}

/// What was answered last may still wait to be written when the page is left.
#[test]
fn a_reload_right_after_an_answer_keeps_it() {
    let page = Page::open("?view=quiz");
    for key in ["1", "2", "3", "4", "2"] {
        page.press(key);
    }
    page.wait_for_chosen("ほぼ AWS");
    page.reload();
    page.wait_for_chosen("ほぼ AWS");
}

#[test]
fn back_and_forward_go_through_questions_and_keep_later_answers() {
    let page = Page::open(QUIZ);
    page.wait_for_place("q-cloud");
    page.press("1");
    page.wait_for_chosen("ほぼ Google Cloud (GCP)");
    for question in ["q-nodeless", "q-nap"] {
        page.press("PageDown");
        page.wait_for_entry(question);
        page.press("1");
        page.wait_for("see.chosen()", "an option chosen");
    }
    page.browser.back();
    page.wait_for_place("q-nodeless");
    page.wait_for_chosen("必須");
    page.press("3");
    page.wait_for_chosen("なくてもよい");
    page.browser.back();
    page.wait_for_place("q-cloud");
    let answers = page.texts("see.answers()");
    assert_eq!(answers[..3], ["ほぼ Google Cloud (GCP)", "なくてもよい", "必須"]);
    page.reload();
    page.wait_for_place("q-cloud");
    assert_eq!(page.texts("see.answers()"), answers);
    page.browser.forward();
    page.wait_for_place("q-nodeless");
    page.wait_for_chosen("なくてもよい");
    page.browser.forward();
    page.wait_for_place("q-nap");
    assert_eq!(page.texts("see.answers()"), answers);
    page.assert_quiet();
}

/// Coming back to the deck in the same tab, by whatever way, one finds the answers; another tab has none.
#[test]
fn answers_of_the_tab_are_there_when_one_comes_back() {
    let page = Page::open(QUIZ);
    page.answer("21");
    page.wait_for_place("q-nap");
    page.leave();
    page.go_to("?view=quiz#q-cloud");
    page.wait_for_place("q-cloud");
    page.wait_for_chosen("ほぼ AWS");
    page.go_to(&format!("{QUIZ}#q-nodeless"));
    page.wait_for_chosen("必須");
    // Starting over forgets them.
    page.click("see.button('最初からやり直す')");
    page.wait_for("see.one('dialog:modal')", "the question whether to clear");
    page.click("see.button('すべて消す')");
    page.wait_for("sessionStorage.length === 0", "nothing stored");
    page.assert_quiet();
}

/// Everything in which a page could store something, by name.
const STORED: &str = "(async () => [
    ...Object.keys(localStorage).map((key) => `local storage: ${key}`),
    ...Object.keys(sessionStorage).map((key) => `session storage: ${key}`),
    ...document.cookie.split(';').filter(Boolean).map((cookie) => `cookie: ${cookie}`),
    ...(await indexedDB.databases()).map((database) => `database: ${database.name}`),
    ...(await caches.keys()).map((cache) => `cache: ${cache}`),
    ...(await navigator.serviceWorker.getRegistrations()).map((worker) => `worker: ${worker.scope}`),
    ...(window.name ? [`window's name: ${window.name}`] : []),
])()";

#[test]
fn answers_are_stored_for_the_tab_alone_unless_asked_for() {
    let page = Page::open(QUIZ);
    let asked = page.site.asked();
    page.answer("1111111111111");
    page.wait_for_entry(VERDICT);
    page.reload();
    page.wait_for("see.scores().length === 2", "the scores after a reload");
    let stored = page.texts(STORED);
    assert!(stored.len() == 1 && stored[0].starts_with("session storage: kurabe-answers "), "{stored:?}");
    // The reload asks for the same again, and nothing else is asked for.
    let mut later = page.site.asked();
    let news = later.split_off(asked.len());
    // The deck's pictures are loaded in the background, whatever is answered.
    let is_picture = |path: &str| path.strip_prefix(FOLDER).is_some_and(|file| DECK.contains(file));
    let known =
        |path: &str| asked.iter().any(|(before, _)| before.split('?').next() == path.split('?').next());
    let strange: Vec<_> = news.iter().filter(|(path, _)| !known(path) && !is_picture(path)).collect();
    assert_eq!(strange, Vec::<&(String, u16)>::new());
    assert!(news.iter().all(|(path, _)| !path.contains("answers")), "{news:?}");
    page.assert_quiet();
}

#[test]
fn no_address_of_the_tab_holds_answers() {
    let page = Page::open(QUIZ);
    page.answer("1111111111111");
    page.wait_for_entry(VERDICT);
    page.browser.back();
    page.wait_for("see.view() === 'quiz'", "an earlier question");
    page.press("2");
    page.wait_for("see.chosen() === see.name(see.all('.options label')[1])", "the second option");
    page.reload();
    let addresses = page.texts("[location.href, ...navigation.entries().map((entry) => entry.url)]");
    assert!(addresses.len() > 2, "{addresses:?}");
    for address in addresses {
        assert!(!address.contains("answers"), "{address}");
    }
}

#[test]
fn answers_are_kept_on_the_device_on_request_alone() {
    let page = Page::open_verdict(QUIZ, "21");
    page.click("see.button('この端末に回答を保存')");
    page.wait_for("see.says().includes('保存します')", "the live region saying that answers are saved");
    page.wait_for("localStorage.length === 1", "one entry in the local storage");
    assert_eq!(page.texts(STORED).len(), 2, "the tab's, and the device's");
    page.value("sessionStorage.clear()");
    page.go_to(QUIZ);
    page.wait_for_place("q-nap");
    assert_eq!(page.texts("see.answers()")[..3], ["ほぼ AWS", "必須", "未回答"]);
    page.press("2");
    page.wait_for_chosen("あるとよい");
    page.go_to("?view=verdict");
    page.go_to(QUIZ);
    assert_eq!(page.texts("see.answers()")[..4], ["ほぼ AWS", "必須", "あるとよい", "未回答"]);
    page.go_to("?view=verdict");
    page.click("see.button('保存した回答を消す')");
    page.wait_for("localStorage.length === 0", "no entry in the local storage");
    page.wait_for("see.button('この端末に回答を保存')", "the button to save again");
    page.value("sessionStorage.clear()");
    page.go_to("?view=quiz");
    assert_eq!(page.value("see.answers().filter((said) => said.startsWith('未回答')).length"), 16);
    assert_eq!(page.texts(STORED), [""; 0]);
    page.assert_quiet();
}
