//! The quiz of the shipped deck: its weights are those of the reviewed table of factors, on the day of
//! the talk and now; the first question is the premise; every question rests on claims.

use kurabe::analysis::freshness::{Freshness, freshness};
use kurabe::analysis::items::claims;
use kurabe::model::claim::SideIndex;
use kurabe::model::content::{Block, Inline};
use kurabe::model::date::{Bound, Date, PartialDate, Period};
use kurabe::model::deck::{Deck, Slide};
use kurabe::model::quiz::{Choice, Effect, Question, Weight};
use kurabe::read::read;
use std::collections::{BTreeMap, BTreeSet};

const SOURCE: &str = include_str!("../../content/gke-eks.ja.md");

const TALK: &str = "2020-10-08";
const NOW: &str = "2026-11-22";

/// Points of the two sides, in the order of the deck: GKE, EKS.
type Points = (i32, i32);

/// A row of the table of factors.
struct Factor {
    number: u32,
    question: &'static str,
    option: &'static str,
    then: Points,
    now: Points,
}

const fn factor(
    number: u32,
    question: &'static str,
    option: &'static str,
    then: Points,
    now: Points,
) -> Factor {
    Factor { number, question, option, then, now }
}

/// The weights of the table tell what can be done: 0 nothing that is known, 1 under conditions, 2 as it is. The first
/// factor, the cloud as a whole, has none: it is the premise.
const FACTORS: [Factor; 16] = [
    factor(2, "q-nodeless", "nodeless-wanted", (0, 2), (2, 2)),
    factor(3, "q-daemonset", "daemonset-needed", (0, 0), (2, 2)),
    factor(5, "q-nap", "nap-wanted", (2, 0), (2, 2)),
    factor(6, "q-pod-firewall", "pod-network-policy", (2, 0), (2, 2)),
    factor(6, "q-pod-firewall", "pod-security-group", (0, 2), (0, 2)),
    factor(7, "q-system", "parts-ready", (2, 0), (2, 1)),
    factor(8, "q-replace", "parts-replaced", (0, 2), (1, 2)),
    factor(9, "q-dns", "dns-cache-needed", (2, 0), (2, 1)),
    factor(10, "q-internal-lb", "internal-lb-needed", (1, 2), (2, 2)),
    factor(11, "q-kubectl", "kubectl-cloud", (2, 0), (2, 2)),
    factor(12, "q-pod-iam", "pod-iam-needed", (2, 2), (2, 2)),
    factor(13, "q-pod-density", "many-pods", (2, 0), (2, 1)),
    factor(14, "q-cp-ha", "ha-from-start", (1, 2), (1, 2)),
    factor(4, "q-onprem", "onprem-needed", (2, 0), (2, 2)),
    factor(15, "q-cost", "fee-matters", (1, 0), (1, 0)),
    factor(16, "q-rollback", "rollback-needed", (0, 0), (1, 1)),
];

/// How many questions can part the sides now: the others are even.
const PARTING_NOW: usize = 7;

/// The firm answers: they weigh what the factor weighs for the sides that they leave, and they rule out
/// the others. Option, the factor's option, then what is ruled out at the talk and now.
const FIRM: [(&str, &str, &[&str], &[&str]); 2] =
    [("nodeless-must", "nodeless-wanted", &["gke"], &[]), ("nap-must", "nap-wanted", &["eks"], &[])];

fn deck() -> Deck {
    read(SOURCE).value
}

fn day(text: &str) -> Date {
    PartialDate::parse(text).unwrap().first_day()
}

/// The slides with questions and these questions, in order.
fn questions(deck: &Deck) -> Vec<(&Slide, &Question)> {
    deck.slides.iter().filter_map(|slide| Some((slide, slide.question.as_ref()?))).collect()
}

fn options(deck: &Deck) -> impl Iterator<Item = &Choice> {
    questions(deck).into_iter().flat_map(|(_, question)| &question.options)
}

fn option<'d>(deck: &'d Deck, id: &str) -> &'d Choice {
    options(deck).find(|option| option.id.as_str() == id).unwrap_or_else(|| panic!("no option {id}"))
}

fn counts(weight: &Weight, on: Date) -> bool {
    weight.period.is_none_or(|period| period.contains(on))
}

/// What an option gives a side on a day.
fn points(option: &Choice, side: SideIndex, on: Date) -> i32 {
    let counted = option.weights.iter().filter(|weight| weight.side == side && counts(weight, on));
    counted.map(|weight| if let Effect::Points(points) = weight.effect { i32::from(points) } else { 0 }).sum()
}

/// What an option gives both sides on a day.
fn both(option: &Choice, on: Date) -> Points {
    (points(option, SideIndex(0), on), points(option, SideIndex(1), on))
}

