//! The browser's Unicode tables.

use crate::text::unicode::{Form, install};
use js_sys::JsString;

/// Lets the browser convert texts from now on.
pub fn install_converter() {
    install(|text, form| {
        let text = JsString::from(text);
        String::from(match form {
            Form::Nfc => text.normalize("NFC"),
            Form::Nfkc => text.normalize("NFKC"),
            Form::Lowercase => text.to_lower_case(),
        })
    });
}
