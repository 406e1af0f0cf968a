//! Fetching a deck: Markdown, or in a build without the reader a deck's compact bytes. And the sentences of its
//! diagnostics, if it has any.

use super::history;
use super::services::{Brought, Services};
use crate::app::msg::{Failure, Msg, ReadDeck};
use crate::diagnostic::Parsed;
use crate::model::deck::Deck;
use crate::words::{Language, fill};
use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::Closure;
use wasm_bindgen_futures::JsFuture;
use yew::Callback;

/// What is fetched.
pub enum Wanted {
    /// A deck, what it is called, and whether its notes are wanted.
    Deck { name: String, has_notes: bool },
    /// The sentences of the diagnostics.
    Sentences(Language),
}

/// Fetches what lies at `src` and reads it; `say` is told how it goes on.
pub async fn fetch(services: Services, src: String, wanted: Wanted, say: Callback<Msg>) -> Msg {
    let (file, has_notes) = match wanted {
        Wanted::Deck { name, has_notes } => (name, has_notes),
        Wanted::Sentences(language) => {
            // Without them the diagnostics are told by their codes.
            let found = fetched(&services, &src, Callback::noop()).await;
            let text = found.ok().and_then(|(bytes, _)| String::from_utf8(bytes).ok());
            return Msg::SentencesRead(language, text.unwrap_or_default());
        }
    };
    let found = fetched(&services, &src, say).await;
    match found.and_then(|(bytes, address)| read(bytes, &address, has_notes)) {
        Ok(read) => Msg::DeckRead(read),
        Err(failure) => Msg::DeckFailed { file, failure },
    }
}

/// The deck in a file that lies at `address`, with its notes or without.
pub fn read(bytes: Vec<u8>, address: &str, has_notes: bool) -> Result<ReadDeck, Failure> {
    let mut parsed = decoded(bytes)?;
    if !has_notes {
        parsed.value.slides.iter_mut().for_each(|slide| slide.notes.clear());
    }
    let page = parsed.value.about.lang.as_deref().and_then(history::page_in);
    Ok(ReadDeck::new(parsed, address).on_page(page))
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
async fn fetched(services: &Services, src: &str, say: Callback<Msg>) -> Result<(Vec<u8>, String), Failure> {
    let told = Closure::new(move |count| say.emit(Msg::BytesCame(count)));
    let brought = JsFuture::from(services.bring(src, &told)).await.map_err(|_| Failure::Unreachable)?;
    let brought: Brought = brought.unchecked_into();
    match brought.status() {
        200..=299 => Ok((brought.bytes(), brought.url())),
        // As `program.js` has them.
        0 if src.starts_with("file:") => Err(Failure::FileAddress),
        0 => Err(Failure::Unreachable),
        -1 => Err(Failure::TooSlow),
        -2 => Err(Failure::TooLarge),
        -3 => Err(Failure::Refused),
        status => Err(Failure::Status(u16::try_from(status).unwrap_or_default())),
    }
}

/// Where the sentences of a language lie: in the folder of the program.
pub fn sentences_address(home: &str, language: Language) -> String {
    fill("{0}problems.{1}.txt", &[&home, &language.tag()])
}
