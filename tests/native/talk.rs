//! The shipped deck: complete, in order, dated, sourced, and nobody's words but the talk's unless
//! marked so. `tests/data` holds the lists that it is compared with.

use crate::shown;
use kurabe::analysis::freshness::{Freshness, freshness, is_added};
use kurabe::analysis::items::{SeenClaim, claims};
use kurabe::diagnostic::plain::print;
use kurabe::model::content::{Block, Figure, Inline};
use kurabe::model::date::{Bound, Date, PartialDate};
use kurabe::model::deck::{Deck, Slide};
use kurabe::read::read;
use kurabe::words::Language;
use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

const SOURCE: &str = include_str!("../../content/gke-eks.ja.md");
const SLIDES: &str = include_str!("../data/slides.txt");
const LISTED: &str = include_str!("../data/claims.txt");
const EXCEPTIONS: &str = include_str!("../data/claims-exceptions.txt");

const TALK: &str = "2020-10-08";
const NOW: &str = "2026-11-22";

/// How many slides the talk has; what stands behind them is the editors' addition.
const OF_THE_TALK: usize = 33;

/// A line of `claims.txt`.
struct Listed {
    id: &'static str,
    /// The number of its slide, from 1.
    slide: usize,
    change: &'static str,
    struck: bool,
}

/// A claim of the deck.
struct Found<'d> {
    slide: usize,
    seen: SeenClaim<'d>,
}

fn deck() -> Deck {
    read(SOURCE).value
}

/// The slides of the talk.
fn talk(deck: &Deck) -> &[Slide] {
    &deck.slides[..OF_THE_TALK]
}

fn day(text: &str) -> Date {
    PartialDate::parse(text).unwrap().first_day()
}

fn listed() -> Vec<Listed> {
    let lines = LISTED.lines().map(|line| line.split(' ').collect::<Vec<_>>());
    lines
        .map(|words| Listed {
            id: words[0],
            slide: words[1].parse().unwrap(),
            change: words[2],
            struck: words[3] == "struck",
        })
        .collect()
}

/// The ids of the exceptions of a kind.
fn exceptions(kind: &str) -> BTreeSet<&'static str> {
    let lines = EXCEPTIONS.lines().filter(|line| !line.starts_with('#'));
    let parts = lines.map(|line| line.split_once(": ").and_then(|(head, _)| head.split_once(' ')));
    parts.map(Option::unwrap).filter(|(_, other)| *other == kind).map(|(id, _)| id).collect()
}

/// All claims of the deck by their ids.
fn found(deck: &Deck) -> BTreeMap<&str, Found<'_>> {
    let numbered = deck.slides.iter().zip(1..);
    let all = numbered.flat_map(|(slide, number)| claims(slide).into_iter().map(move |seen| (number, seen)));
    all.filter_map(|(slide, seen)| Some((seen.claim.id.as_ref()?.as_str(), Found { slide, seen }))).collect()
}

fn on(found: &Found<'_>, day_text: &str) -> Freshness {
    freshness(found.seen.period, day(day_text))
}

/// Shown as something that holds.
fn holds(found: &Found<'_>, day_text: &str) -> bool {
    matches!(on(found, day_text), Freshness::Current | Freshness::Undated)
}

fn added(found: &Found<'_>) -> bool {
    is_added(found.seen.claim, found.seen.period, Some(day(TALK)))
}

#[test]
fn the_deck_has_no_diagnostics() {
    let diagnostics = read(SOURCE).diagnostics;
    assert!(diagnostics.is_empty(), "{}", print("gke-eks.ja.md", SOURCE, &diagnostics, Language::EN));
}

#[test]
fn slides_stand_in_the_order_of_the_talk_with_its_titles() {
    let deck = deck();
    let found =
        deck.slides.iter().map(|slide| format!("{}\t{}", slide.id.as_str(), shown::inlines(&slide.title)));
    assert_eq!(found.collect::<Vec<_>>(), SLIDES.lines().collect::<Vec<_>>());
    assert_eq!(talk(&deck).last().map(|slide| slide.id.as_str()), Some("summary"));
    assert!(talk(&deck).iter().all(|slide| slide.question.is_none()));
}

