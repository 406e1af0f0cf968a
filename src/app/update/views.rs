//! The views: going to one and coming back.

use crate::app::effect::Effect;
use crate::app::state::State;
use crate::app::view::View;

impl State {
    pub(super) fn choose_view(&mut self, view: View) -> Vec<Effect> {
        if view == self.nav.view || !self.has_view(view) {
            return Vec::new();
        }
        match view {
            View::Slides | View::Read => self.go_to_text(view),
            View::Overview => self.show_overview(),
            View::Quiz => self.go_to_question(self.entry_question()),
            View::Verdict => self.show_verdict(),
            View::Matrix | View::Timeline | View::Changes | View::Sources => self.show_comparison(view),
        }
    }

    /// A view that looks at all claims. The slide of the reader stays where it is.
    fn show_comparison(&mut self, view: View) -> Vec<Effect> {
        self.enter(view);
        (self.comparison.first_row, self.comparison.focused_row) = (None, None);
        self.comparison.drawn = 0;
        self.view_title(view).clone_into(&mut self.display.announcement);
        Vec::new()
    }

    /// Goes to a view that isn't the slides'; the slide of the reader is kept for the way back.
    pub(super) fn enter(&mut self, view: View) {
        if self.nav.view.is_text() {
            self.nav.came_from = Some(self.nav.slide);
            self.nav.back = self.nav.view;
        }
        self.nav.view = view;
    }

    /// To a view that shows the slides' text: at the slide that the reader came from.
    fn go_to_text(&mut self, view: View) -> Vec<Effect> {
        let back = self.nav.came_from.take().unwrap_or(self.nav.slide);
        self.nav.view = view;
        self.nav.step = 0;
        self.go_to_shown(Some(back));
        self.announce_slide();
        if view == View::Read {
            let said = [self.language.presenting().announce_read, &self.display.announcement];
            self.display.announcement = said.join(": ");
            return vec![Effect::ShowCursor];
        }
        Vec::new()
    }

    fn show_overview(&mut self) -> Vec<Effect> {
        self.enter(View::Overview);
        self.nav.cursor = self.nav.slide;
        self.language.presenting().announce_overview.clone_into(&mut self.display.announcement);
        vec![Effect::ShowCursor]
    }

    /// Back to the view from which the reader came; from the article, to the slides.
    pub(super) fn leave_view(&mut self) -> Vec<Effect> {
        if self.nav.view == View::Slides || !self.keeps_view(self.nav.back) {
            Vec::new()
        } else if self.nav.view != View::Read {
            self.go_to_text(self.nav.back)
        } else if self.nav.home != View::Read {
            self.go_to_text(View::Slides)
        } else {
            Vec::new()
        }
    }

    /// The view that an address names, for the slide that it names.
    pub(super) fn take_view(&mut self, view: View) -> Vec<Effect> {
        let effects = match view {
            View::Slides => Vec::new(),
            View::Read => {
                self.nav.view = view;
                self.nav.back = view;
                Vec::new()
            }
            View::Overview => {
                let effects = self.show_overview();
                self.nav.came_from = None;
                effects
            }
            View::Quiz => {
                let place = Some(self.nav.slide).filter(|_| self.question_here().is_none());
                let effects = self.go_to_question(self.entry_question());
                self.nav.came_from = place;
                effects
            }
            View::Verdict => {
                let effects = self.show_verdict();
                self.nav.came_from = None;
                effects
            }
            View::Matrix | View::Timeline | View::Changes | View::Sources => {
                let effects = self.show_comparison(view);
                self.nav.came_from = None;
                effects
            }
        };
        self.update_tables();
        effects
    }

    /// After a reload of the deck: a view of what it no longer has is left.
    pub(super) fn leave_lost_view(&mut self) {
        let is_there = if self.nav.view == View::Quiz {
            self.question_here().is_some()
        } else {
            self.has_view(self.nav.view)
        };
        if !is_there {
            self.nav.view = self.nav.back;
        }
    }
}
