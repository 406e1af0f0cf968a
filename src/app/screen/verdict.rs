//! The verdict: scores, reasons with their evidence, and what would change it.

use super::SlideScreen;
use super::claims::{Details, claim_details};
use super::quiz::has_answers;
use crate::app::state::State;
use crate::judge::answers::Importance;
use crate::judge::case::Case;
use crate::judge::evidence::Evidence;
use crate::judge::freshness::Freshness;
use crate::judge::sensitivity::{CriticalWeight, Flip, flips, most_critical, open_questions};
use crate::judge::verdict::{Contribution, Tally, contributions, given_by};
use crate::model::content::{Figure, Inline};
use crate::model::date::Date;
use crate::model::deck::Deck;
use crate::words::fill;

#[derive(Clone, Debug, PartialEq)]
#[expect(clippy::struct_excessive_bools, reason = "each is a fact of its own that a widget shows")]
pub struct VerdictScreen {
    /// The slide on which the author places the verdict: its title and its text.
    pub slide: SlideScreen,
    /// The slide is the verdict's own.
    pub has_slide: bool,
    pub summary: Summary,
    /// For each side of the premise what speaks against it.
    pub plans: Vec<Plan>,
    pub reasons: Vec<Reason>,
    /// Sentences: which side is ruled out, and by what.
    pub ruled_out: Vec<String>,
    pub changes: Changes,
    pub moments: Option<Moments>,
    /// The link to these answers, where the deck has an address of its own.
    pub link: Option<String>,
    /// Whether the answers are remembered, where the reader may say so.
    pub remembers: Option<bool>,
    /// The page around the deck can be told the scores.
    pub may_tell: bool,
    /// Whether copying the link worked.
    pub status: &'static str,
    pub has_answers: bool,
    /// Every question has an answer.
    pub is_complete: bool,
}

/// The verdict at a glance.
#[derive(Clone, Debug, PartialEq)]
pub struct Summary {
    /// The premise, if there is one, and what the other answers add up to.
    pub sentences: Vec<String>,
    /// Empty while no answer counts.
    pub bars: Vec<Bar>,
    pub basis: String,
}

#[derive(Clone, Debug, PartialEq)]
pub struct Bar {
    /// Its place.
    pub side: usize,
    pub name: String,
    pub score: String,
    /// Of the longest bar, in percent.
    pub percent: u32,
    pub is_ruled_out: bool,
}

/// What speaks against a side from which the reader starts.
#[derive(Clone, Debug, PartialEq)]
pub struct Plan {
    pub heading: String,
    /// An answer each; or a sentence, that there is none.
    pub lines: Vec<String>,
}

/// What one answer gave.
#[derive(Clone, Debug, PartialEq)]
pub struct Reason {
    pub question: usize,
    pub title: String,
    pub answer: String,
    pub importance: String,
    pub points: String,
    pub evidence: Vec<EvidenceView>,
}

/// A claim or slide behind a reason.
#[derive(Clone, Debug, PartialEq)]
pub struct EvidenceView {
    pub id: String,
    /// The place of the side of which it speaks.
    pub side: Option<u8>,
    /// The side's name and what the claim's slide is about; empty for a slide.
    pub heading: String,
    pub task: Option<bool>,
    pub text: Vec<Inline>,
    pub has_ended: bool,
    /// Nothing for a slide.
    pub details: Option<Details>,
}

/// What would change the verdict.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Changes {
    /// By question, open ones included.
    pub flips: Vec<Flips>,
    /// That nothing would, the weight at which the order is reversed, and what the open questions could do.
    pub remarks: Vec<String>,
}

/// A question and what each single change of it would lead to.
#[derive(Clone, Debug, PartialEq)]
pub struct Flips {
    pub question: usize,
    pub title: String,
    pub lines: Vec<String>,
}

/// The same answers at all moments.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Moments {
    pub names: Vec<String>,
    /// Side and its scores.
    pub scores: Vec<(String, Vec<String>)>,
    pub outcomes: Vec<String>,
    /// Question and its points, where they differ.
    pub moved: Vec<(String, Vec<String>)>,
}

