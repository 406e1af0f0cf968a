//! What is in sight: where the reader has scrolled to, whether the slide fits, and what is drawn a little later.

use super::{Root, Show};
use crate::app::msg::{CompareMsg, Msg, NavMsg, RenderMsg};
use crate::app::screen::Stage;
use crate::shell::listeners::Happening;
use crate::shell::{focus, measure};
use gloo_timers::callback::Timeout;
use yew::html::Scope;

/// What is drawn after so long comes in a frame of its own.
const FRAME_MS: u32 = 30;

impl Show {
    pub(super) fn scroll_top(&self) -> i32 {
        focus::find(&self.runner.shadow, ".read").map_or(-1, |scroller| scroller.scroll_top())
    }

    /// Where the reader has scrolled the article or a table to.
    pub(super) fn look_at_scroll(&mut self) -> bool {
        if self.state.nav.view.is_comparing() {
            return measure::seen_row(&self.runner.shadow)
                .filter(|row| self.is_opening() || !self.state.comparison.draws(*row))
                .is_some_and(|row| self.take(Msg::Compare(CompareMsg::RowSeen(row))));
        }
        let top = self.scroll_top();
        if top < 0 || top == self.shown_at {
            return false;
        }
        self.shown_at = -1;
        match measure::seen_slide(&self.runner.shadow) {
            Some(slide) if slide != self.state.nav.slide => self.take(Msg::Nav(NavMsg::SlideSeen(slide))),
            _ => false,
        }
    }

    /// Draws the pictures of slides, one after another, with room for the page between them, and the further entries or
    /// rows of a view that has just opened.
    pub(super) fn draw_later(&mut self, link: &Scope<Root>) {
        if self.state.deck.is_none() {
            return;
        }
        let link = link.clone();
        let shadow = &self.runner.shadow;
        let is_coming = self.is_opening()
            || self.state.rendering.unrolled.is_some()
            || self.has_to_prepare()
            || self.preload.is_due();
        let after = if is_coming { FRAME_MS } else { 0 };
        if self.drawing.is_none() && (after > 0 || focus::find(shadow, ".frame").is_some()) {
            self.drawing = Some(Timeout::new(after, move || link.send_message(Happening::Drawing)));
        }
    }

    /// Whether further rows of a table are to be drawn.
    pub(super) fn is_opening(&self) -> bool {
        match &self.screen.stage {
            Stage::Matrix(screen) => screen.window.is_due,
            Stage::Timeline(screen) => screen.window.is_due,
            _ => false,
        }
    }

    /// Tells the state what of a slide is out of sight. True: the screen is to be drawn anew.
    pub(super) fn measure(&mut self) -> bool {
        if !self.state.nav.view.is_on_stage() {
            return false;
        }
        let measured = measure::measured(&self.runner.shadow).filter(|_| !self.is_stale);
        measured.is_some_and(|scroll| {
            scroll != self.state.nav.scroll && self.take(Msg::Render(RenderMsg::Measured(scroll)))
        })
    }
}
