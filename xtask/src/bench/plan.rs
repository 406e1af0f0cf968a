//! The order of a run: make the static page, then measure both pages by turns, so that whatever slows the machine for
//! a while slows both.

use std::path::{Path, PathBuf};

use anyhow::{Context, Result};

use super::browser::{Driver, Tab};
use super::report::{Quantity, Report};
use super::{capture, change, load, page};
use crate::scratch::Scratch;
use crate::server::{self, Mount};
use crate::test::ensure_browser;

/// A run: both pages, and how often each is measured.
struct Run {
    /// Where the static page lies.
    beside: PathBuf,
    origin: String,
    rounds: usize,
    loads: usize,
}

/// Measures the release site in `site` beside a static page that is made of it.
pub fn measure(site: &Path, rounds: usize, loads: usize) -> Result<Report> {
    let browser = ensure_browser()?;
    let scratch = Scratch::new("bench")?;
    let beside = scratch.path().join("static");
    // A file that the static page doesn't have, such as a figure, is taken from ours.
    let mounts = vec![
        Mount { name: "ours", places: vec![site.to_path_buf()] },
        Mount { name: "static", places: vec![beside.clone(), site.to_path_buf()] },
    ];
    let run = Run { origin: server::start(mounts)?, beside, rounds, loads };
    let driver = Driver::start(&browser.driver)?;
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build();
    runtime.context("can't start the asynchronous runtime")?.block_on(async {
        let tab = driver.open(&browser, scratch.path()).await?;
        let report = run.report(&tab).await;
        tab.close().await;
        report
    })
}

impl Run {
    async fn report(&self, tab: &Tab) -> Result<Report> {
        tab.run_in_every_page(page::WATCH).await?;
        eprintln!("making the static page");
        let slides = capture::write_static_page(tab, &self.ours(), &self.beside).await?;
        let mut quantities = vec![self.slide_change(tab, slides).await?];
        quantities.extend(self.load(tab).await?);
        let conditions = vec![
            format!("Processor slowed down {} times; {slides} slides; 1280x720.", change::SLOWER),
            "Loads: empty cache, 1.6 Mbit/s, 150 ms latency, brotli.".to_owned(),
        ];
        Ok(Report { conditions, quantities })
    }

    async fn slide_change(&self, tab: &Tab, slides: usize) -> Result<Quantity> {
        let (mut ours, mut beside) = (Vec::new(), Vec::new());
        for round in 1..=self.rounds {
            eprintln!("walking through both pages, {round} of {}", self.rounds);
            ours.extend(change::walk(tab, &self.ours(), slides).await?);
            beside.extend(change::walk(tab, &self.beside(), slides).await?);
        }
        Quantity::new("key to changed frame", &ours, &beside)
    }

    async fn load(&self, tab: &Tab) -> Result<[Quantity; 2]> {
        let (mut ours, mut beside) = (Vec::new(), Vec::new());
        for round in 1..=self.loads {
            eprintln!("loading both pages, {round} of {}", self.loads);
            ours.push(load::load(tab, &self.ours()).await?);
            beside.push(load::load(tab, &self.beside()).await?);
        }
        load::full_speed(tab).await?;
        let of =
            |loads: &[load::Load], get: fn(&load::Load) -> f64| loads.iter().map(get).collect::<Vec<_>>();
        let quantity = |name, get| Quantity::new(name, &of(&ours, get), &of(&beside, get));
        Ok([
            quantity("load to first paint", |load| load.first_paint)?,
            quantity("load to first changed slide", |load| load.first_change)?,
        ])
    }

    fn ours(&self) -> String {
        format!("{}/ours/", self.origin)
    }

    fn beside(&self) -> String {
        format!("{}/static/", self.origin)
    }
}
