//! What stands on a slide: blocks and inlines, as CommonMark has them.

use super::claim::Claim;
use serde::{Deserialize, Serialize};

/// An address that has been judged safe to link to: http, https, mailto, relative or a fragment
/// (for images also `data:` of a picture).
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Address(pub String);

impl Address {
    /// The host, so that a reader sees whose page it is; empty for a relative address.
    pub fn host(&self) -> &str {
        let rest = self.0.split_once("://").map(|(_, rest)| rest).unwrap_or_default();
        rest.split(['/', '?', '#']).next().unwrap_or_default()
    }

    /// The address as it counts from a folder, which is given with its last `/`.
    pub fn resolved(&self, base: &str) -> String {
        let text = &self.0;
        let first = text.split(['/', '?', '#']).next().unwrap_or_default();
        let is_absolute = first.contains(':') || text.starts_with('/');
        if is_absolute { text.clone() } else { format!("{base}{text}") }
    }
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Block {
    Paragraph(Vec<Inline>),
    /// A heading that is neither the slide's title nor a side's; the level is 1 to 6.
    Heading {
        level: u8,
        content: Vec<Inline>,
    },
    List(List),
    Quote(Vec<Block>),
    Code(Code),
    Table(Table),
    /// A thematic break inside a list or quote.
    Rule,
    /// Raw HTML, shown as the text that it is.
    Html(String),
    /// Replaced by a figure that is made from the deck.
    Figure(Figure),
    /// The place of the slide's question.
    Question,
}

impl Block {
    /// Shows `look` this block and then all that stand within it, in the order of the text.
    pub fn walk<'b>(&'b self, look: &mut dyn FnMut(&'b Block)) {
        look(self);
        match self {
            Self::List(list) => {
                list.items.iter().flat_map(|item| &item.blocks).for_each(|block| block.walk(look));
            }
            Self::Quote(blocks) => blocks.iter().for_each(|block| block.walk(look)),
            _ => {}
        }
    }
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct List {
    /// The first number of an ordered list.
    pub start: Option<u64>,
    /// Written with `*`: its items appear one after another.
    pub stepwise: bool,
    pub items: Vec<Item>,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Item {
    /// The item's place among all items of its slide, columns included, in the order of the text.
    pub number: ItemNumber,
    /// `[x]`: can; `[ ]`: can't.
    pub task: Option<bool>,
    pub claim: Option<Claim>,
    pub blocks: Vec<Block>,
    /// The line of the deck's text on which it begins, from 1; 0: nobody looks for it.
    pub line: u32,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct ItemNumber(pub u32);

impl ItemNumber {
    pub fn index(self) -> usize {
        self.0 as usize
    }
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Code {
    /// Counted with the items of the slide, so that its steps can be looked up.
    pub number: ItemNumber,
    /// The first word of the info string, possibly empty.
    pub language: String,
    pub text: String,
    /// The lines (from 1, first and last included) that are lit at each step; empty: all at once.
    pub steps: Vec<Vec<(u32, u32)>>,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Table {
    pub alignments: Vec<Alignment>,
    pub head: Vec<Vec<Inline>>,
    pub rows: Vec<Vec<Vec<Inline>>>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Alignment {
    None,
    Left,
    Center,
    Right,
}

/// A figure that is made from the deck.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Figure {
    Agenda,
    Matrix,
    Timeline,
    Changes,
    Verdict,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Inline {
    Text(String),
    Code(String),
    Emphasis(Vec<Inline>),
    Strong(Vec<Inline>),
    Strikethrough(Vec<Inline>),
    Link {
        address: Address,
        title: String,
        content: Vec<Inline>,
    },
    Image {
        address: Address,
        title: String,
        alternative: String,
    },
    /// The number of a footnote of this slide, from 1.
    Footnote(u32),
    LineBreak,
}

/// The address of each picture in inlines, in the order of the text.
pub fn pictures<'i>(inlines: &'i [Inline], look: &mut dyn FnMut(&'i Address)) {
    for inline in inlines {
        match inline {
            Inline::Image { address, .. } => look(address),
            Inline::Emphasis(inner)
            | Inline::Strong(inner)
            | Inline::Strikethrough(inner)
            | Inline::Link { content: inner, .. } => pictures(inner, look),
            _ => {}
        }
    }
}

/// The text of the first block if it is a paragraph, else nothing.
pub fn first_paragraph(blocks: &[Block]) -> &[Inline] {
    match blocks.first() {
        Some(Block::Paragraph(text)) => text,
        _ => &[],
    }
}

/// The text of inlines without their markup; a picture counts as its alternative.
pub fn plain_text(inlines: &[Inline]) -> String {
    let mut text = String::new();
    push_plain(inlines, &mut text);
    text
}

fn push_plain(inlines: &[Inline], text: &mut String) {
    for inline in inlines {
        match inline {
            Inline::Text(part) | Inline::Code(part) => text.push_str(part),
            Inline::Image { alternative, .. } => text.push_str(alternative),
            Inline::Emphasis(inner)
            | Inline::Strong(inner)
            | Inline::Strikethrough(inner)
            | Inline::Link { content: inner, .. } => push_plain(inner, text),
            Inline::LineBreak => text.push(' '),
            Inline::Footnote(_) => {}
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn relative_addresses_count_from_the_deck() {
        let from = |text: &str| Address(text.to_owned()).resolved("https://a.example/talks/");
        assert_eq!(from("figures/x.svg"), "https://a.example/talks/figures/x.svg");
        assert_eq!(from("https://b.example/x"), "https://b.example/x");
        assert_eq!(from("data:image/png;base64,AA"), "data:image/png;base64,AA");
        assert_eq!(from("/x"), "/x");
        assert_eq!(from("x/a:b"), "https://a.example/talks/x/a:b");
    }
}
