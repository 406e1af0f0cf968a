//! The display: theme, black screen, and what is open.

use crate::app::effect::Effect;
use crate::app::pair::Other;
use crate::app::state::State;
use crate::app::theme::Theme;
use crate::app::view::View;
use crate::words::fill;

impl State {
    pub(super) fn set_theme(&mut self, theme: Theme) {
        self.theme = theme;
        let controls = self.language.controls();
        self.announcement = fill(controls.announce_theme, &[&theme.label(controls)]);
    }

    pub(super) fn set_black(&mut self, on: bool) {
        self.black = on;
        if on {
            self.language.controls().announce_black.clone_into(&mut self.announcement);
        } else {
            self.announce_slide();
        }
    }

    pub(super) fn close_claims(&mut self) {
        self.open_claim = None;
        self.open_fold = None;
    }

    /// The notices have been read; so has the one that a new version of the deck could not be loaded.
    pub(super) fn dismiss_notices(&mut self) {
        self.notices.clear();
        self.is_outdated = false;
        self.failure = self.failure.filter(|_| self.deck.is_none());
        self.pair.is_blocked = false;
        if self.pair.other == Other::Gone {
            self.pair.other = Other::Unknown;
        }
    }

    /// Closes the innermost open thing.
    pub(super) fn close(&mut self) -> Vec<Effect> {
        if self.panel.take().is_some() {
            return Vec::new();
        }
        let chosen = self.comparison.chosen.take_if(|_| self.view == View::Timeline);
        if let Some((slide, claim)) = self.open_claim.take().or(chosen) {
            return vec![Effect::LeaveDetails(slide, claim)];
        }
        if self.has_notices() {
            self.dismiss_notices();
            return Vec::new();
        }
        if self.paper.take().is_some() {
            return Vec::new();
        }
        self.leave_view()
    }
}
