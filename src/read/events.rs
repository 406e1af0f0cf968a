//! Markdown as a tree of nodes with their places in the source.
//!
//! The only file that knows `pulldown_cmark`. What the nodes mean to a deck is decided elsewhere.

use crate::model::content::Alignment;
use crate::text::Span;
use pulldown_cmark::{CodeBlockKind, Event, LinkType, Options, Parser, Tag, TextMergeWithOffset};
use std::ops::Range;

/// Nesting beyond this is flattened: walks over the tree are recursive.
const DEEPEST: usize = 32;

#[derive(Debug)]
pub struct Node {
    pub kind: Kind,
    pub span: Span,
    pub children: Vec<Node>,
}

#[derive(Debug, PartialEq)]
pub enum Kind {
    Paragraph,
    Heading { level: u8, id: Option<String> },
    Quote,
    Code { info: Option<String>, text: String },
    List { start: Option<u64> },
    Item { task: Option<bool> },
    Table(Vec<Alignment>),
    Row,
    Cell,
    FootnoteDefinition(String),
    Rule,
    HtmlBlock(String),
    Text(String),
    CodeSpan(String),
    Emphasis,
    Strong,
    Strikethrough,
    Link { address: String, title: String },
    Image { address: String, title: String },
    FootnoteReference(String),
    SoftBreak,
    HardBreak,
    InlineHtml(String),
}

impl Kind {
    /// Whether a node of this kind stands in a line of text.
    pub fn is_inline(&self) -> bool {
        use Kind::{
            CodeSpan, Emphasis, FootnoteReference, HardBreak, Image, InlineHtml, Link, SoftBreak,
            Strikethrough, Strong, Text,
        };
        matches!(
            self,
            Text(_)
                | CodeSpan(_)
                | Emphasis
                | Strong
                | Strikethrough
                | Link { .. }
                | Image { .. }
                | FootnoteReference(_)
                | SoftBreak
                | HardBreak
                | InlineHtml(_)
        )
    }
}

/// The nodes of a text that stands at `base` in the source.
pub struct Tree {
    pub nodes: Vec<Node>,
    /// Where nesting was flattened first.
    pub too_deep: Option<Span>,
}

/// Parses `text` as CommonMark with tables, task lists, strikethrough, footnotes and heading ids.
pub fn tree(text: &str, base: usize) -> Tree {
    let options = Options::ENABLE_TABLES
        | Options::ENABLE_FOOTNOTES
        | Options::ENABLE_STRIKETHROUGH
        | Options::ENABLE_TASKLISTS
        | Options::ENABLE_HEADING_ATTRIBUTES;
    let mut builder = Builder { text, base, open: vec![root()], flattened: 0, too_deep: None };
    for (event, range) in TextMergeWithOffset::new(Parser::new_ext(text, options).into_offset_iter()) {
        builder.take(event, range);
    }
    while builder.open.len() > 1 {
        builder.close();
    }
    let nodes = builder.open.pop().map(|root| root.children).unwrap_or_default();
    Tree { nodes, too_deep: builder.too_deep }
}

fn root() -> Node {
    Node { kind: Kind::Quote, span: Span::default(), children: Vec::new() }
}

struct Builder<'t> {
    text: &'t str,
    base: usize,
    /// The open nodes from the root inwards.
    open: Vec<Node>,
    /// How many nodes within the innermost open one are open but not kept.
    flattened: usize,
    too_deep: Option<Span>,
}

