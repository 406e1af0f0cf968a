//! The widgets: pure functions from the screen to virtual nodes. They decide nothing and touch no
//! web API, so that each renders natively too.

mod blocks;
mod button;
mod deck;
mod details;
mod figures;
mod icons;
mod inlines;
mod item;
mod notice;
mod panel;
mod slide;
mod toolbar;

pub use deck::{DeckView, DeckViewProps};
