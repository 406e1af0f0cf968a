//! What changed between two moments, by topic.

use super::comparing::{claims, handing_out, head};
use super::pen::Pen;
use crate::app::msg::{CompareMsg, Msg, TableUse};
use crate::app::screen::{ChangesScreen, ClaimView, Frame, TopicView};

pub fn changes(pen: &mut Pen, screen: &ChangesScreen) {
    let says = screen.frame.language.comparing();
    pen.class("div", "compare changes-view scroller").attr("tabindex", "-1");
    head(pen, &screen.frame);
    pen.class("div", "compare-tools").attr("lang", screen.frame.language.tag());
    pen.select(says.from_moment, &screen.from, |place| Msg::Compare(CompareMsg::From(place)))
        .class("span", "arrow")
        .attr("aria-hidden", "true");
    pen.words("\u{2192}")
        .close()
        .select(says.to_moment, &screen.to, |place| Msg::Compare(CompareMsg::To(place)));
    handing_out(
        pen,
        &screen.frame,
        &[
            (says.download, &[("Markdown", TableUse::DownloadMarkdown)]),
            (says.copy, &[("Markdown", TableUse::CopyMarkdown)]),
        ],
    );
    pen.close();
    summary(pen, screen);
    list(pen, screen);
    pen.close();
}

/// The sum of it all, and what became of the limits.
pub fn summary(pen: &mut Pen, screen: &ChangesScreen) {
    pen.class("section", "changes-sum").attr("lang", screen.frame.language.tag());
    pen.with_text("h2", &screen.heading).with_text("p", &screen.sum);
    if !screen.limits.is_empty() {
        let (all, gone) = screen.share;
        pen.class("p", "limits").text(&screen.limits).close();
        pen.class("svg", "limits-bar").attr("viewBox", &format!("0 0 {} 1", all.max(1)));
        pen.attr("preserveAspectRatio", "none").attr("aria-hidden", "true");
        for (class, width) in [("ground", all), ("filled", gone)] {
            pen.class("rect", class).attr("width", &width.to_string()).attr("height", "1").close();
        }
        pen.close();
    }
    pen.close();
}

pub fn list(pen: &mut Pen, screen: &ChangesScreen) {
    let says = screen.frame.language.comparing();
    if screen.topics.is_empty() {
        pen.class("p", "no-rows").words(says.no_changes).close();
    }
    for topic in &screen.topics {
        pen.class("section", "topic-changes").key(&topic.link);
        pen.open("h2").attr("lang", screen.frame.deck.0.about.lang.as_ref());
        pen.open("a").attr("href", &topic.link).text(&topic.name).close().close();
        topic_changes(pen, &screen.frame, topic);
        pen.class("p", "unchanged").text(&topic.unchanged).close().close();
    }
}

fn topic_changes(pen: &mut Pen, frame: &Frame, topic: &TopicView) {
    let says = frame.language.comparing();
    pen.class("ul", "change-list");
    for (ended, new) in &topic.changes {
        let (class, kind) = match (ended.is_empty(), new.is_empty()) {
            (false, false) => ("change replaced", says.replaced),
            (true, _) => ("change new", says.new),
            _ => ("change ended", says.ended),
        };
        pen.class("li", class).class("span", "change-kind").words(kind).close();
        side(pen, frame, ended);
        side(pen, frame, new);
        pen.close();
    }
    pen.close();
}

/// What ended, or what is new, under the side of which it speaks.
fn side(pen: &mut Pen, frame: &Frame, views: &[ClaimView]) {
    let Some(first) = views.first() else { return };
    let side = frame.deck.0.slides.get(first.slide).and_then(|slide| slide.item(first.number));
    let side = side.and_then(|item| item.claim.as_ref()?.side);
    pen.class("div", "change-part").attr("data-side", side.map(|side| side.0));
    if let Some(about) = side.and_then(|side| frame.deck.0.about.sides.get(side.index())) {
        pen.class("span", "change-side").text(&about.name).close();
    }
    claims(pen, frame, views);
    pen.close();
}
