//! The verdict: what stands on it, and what of the quiz and of it can be seen, at every size, by everybody.

use crate::answering::{QUESTIONS, QUIZ, VERDICT};
use crate::axe::{Found, load_axe};
use crate::fit::{MEASURE, assert_nothing};
use crate::page::Page;

/// One side is ruled out at the time of the talk, and all the rest is answered too.
const ALL: &str = "3111111111111";

#[test]
fn an_empty_verdict_leads_to_the_questions() {
    let page = Page::open("?view=verdict");
    assert!(page.text("see.sentence()").contains("集計できる回答がまだありません"));
    assert_eq!(page.texts("see.scores()"), [""; 0]);
    page.click("see.one('.verdict .primary')");
    page.wait_for_place("q-cloud");
    page.assert_quiet();
}

#[test]
fn a_verdict_tells_scores_reasons_and_evidence() {
    let page = Page::open_verdict(QUIZ, "11");
    assert_eq!(page.texts("see.scores()").len(), 2);
    assert!(page.texts("see.scores()")[0].contains("候補外"), "{:?}", page.texts("see.scores()"));
    assert!(page.text("see.one('.is-ruled-out .said').textContent").contains("「必須」"));
    assert_eq!(page.texts("see.names('.reason strong')").len(), 2);
    page.click("see.one('.reasons summary')");
    page.wait_for("see.one('.reasons details[open] .evidence')", "the evidence");
    assert!(page.holds("see.isVisible(see.one('.evidence li'))"));
    page.click("see.one('.evidence a')");
    page.wait_for("see.view() === 'slides'", "the slide of the evidence");
    page.wait_for("see.slide() && see.slide() !== 'verdict'", "the slide of the evidence");
    page.assert_quiet();
}

/// Another moment may bring the reasons into another order, and sections may come and go.
#[test]
fn evidence_stays_open_at_another_moment() {
    let page = Page::open_verdict(QUIZ, "11");
    let open = "see.all('.reasons > li:has(details[open])').map((li) => see.name(li.querySelector('strong'))).join()";
    page.click("see.one('.reasons summary')");
    page.wait_for("see.one('.reasons details[open]')", "the evidence");
    let before = page.text(open);
    page.press("t");
    page.wait_for("!see.scores()[0].includes('候補外')", "both sides in the running now");
    assert_eq!(page.text(open), before);
    assert!(page.holds("see.active()?.matches('summary')"), "the focus is lost");
}

/// Home, End and the page keys scroll; those that move lead back to the questions.
#[test]
fn the_verdict_scrolls_as_any_page() {
    let page = Page::open_verdict(QUIZ, ALL);
    let top = "see.one('.scroller').scrollTop";
    assert_eq!(page.value(top), 0);
    page.press("PageDown");
    page.wait_for(&format!("{top} > 200"), "the next part");
    page.press("PageUp");
    page.wait_for(&format!("{top} === 0"), "the top");
    // The browser scrolls bit by bit; what is pressed before it has come to the end is added to it.
    let end = "see.isScrolledThrough('.scroller') && see.inView(see.button('この端末に回答を保存'))";
    page.press("End");
    page.wait_for(end, "the end");
    page.press("Home");
    page.wait_for(&format!("{top} === 0"), "the top again");
    page.press("End");
    page.wait_for(end, "the end again");
    assert_eq!(page.text("see.place()"), VERDICT);
    page.press("ArrowLeft");
    page.wait_for_place("q-cost");
    page.wait_for(&format!("{top} === 0"), "the top of the question");
    page.assert_quiet();
}

// Fitting.

/// What doesn't fit where the page is.
fn misfits(page: &Page, found: &mut Vec<String>) {
    page.settle();
    let lens = page.text("see.pressed('lens')");
    let lines = page.texts("fit.misfits()");
    let place = page.text("see.place()");
    found.extend(lines.iter().map(|line| format!("{place} {lens}\t{line}")));
}

fn at_both_moments(page: &Page, mut look: impl FnMut()) {
    for moment in ["発表時", "2026年11月"] {
        page.wait_for(&format!("see.pressed('lens') === '{moment}'"), "the moment");
        look();
        page.press("t");
    }
}