/// The ids of the sides that an option rules out on a day.
fn ruled_out<'d>(deck: &'d Deck, option: &Choice, on: Date) -> Vec<&'d str> {
    let weights =
        option.weights.iter().filter(|weight| weight.effect == Effect::RulesOut && counts(weight, on));
    weights.map(|weight| deck.about.sides[weight.side.index()].id.as_str()).collect()
}

/// The days on which a weight begins or ends to count, the two moments, and a day before and after all.
fn days(deck: &Deck) -> BTreeSet<Date> {
    let periods = options(deck).flat_map(|option| &option.weights).filter_map(|weight| weight.period);
    let bounds = periods.flat_map(|period| [period.from, period.until]).flatten().map(Bound::day);
    let mut days: BTreeSet<Date> = bounds.collect();
    days.extend([day("2018-06-05"), day(TALK), day(NOW), day("2030-01-01")]);
    days
}

#[test]
fn there_are_two_sides_and_a_question_for_every_factor_or_pair_of_factors() {
    let deck = deck();
    assert_eq!(deck.about.sides.iter().map(|side| side.id.as_str()).collect::<Vec<_>>(), ["gke", "eks"]);
    let asked: Vec<&str> = questions(&deck).iter().map(|(slide, _)| slide.id.as_str()).collect();
    let mut expected: Vec<&str> = FACTORS.iter().map(|factor| factor.question).collect();
    expected.insert(0, "q-cloud");
    expected.dedup();
    assert_eq!(asked, expected);
    assert!((12..=16).contains(&asked.len()), "{} questions", asked.len());
    let numbers: BTreeSet<u32> = FACTORS.iter().map(|factor| factor.number).collect();
    assert_eq!(numbers, (2..=16).collect());
    let parting = FACTORS.iter().filter(|factor| factor.now.0 != factor.now.1);
    assert_eq!(parting.map(|factor| factor.question).collect::<BTreeSet<_>>().len(), PARTING_NOW);
}

#[test]
fn weights_are_those_of_the_factors() {
    let deck = deck();
    for Factor { number, question, option, then, now } in FACTORS {
        let (_, of) = questions(&deck).into_iter().find(|(slide, _)| slide.id.as_str() == question).unwrap();
        let found = of.options.iter().find(|found| found.id.as_str() == option);
        let found = found.unwrap_or_else(|| panic!("{question} has no {option}"));
        assert_eq!(both(found, day(TALK)), then, "factor {number} then: {option}");
        assert_eq!(both(found, day(NOW)), now, "factor {number} now: {option}");
    }
}

/// In between as well: a firm answer may rule a side out, but it never weighs otherwise.
#[test]
fn firm_answers_rule_out_and_weigh_like_their_factors() {
    let deck = deck();
    for (firm, soft, then, now) in FIRM {
        let (firm_option, soft_option) = (option(&deck, firm), option(&deck, soft));
        assert_eq!(ruled_out(&deck, firm_option, day(TALK)), then, "{firm} then");
        assert_eq!(ruled_out(&deck, firm_option, day(NOW)), now, "{firm} now");
        for on in days(&deck) {
            let out = ruled_out(&deck, firm_option, on);
            for (side, index) in deck.about.sides.iter().zip(0..) {
                let weighs = |option| points(option, SideIndex(index), on);
                if !out.contains(&side.id.as_str()) {
                    assert_eq!(weighs(firm_option), weighs(soft_option), "{firm}, {} on {on}", side.id);
                }
            }
        }
    }
    let firm: BTreeSet<&str> = FIRM.iter().map(|row| row.0).collect();
    let ruling =
        options(&deck).filter(|option| option.weights.iter().any(|weight| weight.effect == Effect::RulesOut));
    assert_eq!(ruling.map(|option| option.id.as_str()).collect::<BTreeSet<_>>(), firm);
}

/// That something wasn't found doesn't rule a side out.
#[test]
fn no_side_is_ruled_out_for_good() {
    let deck = deck();
    let rulings = options(&deck).flat_map(|option| &option.weights);
    for weight in rulings.filter(|weight| weight.effect == Effect::RulesOut) {
        assert!(weight.period.is_some_and(|period| period.until.is_some()), "{weight:?}");
    }
}

/// The cloud as a whole, as the talk has it; and no other question.
#[test]
fn the_first_question_is_the_premise() {
    let deck = deck();
    let first = |option: &Choice| {
        let weights = option.weights.iter().filter(|weight| weight.effect == Effect::First);
        weights.map(|weight| weight.side.index()).collect::<Vec<_>>()
    };
    let premises = options(&deck).map(|option| (option.id.as_str(), first(option)));
    let premises: Vec<_> = premises.filter(|(_, sides)| !sides.is_empty()).collect();
    assert_eq!(premises, [("mostly-google", vec![0]), ("mostly-aws", vec![1])]);
    assert_eq!(questions(&deck)[0].0.id.as_str(), "q-cloud");
    for option in &questions(&deck)[0].1.options {
        assert!(option.weights.iter().all(|weight| weight.effect == Effect::First), "{}", option.id.as_str());
    }
}

