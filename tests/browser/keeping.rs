//! Where answers are kept: over a reload, through Back and Forward, and on the device if asked for.

use crate::answering::VERDICT;
use crate::page::Page;
use crate::site::FOLDER;

/// The deck of the site.
const DECK: &str = include_str!("../../content/gke-eks.ja.md");

#[test]
fn a_reload_keeps_question_answers_importance_and_lens() {
    let page = Page::open("?view=quiz");
    page.answer("1");
    page.wait_for_place("q-nodeless");
    page.press("2");
    page.wait_for_chosen("あるとよい");
    page.click("see.importance('とても重要')");
    page.wait_for_weight("とても重要");
    page.press("t");
    page.wait_for("see.query()['as-of'] === '2026-11-22'", "the lens in the address");
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
    let page = Page::open("?view=quiz");
    page.wait_for_place("q-cloud");
    page.press("1");
    page.wait_for_chosen("ほぼ Google Cloud (GCP)");
    for question in ["q-nodeless", "q-daemonset"] {
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
    assert_eq!(answers[..3], ["ほぼ Google Cloud (GCP)", "なくてもよい", "必要"]);
    page.reload();
    page.wait_for_place("q-cloud");
    assert_eq!(page.texts("see.answers()"), answers);
    page.browser.forward();
    page.wait_for_place("q-nodeless");
    page.wait_for_chosen("なくてもよい");
    page.browser.forward();
    page.wait_for_place("q-daemonset");
    assert_eq!(page.texts("see.answers()"), answers);
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
fn answers_are_stored_nowhere_unless_asked_for() {
    let page = Page::open("?view=quiz");
    let asked = page.site.asked();
    page.answer("1111111111111111");
    page.wait_for_entry(VERDICT);
    page.reload();
    page.wait_for("see.scores().length === 2", "the scores after a reload");
    assert_eq!(page.texts(STORED), [""; 0]);
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
    let page = Page::open("?view=quiz");
    page.answer("1111111111111111");
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
    let page = Page::open_verdict("?view=quiz", "21");
    page.click("see.button('この端末に回答を保存')");
    page.wait_for("see.says().includes('保存します')", "the live region saying that answers are saved");
    page.wait_for("localStorage.length === 1", "one entry in the local storage");
    assert_eq!(page.texts(STORED).len(), 1);
    page.go_to("?view=quiz");
    page.wait_for_place("q-daemonset");
    assert_eq!(page.texts("see.answers()")[..3], ["ほぼ AWS", "必須", "未回答"]);
    page.press("2");
    page.wait_for_chosen("不要");
    page.go_to("?view=verdict");
    page.go_to("?view=quiz");
    assert_eq!(page.texts("see.answers()")[..4], ["ほぼ AWS", "必須", "不要", "未回答"]);
    page.go_to("?view=verdict");
    page.click("see.button('保存した回答を消す')");
    page.wait_for("localStorage.length === 0", "no entry in the local storage");
    page.wait_for("see.button('この端末に回答を保存')", "the button to save again");
    page.go_to("?view=quiz");
    assert_eq!(page.texts("see.answers()"), ["未回答"; 16]);
    assert_eq!(page.texts(STORED), [""; 0]);
    page.assert_quiet();
}
