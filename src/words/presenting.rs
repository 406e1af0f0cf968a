//! What is said while a talk is presented, printed or searched. One field a sentence, so that no language can leave
//! one out.

/// The texts of one language; places as in `Controls`.
#[derive(Debug)]
pub struct PresentingWords {
    // Views and the menu.
    pub read: &'static str,
    pub slides: &'static str,
    pub speaker: &'static str,
    pub print_slides: &'static str,
    pub print_handout: &'static str,
    // Sharing.
    pub share: &'static str,
    pub share_link: &'static str,
    pub share_element: &'static str,
    pub share_frame: &'static str,
    pub announce_overview: &'static str,
    pub announce_read: &'static str,
    // Searching.
    pub search: &'static str,
    pub jump: &'static str,
    pub search_hint: &'static str,
    pub jump_hint: &'static str,
    /// Count.
    pub found: &'static str,
    /// Titles that are like what was looked for, which is nowhere.
    pub found_near: &'static str,
    pub note: &'static str,
    // The speaker's window.
    pub notes: &'static str,
    pub no_notes: &'static str,
    pub next_up: &'static str,
    pub end_of_talk: &'static str,
    pub clock: &'static str,
    pub elapsed: &'static str,
    pub pause: &'static str,
    pub go_on: &'static str,
    pub reset: &'static str,
    pub larger: &'static str,
    pub smaller: &'static str,
    pub pace: &'static str,
    pub on_time: &'static str,
    /// Minutes and seconds.
    pub behind: &'static str,
    pub ahead: &'static str,
    pub planned: &'static str,
    pub audience_gone: &'static str,
    pub open_audience: &'static str,
    pub audience_is_black: &'static str,
    pub speaker_gone: &'static str,
    pub reconnect: &'static str,
    pub blocked: &'static str,
    pub open_speaker: &'static str,
    // The handout.
    pub links: &'static str,
    // The help.
    pub keys: KeyLabels,
    pub keys_note: &'static str,
    pub plain_keys: &'static str,
}

/// What the keys do, for the help panel; `app/keymap.rs` has the keys.
#[derive(Debug)]
pub struct KeyLabels {
    pub next: &'static str,
    pub previous: &'static str,
    pub first_or_last: &'static str,
    pub jump: &'static str,
    pub search: &'static str,
    pub overview: &'static str,
    pub article: &'static str,
    pub speaker: &'static str,
    pub toggle_side: &'static str,
    pub all_sides: &'static str,
    pub next_moment: &'static str,
    pub matrix: &'static str,
    pub timeline: &'static str,
    pub changes: &'static str,
    pub day_of_change: &'static str,
    pub quiz: &'static str,
    pub next_theme: &'static str,
    pub fullscreen: &'static str,
    pub black: &'static str,
    pub laser: &'static str,
    pub help: &'static str,
    pub close: &'static str,
}

impl PartialEq for PresentingWords {
    fn eq(&self, other: &Self) -> bool {
        std::ptr::eq(self, other)
    }
}
