//! Which sides are on, and the day as of which the deck is looked at.

use crate::analysis::months::Month;
use crate::app::effect::Effect;
use crate::app::lens::Lens;
use crate::app::msg::{LensMsg, SidesMsg};
use crate::app::sides::SideSet;
use crate::app::state::State;
use crate::app::view::View;
use crate::model::claim::SideIndex;
use crate::model::content::ItemNumber;
use crate::model::date::Date;
use crate::words::fill;

impl State {
    pub(super) fn handle_sides(&mut self, msg: SidesMsg) -> Vec<Effect> {
        match msg {
            SidesMsg::Toggle(side) => self.toggle_side(side),
            SidesMsg::All => self.show_all_sides(),
        }
        Vec::new()
    }

    pub(super) fn handle_lens(&mut self, msg: LensMsg) -> Vec<Effect> {
        match msg {
            LensMsg::Set(lens) => self.set_lens(lens),
            LensMsg::Drag(month) | LensMsg::Month(month) => self.move_lens(&month),
            // The address has waited for it.
            LensMsg::Drop => {}
            LensMsg::Change { later } => self.go_to_change(later),
            LensMsg::NextMoment => self.go_to_next_moment(),
            LensMsg::ToggleSlider => self.lens_state.slider_is_open = !self.lens_state.slider_is_open,
        }
        Vec::new()
    }

    pub(super) fn toggle_side(&mut self, side: SideIndex) {
        let Some(deck) = self.deck.clone() else { return };
        let Some(toggled) = deck.about.sides.get(side.index()) else { return };
        let controls = self.language.controls();
        match self.sides.toggled(side) {
            Some(sides) => {
                self.sides = sides;
                self.display.shift += 1;
                let is_on = sides.contains(side);
                let said = if is_on { controls.announce_side_on } else { controls.announce_side_off };
                self.display.announcement = fill(said, &[&toggled.name]);
            }
            None => controls.last_side_stays.clone_into(&mut self.display.announcement),
        }
    }

    pub(super) fn show_all_sides(&mut self) {
        let all = SideSet::all(self.deck.as_ref().map_or(0, |deck| deck.about.sides.len()));
        if all != self.sides {
            self.sides = all;
            self.display.shift += 1;
            self.language.controls().announce_all_sides.clone_into(&mut self.display.announcement);
        }
    }

    pub(super) fn go_to_next_moment(&mut self) {
        let next = self.deck.as_ref().and_then(|deck| self.lens().next_moment(&deck.about, self.today));
        self.set_lens(next.unwrap_or_else(|| self.lens()));
    }

    /// To a month of the slider; its last day counts.
    pub(super) fn move_lens(&mut self, month: &str) {
        let months = self.comparison.months.clone();
        let month =
            month.parse().ok().zip(months).map(|(month, all)| Month(month).clamp(all.first, all.last));
        if let Some(month) = month {
            self.set_lens(self.lens_on(month.last_day()));
        }
    }

    /// To the day of the next change, or of the one before.
    pub(super) fn go_to_change(&mut self, later: bool) {
        let months = self.comparison.months.clone();
        if let Some(day) = months.and_then(|months| months.change_beside(self.day(), later)) {
            self.set_lens(self.lens_on(day));
        } else {
            let says = self.language.comparing();
            let said = if later { says.no_later_change } else { says.no_earlier_change };
            self.display.announcement = fill(said, &[&self.lens_name()]);
        }
    }

    /// The lens on a day, which may be a moment's.
    fn lens_on(&self, day: Date) -> Lens {
        let about = self.deck.as_ref().map(|deck| &deck.about);
        about.map_or(Lens::On(day), |about| Lens::of_day(day, about))
    }

    pub(super) fn set_lens(&mut self, lens: Lens) {
        if lens == self.lens() {
            return;
        }
        let (before, was_on) = (std::mem::take(&mut self.tables.items), self.day());
        *self.lens_mut() = lens;
        self.update_tables();
        self.lens_state.fresh.clear();
        for (at, item) in self.tables.items.items.iter().enumerate() {
            let was = before.items.get(at).map(|item| (item.freshness, item.place));
            if was.is_some_and(|was| was != (item.freshness, item.place)) {
                self.lens_state.fresh.extend(u32::try_from(at).ok().map(ItemNumber));
            }
        }
        self.lens_state.moves += 1;
        if self.nav.view == View::Verdict {
            self.announce_verdict();
        } else {
            self.announce_lens(was_on);
        }
    }

    /// What ended and what began on the way from a day to that of the lens: on the slide, or in the whole deck where
    /// that is looked at. Sides that are off don't count.
    fn announce_lens(&mut self, from: Date) {
        let to = self.day();
        let topics = self.comparison.topics.clone();
        let (mut ended, mut begun) = (0, 0);
        for topic in topics
            .iter()
            .filter(|topic| self.nav.view.is_comparing() || topic.slides.contains(&self.nav.slide))
        {
            for claim in &topic.claims {
                let counts = self.nav.view.is_comparing() || claim.slide == self.nav.slide;
                if !counts || !claim.is_own() || claim.side.is_some_and(|side| !self.sides.contains(side)) {
                    continue;
                }
                ended += usize::from(claim.holds(from) && !claim.holds(to));
                begun += usize::from(!claim.holds(from) && claim.holds(to));
            }
        }
        let says = self.language.comparing();
        let name = self.lens_name();
        self.display.announcement = match (ended + begun, from < to) {
            (0, _) => fill(says.announce_same, &[&name]),
            (_, true) => fill(says.announce_later, &[&name, &ended, &begun]),
            (_, false) => fill(says.announce_earlier, &[&name, &begun, &ended]),
        };
    }

    /// What the lens's day is called.
    pub(in crate::app) fn lens_name(&self) -> String {
        let moment = match (self.lens(), &self.deck) {
            (Lens::Moment(at), Some(deck)) => deck.about.moments.get(at).map(|moment| moment.name.clone()),
            _ => None,
        };
        moment.unwrap_or_else(|| self.day().to_string())
    }
}
