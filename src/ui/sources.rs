//! The sources with the claims that rest on them, and what is due for review.

use super::comparing::{claim, head};
use super::inlines::open_link;
use super::pen::Pen;
use crate::app::screen::{Frame, Resting, SourceRow, SourcesScreen};

pub fn sources(pen: &mut Pen, screen: &SourcesScreen) {
    pen.class("div", "compare sources-view scroller").attr("tabindex", "-1");
    head(pen, &screen.frame);
    source_rows(pen, screen);
    pen.close();
}

/// The sources without the view's head.
pub fn source_rows(pen: &mut Pen, screen: &SourcesScreen) {
    pen.class("p", "sources-sum").attr("lang", screen.frame.language.tag()).text(&screen.sum).close();
    pen.class("p", "sources-sum").attr("lang", screen.frame.language.tag()).text(&screen.due).close();
    for row in &screen.sources {
        source(pen, &screen.frame, row);
    }
}

fn source(pen: &mut Pen, frame: &Frame, row: &SourceRow) {
    pen.class("section", "source-row").open("h2");
    match &row.address {
        Some(address) => {
            let text = if row.text.is_empty() { &address.0 } else { &row.text };
            open_link(pen, address, &String::new(), &frame.base).text(text).close();
            pen.words(" ").class("span", "host").text(address.host()).close();
        }
        None => {
            pen.text(&row.text);
        }
    }
    pen.close().class("ul", "claims");
    for one in &row.claims {
        resting(pen, frame, one);
    }
    pen.close().close();
}

fn resting(pen: &mut Pen, frame: &Frame, resting: &Resting) {
    let says = frame.language.comparing();
    let controls = frame.language.controls();
    pen.class("li", if resting.is_due { "claim is-due" } else { "claim" });
    pen.open("a").attr("class", "claim-topic").attr("href", &resting.claim.link).text(&resting.topic).close();
    pen.words(" ");
    claim(pen, frame, &resting.claim);
    if !resting.checked.is_empty() {
        pen.words(" ")
            .class("span", "claim-period")
            .words(controls.checked)
            .words(" ")
            .text(&resting.checked);
        pen.close();
    }
    if resting.is_due {
        pen.words(" ").class("span", "chip due").words(says.is_due).close();
    }
    if let Some(address) = &resting.correct {
        pen.words(" ").open("a").attr("class", "correct").attr("href", address).attr("target", "_blank");
        pen.attr("rel", "noopener noreferrer").words(says.correct).close();
    }
    pen.close();
}
