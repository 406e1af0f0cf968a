//! The matrix, played, and what it hands out.

use crate::compared::{COMPARED, handed_out, moved};
use crate::html::{has, html};
use crate::play::*;
use kurabe::analysis::matrix::CellMark;
use kurabe::app::export::Form;
use kurabe::app::msg::{CompareMsg, Msg, NavMsg, SidesMsg, TableUse, UiMsg};
use kurabe::app::screen::{MatrixScreen, Stage, screen};
use kurabe::app::state::State;
use kurabe::app::view::View;
use std::fmt::Write;

fn matrix(state: &State) -> MatrixScreen {
    match screen(state).stage {
        Stage::Matrix(matrix) => matrix,
        other => panic!("no matrix: {other:?}"),
    }
}

fn topics(state: &State) -> Vec<String> {
    matrix(state).rows.into_iter().map(|row| row.topic).collect()
}

#[test]
fn the_matrix_has_a_row_a_topic_and_a_column_a_side() {
    let state = play(COMPARED, [Msg::Nav(NavMsg::View(View::Matrix))]);
    let shown = matrix(&state);
    assert_eq!(topics(&state), ["DNS", "Load balancers"]);
    let told = |row: usize| {
        shown.rows[row].cells.iter().map(|cell| (cell.mark, cell.claims.len())).collect::<Vec<_>>()
    };
    assert_eq!(told(0), [(Some(CellMark::Can), 2), (Some(CellMark::Cannot), 2), (None, 0)]);
    assert_eq!(told(1), [(None, 0), (Some(CellMark::Can), 1), (None, 0)]);
    assert_eq!(shown.rows[0].link, "#dns");
    assert_eq!(shown.frame.tally, "As of talk: 2 current, 0 ended, 4 upcoming, 3 undated");
    assert_eq!(screen(&state).title, "Matrix - Clouds");
    has(
        &html(&state),
        &[
            "<table class=\"matrix rows\" role=\"table\" aria-label=\"Matrix\" aria-rowcount=\"3\">",
            "<th role=\"columnheader\" scope=\"col\" data-side=\"0\"><span class=\"column-name\">GKE</span>",
            "<tr role=\"row\" aria-rowindex=\"2\" data-row=\"1\"><th class=\"topic\" role=\"rowheader\" scope=\"row\"",
            "<span class=\"cell-mark cannot\"><span aria-hidden=\"true\">✕</span><span class=\"visually-hidden\">can't</span>",
        ],
    );
}

#[test]
fn filters_and_order_change_the_rows() {
    let mut state = play(COMPARED, [Msg::Nav(NavMsg::View(View::Matrix))]);
    state.update(Msg::Compare(CompareMsg::ToggleDiffering));
    assert_eq!(topics(&state), ["DNS"]);
    state.update(moved("2025-01"));
    assert_eq!(topics(&state), [""; 0]);
    has(&html(&state), &["No topic matches. Take a filter off."]);
    state.update(Msg::Compare(CompareMsg::ToggleDiffering));
    state.update(Msg::Compare(CompareMsg::Filter("LATER".into())));
    assert_eq!(topics(&state), ["Load balancers"]);
    assert_eq!(matrix(&state).count, "1 of 2 topics");
    state.update(Msg::Compare(CompareMsg::Filter("old".into())));
    assert_eq!(topics(&state), [""; 0], "it has ended");
    state.update(moved("2021-01"));
    assert_eq!(topics(&state), ["DNS"]);
    state.update(Msg::Compare(CompareMsg::Filter("network".into())));
    assert_eq!(topics(&state), ["DNS"], "a slide's title leads to its topic");
    state.update(Msg::Compare(CompareMsg::Filter(String::new())));
    state.update(Msg::Sides(SidesMsg::Toggle(EKS)));
    assert_eq!(matrix(&state).columns.len(), 1);
    state.update(Msg::Compare(CompareMsg::Sort("change".into())));
    state.update(moved("2025-01"));
    assert_eq!(topics(&state), ["Load balancers", "DNS"]);
    state.update(Msg::Compare(CompareMsg::Sort("nonsense".into())));
    assert_eq!(topics(&state), ["DNS", "Load balancers"]);
    state.update(Msg::Compare(CompareMsg::ToggleChanged));
    assert_eq!(topics(&state), ["DNS", "Load balancers"]);
    state.update(Msg::Compare(CompareMsg::To("0".into())));
    assert_eq!(topics(&state), [""; 0], "from a moment to itself nothing changes");
}

