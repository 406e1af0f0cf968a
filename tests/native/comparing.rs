//! Topics, the matrix, changes and months, as of any day.

use kurabe::analysis::changes::{limits, topic_changes};
use kurabe::analysis::difference::{Difference, difference};
use kurabe::analysis::freshness::Freshness;
use kurabe::analysis::matrix::{CellMark, Query, Sort, cell_mark, differs, last_change, rows, side_mark};
use kurabe::analysis::months::{Month, Months};
use kurabe::analysis::topics::{Tally, Topic, TopicClaim, tally, topics};
use kurabe::model::claim::SideIndex;
use kurabe::model::content::{first_paragraph, plain_text};
use kurabe::model::date::{Date, PartialDate};
use kurabe::model::deck::Deck;
use proptest::prelude::*;
use std::fmt::Write;

const A: SideIndex = SideIndex(0);
const B: SideIndex = SideIndex(1);
const HEAD: &str = "---\nlang: en\nsides: [{ id: a, name: A }, { id: b, name: B }]\n\
                    moments: [{ date: 2020-10-08, name: talk }, { date: 2026-11-22, name: now }]\n---\n\n";

fn deck(text: &str) -> Deck {
    kurabe::read::read(&format!("{HEAD}{text}")).value
}

fn day(text: &str) -> Date {
    PartialDate::parse(text).expect("a date").first_day()
}

fn text(deck: &Deck, claim: &TopicClaim) -> String {
    plain_text(first_paragraph(&claim.item(deck).expect("an item").blocks))
}

/// The texts of what ended and of what is new, change by change, and how many claims stayed.
fn changed(deck: &Deck, from: &str, to: &str) -> (Vec<String>, usize) {
    let mut told = Vec::new();
    let mut unchanged = 0;
    for topic in topics(deck) {
        let found = topic_changes(deck, &topic, (day(from), day(to)), |_| true);
        unchanged += found.unchanged;
        for change in &found.changes {
            let texts = |claims: &[TopicClaim]| names(deck, claims).join(" ");
            told.push(format!("{} > {}", texts(&change.ended), texts(&change.new)).trim().to_owned());
        }
    }
    (told, unchanged)
}

const ONE: &str = "## Topic {#topic}\n\n### A\n\n- `#old 2018..2020-10-08` old\n- `#new 2020-10-08.. replaces:old` new\n\
                   - `#month 2021-02..2021-04` month\n- `#year 2022..2023` year\n- plain\n\n### B\n\n- `#open ..2021` open\n";

#[test]
fn a_change_is_told_from_its_first_day_on() {
    let one = deck(ONE);
    let told = |from: &str, to: &str| changed(&one, from, to).0;
    assert_eq!(told("2017-12-31", "2018-01-01"), ["> old"], "a year begins with its first day");
    assert_eq!(told("2018-01-01", "2020-10-07"), [""; 0]);
    assert_eq!(told("2020-10-07", "2020-10-08"), ["old > new"], "replaced on the day");
    assert_eq!(told("2020-10-08", "2020-12-31"), [""; 0]);
    assert_eq!(told("2020-12-31", "2021-01-01"), ["open >"], "a year ends before its first day");
    assert_eq!(told("2021-01-31", "2021-02-01"), ["> month"], "a month begins with its first day");
    assert_eq!(told("2021-03-31", "2021-04-01"), ["month >"], "and is over on the first of its end");
    assert_eq!(told("2021-12-31", "2022-01-01"), ["> year"]);
    assert_eq!(told("2022-12-31", "2023-01-01"), ["year >"]);
    assert_eq!(
        told("2021-01-31", "2021-04-01"),
        [""; 0],
        "what came and went meanwhile holds on neither day"
    );
    assert_eq!(told("2019", "2026"), ["old > new", "open >"]);
    assert_eq!(told("2026", "2019"), ["new > old", "> open"]);
    assert_eq!(changed(&one, "2019", "2026").1, 1, "what is undated stays");
}

#[test]
fn replacements_are_followed_through_what_came_and_went() {
    let chain = deck(
        "## Topic\n\n### A\n\n- `#a ..2020` a\n- `#b 2020..2021 replaces:a` b\n- `#c 2021.. replaces:b` c\n\
         - `#d ..2022` d\n- `#e 2022..` e\n- `#f 2022.. replaces:d` f\n\n### B\n\n- `#g 2022.. replaces:e` g\n",
    );
    assert_eq!(changed(&chain, "2019", "2023").0, ["a > c", "d > f", "> e", "> g"]);
    let joined = deck(
        "## Topic\n\n### A\n\n- `#a ..2020` a\n- `#b ..2021` b\n- `#c 2021.. replaces:a replaces:b` c\n",
    );
    assert_eq!(changed(&joined, "2019", "2023").0, ["a b > c"]);
    let nested = deck("## Topic\n\n### A\n\n- `#a ..2020` a\n  - of a\n  - `#b 2020..` b\n- c\n  - of c\n");
    assert_eq!(changed(&nested, "2019", "2023"), (vec!["a >".to_owned(), "> b".to_owned()], 1));
}

