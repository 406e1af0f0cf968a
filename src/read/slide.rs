//! Slides: where they begin, their titles, columns and footnotes.

use super::Reader;
use super::comment::{Piece, pieces};
use super::directive::{self, Directives};
use super::events::{self, Kind, Node, plain_text};
use crate::model::claim::{Id, SideIndex};
use crate::model::content::{Block, Inline, Item};
use crate::model::deck::{Column, Side, Slide};
use crate::model::quiz::Question;
use crate::text::names::Names;
use crate::text::unicode::fold;
use crate::text::{Span, nearest::nearest};
use crate::words::problem::Problem;

/// Reads all slides: thematic breaks at the top level stand between them.
pub fn read_all(reader: &mut Reader<'_>, nodes: &[Node]) -> Vec<Slide> {
    let definitions = Definitions::of(nodes);
    let mut slides = Vec::new();
    for nodes in nodes.split(|node| matches!(node.kind, Kind::Rule)) {
        let (links, excluded) = (reader.fragments.len(), reader.excluded.len());
        slides.extend(SlideReader::new(reader, nodes, &definitions).slide(nodes));
        for one in &mut reader.excluded[excluded..] {
            one.links = links..reader.fragments.len();
        }
    }
    let titles = slides.iter_mut().enumerate().filter(|(_, (_, given))| !given);
    for (number, (slide, _)) in titles {
        let title = crate::model::content::plain_text(&slide.title);
        slide.id = reader.ids.make(&title, number + 1);
    }
    slides.into_iter().map(|(slide, _)| slide).collect()
}

/// The footnotes that are defined among nodes; the first of a label counts.
#[derive(Default)]
struct Definitions<'t> {
    labels: Names,
    nodes: Vec<&'t Node>,
}

impl<'t> Definitions<'t> {
    fn of(nodes: &'t [Node]) -> Self {
        let mut definitions = Self::default();
        for node in nodes {
            if let Kind::FootnoteDefinition(label) = &node.kind
                && definitions.labels.add(label).is_ok()
            {
                definitions.nodes.push(node);
            }
        }
        definitions
    }

    fn get(&self, label: &str) -> Option<&'t Node> {
        self.labels.get(label).map(|number| self.nodes[number])
    }
}

/// Reads one slide.
pub struct SlideReader<'r, 's, 't> {
    pub reader: &'r mut Reader<'s>,
    /// The first definition of each label in the deck, and those of this slide.
    deck_definitions: &'t Definitions<'t>,
    own_definitions: Definitions<'t>,
    /// The footnotes that are referred to, in the order of their numbers.
    numbers: Names,
    footnotes: Vec<&'t Node>,
    /// The column that is being read.
    pub column: Option<SideIndex>,
    /// Where list items may be claims: not in quotes, tables, footnotes and notes.
    pub claims_allowed: bool,
    pub items: u32,
    pub question: Option<Question>,
    notes: Vec<Vec<Block>>,
    directives: Directives,
}

/// Where the next block goes.
#[derive(Clone, Copy, PartialEq)]
enum Place {
    Above,
    Column(SideIndex),
    Below,
}

impl<'r, 's, 't> SlideReader<'r, 's, 't> {
    fn new(reader: &'r mut Reader<'s>, nodes: &'t [Node], deck: &'t Definitions<'t>) -> Self {
        Self {
            reader,
            deck_definitions: deck,
            own_definitions: Definitions::of(nodes),
            numbers: Names::default(),
            footnotes: Vec::new(),
            column: None,
            claims_allowed: true,
            items: 0,
            question: None,
            notes: Vec::new(),
            directives: Directives::default(),
        }
    }

    /// The slide and whether its id was given; nothing if there is nothing on it.
    fn slide(mut self, nodes: &'t [Node]) -> Option<(Slide, bool)> {
        let title_at = title(self.reader.source, nodes);
        let mut slide = empty_slide();
        let mut given = None;
        let mut place = Place::Above;
        for (at, node) in nodes.iter().enumerate() {
            self.report_heading(node, title_at.is_some_and(|title| title != at));
            match &node.kind {
                Kind::Heading { level, id } if Some(at) == title_at => {
                    slide.title = self.inlines(&node.children);
                    slide.opens_section = *level == 1;
                    given =
                        id.as_deref().and_then(|id| self.take_id(id, id_span(self.reader.source, node, id)));
                }
                Kind::Heading { level: 3, .. } if self.side(node).is_some() => {
                    place = self.side(node).map_or(place, Place::Column);
                }
                Kind::Heading { level: 1..=3, .. } => {
                    if place != Place::Above {
                        place = Place::Below;
                    }
                    self.block_to(place, node, &mut slide);
                }
                Kind::FootnoteDefinition(_) => {}
                _ => self.block_to(place, node, &mut slide),
            }
        }
        self.finish(&mut slide);
        let is_empty = slide.title.is_empty() && slide.blocks().next().is_none() && slide.notes.is_empty();
        let has_given = given.is_some();
        slide.id = given.unwrap_or_else(|| Id(String::new()));
        (!is_empty).then_some((slide, has_given))
    }

