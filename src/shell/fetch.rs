//! Fetching a deck: Markdown, or the compact bytes of one that has been read already. And the sentences of its
//! diagnostics, if it has any.

use super::history;
use super::services::{Brought, Services};
use crate::app::msg::{DeckMsg, Failure, Msg, ReadDeck};
use crate::diagnostic::Parsed;
use crate::diagnostic::bytes::from_bytes;
use crate::model::deck::Deck;
use crate::text::markup::is_page;
use crate::words::{Language, fill};
use js_sys::Uint8Array;
use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::Closure;
use wasm_bindgen_futures::JsFuture;
use yew::Callback;

/// What is fetched.
pub enum Wanted {
    /// A deck, what it is called, whether its notes are wanted, and where it lies as it was read already, if it does.
    Deck { name: String, has_notes: bool, compiled: Option<String> },
    /// The sentences of the diagnostics.
    Sentences(Language),
}

/// Fetches what lies at `src` and reads it; `say` is told how it goes on.
pub async fn fetch(services: Services, src: String, wanted: Wanted, say: Callback<Msg>) -> Msg {
    let (file, has_notes) = match wanted {
        Wanted::Deck { name, has_notes, compiled } => {
            if let Some(compiled) = compiled
                && let Ok((bytes, _)) = fetched(&services, &compiled, say.clone()).await
                && let Ok(parsed) = from_bytes(&bytes)
            {
                return Msg::Deck(DeckMsg::Read(shown(parsed, &src, has_notes)));
            }
            (name, has_notes)
        }
        Wanted::Sentences(language) => {
            // Without them the diagnostics are told by their codes.
            let found = fetched(&services, &src, Callback::noop()).await;
            let text = found.ok().and_then(|(bytes, _)| String::from_utf8(bytes).ok());
            return Msg::Deck(DeckMsg::Sentences(language, text.unwrap_or_default()));
        }
    };
    let found = fetched(&services, &src, say).await;
    let read = match found {
        Ok((bytes, address)) => read(&services, bytes, &address, has_notes).await,
        Err(failure) => Err(failure),
    };
    match read {
        Ok(read) => Msg::Deck(DeckMsg::Read(read)),
        Err(failure) => Msg::Deck(DeckMsg::Failed { file, failure }),
    }
}

/// The deck in bytes from `address`, with its notes or without. Markdown is read by a program of its own, which comes
/// when it is needed.
pub async fn read(
    services: &Services,
    bytes: Vec<u8>,
    address: &str,
    has_notes: bool,
) -> Result<ReadDeck, Failure> {
    let parsed: Parsed<Deck> = match from_bytes(&bytes) {
        Ok(parsed) => parsed,
        Err(_) if is_page(&bytes) => return Err(Failure::Page),
        Err(_) => from_bytes(&read_markdown(services, &bytes).await?).map_err(|_| Failure::NotText)?,
    };
    Ok(shown(parsed, address, has_notes))
}

/// A deck as it is to be shown.
pub fn shown(mut parsed: Parsed<Deck>, address: &str, has_notes: bool) -> ReadDeck {
    if !has_notes {
        parsed.value.slides.iter_mut().for_each(|slide| slide.notes.clear());
    }
    let page = parsed.value.about.lang.as_deref().and_then(history::page_in);
    ReadDeck::new(parsed, address).on_page(page)
}

/// The deck in a Markdown text as compact bytes.
async fn read_markdown(services: &Services, text: &[u8]) -> Result<Vec<u8>, Failure> {
    let bytes = JsFuture::from(services.read(text)).await.map_err(|_| Failure::Unreachable)?;
    if bytes.is_null() { Err(Failure::NotText) } else { Ok(Uint8Array::from(bytes).to_vec()) }
}

/// What lies at an address, and the address at which it was found in the end.
async fn fetched(services: &Services, src: &str, say: Callback<Msg>) -> Result<(Vec<u8>, String), Failure> {
    let told = Closure::new(move |count| say.emit(Msg::Deck(DeckMsg::Progress(count))));
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
