//! The slides that stand in a page of the site: before the program, without it, and when it takes over.

use crate::axe::{Found, load_axe};
use crate::input::Point;
use crate::page::Page;
use crate::site::Site;
use kurabe::app::keymap::{Action, BINDINGS};
use serde_json::{Value, json};

/// Keeps the program away until `goOn()`; and adds up how far things have moved.
const HOLD: &str = "{
    const fetched = window.fetch;
    let goOn;
    const held = new Promise((done) => { goOn = done; });
    window.goOn = () => goOn();
    window.fetch = (address, ...rest) =>
        String(address).includes('kurabe.wasm') ? held.then(() => fetched(address, ...rest)) : fetched(address, ...rest);
    window.shifts = [];
    const told = ({ node, previousRect: { x, y }, currentRect }) =>
        `${node?.className || node?.nodeName} from ${x} ${y} to ${currentRect.x} ${currentRect.y}`;
    new PerformanceObserver((list) => list.getEntries().forEach(({ sources }) => window.shifts.push(...sources.map(told))))
        .observe({ type: 'layout-shift', buffered: true });
    // A scrollbar that comes for a moment makes the page narrower.
    addEventListener('DOMContentLoaded', () => new ResizeObserver(([{ target }]) => {
        if (target.clientWidth !== innerWidth) window.shifts.push(`the page is ${target.clientWidth} wide in ${innerWidth}`);
    }).observe(document.documentElement));
    window.before = {
        /** The slide that is seen. */
        slide: () => [...document.querySelectorAll('.all-slides > div')].find((slide) => slide.offsetHeight)?.id ?? '',
        one: (selector) => document.querySelector(`#${window.before.slide()} ${selector}`),
        count: () => [...document.querySelectorAll('.all-slides > div')].filter((slide) => slide.offsetHeight).length,
        /** Where the texts are, in whole pixels. */
        places: (root) => [...root.querySelectorAll(':is(h1, h2, h3), .first-line, figure, .footnotes, .byline')].filter((part) => !part.closest('.slide[hidden]'))
            .filter((part) => part.checkVisibility())
            .map((part) => [part.textContent.slice(0, 12), part.getBoundingClientRect()])
            .map(([text, { x, y, width }]) => [text, x, y, width]),
    };
}";

/// A page whose program waits.
pub fn held(width: u32, height: u32, rest: &str) -> Page {
    let page = Page::start(Site::start());
    page.before_all(HOLD);
    page.size(width, height);
    page.browser.go_to(&page.site.address(rest));
    page.wait_for("document.readyState === 'complete' && before.slide()", "a slide in the page");
    page.rest();
    page
}

fn go_on(page: &Page) {
    page.value("goOn()");
    page.wait_for("see.place()", "the program");
    page.rest();
}

/// Nothing in the console, but that the program was held back for so long.
fn assert_calm(page: &Page) {
    let mut said = page.browser.console();
    said.retain(|line| !line.contains("was preloaded using link preload but not used"));
    assert_eq!(said, [""; 0], "the console");
    assert_eq!(page.site.refused(), [], "requests");
}

type Place = (String, f64, f64, f64);

/// Texts, and where they are: left, top and width.
fn places(page: &Page, expression: &str) -> Vec<Place> {
    let places: Vec<Place> = serde_json::from_value(page.value(expression)).expect("texts with their places");
    assert!(!places.is_empty(), "{expression}");
    places
}

/// The same texts at the same places, but for the rounding of a scrolled length.
fn assert_near(now: &[Place], before: &[Place]) {
    let is_near = |(now, before): (&Place, &Place)| {
        now.0 == before.0
            && [now.1 - before.1, now.2 - before.2, now.3 - before.3].iter().all(|by| by.abs() <= 1.0)
    };
    assert!(now.len() == before.len() && now.iter().zip(before).all(is_near), "{now:#?}\n{before:#?}");
}

#[test]
fn the_program_draws_each_slide_where_it_stood() {
    for rest in
        ["", "#dns", "#iam", "#limits", "?sides=eks#tls", "#node-auto-provisioning", "?theme=dark#zozotown"]
    {
        let page = held(1280, 720, rest);
        let places = places(&page, "before.places(document.getElementById(before.slide()))");
        let slide = page.text("before.slide()");
        go_on(&page);
        assert_eq!(page.text("see.slide()"), slide, "{rest}");
        assert_near(&self::places(&page, "before.places(see.one('.slide'))"), &places);
        assert_eq!(page.texts("shifts"), [""; 0], "{rest}: what has moved");
        page.wait_for(
            "!document.querySelector('.prerendered')",
            "the page without what nobody needs any more",
        );
        assert_calm(&page);
    }
}

