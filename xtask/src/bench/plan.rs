//! The order of a run: make the static page, then measure both pages by turns, so that whatever slows the machine for
//! a while slows both; at last what only our page has.

use std::path::{Path, PathBuf};

use anyhow::Result;
use serde_json::{Value, json};

use super::browser::Tab;
use super::embedding::Visit;
use super::load::Paints;
use super::report::{Beside, Own, Quantity, Report};
use super::search::Stroke;
use super::{Times, capture, change, comparing, embedding, large, load, overview, page, search};
use crate::scratch::Scratch;
use crate::server::{self, Mount};
use crate::test::ensure_browser;

/// How long the overview may take until its grid is seen, and how long its pictures may keep the page busy at once.
const FIRST_GRID: f64 = 100.0;
const LONGEST_TASK: f64 = 50.0;
/// How long a change in a comparing view may take, in the shipped deck and in one of 8,100 claims.
const REAL_DECK: f64 = 50.0;
const DATED_DECK: f64 = 120.0;
/// The windows, and what is measured in them; layout shift has no unit.
const WINDOWS: [([u32; 2], [&str; 4]); 2] = [
    (
        [1280, 720],
        [
            "load to first paint",
            "load to largest paint",
            "load, time blocked",
            "load, layout shift (no unit)",
        ],
    ),
    (
        [390, 844],
        [
            "phone: load to first paint",
            "phone: load to largest paint",
            "phone: load, time blocked",
            "phone: load, layout shift (no unit)",
        ],
    ),
];

fn device([width, height]: [u32; 2]) -> Value {
    json!({"width": width, "height": height, "deviceScaleFactor": 1, "mobile": false})
}

/// How long it takes from a frame to the next.
const FRAME: f64 = 1000.0 / 60.0;

/// A run: the pages, and how often each is measured.
struct Run {
    /// Where the static page lies.
    beside: PathBuf,
    origin: String,
    times: Times,
}

/// Measures the release site in `site` beside a static page that is made of it.
pub fn measure(site: &Path, times: Times) -> Result<Report> {
    let browser = ensure_browser()?;
    let scratch = Scratch::new("bench")?;
    let folder = |name: &str| scratch.path().join(name);
    let (beside, large, dated) = (folder("static"), folder("large"), folder("dated"));
    large::write(site, &large, large::SLIDES, false)?;
    large::write(site, &dated, large::DATED_SLIDES, true)?;
    let articles = folder("articles");
    embedding::write(&articles)?;
    // A file that the static page doesn't have, such as a figure, is taken from ours.
    let mounts = vec![
        Mount { name: "ours", places: vec![site.to_path_buf()] },
        Mount { name: "static", places: vec![beside.clone(), site.to_path_buf()] },
        Mount { name: "large", places: vec![large, site.to_path_buf()] },
        Mount { name: "dated", places: vec![dated, site.to_path_buf()] },
        Mount { name: "articles", places: vec![articles, site.to_path_buf()] },
    ];
    let server = server::start(mounts)?;
    let run = Run { origin: server.origin(), beside, times };
    run.report(&Tab::open(&browser.program, scratch.path())?)
}

impl Run {
    fn report(&self, tab: &Tab) -> Result<Report> {
        tab.run_in_every_page(page::WATCH)?;
        tab.run_in_every_page(page::VIEWS)?;
        tab.run_in_every_page(embedding::SCRIPT)?;
        eprintln!("making the static page");
        let slides = capture::write_static_page(tab, &self.ours(), &self.beside)?;
        let mut quantities = vec![self.slide_change(tab, slides)?];
        quantities.extend(self.load(tab)?);
        let mut own = self.overview(tab, slides)?;
        own.extend(self.search(tab)?);
        own.extend(self.comparing(tab)?);
        let (besides, bytes) = self.embedding(tab)?;
        let conditions = vec![
            bytes,
            format!("Processor slowed down {} times; {slides} slides; 1280x720.", change::SLOWER),
            "Loads: empty cache, 1.6 Mbit/s, 150 ms latency, brotli.".to_owned(),
            format!("Search: {} slides, two columns with three claims on each.", large::SLIDES),
            format!("Comparing: also {} such slides, each claim with a period.", large::DATED_SLIDES),
        ];
        Ok(Report { conditions, quantities, besides, own })
    }

    fn slide_change(&self, tab: &Tab, slides: usize) -> Result<Quantity> {
        let (mut ours, mut beside) = (Vec::new(), Vec::new());
        for round in 1..=self.times.rounds {
            eprintln!("walking through both pages, {round} of {}", self.times.rounds);
            ours.extend(change::walk(tab, &self.ours(), slides)?);
            beside.extend(change::walk(tab, &self.beside(), slides)?);
        }
        Quantity::new("key to changed frame", &ours, &beside)
    }

