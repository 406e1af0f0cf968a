//! Searching, printing, other languages, and what is kept for later visits.

use crate::app::effect::{Effect, Kept};
use crate::app::msg::{Msg, Panel, SearchMsg};
use crate::app::printing::Paper;
use crate::app::state::State;
use crate::model::content::Address;

impl State {
    /// What has to do with searching, printing and other languages; nothing if the message has not.
    pub(super) fn take_page(&mut self, msg: &Msg) -> Option<Vec<Effect>> {
        match msg {
            Msg::PanelToggled(panel @ (Panel::Search | Panel::Jump)) => {
                self.panel = (self.panel != Some(*panel)).then_some(*panel);
                self.search(String::new());
            }
            Msg::PrintPressed(paper) => return Some(self.press_print(*paper)),
            Msg::SharePressed(share) => {
                return Some(self.shared(*share).map(Effect::Copy).into_iter().collect());
            }
            Msg::PlainKeysToggled => {
                self.plain_keys_off = !self.plain_keys_off;
                let value = if self.plain_keys_off { "1" } else { "" };
                return Some(vec![Effect::Keep(Kept::PlainKeysOff, value.to_owned())]);
            }
            _ => return None,
        }
        Some(Vec::new())
    }

    pub(super) fn handle_search(&mut self, msg: SearchMsg) -> Vec<Effect> {
        match msg {
            SearchMsg::Query(query) => {
                self.search(query);
                Vec::new()
            }
            SearchMsg::Move(by) => {
                let count = self.search.hits.len().max(1);
                self.search.chosen = (self.search.chosen + count).saturating_add_signed(by) % count;
                vec![Effect::ShowHit]
            }
            SearchMsg::Open(hit) => self.go_to_hit(hit),
        }
    }

    fn go_to_hit(&mut self, hit: Option<usize>) -> Vec<Effect> {
        let hit = self.search.hits.get(hit.unwrap_or(self.search.chosen)).copied();
        let Some(place) = hit.and_then(|hit| self.place_of_hit(hit)) else { return Vec::new() };
        self.panel = None;
        self.black = false;
        self.return_to_text();
        self.announce_slide();
        let mut effects = self.go_to_place(place, true);
        // The slide that is on the screen may be far away in the article.
        effects.insert(0, Effect::ShowSlide);
        effects
    }

    fn press_print(&mut self, paper: Paper) -> Vec<Effect> {
        self.panel = None;
        vec![Effect::PrintPages(paper)]
    }

    /// The deck in another language comes in as a new version of this one: place, sides and lens stay.
    pub(super) fn choose_translation(&mut self, at: usize) -> Vec<Effect> {
        self.panel = None;
        let found = self.deck.as_ref().and_then(|deck| deck.about.translations.get(at));
        let address = found.map(|(_, address)| Address(address.clone()).resolved(&self.base));
        address.map(Effect::FetchTranslation).into_iter().collect()
    }

    pub(super) fn take_kept(&mut self, kept: Kept, value: &str) {
        match kept {
            Kept::NotesSize => {
                self.notes_size = value.parse().unwrap_or(self.notes_size).min(MOST_NOTES_SIZE);
            }
            Kept::PlainKeysOff => self.plain_keys_off = !value.is_empty(),
            Kept::Clock => self.clock.take_text(value),
            Kept::Answers => self.find_answers(value),
            Kept::Pair => {}
        }
    }
}

/// The largest step of the notes' size.
pub(in crate::app) const MOST_NOTES_SIZE: u8 = 6;
