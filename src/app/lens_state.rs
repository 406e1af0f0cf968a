//! The lens as the reader has set it, and what its last move changed.

use super::lens::Lens;
use crate::model::content::ItemNumber;

#[derive(Debug, Default)]
pub struct LensState {
    /// The lens of all views but the quiz's; `State::lens` is the one of the view on the screen.
    pub slides: Lens,
    /// The lens's slider is shown where there is little room.
    pub slider_is_open: bool,
    /// The items of the present slide that the last move of the lens changed.
    pub fresh: Vec<ItemNumber>,
    /// Counts the lens's moves, so that each plays its animation.
    pub moves: u32,
}
