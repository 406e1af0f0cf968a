//! What the answers to a quiz add up to on a day.
//!
//! The method is the weighted sum model, the plainest of multi-criteria decision making (P. C.
//! Fishburn, "Additive Utilities with Incomplete Product Sets", Operations Research 15, 1967): the
//! score of a side is the sum, over the questions, of the weight that the chosen option gives it times
//! the importance of the question (0, 1 or 2). Only weights whose period holds the day count.
//!
//! A premise is apart from that: a side that an answer names first is where the reader starts from, and no
//! sum of points. The verdict then has two parts, the premise and what the other answers add up to.
//!
//! Its limits: it takes the weights for comparable points on one scale, and it lets a strength make up
//! for any weakness, but for sides that an answer rules out. The weights are the deck's editors'
//! judgement. So a verdict is a leaning whose reasons can be looked at, not a measurement.

use super::answers::Answer;
use crate::model::date::Date;
use crate::model::quiz::{Choice, Effect, Question};

/// A lead below this share of the points in play, in percent, is none.
pub const MIN_LEAD_PERCENT: i64 = 10;

/// The questions of a deck as they count on a day. Sides, questions and options are told by their places,
/// from 0; answers stand beside the questions.
pub struct Quiz {
    pub sides: usize,
    /// By question and option.
    gains: Vec<Vec<Gain>>,
}

/// What an option gives each side.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Gain {
    /// By side.
    pub points: Vec<i64>,
    /// By side: whether it is ruled out.
    pub rules_out: Vec<bool>,
    /// By side: whether it is named first.
    pub first: Vec<bool>,
}

/// Who is ahead.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// No answer counts yet.
    Open,
    Leaning(usize),
    /// The lead is below `MIN_LEAD_PERCENT` of the points in play: any of these fits. In the deck's order.
    Either(Vec<usize>),
    /// All others are ruled out.
    OnlyOne(usize),
    /// Every side is ruled out.
    NoneLeft,
}

/// Points that are added up, one answer after another.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Tally {
    /// By side. A side that is ruled out has its points all the same.
    pub scores: Vec<i64>,
    /// The points in play: for each counted answer its importance times how far the question can move two
    /// sides apart. No lead is larger.
    pub points: i64,
    /// By side: how many counted answers rule it out.
    pub ruled_out: Vec<i64>,
    /// By side: how many counted answers name it first.
    pub first: Vec<i64>,
    /// How many answers count, those about the premise aside.
    pub counted: i64,
}

impl Quiz {
    pub fn on(day: Date, questions: &[&Question], sides: usize) -> Self {
        let gains =
            |question: &&Question| question.options.iter().map(|one| Gain::of(one, sides, day)).collect();
        Self { sides, gains: questions.iter().map(gains).collect() }
    }

    /// The options of a question.
    pub fn options(&self, question: usize) -> &[Gain] {
        self.gains.get(question).map(Vec::as_slice).unwrap_or_default()
    }

    /// What an answer gives, its importance aside; nothing if it doesn't count.
    pub fn gain(&self, question: usize, answer: Answer) -> Option<&Gain> {
        self.options(question).get(answer.counted()?)
    }

    /// How far an answer to the question can move two sides apart, its importance aside.
    pub fn span(&self, question: usize) -> i64 {
        self.options(question).iter().map(Gain::spread).max().unwrap_or(0)
    }

    /// Whether the question asks for a premise: one of its options names a side first.
    pub fn is_premise(&self, question: usize) -> bool {
        self.options(question).iter().any(|gain| gain.first.contains(&true))
    }

    /// Whether an answer to the question can part the sides.
    pub fn parts(&self, question: usize) -> bool {
        !self.options(question).iter().all(Gain::is_even)
    }

    /// What all answers add up to.
    pub fn tally(&self, answers: &[Answer]) -> Tally {
        let zeros = || vec![0; self.sides];
        let mut tally = Tally { scores: zeros(), points: 0, ruled_out: zeros(), first: zeros(), counted: 0 };
        for (question, answer) in answers.iter().enumerate() {
            tally.add(self, question, *answer, 1);
        }
        tally
    }
}

impl Gain {
    pub(super) fn of(choice: &Choice, sides: usize, day: Date) -> Self {
        let mut gain =
            Self { points: vec![0; sides], rules_out: vec![false; sides], first: vec![false; sides] };
        for weight in &choice.weights {
            let side = weight.side.index();
            if side < sides && weight.period.is_none_or(|period| period.contains(day)) {
                match weight.effect {
                    Effect::Points(points) => gain.points[side] += i64::from(points),
                    Effect::RulesOut => gain.rules_out[side] = true,
                    Effect::First => gain.first[side] = true,
                }
            }
        }
        gain
    }
}

