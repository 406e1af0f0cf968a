//! Properties of the verdict and of what would change it, over quizzes made at random.

use crate::asking::{Sample, any_sample, hold, sample};
use kurabe::analysis::answers::{Answer, Importance, Said};
use kurabe::analysis::sensitivity::{CriticalWeight, critical_weights, flips, most_critical, open_questions};
use kurabe::analysis::verdict::{Outcome, Quiz, contributions};
use kurabe::model::quiz::Effect;
use proptest::prelude::*;
use std::cell::Cell;

const CASES: u32 = 2000;
/// Where a rare case would be a wrong promise to the reader.
const MANY_CASES: u32 = 10_000;

#[test]
fn scores_points_and_outcome_are_those_reckoned_by_hand() {
    hold(CASES, &any_sample(), |sample| {
        let tally = sample.quiz().tally(&sample.answers);
        let (scores, points, outcome) = sample.reckoned(&sample.answers);
        prop_assert_eq!((&tally.scores, tally.points), (&scores, points));
        prop_assert_eq!(tally.outcome(), outcome);
        Ok(())
    });
}

#[test]
fn every_kind_of_outcome_comes_up() {
    let kinds = Cell::new([0_u32; 5]);
    hold(CASES, &sample(4, 2..=4_usize, 100, 10), |sample| {
        let kind = match sample.reckoned(&sample.answers).2 {
            Outcome::Open => 0,
            Outcome::Leaning(_) => 1,
            Outcome::Either(_) => 2,
            Outcome::OnlyOne(_) => 3,
            Outcome::NoneLeft => 4,
        };
        let mut seen = kinds.get();
        seen[kind] += 1;
        kinds.set(seen);
        Ok(())
    });
    assert!(kinds.get().iter().all(|count| *count > 0), "{:?}", kinds.get());
}

#[test]
fn the_order_of_the_questions_does_not_matter() {
    let shuffled = any_sample().prop_flat_map(|sample| {
        let order: Vec<usize> = (0..sample.questions.len()).collect();
        (Just(sample), Just(order).prop_shuffle())
    });
    hold(CASES, &shuffled, |(sample, order)| {
        let other = Sample {
            sides: sample.sides,
            questions: order.iter().map(|at| sample.questions[*at].clone()).collect(),
            answers: order.iter().map(|at| sample.answers[*at]).collect(),
        };
        let (one, two) = (sample.quiz().tally(&sample.answers), other.quiz().tally(&other.answers));
        prop_assert_eq!(&one, &two);
        prop_assert_eq!(one.outcome(), two.outcome());
        Ok(())
    });
}

#[test]
fn larger_weights_in_the_same_proportion_change_no_outcome() {
    let scaled = (sample(8, 2..=4_usize, 20, 2), 2..=5_i8);
    hold(CASES, &scaled, |(sample, factor)| {
        let mut larger = sample.clone();
        let options = larger.questions.iter_mut().flat_map(|question| &mut question.options);
        for weight in options.flat_map(|option| &mut option.weights) {
            if let Effect::Points(points) = &mut weight.effect {
                *points *= factor;
            }
        }
        let (small, large) = (sample.quiz().tally(&sample.answers), larger.quiz().tally(&sample.answers));
        prop_assert_eq!(small.points * i64::from(factor), large.points);
        prop_assert_eq!(small.outcome(), large.outcome());
        prop_assert_eq!(small.lead_percent(), large.lead_percent());
        Ok(())
    });
}

#[test]
fn an_answer_that_matters_not_at_all_is_none() {
    let with_place = (any_sample(), any::<prop::sample::Index>());
    hold(CASES, &with_place, |(sample, place)| {
        let quiz = sample.quiz();
        let at = place.index(sample.answers.len());
        let ignored = Answer { importance: Importance::NotAtAll, ..sample.answers[at] };
        let none = sample.with(at, Answer::default());
        prop_assert_eq!(quiz.tally(&sample.with(at, ignored)), quiz.tally(&none));
        let unknown = Answer { said: Said::Unknown, importance: Importance::ALot };
        prop_assert_eq!(quiz.tally(&sample.with(at, unknown)), quiz.tally(&none));
        Ok(())
    });
}

