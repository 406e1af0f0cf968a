//! The slide that is walked to next is drawn and gets its size while the present one is looked at.

use super::Show;
use crate::app::lens::Lens;
use crate::app::msg::Msg;
use crate::app::sides::SideSet;
use crate::app::view::View;
use crate::model::content::ItemNumber;
use crate::model::date::Date;
use crate::model::deck::Deck;
use crate::shell::measure;
use std::rc::Rc;
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

/// What the sizes of slides rest on, besides the room that they have.
#[derive(PartialEq)]
struct Looks {
    deck: Option<*const Deck>,
    view: View,
    sides: SideSet,
    lens: Lens,
    today: Date,
    open: [Option<(usize, ItemNumber)>; 2],
    answers: String,
}

/// What is looked at before something happens.
pub(super) struct Seen {
    slide: usize,
    scrolls: bool,
    looks: Looks,
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

    /// How slides look just now, and which is shown.
    pub(super) fn seen(&self) -> Seen {
        let state = &self.state;
        Seen {
            slide: state.slide,
            // One that scrolls may be left anywhere.
            scrolls: state.scroll.above || state.scroll.below,
            looks: Looks {
                deck: state.deck.as_ref().map(Rc::as_ptr),
                view: state.view,
                sides: state.sides,
                lens: state.lens,
                today: state.today,
                open: [state.open_claim, state.open_fold],
                answers: state.quiz.code.clone(),
            },
        }
    }

    /// After something has happened: slides that are drawn no more, or look different, have no size.
    pub(super) fn keep_fitted(&mut self, before: &Seen) {
        let now = self.seen();
        let (slide, beside) = (now.slide, &self.state.beside);
        let is_left = |at: usize| at == before.slide && at != slide && before.scrolls;
        let stays = |at: usize| (at == slide || beside.contains(&at)) && !is_left(at);
        self.ahead.fitted.retain(|fitted| before.looks == now.looks && stays(fitted.at));
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
