//! The one component with state: it holds `State`, feeds it messages and runs its effects.

mod outside;

use super::channel::Channel;
use super::effects::Stagehand;
use super::fetch::{self, Wanted};
use super::history::AddressWriter;
use super::listeners::{Happening, Listeners};
use super::printing::{self, Pages};
use super::services::Services;
use super::storage::Storage;
use super::{clock, focus, light, measure, opening, pictures};
use crate::app::effect::Effect;
use crate::app::keys;
use crate::app::msg::Msg;
use crate::app::pair::{Other, Role, light_of};
use crate::app::printing::Paper;
use crate::app::screen::{Screen, screen};
use crate::app::state::State;
use crate::ui::drawn;
use crate::words::Language;
use gloo_timers::callback::Timeout;
use web_sys::{HtmlElement, HtmlImageElement, PointerEvent, ShadowRoot};
use yew::prelude::*;

#[derive(Clone, PartialEq, Properties)]
pub struct RootProps {
    pub src: String,
    pub language: Language,
    /// The deck is the page: it takes keys from the whole document and owns address and title.
    pub is_page: bool,
    pub host: HtmlElement,
    pub shadow: ShadowRoot,
    pub services: Services,
}

pub struct Root {
    state: State,
    screen: Screen,
    stagehand: Stagehand,
    pages: Pages,
    /// The absolute address from which the deck comes.
    src: String,
    /// To be run when the screen has been drawn.
    effects: Vec<Effect>,
    /// The custom properties that the element has.
    dressed: Vec<(String, String)>,
    /// The slide may need another size.
    is_unmeasured: bool,
    /// How far the article is scrolled since a slide was shown: the reader has not moved it yet.
    shown_at: i32,
    /// The key of the spot of light while it is held, and when it was pressed.
    laser_key: Option<(String, f64)>,
    /// Hides the pointer.
    idle: Option<Timeout>,
    /// Draws the next picture.
    drawing: Option<Timeout>,
    /// The pictures of all slides: they must be there when the network is not.
    images: Vec<HtmlImageElement>,
    _listeners: Listeners,
}

/// A key that is held for so long gives light until it is let go.
const HELD_MS: f64 = 400.0;
/// What is drawn after so long comes in a frame of its own.
const FRAME_MS: u32 = 30;

impl Component for Root {
    type Message = Happening;
    type Properties = RootProps;

    fn create(context: &Context<Self>) -> Self {
        let props = context.props();
        let src = opening::absolute(&props.host, &props.src);
        let storage = Storage::of(&src);
        let tell = context.link().callback(|it| it);
        let mut state = opening::state(props, &storage);
        // The clock goes from the beginning, not from the first tick.
        let effects = if state.is_speaker() { state.update(Msg::Ticked(clock::time())) } else { Vec::new() };
        let channel = Channel::new(&state.pair.id, tell.clone());
        let listeners =
            Listeners::new(&props.host, &props.shadow, props.is_page, &tell, &outside::on_print(context));
        fetch(context, src.clone(), Wanted::Deck(props.src.clone()));
        let document = props.host.owner_document().filter(|_| props.is_page);
        Self {
            screen: screen(&state),
            state,
            stagehand: Stagehand {
                host: props.host.clone(),
                shadow: props.shadow.clone(),
                writer: AddressWriter::default(),
                storage,
                channel,
                services: props.services.clone(),
                say: context.link().callback(Happening::Said),
                owns_address: props.is_page,
                had_focus: false,
            },
            pages: Pages::new(document.as_ref()),
            src,
            effects,
            dressed: Vec::new(),
            is_unmeasured: true,
            shown_at: -1,
            laser_key: None,
            idle: None,
            drawing: None,
            images: Vec::new(),
            _listeners: listeners,
        }
    }

