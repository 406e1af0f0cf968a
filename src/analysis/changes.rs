//! What changed between two days: how many claims of a slide, and which ones of a topic.

use super::items::{SeenClaim, claims};
use super::topics::{Topic, TopicClaim};
use crate::model::claim::Claim;
use crate::model::date::Date;
use crate::model::deck::{Deck, Slide};
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

/// Claims that hold on one of two days and not on the other, and that replaced one another.
pub struct Change {
    /// They held on the first day only.
    pub ended: Vec<TopicClaim>,
    /// They hold on the second day only.
    pub new: Vec<TopicClaim>,
}

impl Change {
    pub fn is_replacement(&self) -> bool {
        !self.ended.is_empty() && !self.new.is_empty()
    }
}

/// What became of a topic.
#[derive(Default)]
pub struct TopicChanges {
    /// In the order of the text of their first claims.
    pub changes: Vec<Change>,
    /// How many claims hold on both days.
    pub unchanged: usize,
}

/// What changed of a topic from one day to another, of the claims for which `counts` holds. From the later day to the
/// earlier one, what ended is new and what was new has ended.
///
/// A nested claim without a period of its own changes with the one around it, and isn't told of. Claims belong
/// together if one replaces the other, be it through others that hold on neither day.
pub fn topic_changes(
    deck: &Deck,
    topic: &Topic,
    (from, to): (Date, Date),
    counts: impl Fn(&TopicClaim) -> bool,
) -> TopicChanges {
    let mut claims = topic.claims.clone();
    claims.retain(|claim| claim.is_own() && counts(claim));
    let groups = groups(deck, &claims);
    let mut found: Vec<(usize, Change)> = Vec::new();
    let mut unchanged = 0;
    for (claim, group) in claims.into_iter().zip(groups) {
        let held = (claim.holds(from), claim.holds(to));
        if held.0 == held.1 {
            unchanged += usize::from(held.0);
            continue;
        }
        let at = found.iter().position(|(other, _)| *other == group).unwrap_or_else(|| {
            found.push((group, Change { ended: Vec::new(), new: Vec::new() }));
            found.len() - 1
        });
        let Change { ended, new } = &mut found[at].1;
        if held.0 { ended } else { new }.push(claim);
    }
    TopicChanges { changes: found.into_iter().map(|(_, change)| change).collect(), unchanged }
}

/// For each claim the number of its group: claims are in one if a chain of replacements joins them.
fn groups(deck: &Deck, claims: &[TopicClaim]) -> Vec<usize> {
    let texts: Vec<Option<&Claim>> = claims.iter().map(|claim| claim.claim(deck)).collect();
    let mut ids = Names::default();
    let mut places = Vec::new();
    for (at, claim) in texts.iter().enumerate() {
        if claim.and_then(|claim| claim.id.as_ref()).is_some_and(|id| ids.add(id.as_str()).is_ok()) {
            places.push(at);
        }
    }
    let mut groups: Vec<usize> = (0..claims.len()).collect();
    for (at, claim) in texts.iter().enumerate() {
        for id in claim.iter().flat_map(|claim| &claim.replaces) {
            if let Some(number) = ids.get(id.as_str()) {
                let (old, new) = (groups[places[number]], groups[at]);
                groups.iter_mut().filter(|group| **group == old).for_each(|group| *group = new);
            }
        }
    }
    groups
}

/// What became of the claims that something can't be done.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Limits {
    /// They held on the first day.
    pub all: usize,
    /// Of these, those that no longer hold on the second day.
    pub gone: usize,
}

/// The claims marked as impossible that held on the first day, and how many of them had ended by the second.
pub fn limits(topics: &[Topic], (from, to): (Date, Date), counts: impl Fn(&TopicClaim) -> bool) -> Limits {
    let mut limits = Limits::default();
    for claim in topics.iter().flat_map(|topic| &topic.claims).filter(|claim| counts(claim)) {
        if claim.task == Some(false) && claim.holds(from) {
            limits.all += 1;
            limits.gone += usize::from(!claim.holds(to));
        }
    }
    limits
}
