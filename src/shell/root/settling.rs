//! What follows on drawing: sizes, effects, events. It must come before the browser paints.

use super::{Root, Show};
use crate::app::printing::Paper;
use crate::app::state::State;
use crate::app::view::View;
use crate::shell::listeners::Happening;
use crate::shell::measure;
use gloo_timers::callback::Timeout;
use std::cell::RefCell;
use std::rc::Rc;
use wasm_bindgen_futures::spawn_local;
use yew::html::Scope;

/// Where drawing takes long, Yew lets the browser paint before it calls `rendered`: a slide that isn't fitted and an
/// article that isn't scrolled to its place would be seen. What runs next in the same turn comes before that.
pub(super) fn settle_soon(show: &Rc<RefCell<Show>>, link: &Scope<Root>) {
    let (show, link) = (Rc::downgrade(show), link.clone());
    spawn_local(async move {
        if let Some(show) = show.upgrade() {
            show.borrow_mut().settle(&link);
        }
    });
}

impl Root {
    /// Looks at the state. Nothing while the deck is at work.
    pub fn read<R>(&self, look: impl FnOnce(&State) -> R) -> Option<R> {
        let show = self.show.as_ref()?.try_borrow().ok()?;
        Some(look(&show.state))
    }

    /// Makes the pages for the printer, or takes them away. False while the deck is at work.
    pub(super) fn print_pages(&self, paper: Option<Paper>) -> bool {
        let Some(show) = &self.show else { return true };
        show.try_borrow().is_ok_and(|show| {
            show.print_pages(paper, true);
            true
        })
    }
}

impl Show {
    /// Gives the slide the size that it had in the page; false if the page had another slide.
    fn takes_size_over(&self) -> bool {
        let is_shown = self.state.view == View::Slides;
        let slide = self.state.present_slide().filter(|_| is_shown);
        slide.is_some_and(|slide| {
            measure::fit_as_before(&self.stagehand.host, &self.stagehand.shadow, &slide.id.0)
        })
    }

    /// What is left to do when the screen has been drawn.
    pub(super) fn settle(&mut self, link: &Scope<Root>) {
        if std::mem::replace(&mut self.is_settled, true) {
            return;
        }
        self.dress();
        self.end_waiting();
        measure::make_room(&self.stagehand.shadow);
        let mut unmeasured = std::mem::take(&mut self.is_unmeasured);
        self.ahead.is_as_before &= self.state.unrolled.is_some() || self.takes_size_over();
        if self.ahead.is_as_before && unmeasured {
            // What the page had before has its size: looking at it can wait until it has been painted.
            let link = link.clone();
            Timeout::new(0, move || link.send_message(Happening::Settled)).forget();
            unmeasured = false;
        }
        // What was drawn beforehand has its size.
        self.ahead.looks_later |= unmeasured && self.is_fitted();
        unmeasured &= !self.is_fitted();
        // Effects scroll: what they scroll has its size by then, so that it is laid out once.
        if unmeasured {
            measure::fit(&self.stagehand.shadow);
        }
        self.run_effects();
        if unmeasured {
            self.note_fitted();
            self.measure(link, false);
        }
        self.ahead.is_as_before = false;
        self.fit_soon();
        self.draw_later(link);
    }
}
