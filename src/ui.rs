//! The widgets: pure functions from the screen to virtual nodes. They decide nothing and touch no
//! web API, so that each renders natively too.

mod blocks;
mod button;
mod changes;
mod comparing;
mod deck;
mod details;
mod dom;
mod figures;
mod icons;
mod inlines;
mod item;
mod lens;
#[cfg(feature = "prerender")]
mod markup;
mod matrix;
mod notice;
mod overview;
mod panel;
mod pen;
#[cfg(feature = "prerender")]
mod prerendered;
mod printed;
mod question;
mod quiz;
mod read;
mod record;
mod search;
mod slide;
mod sources;
mod speaker;
mod timeline;
mod toolbar;
mod verdict;

pub use deck::drawn;
pub use dom::{Kind, Said, said};
#[cfg(feature = "prerender")]
pub use prerendered::prerendered;
pub use printed::{picture, printed_page, printed_view};
