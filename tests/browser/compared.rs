//! The lens's slider and the views that look at all claims, as readers use them.

use crate::axe::{Found, load_axe};
use crate::downloads::Downloads;
use crate::page::Page;
use crate::pdf::bare;
use crate::site::Site;
use std::fmt::Write;

const SLIDER: &str = "see.one('.lens-slider')";

/// The comparing views: the key of each, and what shows that it is there.
const VIEWS: [(&str, &str, &str); 3] = [
    ("m", "matrix", "see.one('.matrix')"),
    ("l", "timeline", "see.one('.timeline')"),
    ("c", "changes", "see.one('.topic-changes')"),
];

fn open_view(page: &Page, key: &str, view: &str) {
    page.press(key);
    page.wait_for(&format!("see.view() === '{view}' && see.one('.compare')"), view);
}

fn wait_for_address(page: &Page, day: &str) {
    page.wait_for(&format!("see.query()['as-of'] === '{day}'"), "the day in the address");
}

#[test]
fn the_slider_is_moved_by_keys() {
    let page = Page::open("#dns");
    page.value(&format!("{SLIDER}.focus()"));
    page.press("ArrowRight");
    wait_for_address(&page, "2020-11-30");
    assert_eq!(page.text("see.slide()"), "dns", "the arrow is the slider's");
    page.wait_for("see.says().includes('変化なし')", "what was told");
    page.press("End");
    wait_for_address(&page, "2026-11-30");
    page.wait_for("see.says().includes('追加')", "what changed on the slide");
    assert!(page.holds(&format!("see.active() === {SLIDER}")));
    assert_eq!(page.text(&format!("{SLIDER}.getAttribute('aria-valuetext')")), "2026-11-30");
    page.press("PageDown");
    page.settle();
    assert_eq!(page.text("see.slide()"), "dns", "Page keys are the slider's, too");
    page.assert_quiet();
}

#[test]
fn the_address_is_written_when_the_hand_lets_the_slider_go() {
    let page = Page::open("#dns");
    let length = page.value("history.length");
    page.value(&format!(
        "window.during = []; {SLIDER}.addEventListener('input', () => setTimeout(() => during.push(location.search)))"
    ));
    let from = page.point(SLIDER);
    let far = page.point("see.one('.lens-bar .icon-button:last-of-type')");
    page.drag(from, far);
    page.wait_for("see.query()['as-of'] === '2026-11-30'", "the day in the address");
    assert!(
        page.holds("during.length > 0 && during.every((search) => !search.includes('as-of=2026-11-30'))")
    );
    assert_eq!(page.value("history.length"), length);
    page.wait_for("see.item('Auto Mode は DNS')", "the slide as of that day");
    page.assert_quiet();
}

#[test]
fn the_slider_is_moved_by_a_finger() {
    let page = Page::open("?view=slides#dns");
    page.size(390, 844);
    page.enable_touch();
    page.tap("see.one('.lens-opener')");
    page.wait_for("see.isVisible(see.one('.lens-bar'))", "the slider");
    let from = page.point(SLIDER);
    let far = page.point("see.one('.lens-bar .icon-button:last-of-type')");
    page.swipe(from, far);
    page.wait_for("see.query()['as-of'] > '2026'", "the day in the address");
    assert_eq!(page.text("see.slide()"), "dns", "the swipe is the slider's");
    page.assert_quiet();
}

#[test]
fn a_month_is_chosen_from_the_list_and_changes_by_buttons() {
    let page = Page::open("#dns");
    let select = "see.one('.lens-bar select')";
    page.value(&format!("{select}.focus()"));
    page.value(&format!(
        "(([select, option]) => {{ select.value = option.value; select.dispatchEvent(new Event('change', {{ bubbles: true }})) }})
         ([{select}, [...{select}.options].find((option) => option.text.startsWith('2024-12'))])"
    ));
    wait_for_address(&page, "2024-12-31");
    page.wait_for(
        &format!("{select}.selectedOptions[0].text.startsWith('2024-12')"),
        "the month in the list",
    );
    page.click("see.button('次の変化の日')");
    page.wait_for("see.query()['as-of'] > '2024-12-31'", "the next change");
    page.press("[");
    wait_for_address(&page, "2024-12-16");
    page.wait_for(&format!("{select}.selectedOptions[0].text.startsWith('2024-12')"), "the list follows");
    page.press("t");
    page.wait_for("see.pressed('lens') === '2026年11月'", "the next moment");
    page.assert_quiet();
}

#[test]
fn what_the_lens_changed_is_marked_for_a_moment() {
    let page = Page::open("#dns");
    page.press("t");
    page.wait_for("see.one('.is-fresh, .is-fresh-again')", "the marked items");
    let marked = "see.one('.is-fresh, .is-fresh-again').getAnimations()";
    assert!(
        page.holds(&format!("{marked}.length === 1 && {marked}[0].effect.getTiming().easing === 'linear'"))
    );
    page.prefer("prefers-reduced-motion", "reduce");
    page.press("t");
    page.wait_for(
        "getComputedStyle(see.one('.is-fresh, .is-fresh-again')).animationTimingFunction === 'step-end' ||
         getComputedStyle(see.one('.is-fresh, .is-fresh-again')).animationTimingFunction.startsWith('steps(1')",
        "no motion",
    );
}

