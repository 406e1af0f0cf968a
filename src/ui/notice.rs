//! What is shown instead of a slide or over it: loading, failures, notices, the black screen.

use super::button::{Button, icon_button, wide};
use super::icons;
use super::panel::diagnostic_rows;
use super::pen::Pen;
use crate::app::msg::{DeckMsg, Msg, UiMsg};
use crate::app::screen::{DiagnosticRow, NoticeView};
use crate::words::Language;
use crate::words::problem::Sentence;

/// The element's own children, which tell the title; without any, what is being loaded.
pub fn loading(pen: &mut Pen, text: &str) {
    pen.open("slot").class("div", "message").with_text("p", text);
    pen.class("div", "loading-line").close().close().close();
}

/// What went wrong, and below it the element's own children.
pub fn failed(
    pen: &mut Pen,
    heading: &'static str,
    sentence: &Sentence,
    reload: &'static str,
    diagnostics: &[DiagnosticRow],
) {
    pen.class("div", "message").attr("role", "alert").with_words("h1", heading);
    pen.with_text("p", &sentence.message).with_text("p", sentence.help.as_deref().unwrap_or_default());
    pen.open("div");
    diagnostic_rows(pen, diagnostics);
    pen.close();
    wide(pen, "wide-button", reload, Msg::Deck(DeckMsg::Retry));
    pen.open("slot").close().close();
}

/// Short messages at the top, until the reader closes them.
pub fn notices(pen: &mut Pen, notices: &[NoticeView], language: Language) {
    if notices.is_empty() {
        return;
    }
    pen.class("div", "notices").attr("role", "alert").open("div");
    for notice in notices {
        pen.open("p").text(&notice.text).words(" ");
        if let Some((label, msg)) = &notice.action {
            wide(pen, "text-button", label, msg.clone());
        }
        if let Some((label, address)) = &notice.link {
            pen.open("a").attr("href", address).attr("target", "_blank").words(label).close();
        }
        pen.close();
    }
    pen.close();
    icon_button(pen, "icon-button", language.controls().close, icons::CLOSE, Msg::Ui(UiMsg::DismissNotices));
    pen.close();
}

/// The black screen; a click lifts it.
pub fn black(pen: &mut Pen, language: Language) {
    // What it covers is out of reach, and with it the main part and the heading of the page.
    pen.open("main")
        .attr("tabindex", "-1")
        .class("h1", "visually-hidden")
        .words(language.controls().black)
        .close();
    let label = Some(language.controls().black.to_owned());
    Button { class: "black", label, ..Button::default() }
        .open(pen, Msg::Ui(UiMsg::ToggleBlack))
        .close()
        .close();
}