#[test]
fn every_question_has_two_to_five_named_options_and_one_without_weights() {
    let deck = deck();
    let mut seen = BTreeSet::new();
    for (slide, question) in questions(&deck) {
        let id = slide.id.as_str();
        assert!(id.starts_with("q-"), "{id}");
        assert!((2..=5).contains(&question.options.len()), "{id}");
        for option in &question.options {
            let own = option.id.as_str();
            assert!(own.starts_with(char::is_alphabetic), "{id}: {own} is a number");
            assert!(seen.insert(own), "{id}: {own} is there twice");
        }
        assert!(question.options.iter().any(|option| option.weights.is_empty()), "{id}");
    }
}

/// Weights of one option for one side that count on the same day would add up unnoticed.
#[test]
fn an_option_has_one_weight_for_a_side_on_any_day() {
    let deck = deck();
    for option in options(&deck) {
        for (at, weight) in option.weights.iter().enumerate() {
            let later = &option.weights[at + 1..];
            let meets = |other: &&Weight| {
                let (a, b) = (weight.period.unwrap_or_default(), other.period.unwrap_or_default());
                let points = |weight: &Weight| weight.effect != Effect::RulesOut;
                weight.side == other.side && points(weight) && points(other) && a.overlaps(b)
            };
            assert_eq!(later.iter().find(meets), None, "{}", option.id.as_str());
        }
    }
}

// Evidence.

/// The ids to which the blocks of a slide link.
fn evidence(slide: &Slide) -> Vec<&str> {
    let mut ids = Vec::new();
    for block in slide.blocks() {
        if let Block::Paragraph(content) = block {
            gather(content, &mut ids);
        }
    }
    ids
}

fn gather<'d>(content: &'d [Inline], into: &mut Vec<&'d str>) {
    for inline in content {
        match inline {
            Inline::Link { address, .. } => into.extend(address.0.strip_prefix('#')),
            Inline::Emphasis(inner) | Inline::Strong(inner) | Inline::Strikethrough(inner) => {
                gather(inner, into);
            }
            _ => {}
        }
    }
}

/// The claims of the deck and their periods.
fn all_claims(deck: &Deck) -> BTreeMap<&str, Option<Period>> {
    let seen = deck.slides.iter().flat_map(claims);
    seen.filter_map(|seen| Some((seen.claim.id.as_ref()?.as_str(), seen.period))).collect()
}

#[test]
fn every_question_rests_on_claims_that_hold_then_and_now() {
    let deck = deck();
    let claims = all_claims(&deck);
    for (slide, _) in questions(&deck) {
        let id = slide.id.as_str();
        let links = evidence(slide);
        assert!((2..=5).contains(&links.len()), "{id} has {} links", links.len());
        for link in &links {
            assert!(claims.contains_key(link), "{id}: {link} is no claim");
        }
        assert_eq!(links.iter().collect::<BTreeSet<_>>().len(), links.len(), "{id} repeats a link");
        for moment in [TALK, NOW] {
            let holds = |link: &&&str| {
                matches!(freshness(claims[**link], day(moment)), Freshness::Current | Freshness::Undated)
            };
            assert!(links.iter().any(|link| holds(&link)), "{id} rests on nothing on {moment}");
        }
    }
}

/// A side's weight changes on a day on which a claim of that side on its slide begins or ends, and on no other: never
/// because the other side changed.
#[test]
fn weights_change_when_claims_of_their_side_do() {
    let deck = deck();
    let sides: BTreeMap<&str, Option<SideIndex>> = deck
        .slides
        .iter()
        .flat_map(claims)
        .filter_map(|seen| Some((seen.claim.id.as_ref()?.as_str(), seen.claim.side)))
        .collect();
    let claims = all_claims(&deck);
    for (slide, question) in questions(&deck) {
        let dates = |period: &Period| [period.from, period.until].into_iter().flatten().map(Bound::day);
        for weight in question.options.iter().flat_map(|option| &option.weights) {
            let links = evidence(slide);
            let own = links.iter().filter(|link| sides[*link].is_none_or(|side| side == weight.side));
            let known: BTreeSet<Date> =
                own.filter_map(|link| claims[link].as_ref()).flat_map(dates).collect();
            let unknown: Vec<Date> =
                weight.period.iter().flat_map(dates).filter(|date| !known.contains(date)).collect();
            assert_eq!(unknown, [], "{} {weight:?}", slide.id.as_str());
        }
    }
}

/// The talk refuses to name a winner, and so does the verdict's slide.
#[test]
fn the_verdict_repeats_what_the_talk_says_of_winners() {
    let deck = deck();
    let slide = deck.slides.iter().find(|slide| slide.id.as_str() == "verdict").unwrap();
    let expected = [
        "disclaimer-no-winner",
        "summary-no-winner",
        "summary-both-production",
        "summary-cloud-choice-first",
    ];
    assert_eq!(evidence(slide), expected);
}
