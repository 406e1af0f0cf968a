//! Takes out of style sheets what no browser reads, comments and needless spaces, and out of the heads of pages comments
//! and slashes that mean nothing in HTML. Scripts are left to the package `minifier`, which has a parser.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result};

/// Makes a page smaller.
pub fn minify_page(path: &Path) -> Result<()> {
    let text = fs::read_to_string(path).with_context(|| format!("can't read {}", path.display()))?;
    fs::write(path, page(&text)).with_context(|| format!("can't write {}", path.display()))
}

/// A page whose head has no comments, empty lines and slashes at the ends of elements.
fn page(text: &str) -> String {
    let (mut head, body) = text.split_at(text.find("</head>").unwrap_or_default());
    let mut kept = String::new();
    while let Some((before, rest)) = head.split_once("<!--") {
        kept.push_str(before);
        head = rest.split_once("-->").map_or("", |(_, behind)| behind);
    }
    kept.push_str(head);
    let lines = kept.lines().map(str::trim).filter(|line| !line.is_empty());
    let lines: Vec<String> = lines.map(|line| line.replace(" />", ">").replace("/>", ">")).collect();
    lines.join("\n") + body
}

/// A style sheet without comments and needless spaces. Quoted texts stay as they are.
pub fn style_sheet(text: &str) -> String {
    let mut kept = String::new();
    let mut rest = text;
    while let Some(next) = rest.chars().next() {
        let length = match next {
            '"' | '\'' => rest[1..].find(next).map_or(rest.len(), |end| end + 2),
            _ if rest.starts_with("/*") => {
                rest = rest.find("*/").map_or("", |end| &rest[end + 2..]);
                continue;
            }
            _ => next.len_utf8(),
        };
        if next.is_whitespace() {
            push_space(&mut kept);
        } else {
            push(&mut kept, &rest[..length]);
        }
        rest = &rest[length..];
    }
    kept.trim_end().to_owned()
}

/// A space counts unless it stands behind punctuation that needs none.
fn push_space(kept: &mut String) {
    if !kept.is_empty() && !kept.ends_with([' ', '{', '}', ';', ',', ':']) {
        kept.push(' ');
    }
}

fn push(kept: &mut String, piece: &str) {
    if kept.ends_with(' ') && piece.starts_with(['{', '}', ';', ',']) {
        kept.pop();
    }
    if (piece == "}" && kept.ends_with(';')) || (piece == "." && ends_with_lone_zero(kept)) {
        kept.pop();
    }
    kept.push_str(piece);
}

/// Whether a number begins with the zero at the end: `0.5em` may be written as `.5em`. Behind a hyphen it
/// may be part of a name.
fn ends_with_lone_zero(kept: &str) -> bool {
    kept.strip_suffix('0').is_some_and(|before| before.ends_with([' ', ':', ',', '(']))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn style_sheets_keep_what_counts() {
        let text = "/* a */\n.a ,\n.b > .c:is(.d) :hover {\n  margin: calc(1px + 2%) 0;\n  content: \"/* } */\";\n}\n";
        assert_eq!(
            style_sheet(text),
            ".a,.b > .c:is(.d) :hover{margin:calc(1px + 2%) 0;content:\"/* } */\"}"
        );
        assert_eq!(
            style_sheet("a-0.b { c: 0.5em -0.5em 10.5em calc(0.1 * 0) }"),
            "a-0.b{c:.5em -0.5em 10.5em calc(.1 * 0)}"
        );
        assert_eq!(style_sheet("@media (a: b) and (c) { x { y: z } }"), "@media (a:b) and (c){x{y:z}}");
    }

    #[test]
    fn heads_lose_what_only_writers_read() {
        let text = "<!doctype html>\n<!-- a -- b -->\n<html><head>\n  <link href=\"./\"/>\n\n  <meta c />\n  </head>\n<!-- c --><svg><path/></svg>";
        let expected = "<!doctype html>\n<html><head>\n<link href=\"./\">\n<meta c></head>\n<!-- c --><svg><path/></svg>";
        assert_eq!(page(text), expected);
        assert_eq!(page("<p>a <br/>"), "<p>a <br/>");
    }
}
