//! All slides as one scrolling article.

use super::pen::Pen;
use super::slide::slide_content;
use crate::app::screen::{Layout, SlideScreen};

pub fn read(pen: &mut Pen, slides: &[SlideScreen]) {
    pen.class("div", "read scroller").attr("tabindex", "-1");
    for screen in slides {
        let class = if screen.layout == Layout::Content { "entry content" } else { "entry content opening" };
        pen.class("article", class).key(&screen.id).attr("data-slide", &screen.id);
        pen.attr("data-at", &screen.at.to_string()).attr("data-here", screen.is_present.then_some(""));
        pen.attr("tabindex", "-1");
        slide_content(pen, screen);
        pen.close();
    }
    pen.close();
}
