//! The custom element's two ends: mounting a deck into a shadow root, and taking it out.
//!
//! The element's class itself is in `boot.js`: a class can't be written in Rust.

use super::root::{Root, RootProps};
use crate::words::Language;
use wasm_bindgen::prelude::*;
use web_sys::{Element, HtmlElement, ShadowRoot};

/// A mounted deck.
#[wasm_bindgen]
pub struct Mounted(yew::AppHandle<Root>);

/// Mounts the deck that `host` names by `src` into its shadow root.
#[wasm_bindgen]
pub fn mount(host: HtmlElement, shadow: ShadowRoot, place: Element) -> Mounted {
    super::unicode::install_converter();
    let props = RootProps {
        src: host.get_attribute("src").unwrap_or_default(),
        language: language(&host),
        is_page: host.has_attribute("page"),
        host,
        shadow,
    };
    Mounted(yew::Renderer::<Root>::with_root_and_props(place, props).render())
}

/// Takes a deck out and frees what it holds.
#[wasm_bindgen]
pub fn unmount(mounted: Mounted) {
    mounted.0.destroy();
}

/// The language of the controls until the deck tells its own: that of the element or its page.
fn language(host: &HtmlElement) -> Language {
    let nearest = host.closest("[lang]").ok().flatten();
    Language::of_tag(&nearest.and_then(|element| element.get_attribute("lang")).unwrap_or_default())
}