#[test]
fn behind_the_talk_stand_the_quiz_and_nothing_else() {
    let deck = deck();
    let [section, questions @ .., verdict] = &deck.slides[OF_THE_TALK..] else { panic!("no quiz") };
    assert_eq!((section.id.as_str(), section.opens_section), ("quiz", true));
    assert_eq!(questions.len(), 16);
    assert!(questions.iter().all(|slide| slide.question.is_some() && !slide.opens_section));
    assert_eq!(verdict.id.as_str(), "verdict");
    assert!(verdict.blocks().any(|block| *block == Block::Figure(Figure::Verdict)));
    for slide in &deck.slides[OF_THE_TALK..] {
        let id = slide.id.as_str();
        assert_eq!(claims(slide).len(), 0, "{id} makes a claim");
        assert_eq!(slide.time, None, "{id} counts as part of the talk");
        assert!(has_notes(slide), "{id} has no notes");
        assert!(!slide.hidden, "{id}");
    }
}

#[test]
fn every_listed_claim_stands_on_its_slide() {
    let deck = deck();
    let found = found(&deck);
    for Listed { id, slide, .. } in listed() {
        assert_eq!(found.get(id).map(|found| found.slide), Some(slide), "{id}");
    }
    assert_eq!(listed().len(), 120);
}

#[test]
fn every_claim_has_an_id() {
    for slide in &deck().slides {
        let nameless = claims(slide).iter().filter(|seen| seen.claim.id.is_none()).count();
        assert_eq!(nameless, 0, "{}", slide.id.as_str());
    }
}

#[test]
fn exceptions_are_of_known_kinds_and_true() {
    let deck = deck();
    let found = found(&deck);
    let kinds = ["history", "open", "end", "wording", "unsourced"];
    let count = EXCEPTIONS.lines().filter(|line| !line.starts_with('#')).count();
    assert_eq!(kinds.iter().map(|kind| exceptions(kind).len()).sum::<usize>(), count);
    let has_end = |id: &&str| found[*id].seen.period.is_some_and(|period| period.until.is_some());
    kinds.iter().flat_map(|kind| exceptions(kind)).for_each(|id| assert!(found.contains_key(id), "{id}"));
    exceptions("history").iter().for_each(|id| assert_eq!(found[id].seen.period, None, "{id}"));
    exceptions("end").iter().for_each(|id| assert!(has_end(id), "{id}"));
    exceptions("open").iter().for_each(|id| assert!(!has_end(id), "{id}"));
    let unverified = listed().into_iter().filter(|claim| claim.change == "unverified");
    unverified.for_each(|claim| assert!(exceptions("wording").contains(claim.id), "{}", claim.id));
}

#[test]
fn what_was_superseded_is_not_current_now() {
    let deck = deck();
    let found = found(&deck);
    let overtaken = listed()
        .into_iter()
        .filter(|claim| ["superseded", "reversed", "renamed"].contains(&claim.change))
        .filter(|claim| holds(&found[claim.id], NOW));
    assert_eq!(overtaken.map(|claim| claim.id).collect::<BTreeSet<_>>(), exceptions("history"));
}

#[test]
fn exactly_two_claims_are_struck_at_the_talk() {
    let deck = deck();
    let struck = found(&deck).into_iter().filter(|(_, found)| on(found, TALK) == Freshness::Ended);
    let expected = listed().into_iter().filter(|claim| claim.struck).map(|claim| claim.id);
    let expected: BTreeSet<&str> = expected.collect();
    assert_eq!(struck.map(|(id, _)| id).collect::<BTreeSet<_>>(), expected);
    assert_eq!(expected.len(), 2);
}

#[test]
fn every_listed_claim_was_made_at_the_talk() {
    let deck = deck();
    let found = found(&deck);
    for Listed { id, .. } in listed() {
        assert!(!added(&found[id]), "{id} is marked as added");
        assert_ne!(on(&found[id], TALK), Freshness::Upcoming, "{id}");
    }
}

/// What is neither in the talk nor marked as added. What replaced a struck claim before the talk is
/// the talk's own and is in the list.
#[test]
fn what_is_not_the_talk_s_is_marked_as_added() {
    let deck = deck();
    let talk: BTreeSet<&str> = listed().into_iter().map(|claim| claim.id).collect();
    let others = found(&deck).into_iter().filter(|(id, _)| !talk.contains(id));
    let unmarked = others.filter(|(_, found)| holds(found, TALK) && !added(found));
    assert_eq!(unmarked.map(|(id, _)| id).collect::<Vec<_>>(), [""; 0]);
}

#[test]
fn every_claim_that_is_not_the_talk_s_has_a_source() {
    let deck = deck();
    let talk: BTreeSet<&str> = listed().into_iter().map(|claim| claim.id).collect();
    let others = found(&deck).into_iter().filter(|(id, _)| !talk.contains(id));
    let unsourced = others.filter(|(_, found)| found.seen.claim.sources.is_empty());
    assert_eq!(unsourced.map(|(id, _)| id).collect::<BTreeSet<_>>(), exceptions("unsourced"));
}

