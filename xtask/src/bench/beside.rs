//! Measures our page beside others with the same content, by turns, so that whatever slows the machine for a while slows
//! all of them; and our page beside itself with larger decks. How one measurement is made stands in files of its own.

use std::path::Path;

use anyhow::Result;
use serde_json::{Value, json};

use super::browser::Tab;
use super::load::{FIGURES, Figure, Load};
use super::quantity::{Quantity, Unit};
use super::sites::{GROWN, OURS, Sites};
use super::{Part, Times, change, load, memory};

/// The windows in which pages are loaded, how the report calls them, and how many of the figures are told there: on a
/// phone the paints alone, since the same bytes come.
const WINDOWS: [([u32; 2], &str, usize); 2] = [([1280, 720], "", FIGURES.len()), ([390, 844], "phone: ", 4)];

fn device([width, height]: [u32; 2]) -> Value {
    json!({"width": width, "height": height, "deviceScaleFactor": 1, "mobile": false})
}

/// A page, and what was found on it in the rounds.
type Found<T> = Vec<(&'static str, Vec<T>)>;

/// What measures beside others.
pub struct Beside<'a> {
    pub sites: &'a Sites,
    pub times: Times,
    /// The browser, for visits that need one of their own, and where their profiles lie.
    pub browser: &'a Path,
    pub scratch: &'a Path,
}

impl Beside<'_> {
    /// Measures a part; nothing if it isn't measured beside others.
    pub fn measure(&self, tab: &Tab, part: Part) -> Result<Vec<Quantity>> {
        match part {
            Part::Load => self.load(tab),
            Part::Key => self.key(tab),
            Part::Change => self.change(tab),
            Part::Scale => self.scale(tab),
            Part::Memory => self.memory(tab),
            Part::Overview | Part::Search | Part::Comparing | Part::Embedding => Ok(Vec::new()),
        }
    }

    /// Loads on the window of a desk and on that of a phone.
    fn load(&self, tab: &Tab) -> Result<Vec<Quantity>> {
        let mut quantities = Vec::new();
        for (size, whose, count) in WINDOWS {
            tab.send("Emulation.setDeviceMetricsOverride", device(size))?;
            let what = format!("loading at {}x{}", size[0], size[1]);
            let loads = self.rounds(&what, self.times.loads, |address| load::load(tab, address))?;
            for figure in &FIGURES[..count] {
                quantities.push(figure_of(figure, whose, &loads)?);
            }
            quantities.push(Quantity::new(
                format!("{whose}load to ready"),
                Unit::Milliseconds,
                &ready(&loads),
            )?);
        }
        tab.send("Emulation.setDeviceMetricsOverride", device(WINDOWS[0].0))?;
        load::full_speed(tab)?;
        Ok(quantities)
    }

    fn key(&self, tab: &Tab) -> Result<Vec<Quantity>> {
        let what = "pressing a key while it loads";
        let found = self.rounds(what, self.times.loads, |address| load::first_change(tab, address))?;
        load::full_speed(tab)?;
        Ok(vec![Quantity::new("load to first changed slide", Unit::Milliseconds, &found)?])
    }

    fn change(&self, tab: &Tab) -> Result<Vec<Quantity>> {
        let walk = |address: &str| change::walk(tab, address, self.sites.slides);
        let found = self.rounds("walking through it", self.times.rounds, walk)?;
        Ok(vec![Quantity::new("key to changed frame", Unit::Milliseconds, &flat(found))?])
    }

    /// The talk's slides in decks that have more behind them: the same changes, so that the deck's size alone is new.
    fn scale(&self, tab: &Tab) -> Result<Vec<Quantity>> {
        let names = GROWN.map(|(_, name)| name);
        let mut found: Found<Vec<f64>> =
            [OURS].into_iter().chain(names).map(|name| (name, Vec::new())).collect();
        for round in 1..=self.times.rounds {
            for (name, changes) in &mut found {
                eprintln!(
                    "walking through the same slides of larger decks, {round} of {} ({name})",
                    self.times.rounds
                );
                changes.push(change::walk(tab, &self.sites.at(name), self.sites.slides)?);
            }
        }
        let found = flat(found);
        let of_talk = &found[0].1;
        let larger = GROWN.into_iter().zip(&found[1..]);
        let quantity = |((slides, _), (_, changes)): ((usize, _), &(_, Vec<f64>))| {
            let samples = [("ours", changes.clone()), ("the talk", of_talk.clone())];
            Quantity::new(format!("key to changed frame of {slides} slides"), Unit::Milliseconds, &samples)
        };
        larger.map(quantity).collect()
    }

    /// The first paint and the memory of pages with so many slides.
    fn memory(&self, tab: &Tab) -> Result<Vec<Quantity>> {
        let mut quantities = Vec::new();
        for slides in [self.sites.slides].into_iter().chain(GROWN.map(|(slides, _)| slides)) {
            let whose = format!("{slides} slides: ");
            let what = format!("loading {slides} slides");
            let loads = self.turns(slides, &what, self.times.memories, |address| load::load(tab, address))?;
            load::full_speed(tab)?;
            quantities.push(figure_of(&FIGURES[0], &whose, &loads)?);
            let what = format!("opening {slides} slides");
            let mut profiles = (0..).map(|number| self.scratch.join(format!("visit-{slides}-{number}")));
            let visits = self.turns(slides, &what, self.times.memories, |address| {
                memory::visit(self.browser, &profiles.next().unwrap_or_default(), address)
            })?;
            quantities.extend(memories(&whose, &visits)?);
        }
        Ok(quantities)
    }

    /// Does the same with each page of the talk, by turns, so many times.
    fn rounds<T>(&self, what: &str, times: usize, once: impl FnMut(&str) -> Result<T>) -> Result<Found<T>> {
        self.turns(self.sites.slides, what, times, once)
    }

    /// Does the same with each page that has so many slides, by turns, so many times.
    fn turns<T>(
        &self,
        slides: usize,
        what: &str,
        times: usize,
        mut once: impl FnMut(&str) -> Result<T>,
    ) -> Result<Found<T>> {
        let mut pages = self.sites.pages(slides);
        let mut found: Found<T> = pages.iter().map(|(name, _)| (*name, Vec::new())).collect();
        for round in 1..=times {
            for ((name, address), (_, values)) in pages.iter().zip(&mut found) {
                eprintln!("{what}, {round} of {times} ({name})");
                values.push(once(address)?);
            }
            // The next round goes the other way: who is loaded behind whom must not matter.
            pages.reverse();
            found.reverse();
        }
        if times % 2 == 1 {
            found.reverse();
        }
        Ok(found)
    }
}

