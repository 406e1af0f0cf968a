//! Moving through the deck: steps, slides, and links to slides and claims.

use crate::analysis::index::Place;
use crate::analysis::items::Place as ItemPlace;
use crate::app::effect::Effect;
use crate::app::msg::NavMsg;
use crate::app::state::State;
use crate::app::view::View;
use crate::model::content::ItemNumber;
use crate::model::deck::Slide;

/// Moving along what a view shows: slides, pictures of slides, questions.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Walk {
    Next,
    Previous,
    First,
    Last,
}

impl State {
    pub(super) fn handle_nav(&mut self, msg: NavMsg) -> Vec<Effect> {
        match msg {
            NavMsg::Next => return self.walk(Walk::Next),
            NavMsg::Previous => return self.walk(Walk::Previous),
            NavMsg::First => return self.walk(Walk::First),
            NavMsg::Last => return self.walk(Walk::Last),
            NavMsg::View(view) => {
                self.display.panel = None;
                return self.choose_view(view);
            }
            NavMsg::Slide(slide) => {
                self.return_to_text();
                self.go_to_shown(Some(slide));
                self.announce_slide();
            }
            NavMsg::Link(id) => return self.follow(&id),
            NavMsg::Cursor(slide) => return self.set_cursor(slide),
            NavMsg::Row { down } => return vec![Effect::FindRow { down }],
            NavMsg::Page { down } => return vec![Effect::Scroll { down, is_far: true }],
            NavMsg::Line { down } => return vec![Effect::Scroll { down, is_far: false }],
            NavMsg::Edge { down } => return vec![Effect::ScrollToEnd { down }],
            NavMsg::SlideSeen(slide) => self.see(slide),
        }
        Vec::new()
    }

    /// Scrolls, or moves through what the view on the screen shows.
    fn walk(&mut self, walk: Walk) -> Vec<Effect> {
        if let Some(effects) = self.scroll_first(walk) {
            return effects;
        }
        self.display.black = false;
        match self.nav.view {
            View::Slides | View::Read => self.walk_slides(walk),
            View::Overview => return self.walk_overview(walk),
            View::Quiz | View::Verdict => return self.walk_quiz(walk),
            View::Matrix | View::Timeline | View::Changes | View::Sources => {}
        }
        Vec::new()
    }

    fn walk_slides(&mut self, walk: Walk) {
        match walk {
            Walk::Next => self.go_next(),
            Walk::Previous => self.go_back(),
            Walk::First => self.go_to_shown(self.shown().first().copied()),
            Walk::Last => self.go_to_shown(self.shown().last().copied()),
        }
    }

    /// The slides that are walked through.
    pub fn shown(&self) -> Vec<usize> {
        let slides = self.deck.as_ref().map(|deck| deck.slides.as_slice()).unwrap_or_default();
        let kept = self.kept_slides();
        let is_shown = |at: usize, slide: &Slide| kept.contains(&at) && (!slide.hidden || kept.len() == 1);
        slides.iter().enumerate().filter(|(at, slide)| is_shown(*at, slide)).map(|(at, _)| at).collect()
    }

    /// The slide with which the deck opens: the first one that isn't hidden.
    pub(super) fn first_slide(&self) -> usize {
        self.shown().first().copied().unwrap_or(0)
    }

    pub(super) fn go_next(&mut self) {
        self.display.black = false;
        if self.nav.step < self.tables.items.steps && self.nav.view == View::Slides {
            self.nav.step += 1;
            self.announce_step();
            return;
        }
        let next = self.shown().into_iter().find(|slide| *slide > self.nav.slide);
        self.go_to_shown(next);
    }

    /// Back: the step before, else the slide before with all its steps.
    pub(super) fn go_back(&mut self) {
        self.display.black = false;
        if self.nav.step > 0 && self.nav.view == View::Slides {
            self.nav.step -= 1;
            self.announce_step();
            return;
        }
        if let Some(slide) = self.shown().into_iter().rev().find(|slide| *slide < self.nav.slide) {
            self.go_to_shown(Some(slide));
            // Judging makes it the last step of the slide.
            self.nav.step = u32::MAX;
        }
    }

