//! Where the reader is in the deck, and the ways back.

use super::view::View;
use crate::model::content::ItemNumber;

#[derive(Debug, Default)]
pub struct Nav {
    pub view: View,
    /// The view in which the deck opens.
    pub home: View,
    /// The view that shows the slides' text to which other views lead back.
    pub back: View,
    /// The slide from which the reader went to another view.
    pub came_from: Option<usize>,
    /// The slide that the keys have come to in the overview.
    pub cursor: usize,
    /// The place of the slide, from 0.
    pub slide: usize,
    pub step: u32,
    /// The claim that the URL names.
    pub target: Option<ItemNumber>,
    pub scroll: Scroll,
}

/// Whether text of the slide lies out of sight.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Scroll {
    pub above: bool,
    pub below: bool,
}
