//! Fetching a deck: Markdown, or in a build without the reader a deck's compact bytes. And the sentences of its
//! diagnostics, if it has any.

use super::history;
use crate::app::msg::{Failure, Msg, ReadDeck};
use crate::diagnostic::Parsed;
use crate::model::deck::Deck;
use crate::words::{Language, fill};
use js_sys::Uint8Array;
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::JsFuture;
use web_sys::Response;

/// What is fetched.
pub enum Wanted {
    /// A deck, and what it is called.
    Deck(String),
    /// The sentences of the diagnostics.
    Sentences(Language),
}

/// Fetches what lies at `src` and reads it.
pub async fn fetch(src: String, wanted: Wanted) -> Msg {
    let found = fetched(&src).await;
    let file = match wanted {
        Wanted::Deck(file) => file,
        Wanted::Sentences(language) => {
            // Without them the diagnostics are told by their codes.
            let text = found.ok().and_then(|(bytes, _)| String::from_utf8(bytes).ok());
            return Msg::SentencesRead(language, text.unwrap_or_default());
        }
    };
    match found.and_then(|(bytes, address)| Ok((decoded(bytes)?, address))) {
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

/// Where the sentences of a language lie: in the folder of the program.
pub fn sentences_address(home: &str, language: Language) -> String {
    fill("{0}problems.{1}.txt", &[&home, &language.tag()])
}

/// The folder of a file as an absolute address, with its last `/`.
fn folder(address: &str) -> &str {
    let path = address.split(['?', '#']).next().unwrap_or_default();
    path.rfind('/').map_or("", |end| &path[..=end])
}
