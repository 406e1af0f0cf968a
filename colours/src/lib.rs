//! Colours fenced code: cuts a text into pieces, each of one kind. It is compiled to a small wasm of its own, which
//! the page loads only when a deck has code in one of the languages; `exports.rs` tells how it is called there. What
//! the kinds look like is for the style sheets to say.
//!
//! One engine goes through the text once, driven by a table a language (`languages.rs`). It looks at words and
//! punctuation, not at grammar: what a language allows is not checked, and a text that is cut off anywhere is fine.

#![cfg_attr(target_arch = "wasm32", no_std)]

extern crate alloc;

mod exports;
mod languages;
mod lexer;
mod pieces;
mod shell;
mod strings;
#[cfg(test)]
mod tests;
mod yaml;

use alloc::vec::Vec;

pub use exports::{kurabe_alloc, kurabe_colours, kurabe_free};
pub use pieces::Kind;

/// The pieces of `text` in order, with their lengths in bytes, which add up to the text's. No piece splits a
/// character, and each line feed is a piece of its own. Nothing if the language is not known.
pub fn colours(language: &str, text: &str) -> Option<Vec<(Kind, usize)>> {
    languages::find(language.as_bytes()).map(|language| lexer::pieces(language, text.as_bytes()))
}
