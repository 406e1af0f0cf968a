//! What can happen.

use super::address::Address;
use super::lens::Lens;
use super::theme::Theme;
use crate::diagnostic::Parsed;
use crate::model::claim::SideIndex;
use crate::model::content::ItemNumber;
use crate::model::date::Date;
use crate::model::deck::Deck;

/// Something that happened: by the reader's hand, in the browser, or to the deck.
#[derive(Clone, Debug, PartialEq)]
pub enum Msg {
    /// A deck has been read; `base` is the address against which its relative ones count.
    DeckRead {
        parsed: Box<Parsed<Deck>>,
        base: String,
    },
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
    SideToggled(SideIndex),
    AllSidesChosen,
    LensChosen(Lens),
    NextMomentPressed,
    ThemeChosen(Theme),
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
}
