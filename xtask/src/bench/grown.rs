//! Decks of many slides that are like the talk's: its slides again and again, so that a slide of a large deck costs what
//! one of the talk's does, and what is different comes from the deck's size. Also the pages of such decks, drawn and
//! compiled as a release's are.
//!
//! A round is the talk with other words of the same lengths: each Chinese character and each kana is replaced by
//! another of its kind that the talk has, a different one in each round. Else the line would carry the talk once, and
//! brotli a note that it comes again. Ids get the round's number, and sections become slides, so that no agenda grows
//! with the deck.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use anyhow::{Context, Result};

use super::DECK;
use crate::{dist, pages};

/// What stands between slides.
const BREAK: &str = "\n---\n";

/// The kinds within which characters change: hiragana, katakana, Chinese characters.
const KINDS: [(char, char); 3] = [('あ', 'ん'), ('ア', 'ン'), ('一', '龠')];

/// A deck cut into its front matter and its slides.
struct Cut<'a> {
    front_matter: &'a str,
    slides: Vec<&'a str>,
}

fn cut(deck: &str) -> Result<Cut<'_>> {
    let end = deck.find(BREAK).context("the talk has no front matter")? + BREAK.len();
    let (front_matter, rest) = deck.split_at(end);
    Ok(Cut { front_matter, slides: rest.split(BREAK).collect() })
}

/// How many slides a deck has.
pub fn count(deck: &str) -> Result<usize> {
    Ok(cut(deck)?.slides.len())
}

/// The slides without the front matter, for programs that would show it.
pub fn slides_alone(deck: &str) -> Result<String> {
    Ok(cut(deck)?.slides.join(BREAK))
}

/// A deck of so many slides.
pub fn grown(deck: &str, slides: usize) -> Result<String> {
    let Cut { front_matter, slides: talk } = cut(deck)?;
    let letters = KINDS.map(|(first, last)| letters(deck, first, last));
    let made = (0..slides).map(|at| turned(talk[at % talk.len()], &letters, at / talk.len()));
    Ok(front_matter.to_owned() + &made.collect::<Vec<_>>().join(BREAK))
}

/// The letters between two that a text has, each once, in their order.
fn letters(text: &str, first: char, last: char) -> Vec<char> {
    let all: BTreeSet<char> = text.chars().filter(|letter| (first..=last).contains(letter)).collect();
    all.into_iter().collect()
}

/// A slide as it is in a round; in round 0 it is the talk's.
fn turned(slide: &str, letters: &[Vec<char>], round: usize) -> String {
    if round == 0 {
        return slide.to_owned();
    }
    let words: String = slide.chars().map(|letter| other(letter, letters, round)).collect();
    let lines = words.split('\n').map(|line| match line.strip_prefix("# ") {
        Some(title) => format!("## {title}"),
        None => line.to_owned(),
    });
    renamed(&lines.collect::<Vec<_>>().join("\n"), round)
}

/// Another letter of the same kind.
fn other(letter: char, letters: &[Vec<char>], round: usize) -> char {
    let found = letters.iter().find_map(|kind| Some((kind, kind.binary_search(&letter).ok()?)));
    found.map_or(letter, |(kind, at)| kind[(at + round) % kind.len()])
}

/// The slide with the round's number behind each id, where it is given and where it is referred to.
fn renamed(slide: &str, round: usize) -> String {
    let mut made = String::new();
    let mut rest = slide;
    let starts = ["{#", "`#", "(#", "replaces:"];
    while let Some((at, start)) = starts.iter().filter_map(|start| Some((rest.find(start)?, start))).min() {
        let begin = at + start.len();
        let is_part = |c: char| c.is_ascii_alphanumeric() || c == '-';
        let length = rest[begin..].find(|c| !is_part(c)).unwrap_or(rest.len() - begin);
        made += &rest[..begin + length];
        if length > 0 {
            made += "-";
            made += &round.to_string();
        }
        rest = &rest[begin + length..];
    }
    made + rest
}

/// Writes a release's page of a deck into `folder`: the site's own page with another deck in it. Everything else is
/// taken from the site.
pub fn write_page(site: &Path, folder: &Path, deck: &str) -> Result<()> {
    fs::create_dir_all(folder).with_context(|| format!("can't create {}", folder.display()))?;
    let (file, page) = (folder.join(DECK), folder.join("index.html"));
    fs::write(&file, deck).with_context(|| format!("can't write {}", file.display()))?;
    let drawn = pages::draw(&file, &file.with_extension("deck"), DECK)?;
    let built = site.join("index.html");
    let built = fs::read_to_string(&built).with_context(|| format!("can't read {}", built.display()))?;
    fs::write(&page, pages::redrawn(&built, &drawn)?)
        .with_context(|| format!("can't write {}", page.display()))?;
    dist::pack_all(&dist::files(folder)?)
}

#[cfg(test)]
mod tests {
    use super::*;

    const TALK: &str = "---\ntitle: A\n---\n\n# 比べる {#cover}\n\n- `#a ..2021 replaces:b` はいといえ ([図](#cover))\n\n---\n\n## Two\n";

    #[test]
    fn the_first_round_is_the_talk() -> Result<()> {
        assert_eq!((grown(TALK, 2)?.as_str(), count(TALK)?), (TALK, 2));
        assert_eq!(slides_alone(TALK)?, TALK.replacen("---\ntitle: A\n---\n", "", 1));
        Ok(())
    }

    #[test]
    fn other_rounds_have_other_words_and_ids() -> Result<()> {
        let deck = grown(TALK, 5)?;
        assert_eq!(count(&deck)?, 5);
        let [second, third] = [2, 4].map(|at| deck.split(BREAK).nth(at + 1).unwrap_or_default().to_owned());
        assert!(
            second.contains("## ") && second.contains("{#cover-1}") && second.contains("](#cover-1)"),
            "{second}"
        );
        assert!(second.contains("`#a-1 ..2021 replaces:b-1`") && second.contains("## 図るい"), "{second}");
        assert!(third.contains("{#cover-2}") && third.chars().count() == second.chars().count(), "{third}");
        assert_ne!(second.replace("-1", ""), third.replace("-2", ""));
        Ok(())
    }

    /// Decks are compared by their size alone, so the large ones must be read as the talk is.
    #[test]
    fn the_talk_grows() -> Result<()> {
        let talk = fs::read_to_string(crate::paths::root().join("content").join(DECK))?;
        let (count, deck) = (count(&talk)?, grown(&talk, 450)?);
        assert!((40..60).contains(&count), "{count}");
        assert_eq!(deck.matches(BREAK).count(), 450);
        assert_eq!(deck.matches("\n# ").count(), talk.matches("\n# ").count(), "the agenda grows");
        Ok(())
    }
}
