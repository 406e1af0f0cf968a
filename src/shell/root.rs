//! The one component with state: it holds `State`, feeds it messages and runs its effects.

use super::effects::Stagehand;
use super::fetch::fetch_deck;
use super::history::{self, AddressWriter};
use super::listeners::{Happening, Listeners};
use super::storage::Storage;
use super::{clock, focus, measure, panel};
use crate::app::effect::Effect;
use crate::app::keys;
use crate::app::msg::Msg;
use crate::app::screen::{Screen, Stage, screen};
use crate::app::state::State;
use crate::ui::drawn;
use crate::words::Language;
use web_sys::{HtmlElement, ShadowRoot};
use yew::prelude::*;

#[derive(Clone, PartialEq, Properties)]
pub struct RootProps {
    pub src: String,
    pub language: Language,
    /// The deck is the page: it takes keys from the whole document and owns address and title.
    pub is_page: bool,
    pub host: HtmlElement,
    pub shadow: ShadowRoot,
}

pub struct Root {
    state: State,
    screen: Screen,
    stagehand: Stagehand,
    /// To be run when the screen has been drawn.
    effects: Vec<Effect>,
    /// The slide may need another size.
    is_unmeasured: bool,
    _listeners: Listeners,
}

impl Component for Root {
    type Message = Happening;
    type Properties = RootProps;

    fn create(context: &Context<Self>) -> Self {
        let props = context.props();
        let page = history::page().filter(|_| props.is_page);
        let mut state = State::new(props.src.clone(), props.language, clock::today()).on_page(page);
        if props.is_page {
            state.update(Msg::AddressRead(history::opening_address()));
        }
        let storage = Storage::of(&props.src);
        if let Some(code) = storage.read() {
            state.update(Msg::AnswersFound(code));
        }
        let listeners =
            Listeners::new(&props.host, &props.shadow, props.is_page, &context.link().callback(|it| it));
        fetch(context);
        Self {
            screen: screen(&state),
            state,
            stagehand: Stagehand {
                host: props.host.clone(),
                shadow: props.shadow.clone(),
                writer: AddressWriter::default(),
                storage,
                say: context.link().callback(Happening::Said),
                owns_address: props.is_page,
                had_focus: false,
            },
            effects: Vec::new(),
            is_unmeasured: true,
            _listeners: listeners,
        }
    }

    fn update(&mut self, context: &Context<Self>, happening: Happening) -> bool {
        match happening {
            Happening::Said(msg) => self.take(context, msg),
            Happening::KeyPressed(key, event) => match keys::message(&self.state, &key) {
                Some(msg) => {
                    event.prevent_default();
                    self.take(context, msg)
                }
                None => false,
            },
            Happening::Resized => {
                self.measure(context, true);
                false
            }
            Happening::Scrolled => {
                self.measure(context, false);
                false
            }
            Happening::Leaving => {
                self.stagehand.writer.flush();
                false
            }
        }
    }

    fn view(&self, _context: &Context<Self>) -> Html {
        drawn(&self.screen, &self.stagehand.say)
    }

    fn rendered(&mut self, context: &Context<Self>, _first: bool) {
        self.dress(context);
        let unmeasured = std::mem::take(&mut self.is_unmeasured);
        for effect in std::mem::take(&mut self.effects) {
            self.stagehand.run(effect);
        }
        if unmeasured {
            self.measure(context, true);
        }
    }
}

impl Root {
    /// Takes a message into the state and draws anew.
    fn take(&mut self, context: &Context<Self>, msg: Msg) -> bool {
        self.stagehand.had_focus = focus::is_on_stage(&self.stagehand.shadow);
        let only_measured = matches!(msg, Msg::Measured { .. });
        // The answers of a link are kept with its entry, so that coming back to it doesn't bring them again.
        let is_entry = self.stagehand.owns_address && matches!(msg, Msg::AddressRead(_) | Msg::DeckRead(_));
        let effects = self.state.update(msg);
        if is_entry {
            self.stagehand.writer.forget(&self.state.quiz.code);
        }
        if effects.iter().any(|effect| matches!(effect, Effect::FetchDeck)) {
            fetch(context);
        }
        self.effects.extend(effects);
        self.is_unmeasured |= !only_measured;
        self.screen = screen(&self.state);
        true
    }

    /// Fits the slide if asked to, and tells the state what is out of sight.
    fn measure(&mut self, context: &Context<Self>, fit: bool) {
        let shadow = &self.stagehand.shadow;
        if fit {
            measure::fit(shadow);
        }
        if let Some(Msg::Measured { above, below }) = measure::measured(shadow)
            && (self.state.scroll.above, self.state.scroll.below) != (above, below)
        {
            context.link().send_message(Happening::Said(Msg::Measured { above, below }));
        }
    }

    /// What is outside the drawn tree: the dialog, the side colours, the window's title.
    fn dress(&self, context: &Context<Self>) {
        panel::show_panel(&self.stagehand.shadow, self.screen.panel.is_some());
        for (name, value) in &self.screen.colors {
            let _ = self.stagehand.host.style().set_property(name, value);
        }
        if matches!(self.screen.stage, Stage::Failed { .. }) {
            // The fallback is shown again, without its progress line.
            let _ = self.stagehand.host.class_list().add_1("has-failed");
        }
        let document = self.stagehand.host.owner_document().filter(|_| context.props().is_page);
        if let Some(document) =
            document.filter(|document| !self.screen.title.is_empty() && document.title() != self.screen.title)
        {
            document.set_title(&self.screen.title);
        }
    }
}

fn fetch(context: &Context<Root>) {
    let src = context.props().src.clone();
    context.link().send_future(async move { Happening::Said(fetch_deck(src).await) });
}
