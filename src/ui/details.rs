//! What is known about a claim: its period, its last check, its sources.

use super::blocks::Brush;
use super::button::{Button, icon_button};
use super::icons;
use super::inlines::open_link;
use super::pen::Pen;
use crate::app::msg::{Msg, UiMsg};
use crate::app::screen::{Details, ItemView, SlideScreen};
use crate::model::content::{Address, Item, first_paragraph, plain_text};
use crate::words::fill;

/// The button that opens the details.
pub fn details_button(pen: &mut Pen, brush: Brush<'_>, item: &Item, view: &ItemView) {
    let Some(details) = &view.details else { return };
    let label = brush.screen.language.controls().details;
    let look = Button {
        expanded: Some(details.is_open),
        label: Some(named_after(label, item)),
        ..Button::icon("details-button", label)
    };
    icons::icon(look.open(pen, Msg::Ui(UiMsg::ToggleClaim(brush.screen.at, item.number))), icons::DETAILS)
        .close();
}

/// So many characters of a claim tell it from the others.
const BEGINNING: usize = 40;

/// The name of an item's button: what it does, and to which claim.
pub fn named_after(label: &str, item: &Item) -> String {
    let text = plain_text(first_paragraph(&item.blocks));
    let mut beginning: String = text.chars().take(BEGINNING).collect();
    if beginning.len() < text.len() {
        beginning.push('…');
    }
    fill("{0}: {1}", &[&label, &beginning])
}

/// The details, if they are open: a card at the foot of the stage.
pub fn details(pen: &mut Pen, brush: Brush<'_>, item: &Item, view: &ItemView) {
    let Some(details) = view.details.as_ref().filter(|details| details.is_open) else { return };
    let controls = brush.screen.language.controls();
    pen.class("div", "details").attr("role", "group").attr("aria-label", controls.details);
    pen.attr("lang", brush.screen.language.tag());
    pen.class("p", "details-claim").text(&plain_text(first_paragraph(&item.blocks))).close();
    fact_list(pen, brush.screen, details);
    icon_button(pen, "icon-button", controls.close, icons::CLOSE, Msg::Ui(UiMsg::Close));
    pen.close();
}

/// Period, last check, sources and remarks.
pub fn fact_list(pen: &mut Pen, screen: &SlideScreen, details: &Details) {
    let controls = screen.language.controls();
    pen.open("dl").with_words("dt", controls.period).with_text("dd", &details.period);
    pen.with_words("dt", controls.checked).with_text("dd", details.checked.as_deref().unwrap_or("-"));
    pen.with_words("dt", controls.sources).open("dd");
    sources(pen, screen, details);
    pen.close().close();
    for remark in &details.remarks {
        pen.class("p", "remark").words(remark).close();
    }
}

/// The links, or what there is instead.
fn sources(pen: &mut Pen, screen: &SlideScreen, details: &Details) {
    if details.sources.is_empty() {
        pen.words(details.no_sources);
        return;
    }
    pen.open("ul");
    for (text, address) in &details.sources {
        let shown = if text.is_empty() { address } else { text };
        let address = Address(address.clone());
        pen.open("li");
        open_link(pen, &address, &String::new(), &screen.base).text(shown).close();
        pen.class("span", "host").text(address.host()).close().close();
    }
    pen.close();
}
