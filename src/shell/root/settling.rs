//! What follows on drawing: sizes, effects, events. It must come before the browser paints.

use super::{Root, Show};
use crate::app::printing::Paper;
use crate::app::state::State;
use crate::shell::measure;
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
    /// What is left to do when the screen has been drawn.
    pub(super) fn settle(&mut self, link: &Scope<Root>) {
        if std::mem::replace(&mut self.is_settled, true) {
            return;
        }
        self.dress();
        measure::make_room(&self.stagehand.shadow);
        // Effects scroll: what they scroll has its size by then, so that it is laid out once.
        self.fit();
        self.run_effects();
        self.measure(link);
        self.fit_soon();
        self.draw_later(link);
    }
}
