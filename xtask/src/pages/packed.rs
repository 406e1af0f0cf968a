//! Bytes as a text that can stand in a page. What is text among them stays as it is, so that the page's compression
//! finds again what it has read in the slides; every other byte becomes a character of its own, a Braille pattern
//! (U+2800 to U+28FF). `src/shell/program.js` reads it.

const PATTERNS: u32 = 0x2800;

/// The bytes as text.
pub fn packed(bytes: &[u8]) -> String {
    let mut text = String::with_capacity(bytes.len());
    let mut rest = bytes;
    while let [first, after @ ..] = rest {
        match character(rest) {
            Some(found) => {
                text.push(found);
                rest = &rest[found.len_utf8()..];
            }
            None => {
                text.extend(char::from_u32(PATTERNS + u32::from(*first)));
                rest = after;
            }
        }
    }
    text
}

/// The character with which the bytes begin, if it can stand in a script of a page as it is.
fn character(bytes: &[u8]) -> Option<char> {
    let longest = bytes.len().min(4);
    let found =
        (1..=longest).find_map(|length| std::str::from_utf8(&bytes[..length]).ok())?.chars().next()?;
    let is_pattern = (PATTERNS..PATTERNS + 0x100).contains(&u32::from(found));
    let is_refused = found == '<'
        || is_pattern
        || (found.is_control() && found != '\n')
        || is_no_character(found)
        || may_be_composed(found);
    (!is_refused).then_some(found)
}

/// Numbers that happen to read as accents would stand on what is before them: a page is to be in normal form C. What can
/// only come from a number, since texts are in that form, is refused as well.
fn may_be_composed(found: char) -> bool {
    matches!(
        found,
        '\u{300}'..='\u{36F}' | '\u{374}' | '\u{37E}' | '\u{387}' | '\u{2126}' | '\u{212A}' | '\u{212B}'
    )
}

/// Unicode keeps the last two places of each plane and 32 more free of characters; a page mustn't have them.
fn is_no_character(found: char) -> bool {
    let place = u32::from(found);
    place & 0xFFFE == 0xFFFE || (0xFDD0..=0xFDEF).contains(&place)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// As `program.js` does it.
    fn unpacked(text: &str) -> Vec<u8> {
        let mut bytes = Vec::new();
        for found in text.chars() {
            let place = u32::from(found).wrapping_sub(PATTERNS);
            match u8::try_from(place) {
                Ok(byte) => bytes.push(byte),
                Err(_) => bytes.extend(found.to_string().bytes()),
            }
        }
        bytes
    }

    #[test]
    fn texts_stay_and_bytes_become_patterns() {
        assert_eq!(packed("GKE と\n< \u{2801}".as_bytes()), "GKE と\n⠼ ⣢⢠⢁");
        assert_eq!(packed(&[0, 13, 65, 255, 0xE3, 0x81]), "⠀⠍A⣿⣣⢁");
    }

    #[test]
    fn accents_of_chance_are_no_characters() {
        assert_eq!(packed(&[b'e', 0xCC, 0x81, 0xCD, 0xBE]), "e⣌⢁⣍⢾");
    }

    #[test]
    fn what_is_packed_can_be_unpacked() {
        let all: Vec<u8> = (0..=255).chain((0..=255).rev()).collect();
        let texts = ["\u{FFFE}\u{FDD0}\u{10FFFF}\u{85}", "</script><!--", "比べ 🦀 \u{28FF}"];
        for bytes in [all.as_slice()].into_iter().chain(texts.map(str::as_bytes)) {
            let text = packed(bytes);
            assert_eq!(unpacked(&text), bytes);
            assert!(
                !text.contains('<') && !text.chars().any(|one| one.is_control() && one != '\n'),
                "{text}"
            );
        }
    }
}
