//! What a deck says in any language: a tree of slides, items and options with facts and lines.
//! Wording is left out, so that two trees of one deck in two languages are alike.

use kurabe::model::claim::{Claim, SideIndex};
use kurabe::model::content::{Block, Inline, Item, List, plain_text};
use kurabe::model::date::{Bound, Period};
use kurabe::model::deck::{Deck, Slide};
use kurabe::model::quiz::{Choice, Effect, Weight};
use kurabe::read::read;

/// Something that must be the same in each language: values in order, each with its line.
pub struct Fact {
    pub name: &'static str,
    pub values: Vec<(String, usize)>,
}

/// The deck, a slide, an item or an option.
pub struct Node {
    pub kind: &'static str,
    pub id: String,
    pub line: usize,
    pub facts: Vec<Fact>,
    pub inner: Vec<Node>,
}

/// A deck's file, and what it says.
pub struct Told {
    pub file: String,
    pub deck: Deck,
    pub root: Node,
}

impl Told {
    pub fn new(file: &str, text: &str) -> Self {
        let deck = read(text).value;
        let root = Teller { text, deck: &deck }.root();
        Self { file: file.to_owned(), root, deck }
    }
}

/// The number of the first line from `first` on in which `is_it` holds.
fn line_from(text: &str, first: usize, is_it: impl Fn(&str) -> bool) -> Option<usize> {
    text.lines().zip(1..).skip(first - 1).find(|(line, _)| is_it(line)).map(|(_, number)| number)
}

fn fact(name: &'static str, line: usize, values: impl IntoIterator<Item = String>) -> Fact {
    Fact { name, values: values.into_iter().map(|value| (value, line)).collect() }
}

struct Teller<'d> {
    text: &'d str,
    deck: &'d Deck,
}

