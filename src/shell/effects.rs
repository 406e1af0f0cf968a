//! Running effects.

use super::history::AddressWriter;
use super::{focus, measure};
use crate::app::effect::Effect;
use web_sys::{HtmlElement, ShadowRoot};

/// What effects are run on.
pub struct Stagehand {
    pub host: HtmlElement,
    pub shadow: ShadowRoot,
    pub writer: AddressWriter,
    /// The page's address is the deck's.
    pub owns_address: bool,
    /// The focus was in the slide before it changed.
    pub had_focus: bool,
}

impl Stagehand {
    /// Runs an effect after the screen has been drawn.
    pub fn run(&self, effect: Effect) {
        match effect {
            Effect::WriteAddress { address, entry } if self.owns_address => self.writer.write(address, entry),
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
            Effect::WriteAddress { .. } | Effect::FetchDeck => {}
        }
    }
}
