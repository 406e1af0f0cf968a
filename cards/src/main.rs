//! `kurabe-cards deck DECK [OUT [TYPE]]` tells as JSON what the slides of a deck are about, and draws their cards into
//! the folder OUT: the pictures that other programs show for a link, `deck.png` for the deck and `ID.png` for each slide.
//! TYPE is a folder with type; without it, or where it lacks a character, the machine's own is taken. Where none has all
//! characters, no cards are drawn, and `drawn` in the answer is false.
//!
//! `kurabe-cards icons ICON OUT` draws the icons for browsers that install the site.
//!
//! A package of its own, since only a release needs it, and drawing is much to compile. What cards look like is decided
//! in `card.rs`; who links to them is `xtask`'s to say.

mod card;
mod icons;
mod lines;
mod phrases;
mod picture;
mod slides;
mod typeface;

use std::path::Path;
use std::{env, fs, thread};

use anyhow::{Context, Result, bail};
use kurabe::model::deck::Deck;
use kurabe::read::read;
use serde_json::{Value, json};

use card::Card;
use slides::Told;
use typeface::Typeface;

fn main() -> Result<()> {
    let arguments: Vec<String> = env::args().skip(1).collect();
    let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
    match arguments.as_slice() {
        ["icons", icon, out] => icons::write(Path::new(icon), Path::new(out)),
        ["deck", deck] => told(deck, None),
        ["deck", deck, out] => told(deck, Some((Path::new(out), None))),
        ["deck", deck, out, folder] => told(deck, Some((Path::new(out), Some(Path::new(folder))))),
        _ => bail!("usage: kurabe-cards deck DECK [OUT [TYPE]] | kurabe-cards icons ICON OUT"),
    }
}

/// Prints what the deck's slides are about, after drawing their cards where a folder for them is named.
fn told(file: &str, cards: Option<(&Path, Option<&Path>)>) -> Result<()> {
    let text = fs::read_to_string(file).with_context(|| format!("can't read {file}"))?;
    let deck = read(&text).value;
    let slides = slides::told(&deck);
    let drawn = match cards {
        Some((out, folder)) => draw_all(&deck, &slides, out, folder)?,
        None => false,
    };
    let line = |slide: &Told| json!({"id": slide.id, "title": slide.title, "text": slide.text});
    let slides: Value = slides.iter().map(line).collect();
    println!("{}", json!({"drawn": drawn, "slides": slides}));
    Ok(())
}

/// Draws the cards, several at a time. False if there is no type for them.
fn draw_all(deck: &Deck, slides: &[Told], out: &Path, folder: Option<&Path>) -> Result<bool> {
    let cards = card::all(deck, slides);
    let written: String = cards.iter().map(|(_, card)| card.texts()).collect();
    let Some(typeface) = Typeface::find(folder, &written)? else { return Ok(false) };
    fs::create_dir_all(out).with_context(|| format!("can't create {}", out.display()))?;
    let workers = thread::available_parallelism().map_or(1, usize::from);
    let share = cards.len().div_ceil(workers).max(1);
    thread::scope(|scope| {
        let typeface = &typeface;
        let start = |part| scope.spawn(move || draw_some(part, typeface, out));
        let running: Vec<_> = cards.chunks(share).map(start).collect();
        running.into_iter().try_for_each(|worker| match worker.join() {
            Ok(result) => result,
            Err(_) => bail!("drawing a card panicked"),
        })
    })?;
    Ok(true)
}

fn draw_some(cards: &[(String, Card)], typeface: &Typeface, out: &Path) -> Result<()> {
    for (name, card) in cards {
        let file = out.join(format!("{name}.png"));
        let drawn = card.draw(typeface).with_context(|| format!("the card of `{name}` can't be drawn"))?;
        fs::write(&file, drawn).with_context(|| format!("can't write {}", file.display()))?;
    }
    Ok(())
}
