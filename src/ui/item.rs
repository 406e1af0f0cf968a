//! A list item: its mark, its text, what is folded into it.

use super::blocks::Brush;
use super::button::Button;
use super::details::{details, details_button};
use crate::app::msg::Msg;
use crate::app::screen::{Chip, ItemView, mark};
use crate::model::content::{Block, Inline, Item, ItemNumber};
use yew::prelude::*;

/// Draws an item if it is listed.
pub fn item(brush: Brush<'_>, item: &Item) -> Html {
    match brush.screen.items.get(item.number.index()) {
        Some(view) if view.is_listed => listed(brush, item, view),
        _ => html! {},
    }
}

fn listed(brush: Brush<'_>, item: &Item, view: &ItemView) -> Html {
    let class = classes!(
        "item",
        item.claim.is_some().then_some("claim"),
        item.task.map(|_| "task"),
        view.is_ended.then_some("is-ended"),
        view.is_target.then_some("is-target"),
        (!view.is_reached).then_some("is-ahead"),
    );
    let (first, rest) = first_line(item);
    html! {
        <li {class} data-item={item.number.0.to_string()} tabindex={view.is_target.then_some("-1")}>
            { item.task.map(|task| task_mark(brush, task)) }
            <div class="item-text">
                <p class="first-line">
                    { struck(view.is_ended, brush.text(first)) }
                    { for view.chips.iter().map(chip) }
                    { fold_button(brush, item.number, view) }
                    { details_button(brush, item.number, view) }
                </p>
                { brush.blocks(rest) }
                <ul class="folded">{ for view.folded.iter().filter(|_| view.fold_is_open).map(|one| former(brush, *one)) }</ul>
                <div class="details-box">{ details(brush, item, view) }</div>
            </div>
        </li>
    }
}

fn first_line(item: &Item) -> (&[Inline], &[Block]) {
    match item.blocks.split_first() {
        Some((Block::Paragraph(text), rest)) if !matches!(text.as_slice(), [Inline::Image { .. }]) => {
            (text, rest)
        }
        _ => (&[], &item.blocks),
    }
}

fn struck(is_ended: bool, text: Html) -> Html {
    if is_ended {
        html! { <s>{ text }</s> }
    } else {
        html! { <span>{ text }</span> }
    }
}

fn task_mark(brush: Brush<'_>, task: bool) -> Html {
    let mark = mark(brush.screen.language, task);
    let class = classes!("mark", if task { "can" } else { "cannot" });
    html! {
        <span {class}><span aria-hidden="true">{ mark.sign }</span><span class="visually-hidden">{ mark.words }</span></span>
    }
}

fn chip(chip: &Chip) -> Html {
    html! { <span class={classes!("chip", chip.kind)}>{ &chip.text }</span> }
}

/// Opens the list of claims that this one replaced.
fn fold_button(brush: Brush<'_>, number: ItemNumber, view: &ItemView) -> Html {
    if view.folded.is_empty() {
        return html! {};
    }
    let label = (brush.screen.language.controls().formerly)(view.folded.len());
    let look = Button { class: "fold", expanded: Some(view.fold_is_open), ..Button::default() };
    look.view(html! { <>{ label }</> }, brush.send, Msg::FoldToggled(number))
}

fn former(brush: Brush<'_>, number: ItemNumber) -> Html {
    let lists =
        brush.part.iter().filter_map(|block| if let Block::List(list) = block { Some(list) } else { None });
    let item = lists.flat_map(|list| &list.items).find(|item| item.number == number);
    let view = brush.screen.items.get(number.index());
    item.zip(view).map(|(item, view)| listed(brush, item, view)).unwrap_or_default()
}
