//! What a first visit is: reading the talk slide by slide or as an article, at a desk or on a phone, in both languages,
//! with everything that needs no other view, and asking for one in vain. The question slides come with the quiz and
//! aren't part of it.

use anyhow::{Context, Result};
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use serde_json::json;

use super::instrument::MEMORY;
use crate::bench::{Tab, page};

/// A page that is visited: its address from the site on, the size of the window, and what is done there.
struct Visit {
    address: &'static str,
    size: [u32; 2],
    steps: &'static [Step],
}

enum Step {
    /// A key that prints nothing, so many times.
    Press(&'static str, usize),
    /// A key that prints a letter, digit or sign.
    Type(&'static str, &'static str),
    /// A click on all that the selector finds in the deck, one after another.
    Click(&'static str),
    /// Keys that print these and ask for what never comes.
    Vain(&'static str),
    /// A click there, in shares of the window.
    At(f64, f64),
    /// What a script does.
    Run(&'static str),
    /// The window has another size.
    Resize([u32; 2]),
}

use Step::{At, Click, Press, Resize, Run, Type, Vain};

const DESK: [u32; 2] = [1280, 720];
const PHONE: [u32; 2] = [390, 844];

/// As many times as there are slides and steps before the questions.
const TALK: usize = 40;

const SCROLL: &str = "for (const to of [300, 3000, 9000, 0]) { \
    document.querySelector('kurabe-deck').shadowRoot.querySelector('.read').scrollTop = to; \
    await new Promise((done) => setTimeout(done, 120)); }";
const HOVER: &str = "document.querySelector('kurabe-deck').dispatchEvent(new PointerEvent('pointermove', \
    { bubbles: true, composed: true, clientX: 300, clientY: 300 }))";
const SLIDE: &str = "const slider = document.querySelector('kurabe-deck').shadowRoot.querySelector('.lens-slider'); \
    slider.dispatchEvent(new Event('input', { bubbles: true })); slider.dispatchEvent(new Event('change', { bubbles: true }))";
const SWIPE: &str = "const stage = document.querySelector('kurabe-deck').shadowRoot.querySelector('.stage'); \
    for (const [kind, x] of [['pointerdown', 600], ['pointerup', 300], ['pointerdown', 300], ['pointerup', 600]]) \
    stage.dispatchEvent(new PointerEvent(kind, { bubbles: true, composed: true, isPrimary: true, pointerType: 'touch', \
    pointerId: 7, clientX: x, clientY: 300 }))";
const LEAVE: &str = "for (const kind of ['blur', 'beforeunload', 'pagehide', 'pageshow', 'focus', 'online', 'popstate']) \
    dispatchEvent(new Event(kind)); \
    for (const kind of ['visibilitychange', 'selectionchange', 'fullscreenchange']) document.dispatchEvent(new Event(kind))";
const FOCUS: &str = "document.querySelector('kurabe-deck').shadowRoot.querySelector('.scroller').focus()";
const FAIL: &str = "const wait = () => new Promise((done) => setTimeout(done, 400)); \
    const host = document.querySelector('kurabe-deck'); \
    const reload = () => host.shadowRoot.querySelectorAll('.message button, .notices button').forEach((button) => button.click()); \
    for (const src of ['nothing.md', 'http://127.0.0.1:9/nothing.md', 'few.md']) { \
    host.setAttribute('src', src); await wait(); host.reload(); await wait(); reload(); await wait(); } \
    for (const src of ['nothing.md', 'http://127.0.0.1:9/nothing.md']) { \
    const other = document.createElement('kurabe-deck'); other.setAttribute('src', src); other.loading = 'eager'; \
    document.body.append(other); await wait(); await wait(); \
    other.shadowRoot.querySelectorAll('button').forEach((button) => button.click()); await wait(); other.remove(); }";
const GONE: &str =
    "document.querySelector('kurabe-deck').remove(); await new Promise((done) => setTimeout(done, 99))";
const BACK: &str = "history.back()";
const HASH: &str = "location.hash = 'dns'";

const READING: &[Step] = &[
    Press("PageDown", TALK),
    Press("PageUp", 3),
    Press("Home", 1),
    Press("ArrowRight", 2),
    Press("ArrowDown", 2),
    Press("ArrowUp", 1),
    Press("ArrowLeft", 1),
    Type(" ", "Space"),
    Type("t", "KeyT"),
    Press("PageDown", TALK),
    Press("Home", 1),
    Run(HASH),
    Type("1", "Digit1"),
    Type("1", "Digit1"),
    Type("2", "Digit2"),
    Press("PageDown", 3),
    Type("0", "Digit0"),
    Type("t", "KeyT"),
    Run(BACK),
    Run(HOVER),
    Click(".details-button"),
    Press("Escape", 1),
    Type("t", "KeyT"),
    Run(HASH),
    Vain("molcqsfxdb/g?.[]39"),
    Press("PageDown", 1),
    Click(".notices button"),
    Run(SLIDE),
    Run(SWIPE),
    Click(".toolbar button"),
    Press("Escape", 1),
    Click(".moves button"),
    At(0.95, 0.4),
    At(0.05, 0.4),
    At(0.5, 0.5),
    Click(".lens button"),
    Click(".sides button"),
    Click(".content a[href^='#']"),
    Resize([900, 500]),
    Resize(DESK),
    Run(LEAVE),
];

const ARTICLE: &[Step] = &[
    Run(SCROLL),
    Type("1", "Digit1"),
    Type("0", "Digit0"),
    Type("t", "KeyT"),
    Run(SCROLL),
    Run(HASH),
    Click(".details-button"),
    Resize([320, 700]),
    Run(LEAVE),
];

/// A page of another's with decks as Markdown, and those of its decks that aren't the site's: names and contents.
pub const EMBEDDED: [(&str, &str); 4] = [
    (
        "embedded.html",
        "<!doctype html><meta charset=\"utf-8\"><title>A page</title><script type=\"module\" src=\"embed/kurabe.js\"></script>\
         <p>A text.</p><kurabe-deck src=\"gke-eks.ja.md\" slide=\"dns\"></kurabe-deck>",
    ),
    (
        "small.html",
        "<!doctype html><meta charset=\"utf-8\"><title>A page</title><script type=\"module\" src=\"embed/kurabe.js\"></script>\
         <kurabe-deck src=\"many.md\"></kurabe-deck><kurabe-deck src=\"few.md\"></kurabe-deck>",
    ),
    ("many.md", include_str!("many.md")),
    ("few.md", include_str!("few.md")),
];

/// What is done with small decks.
const SMALL: &[Step] = &[
    Run(FOCUS),
    Press("PageDown", 6),
    Press("Home", 1),
    Press("PageDown", 1),
    Click(".lens button"),
    Click(".details-button"),
    Type("1", "Digit1"),
    Press("PageDown", 3),
    Run(GONE),
    Run(FOCUS),
    Press("PageDown", 2),
    Press("PageUp", 1),
    Run(FAIL),
    Run(GONE),
];

const VISITS: [Visit; 12] = [
    Visit { address: "", size: DESK, steps: READING },
    Visit { address: "en/", size: DESK, steps: READING },
    Visit { address: "index.html#dns", size: DESK, steps: &[Press("PageDown", 2)] },
    Visit { address: "?as-of=2026-11&sides=eks#dns", size: DESK, steps: &[Press("PageDown", 2)] },
    Visit {
        address: "en/?as-of=today&sides=nobody#eks-nap-none",
        size: DESK,
        steps: &[Press("PageDown", 2)],
    },
    Visit { address: "?view=read#dns", size: DESK, steps: ARTICLE },
    Visit { address: "", size: PHONE, steps: ARTICLE },
    Visit { address: "en/", size: PHONE, steps: ARTICLE },
    Visit { address: "embedded.html", size: DESK, steps: &[Run(FOCUS), Press("PageDown", 2), Run(GONE)] },
    Visit { address: "small.html", size: DESK, steps: SMALL },
    Visit { address: "small.html", size: PHONE, steps: SMALL },
    Visit { address: "embed.html?deck=gke-eks.ja.md&slide=dns", size: DESK, steps: &[Press("PageDown", 2)] },
];

/// Makes all visits and tells of each function that the program defines whether any of them called it.
pub fn all(tab: &Tab, site: &str) -> Result<Vec<bool>> {
    tab.run_in_every_page(page::WATCH)?;
    let mut called = Vec::new();
    for visit in VISITS {
        eprintln!("visiting {}", if visit.address.is_empty() { "./" } else { visit.address });
        for (at, is_called) in visit.called(tab, site)?.into_iter().enumerate() {
            if at == called.len() {
                called.push(false);
            }
            called[at] |= is_called;
        }
    }
    Ok(called)
}

impl Visit {
    fn called(&self, tab: &Tab, site: &str) -> Result<Vec<bool>> {
        resize(tab, self.size)?;
        page::open(tab, &format!("{site}{}", self.address))?;
        for step in self.steps {
            step.take(tab).with_context(|| format!("in {}", self.address))?;
            page::settle(tab)?;
        }
        let read = format!(
            "new Promise((done) => {{ const reader = new FileReader(); reader.onload = () => \
             done(reader.result.split(',')[1]); \
             reader.readAsDataURL(new Blob([new Uint8Array(kurabeProgram.{MEMORY}.buffer).slice()])) }})"
        );
        let text = tab.value(&read)?;
        let bytes = STANDARD.decode(text.as_str().unwrap_or_default()).context("the page told nothing")?;
        Ok(bytes.into_iter().map(|byte| byte != 0).collect())
    }
}

impl Step {
    fn take(&self, tab: &Tab) -> Result<()> {
        match self {
            Press(key, times) => {
                for _ in 0..*times {
                    tab.press(key, 0)?;
                    page::settle(tab)?;
                }
                Ok(())
            }
            Type(text, code) => tab.type_key(text, code, 0),
            Vain(keys) => {
                for key in keys.chars() {
                    tab.type_key(&key.to_string(), "", 0)?;
                    page::settle(tab)?;
                }
                Ok(())
            }
            At(x, y) => {
                let place = |length: u32, share: f64| f64::from(length) * share;
                for kind in ["mousePressed", "mouseReleased"] {
                    let event = json!({"type": kind, "x": place(DESK[0], *x), "y": place(DESK[1], *y), "button": "left",
                        "clickCount": 1});
                    tab.send("Input.dispatchMouseEvent", event)?;
                }
                Ok(())
            }
            Click(selector) => {
                let click = format!(
                    "(async () => {{ const root = document.querySelector('kurabe-deck').shadowRoot; \
                     for (let at = 0; at < root.querySelectorAll(\"{selector}\").length; at++) {{ \
                     root.querySelectorAll(\"{selector}\")[at].click(); \
                     await new Promise((done) => setTimeout(done, 60)); }} }})()"
                );
                tab.value(&click).map(drop)
            }
            Run(script) => tab.value(&format!("(async () => {{ {script} }})()")).map(drop),
            Resize(size) => resize(tab, *size),
        }
    }
}

fn resize(tab: &Tab, [width, height]: [u32; 2]) -> Result<()> {
    let size = json!({"width": width, "height": height, "deviceScaleFactor": 1, "mobile": false});
    tab.send("Emulation.setDeviceMetricsOverride", size).map(drop)
}
