//! The one place where the state changes.

mod address;
mod article;
mod attributes;
mod beside;
mod comparison;
mod deck;
mod host;
mod lens;
mod nav;
mod pair;
mod quiz;
mod render;
mod scrolling;
mod search;
mod settings;
mod speaker;
mod ui;
mod views;

use super::effect::{Effect, Entry};
use super::msg::{DeckMsg, HostMsg, LensMsg, Msg, NavMsg, UiMsg};
use super::nav::Scroll;
use super::state::{State, title_or};
use super::view::View;
use crate::words::fill;
use std::rc::Rc;

impl State {
    /// Takes what happened into the state and tells what the shell is to do about it.
    pub fn update(&mut self, msg: Msg) -> Vec<Effect> {
        let before = self.location();
        let deck_before = self.deck.as_ref().map(Rc::as_ptr);
        let address_before = self.own_address().text();
        let code_before = self.quiz.code.clone();
        let was_black = self.display.black;
        // While the slider is being drawn the address waits.
        let (is_sliding, has_settled) =
            (matches!(msg, Msg::Lens(LensMsg::Drag(_))), matches!(msg, Msg::Lens(LensMsg::Drop)));
        let is_back = matches!(msg, Msg::Nav(NavMsg::Previous));
        if self.leads_out(&msg) {
            return Vec::new();
        }
        let from_address = matches!(msg, Msg::Host(HostMsg::Url(_)) | Msg::Deck(DeckMsg::Read(_)));
        // The reader sees the slide already.
        let is_in_sight = matches!(
            msg,
            Msg::Nav(NavMsg::SlideSeen(_)) | Msg::Ui(UiMsg::ToggleClaim(..) | UiMsg::ToggleFold(..))
        ) && self.nav.view == View::Read;
        let mut effects = self.dispatch(msg);
        let after = self.location();
        let is_same_deck = deck_before == self.deck.as_ref().map(Rc::as_ptr);
        let moved = !is_same_deck || !after.is_same_place(&before);
        if moved {
            self.lens_state.fresh.clear();
        }
        if moved || !after.is_same_selection(&before) {
            // The claim whose details were open may be out of sight now.
            if !is_in_sight {
                self.display.open_claim = None;
            }
            self.update_tables();
        }
        self.keep_beside(&before, is_same_deck);
        self.drop_hidden_target();
        if moved && !is_in_sight {
            (self.nav.scroll, self.presenter.pair.scroll) = (Scroll::default(), Scroll::default());
            effects.insert(0, Effect::ShowSlide);
            // Back leads to where the slide was left.
            if is_back && self.nav.view == View::Slides {
                effects.insert(1, Effect::ScrollToEnd { down: true });
            }
            // What was told before is of another slide.
            effects.extend(self.tell_scroll());
        } else if before.step != self.nav.step {
            effects.push(Effect::ShowStep);
        }
        if self.display.black != was_black && !self.is_speaker() {
            effects.push(Effect::Cover(self.display.black));
        }
        let address = self.own_address().text();
        let answered = self.quiz.code != code_before;
        if !from_address && !is_sliding && (has_settled || address != address_before || answered) {
            let stays = after.is_same_place(&before) || is_in_sight;
            let entry = if stays { Entry::Present } else { Entry::New };
            effects.push(self.write_address(entry));
        }
        if !from_address && answered {
            effects.extend(self.kept_answers());
        }
        if let Some(update) = self.position_update() {
            effects.push(update);
            effects.extend((moved && is_back && self.nav.view == View::Slides).then(|| self.tell('e', "")));
        }
        effects
    }

    /// The whole address: the page may be that of another language than the one that was opened.
    fn write_address(&self, entry: Entry) -> Effect {
        let page = self.host.page.as_deref().unwrap_or_default();
        let address = format!("{page}{}", self.own_address().text());
        Effect::WriteAddress { address, entry, answers: self.quiz.code.clone() }
    }

    fn dispatch(&mut self, msg: Msg) -> Vec<Effect> {
        if !msg.is_background() {
            self.quiz.status = "";
        }
        self.look_at_article(&msg);
        match msg {
            Msg::Nav(msg) => self.handle_nav(msg),
            Msg::Sides(msg) => self.handle_sides(msg),
            Msg::Lens(msg) => self.handle_lens(msg),
            Msg::Quiz(msg) => self.handle_quiz(msg),
            Msg::Compare(msg) => self.handle_compare(msg),
            Msg::Search(msg) => self.handle_search(msg),
            Msg::Presenter(msg) => self.handle_presenter(msg),
            Msg::Ui(msg) => self.handle_ui(msg),
            Msg::Deck(msg) => self.handle_deck(msg),
            Msg::Host(msg) => self.handle_host(msg),
            Msg::Render(msg) => self.handle_render(msg),
        }
    }

    // Announcements.

    pub(in crate::app) fn announce_slide(&mut self) {
        if self.present_slide().is_some() {
            self.display.announcement = self.slide_name(self.nav.slide, self.progress());
        }
    }

    pub(in crate::app) fn announce_step(&mut self) {
        self.display.announcement = self.step_name(self.nav.step);
    }

    /// A slide by its number among all and its title.
    pub(in crate::app) fn slide_name(&self, at: usize, (number, all): (usize, usize)) -> String {
        let controls = self.language.controls();
        let slide = self.deck.as_ref().and_then(|deck| deck.slides.get(at));
        let title = slide.map(|slide| title_or(slide, controls.untitled)).unwrap_or_default();
        fill(controls.announce_slide, &[&number, &all, &title])
    }

    /// The number of a step of the present slide.
    pub(in crate::app) fn step_name(&self, step: u32) -> String {
        fill(self.language.controls().announce_step, &[&step, &self.tables.items.steps])
    }
}
