//! Every slide opened by its address in the built site, as who follows a link or reloads sees it: in both languages, two
//! sizes of the window, and at both ends of the talk's time. A slide fits, or it has the smallest size and the sign that
//! there is more.

use std::path::Path;
use std::thread::sleep;
use std::time::{Duration, Instant};

use anyhow::{Context, Result, bail};
use serde::Deserialize;
use serde::de::DeserializeOwned;
use serde_json::json;

use super::Finding;
use super::hosting::FOLDER;
use super::page::Page;
use crate::bench::Tab;
use crate::scratch::Scratch;
use crate::test::Browser;

pub const NAME: &str = "slides opened by URL";

const SCRIPT: &str = include_str!("slides.js");

const PAGES: [&str; 2] = ["", "en/"];

/// Widths and heights in CSS pixels.
const WINDOWS: [(u32, u32); 2] = [(1280, 720), (1024, 768)];

/// The smallest size of a slide, as `src/shell/fit.rs` has it.
const MIN_PERCENT: u32 = 70;

/// One in so many slides is opened with a side off, and one in so many is reloaded.
const TURN: usize = 4;

const PATIENCE: Duration = Duration::from_secs(60);

/// What the program knows of a deck.
#[derive(Deserialize)]
struct Ends {
    sides: Vec<String>,
    /// Values of `as-of`.
    moments: Vec<String>,
}

/// How a slide is opened.
struct Opening<'a> {
    page: &'a str,
    window: (u32, u32),
    moment: &'a str,
    slide: &'a str,
    /// Those that are on.
    sides: Vec<&'a str>,
    has_side_off: bool,
    is_reloaded: bool,
}

/// What the page then shows.
#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Seen {
    slide: String,
    as_of: String,
    sides: Vec<String>,
    /// CSS pixels that are out of sight below and to the right.
    below: i32,
    beside: i32,
    percent: Option<u32>,
    says_more: bool,
}

#[derive(Debug, PartialEq)]
enum Verdict {
    Fits,
    Scrolls(String),
    Fault(String),
}

/// What has become of the slides.
#[derive(Default)]
struct Tally {
    fit: usize,
    scroll: Vec<String>,
    faults: Vec<String>,
}

/// Opens the slides of the site that is served at `origin`.
pub fn check(browser: &Browser, site: &Path, pages: &[Page], origin: &str) -> Result<Finding> {
    let scratch = Scratch::new("audit-slides")?;
    let tab = Tab::open(&browser.program, &scratch.path().join("profile"))?;
    tab.run_in_every_page(SCRIPT)?;
    let mut tally = Tally::default();
    for (at, page) in PAGES.into_iter().enumerate() {
        let file = site.join(page).join("index.html");
        let built = pages.iter().find(|built| built.file == file && !built.slides.is_empty());
        let slides = &built.with_context(|| format!("no slides stand in {}", file.display()))?.slides;
        // Where one can't be opened, the others of its page would each be waited for in vain.
        if let Err(error) = tally.open_all(&tab, origin, (at, page), slides) {
            tally.faults.push(format!("{}: the others were not opened: {error:#}", name(page)));
        }
    }
    Ok(tally.finding())
}

impl Tally {
    fn open_all(
        &mut self,
        tab: &Tab,
        origin: &str,
        (at, page): (usize, &str),
        slides: &[String],
    ) -> Result<()> {
        let ends = ends(tab, &format!("{origin}{FOLDER}{page}"))?;
        for opening in openings(at, page, slides, &ends) {
            let place = opening.place();
            let seen = look(tab, origin, &opening).with_context(|| place.clone())?;
            match opening.verdict(&seen) {
                Verdict::Fits => self.fit += 1,
                Verdict::Scrolls(how) => self.scroll.push(format!("{place}: {how}")),
                Verdict::Fault(why) => self.faults.push(format!("{place}: {why}")),
            }
        }
        Ok(())
    }

    fn finding(self) -> Finding {
        let Self { fit, scroll: remarks, faults } = self;
        let opened = fit + remarks.len() + faults.len();
        let result = format!("{opened} opened, {fit} fit, {} scroll and say so", remarks.len());
        Finding { name: NAME.to_owned(), result, remarks, faults }
    }
}

/// A page's name for people.
fn name(page: &str) -> &str {
    if page.is_empty() { "./" } else { page }
}

/// Each slide in each window at each moment. Over all of these each slide has its turn with a side off and with a
/// reload; on the second page another side is off.
fn openings<'a>(at: usize, page: &'a str, slides: &'a [String], ends: &'a Ends) -> Vec<Opening<'a>> {
    let times =
        WINDOWS.into_iter().flat_map(|window| ends.moments.iter().map(move |moment| (window, moment)));
    let mut openings = Vec::new();
    for (round, (window, moment)) in times.enumerate() {
        for (number, slide) in slides.iter().enumerate() {
            let turn = (number + round) % TURN;
            let has_side_off = turn == 1 && ends.sides.len() > 1;
            let off = (number / TURN + at) % ends.sides.len().max(1);
            let is_on = |(side, _): &(usize, &String)| !has_side_off || *side != off;
            let sides = ends.sides.iter().enumerate().filter(is_on).map(|(_, side)| &**side).collect();
            let is_reloaded = turn == 3;
            openings.push(Opening { page, window, moment, slide, sides, has_side_off, is_reloaded });
        }
    }
    openings
}

