//! The panel over the slide: help, or the deck's diagnostics.

use super::button::Button;
use super::icons;
use crate::app::msg::Msg;
use crate::app::screen::{DiagnosticRow, PanelScreen};
use yew::prelude::*;

/// The dialog is always there; the shell opens it when it has something to show.
pub fn panel(panel: Option<&PanelScreen>, send: &Callback<Msg>) -> Html {
    html! {
        <dialog class="panel" aria-labelledby="panel-heading">{ panel.map(|one| content(one, send)) }</dialog>
    }
}

fn content(panel: &PanelScreen, send: &Callback<Msg>) -> Html {
    html! {
        <div class="panel-content">
            <h2 id="panel-heading">{ &panel.heading }</h2>
            <div>{ keys(panel) }</div>
            <div>{ diagnostic_rows(&panel.diagnostics) }</div>
            { Button::icon("icon-button", panel.close).view(icons::close(), send, Msg::Closed) }
        </div>
    }
}

fn keys(panel: &PanelScreen) -> Html {
    if panel.keys.is_empty() {
        return html! {};
    }
    let rows = panel.keys.iter().map(|(keys, meaning)| {
        html! { <tr><th scope="row">{ for keys.split(' ').map(key) }</th><td>{ meaning }</td></tr> }
    });
    html! { <><table class="keys"><tbody>{ for rows }</tbody></table><p>{ panel.note }</p></> }
}

fn key(key: &str) -> Html {
    if matches!(key, "…" | "/") {
        html! { <span>{ key }</span> }
    } else {
        html! { <kbd>{ key }</kbd> }
    }
}

/// The diagnostics with line and column.
pub fn diagnostic_rows(rows: &[DiagnosticRow]) -> Html {
    if rows.is_empty() {
        return html! {};
    }
    let rows = rows.iter().map(|row| {
        html! {
            <li class={row.is_error.then_some("is-error")}>
                <p><strong>{ row.severity }</strong>{ " " }<span class="place">{ &row.place }</span>{ " " }<code>{ row.code }</code></p>
                <p>{ &row.sentence.message }</p>
                <p class="help">{ row.sentence.help.as_deref().unwrap_or_default() }</p>
            </li>
        }
    });
    html! { <ol class="diagnostics">{ for rows }</ol> }
}
