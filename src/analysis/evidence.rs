//! What a question of the quiz rests on: the slides and claims to which its slide links.

use super::freshness::{Freshness, freshness, last_check};
use super::index::Index;
use super::items::{SeenClaim, claims};
use crate::model::claim::SideIndex;
use crate::model::content::{Block, Inline, first_paragraph, plain_text};
use crate::model::date::{Date, Period};
use crate::model::deck::{Deck, Slide};
use crate::text::fragment;

/// A slide or a claim that a question links to.
pub struct Evidence<'d> {
    pub slide: &'d Slide,
    /// The slide's id or the claim's.
    pub id: &'d str,
    /// None: the whole slide.
    pub claim: Option<SeenClaim<'d>>,
    pub freshness: Freshness,
}

impl Evidence<'_> {
    pub fn side(&self) -> Option<SideIndex> {
        self.claim.as_ref().and_then(|seen| seen.claim.side)
    }

    pub fn period(&self) -> Option<Period> {
        self.claim.as_ref().and_then(|seen| seen.period)
    }

    /// The claim's text, or the slide's title. Footnotes stay on the slide.
    pub fn text(&self) -> Vec<Inline> {
        let text =
            self.claim.as_ref().map_or(&self.slide.title[..], |seen| first_paragraph(&seen.item.blocks));
        let mut text = text.to_vec();
        text.retain(|inline| !matches!(inline, Inline::Footnote(_)));
        text
    }

    /// What the claim's slide is about: claims are short because their slides have titles.
    pub fn topic(&self) -> String {
        plain_text(&self.slide.title)
    }

    /// `[x]`: can; `[ ]`: can't.
    pub fn task(&self) -> Option<bool> {
        self.claim.as_ref().and_then(|seen| seen.item.task)
    }

    /// When the claim was last checked.
    pub fn checked(&self, deck: &Deck) -> Option<Date> {
        last_check(self.claim.as_ref()?.claim, &deck.about)
    }
}

/// The evidence of a question's slide as of a day, in the order of its links. What is upcoming on that
/// day is left out.
pub fn evidence<'d>(deck: &'d Deck, index: &Index, question: &'d Slide, day: Date) -> Vec<Evidence<'d>> {
    let mut ids = Vec::new();
    let options = question.question.iter().flat_map(|question| &question.options);
    for option in options {
        gather(&option.text, &mut ids);
        option.more.iter().for_each(|block| block.walk(&mut |block| gather_block(block, &mut ids)));
    }
    question.blocks().for_each(|block| block.walk(&mut |block| gather_block(block, &mut ids)));
    let found = ids.iter().filter_map(|id| find(deck, index, id, day));
    found.filter(|evidence| evidence.freshness != Freshness::Upcoming).collect()
}

fn find<'d>(deck: &'d Deck, index: &Index, id: &str, day: Date) -> Option<Evidence<'d>> {
    let place = index.get(id)?;
    let slide = deck.slides.get(place.slide)?;
    let claim =
        place.item.and_then(|number| claims(slide).into_iter().find(|seen| seen.item.number == number));
    let claim_id = claim.as_ref().and_then(|seen| seen.claim.id.as_ref());
    let freshness = freshness(claim.as_ref().and_then(|seen| seen.period), day);
    Some(Evidence { slide, id: claim_id.unwrap_or(&slide.id).as_str(), claim, freshness })
}

fn gather_block(block: &Block, ids: &mut Vec<String>) {
    if let Block::Paragraph(text) | Block::Heading { content: text, .. } = block {
        gather(text, ids);
    }
}

fn gather(text: &[Inline], ids: &mut Vec<String>) {
    for inline in text {
        match inline {
            Inline::Link { address, .. } if address.0.starts_with('#') => {
                let id = fragment::id(&address.0);
                if !ids.contains(&id) {
                    ids.push(id);
                }
            }
            Inline::Emphasis(inner) | Inline::Strong(inner) => gather(inner, ids),
            Inline::Text(_)
            | Inline::Code(_)
            | Inline::Strikethrough(_)
            | Inline::Link { .. }
            | Inline::Image { .. }
            | Inline::Footnote(_)
            | Inline::LineBreak => {}
        }
    }
}
