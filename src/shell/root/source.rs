//! Where the deck comes from: a file, or the element itself.

use super::Opening;
use crate::app::msg::{DeckMsg, Failure, Msg};
use crate::shell::fetch::{self, Wanted};
use crate::shell::listeners::is_hydrating;
use crate::shell::opening::{absolute, deck_inside};
use gloo_timers::callback::Timeout;
use wasm_bindgen_futures::spawn_local;
use yew::Callback;

fn has_notes(opening: &Opening) -> bool {
    opening.host.get_attribute("notes").is_none_or(|value| value != "off")
}

/// Fetches the deck, or reads the one that stands in the element, and says what became of it.
pub(super) fn fetch_deck(say: &Callback<Msg>, opening: &Opening, src: &str, name: String) {
    let has_notes = has_notes(opening);
    if !name.is_empty() {
        // A page of the site names its deck as it was read when the site was built, too. Its translations lie beside it.
        let compiled = opening.host.get_attribute("data-compiled").and_then(|compiled| {
            let own = (name == opening.src).then(|| absolute(&opening.host, &compiled));
            let beside = || Some([name.strip_suffix(".md").filter(|_| name == src)?, ".deck"].concat());
            own.or_else(beside)
        });
        return fetch_file(say, opening, src.to_owned(), Wanted::Deck { name, has_notes, compiled });
    }
    let inside = deck_inside(&opening.host);
    let (services, say, src) = (opening.services.clone(), say.clone(), src.to_owned());
    spawn_local(async move {
        let read = match inside {
            Some(text) => fetch::read(&services, text.into_bytes(), &src, has_notes).await,
            None => Err(Failure::NoSource),
        };
        let failed = |failure| Msg::Deck(DeckMsg::Failed { file: String::new(), failure });
        say.emit(read.map_or_else(failed, |read| Msg::Deck(DeckMsg::Read(read))));
    });
}

/// Fetches a file and says what is in it.
pub(super) fn fetch_file(say: &Callback<Msg>, opening: &Opening, src: String, wanted: Wanted) {
    let (services, say) = (opening.services.clone(), say.clone());
    let host = opening.host.clone();
    spawn_local(async move {
        let msg = fetch::fetch(services, src, wanted, say.clone()).await;
        if is_hydrating(&host) {
            // In a task of its own, so that a tap is answered in between.
            Timeout::new(0, move || say.emit(msg)).forget();
        } else {
            say.emit(msg);
        }
    });
}
