//! Running what the state asks for, when the screen has been drawn.

use super::Show;
use super::source::{fetch_deck, fetch_file};
use crate::app::effect::Effect;
use crate::shell::fetch::{self, Wanted};
use crate::shell::give;

impl Show {
    pub(super) fn run_effects(&mut self) {
        for (name, detail) in std::mem::take(&mut self.events) {
            self.runner.services.dispatch(&self.runner.host, name, &detail);
        }
        for effect in std::mem::take(&mut self.effects) {
            match effect {
                Effect::FetchDeck => self.fetch_again(),
                Effect::FetchTranslation(address) => {
                    self.src.clone_from(&address);
                    fetch_deck(&self.runner.say, &self.opening, &address.clone(), address);
                }
                Effect::FetchSentences(language) => {
                    fetch_file(
                        &self.runner.say,
                        &self.opening,
                        fetch::sentences_address(&self.runner.services.home(), language),
                        Wanted::Sentences(language),
                    );
                }
                Effect::PrintPages(paper) => {
                    self.print_pages(Some(paper), false);
                    give::print();
                }
                effect => {
                    let shows = matches!(effect, Effect::ShowSlide | Effect::ShowTarget);
                    self.runner.run(effect);
                    if shows {
                        self.shown_at = self.scroll_top();
                    }
                }
            }
        }
    }
}
