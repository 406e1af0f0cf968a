//! The slide that is walked to next is drawn and gets its size while the present one is looked at.

use super::Show;
use crate::app::msg::Msg;
use crate::app::view::View;
use crate::shell::measure;
use yew::html::Scope;

/// A slide that has its size.
pub(super) struct Fitted {
    /// Its place.
    at: usize,
    /// How high its content was then, in CSS pixels.
    height: i32,
}

/// What is known of slides before they are looked at.
#[derive(Default)]
pub(super) struct Ahead {
    /// Those that are drawn and have their size.
    pub(super) fitted: Vec<Fitted>,
    /// Whether the slide scrolls is looked at when it has been painted.
    pub(super) looks_later: bool,
    /// Slides that are drawn next get their sizes at once.
    fits_soon: bool,
    /// The page had the same slide, or the beginning of the same article, in it: it fits, and nothing needs scrolling.
    pub(super) is_as_before: bool,
}

impl Show {
    fn has_size(&self, at: usize) -> bool {
        self.ahead.fitted.iter().any(|fitted| fitted.at == at)
    }

    fn height_of(&self, at: usize) -> i32 {
        let slide = self.state.deck.as_ref().and_then(|deck| deck.slides.get(at));
        slide.map_or(0, |slide| measure::height_of(&self.stagehand.shadow, &slide.id.0))
    }

    fn note(&mut self, at: usize) {
        if !self.has_size(at) {
            self.ahead.fitted.push(Fitted { at, height: self.height_of(at) });
        }
    }

    /// Whether the slide had its size before it was shown.
    pub(super) fn is_fitted(&self) -> bool {
        self.state.view == View::Slides && self.has_size(self.state.slide)
    }

    /// The slide on the stage has its size.
    pub(super) fn note_fitted(&mut self) {
        if self.state.view == View::Slides {
            self.note(self.state.slide);
        }
    }

    /// A picture has loaded. Mostly its size was known before.
    pub(super) fn look_at_loaded(&mut self, link: &Scope<super::Root>, id: &str) {
        let slides = self.state.deck.as_ref().map(|deck| deck.slides.as_slice()).unwrap_or_default();
        let Some(at) = slides.iter().position(|slide| slide.id.0 == id) else { return };
        let height = self.height_of(at);
        if self.ahead.fitted.iter().any(|fitted| fitted.at == at && fitted.height == height) {
            return;
        }
        self.ahead.fitted.retain(|fitted| fitted.at != at);
        if at == self.state.slide {
            self.measure(link, true);
        }
        self.draw_later(link);
    }

    /// Before a message is taken: what it changes about slides takes their sizes away.
    pub(super) fn keep_fitted(&mut self, msg: &Msg) {
        // One that scrolls may be left anywhere.
        let scrolls = self.state.scroll.above || self.state.scroll.below;
        let (beside, slide) = (&self.state.beside, self.state.slide);
        let stays = |fitted: &Fitted| beside.contains(&fitted.at) || (fitted.at == slide && !scrolls);
        if msg.only_moves() {
            self.ahead.fitted.retain(stays);
        } else if !msg.keeps_size() {
            self.ahead.fitted.clear();
        }
    }

    /// And after it: another view has none of them.
    pub(super) fn forget_fitted(&mut self, view: View, slide: usize) {
        let (now, beside) = (self.state.slide, &self.state.beside);
        self.ahead.fitted.retain(|Fitted { at, .. }| *at == now || *at == slide || beside.contains(at));
        if self.state.view != view {
            self.ahead.fitted.clear();
        }
    }

    pub(super) fn has_to_prepare(&self) -> bool {
        let is_due = self.ahead.looks_later || self.next_can_come() || self.unfitted().is_some();
        self.opening.is_page && self.state.view == View::Slides && is_due
    }

    /// One that waits for the rest of the program comes when that is there.
    fn next_can_come(&self) -> bool {
        self.state.can_prepare() && !self.waiting.is_asked()
    }

    fn unfitted(&self) -> Option<usize> {
        self.state.beside.iter().copied().find(|at| !self.has_size(*at))
    }

    /// Draws the next slide, or gives one its size. True: the screen is to be drawn anew.
    pub(super) fn prepare(&mut self, link: &Scope<super::Root>) -> bool {
        if std::mem::take(&mut self.ahead.looks_later) {
            self.measure(link, false);
        }
        if self.next_can_come() {
            if self.state.next_needs_rest() && !self.stagehand.services.is_whole() {
                self.bring_rest();
                return false;
            }
            // The first time, while the page is loading, a tap is to be answered in between.
            self.ahead.fits_soon = self.state.is_prepared;
            return self.take(Msg::Prepared);
        }
        if let Some(at) = self.unfitted() {
            self.fit_beside(at);
        }
        self.draw_later(link);
        false
    }

    /// After drawing: what has no size yet gets it, while the reader looks at the slide.
    pub(super) fn fit_soon(&mut self) {
        if std::mem::take(&mut self.ahead.fits_soon) {
            while let Some(at) = self.unfitted() {
                self.fit_beside(at);
            }
        }
    }

    fn fit_beside(&mut self, at: usize) {
        let slide = self.state.deck.as_ref().and_then(|deck| deck.slides.get(at));
        if let Some(slide) = slide {
            measure::fit_beside(&self.stagehand.shadow, &slide.id.0);
        }
        self.note(at);
    }
}
