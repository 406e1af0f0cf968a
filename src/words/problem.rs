//! What can be wrong with a deck, as data for the sentences that say so.
//!
//! One variant a diagnostic code. `problems.ja.txt` and `problems.en.txt` hold the sentences, `diagnostic` the codes and
//! severities.

use serde::{Deserialize, Serialize};

/// A fact about the source text that its author should know.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Problem {
    // Front matter.
    FrontMatterUnclosed,
    FrontMatterSyntax(YamlProblem),
    UnknownKey { key: String, nearest: Option<String> },
    DuplicateKey { key: String },
    WrongType { key: String, expected: Expected },
    BadDate { text: String },
    BadColor { text: String },
    BadDuration { text: String },
    SideCount { count: usize },
    DuplicateSide { id: String },
    MissingKey { key: String, within: String },
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
    ShortTooLong { text: String },
    // The quiz.
    BadWeight { text: String },
    WeightSide { side: String, nearest: Option<String> },
    WeightNotLast,
    WeightBeyondLevels { text: String },
    RulesOutUnproved { side: String },
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

/// Why front matter is no YAML, or none that is read here.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum YamlProblem {
    UnclosedQuote,
    UnclosedBracket,
    /// A line without `key:` among lines with one.
    NoKey,
    Indentation,
    TextBehindValue,
    TooDeep,
    /// An anchor, an alias, a tag or a reserved character.
    Unsupported,
}

/// What a value in the front matter should have been.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
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

impl Problem {
    /// Whether two problems are of one kind and name the same: comparing all that they hold is much more code.
    pub fn is_told_as(&self, other: &Self) -> bool {
        std::mem::discriminant(self) == std::mem::discriminant(other) && self.facts() == other.facts()
    }

    /// What the sentence names, in the order of `{0}` and `{1}`. Kinds of values and of YAML errors
    /// are named by the language.
    pub fn facts(&self) -> [&str; 2] {
        match self {
            Self::UnknownKey { key, .. } | Self::DuplicateKey { key } | Self::WrongType { key, .. } => {
                [key, ""]
            }
            Self::BadDate { text }
            | Self::BadColor { text }
            | Self::BadDuration { text }
            | Self::BadPeriod { text }
            | Self::PeriodOrder { text }
            | Self::BadWeight { text }
            | Self::WeightBeyondLevels { text }
            | Self::ShortTooLong { text }
            | Self::BadLineSteps { text } => [text, ""],
            Self::DuplicateSide { id }
            | Self::IdTaken { id }
            | Self::ReplacesUnknown { id, .. }
            | Self::ReplacesOtherSide { id }
            | Self::ReplacesCircular { id }
            | Self::ReplacesOverlap { id }
            | Self::TargetUnknown { id, .. } => [id, ""],
            Self::MissingKey { key, within } => [key, within],
            Self::NearSide { heading, side } => [heading, side],
            Self::ClaimWord { word } => [word, ""],
            Self::ImpreciseNearMoment { text, moment } => [text, moment],
            Self::WeightSide { side, .. } | Self::RulesOutUnproved { side } => [side, ""],
            Self::UnknownFigure { name, .. } => [name, ""],
            Self::DirectiveKey { key, .. } => [key, ""],
            Self::DirectiveValue { key, value } => [key, value],
            Self::AddressRefused { address } => [address, ""],
            Self::FootnoteUndefined { label } => [label, ""],
            _ => ["", ""],
        }
    }

    /// A number that the sentence names in place of `{0}`; empty where there is none.
    pub fn count(&self) -> String {
        match self {
            Self::SideCount { count } => count.to_string(),
            _ => String::new(),
        }
    }

    /// What was probably meant.
    pub fn nearest(&self) -> Option<&str> {
        match self {
            Self::UnknownKey { nearest, .. }
            | Self::ReplacesUnknown { nearest, .. }
            | Self::WeightSide { nearest, .. }
            | Self::UnknownFigure { nearest, .. }
            | Self::TargetUnknown { nearest, .. } => nearest.as_deref(),
            Self::DirectiveKey { nearest, .. } => Some(nearest),
            _ => None,
        }
    }
}
