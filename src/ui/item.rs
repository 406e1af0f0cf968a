//! A list item: its mark, its text, what is folded into it.

use super::blocks::Brush;
use super::button::Button;
use super::details::{details, details_button, named_after};
use super::pen::Pen;
use crate::app::msg::{Msg, UiMsg};
use crate::app::screen::{ItemView, mark};
use crate::model::content::{Block, Inline, Item, ItemNumber};
use crate::words::{Language, fill};

/// Draws an item if it is listed.
pub fn item(pen: &mut Pen, brush: Brush<'_>, item: &Item) {
    if let Some(view) = brush.screen.items.get(item.number.index()).filter(|view| view.is_listed) {
        listed(pen, brush, item, view);
    }
}

fn listed(pen: &mut Pen, brush: Brush<'_>, item: &Item, view: &ItemView) {
    let is_latest = brush.screen.step > 0 && view.is_reached && view.steps_since == 0;
    pen.open("li").attr("class", &class(item, view, is_latest)).attr("data-item", item.number.0);
    pen.attr("tabindex", view.is_target.then_some("-1"));
    #[cfg(feature = "prerender")]
    if let Some(id) = item.claim.as_ref().and_then(|claim| claim.id.as_ref()) {
        pen.anchor(&id.0);
    }
    let (first, rest) = first_line(item);
    if let Some(task) = item.task {
        task_mark(pen, brush.screen.language, task);
    }
    pen.class("div", "item-text").class("p", "first-line").open(if view.is_ended { "s" } else { "span" });
    brush.text(pen, first);
    pen.close();
    for chip in &view.chips {
        pen.open("span").attr("class", &format!("chip {}", chip.kind)).text(&chip.text).close();
    }
    fold_button(pen, brush, item, view);
    details_button(pen, brush, item, view);
    pen.close();
    brush.blocks(pen, rest);
    pen.class("ul", "folded");
    for number in view.folded.iter().filter(|_| view.fold_is_open) {
        former(pen, brush, *number);
    }
    pen.close().class("div", "details-box");
    details(pen, brush, item, view);
    pen.close().close().close();
}

fn class(item: &Item, view: &ItemView, is_latest: bool) -> String {
    let mut class = "item".to_owned();
    for (name, holds) in [
        (" claim", item.claim.is_some()),
        (" task", item.task.is_some()),
        (" is-ended", view.is_ended),
        (" is-fresh", view.fresh == Some(true)),
        (" is-fresh-again", view.fresh == Some(false)),
        (" is-target", view.is_target),
        (" is-ahead", !view.is_reached),
        (" is-latest", is_latest),
    ] {
        if holds {
            class.push_str(name);
        }
    }
    class
}

fn first_line(item: &Item) -> (&[Inline], &[Block]) {
    match item.blocks.split_first() {
        Some((Block::Paragraph(text), rest)) if !matches!(text.as_slice(), [Inline::Image { .. }]) => {
            (text, rest)
        }
        _ => (&[], &item.blocks),
    }
}

/// The sign of a task, and its words for those who don't see it.
pub fn task_mark(pen: &mut Pen, language: Language, task: bool) {
    let mark = mark(language, task);
    pen.class("span", if task { "mark can" } else { "mark cannot" });
    pen.open("span").attr("aria-hidden", "true").words(mark.sign).close();
    pen.class("span", "visually-hidden").words(mark.words).close().close();
}

/// Opens the list of claims that this one replaced.
fn fold_button(pen: &mut Pen, brush: Brush<'_>, item: &Item, view: &ItemView) {
    if !view.folded.is_empty() {
        let label = fill(brush.screen.language.controls().formerly, &[&view.folded.len()]);
        let name = Some(named_after(&label, item));
        let look =
            Button { class: "fold", label: name, expanded: Some(view.fold_is_open), ..Button::default() };
        look.open(pen, Msg::Ui(UiMsg::ToggleFold(brush.screen.at, item.number))).text(&label).close();
    }
}

fn former(pen: &mut Pen, brush: Brush<'_>, number: ItemNumber) {
    let lists =
        brush.part.iter().filter_map(|block| if let Block::List(list) = block { Some(list) } else { None });
    let item = lists.flat_map(|list| &list.items).find(|item| item.number == number);
    if let Some((item, view)) = item.zip(brush.screen.items.get(number.index())) {
        listed(pen, brush, item, view);
    }
}
