//! What the controls, the live region and the failures say. One field a sentence, so that no
//! language can leave one out.

use super::problem::Sentence;

/// The texts of one language. Numbers are counts, dates are ISO 8601.
pub struct Controls {
    // The toolbar.
    pub toolbar: &'static str,
    pub next: &'static str,
    pub previous: &'static str,
    pub sides: &'static str,
    pub all_sides: &'static str,
    pub lens: &'static str,
    pub theme: &'static str,
    pub theme_auto: &'static str,
    pub theme_light: &'static str,
    pub theme_dark: &'static str,
    pub theme_contrast: &'static str,
    pub fullscreen: &'static str,
    pub help: &'static str,
    pub close: &'static str,
    pub black: &'static str,
    // The slide.
    pub slide: &'static str,
    pub untitled: &'static str,
    pub footnotes: &'static str,
    pub agenda: &'static str,
    pub agenda_here: &'static str,
    pub figure_later: &'static str,
    pub scrollable: &'static str,
    pub progress: fn(shown: usize, all: usize) -> String,
    pub changes_later: fn(count: usize) -> String,
    pub changes_since: fn(moment: &str, count: usize) -> String,
    // Claims.
    pub can: Mark,
    pub cannot: Mark,
    pub added: &'static str,
    pub formerly: fn(count: usize) -> String,
    pub details: &'static str,
    pub period: &'static str,
    pub no_period: &'static str,
    /// Between the beginning and the end of a period.
    pub period_joint: &'static str,
    pub checked: &'static str,
    pub sources: &'static str,
    pub the_talk: &'static str,
    pub added_by_editors: &'static str,
    pub due: &'static str,
    pub unknown_after: fn(checked: &str) -> String,
    pub from: fn(date: &str) -> String,
    pub from_by_then: fn(date: &str) -> String,
    pub until: fn(date: &str) -> String,
    pub until_by_then: fn(date: &str) -> String,
    // The live region.
    pub announce_slide: fn(number: usize, all: usize, title: &str) -> String,
    pub announce_step: fn(step: u32, all: u32) -> String,
    pub announce_side: fn(name: &str, on: bool) -> String,
    pub announce_all_sides: &'static str,
    pub announce_lens: fn(name: &str, ended: usize, begun: usize) -> String,
    pub announce_theme: fn(name: &str) -> String,
    pub announce_black: &'static str,
    pub last_side_stays: &'static str,
    // Loading, failures, notices.
    pub loading: fn(file: &str) -> String,
    pub failed: &'static str,
    pub reload: &'static str,
    pub missing: fn(file: &str, status: u16) -> Sentence,
    pub unreachable: fn(file: &str) -> Sentence,
    pub not_text: fn(file: &str) -> Sentence,
    pub empty: fn(file: &str) -> Sentence,
    pub meaningless: fn(key: &str, value: &str) -> String,
    pub diagnostics: fn(count: usize) -> String,
    pub place: fn(line: usize, column: usize) -> String,
    pub error: &'static str,
    pub warning: &'static str,
    // Keys.
    pub keys: &'static [(&'static str, &'static str)],
    pub keys_note: &'static str,
}

/// A sign and the words that say the same.
pub struct Mark {
    pub sign: &'static str,
    pub words: &'static str,
}
