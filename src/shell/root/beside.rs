//! The slide that is walked to next is drawn and gets its size while the present one is looked at.

use super::{Root, Show};
use crate::app::msg::Msg;
use crate::app::screen::{SlideScreen, Stage};
use crate::app::view::View;
use crate::shell::fit::{FitInput, SlideElement};
use yew::html::Scope;

/// The slides that have their sizes.
#[derive(Default)]
pub(super) struct Ahead {
    /// What each size was found for, one a slide.
    fitted: Vec<FitInput>,
    /// Slides that are drawn next get their sizes at once.
    fits_soon: bool,
}

impl Show {
    /// Fits the slide on the stage, unless it has its size.
    pub(super) fn fit(&mut self) {
        let drawn: Vec<usize> = self.slides().map(|slide| slide.at).collect();
        self.ahead.fitted.retain(|fitted| drawn.contains(&fitted.at()));
        self.fit_slide(self.state.slide);
    }

    /// The slides that are drawn.
    fn slides(&self) -> impl Iterator<Item = &SlideScreen> {
        let shown = if let Stage::Slide(shown) = &self.screen.stage { Some(shown) } else { None };
        self.screen.beside.iter().chain(shown)
    }

    fn fit_slide(&mut self, at: usize) {
        let Some(slide) = self.slides().find(|slide| slide.at == at) else { return };
        let Some(element) = SlideElement::find(&self.stagehand.shadow, &slide.id) else { return };
        let input = element.input(slide);
        if !self.ahead.fitted.contains(&input) {
            element.fit();
            self.ahead.fitted.retain(|fitted| fitted.at() != at);
            self.ahead.fitted.push(input);
        }
    }

    /// The room of all slides may be another.
    pub(super) fn fit_anew(&mut self, link: &Scope<Root>) {
        self.ahead.fitted.clear();
        self.fit();
        self.measure(link);
        self.draw_later(link);
    }

    /// A picture on a slide has loaded. The browser may have known its size, or not.
    pub(super) fn look_at_loaded(&mut self, link: &Scope<Root>, id: &str) {
        let found = self.slides().find(|slide| slide.id == id).map(|slide| slide.at);
        if let Some(at) = found {
            self.ahead.fitted.retain(|fitted| fitted.at() != at);
            self.fit();
            self.measure(link);
            self.draw_later(link);
        }
    }

    pub(super) fn has_to_prepare(&self) -> bool {
        let is_due = self.state.can_prepare() || self.unfitted().next().is_some();
        self.opening.is_page && self.state.view == View::Slides && is_due
    }

    /// The slides rendered ahead that have no size yet.
    fn unfitted(&self) -> impl Iterator<Item = usize> {
        let has_size = |at: usize| self.ahead.fitted.iter().any(|fitted| fitted.at() == at);
        self.screen.beside.iter().map(|slide| slide.at).filter(move |at| !has_size(*at))
    }

    /// Draws the next slide, or gives one its size. True: the screen is to be drawn anew.
    pub(super) fn prepare(&mut self, link: &Scope<Root>) -> bool {
        if self.state.can_prepare() {
            // The first time, while the page is loading, a tap is to be answered in between.
            self.ahead.fits_soon = self.state.is_prepared;
            return self.take(Msg::Prepared);
        }
        let first = self.unfitted().next();
        if let Some(at) = first {
            self.fit_slide(at);
        }
        self.draw_later(link);
        false
    }

    /// After drawing: what has no size yet gets it, while the reader looks at the slide.
    pub(super) fn fit_soon(&mut self) {
        if std::mem::take(&mut self.ahead.fits_soon) {
            let unfitted: Vec<usize> = self.unfitted().collect();
            unfitted.into_iter().for_each(|at| self.fit_slide(at));
        }
    }
}
