//! What the quiz, its verdict and the decision record say. One field a sentence; `{0}`, `{1}` and so on
//! are the places of the facts named behind it, filled in by `fill`.

/// The texts of one language.
#[derive(Debug)]
pub struct QuizWords {
    // Questions.
    pub to_slides: &'static str,
    /// Number, all.
    pub question: &'static str,
    pub skip: &'static str,
    pub answers: &'static str,
    pub unanswered: &'static str,
    pub here: &'static str,
    /// A question in which no answer makes a difference. Day.
    pub even_since: &'static str,
    pub even_always: &'static str,
    /// How many, since when.
    pub even: &'static str,
    /// The option.
    pub announce_option: &'static str,
    pub start_over: &'static str,
    pub start_over_question: &'static str,
    pub start_over_yes: &'static str,
    pub cancel: &'static str,
    pub announce_start_over: &'static str,
    // The verdict.
    pub verdict: &'static str,
    pub open: &'static str,
    /// Side, points, percent.
    pub leaning: &'static str,
    /// Sides.
    pub either: &'static str,
    /// Between the names of two sides, and before the last of several.
    pub and: &'static str,
    /// Between the names of other sides, answers and so on.
    pub comma: &'static str,
    /// Side.
    pub only_one: &'static str,
    pub none_left: &'static str,
    /// Sides.
    pub premise: &'static str,
    pub premise_ruled_out: &'static str,
    /// What the answers about other things add up to.
    pub other_answers: &'static str,
    // Headings of what speaks for a side, of what one would have to live with, and of that with the premise.
    pub pros: &'static str,
    pub cons: &'static str,
    pub to_plan_for: &'static str,
    /// Option.
    pub your_answer: &'static str,
    pub no_points: &'static str,
    /// Count.
    pub more_points: &'static str,
    /// What bars mean. First side, second side.
    pub bars_of_two: &'static str,
    pub bars_of_many: &'static str,
    /// What pale bars are. Day.
    pub ghosts: &'static str,
    /// Count.
    pub even_answers: &'static str,
    /// Counted answers, questions, points in play, day.
    pub basis: &'static str,
    pub caveat: &'static str,
    pub reasons: &'static str,
    /// Importance.
    pub importance_is: &'static str,
    /// Side, sign, points.
    pub gives: &'static str,
    pub gives_nothing: &'static str,
    /// Side.
    pub rules_out: &'static str,
    pub puts_first: &'static str,
    /// Count.
    pub evidence: &'static str,
    pub has_ended: &'static str,
    pub both_sides: &'static str,
    pub change_answer: &'static str,
    /// Question, answer.
    pub ruled_out_by: &'static str,
    // What would change it.
    pub changes: &'static str,
    /// Option, short outcome.
    pub if_answer: &'static str,
    /// Importance, short outcome.
    pub if_importance: &'static str,
    pub no_flip: &'static str,
    /// Question, importance, side.
    pub critical_above: &'static str,
    pub critical_below: &'static str,
    /// How many questions are open.
    pub open_questions: &'static str,
    pub open_may_change: &'static str,
    pub open_cannot_change: &'static str,
    // Short outcomes.
    pub short_open: &'static str,
    /// Side.
    pub short_leaning: &'static str,
    pub short_either: &'static str,
    /// Side.
    pub short_only_one: &'static str,
    pub short_none_left: &'static str,
    // The same answers at other moments.
    pub moments: &'static str,
    pub points_table: &'static str,
    pub leads_to: &'static str,
    pub question_column: &'static str,
    // Sharing.
    pub share: &'static str,
    pub link_note: &'static str,
    pub copy_link: &'static str,
    pub link: &'static str,
    pub copied: &'static str,
    pub copy_failed: &'static str,
    /// A button that lets the page around the deck know the scores, and what is said then.
    pub tell: &'static str,
    pub told: &'static str,
    pub remember: &'static str,
    pub forget: &'static str,
    pub announce_remembered: &'static str,
    pub announce_forgotten: &'static str,
    pub storage_failed: &'static str,
    pub link_version: &'static str,
    /// Day.
    pub link_undated: &'static str,
    pub link_broken: &'static str,
    /// Count.
    pub link_unknown: &'static str,
    // The decision record.
    pub record: &'static str,
    pub record_note: &'static str,
    pub record_words: &'static str,
    pub download_markdown: &'static str,
    pub download_json: &'static str,
    pub copy: &'static str,
    pub print: &'static str,
    /// Sides.
    pub record_title: &'static str,
    /// Deck, sides, day.
    pub record_context: &'static str,
    pub record_no_words: &'static str,
    /// Day, short outcome.
    pub record_outcome: &'static str,
    /// Lead, points in play.
    pub record_lead: &'static str,
    /// Question, importance, answer.
    pub record_driver: &'static str,
    /// Points.
    pub record_points: &'static str,
    /// Question, since when.
    pub record_even: &'static str,
    /// Claim.
    pub record_good: &'static str,
    pub record_bad: &'static str,
    pub record_neutral: &'static str,
    pub record_shared: &'static str,
    pub record_sources: &'static str,
    /// Day.
    pub record_checked: &'static str,
    pub record_review: &'static str,
    pub record_link: &'static str,
    pub quiz: &'static str,
    pub unknown: &'static str,
    pub importance: &'static str,
    /// Not at all, normal, a lot.
    pub importances: [&'static str; 3],
    pub see_verdict: &'static str,
    pub scores: &'static str,
    pub side: &'static str,
    pub score: &'static str,
    pub is_ruled_out: &'static str,
}
