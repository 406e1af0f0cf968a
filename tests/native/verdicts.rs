//! Verdicts reckoned by hand: where a lead begins, what counts for nothing, what rules a side out.

use crate::asking::{QUIZ, answered, verdict_screen};
use crate::play::{new_state, play};
use kurabe::analysis::answers::{Importance, Said};
use kurabe::analysis::sensitivity::{critical_weights, most_critical, open_questions};
use kurabe::analysis::verdict::{Outcome, Tally};
use kurabe::app::lens::Lens;
use kurabe::app::msg::{LensMsg, Msg, QuizMsg};
use kurabe::app::screen::{PointView, VerdictScreen};
use kurabe::app::state::State;
use kurabe::model::date::Date;
use kurabe::words::{Language, fill};

const A_LOT: Msg = Msg::Quiz(QuizMsg::Importance(Importance::ALot));
const NOT_AT_ALL: Msg = Msg::Quiz(QuizMsg::Importance(Importance::NotAtAll));
const UNKNOWN: Msg = Msg::Quiz(QuizMsg::Answer(Said::Unknown));

/// A deck about so many of the sides `a`, `b` and `c`. The options of a question are separated by `|`.
fn deck(sides: usize, questions: &[&str]) -> String {
    let names = ["{ id: a, name: A }", "{ id: b, name: B }", "{ id: c, name: C }"];
    let mut deck = format!("---\nlang: en\nsides: [{}]\n---\n", names[..sides].join(", "));
    for (at, options) in questions.iter().enumerate() {
        let options: String =
            options.split('|').map(|option| ["- [ ] ", option.trim(), "\n"].concat()).collect();
        let number = at + 1;
        deck = format!("{deck}\n---\n\n## Q{number} {{#q{number}}}\n\n{options}");
    }
    deck
}

/// The state after the options were chosen, one a question.
fn chosen(deck: &str, options: &[usize]) -> State {
    play(deck, options.iter().enumerate().flat_map(|(question, at)| answered(question, *at)))
}

fn tally(state: &State) -> Tally {
    state.case(state.deck.as_ref().unwrap()).tally()
}

fn outcome(state: &State) -> Outcome {
    tally(state).outcome()
}

fn sentence(mut state: State) -> String {
    verdict_screen(&mut state).summary.sentences.concat()
}

fn leaning(side: &str, points: i64, percent: i64) -> String {
    fill(Language::EN.quiz().leaning, &[&side, &points, &percent])
}

// The least lead.

#[test]
fn a_lead_of_a_tenth_of_the_points_in_play_counts_and_one_just_below_does_not() {
    // The third option spreads the weights over 100 points.
    let deck = deck(2, &["x `a +55` `b +45` | y `a +54` `b +45` | z `a +100`"]);
    let at = chosen(&deck, &[0]);
    assert_eq!((tally(&at).lead(), tally(&at).points), (10, 100));
    assert_eq!(outcome(&at), Outcome::Leaning(0));
    assert_eq!(sentence(at), leaning("A", 10, 10));
    let below = chosen(&deck, &[1]);
    assert_eq!((tally(&below).lead(), tally(&below).points), (9, 100));
    assert_eq!(outcome(&below), Outcome::Either(vec![0, 1]));
    assert_eq!(sentence(below), "A and B fit alike: the lead is below 10 % of the points in play.");
}

#[test]
fn a_tie_is_no_lead_however_few_points_are_in_play() {
    let deck = deck(2, &["x `a +1` `b +1`", "y `a +3` `b +1` | z `a -2`"]);
    let tie = chosen(&deck, &[0]);
    assert_eq!((tally(&tie).points, outcome(&tie)), (0, Outcome::Either(vec![0, 1])));
    // Behind everything: points below zero still make a leaning of the other side.
    let behind = chosen(&deck, &[0, 1]);
    assert_eq!(tally(&behind).scores, [-1, 1]);
    assert_eq!(outcome(&behind), Outcome::Leaning(1));
}

// Points in play.

