//! What follows on drawing: sizes, effects, events. It must come before the browser paints.

use super::{Root, Show};
use crate::app::printing::Paper;
use crate::app::state::State;
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
    let is_hydrating = show.borrow().opening.is_hydrating();
    let (shown, link) = (Rc::downgrade(show), link.clone());
    let show = shown.clone();
    let settle = move || {
        if let Some(show) = show.upgrade() {
            show.borrow_mut().settle(&link);
        }
    };
    if is_hydrating {
        // Nobody sees it yet: a tap is answered in between. What is fitted first isn't fitted again.
        let fit = move || {
            if let Some(show) = shown.upgrade() {
                show.borrow_mut().fit();
            }
            Timeout::new(0, settle).forget();
        };
        Timeout::new(0, fit).forget();
    } else {
        spawn_local(async move { settle() });
    }
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
        show.try_borrow_mut().is_ok_and(|mut show| {
            show.print_pages(paper, true);
            true
        })
    }
}

impl Show {
    /// What is left to do when the screen has been drawn.
    pub(super) fn settle(&mut self, link: &Scope<Root>) {
        if self.stage_due.is_some() || std::mem::replace(&mut self.is_settled, true) {
            return;
        }
        self.dress();
        measure::make_room(&self.runner.shadow);
        // Effects scroll and move the focus: what they look at has its size by then, and is seen.
        self.fit();
        self.reveal();
        self.run_effects();
        if self.state.rendering.unrolled.is_none() && self.measure() {
            link.send_message(Happening::Changed);
        }
        self.fit_soon();
        self.draw_later(link);
    }
}
