//! What the shell is to do. Effects are data; running them is left to `shell`.

use super::code::Coloured;
use super::printing::Paper;
use crate::model::content::ItemNumber;
use crate::words::Language;

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Effect {
    /// Make this the page's address: query and fragment, each with its sign; before them, perhaps, another page.
    WriteAddress {
        address: String,
        entry: Entry,
        /// The answers, kept with the history's entry, so that a reload doesn't lose them.
        answers: String,
    },
    /// Put the slide to its beginning and, if focus was in the old one, focus into the new one.
    ShowSlide,
    /// Bring what the step has shown, or lit, into view.
    ShowStep,
    /// The screen has become black, or is seen again: lead the focus there, and back to what had it.
    Cover(bool),
    /// Bring the item that an address names into view.
    ShowTarget,
    /// The details of a claim have closed: give the focus back to the button that opened them.
    LeaveDetails(usize, ItemNumber),
    /// Scroll by most of a page, or by a few lines.
    Scroll {
        down: bool,
        is_far: bool,
    },
    /// Scroll to the beginning or the end.
    ScrollToEnd {
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
        name: String,
        media_type: &'static str,
        text: String,
    },
    /// Print what the browser prints by itself.
    Print,
    /// Print the slides or the handout.
    PrintPages(Paper),
    /// Put the focus on the slide at which the reader is in the overview or the article.
    ShowCursor,
    /// Scroll to the chosen place among those that were found.
    ShowHit,
    /// Find the slide below or above the one with the focus in the overview.
    FindRow {
        down: bool,
    },
    /// Fetch the deck at another address, which counts from that of the present one.
    FetchTranslation(String),
    /// Bring the window with this name to the front; if there is none, open the address, with query and fragment, in it.
    OpenWindow {
        name: String,
        address: String,
    },
    /// Tell the other window of the pair.
    Tell(String),
    /// Keep a value for later visits.
    Keep(Kept, String),
    /// Fetch the sentences of the diagnostics.
    FetchSentences(Language),
    /// Find the colours of the deck's code.
    ColourCode(Vec<Coloured>),
}

impl Effect {
    /// Whether it needs the screen to be drawn first.
    pub fn is_about_screen(&self) -> bool {
        !matches!(self, Self::Tell(_) | Self::Keep(..) | Self::OpenWindow { .. })
    }
}

/// What is kept for later.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kept {
    /// The size of the speaker's notes; for all talks.
    NotesSize,
    /// That plain keys are off; for all talks.
    PlainKeysOff,
    /// The speaker's clock; as long as the window is open.
    Clock,
    /// The pair of windows to which this one belongs; as long as the window is open.
    Pair,
    /// The answers of this tab; as long as it is open.
    Answers,
}

/// Which entry of the history an address is written to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Entry {
    New,
    /// The present one; at most one such write in 300 ms.
    Present,
}
