//! The timeline, played: its lines and bars, what is told of a claim, zooming, and its drawing.

use crate::compared::{COMPARED, handed_out, moved};
use crate::html::{has, html};
use crate::play::*;
use kurabe::analysis::freshness::Freshness;
use kurabe::app::effect::Effect;
use kurabe::app::lens::Lens;
use kurabe::app::msg::{CompareMsg, Msg, NavMsg, SidesMsg, TableUse, UiMsg};
use kurabe::app::screen::{Lane, Stage, TimelineScreen, screen};
use kurabe::app::state::State;
use kurabe::app::view::View;
use kurabe::model::claim::SideIndex;
use kurabe::model::content::ItemNumber;
use std::fmt::Write;

fn timeline(state: &State) -> TimelineScreen {
    match screen(state).stage {
        Stage::Timeline(timeline) => timeline,
        other => panic!("no timeline: {other:?}"),
    }
}

fn lane(state: &State, text: &str) -> Lane {
    timeline(state).lanes.into_iter().find(|lane| lane.text.contains(text)).expect("a line")
}

#[test]
fn a_line_a_claim_with_a_period_by_topic_and_side() {
    let state = play(COMPARED, [Msg::Nav(NavMsg::View(View::Timeline))]);
    let told: Vec<(String, bool, String, String)> = timeline(&state)
        .lanes
        .into_iter()
        .map(|lane| (lane.topic.0, lane.is_first, lane.side_name, lane.text))
        .collect();
    let line = |topic: &str, is_first, side: &str, text: &str| {
        (topic.to_owned(), is_first, side.to_owned(), text.to_owned())
    };
    assert_eq!(
        told,
        [
            line("Start", true, "All sides", "for all"),
            line("DNS", true, "GKE", "old | \"way\""),
            line("DNS", false, "GKE", "new way"),
            line("DNS", false, "EKS", "no cache"),
            line("DNS", false, "EKS", "built in"),
            line("Load balancers", true, "GKE", "later docs"),
        ]
    );
    assert_eq!(screen(&state).title, "Timeline - Clouds");
    assert_eq!(state.display.announcement, "Timeline");
}

#[test]
fn bars_begin_and_end_with_the_periods() {
    // The months of the deck: October 2020 to November 2026, 74 of them.
    let mut state = play(COMPARED, [Msg::Nav(NavMsg::View(View::Timeline))]);
    let is_near = |place: u32, month: u32| place.abs_diff(month * 10_000 / 74) <= 2;
    let old = lane(&state, "old");
    assert!(old.bar.0 == 0 && is_near(old.bar.1, 5), "{:?}", old.bar);
    assert_eq!((old.open, old.freshness), ((true, false), Freshness::Current));
    let new = lane(&state, "new way");
    assert!(is_near(new.bar.0, 5) && new.bar.1 == 10_000, "{:?}", new.bar);
    assert_eq!((new.open, new.freshness), ((false, true), Freshness::Upcoming));
    assert!(is_near(lane(&state, "no cache").bar.1, 50));
    state.update(moved("2024-12"));
    assert_eq!(lane(&state, "no cache").freshness, Freshness::Ended);
    assert_eq!(lane(&state, "built in").freshness, Freshness::Current);
    let axis = timeline(&state).axis;
    let years: Vec<&str> = axis.years.iter().map(|(_, year)| year.as_str()).collect();
    assert_eq!(years, ["2021", "2022", "2023", "2024", "2025", "2026"]);
    assert!(is_near(axis.years[0].0, 3));
    // Where the lens is near a moment, its name has the room.
    assert_eq!(
        axis.days.iter().map(|(_, name)| name.as_str()).collect::<Vec<_>>(),
        ["talk", "now", "2024-12-31"]
    );
    state.update(moved("2021-01"));
    assert_eq!(timeline(&state).axis.days[0].1, "");
}

#[test]
fn a_vague_end_is_told_from_a_sharp_one() {
    let vague = COMPARED.replace("`#e1 ..2024-12`", "`#e1 2018..~2024-12`");
    let state = play(&vague, [Msg::Nav(NavMsg::View(View::Timeline))]);
    let lane = lane(&state, "no cache");
    assert_eq!((lane.open, lane.vague), ((false, false), (false, true)));
}