#[test]
fn every_replaced_claim_ends_when_its_successor_begins() {
    let deck = deck();
    let found = found(&deck);
    for (id, successor) in &found {
        for replaced in &successor.seen.claim.replaces {
            let ends = found[replaced.as_str()].seen.period.and_then(|period| period.until);
            let begins = successor.seen.period.and_then(|period| period.from);
            assert_eq!(ends.map(Bound::day), begins.map(Bound::day), "{id}");
        }
    }
}

fn has_notes(slide: &Slide) -> bool {
    slide.notes.iter().map(|note| shown::blocks(note).chars().count()).sum::<usize>() > 20
}

#[test]
fn every_slide_of_the_talk_has_notes_and_a_planned_time() {
    let deck = deck();
    for slide in talk(&deck) {
        assert!(has_notes(slide), "{} has no notes", slide.id.as_str());
        assert!(slide.time.is_some(), "{} has no time", slide.id.as_str());
    }
    let total: u32 = deck.slides.iter().filter_map(|slide| slide.time).sum();
    let planned = deck.about.duration.unwrap();
    assert!(total.abs_diff(planned) * 10 <= planned, "{total} s of {planned} s");
}

#[test]
fn the_first_slide_credits_the_talk_and_says_that_it_is_retold() {
    let cover = shown::slide(&deck().slides[0]);
    for word in ["瀬尾", "ZOZOテクノロジーズ", "Kubernetes meetup", "2020年10月8日", "語り直した", "追記"]
    {
        assert!(cover.contains(word), "{word}");
    }
}

// Figures.

fn content() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("content")
}

/// Address, title and alternative text of all pictures on the slides.
fn pictures(deck: &Deck) -> Vec<(String, String, String)> {
    let mut pictures = Vec::new();
    deck.slides.iter().flat_map(Slide::blocks).for_each(|block| pictures_in(block, &mut pictures));
    pictures
}

fn pictures_in(block: &Block, into: &mut Vec<(String, String, String)>) {
    match block {
        Block::Paragraph(inlines) => inlines.iter().for_each(|inline| {
            if let Inline::Image { address, title, alternative } = inline {
                into.push((address.0.clone(), title.clone(), alternative.clone()));
            }
        }),
        Block::List(list) => {
            list.items.iter().flat_map(|item| &item.blocks).for_each(|block| pictures_in(block, into));
        }
        Block::Quote(blocks) => blocks.iter().for_each(|block| pictures_in(block, into)),
        _ => {}
    }
}

#[test]
fn every_figure_is_there_with_a_text_and_a_dated_caption() {
    let deck = deck();
    let pictures = pictures(&deck);
    for (address, title, alternative) in &pictures {
        assert!(content().join(address).is_file(), "{address} is missing");
        assert!(alternative.chars().count() > 10, "{address} has no alternative text");
        assert!(title.starts_with("図: ") && title.contains("2020年10月8日時点"), "{address}: {title}");
    }
    let used: BTreeSet<PathBuf> = pictures.iter().map(|(address, ..)| content().join(address)).collect();
    let files = std::fs::read_dir(content().join("figures")).unwrap().map(|entry| entry.unwrap().path());
    // Those of translations are held against these in `translation.rs`.
    let is_of_talk = |path: &PathBuf| path.to_string_lossy().ends_with(".ja.svg");
    assert_eq!(files.filter(is_of_talk).collect::<BTreeSet<_>>(), used);
    // `![` in the text that became no picture would be missed above.
    assert_eq!(SOURCE.matches("![").count(), pictures.len());
}

#[test]
fn figures_are_still_pictures_that_load_nothing() {
    for (address, ..) in pictures(&deck()) {
        let svg = std::fs::read_to_string(content().join(&address)).unwrap().to_lowercase();
        let svg = svg.replace("xmlns=\"http://www.w3.org/2000/svg\"", "");
        for refused in [
            "<script",
            "<style",
            " style=",
            "<foreignobject",
            "<image",
            "<!entity",
            "://",
            "@import",
            "javascript:",
        ] {
            assert!(!svg.contains(refused), "{address} has `{refused}`");
        }
        let handler = svg.match_indices(" on").any(|(at, _)| {
            let name = svg[at + 1..].split(|c: char| !c.is_ascii_alphabetic()).next().unwrap_or_default();
            svg[at + 1 + name.len()..].starts_with('=')
        });
        assert!(!handler, "{address} has an event handler");
        let links = svg.match_indices("href=\"").map(|(at, found)| &svg[at + found.len()..]);
        links.for_each(|link| assert!(link.starts_with('#'), "{address} refers to another file"));
    }
}
