//! Percent-encoding: what addresses make of ids.

use super::unicode::nfc;

/// Percent-decoded once (RFC 3986, section 2.1); a `%` without two digits stays; bytes that are no UTF-8 become U+FFFD.
pub fn decoded(text: &str) -> String {
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text.as_bytes();
    while let [first, behind @ ..] = rest {
        let digit =
            |at: usize| char::from(*behind.get(at)?).to_digit(16).and_then(|digit| u8::try_from(digit).ok());
        let byte = digit(0).zip(digit(1)).filter(|_| *first == b'%').map(|(high, low)| high * 16 + low);
        bytes.push(byte.unwrap_or(*first));
        rest = if byte.is_some() { &behind[2..] } else { behind };
    }
    String::from_utf8_lossy(&bytes).into_owned()
}

/// The id that a fragment (with or without its `#`) names: decoded, in normal form C.
pub fn id(fragment: &str) -> String {
    nfc(&decoded(fragment.trim_start_matches('#')))
}

/// Percent-encoded, but for ASCII letters and digits and `-_.~,`, which may stand in a query's value
/// and in a fragment.
pub fn encoded(text: &str) -> String {
    const DIGITS: [char; 16] =
        ['0', '1', '2', '3', '4', '5', '6', '7', '8', '9', 'A', 'B', 'C', 'D', 'E', 'F'];
    let mut out = String::new();
    for byte in text.bytes() {
        if byte.is_ascii_alphanumeric() || b"-_.~,".contains(&byte) {
            out.push(char::from(byte));
        } else {
            out.extend(['%', DIGITS[usize::from(byte >> 4)], DIGITS[usize::from(byte & 0xf)]]);
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_encoded_decodes_to_itself() {
        assert_eq!(encoded("a-b c/か"), "a-b%20c%2F%E3%81%8B");
        assert_eq!(decoded(&encoded("a-b c/か%2")), "a-b c/か%2");
    }

    #[test]
    fn a_fragment_is_decoded_once() {
        assert_eq!(id("#a%2525"), "a%25");
        assert_eq!(id("%E3%81%8B%E3%82%99"), "が");
        assert_eq!(id("%FF"), "\u{fffd}");
        assert_eq!(id("100%"), "100%");
        assert_eq!(id("%4x%41"), "%4xA");
    }
}
