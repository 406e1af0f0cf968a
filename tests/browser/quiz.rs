//! The quiz: answering by keyboard, by click and by finger.

use crate::answering::{QUESTIONS, QUESTIONS_NOW, QUIZ, VERDICT};
use crate::page::Page;

fn assert_heading_has_focus(page: &Page) {
    page.wait_for("see.active()?.id === 'slide-title'", "the focus on the heading");
    assert!(page.holds("see.inView(see.active())"), "the heading is out of sight");
}

fn wait_for_said(page: &Page, text: &str) {
    page.wait_for(&format!("see.says().includes('{text}')"), &format!("the live region saying `{text}`"));
}

#[test]
fn the_whole_quiz_is_answered_by_keyboard_alone() {
    let page = Page::open("#dns");
    page.press("q");
    page.wait_for_place("q-cloud");
    assert_heading_has_focus(&page);
    wait_for_said(&page, "質問 1 / 8");
    page.press("1");
    page.wait_for_chosen("ほぼ Google Cloud (GCP)");
    wait_for_said(&page, "選択: ほぼ Google Cloud (GCP)");
    page.press("3");
    page.wait_for_chosen("両方");
    page.press("9");
    for (at, question) in QUESTIONS_NOW.iter().enumerate().skip(1) {
        page.press(if at % 2 == 0 { "Enter" } else { "ArrowRight" });
        page.wait_for_place(question);
        assert_heading_has_focus(&page);
        wait_for_said(&page, &format!("質問 {} / 8", at + 1));
        page.press("1");
        page.wait_for("see.chosen() === see.name(see.one('.options label'))", "the first option chosen");
        wait_for_said(&page, "選択: ");
    }
    page.press("Backspace");
    page.wait_for_place("q-cp-ha");
    page.press("End");
    page.wait_for_place(VERDICT);
    assert_heading_has_focus(&page);
    wait_for_said(&page, &page.text("see.sentence()"));
    page.tab_to("see.name(see.active()) === '回答を変える'");
    page.press("Enter");
    page.wait_for("see.view() === 'quiz'", "the question to change");
    assert_heading_has_focus(&page);
    page.press("2");
    page.wait_for("see.chosen() === see.name(see.all('.options label')[1])", "the other option");
    page.press("Escape");
    page.wait_for_place("dns");
    page.press("PageDown");
    page.wait_for_slide("node-auto-provisioning");
    page.assert_quiet();
}

/// In a group of radio buttons Space and the arrows are the browser's; a clicker's keys still go on.
#[test]
fn radio_buttons_are_reached_by_tab_and_chosen_by_arrows() {
    let page = Page::open(&format!("{QUIZ}#q-nodeless"));
    page.wait_for_place("q-nodeless");
    page.tab_to("see.radio('options')");
    assert_eq!(page.text("see.chosen()"), "");
    page.press(" ");
    page.wait_for_chosen("必須");
    page.press("ArrowDown");
    page.wait_for_chosen("あるとよい");
    page.press("ArrowRight");
    page.wait_for_chosen("なくてもよい");
    page.press("ArrowUp");
    page.wait_for_chosen("あるとよい");
    assert_eq!(page.text("see.place()"), "q-nodeless");
    page.press("Tab");
    page.tab_to("see.radio('importance')");
    page.wait_for_weight("ふつう");
    page.press("ArrowRight");
    page.wait_for_weight("とても重要");
    page.wait_for_chosen("あるとよい");
    assert_eq!(page.text("see.place()"), "q-nodeless");
    page.press("PageDown");
    page.wait_for_place("q-nap");
    page.press("PageUp");
    page.wait_for_place("q-nodeless");
    page.wait_for_chosen("あるとよい");
    page.wait_for_weight("とても重要");
    page.assert_quiet();
}

#[test]
fn clicks_answer_and_lead_through_the_quiz() {
    let page = Page::open("#dns");
    page.click("see.button('質問に答える')");
    page.wait_for_place("q-cloud");
    assert!(page.holds("see.button('答えずに次へ') && !see.one('.quiz').textContent.includes('やり直す')"));
    page.click("see.option('わからない')");
    page.wait_for_chosen("わからない");
    page.click("see.one('.quiz .quiz-moves .primary')");
    page.wait_for_place("q-pod-firewall");
    page.click("see.option('両方で制限する')");
    page.wait_for_chosen("両方で制限する");
    page.click("see.importance('とても重要')");
    page.wait_for_weight("とても重要");
    page.click("see.one('.quiz .quiz-moves button')");
    page.wait_for_place("q-cloud");
    page.wait_for_chosen("わからない");
    page.click("see.all('.answers .answer')[1]");
    page.wait_for_place("q-pod-firewall");
    page.wait_for_chosen("両方で制限する");
    assert_eq!(page.texts("see.answers()")[..3], ["わからない", "両方で制限する", "未回答"]);
    page.click("see.button('結果を見る')");
    page.wait_for_place(VERDICT);
    page.click("see.button('スライドに戻る')");
    page.wait_for_slide("dns");
    page.assert_quiet();
}

