//! Lines of text: joining them, finding bare addresses, and refusing what is unsafe.

use super::address;
use super::comment::{Piece, pieces};
use super::events::{Kind, Node, plain_text};
use super::slide::SlideReader;
use crate::model::content::{Address, Inline};
use crate::text::unicode::{is_full_width, is_japanese_punctuation};
use crate::text::{Span, fragment};
use crate::words::problem::Problem;

impl SlideReader<'_, '_, '_> {
    /// Reads the nodes of a line of text.
    pub fn inlines(&mut self, nodes: &[Node]) -> Vec<Inline> {
        self.inlines_in(nodes, false)
    }

    fn inlines_in(&mut self, nodes: &[Node], in_link: bool) -> Vec<Inline> {
        let mut inlines = Vec::new();
        for (at, node) in nodes.iter().enumerate() {
            if matches!(node.kind, Kind::SoftBreak) {
                push_text(
                    &mut inlines,
                    if joins_without_space(&nodes[..at], &nodes[at + 1..]) { "" } else { " " },
                );
            } else {
                self.inline(node, in_link, &mut inlines);
            }
        }
        inlines
    }

    fn inline(&mut self, node: &Node, in_link: bool, into: &mut Vec<Inline>) {
        match &node.kind {
            Kind::Text(text) => {
                self.check_text(node.span);
                if in_link { push_text(into, text) } else { with_bare_links(text, into) }
            }
            Kind::CodeSpan(text) => into.push(Inline::Code(text.clone())),
            Kind::Emphasis => into.push(Inline::Emphasis(self.inlines_in(&node.children, in_link))),
            Kind::Strong => into.push(Inline::Strong(self.inlines_in(&node.children, in_link))),
            Kind::Strikethrough => into.push(Inline::Strikethrough(self.inlines_in(&node.children, in_link))),
            Kind::Link { address, title } => self.link(node, address, title, into),
            Kind::Image { address, title } => self.image(node, address, title, into),
            Kind::FootnoteReference(label) => self.footnote_reference(label, node.span, into),
            Kind::HardBreak => into.push(Inline::LineBreak),
            Kind::InlineHtml(html) => self.inline_html(html, node.span, into),
            _ => into.extend(self.inlines_in(&node.children, in_link)),
        }
    }

    fn link(&mut self, node: &Node, address: &str, title: &str, into: &mut Vec<Inline>) {
        let content = self.inlines_in(&node.children, true);
        let Some(judged) = address::link(address) else {
            self.refuse(address, node.span);
            into.extend(content);
            return;
        };
        if let Some(fragment) = judged.0.strip_prefix('#') {
            let id = fragment::id(fragment);
            self.reader.fragments.push((id, node.span));
        }
        into.push(Inline::Link { address: judged, title: title.to_owned(), content });
    }

    fn image(&mut self, node: &Node, address: &str, title: &str, into: &mut Vec<Inline>) {
        let alternative = plain_text(&node.children);
        match address::picture(address) {
            Some(address) => into.push(Inline::Image { address, title: title.to_owned(), alternative }),
            None => {
                self.refuse(address, node.span);
                push_text(into, &alternative);
            }
        }
    }

    fn refuse(&mut self, address: &str, span: Span) {
        let short: String = address.chars().filter(|c| !c.is_control()).take(60).collect();
        self.reader.report(span, Problem::AddressRefused { address: short });
    }

    fn footnote_reference(&mut self, label: &str, span: Span, into: &mut Vec<Inline>) {
        match self.footnote_number(label) {
            Some(number) => into.push(Inline::Footnote(number)),
            None => push_text(into, span.of(self.reader.source)),
        }
    }

    fn inline_html(&mut self, html: &str, span: Span, into: &mut Vec<Inline>) {
        for (at, piece) in pieces(html) {
            match piece {
                Piece::Comment(text) => self.comment(text, span.start + at + "<!--".len()),
                Piece::Behind(text) | Piece::Markup(text) => {
                    self.reader.report(span, Problem::RawHtml);
                    push_text(into, text);
                }
            }
        }
    }

    /// Looks for asterisks and footnotes that were meant as markup and are shown as text.
    fn check_text(&mut self, span: Span) {
        let text = span.of(self.reader.source);
        if let Some(at) = stray_asterisks(self.reader.source, span) {
            // The runs of one pair stand in one text; one report tells of both.
            let run = self.reader.source[at..].bytes().take_while(|&byte| byte == b'*').count();
            self.reader.report(Span::new(at, at + run), Problem::EmphasisNotClosed);
        }
        if let Some(at) = text.find("<!--").filter(|&at| !text[..at].ends_with('\\')) {
            let start = span.start + at;
            self.reader.report(Span::new(start, start + "<!--".len()), Problem::CommentUnclosed);
        }
        let mut at = 0;
        while let Some((start, label)) = next_footnote(text, at) {
            at = start + "[^".len() + label.len();
            let whole = Span::new(span.start + start, span.start + start + label.len() + 3);
            self.reader.report(whole, Problem::FootnoteUndefined { label: label.to_owned() });
        }
    }
}

