//! Where the deck comes from: a file, or the element itself.

use super::Opening;
use crate::app::msg::{Failure, Msg};
use crate::shell::fetch::{self, Wanted};
use crate::shell::opening::deck_inside;
use wasm_bindgen_futures::spawn_local;
use yew::Callback;

/// Fetches the deck, or reads the one that stands in the element, and says what became of it.
pub(super) fn fetch_deck(say: &Callback<Msg>, opening: &Opening, src: &str, name: String) {
    let has_notes = opening.host.get_attribute("notes").is_none_or(|value| value != "off");
    if !name.is_empty() {
        return fetch_file(say, opening, src.to_owned(), Wanted::Deck { name, has_notes });
    }
    let inside = deck_inside(&opening.host).ok_or(Failure::NoSource);
    let read = inside.and_then(|text| fetch::read(text.into_bytes(), src, has_notes));
    let failed = |failure| Msg::DeckFailed { file: String::new(), failure };
    say.emit(read.map_or_else(failed, Msg::DeckRead));
}

/// Fetches a file and says what is in it.
pub(super) fn fetch_file(say: &Callback<Msg>, opening: &Opening, src: String, wanted: Wanted) {
    let (services, say) = (opening.services.clone(), say.clone());
    spawn_local(async move { say.emit(fetch::fetch(services, src, wanted, say.clone()).await) });
}
