//! Measures the search in a deck of 1,000 slides: what each character that is typed costs.
//!
//! "Results in under a frame" is a matter of work, not of waiting: a frame begins every 16.7 milliseconds, so that even
//! an answer that costs nothing is seen 8 milliseconds after the key on average, and up to 16.7. What is measured:
//!
//! - *the answer*: from the moment the window hears of the event `input` until all that listens to it has been run,
//!   microtasks included: looking through the index, the places to show, the widgets, their elements;
//! - *the answer and its drawing*: that, and in the frame that follows what the browser does from the frame's callback
//!   until after the paint: style, layout, paint. This is all the work the main thread has with a keystroke; if it is
//!   less than a frame, no frame is missed;
//! - *the wait*: from the event to that frame's paint by the clock, in which the wait for the frame is.
//!
//! `/` makes the index, once for a deck. That and the first character, which finds the program cold, are told apart.
//! A character comes as an input method hands it over, in one event. There is nothing to compare this with: the static
//! page has no search.

use anyhow::{Context, Result, bail};
use serde::Deserialize;
use serde_json::json;

use super::browser::Tab;
use super::{change, page};

/// What is typed, the field empty before each. Some find nearly everything, some little.
const QUERIES: [&str; 5] = ["cluster node", "クラスタ 料金", "ＧＫＥ", "autoscaler", "第７回"];

/// What a character took, in milliseconds.
#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Stroke {
    pub answered: f64,
    /// The style, layout and paint of the frame after it.
    drawn: f64,
    pub shown: f64,
    hits: usize,
    /// What was there after the event's own task is what was shown.
    is_whole: bool,
}

impl Stroke {
    pub fn work(&self) -> f64 {
        self.answered + self.drawn
    }
}

/// One load of the page: the key that opens the search and makes the index, the first character, and all others.
pub struct Typed {
    pub opened: f64,
    pub first: f64,
    pub strokes: Vec<Stroke>,
}

/// Loads the page at `address` and types all queries.
pub fn type_queries(tab: &Tab, address: &str) -> Result<Typed> {
    change::slow_down(tab, 1)?;
    page::open(tab, address)?;
    change::slow_down(tab, change::SLOWER)?;
    page::settle(tab)?;
    let mut opened = Vec::new();
    let mut strokes = Vec::new();
    for query in QUERIES {
        opened.push(open(tab)?);
        for character in query.chars() {
            strokes.push(stroke(tab, character, strokes.len())?);
        }
        if !strokes.iter().any(|stroke| stroke.hits > 0) {
            bail!("{address}: nothing was found for `{query}`");
        }
        tab.press("Escape", 27)?;
        page::settle(tab)?;
    }
    change::slow_down(tab, 1)?;
    let first = strokes.remove(0).work();
    Ok(Typed { opened: opened[0], first, strokes })
}

fn open(tab: &Tab) -> Result<f64> {
    tab.value("void (globalThis.field = kurabeViews.searchField())")?;
    tab.type_key("/", "Slash", 191)?;
    let opened = tab.value("field")?.as_f64().context("`/` did not open the search")?;
    page::settle(tab)?;
    Ok(opened)
}

fn stroke(tab: &Tab, character: char, known: usize) -> Result<Stroke> {
    tab.send("Input.insertText", json!({"text": character.to_string()}))?;
    let stroke = tab.value(&format!("kurabeViews.stroke({known})"))?;
    let stroke: Stroke = serde_json::from_value(stroke).context("the search did not hear of a character")?;
    if !stroke.is_whole {
        bail!("the results came after the event's own task: it is not what this measures any more");
    }
    tab.value("new Promise((done) => requestIdleCallback(done, { timeout: 500 }))")?;
    Ok(stroke)
}
