//! The listeners of one element; dropping them removes them.

use super::{focus, history, keyboard, pointer};
use crate::app::keys::Key;
use crate::app::msg::{HostMsg, Msg, UiMsg};
use crate::ui::{self, Kind, Said};
use gloo_events::{EventListener, EventListenerOptions, EventListenerPhase};
use wasm_bindgen::prelude::Closure;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Event, EventTarget, HtmlElement, KeyboardEvent, PointerEvent, ResizeObserver, ShadowRoot};
use yew::Callback;

/// Something in the browser that the root component has to look at.
pub enum Happening {
    Said(Msg),
    KeyPressed(Key, KeyboardEvent),
    /// The stage has another size.
    Resized,
    /// A picture has loaded or failed to, on the slide of this id if on any.
    Loaded(Option<String>),
    Scrolled,
    /// The page may be left soon; or it is left now.
    Leaving {
        is_final: bool,
    },
    /// The other window of the pair said something.
    Heard(String),
    /// A second has passed; now and then the other window is asked whether it is there.
    Ticked {
        with_pulse: bool,
    },
    PointerMoved(PointerEvent),
    KeyLetGo(KeyboardEvent),
    /// The page has come to the front, or gone.
    VisibilityChanged,
    /// There is time to draw a picture.
    Drawing,
    /// The state has changed: the screen is to be drawn anew.
    Changed,
    /// While the page hydrates the deck is opened after the component has been made.
    OpenDue,
    /// What has changed while the page hydrates is to be rendered: all of it, or first what is around the stage.
    RenderDue {
        whole: bool,
    },
    /// The element's `src` names another deck.
    SourceChanged,
    /// The browser is about to print, or has printed, and the component was at work.
    Printing(bool),
}

/// Everything that is listened to for one element.
pub struct Listeners {
    _events: Vec<EventListener>,
    observer: Option<ResizeObserver>,
    _on_resize: Closure<dyn FnMut(JsValue)>,
}

impl Drop for Listeners {
    fn drop(&mut self) {
        if let Some(observer) = &self.observer {
            observer.disconnect();
        }
    }
}

impl Listeners {
    /// `print` is told before and after the browser prints, at once: it waits for no message.
    pub fn new(
        said: &Said,
        host: &HtmlElement,
        shadow: &ShadowRoot,
        [is_page, owns_address]: [bool; 2],
        tell: &Callback<Happening>,
        print: &Callback<bool>,
    ) -> Self {
        let mut listeners = Vec::new();
        let (window, document) = (web_sys::window(), host.owner_document());
        let keys: Option<EventTarget> =
            if is_page { window.clone().map(Into::into) } else { Some(host.clone().into()) };
        listeners.extend(keys.into_iter().flat_map(|target| on_keys(&target, host, tell)));
        listeners.extend(pointers(shadow, host, tell));
        listeners.push(on_cancel(shadow, tell));
        listeners.extend(Kind::ALL.map(|kind| saying(shadow, kind, said, tell)));
        for kind in ["load", "error", "scroll"] {
            listeners.push(watching(shadow, kind, tell));
        }
        listeners.extend(document.map(|document| on_fullscreen(&document, host, tell)));
        if let Some(window) = window.as_ref().filter(|_| owns_address) {
            let gone = |_: &Event| Some(Happening::Said(Msg::Host(HostMsg::Url(history::next_address()))));
            listeners.push(on(window, "popstate", tell, Box::new(gone)));
        }
        if let Some(window) = &window {
            for (kind, begins) in [("beforeprint", true), ("afterprint", false)] {
                let print = print.clone();
                listeners.push(EventListener::new(window, kind, move |_| print.emit(begins)));
            }
        }
        if let Some(window) = window.filter(|_| is_page) {
            // Chromium takes no more state from a page that is being hidden by a reload.
            for (kind, is_final) in [("beforeunload", false), ("pagehide", true)] {
                let leaving = move |_: &Event| Some(Happening::Leaving { is_final });
                listeners.push(on(&window, kind, tell, Box::new(leaving)));
            }
            let visibility = |_: &Event| Some(Happening::VisibilityChanged);
            listeners.push(on_way_down(&window, "visibilitychange", tell, Box::new(visibility)));
        }
        let told = tell.clone();
        let on_resize = Closure::new(move |_| told.emit(Happening::Resized));
        let observer = ResizeObserver::new(on_resize.as_ref().unchecked_ref()).ok();
        if let Some(observer) = &observer {
            observer.observe(host);
        }
        Self { _events: listeners, observer, _on_resize: on_resize }
    }
}

/// What an event means, if anything.
type Reading = Box<dyn Fn(&Event) -> Option<Happening>>;

