//! What a reader is told at the top of the deck until he closes it.

use super::answer_code::Trouble;

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Notice {
    /// A key and value of the address that mean nothing here; the key `#` for the fragment.
    Meaningless(&'static str, String),
    /// The answers in a link can't be read as they are.
    Link(Trouble),
    /// A link to the quiz from when it opened at the first moment; the day that it got.
    UndatedLink(String),
    /// The browser doesn't let anything be saved.
    StorageFailed,
}
