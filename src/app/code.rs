//! The colours of fenced code. They are found outside, when a deck has code in a language that can be coloured
//! (`shell/colours.rs`); until then, and without them, code is plain.

use super::state::State;
use crate::model::content::{Block, Code};
use crate::model::deck::Deck;

/// The languages that can be coloured, by the names they go by in an info string.
const LANGUAGES: &str = " yaml yml json jsonc toml hcl tf terraform bash sh shell console rust rs go python py \
                         javascript js typescript ts jsx ";

/// A text in a language, and its colours.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Coloured {
    pub language: String,
    pub text: String,
    /// Pieces of the text in order: the kind of each and its length in bytes. Empty: not coloured.
    pub pieces: Vec<(u8, usize)>,
}

/// What the kinds of pieces are called, in the order of their numbers.
pub const KINDS: [&str; 10] =
    ["", "comment", "string", "number", "keyword", "literal", "key", "name", "variable", "punctuation"];

impl State {
    /// The code of the deck that can be coloured.
    pub(super) fn code_to_colour(deck: &Deck) -> Vec<Coloured> {
        let mut found = Vec::new();
        for slide in &deck.slides {
            slide.walk(&mut |block| {
                if let Block::Code(code) = block
                    && is_known(code)
                {
                    let (language, text) = (code.language.to_ascii_lowercase(), code.text.clone());
                    found.push(Coloured { language, text, pieces: Vec::new() });
                }
            });
        }
        found
    }
}

fn is_known(code: &Code) -> bool {
    let name = format!(" {} ", code.language.to_ascii_lowercase());
    name.len() > 2 && LANGUAGES.contains(&name)
}
