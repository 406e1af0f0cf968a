//! How many claims of a slide changed between two days.

use super::items::{SeenClaim, claims};
use crate::model::date::Date;
use crate::model::deck::Slide;
use crate::text::names::Names;

/// The number of claims that ended or began after `first` and by `last`. A claim and what replaces
/// it count once. `is_on` tells which sides count.
pub fn changes(slide: &Slide, first: Date, last: Date, is_on: impl Fn(&SeenClaim<'_>) -> bool) -> usize {
    let changed: Vec<SeenClaim<'_>> =
        claims(slide).into_iter().filter(|seen| is_on(seen) && changed_between(seen, first, last)).collect();
    let mut replaced = Names::default();
    for id in changed.iter().flat_map(|seen| &seen.claim.replaces) {
        let _ = replaced.add(id.as_str());
    }
    let is_replaced =
        |seen: &&SeenClaim<'_>| seen.claim.id.as_ref().is_some_and(|id| replaced.contains(id.as_str()));
    changed.len() - changed.iter().filter(is_replaced).count()
}

fn changed_between(seen: &SeenClaim<'_>, first: Date, last: Date) -> bool {
    // A nested claim without a period of its own changes with the one around it, and counts with it.
    let Some(period) = seen.claim.period else { return false };
    let is_between = |day: Date| first < day && day <= last;
    period.from.is_some_and(|from| is_between(from.day()))
        || period.until.is_some_and(|until| is_between(until.day()))
}