pub fn verdict(state: &State, deck: &Deck, slide: SlideScreen) -> VerdictScreen {
    let case = state.case(deck);
    let tally = case.tally();
    VerdictScreen {
        has_slide: slide.slide().is_some_and(|slide| slide.has_figure(Figure::Verdict)),
        slide: SlideScreen { verdict: None, ..slide },
        summary: summarized(&case, &tally),
        plans: tally.premise().into_iter().map(|side| plan(&case, side)).collect(),
        reasons: reasons(state, &case),
        ruled_out: ruled_out(&case),
        changes: changes(&case, &tally),
        moments: moments(state, &case),
        link: state.link(),
        remembers: (!state.embed.is_embedded || state.embed.may_remember).then_some(state.quiz.remembers),
        may_tell: state.embed.is_embedded,
        status: state.quiz.status,
        has_answers: has_answers(state),
        is_complete: case.answers.iter().all(|answer| !answer.is_open()),
    }
}

/// The verdict as the figure on a slide shows it.
pub fn summary(state: &State, deck: &Deck) -> Summary {
    let case = state.case(deck);
    summarized(&case, &case.tally())
}

fn summarized(case: &Case<'_>, tally: &Tally) -> Summary {
    let largest = tally.scores.iter().copied().max().unwrap_or(0).max(1);
    let mut bars = Vec::new();
    for (side, score) in tally.scores.iter().enumerate().filter(|_| tally.counted > 0) {
        bars.push(Bar {
            side,
            name: case.side(side).to_owned(),
            score: score.to_string(),
            percent: u32::try_from(score.max(&0) * 100 / largest).unwrap_or(0),
            is_ruled_out: tally.ruled_out[side] > 0,
        });
    }
    let words = case.words();
    let asked = (0..case.answers.len()).filter(|question| !case.quiz.is_premise(*question)).count();
    let basis = fill(words.basis, &[&tally.counted, &asked, &tally.points]);
    Summary { sentences: case.told(tally), bars, basis }
}

fn plan(case: &Case<'_>, side: usize) -> Plan {
    let words = case.words();
    let mut lines = Vec::new();
    for Contribution { question, gain } in contributions(&case.quiz, case.answers) {
        if gain.is_against(side) {
            let said = case.answer(question, case.answered(question).said);
            lines.push(format!("{} {said} ({})", case.title(question), case.given(&gain)));
        }
    }
    if lines.is_empty() {
        lines.push(fill(words.nothing_against, &[&case.side(side)]));
    }
    Plan { heading: fill(words.plan_for, &[&case.side(side)]), lines }
}

fn reasons(state: &State, case: &Case<'_>) -> Vec<Reason> {
    let mut reasons = Vec::new();
    for Contribution { question, gain } in contributions(&case.quiz, case.answers) {
        let answer = case.answered(question);
        let mut told = String::new();
        if answer.importance != Importance::Normal {
            told = fill(case.words().importance_is, &[&case.importance(answer.importance)]);
        }
        reasons.push(Reason {
            question,
            title: case.title(question),
            answer: case.answer(question, answer.said),
            importance: told,
            points: case.given(&gain),
            evidence: case.evidence(question).iter().map(|one| evidence(state, case, one)).collect(),
        });
    }
    reasons
}

fn evidence(state: &State, case: &Case<'_>, evidence: &Evidence<'_>) -> EvidenceView {
    let side = evidence.side();
    let shared = if evidence.claim.is_some() { case.words().both_sides } else { "" };
    let name = side.map_or(shared, |side| case.side(side.index()));
    EvidenceView {
        id: evidence.id.to_owned(),
        side: side.map(|side| side.0),
        heading: if shared.is_empty() { String::new() } else { format!("{name} · {}", evidence.topic()) },
        task: evidence.task(),
        text: evidence.text(),
        has_ended: evidence.freshness == Freshness::Ended,
        details: evidence.claim.as_ref().map(|seen| claim_details(state, case.deck, seen)),
    }
}