impl Builder<'_> {
    fn take(&mut self, event: Event<'_>, range: Range<usize>) {
        let span = Span::new(self.base + range.start, self.base + range.end);
        match event {
            Event::Start(tag) => self.open_node(tag, span),
            Event::End(_) => self.close(),
            Event::TaskListMarker(done) => self.mark(done, span, range.end),
            Event::Html(text) => self.html(&text, span),
            Event::Text(text) => self.text(&text, span),
            other => {
                if let Some(kind) = leaf(other) {
                    self.add(Node { kind, span, children: Vec::new() });
                }
            }
        }
    }

    fn add(&mut self, node: Node) {
        if let Some(parent) = self.open.last_mut() {
            parent.children.push(node);
        }
    }

    fn open_node(&mut self, tag: Tag<'_>, span: Span) {
        if self.flattened > 0 || self.open.len() > DEEPEST {
            self.flattened += 1;
            self.too_deep.get_or_insert(span);
        } else {
            self.open.push(Node { kind: container(tag), span, children: Vec::new() });
        }
    }

    fn close(&mut self) {
        if self.flattened > 0 {
            self.flattened -= 1;
        } else if self.open.len() > 1
            && let Some(node) = self.open.pop()
        {
            self.add(node);
        }
    }

    /// A task mark counts only with a plain space, a tab or the line's end behind it.
    fn mark(&mut self, done: bool, span: Span, end: usize) {
        let behind = self.text.as_bytes().get(end);
        let counts = behind.is_none_or(u8::is_ascii_whitespace);
        let item = self.open.iter_mut().rev().find(|node| matches!(node.kind, Kind::Item { .. }));
        match item {
            Some(item) if counts => item.kind = Kind::Item { task: Some(done) },
            _ => {
                let text = span_text(self.text, self.base, span);
                self.add(Node { kind: Kind::Text(text), span, children: Vec::new() });
            }
        }
    }

    fn html(&mut self, text: &str, span: Span) {
        match self.open.last_mut().map(|node| &mut node.kind) {
            Some(Kind::HtmlBlock(whole)) => whole.push_str(text),
            _ => self.add(Node { kind: Kind::HtmlBlock(text.to_owned()), span, children: Vec::new() }),
        }
    }

    fn text(&mut self, text: &str, span: Span) {
        match self.open.last_mut().map(|node| &mut node.kind) {
            Some(Kind::Code { text: whole, .. } | Kind::HtmlBlock(whole)) => whole.push_str(text),
            _ => self.add(Node { kind: Kind::Text(text.to_owned()), span, children: Vec::new() }),
        }
    }
}

fn span_text(text: &str, base: usize, span: Span) -> String {
    Span::new(span.start - base, span.end - base).of(text).to_owned()
}

fn leaf(event: Event<'_>) -> Option<Kind> {
    Some(match event {
        Event::Code(text) => Kind::CodeSpan(text.into_string()),
        Event::InlineHtml(text) => Kind::InlineHtml(text.into_string()),
        Event::FootnoteReference(label) => Kind::FootnoteReference(label.into_string()),
        Event::SoftBreak => Kind::SoftBreak,
        Event::HardBreak => Kind::HardBreak,
        Event::Rule => Kind::Rule,
        _ => return None,
    })
}

fn container(tag: Tag<'_>) -> Kind {
    match tag {
        Tag::Heading { level, id, .. } => {
            Kind::Heading { level: level as u8, id: id.map(pulldown_cmark::CowStr::into_string) }
        }
        Tag::BlockQuote(_) => Kind::Quote,
        Tag::CodeBlock(CodeBlockKind::Fenced(info)) => {
            Kind::Code { info: Some(info.into_string()), text: String::new() }
        }
        Tag::CodeBlock(CodeBlockKind::Indented) => Kind::Code { info: None, text: String::new() },
        Tag::HtmlBlock => Kind::HtmlBlock(String::new()),
        Tag::List(start) => Kind::List { start },
        Tag::Item => Kind::Item { task: None },
        Tag::FootnoteDefinition(label) => Kind::FootnoteDefinition(label.into_string()),
        Tag::Table(alignments) => Kind::Table(alignments.into_iter().map(alignment).collect()),
        Tag::TableHead | Tag::TableRow => Kind::Row,
        Tag::TableCell => Kind::Cell,
        Tag::Emphasis => Kind::Emphasis,
        Tag::Strong => Kind::Strong,
        Tag::Strikethrough => Kind::Strikethrough,
        Tag::Link { link_type, dest_url, title, .. } => {
            let scheme = if link_type == LinkType::Email { "mailto:" } else { "" };
            Kind::Link { address: format!("{scheme}{dest_url}"), title: title.into_string() }
        }
        Tag::Image { dest_url, title, .. } => {
            Kind::Image { address: dest_url.into_string(), title: title.into_string() }
        }
        _ => Kind::Paragraph,
    }
}

fn alignment(alignment: pulldown_cmark::Alignment) -> Alignment {
    match alignment {
        pulldown_cmark::Alignment::None => Alignment::None,
        pulldown_cmark::Alignment::Left => Alignment::Left,
        pulldown_cmark::Alignment::Center => Alignment::Center,
        pulldown_cmark::Alignment::Right => Alignment::Right,
    }
}

/// The text of nodes without their markup.
pub fn plain_text(nodes: &[Node]) -> String {
    let mut text = String::new();
    push_plain(nodes, &mut text);
    text
}

fn push_plain(nodes: &[Node], text: &mut String) {
    for node in nodes {
        match &node.kind {
            Kind::Text(part) | Kind::CodeSpan(part) => text.push_str(part),
            Kind::SoftBreak | Kind::HardBreak => text.push(' '),
            _ => push_plain(&node.children, text),
        }
    }
}
