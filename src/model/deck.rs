//! A deck: what is compared, the named dates, and the slides.

use super::claim::{Id, SideIndex};
use super::content::{Block, Figure, Inline, Item, ItemNumber};
use super::date::Date;
use super::quiz::Question;
use serde::{Deserialize, Serialize};

/// A whole talk.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Deck {
    pub about: About,
    pub slides: Vec<Slide>,
}

/// What the front matter says.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct About {
    pub title: Option<String>,
    /// A BCP 47 tag.
    pub lang: Option<String>,
    pub author: Option<String>,
    pub event: Option<String>,
    /// What is compared, in the order of the columns: none, or 2 to 6.
    pub sides: Vec<Side>,
    pub moments: Vec<Moment>,
    /// When the claims were last checked against their sources.
    pub checked: Option<Date>,
    /// Months after which a checked claim is due for review.
    pub review_after: Option<u32>,
    /// The planned length in seconds.
    pub duration: Option<u32>,
    /// Language tags and the addresses of the same deck in these languages.
    pub translations: Vec<(String, String)>,
    /// A template with `{id}` for an address at which a claim can be corrected.
    pub issues_url: Option<String>,
}

/// One of the things that are compared.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Side {
    pub id: String,
    pub name: String,
    pub color: Option<Color>,
}

/// An sRGB colour.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Color {
    pub red: u8,
    pub green: u8,
    pub blue: u8,
}

/// A named date for the time lens.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Moment {
    pub day: MomentDay,
    pub name: String,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum MomentDay {
    On(Date),
    /// The day on which the deck is looked at.
    Today,
}

impl MomentDay {
    pub fn date(self, today: Date) -> Date {
        match self {
            Self::On(date) => date,
            Self::Today => today,
        }
    }
}

#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Slide {
    pub id: Id,
    /// Possibly empty.
    pub title: Vec<Inline>,
    /// The title is a heading of level 1: the slide opens a section of the agenda.
    pub opens_section: bool,
    /// What stands on it in the order of the text, columns aside: above and below them.
    pub above: Vec<Block>,
    /// At most one a side, in the order of `sides`.
    pub columns: Vec<Column>,
    pub below: Vec<Block>,
    /// The texts of the footnotes: number `n` is at `n - 1`.
    pub footnotes: Vec<Vec<Block>>,
    pub notes: Vec<Vec<Block>>,
    pub question: Option<Question>,
    /// The row of the matrix to which it belongs, if not its title.
    pub topic: Option<String>,
    /// The planned time in seconds.
    pub time: Option<u32>,
    /// Left out when walking through the deck.
    pub hidden: bool,
    /// `group: background`: about the speaker or the setting, not about what is compared.
    pub is_background: bool,
    /// How many list items and code blocks are on the slide, its notes included; their numbers are
    /// below it.
    pub items: u32,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Column {
    pub side: SideIndex,
    pub blocks: Vec<Block>,
}

impl Slide {
    /// All blocks on the slide in reading order; footnotes and notes are not among them.
    pub fn blocks(&self) -> impl Iterator<Item = &Block> {
        let columns = self.columns.iter().flat_map(|column| &column.blocks);
        self.above.iter().chain(columns).chain(&self.below)
    }

    /// Shows `look` each block of the slide, those within others, of answers, footnotes and notes too.
    pub fn walk<'s>(&'s self, look: &mut dyn FnMut(&'s Block)) {
        self.blocks().for_each(|block| block.walk(look));
        let options = self.question.iter().flat_map(|question| &question.options);
        options.flat_map(|option| &option.more).for_each(|block| block.walk(look));
        self.footnotes.iter().chain(&self.notes).flatten().for_each(|block| block.walk(look));
    }

    /// The list item with this number, footnotes and notes aside.
    pub fn item(&self, number: ItemNumber) -> Option<&Item> {
        let mut found = None;
        self.blocks().for_each(|block| {
            block.walk(&mut |block| {
                if let Block::List(list) = block {
                    found = list.items.iter().find(|item| item.number == number).or(found);
                }
            });
        });
        found
    }

    /// Whether this figure stands on the slide.
    pub fn has_figure(&self, figure: Figure) -> bool {
        self.blocks().any(|block| matches!(block, Block::Figure(kind) if *kind == figure))
    }
}

impl Deck {
    /// The place of a side by its id.
    pub fn side(&self, id: &str) -> Option<SideIndex> {
        let at = self.about.sides.iter().position(|side| side.id == id)?;
        u8::try_from(at).ok().map(SideIndex)
    }
}
