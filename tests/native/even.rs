//! Questions in which no answer parts the sides.

use crate::asking::{QUIZ, VERDICT, any_sample, choice, hold, option, quiz_screen, verdict_screen};
use crate::play::play;
use kurabe::analysis::even::{Since, even_since};
use kurabe::analysis::verdict::given_by;
use kurabe::app::effect::Effect;
use kurabe::app::lens::Lens;
use kurabe::app::msg::{LensMsg, Msg, NavMsg, QuizMsg, RecordUse};
use kurabe::app::screen::QuizScreen;
use kurabe::app::state::State;
use kurabe::app::view::View;
use kurabe::model::claim::SideIndex;
use kurabe::model::date::{Bound, Date, PartialDate, Period};
use kurabe::model::quiz::{Effect as Weighs, Question, Weight};
use proptest::prelude::*;

/// Three questions: one that parts the sides until 2021-05-01, one that never does, and one that always does.
const LEVELLED: &str = "---
lang: en
sides: [{ id: a, name: A }, { id: b, name: B }]
moments: [{ date: 2020-10-08, name: then }, { date: 2026-11-22, name: now }]
---
# Cover

---

## Levelled? {#levelled}

- [ ] `#yes` Yes `a +2` `b +1 2020..2021-05-01` `b +2 2021-05-01..`
- [ ] `#no` No

---

## Never? {#never}

- [ ] Yes `a +1` `b +1`
- [ ] No

---

## Always? {#always}

- [ ] Yes `a +1`
- [ ] No `b +1`
";

pub fn day(text: &str) -> Date {
    let parts: Vec<u16> = text.split('-').map(|part| part.parse().unwrap()).collect();
    let [month, day] = [parts[1], parts[2]].map(|part| u8::try_from(part).unwrap());
    Date::new(parts[0], month, day).unwrap()
}

/// The titles of the questions that are walked through, and of those that are folded with what is said of them.
fn listed(quiz: &QuizScreen) -> (Vec<&str>, Vec<(&str, &str)>) {
    let asked = quiz.rows.iter().filter(|row| row.is_asked).map(|row| row.title.as_str());
    let folded = quiz.rows.iter().filter(|row| !row.is_asked);
    (asked.collect(), folded.map(|row| (row.title.as_str(), row.answer.as_str())).collect())
}

// Even questions.

#[test]
fn questions_without_a_difference_fold_under_a_line_with_the_day_since_when() {
    let mut state = play(LEVELLED, [QUIZ]);
    let quiz = quiz_screen(&state);
    assert_eq!((state.nav.slide, quiz.progress.as_str(), quiz.is_first), (3, "Question 1 of 1", true));
    assert_eq!(quiz.even.as_deref(), Some("Questions without a difference: 2 (equal since 2021-05-01)"));
    let folded = [
        ("Levelled?", "not answered (equal since 2021-05-01)"),
        ("Never?", "not answered (equal until then)"),
    ];
    assert_eq!(listed(&quiz), (vec!["Always?"], folded.to_vec()));
    assert_eq!(quiz.next, "See the result");
    // On the day before it parted them.
    state.update(Msg::Lens(LensMsg::Set(Lens::On(day("2021-04-30")))));
    let quiz = quiz_screen(&state);
    assert_eq!(listed(&quiz).0, ["Levelled?", "Always?"]);
    assert_eq!((quiz.progress.as_str(), quiz.is_first), ("Question 2 of 2", false));
    assert_eq!(quiz.even.as_deref(), Some("Questions without a difference: 1 (equal until then)"));
}

