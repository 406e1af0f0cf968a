//! axe-core's rules: on every slide in both themes at both moments, and on every view, panel and window beside them.

use crate::page::Page;
use crate::settings;
use crate::site::Site;
use std::collections::BTreeMap;

/// A line for each violation and place.
const RUN: &str = "axe.run(document, { resultTypes: ['violations'] }).then(({ violations }) =>
    violations.flatMap((rule) => rule.nodes.map((node) =>
        `${rule.id} (${rule.impact}) ${node.target.flat().join(' ')}: ${node.failureSummary.split('\\n').slice(1).join(' ').trim()}`)))";

/// axe is run by the driver, not by a script of the page, so that the page's policy doesn't stop it.
pub fn load_axe(page: &Page) {
    let axe = std::fs::read_to_string(settings::path("KURABE_AXE")).expect("axe-core is a text");
    page.value(&format!("{axe}; typeof axe"));
}

/// What was found, and where: one that is found in many places is told once.
#[derive(Default)]
pub struct Found(BTreeMap<String, Vec<String>>);

impl Found {
    pub fn look(&mut self, page: &Page, place: &str) {
        for violation in page.texts(RUN) {
            self.0.entry(violation).or_default().push(place.to_owned());
        }
    }

    pub fn assert_none(&self) {
        let line = |(violation, places): (&String, &Vec<String>)| {
            format!("{violation}\n    {} times: {}\n", places.len(), places.join(", "))
        };
        let lines: String = self.0.iter().map(line).collect();
        assert!(lines.is_empty(), "{} violations:\n{lines}", self.0.len());
    }
}

fn assert_slides_pass(theme: &str) {
    let page = Page::open(&format!("?theme={theme}"));
    load_axe(&page);
    let mut found = Found::default();
    for moment in ["発表時", "2026年11月"] {
        page.click(&format!("see.button('{moment}')"));
        page.wait_for(&format!("see.pressed('lens') === '{moment}'"), "the moment");
        page.walk(|id| found.look(&page, &format!("{id} ({moment})")));
    }
    found.assert_none();
}

#[test]
fn every_slide_passes_in_light() {
    assert_slides_pass("light");
}

#[test]
fn every_slide_passes_in_dark() {
    assert_slides_pass("dark");
}

#[test]
fn open_help_and_details_pass() {
    let page = Page::open("?as-of=2026-11-22#dns");
    load_axe(&page);
    let mut found = Found::default();
    for theme in ["light", "dark", "contrast"] {
        page.press("d");
        page.wait_for(&format!("see.theme() === '{theme}'"), "the theme");
        page.press("?");
        page.wait_for("see.one('dialog:modal')", "the help");
        page.settle();
        found.look(&page, &format!("help ({theme})"));
        page.press("Escape");
        page.wait_for("!see.one('dialog').open", "the help closed");
        page.click("see.one('.side .details-button')");
        page.wait_for("see.one('.details')", "the details");
        page.settle();
        found.look(&page, &format!("details ({theme})"));
        page.press("Escape");
        page.wait_for("!see.one('.details')", "the details closed");
    }
    found.assert_none();
}

#[test]
fn a_narrow_screen_and_a_notice_pass() {
    let page = Page::open("?theme=pink#dns");
    load_axe(&page);
    page.size(320, 480);
    page.wait_for("see.one('.scroller[role=region]')", "a slide that scrolls");
    page.settle();
    let mut found = Found::default();
    found.look(&page, "narrow, with a notice");
    assert!(page.holds("see.one('.notices')"));
    found.assert_none();
}

#[test]
fn what_is_shown_instead_of_a_deck_passes() {
    let page = Page::load(Site::with_deck("missing.md"), "?diagnostics");
    page.wait_for("see.one('.message[role=alert]')", "the failure");
    load_axe(&page);
    let mut found = Found::default();
    found.look(&page, "failure");
    page.site.put("missing.md", "---\nlang: ja\nsidez: 1\n---\n\n## 題\n\n文\n");
    page.click("see.button('再読み込み')");
    page.wait_for("see.buttonLike('デッキの問題')", "the button for the diagnostics");
    page.click("see.buttonLike('デッキの問題')");
    page.wait_for("see.one('dialog:modal .diagnostics')", "the diagnostics");
    page.settle();
    found.look(&page, "diagnostics");
    found.assert_none();
}

/// Every view and panel, by the keys that lead there, with what shows that it is there.
const PLACES: [(&str, &str, &str); 6] = [
    ("r", "", "see.view() === 'read'"),
    (
        "o",
        "",
        "see.view() === 'overview' && see.all('.frame').every((frame) => frame.dataset.drawn === frame.dataset.key)",
    ),
    ("/", "", "see.active()?.matches('.search-field')"),
    ("/", "Fargate", "see.all('.hit').length > 3"),
    ("/", "ありえない言葉", "see.one('.search-count').textContent"),
    ("?", "", "see.one('dialog:modal .keys')"),
];

