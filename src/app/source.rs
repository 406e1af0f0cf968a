//! Where the deck comes from, and how far it has come.

use super::msg::Failure;

#[derive(Debug, Default)]
pub struct Source {
    /// The address against which the deck's relative ones count, up to and with its last `/`.
    pub base: String,
    /// The deck's own address.
    pub url: String,
    pub file: String,
    pub failure: Option<Failure>,
    /// How many bytes of the deck have come.
    pub received: u32,
}