impl Teller<'_> {
    fn root(&self) -> Node {
        let slides = self.deck.slides.iter().map(|slide| self.slide(slide)).collect();
        Node { kind: "deck", id: String::new(), line: 1, facts: self.front_matter(), inner: slides }
    }

    fn front_matter(&self) -> Vec<Fact> {
        let about = &self.deck.about;
        let fact = |name, values: Vec<String>| {
            let line = line_from(self.text, 1, |line| line.starts_with(&format!("{name}:")));
            fact(name, line.unwrap_or(1), values)
        };
        let months = about.review_after.map(|months| months.to_string());
        let seconds = about.duration.map(|seconds| format!("{seconds}s"));
        vec![
            fact("sides", about.sides.iter().map(|side| format!("{side:?}")).collect()),
            fact("moments", about.moments.iter().map(|moment| format!("{:?}", moment.day)).collect()),
            fact("checked", about.checked.iter().map(ToString::to_string).collect()),
            fact("review-after", months.into_iter().collect()),
            fact("duration", seconds.into_iter().collect()),
            fact("issues-url", about.issues_url.clone().into_iter().collect()),
        ]
    }

    /// The line of a slide's heading: the one with its id, else the last above its first item, else
    /// the first with its title.
    fn line_of(&self, slide: &Slide) -> usize {
        let heading =
            |word: &str| line_from(self.text, 1, |line| line.starts_with('#') && line.contains(word));
        let first = slide.blocks().find_map(|block| match block {
            Block::List(list) => list.items.first(),
            _ => None,
        });
        let given = heading(&format!("{{#{}}}", slide.id.as_str()));
        let above = || first.and_then(|item| self.heading_above(item.line as usize));
        given.or_else(above).or_else(|| heading(&plain_text(&slide.title))).unwrap_or(1)
    }

    fn heading_above(&self, line: usize) -> Option<usize> {
        let above = self.text.lines().zip(1..line).filter(|(line, _)| line.starts_with('#'));
        above.filter(|(line, _)| !line.starts_with("###")).map(|(_, number)| number).last()
    }

    fn side(&self, side: SideIndex) -> String {
        self.deck.about.sides[side.index()].id.clone()
    }

    fn slide(&self, slide: &Slide) -> Node {
        let line = self.line_of(slide);
        let notes = slide.notes.iter().map(|note| format!("a note of {} blocks", note.len()));
        let columns = slide.columns.iter().map(|column| self.side(column.side));
        let mut facts = vec![
            fact("level", line, [if slide.opens_section { "1" } else { "2" }.to_owned()]),
            fact("hidden", line, [slide.hidden.to_string()]),
            fact("background", line, [slide.is_background.to_string()]),
            fact("time", line, slide.time.map(|seconds| format!("{seconds}s"))),
            fact("row of the matrix", line, [self.row(slide)]),
            fact("columns", line, columns),
            fact("blocks", line, slide.blocks().map(shape)),
            fact("footnotes", line, slide.footnotes.iter().map(|text| shapes(text))),
            fact("notes", line, notes),
        ];
        let texts = slide.footnotes.iter().chain(&slide.notes).flatten();
        facts.extend(self.addresses(line, slide.blocks().chain(texts)));
        let mut inner = Vec::new();
        for (place, blocks) in self.places(slide) {
            blocks.iter().for_each(|block| self.items(&place, 1, block, &mut inner));
        }
        let options = slide.question.iter().flat_map(|question| &question.options);
        inner.extend(options.map(|option| self.option(option, line)));
        Node { kind: "slide", id: slide.id.0.clone(), line, facts, inner }
    }

    fn places<'s>(&self, slide: &'s Slide) -> Vec<(String, &'s Vec<Block>)> {
        let columns = slide.columns.iter().map(|column| (self.side(column.side), &column.blocks));
        let above = std::iter::once(("above".to_owned(), &slide.above));
        above.chain(columns).chain([("below".to_owned(), &slide.below)]).collect()
    }

    /// The first slide of the same topic, since these share a row.
    fn row(&self, slide: &Slide) -> String {
        let topic = |slide: &Slide| slide.topic.clone().unwrap_or_else(|| plain_text(&slide.title));
        let first = self.deck.slides.iter().find(|other| topic(other) == topic(slide));
        let shared = first.filter(|first| first.id != slide.id);
        shared.map_or_else(|| "its own".to_owned(), |first| format!("that of `{}`", first.id.as_str()))
    }

    fn items(&self, place: &str, depth: usize, block: &Block, into: &mut Vec<Node>) {
        let Block::List(list) = block else { return };
        for item in &list.items {
            into.push(self.item(place, depth, list, item));
            item.blocks.iter().for_each(|block| self.items(place, depth + 1, block, into));
        }
    }

    fn item(&self, place: &str, depth: usize, list: &List, item: &Item) -> Node {
        let line = item.line as usize;
        let marks = item.task.map(|can| if can { "[x]" } else { "[ ]" }.to_owned());
        let mut facts = vec![
            fact("place", line, [place.to_owned()]),
            fact("depth", line, [depth.to_string()]),
            fact("bullet", line, [bullet(list)]),
            fact("mark", line, marks),
            fact("blocks", line, item.blocks.iter().map(shape)),
        ];
        facts.extend(self.addresses(line, item.blocks.iter()));
        facts.extend(item.claim.iter().flat_map(|claim| self.claim(claim, line)));
        let given = item.claim.as_ref().and_then(|claim| claim.id.as_ref()).map(|id| id.0.clone());
        let id = given.unwrap_or_else(|| format!("without id, item {}", item.number.index() + 1));
        Node { kind: if item.claim.is_some() { "claim" } else { "item" }, id, line, facts, inner: Vec::new() }
    }

    fn claim(&self, claim: &Claim, line: usize) -> Vec<Fact> {
        vec![
            fact("side", line, claim.side.map(|side| self.side(side))),
            fact("period", line, claim.period.map(period)),
            fact("checked", line, claim.checked.map(|day| day.to_string())),
            fact("short name", line, claim.short.as_ref().map(|_| "given".to_owned())),
            fact("`+`", line, [claim.added.to_string()]),
            fact("replaces", line, claim.replaces.iter().map(|id| id.0.clone())),
        ]
    }

    fn option(&self, option: &Choice, slide: usize) -> Node {
        let id = option.id.as_str();
        let line = line_from(self.text, slide, |line| line.contains(&format!("`#{id}`"))).unwrap_or(slide);
        let mut facts = vec![
            fact("weights", line, option.weights.iter().map(|weight| self.weight(*weight))),
            fact("blocks", line, option.more.iter().map(shape)),
        ];
        let text = Block::Paragraph(option.text.clone());
        facts.extend(self.addresses(line, std::iter::once(&text).chain(&option.more)));
        Node { kind: "option", id: id.to_owned(), line, facts, inner: Vec::new() }
    }

    fn weight(&self, weight: Weight) -> String {
        let effect = match weight.effect {
            Effect::Points(points) => format!("{points:+}"),
            Effect::RulesOut => "no".to_owned(),
            Effect::First => "first".to_owned(),
        };
        let period = weight.period.map(|one| format!(" {}", period(one))).unwrap_or_default();
        format!("{} {effect}{period}", self.side(weight.side))
    }

    /// Links with footnote marks, and pictures, outside the items within.
    fn addresses<'b>(&self, line: usize, blocks: impl Iterator<Item = &'b Block>) -> [Fact; 2] {
        let mut found = Found::default();
        blocks.for_each(|block| found.block(block));
        let of = |address: &String| {
            let line = line_from(self.text, line, |text| text.contains(&format!("({address}")));
            line.unwrap_or(1)
        };
        let lang = format!(".{}.", self.deck.about.lang.as_deref().unwrap_or_default());
        let links = found.links.into_iter().map(|link| (link.clone(), of(&link).max(line))).collect();
        let pictures = found.pictures.iter().map(|one| (one.replace(&lang, ".*."), of(one).max(line)));
        [Fact { name: "links", values: links }, Fact { name: "pictures", values: pictures.collect() }]
    }
}

