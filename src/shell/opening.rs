//! What is known when a deck is opened: its address, the screen, and what is kept from earlier visits.

use super::root::Opening;
use super::storage::Storage;
use super::{channel, clock, history};
use crate::app::address::Address;
use crate::app::effect::Kept;
use crate::app::msg::{HostMsg, Msg, QuizMsg};
use crate::app::pair::Role;
use crate::app::state::State;
use crate::text::unindented;
use wasm_bindgen::JsCast;
use web_sys::{HtmlAnchorElement, HtmlElement};

/// Where it has less room than this, in CSS pixels, the deck opens as an article.
const NARROW: i32 = 480;

/// The state before the deck has been read.
pub fn state(props: &Opening, storage: &Storage) -> State {
    let page = history::page().filter(|_| props.owns_address);
    // One that is hidden has no width yet.
    let is_narrow = (1..NARROW).contains(&props.services.width());
    let mut state = State::new(props.src.clone(), props.language, clock::today())
        .on_page(page)
        .of_program(props.services.home())
        .for_author(props.services.author());
    // In a frame of another page, storage and channels are not those of the site.
    if !props.is_page || history::is_framed() {
        state = state.embedded();
    }
    for name in ATTRIBUTES {
        if let Some(value) = props.host.get_attribute(name) {
            state.update(Msg::Host(HostMsg::Attribute(name.to_owned(), Some(value))));
        }
    }
    if props.is_page {
        let address = history::opening_address();
        let kept = storage.find(Kept::Pair);
        let pair = channel::pair(address.view.as_deref(), address.pair.as_deref(), kept);
        if pair.role == Role::Audience {
            storage.keep(Kept::Pair, &pair.id);
        }
        // The speaker has a screen for the slide and the notes beside it.
        state = state.on_narrow_screen(is_narrow && pair.role != Role::Speaker).paired(pair);
        open_at(&mut state, address);
    } else {
        state = state.on_narrow_screen(is_narrow);
        if props.owns_address {
            open_at(&mut state, history::opening_address());
        }
    }
    // Of what is kept for later visits, a deck in a page of another's knows only what its author lets be kept.
    if props.is_page {
        for msg in channel::kept_messages(storage) {
            state.update(msg);
        }
    }
    if let Some(code) = storage.read().filter(|_| props.is_page || state.host.embed.may_remember) {
        state.update(Msg::Quiz(QuizMsg::Saved(code)));
    }
    state.rolled_up()
}

/// Whether the reader has scrolled the article that stands in the page until the program draws it.
pub fn is_scrolled(host: &HtmlElement) -> bool {
    let article = host.query_selector(".all-slides").ok().flatten();
    article.is_some_and(|article| article.scroll_top() > 0)
}

/// The Markdown of a deck that stands in the element, without the indentation that all its lines have.
pub fn deck_inside(host: &HtmlElement) -> Option<String> {
    let script = host.query_selector("script[type='text/markdown']").ok().flatten()?;
    Some(unindented(&script.text_content().unwrap_or_default()))
}

/// The attributes of which the state knows.
const ATTRIBUTES: [&str; 9] =
    ["view", "slide", "sides", "as-of", "theme", "only", "controls", "remember", "lang"];

/// The page's address counts for more than what the element asks for.
fn open_at(state: &mut State, address: Address) {
    let asked = std::mem::take(&mut state.host.address);
    state.update(Msg::Host(HostMsg::Url(address.or(asked))));
}

/// The address of a file as the page that is open now has it: that of the page may change.
pub fn absolute(host: &HtmlElement, src: &str) -> String {
    let link = host.owner_document().and_then(|document| document.create_element("a").ok());
    let Some(link) = link.map(JsCast::unchecked_into::<HtmlAnchorElement>) else { return src.to_owned() };
    link.set_href(src);
    link.href()
}