#[test]
fn the_program_draws_the_article_where_it_stood() {
    let page = held(390, 844, "");
    let seen = |mut places: Vec<Place>| {
        places.retain(|(_, _, top, _)| *top < 700.0);
        places
    };
    let before = seen(places(&page, "before.places(document.querySelector('.all-slides'))"));
    go_on(&page);
    assert_eq!(page.text("see.view()"), "read");
    assert_near(&seen(places(&page, "before.places(see.one('.read'))")), &before);
    page.wait_for("see.all('.entry').length === 51 && !see.one('.entry.coming')", "all of it");
}

#[test]
fn who_does_something_at_once_finds_the_whole_article() {
    let page = held(390, 844, "");
    // No more entries come by themselves once the program is there: their timer is the one of 30 ms.
    page.value(
        "(() => {
            const timer = window.setTimeout;
            const still = () => { window.setTimeout = (run, time, ...rest) => time === 30 ? 0 : timer(run, time, ...rest); };
            addEventListener('kurabe-ready', still);
            goOn();
        })()",
    );
    page.wait_for("see.place() && see.all('.entry.coming').length > 9", "the program");
    page.press("End");
    page.wait_for("!see.one('.entry.coming')", "all of it");
}

#[test]
fn keys_move_and_switch_before_the_program_is_there() {
    let page = held(1280, 720, "");
    assert_eq!(page.value("before.count()"), json!(1));
    for (key, slide) in [
        ("ArrowRight", "speaker"),
        (" ", "zozotown"),
        ("PageUp", "speaker"),
        ("Home", "cover"),
        ("ArrowLeft", "cover"),
        ("End", "verdict"),
        ("PageDown", "verdict"),
        ("p", "q-rollback"),
    ] {
        page.press(key);
        page.wait_for(&format!("before.slide() === '{slide}'"), &format!("`{slide}` after {key}"));
    }
    page.value("location.hash = 'dns'");
    page.wait_for("before.slide() === 'dns'", "the slide of the address");
    page.press("1");
    let sides = "[...before.one('.columns').children].filter((side) => side.offsetWidth).length";
    page.wait_for(&format!("{sides} === 1"), "one side");
    assert_eq!(page.text("new URLSearchParams(location.search).get('sides')"), "eks");
    // The last one stays on.
    page.press("2");
    assert_eq!(page.value(sides), json!(1));
    go_on(&page);
    assert_eq!([page.text("see.slide()"), page.text("see.columns()")], ["dns", "EKS"]);
    page.press("ArrowRight");
    page.wait_for_slide("node-auto-provisioning");
    page.browser.back();
    page.wait_for_slide("dns");
    assert_calm(&page);
}

/// The same keys as the program's, whatever their order in the script.
#[test]
fn the_keys_for_moving_are_those_of_the_table() {
    let page = held(1280, 720, "");
    let keys =
        |action: Action| BINDINGS.iter().filter(move |one| one.action == action).flat_map(|one| one.keys);
    for (action, from, to) in [(Action::Next, "cover", "speaker"), (Action::Previous, "speaker", "cover")] {
        for name in keys(action) {
            page.value(&format!("location.hash = {from:?}"));
            page.wait_for(&format!("before.slide() === {from:?}"), "where to begin");
            let key = match name.trim_start_matches("Shift+") {
                "→" => "ArrowRight",
                "↓" => "ArrowDown",
                "←" => "ArrowLeft",
                "↑" => "ArrowUp",
                "Space" => " ",
                "N" => "n",
                "P" => "p",
                other => other,
            };
            let event = json!({"key": key, "shiftKey": name.starts_with("Shift+"), "bubbles": true});
            page.value(&format!("document.body.dispatchEvent(new KeyboardEvent('keydown', {event}))"));
            page.wait_for(&format!("before.slide() === {to:?}"), name);
        }
    }
    go_on(&page);
}

#[test]
fn a_claim_s_address_shows_its_slide() {
    let page = held(1280, 720, "");
    let claim = page.text("document.querySelector('.prerendered .claim[id]:not([id^=talk])').id");
    drop(page);
    let page = held(1280, 720, &format!("#{claim}"));
    let slide = page.text("before.slide()");
    assert!(page.holds(&format!("before.one('[id=\"{claim}\"]')")), "{claim} on {slide}");
    go_on(&page);
    assert_eq!(page.text("see.slide()"), slide);
}

