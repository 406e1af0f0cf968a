//! What can happen.

use super::address::Address;
use super::lens::Lens;
use super::view::View;
use crate::diagnostic::{Diagnostic, Parsed};
use crate::judge::answers::{Importance, Said};
use crate::model::claim::SideIndex;
use crate::model::content::ItemNumber;
use crate::model::date::Date;
use crate::model::deck::Deck;
use std::rc::Rc;

/// Something that happened: by the reader's hand, in the browser, or to the deck.
#[derive(Clone, Debug, PartialEq)]
pub enum Msg {
    /// A deck has been read.
    DeckRead(ReadDeck),
    DeckFailed {
        file: String,
        failure: Failure,
    },
    /// The day has been told.
    TodayIs(Date),
    /// The page was opened at, or went back or forward to, an address.
    AddressRead(Address),
    NextPressed,
    PreviousPressed,
    FirstPressed,
    LastPressed,
    /// A link to an id of the deck was followed.
    LinkFollowed(String),
    SlideChosen(usize),
    ViewChosen(View),
    /// A question of the quiz, by its place among them.
    QuestionChosen(usize),
    /// An answer to the question on the screen.
    OptionChosen(Said),
    ImportanceChosen(Importance),
    StartOverConfirmed,
    /// Answers were found saved on the device.
    AnswersFound(String),
    RememberToggled,
    /// The reader wrote what was decided.
    OutcomeWritten(String),
    LinkCopyPressed,
    RecordPressed(RecordUse),
    /// The browser has copied a text, or not.
    Copied(bool),
    /// The browser doesn't let anything be saved.
    StorageFailed,
    SideToggled(SideIndex),
    AllSidesChosen,
    LensChosen(Lens),
    NextMomentPressed,
    NextThemePressed,
    PanelToggled(Panel),
    Closed,
    ClaimToggled(ItemNumber),
    FoldToggled(ItemNumber),
    BlackToggled,
    FullscreenPressed,
    FullscreenChanged(bool),
    /// The shell has measured the slide: whether text lies out of sight above and below.
    Measured {
        above: bool,
        below: bool,
    },
    ScrollPressed {
        down: bool,
    },
    NoticesRead,
    /// The deck that could not be shown is to be fetched once more.
    ReloadPressed,
}

/// A deck as it was read, shared so that messages are cheap to copy.
#[derive(Clone, Debug, PartialEq)]
pub struct ReadDeck {
    pub deck: Rc<Deck>,
    pub diagnostics: Rc<[Diagnostic]>,
    /// The address against which the deck's relative ones count, up to and with its last `/`.
    pub base: String,
}

impl ReadDeck {
    pub fn new(parsed: Parsed<Deck>, base: impl Into<String>) -> Self {
        Self { deck: Rc::new(parsed.value), diagnostics: parsed.diagnostics.into(), base: base.into() }
    }
}

/// Why there is no deck.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Failure {
    /// The server answered with this status.
    Status(u16),
    /// No answer.
    Unreachable,
    NotText,
    Empty,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Panel {
    Help,
    Diagnostics,
    /// Asks whether all answers are to be cleared.
    StartOver,
    /// The decision record.
    Record,
}

/// What to do with the decision record.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RecordUse {
    DownloadMarkdown,
    DownloadJson,
    Copy,
    Print,
}
