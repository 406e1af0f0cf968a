//! The one component with state: it holds `State`, feeds it messages and runs its effects.

mod beside;
mod hydrating;
mod listening;
mod outside;
mod pointing;
mod running;
mod settling;
mod sight;
mod source;

use super::channel::Channel;
use super::effects::EffectRunner;
use super::element::Line;
use super::history::AddressWriter;
use super::listeners::{Happening, Listeners};
use super::pictures::Preload;
use super::printing::Pages;
use super::services::Services;
use super::storage::Storage;
use super::{clock, focus, group, light, opening, pictures};
use crate::app::effect::Effect;
use crate::app::element_event::{ElementEvent, Snapshot};
use crate::app::keys;
use crate::app::msg::{DeckMsg, HostMsg, Msg, PresenterMsg, RenderMsg, SearchMsg, UiMsg};
use crate::app::pair::{Other, Role};
use crate::app::printing::Paper;
use crate::app::screen::{Screen, Stage, screen};
use crate::app::state::State;
use crate::ui::{Said, drawn};
use crate::words::Language;
use beside::Ahead;
use gloo_timers::callback::Timeout;
use source::fetch_deck;
use std::cell::RefCell;
use std::rc::Rc;
use web_sys::{HtmlElement, ShadowRoot};
use yew::html::Scope;
use yew::prelude::*;

/// What a deck is shown with.
#[derive(Clone, PartialEq)]
pub struct Opening {
    pub src: String,
    pub language: Language,
    /// The deck is the page: it takes keys from the whole document and owns address and title.
    pub is_page: bool,
    /// The page's address is the deck's, as `sync-address` asks for.
    pub owns_address: bool,
    pub host: HtmlElement,
    pub shadow: ShadowRoot,
    pub services: Services,
    pub line: Line,
}

/// The place of a deck on the page. Without one it is free for the next.
#[derive(Clone, PartialEq, Properties)]
pub struct RootProps {
    pub deck: Option<Opening>,
}

pub struct Root {
    show: Option<Rc<RefCell<Show>>>,
}

/// A deck that is shown.
pub struct Show {
    opening: Opening,
    state: State,
    screen: Screen,
    runner: EffectRunner,
    /// What is begun for this deck and ends when another has its place is heard of no more.
    _alive: Rc<()>,
    pages: Pages,
    /// The absolute address from which the deck comes.
    src: String,
    /// To be run when the screen has been drawn.
    effects: Vec<Effect>,
    /// Events that the page is to be sent then.
    events: Vec<ElementEvent>,
    /// The custom properties that the element has.
    dressed: Vec<(String, String)>,
    ahead: Ahead,
    /// What follows on drawing has been done.
    is_settled: bool,
    /// The state has changed since the screen was drawn.
    is_stale: bool,
    /// What is on the stage, while only what is around it is rendered.
    stage_due: Option<Stage>,
    /// How far the article is scrolled since a slide was shown: the reader has not moved it yet.
    shown_at: i32,
    /// The key of the spot of light while it is held, and when it was pressed.
    laser_key: Option<(String, f64)>,
    /// Hides the pointer.
    idle: Option<Timeout>,
    /// Draws the next picture.
    drawing: Option<Timeout>,
    preload: Preload,
    /// What the drawn elements say.
    said: Said,
    _listeners: Listeners,
}

/// A key that is held for so long gives light until it is let go.
const HELD_MS: f64 = 400.0;
impl Component for Root {
    type Message = Happening;
    type Properties = RootProps;

    fn create(context: &Context<Self>) -> Self {
        let is_hydrating = context.props().deck.as_ref().is_some_and(Opening::is_hydrating);
        if is_hydrating {
            hydrating::open_later(context.link());
        }
        Self { show: if is_hydrating { None } else { Show::open(context) } }
    }

    fn changed(&mut self, context: &Context<Self>, _before: &RootProps) -> bool {
        self.show = Show::open(context);
        true
    }

    fn update(&mut self, context: &Context<Self>, happening: Happening) -> bool {
        if matches!(happening, Happening::OpenDue) && self.show.is_none() {
            self.show = Show::open(context);
            return true;
        }
        let Some(show) = &self.show else { return false };
        let link = context.link();
        match happening {
            Happening::RenderDue { whole } => show.borrow_mut().render_hydrating(link, whole),
            Happening::Changed => !show.borrow().defers_rendering(link),
            _ => {
                let is_changed = show.borrow_mut().look_at(link, happening);
                is_changed && !show.borrow().defers_rendering(link)
            }
        }
    }

