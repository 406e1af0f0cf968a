//! The verdict: reasons with their evidence, what would change it, and other moments.

use super::SlideScreen;
use super::claims::{Details, claim_details};
use super::quiz::has_answers;
use super::scores::{Stroke, Summary, add_shifts, first_day, legend, scale, summary};
use super::side_cases::{SideCase, side_cases};
use crate::analysis::answers::Importance;
use crate::analysis::case::Case;
use crate::analysis::evidence::Evidence;
use crate::analysis::freshness::Freshness;
use crate::analysis::sensitivity::{CriticalWeight, Flip, flips, most_critical, open_questions};
use crate::analysis::verdict::{Contribution, Quiz, Tally, contributions, given_by};
use crate::app::state::State;
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
    /// What speaks for each side and against it; empty where nothing parts them and none is the premise.
    pub cases: Vec<SideCase>,
    /// What the bars of the reasons mean.
    pub legend: String,
    pub reasons: Vec<Reason>,
    /// What those are called that give every side the same.
    pub even: Option<String>,
    pub changes: Changes,
    pub moments: Moments,
    /// The link to these answers, where the deck has an address of its own.
    pub link: Option<String>,
    /// Whether the answers are remembered, where the reader may say so.
    pub remembers: Option<bool>,
    /// The page around the deck can be told the scores.
    pub may_tell: bool,
    /// Whether copying the link worked.
    pub status: &'static str,
    pub has_answers: bool,
    /// Every question that is asked has an answer.
    pub is_complete: bool,
}

/// What one answer gave.
#[derive(Clone, Debug, PartialEq)]
pub struct Reason {
    pub question: usize,
    pub title: String,
    pub answer: String,
    pub importance: String,
    pub points: String,
    /// It gives every side the same.
    pub is_even: bool,
    /// How far it moves the sides apart, now and at the first moment, from the middle.
    pub shifts: Vec<Stroke>,
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
    /// Counted question and its points.
    pub points: Vec<(String, Vec<String>)>,
}

pub fn verdict(state: &State, deck: &Deck, slide: SlideScreen) -> VerdictScreen {
    let case = state.case(deck);
    let tally = case.tally();
    let reasons = reasons(state, &case);
    let even = reasons.iter().filter(|reason| reason.is_even).count();
    VerdictScreen {
        has_slide: slide.slide().is_some_and(|slide| slide.has_figure(Figure::Verdict)),
        slide: SlideScreen { verdict: None, ..slide },
        summary: summary(state, deck),
        cases: side_cases(&case, &tally),
        legend: legend(&case),
        even: (even > 0).then(|| fill(case.words().even_answers, &[&even])),
        reasons,
        changes: changes(&case, &tally),
        moments: moments(state, &case),
        link: state.link(),
        remembers: (!state.host.embed.is_embedded || state.host.embed.may_remember)
            .then_some(state.quiz.remembers),
        may_tell: state.host.embed.is_embedded,
        status: state.quiz.status,
        has_answers: has_answers(state),
        is_complete: case.asked().into_iter().all(|question| !case.answered(question).is_open()),
    }
}

fn reasons(state: &State, case: &Case<'_>) -> Vec<Reason> {
    let quizzes: Vec<Quiz> =
        first_day(case).into_iter().chain([case.day]).map(|day| case.quiz_on(day)).collect();
    let scale = scale(case, &quizzes);
    let mut reasons = Vec::new();
    for Contribution { question, gain } in contributions(&case.quiz, case.answers) {
        let answer = case.answered(question);
        let mut told = String::new();
        if answer.importance != Importance::Normal {
            told = fill(case.words().importance_is, &[&case.importance(answer.importance)]);
        }
        let mut shifts = Vec::new();
        for (at, quiz) in quizzes.iter().enumerate() {
            if let Some(gain) = given_by(quiz, question, answer) {
                add_shifts(&gain, scale, at + 1 < quizzes.len(), &mut shifts);
            }
        }
        reasons.push(Reason {
            question,
            title: case.title(question),
            answer: case.answer(question, answer.said),
            importance: told,
            points: case.given(&gain),
            is_even: gain.is_even(),
            shifts,
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

// What would change it.

fn changes(case: &Case<'_>, tally: &Tally) -> Changes {
    let words = case.words();
    if tally.counted == 0 {
        return Changes::default();
    }
    let mut changes = Changes { flips: flip_lines(case), ..Changes::default() };
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
fn moments(state: &State, case: &Case<'_>) -> Moments {
    let mut moments = Moments::default();
    for side in 0..case.quiz.sides {
        moments.scores.push((case.side(side).to_owned(), Vec::new()));
    }
    for question in 0..case.answers.len() {
        moments.points.push((case.title(question), Vec::new()));
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
    moments.points.retain(|(_, given)| !given[0].is_empty());
    moments
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
    for (question, (_, given)) in moments.points.iter_mut().enumerate() {
        let gain = given_by(&quiz, question, case.answered(question));
        given.push(gain.map(|gain| case.given(&gain)).unwrap_or_default());
    }
}
