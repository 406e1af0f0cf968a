//! The slide that is walked to next is drawn and gets its size while the present one is looked at.

use super::{Root, Show};
use crate::app::msg::{Msg, RenderMsg};
use crate::app::screen::{SlideScreen, Stage};
use crate::app::view::View;
use crate::shell::fit::{FitInput, SlideElement};
use web_sys::ShadowRoot;
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
    /// Fits what is on the stage, unless it has its size, or will be drawn anew and get it then.
    pub(super) fn fit(&mut self) {
        if self.is_stale {
            return;
        }
        let shown = self.state.nav.slide;
        let ahead: Vec<usize> = self.screen.beside.iter().map(|slide| slide.at).collect();
        self.ahead.fitted.retain(|fitted| fitted.at() == shown || ahead.contains(&fitted.at()));
        let shadow = &self.runner.shadow;
        match &self.screen.stage {
            Stage::Slide(slide) => fit(shadow, &mut self.ahead.fitted, slide),
            Stage::Quiz(_) | Stage::Verdict(_) => {
                if let Some(element) = SlideElement::of_stage(shadow) {
                    element.fit();
                }
            }
            _ => {}
        }
    }

    /// Gives a slide that is rendered ahead its size, unless it will be drawn anew.
    fn fit_ahead(&mut self, at: usize) {
        let slide = self.screen.beside.iter().find(|slide| slide.at == at && !self.is_stale);
        if let Some(slide) = slide {
            fit(&self.runner.shadow, &mut self.ahead.fitted, slide);
        }
    }

    /// The room of all slides may be another. True: the screen is to be drawn anew.
    pub(super) fn fit_anew(&mut self, link: &Scope<Root>) -> bool {
        self.ahead.fitted.clear();
        self.fit();
        self.draw_later(link);
        self.measure()
    }

    /// A picture on a slide has loaded. The browser may have known its size, or not. True: the screen is to be drawn anew.
    pub(super) fn look_at_loaded(&mut self, link: &Scope<Root>, id: &str) -> bool {
        let slides = self.state.deck.as_ref().map(|deck| deck.slides.as_slice()).unwrap_or_default();
        let found = slides.iter().position(|slide| slide.id.0 == id);
        if found.is_none() {
            return false;
        }
        self.ahead.fitted.retain(|fitted| Some(fitted.at()) != found);
        self.fit();
        self.draw_later(link);
        self.measure()
    }

    pub(super) fn has_to_prepare(&self) -> bool {
        let is_due = self.state.can_prepare() || self.unfitted().next().is_some();
        self.opening.is_page && self.state.nav.view == View::Slides && is_due
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
            self.ahead.fits_soon = self.state.rendering.is_prepared;
            return self.take(Msg::Render(RenderMsg::NextSlide));
        }
        let first = self.unfitted().next();
        if let Some(at) = first {
            self.fit_ahead(at);
        }
        self.draw_later(link);
        false
    }

    /// After drawing: what has no size yet gets it, while the reader looks at the slide.
    pub(super) fn fit_soon(&mut self) {
        if std::mem::take(&mut self.ahead.fits_soon) {
            let unfitted: Vec<usize> = self.unfitted().collect();
            unfitted.into_iter().for_each(|at| self.fit_ahead(at));
        }
    }
}

/// Gives a slide its size, unless it was found for the same already.
fn fit(shadow: &ShadowRoot, fitted: &mut Vec<FitInput>, slide: &SlideScreen) {
    let Some(element) = SlideElement::of_slide(shadow, slide) else { return };
    let input = element.input(slide);
    if fitted.contains(&input) {
        return;
    }
    element.fit();
    fitted.retain(|other| other.at() != input.at());
    fitted.push(input);
}
