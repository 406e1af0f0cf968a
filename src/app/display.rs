//! What is open, and how the deck is displayed.

use super::msg::Panel;
use super::notice::Notice;
use super::theme::Theme;
use crate::model::content::ItemNumber;

#[derive(Debug, Default)]
#[expect(clippy::struct_excessive_bools, reason = "each is a fact of its own")]
pub struct Display {
    pub theme: Theme,
    pub panel: Option<Panel>,
    /// The claim whose details are open, and the one that shows what it replaced: slide and item.
    pub open_claim: Option<(usize, ItemNumber)>,
    pub open_fold: Option<(usize, ItemNumber)>,
    pub black: bool,
    pub fullscreen: bool,
    /// The pointer is a spot of light.
    pub laser: bool,
    /// Keys that are a single letter, digit or sign are switched off.
    pub plain_keys_off: bool,
    /// Counts side switches, so that each plays its animation.
    pub shift: u32,
    pub notices: Vec<Notice>,
    /// The browser has a newer version of the site, which waits until no tab shows this one.
    pub is_outdated: bool,
    /// What the live region says.
    pub announcement: String,
}