#[test]
fn columns_change_places() {
    let mut state = play(COMPARED, [Msg::Nav(NavMsg::View(View::Matrix))]);
    let names =
        |state: &State| matrix(state).columns.into_iter().map(|column| column.name).collect::<Vec<_>>();
    assert_eq!(names(&state), ["GKE", "EKS"]);
    state.update(Msg::Compare(CompareMsg::MoveColumn { side: GKE, further: true }));
    assert_eq!(names(&state), ["EKS", "GKE"]);
    assert_eq!(state.display.announcement, "GKE is column 2 of 2");
    assert_eq!(matrix(&state).rows[0].cells[0].mark, Some(CellMark::Cannot));
    state.update(Msg::Compare(CompareMsg::MoveColumn { side: GKE, further: true }));
    state.update(Msg::Compare(CompareMsg::MoveColumn { side: EKS, further: false }));
    assert_eq!(names(&state), ["EKS", "GKE"]);
    state.update(Msg::Compare(CompareMsg::MoveColumn { side: GKE, further: false }));
    assert_eq!(
        (names(&state), state.display.announcement.as_str()),
        (vec!["GKE".into(), "EKS".into()], "GKE is column 1 of 2")
    );
    // A side that is off has no place to be passed.
    let three = COMPARED.replace("{ id: eks", "{ id: aks, name: AKS }, { id: eks");
    let mut state = play(&three, [Msg::Nav(NavMsg::View(View::Matrix)), Msg::Sides(SidesMsg::Toggle(EKS))]);
    assert_eq!(names(&state), ["GKE", "EKS"]);
    state.update(Msg::Compare(CompareMsg::MoveColumn { side: GKE, further: true }));
    assert_eq!(names(&state), ["EKS", "GKE"]);
}

#[test]
fn a_row_leads_to_its_slide_and_escape_back() {
    let mut state = play(COMPARED, [at(1), Msg::Nav(NavMsg::View(View::Matrix))]);
    state.update(Msg::Nav(NavMsg::Link("lb".into())));
    assert_eq!((state.nav.view, state.nav.slide), (View::Slides, 3));
    state.update(Msg::Nav(NavMsg::View(View::Matrix)));
    for msg in [Msg::Nav(NavMsg::Next), Msg::Nav(NavMsg::Last), Msg::Nav(NavMsg::Previous)] {
        state.update(msg);
        assert_eq!((state.nav.view, state.nav.slide), (View::Matrix, 3), "the view scrolls, the slide stays");
    }
    state.update(Msg::Ui(UiMsg::Close));
    assert_eq!((state.nav.view, state.nav.slide), (View::Slides, 3));
}

#[test]
fn a_long_table_is_drawn_near_the_screen_and_handed_out_whole() {
    let mut deck = String::from("---\nsides: [{ id: a, name: A }, { id: b, name: B }]\n---\n\n");
    for number in 1..=400 {
        let _ = write!(deck, "## Topic {number}\n\n### A\n\n- `#c{number} 2020..` claim {number}\n\n---\n\n");
    }
    let mut state = play(&deck, [Msg::Nav(NavMsg::View(View::Matrix))]);
    let numbers = |state: &State| {
        let numbers: Vec<usize> = matrix(state).rows.iter().map(|row| row.number).collect();
        (numbers[0], numbers[1], numbers[numbers.len() - 2], numbers[numbers.len() - 1])
    };
    assert_eq!(numbers(&state), (1, 2, 4, 5), "the first frame");
    state.update(Msg::Compare(CompareMsg::RowSeen(0)));
    assert_eq!(numbers(&state), (1, 2, 40, 400), "the last row, to which Tab comes from behind it");
    has(&html(&state), &["aria-rowcount=\"401\"", "<td data-rows=\"359\">"]);
    assert!(state.update(Msg::Compare(CompareMsg::RowSeen(150))).is_empty());
    assert_eq!(numbers(&state), (1, 133, 172, 400));
    state.update(Msg::Compare(CompareMsg::RowSeen(399)));
    assert_eq!(numbers(&state), (1, 361, 399, 400));
    for form in [Form::Csv, Form::Markdown, Form::Json] {
        let text = state.matrix_text(form).unwrap();
        assert!((1..=400).all(|number| text.contains(&format!("claim {number}"))), "{form:?}");
    }
    state.update(Msg::Compare(CompareMsg::Filter("claim 299".into())));
    assert_eq!(matrix(&state).rows[0].number, 1, "a filter begins at the top");
}