#[test]
fn next_and_back_leave_out_even_questions_and_their_answers_count_all_the_same() {
    let mut state = play(LEVELLED, [QUIZ, Msg::Quiz(QuizMsg::Question(0)), option(0)]);
    let quiz = quiz_screen(&state);
    assert!(quiz.rows[0].is_here && !quiz.rows[0].is_asked);
    assert_eq!((state.nav.slide, quiz.is_first, quiz.next), (1, true, "Next"));
    state.update(Msg::Nav(NavMsg::Next));
    assert_eq!((state.nav.view, state.nav.slide), (View::Quiz, 3));
    state.update(Msg::Nav(NavMsg::Previous));
    assert_eq!((state.nav.view, state.nav.slide), (View::Quiz, 3));
    state.update(Msg::Nav(NavMsg::Next));
    state.update(Msg::Nav(NavMsg::Previous));
    assert_eq!((state.nav.view, state.nav.slide), (View::Quiz, 3));
    let verdict = verdict_screen(&mut state);
    assert_eq!(
        verdict.summary.basis,
        "As of 2026-11-22: 0 of 1 questions that can part the candidates, 0 points in play. Pale bars are as of 2020-10-08."
    );
    assert_eq!(verdict.summary.bars.iter().map(|bar| bar.score.as_str()).collect::<Vec<_>>(), ["2", "2"]);
    assert_eq!(verdict.even.as_deref(), Some("Answers that give all the same: 1"));
    assert!(verdict.reasons[0].is_even && !verdict.is_complete);
    state.update(Msg::Quiz(QuizMsg::Question(2)));
    state.update(option(1));
    assert!(verdict_screen(&mut state).is_complete);
}

#[test]
fn where_no_question_parts_the_sides_all_are_asked() {
    let mut state = play(LEVELLED.split("---\n\n## Always?").next().unwrap(), [QUIZ]);
    let quiz = quiz_screen(&state);
    assert_eq!((listed(&quiz).0, quiz.even.as_deref()), (vec!["Levelled?", "Never?"], None));
    state.update(option(0));
    assert_eq!(verdict_screen(&mut state).reasons.len(), 1);
}

#[test]
fn the_record_lists_even_questions_as_equal() {
    let mut state = play(LEVELLED, [Msg::Quiz(QuizMsg::Question(2)), option(0), VERDICT]);
    let record = |state: &mut State, how| match state.update(Msg::Quiz(QuizMsg::Record(how))).pop() {
        Some(Effect::Download { text, .. }) => text,
        other => panic!("{other:?}"),
    };
    let markdown = record(&mut state, RecordUse::DownloadMarkdown);
    for line in [
        "* Always? (matters: Normal): Yes\n",
        "* Equal: Levelled? (equal since 2021-05-01)\n",
        "* Equal: Never? (equal until then)\n",
    ] {
        assert!(markdown.contains(line), "{markdown}");
    }
    let json: serde_json::Value = serde_json::from_str(&record(&mut state, RecordUse::DownloadJson)).unwrap();
    let since: Vec<_> =
        json["questions"].as_array().unwrap().iter().map(|one| one["equalSince"].as_str()).collect();
    assert_eq!(since, [Some("2021-05-01"), Some("always"), None]);
}

#[test]
fn a_side_that_alone_is_left_is_not_told_beside_a_tie() {
    let deck = "---\nlang: en\nsides: [{ id: a, name: A }, { id: b, name: B }]\n---\n## Q\n\n- [ ] x `a no`\n- [ ] y\n";
    let mut state = play(deck, [Msg::Quiz(QuizMsg::Question(0)), option(0), VERDICT]);
    let Some(Effect::Copy(record)) = state.update(Msg::Quiz(QuizMsg::Record(RecordUse::Copy))).pop() else {
        panic!()
    };
    assert!(record.contains("only B\n") && !record.contains("lead"), "{record}");
}

/// A bound within some years, so that many meet.
fn bound() -> impl Strategy<Value = Option<Bound>> {
    let date = (2020_u16..2024, 1_u8..=3, 1_u8..=2).prop_map(|(year, month, day)| Bound {
        date: PartialDate::Day(Date::new(year, month, day).unwrap()),
        by_then: false,
    });
    prop::option::of(date)
}