#[test]
fn points_in_play_are_importance_times_how_far_a_question_can_move_sides_apart() {
    let deck = deck(
        2,
        &[
            // Each option moves them apart by 2.
            "x `a +3` `b +1` | y `b +2`",
            // By 2, and by 4.
            "x `a +2` | y `b -4`",
            // Every option gives each side as much.
            "x `a +5` `b +5` | y `a +5` `b +5`",
        ],
    );
    assert_eq!(tally(&chosen(&deck, &[0])).points, 2);
    assert_eq!(tally(&chosen(&deck, &[1])).points, 2);
    assert_eq!(tally(&chosen(&deck, &[0, 0])).points, 2 + 4);
    assert_eq!(tally(&chosen(&deck, &[0, 0, 0])).points, 2 + 4);
    let mut state = chosen(&deck, &[0, 0, 0]);
    state.update(Msg::Quiz(QuizMsg::Question(1)));
    state.update(A_LOT);
    assert_eq!((tally(&state).points, tally(&state).scores), (2 + 8, vec![3 + 4 + 5, 1 + 5]));
    state.update(NOT_AT_ALL);
    assert_eq!((tally(&state).points, tally(&state).scores), (2, vec![3 + 5, 1 + 5]));
}

#[test]
fn several_weights_of_one_option_for_a_side_add_up() {
    let deck = deck(2, &["x `a +2` `a +3` `b +1` | y"]);
    assert_eq!(tally(&chosen(&deck, &[0])).scores, [5, 1]);
    assert_eq!(tally(&chosen(&deck, &[0])).points, 4);
}

// What counts for nothing.

#[test]
fn what_is_unknown_unanswered_or_does_not_matter_counts_for_nothing() {
    let deck = deck(2, &["x `a +3` | y `b +3`", "x `a +1` | y `b +1`"]);
    let nothing = chosen(&deck, &[]);
    assert_eq!(outcome(&nothing), Outcome::Open);
    let unknown = play(&deck, [Msg::Quiz(QuizMsg::Question(0)), UNKNOWN, A_LOT]);
    assert_eq!((tally(&unknown), outcome(&unknown)), (tally(&nothing), Outcome::Open));
    let unimportant = play(
        &deck,
        [Msg::Quiz(QuizMsg::Question(0)), Msg::Quiz(QuizMsg::Answer(Said::Option(0))), NOT_AT_ALL],
    );
    assert_eq!((tally(&unimportant), outcome(&unimportant)), (tally(&nothing), Outcome::Open));
    let mut one = play(&deck, [Msg::Quiz(QuizMsg::Question(0)), UNKNOWN]);
    answered(1, 1).into_iter().for_each(|msg| drop(one.update(msg)));
    assert_eq!((tally(&one).scores, tally(&one).points), (vec![0, 1], 1));
    let verdict = verdict_screen(&mut one);
    assert_eq!(
        verdict.summary.basis,
        "As of 2026-12-24: 1 of 2 questions that can part the candidates, 1 points in play."
    );
    assert_eq!(verdict.reasons.len(), 1);
}

#[test]
fn without_a_counted_answer_there_are_no_bars_and_no_reasons() {
    let deck = deck(2, &["x `a +3`"]);
    let verdict = verdict_screen(&mut chosen(&deck, &[]));
    assert_eq!(
        verdict.summary.sentences.concat(),
        "No answer counts yet. Answer some questions, and the leaning and its reasons appear here."
    );
    assert!(verdict.summary.bars.is_empty() && verdict.reasons.is_empty());
    assert_eq!(verdict.changes.remarks, [""; 0]);
}

