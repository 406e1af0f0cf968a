//! What the claims rest on, when they were last checked, and which are due for review.

use super::comparing::{ClaimView, Frame, claim_view, frame};
use crate::analysis::freshness::{is_due, last_check};
use crate::analysis::topics::TopicClaim;
use crate::app::state::State;
use crate::model::claim::Claim;
use crate::model::content::{Address, Item};
use crate::model::deck::Deck;
use crate::text::fragment::encoded;
use crate::text::names::Names;
use crate::words::fill;
use std::rc::Rc;

#[derive(Clone, Debug, PartialEq)]
pub struct SourcesScreen {
    pub frame: Frame,
    pub sum: String,
    /// How many claims are due for review; empty where the deck doesn't say when that is.
    pub due: String,
    /// By address, in the order of the deck; the last one is of claims without a source, if there are any.
    pub sources: Vec<SourceRow>,
}

/// A source and the claims that rest on it.
#[derive(Clone, Debug, PartialEq)]
pub struct SourceRow {
    /// None: claims without a source.
    pub address: Option<Address>,
    pub text: String,
    pub claims: Vec<Resting>,
}

/// A claim that rests on a source.
#[derive(Clone, Debug, PartialEq)]
pub struct Resting {
    pub claim: ClaimView,
    pub topic: String,
    /// The day of the last check; empty if it isn't known.
    pub checked: String,
    pub is_due: bool,
    /// An address at which the claim can be corrected.
    pub correct: Option<String>,
}

pub fn sources(state: &State, deck: &Rc<Deck>) -> SourcesScreen {
    let says = state.language.comparing();
    let mut names = Names::default();
    let mut rows: Vec<SourceRow> = Vec::new();
    let mut bare = SourceRow { address: None, text: says.without_source.to_owned(), claims: Vec::new() };
    let (mut due, mut resting) = (0, 0);
    for topic in state.comparison.topics.iter() {
        for claim in &topic.claims {
            let Some(item) = claim.item(deck) else { continue };
            let Some(about) = &item.claim else { continue };
            let one = Resting { topic: topic.name.clone(), ..rest(state, deck, claim, (item, about)) };
            due += usize::from(one.is_due);
            resting += usize::from(!about.sources.is_empty());
            if about.sources.is_empty() {
                bare.claims.push(one);
                continue;
            }
            for source in &about.sources {
                let row = names.add(&source.address.0).unwrap_or_else(|known| known);
                if row == rows.len() {
                    let (address, text) = (Some(source.address.clone()), source.text.clone());
                    rows.push(SourceRow { address, text, claims: Vec::new() });
                }
                rows[row].claims.push(one.clone());
            }
        }
    }
    let sum = fill(says.sources_sum, &[&rows.len(), &resting]);
    if !bare.claims.is_empty() {
        rows.push(bare);
    }
    let has_review = deck.about.review_after.is_some();
    let due = if has_review { fill(says.due_sum, &[&state.today, &due]) } else { String::new() };
    SourcesScreen { frame: frame(state, deck), sum, due, sources: rows }
}

fn rest(state: &State, deck: &Deck, place: &TopicClaim, (item, claim): (&Item, &Claim)) -> Resting {
    let about = &deck.about;
    let view = claim_view(state, deck, place);
    Resting {
        topic: String::new(),
        checked: last_check(claim, about).map(|day| day.to_string()).unwrap_or_default(),
        // What has ended needs no check any more.
        is_due: place.holds(state.today) && is_due(claim, about, state.today),
        correct: about.issues_url.as_ref().map(|template| correction(template, state, &view, item)),
        claim: view,
    }
}

/// The address with its places `{id}`, `{date}` and `{line}` filled in.
fn correction(template: &str, state: &State, view: &ClaimView, item: &Item) -> String {
    let mut address = String::new();
    let mut rest = template;
    while let Some((before, from)) = rest.split_once('{') {
        address.push_str(before);
        let Some((place, behind)) = from.split_once('}') else { break };
        match place {
            "id" => address.push_str(&encoded(view.link.trim_start_matches('#'))),
            "date" => address.push_str(&state.day().to_string()),
            "line" => address.push_str(&item.line.to_string()),
            _ => {}
        }
        rest = behind;
    }
    address + rest
}