#[test]
fn csv_is_for_spreadsheets() {
    let mut state = play(COMPARED, [Msg::Nav(NavMsg::View(View::Matrix))]);
    let (name, text) = handed_out(&mut state, TableUse::DownloadCsv);
    assert_eq!(name, "matrix-2020-10-08.csv");
    let expected = "\u{feff}\"Section\",\"Topic\",\"GKE (Can)\",\"GKE\",\"EKS (Can)\",\"EKS\"\r\n\
        \"Start\",\"DNS\",\"✓\",\"cache, with care docs <https://g.example/a?b=1>\nold | \"\"way\"\" (ended 2021-03-01)\",\
        \"✕\",\"no cache (ended 2024-12)\n=SUM(1)\"\r\n\
        \"Start\",\"Load balancers\",\"\",\"\",\"✓\",\"always\"\r\n";
    assert_eq!(text, expected);
    state.update(Msg::Sides(SidesMsg::Toggle(GKE)));
    state.update(Msg::Compare(CompareMsg::Filter("SUM".into())));
    state.update(moved("2025-01"));
    assert!(
        state.matrix_text(Form::Csv).unwrap().contains("\"'built in")
            || state.matrix_text(Form::Csv).unwrap().contains("\"built in")
    );
}

#[test]
fn a_field_that_looks_like_a_formula_stays_a_text() {
    let deck = COMPARED
        .replace("- [ ] `#e1 ..2024-12` no cache", "- [ ] `#e1 2030..` no")
        .replace("- [x] `#e2 2024-12.. replaces:e1 @2025-01-01` built in\n", "");
    let state = play(&deck, [Msg::Nav(NavMsg::View(View::Matrix))]);
    assert!(state.matrix_text(Form::Csv).unwrap().contains(",\"'=SUM(1)\"\r\n"));
}

#[test]
fn markdown_and_json_say_the_same() {
    let mut state = play(COMPARED, [Msg::Nav(NavMsg::View(View::Matrix)), moved("2025-01")]);
    let (name, text) = handed_out(&mut state, TableUse::DownloadMarkdown);
    assert_eq!(name, "matrix-2025-01-31.md");
    for part in [
        "| Topic | GKE | EKS |\n| --- | --- | --- |\n",
        "| DNS | ✓<br>✓ cache, with *care* [docs](<https://g.example/a?b=1>)<br>new way [Notes](<https://g.example/notes>) (since 2021-03-01) |",
        "✓ built in (since 2024-12)",
    ] {
        assert!(text.contains(part), "{part}\n{text}");
    }
    assert_eq!(handed_out(&mut state, TableUse::CopyMarkdown).1, text);
    let (_, json) = handed_out(&mut state, TableUse::CopyJson);
    let json: serde_json::Value = serde_json::from_str(&json).expect("JSON");
    assert_eq!(json["format"], "kurabe-matrix");
    assert_eq!((json["asOf"].as_str(), json["sides"][1]["id"].as_str()), (Some("2025-01-31"), Some("eks")));
    let cell = &json["topics"][0]["cells"][1];
    assert_eq!((cell["side"].as_str(), cell["mark"].as_str()), (Some("eks"), Some("can")));
    assert_eq!(cell["claims"][0]["id"], "e2");
    assert_eq!(cell["claims"][0]["from"], "2024-12");
    assert_eq!(json["topics"][0]["cells"][0]["claims"][1]["sources"][0], "https://g.example/notes");
    assert_eq!(json["topics"][0]["slide"], "dns");
}
