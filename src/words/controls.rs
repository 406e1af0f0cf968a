//! What the controls, the live region and the failures say. One field a sentence, so that no
//! language can leave one out.

/// The texts of one language. `{0}`, `{1}` and so on are the places of the facts named behind it, filled in by
/// `fill`. Numbers are counts, dates are ISO 8601.
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
    pub menu: &'static str,
    pub overview: &'static str,
    pub close: &'static str,
    pub black: &'static str,
    // The slide.
    pub slide: &'static str,
    pub untitled: &'static str,
    pub footnotes: &'static str,
    pub agenda: &'static str,
    pub agenda_here: &'static str,
    pub scrollable: &'static str,
    /// Number, all.
    pub progress: &'static str,
    /// Count.
    pub changes_later: &'static str,
    /// Moment, count.
    pub changes_since: &'static str,
    // Claims.
    pub can: Mark,
    pub cannot: Mark,
    pub partly: Mark,
    pub added: &'static str,
    /// Count.
    pub formerly: &'static str,
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
    /// Day.
    pub unknown_after: &'static str,
    /// Date.
    pub from: &'static str,
    pub from_by_then: &'static str,
    pub until: &'static str,
    pub until_by_then: &'static str,
    // The live region.
    /// Number, all, title.
    pub announce_slide: &'static str,
    /// Step, all.
    pub announce_step: &'static str,
    /// Side.
    pub announce_side_on: &'static str,
    pub announce_side_off: &'static str,
    pub announce_all_sides: &'static str,
    /// Theme.
    pub announce_theme: &'static str,
    pub announce_black: &'static str,
    pub last_side_stays: &'static str,
    // Loading, failures, notices.
    /// File.
    pub loading: &'static str,
    /// Kilobytes that have come.
    pub loaded: &'static str,
    pub failed: &'static str,
    pub reload: &'static str,
    /// File, status; what is wrong, and what to do.
    pub missing: [&'static str; 2],
    pub unreachable: [&'static str; 2],
    pub too_slow: [&'static str; 2],
    pub too_large: [&'static str; 2],
    pub refused: [&'static str; 2],
    pub file_address: [&'static str; 2],
    pub not_text: [&'static str; 2],
    pub page_instead: [&'static str; 2],
    pub empty: [&'static str; 2],
    pub no_source: [&'static str; 2],
    /// Key, value.
    pub meaningless: &'static str,
    pub new_version: &'static str,
    /// Count.
    pub diagnostics: &'static str,
    /// Line, column.
    pub place: &'static str,
    pub error: &'static str,
    pub warning: &'static str,
}

/// A sign and the words that say the same.
pub struct Mark {
    pub sign: &'static str,
    pub words: &'static str,
}