#[test]
fn the_limits_of_one_day_are_followed_to_another() {
    let limited = deck(
        "## Topic\n\n### A\n\n- [ ] `#a ..2021` a\n- [ ] `#b` b\n- [ ] `#c 2021..` c\n- [x] `#d ..2021` d\n- `#e ..2021` e\n",
    );
    let found = limits(&topics(&limited), (day("2020"), day("2022")), |_| true);
    assert_eq!((found.all, found.gone), (2, 1));
}

#[test]
fn slides_of_one_topic_share_a_row_and_hidden_ones_have_none() {
    let many = deck(
        "# First {#first}\n\n---\n\n## Net {#n1}\n\n### A\n\n- a\n\n---\n\n## Empty\n\ntext\n\n---\n\n# Second {#second}\n\n---\n\n\
         ## Other {#n2}\n\n<!-- topic: Net -->\n\n### B\n\n- b\n\n---\n\n## Hidden\n\n<!-- hide: true -->\n\n### A\n\n- c\n\n---\n\n\
         ## DNS\n\n### A\n\n- d\n",
    );
    let found = topics(&many);
    let told: Vec<(&str, Option<usize>, &[usize])> =
        found.iter().map(|topic| (topic.name.as_str(), topic.section, topic.slides.as_slice())).collect();
    assert_eq!(told, [("Net", Some(0), &[1, 4][..]), ("DNS", Some(3), &[6][..])]);
    assert_eq!(names(&many, &found[0].claims), ["a", "b"]);
}

#[test]
fn a_cell_says_what_all_its_marks_say() {
    assert_eq!(cell_mark([]), None);
    assert_eq!(cell_mark([true, true]), Some(CellMark::Can));
    assert_eq!(cell_mark([false]), Some(CellMark::Cannot));
    assert_eq!(cell_mark([false, true, false]), Some(CellMark::Partly));
    assert!(!differs([None, Some(CellMark::Can), Some(CellMark::Can)]));
    assert!(differs([Some(CellMark::Can), None, Some(CellMark::Partly)]));
}

const MARKED: &str = "## One {#one}\n\n### A\n\n- [ ] `#a1 ..2024-12` no\n- [x] `#a2 2024-12.. replaces:a1` yes\n\n### B\n\n- [x] `#b1` yes\n\n---\n\n\
                      ## Two {#two}\n\n### A\n\n- [x] `#a3 2022-03-05..` yes\n\n### B\n\n- `#b3` words\n\n---\n\n\
                      ## All {#all}\n\n### A\n\n- same\n\n### B\n\n- same\n";

#[test]
fn a_mark_is_that_of_the_claims_which_hold_on_the_day() {
    let marked = deck(MARKED);
    let one = &topics(&marked)[0].claims;
    assert_eq!(side_mark(one, A, day("2024-11-30")), Some(CellMark::Cannot));
    assert_eq!(side_mark(one, A, day("2024-12-01")), Some(CellMark::Can));
    assert_eq!(side_mark(one, B, day("2018")), Some(CellMark::Can));
    assert_eq!(last_change(one, day("2024-11-30")), None);
    assert_eq!(last_change(one, day("2024-12-01")), Some(day("2024-12-01")));
}

fn shown(deck: &Deck, look: impl Fn(&mut Query<'_>)) -> Vec<String> {
    let all = topics(deck);
    let mut query = Query {
        day: day("2026-11-22"),
        is_on: &|_| true,
        only_differing: false,
        only_changed: None,
        has_text: &|_, _| true,
        sort: Sort::Deck,
    };
    look(&mut query);
    rows(deck, &all, &query).into_iter().map(|at| all[at].name.clone()).collect()
}

#[test]
fn rows_are_filtered_and_sorted() {
    let marked = deck(MARKED);
    assert_eq!(shown(&marked, |_| {}), ["One", "Two", "All"]);
    let differing = |on: &str| {
        shown(&marked, |query| {
            query.only_differing = true;
            query.day = day(on);
        })
    };
    assert_eq!(differing("2024-11-30"), ["One"]);
    assert_eq!(differing("2024-12-01"), [""; 0]);
    let one_side = |query: &mut Query<'_>| {
        query.only_differing = true;
        query.day = day("2020");
        query.is_on = &|side| side == A;
    };
    assert_eq!(shown(&marked, one_side), [""; 0], "one side has nobody to differ from");
    let between =
        |from: &str, to: &str| shown(&marked, |query| query.only_changed = Some((day(from), day(to))));
    assert_eq!(between("2022-03-04", "2022-03-05"), ["Two"]);
    assert_eq!(between("2020", "2026"), ["One", "Two"]);
    assert_eq!(between("2025", "2026"), [""; 0]);
    assert_eq!(shown(&marked, |query| query.sort = Sort::Topic), ["All", "One", "Two"]);
    assert_eq!(shown(&marked, |query| query.sort = Sort::Change), ["One", "Two", "All"]);
    let before = |query: &mut Query<'_>| {
        query.sort = Sort::Change;
        query.day = day("2023");
    };
    assert_eq!(shown(&marked, before), ["Two", "One", "All"]);
    assert_eq!(shown(&marked, |query| query.has_text = &|at, _| at == 2), ["All"]);
}

