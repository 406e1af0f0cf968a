//! The timeline: the claims with periods, a line each, and when each side changes.

use super::topics::{Topic, TopicClaim};
use crate::model::claim::SideIndex;
use crate::model::date::{Bound, Date, Period};

/// A claim on its line, and the place of its topic.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Line {
    pub topic: usize,
    pub claim: TopicClaim,
}

/// The claims with periods of their own, by topic, and within one by side in the order of `sides`; those of no side
/// come last.
pub fn lines(topics: &[Topic], sides: &[SideIndex]) -> Vec<Line> {
    let mut lines = Vec::new();
    for (topic, about) in topics.iter().enumerate() {
        for side in sides.iter().copied().map(Some).chain([None]) {
            let own = about.claims.iter().filter(|claim| claim.side == side && claim.has_own_period);
            lines.extend(own.map(|claim| Line { topic, claim: *claim }));
        }
    }
    lines
}

/// The days on which claims of a side begin, and those on which they end, in the order of the text. A day stands there
/// as often as claims have it.
pub fn turns(topics: &[Topic], side: SideIndex) -> (Vec<Date>, Vec<Date>) {
    let (mut begun, mut ended) = (Vec::new(), Vec::new());
    let all = topics.iter().flat_map(|topic| &topic.claims);
    for claim in all.filter(|claim| claim.side == Some(side) && claim.has_own_period) {
        let Period { from, until } = claim.period.unwrap_or_default();
        begun.extend(from.map(Bound::day));
        ended.extend(until.map(Bound::day));
    }
    (begun, ended)
}
