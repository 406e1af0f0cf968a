//! The questions of the quiz and what their options weigh.

use super::claim::{Id, SideIndex};
use super::content::{Block, Inline};
use super::date::Period;
use serde::{Deserialize, Serialize};

/// A question; its text is the title of its slide.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Question {
    /// In the order of the deck, at least one.
    pub options: Vec<Choice>,
}

/// An answer that a reader can choose.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Choice {
    /// As given, else its position from 1.
    pub id: Id,
    /// The first paragraph, without its weights.
    pub text: Vec<Inline>,
    /// What follows the first paragraph.
    pub more: Vec<Block>,
    pub weights: Vec<Weight>,
}

/// What choosing an option means for a side.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Weight {
    pub side: SideIndex,
    pub effect: Effect,
    /// The weight counts only while the lens is inside.
    pub period: Option<Period>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Effect {
    /// -100 to 100, never 0.
    Points(i8),
    /// The side can't be chosen.
    RulesOut,
    /// The side is where the reader starts from, whatever the points say.
    First,
}
