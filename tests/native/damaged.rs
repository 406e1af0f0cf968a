//! Decks in compact bytes that were changed on their way.

use kurabe::diagnostic::bytes::{BytesError, from_bytes, to_bytes};
use kurabe::model::deck::Deck;
use kurabe::read::read;

/// A deck with something of everything that a deck may hold, and a mistake.
const TEXT: &str = include_str!("../data/damaged.md");

/// The bytes before the deck itself.
const HEAD: usize = 7;

#[test]
fn no_damage_stops_the_program() {
    let parsed = read(TEXT);
    assert!(!parsed.diagnostics.is_empty(), "there is a mistake in it");
    let bytes = to_bytes(&parsed);
    assert_eq!(from_bytes(&bytes).as_ref(), Ok(&parsed));
    let mut refused = 0;
    for at in HEAD..bytes.len() {
        assert_eq!(from_bytes::<Deck>(&bytes[..at]), Err(BytesError::Damaged), "the first {at} bytes");
        for made in [0, 1, 0x7F, 0x80, 0xFF, bytes[at] ^ 1] {
            let mut damaged = bytes.clone();
            damaged[at] = made;
            refused += usize::from(from_bytes::<Deck>(&damaged).is_err());
        }
    }
    assert!(refused > bytes.len() * 2, "{refused} of {} changes were refused", bytes.len() * 6);
}
