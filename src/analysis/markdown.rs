//! Text with its markup back as Markdown (CommonMark).

use crate::model::content::Inline;

/// The inlines as Markdown. Links keep their addresses, those into the deck only their text; footnote
/// marks are left out.
pub fn markdown(inlines: &[Inline]) -> String {
    let mut out = String::new();
    push(inlines, &mut out);
    out
}

fn push(inlines: &[Inline], out: &mut String) {
    for inline in inlines {
        match inline {
            Inline::Text(text) => escape(text, out),
            Inline::Code(text) => push_code(text, out),
            Inline::Emphasis(inner) => around("*", inner, out),
            Inline::Strong(inner) => around("**", inner, out),
            Inline::Strikethrough(inner) => around("~~", inner, out),
            Inline::Link { address, content, .. } if address.0.starts_with('#') => push(content, out),
            Inline::Link { address, content, .. } => {
                out.push('[');
                push(content, out);
                out.push_str("](<");
                out.push_str(&address.0);
                out.push_str(">)");
            }
            Inline::Image { alternative, .. } => escape(alternative, out),
            Inline::LineBreak => out.push(' '),
            Inline::Footnote(_) => {}
        }
    }
}

fn around(mark: &str, inner: &[Inline], out: &mut String) {
    out.push_str(mark);
    push(inner, out);
    out.push_str(mark);
}

/// A code span with a fence that doesn't occur in it.
fn push_code(text: &str, out: &mut String) {
    let mut fence = "`".to_owned();
    while text.contains(&fence) {
        fence.push('`');
    }
    let space = if fence.len() > 1 { " " } else { "" };
    for part in [&fence, space, text, space, &fence] {
        out.push_str(part);
    }
}

/// The characters that could begin markup, with a backslash before them; a line break becomes a space. So
/// that it begins no list, a hyphen, a plus or a number's period at the beginning has one too.
pub fn escape(text: &str, out: &mut String) {
    let number = text.bytes().take_while(u8::is_ascii_digit).count();
    for (at, c) in text.char_indices() {
        if at == number && (matches!(c, '-' | '+') || (at > 0 && matches!(c, '.' | ')'))) {
            out.push('\\');
        }
        match c {
            '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '&' | '#' | '~' | '|' => out.extend(['\\', c]),
            '\n' => out.push(' '),
            _ => out.push(c),
        }
    }
}
