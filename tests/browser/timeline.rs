//! The timeline, as readers use it.

use crate::downloads::Downloads;
use crate::driver::Kind;
use crate::input::{Point, SHIFT};
use crate::page::Page;
use crate::site::Site;
use serde_json::json;
use std::fmt::Write;

/// Where the deck is drawn.
const ROOT: &str = "document.querySelector('kurabe-deck').shadowRoot";

const BARS: &str = "see.all('button.bar')";

fn open_timeline(rest: &str) -> Page {
    let page = Page::open(&format!("?view=timeline{rest}"));
    page.wait_for("see.one('.timeline')", "the timeline");
    page
}

#[test]
fn tab_goes_from_the_tools_to_the_topics_and_bars_in_their_order() {
    let page = open_timeline("&as-of=2024-12");
    page.click("see.button('保存: SVG')");
    let mut found = Vec::new();
    for _ in 0..12 {
        page.press("Tab");
        found.push(page.text(
            "(see.active().closest('th') ? 'topic ' : 'bar ') + see.active().closest('tr')?.dataset.row",
        ));
    }
    let expected = page.value(
        "see.all('.timeline a[href], button.bar').slice(0, 12).map((it) => (it.closest('th') ? 'topic ' : 'bar ') + it.closest('tr').dataset.row)",
    );
    assert_eq!(json!(found), expected);
    // What has the focus is in sight, below the axis.
    assert!(page.holds(
        "see.inView(see.active()) && see.active().getBoundingClientRect().top >= see.one('.timeline thead').getBoundingClientRect().bottom - 1"
    ));
    page.assert_quiet();
}

/// Steps through a view with Tab from its last tool on: the numbers of the rows, each once.
fn rows_by_tab(page: &Page, rows: usize, is_back: bool) -> Vec<u64> {
    let mut found = Vec::new();
    // Each row has at most a topic and a bar.
    for _ in 0..rows * 2 + 2 {
        if is_back {
            page.press_with("Tab", SHIFT);
        } else {
            page.press("Tab");
        }
        let row = page.value(&format!("Number({ROOT}.activeElement?.closest('tr')?.dataset.row ?? 0)"));
        let row = row.as_u64().unwrap_or(0);
        if row == 0 {
            break;
        }
        if found.last() != Some(&row) {
            found.push(row);
        }
    }
    found
}

fn reach_every_row(kind: Kind) {
    let page = Page::start_in(kind, Site::start());
    page.browser.go_to(&page.site.address("?view=timeline"));
    let all = format!("Number({ROOT}.querySelector('.timeline').getAttribute('aria-rowcount')) - 1");
    page.wait_for(&format!("{ROOT}.querySelectorAll('[data-row]').length === {all}"), "all rows");
    let all = page.value(&all).as_u64().expect("a number");
    page.value(&format!("[...{ROOT}.querySelectorAll('.compare-tools button')].at(-1).focus()"));
    assert_eq!(rows_by_tab(&page, 120, false), (1..=all).collect::<Vec<_>>());
}

#[test]
fn tab_reaches_every_row() {
    reach_every_row(Kind::Chromium);
}

#[test]
fn in_firefox_likewise() {
    reach_every_row(Kind::Firefox);
}

#[test]
fn a_bar_tells_of_its_claim_by_key_and_leads_to_its_slide_and_its_days() {
    let page = open_timeline("&as-of=2024-12");
    page.value(&format!("{BARS}[3].focus()"));
    page.press("Enter");
    page.wait_for("see.one('.card a')", "the card");
    assert!(page.holds(&format!("see.active() === {BARS}[3]")), "the focus stays");
    page.press("Tab");
    assert!(page.holds("see.active().closest('.card')"), "what is told comes next");
    page.press("Escape");
    page.wait_for(
        &format!("!see.one('.card a') && see.active() === {BARS}[3]"),
        "the focus on the bar again",
    );
    page.press("Enter");
    let day = "see.all('.card button')[0]";
    page.wait_for(day, "a day");
    let wanted = page.text(&format!("{day}.textContent.slice(0, 10)"));
    page.click(day);
    page.wait_for(&format!("see.query()['as-of'] === '{wanted}'"), "the lens on the day");
    page.wait_for(
        &format!("see.one('.lens-name').textContent.startsWith('{wanted}')"),
        "the lens on the axis",
    );
    page.click("see.one('.card a.wide-button')");
    page.wait_for("see.view() === 'slides' && see.slide()", "the slide");
    page.assert_quiet();
}

#[test]
fn a_tap_anywhere_on_the_line_chooses_the_claim() {
    let page = Page::start(Site::start());
    page.size(390, 844);
    page.go_to("?view=timeline&as-of=2024-12");
    page.wait_for("see.one('.timeline')", "the timeline");
    page.enable_touch();
    // The button reaches over the whole line.
    let bar =
        page.value("(({ x, y }) => ({ x: x + 5, y: y + 5 }))(see.all('td.bar')[1].getBoundingClientRect())");
    let at = Point { x: bar["x"].as_f64().unwrap_or_default(), y: bar["y"].as_f64().unwrap_or_default() };
    page.swipe(at, at);
    page.wait_for(&format!("{BARS}[1].ariaExpanded === 'true' && see.one('.card a')"), "the second claim");
    page.assert_quiet();
}

