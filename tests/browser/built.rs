//! The files of the built site: the program is what the tools make of it, and no script of ours does what a strict page
//! refuses.

use crate::page::Page;
use crate::settings;
use crate::site::Site;
use std::fs;
use std::path::{Path, PathBuf};

fn gather(folder: &Path, found: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).expect("the site is built").flatten() {
        if entry.path().is_dir() { gather(&entry.path(), found) } else { found.push(entry.path()) }
    }
}

/// The site's files of this kind: name and content.
fn files(kind: &str) -> Vec<(String, Vec<u8>)> {
    let mut paths = Vec::new();
    gather(&settings::path("KURABE_DIST"), &mut paths);
    paths.retain(|path| path.extension().is_some_and(|end| end == kind));
    paths.into_iter().map(|path| (name(&path), fs::read(&path).expect("a file of the site"))).collect()
}

fn name(path: &Path) -> String {
    path.file_name().unwrap_or_default().to_string_lossy().into_owned()
}

#[test]
fn wasm_is_wasm() {
    let all = files("wasm");
    let mut names: Vec<&str> = all.iter().map(|(name, _)| name.as_str()).collect();
    names.sort_unstable();
    assert_eq!(names, ["colours.wasm", "kurabe.wasm", "reader.wasm"]);
    for (name, bytes) in &all {
        assert!(bytes.starts_with(b"\0asm\x01\0\0\0"), "{name}");
    }
}

/// What reads texts as HTML, or stops the page until an answer has come.
const REFUSED: [&str; 11] = [
    "XMLHttpRequest",
    "innerHTML",
    "outerHTML",
    "insertAdjacentHTML",
    "DOMParser",
    "setHTML",
    "parseHTMLUnsafe",
    "createContextualFragment",
    "document.write",
    "srcdoc",
    "new Function",
];

#[test]
fn no_script_reads_html_or_blocks() {
    let mut found = Vec::new();
    for (name, bytes) in files("js") {
        let text = String::from_utf8(bytes).expect("a script is text");
        for word in REFUSED {
            found.extend(text.matches(word).map(|word| format!("{name}: {word}")));
        }
    }
    // Yew's own, for raw nodes, which nothing of ours makes: the import's name, and what it does.
    assert_eq!(found, ["glue.js: innerHTML"; 2]);
}

#[test]
fn a_page_with_trusted_types_runs() {
    let site = Site::start();
    let policy = fs::read_to_string(settings::path("KURABE_DIST").join("policy.txt")).expect("a policy");
    site.set_policy(&format!(
        "{}; require-trusted-types-for 'script'; trusted-types 'none'",
        policy.trim_end()
    ));
    let page = Page::open_site(site, "");
    assert!(
        page.holds(
            "(() => { try { document.createElement('p').innerHTML = 'a'; } catch { return true; } })()"
        )
    );
    for (key, view) in
        [("o", "overview"), ("m", "matrix"), ("l", "timeline"), ("c", "changes"), ("r", "read")]
    {
        page.press(key);
        page.wait_for(&format!("see.view() === '{view}'"), view);
        page.rest();
    }
    page.press("o");
    page.wait_for("see.all('.frame[data-drawn]').length > 3", "pictures of slides");
    page.go_to("?print=handout");
    page.wait_for("see.host().hasAttribute('data-print-ready')", "the printed pages");
    assert!(page.holds("see.root().querySelectorAll('.pages .page').length > 40"));
    let lines: Vec<String> = page.browser.console();
    // The first line of this test tried what is refused.
    let others: Vec<&String> = lines.iter().filter(|line| !line.contains("TrustedHTML")).collect();
    assert!(others.is_empty(), "{others:?}");
}

/// Holds the program back until `go()`.
const HELD: &str = "
    const fetched = window.fetch;
    const held = new Promise((go) => { window.go = go; });
    window.fetch = (address, ...rest) =>
        String(address).includes('kurabe.wasm') ? held.then(() => fetched(address, ...rest)) : fetched(address, ...rest);
    window.XMLHttpRequest = class { constructor() { window.blocked = true; throw new Error('a request that blocks'); } };";

#[test]
fn while_the_program_is_on_its_way_the_page_answers() {
    let page = Page::start(Site::start());
    page.before_all(HELD);
    page.browser.go_to(&page.site.address(""));
    page.wait_for("window.go && customElements.get('kurabe-deck')", "the element");
    let here = "[...document.querySelectorAll('.all-slides > div')].find((slide) => slide.offsetHeight)?.id";
    page.wait_for(&format!("{here} === 'cover'"), "the first slide");
    for at in 1..4 {
        page.press("PageDown");
        page.wait_for(&format!("{here} === '{}'", settings::slides()[at].0), "another slide");
        assert!(page.holds("document.querySelector('kurabe-deck').state === null"));
    }
    page.value("void go()");
    page.wait_for("see.slide()", "the program");
    assert_eq!(page.text("document.querySelector('kurabe-deck').state.slide"), settings::slides()[3].0);
    assert!(!page.holds("window.blocked"));
    page.assert_quiet();
}

/// Until the program is there, the tooltip is name enough.
#[test]
fn pages_have_short_names_for_details() {
    let pages = files("html");
    let (_, index) = pages.iter().find(|(name, _)| name == "index.html").expect("the site has a page");
    let index = String::from_utf8_lossy(index);
    let buttons: Vec<&str> = index.split("class=\"details-button\"").skip(1).collect();
    assert!(buttons.len() > 100, "{} buttons", buttons.len());
    for tag in buttons.iter().filter_map(|rest| rest.split_once('>')).map(|(tag, _)| tag) {
        assert!(tag.contains("title=") && !tag.contains("aria-label"), "{tag}");
    }
}