fn ruled_out(case: &Case<'_>) -> Vec<String> {
    let mut lines = Vec::new();
    for (question, answer) in case.answers.iter().enumerate() {
        let Some(gain) = case.quiz.gain(question, *answer) else { continue };
        for side in (0..case.quiz.sides).filter(|side| gain.rules_out[*side]) {
            let (title, said) = (case.title(question), case.answer(question, answer.said));
            lines.push(fill(case.words().ruled_out_by, &[&case.side(side), &title, &said]));
        }
    }
    lines
}

// What would change it.

fn changes(case: &Case<'_>, tally: &Tally) -> Changes {
    let words = case.words();
    let mut changes = Changes { flips: flip_lines(case), ..Changes::default() };
    if tally.counted == 0 {
        return changes;
    }
    if changes.flips.is_empty() {
        changes.remarks.push(words.no_flip.to_owned());
    }
    changes.remarks.extend(most_critical(&case.quiz, case.answers).map(|one| critical(case, one)));
    let open = open_questions(&case.quiz, case.answers);
    if !open.questions.is_empty() {
        let can = if open.can_change { words.open_may_change } else { words.open_cannot_change };
        changes.remarks.push(fill(words.open_questions, &[&open.questions.len()]) + can);
    }
    changes
}

/// The flips with their questions, those of one question together.
fn flip_lines(case: &Case<'_>) -> Vec<Flips> {
    let mut lines: Vec<Flips> = Vec::new();
    for flip in flips(&case.quiz, case.answers) {
        let question = flip.question;
        if lines.last().is_none_or(|last| last.question != question) {
            lines.push(Flips { question, title: case.title(question), lines: Vec::new() });
        }
        if let Some(last) = lines.last_mut() {
            last.lines.push(flip_line(case, &flip));
        }
    }
    lines
}

fn flip_line(case: &Case<'_>, flip: &Flip) -> String {
    let words = case.words();
    let outcome = case.short(&flip.outcome);
    if case.answered(flip.question).said == flip.to.said {
        fill(words.if_importance, &[&case.importance(flip.to.importance), &outcome])
    } else {
        fill(words.if_answer, &[&case.answer(flip.question, flip.to.said), &outcome])
    }
}

fn critical(case: &Case<'_>, critical: CriticalWeight) -> String {
    let words = case.words();
    let tenths = critical.tenths();
    let weight = format!("{}.{}", tenths / 10, tenths % 10);
    let template = if critical.above { words.critical_above } else { words.critical_below };
    fill(template, &[&case.title(critical.question), &weight, &case.side(critical.rival)])
}

// Other moments.

/// The deck's moments, and the lens's day where it is none of them.
fn moments(state: &State, case: &Case<'_>) -> Option<Moments> {
    let mut moments = Moments::default();
    for side in 0..case.quiz.sides {
        moments.scores.push((case.side(side).to_owned(), Vec::new()));
    }
    for question in 0..case.answers.len() {
        moments.moved.push((case.title(question), Vec::new()));
    }
    let mut has_lens = false;
    for moment in &case.deck.about.moments {
        let day = moment.day.date(case.today);
        has_lens |= day == case.day;
        add_moment(case, &moment.name, day, &mut moments);
    }
    if !has_lens {
        add_moment(case, &state.lens_name(), case.day, &mut moments);
    }
    moments.moved.retain(|(_, given)| given.iter().any(|one| *one != given[0]));
    (moments.names.len() > 1).then_some(moments)
}

/// What the answers add up to on a day, and what each gives.
fn add_moment(case: &Case<'_>, name: &str, day: Date, moments: &mut Moments) {
    let quiz = case.quiz_on(day);
    let tally = quiz.tally(case.answers);
    moments.names.push(name.to_owned());
    moments.outcomes.push(case.short(&tally.outcome()));
    for (side, (_, scores)) in moments.scores.iter_mut().enumerate() {
        let out = if tally.ruled_out[side] > 0 { case.language.quiz().is_ruled_out } else { "" };
        scores.push(format!("{} {out}", tally.scores[side]));
    }
    for (question, (_, given)) in moments.moved.iter_mut().enumerate() {
        let gain = given_by(&quiz, question, case.answered(question));
        given.push(gain.map(|gain| case.given(&gain)).unwrap_or_default());
    }
}
