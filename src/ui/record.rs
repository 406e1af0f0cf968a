//! The decision record in its dialog: the reader's words, the record, and what can be done with it.

use super::button::wide;
use super::inlines::inlines;
use super::pen::Pen;
use crate::analysis::decision_record::Part;
use crate::app::msg::{Msg, QuizMsg, RecordUse};
use crate::words::quiz::QuizWords;

pub fn record(pen: &mut Pen, parts: &[Part], outcome: &str, status: &'static str, says: &'static QuizWords) {
    pen.class("p", "no-print").words(says.record_note).close();
    pen.class("label", "record-words no-print").with_words("span", says.record_words);
    pen.field(outcome, |words| Msg::Quiz(QuizMsg::Outcome(words)))
        .close()
        .class("div", "quiz-moves no-print");
    for (label, how) in [
        (says.download_markdown, RecordUse::DownloadMarkdown),
        (says.download_json, RecordUse::DownloadJson),
        (says.copy, RecordUse::Copy),
        (says.print, RecordUse::Print),
    ] {
        wide(pen, "wide-button", label, Msg::Quiz(QuizMsg::Record(how)));
    }
    copying_status(pen, status);
    pen.close().class("div", "record").attr("tabindex", "0");
    pen.attr("role", "document").attr("aria-label", says.record);
    for (at, one) in parts.iter().enumerate() {
        let is_item = |at: usize| matches!(parts.get(at), Some(Part::Item(_)));
        if is_item(at) && (at == 0 || !is_item(at - 1)) {
            pen.open("ul");
        }
        part(pen, one);
        if is_item(at) && !is_item(at + 1) {
            pen.close();
        }
    }
    pen.close();
}

/// Whether copying worked; it is read out when it comes.
pub fn copying_status(pen: &mut Pen, status: &'static str) {
    pen.open("span").attr("role", "status").words(status).close();
}

fn part(pen: &mut Pen, part: &Part) {
    let (tag, class, text) = match part {
        Part::Heading(1, text) => ("h3", "record-title", text),
        Part::Heading(2, text) => ("h4", "record-heading", text),
        Part::Heading(_, text) => ("h5", "record-option", text),
        Part::Paragraph(text) => ("p", "paragraph", text),
        Part::Verbatim(text) => ("p", "verbatim", text),
        Part::Item(item) => {
            pen.open("li");
            inlines(pen, item, "");
            pen.close();
            return;
        }
    };
    // The headings of the format are English in every language.
    let lang = matches!(part, Part::Heading(2, _)).then_some("en");
    pen.class(tag, class).attr("lang", lang).text(text).close();
}
