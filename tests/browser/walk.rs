//! The whole talk, walked through with nothing amiss, from a folder and from this origin alone.

use crate::page::Page;
use crate::settings::slides;
use crate::site::FOLDER;

#[test]
fn all_slides_come_in_order_and_nothing_is_amiss() {
    let page = Page::open("");
    let mut walked = Vec::new();
    page.walk(|id| {
        walked.push((id.to_owned(), page.text("see.title()")));
        assert_eq!(page.texts("see.broken()"), [""; 0], "pictures of `{id}`");
    });
    let expected: Vec<_> =
        slides().iter().map(|(id, title)| ((*id).to_owned(), (*title).to_owned())).collect();
    assert_eq!(walked, expected);
    assert_eq!(walked.len(), 48);
    assert_eq!(page.browser.console(), [""; 0]);
    assert_eq!(page.site.refused(), []);
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
    assert_eq!(page.text("see.one('.number').textContent"), "1 / 48");
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