impl Opening<'_> {
    fn address(&self, origin: &str) -> String {
        let Self { page, moment, slide, .. } = self;
        format!("{origin}{FOLDER}{page}?as-of={moment}&sides={}#{slide}", self.sides.join(","))
    }

    /// For people.
    fn place(&self) -> String {
        let Self { page, window: (width, height), moment, slide, .. } = self;
        let sides =
            if self.has_side_off { format!(", {} alone", self.sides.join(",")) } else { String::new() };
        let reloaded = if self.is_reloaded { ", reloaded" } else { "" };
        format!("{}#{slide} at {width} x {height}, as of {moment}{sides}{reloaded}", name(page))
    }

    fn verdict(&self, seen: &Seen) -> Verdict {
        let Seen { slide, as_of, sides, below, beside, says_more, .. } = seen;
        if (&**slide, &**as_of) != (self.slide, self.moment) || *sides != self.sides {
            return Verdict::Fault(format!("it shows #{slide} as of {as_of} with {}", sides.join(",")));
        }
        if *below <= 0 && *beside <= 0 {
            return Verdict::Fits;
        }
        let percent = seen.percent.unwrap_or(100);
        let size = format!(
            "at {percent} % {} px are below and {} px beside what is seen",
            below.max(&0),
            beside.max(&0)
        );
        match (percent <= MIN_PERCENT, says_more) {
            (true, true) => Verdict::Scrolls(size),
            (true, false) => Verdict::Fault(format!("{size}, and nothing says so")),
            (false, _) => Verdict::Fault(format!("{size}, and it could be smaller")),
        }
    }
}

fn ends(tab: &Tab, address: &str) -> Result<Ends> {
    tab.begin_loading(address)?;
    wait(tab, address)?;
    ask(tab, "kurabeAudit.ends()")
}

fn look(tab: &Tab, origin: &str, opening: &Opening) -> Result<Seen> {
    let (width, height) = opening.window;
    let size = json!({"width": width, "height": height, "deviceScaleFactor": 1, "mobile": false});
    tab.send("Emulation.setDeviceMetricsOverride", size)?;
    let address = opening.address(origin);
    tab.begin_loading(&address)?;
    wait(tab, &address)?;
    if opening.is_reloaded {
        tab.value("window.isOld = true")?;
        tab.send("Page.reload", json!({}))?;
        wait(tab, &address)?;
    }
    ask(tab, "kurabeAudit.seen()")
}

/// Waits for the slide. A page that is leaving may not answer.
fn wait(tab: &Tab, address: &str) -> Result<()> {
    let start = Instant::now();
    loop {
        let missing = tab.value("window.isOld || !window.kurabeAudit ? 'the page' : kurabeAudit.missing()");
        if missing.as_ref().is_ok_and(|missing| missing == "") {
            return Ok(());
        }
        if start.elapsed() > PATIENCE {
            bail!("{address} is not there after {} seconds: {missing:?} is missing", PATIENCE.as_secs());
        }
        sleep(Duration::from_millis(20));
    }
}

fn ask<T: DeserializeOwned>(tab: &Tab, expression: &str) -> Result<T> {
    let answer = tab.value(expression)?;
    serde_json::from_value(answer).with_context(|| format!("`{expression}` has another answer"))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn ends_of_talk() -> Ends {
        Ends {
            sides: vec!["gke".into(), "eks".into()],
            moments: vec!["2020-10-08".into(), "2026-11-22".into()],
        }
    }

    #[test]
    fn each_slide_is_opened_whole_with_each_side_and_reloaded() {
        let (ends, slides) = (ends_of_talk(), ["a", "b", "c", "d", "e"].map(str::to_owned));
        let all: Vec<Opening> =
            PAGES.iter().enumerate().flat_map(|(at, page)| openings(at, page, &slides, &ends)).collect();
        assert_eq!(all.len(), 40);
        for slide in &slides {
            let of = |sides: &[&str], is_reloaded: bool| {
                let is_so = |one: &&Opening| {
                    one.slide == slide && one.sides == sides && one.is_reloaded == is_reloaded
                };
                all.iter().filter(is_so).count()
            };
            let counts = [
                of(&["gke", "eks"], false),
                of(&["gke", "eks"], true),
                of(&["gke"], false),
                of(&["eks"], false),
            ];
            assert_eq!(counts, [4, 2, 1, 1], "{slide}");
        }
        assert_eq!(all[1].address("o"), "o/talk/?as-of=2020-10-08&sides=eks#b");
        assert_eq!(all[1].place(), "./#b at 1280 x 720, as of 2020-10-08, eks alone");
    }

    #[test]
    fn what_is_out_of_sight_has_the_smallest_size_and_a_sign() {
        let (ends, slides) = (ends_of_talk(), ["a".to_owned()]);
        let opening = &openings(0, "", &slides, &ends)[0];
        let verdict = |slide: &str, below, percent, says_more| {
            let sides = ends.sides.clone();
            let as_of = "2020-10-08".into();
            let seen = Seen { slide: slide.into(), as_of, sides, below, beside: -9, percent, says_more };
            opening.verdict(&seen)
        };
        let size = |percent| format!("at {percent} % 8 px are below and 0 px beside what is seen");
        assert_eq!(verdict("a", 0, None, false), Verdict::Fits);
        assert_eq!(verdict("a", 8, Some(70), true), Verdict::Scrolls(size(70)));
        assert_eq!(verdict("a", 8, Some(70), false), Verdict::Fault(size(70) + ", and nothing says so"));
        assert_eq!(verdict("a", 8, Some(71), true), Verdict::Fault(size(71) + ", and it could be smaller"));
        assert!(matches!(verdict("b", 0, None, false), Verdict::Fault(_)));
    }

    #[test]
    fn the_smallest_size_is_that_of_the_program() {
        let fit = include_str!("../../../src/shell/fit.rs");
        assert!(fit.contains(&format!("const MIN_PERCENT: u32 = {MIN_PERCENT};")));
    }
}
