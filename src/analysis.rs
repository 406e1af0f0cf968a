//! What follows from a deck on a day: freshness, changes, steps, and what the answers to its quiz
//! add up to. Pure functions, no state.

pub mod answers;
pub mod balance;
pub mod case;
pub mod changes;
pub mod decision_record;
pub mod difference;
pub mod even;
pub mod evidence;
pub mod freshness;
pub mod index;
pub mod items;
pub mod json;
pub mod markdown;
pub mod matrix;
pub mod months;
pub mod pace;
pub mod search;
pub mod sensitivity;
pub mod timeline;
pub mod topics;
pub mod verdict;
