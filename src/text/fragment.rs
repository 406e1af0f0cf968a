//! Percent-encoding: what addresses make of ids.

use super::unicode::nfc;
use percent_encoding::percent_decode_str;

/// Percent-decoded once; bytes that are no UTF-8 become U+FFFD.
pub fn decoded(text: &str) -> String {
    let bytes: Vec<u8> = percent_decode_str(text).collect();
    String::from_utf8_lossy(&bytes).into_owned()
}

/// The id that a fragment (with or without its `#`) names: decoded, in normal form C.
pub fn id(fragment: &str) -> String {
    nfc(&decoded(fragment.trim_start_matches('#')))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_fragment_is_decoded_once() {
        assert_eq!(id("#a%2525"), "a%25");
        assert_eq!(id("%E3%81%8B%E3%82%99"), "が");
        assert_eq!(id("%FF"), "\u{fffd}");
    }
}
