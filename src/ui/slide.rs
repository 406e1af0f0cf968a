//! One slide: title, shared parts, columns, footnotes, progress.

use super::blocks::Brush;
use super::button::Button;
use super::icons;
use crate::app::lens::Lens;
use crate::app::msg::Msg;
use crate::app::screen::{Badge, ColumnView, Layout, SlideScreen};
use crate::model::deck::Slide;
use yew::prelude::*;

pub fn slide(screen: &SlideScreen, send: &Callback<Msg>) -> Html {
    let Some(slide) = screen.slide() else { return html! {} };
    let controls = screen.language.controls();
    let class = classes!("slide", layout_class(screen.layout));
    let tabindex = if screen.scrolls { "0" } else { "-1" };
    let (role, label) = (screen.scrolls.then_some("region"), screen.scrolls.then_some(controls.scrollable));
    html! {
        <>
            <article {class} data-slide={screen.id.clone()} aria-roledescription={controls.slide}>
                <div class="scroller" {tabindex} {role} aria-label={label}>
                    <div class="content">
                        <header>{ title(screen, slide) }<div class="head-box">{ head(screen, send) }</div></header>
                        { byline(screen) }
                        { part(screen, send, "above", &slide.above) }
                        { columns(screen, send, slide) }
                        { part(screen, send, "below", &slide.below) }
                        { footnotes(screen, send, slide) }
                    </div>
                </div>
            </article>
            <span class="page-number" aria-hidden="true">{ &screen.progress }</span>
        </>
    }
}

fn layout_class(layout: Layout) -> &'static str {
    match layout {
        Layout::Cover => "cover",
        Layout::Divider => "divider",
        Layout::Content => "plain",
    }
}

/// A slide without a title has a heading for those who can't see it.
fn title(screen: &SlideScreen, slide: &Slide) -> Html {
    if slide.title.is_empty() {
        return html! { <h1 class="visually-hidden">{ screen.language.controls().untitled }</h1> };
    }
    html! { <h1>{ super::inlines::inlines(&slide.title, &screen.base) }</h1> }
}

fn head(screen: &SlideScreen, send: &Callback<Msg>) -> Html {
    html! {
        <>
            { screen.badge.as_ref().map(|one| badge(one, send)) }
            { screen.warning.as_ref().map(|text| html! { <span class="warning">{ text }</span> }) }
        </>
    }
}

/// On the cover: who spoke, and where.
fn byline(screen: &SlideScreen) -> Html {
    match &screen.byline {
        Some(text) => html! { <p class="byline">{ text }</p> },
        None => html! {},
    }
}

fn badge(badge: &Badge, send: &Callback<Msg>) -> Html {
    let content = html! { <>{ icons::later() }<span>{ &badge.text }</span></> };
    let look = Button { class: "badge", ..Button::default() };
    look.view(content, send, Msg::LensChosen(Lens::Moment(badge.moment)))
}

fn part(
    screen: &SlideScreen,
    send: &Callback<Msg>,
    class: &'static str,
    blocks: &[crate::model::content::Block],
) -> Html {
    if blocks.is_empty() {
        return html! {};
    }
    html! { <div class={classes!("part", class)}>{ Brush { screen, send, part: blocks }.blocks(blocks) }</div> }
}

fn columns(screen: &SlideScreen, send: &Callback<Msg>, slide: &Slide) -> Html {
    if screen.columns.is_empty() {
        return html! {};
    }
    let shift = screen.shift.map(|odd| if odd { "a" } else { "b" });
    html! {
        <div class="columns" data-count={screen.columns.len().to_string()} data-shift={shift}>
            { for screen.columns.iter().map(|one| column(screen, send, slide, one)) }
        </div>
    }
}

fn column(screen: &SlideScreen, send: &Callback<Msg>, slide: &Slide, view: &ColumnView) -> Html {
    let blocks = slide.columns.get(view.column).map(|column| column.blocks.as_slice()).unwrap_or_default();
    let brush = Brush { screen, send, part: blocks };
    html! {
        <section class="side" key={view.side} data-side={view.side.to_string()} aria-label={view.name.clone()}>
            <h2>{ &view.name }</h2>
            { brush.blocks(blocks) }
        </section>
    }
}

fn footnotes(screen: &SlideScreen, send: &Callback<Msg>, slide: &Slide) -> Html {
    if slide.footnotes.is_empty() {
        return html! {};
    }
    let notes = slide.footnotes.iter().enumerate().map(|(at, text)| {
        let brush = Brush { screen, send, part: text };
        html! { <li data-footnote={(at + 1).to_string()} tabindex="-1">{ brush.blocks(text) }</li> }
    });
    html! {
        <aside class="footnotes" aria-label={screen.language.controls().footnotes}><ol>{ for notes }</ol></aside>
    }
}
