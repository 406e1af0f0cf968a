//! What would change the verdict of a quiz.
//!
//! The sensitivity analysis for the weighted sum model of E. Triantaphyllou and A. Sánchez ("A
//! Sensitivity Analysis Approach for Some Deterministic Multi-Criteria Decision-Making Methods",
//! Decision Sciences 28, 1997), in two parts: which other answer or importance, one at a time, leads to
//! another outcome; and for each question the weight at which the side that is ahead loses its place,
//! of which the nearest one names the most critical question.
//!
//! Its limits: one change at a time is looked at, so two small changes together may do what none of them
//! does alone; and the weight tells where the order of two sides is reversed, which comes after the
//! lead has become too small to count.

use super::answers::{Answer, Importance, Said};
use super::verdict::{Gain, MIN_LEAD_PERCENT, Outcome, Quiz, Tally};

/// A single change that leads to another outcome.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Flip {
    pub question: usize,
    /// What would be answered instead.
    pub to: Answer,
    pub outcome: Outcome,
}

/// All single changes of an answer or an importance that lead to another outcome, in the deck's order.
/// For a question that is open these are the answers that it could still get.
pub fn flips(quiz: &Quiz, answers: &[Answer]) -> Vec<Flip> {
    let mut tally = quiz.tally(answers);
    let present = tally.outcome();
    let mut flips = Vec::new();
    for (question, answer) in answers.iter().enumerate() {
        tally.add(quiz, question, *answer, -1);
        for to in changes(quiz.options(question).len(), *answer) {
            tally.add(quiz, question, to, 1);
            let outcome = tally.outcome();
            tally.add(quiz, question, to, -1);
            if outcome != present {
                flips.push(Flip { question, to, outcome });
            }
        }
        tally.add(quiz, question, *answer, 1);
    }
    flips
}

/// Every other option with the same importance, and every other importance of the same option.
fn changes(options: usize, answer: Answer) -> Vec<Answer> {
    let mut changes = Vec::new();
    for option in 0..options {
        changes.push(Answer { said: Said::Option(option), ..answer });
    }
    for importance in Importance::ALL.into_iter().filter(|_| !answer.is_open()) {
        changes.push(Answer { importance, ..answer });
    }
    changes.retain(|change| *change != answer);
    changes
}

/// How much a question would have to matter for the side that is ahead to lose its place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct CriticalWeight {
    pub question: usize,
    /// The side that then comes first.
    pub rival: usize,
    /// The importance at which both are level, as a fraction: 1 is normal, 2 a lot. Above 0.
    pub numerator: i64,
    pub denominator: i64,
    /// The order is reversed above this importance; else below it.
    pub above: bool,
}

impl CriticalWeight {
    /// In tenths, rounded; at least one.
    pub fn tenths(self) -> i64 {
        ((self.numerator * 10 + self.denominator / 2) / self.denominator).max(1)
    }

    /// The distance from the answer's importance, in thousandths: the absolute measure of the paper.
    fn distance(self, answer: Answer) -> i64 {
        let present = answer.importance.factor() * self.denominator;
        ((self.numerator - present) * 1000 / self.denominator).abs()
    }
}

/// The critical weight that is nearest to the present importance of its question: that question is the most
/// critical one. Nothing while no side is ahead, or if no question can reverse the order.
pub fn most_critical(quiz: &Quiz, answers: &[Answer]) -> Option<CriticalWeight> {
    let all = critical_weights(quiz, answers);
    let distance = |one: &CriticalWeight| answers.get(one.question).map(|answer| one.distance(*answer));
    let nearest = all.iter().filter_map(distance).min();
    all.into_iter().find(|one| distance(one) == nearest)
}

/// The critical weights of each answered question against each side behind the first, in the deck's order.
pub fn critical_weights(quiz: &Quiz, answers: &[Answer]) -> Vec<CriticalWeight> {
    let tally = quiz.tally(answers);
    let ranking = tally.ranking();
    let mut found = Vec::new();
    if tally.lead() > 0 {
        for (question, answer) in answers.iter().enumerate() {
            for rival in &ranking[1..] {
                found.extend(critical(quiz, &tally, question, *answer, [ranking[0], *rival]));
            }
        }
    }
    found
}

