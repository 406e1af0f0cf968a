//! A deck as compact bytes, so that it can be read from Markdown once, at build time.
//!
//! The form is postcard's, behind four bytes that tell the format and its version. It is no
//! archive: another version of Kurabe may refuse it.

use super::deck::Deck;

/// `KRB` and the version, which changes with every change of the model.
const HEAD: [u8; 4] = *b"KRB\x01";

/// Why bytes are no deck.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum BytesError {
    /// They don't begin as a deck of this version does.
    OtherFormat,
    /// They end too early or hold what a deck can't.
    Damaged,
}

pub fn to_bytes(deck: &Deck) -> Vec<u8> {
    // Serializing into a growing vector can only fail for types that a deck doesn't have.
    postcard::to_extend(deck, HEAD.to_vec()).unwrap_or_default()
}

pub fn from_bytes(bytes: &[u8]) -> Result<Deck, BytesError> {
    let body = bytes.strip_prefix(&HEAD).ok_or(BytesError::OtherFormat)?;
    postcard::from_bytes(body).map_err(|_| BytesError::Damaged)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn damaged_bytes_are_refused() {
        let bytes = to_bytes(&Deck::default());
        assert_eq!(from_bytes(&bytes), Ok(Deck::default()));
        assert_eq!(from_bytes(b"KRB\x02"), Err(BytesError::OtherFormat));
        assert_eq!(from_bytes(&bytes[..bytes.len() - 1]), Err(BytesError::Damaged));
    }
}