fn look(page: &Page, found: &mut Found, place: &str) {
    page.settle();
    found.look(page, place);
}

/// Leaves a panel or view that was opened from a slide.
fn leave(page: &Page) {
    page.press("Escape");
    page.wait_for("!see.one('dialog').open", "the panel closed");
    if page.text("see.view()") == "read" {
        page.press("r");
    }
    page.wait_for("see.view() === 'slides'", "the slide");
}

fn assert_pass(page_of: &str, theme: &str, width: u32, height: u32) {
    let page = Page::start(Site::start());
    page.size(width, height);
    page.go_to(&format!("{page_of}?view=slides&as-of=2026-11-22&theme={theme}#node-auto-provisioning"));
    load_axe(&page);
    let mut found = Found::default();
    for (key, text, comes) in PLACES {
        page.press(key);
        if !text.is_empty() {
            page.wait_for("see.active()?.matches('.search-field')", "the field");
            page.write(text);
        }
        page.wait_for(comes, &format!("what {key} opens"));
        look(&page, &mut found, &format!("{key} {text}"));
        if key == "r" {
            page.click("see.one('[data-here] .details-button')");
            page.wait_for("see.one('.details')", "the details");
            look(&page, &mut found, "details in the article");
            page.press("Escape");
            page.wait_for("!see.one('.details')", "the details closed");
        }
        leave(&page);
    }
    page.click("see.one('.menu-opener')");
    page.wait_for("see.one('dialog:modal .menu')", "the menu");
    look(&page, &mut found, "menu");
    page.click("see.buttonLike('共有・埋め込み') ?? see.buttonLike('Share and embed')");
    page.wait_for("see.one('dialog:modal .share')", "the panel of sharing");
    look(&page, &mut found, "sharing");
    leave(&page);
    page.value("window.open = () => null");
    page.press("s");
    page.wait_for("see.one('.notices a')", "the notice with its link");
    look(&page, &mut found, "notice with a link");
    found.assert_none();
}

#[test]
fn views_and_panels_pass_in_light() {
    assert_pass("", "light", 1280, 720);
}

#[test]
fn views_and_panels_pass_in_dark() {
    assert_pass("", "dark", 1280, 720);
}

#[test]
fn views_and_panels_pass_on_a_phone_in_light() {
    assert_pass("", "light", 390, 844);
}

#[test]
fn views_and_panels_pass_on_a_phone_in_dark() {
    assert_pass("", "dark", 390, 844);
}

#[test]
fn views_and_panels_pass_in_english() {
    assert_pass("en/", "light", 1280, 720);
}

/// axe-core looks for contrast only at what is in sight: here all of the article and the overview is.
#[test]
fn whole_views_pass_where_nothing_scrolls() {
    for theme in ["light", "dark"] {
        let page = Page::open(&format!("?view=read&as-of=2026-11-22&theme={theme}"));
        page.size(1280, 30000);
        load_axe(&page);
        let mut found = Found::default();
        look(&page, &mut found, "article");
        page.press("o");
        page.wait_for("see.view() === 'overview'", "the overview");
        look(&page, &mut found, "overview");
        found.assert_none();
    }
}

#[test]
fn the_speaker_s_window_passes() {
    for (theme, width, height) in [
        ("light", 1280, 720),
        ("dark", 1280, 720),
        ("contrast", 1280, 720),
        ("light", 390, 844),
        ("dark", 390, 844),
    ] {
        for page_of in ["", "en/"] {
            let page = Page::open(&format!("{page_of}?view=speaker&theme={theme}#dns"));
            page.size(width, height);
            page.wait_for("see.one('.speaker-news a')", "the line about the other window");
            load_axe(&page);
            let mut found = Found::default();
            look(&page, &mut found, &format!("{theme} {width}x{height}"));
            page.press("b");
            page.wait_for("see.isBlack()", "black");
            look(&page, &mut found, &format!("black, {theme} {width}x{height}"));
            found.assert_none();
        }
    }
}

#[test]
fn printed_pages_pass() {
    for (theme, width, height) in [("light", 1280, 720), ("dark", 390, 844)] {
        for address in ["?print=handout", "?print=slides", "en/?print=handout"] {
            let page = Page::open(&format!("{address}&theme={theme}"));
            page.size(width, height);
            page.wait_for("see.host().hasAttribute('data-print-ready')", "the pages");
            load_axe(&page);
            let mut found = Found::default();
            look(&page, &mut found, &format!("{address} {theme} {width}x{height}"));
            found.assert_none();
        }
    }
}
