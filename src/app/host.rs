//! The page and the element around the deck.

use super::address::Address;
use super::embed::Embed;

#[derive(Debug, Default)]
pub struct Host {
    /// The page's address without query and fragment, where the deck owns it.
    pub page: Option<String>,
    pub embed: Embed,
    /// The address that the page was opened at, while there is no deck yet; later, the parts of it
    /// that belong to others.
    pub address: Address,
    /// How often the reader has let the page know the scores.
    pub verdicts_told: u32,
}