#[test]
fn sides_that_are_off_have_no_lines() {
    let state =
        play(COMPARED, [Msg::Nav(NavMsg::View(View::Timeline)), Msg::Sides(SidesMsg::Toggle(SideIndex(0)))]);
    let sides: Vec<String> = timeline(&state).lanes.into_iter().map(|lane| lane.side_name).collect();
    assert_eq!(sides, ["All sides", "EKS", "EKS"]);
    assert_eq!(timeline(&state).lanes[1].number, 2);
}

#[test]
fn a_chosen_claim_leads_to_its_days_and_its_slide() {
    let mut state = play(COMPARED, [Msg::Nav(NavMsg::View(View::Timeline))]);
    let built_in = lane(&state, "built in");
    let press = Msg::Compare(CompareMsg::Bar(built_in.slide, built_in.item));
    state.update(press.clone());
    let card = lane(&state, "built in").card.expect("a card");
    assert_eq!(card.claim.link, "#e2");
    let day = kurabe::model::date::Date::new(2024, 12, 1).unwrap();
    assert_eq!(card.days, [(Lens::On(day), "2024-12-01".to_owned())]);
    has(&html(&state), &["aria-expanded=\"true\" data-bar=\"1:4\"", "href=\"#e2\">Go to the slide</a>"]);
    // Escape closes it and leads the focus back; the view stays.
    let effects = state.update(Msg::Ui(UiMsg::Close));
    assert!(effects.contains(&Effect::LeaveDetails(1, ItemNumber(4))), "{effects:?}");
    assert_eq!((state.nav.view, lane(&state, "built in").card), (View::Timeline, None));
    state.update(press.clone());
    state.update(press);
    assert_eq!(lane(&state, "built in").card, None, "pressed once more");
    state.update(Msg::Ui(UiMsg::Close));
    assert_eq!(state.nav.view, View::Slides);
}

#[test]
fn zooming_halves_the_years_around_the_lens() {
    let mut state = play(COMPARED, [Msg::Nav(NavMsg::View(View::Timeline)), moved("2024-12")]);
    assert_eq!(timeline(&state).zooms, [true, false]);
    state.update(Msg::Compare(CompareMsg::Zoom { closer: true }));
    assert_eq!(state.display.announcement, "2023 to 2026");
    let years =
        |state: &State| timeline(state).axis.years.iter().map(|(_, year)| year.clone()).collect::<Vec<_>>();
    assert_eq!(years(&state), ["2024", "2025", "2026"]);
    // What lies before the axis is at its beginning, what lies behind it at its end.
    assert_eq!(lane(&state, "old").bar, (0, 0));
    assert_eq!(lane(&state, "new way").bar, (0, 10_000));
    for _ in 0..10 {
        state.update(Msg::Compare(CompareMsg::Zoom { closer: true }));
    }
    assert_eq!((timeline(&state).zooms, years(&state)), ([false, true], vec!["2025".to_owned()]));
    for _ in 0..10 {
        state.update(Msg::Compare(CompareMsg::Zoom { closer: false }));
    }
    assert_eq!(timeline(&state).zooms, [true, false]);
}

#[test]
fn the_timeline_is_a_table_whose_texts_are_those_of_the_bars() {
    let state = play(COMPARED, [Msg::Nav(NavMsg::View(View::Timeline)), moved("2024-12")]);
    let markup = html(&state);
    has(
        &markup,
        &[
            "<table class=\"timeline rows\" role=\"table\" aria-label=\"Timeline\" aria-rowcount=\"7\">",
            "<span class=\"visually-hidden\">State</span>",
            "<th role=\"rowheader\" scope=\"row\">DNS</th>",
            "<span class=\"lane-side\">EKS</span> <s>no cache</s> <span class=\"claim-period\">ended 2024-12</span>",
            "<svg class=\"lane-svg\" height=\"14\" role=\"img\" aria-label=\"Ended\">",
        ],
    );
    assert_eq!(markup.matches("data-bar=").count(), timeline(&state).lanes.len());
    assert_eq!(markup.matches("class=\"bar-end\"").count(), 2, "an end a claim that has ended");
}

