//! Running effects.

use super::channel::Channel;
use super::history::AddressWriter;
use super::services::Services;
use super::storage::Storage;
use super::{colours, focus, give, measure};
use crate::app::effect::Effect;
use crate::app::msg::{HostMsg, Msg, NavMsg};
use web_sys::{HtmlElement, ShadowRoot};
use yew::Callback;

/// What effects are run on.
pub struct EffectRunner {
    pub host: HtmlElement,
    pub shadow: ShadowRoot,
    pub writer: AddressWriter,
    pub storage: Storage,
    pub channel: Channel,
    pub services: Services,
    /// Says what became of an effect.
    pub say: Callback<Msg>,
    /// The page's address is the deck's.
    pub owns_address: bool,
    /// The focus was on the stage before it changed.
    pub had_focus: bool,
}

impl EffectRunner {
    /// Runs an effect after the screen has been drawn.
    pub fn run(&self, effect: Effect) {
        match effect {
            Effect::WriteAddress { address, entry, answers } if self.owns_address => {
                self.writer.write(address, entry, answers);
            }
            Effect::ShowSlide => focus::show_slide(&self.shadow, self.had_focus),
            Effect::ShowStep => measure::show_step(&self.shadow),
            Effect::Cover(is_black) => focus::cover(&self.shadow, is_black, self.had_focus),
            Effect::ShowTarget => focus::show_target(&self.shadow),
            Effect::LeaveDetails(slide, number) => focus::leave_details(&self.shadow, slide, number),
            Effect::Scroll { down, is_far } => measure::scroll(&self.shadow, down, is_far),
            Effect::ScrollToEnd { down } => measure::scroll_to_end(&self.shadow, down),
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
            Effect::Copy(text) => give::copy(text, self.say.reform(|done| Msg::Host(HostMsg::Copied(done)))),
            Effect::Download { name, media_type, text } => {
                give::download(&self.host, &name, media_type, &text);
            }
            Effect::Print => give::print(),
            Effect::ShowCursor => focus::show_cursor(&self.shadow),
            Effect::ShowHit => focus::show_hit(&self.shadow),
            Effect::FindRow { down } => {
                if let Some(slide) = focus::slide_in_next_row(&self.shadow, down) {
                    self.say.emit(Msg::Nav(NavMsg::Cursor(slide)));
                }
            }
            Effect::Tell(text) => self.channel.say(&text),
            Effect::Keep(kept, value) => self.storage.keep(kept, &value),
            Effect::ColourCode(code) => colours::colour(self.services.clone(), code, self.say.clone()),
            // The component knows what these need; a window is opened by the listener of what asked for it.
            Effect::WriteAddress { .. }
            | Effect::FetchDeck
            | Effect::FetchSentences(_)
            | Effect::FetchTranslation(_)
            | Effect::OpenWindow { .. }
            | Effect::PrintPages(_) => {}
        }
    }

    fn remember(&self, code: Option<&str>) {
        if self.storage.write(code).is_none() && code.is_some() {
            self.say.emit(Msg::Host(HostMsg::StorageFailed));
        }
    }
}