#[test]
fn weights_outside_their_period_count_for_nothing() {
    let source = "---\nlang: en\nsides: [{ id: a, name: A }, { id: b, name: B }]\n\
        moments: [{ date: 2020-10-08, name: then }, { date: 2026-11-22, name: now }]\n---\n\
        ## Q\n\n- [ ] x `a +3 ..2021-02-25` `a +2 2021-02-25..` `b no ..2020-10-08` `b +1 ~2022-09..`\n- [ ] y `a +9 2030..`\n";
    let on = |text: &str| {
        let mut state = play(source, answered(0, 0));
        let parts: Vec<u16> = text.split('-').map(|part| part.parse().unwrap()).collect();
        let [month, day] = [parts[1], parts[2]].map(|part| u8::try_from(part).unwrap());
        state.update(Msg::Lens(LensMsg::Set(Lens::On(Date::new(parts[0], month, day).unwrap()))));
        (tally(&state).scores.clone(), tally(&state).points, outcome(&state))
    };
    assert_eq!(on("2020-10-07"), (vec![3, 0], 3, Outcome::OnlyOne(0)));
    // The day on which a period ends is no longer in it.
    assert_eq!(on("2020-10-08"), (vec![3, 0], 3, Outcome::Leaning(0)));
    assert_eq!(on("2021-02-24"), (vec![3, 0], 3, Outcome::Leaning(0)));
    assert_eq!(on("2021-02-25"), (vec![2, 0], 2, Outcome::Leaning(0)));
    assert_eq!(on("2022-09-01"), (vec![2, 1], 1, Outcome::Leaning(0)));
    // Options that aren't chosen bring points into play as well.
    assert_eq!(on("2030-01-01"), (vec![2, 1], 9, Outcome::Leaning(0)));
    let mut state = play(source, answered(0, 0));
    let moments = verdict_screen(&mut state).moments;
    assert_eq!(moments.names, ["then", "now"]);
    let scores = |side: usize| moments.scores[side].1.iter().map(|score| score.trim()).collect::<Vec<_>>();
    assert_eq!((scores(0), scores(1)), (vec!["3", "2"], vec!["0", "1"]));
    assert_eq!(moments.outcomes, ["leans to A", "leans to A"]);
    assert_eq!(moments.points, [("Q".to_owned(), vec!["A +3".to_owned(), "A +2, B +1".to_owned()])]);
}

// Ruling out.

#[test]
fn a_side_that_is_ruled_out_leaves_the_other_whatever_the_points() {
    let deck = deck(2, &["x `a +100` | y", "x `a no` | y `a no` `b no`"]);
    let mut one = chosen(&deck, &[0, 0]);
    assert_eq!((outcome(&one), tally(&one).scores), (Outcome::OnlyOne(1), vec![100, 0]));
    let verdict = verdict_screen(&mut one);
    assert_eq!(verdict.summary.sentences.concat(), "Only B is left: an answer rules out every other.");
    let reasons = verdict.summary.bars.iter().map(|bar| bar.ruled_out.concat());
    assert_eq!(reasons.collect::<Vec<_>>(), ["by “Q2”, answered “x”", ""]);
    // What rules out comes before any points.
    assert_eq!((verdict.reasons[0].question, verdict.reasons[0].points.as_str()), (1, "rules out A"));
    let mut none = chosen(&deck, &[0, 1]);
    assert_eq!(outcome(&none), Outcome::NoneLeft);
    let verdict = verdict_screen(&mut none);
    assert_eq!(
        verdict.summary.sentences.concat(),
        "Every candidate is ruled out. Look at the reasons again."
    );
    assert!(verdict.summary.bars.iter().all(|bar| bar.ruled_out.len() == 1));
    none.update(Msg::Quiz(QuizMsg::Question(1)));
    none.update(NOT_AT_ALL);
    assert_eq!(outcome(&none), Outcome::Leaning(0));
}

#[test]
fn a_side_is_ruled_out_by_all_that_rule_it_out() {
    let deck = deck(2, &["x `a no`", "x `a no`"]);
    let mut state = chosen(&deck, &[0, 0]);
    assert_eq!(tally(&state).ruled_out, [2, 0]);
    let verdict = verdict_screen(&mut state);
    assert_eq!(verdict.summary.bars[0].ruled_out.len(), 2);
    // Neither of them alone makes the difference.
    assert!(verdict.changes.flips.is_empty());
    assert_eq!(verdict.changes.remarks, ["No single other answer or importance changes the outcome."]);
}

#[test]
fn a_deck_whose_options_only_rule_out_leaves_what_is_left() {
    let deck = deck(3, &["x `a no` | y", "x `b no` | y"]);
    let mut all = chosen(&deck, &[1, 1]);
    assert_eq!((outcome(&all), tally(&all).points), (Outcome::Either(vec![0, 1, 2]), 0));
    assert_eq!(
        verdict_screen(&mut all).summary.sentences.concat(),
        "A, B and C fit alike: the lead is below 10 % of the points in play."
    );
    assert_eq!(outcome(&chosen(&deck, &[0, 1])), Outcome::Either(vec![1, 2]));
    let mut one = chosen(&deck, &[0, 0]);
    assert_eq!(outcome(&one), Outcome::OnlyOne(2));
    assert_eq!(verdict_screen(&mut one).reasons.len(), 2);
}