#[test]
fn since_is_the_first_day_of_the_last_stretch_without_a_difference() {
    let weight = (0_u8..2, 1_i8..=2, bound(), bound()).prop_map(|(side, points, from, until)| Weight {
        side: SideIndex(side),
        effect: Weighs::Points(points),
        period: Some(Period { from, until }),
    });
    let options = prop::collection::vec(prop::collection::vec(weight, 0..4), 1..3);
    let question = options.prop_map(|options| Question {
        options: options.into_iter().enumerate().map(|(at, weights)| choice(at, weights)).collect(),
    });
    let mut seen = [0; 3];
    let counts = std::cell::RefCell::new(&mut seen);
    let last = day("2024-06-01");
    hold(5_000, &question, |question| {
        let is_even = |day: Date| {
            question.options.iter().all(|option| {
                let points = |side: u8| -> i64 {
                    let own = option
                        .weights
                        .iter()
                        .filter(|one| one.side.0 == side && one.period.unwrap().contains(day));
                    own.map(|one| if let Weighs::Points(points) = one.effect { i64::from(points) } else { 0 })
                        .sum()
                };
                points(0) == points(1)
            })
        };
        // Day by day, back to before all bounds.
        let mut first = last;
        while is_even(first) && first > day("2019-12-30") {
            first = first.day_before();
        }
        let expected = match first {
            first if first == last => None,
            first if first == day("2019-12-30") => Some(Since::Always),
            first => Some(Since::Day(next(first))),
        };
        let kind = match expected {
            None => 0,
            Some(Since::Always) => 1,
            Some(Since::Day(_)) => 2,
        };
        counts.borrow_mut()[kind] += 1;
        prop_assert_eq!(even_since(&question, 2, last), expected);
        Ok(())
    });
    assert!(seen.iter().all(|count| *count > 200), "{seen:?}");
}

fn next(day: Date) -> Date {
    Date::new(day.year, day.month, day.day + 1)
        .or_else(|| Date::new(day.year, day.month + 1, 1))
        .unwrap_or_else(|| Date::new(day.year + 1, 1, 1).unwrap())
}

#[test]
fn the_day_before_is_the_day_before() {
    let pairs = [("2024-03-01", "2024-02-29"), ("2023-03-01", "2023-02-28"), ("2024-01-01", "2023-12-31")];
    for (later, earlier) in pairs {
        assert_eq!((day(later).day_before(), next(day(earlier))), (day(earlier), day(later)));
    }
    let first = Date::new(0, 1, 1).unwrap();
    assert_eq!(first.day_before(), first);
}

#[test]
fn answers_that_weigh_differently_are_told_differently() {
    let compared = std::cell::Cell::new(0);
    hold(10_000, &any_sample(), |sample| {
        let state = play(&deck_of(sample.sides), []);
        let deck = state.deck.clone().unwrap();
        let case = state.case(&deck);
        let quiz = sample.quiz();
        for (question, answer) in sample.answers.iter().enumerate() {
            let mut told = Vec::new();
            for option in 0..quiz.options(question).len() {
                let said = kurabe::analysis::answers::Said::Option(option);
                let answer = kurabe::analysis::answers::Answer { said, ..*answer };
                told.extend(given_by(&quiz, question, answer).map(|gain| (case.given(&gain), gain)));
            }
            for (at, (text, gain)) in told.iter().enumerate() {
                for (other_text, other) in &told[..at] {
                    compared.set(compared.get() + 1);
                    prop_assert_eq!(text == other_text, gain == other, "{} {}", text, other_text);
                }
            }
        }
        Ok(())
    });
    assert!(compared.get() > 10_000, "{}", compared.get());
}

/// A deck with so many sides.
fn deck_of(sides: usize) -> String {
    let sides: Vec<String> = (0..sides).map(|side| format!("{{ id: s{side}, name: S{side} }}")).collect();
    format!("---\nlang: en\nsides: [{}]\n---\n## Q\n", sides.join(", "))
}
