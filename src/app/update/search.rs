//! Going through what was found.

use crate::app::effect::Effect;
use crate::app::msg::SearchMsg;
use crate::app::state::State;

impl State {
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
        self.display.panel = None;
        self.display.black = false;
        self.return_to_text();
        self.announce_slide();
        let mut effects = self.go_to_place(place, true);
        // The slide that is on the screen may be far away in the article.
        effects.insert(0, Effect::ShowSlide);
        effects
    }
}
