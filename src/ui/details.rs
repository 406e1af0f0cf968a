//! What is known about a claim: its period, its last check, its sources.

use super::blocks::Brush;
use super::button::Button;
use super::icons;
use super::inlines::link;
use crate::app::msg::Msg;
use crate::app::screen::{Details, ItemView};
use crate::model::content::{Address, Block, Item, ItemNumber};
use yew::prelude::*;

/// The button that opens the details.
pub fn details_button(brush: Brush<'_>, number: ItemNumber, view: &ItemView) -> Html {
    let Some(details) = &view.details else { return html! {} };
    let label = brush.screen.language.controls().details;
    let look = Button { expanded: Some(details.is_open), ..Button::icon("details-button", label) };
    look.view(icons::details(), brush.send, Msg::ClaimToggled(number))
}

/// The details, if they are open: a card at the foot of the stage.
pub fn details(brush: Brush<'_>, item: &Item, view: &ItemView) -> Html {
    match &view.details {
        Some(details) if details.is_open => card(brush, item, details),
        _ => html! {},
    }
}

fn card(brush: Brush<'_>, item: &Item, details: &Details) -> Html {
    let controls = brush.screen.language.controls();
    html! {
        <div class="details" role="group" aria-label={controls.details} lang={brush.screen.language.tag()}>
            <p class="details-claim">{ head(brush, item) }</p>
            <dl>
                <dt>{ controls.period }</dt><dd>{ &details.period }</dd>
                <dt>{ controls.checked }</dt><dd>{ details.checked.as_deref().unwrap_or("-") }</dd>
                <dt>{ controls.sources }</dt><dd>{ sources(brush, details) }</dd>
            </dl>
            { for details.remarks.iter().map(|remark| html! { <p class="remark">{ remark }</p> }) }
            { Button::icon("icon-button", controls.close).view(icons::close(), brush.send, Msg::Closed) }
        </div>
    }
}

fn head(brush: Brush<'_>, item: &Item) -> Html {
    match item.blocks.first() {
        Some(Block::Paragraph(text)) => html! { <>{ crate::model::content::plain_text(text) }</> },
        _ => brush.text(&[]),
    }
}

/// The links, or what there is instead.
fn sources(brush: Brush<'_>, details: &Details) -> Html {
    if details.sources.is_empty() {
        return html! { <>{ details.no_sources }</> };
    }
    let links = details.sources.iter().map(|(text, address)| {
        let shown = if text.is_empty() { address } else { text };
        let host = host(address);
        html! { <li>{ link(&Address(address.clone()), "", html! { <>{ shown }</> }, &brush.screen.base) }<span class="host">{ host }</span></li> }
    });
    html! { <ul>{ for links }</ul> }
}

/// The host of an address, so that a reader sees whose page it is.
fn host(address: &str) -> String {
    let rest = address.split_once("://").map(|(_, rest)| rest).unwrap_or_default();
    rest.split(['/', '?', '#']).next().unwrap_or_default().to_owned()
}
