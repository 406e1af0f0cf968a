//! What the shell is to do. Effects are data; running them is left to `shell`.

use crate::model::content::ItemNumber;

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Effect {
    /// Make this the page's address: query and fragment, each with its sign.
    WriteAddress {
        address: String,
        entry: Entry,
        /// The answers, kept with the history's entry, so that a reload doesn't lose them.
        answers: String,
    },
    /// Put the slide to its beginning and, if focus was in the old one, focus into the new one.
    ShowSlide,
    /// Bring the item that an address names into view.
    ShowTarget,
    /// The details of a claim have closed: give the focus back to the button that opened them.
    LeaveDetails(ItemNumber),
    Scroll {
        down: bool,
    },
    SetFullscreen(bool),
    FetchDeck,
    /// Lead the focus to the question.
    ShowQuestion,
    /// Save the answers on this device; nothing: forget what is saved.
    Remember(Option<String>),
    Copy(String),
    Download {
        name: &'static str,
        media_type: &'static str,
        text: String,
    },
    Print,
}

/// Which entry of the history an address is written to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Entry {
    New,
    /// The present one; at most one such write in 300 ms.
    Present,
}
