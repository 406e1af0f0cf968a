//! The scores of a verdict as sentences and bars.

use crate::analysis::answers::Importance;
use crate::analysis::case::Case;
use crate::analysis::verdict::{Gain, Quiz, Tally, given_by};
use crate::app::state::State;
use crate::model::date::Date;
use crate::model::deck::Deck;
use crate::words::fill;

/// The verdict at a glance.
#[derive(Clone, Debug, PartialEq)]
pub struct Summary {
    /// The premise, if there is one, and what the other answers add up to.
    pub sentences: Vec<String>,
    /// Empty while no answer counts.
    pub bars: Vec<Bar>,
    /// The day, what was counted, and what the pale bars are.
    pub basis: String,
}

#[derive(Clone, Debug, PartialEq)]
pub struct Bar {
    /// Its place.
    pub side: usize,
    pub name: String,
    pub score: String,
    /// A block an answer, and the score at the first moment behind them.
    pub strokes: Vec<Stroke>,
    /// By what the side is ruled out.
    pub ruled_out: Vec<String>,
}

/// A part of a bar, in thousandths of the bar's room.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Stroke {
    /// The place of its side.
    pub side: usize,
    /// Which of several bars it belongs to, from 0.
    pub row: usize,
    pub from: u32,
    pub to: u32,
    /// It is of the first moment.
    pub is_ghost: bool,
}

/// The verdict as the figure on a slide shows it.
pub fn summary(state: &State, deck: &Deck) -> Summary {
    let case = state.case(deck);
    let tally = case.tally();
    let words = case.words();
    let (mut counted, mut asked) = (0, 0);
    for question in case.asked() {
        if case.quiz.parts(question) && !case.quiz.is_premise(question) {
            counted += u32::from(case.answered(question).counted().is_some());
            asked += 1;
        }
    }
    let mut summary = Summary {
        sentences: case.told(&tally),
        bars: Vec::new(),
        basis: fill(words.basis, &[&counted, &asked, &tally.points, &case.day]),
    };
    if tally.counted > 0 {
        add_bars(&case, &tally, &mut summary);
    }
    summary
}

fn add_bars(case: &Case<'_>, tally: &Tally, summary: &mut Summary) {
    let mut then = vec![0; case.quiz.sides];
    if let Some(day) = first_day(case) {
        then = case.quiz_on(day).tally(case.answers).scores;
        if then.iter().any(|score| *score > 0) {
            summary.basis.push_str(&fill(case.words().ghosts, &[&day]));
        }
    }
    let scale = tally.scores.iter().chain(&then).fold(1, |largest, score| largest.max(*score));
    for (side, score) in tally.scores.iter().enumerate() {
        let mut strokes = Vec::new();
        if then[side] > 0 {
            strokes.push(Stroke { is_ghost: true, ..stroke(side, [0, then[side]], scale) });
        }
        add_blocks(case, side, [*score, scale], &mut strokes);
        summary.bars.push(Bar {
            side,
            name: case.side(side).to_owned(),
            score: score.to_string(),
            strokes,
            ruled_out: ruled_out(case, side),
        });
    }
}

/// The day of the first moment, if another one is looked at.
pub(super) fn first_day(case: &Case<'_>) -> Option<Date> {
    let days = case.deck.about.moments.iter().map(|moment| moment.day.date(case.today));
    days.min().filter(|first| *first != case.day)
}

/// Between two blocks, in thousandths of the room.
const GAP: u32 = 4;

fn stroke(side: usize, ends: [i64; 2], scale: i64) -> Stroke {
    let [from, to] = ends.map(|end| u32::try_from(end.max(0) * 1000 / scale).unwrap_or(0));
    Stroke { side, row: 0, from, to: to.saturating_sub(GAP).max(from), is_ghost: false }
}

/// What each answer gives a side, one block behind the other. Where others take points away they end at
/// the score.
fn add_blocks(case: &Case<'_>, side: usize, [score, scale]: [i64; 2], strokes: &mut Vec<Stroke>) {
    let mut end = 0;
    for (question, answer) in case.answers.iter().enumerate() {
        let points = given_by(&case.quiz, question, *answer).map_or(0, |gain| gain.points[side]);
        if points > 0 {
            strokes.push(stroke(side, [end, end + points].map(|end| end.min(score)), scale));
        }
        end += points;
    }
}

fn ruled_out(case: &Case<'_>, side: usize) -> Vec<String> {
    let mut lines = Vec::new();
    for (question, answer) in case.answers.iter().enumerate() {
        if case.quiz.gain(question, *answer).is_some_and(|gain| gain.rules_out[side]) {
            let (title, said) = (case.title(question), case.answer(question, answer.said));
            lines.push(fill(case.words().ruled_out_by, &[&title, &said]));
        }
    }
    lines
}

/// The farthest that an answer to any question can move a side from the mean of all, times their number.
pub(super) fn scale(case: &Case<'_>, quizzes: &[Quiz]) -> i64 {
    let mut largest = 1;
    for quiz in quizzes {
        for question in 0..case.answers.len() {
            largest = largest.max(quiz.span(question));
        }
    }
    largest * Importance::ALot.factor() * (count(case.quiz.sides) - 1).max(1)
}

/// How far an answer moves each side from the mean of all, as bars from the middle. Of two sides one bar tells both: to the
/// left for the first, to the right for the second. Of more, each has a row, and what is less than the mean goes to the
/// left.
pub(super) fn add_shifts(gain: &Gain, scale: i64, is_ghost: bool, strokes: &mut Vec<Stroke>) {
    let sides = gain.points.len();
    let sum: i64 = gain.points.iter().sum();
    for (side, points) in gain.points.iter().enumerate() {
        let shift = points * count(sides) - sum;
        let (row, is_left) = if sides == 2 { (0, side == 0) } else { (side, shift < 0) };
        if shift > 0 || (sides > 2 && shift < 0) {
            let end = if is_left { scale - shift.abs() } else { scale + shift };
            let ends = [end.min(scale), end.max(scale)];
            strokes.push(Stroke { row, is_ghost, ..stroke(side, ends, 2 * scale) });
        }
    }
}

fn count(sides: usize) -> i64 {
    i64::try_from(sides).unwrap_or(0)
}

pub(super) fn legend(case: &Case<'_>) -> String {
    let words = case.words();
    let template = if case.quiz.sides == 2 { words.bars_of_two } else { words.bars_of_many };
    let ghosts = first_day(case).map(|day| fill(words.ghosts, &[&day])).unwrap_or_default();
    fill(template, &[&case.side(0), &case.side(1)]) + &ghosts
}