#[test]
fn clicks_and_swipes_move_and_the_toolbar_switches() {
    let page = held(1280, 720, "#dns");
    page.click("before.one('.moves a[href]')");
    page.wait_for("before.slide() === 'tls'", "the slide before");
    // Words in the left fifth, which would lead back.
    let title = page.value("(({ x, y, height }) => [x + 30, y + height / 2])(before.one('header :is(h1, h2)').getBoundingClientRect())");
    let [x, y]: [f64; 2] = serde_json::from_value(title).expect("a point");
    assert!(x < 256.0, "{x}");
    page.double_click_at(Point { x, y });
    assert_ne!(page.text("String(getSelection())"), "");
    page.browser.click_at(1200, 300);
    page.wait_for("before.slide() === 'dns'", "the next slide after a click at the edge");
    page.click("document.querySelector('.prerendered .toggle[data-side=\"0\"]')");
    page.wait_for("new URLSearchParams(location.search).get('sides') === 'eks'", "the side in the address");
    page.enable_touch();
    page.swipe(Point { x: 900.0, y: 300.0 }, Point { x: 500.0, y: 310.0 });
    page.wait_for("before.slide() === 'node-auto-provisioning'", "the next slide after a swipe");
    page.swipe(Point { x: 500.0, y: 300.0 }, Point { x: 900.0, y: 310.0 });
    page.wait_for("before.slide() === 'dns'", "the slide before after a swipe");
    go_on(&page);
    assert_eq!([page.text("see.slide()"), page.text("see.columns()")], ["dns", "EKS"]);
    assert_calm(&page);
}

#[test]
fn what_was_tapped_too_early_is_answered_and_the_focus_stays() {
    let page = held(1280, 720, "#dns");
    page.click("document.querySelector('.prerendered .help')");
    go_on(&page);
    page.wait_for("see.one('dialog:modal')", "the help");
    drop(page);
    let page = held(1280, 720, "#dns");
    page.value("before.one('.details-button').focus()");
    go_on(&page);
    assert!(page.holds("see.root().activeElement === see.one('.slide .details-button')"));
    drop(page);
    let page = held(1280, 720, "#dns");
    page.value("before.one('.moves a:last-child').focus()");
    go_on(&page);
    assert!(page.holds("see.root().activeElement === see.one('.moves button:last-child')"));
    assert_calm(&page);
}

#[test]
fn on_a_phone_the_article_stays_where_it_was_scrolled_to() {
    let page = held(390, 844, "#dns");
    let texts = "before.places(see.root()?.querySelector('.read') ?? document.querySelector('.prerendered'))\
                 .filter((place) => place[2] > 0 && place[2] < 700)";
    assert_eq!(page.value("before.count()"), json!(51));
    page.value("document.querySelector('.all-slides').scrollBy(0, 333)");
    page.wait_for(&format!("{texts}.length > 3"), "the texts");
    let before = places(&page, texts);
    go_on(&page);
    assert_eq!(page.text("see.view()"), "read");
    page.wait_for("see.here()", "the reader's place");
    assert_near(&places(&page, texts), &before);
    assert_eq!(page.texts("shifts"), [""; 0]);
    assert_calm(&page);
}

/// Where the policy doesn't know the styles and the script that stand in the page, the loader starts the program.
#[test]
fn under_a_policy_without_hashes_the_program_brings_styles_and_slides() {
    let page = Page::start(Site::start());
    page.site.set_policy(
        "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; img-src 'self'; connect-src 'self'; manifest-src 'self'",
    );
    page.browser.go_to(&page.site.address("#dns"));
    page.wait_for_slide("dns");
    page.press("ArrowRight");
    page.wait_for_slide("node-auto-provisioning");
    let margin = "getComputedStyle(document.body).margin";
    assert_eq!(page.text(margin), "0px", "the page has its styles");
    let refused = page.browser.console();
    assert!(refused.iter().all(|line| line.contains("Content Security Policy")), "{refused:?}");
    assert_eq!(refused.len(), 2, "{refused:?}");
}

#[test]
fn the_next_slide_is_there_before_it_is_wanted() {
    let page = Page::open("#dns");
    let beside =
        "[...see.root().querySelectorAll('.slide[hidden]')].map((slide) => slide.dataset.slide).join()";
    page.wait_for(&format!("{beside} === 'node-auto-provisioning'"), "the next slide");
    let next = "see.root().querySelector('[data-slide=node-auto-provisioning]')";
    assert!(page.holds(&format!("!{next}.checkVisibility({{ visibilityProperty: true }})")));
    page.wait_for(&format!("{next}.querySelector('.scroller').style.getPropertyValue('--fit')"), "its size");
    page.value(&format!("window.next = {next}"));
    page.press("PageDown");
    page.wait_for_slide("node-auto-provisioning");
    assert!(page.holds("next === see.one('.stage > .slide') && !next.hidden"), "it is the same element");
    page.wait_for(&format!("{beside}.startsWith('dns,')"), "the one after");
    // Tab reaches nothing that is out of sight.
    for _ in 0..6 {
        page.press("Tab");
        assert!(page.holds("!see.active()?.closest('.slide[hidden]')"));
    }
}