#[test]
fn of_many_lines_only_some_are_drawn() {
    let mut deck = "---\nlang: en\nsides: [{ id: a, name: A }, { id: b, name: B }]\n---\n\n".to_owned();
    for number in 1..=300 {
        let _ = write!(
            deck,
            "## T{number}\n\n### A\n\n- `2020..` x\n- `2021..` y\n\n### B\n\n- `2022..` z\n\n---\n\n"
        );
    }
    let mut state = play(&deck, [Msg::Nav(NavMsg::View(View::Timeline))]);
    assert_eq!(numbers(&state), (1..=10).collect::<Vec<_>>(), "the first frame");
    state.update(Msg::Compare(CompareMsg::RowSeen(0)));
    assert_eq!(numbers(&state), [(1..=40).collect(), vec![900]].concat());
    state.update(Msg::Compare(CompareMsg::RowSeen(450)));
    // Tab comes to the first and the last row from without.
    let drawn = [vec![1], (433..=472).collect(), vec![900]].concat();
    assert_eq!(numbers(&state), drawn);
    assert!(timeline(&state).lanes[1].is_first, "it names its topic");
    has(&html(&state), &["aria-rowcount=\"901\"", "data-rows=\"431\"", "data-rows=\"427\""]);
    // From the row with the focus it comes to those beside it, wherever they are.
    state.update(Msg::Compare(CompareMsg::RowFocused(471)));
    assert!(numbers(&state).contains(&473));
    state.update(Msg::Compare(CompareMsg::RowSeen(0)));
    let drawn = [(1..=40).collect(), vec![471, 472, 473, 900]].concat();
    assert_eq!(numbers(&state), drawn);
    state.update(Msg::Compare(CompareMsg::RowFocused(899)));
    assert_eq!(numbers(&state)[40..], [899, 900]);
}

#[test]
fn a_table_of_some_hundreds_of_lines_is_drawn_whole_bit_by_bit() {
    let mut deck = "---\nlang: en\nsides: [{ id: a, name: A }, { id: b, name: B }]\n---\n\n".to_owned();
    for number in 1..=120 {
        let _ = write!(deck, "## T{number}\n\n### A\n\n- `2020..` x\n\n---\n\n");
    }
    for view in [View::Timeline, View::Matrix] {
        let mut state = play(&deck, [Msg::Nav(NavMsg::View(view))]);
        let drawn = |state: &State| html(state).matches("data-row=").count();
        let mut counts = vec![drawn(&state)];
        while counts.len() < 20 && html(&state).contains("data-rows=") {
            state.update(Msg::Compare(CompareMsg::RowSeen(0)));
            counts.push(drawn(&state));
        }
        assert!(counts[0] <= 10 && counts.windows(2).all(|two| two[1] - two[0] <= 40), "{counts:?}");
        assert_eq!(counts.last(), Some(&120));
        // Who is at its end already need not wait.
        let state = play(&deck, [Msg::Nav(NavMsg::View(view)), Msg::Compare(CompareMsg::RowSeen(110))]);
        assert_eq!(drawn(&state), 120);
    }
}

fn numbers(state: &State) -> Vec<usize> {
    timeline(state).lanes.iter().map(|lane| lane.number).collect()
}

#[test]
fn the_drawing_is_svg_of_all_lines_with_their_texts_escaped() {
    let hostile = COMPARED.replace("built in", "a < b & \\<script>");
    let mut state = play(&hostile, [Msg::Nav(NavMsg::View(View::Timeline)), moved("2024-12")]);
    let (name, text) = handed_out(&mut state, TableUse::DownloadSvg);
    assert_eq!(name, "timeline-2024-12-31.svg");
    assert!(text.starts_with("<svg xmlns=\"http://www.w3.org/2000/svg\"") && text.ends_with("</svg>\n"));
    assert_eq!(text.matches("rx=\"2\"").count(), 6, "a bar a line");
    has(&text, &["a &lt; b &amp; &lt;script> (since 2024-12)", ">DNS</text>", ">2024-12-31</text>"]);
    assert!(!text.contains("<script"));
}

#[test]
fn the_figure_counts_what_began_and_ended() {
    let figure = COMPARED.replace("# Start {#start}\n", "# Start {#start}\n\n```kurabe timeline\n```\n");
    let state = play(&figure, []);
    has(&html(&state), &["GKE: 2 begun, 1 ended", "EKS: 1 begun, 1 ended", ">Timeline</button>"]);
    assert_eq!(html(&state).matches("class=\"begun\"").count(), 3);
}
