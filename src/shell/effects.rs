//! Running effects.

use super::history::AddressWriter;
use super::storage::Storage;
use super::{focus, give, measure};
use crate::app::effect::Effect;
use crate::app::msg::Msg;
use web_sys::{HtmlElement, ShadowRoot};
use yew::Callback;

/// What effects are run on.
pub struct Stagehand {
    pub host: HtmlElement,
    pub shadow: ShadowRoot,
    pub writer: AddressWriter,
    pub storage: Storage,
    /// Says what became of an effect.
    pub say: Callback<Msg>,
    /// The page's address is the deck's.
    pub owns_address: bool,
    /// The focus was on the stage before it changed.
    pub had_focus: bool,
}

impl Stagehand {
    /// Runs an effect after the screen has been drawn.
    pub fn run(&self, effect: Effect) {
        match effect {
            Effect::WriteAddress { address, entry, answers } if self.owns_address => {
                self.writer.write(address, entry, answers);
            }
            Effect::ShowSlide => focus::show_slide(&self.shadow, self.had_focus),
            Effect::ShowTarget => focus::show_target(&self.shadow),
            Effect::LeaveDetails(number) => focus::leave_details(&self.shadow, number),
            Effect::Scroll { down } => measure::scroll(&self.shadow, down),
            Effect::SetFullscreen(true) => {
                let _ = self.host.request_fullscreen();
            }
            Effect::SetFullscreen(false) => {
                if let Some(document) = self.host.owner_document() {
                    document.exit_fullscreen();
                }
            }
            Effect::ShowQuestion => focus::show_question(&self.shadow),
            Effect::Remember(code) => self.remember(code.as_deref()),
            Effect::Copy(text) => give::copy(text, self.say.reform(Msg::Copied)),
            Effect::Download { name, media_type, text } => {
                give::download(&self.host, name, media_type, &text);
            }
            Effect::Print => give::print(),
            Effect::WriteAddress { .. } | Effect::FetchDeck => {}
        }
    }

    fn remember(&self, code: Option<&str>) {
        if self.storage.write(code).is_none() && code.is_some() {
            self.say.emit(Msg::StorageFailed);
        }
    }
}
