//! The topics of a deck: what it compares, a row each.

use super::freshness::{Freshness, freshness};
use super::items::{SeenClaim, claims};
use crate::model::claim::SideIndex;
use crate::model::content::plain_text;
use crate::model::date::Date;
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
}

/// A claim and the place of its slide.
pub struct TopicClaim<'d> {
    pub slide: usize,
    pub seen: SeenClaim<'d>,
}

impl TopicClaim<'_> {
    pub fn side(&self) -> Option<SideIndex> {
        self.seen.claim.side
    }

    pub fn freshness(&self, day: Date) -> Freshness {
        freshness(self.seen.period, day)
    }

    /// Whether it holds on a day. What is undated always does.
    pub fn holds(&self, day: Date) -> bool {
        matches!(self.freshness(day), Freshness::Current | Freshness::Undated)
    }

    /// Whether it changes by itself: a nested claim without a period of its own changes with the one around it.
    pub fn is_own(&self) -> bool {
        self.seen.depth == 0 || self.seen.claim.period.is_some()
    }
}

impl Topic {
    /// The claims of its slides in the order of the text.
    pub fn claims<'d>(&self, deck: &'d Deck) -> Vec<TopicClaim<'d>> {
        let mut found = Vec::new();
        for slide in self.slides.iter().copied() {
            for seen in deck.slides.get(slide).map(claims).unwrap_or_default() {
                found.push(TopicClaim { slide, seen });
            }
        }
        found
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
        if claims(slide).is_empty() {
            continue;
        }
        let name = topic_name(slide);
        match names.get(&name) {
            Some(number) if !name.is_empty() => topics[number].slides.push(at),
            _ => {
                // Topics without a name are told apart by their slides.
                let key = if name.is_empty() { format!("\n{at}") } else { name.clone() };
                let _ = names.add(&key);
                topics.push(Topic { name, section, slides: vec![at] });
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
pub fn tally(deck: &Deck, topics: &[Topic], day: Date, counts: impl Fn(&TopicClaim<'_>) -> bool) -> Tally {
    let mut tally = Tally::default();
    for claim in topics.iter().flat_map(|topic| topic.claims(deck)).filter(counts) {
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
