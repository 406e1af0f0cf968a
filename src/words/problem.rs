//! What can be wrong with a deck, as data for the sentences that say so.
//!
//! One variant a diagnostic code. `ja.rs` and `en.rs` hold the sentences, `diagnostic` the codes
//! and severities.

/// A fact about the source text that its author should know.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Problem {
    // Front matter.
    FrontMatterUnclosed,
    FrontMatterSyntax { reason: String },
    UnknownKey { key: String, nearest: Option<String> },
    DuplicateKey { key: String },
    WrongType { key: String, expected: Expected },
    BadDate { text: String },
    BadColor { text: String },
    BadDuration { text: String },
    SideCount { count: usize },
    DuplicateSide { id: String },
    MissingKey { key: &'static str, within: String },
    // Slides.
    UnderlineHeading { looks_like_front_matter: bool },
    SecondTitle,
    IdTaken { id: String },
    NearSide { heading: String, side: String },
    SecondQuestion,
    TooDeep,
    // Claims.
    TaskMarkSpace,
    ClaimWord { word: String },
    BadPeriod { text: String },
    PeriodOrder { text: String },
    ImpreciseNearMoment { text: String, moment: String },
    ReplacesUnknown { id: String, nearest: Option<String> },
    ReplacesOtherSide { id: String },
    ReplacesCircular { id: String },
    ReplacesOverlap { id: String },
    // The quiz.
    BadWeight { text: String },
    WeightSide { side: String, nearest: Option<String> },
    WeightNotLast,
    // Figures, comments, directives.
    UnknownFigure { name: String, nearest: Option<String> },
    BadLineSteps { text: String },
    CommentUnclosed,
    TextAfterComment,
    DirectiveKey { key: String, nearest: String },
    DirectiveValue { key: String, value: String },
    // Text.
    AddressRefused { address: String },
    RawHtml,
    EmphasisNotClosed,
    FootnoteUndefined { label: String },
    TargetUnknown { id: String, nearest: Option<String> },
}

/// What a value in the front matter should have been.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Expected {
    Text,
    Number,
    List,
    Map,
}

/// A sentence about a problem and, where there is one, its repair. Lower case where the language
/// has cases, no final period.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sentence {
    pub message: String,
    pub help: Option<String>,
}

impl Sentence {
    pub(super) fn new(message: impl Into<String>, help: impl Into<String>) -> Self {
        Self { message: message.into(), help: Some(help.into()) }
    }

    pub(super) fn bare(message: impl Into<String>) -> Self {
        Self { message: message.into(), help: None }
    }
}
