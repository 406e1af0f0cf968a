//! Without a network: the service worker, and decks as single files.

use crate::page::Page;
use crate::prerendered::held;
use crate::settings;
use crate::site::Site;
use serde_json::json;

/// A page whose site is kept in the browser.
fn kept() -> Page {
    let site = Site::start();
    site.keep_for_offline();
    let page = Page::open_site(site, "#dns");
    page.wait_for_promise(
        "navigator.serviceWorker.ready.then(({ active }) => active.state === 'activated')",
        "its start",
    );
    page
}

fn file(name: &str) -> String {
    let file = settings::path("KURABE_DIST").join(name);
    std::fs::read_to_string(&file).unwrap_or_else(|error| panic!("{}: {error}", file.display()))
}

/// A worker of another version, which believes what the server sends.
fn other_worker(version: &str) -> String {
    let worker = file("sw.js").replace("{ integrity, cache", "{ cache");
    let own =
        worker.split("const version = \"").nth(1).and_then(|rest| rest.split('"').next()).expect("a version");
    worker.replace(own, version)
}

#[test]
fn after_a_visit_the_site_opens_without_a_network() {
    let page = kept();
    page.site.stop();
    for (rest, slide) in [
        ("?sides=eks#tls", "tls"),
        ("", "cover"),
        ("en/#dns", "dns"),
        ("index.html?sides=eks#tls", "tls"),
        ("en", "cover"),
        ("slides/dns/", "dns"),
        ("en/slides/tls", "tls"),
    ] {
        page.go_to(rest);
        assert_eq!(page.text("see.slide()"), slide, "{rest}");
        let missing = page.value("see.broken().then((pictures) => pictures.length)");
        assert_eq!(missing, json!(0), "pictures of {rest}");
    }
    page.press("M");
    page.wait_for("see.view() === 'matrix'", "the matrix");
}

#[test]
fn a_tab_that_is_open_keeps_its_version_until_it_is_closed() {
    let page = kept();
    // The first visit came from the network.
    page.reload();
    page.site
        .put("index.html", file("index.html").replace("<title>GKEとEKS</title>", "<title>新しい版</title>"));
    page.site.put("sw.js", other_worker("other"));
    page.value("navigator.serviceWorker.ready.then((own) => own.update()).then(() => true)");
    page.wait_for_promise("navigator.serviceWorker.ready.then(({ waiting }) => waiting)", "the new version");
    let told = "see.one('.notices')?.textContent.includes('新しい版')";
    page.wait_for(told, "the notice");
    page.reload();
    page.wait_for(told, "the notice after a reload");
    let title = "fetch('./').then((answer) => answer.text()).then((text) => text.match(/<title>(.*?)</)[1])";
    assert_eq!(page.text(title), "GKEとEKS", "a reload");
    let program = page.text("[...performance.getEntriesByType('resource')].map(({ name }) => name).find((name) => /kurabe.wasm/.test(name))");
    assert!(file("index.html").contains(program.rsplit('/').nth(1).expect("a folder")), "{program}");
    page.leave();
    page.go_to("#dns");
    page.wait_for_promise(
        &format!("{title}.then((title) => title === '新しい版')"),
        "the new version in a new tab",
    );
    page.wait_for(
        "caches.keys().then((names) => names.length === 1 && names[0].endsWith(' other'))",
        "one cache",
    );
}

#[test]
fn a_version_that_comes_in_part_is_not_taken() {
    let page = kept();
    page.site.put("index.html", file("index.html").replace("<title>GKEとEKS</title>", "<title>途中</title>"));
    page.site.put("sw.js", file("sw.js").replace("const version = \"", "const version = \"half-"));
    let is_refused = "navigator.serviceWorker.ready.then((own) => own.update())\
                      .then((own) => own.installing && new Promise((done) => {\
                          const { installing } = own;\
                          installing.onstatechange = () => installing.state === 'redundant' && done(true);\
                      }))";
    page.wait_for_promise(is_refused, "the refusal");
    assert!(page.holds("navigator.serviceWorker.ready.then(({ waiting }) => !waiting)"));
    page.reload();
    assert_eq!(page.text("see.slide()"), "dns");
}

#[test]
fn a_site_without_a_worker_takes_an_earlier_one_away() {
    let page = kept();
    let none = include_str!("../../src/shell/no_worker.js");
    page.site.put("sw.js", none);
    page.value("navigator.serviceWorker.ready.then((own) => own.update()).then(() => true)");
    page.wait_for_promise(
        "navigator.serviceWorker.getRegistrations().then((all) => !all.length)",
        "no worker",
    );
    page.wait_for_promise("caches.keys().then((names) => !names.length)", "no cache");
}

#[test]
fn a_page_that_was_opened_as_a_file_names_the_deck_in_one_file() {
    let page = Page::start(Site::start());
    for (name, says) in [("index.html", "ファイルとして開いた場合"), ("en/index.html", "as a file")]
    {
        let file = settings::path("KURABE_DIST").join(name);
        let file = std::fs::canonicalize(&file).unwrap_or_else(|error| panic!("{}: {error}", file.display()));
        page.browser.go_to(&format!("file://{}", file.display()));
        page.wait_for("document.querySelector('.no-loader').checkVisibility()", "what is wrong");
        assert!(page.text("document.querySelector('.no-loader').textContent").contains(says), "{name}");
        assert!(page.holds("see.isVisible(document.querySelector('#cover h1'))"), "the slide of {name}");
        page.browser.go_to(&page.text("document.querySelector('.no-loader a').href"));
        page.wait_for_slide("cover");
    }
    drop(page);
    let page = held(1280, 720, "");
    assert!(page.holds("!document.querySelector('.no-loader').checkVisibility()"), "over a slide");
}

#[test]
fn a_deck_as_one_file_has_everything_in_it() {
    let page = Page::start(Site::start());
    for (name, column) in [("gke-eks.ja", "EKS"), ("gke-eks.en", "EKS")] {
        let file = settings::path("KURABE_DIST").join(format!("offline/{name}.html"));
        let file = std::fs::canonicalize(&file).unwrap_or_else(|error| panic!("{}: {error}", file.display()));
        page.browser.go_to(&format!("file://{}?sides=eks#dns", file.display()));
        page.wait_for_slide("dns");
        page.rest();
        assert_eq!(page.text("see.columns()"), column);
        page.press("ArrowRight");
        page.wait_for_slide("node-auto-provisioning");
        page.press("m");
        page.wait_for("see.view() === 'matrix'", "the matrix");
        page.press("Escape");
        page.press("Home");
        page.walk(|id| {
            let missing = page.value("see.broken().then((pictures) => pictures.length)");
            assert_eq!(missing, json!(0), "pictures of {id}");
        });
        let loaded = "performance.getEntriesByType('resource').map(({ name }) => name).filter((name) => !name.startsWith('data:'))";
        assert_eq!(page.texts(loaded), [""; 0]);
        assert_eq!(page.browser.console(), [""; 0], "{name}");
    }
    assert_eq!(page.site.asked(), []);
}
