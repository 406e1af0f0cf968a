//! The panels over the slide: help, diagnostics, what asks before clearing answers, the decision record.

use crate::app::msg::Panel;
use crate::app::state::State;
use crate::diagnostic::{Diagnostic, Severity};
use crate::judge::decision_record::{Part, Wording, decision_record};
use crate::words::controls::Controls;
use crate::words::problem::Sentence;
use crate::words::{Language, fill};

#[derive(Clone, Debug, PartialEq)]
pub struct PanelScreen {
    pub heading: String,
    pub close: &'static str,
    pub language: Language,
    pub content: PanelContent,
}

#[derive(Clone, Debug, PartialEq)]
pub enum PanelContent {
    Help {
        /// Keys and what they do.
        keys: &'static [(&'static str, &'static str)],
        note: &'static str,
    },
    Diagnostics(Vec<DiagnosticRow>),
    StartOver,
    Record {
        parts: Vec<Part>,
        /// The outcome in the reader's words.
        words: String,
        /// Whether copying worked.
        status: &'static str,
    },
}

#[derive(Clone, Debug, PartialEq)]
pub struct DiagnosticRow {
    pub severity: &'static str,
    pub is_error: bool,
    pub code: &'static str,
    pub place: String,
    pub sentence: Sentence,
}

pub fn panel(state: &State, controls: &'static Controls) -> Option<PanelScreen> {
    let words = state.language.quiz();
    let (heading, content) = match state.panel? {
        Panel::Help => {
            let content = PanelContent::Help { keys: controls.keys, note: controls.keys_note };
            (controls.help.to_owned(), content)
        }
        Panel::Diagnostics => {
            let heading = fill(controls.diagnostics, &[&state.diagnostics.len()]);
            (heading, PanelContent::Diagnostics(rows(state, controls)))
        }
        Panel::StartOver => (words.start_over.to_owned(), PanelContent::StartOver),
        Panel::Record => (words.record.to_owned(), record(state)?),
    };
    Some(PanelScreen { heading, close: controls.close, language: state.language, content })
}

fn record(state: &State) -> Option<PanelContent> {
    let deck = state.deck.as_ref()?;
    let link = state.link();
    let wording = Wording { outcome: &state.quiz.words, link: link.as_deref() };
    let parts = decision_record(&state.case(deck), &wording);
    Some(PanelContent::Record { parts, words: state.quiz.words.clone(), status: state.quiz.status })
}

/// The diagnostics, in the order of the text.
pub fn rows(state: &State, controls: &'static Controls) -> Vec<DiagnosticRow> {
    state.diagnostics.iter().map(|diagnostic| row(state, diagnostic, controls)).collect()
}

fn row(state: &State, diagnostic: &Diagnostic, controls: &'static Controls) -> DiagnosticRow {
    let is_error = diagnostic.severity() == Severity::Error;
    DiagnosticRow {
        severity: if is_error { controls.error } else { controls.warning },
        is_error,
        code: diagnostic.code(),
        place: fill(controls.place, &[&diagnostic.line, &diagnostic.column]),
        sentence: diagnostic.sentence(state.language),
    }
}