/// Adds text, to the last text where there is one.
pub fn push_text(inlines: &mut Vec<Inline>, text: &str) {
    if let Some(Inline::Text(last)) = inlines.last_mut() {
        last.push_str(text);
    } else if !text.is_empty() {
        inlines.push(Inline::Text(text.to_owned()));
    }
}

/// Between two full-width characters a line break is nothing.
fn joins_without_space(before: &[Node], behind: &[Node]) -> bool {
    let last = before.iter().rev().find_map(|node| edge(node, true));
    let first = behind.iter().find_map(|node| edge(node, false));
    last.is_some_and(is_full_width) && first.is_some_and(is_full_width)
}

/// The last or first character of a node's text; a code span counts as a space.
fn edge(node: &Node, last: bool) -> Option<char> {
    match &node.kind {
        Kind::Text(text) if last => text.chars().next_back(),
        Kind::Text(text) => text.chars().next(),
        Kind::CodeSpan(_)
        | Kind::FootnoteReference(_)
        | Kind::SoftBreak
        | Kind::HardBreak
        | Kind::Image { .. } => Some(' '),
        _ if last => node.children.iter().rev().find_map(|child| edge(child, true)),
        _ => node.children.iter().find_map(|child| edge(child, false)),
    }
}

/// Adds text in which bare addresses become links.
fn with_bare_links(text: &str, into: &mut Vec<Inline>) {
    let mut rest = text;
    while let Some(start) = bare_start(rest) {
        let length = bare_length(&rest[start..]);
        let address = &rest[start..start + length];
        push_text(into, &rest[..start]);
        into.push(Inline::Link {
            address: Address(address.to_owned()),
            title: String::new(),
            content: vec![Inline::Text(address.to_owned())],
        });
        rest = &rest[start + length..];
        if rest.is_empty() {
            return;
        }
    }
    push_text(into, rest);
}

/// Where a bare address begins: at `http://` or `https://` that is not the end of a longer word.
fn bare_start(text: &str) -> Option<usize> {
    let mut next = 0;
    while let Some(at) = text[next..].find("http").map(|at| next + at) {
        next = at + 1;
        let host = text[at..].strip_prefix("https://").or_else(|| text[at..].strip_prefix("http://"));
        let has_host =
            host.is_some_and(|host| host.starts_with(|c: char| c.is_ascii_alphanumeric() || c == '['));
        if has_host && !text[..at].ends_with(|c: char| c.is_ascii_alphanumeric()) {
            return Some(at);
        }
    }
    None
}

/// An address ends before a space, `<` or a full-width character; closing punctuation and an
/// unmatched `)` at its end belong to the sentence.
fn bare_length(text: &str) -> usize {
    let end = text.find(|c: char| c.is_whitespace() || c == '<' || is_full_width(c)).unwrap_or(text.len());
    let mut address = &text[..end];
    let mut unmatched = address.matches(')').count().saturating_sub(address.matches('(').count());
    loop {
        if address.ends_with(')') && unmatched > 0 {
            unmatched -= 1;
        } else if !address.ends_with(['.', ',', ';', ':', '!', '?', '"', '\'']) {
            return address.len();
        }
        address = &address[..address.len() - 1];
    }
}

/// The first run of unescaped asterisks in the span that stands next to Japanese punctuation.
fn stray_asterisks(source: &str, span: Span) -> Option<usize> {
    let text = span.of(source);
    let mut at = 0;
    while let Some(found) = text[at..].find('*') {
        let start = at + found;
        let run = text[start..].bytes().take_while(|&byte| byte == b'*').count();
        let before = source[..span.start + start].chars().next_back();
        let behind = source[span.start + start + run..].chars().next();
        let near = [before, behind].into_iter().flatten().any(is_japanese_punctuation);
        if near && before != Some('\\') {
            return Some(span.start + start);
        }
        at = start + run;
    }
    None
}

/// The next `[^label]` in a text from `at` on: where it begins, and its label.
fn next_footnote(text: &str, at: usize) -> Option<(usize, &str)> {
    let mut next = at;
    while let Some(start) = text[next..].find("[^").map(|at| next + at) {
        next = start + 1;
        let inside = &text[start + 2..];
        let length = inside.find([']', '[', ' ', '\n']).unwrap_or(0);
        if length > 0 && inside[length..].starts_with(']') && !text[..start].ends_with('\\') {
            return Some((start, &inside[..length]));
        }
    }
    None
}
