//! The quiz: one question at a time, with the answers so far.

use super::button::{Button, wide};
use super::pen::Pen;
use super::slide::slide_content;
use crate::app::msg::{Msg, NavMsg, Panel, QuizMsg, UiMsg};
use crate::app::screen::{AnswerRow, QuizScreen};
use crate::app::view::View;
use crate::words::quiz::QuizWords;

pub fn quiz(pen: &mut Pen, quiz: &QuizScreen) {
    let says = quiz.slide.language.quiz();
    open_page(pen, "quiz scroller");
    pen.class("article", "slide-text").attr("data-slide", &quiz.slide.id);
    pen.class("p", "question-number").attr("lang", quiz.slide.language.tag()).text(&quiz.progress).close();
    slide_content(pen, &quiz.slide);
    pen.class("div", "quiz-moves").attr("lang", quiz.slide.language.tag());
    let back = Button { class: "wide-button", idle: quiz.is_first, ..Button::default() };
    back.open(pen, Msg::Nav(NavMsg::Previous)).words(quiz.slide.language.controls().previous).close();
    wide(pen, "wide-button primary", quiz.next, Msg::Nav(NavMsg::Next));
    pen.close();
    pen.close();
    answers(pen, quiz, says);
    pen.close().close();
}

/// Opens a view that scrolls as a page does, and the element for its content.
pub fn open_page<'p>(pen: &'p mut Pen, class: &'static str) -> &'p mut Pen {
    pen.class("div", class).attr("tabindex", "-1").class("div", "content")
}

/// All questions with what was answered; each leads to its question.
fn answers(pen: &mut Pen, quiz: &QuizScreen, says: &'static QuizWords) {
    pen.class("section", "answers").attr("aria-label", says.answers).with_words("h2", says.answers);
    rows(pen, quiz, true, says);
    pen.open("div");
    if let Some(line) = &quiz.even {
        let is_here = quiz.rows.iter().any(|row| row.is_here && !row.is_asked);
        pen.open("details").attr("open", is_here.then_some("")).with_text("summary", line);
        rows(pen, quiz, false, says);
        pen.close();
    }
    pen.close().class("div", "quiz-moves");
    wide(pen, "wide-button", quiz.slide.language.quiz().see_verdict, Msg::Nav(NavMsg::View(View::Verdict)));
    start_over(pen, quiz.has_answers, says);
    pen.close().close();
}

fn rows(pen: &mut Pen, quiz: &QuizScreen, is_asked: bool, says: &'static QuizWords) {
    pen.open("ol");
    for row in quiz.rows.iter().filter(|row| row.is_asked == is_asked) {
        answer(pen, row, says);
    }
    pen.close();
}

fn answer(pen: &mut Pen, row: &AnswerRow, says: &'static QuizWords) {
    pen.open("li").attr("class", row.is_here.then_some("here"));
    let look = Button { class: "answer", ..Button::default() };
    look.open(pen, Msg::Quiz(QuizMsg::Question(row.question))).open("span");
    if row.is_here {
        pen.class("span", "visually-hidden").words(says.here).words(" ").close();
    }
    pen.text(&row.title).close();
    let said = if row.is_open { "is-open" } else { "said" };
    pen.class("span", said).text(&row.answer).close().close().close();
}

/// The button that asks whether to clear all answers, where there are any.
pub fn start_over(pen: &mut Pen, has_answers: bool, says: &'static QuizWords) {
    pen.open("div");
    if has_answers {
        wide(pen, "wide-button", says.start_over, Msg::Ui(UiMsg::TogglePanel(Panel::StartOver)));
    }
    pen.close();
}
