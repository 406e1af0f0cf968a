//! List items as shown: chips, details, steps.

use super::{Chip, ItemView, Mode, is_shown};
use crate::analysis::freshness::{Freshness, is_added, is_due, last_check};
use crate::analysis::items::{ItemState, Place, SeenClaim, claims};
use crate::app::state::State;
use crate::model::claim::Claim;
use crate::model::content::{Item, ItemNumber};
use crate::model::date::{Bound, Period};
use crate::model::deck::{Deck, Slide};
use crate::words::controls::Controls;
use crate::words::fill;

/// What is known about a claim, told on demand.
#[derive(Clone, Debug, PartialEq)]
pub struct Details {
    pub is_open: bool,
    pub period: String,
    pub checked: Option<String>,
    /// Sentences: that it was added, that it is due for review.
    pub remarks: Vec<&'static str>,
    /// What the claim rests on where it has no links.
    pub no_sources: &'static str,
    /// Text and address.
    pub sources: Vec<(String, String)>,
}

/// Looks at the items of one slide.
pub struct ItemLook<'l> {
    pub state: &'l State,
    pub deck: &'l Deck,
    pub items: &'l [ItemState],
    /// The place of the slide in the deck.
    pub at: usize,
    /// The step that the slide has come to.
    pub step: u32,
    pub mode: Mode,
    /// The slide is the one that the reader is at.
    pub is_present: bool,
}

impl ItemLook<'_> {
    /// The views of all items of the slide, by number.
    pub fn views(&self, slide: &Slide) -> Vec<ItemView> {
        let mut views = Vec::with_capacity(self.items.len());
        for (at, item) in self.items.iter().enumerate() {
            views.push(self.view(at, item));
        }
        for seen in claims(slide) {
            self.add_claim(seen.item, &mut views);
        }
        views
    }

    fn fresh(&self, at: usize) -> Option<bool> {
        let is_fresh =
            self.is_present && self.state.lens_state.fresh.iter().any(|number| number.index() == at);
        is_fresh.then_some(self.state.lens_state.moves.is_multiple_of(2))
    }

    /// Whether this is what the reader has opened.
    fn is_open(&self, open: Option<(usize, ItemNumber)>, at: usize) -> bool {
        let is_here = open.is_some_and(|(slide, number)| slide == self.at && number.index() == at);
        is_here && !self.mode.is_picture()
    }

    fn view(&self, at: usize, item: &ItemState) -> ItemView {
        let is =
            |number: Option<ItemNumber>| self.is_present && number.is_some_and(|number| number.index() == at);
        ItemView {
            is_listed: item.place == Place::Listed,
            is_reached: item.step <= self.step,
            steps_since: self.step.saturating_sub(item.step),
            is_ended: item.freshness == Freshness::Ended,
            fresh: self.fresh(at),
            is_target: is(self.state.nav.target),
            folded: item.folded.clone(),
            fold_is_open: self.is_open(self.state.display.open_fold, at) || self.mode == Mode::Handout,
            ..ItemView::default()
        }
    }

    fn add_claim(&self, item: &Item, views: &mut [ItemView]) {
        let at = item.number.index();
        let controls = self.state.language.controls();
        let (Some(claim), Some(judged)) = (&item.claim, self.items.get(at)) else { return };
        let Some(view) = views.get_mut(at).filter(|_| is_shown(judged.place)) else { return };
        view.chips = chips(claim, judged, controls);
        let is_plain =
            claim.period.is_none() && claim.sources.is_empty() && !judged.added && claim.id.is_none();
        if is_plain || self.mode.is_picture() {
            return;
        }
        let is_open = self.is_open(self.state.display.open_claim, at);
        let facts = Facts { claim, period: judged.period, is_added: judged.added };
        view.details = Some(details(self.state, self.deck, facts, controls, is_open));
    }
}

/// The labels that a reader must not miss. A nested item leaves its parent's end to the parent.
fn chips(claim: &Claim, judged: &ItemState, controls: &Controls) -> Vec<Chip> {
    let mut chips = Vec::new();
    if judged.added {
        chips.push(Chip { kind: "added", text: controls.added.to_owned() });
    }
    let until = claim.period.and_then(|period| period.until);
    if let Some(until) = until.filter(|_| judged.freshness == Freshness::Ended) {
        chips.push(Chip { kind: "ended", text: until_text(until, controls) });
    }
    chips
}

/// What is known about a claim, wherever it stands in the deck.
pub fn claim_details(state: &State, deck: &Deck, seen: &SeenClaim<'_>) -> Details {
    let is_added = is_added(seen.claim, seen.period, state.first_moment());
    let facts = Facts { claim: seen.claim, period: seen.period, is_added };
    details(state, deck, facts, state.language.controls(), false)
}

/// A claim with what was judged of it.
struct Facts<'c> {
    claim: &'c Claim,
    period: Option<Period>,
    is_added: bool,
}

fn details(
    state: &State,
    deck: &Deck,
    Facts { claim, period, is_added }: Facts<'_>,
    controls: &'static Controls,
    is_open: bool,
) -> Details {
    let mut remarks = Vec::new();
    if is_added {
        remarks.push(controls.added_by_editors);
    }
    if is_due(claim, &deck.about, state.today) {
        remarks.push(controls.due);
    }
    let sources = claim.sources.iter().map(|source| (source.text.clone(), source.address.0.clone()));
    Details {
        is_open,
        period: period.map_or(controls.no_period.to_owned(), |period| period_text(period, controls)),
        checked: last_check(claim, &deck.about).map(|day| day.to_string()),
        remarks,
        no_sources: if is_added { controls.no_period } else { controls.the_talk },
        sources: sources.collect(),
    }
}

pub fn period_text(period: Period, controls: &Controls) -> String {
    let from = period.from.map(|from| from_text(from, controls));
    let until = period.until.map(|until| until_text(until, controls));
    let parts: Vec<String> = [from, until].into_iter().flatten().collect();
    parts.join(controls.period_joint)
}

fn from_text(from: Bound, controls: &Controls) -> String {
    let text = if from.by_then { controls.from_by_then } else { controls.from };
    fill(text, &[&from.date])
}

fn until_text(until: Bound, controls: &Controls) -> String {
    let text = if until.by_then { controls.until_by_then } else { controls.until };
    fill(text, &[&until.date])
}
