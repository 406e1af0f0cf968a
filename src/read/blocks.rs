//! Blocks: paragraphs, lists, tables, code and figures.

use super::claim::ItemStart;
use super::events::{Kind, Node};
use super::slide::SlideReader;
use crate::model::content::{Block, Code, Figure, Inline, Item, ItemNumber, List, Table};
use crate::text::{Span, nearest::nearest};
use crate::words::problem::Problem;

const FIGURES: [(&str, Figure); 5] = [
    ("agenda", Figure::Agenda),
    ("matrix", Figure::Matrix),
    ("timeline", Figure::Timeline),
    ("changes", Figure::Changes),
    ("verdict", Figure::Verdict),
];

impl SlideReader<'_, '_, '_> {
    /// Reads nodes as blocks. Inline nodes that stand among them (in tight lists) make paragraphs.
    pub fn blocks(&mut self, nodes: &[Node]) -> Vec<Block> {
        let mut blocks = Vec::new();
        for run in nodes.chunk_by(|a, b| a.kind.is_inline() && b.kind.is_inline()) {
            if run[0].kind.is_inline() {
                self.paragraph(run, &mut blocks);
            } else {
                self.block(&run[0], &mut blocks);
            }
        }
        blocks
    }

    /// A paragraph of nothing but comments is none.
    fn paragraph(&mut self, nodes: &[Node], into: &mut Vec<Block>) {
        let inlines = self.inlines(nodes);
        let is_blank =
            inlines.iter().all(|inline| matches!(inline, Inline::Text(text) if text.trim().is_empty()));
        if !is_blank {
            into.push(Block::Paragraph(inlines));
        }
    }

    fn block(&mut self, node: &Node, into: &mut Vec<Block>) {
        match &node.kind {
            Kind::Heading { level, .. } => {
                let content = self.inlines(&node.children);
                into.push(Block::Heading { level: *level, content });
            }
            Kind::Quote => {
                let quoted = self.without_claims(|slide| slide.blocks(&node.children));
                into.push(Block::Quote(quoted));
            }
            Kind::Code { info, text } => into.push(self.code(info.as_deref(), text, node.span)),
            Kind::List { start } => into.push(self.list_or_question(*start, node)),
            Kind::Table(alignments) => {
                let mut rows = node.children.iter().map(|row| self.row(row)).collect::<Vec<_>>().into_iter();
                let head = rows.next().unwrap_or_default();
                into.push(Block::Table(Table { alignments: alignments.clone(), head, rows: rows.collect() }));
            }
            Kind::Rule => into.push(Block::Rule),
            Kind::HtmlBlock(html) => into.extend(self.html_block(html, node.span)),
            Kind::FootnoteDefinition(_) => {}
            Kind::Paragraph => self.paragraph(&node.children, into),
            _ => into.extend(self.blocks(&node.children)),
        }
    }

    fn row(&mut self, row: &Node) -> Vec<Vec<Inline>> {
        row.children.iter().map(|cell| self.inlines(&cell.children)).collect()
    }

    fn list_or_question(&mut self, start: Option<u64>, node: &Node) -> Block {
        if self.column.is_none() && self.claims_allowed && self.is_question(node) {
            if self.question.is_none() {
                self.question = Some(self.read_question(node));
                return Block::Question;
            }
            self.reader.report(node.span, Problem::SecondQuestion);
        }
        Block::List(self.list(start, node))
    }

    fn list(&mut self, start: Option<u64>, node: &Node) -> List {
        let bullet = node.children.first().map(|item| item.span.of(self.reader.source).trim_start());
        let stepwise = bullet.is_some_and(|text| text.starts_with('*'));
        let items = node.children.iter().map(|item| self.item(item)).collect();
        List { start, stepwise, items }
    }

    fn item(&mut self, node: &Node) -> Item {
        let number = self.next_number();
        let line = u32::try_from(self.reader.lines.number(node.span.start)).unwrap_or(u32::MAX);
        let ItemStart { task, claim, rest } = self.item_start(node, (line, number));
        Item { number, task, claim, blocks: self.blocks_behind(node, rest), line }
    }

    fn next_number(&mut self) -> ItemNumber {
        self.items += 1;
        ItemNumber(self.items - 1)
    }

    /// The blocks of an item behind the task mark and code span with which it began: `skip` inline
    /// nodes of its first paragraph.
    pub fn blocks_behind(&mut self, item: &Node, skip: usize) -> Vec<Block> {
        if skip == 0 {
            return self.blocks(&item.children);
        }
        let mut blocks = Vec::new();
        let (first, others) = first_line(item);
        self.paragraph(&first[skip..], &mut blocks);
        trim_start(&mut blocks);
        blocks.extend(self.blocks(others));
        blocks
    }

    fn code(&mut self, info: Option<&str>, text: &str, span: Span) -> Block {
        let info = info.unwrap_or_default().trim();
        let mut words = info.split_whitespace();
        let language = words.next().unwrap_or_default();
        if language == "kurabe" {
            let name = words.next().unwrap_or_default();
            if let Some(&(_, figure)) = FIGURES.iter().find(|(known, _)| *known == name) {
                return Block::Figure(figure);
            }
            let nearest = nearest(name, FIGURES.map(|(known, _)| known)).map(str::to_owned);
            self.reader.report(span, Problem::UnknownFigure { name: name.to_owned(), nearest });
        }
        let steps = self.line_steps(info, span);
        let language = if language.starts_with('{') { "" } else { language };
        let number = self.next_number();
        Block::Code(Code { number, language: language.to_owned(), text: text.to_owned(), steps })
    }

    /// `{2|4-5}` at the end of the info string.
    fn line_steps(&mut self, info: &str, span: Span) -> Vec<Vec<(u32, u32)>> {
        let Some(open) = info.rfind('{').filter(|_| info.ends_with('}')) else { return Vec::new() };
        let inside = &info[open + 1..info.len() - 1];
        let steps: Option<Vec<_>> = inside.split('|').map(line_ranges).collect();
        if steps.is_none() {
            self.reader.report(span, Problem::BadLineSteps { text: info[open..].to_owned() });
        }
        steps.unwrap_or_default()
    }
}

/// The lines of one step: `2`, `4-5`, `1,3-4`; `all` and `*` are all lines.
fn line_ranges(text: &str) -> Option<Vec<(u32, u32)>> {
    text.split(',').map(|part| line_range(part.trim())).collect()
}

fn line_range(text: &str) -> Option<(u32, u32)> {
    if text == "all" || text == "*" {
        return Some((1, u32::MAX));
    }
    let (first, last) = text.split_once('-').unwrap_or((text, text));
    let (first, last) = (first.trim().parse().ok()?, last.trim().parse().ok()?);
    (first >= 1 && first <= last).then_some((first, last))
}

/// The inline nodes of an item's first paragraph, and the blocks behind it.
pub fn first_line(item: &Node) -> (&[Node], &[Node]) {
    match item.children.first() {
        Some(first) if matches!(first.kind, Kind::Paragraph) => (&first.children, &item.children[1..]),
        _ => {
            let end =
                item.children.iter().position(|node| !node.kind.is_inline()).unwrap_or(item.children.len());
            item.children.split_at(end)
        }
    }
}

/// The space between a code span and the text behind it belongs to neither.
fn trim_start(blocks: &mut [Block]) {
    if let Some(Block::Paragraph(inlines)) = blocks.first_mut()
        && let Some(Inline::Text(text)) = inlines.first_mut()
    {
        *text = text.trim_start().to_owned();
    }
}
