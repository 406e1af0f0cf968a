//! What the views that look at all claims say, and the time lens. One field a sentence, so that no language can leave
//! one out.

/// The texts of one language. `{0}`, `{1}` and so on are the places of the facts named behind it.
pub struct ComparingWords {
    // The lens.
    pub lens_slider: &'static str,
    pub lens_select: &'static str,
    pub lens_bar: &'static str,
    pub previous_change: &'static str,
    pub next_change: &'static str,
    /// Month, count.
    pub month_with_changes: &'static str,
    /// Day or moment, ended, begun: the lens moved on.
    pub announce_later: &'static str,
    /// Day or moment, those that hold again, those that have not begun: the lens moved back.
    pub announce_earlier: &'static str,
    /// Day or moment.
    pub announce_same: &'static str,
    /// Day or moment: the lens stays.
    pub no_later_change: &'static str,
    pub no_earlier_change: &'static str,
    // The views.
    pub views: &'static str,
    pub matrix: &'static str,
    pub timeline: &'static str,
    pub changes: &'static str,
    pub sources: &'static str,
    /// Day, current, ended, upcoming, undated.
    pub tally: &'static str,
    // The matrix.
    pub topic: &'static str,
    pub shared: &'static str,
    pub filter: &'static str,
    pub only_differing: &'static str,
    /// Moment, moment.
    pub only_changed: &'static str,
    pub sort: &'static str,
    pub sort_deck: &'static str,
    pub sort_topic: &'static str,
    pub sort_change: &'static str,
    /// Side.
    pub column_back: &'static str,
    pub column_further: &'static str,
    /// Side, its place, all.
    pub announce_column: &'static str,
    /// Shown, all.
    pub rows_shown: &'static str,
    pub no_rows: &'static str,
    // The timeline.
    pub closer: &'static str,
    pub wider: &'static str,
    /// The first and the last year.
    pub announce_years: &'static str,
    pub claim: &'static str,
    pub state: &'static str,
    pub current: &'static str,
    pub upcoming: &'static str,
    pub go_to_slide: &'static str,
    /// Day.
    pub look_on: &'static str,
    /// Side, begun, ended: the timeline at a glance.
    pub strip: &'static str,
    /// Section, for the texts that are handed out.
    pub section: &'static str,
    pub mark: &'static str,
    // Handing out.
    pub download: &'static str,
    pub copy: &'static str,
    // Changes.
    pub from_moment: &'static str,
    pub to_moment: &'static str,
    /// Moment, moment.
    pub changes_heading: &'static str,
    /// Ended, replaced, new, unchanged.
    pub changes_sum: &'static str,
    /// Moment, all, gone, left.
    pub limits_sum: &'static str,
    pub ended: &'static str,
    pub new: &'static str,
    pub replaced: &'static str,
    /// Count.
    pub unchanged: &'static str,
    pub no_changes: &'static str,
    // Sources and review.
    /// Sources, claims.
    pub sources_sum: &'static str,
    /// Day, due.
    pub due_sum: &'static str,
    pub source: &'static str,
    pub claims: &'static str,
    pub without_source: &'static str,
    pub is_due: &'static str,
    pub correct: &'static str,
    // The difference on a slide.
    pub both: &'static str,
    pub all: &'static str,
    /// Marks, date, both or all, mark.
    pub differ_until: &'static str,
    /// Date, both or all, mark, marks before.
    pub agree_since: &'static str,
}
