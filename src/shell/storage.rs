//! What is kept in the browser: answers as long as the tab is open and, if the reader asks for it, for later visits; the
//! size of the notes and whether plain keys are off, for later visits; and the pair and the clock of a talk, as long as
//! the window is open.
//! Nothing else is ever stored, and a browser that refuses (as in a frame without an origin) keeps nothing.

use crate::app::effect::Kept;

/// The entries of one deck, under its absolute address.
pub struct Storage {
    deck: String,
}

impl Storage {
    pub fn of(deck: &str) -> Self {
        Self { deck: deck.to_owned() }
    }

    /// The deck in another language is on the screen: a reload looks for what is kept under its address.
    pub fn move_to(&mut self, deck: &str) {
        if self.deck == deck {
            return;
        }
        let (answers, kept) =
            (self.read(), [Kept::Clock, Kept::Pair, Kept::Answers].map(|kept| (kept, self.find(kept))));
        deck.clone_into(&mut self.deck);
        if answers.is_some() {
            self.write(answers.as_deref());
        }
        for (kept, value) in kept {
            self.keep(kept, &value.unwrap_or_default());
        }
    }

    fn key(&self) -> String {
        format!("kurabe-answers {}", self.deck)
    }

    /// The answers that were saved.
    pub fn read(&self) -> Option<String> {
        storage()?.get_item(&self.key()).ok().flatten()
    }

    /// Saves answers, or removes the entry. Nothing if the browser refuses.
    pub fn write(&self, text: Option<&str>) -> Option<()> {
        put(&storage()?, &self.key(), text)
    }

    /// Where a value is kept, and under which name.
    fn place(&self, kept: Kept) -> Option<(web_sys::Storage, String)> {
        let session = || web_sys::window()?.session_storage().ok().flatten();
        Some(match kept {
            Kept::NotesSize => (storage()?, "kurabe-notes".to_owned()),
            Kept::PlainKeysOff => (storage()?, "kurabe-plain-keys-off".to_owned()),
            Kept::Clock => (session()?, format!("kurabe-clock {}", self.deck)),
            Kept::Pair => (session()?, format!("kurabe-pair {}", self.deck)),
            Kept::Answers => (session()?, self.key()),
        })
    }

    pub fn find(&self, kept: Kept) -> Option<String> {
        let (storage, key) = self.place(kept)?;
        storage.get_item(&key).ok().flatten()
    }

    /// Keeps a value; an empty one is forgotten.
    pub fn keep(&self, kept: Kept, value: &str) {
        if let Some((storage, key)) = self.place(kept) {
            put(&storage, &key, Some(value).filter(|value| !value.is_empty()));
        }
    }
}

fn put(storage: &web_sys::Storage, key: &str, text: Option<&str>) -> Option<()> {
    match text {
        Some(text) => storage.set_item(key, text),
        None => storage.remove_item(key),
    }
    .ok()
}

fn storage() -> Option<web_sys::Storage> {
    web_sys::window()?.local_storage().ok().flatten()
}
