//! The whole talk, walked through with nothing amiss, from a folder and from this origin alone.

use crate::driver::Kind;
use crate::opened::FOUND;
use crate::page::Page;
use crate::settings::slides;
use crate::site::{FOLDER, Site};

/// The shipped deck in a window of 1280x720.
fn open_in(kind: Kind, rest: &str) -> Page {
    let page = Page::start_in(kind, Site::start());
    if kind == Kind::Firefox {
        page.size_of_firefox(1280, 720);
    }
    page.browser.go_to(&page.site.address(rest));
    page.look("see.place()");
    page.rest();
    page
}

/// The toolbar's bounds, in whole pixels beyond the window: left, top, right, bottom. Inside all are 0.
const OUTSIDE: &str =
    "(({ left, top, right, bottom }) => [left, top, innerWidth - right, innerHeight - bottom]
    .map((room) => Math.min(0, Math.round(room))).join())(see.one('.toolbar').getBoundingClientRect())";

fn assert_walk(kind: Kind) {
    let page = open_in(kind, "");
    let mut walked = Vec::new();
    page.walk(|id| {
        walked.push((id.to_owned(), page.text("see.title()")));
        assert_eq!(page.texts("see.broken()"), [""; 0], "pictures of `{id}`");
        assert_eq!(page.text(FOUND), "fits", "{id}");
        assert_eq!(page.text(OUTSIDE), "0,0,0,0", "the toolbar of `{id}`");
    });
    let expected: Vec<_> =
        slides().iter().map(|(id, title)| ((*id).to_owned(), (*title).to_owned())).collect();
    assert_eq!(walked, expected);
    assert_eq!(walked.len(), 51);
    assert_eq!(page.browser.console(), [""; 0]);
    assert_eq!(page.site.refused(), []);
}

#[test]
fn all_slides_come_in_order_and_nothing_is_amiss() {
    assert_walk(Kind::Chromium);
}

#[test]
fn all_slides_come_in_firefox_as_well() {
    assert_walk(Kind::Firefox);
}

/// Each view by its address: it comes, with its toolbar in the window.
fn assert_views(kind: Kind) {
    let page = open_in(kind, "");
    for view in ["read", "overview", "quiz", "verdict", "matrix", "timeline", "changes", "sources", "speaker"]
    {
        page.browser.go_to(&page.site.address(&format!("?view={view}")));
        let shown =
            if view == "speaker" { "see.one('.speaker')" } else { &format!("see.view() === '{view}'") };
        page.look(shown);
        page.rest();
        assert_eq!(page.text(OUTSIDE), "0,0,0,0", "the toolbar of `{view}`");
    }
    page.assert_quiet();
}

#[test]
fn each_view_opens_by_its_address() {
    assert_views(Kind::Chromium);
}

#[test]
fn each_view_opens_by_its_address_in_firefox() {
    assert_views(Kind::Firefox);
}

#[test]
fn the_last_slide_is_the_end_and_the_first_the_beginning() {
    let page = Page::open("");
    page.press("End");
    page.wait_for_slide("verdict");
    page.press("PageDown");
    page.settle();
    assert_eq!(page.text("see.slide()"), "verdict");
    assert!(page.holds("see.button('次へ').getAttribute('aria-disabled') === 'true'"));
    page.press("Home");
    page.wait_for_slide("cover");
    page.press("PageUp");
    page.settle();
    assert_eq!(page.text("see.slide()"), "cover");
}

#[test]
fn the_buttons_move_too() {
    let page = Page::open("");
    page.click("see.button('次へ')");
    page.wait_for_slide("speaker");
    page.click("see.button('前へ')");
    page.wait_for_slide("cover");
    assert_eq!(page.text("see.one('.number').textContent"), "1 / 51");
}

#[test]
fn a_link_of_the_agenda_leads_to_its_section() {
    let page = Page::open("#contents");
    page.click("see.all('.agenda a').find((link) => link.textContent.includes('初期構築'))");
    page.wait_for_slide("bootstrap");
}

#[test]
fn everything_comes_from_the_site_s_own_folder() {
    let page = Page::open("");
    page.walk(|_| {});
    let fetched = page.texts("performance.getEntriesByType('resource').map((entry) => entry.name)");
    let folder = page.site.address("");
    let strangers: Vec<_> = fetched.iter().filter(|address| !address.starts_with(&folder)).collect();
    assert!(fetched.iter().any(|address| address.contains(".wasm")), "{fetched:?}");
    assert_eq!(strangers, Vec::<&String>::new());
    let asked = page.site.asked();
    let outside: Vec<_> = asked.iter().filter(|(path, _)| !path.starts_with(FOLDER)).collect();
    assert_eq!(outside, Vec::<&(String, u16)>::new());
}
