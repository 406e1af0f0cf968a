//! All slides as one scrolling article.

use super::pen::Pen;
use super::slide::slide_content;
use crate::app::screen::{Article, Layout};

pub fn read(pen: &mut Pen, article: &Article) {
    pen.class("div", "read scroller").attr("tabindex", "-1");
    for screen in &article.entries {
        let class = if screen.layout == Layout::Content { "entry content" } else { "entry content opening" };
        pen.class("article", class).key(&screen.id).attr("data-slide", &screen.id);
        pen.attr("data-at", &screen.at.to_string()).attr("data-here", screen.is_present.then_some(""));
        pen.attr("tabindex", "-1");
        slide_content(pen, screen);
        pen.close();
    }
    for (at, id) in &article.coming {
        pen.class("article", "entry coming").key(id).attr("data-slide", id).attr("data-at", &at.to_string());
        pen.close();
    }
    pen.close();
}
