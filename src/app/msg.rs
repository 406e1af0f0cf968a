//! What can happen.

use super::address::Address;
use super::clock::Time;
use super::code::Coloured;
use super::effect::Kept;
use super::lens::Lens;
use super::nav::Scroll;
use super::printing::Paper;
use super::share::Share;
use super::view::View;
use crate::analysis::answers::{Importance, Said};
use crate::diagnostic::{Diagnostic, Parsed};
use crate::model::claim::SideIndex;
use crate::model::content::ItemNumber;
use crate::model::date::Date;
use crate::model::deck::Deck;
use crate::words::Language;
use std::rc::Rc;

/// Something that happened, by feature: by the reader's hand, in the browser, or to the deck.
#[derive(Clone, Debug, PartialEq)]
pub enum Msg {
    Nav(NavMsg),
    Sides(SidesMsg),
    Lens(LensMsg),
    Quiz(QuizMsg),
    Compare(CompareMsg),
    Search(SearchMsg),
    Presenter(PresenterMsg),
    Deck(DeckMsg),
    Host(HostMsg),
    Ui(UiMsg),
    Render(RenderMsg),
}

impl Msg {
    /// Whether it comes by itself, again and again: what was told to the reader last still stands.
    pub(super) fn is_background(&self) -> bool {
        matches!(
            self,
            Self::Render(RenderMsg::Measured(_))
                | Self::Presenter(PresenterMsg::Tick(_) | PresenterMsg::Pulse | PresenterMsg::Heard(_))
        )
    }
}

/// Moving through the deck and the views.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum NavMsg {
    Next,
    Previous,
    First,
    Last,
    View(View),
    Slide(usize),
    /// A link to an id of the deck.
    Link(String),
    /// The slide with the focus in the overview.
    Cursor(usize),
    /// To the slide below or above in the overview; the shell knows which that is.
    Row {
        down: bool,
    },
    /// Scroll by most of a page.
    Page {
        down: bool,
    },
    /// Scroll by a few lines.
    Line {
        down: bool,
    },
    /// Scroll to the beginning or the end.
    Edge {
        down: bool,
    },
    /// Scrolling has brought this slide to the top of the article.
    SlideSeen(usize),
}

/// Which sides are on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum SidesMsg {
    Toggle(SideIndex),
    All,
}

/// The day as of which the deck is looked at.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum LensMsg {
    Set(Lens),
    /// The slider is being dragged to a month, counted from January of year 0.
    Drag(String),
    /// The slider was let go.
    Drop,
    /// A month of the list, counted likewise.
    Month(String),
    /// To the day of the next change, or of the one before.
    Change {
        later: bool,
    },
    NextMoment,
    ToggleSlider,
}

/// The quiz, its verdict and the decision record.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum QuizMsg {
    /// A question, by its place among those of the deck.
    Question(usize),
    /// An answer to the question on the screen.
    Answer(Said),
    Importance(Importance),
    StartOver,
    /// Answers that were found on the device.
    Saved(String),
    ToggleRemember,
    /// What was decided, in the reader's own words.
    Outcome(String),
    CopyLink,
    Record(RecordUse),
    /// Let the page know the scores.
    ShareScores,
}

/// The views that look at all claims.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum CompareMsg {
    /// What the matrix's rows are to have in them.
    Filter(String),
    ToggleDiffering,
    ToggleChanged,
    /// The order of the matrix's rows, by its name.
    Sort(String),
    /// The column of a side goes a place further, or back.
    MoveColumn {
        side: SideIndex,
        further: bool,
    },
    /// The moment from which changes are told, and the one up to which, by their places.
    From(String),
    To(String),
    /// Scrolling has brought this row to the top of the table.
    RowSeen(usize),
    RowFocused(usize),
    /// A claim of the timeline: the slide's place and the item's number.
    Bar(usize, ItemNumber),
    /// The timeline shows half as many years, or twice as many.
    Zoom {
        closer: bool,
    },
    Table(TableUse),
}

/// Looking for a slide or a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum SearchMsg {
    Query(String),
    /// Choose another of the places that were found: so many further.
    Move(isize),
    /// Go to a place that was found; `None`: the chosen one.
    Open(Option<usize>),
}

/// The speaker's window: the pair of windows, the clock, the notes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum PresenterMsg {
    /// Open the second window.
    Open,
    /// The browser did not open it.
    Blocked,
    /// A message of the pair's other window; `pair` documents its format.
    Heard(String),
    /// Time for a look at whether the other window is still there.
    Pulse,
    /// The window is about to be closed or to show something else.
    Leave,
    /// The time of day.
    Tick(Time),
    ToggleTimer,
    ResetTimer,
    /// The notes' size changes by so many steps.
    ResizeNotes(i8),
}