    fn block_to(&mut self, place: Place, node: &'t Node, slide: &mut Slide) {
        self.column = match place {
            Place::Column(side) => Some(side),
            _ => None,
        };
        let blocks = self.blocks(std::slice::from_ref(node));
        match place {
            Place::Above => slide.above.extend(blocks),
            Place::Below => slide.below.extend(blocks),
            Place::Column(side) => column_of(slide, side).extend(blocks),
        }
    }

    fn report_heading(&mut self, node: &Node, not_the_title: bool) {
        let Kind::Heading { level, .. } = node.kind else { return };
        if is_underlined(self.reader.source, node) {
            let text = plain_text(&node.children);
            let looks_like_front_matter = text.split_once(": ").is_some_and(|(key, _)| is_key(key));
            self.reader.report(node.span, Problem::UnderlineHeading { looks_like_front_matter });
        } else if level <= 2 && not_the_title {
            self.reader.report(node.span, Problem::SecondTitle);
        } else if level == 3 && self.side(node).is_none() {
            self.report_near_side(node);
        }
    }

    fn report_near_side(&mut self, node: &Node) {
        let heading = plain_text(&node.children);
        let folded = fold(&heading);
        let sides = &self.reader.about.sides;
        let near = sides.iter().find(|side| is_near(&folded, side)).map(|side| side.name.clone());
        if let Some(side) = near {
            self.reader.report(node.span, Problem::NearSide { heading, side });
        }
    }

    /// The side whose column a heading of level 3 opens.
    fn side(&self, heading: &Node) -> Option<SideIndex> {
        let text = fold(&plain_text(&heading.children));
        let is_named = |side: &Side| fold(&side.name) == text || fold(&side.id) == text;
        let at = self.reader.about.sides.iter().position(is_named)?;
        u8::try_from(at).ok().map(SideIndex)
    }

    /// Takes an id that stands at `span`; reports a clash.
    pub fn take_id(&mut self, id: &str, span: Span) -> Option<Id> {
        let taken = self.reader.ids.take(id);
        if taken.is_none() {
            self.reader.report(span, Problem::IdTaken { id: id.to_owned() });
        }
        taken
    }

    /// The number of a footnote on this slide, from 1.
    pub fn footnote_number(&mut self, label: &str) -> Option<u32> {
        let definition = self.own_definitions.get(label).or_else(|| self.deck_definitions.get(label))?;
        let number = match self.numbers.add(label) {
            Ok(number) => {
                self.footnotes.push(definition);
                number
            }
            Err(number) => number,
        };
        u32::try_from(number + 1).ok()
    }

    /// Reads a comment whose inside stands at `at`: directives, or a note.
    pub fn comment(&mut self, text: &str, at: usize) {
        if directive::take(self.reader, text, at, &mut self.directives) {
            return;
        }
        let tree = events::tree(text, at);
        let note = self.without_claims(|slide| slide.blocks_of_note(&tree.nodes));
        self.notes.push(note);
    }

    /// Notes are read without footnotes of their own.
    fn blocks_of_note(&mut self, nodes: &[Node]) -> Vec<Block> {
        self.blocks(nodes)
    }

    /// Reads HTML that stands by itself at `start`.
    pub fn html_block(&mut self, html: &str, span: Span) -> Vec<Block> {
        let mut blocks = Vec::new();
        for (at, piece) in pieces(html) {
            match piece {
                Piece::Comment(text) => self.comment(text, span.start + at + "<!--".len()),
                Piece::Behind(text) => {
                    self.reader.report(
                        Span::new(span.start + at, span.start + at + text.trim_end().len()),
                        Problem::TextAfterComment,
                    );
                    let tree = events::tree(text, span.start + at);
                    blocks.extend(self.blocks(&tree.nodes));
                }
                Piece::Markup(text) => {
                    self.reader.report(span, Problem::RawHtml);
                    blocks.push(Block::Html(text.trim_end().to_owned()));
                }
            }
        }
        blocks
    }

