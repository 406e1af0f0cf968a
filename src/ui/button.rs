//! Buttons: one widget for all of them.

use crate::app::msg::Msg;
use yew::prelude::*;

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
    pub fn icon(class: &'static str, label: impl Into<String>) -> Self {
        let label = label.into();
        Self { class, tooltip: Some(label.clone()), label: Some(label), ..Self::default() }
    }

    /// Draws the button; pressing it says `msg`.
    pub fn view(self, content: Html, send: &Callback<Msg>, msg: Msg) -> Html {
        let onclick = send.reform(move |_: MouseEvent| msg.clone());
        html! {
            <button
                type="button" class={self.class} {onclick}
                aria-label={self.label} title={self.tooltip}
                aria-pressed={self.pressed.map(truth)}
                aria-expanded={self.expanded.map(truth)}
                aria-disabled={self.idle.then_some("true")}
                data-side={self.side.map(|side| side.to_string())}
            >{ content }</button>
        }
    }
}

fn truth(value: bool) -> &'static str {
    if value { "true" } else { "false" }
}