#[test]
fn contributions_come_by_their_effect_and_sum_to_the_scores() {
    hold(CASES, &any_sample(), |sample| {
        let quiz = sample.quiz();
        let given = contributions(&quiz, &sample.answers);
        let tally = quiz.tally(&sample.answers);
        for side in 0..sample.sides {
            let sum: i64 = given.iter().map(|one| one.gain.points[side]).sum();
            let rulings = given.iter().filter(|one| one.gain.rules_out[side]).count();
            let firsts = given.iter().filter(|one| one.gain.first[side]).count();
            prop_assert_eq!(i64::try_from(firsts).unwrap(), tally.first[side]);
            prop_assert_eq!(sum, tally.scores[side]);
            prop_assert_eq!(i64::try_from(rulings).unwrap(), tally.ruled_out[side]);
        }
        let rank = |at: usize| {
            let gain = &given[at].gain;
            let spread = gain.points.iter().max().unwrap() - gain.points.iter().min().unwrap();
            (gain.first.contains(&true), gain.rules_out.contains(&true), spread)
        };
        for at in 1..given.len() {
            let in_order = given[at - 1].question < given[at].question;
            prop_assert!(rank(at - 1) > rank(at) || (rank(at - 1) == rank(at) && in_order), "{:?}", given);
        }
        Ok(())
    });
}

// What would change it.

/// Every other option with the same importance, and every other importance of the same option.
fn single_changes(sample: &Sample) -> Vec<(usize, Answer)> {
    let mut changes = Vec::new();
    for (question, answer) in sample.answers.iter().enumerate() {
        for option in 0..sample.questions[question].options.len() {
            changes.push((question, Answer { said: Said::Option(option), ..*answer }));
        }
        if let Said::Option(_) = answer.said {
            let other = |importance| (question, Answer { importance, ..*answer });
            changes.extend(Importance::ALL.map(other));
        }
    }
    changes.retain(|(question, to)| *to != sample.answers[*question]);
    changes
}

#[test]
fn every_flip_flips_and_none_is_left_out() {
    hold(MANY_CASES, &any_sample(), |sample| {
        let present = sample.reckoned(&sample.answers).2;
        let announced = flips(&sample.quiz(), &sample.answers);
        for flip in &announced {
            let (_, _, outcome) = sample.reckoned(&sample.with(flip.question, flip.to));
            prop_assert_eq!(&outcome, &flip.outcome);
            prop_assert_ne!(&outcome, &present);
        }
        let mut count = 0;
        for (question, to) in single_changes(&sample) {
            if sample.reckoned(&sample.with(question, to)).2 != present {
                count += 1;
                prop_assert!(announced.iter().any(|flip| (flip.question, flip.to) == (question, to)));
            }
        }
        // Each is told once.
        prop_assert_eq!(announced.len(), count);
        Ok(())
    });
}

/// The lead of the first side over a rival, times `denominator`, if a question mattered by a fraction.
fn lead_at(
    quiz: &Quiz,
    answers: &[Answer],
    question: usize,
    [first, rival]: [usize; 2],
    fraction: [i64; 2],
) -> i64 {
    let [numerator, denominator] = fraction;
    let mut lead = 0;
    for (at, answer) in answers.iter().enumerate() {
        let Said::Option(option) = answer.said else { continue };
        let points = &quiz.options(at)[option].points;
        let factor = if at == question { numerator } else { denominator * answer.importance.factor() };
        lead += factor * (points[first] - points[rival]);
    }
    lead
}

#[test]
fn at_its_critical_weight_both_sides_are_level_and_beyond_it_the_rival_is_ahead() {
    let seen = Cell::new(0);
    hold(CASES, &any_sample(), |sample| {
        let quiz = sample.quiz();
        let first = quiz.tally(&sample.answers).ranking().first().copied();
        for one in critical_weights(&quiz, &sample.answers) {
            let CriticalWeight { question, rival, numerator, denominator, above } = one;
            prop_assert!(numerator >= 0 && denominator > 0);
            let lead =
                |fraction| lead_at(&quiz, &sample.answers, question, [first.unwrap(), rival], fraction);
            prop_assert_eq!(lead([numerator, denominator]), 0);
            let beyond = numerator * 1000 + if above { 1 } else { -1 };
            prop_assert!(lead([beyond, denominator * 1000]) < 0);
            // With the weight that the question has, the first is ahead.
            let present = sample.answers[question].importance.factor();
            prop_assert!(lead([present, 1]) > 0);
            seen.set(seen.get() + 1);
        }
        Ok(())
    });
    assert!(seen.get() > 1000, "only {} critical weights", seen.get());
}

/// No question can matter less than not at all.
#[test]
fn beyond_its_critical_weight_a_question_can_still_matter() {
    hold(CASES, &any_sample(), |sample| {
        for one in critical_weights(&sample.quiz(), &sample.answers) {
            prop_assert!(one.above || one.numerator > 0, "{:?}", one);
        }
        Ok(())
    });
}

