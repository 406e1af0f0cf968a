//! Reads a deck's Markdown and hands it over as compact bytes: what the program in the browser shows.
//!
//! How the page calls the wasm is told in `exports.rs`.

#[cfg(any(target_arch = "wasm32", test))]
mod exports;
