//! Everything that touches the browser: the custom element, events, effects, measuring.

mod channel;
mod clock;
mod colours;
mod effects;
mod element;
mod fetch;
mod fit;
mod focus;
mod give;
mod group;
mod history;
mod keyboard;
mod light;
mod listeners;
mod measure;
mod nodes;
mod opening;
mod page;
mod panel;
mod pictures;
mod pointer;
mod printing;
mod root;
mod services;
mod storage;
mod unicode;

pub use element::{ask, change, mount, state, unmount};
