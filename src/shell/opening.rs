//! What is known when a deck is opened: its address, the screen, and what is kept from earlier visits.

use super::root::RootProps;
use super::storage::Storage;
use super::{channel, clock, history};
use crate::app::effect::Kept;
use crate::app::msg::Msg;
use crate::app::pair::Role;
use crate::app::state::State;
use wasm_bindgen::JsCast;
use web_sys::{HtmlAnchorElement, HtmlElement};

/// On screens narrower than this the deck opens as an article.
const NARROW: &str = "(max-width: 479px)";

/// The state before the deck has been read.
pub fn state(props: &RootProps, storage: &Storage) -> State {
    let page = history::page().filter(|_| props.is_page);
    let window = web_sys::window();
    let narrow = window.and_then(|window| window.match_media(NARROW).ok().flatten());
    let is_narrow = narrow.is_some_and(|query| query.matches());
    let mut state = State::new(props.src.clone(), props.language, clock::today()).on_page(page);
    if props.is_page {
        let address = history::opening_address();
        let kept = storage.find(Kept::Pair);
        let pair = channel::pair(address.view.as_deref(), address.pair.as_deref(), kept);
        if pair.role == Role::Audience {
            storage.keep(Kept::Pair, &pair.id);
        }
        // The speaker has a screen for the slide and what stands beside it.
        state = state.on_narrow_screen(is_narrow && pair.role != Role::Speaker).paired(pair);
        state.update(Msg::AddressRead(address));
    } else {
        state = state.on_narrow_screen(is_narrow);
    }
    for msg in channel::kept_messages(storage) {
        state.update(msg);
    }
    if let Some(code) = storage.read() {
        state.update(Msg::AnswersFound(code));
    }
    state
}

/// The address of a file as the page that is open now has it: that of the page may change.
pub fn absolute(host: &HtmlElement, src: &str) -> String {
    let link = host.owner_document().and_then(|document| document.create_element("a").ok());
    let Some(link) = link.map(JsCast::unchecked_into::<HtmlAnchorElement>) else { return src.to_owned() };
    link.set_href(src);
    link.href()
}
