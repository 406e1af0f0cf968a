//! HTML: comments become notes and directives, everything else is shown as text.

use super::Reader;
use super::events::{self, Kind, Node};
use crate::text::Span;
use crate::words::problem::Problem;

/// Comments that begin so are meant for other tools.
const OTHER_TOOLS: [&str; 4] = ["prettier-", "markdownlint-", "textlint-", "cspell"];

/// A piece of HTML.
#[derive(Debug, PartialEq)]
pub enum Piece<'t> {
    /// What stands between `<!--` and `-->`.
    Comment(&'t str),
    /// Text behind a comment on its last line.
    Behind(&'t str),
    /// Anything else.
    Markup(&'t str),
}

/// The pieces of HTML, each with its offset. Blank text is left out, and so are comments for
/// other tools.
pub fn pieces(html: &str) -> Vec<(usize, Piece<'_>)> {
    let mut pieces = Vec::new();
    let last_end = last_end(html);
    let mut at = 0;
    let mut behind_comment = false;
    while at < html.len() {
        let rest = &html[at..];
        let (length, piece) = match comment_length(rest) {
            Some(length) => (length, Piece::Comment(inner(&rest[..length]))),
            None => {
                let length = text_length(rest, last_end.saturating_sub(at));
                let text = &rest[..length];
                (length, if behind_comment { Piece::Behind(text) } else { Piece::Markup(text) })
            }
        };
        behind_comment = matches!(piece, Piece::Comment(_));
        if !is_idle(&piece) {
            pieces.push((at, piece));
        }
        at += length;
    }
    pieces
}

fn is_idle(piece: &Piece<'_>) -> bool {
    match piece {
        Piece::Comment(text) => {
            let text = text.trim_start();
            text.is_empty() || OTHER_TOOLS.iter().any(|tool| text.starts_with(tool))
        }
        Piece::Behind(text) | Piece::Markup(text) => text.trim().is_empty(),
    }
}

/// The length of the comment with which the text begins, if it is closed.
fn comment_length(text: &str) -> Option<usize> {
    let inside = text.strip_prefix("<!--")?;
    // CommonMark 0.31: `<!-->` and `<!--->` are comments.
    for short in [">", "->"] {
        if inside.starts_with(short) {
            return Some("<!--".len() + short.len());
        }
    }
    inside.find("-->").map(|end| "<!--".len() + end + "-->".len())
}

fn inner(comment: &str) -> &str {
    comment.strip_prefix("<!--").and_then(|rest| rest.strip_suffix("-->")).unwrap_or_default()
}

/// The length of the text up to the next comment, if one can be closed before `last_end`.
fn text_length(text: &str, last_end: usize) -> usize {
    let starts = text.match_indices("<!--").map(|(at, _)| at);
    starts.skip_while(|at| *at == 0).find(|at| *at < last_end).unwrap_or(text.len())
}

/// Where the last end of a comment stands; 0 if there is none.
fn last_end(html: &str) -> usize {
    html.rfind("-->").unwrap_or(0)
}

/// Parses the slides. A comment that is never closed is reported, and what follows its `<!--` is
/// read as Markdown, so that the rest of the deck is not lost.
pub fn tree_with_comments_closed(reader: &mut Reader<'_>, body: usize) -> Vec<Node> {
    let source = reader.source;
    let text = &source[body..];
    let mut tree = events::tree(text, body);
    let unclosed = unclosed_blocks(&tree.nodes);
    if !unclosed.is_empty() {
        for span in &unclosed {
            reader.report(Span::new(span.start, span.start + 4), Problem::CommentUnclosed);
        }
        tree = events::tree(&with_starts_masked(text, body, &unclosed), body);
    }
    if let Some(span) = tree.too_deep {
        reader.report(span, Problem::TooDeep);
    }
    tree.nodes
}

fn unclosed_blocks(nodes: &[Node]) -> Vec<Span> {
    let mut spans = Vec::new();
    for node in nodes {
        match &node.kind {
            Kind::HtmlBlock(html) if html.trim_start().starts_with("<!--") && !html.contains("-->") => {
                spans.push(node.span);
            }
            _ => spans.extend(unclosed_blocks(&node.children)),
        }
    }
    spans
}

/// The text with each `<!--` in the spans made harmless, in as many bytes.
fn with_starts_masked(text: &str, base: usize, spans: &[Span]) -> String {
    let mut masked = String::with_capacity(text.len());
    let mut at = 0;
    for span in spans {
        let (start, end) = (span.start - base, span.end - base);
        masked.push_str(&text[at..start]);
        masked.push_str(&text[start..end].replace("<!--", "\\<--"));
        at = end;
    }
    masked.push_str(&text[at..]);
    masked
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn html_falls_into_comments_and_text() {
        assert_eq!(
            pieces("<!-- a --> b\n<!--c-->\n"),
            [(0, Piece::Comment(" a ")), (10, Piece::Behind(" b\n")), (13, Piece::Comment("c"))]
        );
        assert_eq!(pieces("<!-- prettier-ignore -->\n"), []);
        assert_eq!(pieces("<b>x</b>"), [(0, Piece::Markup("<b>x</b>"))]);
        assert_eq!(pieces("<!--> x"), [(5, Piece::Behind(" x"))]);
        assert_eq!(pieces("<!-- x"), [(0, Piece::Markup("<!-- x"))]);
    }
}