/// A number of each of what was found.
fn numbers<T>(found: &Found<T>, get: impl Fn(&T) -> f64) -> Found<f64> {
    found.iter().map(|(name, values)| (*name, values.iter().map(&get).collect())).collect()
}

/// When programs took over, on the pages that have one.
fn ready(loads: &Found<Load>) -> Found<f64> {
    let values = |loads: &[Load]| loads.iter().filter_map(|load| load.ready).collect::<Vec<_>>();
    let all = loads.iter().map(|(name, loads)| (*name, values(loads)));
    all.filter(|(_, values)| !values.is_empty()).collect()
}

fn flat(found: Found<Vec<f64>>) -> Found<f64> {
    found.into_iter().map(|(name, values)| (name, values.concat())).collect()
}

fn figure_of((name, unit, get): &Figure, whose: &str, loads: &Found<Load>) -> Result<Quantity> {
    Quantity::new(format!("{whose}{name}"), *unit, &numbers(loads, get))
}

/// The process is told where the system tells of it.
fn memories(whose: &str, found: &Found<memory::Visit>) -> Result<Vec<Quantity>> {
    let heaps = numbers(found, |visit| visit.heaps);
    let mut quantities = vec![Quantity::new(format!("{whose}memory, the heaps"), Unit::Bytes, &heaps)?];
    if found.iter().flat_map(|(_, visits)| visits).all(|visit| visit.process.is_some()) {
        let process = numbers(found, |visit| visit.process.unwrap_or_default());
        quantities.push(Quantity::new(format!("{whose}memory, the process"), Unit::Bytes, &process)?);
    }
    Ok(quantities)
}