fn told(deck: &Deck, on: &str) -> Option<Difference> {
    difference(&deck.slides[0], &[A, B], day(on), (day("2020-10-08"), day("2026-11-22")))
}

#[test]
fn a_slide_tells_in_what_its_sides_differ_and_since_when_they_agree() {
    let marked = deck(MARKED);
    let marks = vec![(A, CellMark::Cannot), (B, CellMark::Can)];
    let agreed = Some((PartialDate::parse("2024-12").unwrap(), CellMark::Can));
    let expected = |agree_now| Some(Difference { marks: marks.clone(), agreed, agree_now });
    assert_eq!(told(&marked, "2020-10-08"), expected(false));
    assert_eq!(told(&marked, "2024-11-30"), expected(false));
    assert_eq!(told(&marked, "2024-12-01"), expected(true));
    assert_eq!(told(&marked, "2026-11-22"), expected(true));
    let one_side = difference(&marked.slides[0], &[A], day("2020"), (day("2020"), day("2026")));
    assert_eq!(one_side, None);
    let forever = deck("## X\n\n### A\n\n- [ ] no\n\n### B\n\n- [x] yes\n");
    assert_eq!(told(&forever, "2023"), Some(Difference { marks, agreed: None, agree_now: false }));
    assert_eq!(told(&deck("## X\n\n### A\n\n- [x] no\n\n### B\n\n- [x] yes\n"), "2023"), None);
    // They agreed for a while, and don't any more.
    let again = deck(
        "## X\n\n### A\n\n- [ ] `#a ..2021` no\n- [x] `#b 2021..2022` yes\n- [ ] `#c 2022..` no\n\n### B\n\n- [x] yes\n",
    );
    assert_eq!(told(&again, "2020-10-08").map(|it| it.agreed), Some(None));
    assert_eq!(told(&again, "2021-06").map(|it| (it.agreed.is_some(), it.agree_now)), Some((true, true)));
}

#[test]
fn months_run_from_the_first_to_the_last_date_of_a_deck() {
    let today = day("2027-01-31");
    let months = Months::of(&deck(ONE), today).expect("months");
    assert_eq!((months.first.first_day(), months.last.last_day()), (day("2018"), day("2026-11-30")));
    let counts: Vec<(String, u32)> =
        months.changes.iter().map(|(month, count)| (month.first_day().to_string(), *count)).collect();
    let expected = ["2018-01", "2020-10", "2021-01", "2021-02", "2021-04", "2022-01", "2023-01"];
    assert_eq!(counts.iter().map(|(day, _)| day[..7].to_owned()).collect::<Vec<_>>(), expected);
    assert_eq!(counts[1].1, 2, "one ends and one begins");
    let beside = |on: &str, later| months.change_beside(day(on), later).map(|day| day.to_string());
    assert_eq!(beside("2020-10-08", true).as_deref(), Some("2021-01-01"));
    assert_eq!(beside("2020-10-08", false).as_deref(), Some("2018-01-01"));
    assert_eq!(beside("2020-10-09", false).as_deref(), Some("2020-10-08"));
    assert_eq!((beside("2018-01-01", false), beside("2023-01-01", true)), (None, None));
    assert_eq!(Month::of(day("2024-02-10")).last_day(), day("2024-02-29"));
    let bare = kurabe::read::read("## X\n\ntext\n").value;
    assert_eq!(Months::of(&bare, today), None);
}

