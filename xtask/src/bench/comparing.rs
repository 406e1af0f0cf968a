//! Measures the lens's slider and the views that look at all claims: opening them, a step of the slider in each, and a
//! character in the matrix's filter, all from the event to the paint of the frame that shows what came of it.

use anyhow::{Context, Result, bail};
use serde::Deserialize;
use serde_json::json;

use super::browser::Tab;
use super::search::Stroke;
use super::{change, page};

/// What is typed into the filter, again and again.
const TYPED: &str = "cluster";

/// What is measured, in the order of `Times`.
pub const NAMES: [&str; 6] = [
    "lens, a step of the slider on a slide",
    "matrix, key to frame",
    "matrix, a step of the slider",
    "matrix, a character in the filter",
    "timeline, key to frame",
    "timeline, a step of the slider",
];

/// How long each took, in milliseconds.
pub type Times = [Vec<f64>; NAMES.len()];

#[derive(Deserialize)]
struct Opened {
    first: f64,
    rows: usize,
}

/// Measures each so many times on the page at `address`.
pub fn measure(tab: &Tab, address: &str, times: usize) -> Result<Times> {
    change::slow_down(tab, 1)?;
    page::open(tab, address)?;
    change::slow_down(tab, change::SLOWER)?;
    page::settle(tab)?;
    let mut known = 0;
    let on_slide = slide_lens(tab, times, &mut known)?;
    focus(tab, ".scroller")?;
    let matrix = open(tab, ".matrix", ("m", "KeyM", 77), times)?;
    let in_matrix = slide_lens(tab, times, &mut known)?;
    let filter = write(tab, times, &mut known)?;
    focus(tab, ".scroller")?;
    tab.press("Escape", 27)?;
    let timeline = open(tab, ".timeline", ("l", "KeyL", 76), times)?;
    let in_timeline = slide_lens(tab, times, &mut known)?;
    change::slow_down(tab, 1)?;
    Ok([on_slide, matrix, in_matrix, filter, timeline, in_timeline])
}

/// Opens a view by its key, again and again; it stays open in the end.
fn open(tab: &Tab, selector: &str, key: (&str, &str, u32), times: usize) -> Result<Vec<f64>> {
    let mut found = Vec::new();
    for time in 0..times {
        if time > 0 {
            tab.press("Escape", 27)?;
        }
        page::settle(tab)?;
        tab.value(&format!("void (globalThis.opened = kurabeViews.table('{selector}'))"))?;
        tab.type_key(key.0, key.1, key.2)?;
        let opened = tab.value("opened")?;
        let opened: Opened = serde_json::from_value(opened).context("the view was not measured")?;
        if opened.rows == 0 {
            bail!("{selector} has no rows");
        }
        found.push(opened.first);
        page::settle(tab)?;
    }
    Ok(found)
}

/// Moves the lens's slider by a month at a time, after `known` events before it.
fn slide_lens(tab: &Tab, times: usize, known: &mut usize) -> Result<Vec<f64>> {
    focus(tab, ".lens-slider")?;
    let mut found = Vec::new();
    for time in 0..times {
        // Back and forth, so that there is always a way: a deck without moments begins at its end.
        let (key, number) = if time % 10 < 5 { ("ArrowLeft", 37) } else { ("ArrowRight", 39) };
        tab.press(key, number)?;
        found.push(shown(tab, *known)?);
        *known += 1;
    }
    Ok(found)
}

/// Types into the matrix's filter.
fn write(tab: &Tab, times: usize, known: &mut usize) -> Result<Vec<f64>> {
    focus(tab, ".filter-field")?;
    let mut found = Vec::new();
    let mut typed = TYPED.chars().cycle();
    for time in 0..times {
        if time % TYPED.len() == 0 && time > 0 {
            tab.value("void document.querySelector('kurabe-deck').shadowRoot.querySelector('.filter-field').select()")
                ?;
        }
        let character = typed.next().map(String::from).unwrap_or_default();
        tab.send("Input.insertText", json!({"text": character}))?;
        found.push(shown(tab, *known)?);
        *known += 1;
    }
    Ok(found)
}

fn focus(tab: &Tab, selector: &str) -> Result<()> {
    let focus =
        format!("void document.querySelector('kurabe-deck').shadowRoot.querySelector('{selector}').focus()");
    tab.value(&focus)?;
    page::settle(tab)
}

/// From the event `input` after the first `known` ones to its paint.
fn shown(tab: &Tab, known: usize) -> Result<f64> {
    let stroke = tab.value(&format!("kurabeViews.stroke({known})"))?;
    let stroke: Stroke = serde_json::from_value(stroke).context("the page did not hear of the input")?;
    tab.value("new Promise((done) => requestIdleCallback(done, { timeout: 500 }))")?;
    Ok(stroke.shown)
}
