//! Text with its markup.

use super::pen::Pen;
use crate::model::content::{Address, Inline};

/// Draws inlines. `base` is the address against which relative ones count.
pub fn inlines(pen: &mut Pen, inlines: &[Inline], base: &str) {
    for one in inlines {
        inline(pen, one, base);
    }
}

fn inline(pen: &mut Pen, inline: &Inline, base: &str) {
    let (tag, inner) = match inline {
        Inline::Emphasis(inner) => ("em", inner),
        Inline::Strong(inner) => ("strong", inner),
        Inline::Strikethrough(inner) => ("del", inner),
        other => return single(pen, other, base),
    };
    pen.open(tag);
    inlines(pen, inner, base);
    pen.close();
}

fn single(pen: &mut Pen, inline: &Inline, base: &str) {
    match inline {
        Inline::Text(text) => {
            pen.text(text);
        }
        Inline::Code(text) => {
            pen.with_text("code", text);
        }
        Inline::Link { address, title, content } => {
            open_link(pen, address, title, base);
            inlines(pen, content, base);
            pen.close();
        }
        Inline::Image { address, title, alternative } => image(pen, address, title, alternative, base),
        Inline::Footnote(number) => {
            let to = format!("#footnote-{number}");
            pen.class("sup", "footnote-mark").open("a").attr("href", &to).attr("data-footnote", *number);
            pen.text(&number.to_string()).close().close();
        }
        _ => {
            pen.open("br").close();
        }
    }
}

/// Opens a link; one that leaves the deck opens beside it.
pub fn open_link<'p>(pen: &'p mut Pen, address: &Address, title: &String, base: &str) -> &'p mut Pen {
    let is_inner = address.0.starts_with('#');
    let to = if is_inner { address.0.clone() } else { address.resolved(base) };
    pen.open("a").attr("href", &to).attr("title", Some(title).filter(|title| !title.is_empty()));
    let outside = |value| Some(value).filter(|_| !is_inner);
    pen.attr("target", outside("_blank")).attr("rel", outside("noopener noreferrer"))
}

pub fn image(pen: &mut Pen, address: &Address, title: &String, alternative: &String, base: &str) {
    pen.open("img").attr("src", &address.resolved(base)).attr("alt", alternative);
    pen.attr("title", Some(title).filter(|title| !title.is_empty())).close();
}
