//! Looking for a few characters in a text.
//!
//! The standard library's search is made for long needles and is much code; for these short ones plain
//! comparing is as quick, and 1.5 KB less for each reader (`docs/size.md`).

/// Where `part` first begins, at `from` or later, in bytes.
pub fn find_from(text: &str, part: &str, from: usize) -> Option<usize> {
    let bytes = text.as_bytes();
    (from..bytes.len()).find(|at| bytes[*at..].starts_with(part.as_bytes()))
}

pub fn find(text: &str, part: &str) -> Option<usize> {
    find_from(text, part, 0)
}

/// What stands before and behind the first `part`.
pub fn cut<'t>(text: &'t str, part: &str) -> Option<(&'t str, &'t str)> {
    let at = find(text, part)?;
    Some((&text[..at], &text[at + part.len()..]))
}

/// The text with `other` in place of each `part`.
pub fn replaced(text: &str, part: &str, other: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((before, behind)) = cut(rest, part) {
        out.push_str(before);
        out.push_str(other);
        rest = behind;
    }
    out.push_str(rest);
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn finds_what_the_standard_library_finds() {
        for text in ["", "a", "かa--か-->x-->", "<!--<!---->", "....", "é"] {
            for part in ["-->", "<!--", "..", "か", "a"] {
                assert_eq!(find(text, part), text.find(part), "{text} {part}");
                assert_eq!(cut(text, part), text.split_once(part), "{text} {part}");
                assert_eq!(replaced(text, part, "+"), text.replace(part, "+"), "{text} {part}");
            }
        }
        assert_eq!(find_from("aXaX", "X", 2), Some(3));
        assert_eq!(find_from("aX", "X", 9), None);
    }
}
