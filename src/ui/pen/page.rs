//! What a pen does only when it draws a page that is written when the site is built.

use super::{Markup, Pen};

impl Pen {
    /// A pen that writes the markup of a page, in which slides and claims have their ids.
    pub fn of_page() -> Self {
        let mut markup = Markup::default();
        markup.is_page = true;
        Self { says: Vec::new(), next: 0, open: Vec::new(), markup: Some(markup) }
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
        if let Some(markup) = self.markup.as_mut().filter(|markup| markup.is_page) {
            markup.attr("value", &value.to_string());
        }
    }
}
