//! What can be checked only when the whole deck is read: references between its parts.

use super::Reader;
use crate::model::claim::{Claim, Id, SideIndex};
use crate::model::content::{Block, Item, ItemNumber};
use crate::model::date::Period;
use crate::model::deck::Deck;
use crate::text::Span;
use crate::text::names::Names;
use crate::words::problem::Problem;
use std::ops::Range;

/// A `replaces:ID` as it stands in the text.
pub struct Replaced {
    pub id: String,
    /// The place of the id.
    pub span: Span,
    /// The line on which the claim's item begins, and its number.
    pub item: (u32, ItemNumber),
    pub by: Option<Id>,
    pub side: Option<SideIndex>,
    pub period: Option<Period>,
}

/// A side that an answer rules out, as it stands in the text.
pub struct Excluded {
    pub side: SideIndex,
    pub period: Option<Period>,
    pub span: Span,
    /// The links to fragments on the slide of the question.
    pub links: Range<usize>,
}

/// The claims that have ids.
#[derive(Default)]
struct Targets {
    ids: Names,
    claims: Vec<Target>,
}

impl Targets {
    fn get(&self, id: &str) -> Option<&Target> {
        self.ids.get(id).map(|number| &self.claims[number])
    }
}

/// What replacing needs to know of a claim.
struct Target {
    side: Option<SideIndex>,
    period: Option<Period>,
    replaces: Vec<Id>,
    /// Marked as something that the side can't do.
    is_limit: bool,
    has_source: bool,
}

impl Target {
    /// Whether it says with a source that a side can't do something in a period: that it couldn't up to the period's end,
    /// or that it can since then.
    fn proves(&self, excluded: &Excluded) -> bool {
        let [own, other] = [self.period, excluded.period].map(Option::unwrap_or_default);
        let begins_at_end = own.from.zip(other.until).is_some_and(|(from, until)| from.day() == until.day());
        let ends_before = match (own.until, other.until) {
            (Some(own), Some(other)) => own.day() < other.day(),
            (own, _) => own.is_some(),
        };
        let says_so = if self.is_limit { own.overlaps(other) && !ends_before } else { begins_at_end };
        self.side == Some(excluded.side) && self.has_source && says_so
    }
}

/// Checks links to fragments, what rules sides out, and `replaces:` words. A `replaces:` that makes no sense is dropped
/// from its claim.
pub fn check(reader: &mut Reader<'_>, deck: &mut Deck) {
    let targets = targets(deck);
    let mut visits = CIRCLE_VISITS;
    for excluded in std::mem::take(&mut reader.excluded) {
        let linked = reader.fragments[excluded.links.clone()].iter();
        visits = visits.saturating_sub(excluded.links.len());
        if visits > 0 && !linked.filter_map(|(id, _)| targets.get(id)).any(|target| target.proves(&excluded))
        {
            let side = deck.about.sides[excluded.side.index()].id.clone();
            reader.report(excluded.span, Problem::RulesOutUnproved { side });
        }
    }
    for (id, span) in std::mem::take(&mut reader.fragments) {
        if !id.is_empty() && !reader.ids.contains(&id) {
            let nearest = reader.nearest_id(&id);
            reader.report(span, Problem::TargetUnknown { id, nearest });
        }
    }
    let mut dropped = Vec::new();
    for replaced in std::mem::take(&mut reader.replaced) {
        if let Some(problem) = problem(reader, &replaced, &targets) {
            if !matches!(problem, Problem::ReplacesOverlap { .. }) {
                dropped.push((replaced.item, replaced.id.clone()));
            }
            reader.report(replaced.span, problem);
        }
    }
    if !dropped.is_empty() {
        for slide in &mut deck.slides {
            super::slide::for_each_item(slide, &mut |item| drop_from(item, &dropped));
        }
    }
}

/// Items were read in the order of the text, so `dropped` is in that order too.
fn drop_from(item: &mut Item, dropped: &[((u32, ItemNumber), String)]) {
    if let Some(claim) = &mut item.claim {
        let place = (item.line, item.number);
        let first = dropped.partition_point(|(other, _)| *other < place);
        let of_item = dropped[first..].iter().take_while(|(other, _)| *other == place);
        for (_, gone) in of_item {
            claim.replaces.retain(|id| id.as_str() != gone);
        }
    }
}

fn problem(reader: &mut Reader<'_>, replaced: &Replaced, targets: &Targets) -> Option<Problem> {
    let id = replaced.id.clone();
    let Some(target) = targets.get(&id) else {
        let nearest = reader.nearest_id(&id);
        return Some(Problem::ReplacesUnknown { id, nearest });
    };
    if target.side != replaced.side {
        return Some(Problem::ReplacesOtherSide { id });
    }
    if replaced.by.as_ref().is_some_and(|by| leads_to(targets, &id, by.as_str(), &mut reader.circle_visits)) {
        return Some(Problem::ReplacesCircular { id });
    }
    let overlap = replaced.period.unwrap_or_default().overlaps(target.period.unwrap_or_default());
    overlap.then_some(Problem::ReplacesOverlap { id })
}

/// How many claims are visited in one deck when looking for circles, and how many links when looking for proofs. Longer searches find none: what
/// follows chains of replacements later is bounded too.
pub const CIRCLE_VISITS: usize = 100_000;

/// Whether following `replaces:` from one claim comes to another. Each claim is visited once.
fn leads_to(targets: &Targets, from: &str, to: &str, visits: &mut usize) -> bool {
    let mut open = vec![from];
    let mut seen = Names::default();
    while let Some(id) = open.pop().filter(|_| *visits > 0) {
        *visits -= 1;
        if id == to {
            return true;
        }
        if seen.add(id).is_ok()
            && let Some(target) = targets.get(id)
        {
            open.extend(target.replaces.iter().map(Id::as_str));
        }
    }
    false
}

fn targets(deck: &Deck) -> Targets {
    let mut targets = Targets::default();
    for block in deck.slides.iter().flat_map(crate::model::deck::Slide::blocks) {
        gather(block, None, &mut targets);
    }
    targets
}

/// Gathers the claims of a block; a nested one without a period has that of the item around it.
fn gather(block: &Block, outer: Option<Period>, into: &mut Targets) {
    let Block::List(list) = block else { return };
    for item in &list.items {
        let period = item.claim.as_ref().and_then(|claim| claim.period).or(outer);
        if let Some(Claim { id: Some(id), side, replaces, sources, .. }) = &item.claim
            && into.ids.add(&id.0).is_ok()
        {
            into.claims.push(Target {
                side: *side,
                period,
                replaces: replaces.clone(),
                is_limit: item.task == Some(false),
                has_source: !sources.is_empty(),
            });
        }
        item.blocks.iter().for_each(|block| gather(block, period, into));
    }
}
