//! The program of a release comes in two parts: what a first visit needs, and the rest. What a reader does that needs
//! the rest waits until it is there. Here is told what that is; which functions are in which part is found by
//! `cargo xtask profile`, and a mistake costs time, nothing else: what is missing is brought when it is called.

use super::msg::Msg;
use super::state::State;
use super::view::View;
use crate::model::content::{Block, Figure};
use crate::model::deck::Slide;

impl Msg {
    /// Whether something happens that has no part in a first visit.
    pub fn needs_rest(&self) -> bool {
        match self {
            Self::ViewChosen(view) => !view.is_text(),
            Self::DeckRead(_)
            | Self::DeckFailed { .. }
            | Self::ReloadPressed
            | Self::TodayIs(_)
            | Self::AddressRead(_)
            | Self::BytesCame(_)
            | Self::NextPressed
            | Self::PreviousPressed
            | Self::FirstPressed
            | Self::LastPressed
            | Self::LinkFollowed(_)
            | Self::SlideSeen(_)
            | Self::Unrolled { .. }
            | Self::Prepared
            | Self::SideToggled(_)
            | Self::AllSidesChosen
            | Self::LensChosen(_)
            | Self::NextMomentPressed
            | Self::Closed
            | Self::ClaimToggled(..)
            | Self::FullscreenPressed
            | Self::FullscreenChanged(_)
            | Self::Measured { .. }
            | Self::ScrollPressed { .. }
            | Self::LinePressed { .. }
            | Self::EndPressed { .. }
            | Self::NoticesRead
            | Self::CodeColoured(_)
            | Self::PulseTaken => false,
            _ => true,
        }
    }
}

impl State {
    /// Whether the next slide has something on it that has no part in a first visit.
    pub fn next_needs_rest(&self) -> bool {
        let slides = self.deck.as_ref().map(|deck| deck.slides.as_slice()).unwrap_or_default();
        self.next_slide().and_then(|at| slides.get(at)).is_some_and(is_for_later)
    }

    /// Whether the screen has something on it that has no part in a first visit.
    pub fn needs_rest(&self) -> bool {
        let is_plain = self.view.is_text() && self.panel.is_none() && self.paper.is_none();
        let is_calm = self.diagnostics.is_empty() && !self.is_speaker();
        let slides = self.deck.as_ref().map(|deck| deck.slides.as_slice()).unwrap_or_default();
        // The article shows questions as lists.
        let is_light = match self.view {
            View::Read => {
                let more = [Figure::Matrix, Figure::Timeline, Figure::Changes];
                self.quiz.code.is_empty() && !slides.iter().any(|slide| has_figure(slide, &more))
            }
            _ => !self.present_slide().is_some_and(is_for_later),
        };
        !(is_plain && is_calm && is_light)
    }
}

/// Whether a slide has something on it that has no part in a first visit.
fn is_for_later(slide: &Slide) -> bool {
    let more = [Figure::Matrix, Figure::Timeline, Figure::Changes, Figure::Verdict];
    slide.question.is_some() || has_figure(slide, &more)
}

fn has_figure(slide: &Slide, more: &[Figure]) -> bool {
    let mut found = false;
    slide.walk(&mut |block| found |= matches!(block, Block::Figure(figure) if more.contains(figure)));
    found
}
