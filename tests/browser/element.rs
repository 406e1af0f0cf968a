//! The element in a page that names nothing but the loader: when it loads, its properties, methods and events, and that
//! nothing is left of it when it is gone.

use crate::page::Page;
use crate::site::Site;
use serde_json::{Value, json};

const SMALL: &str = "---\ntitle: 小\nlang: ja\nsides: [{ id: a, name: A }, { id: b, name: B }]\n---\n\n## 一 {#one}\n\n\
    ### A\n\n- 甲\n\n### B\n\n- 乙\n\n---\n\n## 二 {#two}\n\n文\n\n---\n\n## 三 {#three}\n\n文\n";

/// A page with the loader and a body, and a small deck beside it. Nothing is waited for.
fn blog(body: &str) -> Page {
    let site = Site::start();
    site.put("small.md", SMALL);
    site.put("dot.svg", "<svg xmlns='http://www.w3.org/2000/svg'/>");
    let head = "<meta charset='utf-8'><title>記事</title><link rel='icon' href='dot.svg'>";
    let script = "<script type='module' src='embed/kurabe.js'></script>";
    site.put(
        "blog.html",
        format!("<!doctype html><html lang='ja'><head>{head}{script}</head><body>{body}</body></html>"),
    );
    Page::load(site, "blog.html")
}

fn names(page: &Page) -> Vec<String> {
    let asked = page.site.asked();
    asked.iter().filter_map(|(path, _)| path.rsplit('/').next().map(str::to_owned)).collect()
}

const DECK: &str = "<kurabe-deck src='small.md'><p class='own'>代わりの文</p></kurabe-deck>";

#[test]
fn nothing_but_the_loader_is_loaded_before_an_element_comes_near() {
    let page = blog(&format!("{}{DECK}{DECK}", "<p>文</p>".repeat(200)));
    page.wait_for("customElements.get('kurabe-deck')", "the element");
    page.wait_for("document.readyState === 'complete'", "the whole page");
    page.settle();
    assert_eq!(names(&page), ["blog.html", "kurabe.js", "dot.svg"]);
    assert!(page.holds("document.querySelector('.own').checkVisibility()"), "the fallback is there");
    page.value("see.host().scrollIntoView()");
    page.wait_for_slide("one");
    page.value("see.turnTo(1)");
    page.wait_for_slide("one");
    let mut asked = names(&page);
    asked.sort();
    let expected = [
        "blog.html",
        "dot.svg",
        "glue.js",
        "kurabe.css",
        "kurabe.js",
        "kurabe.wasm",
        "program.js",
        "reader.wasm",
        "small.md",
        "small.md",
    ];
    assert_eq!(asked, expected, "each file of the program once for both");
    page.assert_quiet();
}

#[test]
fn an_eager_element_does_not_wait() {
    let page = blog(&format!("{}{}", "<p>文</p>".repeat(200), DECK.replace("src", "loading='eager' src")));
    page.wait_for_slide("one");
    assert_eq!(page.value("scrollY"), 0);
}

#[test]
fn what_was_set_before_the_class_was_there_is_kept() {
    let page = blog("");
    page.wait_for("customElements.get('kurabe-deck')", "the element");
    // An element of a document without the class is as one before its upgrade.
    page.value(
        "void (() => {
            const early = document.implementation.createHTMLDocument().createElement('kurabe-deck');
            Object.assign(early, { src: 'small.md', slide: 'two', syncAddress: false, asOf: '' });
            document.body.append(early);
        })()",
    );
    page.wait_for_slide("two");
    assert_eq!(page.value("see.host().getAttribute('src')"), "small.md");
    assert_eq!(
        page.value("[see.host().slide, see.host().syncAddress, see.host().hasAttribute('sync-address')]"),
        json!(["two", false, false])
    );
}

/// Keeps the names of the events that the page hears, and their details.
const LISTEN: &str = "void (window.heard = [], ['ready', 'slidechange', 'sideschange', 'lenschange', 'answer', 'error', \
    'warning'].forEach((name) => addEventListener('kurabe-' + name, (event) => heard.push([name, event.detail]))))";

fn heard(page: &Page) -> Vec<String> {
    page.texts("heard.map(([name]) => name)")
}

