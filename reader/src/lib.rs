//! Reads a deck's Markdown and hands it over as compact bytes: what the program in the browser shows.
//!
//! `exports.rs` documents how the page calls the wasm.

#[cfg(any(target_arch = "wasm32", test))]
mod exports;