#[test]
fn without_the_program_the_slides_stay_and_why_is_told() {
    let page = Page::start(Site::start());
    page.before_all(HOLD);
    page.browser.send("Network.enable", json!({}));
    page.browser.send("Network.setBlockedURLs", json!({"urls": ["*kurabe.wasm"]}));
    page.browser.go_to(&page.site.address("#dns"));
    page.value("goOn()");
    page.wait_for("document.querySelector('kurabe-deck[data-failed]')", "the failure");
    assert!(page.text("see.root().textContent").contains("ファイルを読み込めませんでした"));
    page.press("ArrowRight");
    page.wait_for("before.slide() === 'node-auto-provisioning'", "the next slide");
    page.press("1");
    page.wait_for("new URLSearchParams(location.search).get('sides') === 'eks'", "one side");
    let visible = |selector: &str| {
        page.holds(&format!("document.querySelector('.prerendered {selector}').checkVisibility()"))
    };
    let seen = [".toggle[data-side]", ".lens-box", ".tools"].map(visible);
    assert_eq!(seen, [true, false, false], "only what works is there");
    assert!(page.holds("before.one('.moves a').checkVisibility()"));
}

#[test]
fn without_scripts_the_page_is_an_article() {
    let page = Page::start(Site::start());
    page.browser.send("Emulation.setScriptExecutionDisabled", json!({"value": true}));
    for width in [320, 1280] {
        page.size(width, 720);
        page.browser.go_to(&page.site.address("#dns"));
        page.wait_for("document.readyState === 'complete'", "the page");
        let slides = "[...document.querySelectorAll('.all-slides > div')]";
        assert_eq!(page.value(&format!("{slides}.every((slide) => slide.offsetHeight > 50)")), json!(true));
        assert_eq!(page.value("document.querySelectorAll('.prerendered button').length > 100 && [...document.querySelectorAll('.prerendered button')].every((button) => !button.checkVisibility())"), json!(true));
        page.wait_for(
            "Math.abs(document.getElementById('dns').getBoundingClientRect().top) < 4",
            "the slide of the address",
        );
        assert_eq!(page.value("document.documentElement.scrollWidth <= innerWidth"), json!(true), "{width}");
    }
    assert_eq!(page.browser.console(), [""; 0]);
}

#[test]
fn the_page_of_a_slide_leads_to_it() {
    for is_off in [false, true] {
        let page = Page::start(Site::start());
        page.browser.send("Emulation.setScriptExecutionDisabled", json!({"value": is_off}));
        for (rest, end) in
            [("slides/dns/", "/sub/path/#dns"), ("en/slides/iam/index.html", "/sub/path/en/#iam")]
        {
            page.browser.go_to(&page.site.address(rest));
            page.wait_for(&format!("location.href.endsWith('{end}')"), "the deck's page");
            page.wait_for("document.querySelector(':target, kurabe-deck')", "the deck");
        }
    }
}

#[test]
fn the_page_passes_axe_and_its_ids_and_links_are_right() {
    for (rest, width) in [("?theme=dark#dns", 1280), ("", 390)] {
        let page = held(width, 800, rest);
        load_axe(&page);
        let mut found = Found::default();
        found.look(&page, rest);
        found.assert_none();
        let ids: Value = page.value("[...document.querySelectorAll('[id]')].map((part) => part.id)");
        let ids: Vec<&str> = ids.as_array().into_iter().flatten().filter_map(Value::as_str).collect();
        let mut sorted = ids.clone();
        sorted.sort_unstable();
        sorted.dedup();
        assert_eq!(sorted.len(), ids.len(), "an id stands twice");
        let lost = "[...document.querySelectorAll('a[href^=\"#\"]')].map((link) => decodeURIComponent(link.hash.slice(1)))\
                    .filter((id) => !document.getElementById(id))";
        assert_eq!(page.texts(lost), [""; 0], "links within the page");
        let notes = page.value("document.querySelector('.prerendered').textContent.includes('話者ノート')");
        assert_eq!(notes, json!(false));
    }
}

#[test]
fn nothing_is_cut_off_before_the_program_is_there() {
    let page = held(390, 844, "");
    let wide = "document.documentElement.scrollWidth <= innerWidth && document.querySelector('.prerendered').scrollWidth <= innerWidth";
    assert_eq!(page.value(wide), json!(true));
}