    /// Loads on the window of a desk and on that of a phone, and until a key does something.
    fn load(&self, tab: &Tab) -> Result<Vec<Quantity>> {
        let mut quantities = Vec::new();
        for (size, names) in WINDOWS {
            tab.send("Emulation.setDeviceMetricsOverride", device(size))?;
            let (mut ours, mut beside) = (Vec::new(), Vec::new());
            for round in 1..=self.times.loads {
                eprintln!("loading both pages at {}x{}, {round} of {}", size[0], size[1], self.times.loads);
                ours.push(load::paints(tab, &self.ours())?);
                beside.push(load::paints(tab, &self.beside())?);
            }
            let get: [fn(&Paints) -> f64; 4] =
                [|load| load.first, |load| load.largest, |load| load.blocking, |load| load.shift];
            for (name, get) in names.into_iter().zip(get) {
                let of = |loads: &[Paints]| loads.iter().map(get).collect::<Vec<_>>();
                quantities.push(Quantity::new(name, &of(&ours), &of(&beside))?);
            }
        }
        tab.send("Emulation.setDeviceMetricsOverride", device(WINDOWS[0].0))?;
        let (mut ours, mut beside) = (Vec::new(), Vec::new());
        for round in 1..=self.times.loads {
            eprintln!("pressing a key while both pages load, {round} of {}", self.times.loads);
            ours.push(load::first_change(tab, &self.ours())?);
            beside.push(load::first_change(tab, &self.beside())?);
        }
        load::full_speed(tab)?;
        quantities.push(Quantity::new("load to first changed slide", &ours, &beside)?);
        Ok(quantities)
    }

    fn overview(&self, tab: &Tab, slides: usize) -> Result<Vec<Own>> {
        eprintln!("opening the overview, {} times", self.times.overviews);
        let visits = overview::visit(tab, &self.ours(), slides, self.times.overviews)?;
        let of = |get: fn(&overview::Visit) -> f64| visits.iter().map(get).collect::<Vec<_>>();
        Ok(vec![
            Own::new("overview, key to first frame", &of(|visit| visit.first), Some(FIRST_GRID))?,
            Own::new("overview, longest task after it", &of(|visit| visit.longest), Some(LONGEST_TASK))?,
            Own::new("overview, key to all pictures", &of(|visit| visit.drawn), None)?,
        ])
    }

    fn search(&self, tab: &Tab) -> Result<Vec<Own>> {
        let address = format!("{}/large/", self.origin);
        let (mut opened, mut first, mut strokes) = (Vec::new(), Vec::new(), Vec::new());
        for round in 1..=self.times.searches {
            eprintln!("searching {} slides, {round} of {}", large::SLIDES, self.times.searches);
            let typed = search::type_queries(tab, &address)?;
            opened.push(typed.opened);
            first.push(typed.first);
            strokes.extend(typed.strokes);
        }
        let of = |get: fn(&Stroke) -> f64| strokes.iter().map(get).collect::<Vec<_>>();
        Ok(vec![
            Own::new("search, answer", &of(|stroke| stroke.answered), Some(FRAME))?,
            Own::new("search, answer and its drawing", &of(Stroke::work), Some(FRAME))?,
            Own::new("search, the same, first character", &first, None)?,
            Own::new("search, wait for the painted answer", &of(|stroke| stroke.shown), None)?,
            Own::new("search, key to field, index made", &opened, None)?,
        ])
    }

    fn comparing(&self, tab: &Tab) -> Result<Vec<Own>> {
        let mut own = Vec::new();
        for (folder, whose, most) in [("ours", "", REAL_DECK), ("dated", "8,100 claims: ", DATED_DECK)] {
            eprintln!("comparing, {} times each ({folder})", self.times.comparisons);
            let address = format!("{}/{folder}/", self.origin);
            let found = comparing::measure(tab, &address, self.times.comparisons)?;
            for (name, times) in comparing::NAMES.into_iter().zip(&found) {
                own.push(Own::new(format!("{whose}{name}"), times, Some(most))?);
            }
        }
        Ok(own)
    }

    /// A deck in an article, beside others; and how much was loaded before it was near.
    fn embedding(&self, tab: &Tab) -> Result<(Vec<Beside>, String)> {
        let mut visits = [Vec::new(), Vec::new(), Vec::new()];
        for round in 1..=self.times.visits {
            eprintln!("reading articles, {round} of {}", self.times.visits);
            for (name, visits) in embedding::ARTICLES.into_iter().zip(&mut visits) {
                visits.push(embedding::visit(tab, &format!("{}/articles/{name}", self.origin))?);
            }
        }
        let [element, eager, frame] = &visits;
        let of = |visits: &[Visit], get: fn(&Visit) -> f64| visits.iter().map(get).collect::<Vec<_>>();
        let beside = |name, other: &[Visit]| -> Result<Beside> {
            let quantity = |what, get| Quantity::new(what, &of(element, get), &of(other, get));
            let painted = quantity("scroll to painted deck", |visit| visit.painted)?;
            let article = quantity("first paint of the article", |visit| visit.article)?;
            Ok(Beside { name, quantities: vec![painted, article] })
        };
        let besides = vec![beside("reveal.js in a frame", frame)?, beside("loaded at once", eager)?];
        let [ours, eager, reveal] =
            [element, eager, frame].map(|visits| most(&of(visits, |visit| visit.bytes)));
        let bytes = format!(
            "Articles: {ours} bytes of scripts and decks before the reader scrolls, {eager} where they load at once, \
             {reveal} with reveal.js."
        );
        Ok((besides, bytes))
    }

    fn ours(&self) -> String {
        format!("{}/ours/", self.origin)
    }

    fn beside(&self) -> String {
        format!("{}/static/", self.origin)
    }
}

/// The largest of some numbers, without a fraction.
fn most(numbers: &[f64]) -> String {
    format!("{:.0}", numbers.iter().copied().fold(0.0, f64::max))
}
