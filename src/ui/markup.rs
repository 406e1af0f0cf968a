//! Markup as a text: for pictures of slides, which the shell puts into their frames, for printed pages, and for the many
//! rows of a table, which stand sooner when the browser reads them at once.
//!
//! Such a picture stands beside others and can't be operated. So it has no buttons and no ids, and takes no focus. What
//! is drawn whole (`is_whole`) has them.

use crate::text::markup::push_escaped;

/// Elements that have no end.
const VOID: [&str; 4] = ["br", "hr", "img", "input"];

/// Attributes that a picture doesn't have.
const LEFT_OUT: [&str; 3] = ["id", "tabindex", "aria-labelledby"];

#[derive(Default)]
#[cfg_attr(
    feature = "prerender",
    expect(clippy::struct_excessive_bools, reason = "each is a fact of its own")
)]
pub struct Markup {
    pub text: String,
    /// The elements that are open, the innermost last.
    pub tags: Vec<&'static str>,
    /// How many of them are left out: a button, and what is in it.
    left_out: usize,
    /// The start of the innermost one is still being written.
    is_in_start: bool,
    pub numbers_links: bool,
    /// Nothing is left out.
    is_whole: bool,
    /// It is a page: slides and claims have their ids, and there are buttons.
    #[cfg(feature = "prerender")]
    pub is_page: bool,
    /// The addresses of the links, by their numbers.
    pub links: Vec<String>,
    /// The number of the link that is open; 0: none.
    link: usize,
}

impl Markup {
    /// Markup from which nothing is left out.
    pub fn whole() -> Self {
        Self { is_whole: true, ..Self::default() }
    }

    #[inline(never)]
    pub fn open(&mut self, tag: &'static str) {
        self.end_start();
        if (tag == "button" && !self.has_buttons()) || self.left_out > 0 {
            self.left_out += 1;
            return;
        }
        self.text.push('<');
        self.text.push_str(tag);
        self.tags.push(tag);
        self.is_in_start = true;
    }

    #[cfg(feature = "prerender")]
    pub fn anchor(&mut self, id: &str) {
        if self.is_page && self.left_out == 0 {
            self.text.push_str(" id=\"");
            self.escaped(id);
            self.text.push('"');
        }
    }

    /// Puts in what has been written already.
    #[cfg(feature = "prerender")]
    pub fn put(&mut self, markup: &str) {
        self.end_start();
        self.text.push_str(markup);
    }

    #[cfg(feature = "prerender")]
    fn has_buttons(&self) -> bool {
        self.is_whole || self.is_page
    }

    #[cfg(not(feature = "prerender"))]
    fn has_buttons(&self) -> bool {
        self.is_whole
    }

    #[inline(never)]
    pub fn attr(&mut self, name: &'static str, value: &str) {
        if self.left_out > 0 || (LEFT_OUT.contains(&name) && !self.is_whole) {
            return;
        }
        if name == "href" && self.numbers_links && value.starts_with("http") {
            let known = self.links.iter().position(|link| link == value);
            self.link = known.unwrap_or(self.links.len()) + 1;
            if known.is_none() {
                self.links.push(value.to_owned());
            }
        }
        self.text.push(' ');
        self.text.push_str(name);
        self.text.push_str("=\"");
        self.escaped(value);
        self.text.push('"');
    }

    #[inline(never)]
    pub fn text(&mut self, text: &str) {
        self.end_start();
        if self.left_out == 0 {
            self.escaped(text);
        }
    }

    #[inline(never)]
    pub fn close(&mut self) {
        self.end_start();
        if self.left_out > 0 {
            self.left_out -= 1;
            return;
        }
        let Some(tag) = self.tags.pop() else { return };
        if !VOID.contains(&tag) {
            self.text.push_str("</");
            self.text.push_str(tag);
            self.text.push('>');
        }
        if tag == "a" && self.link > 0 {
            let number = std::mem::take(&mut self.link).to_string();
            self.text.push_str("<sup class=link-number>");
            self.text.push_str(&number);
            self.text.push_str("</sup>");
        }
    }

    fn end_start(&mut self) {
        if std::mem::take(&mut self.is_in_start) {
            self.text.push('>');
        }
    }

    fn escaped(&mut self, text: &str) {
        push_escaped(&mut self.text, text);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn texts_never_become_markup() {
        let mut markup = Markup::default();
        markup.open("p");
        markup.attr("title", "\"><script>");
        markup.attr("id", "left-out");
        markup.text("<b> & \"");
        markup.open("br");
        markup.close();
        markup.close();
        assert_eq!(markup.text, "<p title=\"&quot;>&lt;script>\">&lt;b> &amp; &quot;<br></p>");
    }

    #[test]
    fn buttons_are_left_out_with_what_is_in_them() {
        let mut markup = Markup::default();
        markup.open("p");
        markup.text("a");
        markup.open("button");
        markup.attr("class", "x");
        markup.open("span");
        markup.text("b");
        markup.close();
        markup.close();
        markup.text("c");
        markup.close();
        assert_eq!(markup.text, "<p>ac</p>");
    }

    #[test]
    fn each_address_has_one_number() {
        let mut markup = Markup { numbers_links: true, ..Markup::default() };
        for address in ["https://a.example", "#inner", "https://b.example", "https://a.example"] {
            markup.open("a");
            markup.attr("href", address);
            markup.close();
        }
        assert_eq!(markup.links, ["https://a.example", "https://b.example"]);
        let numbers = ["1", "2", "1"].map(|number| format!("<sup class=link-number>{number}</sup>"));
        assert!(numbers.iter().all(|number| markup.text.contains(number.as_str())));
        assert!(markup.text.contains("<a href=\"#inner\"></a><a"));
    }
}
