//! How the deck is looked at: sides, lens, theme, black, and what is open.

use crate::app::effect::Effect;
use crate::app::lens::Lens;
use crate::app::pair::Other;
use crate::app::sides::SideSet;
use crate::app::state::State;
use crate::app::theme::Theme;
use crate::app::view::View;
use crate::judge::freshness::Freshness;
use crate::model::claim::SideIndex;
use crate::words::fill;

impl State {
    pub(super) fn toggle_side(&mut self, side: SideIndex) {
        let Some(deck) = self.deck.clone() else { return };
        let Some(toggled) = deck.about.sides.get(side.index()) else { return };
        let controls = self.language.controls();
        match self.sides.toggled(side) {
            Some(sides) => {
                self.sides = sides;
                self.shift += 1;
                let is_on = sides.contains(side);
                let said = if is_on { controls.announce_side_on } else { controls.announce_side_off };
                self.announcement = fill(said, &[&toggled.name]);
            }
            None => controls.last_side_stays.clone_into(&mut self.announcement),
        }
    }

    pub(super) fn show_all_sides(&mut self) {
        let all = SideSet::all(self.deck.as_ref().map_or(0, |deck| deck.about.sides.len()));
        if all != self.sides {
            self.sides = all;
            self.shift += 1;
            self.language.controls().announce_all_sides.clone_into(&mut self.announcement);
        }
    }

    pub(super) fn go_to_next_moment(&mut self) {
        let next = self.deck.as_ref().and_then(|deck| self.lens.next_moment(&deck.about, self.today));
        self.set_lens(next.unwrap_or(self.lens));
    }

    pub(super) fn set_lens(&mut self, lens: Lens) {
        if lens == self.lens {
            return;
        }
        let before = std::mem::take(&mut self.tables.items);
        self.lens = lens;
        self.judge();
        let was = |at: usize, freshness: Freshness| {
            before.items.get(at).is_some_and(|state| state.freshness == freshness)
        };
        let now = self.tables.items.items.iter().enumerate();
        let begun = now
            .clone()
            .filter(|(at, state)| state.freshness == Freshness::Current && was(*at, Freshness::Upcoming));
        let ended =
            now.filter(|(at, state)| state.freshness == Freshness::Ended && !was(*at, Freshness::Ended));
        let (ended, begun) = (ended.count(), begun.count());
        if self.view == View::Verdict {
            self.announce_verdict();
            return;
        }
        let name = self.lens_name();
        self.announcement = fill(self.language.controls().announce_lens, &[&name, &ended, &begun]);
    }

    /// What the lens's day is called.
    pub(in crate::app) fn lens_name(&self) -> String {
        let moment = match (self.lens, &self.deck) {
            (Lens::Moment(at), Some(deck)) => deck.about.moments.get(at).map(|moment| moment.name.clone()),
            _ => None,
        };
        moment.unwrap_or_else(|| self.day().to_string())
    }

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
        if let Some((slide, claim)) = self.open_claim.take() {
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