#[test]
fn the_matrix_is_filtered_and_leads_to_slides() {
    let page = Page::open("#dns");
    open_view(&page, "m", "matrix");
    assert_eq!(page.text("see.query().view"), "matrix");
    let rows = "see.all('[data-row]').length";
    let all = page.value(rows).as_u64().expect("a number");
    page.click("see.one('.filter-field')");
    page.write("fargate");
    page.wait_for(&format!("{rows} > 0 && {rows} < {all}"), "fewer rows");
    assert!(page.holds("see.all('[data-row]').every((row) => /fargate/i.test(row.textContent))"));
    assert_eq!(page.text("see.one('.filter-field').value"), "fargate");
    page.value("see.one('.filter-field').select()");
    page.press("Backspace");
    page.wait_for(&format!("{rows} === {all}"), "all rows");
    page.click("see.button('○× が異なる項目のみ')");
    page.wait_for(&format!("{rows} < {all}"), "rows that differ");
    assert!(page.holds(
        "see.all('[data-row]').every((row) => new Set([...row.querySelectorAll('.cell-mark')].map((mark) => mark.textContent)).size > 1)"
    ));
    page.click("see.button('○× が異なる項目のみ')");
    page.wait_for(&format!("{rows} === {all}"), "all rows");
    page.click("see.button('GKE の列を右へ')");
    page.wait_for("see.names('.column-name').join() === 'EKS,GKE'", "the columns changed");
    page.press("2");
    page.wait_for("see.names('.column-name').join() === 'GKE'", "one column");
    page.press("0");
    page.wait_for("see.names('.column-name').length === 2", "both columns");
    page.click("see.all('[data-row] th a').find((link) => link.textContent.startsWith('DNS'))");
    page.wait_for_slide("dns");
    page.wait_for("!see.query().view && location.hash === '#dns'", "the slide in the address");
    page.browser.back();
    page.wait_for("see.view() === 'matrix'", "the matrix after Back");
    page.press("Escape");
    page.wait_for("see.view() === 'slides'", "the slides");
    page.assert_quiet();
}

#[test]
fn the_head_and_the_topics_of_the_matrix_stay_in_sight() {
    let page = Page::open("?view=matrix");
    page.press("PageDown");
    page.press("PageDown");
    page.wait_for("see.one('.compare').scrollTop > 500", "the table scrolled");
    let top = "see.one('.compare').getBoundingClientRect().top";
    page.wait_for(
        &format!("Math.abs(see.one('.matrix thead th').getBoundingClientRect().top - {top}) < 1"),
        "the head at the top",
    );
    page.press("End");
    page.wait_for("(({ scrollTop, clientHeight, scrollHeight }) => scrollTop + clientHeight > scrollHeight - 2)(see.one('.compare'))", "the end");
    page.press("Home");
    page.wait_for("see.one('.compare').scrollTop === 0", "the beginning");
    // What has the focus is never under the head.
    for _ in 0..40 {
        page.press("Tab");
        if page.holds("see.active()?.closest('tbody')") {
            assert!(page.holds(
                "see.active().getBoundingClientRect().top >= see.one('.matrix thead').getBoundingClientRect().bottom - 1"
            ));
        }
    }
    page.size(640, 720);
    page.value("see.one('.compare').scrollTo(300, 0)");
    page.assert_quiet();
}

#[test]
fn the_matrix_is_saved_and_copied() {
    let page = Page::open("?view=matrix&as-of=2024-12-31");
    let downloads = Downloads::of(&page, "matrix");
    page.click("see.button('保存: CSV')");
    let csv = downloads.wait_for("matrix-2024-12-31.csv");
    assert_eq!(&csv.as_bytes()[..3], [0xEF, 0xBB, 0xBF]);
    let lines: Vec<&str> = csv.split("\r\n").collect();
    assert!(lines[0].contains("\"GKE (可否)\",\"GKE\",\"EKS (可否)\",\"EKS\""), "{}", lines[0]);
    assert_eq!(lines.len() as u64 - 2, page.value("see.all('[data-row]').length").as_u64().unwrap());
    page.click("see.button('保存: JSON')");
    let json: serde_json::Value =
        serde_json::from_str(&downloads.wait_for("matrix-2024-12-31.json")).expect("JSON");
    assert_eq!((json["asOf"].as_str(), json["version"].as_i64()), (Some("2024-12-31"), Some(1)));
    page.click("see.button('保存: Markdown')");
    let markdown = downloads.wait_for("matrix-2024-12-31.md");
    assert!(markdown.contains("| 項目 | GKE | EKS |"));
    page.allow_clipboard("granted");
    page.click("see.button('コピー: Markdown')");
    page.wait_for("see.one('.handing-out .status').textContent", "word of the copy");
    page.press("c");
    page.wait_for("see.view() === 'changes'", "the changes");
    page.click("see.button('保存: Markdown')");
    let changes = downloads.wait_for("changes-2024-12-31.md");
    assert!(changes.contains("置き換え: ~~"), "{changes}");
    page.assert_quiet();
}

