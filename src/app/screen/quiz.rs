//! The quiz: the question on the screen, and the answers so far.

use super::SlideScreen;
use crate::analysis::answers::{Answer, Said};
use crate::analysis::case::Case;
use crate::app::state::State;
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
    /// What is said of all those that aren't asked.
    pub even: Option<String>,
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
    /// It is one of those that are walked through.
    pub is_asked: bool,
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
    let (number, total) = state.question_number();
    let case = state.case(deck);
    let rows = rows(state, &case);
    let is_last = !rows.iter().any(|row| row.is_asked && row.question > here);
    let is_open = state.quiz.answers.get(here).is_some_and(|answer| answer.said == Said::Nothing);
    Some(QuizScreen {
        slide,
        progress: fill(words.question, &[&number, &total]),
        even: even_line(&case, &rows),
        rows,
        next: match is_last {
            true => state.language.quiz().see_verdict,
            false if is_open => words.skip,
            false => state.language.controls().next,
        },
        is_first: state.is_at_start(),
        has_answers: has_answers(state),
    })
}

pub fn has_answers(state: &State) -> bool {
    !state.quiz.code.is_empty() || !state.quiz.words.is_empty()
}

/// Those that aren't asked, in a line with the day from which all of them have been even; nothing where there is none.
fn even_line(case: &Case<'_>, rows: &[AnswerRow]) -> Option<String> {
    let folded = || rows.iter().filter(|row| !row.is_asked);
    let latest = folded().filter_map(|row| case.even_since(row.question)).max()?;
    Some(fill(case.words().even, &[&folded().count(), &case.since(latest)]))
}

/// What was answered; where that makes no difference, with the day since when.
fn answer_told(case: &Case<'_>, question: usize, said: Said) -> String {
    let said = case.answer(question, said);
    match case.even_since(question) {
        Some(since) => format!("{said} ({})", case.since(since)),
        None => said,
    }
}

fn rows(state: &State, case: &Case<'_>) -> Vec<AnswerRow> {
    let (here, asked) = (state.question_here(), case.asked());
    let answers = state.quiz.answers.iter().enumerate();
    answers
        .map(|(question, answer)| AnswerRow {
            question,
            title: case.title(question),
            answer: answer_told(case, question, answer.said),
            is_asked: asked.contains(&question),
            is_open: answer.said == Said::Nothing,
            is_here: here == Some(question),
        })
        .collect()
}