// Three sides.

#[test]
fn of_three_sides_those_near_the_first_fit_as_well() {
    let deck = deck(3, &["x `a +20` `b +19` `c +2` | y `a +20` `c +20`"]);
    // 20 points in play: a lead counts from 2 on.
    let near = chosen(&deck, &[0]);
    assert_eq!(outcome(&near), Outcome::Either(vec![0, 1]));
    assert_eq!(sentence(near), "A and B fit alike: the lead is below 10 % of the points in play.");
    assert_eq!(outcome(&chosen(&deck, &[1])), Outcome::Either(vec![0, 2]));
    let mut state = chosen(&deck, &[1]);
    let flips = verdict_screen(&mut state).changes.flips;
    assert_eq!(flips[0].lines[0], "answered “x”: either fits (A and B)");
}

#[test]
fn of_three_sides_one_can_lead_even_with_the_first_ruled_out() {
    let deck = deck(3, &["x `a +20` `b +9` `c +2` | y", "x `a no` | y"]);
    let first = chosen(&deck, &[0]);
    assert_eq!(outcome(&first), Outcome::Leaning(0));
    assert_eq!(sentence(first), leaning("A", 11, 61));
    let second = chosen(&deck, &[0, 0]);
    assert_eq!((outcome(&second), tally(&second).lead()), (Outcome::Leaning(1), 7));
    assert_eq!(sentence(second), leaning("B", 7, 38));
}

// What would change it.

#[test]
fn the_critical_weight_is_told_with_the_question_nearest_to_it() {
    // A leads by 6 - 5 = 1. Q1 loses it below 5/6, Q2 above 6/5.
    let mut state = chosen(&deck(2, &["x `a +6`", "x `b +5`"]), &[0, 0]);
    let changes = verdict_screen(&mut state).changes;
    let told = fill(Language::EN.quiz().critical_below, &[&"Q1", &"0.8", &"B"]);
    assert_eq!(changes.remarks, [told]);
    // Where it doesn't matter, the order is reversed already, and Q2 loses nothing by more weight.
    state.update(Msg::Quiz(QuizMsg::Question(0)));
    state.update(NOT_AT_ALL);
    let changes = verdict_screen(&mut state).changes;
    let told = fill(Language::EN.quiz().critical_above, &[&"Q1", &"0.8", &"A"]);
    assert_eq!(changes.remarks, [told]);
}

#[test]
fn open_questions_say_whether_they_could_change_anything() {
    let questions = ["x `a +40`", "x `b +3` | y", "x `b +60` | y"];
    let remarks = |options: &[usize], count| {
        let VerdictScreen { changes, .. } =
            verdict_screen(&mut chosen(&deck(2, &questions[..count]), options));
        changes.remarks.last().cloned().unwrap()
    };
    // 40 against at most 6 in 46 points.
    let settled = remarks(&[0], 2);
    assert!(settled.starts_with("Questions still open: 1."), "{settled}");
    assert!(settled.ends_with("However they are answered, the outcome stays."), "{settled}");
    let open = remarks(&[0], 3);
    assert!(open.starts_with("Questions still open: 2."), "{open}");
    assert!(open.ends_with("They could still change the outcome."), "{open}");
}

#[test]
fn english_sentences_stand_apart() {
    let deck = deck(2, &["x `a +40`", "x `b +60` | y"]);
    let remarks = verdict_screen(&mut chosen(&deck, &[0])).changes.remarks;
    let last = remarks.last().unwrap();
    assert_eq!(last, "Questions still open: 1. They could still change the outcome.");
}

#[test]
fn an_open_question_can_make_a_lead_of_exactly_a_tenth() {
    // The answered question moves nothing. Option x of the other gives A 1 of 10 points.
    let deck = deck(2, &["x `a +1` `b +1`", "x `a +1` | y `b +10`"]);
    assert_eq!(outcome(&chosen(&deck, &[0])), Outcome::Either(vec![0, 1]));
    assert_eq!(outcome(&chosen(&deck, &[0, 0])), Outcome::Leaning(0));
    let state = chosen(&deck, &[0]);
    let quiz = state.case(state.deck.as_ref().unwrap()).quiz;
    assert!(open_questions(&quiz, &state.quiz.answers).can_change);
}

