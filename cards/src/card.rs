//! What a card looks like: the site's paper and ink; the slide's title as large as it may be, above it the deck and the
//! day of the talk, below it the sides as the heads of columns, each in its colour.

use std::fmt::Write;

use anyhow::Result;
use kurabe::app::palette::{PAPER_LIGHT, css, side_colors};
use kurabe::model::deck::{Color, Deck};
use kurabe::text::markup::escaped;

use crate::lines::{self, LEADING, Lines, Room};
use crate::picture::{Rgb, png};
use crate::slides::{Told, day_of};
use crate::typeface::{Typeface, Weight, printable};

/// The size that programs ask for, in pixels.
const WIDTH: f32 = 1200.0;
const HEIGHT: f32 = 630.0;
const MARGIN: f32 = 80.0;
const INSIDE: f32 = WIDTH - 2.0 * MARGIN;

/// `--ink` and `--muted` of `styles/tokens.css` on light paper.
const INK: Color = Color { red: 0x22, green: 0x25, blue: 0x2b };
const MUTED: Color = Color { red: 0x5a, green: 0x5f, blue: 0x69 };

/// The line above the title: its base line and the size of its type.
const ABOVE: (f32, f32) = (110.0, 30.0);
/// The place of the title.
const TITLE_TOP: f32 = 150.0;
const TITLE: Room = Room { width: INSIDE, height: 300.0 };
/// The rules over the sides' names: their top and thickness, and the top of the names.
const RULES: (f32, f32) = (472.0, 8.0);
const NAMES: f32 = 498.0;
const GAP: f32 = 40.0;

/// What stands on a card.
#[derive(Debug, PartialEq)]
pub struct Card {
    above: String,
    day: String,
    title: String,
    sides: Vec<(String, Color)>,
}

/// The cards of a deck with the names of their files: that of the deck, and one a slide. A slide that is called as the
/// deck is has the same card as the deck.
pub fn all(deck: &Deck, slides: &[Told]) -> Vec<(String, Card)> {
    let about = &deck.about;
    let title = about.title.clone().unwrap_or_default();
    let author = about.author.clone().or_else(|| about.event.clone()).unwrap_or_default();
    let sides = || {
        about
            .sides
            .iter()
            .enumerate()
            .map(|(at, side)| (side.name.clone(), side_colors(side, at).light))
            .collect()
    };
    let card = |above: &str, title: &str| Card {
        above: above.to_owned(),
        day: day_of(deck).map(|day| day.to_string()).unwrap_or_default(),
        title: title.to_owned(),
        sides: sides(),
    };
    let of_slide = |slide: &Told| {
        let is_deck = slide.title.is_empty() || slide.title == title;
        let made = if is_deck { card(&author, &title) } else { card(&title, &slide.title) };
        (slide.id.clone(), made)
    };
    // Behind the slides': one of them may have this name, and is then drawn over.
    let of_deck = (DECK.to_owned(), card(&author, &title));
    slides.iter().map(of_slide).filter(|(name, _)| name != DECK).chain([of_deck]).collect()
}

/// The name of the deck's own card.
const DECK: &str = "deck";

impl Card {
    /// All that is written on it.
    pub fn texts(&self) -> String {
        let sides: String = self.sides.iter().map(|(name, _)| name.as_str()).collect();
        [&*self.above, &self.day, &self.title, &sides].concat()
    }

    /// The card as PNG.
    pub fn draw(&self, typeface: &Typeface) -> Result<Vec<u8>> {
        let sides = self.sides.iter().map(|(_, color)| rgb(*color));
        let colours: Vec<Rgb> = [rgb(INK), rgb(MUTED)].into_iter().chain(sides).collect();
        png(&typeface.tree(&self.svg(typeface)?)?, rgb(PAPER_LIGHT), &colours)
    }

    fn svg(&self, typeface: &Typeface) -> Result<String> {
        let mut svg = Svg::default();
        self.draw_above(&mut svg, typeface)?;
        self.draw_title(&mut svg, typeface);
        self.draw_sides(&mut svg, typeface);
        Ok(svg.whole())
    }

    fn draw_above(&self, svg: &mut Svg, typeface: &Typeface) -> Result<()> {
        let widths = typeface.widths(&[self.above.clone(), self.day.clone()], Weight::Regular)?;
        let (base, size) = ABOVE;
        let day = widths[1] * size;
        svg.text(WIDTH - MARGIN - day, base, size, MUTED, Weight::Regular, &self.day);
        let size = fitting(size, widths[0], INSIDE - day - GAP);
        svg.text(MARGIN, base, size, MUTED, Weight::Regular, &self.above);
        Ok(())
    }

    /// The title stands in the middle of its place.
    fn draw_title(&self, svg: &mut Svg, typeface: &Typeface) {
        let set = lines::set(&printable(&self.title), TITLE, &bold(typeface));
        #[expect(clippy::cast_precision_loss, reason = "a few lines")]
        let height = set.size * LEADING * set.lines.len() as f32;
        svg.lines((MARGIN, TITLE_TOP + (TITLE.height - height) / 2.0), &set, INK);
    }

