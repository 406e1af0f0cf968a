//! Markup as a text, for the page that is written when the site is built. Its buttons wait for the program, and only slides
//! and claims have ids.

use crate::text::markup::push_escaped;

/// Elements that have no end.
const VOID: [&str; 4] = ["br", "hr", "img", "input"];

/// Attributes that the page doesn't have: they are of use only with the program.
const LEFT_OUT: [&str; 4] = ["id", "tabindex", "aria-labelledby", "data-item"];

#[derive(Default)]
pub struct Markup {
    pub text: String,
    /// The elements that are open, the innermost last.
    pub tags: Vec<&'static str>,
    /// The start of the innermost one is still being written.
    is_in_start: bool,
}

impl Markup {
    pub fn open(&mut self, tag: &'static str) {
        self.end_start();
        self.text.push('<');
        self.text.push_str(tag);
        self.tags.push(tag);
        self.is_in_start = true;
    }

    pub fn anchor(&mut self, id: &str) {
        self.put_attr("id", id);
    }

    pub fn attr(&mut self, name: &'static str, value: &str) {
        if !LEFT_OUT.contains(&name) {
            self.put_attr(name, value);
        }
    }

    fn put_attr(&mut self, name: &str, value: &str) {
        self.text.push(' ');
        self.text.push_str(name);
        self.text.push_str("=\"");
        self.escaped(value);
        self.text.push('"');
    }

    pub fn text(&mut self, text: &str) {
        self.end_start();
        self.escaped(text);
    }

    /// Puts in what has been written already.
    pub fn put(&mut self, markup: &str) {
        self.end_start();
        self.text.push_str(markup);
    }

    pub fn close(&mut self) {
        self.end_start();
        let Some(tag) = self.tags.pop() else { return };
        if !VOID.contains(&tag) {
            self.text.push_str("</");
            self.text.push_str(tag);
            self.text.push('>');
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
}