#[test]
fn methods_properties_and_events() {
    let page = blog("");
    page.wait_for("customElements.get('kurabe-deck')", "the element");
    page.value(LISTEN);
    // A method that comes before the deck waits for it.
    page.value(&format!("void (document.body.innerHTML = `{DECK}`, see.host().next())"));
    page.wait_for_slide("two");
    assert_eq!(page.value("see.host().ready.then((host) => host === see.host())"), true);
    assert_eq!(heard(&page), ["ready", "slidechange"]);
    assert_eq!(
        page.value("[heard[0][1].slide, heard[1][1].slide, see.host().state.slide]"),
        json!(["one", "two", "two"])
    );
    page.value("see.host().goTo('three')");
    page.wait_for_slide("three");
    page.value("see.host().previous()");
    page.wait_for_slide("two");
    page.value("see.host().show('read')");
    page.wait_for("see.view() === 'read'", "the article");
    page.value("void (see.host().sides = 'b')");
    page.wait_for("heard.at(-1)[0] === 'sideschange'", "the news of the sides");
    assert_eq!(page.value("see.host().state.sides"), json!(["b"]));
    page.value("void (see.host().view = 'mosaic')");
    page.wait_for("heard.some(([name]) => name === 'warning')", "the warning");
    assert_eq!(
        page.value("heard.find(([name]) => name === 'warning')[1]"),
        json!({"attribute": "view", "value": "mosaic"})
    );
    assert_eq!(page.browser.console().len(), 1, "the author is told in the console");
    let count = heard(&page).len();
    page.value("see.host().setAttribute('sides', 'b')");
    page.value("void (see.host().src = 'missing.md')");
    page.wait_for("heard.at(-1)[0] === 'error'", "the failure");
    assert_eq!((heard(&page).len(), page.value("heard.at(-1)[1].kind")), (count + 1, json!("deck")));
    assert!(page.holds("see.view() && see.one('.notices')"), "the last good deck stays");
    assert!(page.text("see.host().version").starts_with("0."));
}

#[test]
fn an_element_without_a_deck_says_so_above_its_fallback() {
    let page = blog(&DECK.replace("small", "missing"));
    page.wait_for("see.one('.message[role=alert]')", "the failure");
    assert!(page.holds("document.querySelector('.own').checkVisibility()"));
    assert_eq!(page.value("see.host().ready.catch((error) => error.message.includes('missing.md'))"), true);
    page.site.put("missing.md", SMALL);
    page.value("see.host().reload()");
    page.wait_for_slide("one");
    assert!(page.holds("!see.host().hasAttribute('data-failed')"));
}

#[test]
fn a_deck_can_stand_in_the_element() {
    let inside = SMALL.lines().map(|line| format!("      {line}")).collect::<Vec<_>>().join("\n");
    let page = blog(&format!("<kurabe-deck><script type='text/markdown'>\n{inside}</script></kurabe-deck>"));
    page.wait_for_slide("one");
    assert_eq!(page.text("see.columns()"), "A B");
    page.assert_quiet();
}

#[test]
fn decks_with_one_key_share_sides() {
    let deck = |slide: &str| DECK.replace("src", &format!("sync-key='k' slide='{slide}' src"));
    let page = blog(&format!("{}{}{DECK}", deck("one"), deck("one")));
    for number in 0..3 {
        page.value(&format!("see.turnTo({number})"));
        page.value("see.host().scrollIntoView()");
        page.wait_for_slide("one");
    }
    page.value("see.turnTo(1)");
    page.value("see.host().scrollIntoView()");
    page.settle();
    page.click("see.button('A')");
    page.wait_for("see.columns() === 'B'", "one column");
    page.value("see.turnTo(0)");
    page.wait_for("see.columns() === 'B'", "one column in the other deck of the group");
    page.value("see.turnTo(2)");
    page.settle();
    assert_eq!(page.text("see.columns()"), "A B", "a deck without the key");
    page.value(&format!("void document.body.insertAdjacentHTML('beforeend', `{}`)", deck("one")));
    page.value("see.turnTo(3)");
    page.value("see.host().scrollIntoView()");
    page.wait_for("see.columns() === 'B'", "a deck that joins takes what the group has");
}

#[test]
fn an_element_that_is_moved_keeps_its_place() {
    let page = blog(&format!("<main></main>{DECK}"));
    page.wait_for_slide("one");
    page.value("see.host().next()");
    page.wait_for_slide("two");
    page.value("void (window.place = see.one('.place'), document.querySelector('main').append(see.host()))");
    page.settle();
    assert!(page.holds("see.one('.place') === window.place && see.slide() === 'two'"));
    // A copy is another deck.
    page.value("void document.body.append(see.host().cloneNode(true))");
    page.value("see.turnTo(1)");
    page.value("see.host().scrollIntoView()");
    page.wait_for_slide("one");
    page.assert_quiet();
}