/// Every question that could reverse the order of the first side and another is named.
#[test]
fn every_critical_weight_is_found() {
    hold(CASES, &any_sample(), |sample| {
        let quiz = sample.quiz();
        let tally = quiz.tally(&sample.answers);
        let ranking = tally.ranking();
        let found = critical_weights(&quiz, &sample.answers);
        if tally.lead() == 0 {
            prop_assert!(found.is_empty());
            return Ok(());
        }
        for (question, answer) in sample.answers.iter().enumerate() {
            let Said::Option(option) = answer.said else { continue };
            let rules_out = quiz.options(question)[option].rules_out.contains(&true);
            for rival in &ranking[1..] {
                let pair = [ranking[0], *rival];
                let lead = |weight| lead_at(&quiz, &sample.answers, question, pair, [weight, 1]);
                // The lead moves in a straight line: it is lost at weight 0, or beyond all bounds.
                let can = !rules_out && (lead(0) < 0 || lead(1_000_000) < 0);
                let is_found = found.iter().any(|one| (one.question, one.rival) == (question, *rival));
                prop_assert!(is_found || !can, "{} against {}", question, rival);
            }
        }
        Ok(())
    });
}

#[test]
fn the_most_critical_question_is_a_nearest_one() {
    hold(CASES, &any_sample(), |sample| {
        let quiz = sample.quiz();
        let all = critical_weights(&quiz, &sample.answers);
        let Some(most) = most_critical(&quiz, &sample.answers) else {
            prop_assert!(all.is_empty());
            return Ok(());
        };
        prop_assert!(all.contains(&most));
        let distance = |one: &CriticalWeight| {
            let present = sample.answers[one.question].importance.factor() * one.denominator;
            (i128::from((one.numerator - present).abs()), i128::from(one.denominator))
        };
        let (most, per) = distance(&most);
        for (other, by) in all.iter().map(distance) {
            // Distances are measured in thousandths.
            prop_assert!(
                most * by * 1000 <= other * per * 1000 + per * by,
                "{}/{} {}/{}",
                most,
                per,
                other,
                by
            );
        }
        Ok(())
    });
}

// Open questions.

/// What a question can be said to: nothing, or an option with an importance that counts.
fn sayings(options: usize) -> Vec<Answer> {
    let mut sayings = vec![Answer::default()];
    for said in (0..options).map(Said::Option) {
        sayings.extend([Importance::Normal, Importance::ALot].map(|importance| Answer { said, importance }));
    }
    sayings
}

/// Whether one of the ways to answer the open questions leads elsewhere: all of them where they are few,
/// else those that `picks` names.
fn search(sample: &Sample, open: &[usize], picks: &[prop::sample::Index]) -> bool {
    let present = sample.reckoned(&sample.answers).2;
    let sayings: Vec<Vec<Answer>> =
        open.iter().map(|question| sayings(sample.questions[*question].options.len())).collect();
    let ways: usize = sayings.iter().map(Vec::len).product();
    let numbers: Vec<usize> =
        if ways <= 3000 { (0..ways).collect() } else { picks.iter().map(|pick| pick.index(ways)).collect() };
    numbers.into_iter().any(|mut number| {
        let mut answers = sample.answers.clone();
        for (question, sayings) in open.iter().zip(&sayings) {
            answers[*question] = sayings[number % sayings.len()];
            number /= sayings.len();
        }
        sample.reckoned(&answers).2 != present
    })
}

#[test]
fn open_questions_that_cannot_change_the_outcome_do_not() {
    let with_picks = (any_sample(), prop::collection::vec(any::<prop::sample::Index>(), 200));
    let settled = Cell::new(0);
    hold(CASES, &with_picks, |(sample, picks)| {
        let open = open_questions(&sample.quiz(), &sample.answers);
        let expected: Vec<usize> = (0..sample.answers.len())
            .filter(|at| !matches!(sample.answers[*at].said, Said::Option(_)))
            .filter(|at| !sample.quiz().is_premise(*at) && sample.quiz().parts(*at))
            .collect();
        prop_assert_eq!(&open.questions, &expected);
        if !open.can_change {
            settled.set(settled.get() + usize::from(!expected.is_empty()));
            prop_assert!(!search(&sample, &expected, &picks));
        }
        Ok(())
    });
    assert!(settled.get() > 100, "only {} settled", settled.get());
}

#[test]
fn between_two_sides_open_questions_that_can_change_the_outcome_do() {
    let small = sample(4, Just(2_usize), 100, 0);
    let (can, cannot) = (Cell::new(0), Cell::new(0));
    hold(CASES, &small, |sample| {
        let open = open_questions(&sample.quiz(), &sample.answers);
        let options = open.questions.iter().map(|at| 2 * sample.questions[*at].options.len() + 1);
        prop_assume!(options.product::<usize>() <= 3000);
        prop_assert_eq!(open.can_change, search(&sample, &open.questions, &[]));
        let seen = if open.can_change { &can } else { &cannot };
        seen.set(seen.get() + 1);
        Ok(())
    });
    assert!(can.get() > 500 && cannot.get() > 500, "{} can, {} cannot", can.get(), cannot.get());
}