#[test]
fn the_matrix_stacks_on_a_phone() {
    for (width, height) in [(390, 844), (320, 480)] {
        for view in ["matrix", "timeline", "changes", "sources"] {
            let page = Page::start(Site::start());
            page.size(width, height);
            page.go_to(&format!("?view={view}"));
            page.wait_for("see.one('.compare')", view);
            assert!(
                page.holds("see.one('.compare').scrollWidth <= see.one('.compare').clientWidth"),
                "{view} at {width}"
            );
            if view == "matrix" {
                assert!(page.holds(
                    "see.isVisible(see.one('.cell-side')) && !see.isVisible(see.one('.matrix thead'))"
                ));
            }
            page.assert_quiet();
        }
    }
}

#[test]
fn the_comparing_views_pass() {
    let mut found = Found::default();
    for (width, height) in [(1280, 720), (390, 844)] {
        for theme in ["light", "dark", "contrast"] {
            let page = Page::start(Site::start());
            page.size(width, height);
            page.go_to(&format!("?view=matrix&as-of=2024-12&theme={theme}"));
            load_axe(&page);
            for view in ["比較表", "年表", "変化", "出典"] {
                page.click(&format!("see.button('{view}')"));
                page.wait_for(&format!("see.one('.compare h1').textContent === '{view}'"), view);
                page.settle();
                found.look(&page, &format!("{view} ({theme}, {width})"));
            }
        }
    }
    found.assert_none();
}

#[test]
fn a_view_is_printed_whole_and_without_its_controls() {
    for (view, wanted) in [
        ("matrix", "その他の制約"),
        ("timeline", "EKS Auto Mode: ノードの選定"),
        ("changes", "発表時から2026年11月までの変化"),
        ("sources", "最終確認"),
    ] {
        let page = Page::open(&format!("?view={view}&as-of=2026-11-22"));
        let text = page.print().text();
        assert!(text.contains(&bare(wanted)), "{view}: {text}");
        assert!(!text.contains(&bare("項目や本文の言葉")) && !text.contains("JSON"), "{view}");
        page.wait_for("!see.one('.pages') && see.one('.compare')", "the view after printing");
        page.assert_quiet();
    }
}

#[test]
fn of_a_long_table_only_what_is_near_is_in_the_document() {
    let mut deck = String::from("---\nlang: ja\nsides: [{ id: a, name: A }, { id: b, name: B }]\n---\n\n");
    for number in 1..=400 {
        let _ = write!(
            deck,
            "## 項目 {number} {{#t{number}}}\n\n### A\n\n- `#a{number} 2020..` 文 {number}\n\n### B\n\n- 別の文\n\n---\n\n"
        );
    }
    let page = Page::open_site(Site::with_text("long.md", deck.as_str()), "?view=matrix");
    let rows = "see.all('[data-row]')";
    // Those near the screen, and the first and the last.
    page.wait_for(
        &format!("{rows}.length === 41 && see.one('.matrix').getAttribute('aria-rowcount') === '401'"),
        "the first rows",
    );
    let height = page.value("see.one('.compare').scrollHeight").as_f64().unwrap_or_default();
    assert!(height > 400.0 * 30.0, "the room of all rows: {height}");
    page.value("see.one('.compare').scrollTop = see.one('.compare').scrollHeight / 2");
    page.wait_for(
        &format!("{rows}.length === 42 && {rows}.some((row) => row.dataset.row > 150 && row.dataset.row < 300) && {rows}.some((row) => see.inView(row))"),
        "rows in the middle",
    );
    page.press("End");
    page.wait_for(
        &format!("{rows}.at(-1).dataset.row === '400' && see.inView({rows}.at(-1)) && {rows}.length === 41"),
        "the last row",
    );
    assert_eq!(page.text(&format!("{rows}.at(-1).getAttribute('aria-rowindex')")), "401");
    page.assert_quiet();
}

#[test]
fn keys_lead_to_each_view_and_back_with_the_focus() {
    let page = Page::open("#dns");
    for (key, view, there) in VIEWS {
        open_view(&page, key, view);
        page.wait_for(there, view);
        page.press(key);
        page.wait_for_slide("dns");
    }
    let button = "see.button('比較の表示')";
    page.click(button);
    page.wait_for("see.view() === 'matrix'", "the matrix");
    page.click(button);
    page.wait_for_slide("dns");
    let mut found = Vec::new();
    page.click(button);
    for _ in 0..22 {
        page.press("Tab");
        found.push(page.text("see.name(see.active())"));
    }
    for wanted in ["年表", "変化", "出典", "○× が異なる項目のみ", "保存: CSV"] {
        assert!(found.iter().any(|name| name == wanted), "{wanted} is not reached: {found:?}");
    }
    page.assert_quiet();
}
