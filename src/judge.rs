//! What follows from a deck on a day: freshness, changes, steps. Pure functions, no state.

pub mod changes;
pub mod freshness;
pub mod items;
