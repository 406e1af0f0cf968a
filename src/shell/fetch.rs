//! Fetching a deck: Markdown, or in a build without the reader a deck's compact bytes.

use super::history;
use crate::app::msg::{Failure, Msg, ReadDeck};
use crate::diagnostic::Parsed;
use crate::model::deck::Deck;
use js_sys::Uint8Array;
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::JsFuture;
use web_sys::Response;

/// Fetches the deck at `src` and reads it. `file` is what it is called.
pub async fn fetch_deck(src: String, file: String) -> Msg {
    let read = fetched(&src).await.and_then(|(bytes, address)| Ok((decoded(bytes)?, address)));
    match read {
        Ok((parsed, address)) => {
            let page = parsed.value.about.lang.as_deref().and_then(history::page_in);
            Msg::DeckRead(ReadDeck::new(parsed, folder(&address)).on_page(page))
        }
        Err(failure) => Msg::DeckFailed { file, failure },
    }
}

#[cfg(feature = "reader")]
fn decoded(bytes: Vec<u8>) -> Result<Parsed<Deck>, Failure> {
    let text = String::from_utf8(bytes).map_err(|_| Failure::NotText)?;
    Ok(crate::read::read(&text))
}

#[cfg(not(feature = "reader"))]
fn decoded(bytes: Vec<u8>) -> Result<Parsed<Deck>, Failure> {
    let value = crate::model::bytes::from_bytes(&bytes).map_err(|_| Failure::NotText)?;
    Ok(Parsed { value, diagnostics: Vec::new() })
}

/// What lies at an address, and the address at which it was found in the end.
async fn fetched(src: &str) -> Result<(Vec<u8>, String), Failure> {
    let window = web_sys::window().ok_or(Failure::Unreachable)?;
    let answer = JsFuture::from(window.fetch_with_str(src)).await.map_err(|_| Failure::Unreachable)?;
    let answer: Response = answer.unchecked_into();
    if !answer.ok() {
        return Err(Failure::Status(answer.status()));
    }
    let bytes = answer.array_buffer().map_err(|_| Failure::Unreachable)?;
    let bytes = JsFuture::from(bytes).await.map_err(|_| Failure::Unreachable)?;
    Ok((Uint8Array::new(&bytes).to_vec(), answer.url()))
}

/// The folder of a file as an absolute address, with its last `/`.
fn folder(address: &str) -> &str {
    let path = address.split(['?', '#']).next().unwrap_or_default();
    path.rfind('/').map_or("", |end| &path[..=end])
}
