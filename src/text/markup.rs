//! Texts within markup, and markup in place of a text.

/// Appends a text so that it stands for itself in HTML and XML, between tags and in quoted attributes.
pub fn push_escaped(out: &mut String, text: &str) {
    let mut rest = text;
    while let Some(at) = rest.bytes().position(|byte| matches!(byte, b'&' | b'<' | b'"')) {
        let (before, from) = rest.split_at(at);
        out.push_str(before);
        out.push_str(match from.as_bytes()[0] {
            b'&' => "&amp;",
            b'<' => "&lt;",
            _ => "&quot;",
        });
        rest = &from[1..];
    }
    out.push_str(rest);
}

/// A text so that it stands for itself in HTML and XML.
pub fn escaped(text: &str) -> String {
    let mut out = String::new();
    push_escaped(&mut out, text);
    out
}

/// Whether a file is a whole HTML page: behind comments it begins as one. Markdown may begin with other HTML.
pub fn is_page(file: &[u8]) -> bool {
    let mut rest = file.strip_prefix("\u{feff}".as_bytes()).unwrap_or(file).trim_ascii_start();
    while let Some(comment) = rest.strip_prefix(b"<!--") {
        let Some(end) = comment.windows(3).position(|end| end == b"-->") else { return false };
        rest = comment[end + 3..].trim_ascii_start();
    }
    let begins = |start: &[u8]| rest.get(..start.len()).is_some_and(|own| own.eq_ignore_ascii_case(start));
    begins(b"<!doctype html") || begins(b"<html")
}

#[cfg(test)]
mod tests {
    use super::is_page;

    #[test]
    fn a_page_is_told_from_markdown_with_html() {
        for page in
            ["<!doctype html><p>", "\u{feff}\n<!DOCTYPE HTML PUBLIC", "<!-- a -->\n<!-- b --><html lang=en>"]
        {
            assert!(is_page(page.as_bytes()), "{page}");
        }
        for deck in [
            "",
            "<!--",
            "<!-- a -->\n## A",
            "<div>\n\n## A",
            "<!doctyp",
            "## A\n<html>",
            "```\n<!doctype html>",
        ] {
            assert!(!is_page(deck.as_bytes()), "{deck}");
        }
    }
}
