//! Measures what only our page has, and holds it against what it may take.

use anyhow::Result;

use super::browser::Tab;
use super::report::Own;
use super::search::Stroke;
use super::sites::Sites;
use super::{Part, Times, comparing, large, overview, search};

/// How long the overview may take until its grid is seen, and how long its pictures may keep the page busy at once.
const FIRST_GRID: f64 = 100.0;
const LONGEST_TASK: f64 = 50.0;
/// How long a change in a comparing view may take, in the shipped deck and in one of 8,100 claims.
const REAL_DECK: f64 = 50.0;
const DATED_DECK: f64 = 120.0;
/// How long it takes from a frame to the next.
const FRAME: f64 = 1000.0 / 60.0;

/// Measures a part; nothing if it is one that others have, too.
pub fn measure(tab: &Tab, sites: &Sites, part: Part, times: Times) -> Result<Vec<Own>> {
    match part {
        Part::Overview => overview(tab, sites, times.overviews),
        Part::Search => search(tab, sites, times.searches),
        Part::Comparing => comparing(tab, sites, times.comparisons),
        _ => Ok(Vec::new()),
    }
}

fn overview(tab: &Tab, sites: &Sites, times: usize) -> Result<Vec<Own>> {
    eprintln!("opening the overview, {times} times");
    let visits = overview::visit(tab, &sites.at("ours"), sites.slides, times)?;
    let of = |get: fn(&overview::Visit) -> f64| visits.iter().map(get).collect::<Vec<_>>();
    Ok(vec![
        Own::new("overview, key to first frame", &of(|visit| visit.first), Some(FIRST_GRID))?,
        Own::new("overview, longest task after it", &of(|visit| visit.longest), Some(LONGEST_TASK))?,
        Own::new("overview, key to all pictures", &of(|visit| visit.drawn), None)?,
    ])
}

fn search(tab: &Tab, sites: &Sites, times: usize) -> Result<Vec<Own>> {
    let (mut opened, mut first, mut strokes) = (Vec::new(), Vec::new(), Vec::new());
    for round in 1..=times {
        eprintln!("searching {} slides, {round} of {times}", large::SLIDES);
        let typed = search::type_queries(tab, &sites.at("large"))?;
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

fn comparing(tab: &Tab, sites: &Sites, times: usize) -> Result<Vec<Own>> {
    let mut own = Vec::new();
    for (folder, whose, most) in [("ours", "", REAL_DECK), ("dated", "8,100 claims: ", DATED_DECK)] {
        eprintln!("comparing, {times} times each ({folder})");
        let found = comparing::measure(tab, &sites.at(folder), times)?;
        for (name, times) in comparing::NAMES.into_iter().zip(&found) {
            own.push(Own::new(format!("{whose}{name}"), times, Some(most))?);
        }
    }
    Ok(own)
}
