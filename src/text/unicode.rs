//! Normal forms, lower case and character widths.
//!
//! Native builds carry Unicode's tables. The browser has them already, so the wasm does not: there
//! the shell installs the browser's `normalize` and `toLowerCase` before the first text is read.

use std::sync::OnceLock;

/// What tables are needed for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    /// Normal form C (Unicode Standard Annex 15): one spelling of each character, for ids and addresses.
    Nfc,
    /// Normal form KC: full-width letters and the like become plain ones, for names.
    Nfkc,
    Lowercase,
}

/// Brings a text to a form.
pub type Convert = fn(&str, Form) -> String;

static INSTALLED: OnceLock<Convert> = OnceLock::new();

/// Sets what converts texts from now on. Only the first call counts.
pub fn install(convert: Convert) {
    let _ = INSTALLED.set(convert);
}

#[cfg(not(target_arch = "wasm32"))]
fn by_tables(text: &str, form: Form) -> String {
    use unicode_normalization::UnicodeNormalization;
    match form {
        Form::Nfc => text.nfc().collect(),
        Form::Nfkc => text.nfkc().collect(),
        Form::Lowercase => text.to_lowercase(),
    }
}

/// Without tables only ASCII letters are known.
#[cfg(target_arch = "wasm32")]
fn by_tables(text: &str, form: Form) -> String {
    if form == Form::Lowercase { text.to_ascii_lowercase() } else { text.to_owned() }
}

fn convert(text: &str, form: Form) -> String {
    if text.is_ascii() {
        return if form == Form::Lowercase { text.to_ascii_lowercase() } else { text.to_owned() };
    }
    INSTALLED.get().copied().unwrap_or(by_tables)(text, form)
}

/// The text in normal form C.
pub fn nfc(text: &str) -> String {
    convert(text, Form::Nfc)
}

pub fn lowercase(text: &str) -> String {
    convert(text, Form::Lowercase)
}

/// The text as names are compared: NFKC, lower case, trimmed.
pub fn fold(text: &str) -> String {
    folded(text).trim().to_owned()
}

/// The text in NFKC and lower case.
pub fn folded(text: &str) -> String {
    lowercase(&convert(text, Form::Nfkc))
}

/// Whether a character is full width (East Asian Width W or F) in a script that is written without
/// spaces between words, so that a line break next to it is no space. Hangul is left out.
pub fn is_full_width(c: char) -> bool {
    matches!(u32::from(c),
        0x2E80..=0x303E | 0x3041..=0x312F | 0x3190..=0x4DBF | 0x4E00..=0xA4CF
        | 0xF900..=0xFAFF | 0xFE30..=0xFE4F | 0xFF01..=0xFF60 | 0xFFE0..=0xFFE6
        | 0x1F300..=0x1F64F | 0x20000..=0x3FFFD)
        || matches!(c, '\u{3000}')
}

/// Whether a character is a punctuation mark of Japanese text: next to one, Markdown's `*` may
/// fail to open or close emphasis.
pub fn is_japanese_punctuation(c: char) -> bool {
    matches!(c, '「'..='』' | '、' | '。' | '（' | '）' | '【' | '】' | '〈'..='》' | '〔' | '〕'
        | '・' | '！' | '？' | '：' | '；' | '，' | '．' | '〜' | '～' | '“' | '”' | '‘' | '’' | '…')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn folds_width_and_case() {
        assert_eq!(fold(" ＥＫＳ "), "eks");
        assert_eq!(fold("ｶﾞ"), "ガ");
        assert_eq!(nfc("か\u{3099}"), "が");
    }

    #[test]
    fn knows_full_width() {
        assert!("あ漢、「Ａ　".chars().all(is_full_width));
        assert!(!"aé한…".chars().any(is_full_width));
    }
}
