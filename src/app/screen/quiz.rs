//! The quiz: the question on the screen, and the answers so far.

use super::SlideScreen;
use crate::app::state::State;
use crate::judge::answers::{Answer, Said};
use crate::model::deck::{Deck, Slide};
use crate::words::fill;

/// A question that can be answered, with what was said to it.
#[derive(Clone, Debug, PartialEq)]
pub struct QuestionView {
    pub answer: Answer,
    /// The option is chosen, by its place.
    pub chosen: Vec<bool>,
}

#[derive(Clone, Debug, PartialEq)]
pub struct QuizScreen {
    pub slide: SlideScreen,
    pub progress: String,
    pub rows: Vec<AnswerRow>,
    /// What the button that goes on says.
    pub next: &'static str,
    pub is_first: bool,
    /// Something was answered that could be cleared.
    pub has_answers: bool,
}

/// An answer in the list of them all.
#[derive(Clone, Debug, PartialEq)]
pub struct AnswerRow {
    pub question: usize,
    pub title: String,
    pub answer: String,
    pub is_open: bool,
    pub is_here: bool,
}

/// The question of a slide.
pub fn question_view(state: &State, slide: &Slide, at: usize) -> Option<QuestionView> {
    let question = slide.question.as_ref()?;
    let answer = *state.quiz.answers.get(state.question_at(at)?)?;
    let chosen = (0..question.options.len()).map(|option| answer.said == Said::Option(option));
    Some(QuestionView { answer, chosen: chosen.collect() })
}

pub fn quiz(state: &State, deck: &Deck, slide: SlideScreen) -> Option<QuizScreen> {
    let here = state.question_here()?;
    let words = state.language.quiz();
    let total = state.quiz.slides.len();
    let is_open = state.quiz.answers.get(here).is_some_and(|answer| answer.said == Said::Nothing);
    Some(QuizScreen {
        slide,
        progress: fill(words.question, &[&(here + 1), &total]),
        rows: rows(state, deck),
        next: match here + 1 == total {
            true => state.language.quiz().see_verdict,
            false if is_open => words.skip,
            false => state.language.controls().next,
        },
        is_first: here == 0,
        has_answers: has_answers(state),
    })
}

pub fn has_answers(state: &State) -> bool {
    !state.quiz.code.is_empty() || !state.quiz.words.is_empty()
}

fn rows(state: &State, deck: &Deck) -> Vec<AnswerRow> {
    let case = state.case(deck);
    let here = state.question_here();
    let answers = state.quiz.answers.iter().enumerate();
    answers
        .map(|(question, answer)| AnswerRow {
            question,
            title: case.title(question),
            answer: case.answer(question, answer.said),
            is_open: answer.said == Said::Nothing,
            is_here: here == Some(question),
        })
        .collect()
}
