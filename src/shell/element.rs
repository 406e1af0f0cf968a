//! The custom element's two ends: mounting a deck into a shadow root, and taking it out.
//!
//! The element's class itself is in `loader.js`, and `program.js` stands between it and this: a class can't be written
//! in Rust.

use super::root::{Root, RootProps};
use super::services::Services;
use crate::words::Language;
use std::cell::RefCell;
use wasm_bindgen::prelude::*;
use web_sys::{Element, HtmlElement, ShadowRoot};
use yew::prelude::*;
use yew::{AppHandle, Renderer};

thread_local! {
    /// The decks that are on a page.
    static MOUNTED: RefCell<Vec<Mounted>> = const { RefCell::new(Vec::new()) };
    /// Seats that are free for the next deck: what Yew makes for one, it keeps for ever.
    static FREE: RefCell<Vec<(Element, AppHandle<Seat>)>> = const { RefCell::new(Vec::new()) };
}

struct Mounted {
    host: HtmlElement,
    place: Element,
    seat: AppHandle<Seat>,
}

/// Where a deck can be shown.
struct Seat;

#[derive(Clone, PartialEq, Properties)]
struct SeatProps {
    deck: Option<RootProps>,
}

impl Component for Seat {
    type Message = ();
    type Properties = SeatProps;

    fn create(_context: &Context<Self>) -> Self {
        Self
    }

    fn view(&self, context: &Context<Self>) -> Html {
        context.props().deck.clone().map_or_else(Html::default, |deck| html! { <Root ..deck /> })
    }
}

/// Mounts the deck that `host` names by `src` into its shadow root.
#[wasm_bindgen]
pub fn mount(host: HtmlElement, shadow: ShadowRoot, services: Services) {
    super::unicode::install_converter();
    let props = SeatProps {
        deck: Some(RootProps {
            src: host.get_attribute("src").unwrap_or_default(),
            language: language(&host),
            is_page: host.has_attribute("page"),
            host: host.clone(),
            shadow: shadow.clone(),
            services,
        }),
    };
    let free = FREE.with_borrow_mut(Vec::pop).map(|(place, mut seat)| {
        seat.update(props.clone());
        (place, seat)
    });
    let Some((place, seat)) = free.or_else(|| new_seat(&host, props)) else { return };
    let _ = shadow.append_child(&place);
    MOUNTED.with_borrow_mut(|all| all.push(Mounted { host, place, seat }));
}

fn new_seat(host: &HtmlElement, props: SeatProps) -> Option<(Element, AppHandle<Seat>)> {
    let place = host.owner_document()?.create_element("div").ok()?;
    place.set_class_name("place");
    let seat = Renderer::<Seat>::with_root_and_props(place.clone(), props).render();
    Some((place, seat))
}

/// Takes the deck of `host` out and frees what it holds.
#[wasm_bindgen]
pub fn unmount(host: &HtmlElement) {
    let taken = MOUNTED.with_borrow_mut(|all| {
        let at = all.iter().position(|mounted| mounted.host == *host)?;
        Some(all.swap_remove(at))
    });
    if let Some(Mounted { place, mut seat, .. }) = taken {
        seat.update(SeatProps { deck: None });
        place.remove();
        FREE.with_borrow_mut(|free| free.push((place, seat)));
    }
}

/// The language of the controls until the deck tells its own: that of the element or its page.
fn language(host: &HtmlElement) -> Language {
    let nearest = host.closest("[lang]").ok().flatten();
    Language::of_tag(&nearest.and_then(|element| element.get_attribute("lang")).unwrap_or_default())
}
