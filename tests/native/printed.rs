//! Printed pages and small pictures as HTML: what must be on them, and what must not.

use crate::html::rendered;
use crate::play::{DECK, deck_read, play};
use kurabe::analysis::freshness::{Freshness, freshness};
use kurabe::analysis::items::claims;
use kurabe::app::lens::Lens;
use kurabe::app::msg::{LensMsg, Msg, SidesMsg};
use kurabe::app::printing::Paper;
use kurabe::app::screen::{Mode, picture};
use kurabe::app::state::State;
use kurabe::model::claim::SideIndex;
use kurabe::model::content::{Inline, first_paragraph};
use kurabe::model::date::Date;
use kurabe::model::deck::Slide;
use kurabe::ui;
use kurabe::words::Language;
use unicode_normalization::UnicodeNormalization;

const DECKS: [&str; 2] =
    [include_str!("../../content/gke-eks.ja.md"), include_str!("../../content/gke-eks.en.md")];

fn opened(deck: &str, lens: Lens) -> State {
    let mut state = State::new("deck.md", Language::EN, Date::new(2026, 11, 22).unwrap());
    state.update(deck_read(deck));
    state.update(Msg::Lens(LensMsg::Set(lens)));
    state
}

fn page(state: &State, at: usize, paper: Paper) -> String {
    let mode = if paper == Paper::Slides { Mode::Picture } else { Mode::Handout };
    rendered(ui::printed_page(&picture(state, at, u32::MAX, mode).expect("a slide"), paper))
}

/// The text of markup, in NFKC and without white space.
fn text(markup: &str) -> String {
    let mut text = String::new();
    // The numbers of links are no part of the text.
    for part in markup.split('<') {
        let (tag, behind) = part.split_once('>').unwrap_or(("", part));
        if !tag.starts_with("sup class=\"link-number\"") {
            text.push_str(behind);
        }
    }
    bare(&text.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&"))
}

fn bare(text: &str) -> String {
    text.nfkc().filter(|c| !c.is_whitespace()).collect()
}

/// The text of a claim as it stands on paper: footnote marks are left out on both sides.
fn claim_text(inlines: &[Inline]) -> String {
    bare(&kurabe::model::content::plain_text(inlines))
}

fn shown_slides(state: &State) -> Vec<(usize, Slide)> {
    let deck = state.deck.clone().unwrap();
    let shown = state.shown();
    shown.into_iter().map(|at| (at, deck.slides[at].clone())).collect()
}

#[test]
fn every_claim_that_holds_is_on_its_page_and_no_upcoming_one() {
    let (mut held, mut upcoming) = (0, 0);
    for deck in DECKS {
        for lens in [Lens::Moment(0), Lens::Moment(1)] {
            let state = opened(deck, lens);
            for (at, slide) in shown_slides(&state) {
                let markup = page(&state, at, Paper::Slides);
                let without_marks = remove_footnote_marks(&markup);
                let on_page = text(&without_marks);
                for seen in claims(&slide) {
                    let claim = claim_text(first_paragraph(&seen.item.blocks));
                    match freshness(seen.period, state.day()) {
                        Freshness::Current | Freshness::Undated => {
                            held += 1;
                            assert!(on_page.contains(&claim), "{}: {claim}\n{on_page}", slide.id.0);
                        }
                        Freshness::Upcoming => {
                            upcoming += 1;
                            assert!(!on_page.contains(&claim), "{}: {claim}", slide.id.0);
                        }
                        Freshness::Ended => {}
                    }
                }
            }
        }
    }
    assert!(held > 400 && upcoming > 40, "{held} {upcoming}");
}

fn remove_footnote_marks(markup: &str) -> String {
    let mut parts = markup.split("<sup class=\"footnote-mark\">");
    let mut kept = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        kept.push_str(part.split_once("</sup>").map_or(part, |(_, behind)| behind));
    }
    kept
}

#[test]
fn nothing_on_paper_can_be_operated_or_clashes() {
    for deck in DECKS {
        let state = opened(deck, Lens::Moment(1));
        for (at, _) in shown_slides(&state) {
            for paper in [Paper::Slides, Paper::Handout] {
                let markup = page(&state, at, paper);
                for refused in ["<button", "<input", " id=", " tabindex=", " style=", "<script"] {
                    assert!(!markup.contains(refused), "{at} {paper:?}: {refused}");
                }
            }
        }
    }
}

#[test]
fn elements_are_closed_in_the_order_in_which_they_were_opened() {
    for deck in DECKS {
        let state = opened(deck, Lens::Moment(0));
        for (at, _) in shown_slides(&state) {
            let markup = page(&state, at, Paper::Handout);
            let mut open: Vec<&str> = Vec::new();
            for tag in markup.split('<').skip(1).filter_map(|part| part.split_once('>')).map(|(tag, _)| tag) {
                let name = tag.split(' ').next().unwrap();
                match name.strip_prefix('/') {
                    Some(closed) => assert_eq!(open.pop(), Some(closed), "{at}"),
                    None if matches!(name, "br" | "hr" | "img" | "input") => {}
                    None => open.push(name),
                }
            }
            assert_eq!(open, [""; 0], "{at}");
        }
    }
}

#[test]
fn the_handout_has_the_notes_and_all_links_by_number() {
    let (mut notes, mut links) = (0, 0);
    for deck in DECKS {
        let state = opened(deck, Lens::Moment(1));
        for (at, slide) in shown_slides(&state) {
            let markup = page(&state, at, Paper::Handout);
            let (handout, on_slide) = (text(&markup), text(&page(&state, at, Paper::Slides)));
            for block in slide.notes.iter().flatten() {
                if let kurabe::model::content::Block::Paragraph(paragraph) = block {
                    notes += 1;
                    let note = claim_text(paragraph);
                    assert!(handout.contains(&note), "{}: {note}", slide.id.0);
                    assert!(!on_slide.contains(&note), "{}: {note}", slide.id.0);
                }
            }
            let listed = markup.split_once("class=\"sheet-links\"").map_or("", |(_, list)| list);
            for address in markup.split("<a href=\"http").skip(1).filter_map(|rest| rest.split('"').next()) {
                links += 1;
                assert!(listed.contains(&format!("<li>http{address}</li>")), "{}: {address}", slide.id.0);
            }
            let numbers = markup.matches("<sup class=\"link-number\">").count();
            assert_eq!(numbers, markup.matches("<a href=\"http").count(), "{}", slide.id.0);
        }
    }
    assert!(notes > 100 && links > 200, "{notes} {links}");
}

#[test]
fn a_page_has_the_sides_that_are_on_and_all_steps() {
    let state = play(DECK, [Msg::Sides(SidesMsg::Toggle(SideIndex(0)))]);
    let steps = page(&state, 1, Paper::Slides);
    assert!(steps.contains("four") && !steps.contains("three"), "{steps}");
    assert!(!steps.contains("is-ahead"));
    let first = rendered(ui::picture(&picture(&state, 1, 0, Mode::Picture).unwrap()));
    assert!(first.contains("is-ahead"), "the next picture of the speaker waits for its steps");
}

#[test]
fn the_handout_opens_what_was_replaced() {
    let state = play(DECK, [Msg::Lens(LensMsg::Set(Lens::Moment(1)))]);
    assert!(page(&state, 5, Paper::Handout).contains("gone"));
    assert!(!page(&state, 5, Paper::Slides).contains("gone"), "on a slide it is folded, as on the screen");
}
