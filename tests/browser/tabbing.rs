//! Tab, forwards and back, through each view: every control is reached, and on the way the focus is never lost.

use crate::driver::Kind;
use crate::page::Page;
use crate::site::Site;

/// Notes what gets the focus, and when nothing has it.
const WATCH: &str = "(() => {
    const all = 'a[href], button, input, select, textarea, summary, [tabindex]';
    // Of the radio buttons of a question one is on the way.
    const key = (control) => control.type === 'radio' ? control.name : control;
    window.controls = () => see.all(all).filter((control) =>
        control.tabIndex >= 0 && !control.disabled && see.isVisible(control) && !control.closest('[inert], dialog:not([open])'));
    window.reached = new Set();
    window.lost = [];
    window.missing = () => window.controls().filter((control) => !window.reached.has(key(control)))
        .map((control) => control.outerHTML.slice(0, 120));
    see.root().addEventListener('focusin', ({ target }) => window.reached.add(key(target)));
    see.root().addEventListener('focusout', ({ target, relatedTarget }) => setTimeout(() => {
        if (document.activeElement === document.body && window.missing().length && !relatedTarget) window.lost.push(target.outerHTML.slice(0, 120));
    }));
    return true;
})()";

const VIEWS: [&str; 10] = [
    "#dns",
    "?view=read#dns",
    "?view=overview",
    "?view=quiz",
    "?view=verdict",
    "?view=matrix",
    "?view=timeline",
    "?view=changes",
    "?view=sources",
    "?view=speaker#dns",
];

/// Firefox has no window that is narrower, in CSS pixels (450 up to some version, 500 from 153.8); a frame can be.
const FIREFOX_WIDTH: u32 = 500;

/// What isn't reached, or loses the focus, in one direction; nothing is right.
fn faults(page: &Page, is_back: bool) -> Vec<String> {
    let start = if is_back { -1 } else { 0 };
    page.value(&format!(
        "(see.root().activeElement?.blur(), window.reached.clear(), window.lost = [], window.controls().at({start}).focus())"
    ));
    let (mut left, mut rounds_without) = (page.texts("missing()").len(), 0);
    while left > 0 && rounds_without < 3 {
        // No further than to the last one.
        page.browser.tab(left.min(20), is_back);
        let now = page.texts("missing()").len();
        rounds_without = if now < left { 0 } else { rounds_without + 1 };
        left = now;
    }
    let way = if is_back { "back" } else { "forwards" };
    let tell = |what: &str, controls: Vec<String>| {
        controls.into_iter().map(|control| format!("{way}, {what}: {control}")).collect::<Vec<_>>()
    };
    let lost = page.texts("lost");
    [tell("not reached", page.texts("missing()")), tell("the focus was lost after", lost)].concat()
}

fn assert_tab_reaches_all(kind: Kind, width: u32) {
    let page = Page::start_in(kind, Site::start());
    let mut found = Vec::new();
    // Opened anew for each direction: behind the last control the focus may be in the browser's own bars.
    for (view, is_back) in VIEWS.into_iter().flat_map(|view| [(view, false), (view, true)]) {
        if kind == Kind::Firefox {
            page.size_of_firefox(width.max(FIREFOX_WIDTH), 720);
        } else {
            page.size(width, 720);
        }
        page.leave();
        if kind == Kind::Firefox && width < FIREFOX_WIDTH {
            let frame = format!("<iframe src=\"./{view}\" width={width} height=700></iframe>");
            page.site.put("frame.html", format!("<!doctype html><title>frame</title>{frame}"));
            // The site's policy has no frames.
            page.site.set_policy("");
            page.browser.go_to(&page.site.address("frame.html"));
            page.browser.enter_frame();
        } else {
            page.browser.go_to(&page.site.address(view));
        }
        page.look("see.place() || see.one('.speaker')");
        assert_eq!(page.value("innerWidth"), width);
        page.rest();
        page.wait_for("!see.one('.coming') && !see.one('[data-rows]')", "the whole article or table");
        page.wait_for(WATCH, "what watches the focus");
        found.extend(faults(&page, is_back).into_iter().map(|fault| format!("{view} {fault}")));
    }
    crate::fit::assert_nothing(&found, "a control that Tab doesn't reach");
}

#[test]
fn at_a_desk() {
    assert_tab_reaches_all(Kind::Chromium, 1280);
}

#[test]
fn at_a_desk_in_firefox() {
    assert_tab_reaches_all(Kind::Firefox, 1280);
}

#[test]
fn on_a_phone() {
    assert_tab_reaches_all(Kind::Chromium, 375);
}

#[test]
fn on_a_phone_in_firefox() {
    assert_tab_reaches_all(Kind::Firefox, 375);
}
