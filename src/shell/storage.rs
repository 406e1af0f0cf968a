//! Answers that are remembered on the device, if the reader asks for it: one entry a deck in the browser's
//! local storage. Nothing else is ever stored.

use super::history::page;

/// The entry of one deck.
pub struct Storage {
    key: String,
}

impl Storage {
    /// For the deck that the page names so.
    pub fn of(deck: &str) -> Self {
        Self { key: format!("kurabe-answers {} {deck}", page().unwrap_or_default()) }
    }

    /// What was saved. A browser that refuses (as in a frame without an origin) has nothing.
    pub fn read(&self) -> Option<String> {
        storage()?.get_item(&self.key).ok().flatten()
    }

    /// Saves a text, or removes the entry. Nothing if the browser refuses.
    pub fn write(&self, text: Option<&str>) -> Option<()> {
        let storage = storage()?;
        match text {
            Some(text) => storage.set_item(&self.key, text),
            None => storage.remove_item(&self.key),
        }
        .ok()
    }
}

fn storage() -> Option<web_sys::Storage> {
    web_sys::window()?.local_storage().ok().flatten()
}
