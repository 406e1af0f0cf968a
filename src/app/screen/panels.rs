//! The panels over the slide: help and diagnostics.

use crate::app::msg::Panel;
use crate::app::state::State;
use crate::diagnostic::{Diagnostic, Severity};
use crate::words::controls::Controls;
use crate::words::problem::Sentence;

#[derive(Clone, Debug, PartialEq)]
pub struct PanelScreen {
    pub heading: String,
    pub close: &'static str,
    /// Keys and what they do.
    pub keys: &'static [(&'static str, &'static str)],
    pub note: &'static str,
    pub diagnostics: Vec<DiagnosticRow>,
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
    let panel = state.panel?;
    let is_help = panel == Panel::Help;
    Some(PanelScreen {
        heading: if is_help {
            controls.help.to_owned()
        } else {
            (controls.diagnostics)(state.diagnostics.len())
        },
        close: controls.close,
        keys: if is_help { controls.keys } else { &[] },
        note: if is_help { controls.keys_note } else { "" },
        diagnostics: if is_help { Vec::new() } else { rows(state, controls) },
    })
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
        place: (controls.place)(diagnostic.line, diagnostic.column),
        sentence: diagnostic.sentence(state.language),
    }
}
