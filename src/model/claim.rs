//! A claim: one statement about a side, with what is known of its time.

use super::date::{Date, Period};
use serde::{Deserialize, Serialize};

/// An id that addresses can name: of a slide, a claim or a quiz option. In normal form C, without
/// the `#`.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Id(pub String);

impl Id {
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// The place of a side in the deck's `sides`, from 0.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct SideIndex(pub u8);

impl SideIndex {
    pub fn index(self) -> usize {
        usize::from(self.0)
    }
}

/// A statement with its time. A claim without a period is undated.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Claim {
    pub id: Option<Id>,
    /// The side it speaks of; none: all of them.
    pub side: Option<SideIndex>,
    /// As written on this claim. A nested claim without one has that of the item around it: see
    /// `analysis::freshness`.
    pub period: Option<Period>,
    /// When it was last checked, if not on the deck's `checked`.
    pub checked: Option<Date>,
    /// The claims whose place it takes.
    pub replaces: Vec<Id>,
    /// Marked with `+`: added by the deck's editors.
    pub added: bool,
    /// A name for pictures, at most 14 em wide.
    pub short: Option<String>,
    /// The addresses of its links and of the links in its footnotes, in order, without repeats.
    pub sources: Vec<Source>,
}

/// A place where a claim can be checked.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Source {
    /// The link's text.
    pub text: String,
    pub address: super::content::Address,
}