fn bullet(list: &List) -> String {
    match (list.start, list.stepwise) {
        (Some(first), _) => format!("numbers from {first}"),
        (None, true) => "stepwise".to_owned(),
        (None, false) => "at once".to_owned(),
    }
}

fn period(period: Period) -> String {
    let tilde = |bound: Bound| if bound.by_then { "~" } else { "" };
    let end = |bound: Option<Bound>| bound.map(|bound| format!("{}{}", tilde(bound), bound.date));
    format!("{}..{}", end(period.from).unwrap_or_default(), end(period.until).unwrap_or_default())
}

fn shapes(blocks: &[Block]) -> String {
    blocks.iter().map(shape).collect::<Vec<_>>().join(", ")
}

/// What a block is, without its wording. The items of a list are told one by one.
fn shape(block: &Block) -> String {
    match block {
        Block::Paragraph(_) => "paragraph".to_owned(),
        Block::Heading { level, .. } => format!("heading of level {level}"),
        Block::List(_) => "list".to_owned(),
        Block::Quote(inner) => format!("quote ({})", shapes(inner)),
        Block::Code(code) => {
            format!("code `{}` of {} lines, lit {:?}", code.language, code.text.lines().count(), code.steps)
        }
        Block::Table(table) => {
            format!("table of {:?} and {} rows", table.alignments, table.rows.len())
        }
        Block::Rule => "rule".to_owned(),
        Block::Html(_) => "HTML".to_owned(),
        Block::Figure(figure) => format!("figure {figure:?}"),
        Block::Question => "question".to_owned(),
    }
}

#[derive(Default)]
struct Found {
    links: Vec<String>,
    pictures: Vec<String>,
}

impl Found {
    fn block(&mut self, block: &Block) {
        match block {
            Block::Paragraph(content) | Block::Heading { content, .. } => self.inlines(content),
            Block::Quote(inner) => inner.iter().for_each(|block| self.block(block)),
            Block::Table(table) => {
                table.head.iter().chain(table.rows.iter().flatten()).for_each(|cell| self.inlines(cell));
            }
            _ => {}
        }
    }

    fn inlines(&mut self, inlines: &[Inline]) {
        for inline in inlines {
            match inline {
                Inline::Emphasis(inner) | Inline::Strong(inner) | Inline::Strikethrough(inner) => {
                    self.inlines(inner);
                }
                Inline::Link { address, content, .. } => {
                    self.links.push(address.0.clone());
                    self.inlines(content);
                }
                Inline::Image { address, .. } => self.pictures.push(address.0.clone()),
                Inline::Footnote(number) => self.links.push(format!("[^{number}]")),
                _ => {}
            }
        }
    }
}
