//! What the author of a page asks for by the element's attributes, beyond the position that an address tells too.

use super::msg::{Msg, NavMsg, Panel, QuizMsg, UiMsg};
use super::state::State;
use super::view::View;
use std::ops::Range;

#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Embed {
    /// The deck is not the page: no second window, no printing of its own.
    pub is_embedded: bool,
    /// There is no way out of this part of the deck.
    pub only: Option<Only>,
    pub controls: ControlSet,
    /// The reader may have the answers remembered on the device.
    pub may_remember: bool,
    /// The translation that is to be shown: its tag.
    pub lang: Option<String>,
    /// The folder from which the program came, with its last `/`.
    pub program: String,
}

/// A part of a deck.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Only {
    Slide,
    Section,
    View,
    Quiz,
}

impl Only {
    pub fn of_name(name: &str) -> Option<Self> {
        Some(match name {
            "slide" => Self::Slide,
            "section" => Self::Section,
            "view" => Self::View,
            "quiz" => Self::Quiz,
            _ => return None,
        })
    }
}

/// How much of the toolbar there is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum ControlSet {
    #[default]
    Full,
    /// Sides, moments, back and next.
    Minimal,
    None,
}

impl ControlSet {
    pub fn of_name(name: &str) -> Option<Self> {
        Some(match name {
            "full" => Self::Full,
            "minimal" => Self::Minimal,
            "none" => Self::None,
            _ => return None,
        })
    }
}

impl State {
    /// The slides that can be gone to. One that isn't is never on the screen, so the present one tells the section.
    pub(super) fn kept_slides(&self) -> Range<usize> {
        let slides = self.deck.as_ref().map(|deck| deck.slides.as_slice()).unwrap_or_default();
        match self.host.embed.only {
            Some(Only::Slide) => self.nav.slide..self.nav.slide + 1,
            Some(Only::Section) => {
                let opens = |at: &usize| slides[*at].opens_section;
                let here = self.nav.slide.min(slides.len().saturating_sub(1));
                let from = (0..=here).rev().find(|at| *at == 0 || opens(at)).unwrap_or(0);
                from..(here + 1..slides.len()).find(opens).unwrap_or(slides.len())
            }
            Some(Only::View | Only::Quiz) | None => 0..slides.len(),
        }
    }

    /// Whether a view belongs to the part of the deck that is shown.
    pub(super) fn keeps_view(&self, view: View) -> bool {
        match self.host.embed.only {
            None => true,
            Some(Only::Slide | Only::Section) => view.is_text(),
            Some(Only::View) => view == self.nav.view,
            Some(Only::Quiz) => view.is_quiz(),
        }
    }

    /// Whether the message would lead out of the part of the deck that is shown.
    pub(super) fn leads_out(&self, msg: &Msg) -> bool {
        let is_out = |slide: usize| !self.nav.view.is_text() || !self.kept_slides().contains(&slide);
        self.host.embed.only.is_some()
            && match msg {
                Msg::Ui(UiMsg::TogglePanel(Panel::Search | Panel::Jump)) => true,
                Msg::Nav(NavMsg::View(view)) => !self.keeps_view(*view),
                Msg::Quiz(QuizMsg::Question(_)) => !self.keeps_view(View::Quiz),
                Msg::Nav(NavMsg::Slide(slide)) => is_out(*slide),
                Msg::Nav(NavMsg::Link(id)) => self.index.get(id).is_none_or(|place| is_out(place.slide)),
                Msg::Nav(_)
                | Msg::Sides(_)
                | Msg::Lens(_)
                | Msg::Quiz(_)
                | Msg::Compare(_)
                | Msg::Search(_)
                | Msg::Presenter(_)
                | Msg::Ui(_)
                | Msg::Deck(_)
                | Msg::Host(_)
                | Msg::Render(_) => false,
            }
    }

    /// Whether there is anywhere to go to by back and next.
    pub(super) fn has_moves(&self) -> bool {
        match self.host.embed.only {
            Some(Only::Slide) => self.tables.items.steps > 0,
            Some(Only::View) => self.nav.view.is_text(),
            _ => true,
        }
    }
}