    fn view(&self, context: &Context<Self>) -> Html {
        let Some(show) = self.show.as_ref().filter(|show| !show.borrow().is_waiting()) else {
            return Html::default();
        };
        settling::settle_soon(show, context.link());
        let mut show = show.borrow_mut();
        show.is_settled = false;
        show.is_stale = false;
        let (drawn, says) = drawn(&show.screen);
        show.said.replace(says);
        drawn
    }

    fn rendered(&mut self, context: &Context<Self>, _first: bool) {
        if let Some(show) = self.show.as_ref().filter(|show| !show.borrow().opening.is_hydrating()) {
            show.borrow_mut().settle(context.link());
        }
    }
}

impl Show {
    fn open(context: &Context<Root>) -> Option<Rc<RefCell<Self>>> {
        let props = context.props().deck.as_ref()?;
        props.line.connect(context.link());
        let src = opening::absolute(&props.host, &props.src);
        let storage = Storage::of(&src);
        let alive = Rc::new(());
        let say = sayer(context.link(), &alive);
        let mut state = opening::state(props, &storage);
        // The clock goes from the beginning, not from the first tick.
        let effects = if state.is_speaker() {
            state.update(Msg::Presenter(PresenterMsg::Tick(clock::time())))
        } else {
            Vec::new()
        };
        fetch_deck(&say, props, &src, props.src.clone());
        let document = props.host.owner_document().filter(|_| props.is_page);
        Some(Rc::new_cyclic(|show| {
            let tell = listening::at_once(show.clone(), context.link().clone());
            let channel = Channel::new(&state.presenter.pair.id, tell.clone());
            let said = Said::default();
            let listeners = Listeners::new(
                &said,
                &props.host,
                &props.shadow,
                [props.is_page, props.owns_address],
                &tell,
                &outside::on_print(context.link()),
            );
            RefCell::new(Self {
                opening: props.clone(),
                screen: screen(&state),
                state,
                runner: EffectRunner {
                    host: props.host.clone(),
                    shadow: props.shadow.clone(),
                    writer: AddressWriter::default(),
                    storage,
                    channel,
                    services: props.services.clone(),
                    say,
                    owns_address: props.owns_address,
                    had_focus: false,
                },
                _alive: alive,
                pages: Pages::new(document.as_ref()),
                src,
                effects,
                events: Vec::new(),
                dressed: Vec::new(),
                ahead: Ahead::default(),
                is_settled: false,
                is_stale: true,
                stage_due: None,
                shown_at: -1,
                laser_key: None,
                idle: None,
                drawing: None,
                preload: Preload::default(),
                said,
                _listeners: listeners,
            })
        }))
    }

    /// Looks at something that has happened. True: the screen is to be drawn anew.
    fn look_at(&mut self, link: &Scope<Root>, happening: Happening) -> bool {
        match happening {
            Happening::Said(msg) => return self.take(msg),
            Happening::KeyPressed(key, event) => {
                if let Some(msg) = keys::message(&self.state, &key) {
                    event.prevent_default();
                    if matches!(msg, Msg::Ui(UiMsg::ToggleLaser)) {
                        self.laser_key = Some((event.code(), event.time_stamp()));
                    }
                    return self.take(msg);
                }
            }
            Happening::KeyLetGo(event) => {
                if let Some((_, since)) = self.laser_key.take_if(|(code, _)| *code == event.code())
                    && event.time_stamp() - since > HELD_MS
                {
                    return self.take(Msg::Ui(UiMsg::Laser(false)));
                }
            }
            Happening::Loaded(Some(id)) => {
                let is_changed = self.look_at_loaded(link, &id);
                self.settle_pages();
                return is_changed;
            }
            Happening::Resized | Happening::Loaded(None) => {
                let is_changed = !self.opening.is_hydrating() && self.fit_anew(link);
                self.settle_pages();
                return is_changed;
            }
            Happening::Scrolled => {
                let is_changed = self.measure();
                return self.look_at_scroll() || is_changed;
            }
            Happening::Leaving { is_final } => self.leave(is_final),
            Happening::Heard(text) => return self.hear(text),
            Happening::Ticked { with_pulse } => {
                let mut is_seen = with_pulse && self.take(Msg::Presenter(PresenterMsg::Pulse));
                if self.state.is_speaker() {
                    is_seen |= self.take(Msg::Presenter(PresenterMsg::Tick(clock::time())));
                }
                return is_seen;
            }
            Happening::PointerMoved(event) => self.move_pointer(&event),
            Happening::VisibilityChanged => light::keep_awake(self.state.display.fullscreen),
            Happening::Printing(begins) => self.print_pages(begins.then_some(Paper::Slides), true),
            Happening::SourceChanged => {
                let name = self.opening.host.get_attribute("src").unwrap_or_default();
                self.src = opening::absolute(&self.runner.host, &name);
                fetch_deck(&self.runner.say, &self.opening, &self.src, name);
            }
            Happening::OpenDue | Happening::Changed | Happening::RenderDue { .. } => {}
            Happening::Drawing => {
                self.drawing = None;
                if self.state.rendering.unrolled.is_some() {
                    return self.take(Msg::Render(RenderMsg::Article { all: false }));
                }
                if self.is_opening() {
                    return self.look_at_scroll();
                }
                if self.has_to_prepare() {
                    return self.prepare(link);
                }
                if self.preload.is_due() {
                    self.preload.load_next();
                    self.draw_later(link);
                    return false;
                }
                if pictures::draw_next(&self.runner.shadow, &self.state) {
                    self.draw_later(link);
                }
            }
        }
        false
    }

