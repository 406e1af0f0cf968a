//! The deck as plain values. Nothing here parses, judges or draws.

pub mod claim;
pub mod content;
pub mod date;
pub mod deck;
pub mod quiz;
