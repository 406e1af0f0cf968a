//! The custom element's two ends: mounting a deck into a shadow root, and taking it out.
//!
//! The element's class itself is in `boot.js`: a class can't be written in Rust.

use super::root::{Root, RootProps};
use crate::words::Language;
use js_sys::Function;
use std::cell::RefCell;
use wasm_bindgen::prelude::*;
use web_sys::{Element, HtmlElement, ShadowRoot};
use yew::AppHandle;

thread_local! {
    /// The mounted decks by their elements.
    static MOUNTED: RefCell<Vec<(HtmlElement, AppHandle<Root>)>> = const { RefCell::new(Vec::new()) };
}

/// Mounts the deck that `host` names by `src` into its shadow root. `colours` finds the colours of a language's text.
#[wasm_bindgen]
pub fn mount(host: HtmlElement, shadow: ShadowRoot, place: Element, colours: Function) {
    super::unicode::install_converter();
    let props = RootProps {
        src: host.get_attribute("src").unwrap_or_default(),
        language: language(&host),
        is_page: host.has_attribute("page"),
        host: host.clone(),
        shadow,
        colours,
    };
    let mounted = yew::Renderer::<Root>::with_root_and_props(place, props).render();
    MOUNTED.with_borrow_mut(|all| all.push((host, mounted)));
}

/// Takes the deck of `host` out and frees what it holds.
#[wasm_bindgen]
pub fn unmount(host: &HtmlElement) {
    let taken = MOUNTED.with_borrow_mut(|all| {
        let at = all.iter().position(|(element, _)| element == host)?;
        Some(all.swap_remove(at).1)
    });
    if let Some(mounted) = taken {
        mounted.destroy();
    }
}

/// The language of the controls until the deck tells its own: that of the element or its page.
fn language(host: &HtmlElement) -> Language {
    let nearest = host.closest("[lang]").ok().flatten();
    Language::of_tag(&nearest.and_then(|element| element.get_attribute("lang")).unwrap_or_default())
}
