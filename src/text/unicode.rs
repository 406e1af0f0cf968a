//! Normal forms, letter folding and character widths.
//!
//! Native builds carry Unicode's tables. The browser has them already, so the wasm does not: there
//! the shell installs the browser's `String.prototype.normalize` before the first text is read.

use std::sync::OnceLock;

/// The two normal forms in use (Unicode Standard Annex 15).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NormalForm {
    /// Canonical composition: one spelling of each character, for ids and addresses.
    Nfc,
    /// Compatibility composition: full-width letters and the like become plain ones, for names.
    Nfkc,
}

/// Brings a text to a normal form.
pub type Normalize = fn(&str, NormalForm) -> String;

static INSTALLED: OnceLock<Normalize> = OnceLock::new();

/// Sets what normalizes texts from now on. Only the first call counts.
pub fn install(normalize: Normalize) {
    let _ = INSTALLED.set(normalize);
}

#[cfg(not(target_arch = "wasm32"))]
fn by_tables(text: &str, form: NormalForm) -> String {
    use unicode_normalization::UnicodeNormalization;
    match form {
        NormalForm::Nfc => text.nfc().collect(),
        NormalForm::Nfkc => text.nfkc().collect(),
    }
}

/// Without tables a text stays as it is.
#[cfg(target_arch = "wasm32")]
fn by_tables(text: &str, _: NormalForm) -> String {
    text.to_owned()
}

fn normalize(text: &str, form: NormalForm) -> String {
    if text.is_ascii() {
        return text.to_owned();
    }
    INSTALLED.get().copied().unwrap_or(by_tables)(text, form)
}

/// The text in normal form C.
pub fn nfc(text: &str) -> String {
    normalize(text, NormalForm::Nfc)
}

/// The text as names are compared: NFKC, lower case, trimmed.
pub fn fold(text: &str) -> String {
    normalize(text, NormalForm::Nfkc).to_lowercase().trim().to_owned()
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
