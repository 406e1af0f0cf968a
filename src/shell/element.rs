//! The custom element's two ends: mounting a deck into a shadow root, and taking it out.
//!
//! The element's class itself is in `loader.js`, and `program.js` stands between it and this: a class can't be written
//! in Rust.

use super::listeners::Happening;
use super::root::{Opening, Root, RootProps};
use super::services::Services;
use crate::app::element_event::state_text;
use crate::app::msg::{DeckMsg, HostMsg, Msg, NavMsg};
use crate::app::state::State;
use crate::words::Language;
use std::cell::RefCell;
use std::rc::Rc;
use wasm_bindgen::prelude::*;
use web_sys::{Element, HtmlElement, ShadowRoot};
use yew::html::Scope;
use yew::{AppHandle, Renderer};

thread_local! {
    /// The decks that are on a page.
    static MOUNTED: RefCell<Vec<Mounted>> = const { RefCell::new(Vec::new()) };
    /// Seats that are free for the next deck: what Yew makes for one, it keeps for ever.
    static FREE: RefCell<Vec<(Element, AppHandle<Root>)>> = const { RefCell::new(Vec::new()) };
}

struct Mounted {
    host: HtmlElement,
    place: Element,
    seat: AppHandle<Root>,
    line: Line,
}

/// The way to a deck that is mounted.
#[derive(Clone, Default)]
pub struct Line(Rc<RefCell<Option<Scope<Root>>>>);

impl PartialEq for Line {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }
}

impl Line {
    pub fn connect(&self, scope: &Scope<Root>) {
        *self.0.borrow_mut() = Some(scope.clone());
    }

    pub fn send(&self, happening: Happening) {
        let scope = self.0.borrow().clone();
        if let Some(scope) = scope {
            scope.send_message(happening);
        }
    }

    /// What `read` finds in the deck's state; nothing if it is being changed just now.
    pub fn ask<T>(&self, read: impl FnOnce(&State) -> T) -> Option<T> {
        let scope = self.0.borrow().clone()?;
        scope.get_component()?.read(read)
    }
}

/// The elements that are on a page, and the ways to their decks.
pub fn mounted() -> Vec<(HtmlElement, Line)> {
    MOUNTED.with_borrow(|all| all.iter().map(|one| (one.host.clone(), one.line.clone())).collect())
}

fn line_of(host: &HtmlElement) -> Option<Line> {
    MOUNTED.with_borrow(|all| all.iter().find(|one| one.host == *host).map(|one| one.line.clone()))
}

/// Mounts the deck that `host` names by `src` into its shadow root.
#[wasm_bindgen]
pub fn mount(host: HtmlElement, shadow: ShadowRoot, services: Services) {
    super::unicode::install_converter();
    let line = Line::default();
    let is_page = host.has_attribute("page");
    let props = RootProps {
        deck: Some(Opening {
            src: host.get_attribute("src").unwrap_or_default(),
            language: language(&host),
            is_page,
            owns_address: is_page || host.has_attribute("sync-address"),
            host: host.clone(),
            shadow: shadow.clone(),
            services,
            line: line.clone(),
        }),
    };
    // The deck looks at how wide its place is when it opens.
    let (place, seat) = match FREE.with_borrow_mut(Vec::pop) {
        Some((place, mut seat)) => {
            let _ = shadow.append_child(&place);
            seat.update(props);
            (place, seat)
        }
        None => {
            let document = host.owner_document();
            let Some(place) = document.and_then(|it| it.create_element("div").ok()) else { return };
            place.set_class_name("place");
            let _ = shadow.append_child(&place);
            let seat = Renderer::<Root>::with_root_and_props(place.clone(), props).render();
            (place, seat)
        }
    };
    MOUNTED.with_borrow_mut(|all| all.push(Mounted { host, place, seat, line }));
}

/// Takes the deck of `host` out and frees what it holds.
#[wasm_bindgen]
pub fn unmount(host: &HtmlElement) {
    let taken = MOUNTED.with_borrow_mut(|all| {
        let at = all.iter().position(|mounted| mounted.host == *host)?;
        Some(all.swap_remove(at))
    });
    if let Some(Mounted { place, mut seat, .. }) = taken {
        seat.update(RootProps { deck: None });
        place.remove();
        FREE.with_borrow_mut(|free| free.push((place, seat)));
    }
}

/// An attribute of `host` has another value.
#[wasm_bindgen]
pub fn change(host: &HtmlElement, name: String) {
    let Some(line) = line_of(host) else { return };
    match name.as_str() {
        "src" | "notes" => line.send(Happening::SourceChanged),
        _ => {
            let value = host.get_attribute(&name);
            line.send(Happening::Said(Msg::Host(HostMsg::Attribute(name, value))));
        }
    }
}

/// The page calls a method of `host`.
#[wasm_bindgen]
pub fn ask(host: &HtmlElement, method: &str, argument: String) {
    let Some(line) = line_of(host) else { return };
    let msg = match method {
        "next" => Msg::Nav(NavMsg::Next),
        "previous" => Msg::Nav(NavMsg::Previous),
        "goTo" => Msg::Host(HostMsg::Attribute("slide".to_owned(), Some(argument))),
        // The service worker's, not one of the page's (`program.js`).
        "new-version" => Msg::Host(HostMsg::NewVersion),
        "show" => Msg::Host(HostMsg::Attribute("view".to_owned(), Some(argument))),
        _ => Msg::Deck(DeckMsg::Retry),
    };
    line.send(Happening::Said(msg));
}

/// How the deck of `host` stands: JSON; nothing if there is none.
#[wasm_bindgen]
pub fn state(host: &HtmlElement) -> Option<String> {
    line_of(host)?.ask(state_text)
}

/// The language of the controls until the deck tells its own: that of the element or its page.
fn language(host: &HtmlElement) -> Language {
    let nearest = host.closest("[lang]").ok().flatten();
    Language::of_tag(&nearest.and_then(|element| element.get_attribute("lang")).unwrap_or_default())
}