impl Tally {
    /// Counts an answer, with the sign -1 one that was counted before no more.
    pub fn add(&mut self, quiz: &Quiz, question: usize, answer: Answer, sign: i64) {
        let Some(gain) = quiz.gain(question, answer) else { return };
        let factor = sign * answer.importance.factor();
        for (side, points) in gain.points.iter().enumerate() {
            self.scores[side] += factor * points;
            self.ruled_out[side] += sign * i64::from(gain.rules_out[side]);
            self.first[side] += sign * i64::from(gain.first[side]);
        }
        self.points += factor * quiz.span(question);
        self.counted += sign * i64::from(!quiz.is_premise(question));
    }

    /// The sides that the reader starts from, in the deck's order; possibly ruled out all the same.
    pub fn premise(&self) -> Vec<usize> {
        (0..self.first.len()).filter(|side| self.first[*side] > 0).collect()
    }

    /// The sides that are not ruled out, the one ahead first, equal ones in the deck's order.
    pub fn ranking(&self) -> Vec<usize> {
        let mut ranking: Vec<usize> = Vec::new();
        for (side, score) in self.scores.iter().enumerate() {
            if self.ruled_out[side] == 0 {
                let behind = ranking.iter().position(|other| self.scores[*other] < *score);
                ranking.insert(behind.unwrap_or(ranking.len()), side);
            }
        }
        ranking
    }

    /// How many points the first is ahead of the second; 0 where fewer than two sides are left.
    pub fn lead(&self) -> i64 {
        match self.ranking().as_slice() {
            [first, second, ..] => self.scores[*first] - self.scores[*second],
            _ => 0,
        }
    }

    /// The lead as a share of the points in play, in percent, rounded down.
    pub fn lead_percent(&self) -> i64 {
        (self.lead() * 100).checked_div(self.points).unwrap_or(0)
    }

    pub fn outcome(&self) -> Outcome {
        let mut ranking = self.ranking();
        match ranking.as_slice() {
            _ if self.counted == 0 => Outcome::Open,
            [] => Outcome::NoneLeft,
            [only] => Outcome::OnlyOne(*only),
            [first, second, ..] if self.is_lead(*first, *second) => Outcome::Leaning(*first),
            [first, ..] => {
                let first = *first;
                ranking.retain(|side| !self.is_lead(first, *side));
                let mut alike = Vec::new();
                for side in 0..self.scores.len() {
                    if ranking.contains(&side) {
                        alike.push(side);
                    }
                }
                Outcome::Either(alike)
            }
        }
    }

    /// Whether one side leads another. Without points in play none does.
    fn is_lead(&self, first: usize, second: usize) -> bool {
        let points = self.scores[first] - self.scores[second];
        points > 0 && 100 * points >= MIN_LEAD_PERCENT * self.points
    }
}

/// What one answer gave each side.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Contribution {
    pub question: usize,
    /// Importance included.
    pub gain: Gain,
}

/// What each counted answer gave, the largest effect first, the premise and then those that rule a side out before
/// all; equal ones in the deck's order.
pub fn contributions(quiz: &Quiz, answers: &[Answer]) -> Vec<Contribution> {
    let mut given: Vec<Contribution> = Vec::new();
    for (question, answer) in answers.iter().enumerate() {
        if let Some(gain) = given_by(quiz, question, *answer) {
            let effect = gain.effect();
            let smaller = given.iter().position(|other| other.gain.effect() < effect);
            given.insert(smaller.unwrap_or(given.len()), Contribution { question, gain });
        }
    }
    given
}

/// What an answer gives each side, importance included; nothing if it doesn't count.
pub fn given_by(quiz: &Quiz, question: usize, answer: Answer) -> Option<Gain> {
    let mut gain = quiz.gain(question, answer)?.clone();
    gain.points.iter_mut().for_each(|points| *points *= answer.importance.factor());
    Some(gain)
}

impl Gain {
    /// How far the sides are moved apart; ruling one out is more than any points, and the premise before all.
    fn effect(&self) -> (bool, bool, i64) {
        (self.first.contains(&true), self.rules_out.contains(&true), self.spread())
    }

    /// Whether it gives each side the same, and names or rules out none.
    pub fn is_even(&self) -> bool {
        self.effect() == (false, false, 0)
    }

    /// The points of the side that gets most, less those of the side that gets least.
    fn spread(&self) -> i64 {
        let (least, most) = (self.points.iter().min(), self.points.iter().max());
        most.unwrap_or(&0) - least.unwrap_or(&0)
    }
}
