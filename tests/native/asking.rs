//! What the tests of the quiz share: a deck that asks, ways to answer it, and quizzes made at random.

use crate::play::{address_of, deck_read, new_state, play};
use kurabe::analysis::answers::{Answer, Importance, Said};
use kurabe::analysis::verdict::{Outcome, Quiz};
use kurabe::app::keys::{Key, message};
use kurabe::app::msg::{HostMsg, Msg, NavMsg, QuizMsg};
use kurabe::app::screen::{QuizScreen, Stage, VerdictScreen, screen};
use kurabe::app::state::State;
use kurabe::app::view::View;
use kurabe::model::claim::{Id, SideIndex};
use kurabe::model::content::Inline;
use kurabe::model::date::{Bound, Date, PartialDate, Period};
use kurabe::model::quiz::{Choice, Effect, Question, Weight};
use proptest::prelude::*;
use proptest::test_runner::{Config, TestRunner};

/// Three questions between other slides: one that moves with the lens, one that rules a side out.
pub const ASKING: &str = "---
title: Talk
lang: en
sides: [{ id: gke, name: GKE }, { id: eks, name: EKS }]
moments: [{ date: 2020-10-08, name: talk }, { date: 2026-11-22, name: now }]
checked: 2026-11-22
review-after: 12
---

# Cover {#cover}

---

## Claims {#claims}

both `#shared`

### GKE

