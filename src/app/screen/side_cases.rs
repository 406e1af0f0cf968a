//! What speaks for each side of a verdict and against it.

use crate::analysis::case::Case;
use crate::analysis::verdict::{Contribution, Tally, contributions};
use crate::model::content::Inline;
use crate::words::fill;

/// What speaks for a side and against it.
#[derive(Clone, Debug, PartialEq)]
pub struct SideCase {
    pub side: usize,
    pub name: String,
    pub pros: Points,
    pub cons: Points,
    pub cons_heading: &'static str,
}

/// The points with the largest effect, and how many there are more.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Points {
    pub told: Vec<PointView>,
    pub more: Option<String>,
}

/// An answer that speaks for a side or against it: its question and what a claim says to it, or the answer.
#[derive(Clone, Debug, PartialEq)]
pub struct PointView {
    pub question: usize,
    pub title: String,
    pub text: Vec<Inline>,
}

/// So many points are shown for a side, and so many against one.
const POINTS: usize = 3;

pub(super) fn side_cases(case: &Case<'_>, tally: &Tally) -> Vec<SideCase> {
    let words = case.words();
    let mut cases = Vec::new();
    let mut is_told = false;
    for side in 0..case.quiz.sides {
        let is_premise = tally.first[side] > 0;
        let pros = points(case, side, true, POINTS);
        // From what speaks against the premise nothing is left out.
        let cons = points(case, side, false, if is_premise { usize::MAX } else { POINTS });
        is_told |= is_premise || !(pros.told.is_empty() && cons.told.is_empty());
        cases.push(SideCase {
            side,
            name: case.side(side).to_owned(),
            pros,
            cons,
            cons_heading: if is_premise { words.to_plan_for } else { words.cons },
        });
    }
    if is_told { cases } else { Vec::new() }
}

/// At most so many of the answers that speak for a side, or against it.
fn points(case: &Case<'_>, side: usize, can: bool, most: usize) -> Points {
    let mut points = Points::default();
    let mut more = 0;
    for Contribution { question, gain } in contributions(&case.quiz, case.answers) {
        if !(if can { gain.is_for(side) } else { gain.is_against(side) }) {
            continue;
        }
        if points.told.len() < most {
            points.told.push(point(case, question, side, can));
        } else {
            more += 1;
        }
    }
    points.more = (more > 0).then(|| fill(case.words().more_points, &[&more]));
    points
}

/// What a claim says about a side; the answer, where there is none.
fn point(case: &Case<'_>, question: usize, side: usize, can: bool) -> PointView {
    let text = match case.best_claim(question, side, can) {
        Some(claim) => claim.text(),
        None => {
            let answer = case.answer(question, case.answered(question).said);
            vec![Inline::Text(fill(case.words().your_answer, &[&answer]))]
        }
    };
    PointView { question, title: case.title(question), text }
}
