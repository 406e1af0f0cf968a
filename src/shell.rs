//! Everything that touches the browser: the custom element, events, effects, measuring.

mod clock;
mod effects;
mod element;
mod fetch;
mod focus;
mod give;
mod history;
mod keyboard;
mod listeners;
mod measure;
mod panel;
mod pointer;
mod root;
mod storage;
mod unicode;

pub use element::{mount, unmount};
