//! Measures a load over a slow line with an empty cache: what is painted when, what comes over the wire, and until when
//! a key changes the slide.

use std::thread::sleep;
use std::time::{Duration, Instant};

use anyhow::{Result, bail};
use serde_json::json;

use super::browser::Tab;
use super::quantity::Unit;
use super::traffic::Traffic;
use super::{change, page};

/// The line: 1.6 megabits a second down, 0.75 up, and 150 milliseconds until an answer begins.
const DOWN: u32 = 1_600_000 / 8;
const UP: u32 = 750_000 / 8;
const LATENCY: u32 = 150;

const PATIENCE: Duration = Duration::from_secs(60);

/// A load is over when nothing has come or gone for so long: the page may ask for more when it has what it needs.
const QUIET: Duration = Duration::from_secs(1);

/// What the browser tells of a load that nobody disturbs: milliseconds after it began, and how much things have moved,
/// as Cumulative Layout Shift has it.
pub struct Load {
    pub first: f64,
    pub largest: f64,
    pub shift: f64,
    /// How long tasks kept the page busy beyond 50 ms each, together.
    pub blocking: f64,
    /// When the program took over; nothing on a page that has none.
    pub ready: Option<f64>,
    /// What came until nothing more did.
    pub traffic: Traffic,
}

/// A number of a load: how the report calls it, its unit, and the number.
pub type Figure = (&'static str, Unit, fn(&Load) -> f64);

/// What is told of a load.
pub const FIGURES: [Figure; 6] = [
    ("first contentful paint", Unit::Milliseconds, |load| load.first),
    ("largest contentful paint", Unit::Milliseconds, |load| load.largest),
    ("layout shift", Unit::Share, |load| load.shift),
    ("blocking time", Unit::Milliseconds, |load| load.blocking),
    ("bytes over the wire", Unit::Bytes, |load| load.traffic.bytes),
    ("requests", Unit::Count, |load| f64::from(load.traffic.requests)),
];

/// Loads `address` once and waits until nothing more comes.
pub fn load(tab: &Tab, address: &str) -> Result<Load> {
    slow(tab)?;
    page::open(tab, address)?;
    let traffic = traffic(tab, address)?;
    let of = |name: &str| number(tab, &format!("kurabeBench.paints.{name}"));
    match (number(tab, FIRST_PAINT), of("largest"), of("shift"), of("blocking")) {
        (Some(first), Some(largest), Some(shift), Some(blocking)) => {
            let ready = number(tab, "kurabeBench.readyAt");
            Ok(Load { first, largest, shift, blocking, ready, traffic })
        }
        _ => bail!("{address}: the browser tells of no paint"),
    }
}

const FIRST_PAINT: &str = "performance.getEntriesByName('first-contentful-paint')[0]?.startTime";

/// What has come since the load began, when nothing more comes.
fn traffic(tab: &Tab, address: &str) -> Result<Traffic> {
    let mut traffic = Traffic::default();
    let (start, mut since) = (Instant::now(), Instant::now());
    while traffic.is_open() || since.elapsed() < QUIET {
        if start.elapsed() > PATIENCE {
            bail!("{address} loads for more than {} seconds", PATIENCE.as_secs());
        }
        sleep(Duration::from_millis(50));
        // Events come with the answer to any command.
        tab.value("0")?;
        if traffic.take(&tab.take_network()) {
            since = Instant::now();
        }
    }
    Ok(traffic)
}

/// Loads `address` once, pressing the key for the next slide until another slide is shown: how many milliseconds that took.
pub fn first_change(tab: &Tab, address: &str) -> Result<f64> {
    slow(tab)?;
    tab.begin_loading(address)?;
    let start = Instant::now();
    let first_change = loop {
        if start.elapsed() > PATIENCE {
            bail!("{address}: no key changed the slide within {} seconds", PATIENCE.as_secs());
        }
        sleep(Duration::from_millis(20));
        page::press_next(tab)?;
        if let Some(time) = number(tab, "window.kurabeBench?.changedAt") {
            break time;
        }
    };
    Ok(first_change)
}

/// Back to full speed, for what isn't a load.
pub fn full_speed(tab: &Tab) -> Result<()> {
    let line = json!({"offline": false, "latency": 0, "downloadThroughput": -1, "uploadThroughput": -1});
    tab.send("Network.emulateNetworkConditions", line)?;
    change::slow_down(tab, 1)
}

/// A slow line, an empty cache and a slow processor.
pub fn slow(tab: &Tab) -> Result<()> {
    tab.send("Network.enable", json!({}))?;
    tab.send("Network.setCacheDisabled", json!({"cacheDisabled": true}))?;
    let line =
        json!({"offline": false, "latency": LATENCY, "downloadThroughput": DOWN, "uploadThroughput": UP});
    tab.send("Network.emulateNetworkConditions", line)?;
    change::slow_down(tab, change::SLOWER)
}

/// While a page is being replaced it can't answer; that is no number either.
fn number(tab: &Tab, expression: &str) -> Option<f64> {
    tab.value(expression).ok().and_then(|value| value.as_f64())
}
