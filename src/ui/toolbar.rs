//! The toolbar: sides, lens, moving, theme, help.

use super::button::Button;
use super::icons;
use crate::app::lens::Lens;
use crate::app::msg::{Msg, Panel};
use crate::app::screen::{Choice, SideButton, Toolbar};
use yew::prelude::*;

pub fn toolbar(bar: &Toolbar, send: &Callback<Msg>) -> Html {
    html! {
        <section class="toolbar" aria-label={bar.label}>
            { group("sides", bar.sides_label, sides(bar, send)) }
            { group("lens", bar.lens_label, bar.moments.iter().map(|one| moment(one, send)).collect()) }
            <div class="tools">
                { bar.diagnostics.as_deref().map(|label| problems(label, send)) }
                { theme(bar, send) }
                { Button::icon("icon-button fullscreen", bar.fullscreen_label).view(icons::fullscreen(), send, Msg::FullscreenPressed) }
                { Button::icon("icon-button help", bar.help_label).view(icons::help(), send, Msg::PanelToggled(Panel::Help)) }
            </div>
            <div class="moves">
                { mover(bar.previous, icons::previous(), bar.at_start, send, Msg::PreviousPressed) }
                <span class="number">{ &bar.progress }</span>
                { mover(bar.next, icons::next(), bar.at_end, send, Msg::NextPressed) }
            </div>
        </section>
    }
}

fn group(class: &'static str, label: &'static str, buttons: Vec<Html>) -> Html {
    if buttons.is_empty() {
        return html! { <div class={class}></div> };
    }
    html! { <div class={class} role="group" aria-label={label}>{ for buttons }</div> }
}

/// A toggle a side, and with three or more a button for all.
fn sides(bar: &Toolbar, send: &Callback<Msg>) -> Vec<Html> {
    let mut buttons: Vec<Html> = bar.sides.iter().map(|one| side(one, send)).collect();
    if bar.sides.len() > 2 {
        let look = Button {
            class: "toggle",
            pressed: Some(bar.sides.iter().all(|side| side.on)),
            ..Button::default()
        };
        buttons.push(look.view(html! { <>{ bar.all_sides }</> }, send, Msg::AllSidesChosen));
    }
    buttons
}

fn side(button: &SideButton, send: &Callback<Msg>) -> Html {
    let content = html! { <><span class="swatch" aria-hidden="true"></span>{ &button.name }</> };
    let look =
        Button { class: "toggle", pressed: Some(button.on), side: Some(button.side.0), ..Button::default() };
    look.view(content, send, Msg::SideToggled(button.side))
}

fn moment(choice: &Choice<Lens>, send: &Callback<Msg>) -> Html {
    let tooltip = Some(choice.detail.clone());
    let look = Button { class: "toggle", tooltip, pressed: Some(choice.chosen), ..Button::default() };
    look.view(html! { <>{ &choice.name }</> }, send, Msg::LensChosen(choice.value))
}

fn theme(bar: &Toolbar, send: &Callback<Msg>) -> Html {
    let label = format!("{}: {}", bar.theme_label, bar.theme);
    Button::icon("icon-button theme", label).view(icons::theme(), send, Msg::NextThemePressed)
}

fn problems(label: &str, send: &Callback<Msg>) -> Html {
    let msg = Msg::PanelToggled(Panel::Diagnostics);
    Button::icon("icon-button problems", label).view(icons::warning(), send, msg)
}

/// At the ends the button stays in reach of the keyboard, but does nothing.
fn mover(label: &'static str, icon: Html, idle: bool, send: &Callback<Msg>, msg: Msg) -> Html {
    Button { idle, ..Button::icon("icon-button mover", label) }.view(icon, send, msg)
}

/// How far the talk has come; the number in the toolbar says the same in words.
pub fn progress(bar: &Toolbar) -> Html {
    html! {
        <svg class="progress" viewBox={format!("0 0 {} 1", bar.total.max(1))} preserveAspectRatio="none" aria-hidden="true">
            <rect width={bar.number.to_string()} height="1" />
        </svg>
    }
}
