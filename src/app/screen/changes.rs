//! What changed between two moments, by topic.

use super::comparing::{ClaimView, Frame, Select, claim_view, frame, topic_name};
use crate::analysis::changes::{Change, limits, topic_changes};
use crate::analysis::topics::TopicClaim;
use crate::app::state::State;
use crate::model::deck::Deck;
use crate::words::fill;
use std::rc::Rc;

#[derive(Clone, Debug, PartialEq)]
pub struct ChangesScreen {
    pub frame: Frame,
    pub heading: String,
    /// The moments from which and up to which changes are told.
    pub from: Vec<Select>,
    pub to: Vec<Select>,
    /// How many ended, were replaced, are new, stayed.
    pub sum: String,
    /// What became of the limits; empty where there were none.
    pub limits: String,
    /// How many limits there were and how many have ended.
    pub share: (usize, usize),
    /// The topics of which something changed.
    pub topics: Vec<TopicView>,
}

#[derive(Clone, Debug, PartialEq)]
pub struct TopicView {
    pub link: String,
    pub name: String,
    /// What ended and what took its place; either may be empty.
    pub changes: Vec<(Vec<ClaimView>, Vec<ClaimView>)>,
    pub unchanged: String,
}

pub fn changes(state: &State, deck: &Rc<Deck>) -> Option<ChangesScreen> {
    let says = state.language.comparing();
    let (from, to) = state.compared()?;
    let days = state.compared_days()?;
    let moment = |at: usize| deck.about.moments[at].name.as_str();
    let counts = |claim: &TopicClaim| claim.side.is_none_or(|side| state.sides.contains(side));
    let (mut ended, mut replaced, mut new, mut unchanged) = (0, 0, 0, 0);
    let mut topics = Vec::new();
    for topic in state.comparison.topics.iter() {
        let found = topic_changes(deck, topic, days, counts);
        unchanged += found.unchanged;
        if found.changes.is_empty() {
            continue;
        }
        let mut changes = Vec::new();
        for change in &found.changes {
            replaced += usize::from(change.is_replacement());
            ended += if change.is_replacement() { 0 } else { change.ended.len() };
            new += if change.is_replacement() { 0 } else { change.new.len() };
            changes.push(both(state, deck, change));
        }
        let (name, link) = topic_name(state, deck, topic);
        topics.push(TopicView { link, name, changes, unchanged: fill(says.unchanged, &[&found.unchanged]) });
    }
    let limits = limits(&state.comparison.topics, days, counts);
    let left = limits.all - limits.gone;
    Some(ChangesScreen {
        frame: frame(state, deck),
        heading: fill(says.changes_heading, &[&moment(from), &moment(to)]),
        from: moments(deck, from),
        to: moments(deck, to),
        sum: fill(says.changes_sum, &[&ended, &replaced, &new, &unchanged]),
        limits: if limits.all == 0 {
            String::new()
        } else {
            fill(says.limits_sum, &[&moment(from), &limits.all, &limits.gone, &left])
        },
        share: (limits.all, limits.gone),
        topics,
    })
}

fn both(state: &State, deck: &Deck, change: &Change) -> (Vec<ClaimView>, Vec<ClaimView>) {
    let views = |claims: &[TopicClaim]| {
        let mut views = Vec::new();
        for claim in claims {
            views.push(claim_view(state, deck, claim));
        }
        views
    };
    (views(&change.ended), views(&change.new))
}

fn moments(deck: &Deck, chosen: usize) -> Vec<Select> {
    let moments = deck.about.moments.iter().enumerate();
    moments.map(|(at, moment)| (at.to_string(), moment.name.clone(), at == chosen)).collect()
}
