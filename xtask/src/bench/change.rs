//! Measures a slide change: from the key's time stamp to the frame that shows another slide.

use anyhow::{Result, bail};
use serde_json::json;

use super::browser::Tab;
use super::page;

/// How much slower the processor is made: about a cheap phone.
pub const SLOWER: u32 = 4;

/// How long a change may take, in milliseconds. A key that only reveals a step of a slide is given up after this.
const PATIENCE: u32 = 1500;

/// After so many key presses without a change the page is taken to be stuck: no slide has so many steps.
const STEPS: usize = 20;

/// Walks once through the page at `address`, which has `slides` slides, and returns how long each change took, in
/// milliseconds.
pub fn walk(tab: &Tab, address: &str, slides: usize) -> Result<Vec<f64>> {
    slow_down(tab, 1)?;
    page::open(tab, address)?;
    slow_down(tab, SLOWER)?;
    page::settle(tab)?;
    let mut changes = Vec::new();
    let mut in_vain = 0;
    while changes.len() + 1 < slides {
        let change = next_change(tab, changes.len())?;
        in_vain = if change.is_some() { 0 } else { in_vain + 1 };
        if in_vain > STEPS {
            bail!("{address}: PageDown shows no slide after the {}th of {slides}", changes.len() + 1);
        }
        changes.extend(change);
    }
    Ok(changes)
}

/// Presses the key for the next slide and returns how long the change took, after `known` changes before it. Nothing
/// if only a step of the slide was revealed.
fn next_change(tab: &Tab, known: usize) -> Result<Option<f64>> {
    page::press_next(tab)?;
    let change = tab.value(&format!("kurabeBench.next({known}, {PATIENCE})"))?;
    page::settle(tab)?;
    Ok(change.as_f64())
}

/// Makes the processor slower by `factor`; 1 is its own speed.
pub fn slow_down(tab: &Tab, factor: u32) -> Result<()> {
    tab.send("Emulation.setCPUThrottlingRate", json!({"rate": factor})).map(drop)
}