    fn update(&mut self, context: &Context<Self>, happening: Happening) -> bool {
        match happening {
            Happening::Said(msg) => return self.take(context, msg),
            Happening::KeyPressed(key, event) => {
                if let Some(msg) = keys::message(&self.state, &key) {
                    event.prevent_default();
                    if matches!(msg, Msg::LaserToggled) {
                        self.laser_key = Some((event.code(), event.time_stamp()));
                    }
                    return self.take(context, msg);
                }
            }
            Happening::KeyLetGo(event) => {
                if let Some((_, since)) = self.laser_key.take_if(|(code, _)| *code == event.code())
                    && event.time_stamp() - since > HELD_MS
                {
                    return self.take(context, Msg::LaserSet(false));
                }
            }
            Happening::Resized => {
                self.measure(context, true);
                if self.stagehand.host.has_attribute("data-paper") {
                    printing::settle(&self.stagehand.host, &self.stagehand.shadow);
                }
            }
            Happening::Scrolled => {
                self.measure(context, false);
                return self.look_at_scroll(context);
            }
            Happening::Leaving { is_final } => self.leave(is_final),
            Happening::Heard(text) => return self.hear(context, text),
            Happening::Ticked { with_pulse } => {
                let mut is_seen = with_pulse && self.take(context, Msg::PulseTaken);
                if self.state.is_speaker() {
                    is_seen |= self.take(context, Msg::Ticked(clock::time()));
                }
                return is_seen;
            }
            Happening::PointerMoved(event) => self.move_pointer(&event),
            Happening::VisibilityChanged => light::keep_awake(self.state.fullscreen),
            Happening::Printing(begins) => self.print_pages(begins.then_some(Paper::Slides), true),
            Happening::Drawing => {
                self.drawing = None;
                if self.is_opening() {
                    return self.look_at_scroll(context);
                }
                if pictures::draw_next(&self.stagehand.shadow, &self.state) {
                    self.draw_later(context);
                }
            }
        }
        false
    }

    fn view(&self, _context: &Context<Self>) -> Html {
        drawn(&self.screen, &self.stagehand.say)
    }

    fn rendered(&mut self, context: &Context<Self>, _first: bool) {
        self.dress(context);
        measure::make_room(&self.stagehand.shadow);
        let unmeasured = std::mem::take(&mut self.is_unmeasured);
        self.run_effects(context);
        if unmeasured {
            self.measure(context, true);
        }
        self.draw_later(context);
    }
}

impl Root {
    /// Takes a message into the state. True: the screen is to be drawn anew.
    fn take(&mut self, context: &Context<Self>, msg: Msg) -> bool {
        // Messages may come between drawing and what follows it: then the focus is lost already.
        if self.effects.is_empty() {
            // What was found is where the reader wants to be.
            self.stagehand.had_focus =
                matches!(msg, Msg::HitChosen(_)) || focus::is_on_stage(&self.stagehand.shadow);
        }
        // What doesn't change the slide needs no measuring.
        let keeps_size = msg.keeps_size();
        let is_deck = matches!(msg, Msg::DeckRead(_));
        // Such a message may change nothing that is seen.
        let is_quiet = matches!(msg, Msg::PulseTaken | Msg::Heard(_));
        let seen_before = self.seen_of_pair();
        // The answers of a link are kept with its entry, so that coming back to it doesn't bring them again.
        let is_entry = self.stagehand.owns_address && (is_deck || matches!(msg, Msg::AddressRead(_)));
        let (was_full, had_laser) = (self.state.fullscreen, self.state.laser);
        let effects = self.state.update(msg);
        self.stagehand.channel.belong_to(&self.state.pair.id);
        if is_entry {
            self.stagehand.writer.forget(&self.state.quiz.code);
        }
        if was_full != self.state.fullscreen {
            light::keep_awake(self.state.fullscreen);
        }
        if had_laser && !self.state.laser {
            self.shine(None);
        }
        if is_deck && self.state.failure.is_none() {
            self.stagehand.storage.move_to(&self.src);
            if context.props().is_page {
                self.images = pictures::load(&self.state.image_addresses());
            }
        }
        self.effects.extend(effects);
        if is_quiet && seen_before == self.seen_of_pair() && !self.effects.iter().any(Effect::is_about_screen)
        {
            self.run_effects(context);
            return false;
        }
        self.is_unmeasured |= !keeps_size;
        self.screen = screen(&self.state);
        true
    }

