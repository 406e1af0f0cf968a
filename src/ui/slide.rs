//! One slide: title, shared parts, columns, footnotes, progress.

use super::blocks::Brush;
use super::button::{Button, wide};
use super::icons;
use super::inlines::inlines;
use super::pen::{Part, Pen};
use crate::app::lens::Lens;
use crate::app::msg::{LensMsg, Msg, NavMsg};
use crate::app::screen::{Badge, ColumnView, Layout, Mode, SlideScreen};
use crate::app::view::View;
use crate::model::content::Block;
use crate::model::deck::Slide;

/// The present slide, and out of sight those beside it. In their order none is moved when another is shown.
pub fn slides(pen: &mut Pen, shown: &SlideScreen, beside: &[SlideScreen]) {
    let (before, after) = beside.split_at(beside.partition_point(|one| one.at < shown.at));
    for one in before.iter().chain([shown]).chain(after) {
        article(pen, one);
    }
    pen.class("span", "page-number").key("page-number").attr("aria-hidden", "true");
    pen.text(&shown.progress).close();
}

pub fn article(pen: &mut Pen, screen: &SlideScreen) {
    let controls = screen.language.controls();
    let class = match screen.layout {
        Layout::Cover => "slide cover",
        Layout::Divider => "slide divider",
        Layout::Content => "slide plain",
    };
    let is_beside = screen.mode == Mode::Stage && !screen.is_present;
    pen.class("article", class).key(&screen.id).attr("data-slide", &screen.id);
    pen.attr("aria-roledescription", controls.slide).flag("hidden", is_beside);
    pen.attr("data-more", screen.has_more.then_some(""));
    pen.class("div", "scroller").attr("tabindex", if screen.scrolls { "0" } else { "-1" });
    let if_scrolls = |value| Some(value).filter(|_| screen.scrolls);
    pen.attr("role", if_scrolls("region")).attr("aria-label", if_scrolls(controls.scrollable));
    pen.class("div", "content");
    slide_content(pen, screen);
    pen.close().close().close();
}

/// What stands on a slide, in the stage or in the quiz.
pub fn slide_content(pen: &mut Pen, screen: &SlideScreen) {
    let Some(slide) = screen.slide() else { return };
    pen.belongs_to(Part::Slide(screen.at));
    pen.open("header");
    title(pen, screen, slide);
    pen.class("div", "head-box");
    head(pen, screen);
    pen.close().close();
    if let Some(text) = &screen.byline {
        pen.class("p", "byline").text(text).close();
    }
    part(pen, screen, "part above", &slide.above);
    columns(pen, screen, slide);
    part(pen, screen, "part below", &slide.below);
    footnotes(pen, screen, slide);
}

/// A slide without a title has a heading for those who can't see it.
pub fn title(pen: &mut Pen, screen: &SlideScreen, slide: &Slide) {
    let is_hidden = slide.title.is_empty();
    // In the article the first title is that of the whole.
    let is_part = screen.mode == Mode::Article;
    let is_first = screen.layout == Layout::Cover || screen.at == 0;
    pen.open(if is_part && !is_first { "h2" } else { "h1" });
    pen.attr("id", (!is_part && screen.is_present).then_some("slide-title"));
    pen.attr("class", is_hidden.then_some("visually-hidden")).attr("tabindex", "-1");
    if is_hidden {
        pen.words(screen.language.controls().untitled);
    }
    inlines(pen, &slide.title, &screen.base);
    pen.close();
}

fn head(pen: &mut Pen, screen: &SlideScreen) {
    if let Some(one) = &screen.badge {
        badge(pen, one);
        if one.has_view {
            wide(pen, "badge", screen.language.comparing().changes, Msg::Nav(NavMsg::View(View::Changes)));
        }
    }
    if let Some([seen, said]) = &screen.difference {
        pen.class("p", "difference").open("span").attr("aria-hidden", "true").text(seen).close();
        pen.class("span", "visually-hidden").text(said).close().close();
    }
    if let Some(text) = &screen.warning {
        pen.class("span", "warning").text(text).close();
    }
}

fn badge(pen: &mut Pen, badge: &Badge) {
    let look = Button { class: "badge", ..Button::default() };
    let button = look.open(pen, Msg::Lens(LensMsg::Set(Lens::Moment(badge.moment))));
    icons::icon(button, icons::LATER).with_text("span", &badge.text).close();
}

fn part(pen: &mut Pen, screen: &SlideScreen, class: &'static str, blocks: &[Block]) {
    if !blocks.is_empty() {
        pen.class("div", class);
        Brush { screen, part: blocks }.blocks(pen, blocks);
        pen.close();
    }
}

fn columns(pen: &mut Pen, screen: &SlideScreen, slide: &Slide) {
    if screen.columns.is_empty() {
        return;
    }
    pen.class("div", "columns").attr("data-count", &screen.columns.len().to_string());
    pen.attr("data-shift", screen.shift.map(|odd| if odd { "a" } else { "b" }));
    for one in &screen.columns {
        column(pen, screen, slide, one);
    }
    pen.close();
}

fn column(pen: &mut Pen, screen: &SlideScreen, slide: &Slide, view: &ColumnView) {
    let part = slide.columns.get(view.column).map(|column| column.blocks.as_slice()).unwrap_or_default();
    pen.class("section", "side").key(&view.side.to_string()).attr("data-side", Some(view.side));
    // Where there are many slides, a landmark for each side would be no help.
    pen.attr("aria-label", Some(&view.name).filter(|_| screen.mode == Mode::Stage));
    pen.with_text(if screen.mode == Mode::Article { "h3" } else { "h2" }, &view.name);
    Brush { screen, part }.blocks(pen, part);
    pen.close();
}

fn footnotes(pen: &mut Pen, screen: &SlideScreen, slide: &Slide) {
    if slide.footnotes.is_empty() {
        return;
    }
    pen.class("aside", "footnotes").attr("aria-label", screen.language.controls().footnotes).open("ol");
    for (part, number) in slide.footnotes.iter().zip(1_u32..) {
        pen.open("li").attr("data-footnote", number).attr("tabindex", "-1");
        Brush { screen, part }.blocks(pen, part);
        pen.close();
    }
    pen.close().close();
}
