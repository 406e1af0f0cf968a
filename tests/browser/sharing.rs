//! The link with the answers: made by one reader, opened by another.

use crate::answering::{QUIZ, VERDICT};
use crate::page::Page;

/// The link on the verdict page, behind the page's own address.
fn link(page: &Page) -> String {
    let link = page.text("see.one('.link-field input').value");
    let rest = link.strip_prefix(&page.site.address("")).map(str::to_owned);
    rest.unwrap_or_else(|| panic!("{link} doesn't lead to this page"))
}

fn verdict(page: &Page) -> String {
    page.value(
        "[see.place(), see.sentence(), see.scores(), see.pressed('lens'), see.names('.reason strong')]",
    )
    .to_string()
}

#[test]
fn a_link_shows_another_reader_the_same_verdict() {
    let page = Page::open_verdict(QUIZ, "3111111");
    let (link, sent) = (link(&page), verdict(&page));
    assert!(link.contains("#verdict?answers=2"), "{link}");
    assert!(!page.text("location.href").contains("answers"));
    drop(page);
    let page = Page::open(&link);
    page.wait_for_place(VERDICT);
    assert_eq!(verdict(&page), sent);
    assert!(page.holds("!see.one('.notices')"), "{}", page.value("see.summary()"));
    let asked = page.site.asked();
    assert!(asked.iter().all(|(path, _)| !path.contains("answers")), "{asked:?}");
    page.press("Escape");
    page.wait_for("see.view() === 'slides'", "the slides");
    page.assert_quiet();
}

#[test]
fn a_link_that_was_cut_off_keeps_whole_answers_and_says_so() {
    let page = Page::open_verdict(QUIZ, "111");
    let link = link(&page);
    drop(page);
    let page = Page::open(&link[..link.len() - 4]);
    page.wait_for_place(VERDICT);
    page.wait_for("see.one('.notices')", "a notice");
    let notice = page.text("see.one('.notices').textContent");
    assert!(notice.contains("途中で切れている"), "{notice}");
    page.press("Escape");
    page.wait_for("!see.one('.notices')", "the notice closed");
    page.go_to_first_question();
    page.wait_for_place("q-cloud");
    assert_eq!(page.texts("see.answers()")[..3], ["ほぼ Google Cloud (GCP)", "必須", "未回答"]);
    page.assert_quiet();
}

/// Opens a link in which GKE leads, and changes the answer that decides it.
fn change_an_answer_of_a_link() -> Page {
    let page = Page::open_verdict(QUIZ, "13");
    let link = link(&page);
    drop(page);
    let page = Page::open(&link);
    page.wait_for_place(VERDICT);
    assert!(page.text("see.sentence()").contains("GKE が第一候補"), "{}", page.text("see.sentence()"));
    page.click("see.one('.reasons .text-button')");
    page.wait_for_entry("q-cloud");
    let kept = page.text("history.state ?? ''");
    page.press("2");
    page.wait_for_chosen("ほぼ AWS");
    page.wait_for(&format!("history.state !== '{kept}'"), "the answers kept with the entry");
    page
}

/// The answers leave the address as soon as one is given, and a reload keeps the new ones.
#[test]
fn answering_takes_a_link_s_answers_out_of_the_address() {
    let page = change_an_answer_of_a_link();
    assert!(!page.text("location.href").contains("answers"));
    page.reload();
    page.wait_for_chosen("ほぼ AWS");
    page.assert_quiet();
}

/// Back leads to the entry of the link, whose answers are older than those on the screen.
#[test]
fn back_to_a_link_keeps_the_answers_given_since() {
    let page = change_an_answer_of_a_link();
    page.browser.back();
    page.wait_for_place(VERDICT);
    page.wait_for("see.sentence().includes('EKS が第一候補')", "the verdict of the newest answers");
}

/// A link opened in a tab that has answers of its own shows what the link tells.
#[test]
fn a_link_typed_into_a_tab_with_answers_shows_its_own() {
    let page = Page::open_verdict(QUIZ, "13");
    let link = link(&page);
    page.go_to(&format!("{QUIZ}#q-cloud"));
    page.answer("22");
    page.wait_for_place("q-nap");
    page.go_to(&link);
    page.wait_for_place(VERDICT);
    assert!(page.text("see.sentence()").contains("GKE"), "{}", page.text("see.sentence()"));
    page.assert_quiet();
}

#[test]
fn the_link_is_copied_or_the_reader_is_told() {
    let page = Page::open_verdict(QUIZ, "1");
    page.allow_clipboard("granted");
    page.click("see.button('リンクをコピー')");
    page.wait_for("see.root().textContent.includes('コピーしました')", "that it was copied");
    let link = page.text("see.one('.link-field input').value");
    assert_eq!(page.text("navigator.clipboard.readText()"), link);
    page.allow_clipboard("denied");
    page.click("see.button('リンクをコピー')");
    page.wait_for("see.root().textContent.includes('コピーできませんでした')", "that it wasn't copied");
    page.assert_quiet();
}

#[test]
fn what_is_on_the_screen_is_copied_as_code() {
    let page = Page::open("?sides=eks&as-of=2024-12-31#dns");
    page.value(
        "navigator.clipboard.writeText = (text) => { window.copied = text; return Promise.resolve(); }",
    );
    page.click("see.button('メニュー')");
    page.click("see.buttonLike('共有・埋め込み')");
    page.wait_for("see.all('.share').length === 3", "three ways of sharing");
    let copy = |at: usize| {
        page.click(&format!("see.all('.panel .wide-button')[{at}]"));
        page.wait_for(&format!("window.copied === see.all('.share')[{at}].textContent"), "the copied text");
        page.text("copied")
    };
    assert_eq!(copy(0), page.text("location.href"));
    let element = copy(1);
    assert!(element.contains(&format!("src=\"{}\"", page.site.address("embed/kurabe.js"))), "{element}");
    assert!(element.contains("slide=\"dns\" sides=\"eks\" as-of=\"2024-12-31\">"), "{element}");
    assert!(copy(2).contains("embed.html?deck=gke-eks.ja.md&amp;sides=eks&amp;as-of=2024-12-31#dns\""));
    page.assert_quiet();
}