fn on(target: &EventTarget, kind: &'static str, tell: &Callback<Happening>, read: Reading) -> EventListener {
    listener(target, kind, EventListenerPhase::Bubble, tell, read)
}

/// For events that don't bubble: they are caught on their way down.
fn on_way_down(
    target: &EventTarget,
    kind: &'static str,
    tell: &Callback<Happening>,
    read: Reading,
) -> EventListener {
    listener(target, kind, EventListenerPhase::Capture, tell, read)
}

fn listener(
    target: &EventTarget,
    kind: &'static str,
    phase: EventListenerPhase,
    tell: &Callback<Happening>,
    read: Reading,
) -> EventListener {
    let tell = tell.clone();
    let options = EventListenerOptions { phase, passive: false };
    EventListener::new_with_options(target, kind, options, move |event| {
        if let Some(happening) = read(event) {
            tell.emit(happening);
        }
    })
}

/// The element has this attribute while the page's own slides are seen (`program.js` sets it).
pub const HYDRATING: &str = "data-hydrating";

/// While the page's own slides are seen, they answer (`early.js`).
pub fn is_hydrating(host: &HtmlElement) -> bool {
    host.has_attribute(HYDRATING)
}

fn on_keys(target: &EventTarget, host: &HtmlElement, tell: &Callback<Happening>) -> [EventListener; 2] {
    let event = |event: &Event| event.unchecked_ref::<KeyboardEvent>().clone();
    let host = host.clone();
    let pressed = move |it: &Event| {
        (!is_hydrating(&host)).then(|| Happening::KeyPressed(keyboard::key(&event(it)), event(it)))
    };
    let let_go = move |it: &Event| Some(Happening::KeyLetGo(event(it)));
    [on(target, "keydown", tell, Box::new(pressed)), on(target, "keyup", tell, Box::new(let_go))]
}

/// The browser's own ways of closing a dialog; the state closes it.
fn on_cancel(shadow: &ShadowRoot, tell: &Callback<Happening>) -> EventListener {
    let read = |event: &Event| {
        event.prevent_default();
        Some(Happening::Said(Msg::Ui(UiMsg::Close)))
    };
    on_way_down(shadow, "cancel", tell, Box::new(read))
}

/// What the drawn elements say.
fn saying(shadow: &ShadowRoot, kind: Kind, said: &Said, tell: &Callback<Happening>) -> EventListener {
    let sayings = said.clone();
    let read = move |event: &Event| ui::said(&sayings.borrow(), kind, event).map(Happening::Said);
    on_way_down(shadow, kind.event(), tell, Box::new(read))
}

/// Pictures that have loaded or failed to, and scrolling.
fn watching(shadow: &ShadowRoot, kind: &'static str, tell: &Callback<Happening>) -> EventListener {
    let slide = |event: &Event| focus::origin(event)?.closest(".slide").ok()??.get_attribute("data-slide");
    let read = move |event: &Event| {
        Some(if kind == "scroll" { Happening::Scrolled } else { Happening::Loaded(slide(event)) })
    };
    on_way_down(shadow, kind, tell, Box::new(read))
}

fn pointers(shadow: &ShadowRoot, host: &HtmlElement, tell: &Callback<Happening>) -> Vec<EventListener> {
    let swipe = std::rc::Rc::new(std::cell::RefCell::new(pointer::Swipe::default()));
    let begun = swipe.clone();
    let down = move |event: &Event| {
        begun.borrow_mut().begin(event.unchecked_ref::<PointerEvent>());
        None
    };
    let hydrated = host.clone();
    let up = move |event: &Event| {
        let msg = swipe.borrow_mut().end(event.unchecked_ref::<PointerEvent>());
        msg.filter(|_| !is_hydrating(&hydrated)).map(Happening::Said)
    };
    let moved = |event: &Event| Some(Happening::PointerMoved(event.unchecked_ref::<PointerEvent>().clone()));
    let host = host.clone();
    let click =
        move |event: &Event| pointer::click(event).filter(|_| !is_hydrating(&host)).map(Happening::Said);
    vec![
        on(shadow, "pointerdown", tell, Box::new(down)),
        on(shadow, "pointerup", tell, Box::new(up)),
        on(shadow, "pointermove", tell, Box::new(moved)),
        on(shadow, "click", tell, Box::new(click)),
    ]
}

fn on_fullscreen(
    document: &web_sys::Document,
    host: &HtmlElement,
    tell: &Callback<Happening>,
) -> EventListener {
    let host = host.clone();
    let read = move |_: &Event| {
        // The document names only what is in no shadow root.
        let is_ours = host.matches(":fullscreen").unwrap_or_default();
        Some(Happening::Said(Msg::Host(HostMsg::Fullscreen(is_ours))))
    };
    on(document, "fullscreenchange", tell, Box::new(read))
}
