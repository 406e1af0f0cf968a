//! The panel over the slide: help, the deck's diagnostics, the decision record, a question before clearing.

use super::button::{Button, icon_button, wide};
use super::icons;
use super::pen::Pen;
use super::record::{copying_status, record};
use super::search::search;
use crate::app::keymap::RANGE;
use crate::app::msg::{Msg, QuizMsg, UiMsg};
use crate::app::screen::{DiagnosticRow, MenuRow, PanelContent, PanelScreen};
use crate::app::share::Share;
use crate::words::quiz::QuizWords;

/// The dialog is always there; the shell opens it when it has something to show.
pub fn panel(pen: &mut Pen, panel: Option<&PanelScreen>) {
    pen.class("dialog", "panel").attr("aria-labelledby", "panel-heading");
    if let Some(panel) = panel {
        content(pen, panel);
    }
    pen.close();
}

fn content(pen: &mut Pen, panel: &PanelScreen) {
    let says = panel.language.quiz();
    pen.class("div", "panel-content").open("h2").attr("id", "panel-heading").text(&panel.heading).close();
    pen.open("div");
    match &panel.content {
        PanelContent::Help { keys, note, plain_keys } => {
            let (label, are_on) = *plain_keys;
            let look = Button { class: "toggle", pressed: Some(are_on), ..Button::default() };
            look.open(pen, Msg::Ui(UiMsg::TogglePlainKeys)).words(label).close();
            help(pen, keys, note);
        }
        PanelContent::Menu(rows) => menu(pen, rows),
        PanelContent::Search(content) => search(pen, content),
        PanelContent::Diagnostics(rows) => diagnostic_rows(pen, rows),
        PanelContent::Share { shares, status } => share(pen, shares, status, says),
        PanelContent::StartOver => ask_start_over(pen, says),
        PanelContent::Record { parts, words, status } => record(pen, parts, words, status, says),
    }
    pen.close();
    icon_button(pen, "icon-button", panel.close, icons::CLOSE, Msg::Ui(UiMsg::Close));
    pen.close();
}

fn help(pen: &mut Pen, rows: &[(&[&'static str], &'static str)], note: &'static str) {
    pen.class("table", "keys").open("tbody");
    for (keys, meaning) in rows {
        pen.open("tr").open("th").attr("scope", "row");
        for key in *keys {
            pen.with_words(if *key == RANGE { "span" } else { "kbd" }, key);
        }
        pen.close().with_words("td", meaning).close();
    }
    pen.close().close().with_words("p", note);
}

fn menu(pen: &mut Pen, rows: &[MenuRow]) {
    pen.class("ul", "menu");
    for row in rows {
        Button { class: "menu-button", ..Button::default() }.open(pen.open("li"), row.msg.clone());
        pen.open("span").attr("lang", row.lang.as_ref()).text(&row.label).close();
        if !row.key.is_empty() {
            pen.open("kbd").attr("aria-hidden", "true").words(row.key).close();
        }
        pen.close().close();
    }
    pen.close();
}

/// What can be copied; a link can be opened, too.
fn share(
    pen: &mut Pen,
    shares: &[(&'static str, Share, String)],
    status: &'static str,
    says: &'static QuizWords,
) {
    for (name, share, text) in shares {
        pen.open("div").with_words("h3", name).class("pre", "share");
        if *share == Share::Link {
            pen.open("a").attr("href", text).attr("target", "_blank").text(text).close();
        } else {
            pen.text(text);
        }
        wide(pen.close(), "wide-button", says.copy, Msg::Ui(UiMsg::Share(*share)));
        pen.close();
    }
    copying_status(pen, status);
}

fn ask_start_over(pen: &mut Pen, says: &'static QuizWords) {
    pen.with_words("p", says.start_over_question).class("div", "quiz-moves");
    wide(pen, "wide-button", says.cancel, Msg::Ui(UiMsg::Close));
    wide(pen, "wide-button primary", says.start_over_yes, Msg::Quiz(QuizMsg::StartOver));
    pen.close();
}

/// The diagnostics with line and column.
pub fn diagnostic_rows(pen: &mut Pen, rows: &[DiagnosticRow]) {
    if rows.is_empty() {
        return;
    }
    pen.class("ol", "diagnostics");
    for row in rows {
        pen.open("li").attr("class", row.is_error.then_some("is-error"));
        pen.open("p").with_words("strong", row.severity).words(" ");
        pen.class("span", "place").text(&row.place).close().words(" ").with_words("code", row.code).close();
        pen.with_text("p", &row.sentence.message);
        pen.class("p", "help").text(row.sentence.help.as_deref().unwrap_or_default()).close().close();
    }
    pen.close();
}
