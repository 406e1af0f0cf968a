//! What is said for each side of a verdict, and its bars.

use crate::asking::{VERDICT, option, verdict_screen};
use crate::play::play;
use kurabe::app::lens::Lens;
use kurabe::app::msg::{LensMsg, Msg, QuizMsg};
use kurabe::app::screen::PointView;
use kurabe::model::content::plain_text;

#[test]
fn a_point_is_told_by_the_claim_that_begins_with_its_weight() {
    let deck = "---
lang: en
sides: [{ id: a, name: A }, { id: b, name: B }]
moments: [{ date: 2020-10-08, name: then }, { date: 2026-11-22, name: now }]
---
## Topic

### A

- [x] `#a-other 2019..` another thing
- [x] `#a-can 2020-03..` can do it
- [ ] `#a-limit` but not all

### B

- [ ] `#b-ended ..2022-01-01` could not
- [x] `#b-some 2022..` can under conditions

---

## Q

- [ ] Yes `a +2 2020-03..` `b +1 2022-01-01..`
- [ ] No

[1](#a-other) [2](#a-can) [3](#a-limit) [4](#b-ended) [5](#b-some)
";
    let mut state = play(deck, [Msg::Quiz(QuizMsg::Question(0)), option(0)]);
    let told = |points: &[PointView]| points.iter().map(|one| plain_text(&one.text)).collect::<Vec<_>>();
    let mut cases = |moment| {
        state.update(VERDICT);
        state.update(Msg::Lens(LensMsg::Set(Lens::Moment(moment))));
        let verdict = verdict_screen(&mut state);
        verdict.cases.iter().map(|case| (told(&case.pros.told), told(&case.cons.told))).collect::<Vec<_>>()
    };
    let text = |text: &str| vec![text.to_owned()];
    assert_eq!(cases(1), [(text("can do it"), vec![]), (vec![], text("can under conditions"))]);
    assert_eq!(cases(0), [(text("can do it"), vec![]), (vec![], text("could not"))]);
}

#[test]
fn three_points_are_told_for_a_side_and_all_against_the_premise() {
    let question = |at: usize| format!("---\n\n## Q{at}\n\n- [ ] x `a +1`\n- [ ] y\n\n");
    let questions: String = (1..=4).map(question).collect();
    let deck = |first: &str| {
        let sides = "sides: [{ id: a, name: A }, { id: b, name: B }]";
        format!("---\nlang: en\n{sides}\n---\n## Q0\n\n- [ ] x `{first}`\n- [ ] y\n\n{questions}")
    };
    let counts = |first: &str| {
        let messages = (0..5).flat_map(|question| [Msg::Quiz(QuizMsg::Question(question)), option(0)]);
        let verdict = verdict_screen(&mut play(&deck(first), messages));
        verdict
            .cases
            .iter()
            .map(|case| (case.pros.told.len(), case.cons.told.len(), case.cons.more.is_some()))
            .collect::<Vec<_>>()
    };
    assert_eq!(counts("b first"), [(3, 0, false), (0, 4, false)]);
    assert_eq!(counts("a first"), [(3, 0, false), (0, 3, true)]);
}

#[test]
fn of_three_sides_each_has_a_bar_from_the_middle() {
    let deck = "---\nlang: en\nsides: [{ id: a }, { id: b }, { id: c }]\n---\n## Q\n\n- [ ] x `a +3` `b +1`\n- [ ] y\n";
    let mut state = play(deck, [Msg::Quiz(QuizMsg::Question(0)), option(0)]);
    let strokes: Vec<_> = verdict_screen(&mut state).reasons[0]
        .shifts
        .iter()
        .map(|one| (one.row, one.side, one.from, one.to))
        .collect();
    // The mean is 4/3: 5/3 more, 1/3 less, 4/3 less, of at most 3 * 2 * 2 / 3.
    assert_eq!(strokes, [(0, 0, 500, 704), (1, 1, 458, 496), (2, 2, 333, 496)]);
}

#[test]
fn blocks_end_at_the_score_where_points_are_taken_away() {
    let deck = "---\nlang: en\nsides: [{ id: a }, { id: b }]\n---\n## Q\n\n- [ ] x `a +4` `b +2`\n- [ ] y\n\n---\n\n## R\n\n- [ ] x `a -2`\n- [ ] y\n";
    let mut state =
        play(deck, [0, 1].into_iter().flat_map(|at| [Msg::Quiz(QuizMsg::Question(at)), option(0)]));
    let bars = verdict_screen(&mut state).summary.bars;
    let ends: Vec<_> =
        bars.iter().map(|bar| bar.strokes.iter().map(|one| (one.from, one.to)).collect::<Vec<_>>()).collect();
    assert_eq!(ends, [[(0, 996)], [(0, 996)]]);
}
