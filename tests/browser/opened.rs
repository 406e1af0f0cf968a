//! Slides that are opened by their addresses, at another moment and with other sides than those of the page's beginning:
//! each fits, or says that there is more.

use crate::driver::Kind;
use crate::fit::assert_nothing;
use crate::page::Page;
use crate::settings;
use crate::site::Site;

const DECK: &str = include_str!("../../content/gke-eks.ja.md");

/// The last day that the deck names as a moment.
fn last_moment() -> &'static str {
    let moments = DECK.split("- { date: ").skip(1).filter_map(|moment| moment.split(',').next());
    moments.last().expect("the deck has moments")
}

/// How the shown slide stands: nothing until the program has drawn it and its pictures are there; then what is wrong with
/// its size, or "fits".
pub const FOUND: &str = r"(() => {
    const slide = document.querySelector('kurabe-deck').shadowRoot?.querySelector('.stage > .slide:not([hidden])');
    if (!slide || document.querySelector('.prerendered') || [...slide.querySelectorAll('img')].some((image) => !image.complete)) return '';
    const [scroller, content] = ['.scroller', '.content'].map((part) => slide.querySelector(part));
    const wide = content.scrollWidth - scroller.clientWidth;
    const high = scroller.scrollHeight - scroller.clientHeight;
    const size = scroller.style.getPropertyValue('--fit');
    if (wide > 0 || high > 0) return `${slide.dataset.slide} at ${size}: ${wide} px too wide, ${high} px too high`;
    return slide.hasAttribute('data-more') ? `${slide.dataset.slide}: the sign without need` : 'fits';
})()";

/// Opens one in so many slides of both pages at the last moment; of those each fourth again with a side off, and each
/// fourth is loaded anew. What doesn't fit, a line each.
fn survey(kind: Kind, every: usize) -> Vec<String> {
    let page = Page::start_in(kind, Site::start());
    if kind == Kind::Firefox {
        page.size_of_firefox(1280, 720);
    }
    let mut found = Vec::new();
    for place in ["", "en/"] {
        for (at, (id, _)) in settings::slides().into_iter().enumerate().step_by(every) {
            let alone = match at / every % 8 {
                1 => Some("gke"),
                5 => Some("eks"),
                _ => None,
            };
            for sides in std::iter::once("gke,eks").chain(alone) {
                let address = format!("{place}?as-of={}&sides={sides}&visit={at}#{id}", last_moment());
                page.leave();
                page.browser.go_to(&page.site.address(&address));
                page.wait_for(FOUND, &address);
                if at / every % 4 == 2 {
                    page.browser.reload();
                    page.wait_for(FOUND, &address);
                }
                let size = page.text("[innerWidth, innerHeight].join('x')");
                assert_eq!(size, "1280x720", "the window");
                let said = page.text(FOUND);
                found.extend((said != "fits").then(|| format!("{address}\t{said}")));
            }
        }
    }
    found
}

#[test]
fn each_slide_fits_whenever_it_is_opened() {
    assert_nothing(&survey(Kind::Chromium, 1), "a slide that doesn't fit");
}

#[test]
fn in_firefox_likewise() {
    assert_nothing(&survey(Kind::Firefox, 3), "a slide that doesn't fit");
}

#[test]
fn in_a_small_window_no_slide_is_larger_than_it_can_be() {
    let page = Page::start(Site::start());
    page.size(800, 420);
    let mut found = Vec::new();
    for (at, id) in ["q-daemonset", "q-pod-firewall", "limits", "tls", "dns"].into_iter().enumerate() {
        let address = format!("en/?as-of={}&visit={at}#{id}", last_moment());
        page.browser.go_to(&page.site.address(&address));
        page.wait_for(FOUND, &address);
        let said = page.text(FOUND);
        let scrolls = "see.one('.stage > .slide').hasAttribute('data-more')";
        let is_smallest = said.contains("calc(70/100)") && page.holds(scrolls);
        found.extend((said != "fits" && !is_smallest).then(|| format!("{address}\t{said}")));
    }
    assert_nothing(&found, "a slide that could be smaller");
}

/// A slide that can't fit.
fn long_slide() -> Site {
    let items = "- Line\n".repeat(60);
    Site::with_text(
        "long.md",
        format!("---\nlang: en\n---\n\n## Short {{#short}}\n\n- One\n\n---\n\n## Long {{#long}}\n\n{items}"),
    )
}

#[test]
fn a_slide_that_cannot_fit_says_that_there_is_more() {
    let page = Page::open_site(long_slide(), "#long");
    let sign = "getComputedStyle(see.one('.stage > .slide'), '::after').content.includes('↓')";
    page.wait_for(sign, "the sign");
    assert_eq!(page.text("see.one('.scroller').style.getPropertyValue('--fit')"), "calc(70/100)");
    assert!(page.holds("see.one('.scroller').scrollHeight > see.one('.scroller').clientHeight"));
    page.value("see.one('.scroller').scrollTo(0, 1e6)");
    page.wait_for(&format!("!({sign})"), "no sign at the end");
    page.press("Home");
    page.wait_for_slide("short");
    assert!(!page.holds(sign), "a short slide has no sign");
    page.assert_quiet();
}

#[test]
fn a_size_follows_its_slide_and_room() {
    let page = Page::open("?sides=gke,eks&as-of=2020-10-08#tls");
    for (what, change) in
        [("a side less", "1"), ("both sides again", "1"), ("the last moment", "t"), ("the first one", "t")]
    {
        page.press(change);
        page.rest();
        assert_eq!(page.text(FOUND), "fits", "{what}");
    }
    for (width, height) in [(1024, 768), (1280, 620), (1600, 700), (1280, 720)] {
        page.size(width, height);
        page.wait_for(&format!("innerWidth === {width} && innerHeight === {height}"), "the window");
        page.rest();
        assert_eq!(page.text(FOUND), "fits", "{width}x{height}");
    }
    let size =
        |page: &Page| page.text("see.one('.stage > .slide .scroller').style.getPropertyValue('--fit')");
    let opened = Page::open("?as-of=2020-10-08#tls");
    assert_eq!(size(&page), size(&opened), "the same slide in the same room");
}
