//! The order of a run: make what is measured, then a part after the other, first what others have too, at last what only
//! our page has.

use std::path::Path;

use anyhow::Result;

use super::beside::Beside;
use super::browser::Tab;
use super::report::{Report, Table};
use super::sites::Sites;
use super::{Part, Times, change, embedding, large, own, page};
use crate::scratch::Scratch;
use crate::test::ensure_browser;

/// Measures the asked parts on the release site in `site`, and those that others have, too, on that in `before`.
pub fn measure(site: &Path, before: Option<&Path>, times: Times, parts: &[Part]) -> Result<Report> {
    let browser = ensure_browser()?;
    let scratch = Scratch::new("bench")?;
    let sites = Sites::make(site, before, scratch.path(), parts)?;
    let tab = Tab::open(&browser.program, &scratch.path().join("profile"))?;
    for script in [page::WATCH, page::VIEWS, embedding::SCRIPT] {
        tab.run_in_every_page(script)?;
    }
    if parts.iter().any(|part| Part::WITH_PEERS.contains(part)) {
        sites.capture(&tab)?;
    }
    let beside = Beside { sites: &sites, times, browser: &browser.program, scratch: scratch.path() };
    let mut report = Report { conditions: conditions(&sites, parts), ..Report::default() };
    for part in parts {
        report.add(table_name(*part), beside.measure(&tab, *part)?);
        report.own.extend(own::measure(&tab, &sites, *part, times)?);
        if *part == Part::Embedding {
            let (quantities, bytes) = embedding::measure(&tab, &sites, times.visits)?;
            report.add(table_name(*part), quantities);
            report.conditions.push(bytes);
        }
    }
    Ok(report)
}

/// The table in which a part's quantities stand.
fn table_name(part: Part) -> Table {
    match part {
        Part::Scale => Table::Scale,
        Part::Embedding => Table::Articles,
        _ => Table::Talk,
    }
}

/// What the numbers hold for.
fn conditions(sites: &Sites, parts: &[Part]) -> Vec<String> {
    let mut told = vec![
        format!("Processor slowed down {} times; {} slides; 1280x720.", change::SLOWER, sites.slides),
        "Loads: empty cache, no service worker, 1.6 Mbit/s, 150 ms latency, brotli.".to_owned(),
    ];
    told.extend(sites.peers.remarks.iter().cloned());
    let of_parts = [
        (Part::Scale, "Larger decks: the talk again and again in other words, drawn and compiled as a release's page; the \
                       changes are those of the talk's slides.".to_owned()),
        (Part::Memory, "Memory: at full speed, after a garbage collection. The heaps: JavaScript, nodes, buffers \
                        (Runtime.getHeapUsage) and wasm. The process: its RssAnon.".to_owned()),
        (Part::Search, format!("Search: {} slides, two columns with three claims on each.", large::SLIDES)),
        (Part::Comparing, format!("Comparing: also {} such slides, each claim with a period.", large::DATED_SLIDES)),
    ];
    told.extend(of_parts.into_iter().filter(|(part, _)| parts.contains(part)).map(|(_, text)| text));
    told
}
