//! Eight readers: what they are told at both moments, as reviewed.

use crate::asking::verdict_screen;
use crate::play::play;
use crate::snapshots::hold_against;
use kurabe::analysis::answers::{Importance, Said};
use kurabe::analysis::verdict::Outcome;
use kurabe::app::lens::Lens;
use kurabe::app::msg::{LensMsg, Msg, NavMsg, QuizMsg};
use kurabe::app::screen::{Stroke, VerdictScreen};
use kurabe::app::state::State;
use kurabe::app::view::View;
use kurabe::model::content::plain_text;
use std::fmt::Write;

pub const TALK: &str = include_str!("../../content/gke-eks.ja.md");

/// What a reader says to a question: the option's id and how much the question matters.
type Said3 = (&'static str, &'static str, Importance);

use Importance::{ALot, Normal, NotAtAll};

/// Everything runs on Google Cloud; the reader wants little work with nodes.
pub const GOOGLE: [Said3; 8] = [
    ("q-cloud", "mostly-google", Normal),
    ("q-nodeless", "nodeless-wanted", Normal),
    ("q-daemonset", "daemonset-needed", Normal),
    ("q-nap", "nap-wanted", ALot),
    ("q-system", "parts-ready", Normal),
    ("q-dns", "dns-cache-needed", Normal),
    ("q-kubectl", "kubectl-cloud", Normal),
    ("q-cp-ha", "ha-by-choice", Normal),
];

/// Everything runs on AWS; the reader knows the answer to every question.
const AWS: [Said3; 13] = [
    ("q-cloud", "mostly-aws", ALot),
    ("q-nodeless", "nodeless-unneeded", Normal),
    ("q-daemonset", "nodes-kept", Normal),
    ("q-nap", "nap-unneeded", NotAtAll),
    ("q-pod-firewall", "pod-security-group", Normal),
    ("q-replace", "parts-replaced", Normal),
    ("q-dns", "dns-cache-needed", Normal),
    ("q-internal-lb", "internal-lb-needed", Normal),
    ("q-kubectl", "kubectl-cluster", Normal),
    ("q-pod-iam", "pod-iam-needed", ALot),
    ("q-pod-density", "many-pods", Normal),
    ("q-cp-ha", "ha-from-start", Normal),
    ("q-onprem", "onprem-unneeded", Normal),
];

/// Both clouds are in use, and several needs are firm.
const MIXED: [Said3; 9] = [
    ("q-cloud", "both-clouds", Normal),
    ("q-nodeless", "nodeless-must", ALot),
    ("q-nap", "nap-must", Normal),
    ("q-pod-firewall", "pod-security-group", ALot),
    ("q-system", "parts-either", Normal),
    ("q-dns", "dns-cache-needed", NotAtAll),
    ("q-internal-lb", "internal-lb-needed", ALot),
    ("q-pod-iam", "pod-iam-needed", Normal),
    ("q-onprem", "onprem-needed", Normal),
];

/// A start-up on Google Cloud without anybody for operations.
const START_UP: [Said3; 9] = [
    ("q-cloud", "mostly-google", Normal),
    ("q-nodeless", "nodeless-must", ALot),
    ("q-pod-firewall", "pod-firewall-unneeded", Normal),
    ("q-system", "parts-ready", ALot),
    ("q-replace", "parts-kept", Normal),
    ("q-kubectl", "kubectl-cloud", Normal),
    ("q-cp-ha", "ha-from-start", Normal),
    ("q-onprem", "onprem-unneeded", Normal),
    ("q-cost", "fee-matters", ALot),
];

/// A bank with a data centre of its own, which has chosen no cloud yet.
const BANK: [Said3; 13] = [
    ("q-cloud", "cloud-open", ALot),
    ("q-nodeless", "nodeless-unneeded", Normal),
    ("q-daemonset", "daemonset-needed", Normal),
    ("q-pod-firewall", "pod-network-policy", ALot),
    ("q-system", "parts-either", Normal),
    ("q-replace", "parts-replaced", Normal),
    ("q-dns", "dns-cache-needed", Normal),
    ("q-internal-lb", "internal-lb-needed", Normal),
    ("q-pod-iam", "pod-iam-needed", ALot),
    ("q-pod-density", "few-pods", Normal),
    ("q-cp-ha", "ha-from-start", ALot),
    ("q-onprem", "onprem-needed", ALot),
    ("q-rollback", "rollback-needed", ALot),
];

/// What speaks for one side today weighs as much as what speaks for the other.
const EVEN: [Said3; 6] = [
    ("q-cloud", "both-clouds", Normal),
    ("q-pod-firewall", "pod-network-policy", Normal),
    ("q-replace", "parts-replaced", Normal),
    ("q-dns", "dns-cache-needed", Normal),
    ("q-pod-density", "few-pods", Normal),
    ("q-cost", "fee-accepted", Normal),
];

/// Knows one thing, and that it matters.
const UNSURE: [Said3; 1] = [("q-replace", "parts-replaced", ALot)];

/// A deck in which one answer still rules a side out today, with a source.
const EXCLUDING: &str = include_str!("../fixtures/excluding.md");
const EXCLUDED: [Said3; 2] = [("offline", "must", Normal), ("price", "low", ALot)];

/// The shipped deck, seen at one of its moments, with a reader's answers.
pub fn reader(answers: &[Said3], moment: usize) -> State {
    reader_of(TALK, answers, moment)
}

