//! The text of a deck as it is shown, without marks, numbers and controls: title, blocks and
//! footnotes in the order of reading, slide after slide. The widgets draw these blocks one to one.

use kurabe::model::content::{Block, Inline, List, Table};
use kurabe::model::deck::{Deck, Slide};
use kurabe::model::quiz::Question;

pub fn deck(deck: &Deck) -> String {
    deck.slides.iter().map(slide).collect::<Vec<_>>().join("\n")
}

pub fn slide(slide: &Slide) -> String {
    let footnotes = slide.footnotes.iter().map(blocks);
    let question = slide.question.iter().map(question);
    let parts = [inlines(&slide.title), blocks(slide.blocks())];
    parts.into_iter().chain(question).chain(footnotes).collect::<Vec<_>>().join("\n")
}

fn question(question: &Question) -> String {
    let options =
        question.options.iter().map(|option| inlines(&option.text) + "\n" + blocks(&option.more).as_str());
    options.collect::<Vec<_>>().join("\n")
}

pub fn blocks<'b>(blocks: impl IntoIterator<Item = &'b Block>) -> String {
    blocks.into_iter().map(block).collect::<Vec<_>>().join("\n")
}

fn block(block: &Block) -> String {
    match block {
        Block::Paragraph(content) | Block::Heading { content, .. } => inlines(content),
        Block::List(List { items, .. }) => {
            items.iter().map(|item| blocks(&item.blocks)).collect::<Vec<_>>().join("\n")
        }
        Block::Quote(inner) => blocks(inner),
        Block::Code(code) => code.text.clone(),
        Block::Table(table) => cells(table),
        Block::Html(text) => text.clone(),
        Block::Rule | Block::Figure(_) | Block::Question => String::new(),
    }
}

fn cells(table: &Table) -> String {
    let rows = std::iter::once(&table.head).chain(&table.rows);
    rows.flatten().map(|cell| inlines(cell)).collect::<Vec<_>>().join("\n")
}

/// The text of a line; a picture counts as its alternative.
pub fn inlines(inlines: &[Inline]) -> String {
    kurabe::model::content::plain_text(inlines)
}
