//! The overview: all slides as small pictures, by section.

use crate::app::state::{State, title_or};
use crate::model::content::plain_text;
use crate::model::deck::Deck;
use std::rc::Rc;

#[derive(Clone, Debug, PartialEq)]
pub struct OverviewScreen {
    pub label: &'static str,
    pub sections: Vec<Section>,
}

#[derive(Clone, Debug, PartialEq)]
pub struct Section {
    /// Empty for slides before the first section.
    pub title: String,
    pub thumbs: Vec<Thumb>,
}

#[derive(Clone, Debug, PartialEq)]
pub struct Thumb {
    pub picture: Picture,
    pub number: usize,
    pub title: String,
    /// The reader is at this slide.
    pub is_here: bool,
    /// The keys have come to it.
    pub is_cursor: bool,
}

/// A slide that is drawn small. The shell puts the drawing into its frame: it takes time, and few pictures are in
/// sight at once.
#[derive(Clone, Debug, PartialEq)]
pub struct Picture {
    pub at: usize,
    pub step: u32,
    /// Another text for each picture that looks otherwise.
    pub key: String,
}

impl Picture {
    pub fn new(state: &State, at: usize, step: u32) -> Self {
        let address = state.own_address();
        let deck = state.deck.as_ref().map(|deck| Rc::as_ptr(deck) as usize);
        let parts = [
            at.to_string(),
            step.to_string(),
            address.sides.unwrap_or_default(),
            address.as_of.unwrap_or_default(),
            deck.unwrap_or(0).to_string(),
            state.rendering.code.len().to_string(),
            state.quiz.code.clone(),
        ];
        Self { at, step, key: parts.join(" ") }
    }
}

pub fn overview(state: &State, deck: &Deck) -> OverviewScreen {
    let controls = state.language.controls();
    let mut sections: Vec<Section> = Vec::new();
    for (at, number) in state.shown().into_iter().zip(1..) {
        let slide = &deck.slides[at];
        if slide.opens_section || sections.is_empty() {
            let title = if slide.opens_section { plain_text(&slide.title) } else { String::new() };
            sections.push(Section { title, thumbs: Vec::new() });
        }
        let thumb = Thumb {
            picture: Picture::new(state, at, u32::MAX),
            number,
            title: title_or(slide, controls.untitled),
            is_here: at == state.nav.slide,
            is_cursor: at == state.nav.cursor,
        };
        if let Some(section) = sections.last_mut() {
            section.thumbs.push(thumb);
        }
    }
    OverviewScreen { label: state.language.controls().overview, sections }
}
