//! Blocks of a slide.

use super::figures::figure;
use super::inlines::{image, inlines};
use super::item::item;
use super::pen::Pen;
use super::question::question;
use crate::app::code::{Coloured, KINDS};
use crate::app::screen::SlideScreen;
use crate::model::content::{Alignment, Block, Code, Inline, List, Table};

/// What drawing a block needs to know.
#[derive(Clone, Copy)]
pub struct Brush<'b> {
    pub screen: &'b SlideScreen,
    /// The blocks of the column or part that is being drawn: folded items are found there.
    pub part: &'b [Block],
}

impl Brush<'_> {
    pub fn blocks(self, pen: &mut Pen, blocks: &[Block]) {
        for block in blocks {
            self.block(pen, block);
        }
    }

    fn block(self, pen: &mut Pen, block: &Block) {
        match block {
            Block::Paragraph(text) => self.paragraph(pen, text),
            Block::Heading { level, content } => self.heading(pen, *level, content),
            Block::List(list) => self.list(pen, list),
            Block::Quote(blocks) => {
                pen.open("blockquote");
                self.blocks(pen, blocks);
                pen.close();
            }
            Block::Code(code) => self.code(pen, code),
            Block::Table(table) => self.table(pen, table),
            Block::Rule => {
                pen.open("hr").close();
            }
            Block::Html(text) => {
                pen.class("pre", "raw").with_text("code", text).close();
            }
            Block::Figure(kind) => figure(pen, *kind, self.screen),
            Block::Question => self.question(pen),
        }
    }

    pub fn text(self, pen: &mut Pen, text: &[Inline]) {
        inlines(pen, text, &self.screen.base);
    }

    /// An element with nothing but a text.
    fn text_in(self, pen: &mut Pen, tag: &'static str, text: &[Inline]) {
        pen.open(tag);
        self.text(pen, text);
        pen.close();
    }

    /// A paragraph that is one picture becomes a figure, its title the caption.
    fn paragraph(self, pen: &mut Pen, text: &[Inline]) {
        if let [Inline::Image { address, title, alternative }] = text {
            pen.open("figure");
            image(pen, address, &String::new(), alternative, &self.screen.base);
            pen.with_text("figcaption", title).close();
        } else {
            self.text_in(pen, "p", text);
        }
    }

    /// The slide's title is the heading of level 1, the sides' are of level 2.
    fn heading(self, pen: &mut Pen, level: u8, content: &[Inline]) {
        let tag = match level {
            1 | 2 => "h2",
            3 => "h3",
            _ => "h4",
        };
        self.text_in(pen, tag, content);
    }

    fn list(self, pen: &mut Pen, list: &List) {
        match list.start {
            Some(start) => pen.open("ol").attr("start", &start.to_string()),
            None => pen.open("ul"),
        };
        for one in &list.items {
            item(pen, self, one);
        }
        pen.close();
    }

    fn code(self, pen: &mut Pen, code: &Code) {
        let view = self.screen.items.get(code.number.index());
        let step = view.map_or(0, |view| view.steps_since) as usize;
        let lit = code.steps.get(step.min(code.steps.len().saturating_sub(1)));
        // The first lines come with what is around them, not by a step of their own.
        let is_latest = (1..code.steps.len()).contains(&step);
        let lit_class = if is_latest { "line is-latest" } else { "line" };
        pen.class("pre", "code").attr("tabindex", "0").attr("data-language", &code.language).open("code");
        for (line, number) in code.text.lines().zip(1_u32..) {
            let is_lit =
                lit.is_none_or(|ranges| ranges.iter().any(|(from, to)| (*from..=*to).contains(&number)));
            pen.class("span", if is_lit { lit_class } else { "line dim" });
            let from = line.as_ptr() as usize - code.text.as_ptr() as usize;
            self.line(pen, code, line, from);
            pen.words("\n").close();
        }
        pen.close().close();
    }

    /// A line of code, in colours where they are known. It begins at this byte of the code.
    fn line(self, pen: &mut Pen, code: &Code, line: &str, from: usize) {
        let is_this =
            |one: &&Coloured| one.text == code.text && one.language.eq_ignore_ascii_case(&code.language);
        let pieces = self.screen.code.iter().find(is_this).map(|one| one.pieces.as_slice());
        let pieces = pieces.filter(|pieces| !pieces.is_empty());
        let (mut at, end) = (0, from + line.len());
        for (kind, length) in pieces.unwrap_or(&[(0, end)]) {
            let (start, stop) = (at.max(from), (at + length).min(end));
            at += length;
            let Some(text) = code.text.get(start..stop).filter(|text| !text.is_empty()) else { continue };
            match KINDS.get(usize::from(*kind)) {
                None | Some(&"") => pen.text(text),
                Some(kind) => pen.class("span", kind).text(text).close(),
            };
        }
    }

    fn table(self, pen: &mut Pen, table: &Table) {
        pen.class("div", "table-box").attr("tabindex", "0").open("table").open("thead").open("tr");
        self.cells(pen, table, "th", &table.head);
        pen.close().close().open("tbody");
        for row in &table.rows {
            pen.open("tr");
            self.cells(pen, table, "td", row);
            pen.close();
        }
        pen.close().close().close();
    }

    fn cells(self, pen: &mut Pen, table: &Table, tag: &'static str, cells: &[Vec<Inline>]) {
        for (at, cell) in cells.iter().enumerate() {
            let class = match table.alignments.get(at) {
                Some(Alignment::Center) => "center",
                Some(Alignment::Right) => "right",
                _ => "",
            };
            pen.open(tag).attr("scope", (tag == "th").then_some("col")).attr("class", class);
            self.text(pen, cell);
            pen.close();
        }
    }

    /// The slide's question, to be answered; where there is nothing to answer, its options as a list.
    fn question(self, pen: &mut Pen) {
        let Some(asked) = self.screen.slide().and_then(|slide| slide.question.as_ref()) else { return };
        if let Some(view) = &self.screen.question {
            return question(pen, self, asked, view);
        }
        pen.class("ul", "options");
        for option in &asked.options {
            pen.open("li");
            self.text(pen, &option.text);
            self.blocks(pen, &option.more);
            pen.close();
        }
        pen.close();
    }
}
