//! Measures the overview: from the key's time stamp to the first frame that shows its grid, until all pictures in it
//! are drawn, and the longest task of the main thread between these two. The browser tells only of tasks of 50
//! milliseconds or more. What the key itself sets off is part of the first frame's time, not one of the tasks.

use anyhow::{Context, Result, bail};
use serde::Deserialize;

use super::browser::Tab;
use super::{change, page};

/// What a visit of the overview took, in milliseconds.
#[derive(Deserialize)]
pub struct Visit {
    pub first: f64,
    pub drawn: f64,
    /// Nought if no task was long.
    pub longest: f64,
    pictures: usize,
}

/// Opens and closes the overview of the page at `address`, which has `slides` slides, so many times.
pub fn visit(tab: &Tab, address: &str, slides: usize, times: usize) -> Result<Vec<Visit>> {
    change::slow_down(tab, 1)?;
    page::open(tab, address)?;
    change::slow_down(tab, change::SLOWER)?;
    page::settle(tab)?;
    let mut visits = Vec::new();
    for _ in 0..times {
        tab.value("void (globalThis.visit = kurabeViews.overview())")?;
        tab.type_key("o", "KeyO", 79)?;
        let visit = tab.value("visit")?;
        let visit: Visit = serde_json::from_value(visit).context("the overview was not measured")?;
        if visit.pictures != slides {
            bail!("{address}: the overview has {} pictures of {slides} slides", visit.pictures);
        }
        visits.push(visit);
        tab.press("Escape", 27)?;
        page::settle(tab)?;
    }
    change::slow_down(tab, 1)?;
    Ok(visits)
}