fn reader_of(deck: &str, answers: &[Said3], moment: usize) -> State {
    let mut state = play(deck.split("=== expected").next().unwrap(), []);
    let deck = state.deck.clone().unwrap();
    for (id, option, importance) in answers {
        let slide = deck.slides.iter().find(|slide| slide.id.as_str() == *id).unwrap();
        let options = &slide.question.as_ref().unwrap().options;
        let at = options.iter().position(|one| one.id.as_str() == *option);
        state.update(Msg::Nav(NavMsg::Link((*id).to_owned())));
        state.update(Msg::Quiz(QuizMsg::Answer(Said::Option(
            at.unwrap_or_else(|| panic!("no option {option}")),
        ))));
        state.update(Msg::Quiz(QuizMsg::Importance(*importance)));
    }
    state.update(Msg::Nav(NavMsg::View(View::Verdict)));
    state.update(Msg::Lens(LensMsg::Set(Lens::Moment(moment))));
    state
}

/// The strokes of a bar: side, from where to where, in brackets those of the first moment.
fn drawn(strokes: &[Stroke]) -> String {
    let stroke = |one: &Stroke| {
        let text = format!("{} {}-{}", one.side, one.from, one.to);
        if one.is_ghost { format!("({text})") } else { text }
    };
    strokes.iter().map(stroke).collect::<Vec<_>>().join(" ")
}

fn told(verdict: &VerdictScreen) -> String {
    let mut out = String::new();
    let mut line = |depth: usize, text: &str| writeln!(out, "{}{text}", "  ".repeat(depth)).unwrap();
    verdict.summary.sentences.iter().for_each(|sentence| line(1, sentence));
    line(1, &verdict.summary.basis);
    for case in &verdict.cases {
        line(1, &case.name);
        for (heading, points) in [("for", &case.pros), (case.cons_heading, &case.cons)] {
            line(2, heading);
            for point in &points.told {
                line(3, &format!("{} / {}", point.title, plain_text(&point.text)));
            }
            points.more.iter().for_each(|more| line(3, more));
        }
    }
    for bar in &verdict.summary.bars {
        line(1, &format!("{}: {} points, {}", bar.name, bar.score, drawn(&bar.strokes)));
        bar.ruled_out.iter().for_each(|text| line(2, text));
    }
    line(1, &verdict.legend);
    line(1, verdict.even.as_deref().unwrap_or("no even answer"));
    line(1, "reasons");
    for reason in &verdict.reasons {
        let evidence: Vec<String> = reason
            .evidence
            .iter()
            .map(|one| format!("{}{}", one.id, if one.has_ended { " (ended)" } else { "" }))
            .collect();
        line(2, &format!("{} / {} {} => {}", reason.title, reason.answer, reason.importance, reason.points));
        line(3, &format!("{}{}", if reason.is_even { "even; " } else { "" }, drawn(&reason.shifts)));
        line(3, &evidence.join(", "));
    }
    line(1, "remarks");
    verdict.changes.remarks.iter().for_each(|text| line(2, text));
    line(1, "flips");
    for flips in &verdict.changes.flips {
        line(2, &flips.title);
        flips.lines.iter().for_each(|text| line(3, text));
    }
    let moments = &verdict.moments;
    let row = |name: &str, cells: &[String]| {
        let cells: Vec<&str> = cells.iter().map(|cell| cell.trim()).collect();
        format!("{name} | {}", cells.join(" | "))
    };
    line(1, &row("moments", &moments.names));
    moments.scores.iter().for_each(|(side, scores)| line(2, &row(side, scores)));
    line(2, &row("=>", &moments.outcomes));
    moments.points.iter().for_each(|(title, points)| line(2, &row(title, points)));
    out
}

#[test]
fn eight_readers_are_told_what_was_reviewed() {
    let mut found = String::new();
    for (name, answers) in [
        ("all on Google Cloud", &GOOGLE[..]),
        ("all on AWS", &AWS[..]),
        ("both clouds, firm needs", &MIXED[..]),
        ("a start-up on Google Cloud without operators", &START_UP[..]),
        ("a bank with its own data centre", &BANK[..]),
        ("even today", &EVEN[..]),
        ("sure of one thing", &UNSURE[..]),
        ("a side ruled out with a source", &EXCLUDED[..]),
    ] {
        let deck = if answers[0].0 == EXCLUDED[0].0 { EXCLUDING } else { TALK };
        for (moment, of) in ["the first moment", "the last moment"].into_iter().enumerate() {
            let mut state = reader_of(deck, answers, moment);
            let verdict = state.case(state.deck.as_ref().unwrap()).tally().outcome();
            assert!(moment == 0 || verdict != Outcome::NoneLeft, "{name}: no candidate is left");
            writeln!(found, "{name}, as of {of}\n{}", told(&verdict_screen(&mut state))).unwrap();
        }
    }
    hold_against("personas.txt", &found);
}

#[test]
fn the_same_answers_are_told_alike_from_both_moments() {
    for answers in [&GOOGLE[..], &AWS[..], &MIXED[..]] {
        let [then, now] = [0, 1].map(|moment| verdict_screen(&mut reader(answers, moment)));
        assert_eq!(then.moments, now.moments);
        // The column of each moment is what the verdict says at that moment.
        for (at, verdict) in [&then, &now].into_iter().enumerate() {
            let moments = &verdict.moments;
            for (bar, (side, scores)) in verdict.summary.bars.iter().zip(&moments.scores) {
                assert_eq!(&bar.name, side);
                assert_eq!(scores[at].split(' ').next(), Some(bar.score.as_str()));
                assert_eq!(scores[at].contains("候補外"), !bar.ruled_out.is_empty());
            }
        }
    }
}
