//! What speaks for each side of a verdict and against it.

use crate::judge::case::Case;
use crate::judge::verdict::{Contribution, Tally, contributions};
use crate::model::content::Inline;
use crate::words::fill;

/// What speaks for a side and against it.
#[derive(Clone, Debug, PartialEq)]
pub struct SideCase {
    pub side: usize,
    pub name: String,
    pub pros: Vec<PointView>,
    pub cons: Vec<PointView>,
    pub cons_heading: &'static str,
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
        let cons_heading = if is_premise { words.to_plan_for } else { words.cons };
        let (pros, cons) = (Vec::new(), Vec::new());
        let mut one = SideCase { side, name: case.side(side).to_owned(), pros, cons, cons_heading };
        // From what speaks against the premise nothing is left out.
        let most_cons = if is_premise { usize::MAX } else { POINTS };
        for Contribution { question, gain } in contributions(&case.quiz, case.answers) {
            if gain.is_against(side) && one.cons.len() < most_cons {
                one.cons.push(point(case, question, side, false));
            } else if gain.is_for(side) && one.pros.len() < POINTS {
                one.pros.push(point(case, question, side, true));
            }
        }
        is_told |= is_premise || !(one.pros.is_empty() && one.cons.is_empty());
        cases.push(one);
    }
    if is_told { cases } else { Vec::new() }
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
