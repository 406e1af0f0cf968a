//! Measures the views that look at all claims: opening the matrix, a step of the lens's slider in it, and a character in
//! its filter, each from the event to the paint of the frame that shows what came of it.

use anyhow::{Context, Result, bail};
use serde::Deserialize;
use serde_json::json;

use super::browser::Tab;
use super::search::Stroke;
use super::{change, page};

/// What is typed into the filter, again and again.
const TYPED: &str = "cluster";

/// How long each took, in milliseconds.
#[derive(Default)]
pub struct Times {
    pub opened: Vec<f64>,
    pub slider: Vec<f64>,
    pub filter: Vec<f64>,
}

#[derive(Deserialize)]
struct Opened {
    first: f64,
    rows: usize,
}

/// Measures each so many times on the page at `address`.
pub async fn measure(tab: &Tab, address: &str, times: usize) -> Result<Times> {
    change::slow_down(tab, 1).await?;
    page::open(tab, address).await?;
    change::slow_down(tab, change::SLOWER).await?;
    page::settle(tab).await?;
    let mut found = Times::default();
    for time in 0..times {
        if time > 0 {
            tab.press("Escape", 27).await?;
            page::settle(tab).await?;
        }
        tab.value("void (globalThis.opened = kurabeViews.matrix())").await?;
        tab.type_key("m", "KeyM", 77).await?;
        let opened = tab.value("opened").await?;
        let opened: Opened = serde_json::from_value(opened).context("the matrix was not measured")?;
        if opened.rows == 0 {
            bail!("{address}: the matrix has no rows");
        }
        found.opened.push(opened.first);
        page::settle(tab).await?;
    }
    focus(tab, ".lens-slider").await?;
    let mut known = 0;
    for time in 0..times {
        // Back and forth, so that there is always a way: a deck without moments begins at its end.
        let (key, number) = if time % 20 < 10 { ("ArrowLeft", 37) } else { ("ArrowRight", 39) };
        tab.press(key, number).await?;
        found.slider.push(shown(tab, known).await?);
        known += 1;
    }
    focus(tab, ".filter-field").await?;
    let mut typed = TYPED.chars().cycle();
    for time in 0..times {
        if time % TYPED.len() == 0 && time > 0 {
            tab.value("void document.querySelector('kurabe-deck').shadowRoot.querySelector('.filter-field').select()")
                .await?;
        }
        let character = typed.next().map(String::from).unwrap_or_default();
        tab.send("Input.insertText", json!({"text": character})).await?;
        found.filter.push(shown(tab, known).await?);
        known += 1;
    }
    change::slow_down(tab, 1).await?;
    Ok(found)
}

async fn focus(tab: &Tab, selector: &str) -> Result<()> {
    let focus =
        format!("void document.querySelector('kurabe-deck').shadowRoot.querySelector('{selector}').focus()");
    tab.value(&focus).await?;
    page::settle(tab).await
}

/// From the event `input` after the first `known` ones to its paint.
async fn shown(tab: &Tab, known: usize) -> Result<f64> {
    let stroke = tab.value(&format!("kurabeViews.stroke({known})")).await?;
    let stroke: Stroke = serde_json::from_value(stroke).context("the page did not hear of the input")?;
    tab.value("new Promise((done) => requestIdleCallback(done, { timeout: 500 }))").await?;
    Ok(stroke.shown)
}
