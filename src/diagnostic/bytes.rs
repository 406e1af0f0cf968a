//! What was read as compact bytes: so a deck can be read from Markdown elsewhere, at build time or by another program.
//!
//! The form is postcard's, behind a head that tells the format and its schema. It is no archive: another version of Kurabe
//! may refuse it.

use super::Parsed;
use serde::Serialize;
use serde::de::DeserializeOwned;

/// `KRB`, and the hash of the schema of `Parsed<Deck>`: bytes of another schema are refused, not misread.
/// `tests/native/schema_hash.rs` computes the hash from the types and tells the new one when they have changed.
const HEAD: [u8; 7] = *b"KRB\x81\x83RP";

/// Why bytes are no deck.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum BytesError {
    /// They don't begin as a deck of this schema does.
    OtherFormat,
    /// They end too early, hold what a deck can't, or go on behind it.
    Damaged,
}

pub fn to_bytes<T: Serialize>(parsed: &Parsed<T>) -> Vec<u8> {
    // Serializing into a growing vector can only fail for types that a deck doesn't have.
    postcard::to_extend(parsed, HEAD.to_vec()).unwrap_or_default()
}

pub fn from_bytes<T: DeserializeOwned>(bytes: &[u8]) -> Result<Parsed<T>, BytesError> {
    let body = bytes.strip_prefix(&HEAD).ok_or(BytesError::OtherFormat)?;
    match postcard::take_from_bytes(body) {
        Ok((parsed, [])) => Ok(parsed),
        _ => Err(BytesError::Damaged),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diagnostic::Diagnostic;
    use crate::text::Span;
    use crate::words::problem::Problem;

    #[test]
    fn damaged_bytes_are_refused() {
        let problem = Problem::MissingKey { key: "id".to_owned(), within: "sides".to_owned() };
        let diagnostic = Diagnostic { problem, span: Span::new(3, 5), line: 1, column: 4 };
        let parsed = Parsed { value: "deck".to_owned(), diagnostics: vec![diagnostic] };
        let bytes = to_bytes(&parsed);
        assert_eq!(from_bytes(&bytes), Ok(parsed));
        assert_eq!(from_bytes::<String>(b"KRB\x01\x02\x03\x04"), Err(BytesError::OtherFormat));
        assert_eq!(from_bytes::<String>(&bytes[..bytes.len() - 1]), Err(BytesError::Damaged));
    }
}