fn assert_fits(width: u32, height: u32) {
    let page = Page::open("?view=verdict&as-of=2020-10-08");
    page.size(width, height);
    page.value(MEASURE);
    let mut found = Vec::new();
    misfits(&page, &mut found);
    page.go_to_first_question();
    for question in QUESTIONS {
        page.wait_for_place(question);
        at_both_moments(&page, || misfits(&page, &mut found));
        page.press("PageDown");
    }
    for answers in ["1", ALL] {
        page.go_to_first_question();
        page.answer(answers);
        if answers != ALL {
            page.press("End");
        }
        page.wait_for_place(VERDICT);
        page.value("see.all('details').forEach((details) => { details.open = true; })");
        at_both_moments(&page, || misfits(&page, &mut found));
    }
    page.click("see.button('決定記録')");
    page.wait_for("see.one('dialog:modal .record')", "the record");
    misfits(&page, &mut found);
    assert_nothing(&found, &format!("clipped at {width}x{height}"));
    page.assert_quiet();
}

#[test]
fn quiz_and_verdict_fit_into_a_small_window() {
    assert_fits(1280, 720);
}

#[test]
fn quiz_and_verdict_fit_into_a_large_window() {
    assert_fits(1920, 1080);
}

#[test]
fn quiz_and_verdict_fit_on_a_phone() {
    assert_fits(390, 844);
}

#[test]
fn quiz_and_verdict_fit_on_the_smallest_screen() {
    assert_fits(320, 480);
}

#[test]
fn the_buttons_of_a_question_are_in_sight_at_once() {
    let page = Page::open(QUIZ);
    let mut hidden = Vec::new();
    for question in QUESTIONS {
        page.wait_for_place(question);
        page.settle();
        assert_eq!(page.value("see.one('.scroller').scrollTop"), 0);
        for at in 0..2 {
            if !page.holds(&format!("see.inView(see.all('.slide-text .quiz-moves button')[{at}])")) {
                hidden.push((question, at));
            }
        }
        page.press("PageDown");
    }
    assert_eq!(hidden, [], "buttons that have to be scrolled to at 1280x720");
}

// axe-core.

const THEMES: [&str; 3] = ["light", "dark", "contrast"];

fn look_in_all_themes(page: &Page, found: &mut Found, place: &str) {
    for theme in THEMES {
        page.wait_for(&format!("see.one('.deck').dataset.theme === '{theme}'"), "the theme");
        page.settle();
        found.look(page, &format!("{place} ({theme})"));
        // Pressed rather than clicked, a modal dialog takes no keys of the deck.
        page.value("see.one('button.theme').click()");
        if theme == "contrast" {
            page.wait_for("see.theme() === 'auto'", "the theme");
            page.value("see.one('button.theme').click()");
        }
    }
}

fn assert_quiz_passes(width: u32, height: u32) {
    let page = Page::open(&format!("{QUIZ}&theme=light"));
    page.size(width, height);
    load_axe(&page);
    let mut found = Found::default();
    look_in_all_themes(&page, &mut found, "a question");
    page.press("1");
    page.wait_for("see.chosen()", "an answer");
    look_in_all_themes(&page, &mut found, "a question with its answer");
    page.press("End");
    page.wait_for_place(VERDICT);
    look_in_all_themes(&page, &mut found, "a leaning verdict");
    page.go_to_first_question();
    page.answer("11111");
    page.press("End");
    page.wait_for_place(VERDICT);
    page.wait_for("see.one('.is-ruled-out')", "a side ruled out");
    page.value("see.all('details').forEach((details) => { details.open = true; })");
    look_in_all_themes(&page, &mut found, "a verdict with evidence");
    for button in ["決定記録", "最初からやり直す"] {
        page.click(&format!("see.button('{button}')"));
        page.wait_for("see.one('dialog:modal')", button);
        look_in_all_themes(&page, &mut found, button);
        page.press("Escape");
        page.wait_for("!see.one('dialog').open", "the dialog closed");
    }
    page.click("see.button('最初からやり直す')");
    page.click("see.button('すべて消す')");
    page.wait_for_place("q-cloud");
    page.press("End");
    page.wait_for_place(VERDICT);
    look_in_all_themes(&page, &mut found, "an empty verdict");
    found.assert_none();
    page.assert_quiet();
}

#[test]
fn quiz_and_verdict_pass_in_a_window() {
    assert_quiz_passes(1280, 720);
}

#[test]
fn quiz_and_verdict_pass_on_a_phone() {
    assert_quiz_passes(390, 844);
}

/// axe-core looks for contrast only at what is in sight: here all of it is.
#[test]
fn quiz_and_verdict_pass_where_nothing_scrolls() {
    assert_quiz_passes(1280, 6000);
}