    pub(super) fn go_to_shown(&mut self, slide: Option<usize>) {
        let Some(slide) =
            slide.filter(|slide| self.deck.as_ref().is_some_and(|deck| *slide < deck.slides.len()))
        else {
            return;
        };
        self.display.black = false;
        self.nav.target = None;
        if slide != self.nav.slide {
            self.nav.slide = slide;
            self.nav.step = 0;
            self.close_claims();
            self.announce_slide();
        }
    }

    /// To the view that shows the slides' text, if another one is on the screen.
    pub(super) fn return_to_text(&mut self) {
        if !self.nav.view.is_text() {
            self.nav.view = self.nav.back;
            self.nav.came_from = None;
        }
    }

    /// Scrolling has brought another slide to the top. Nothing is said: who scrolls, reads.
    fn see(&mut self, slide: usize) {
        if self.nav.view == View::Read && slide != self.nav.slide {
            let said = std::mem::take(&mut self.display.announcement);
            let open = (self.display.open_claim, self.display.open_fold);
            self.go_to_shown(Some(slide));
            self.display.announcement = said;
            (self.display.open_claim, self.display.open_fold) = open;
        }
    }

    fn walk_overview(&mut self, walk: Walk) -> Vec<Effect> {
        let shown = self.shown();
        let at = shown.iter().position(|slide| *slide >= self.nav.cursor).unwrap_or(0);
        let to = match walk {
            Walk::Next => shown.get(at + 1),
            Walk::Previous => shown.get(at.wrapping_sub(1)),
            Walk::First => shown.first(),
            Walk::Last => shown.last(),
        };
        self.set_cursor(to.copied().unwrap_or(self.nav.cursor))
    }

    fn set_cursor(&mut self, slide: usize) -> Vec<Effect> {
        if self.nav.view != View::Overview {
            return Vec::new();
        }
        self.display.black = false;
        self.nav.cursor = slide;
        vec![Effect::ShowCursor]
    }

    pub(super) fn follow(&mut self, id: &str) -> Vec<Effect> {
        match self.index.get(id) {
            Some(place) => {
                self.return_to_text();
                self.announce_slide();
                self.go_to_place(place, true)
            }
            None => Vec::new(),
        }
    }

    /// Goes to a slide or claim. A claim's side is switched on; where the claim would be hidden and
    /// the lens may move, it moves to the last moment if the claim is shown then.
    pub(super) fn go_to_place(&mut self, place: Place, lens_may_move: bool) -> Vec<Effect> {
        self.go_to_shown(Some(place.slide));
        self.nav.step = 0;
        let Some(item) = place.item else { return Vec::new() };
        self.nav.target = Some(item);
        if let Some(side) = place.side {
            self.sides = self.sides.with(side);
        }
        if lens_may_move && self.is_hidden_now(place) {
            self.lens_state.slides = self.last_lens();
        }
        self.update_tables();
        let state = self.tables.items.items.get(item.index());
        self.nav.step = state.map_or(0, |state| state.step);
        let holder = self.tables.items.items.iter().position(|state| state.folded.contains(&item));
        let holder = holder.and_then(|at| u32::try_from(at).ok());
        self.display.open_fold = holder.map(|at| (self.nav.slide, ItemNumber(at)));
        vec![Effect::ShowTarget]
    }

    fn is_hidden_now(&self, place: Place) -> bool {
        let Some((slide, item)) = self.present_slide().zip(place.item) else { return false };
        let is_hidden = |day| {
            let judged = self.judged(slide, self.sides, day);
            judged.items.get(item.index()).is_some_and(|state| state.place == ItemPlace::Hidden)
        };
        let last = self.moments().map(|(_, last)| last);
        is_hidden(self.day()) && last.is_some_and(|last| !is_hidden(last))
    }

    /// A claim that is out of sight is not what the address names: opened again, the address would
    /// bring it back.
    pub(super) fn drop_hidden_target(&mut self) {
        let Some(item) = self.nav.target else { return };
        let side = self.target_id().and_then(|id| self.index.get(id.as_str())).and_then(|place| place.side);
        let is_off = side.is_some_and(|side| !self.sides.contains(side));
        let judged = self.tables.items.items.get(item.index());
        if is_off || judged.is_none_or(|state| state.place == ItemPlace::Hidden) {
            self.nav.target = None;
        }
    }
}
