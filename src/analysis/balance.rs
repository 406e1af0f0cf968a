//! What an answer says for a side or against it, and the claim behind it.

use super::case::Case;
use super::evidence::Evidence;
use super::freshness::Freshness;
use super::verdict::Gain;
use crate::model::date::{Bound, Date};

impl Gain {
    /// Whether it speaks against a side: another one has more points, or it is ruled out.
    pub fn is_against(&self, side: usize) -> bool {
        self.rules_out[side] || self.points.iter().any(|points| *points > self.points[side])
    }

    /// Whether it speaks for a side: no other has more points, and one has less.
    pub fn is_for(&self, side: usize) -> bool {
        !self.is_against(side) && self.points.iter().any(|points| *points < self.points[side])
    }
}

impl<'c> Case<'c> {
    /// The claim that says best why an answer speaks for a side, or against it: one that is marked so, and one that begins
    /// with the weight that the answer gives the side. It holds on the day.
    pub fn best_claim(&self, question: usize, side: usize, can: bool) -> Option<Evidence<'c>> {
        let begins = self.weight_begins(question, side);
        let mut best = (0, None);
        for claim in self.evidence(question) {
            let begin = claim.period().and_then(|period| period.from).map(Bound::day);
            let is_with_weight = begin.is_some() && begin == begins;
            let rank = match claim.task() {
                _ if claim.side().is_none_or(|of| of.index() != side) => 0,
                _ if claim.freshness == Freshness::Ended => 0,
                Some(task) if task == can => 3,
                None => 1,
                // What can be done since then, but not as well as by another side.
                Some(_) => u8::from(is_with_weight && !can),
            };
            let rank = if rank > 0 { rank + u8::from(is_with_weight) } else { 0 };
            if rank > best.0 {
                best = (rank, Some(claim));
            }
        }
        best.1
    }

    /// The day on which the weight begins that counts for a side by what was answered.
    fn weight_begins(&self, question: usize, side: usize) -> Option<Date> {
        let option = self.option(question, self.answered(question).counted()?)?;
        let mut periods = option.weights.iter().filter(|weight| weight.side.index() == side);
        let period = periods.find_map(|weight| weight.period.filter(|period| period.contains(self.day)))?;
        period.from.map(Bound::day)
    }
}