    /// Reads with list items being no claims.
    pub fn without_claims<T>(&mut self, read: impl FnOnce(&mut Self) -> T) -> T {
        let before = std::mem::replace(&mut self.claims_allowed, false);
        let value = read(self);
        self.claims_allowed = before;
        value
    }

    fn finish(mut self, slide: &mut Slide) {
        let mut number = 0;
        // A footnote may refer to further ones.
        while let Some(&node) = self.footnotes.get(number) {
            let text = self.without_claims(|slide| slide.blocks(&node.children));
            slide.footnotes.push(text);
            number += 1;
        }
        slide.notes = self.notes;
        slide.question = self.question;
        slide.topic = self.directives.topic;
        slide.time = self.directives.time;
        slide.hidden = self.directives.hide;
        slide.is_background = self.directives.background;
        slide.items = self.items;
        let footnotes = std::mem::take(&mut slide.footnotes);
        for_each_item(slide, &mut |item| super::claim::gather_sources(item, &footnotes));
        slide.footnotes = footnotes;
    }
}

/// Visits all list items of a slide, nested ones too.
pub fn for_each_item(slide: &mut Slide, visit: &mut impl FnMut(&mut Item)) {
    let columns = slide.columns.iter_mut().flat_map(|column| &mut column.blocks);
    for block in slide.above.iter_mut().chain(columns).chain(&mut slide.below) {
        for_each_item_in(block, visit);
    }
}

fn for_each_item_in(block: &mut Block, visit: &mut impl FnMut(&mut Item)) {
    match block {
        Block::List(list) => {
            for item in &mut list.items {
                visit(item);
                item.blocks.iter_mut().for_each(|block| for_each_item_in(block, visit));
            }
        }
        Block::Quote(blocks) => blocks.iter_mut().for_each(|block| for_each_item_in(block, visit)),
        _ => {}
    }
}

fn empty_slide() -> Slide {
    Slide {
        id: Id(String::new()),
        title: Vec::<Inline>::new(),
        opens_section: false,
        above: Vec::new(),
        columns: Vec::new(),
        below: Vec::new(),
        footnotes: Vec::new(),
        notes: Vec::new(),
        question: None,
        topic: None,
        time: None,
        hidden: false,
        is_background: false,
        items: 0,
    }
}

/// The blocks of a side's column. Columns stand in the order of the sides.
fn column_of(slide: &mut Slide, side: SideIndex) -> &mut Vec<Block> {
    let at = slide.columns.partition_point(|column| column.side < side);
    if slide.columns.get(at).is_none_or(|column| column.side != side) {
        slide.columns.insert(at, Column { side, blocks: Vec::new() });
    }
    &mut slide.columns[at].blocks
}

/// Where the title stands: the first heading of level 1 or 2, one by underline only where there is
/// no other.
fn title(source: &str, nodes: &[Node]) -> Option<usize> {
    let is_title = |node: &Node| matches!(node.kind, Kind::Heading { level: 1 | 2, .. });
    let by_marks = nodes.iter().position(|node| is_title(node) && !is_underlined(source, node));
    by_marks.or_else(|| nodes.iter().position(is_title))
}

fn is_underlined(source: &str, node: &Node) -> bool {
    !node.span.of(source).trim_start().starts_with('#')
}

fn is_key(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-' || b == b'_')
}

/// Whether a heading was probably meant to name a side: it begins with its name, or is a slip away.
fn is_near(folded: &str, side: &Side) -> bool {
    [&side.name, &side.id].into_iter().any(|name| {
        let name = fold(name);
        let rest = folded.strip_prefix(&name);
        let begins_so = rest.is_some_and(|rest| rest.starts_with(|c: char| !c.is_alphanumeric()));
        begins_so || nearest(folded, [name.as_str()]).is_some()
    })
}

/// The place of `#id` in the attributes of a heading.
fn id_span(source: &str, node: &Node, id: &str) -> Span {
    let text = node.span.of(source);
    let at = text.rfind('{').and_then(|open| text[open..].find(id).map(|at| open + at));
    at.map_or(node.span, |at| Span::new(node.span.start + at, node.span.start + at + id.len()))
}
