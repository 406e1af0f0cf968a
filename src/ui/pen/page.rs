//! What a pen does only when it draws a page that is written when the site is built: markup instead of nodes.

use super::{Markup, Pen};

impl Pen {
    /// A pen that writes the markup of a page, in which slides and claims have their ids.
    pub fn of_page() -> Self {
        Self { open: Vec::new(), markup: Some(Markup::default()), ..Self::new() }
    }

    /// The markup that was written.
    pub fn written(self) -> String {
        let markup = self.markup.unwrap_or_default();
        debug_assert!(markup.tags.is_empty(), "an element is still open");
        markup.text
    }

    /// The id of a slide or claim, where it is to have one.
    pub fn anchor(&mut self, id: &str) -> &mut Self {
        if let Some(markup) = &mut self.markup {
            markup.anchor(id);
        }
        self
    }

    /// Puts in what another pen of the page has written.
    pub fn put_markup(&mut self, written: &str) -> &mut Self {
        if let Some(markup) = &mut self.markup {
            markup.put(written);
        }
        self
    }

    /// What a control stands on, which is a property otherwise.
    pub fn page_value(&mut self, value: u32) {
        if let Some(markup) = &mut self.markup {
            markup.attr("value", &value.to_string());
        }
    }

    /// Whether an option is chosen, which is a property otherwise.
    pub fn page_flag(&mut self, name: &'static str, on: bool) {
        if let Some(markup) = self.markup.as_mut().filter(|_| on) {
            markup.attr(name, name);
        }
    }
}
