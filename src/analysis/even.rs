//! Questions in which no answer parts the sides: with every option each side gets the same points, and none is named
//! first or ruled out. There is nothing in them to choose by.

use super::case::Case;
use super::verdict::Gain;
use crate::model::date::Date;
use crate::model::quiz::Question;
use crate::words::fill;

/// Since when a question has been even.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Since {
    /// On every day up to the one that is looked at.
    Always,
    Day(Date),
}

/// The first day from which on a question is even up to `day`; nothing if an answer parts the sides on that day.
pub fn even_since(question: &Question, sides: usize, day: Date) -> Option<Since> {
    let is_even = |day| question.options.iter().all(|option| Gain::of(option, sides, day).is_even());
    if !is_even(day) {
        return None;
    }
    let mut since = Since::Always;
    for option in &question.options {
        for period in option.weights.iter().filter_map(|weight| weight.period) {
            for bound in [period.from, period.until].into_iter().flatten() {
                let turn = bound.day();
                if turn <= day && !is_even(turn.day_before()) {
                    since = since.max(Since::Day(turn));
                }
            }
        }
    }
    Some(since)
}

impl Case<'_> {
    /// Since when no answer to the question has parted the sides; nothing where one does on the day.
    pub fn even_since(&self, question: usize) -> Option<Since> {
        even_since(self.slide(question)?.question.as_ref()?, self.quiz.sides, self.day)
    }

    /// Since when a question has been even, in words.
    pub fn since(&self, since: Since) -> String {
        match since {
            Since::Always => self.words().even_always.to_owned(),
            Since::Day(day) => fill(self.words().even_since, &[&day]),
        }
    }

    /// The questions that are asked: those in which an answer parts the sides; all of them where none does.
    pub fn asked(&self) -> Vec<usize> {
        let all = 0..self.answers.len();
        let asked: Vec<usize> = all.clone().filter(|question| self.quiz.parts(*question)).collect();
        if asked.is_empty() { all.collect() } else { asked }
    }
}
