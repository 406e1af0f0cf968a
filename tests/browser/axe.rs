//! axe-core's rules on every slide, in both themes, at both moments.

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
    let page = Page::load(Site::with_deck("missing.md"), "");
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
