//! The topics of a deck: what it compares, a row each.

use super::freshness::{Freshness, freshness};
use super::items::claims;
use crate::model::claim::{Claim, SideIndex};
use crate::model::content::{Item, ItemNumber, plain_text};
use crate::model::date::{Bound, Date, Period};
use crate::model::deck::{Deck, Slide};
use crate::text::names::Names;

/// What one or more slides are about.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Topic {
    /// As the slides' directive `topic` says, else their title as plain text; possibly empty.
    pub name: String,
    /// The place of the slide that opens the section of its first slide.
    pub section: Option<usize>,
    /// The places of its slides, ascending; at least one.
    pub slides: Vec<usize>,
    /// The claims of its slides in the order of the text; at least one.
    pub claims: Vec<TopicClaim>,
}

/// Where a claim is, and what of it decides about rows and changes. Small, since decks may have thousands of them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TopicClaim {
    /// The place of its slide, and its number there.
    pub slide: usize,
    pub number: ItemNumber,
    pub side: Option<SideIndex>,
    /// Whether it says that something can be done, or can't.
    pub task: Option<bool>,
    /// How many claims stand around it.
    pub depth: u32,
    /// Its own, else that of the claim around it.
    pub period: Option<Period>,
    pub has_own_period: bool,
}

impl TopicClaim {
    /// The claims of the slide at a place.
    pub fn of_slide(slide: &Slide, at: usize) -> Vec<Self> {
        let mut found = Vec::new();
        for seen in claims(slide) {
            found.push(Self {
                slide: at,
                number: seen.item.number,
                side: seen.claim.side,
                task: seen.item.task,
                depth: seen.depth,
                period: seen.period,
                has_own_period: seen.claim.period.is_some(),
            });
        }
        found
    }

    pub fn item<'d>(&self, deck: &'d Deck) -> Option<&'d Item> {
        deck.slides.get(self.slide)?.item(self.number)
    }

    pub fn claim<'d>(&self, deck: &'d Deck) -> Option<&'d Claim> {
        self.item(deck)?.claim.as_ref()
    }

    pub fn freshness(&self, day: Date) -> Freshness {
        freshness(self.period, day)
    }

    /// Whether it holds on a day. What is undated always does.
    pub fn holds(&self, day: Date) -> bool {
        matches!(self.freshness(day), Freshness::Current | Freshness::Undated)
    }

    /// Whether it changes by itself: a nested claim without a period of its own changes with the one around it.
    pub fn is_own(&self) -> bool {
        self.depth == 0 || self.has_own_period
    }

    /// The first day on which it holds and the first on which it no longer does, where they are known.
    pub fn bounds(&self) -> impl Iterator<Item = Date> {
        let ends = self.period.map(|period| [period.from, period.until]).unwrap_or_default();
        ends.into_iter().flatten().map(Bound::day)
    }
}

/// The topics on which something is claimed, in the order of their first slides. Slides of one name share a topic,
/// wherever they stand; hidden slides are left out.
pub fn topics(deck: &Deck) -> Vec<Topic> {
    let mut topics: Vec<Topic> = Vec::new();
    let mut names = Names::default();
    let mut section = None;
    for (at, slide) in deck.slides.iter().enumerate().filter(|(_, slide)| !slide.hidden) {
        if slide.opens_section {
            section = Some(at);
        }
        let claims = TopicClaim::of_slide(slide, at);
        if claims.is_empty() {
            continue;
        }
        let name = topic_name(slide);
        match names.get(&name) {
            Some(number) if !name.is_empty() => {
                topics[number].slides.push(at);
                topics[number].claims.extend(claims);
            }
            _ => {
                // Topics without a name are told apart by their slides.
                let key = if name.is_empty() { format!("\n{at}") } else { name.clone() };
                let _ = names.add(&key);
                topics.push(Topic { name, section, slides: vec![at], claims });
            }
        }
    }
    topics
}

fn topic_name(slide: &Slide) -> String {
    slide.topic.clone().unwrap_or_else(|| plain_text(&slide.title))
}

/// How many claims there are of each freshness on a day.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Tally {
    pub current: usize,
    pub ended: usize,
    pub upcoming: usize,
    pub undated: usize,
}

/// Counts the claims for which `counts` holds.
pub fn tally(topics: &[Topic], day: Date, counts: impl Fn(&TopicClaim) -> bool) -> Tally {
    let mut tally = Tally::default();
    for claim in topics.iter().flat_map(|topic| &topic.claims).filter(|claim| counts(claim)) {
        let count = match claim.freshness(day) {
            Freshness::Current => &mut tally.current,
            Freshness::Ended => &mut tally.ended,
            Freshness::Upcoming => &mut tally.upcoming,
            Freshness::Undated => &mut tally.undated,
        };
        *count += 1;
    }
    tally
}
