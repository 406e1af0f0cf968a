//! The toolbar: sides, lens, moving, quiz, theme, help.

use super::button::{Button, icon_button};
use super::icons;
use super::lens::lens;
use super::pen::Pen;
use crate::app::msg::{Msg, NavMsg, Panel, SidesMsg, UiMsg};
use crate::app::screen::{SideButton, Toolbar, ViewButton};
use crate::app::view::View;

pub fn toolbar(pen: &mut Pen, bar: &Toolbar) {
    pen.class("section", "toolbar").attr("aria-label", bar.label);
    open_group(pen, "sides", bar.sides_label, bar.sides.is_empty());
    sides(pen, bar);
    pen.close();
    lens(pen, bar);
    pen.class("div", "tools");
    if bar.has_tools {
        tools(pen, bar);
    }
    pen.close().class("div", "moves");
    if bar.has_moves {
        mover(pen, bar.previous, icons::PREVIOUS, bar.at_start, Msg::Nav(NavMsg::Previous));
        pen.class("span", "number").text(&bar.progress).close();
        mover(pen, bar.next, icons::NEXT, bar.at_end, Msg::Nav(NavMsg::Next));
    }
    pen.close().close();
}

fn open_group(pen: &mut Pen, class: &'static str, label: &'static str, is_empty: bool) {
    let if_any = |value| Some(value).filter(|_| !is_empty);
    pen.class("div", class).attr("role", if_any("group")).attr("aria-label", if_any(label));
}

/// A toggle a side, and with three or more a button for all.
fn sides(pen: &mut Pen, bar: &Toolbar) {
    for one in &bar.sides {
        side(pen, one);
    }
    if bar.sides.len() > 2 {
        let pressed = Some(bar.sides.iter().all(|side| side.on));
        let look = Button { class: "toggle", pressed, ..Button::default() };
        look.open(pen, Msg::Sides(SidesMsg::All)).words(bar.all_sides).close();
    }
}

fn side(pen: &mut Pen, button: &SideButton) {
    let look =
        Button { class: "toggle", pressed: Some(button.on), side: Some(button.side.0), ..Button::default() };
    look.open(pen, Msg::Sides(SidesMsg::Toggle(button.side)))
        .class("span", "swatch")
        .attr("aria-hidden", "true")
        .close();
    pen.text(&button.name).close();
}

fn tools(pen: &mut Pen, bar: &Toolbar) {
    if let Some(button) = &bar.quiz {
        view_button(pen, "icon-button quiz-button", icons::QUIZ, button, bar.back);
    }
    if let Some(label) = bar.overview_label {
        let to = if bar.in_overview { bar.back } else { View::Overview };
        let look =
            Button { pressed: Some(bar.in_overview), ..Button::icon("icon-button overview-button", label) };
        icons::icon(look.open(pen, Msg::Nav(NavMsg::View(to))), icons::OVERVIEW).close();
    }
    if let Some(button) = &bar.comparing {
        view_button(pen, "icon-button comparing-button", icons::MATRIX, button, bar.back);
    }
    if let Some(label) = &bar.diagnostics {
        let msg = Msg::Ui(UiMsg::TogglePanel(Panel::Diagnostics));
        icon_button(pen, "icon-button problems", label, icons::WARNING, msg);
    }
    let theme = format!("{}: {}", bar.theme_label, bar.theme);
    icon_button(pen, "icon-button theme", &theme, icons::THEME, Msg::Ui(UiMsg::NextTheme));
    icon_button(
        pen,
        "icon-button fullscreen",
        bar.fullscreen_label,
        icons::FULLSCREEN,
        Msg::Ui(UiMsg::ToggleFullscreen),
    );
    icon_button(
        pen,
        "icon-button help",
        bar.help_label,
        icons::HELP,
        Msg::Ui(UiMsg::TogglePanel(Panel::Help)),
    );
    let menu = Msg::Ui(UiMsg::TogglePanel(Panel::Menu));
    icon_button(pen, "icon-button menu-opener", bar.menu_label, icons::MENU, menu);
}

/// To a view and back to the slides.
fn view_button(pen: &mut Pen, class: &'static str, path: &'static str, button: &ViewButton, back: View) {
    let view = if button.is_in { back } else { button.view };
    let look = Button { pressed: Some(button.is_in), ..Button::icon(class, button.label) };
    icons::icon(look.open(pen, Msg::Nav(NavMsg::View(view))), path).close();
}

/// At the ends the button stays in reach of the keyboard, but does nothing.
fn mover(pen: &mut Pen, label: &'static str, path: &'static str, idle: bool, msg: Msg) {
    let look = Button { idle, ..Button::icon("icon-button mover", label) };
    icons::icon(look.open(pen, msg), path).close();
}

/// How far the talk has come; the number in the toolbar says the same in words.
pub fn progress(pen: &mut Pen, [number, total]: [usize; 2]) {
    pen.class("svg", "progress").attr("viewBox", &format!("0 0 {} 1", total.max(1)));
    pen.attr("preserveAspectRatio", "none").attr("aria-hidden", "true").open("rect");
    pen.attr("width", &number.to_string()).attr("height", "1").close().close();
}