/// The deck and the files that belong to it.
#[derive(Clone, Debug, PartialEq)]
pub enum DeckMsg {
    Read(ReadDeck),
    Failed {
        file: String,
        failure: Failure,
    },
    /// So many bytes of it have come.
    Progress(u32),
    /// Fetch a deck that could not be shown once more.
    Retry,
    /// The deck in another language, by its place among the translations.
    Translation(usize),
    /// The present day.
    Today(Date),
    /// The sentences of the diagnostics in a language.
    Sentences(Language, String),
    /// The colours of the deck's code.
    CodeHighlighted(Rc<[Coloured]>),
}

/// The page, the element and the browser around the deck.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum HostMsg {
    /// Initial URL, or `popstate`.
    Url(Address),
    /// An attribute of the element: its name and its value; `None`: it isn't there.
    Attribute(String, Option<String>),
    /// Another deck of the same group has these sides on and this lens, as a URL tells them.
    Group {
        sides: String,
        as_of: String,
    },
    /// A value from an earlier visit.
    Setting(Kept, String),
    /// Nothing can be saved.
    StorageFailed,
    /// A text has been copied, or not.
    Copied(bool),
    Fullscreen(bool),
    /// A newer version of the site has been fetched.
    NewVersion,
}

/// Panels, what is open, and the display.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum UiMsg {
    TogglePanel(Panel),
    /// Close the innermost open thing.
    Close,
    /// The details of a claim: the slide's place and the item's number.
    ToggleClaim(usize, ItemNumber),
    /// What a claim replaced, likewise.
    ToggleFold(usize, ItemNumber),
    ToggleBlack,
    ToggleFullscreen,
    DismissNotices,
    NextTheme,
    /// Print the slides or the handout.
    Print(Paper),
    /// Copy what is on the screen as a link or as code.
    Share(Share),
    /// Keys that are a single letter, digit or sign, on or off.
    TogglePlainKeys,
    ToggleLaser,
    Laser(bool),
}

/// What there was time to render, and what was measured.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum RenderMsg {
    /// More entries of the article, or all of them.
    Article { all: bool },
    /// The next slide, out of sight.
    NextSlide,
    /// What of the slide is out of sight.
    Measured(Scroll),
}

/// A deck as it was read, shared so that messages are cheap to copy.
#[derive(Clone, Debug, PartialEq)]
pub struct ReadDeck {
    pub deck: Rc<Deck>,
    pub diagnostics: Rc<[Diagnostic]>,
    /// The deck's address, against which its relative ones count. A folder ends in `/`.
    pub address: String,
    /// The page that shows this deck on the site, where that is another one than before.
    pub page: Option<String>,
}

impl ReadDeck {
    pub fn new(parsed: Parsed<Deck>, address: impl Into<String>) -> Self {
        Self {
            deck: Rc::new(parsed.value),
            diagnostics: parsed.diagnostics.into(),
            address: address.into(),
            page: None,
        }
    }

    /// For a deck that has a page of its own.
    #[must_use]
    pub fn on_page(self, page: Option<String>) -> Self {
        Self { page, ..self }
    }
}

/// Why there is no deck.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Failure {
    /// The server answered with this status.
    Status(u16),
    /// No answer.
    Unreachable,
    /// No whole answer in 15 s.
    TooSlow,
    /// More than 5 MB.
    TooLarge,
    /// The page's content security policy forbids it.
    Refused,
    /// The address begins with `file:`.
    FileAddress,
    NotText,
    /// An HTML page, as some servers send it in place of a file that is missing.
    Page,
    Empty,
    /// The element names no deck and holds none.
    NoSource,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Panel {
    Help,
    Diagnostics,
    /// Asks whether all answers are to be cleared.
    StartOver,
    /// The decision record.
    Record,
    /// Everything that has no button of its own in the toolbar.
    Menu,
    /// Looking for texts.
    Search,
    /// Looking for a slide by its number or title.
    Jump,
    /// What is on the screen as a link and as code.
    Share,
}

/// What to do with the table on the screen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TableUse {
    DownloadCsv,
    DownloadMarkdown,
    DownloadJson,
    CopyCsv,
    CopyMarkdown,
    CopyJson,
    DownloadSvg,
}

/// What to do with the decision record.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RecordUse {
    DownloadMarkdown,
    DownloadJson,
    Copy,
    Print,
}
