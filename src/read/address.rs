//! Which addresses may be linked to or loaded.

use crate::model::content::Address;

const LINKED: [&str; 3] = ["http", "https", "mailto"];
const PICTURES: [&str; 5] = ["image/png", "image/jpeg", "image/gif", "image/webp", "image/svg+xml"];

/// The address of a link if it is safe: http, https, mailto, relative or a fragment; `//host`
/// counts as https. Judged after removing control characters and leading spaces, as browsers read
/// addresses.
pub fn link(text: &str) -> Option<Address> {
    let clean = cleaned(text);
    match scheme(&clean) {
        None if clean.starts_with("//") => Some(Address(format!("https:{clean}"))),
        None => Some(Address(clean)),
        Some(scheme) => LINKED.contains(&scheme.as_str()).then_some(Address(clean)),
    }
}

/// The address of a picture if it is safe: as for links, but no mail, and `data:` of a picture.
pub fn picture(text: &str) -> Option<Address> {
    let clean = cleaned(text);
    match scheme(&clean).as_deref() {
        Some("data") => is_picture_data(&clean).then_some(Address(clean)),
        Some("mailto") => None,
        _ => link(text),
    }
}

fn cleaned(text: &str) -> String {
    let without_controls: String = text.chars().filter(|c| !c.is_control()).collect();
    without_controls.trim().to_owned()
}

/// The scheme in lower case, as RFC 3986 section 3.1 has it.
fn scheme(address: &str) -> Option<String> {
    let (scheme, _) = address.split_once(':')?;
    let first_is_letter = scheme.starts_with(|c: char| c.is_ascii_alphabetic());
    let rest_fits = scheme.bytes().all(|b| b.is_ascii_alphanumeric() || b"+-.".contains(&b));
    (first_is_letter && rest_fits).then(|| scheme.to_ascii_lowercase())
}

fn is_picture_data(address: &str) -> bool {
    let kind = address["data:".len()..].split([';', ',']).next().unwrap_or_default();
    PICTURES.contains(&kind.trim().to_ascii_lowercase().as_str())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_safe_addresses_are_linked() {
        for good in
            ["https://a.b/c", "HTTP://a", "mailto:a@b", "x/y.md", "#dns", "?a=b:c", "//host/x", "./a:b"]
        {
            assert!(link(good).is_some(), "{good}");
        }
        for bad in [
            "javascript:alert(1)",
            " java\nscript:x",
            "\u{1}JavaScript:x",
            "data:text/html,x",
            "vbscript:x",
            "file:///x",
            "blob:x",
        ] {
            assert_eq!(link(bad), None, "{bad}");
        }
        assert_eq!(link("//host"), Some(Address("https://host".into())));
    }

    #[test]
    fn only_pictures_are_loaded_as_data() {
        assert!(picture("data:image/svg+xml,%3Csvg/%3E").is_some());
        assert!(picture("DATA:image/png;base64,AA").is_some());
        assert_eq!(picture("data:text/html,x"), None);
        assert_eq!(picture("mailto:a@b"), None);
    }
}
