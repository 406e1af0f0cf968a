//! What a deck costs a machine that keeps it open: the memory of a page that has been loaded and left alone. Each visit
//! has a browser of its own, so that no page before it is counted in.
//!
//! Two figures are told. *The heaps* are what the page's own things take after a garbage collection: JavaScript's
//! objects, the document's nodes and buffers (DevTools' `Runtime.getHeapUsage`), and the memory of each wasm
//! (`memory.js`), which is not among them. *The process* is what the page's process keeps to itself of the machine's
//! memory (`RssAnon` of Linux), with styles, layout, fonts, compiled code and what the browser needs for any page; it is
//! told on Linux alone.

use std::fs;
use std::path::Path;
use std::thread::sleep;
use std::time::Duration;

use anyhow::{Context, Result};
use serde_json::{Value, json};

use super::browser::Tab;
use super::page;

/// How long a page is left alone before it is looked at.
const REST: Duration = Duration::from_secs(2);

const SCRIPT: &str = include_str!("memory.js");

/// What was found in one visit, in bytes.
pub struct Visit {
    pub heaps: f64,
    pub process: Option<f64>,
}

/// Visits `address` once with a new browser, whose profile is `profile`.
pub fn visit(program: &Path, profile: &Path, address: &str) -> Result<Visit> {
    let tab = Tab::open(program, profile)?;
    for script in [page::WATCH, SCRIPT] {
        tab.run_in_every_page(script)?;
    }
    page::open(&tab, address)?;
    sleep(REST);
    page::settle(&tab)?;
    tab.send("HeapProfiler.enable", json!({}))?;
    for _ in 0..2 {
        tab.send("HeapProfiler.collectGarbage", json!({}))?;
    }
    let heaps = heaps(&tab.send("Runtime.getHeapUsage", json!({}))?)
        .with_context(|| format!("{address}: Chromium tells nothing of its heaps; a newer one does"))?;
    let wasm = tab.value("kurabeMemory()")?.as_f64().unwrap_or_default();
    let used = used(&tab)?;
    let process = process(&tab.send_to_browser("SystemInfo.getProcessInfo", json!({}))?, used);
    Ok(Visit { heaps: heaps + wasm, process })
}

/// The sum of all parts; nothing if one of them is missing.
fn heaps(usage: &Value) -> Option<f64> {
    let parts = ["usedSize", "embedderHeapUsedSize", "backingStorageSize"];
    parts.iter().map(|part| usage[part].as_f64()).sum()
}

/// The memory of the page's process. The browser has others that show pages, its own ones, and doesn't say which is
/// ours: it is the one that has used the processor for as long as the page says of itself, in seconds.
fn process(processes: &Value, used: f64) -> Option<f64> {
    let all = processes["processInfo"].as_array()?;
    let pages = all.iter().filter(|process| process["type"] == "renderer");
    let away = |process: &Value| (process["cpuTime"].as_f64().unwrap_or_default() - used).abs();
    let own = pages.min_by(|one, other| away(one).total_cmp(&away(other)))?;
    anonymous(&fs::read_to_string(format!("/proc/{}/status", own["id"])).ok()?)
}

/// For how many seconds the page's process has used the processor.
fn used(tab: &Tab) -> Result<f64> {
    tab.send("Performance.enable", json!({}))?;
    let metrics = tab.send("Performance.getMetrics", json!({}))?;
    let mut all = metrics["metrics"].as_array().into_iter().flatten();
    let time = all.find(|metric| metric["name"] == "ProcessTime").and_then(|metric| metric["value"].as_f64());
    time.context("Chromium does not tell how long its process has worked")
}

/// The bytes of memory that no file stands behind, out of what Linux says of a process.
fn anonymous(status: &str) -> Option<f64> {
    let line = status.lines().find_map(|line| line.strip_prefix("RssAnon:"))?;
    let kilobytes: f64 = line.trim().strip_suffix(" kB")?.trim().parse().ok()?;
    Some(kilobytes * 1024.0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_heaps_are_all_that_the_page_has() {
        let usage =
            json!({"usedSize": 3, "totalSize": 100, "embedderHeapUsedSize": 20, "backingStorageSize": 400});
        assert_eq!(heaps(&usage), Some(423.0));
        assert_eq!(heaps(&json!({"usedSize": 3})), None);
    }

    #[test]
    fn anonymous_memory_is_read_out_of_a_status() {
        let status = "Name:\tchromium\nVmRSS:\t  9999 kB\nRssAnon:\t    12 kB\nRssFile:\t 5 kB\n";
        assert_eq!(anonymous(status), Some(12288.0));
        assert_eq!(anonymous("Name:\tchromium\n"), None);
    }
}