    /// What the screen shows of what the other window says.
    fn seen_of_pair(&self) -> (Other, Role, String) {
        let pair = &self.state.pair;
        (pair.other, pair.role, pair.known().to_owned())
    }

    fn run_effects(&mut self, context: &Context<Self>) {
        for effect in std::mem::take(&mut self.effects) {
            match effect {
                Effect::FetchDeck => {
                    fetch(context, self.src.clone(), Wanted::Deck(self.state.file.clone()));
                }
                Effect::FetchTranslation(address) => {
                    self.src.clone_from(&address);
                    fetch(context, address.clone(), Wanted::Deck(address));
                }
                Effect::FetchSentences(language) => {
                    fetch(
                        context,
                        fetch::sentences_address(&self.stagehand.services.home(), language),
                        Wanted::Sentences(language),
                    );
                }
                Effect::PrintPages(paper) => {
                    self.print_pages(Some(paper), false);
                    super::give::print();
                }
                effect => {
                    let shows = matches!(effect, Effect::ShowSlide | Effect::ShowTarget);
                    self.stagehand.run(effect);
                    if shows {
                        self.shown_at = self.scroll_top();
                    }
                }
            }
        }
    }

    fn scroll_top(&self) -> i32 {
        focus::find(&self.stagehand.shadow, ".read").map_or(-1, |scroller| scroller.scroll_top())
    }

    /// Where the reader has scrolled the article or a table to.
    fn look_at_scroll(&mut self, context: &Context<Self>) -> bool {
        if self.state.view.is_comparing() {
            return measure::seen_row(&self.stagehand.shadow)
                .filter(|row| !self.state.comparison.draws(*row))
                .is_some_and(|row| self.take(context, Msg::RowSeen(row)));
        }
        let top = self.scroll_top();
        if top < 0 || top == self.shown_at {
            return false;
        }
        self.shown_at = -1;
        match measure::seen_slide(&self.stagehand.shadow) {
            Some(slide) if slide != self.state.slide => self.take(context, Msg::SlideSeen(slide)),
            _ => false,
        }
    }

    fn leave(&mut self, is_final: bool) {
        self.stagehand.writer.flush();
        if is_final {
            if self.state.laser {
                self.shine(None);
            }
            for effect in self.state.update(Msg::PairLeft) {
                self.stagehand.run(effect);
            }
        }
    }

    /// What the other window says. Where its spot of light is concerns nobody else.
    fn hear(&mut self, context: &Context<Self>, text: String) -> bool {
        let Some(place) = light_of(&text) else { return self.take(context, Msg::Heard(text)) };
        light::shine(&self.stagehand.shadow, place);
        false
    }

    fn move_pointer(&mut self, event: &PointerEvent) {
        self.idle = Some(light::wake_pointer(&self.stagehand.host));
        if self.state.laser {
            self.shine(light::place_on_stage(&self.stagehand.shadow, event));
        }
    }

    /// Puts the spot of light there in both windows, or out.
    fn shine(&self, place: Option<(i32, i32)>) {
        light::shine(&self.stagehand.shadow, place);
        if self.state.pair.role != Role::Alone {
            self.stagehand.channel.say(&self.state.pair.light_text(place));
        }
    }

    /// Draws the pictures of slides, one after another, with room for the page between them, and the further rows of a
    /// view that has just opened.
    fn draw_later(&mut self, context: &Context<Self>) {
        let link = context.link().clone();
        let shadow = &self.stagehand.shadow;
        let after = if self.is_opening() { FRAME_MS } else { 0 };
        if self.drawing.is_none() && (after > 0 || focus::find(shadow, ".frame").is_some()) {
            self.drawing = Some(Timeout::new(after, move || link.send_message(Happening::Drawing)));
        }
    }

    fn is_opening(&self) -> bool {
        self.state.view.is_comparing() && self.state.comparison.first_row.is_none()
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
}

fn fetch(context: &Context<Root>, src: String, wanted: Wanted) {
    context.link().send_future(async move { Happening::Said(fetch::fetch(src, wanted).await) });
}
