//! What was noticed while reading: codes, severities and positions.
//!
//! The sentences are in `sentences`; printing them for a terminal is in `plain`.

pub mod bytes;
pub mod plain;
pub mod sentences;

use self::sentences::Sentences;
use crate::text::Span;
use crate::words::Language;
use crate::words::problem::{Problem, Sentence};
use serde::{Deserialize, Serialize};

/// A value that was read, whatever the text was like, and what was noticed on the way, in the order
/// of the text.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Parsed<T> {
    pub value: T,
    pub diagnostics: Vec<Diagnostic>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Severity {
    /// Something that was written could not be kept.
    Error,
    /// Everything is kept, but perhaps not as it was meant.
    Warning,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Diagnostic {
    pub problem: Problem,
    pub span: Span,
    /// Line and column of the span's start, from 1, in characters.
    pub line: usize,
    pub column: usize,
}

impl Diagnostic {
    /// What people read, outside the browser; there `Sentences` come when they are needed.
    pub fn sentence(&self, language: Language) -> Sentence {
        Sentences::built_in(language).sentence(&self.problem)
    }

    pub fn code(&self) -> &'static str {
        code_and_severity(&self.problem).0
    }

    pub fn severity(&self) -> Severity {
        code_and_severity(&self.problem).1
    }
}

/// The stable name of a problem and how grave it is.
pub fn code_and_severity(problem: &Problem) -> (&'static str, Severity) {
    use Severity::{Error, Warning};
    match problem {
        Problem::FrontMatterUnclosed => ("front-matter-unclosed", Error),
        Problem::FrontMatterSyntax(_) => ("front-matter-syntax", Error),
        Problem::UnknownKey { .. } => ("unknown-key", Warning),
        Problem::DuplicateKey { .. } => ("duplicate-key", Error),
        Problem::WrongType { .. } => ("wrong-type", Error),
        Problem::BadDate { .. } => ("bad-date", Error),
        Problem::BadColor { .. } => ("bad-color", Error),
        Problem::BadDuration { .. } => ("bad-duration", Error),
        Problem::SideCount { .. } => ("side-count", Error),
        Problem::DuplicateSide { .. } => ("duplicate-side", Error),
        Problem::MissingKey { .. } => ("missing-key", Error),
        Problem::UnderlineHeading { .. } => ("underline-heading", Warning),
        Problem::SecondTitle => ("second-title", Warning),
        Problem::IdTaken { .. } => ("id-taken", Error),
        Problem::NearSide { .. } => ("near-side", Warning),
        Problem::SecondQuestion => ("second-question", Warning),
        Problem::TooDeep => ("too-deep", Warning),
        Problem::TaskMarkSpace => ("task-mark-space", Warning),
        Problem::ClaimWord { .. } => ("claim-word", Error),
        Problem::BadPeriod { .. } => ("bad-period", Error),
        Problem::PeriodOrder { .. } => ("period-order", Error),
        Problem::ImpreciseNearMoment { .. } => ("imprecise-near-moment", Warning),
        Problem::ReplacesUnknown { .. } => ("replaces-unknown", Warning),
        Problem::ReplacesOtherSide { .. } => ("replaces-other-side", Warning),
        Problem::ReplacesCircular { .. } => ("replaces-circular", Warning),
        Problem::ReplacesOverlap { .. } => ("replaces-overlap", Warning),
        Problem::ShortTooLong { .. } => ("short-too-long", Warning),
        Problem::BadWeight { .. } => ("bad-weight", Error),
        Problem::WeightSide { .. } => ("weight-side", Error),
        Problem::WeightNotLast => ("weight-not-last", Warning),
        Problem::WeightBeyondLevels { .. } => ("weight-beyond-levels", Warning),
        Problem::RulesOutUnproved { .. } => ("rules-out-unproved", Warning),
        Problem::UnknownFigure { .. } => ("unknown-figure", Warning),
        Problem::BadLineSteps { .. } => ("bad-line-steps", Warning),
        Problem::CommentUnclosed => ("comment-unclosed", Error),
        Problem::TextAfterComment => ("text-after-comment", Warning),
        Problem::DirectiveKey { .. } => ("directive-key", Warning),
        Problem::DirectiveValue { .. } => ("directive-value", Error),
        Problem::AddressRefused { .. } => ("address-refused", Warning),
        Problem::RawHtml => ("raw-html", Warning),
        Problem::EmphasisNotClosed => ("emphasis-not-closed", Warning),
        Problem::FootnoteUndefined { .. } => ("footnote-undefined", Warning),
        Problem::TargetUnknown { .. } => ("target-unknown", Warning),
    }
}
