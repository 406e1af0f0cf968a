//! Fetching a deck.

use crate::app::msg::{Failure, Msg, ReadDeck};
use crate::read::read;
use js_sys::Uint8Array;
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::JsFuture;
use web_sys::Response;

/// Fetches the deck at `src` and reads it.
pub async fn fetch_deck(src: String) -> Msg {
    match fetched(&src).await {
        Ok((text, address)) => Msg::DeckRead(ReadDeck::new(read(&text), folder(&address))),
        Err(failure) => Msg::DeckFailed { file: src, failure },
    }
}

/// The text at an address, and the address at which it was found in the end.
async fn fetched(src: &str) -> Result<(String, String), Failure> {
    let window = web_sys::window().ok_or(Failure::Unreachable)?;
    let answer = JsFuture::from(window.fetch_with_str(src)).await.map_err(|_| Failure::Unreachable)?;
    let answer: Response = answer.unchecked_into();
    if !answer.ok() {
        return Err(Failure::Status(answer.status()));
    }
    let bytes = answer.array_buffer().map_err(|_| Failure::Unreachable)?;
    let bytes = JsFuture::from(bytes).await.map_err(|_| Failure::Unreachable)?;
    let text = String::from_utf8(Uint8Array::new(&bytes).to_vec()).map_err(|_| Failure::NotText)?;
    Ok((text, answer.url()))
}

/// The folder of a file as an absolute address, with its last `/`.
fn folder(address: &str) -> &str {
    let path = address.split(['?', '#']).next().unwrap_or_default();
    path.rfind('/').map_or("", |end| &path[..=end])
}
