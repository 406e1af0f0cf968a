//! What the tests have in common: pieces in a notation that can be read.

mod hostile;
mod snippets;

use alloc::string::String;
use alloc::vec::Vec;

use crate::Kind;

/// One letter a kind; plain pieces have none.
const LETTERS: [char; 10] = ['p', 'c', 's', 'n', 'k', 'l', 'y', 'f', 'v', 'm'];

/// The text with each piece but plain ones as `letter⟨text⟩`, and punctuation, which can be seen, as it is.
fn shown(language: &str, text: &str) -> String {
    let mut shown = String::new();
    for (kind, piece) in pieces(language, text) {
        match kind {
            Kind::Plain | Kind::Punctuation => shown.push_str(piece),
            _ => {
                shown.push(LETTERS[kind as usize]);
                shown.push('⟨');
                shown.push_str(piece);
                shown.push('⟩');
            }
        }
    }
    shown
}

/// The pieces with their texts. Fails where the lengths don't fit the text.
fn pieces<'a>(language: &str, text: &'a str) -> Vec<(Kind, &'a str)> {
    let lengths = crate::colours(language, text).expect(language);
    let mut rest = text;
    let mut cut = |(kind, length)| {
        let (piece, after) = rest.split_at(length);
        rest = after;
        (kind, piece)
    };
    let pieces = lengths.into_iter().map(&mut cut).collect();
    assert_eq!(rest, "", "{language}: lengths don't add up to the text's");
    pieces
}
