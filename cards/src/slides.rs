//! What the slides of a deck are about, for programs that show it beside a link: which slides have a page of their own,
//! their titles, and a line of what stands on them.

use kurabe::model::claim::Claim;
use kurabe::model::content::{Block, Item, first_paragraph, plain_text};
use kurabe::model::date::Date;
use kurabe::model::deck::{Deck, MomentDay, Slide};

/// The longest text, in characters; programs show about so many.
const LONGEST: usize = 110;

/// A slide that has a page.
#[derive(Debug, PartialEq, Eq)]
pub struct Told {
    pub id: String,
    /// Possibly empty.
    pub title: String,
    /// Possibly empty.
    pub text: String,
}

/// The slides with pages: those that readers walk through, if a folder can have their name.
pub fn told(deck: &Deck) -> Vec<Told> {
    let slides = deck.slides.iter().filter(|slide| !slide.hidden && is_name(slide.id.as_str()));
    let told = |slide: &Slide| Told {
        id: slide.id.as_str().to_owned(),
        title: plain_text(&slide.title).trim().to_owned(),
        text: text_of(deck, slide),
    };
    slides.map(told).collect()
}

/// Whether a folder can have the id as its name, on every system.
fn is_name(id: &str) -> bool {
    let is_plain = |c: char| !c.is_control() && !"/\\<>:\"|?*%".contains(c);
    !id.is_empty()
        && id.len() <= 200
        && !id.starts_with('.')
        && !id.ends_with(['.', ' '])
        && id.chars().all(is_plain)
}

/// The day of the talk: the deck's first moment, unless that is today.
pub fn day_of(deck: &Deck) -> Option<Date> {
    match deck.about.moments.first()?.day {
        MomentDay::On(day) => Some(day),
        MomentDay::Today => None,
    }
}

/// What each side says first, or the first sentence, as of the day of the talk.
fn text_of(deck: &Deck, slide: &Slide) -> String {
    let day = day_of(deck);
    let sides = slide.columns.iter().filter_map(|column| {
        let name = &deck.about.sides.get(column.side.index())?.name;
        Some(format!("{name}: {}", first_text(&column.blocks, day)?))
    });
    let sides: Vec<String> = sides.collect();
    let text = if sides.is_empty() {
        first_text(&slide.above, day).or_else(|| first_text(&slide.below, day)).unwrap_or_default()
    } else {
        sides.join(" / ")
    };
    shortened(&text)
}

/// The first text among blocks that holds on the day.
fn first_text(blocks: &[Block], day: Option<Date>) -> Option<String> {
    let text = |inlines| Some(plain_text(inlines).trim().to_owned()).filter(|text| !text.is_empty());
    blocks.iter().find_map(|block| match block {
        Block::Paragraph(inlines) => text(inlines),
        Block::List(list) => {
            let mut holding = list.items.iter().filter(|item| holds(item, day));
            holding.find_map(|item| text(first_paragraph(&item.blocks)))
        }
        Block::Quote(blocks) => first_text(blocks, day),
        _ => None,
    })
}

fn holds(item: &Item, day: Option<Date>) -> bool {
    let period = item.claim.as_ref().and_then(|claim: &Claim| claim.period);
    day.zip(period).is_none_or(|(day, period)| period.contains(day))
}

/// The text, cut behind its last whole character that leaves room for the sign that it goes on.
fn shortened(text: &str) -> String {
    if text.chars().count() <= LONGEST {
        return text.to_owned();
    }
    let kept: String = text.chars().take(LONGEST - 1).collect();
    format!("{}…", kept.trim_end())
}

#[cfg(test)]
mod tests {
    use super::*;
    use kurabe::read::read;

    const HEAD: &str = "---\nsides: [{ id: a, name: A }, { id: b, name: B }]\nmoments: [{ date: 2020-01-02, name: M }]\n---\n";

    fn of(slides: &str) -> Vec<Told> {
        told(&read(&format!("{HEAD}{slides}")).value)
    }

    #[test]
    fn a_slide_is_told_as_of_the_talk() {
        let slides = of("## T *t* {#t}\n\nabove\n\n### A\n- `2021..` later\n- `..2021` then\n### B\n- *b*\n");
        let expected = Told { id: "t".into(), title: "T t".into(), text: "A: then / B: b".into() };
        assert_eq!(slides, [expected]);
    }

    #[test]
    fn without_columns_the_first_text_is_told() {
        assert_eq!(of("## T\n\n- `2021..` later\n- now\n")[0].text, "now");
        assert_eq!(of("## T\n")[0].text, "");
    }

    #[test]
    fn hidden_slides_and_names_that_no_folder_can_have_are_left_out() {
        let slides =
            of("## A {#a/b}\n\n---\n\n## B\n\n<!-- hide: true -->\n\n---\n\n## 比べ\n\n---\n\n## C {#..}\n");
        let ids: Vec<&str> = slides.iter().map(|slide| slide.id.as_str()).collect();
        assert_eq!(ids, ["比べ"]);
    }

    #[test]
    fn a_long_text_is_cut_between_characters() {
        let long = "あ".repeat(LONGEST + 1);
        assert_eq!(shortened(&long), format!("{}…", "あ".repeat(LONGEST - 1)));
        assert_eq!(shortened(&long[3..]), long[3..]);
    }
}