#[test]
fn a_question_that_gives_every_side_the_same_hides_no_lead() {
    let deck = deck(2, &["x `a +1`", "x `a +100` `b +100` | y"]);
    for options in [&[0][..], &[0, 0], &[0, 1]] {
        let state = chosen(&deck, options);
        assert_eq!((outcome(&state), tally(&state).points), (Outcome::Leaning(0), 1));
    }
}

#[test]
fn a_sole_answer_has_no_critical_weight() {
    let state = chosen(&deck(2, &["x `a +3`", "x `b +1` | y"]), &[0]);
    let quiz = state.case(state.deck.as_ref().unwrap()).quiz;
    assert_eq!(critical_weights(&quiz, &state.quiz.answers), []);
    assert_eq!(most_critical(&quiz, &state.quiz.answers), None);
}

#[test]
fn before_a_deck_is_read_nothing_is_answered() {
    let mut state = new_state();
    for message in [Msg::Quiz(QuizMsg::Answer(Said::Option(0))), Msg::Quiz(QuizMsg::StartOver), QUIZ] {
        assert_eq!(state.update(message), []);
    }
    assert!(!state.has_quiz() && state.quiz.code.is_empty());
}

// The premise.

#[test]
fn a_premise_is_told_apart_from_what_the_other_answers_add_up_to() {
    let deck = deck(2, &["x `a first` | y `b first` | z", "x `a +1` `b +3` | y", "x `a +2` | y `b no`"]);
    let premise = chosen(&deck, &[0]);
    assert_eq!((tally(&premise).premise(), tally(&premise).counted), (vec![0], 0));
    assert_eq!(outcome(&premise), Outcome::Open);
    let mut against = chosen(&deck, &[0, 0, 0]);
    assert_eq!((tally(&against).points, outcome(&against)), (4, Outcome::Either(vec![0, 1])));
    let verdict = verdict_screen(&mut against);
    let [premise, others] = verdict.summary.sentences.as_slice() else { panic!("{:?}", verdict.summary) };
    assert_eq!(premise, "Your premise puts A first.");
    assert!(others.starts_with("Other answers: A and B fit alike"), "{others}");
    assert_eq!(
        verdict.summary.basis,
        "As of 2026-12-24: 2 of 2 questions that can part the candidates, 4 points in play."
    );
    // The premise is the first reason; what speaks against it is told with it.
    assert_eq!((verdict.reasons[0].points.as_str(), verdict.reasons.len()), ("A first", 3));
    let [a, b] = verdict.cases.as_slice() else { panic!("{:?}", verdict.cases) };
    let titles = |points: &[PointView]| points.iter().map(|one| one.title.clone()).collect::<Vec<_>>();
    assert_eq!((titles(&a.pros.told), titles(&a.cons.told)), (vec!["Q3".to_owned()], vec!["Q2".to_owned()]));
    assert_eq!((titles(&b.pros.told), titles(&b.cons.told)), (vec!["Q2".to_owned()], vec!["Q3".to_owned()]));
    assert_eq!([a.cons_heading, b.cons_heading], ["What to plan for", "What you would have to live with"]);
    let nothing = verdict_screen(&mut chosen(&deck, &[0, 1]));
    assert_eq!((nothing.cases.len(), nothing.cases[0].cons.told.len()), (2, 0));
    let mut ruled_out = chosen(&deck, &[1, 0, 1]);
    let verdict = verdict_screen(&mut ruled_out);
    assert_eq!(verdict.summary.sentences[0], "Your premise puts B first. But other answers rule out B.");
    assert_eq!(outcome(&ruled_out), Outcome::OnlyOne(0));
}

#[test]
fn without_a_premise_none_is_told() {
    let deck = deck(2, &["x `a first` | z", "x `a +1` | y"]);
    for options in [&[][..], &[1], &[1, 0]] {
        let verdict = verdict_screen(&mut chosen(&deck, options));
        assert_eq!(
            (
                verdict.summary.sentences.len(),
                verdict.cases.iter().any(|one| one.cons_heading.contains("plan"))
            ),
            (1, false)
        );
    }
    let important =
        [Msg::Quiz(QuizMsg::Question(0)), Msg::Quiz(QuizMsg::Answer(Said::Option(0))), NOT_AT_ALL];
    assert_eq!(tally(&play(&deck, important)).premise(), [0; 0]);
}
