//! Buttons: one widget for all of them.

use super::pen::Pen;
use crate::app::msg::Msg;

/// What a button may have besides its content.
#[derive(Default)]
pub struct Button {
    pub class: &'static str,
    /// The name, where the content doesn't tell it; also shown as a tooltip.
    pub label: Option<String>,
    pub tooltip: Option<String>,
    pub pressed: Option<bool>,
    pub expanded: Option<bool>,
    /// It stays in reach of the keyboard, but does nothing.
    pub idle: bool,
    /// The place of the side that it speaks of.
    pub side: Option<u8>,
}

impl Button {
    /// A button with a drawing for its content.
    #[inline(never)]
    pub fn icon(class: &'static str, label: &str) -> Self {
        Self { class, tooltip: Some(label.to_owned()), label: Some(label.to_owned()), ..Self::default() }
    }

    /// Opens the button; what is drawn until it is closed stands on it. Pressing it says `msg`.
    #[inline(never)]
    pub fn open(self, pen: &mut Pen, msg: Msg) -> &mut Pen {
        pen.open("button")
            .attr("type", "button")
            .attr("class", self.class)
            .attr("aria-label", self.label.as_ref())
            .attr("title", self.tooltip.as_ref())
            .attr("aria-pressed", self.pressed)
            .attr("aria-expanded", self.expanded)
            .attr("aria-disabled", self.idle.then_some("true"))
            .attr("data-side", self.side)
            .on_click(msg)
    }
}

/// A button with words on it.
#[inline(never)]
pub fn wide(pen: &mut Pen, class: &'static str, label: &'static str, msg: Msg) {
    Button { class, ..Button::default() }.open(pen, msg).words(label).close();
}

/// A button with a drawing.
#[inline(never)]
pub fn icon_button(pen: &mut Pen, class: &'static str, label: &str, path: &'static str, msg: Msg) {
    super::icons::icon(Button::icon(class, label).open(pen, msg), path).close();
}