fn critical(
    quiz: &Quiz,
    tally: &Tally,
    question: usize,
    answer: Answer,
    [first, rival]: [usize; 2],
) -> Option<CriticalWeight> {
    let Said::Option(option) = answer.said else { return None };
    let gain = quiz.options(question).get(option)?;
    // With importance w the lead is `others + w * own`; it is none at w = -others / own.
    let own = gain.over(first, rival);
    let others = tally.scores[first] - tally.scores[rival] - answer.importance.factor() * own;
    let (numerator, denominator) = if own < 0 { (others, -own) } else { (-others, own) };
    let is_weight = own != 0 && numerator > 0 && !gain.rules_out.contains(&true);
    is_weight.then_some(CriticalWeight { question, rival, numerator, denominator, above: own < 0 })
}

/// What the questions without an answer could still do.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OpenQuestions {
    /// Those that were skipped or whose answer isn't known; the premise and those that can't part the sides aside.
    pub questions: Vec<usize>,
    /// Whether answering them all, each with any importance, could lead to another outcome. With three
    /// sides or more it may say so where it can't be; never the other way round.
    pub can_change: bool,
}

pub fn open_questions(quiz: &Quiz, answers: &[Answer]) -> OpenQuestions {
    let questions: Vec<usize> = (0..answers.len())
        .filter(|question| {
            answers[*question].is_open() && quiz.parts(*question) && !quiz.is_premise(*question)
        })
        .collect();
    let can_change = can_change(quiz, &quiz.tally(answers), &questions);
    OpenQuestions { questions, can_change }
}

fn can_change(quiz: &Quiz, tally: &Tally, open: &[usize]) -> bool {
    let left = tally.ranking();
    let mut options = open.iter().flat_map(|question| quiz.options(*question));
    if options.any(|option| left.iter().any(|side| option.rules_out[*side])) {
        return true;
    }
    let margin = |[ahead, behind]: [usize; 2]| 100 * (tally.scores[ahead] - tally.scores[behind]);
    let least_margin = MIN_LEAD_PERCENT * tally.points;
    match tally.outcome() {
        Outcome::Open => !open.is_empty(),
        Outcome::NoneLeft | Outcome::OnlyOne(_) => false,
        // Some side comes near: its margin falls below the least one.
        Outcome::Leaning(first) => left[1..]
            .iter()
            .any(|side| margin([first, *side]) - least_margin < reach(quiz, open, [*side, first], 1)),
        // One side gets away from the other: its margin comes up to the least one.
        Outcome::Either(_) if left.len() == 2 => {
            [[left[0], left[1]], [left[1], left[0]]].into_iter().any(|pair| {
                // With nothing in play yet, an answer that gives no lead of its own changes nothing.
                let is_helped = open.iter().any(|question| {
                    let least = MIN_LEAD_PERCENT * quiz.span(*question).max(1);
                    quiz.options(*question).iter().any(|gain| 100 * gain.over(pair[0], pair[1]) >= least)
                });
                is_helped && reach(quiz, open, pair, -1) >= least_margin - margin(pair)
            })
        }
        Outcome::Either(_) => open.iter().any(|question| quiz.span(*question) > 0),
    }
}

/// How far open questions can move a side before another: the sum of the best that each can do by itself,
/// with the largest importance or unanswered. The points that come into play count for it or, with the sign
/// -1, against it.
fn reach(quiz: &Quiz, open: &[usize], [ahead, behind]: [usize; 2], sign: i64) -> i64 {
    let mut sum = 0;
    for question in open {
        let best = quiz.options(*question).iter().map(|option| 100 * option.over(ahead, behind)).max();
        let best = best.unwrap_or(0) + sign * MIN_LEAD_PERCENT * quiz.span(*question);
        sum += Importance::ALot.factor() * best.max(0);
    }
    sum
}

impl Gain {
    /// How many points more it gives one side than another.
    fn over(&self, side: usize, other: usize) -> i64 {
        self.points[side] - self.points[other]
    }
}