/// Notes the memories of the programs that are loaded from now on. To ask Chromium for them makes it stumble over a
/// program of two parts.
const NOTE_MEMORIES: &str = "(() => {
    window.memories = [];
    for (const way of ['instantiate', 'instantiateStreaming']) {
        const make = WebAssembly[way];
        WebAssembly[way] = async (...given) => {
            const made = await make(...given);
            window.memories.push((made.instance ?? made).exports.memory);
            return made;
        };
    }
})()";

/// What is left after many elements came and went: DOM nodes, listeners, and bytes of wasm memory.
fn left(page: &Page, times: u32) -> [f64; 3] {
    page.value(&format!(
        "(async () => {{
            for (let time = 0; time < {times}; time += 1) {{
                document.body.innerHTML = `{DECK}`;
                const host = see.host();
                await host.ready;
                host.next();
                await new Promise(requestAnimationFrame);
                host.remove();
                await new Promise((done) => setTimeout(done));
            }}
            document.body.replaceChildren();
        }})()"
    ));
    for domain in ["HeapProfiler.enable", "Performance.enable"] {
        page.browser.send(domain, json!({}));
    }
    for _ in 0..3 {
        page.browser.send("HeapProfiler.collectGarbage", json!({}));
    }
    let metrics = page.browser.send("Performance.getMetrics", json!({}));
    let metric = |name: &str| {
        let found = metrics["metrics"].as_array().into_iter().flatten().find(|metric| metric["name"] == name);
        found.and_then(|metric| metric["value"].as_f64()).expect("a metric")
    };
    let bytes = page.value("memories.reduce((sum, memory) => sum + memory.buffer.byteLength, 0)").as_f64();
    [metric("Nodes"), metric("JSEventListeners"), bytes.expect("the wasm's memory")]
}

#[test]
fn elements_that_are_gone_leave_nothing() {
    let page = blog("");
    page.wait_for("customElements.get('kurabe-deck')", "the element");
    page.value(NOTE_MEMORIES);
    let before = left(&page, 100);
    let after = left(&page, 500);
    println!("nodes, listeners, bytes of memory after 100 and after 600 elements: {before:?} {after:?}");
    assert!(before[2] > 1e6, "the memory was found: {before:?}");
    assert!(after[1] <= before[1] && after[2] <= before[2], "listeners and memory: {before:?} {after:?}");
    assert!(after[0] <= before[0] + 20.0, "nodes: {before:?} {after:?}");
}

#[test]
fn a_name_that_is_taken_stays_anothers() {
    let site = Site::start();
    site.put("other.js", "customElements.define('kurabe-deck', class extends HTMLElement {});");
    let scripts = "<script src='other.js'></script><script type='module' src='embed/kurabe.js'></script>";
    site.put(
        "taken.html",
        format!("<!doctype html><title>a</title>{scripts}<kurabe-deck src='small.md'>b</kurabe-deck>"),
    );
    let page = Page::load(site, "taken.html");
    page.wait_for("document.readyState === 'complete'", "the page");
    let console = page.browser.console();
    assert!(console.iter().any(|line| line.contains("Another script has defined")), "{console:?}");
    assert_eq!(
        page.value("[document.querySelector('kurabe-deck').innerText, see.host().shadowRoot]"),
        json!(["b", Value::Null])
    );
}

#[test]
fn the_wheel_over_a_deck_moves_the_page() {
    let page = blog(&format!("{DECK}{}", "<p>文</p>".repeat(200)));
    page.wait_for_slide("one");
    page.settle();
    let at = page.point("see.one('.stage')");
    let wheel = json!({"type": "mouseWheel", "x": at.x, "y": at.y, "deltaX": 0, "deltaY": 300});
    page.browser.send("Input.dispatchMouseEvent", wheel);
    page.wait_for("scrollY > 0", "the page has moved");
    page.assert_quiet();
}

#[test]
fn the_page_may_choose_accent_and_type() {
    let site = Site::start();
    site.put("own.css", "kurabe-deck { --kurabe-accent: rgb(1, 2, 3); --kurabe-font: Own, serif; }");
    site.put("small.md", SMALL);
    let head = "<link rel='icon' href='data:,'><link rel='stylesheet' href='own.css'><script type='module' src='embed/kurabe.js'></script>";
    site.put("own.html", format!("<!doctype html><html lang='ja'><head>{head}</head>{DECK}"));
    site.set_policy("");
    let page = Page::load(site, "own.html");
    page.wait_for_slide("one");
    assert!(page.text("getComputedStyle(see.one('.slide h1')).fontFamily").starts_with("Own"));
    let accent = "getComputedStyle(see.one('.deck')).getPropertyValue('--accent').trim()";
    assert_eq!(page.text(accent), "rgb(1, 2, 3)");
}