#[test]
fn the_years_are_zoomed_and_the_slider_moves_the_lens() {
    let page = open_timeline("&as-of=2024-12");
    let years = "see.all('.axis .year').map((it) => it.textContent)";
    let all = page.value(&format!("{years}.length")).as_u64().unwrap_or_default();
    page.click("see.button('期間を狭める')");
    page.wait_for(&format!("{years}.length < {all} && {years}.includes('2025')"), "fewer years");
    page.click("see.button('期間を広げる')");
    page.wait_for(&format!("{years}.length === {all}"), "all years");
    let line = "see.one('.lens-line').getAttribute('x1')";
    let place = page.text(line);
    page.value("see.one('.lens-slider').focus()");
    page.press("ArrowLeft");
    page.wait_for(&format!("{line} !== '{place}'"), "the lens");
    assert!(page.holds("see.isVisible(see.one('.lens-line'))"));
    // The line stands where the name on the axis does.
    let x =
        |selector: &str| page.value(&format!("see.one('{selector}').getBoundingClientRect().right")).as_f64();
    let (name, line) = (x(".lens-name").unwrap_or_default(), x(".lens-line").unwrap_or_default());
    assert!((name - line).abs() < 4.0, "{name} and {line}");
    page.assert_quiet();
}

#[test]
fn the_drawing_is_saved_and_is_svg() {
    let page = open_timeline("&as-of=2024-12-31");
    let downloads = Downloads::of(&page, "timeline");
    let lines = page.value("Number(see.one('.timeline').getAttribute('aria-rowcount')) - 1").as_u64();
    page.click("see.button('保存: SVG')");
    let svg = downloads.wait_for("timeline-2024-12-31.svg");
    assert_eq!(Some(svg.matches("rx=\"2\"").count() as u64), lines);
    let parsed = format!("new DOMParser().parseFromString({}, 'image/svg+xml')", json!(svg));
    assert!(page.holds(&format!("{parsed}.documentElement.tagName === 'svg'")), "{svg}");
    page.assert_quiet();
}

#[test]
fn of_a_thousand_claims_only_what_is_near_is_in_the_document() {
    let mut deck = String::from("---\nlang: ja\nsides: [{ id: a, name: A }, { id: b, name: B }]\n---\n\n");
    for number in 1..=500 {
        let _ = write!(
            deck,
            "## 項目 {number} {{#t{number}}}\n\n### A\n\n- `#a{number} 2020..` 文 {number}\n\n### B\n\n- `2021..2023` 別の文\n\n---\n\n"
        );
    }
    let page = Page::open_site(Site::with_text("long.md", deck.as_str()), "?view=timeline");
    let rows = "see.all('[data-row]')";
    // Those near the screen, and the first and the last, to which Tab comes from without.
    page.wait_for(
        &format!("{rows}.length === 41 && see.one('.timeline').getAttribute('aria-rowcount') === '1001'"),
        "the first lines",
    );
    page.value("see.one('.compare').scrollTop = see.one('.compare').scrollHeight / 2");
    page.wait_for(
        &format!("{rows}.length === 42 && {rows}.some((row) => row.dataset.row > 400) && {rows}.some((row) => see.inView(row))"),
        "lines in the middle",
    );
    // The row with the focus stays wherever the reader looks, and Tab goes on from it.
    page.value(&format!("{rows}.find((row) => see.inView(row)).querySelector('button').focus()"));
    let here = page.value("Number(see.active().closest('tr').dataset.row)").as_u64().unwrap_or_default();
    page.press("End");
    page.wait_for(
        &format!("{rows}.at(-1).dataset.row === '1000' && see.inView({rows}.at(-1)) && {rows}.some((row) => row.dataset.row === '970')"),
        "the last line",
    );
    assert_eq!(rows_by_tab(&page, 20, false)[..20], (here + 1..=here + 20).collect::<Vec<_>>());
    let here = page.value("Number(see.active().closest('tr').dataset.row)").as_u64().unwrap_or_default();
    page.value("see.one('.compare').scrollTop = 0");
    page.wait_for(&format!("{rows}.some((row) => row.dataset.row === '20')"), "the first lines again");
    let back = rows_by_tab(&page, 20, true).into_iter().filter(|row| *row < here).collect::<Vec<_>>();
    assert_eq!(back[..20], (here - 20..here).rev().collect::<Vec<_>>());
    // From behind the table it comes to the last row.
    page.value("see.all('.toolbar button')[0].focus()");
    page.press_with("Tab", SHIFT);
    page.wait_for("see.active().closest('tr')?.dataset.row === '1000'", "the last line");
    page.press("End");
    page.wait_for(
        &format!("{rows}.at(-1).dataset.row === '1000' && see.inView({rows}.at(-1))"),
        "the last line",
    );
    page.assert_quiet();
}