    /// Takes a message into the state. True: the screen is to be drawn anew.
    fn take(&mut self, msg: Msg) -> bool {
        // Messages may come between drawing and what follows it: then the focus is lost already.
        if self.effects.is_empty() {
            // What was found is where the reader wants to be.
            self.runner.had_focus =
                matches!(msg, Msg::Search(SearchMsg::Open(_))) || focus::is_on_stage(&self.runner.shadow);
        }
        let is_deck = matches!(msg, Msg::Deck(DeckMsg::Read(_)));
        // Such a message may change nothing that is seen.
        let is_quiet = matches!(msg, Msg::Presenter(PresenterMsg::Pulse | PresenterMsg::Heard(_)));
        let seen_before = self.seen_of_pair();
        // The answers of a link are kept with its entry, so that coming back to it doesn't bring them again.
        let is_entry = self.runner.owns_address && (is_deck || matches!(msg, Msg::Host(HostMsg::Url(_))));
        let (was_full, had_laser) = (self.state.display.fullscreen, self.state.display.laser);
        let before = Snapshot::of(&self.state);
        let was_told = matches!(msg, Msg::Host(HostMsg::Group { .. }));
        if is_deck && opening::is_scrolled(&self.opening.host) {
            self.state.update(Msg::Render(RenderMsg::Article { all: true }));
        }
        let effects = self.state.update(msg);
        let events = before.events(&mut self.state);
        self.share(&before, was_told, events.iter().any(|(name, _)| *name == "kurabe-ready"));
        self.events.extend(events);
        self.runner.channel.belong_to(&self.state.presenter.pair.id);
        if is_entry {
            self.runner.writer.forget(&self.state.quiz.code);
        }
        if was_full != self.state.display.fullscreen {
            light::keep_awake(self.state.display.fullscreen);
            self.idle = Some(light::wake_pointer(&self.runner.host));
        }
        if had_laser && !self.state.display.laser {
            self.shine(None);
        }
        if is_deck && self.state.source.failure.is_none() {
            self.runner.storage.move_to(&self.src);
            if self.opening.is_page {
                self.preload = Preload::of(self.state.image_addresses());
            }
        }
        self.effects.extend(effects);
        if is_quiet && seen_before == self.seen_of_pair() && !self.effects.iter().any(Effect::is_about_screen)
        {
            self.run_effects();
            return false;
        }
        self.screen = screen(&self.state);
        self.stage_due = None;
        self.is_stale = true;
        true
    }

    /// Lets the decks of the group follow, or follows them when it has just come.
    fn share(&self, before: &Snapshot, was_told: bool, is_new: bool) {
        let host = &self.runner.host;
        let key = host.get_attribute("sync-key").filter(|key| !key.is_empty());
        if let Some(key) = key.filter(|_| !was_told)
            && (is_new || before.differs_in_shared(&self.state))
            && let Some(position) = self.state.shared_text()
        {
            group::share(host, &key, position, is_new);
        }
    }

    /// What the screen shows of what the other window says.
    fn seen_of_pair(&self) -> (Other, Role, String) {
        let pair = &self.state.presenter.pair;
        (pair.other, pair.role, pair.known().to_owned())
    }

    fn fetch_again(&self) {
        fetch_deck(&self.runner.say, &self.opening, &self.src, self.state.source.file.clone());
    }

    fn leave(&mut self, is_final: bool) {
        self.runner.writer.flush();
        if is_final {
            if self.state.display.laser {
                self.shine(None);
            }
            for effect in self.state.update(Msg::Presenter(PresenterMsg::Leave)) {
                self.runner.run(effect);
            }
        }
    }
}

/// Takes messages for a deck as long as it is shown.
fn sayer(link: &Scope<Root>, alive: &Rc<()>) -> Callback<Msg> {
    let (link, alive) = (link.clone(), Rc::downgrade(alive));
    Callback::from(move |msg| {
        if alive.strong_count() > 0 {
            link.send_message(Happening::Said(msg));
        }
    })
}
