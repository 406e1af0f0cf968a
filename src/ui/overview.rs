//! The overview: a button with a picture for each slide.

use super::button::Button;
use super::pen::Pen;
use crate::app::msg::{Msg, NavMsg};
use crate::app::screen::{OverviewScreen, Picture, Thumb};

pub fn overview(pen: &mut Pen, overview: &OverviewScreen) {
    pen.class("div", "overview scroller").attr("tabindex", "-1");
    pen.class("h1", "visually-hidden").words(overview.label).close();
    for section in &overview.sections {
        pen.open("section");
        if !section.title.is_empty() {
            pen.with_text("h2", &section.title);
        }
        pen.class("ol", "thumbs");
        for one in &section.thumbs {
            thumb(pen, one);
        }
        pen.close().close();
    }
    pen.close();
}

fn thumb(pen: &mut Pen, thumb: &Thumb) {
    pen.open("li").key(&thumb.picture.at.to_string());
    let class = if thumb.is_cursor { "thumb is-cursor" } else { "thumb" };
    Button { class, ..Button::default() }.open(pen, Msg::Nav(NavMsg::Slide(thumb.picture.at)));
    pen.attr("tabindex", if thumb.is_cursor { "0" } else { "-1" });
    pen.attr("aria-current", thumb.is_here.then_some("true")).attr("data-at", &thumb.picture.at.to_string());
    frame(pen, &thumb.picture);
    pen.class("span", "thumb-title").class("span", "thumb-number").text(&thumb.number.to_string()).close();
    pen.words(" ").text(&thumb.title).close().close().close();
}

/// The frame of a picture; the shell draws into it.
pub fn frame(pen: &mut Pen, picture: &Picture) {
    pen.class("span", "frame").attr("aria-hidden", "true").attr("inert", "");
    pen.attr("data-at", &picture.at.to_string()).attr("data-step", &picture.step.to_string());
    pen.attr("data-key", &picture.key).close();
}
