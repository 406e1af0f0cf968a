//! The element's attributes: what the author asks for, at the beginning and later.

use crate::app::effect::Effect;
use crate::app::embed::{ControlSet, Only};
use crate::app::notice::Notice;
use crate::app::state::State;
use crate::app::view::View;

impl State {
    /// Takes the value of an attribute; none: it isn't there. A value that means nothing is told to the author, not to
    /// the reader, and what is as if the attribute were not there.
    pub(super) fn take_attribute(&mut self, name: &str, value: Option<String>) -> Vec<Effect> {
        let text = value.as_deref().map(str::trim).filter(|text| !text.is_empty());
        let told_before = self.display.notices.len();
        let effects = match name {
            "only" => self.keep_to(text),
            "controls" => {
                let found = text.map_or(Some(ControlSet::Full), ControlSet::of_name);
                self.host.embed.controls = found.unwrap_or_default();
                if found.is_none() {
                    self.ignore("controls", text.unwrap_or_default());
                }
                Vec::new()
            }
            "remember" => {
                self.host.embed.may_remember = value.is_some();
                Vec::new()
            }
            // A deck without it stays in its own language.
            "lang" => {
                self.host.embed.lang = text.map(str::to_owned);
                self.translation_asked_for()
            }
            // It waits for the deck, which tells what it means.
            _ if self.deck.is_none() => {
                self.keep_for_opening(name, text);
                Vec::new()
            }
            _ => {
                let only = self.host.embed.only.take();
                let effects = self.go_to_attribute(name, text);
                self.host.embed.only = only;
                effects
            }
        };
        self.warn_of(told_before);
        effects
    }

    /// What was found to mean nothing since then is for the author.
    pub(super) fn warn_of(&mut self, told_before: usize) {
        for notice in self.display.notices.split_off(told_before.min(self.display.notices.len())) {
            match notice {
                Notice::Meaningless("#", value) => self.author.warnings.push(("slide", value)),
                Notice::Meaningless(key, value) => self.author.warnings.push((key, value)),
                notice @ (Notice::Link(_) | Notice::UndatedLink(_) | Notice::StorageFailed) => {
                    self.display.notices.push(notice);
                }
            }
        }
    }

    fn keep_to(&mut self, text: Option<&str>) -> Vec<Effect> {
        self.host.embed.only = text.and_then(Only::of_name);
        if self.host.embed.only.is_none() && text.is_some() {
            self.ignore("only", text.unwrap_or_default());
        }
        self.go_to_kept_view()
    }

    /// To the view that belongs to the part of the deck that is to be shown.
    pub(super) fn go_to_kept_view(&mut self) -> Vec<Effect> {
        if self.deck.is_none() || self.keeps_view(self.nav.view) {
            return Vec::new();
        }
        let view = if self.host.embed.only == Some(Only::Quiz) { View::Quiz } else { View::Slides };
        self.choose_view(view)
    }

    fn keep_for_opening(&mut self, name: &str, text: Option<&str>) {
        let text = text.map(str::to_owned);
        match name {
            "view" => self.host.address.view = text,
            "slide" => self.host.address.fragment = text.unwrap_or_default(),
            "sides" => self.host.address.sides = text,
            "as-of" => self.host.address.as_of = text,
            "theme" => self.host.address.theme = text,
            _ => {}
        }
    }

    fn go_to_attribute(&mut self, name: &str, text: Option<&str>) -> Vec<Effect> {
        let Some(deck) = self.deck.clone() else { return Vec::new() };
        match name {
            "view" => {
                let view = self.view_of(text);
                return self.choose_view(view);
            }
            "slide" => {
                let found = text.map_or(Some(self.first_slide()), |id| self.index.get(id).map(|it| it.slide));
                match (found, text) {
                    (Some(_), Some(id)) => return self.follow(id),
                    (Some(slide), None) => {
                        self.nav.came_from = None;
                        self.go_to_shown(Some(slide));
                    }
                    (None, id) => self.ignore("slide", id.unwrap_or_default()),
                }
            }
            "sides" => self.sides = self.sides_of(text, &deck),
            "as-of" => {
                let lens = self.lens_of(text, self.nav.view, &deck);
                self.set_lens(lens);
            }
            "theme" => self.display.theme = self.theme_of(text),
            _ => {}
        }
        Vec::new()
    }

    /// Takes the sides and the lens of a deck that moves with this one. What it doesn't know stays as it is; so does the
    /// quiz's lens.
    pub(super) fn follow_group(&mut self, sides: &str, as_of: &str) {
        let Some(deck) = self.deck.clone() else { return };
        let told_before = self.display.notices.len();
        let sides_before = self.sides;
        self.sides = self.sides_of(Some(sides), &deck);
        if self.display.notices.len() > told_before {
            self.sides = sides_before;
        }
        self.display.notices.truncate(told_before);
        let lens = self.lens_of(Some(as_of), View::Slides, &deck);
        if self.display.notices.len() > told_before {
            self.display.notices.truncate(told_before);
        } else if self.nav.view.is_quiz() {
            self.lens_state.slides = lens;
        } else {
            self.set_lens(lens);
        }
    }

    /// The sides that are on and the lens, as a group of decks tells them.
    pub fn shared_text(&self) -> Option<(String, String)> {
        let deck = self.deck.as_ref()?;
        Some((self.side_ids().join(","), self.lens_state.slides.text(&deck.about)))
    }
}