    /// The sides share the width, as on a slide.
    fn draw_sides(&self, svg: &mut Svg, typeface: &Typeface) {
        let names: Vec<String> = self.sides.iter().map(|(name, _)| printable(name)).collect();
        #[expect(clippy::cast_precision_loss, reason = "at most six")]
        let count = names.len().max(1) as f32;
        let column = (INSIDE - GAP * (count - 1.0)) / count;
        let mut left = MARGIN;
        for (set, (_, color)) in lines::set_beside(&names, column, &bold(typeface)).iter().zip(&self.sides) {
            svg.rule(left, RULES.0, column, RULES.1, *color);
            svg.lines((left, NAMES), set, *color);
            left += column + GAP;
        }
    }
}

/// Texts that can't be measured can't be drawn either, which is told there.
fn bold(typeface: &Typeface) -> impl Fn(&[String]) -> Vec<f32> {
    |texts| typeface.widths(texts, Weight::Bold).unwrap_or_else(|_| vec![1.0; texts.len()])
}

/// From the top of a line to its base line, by the size of the type: for Japanese, whose characters fill their squares.
const ASCENT: f32 = 0.86;

/// The size, or less where a text, so wide in type of one pixel, would not fit.
fn fitting(size: f32, width: f32, room: f32) -> f32 {
    if width * size > room { room / width } else { size }
}

fn rgb(color: Color) -> Rgb {
    [color.red, color.green, color.blue]
}

/// A drawing on the card's paper.
#[derive(Default)]
struct Svg(String);

impl Svg {
    fn text(&mut self, x: f32, y: f32, size: f32, color: Color, weight: Weight, text: &str) {
        let (color, weight, text) = (css(color), weight.number(), escaped(&printable(text)));
        self.put(&format!(
            "<text x=\"{x}\" y=\"{y}\" font-size=\"{size}\" font-weight=\"{weight}\" fill=\"{color}\" xml:space=\"preserve\">{text}</text>"
        ));
    }

    /// Lines from their left and top on.
    fn lines(&mut self, (x, top): (f32, f32), set: &Lines, color: Color) {
        let step = set.size * LEADING;
        let mut base = top + (step - set.size) / 2.0 + set.size * ASCENT;
        for line in &set.lines {
            self.text(x, base, set.size, color, Weight::Bold, line);
            base += step;
        }
    }

    fn rule(&mut self, x: f32, y: f32, width: f32, height: f32, color: Color) {
        let color = css(color);
        self.put(&format!(
            "<rect x=\"{x}\" y=\"{y}\" width=\"{width}\" height=\"{height}\" rx=\"1\" fill=\"{color}\"/>"
        ));
    }

    fn put(&mut self, element: &str) {
        // Writing into a text never fails.
        let _ = write!(self.0, "{element}");
    }

    fn whole(self) -> String {
        let paper = css(PAPER_LIGHT);
        format!(
            "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{WIDTH}\" height=\"{HEIGHT}\">\
             <rect width=\"{WIDTH}\" height=\"{HEIGHT}\" fill=\"{paper}\"/>{}</svg>",
            self.0
        )
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::slides::told;
    use kurabe::read::read;

    const DECK_TEXT: &str = "---\ntitle: 比べ\nauthor: A\nsides: [{ id: a, name: A & B }, { id: b, name: C, color: \"#1a73e8\" }]\n\
                             moments: [{ date: 2020-10-08, name: M }]\n---\n# 比べ {#cover}\n\n---\n\n## D < E {#d}\n";

    fn cards() -> Vec<(String, Card)> {
        let deck = read(DECK_TEXT).value;
        all(&deck, &told(&deck))
    }

    #[test]
    fn each_slide_has_a_card_and_the_deck_one() {
        let cards = cards();
        let seen: Vec<_> =
            cards.iter().map(|(name, card)| (&**name, &*card.above, &*card.title, &*card.day)).collect();
        let day = "2020-10-08";
        assert_eq!(
            seen,
            [("cover", "A", "比べ", day), ("d", "比べ", "D < E", day), ("deck", "A", "比べ", day)]
        );
    }

    #[test]
    fn a_card_holds_its_texts_in_the_colours_of_the_sides() -> Result<()> {
        let (_, card) = &cards()[1];
        let Some(typeface) = Typeface::find(None, "D < E & 比べ 0123456789-ABC")? else { return Ok(()) };
        let svg = card.svg(&typeface)?;
        for part in ["D &lt; E", ">A &amp; B<", "2020-10-08", "#1970e3", "#fcfbf8", "比べ"] {
            assert!(svg.contains(part), "{part}: {svg}");
        }
        let drawn = card.draw(&typeface)?;
        assert!(drawn.starts_with(b"\x89PNG") && drawn.len() < 40_000, "{}", drawn.len());
        Ok(())
    }

    #[test]
    fn a_long_name_becomes_smaller() {
        assert!((fitting(30.0, 10.0, 200.0) - 20.0).abs() < 0.01);
        assert!((fitting(30.0, 5.0, 200.0) - 30.0).abs() < 0.01);
    }
}
