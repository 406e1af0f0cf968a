//! What the views that look at all claims share: their head, claims in tables, handing out.

use super::button::Button;
use super::inlines::{inlines, open_link};
use super::item::task_mark;
use super::pen::Pen;
use crate::app::msg::{CompareMsg, Msg, NavMsg, TableUse};
use crate::app::screen::{ClaimView, Frame};
use crate::model::content::{Inline, first_paragraph};

/// The heading, the way to the other views, and how many claims there are.
pub fn head(pen: &mut Pen, frame: &Frame) {
    let says = frame.language.comparing();
    pen.class("header", "compare-head").attr("lang", frame.language.tag());
    pen.open("h1").attr("id", "slide-title").attr("tabindex", "-1").text(&frame.heading).close();
    pen.class("div", "compare-views").attr("role", "group").attr("aria-label", says.views);
    for (name, view, is_here) in &frame.views {
        let look = Button { class: "toggle", pressed: Some(*is_here), ..Button::default() };
        look.open(pen, Msg::Nav(NavMsg::View(*view))).words(name).close();
    }
    pen.close().class("p", "tally").text(&frame.tally).close().close();
}

/// Buttons that hand out what is shown.
pub fn handing_out(
    pen: &mut Pen,
    frame: &Frame,
    uses: &[(&'static str, &'static [(&'static str, TableUse)])],
) {
    pen.class("div", "handing-out").attr("lang", frame.language.tag());
    for (label, buttons) in uses.iter().filter(|_| frame.has_tools) {
        pen.class("span", "handing-label").words(label).close();
        for (name, what) in *buttons {
            let full = format!("{label}: {name}");
            let look = Button { class: "small-button", label: Some(full), ..Button::default() };
            look.open(pen, Msg::Compare(CompareMsg::Table(*what))).words(name).close();
        }
    }
    pen.class("span", "status").attr("role", "status").words(frame.status).close().close();
}

pub fn claims(pen: &mut Pen, frame: &Frame, claims: &[ClaimView]) {
    pen.class("ul", "claims");
    for one in claims {
        pen.class("li", if one.depth > 0 { "claim nested" } else { "claim" });
        claim(pen, frame, one);
        pen.close();
    }
    pen.close();
}

/// A claim with its mark, its period and its sources.
pub fn claim(pen: &mut Pen, frame: &Frame, view: &ClaimView) {
    let slide = frame.deck.0.slides.get(view.slide);
    let Some(item) = slide.and_then(|slide| slide.item(view.number)) else { return };
    if let Some(task) = item.task {
        task_mark(pen, frame.language, task);
    }
    pen.open(if view.is_ended { "s" } else { "span" }).attr("lang", frame.deck.0.about.lang.as_ref());
    for inline in first_paragraph(&item.blocks) {
        // Footnotes stand on the slide; what they link to stands behind the text.
        if !matches!(inline, Inline::Footnote(_)) {
            inlines(pen, std::slice::from_ref(inline), &frame.base);
        }
    }
    pen.close();
    sources(pen, frame, view);
    if !view.period.is_empty() {
        pen.words(" ").class("span", "claim-period").text(&view.period).close();
    }
}

/// The sources to which the text doesn't link.
pub fn sources(pen: &mut Pen, frame: &Frame, view: &ClaimView) {
    for source in &view.sources {
        pen.words(" ");
        let text = if source.text.is_empty() { &source.address.0 } else { &source.text };
        open_link(pen.class("span", "source"), &source.address, &String::new(), &frame.base)
            .text(text)
            .close();
        pen.close();
    }
}