- [x] `#can 2019..` can *do* it ([docs](https://g.example/can))
- [ ] `#cannot ..2021-01-01` cannot

### EKS

- [x] `#may 2021-01-01..` may ([docs](https://a.example/may))
- [ ] `#never` never

---

## Which cloud? {#q-cloud}

- [ ] `#google` Google `gke +10`
- [ ] `#aws` AWS `eks +10`
- [ ] `#both` Both

Because of [can](#can), [cannot](#cannot) and [all claims](#claims).

---

## Nodes? {#q-nodes}

- [ ] `#yes` Yes `gke +2` `eks +3 2021-01-01..`
- [ ] `#no` No

Because of [may](#may) and [never](#never).

---

## Must? {#q-must}

- [ ] `#must` Must `eks no`
- [ ] `#wanted` Wanted `gke +1`
- [ ] Never mind

---

## Result {#result}

```kurabe verdict
```

The author [says more](#claims).

---

## End {#end}
";

/// The places of its slides, and of its questions among them.
pub const COVER: usize = 0;
pub const CLAIMS: usize = 1;
pub const CLOUD: usize = 2;
pub const NODES: usize = 3;
pub const MUST: usize = 4;
pub const RESULT: usize = 5;

pub const QUIZ: Msg = Msg::Nav(NavMsg::View(View::Quiz));
pub const VERDICT: Msg = Msg::Nav(NavMsg::View(View::Verdict));

/// The asking deck after what happened.
pub fn asked(messages: impl IntoIterator<Item = Msg>) -> State {
    play(ASKING, messages)
}

/// The asking deck as opened at an address.
pub fn opened(address: &str) -> State {
    let mut state = new_state();
    state.update(Msg::Host(HostMsg::Url(address_of(address))));
    state.update(deck_read(ASKING));
    state
}

pub fn option(at: usize) -> Msg {
    Msg::Quiz(QuizMsg::Answer(Said::Option(at)))
}

/// Goes to a question, by its place among them, and chooses an option.
pub fn answered(question: usize, at: usize) -> [Msg; 2] {
    [Msg::Quiz(QuizMsg::Question(question)), option(at)]
}

/// Answers in order from the first question on.
pub fn answers(options: &[usize]) -> Vec<Msg> {
    options.iter().enumerate().flat_map(|(question, at)| answered(question, *at)).collect()
}

/// What a key means in a state.
pub fn key(state: &State, key: &str) -> Option<Msg> {
    message(state, &Key { key: key.into(), ..Key::default() })
}

pub fn quiz_screen(state: &State) -> QuizScreen {
    match screen(state).stage {
        Stage::Quiz(quiz) => quiz,
        other => panic!("no question: {other:?}"),
    }
}

/// The verdict as a whole, wherever the reader is.
pub fn verdict_screen(state: &mut State) -> VerdictScreen {
    state.update(VERDICT);
    match screen(state).stage {
        Stage::Verdict(verdict) => verdict,
        other => panic!("no verdict: {other:?}"),
    }
}

// Quizzes made at random.

/// A quiz with a reader's answers.
#[derive(Clone, Debug)]
pub struct Sample {
    pub sides: usize,
    pub questions: Vec<Question>,
    pub answers: Vec<Answer>,
}

/// The day of the samples. Periods lie around it or beside it.
pub fn today() -> Date {
    Date::new(2024, 6, 1).unwrap()
}

impl Sample {
    pub fn quiz(&self) -> Quiz {
        Quiz::on(today(), &self.questions.iter().collect::<Vec<_>>(), self.sides)
    }

    /// The same answers but one.
    pub fn with(&self, question: usize, to: Answer) -> Vec<Answer> {
        let mut answers = self.answers.clone();
        answers[question] = to;
        answers
    }

    /// Reckons scores, points in play and outcome without the program's help.
    pub fn reckoned(&self, answers: &[Answer]) -> (Vec<i64>, i64, Outcome) {
        let mut scores = vec![0; self.sides];
        let mut out = vec![false; self.sides];
        let (mut points, mut counted) = (0, 0);
        for (question, answer) in self.questions.iter().zip(answers) {
            let factor = match answer.importance {
                Importance::NotAtAll => continue,
                Importance::Normal => 1,
                Importance::ALot => 2,
            };
            let Said::Option(chosen) = answer.said else { continue };
            let names_first = |option: &Choice| counting(option).any(|weight| weight.effect == Effect::First);
            counted += u32::from(!question.options.iter().any(names_first));
            let given: Vec<Vec<i64>> = question.options.iter().map(|one| self.given(one)).collect();
            let apart = |given: &Vec<i64>| given.iter().max().unwrap() - given.iter().min().unwrap();
            points += factor * given.iter().map(apart).max().unwrap();
            for side in 0..self.sides {
                scores[side] += factor * given[chosen][side];
                out[side] |= counting(&question.options[chosen])
                    .any(|weight| weight.side.index() == side && weight.effect == Effect::RulesOut);
            }
        }
        let left: Vec<usize> = (0..self.sides).filter(|side| !out[*side]).collect();
        let best = left.iter().map(|side| scores[*side]).max().unwrap_or(0);
        let near = |side: &usize| best == scores[*side] || 10 * (best - scores[*side]) < points;
        let near: Vec<usize> = left.iter().copied().filter(near).collect();
        let outcome = match (left.as_slice(), near.as_slice()) {
            _ if counted == 0 => Outcome::Open,
            ([], _) => Outcome::NoneLeft,
            ([only], _) => Outcome::OnlyOne(*only),
            (_, [first]) => Outcome::Leaning(*first),
            _ => Outcome::Either(near),
        };
        (scores, points, outcome)
    }

    /// What an option gives each side.
    fn given(&self, option: &Choice) -> Vec<i64> {
        let mut given = vec![0; self.sides];
        for weight in counting(option) {
            if let Effect::Points(points) = weight.effect {
                given[weight.side.index()] += i64::from(points);
            }
        }
        given
    }
}

/// The weights whose period holds the day.
fn counting(option: &Choice) -> impl Iterator<Item = &Weight> {
    option.weights.iter().filter(|weight| {
        let Some(period) = weight.period else { return true };
        let began = period.from.is_none_or(|from| from.date.first_day() <= today());
        began && period.until.is_none_or(|until| today() < until.date.first_day())
    })
}

/// The period of every third weight or so. A period's first day counts, the day on which it ends doesn't.
fn period(pick: usize) -> Option<Period> {
    let year = |year| Some(Bound { date: PartialDate::Year(year), by_then: false });
    let day = Some(Bound { date: PartialDate::Day(today()), by_then: false });
    let (from, until) = match pick {
        0 => (year(2020), None),
        1 => (year(2025), None),
        2 => (None, year(2020)),
        3 => (None, year(2025)),
        4 => (day, None),
        5 => (None, day),
        _ => return None,
    };
    Some(Period { from, until })
}

/// Weights up to `most`; small ones often meet in a tie or at the border of the least lead.
fn weight(sides: usize, most: i8, rulings: u32) -> impl Strategy<Value = Weight> {
    (0..sides, -most..=most, 0..40_u32, 0..18_usize).prop_map(move |(side, points, ruling, pick)| {
        let side = SideIndex(u8::try_from(side).unwrap());
        let effect = match ruling {
            39 => Effect::First,
            ruling if ruling < rulings => Effect::RulesOut,
            _ => Effect::Points(points),
        };
        Weight { side, effect, period: period(pick) }
    })
}

fn question(sides: usize, most: i8, rulings: u32) -> impl Strategy<Value = Question> {
    let weights = prop::collection::vec(weight(sides, most, rulings), 0..=sides + 1);
    prop::collection::vec(weights, 1..=5).prop_map(|options| Question {
        options: options.into_iter().enumerate().map(|(at, weights)| choice(at, weights)).collect(),
    })
}

pub fn choice(at: usize, weights: Vec<Weight>) -> Choice {
    let id = Id((at + 1).to_string());
    Choice { id, text: vec![Inline::Text("option".into())], more: Vec::new(), weights }
}

fn answer(options: usize) -> impl Strategy<Value = Answer> {
    (0..7_u32, 0..options, 0..6_u32).prop_map(|(kind, option, importance)| Answer {
        said: match kind {
            0 => Said::Nothing,
            1 => Said::Unknown,
            _ => Said::Option(option),
        },
        importance: match importance {
            0 => Importance::NotAtAll,
            1..=3 => Importance::Normal,
            _ => Importance::ALot,
        },
    })
}

/// Quizzes of up to so many questions with weights up to `most`; of 40 weights about so many rule out, and one names a side first.
pub fn sample(
    questions: usize,
    sides: impl Strategy<Value = usize>,
    most: i8,
    rulings: u32,
) -> impl Strategy<Value = Sample> {
    let most = prop_oneof![Just(most.min(3)), Just(most.min(20)), Just(most)];
    (1..=questions, sides, most)
        .prop_flat_map(move |(count, sides, most)| {
            (Just(sides), prop::collection::vec(question(sides, most, rulings), count))
        })
        .prop_flat_map(|(sides, questions)| {
            let answers: Vec<_> = questions.iter().map(|one| answer(one.options.len())).collect();
            (Just(sides), Just(questions), answers)
        })
        .prop_map(|(sides, questions, answers)| Sample { sides, questions, answers })
}

/// Any quiz: 1 to 8 questions, 2 to 4 sides, weights up to 100, some of which rule a side out.
pub fn any_sample() -> impl Strategy<Value = Sample> {
    sample(8, 2..=4_usize, 100, 2)
}

/// Holds a property against so many cases.
pub fn hold<S: Strategy>(cases: u32, strategy: &S, property: impl Fn(S::Value) -> Result<(), TestCaseError>) {
    let config = Config { cases, failure_persistence: None, ..Config::default() };
    if let Err(failure) = TestRunner::new(config).run(strategy, property) {
        panic!("{failure}");
    }
}
