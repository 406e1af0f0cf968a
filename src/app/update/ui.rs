//! The display: theme, black screen, and what is open.

use crate::app::effect::{Effect, Kept};
use crate::app::msg::{Panel, UiMsg};
use crate::app::pair::Other;
use crate::app::state::State;
use crate::app::theme::Theme;
use crate::app::view::View;
use crate::words::fill;

impl State {
    pub(super) fn handle_ui(&mut self, msg: UiMsg) -> Vec<Effect> {
        match msg {
            UiMsg::TogglePanel(panel) => self.toggle_panel(panel),
            UiMsg::Close => return self.close(),
            UiMsg::ToggleClaim(slide, number) => {
                self.go_to_shown(Some(slide));
                self.display.open_claim =
                    Some((slide, number)).filter(|one| self.display.open_claim != Some(*one));
            }
            UiMsg::ToggleFold(slide, number) => {
                self.go_to_shown(Some(slide));
                self.display.open_fold =
                    Some((slide, number)).filter(|one| self.display.open_fold != Some(*one));
            }
            UiMsg::ToggleBlack => self.set_black(!self.display.black),
            UiMsg::ToggleFullscreen => {
                self.display.panel = None;
                return vec![Effect::SetFullscreen(!self.display.fullscreen)];
            }
            UiMsg::DismissNotices => self.dismiss_notices(),
            UiMsg::NextTheme => self.set_theme(self.display.theme.next()),
            UiMsg::Print(paper) => {
                self.display.panel = None;
                return vec![Effect::PrintPages(paper)];
            }
            UiMsg::Share(share) => return self.shared(share).map(Effect::Copy).into_iter().collect(),
            UiMsg::TogglePlainKeys => {
                self.display.plain_keys_off = !self.display.plain_keys_off;
                let value = if self.display.plain_keys_off { "1" } else { "" };
                return vec![Effect::Keep(Kept::PlainKeysOff, value.to_owned())];
            }
            UiMsg::ToggleLaser => self.display.laser = !self.display.laser,
            UiMsg::Laser(on) => self.display.laser = on,
        }
        Vec::new()
    }

    fn toggle_panel(&mut self, panel: Panel) {
        self.display.panel = (self.display.panel != Some(panel)).then_some(panel);
        if matches!(panel, Panel::Search | Panel::Jump) {
            self.search(String::new());
        }
    }

    pub(super) fn set_theme(&mut self, theme: Theme) {
        self.display.theme = theme;
        let controls = self.language.controls();
        self.display.announcement = fill(controls.announce_theme, &[&theme.label(controls)]);
    }

    pub(super) fn set_black(&mut self, on: bool) {
        self.display.black = on;
        if on {
            self.language.controls().announce_black.clone_into(&mut self.display.announcement);
        } else {
            self.announce_slide();
        }
    }

    pub(super) fn close_claims(&mut self) {
        self.display.open_claim = None;
        self.display.open_fold = None;
    }

    /// The notices have been read; so has the one that a new version of the deck could not be loaded.
    pub(super) fn dismiss_notices(&mut self) {
        self.display.notices.clear();
        self.display.is_outdated = false;
        self.source.failure = self.source.failure.filter(|_| self.deck.is_none());
        self.presenter.pair.is_blocked = false;
        if self.presenter.pair.other == Other::Gone {
            self.presenter.pair.other = Other::Unknown;
        }
    }

    /// Closes the innermost open thing.
    pub(super) fn close(&mut self) -> Vec<Effect> {
        if self.display.panel.take().is_some() {
            return Vec::new();
        }
        let chosen = self.comparison.chosen.take_if(|_| self.nav.view == View::Timeline);
        if let Some((slide, claim)) = self.display.open_claim.take().or(chosen) {
            return vec![Effect::LeaveDetails(slide, claim)];
        }
        if self.has_notices() {
            self.dismiss_notices();
            return Vec::new();
        }
        if self.rendering.paper.take().is_some() {
            return Vec::new();
        }
        self.leave_view()
    }
}
