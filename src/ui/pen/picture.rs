//! What a pen does only when it draws a picture of a slide, or a printed page.
//!
//! A picture stands beside others and can't be operated. So it has no buttons, no ids, and nothing that takes the focus or
//! listens to events.

use super::{Open, Pen};
use yew::Html;
use yew::virtual_dom::AttributeOrProperty;

/// Attributes that a picture doesn't have.
const LEFT_OUT: [&str; 3] = ["id", "tabindex", "aria-labelledby"];

pub struct Picture {
    /// A link out of the deck has a number behind it.
    numbers_links: bool,
    /// The addresses of these links, by their numbers, which count from 1.
    links: Vec<String>,
}

impl Pen {
    /// A pen that draws a picture. With `numbers_links`, a link out of the deck has a number behind it.
    pub fn of_picture(numbers_links: bool) -> Self {
        Self { picture: Some(Picture { numbers_links, links: Vec::new() }), ..Self::new() }
    }

    /// The addresses of the links that were numbered so far.
    pub fn links(&mut self) -> Vec<String> {
        self.picture.as_mut().map(|picture| std::mem::take(&mut picture.links)).unwrap_or_default()
    }

    /// The picture that was drawn; nothing in it says anything.
    pub fn pictured(self) -> Html {
        self.drawn().0
    }

    pub(super) fn leaves_out(&self, name: &str) -> bool {
        self.picture.is_some() && LEFT_OUT.contains(&name)
    }

    /// Closes an element of a picture. A button is left out with all that was drawn into it.
    pub(super) fn put_in_picture(&mut self, open: Open) {
        if open.tag.tag() == "button" {
            return;
        }
        let number = self.picture.as_mut().and_then(|picture| picture.number(&open));
        self.put(open.closed().into());
        if let Some(number) = number {
            self.open("sup").attr("class", "link-number").text(&number.to_string()).close();
        }
    }
}

impl Picture {
    /// The number of a link, if it has one: each address has one number.
    fn number(&mut self, open: &Open) -> Option<usize> {
        let at = open.names.iter().position(|name| *name == "href").filter(|_| self.numbers_links)?;
        let Some(AttributeOrProperty::Attribute(address)) = &open.values[at] else { return None };
        if !address.starts_with("http") {
            return None;
        }
        let known = self.links.iter().position(|link| *link == **address);
        if known.is_none() {
            self.links.push(address.to_string());
        }
        Some(known.map_or(self.links.len(), |at| at + 1))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::msg::{CompareMsg, Msg};

    fn drawn(mut pen: Pen, draw: impl Fn(&mut Pen)) -> Html {
        draw(&mut pen);
        pen.drawn().0
    }

    #[test]
    fn buttons_are_left_out_with_what_is_in_them() {
        let picture = drawn(Pen::of_picture(false), |pen| {
            pen.open("p").text("a");
            pen.class("button", "x").with_text("span", "b").close();
            pen.text("c").close();
        });
        let plain = drawn(Pen::new(), |pen| {
            pen.open("p").text("a").text("c").close();
        });
        assert_eq!(picture, plain);
    }

    #[test]
    fn nothing_has_an_id_takes_the_focus_or_says_something() {
        let mut pen = Pen::of_picture(false);
        pen.open("p").attr("id", "x").attr("tabindex", "-1").attr("aria-labelledby", "x").attr("title", "t");
        pen.on_click(Msg::Compare(CompareMsg::ToggleDiffering))
            .close()
            .line_field("written", |text| Msg::Compare(CompareMsg::Filter(text)))
            .close();
        let (picture, sayings) = pen.drawn();
        let plain = drawn(Pen::new(), |pen| {
            pen.open("p").attr("title", "t").close().open("input").attr("type", "text").close();
        });
        assert_eq!(picture, plain);
        assert!(sayings.is_empty());
    }

    #[test]
    fn each_address_has_one_number() {
        let mut pen = Pen::of_picture(true);
        let link = |pen: &mut Pen, address: &'static str| {
            pen.open("a").attr("href", address).close();
        };
        for address in ["https://a.example", "#inner", "https://b.example", "https://a.example"] {
            link(&mut pen, address);
        }
        assert_eq!(pen.links(), ["https://a.example", "https://b.example"]);
        let plain = drawn(Pen::new(), |pen| {
            let numbered = |pen: &mut Pen, address: &'static str, number: &'static str| {
                link(pen, address);
                pen.class("sup", "link-number").words(number).close();
            };
            numbered(pen, "https://a.example", "1");
            link(pen, "#inner");
            numbered(pen, "https://b.example", "2");
            numbered(pen, "https://a.example", "1");
        });
        assert_eq!(pen.pictured(), plain);
    }
}
