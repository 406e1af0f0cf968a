//! What is shown instead of a slide or over it: loading, failures, notices, the black screen.

use super::button::Button;
use super::icons;
use super::panel::diagnostic_rows;
use crate::app::msg::Msg;
use crate::app::screen::DiagnosticRow;
use crate::words::Language;
use crate::words::problem::Sentence;
use yew::prelude::*;

/// The element's own children, which tell the title; without any, what is being loaded.
pub fn loading(text: &str) -> Html {
    html! { <slot><div class="message"><p>{ text }</p><div class="loading-line"></div></div></slot> }
}

/// What went wrong, and below it the element's own children.
pub fn failed(
    heading: &str,
    sentence: &Sentence,
    reload: &str,
    diagnostics: &[DiagnosticRow],
    send: &Callback<Msg>,
) -> Html {
    html! {
        <div class="message" role="alert">
            <h1>{ heading }</h1>
            <p>{ &sentence.message }</p>
            <p>{ sentence.help.as_deref().unwrap_or_default() }</p>
            <div>{ diagnostic_rows(diagnostics) }</div>
            { Button { class: "wide-button", ..Button::default() }.view(html! { <>{ reload }</> }, send, Msg::ReloadPressed) }
            <slot></slot>
        </div>
    }
}

/// Short messages at the top, until the reader closes them.
pub fn notices(notices: &[String], language: Language, send: &Callback<Msg>) -> Html {
    if notices.is_empty() {
        return html! {};
    }
    html! {
        <div class="notices" role="alert">
            <div>{ for notices.iter().map(|notice| html! { <p>{ notice }</p> }) }</div>
            { Button::icon("icon-button", language.controls().close).view(icons::close(), send, Msg::NoticesRead) }
        </div>
    }
}

/// The black screen; a click lifts it.
pub fn black(language: Language, send: &Callback<Msg>) -> Html {
    let content = html! { <span class="visually-hidden">{ language.controls().black }</span> };
    Button { class: "black", ..Button::default() }.view(content, send, Msg::BlackToggled)
}