/// A question in the talk: answered where it stands, counted in the figure at the end.
#[test]
fn questions_are_answered_in_the_flow_of_the_slides() {
    let page = Page::open("#summary");
    for slide in ["quiz", "q-cloud"] {
        page.press("PageDown");
        page.wait_for_slide(slide);
    }
    page.settle();
    page.click("see.option('ほぼ AWS')");
    page.wait_for_chosen("ほぼ AWS");
    wait_for_said(&page, "選択: ほぼ AWS");
    page.press("PageDown");
    page.wait_for_slide("q-nodeless");
    page.press("1");
    page.wait_for_chosen("必須");
    assert_eq!(page.text("see.pressed('sides')"), "GKE EKS");
    page.press("PageUp");
    page.wait_for_slide("q-cloud");
    page.wait_for_chosen("ほぼ AWS");
    page.press("End");
    page.wait_for_slide("verdict");
    page.wait_for("see.all('.verdict-figure .scores svg').length === 2", "a bar a side");
    let wide = page.texts("see.all('.scores line').map((bar) => `${bar.dataset.side} ${bar.getBoundingClientRect().width > 100}`)");
    assert_eq!(wide, ["1 true"], "the side without points has no block");
    assert!(page.text("see.sentence()").contains("EKS"));
    page.click("see.button('結果を見る')");
    page.wait_for_place(VERDICT);
    page.press("Escape");
    page.wait_for_slide("verdict");
    page.assert_quiet();
}

/// How many questions are listed without an answer; those that are folded say since when they are equal, too.
const UNANSWERED: &str = "see.answers().filter((said) => said.startsWith('未回答')).length";

#[test]
fn starting_over_asks_once() {
    let page = Page::open(QUIZ);
    page.answer("12");
    page.wait_for_place("q-nap");
    page.click("see.button('最初からやり直す')");
    page.wait_for("see.one('dialog:modal')", "the question whether to clear");
    assert!(page.holds("see.one('dialog').contains(see.active())"), "the focus isn't in the dialog");
    page.press("Escape");
    page.wait_for("!see.one('dialog').open", "the dialog closed");
    page.wait_for("see.active() === see.button('最初からやり直す')", "the focus given back");
    assert_eq!(page.text("see.place()"), "q-nap");
    assert_eq!(page.texts("see.answers()")[..3], ["ほぼ Google Cloud (GCP)", "あるとよい", "未回答"]);
    page.click("see.button('最初からやり直す')");
    page.wait_for("see.one('dialog:modal')", "the question whether to clear");
    page.click("see.button('やめる')");
    page.wait_for("!see.one('dialog').open", "the dialog closed");
    page.click("see.button('最初からやり直す')");
    page.wait_for("see.one('dialog:modal')", "the question whether to clear");
    page.click("see.button('すべて消す')");
    page.wait_for_place("q-cloud");
    page.wait_for("!see.one('dialog').open", "the dialog closed");
    wait_for_said(&page, "回答をすべて消しました");
    assert_heading_has_focus(&page);
    assert_eq!(page.value(UNANSWERED), 16);
    assert_eq!(page.text("see.chosen()"), "");
    page.reload();
    assert_eq!(page.value(UNANSWERED), 16);
    assert!(page.holds("!see.one('.notices')"), "{}", page.value("see.summary()"));
    page.assert_quiet();
}

#[test]
fn a_finger_answers_and_swipes_to_the_next_question() {
    let page = Page::open(QUIZ);
    page.size(390, 844);
    page.enable_touch();
    page.settle();
    page.tap("see.option('両方')");
    page.wait_for_chosen("両方");
    page.tap("see.one('.quiz .quiz-moves .primary')");
    page.wait_for_place("q-nodeless");
    page.tap("see.option('必須')");
    page.wait_for_chosen("必須");
    page.tap("see.importance('とても重要')");
    page.wait_for_weight("とても重要");
    page.swipe(page.on_stage(0.8, 0.3), page.on_stage(0.2, 0.3));
    page.wait_for_place("q-nap");
    assert_eq!(page.text("see.chosen()"), "");
    page.swipe(page.on_stage(0.2, 0.3), page.on_stage(0.8, 0.3));
    page.wait_for_place("q-nodeless");
    page.wait_for_chosen("必須");
    page.wait_for_weight("とても重要");
    page.assert_quiet();
}

/// The parts of the page that a finger hits, by their smaller side.
const SMALL_TARGETS: &str = "see.all('.quiz, .verdict, dialog[open]').flatMap((part) =>
    [...part.querySelectorAll('button, label.choice, summary, textarea, .link-field input')])
    .filter(see.isVisible).map((target) => [target.getBoundingClientRect(), target])
    .filter(([box]) => Math.min(box.width, box.height) < 24)
    .map(([box, target]) => `${see.place()}: ${target.outerHTML.slice(0, 80)} is ${box.width} by ${box.height}`)";

#[test]
fn a_finger_hits_every_target() {
    let page = Page::open(QUIZ);
    page.size(390, 844);
    page.enable_touch();
    let mut small = Vec::new();
    for question in QUESTIONS {
        page.wait_for_place(question);
        page.press("1");
        page.wait_for("see.chosen()", "an option chosen");
        small.extend(page.texts(SMALL_TARGETS));
        page.press("PageDown");
    }
    page.wait_for_place(VERDICT);
    page.wait_for("see.one('.reasons details')", "evidence");
    small.extend(page.texts(SMALL_TARGETS));
    for button in ["決定記録", "最初からやり直す"] {
        page.tap(&format!("see.button('{button}')"));
        page.wait_for("see.one('dialog:modal')", button);
        small.extend(page.texts(SMALL_TARGETS));
        page.press("Escape");
        page.wait_for("!see.one('dialog').open", "the dialog closed");
    }
    assert_eq!(small, [""; 0]);
}