/// A deck of claims with all kinds of periods, some replacing others, on two sides and on none.
fn some_deck() -> impl Strategy<Value = Deck> {
    let dates = prop::sample::select(vec![
        "",
        "2018",
        "2020-10",
        "2020-10-08",
        "2021-02-28",
        "2024-02-29",
        "~2025-01",
    ]);
    let claim =
        (dates.clone(), dates, any::<bool>(), 0_usize..4, prop::option::of(0_usize..6), any::<bool>());
    let slide = prop::collection::vec(claim, 1..7);
    prop::collection::vec(slide, 1..5).prop_map(|slides| {
        let mut text = String::new();
        let mut count = 0;
        for (at, claims) in slides.iter().enumerate() {
            let _ = write!(text, "## Topic {}\n\n", at % 3);
            for column in 0..2 {
                text.push_str(if column == 0 { "### A\n\n" } else { "### B\n\n" });
                for (from, until, is_a, mark, replaces, is_nested) in claims {
                    if *is_a != (column == 0) {
                        continue;
                    }
                    count += 1;
                    let mark = ["", "[x] ", "[ ] ", ""][*mark];
                    let period = if from.is_empty() && until.is_empty() {
                        String::new()
                    } else {
                        format!(" {from}..{until}")
                    };
                    let replaces = replaces.map_or(String::new(), |other| format!(" replaces:c{other}"));
                    let indent = if *is_nested { "  " } else { "" };
                    let _ = writeln!(text, "{indent}- {mark}`#c{count}{period}{replaces}` claim {count}");
                }
                text.push('\n');
            }
            text.push_str("---\n\n");
        }
        deck(&text)
    })
}

fn some_day() -> impl Strategy<Value = Date> {
    (2017_u16..2027, 1_u8..13, 1_u8..29).prop_map(|(year, month, day)| Date { year, month, day })
}

fn names(deck: &Deck, claims: &[TopicClaim]) -> Vec<String> {
    claims.iter().map(|claim| text(deck, claim)).collect()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(500))]

    #[test]
    fn every_claim_has_one_freshness(deck in some_deck(), day in some_day()) {
        let all = topics(&deck);
        let count: usize = all.iter().map(|topic| topic.claims.len()).sum();
        let Tally { current, ended, upcoming, undated } = tally(&all, day, |_| true);
        prop_assert_eq!(current + ended + upcoming + undated, count);
        prop_assert!(count > 0);
        for claim in all.iter().flat_map(|topic| &topic.claims) {
            let is_undated = claim.freshness(day) == Freshness::Undated;
            prop_assert_eq!(is_undated, claim.period.is_none());
        }
    }

    #[test]
    fn changes_reversed_are_the_changes_back(deck in some_deck(), from in some_day(), to in some_day()) {
        for topic in topics(&deck) {
            let there = topic_changes(&deck, &topic, (from, to), |_| true);
            let back = topic_changes(&deck, &topic, (to, from), |_| true);
            prop_assert_eq!(there.unchanged, back.unchanged);
            prop_assert_eq!(there.changes.len(), back.changes.len());
            for (one, other) in there.changes.iter().zip(&back.changes) {
                prop_assert_eq!(names(&deck, &one.ended), names(&deck, &other.new));
                prop_assert_eq!(names(&deck, &one.new), names(&deck, &other.ended));
            }
        }
    }

    #[test]
    fn changes_and_the_unchanged_are_all_that_holds(deck in some_deck(), from in some_day(), to in some_day()) {
        for topic in topics(&deck) {
            let found = topic_changes(&deck, &topic, (from, to), |_| true);
            let own: Vec<TopicClaim> = topic.claims.iter().copied().filter(TopicClaim::is_own).collect();
            let ended: usize = found.changes.iter().map(|change| change.ended.len()).sum();
            let new: usize = found.changes.iter().map(|change| change.new.len()).sum();
            prop_assert_eq!(own.iter().filter(|claim| claim.holds(from)).count(), ended + found.unchanged);
            prop_assert_eq!(own.iter().filter(|claim| claim.holds(to)).count(), new + found.unchanged);
        }
    }

    #[test]
    fn rows_are_topics_each_once(deck in some_deck(), day in some_day(), from in some_day()) {
        let all = topics(&deck);
        for sort in [Sort::Deck, Sort::Topic, Sort::Change] {
            let query = Query {
                day, is_on: &|_| true, only_differing: false, only_changed: Some((from, day)),
                has_text: &|_, _| true, sort,
            };
            let mut found = rows(&deck, &all, &query);
            for at in &found {
                let changes = topic_changes(&deck, &all[*at], (from, day), |_| true).changes;
                let nested = all[*at].claims.iter().any(|claim| !claim.is_own());
                prop_assert!(!changes.is_empty() || nested);
            }
            found.sort_unstable();
            found.dedup();
            let wanted = |topic: &Topic| topic.claims.iter().any(|claim| claim.holds(from) != claim.holds(day));
            prop_assert_eq!(found.len(), all.iter().filter(|topic| wanted(topic)).count());
        }
    }
}
