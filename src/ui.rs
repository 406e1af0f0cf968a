//! The widgets: pure functions from the screen to virtual nodes. They decide nothing and touch no
//! web API, so that each renders natively too.

mod blocks;
mod button;
mod deck;
mod details;
mod dom;
mod figures;
mod icons;
mod inlines;
mod item;
mod notice;
mod panel;
mod pen;
mod question;
mod quiz;
mod record;
mod slide;
mod toolbar;
mod verdict;

pub use deck::drawn;
