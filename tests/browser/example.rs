//! The article of `examples/blog`: what it loads, what it leaves behind, and how its decks live together.

use crate::page::Page;
use crate::site::Site;

const ARTICLE: &str = "examples/blog/index.html";

fn article() -> Page {
    let site = Site::start();
    // It is an article of another's, without a policy.
    site.set_policy("");
    let page = Page::load(site, ARTICLE);
    page.wait_for("customElements.get('kurabe-deck')", "the element");
    page.wait_for("document.readyState === 'complete'", "the whole page");
    page.settle();
    page
}

/// The files that were asked for, by their names, each as often as it was.
fn names(page: &Page) -> Vec<String> {
    let asked = page.site.asked();
    let mut names: Vec<String> =
        asked.iter().filter_map(|(path, _)| path.rsplit('/').next().map(str::to_owned)).collect();
    names.sort();
    names
}

/// Scrolls to each deck and waits until it is there.
fn see_all(page: &Page) {
    for deck in 0..4 {
        page.value(&format!("see.turnTo({deck})"));
        page.value("see.host().scrollIntoView({ block: 'center' })");
        page.wait_for("see.place()", "a deck");
    }
    page.settle();
}

#[test]
fn it_loads_the_loader_and_only_when_it_is_read_the_rest() {
    let page = article();
    assert_eq!(names(&page), ["blog.css", "index.html", "kurabe.js"]);
    see_all(&page);
    let mut program = names(&page);
    program.retain(|name| !name.contains(".svg"));
    assert_eq!(
        program,
        [
            "blog.css",
            "gke-eks.ja.md",
            "gke-eks.ja.md",
            "gke-eks.ja.md",
            "glue.js",
            "index.html",
            "kurabe.css",
            "kurabe.js",
            "kurabe.wasm",
            "program.js",
            "reader.wasm",
            "tea-coffee.md",
        ],
        "the program once, a deck for each element; one of them shows the matrix"
    );
    let foreign = "performance.getEntriesByType('resource').map(({ name }) => name)
        .filter((name) => !name.startsWith(location.origin))";
    assert_eq!(page.texts(foreign), [""; 0], "requests to others");
    let kept = "[localStorage.length, sessionStorage.length, document.cookie.length].join()";
    assert_eq!(page.text(kept), "0,0,0");
    assert!(page.holds("indexedDB.databases().then((all) => all.length === 0)"), "databases");
    assert!(page.holds("caches.keys().then((all) => all.length === 0)"), "caches");
    assert!(page.holds("navigator.serviceWorker.getRegistrations().then((all) => all.length === 0)"));
    assert!(
        page.holds("document.title === '「できない」はいつまで本当か' && !location.hash && !location.search")
    );
    page.assert_quiet();
}

#[test]
fn its_decks_show_what_the_article_speaks_of() {
    let page = article();
    see_all(&page);
    let places: Vec<String> =
        (0..4).map(|deck| page.text(&format!("(see.turnTo({deck}), see.place())"))).collect();
    assert_eq!(places, ["dns", "the matrix", "q-cloud", "cover"]);
    page.value("see.turnTo(0)");
    page.value("see.host().scrollIntoView({ block: 'center' })");
    page.click("see.buttonLike('2026年11月')");
    page.wait_for("see.host().state.asOf.startsWith('2026-11')", "the day");
    page.value("see.turnTo(1)");
    page.wait_for("see.host().state.asOf.startsWith('2026-11')", "the day of the group");
    page.value("see.turnTo(0)");
    page.click("see.buttonLike('発表時')");
    page.value("see.turnTo(1)");
    page.wait_for("see.host().state.asOf.startsWith('2020-10')", "the day of the group again");
    page.value("see.turnTo(2)");
    assert!(page.holds("see.host().state.asOf.startsWith('2026-11')"), "a deck outside of the group");
    page.assert_quiet();
}
