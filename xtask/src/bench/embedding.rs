//! Measures a deck far below in an article, over a slow line with an empty cache: our element, the same one that loads at
//! once (as Ruffle's does), and the same Markdown with reveal.js in a frame that loads lazily. The reader scrolls to
//! the deck when nothing has been loaded for a while.

use std::path::Path;
use std::thread::sleep;
use std::time::{Duration, Instant};

use anyhow::{Context, Result, bail};
use serde::Deserialize;

use super::browser::Tab;
use super::peers::write_file;
use super::quantity::{Quantity, Unit};
use super::sites::Sites;
use super::{DECK, load, reveal};
use crate::dist;

/// Measures in every page.
pub const SCRIPT: &str = include_str!("embedding.js");

/// The articles: the files' names, and how the report calls their decks.
const ELEMENT: (&str, &str) = ("element.html", "ours");
const EAGER: (&str, &str) = ("eager.html", "loaded at once");
const FRAME: (&str, &str) = ("frame.html", "reveal.js in a frame");

/// How long nothing is loaded before the reader scrolls: more than the largest file takes.
const QUIET: Duration = Duration::from_secs(3);

/// How long an article may take to load.
const PATIENCE: Duration = Duration::from_secs(60);

/// What was found in one visit.
#[derive(Clone, Copy, Deserialize)]
struct Visit {
    /// Milliseconds from scrolling to the deck until it was painted.
    painted: f64,
    /// Milliseconds until the article itself was first painted.
    article: f64,
    /// Bytes that were loaded before the reader came near the deck, the article aside.
    bytes: f64,
}

/// Writes the articles into `folder`, and reveal.js beside them. They find the site's files there, too. Returns their
/// files' names; without reveal.js there is a remark instead.
pub fn write(folder: &Path, remarks: &mut Vec<String>) -> Result<Vec<&'static str>> {
    let element = |attributes: &str| {
        format!(
            "<script type=\"module\" src=\"embed/kurabe.js\"></script><kurabe-deck src=\"{DECK}\"{attributes}></kurabe-deck>"
        )
    };
    let mut decks = vec![(ELEMENT.0, element("")), (EAGER.0, element(" loading=\"eager\""))];
    match reveal::write_files(&folder.join("reveal")) {
        Ok(()) => {
            write_file(&folder.join("reveal"), "index.html", &reveal::page(&format!("../{DECK}")))?;
            let frame =
                "<iframe loading=\"lazy\" src=\"reveal/index.html\" width=\"960\" height=\"540\"></iframe>";
            decks.push((FRAME.0, frame.to_owned()));
        }
        Err(error) => remarks.push(format!("Without an article with reveal.js: {error:#}.")),
    }
    for (name, deck) in &decks {
        write_file(folder, name, &article(deck))?;
    }
    dist::pack_all(&dist::files(folder)?)?;
    Ok(decks.into_iter().map(|(name, _)| name).collect())
}

/// A deck in an article, beside others; and how much was loaded before it was near.
pub fn measure(tab: &Tab, sites: &Sites, times: usize) -> Result<(Vec<Quantity>, String)> {
    let decks: Vec<_> =
        [ELEMENT, FRAME, EAGER].into_iter().filter(|(file, _)| sites.articles.contains(file)).collect();
    let mut found: Vec<(&str, Vec<Visit>)> = decks.iter().map(|(_, name)| (*name, Vec::new())).collect();
    for round in 1..=times {
        eprintln!("reading articles, {round} of {times}");
        for ((file, _), (_, visits)) in decks.iter().zip(&mut found) {
            visits.push(visit(tab, &(sites.at("articles") + file))?);
        }
    }
    let of = |get: fn(&Visit) -> f64| -> Vec<(&str, Vec<f64>)> {
        found.iter().map(|(name, visits)| (*name, visits.iter().map(get).collect())).collect()
    };
    let quantity = |what, get| Quantity::new(what, Unit::Milliseconds, &of(get));
    let painted = quantity("scroll to painted deck", |visit| visit.painted)?;
    let article = quantity("first paint of the article", |visit| visit.article)?;
    let bytes = of(|visit| visit.bytes);
    let bytes: Vec<String> = bytes.iter().map(|(name, bytes)| format!("{name} {}", most(bytes))).collect();
    let bytes =
        format!("Articles, bytes of scripts and decks before the reader scrolls: {}.", bytes.join(", "));
    Ok((vec![painted, article], bytes))
}

/// The largest of some numbers, without a fraction.
fn most(numbers: &[f64]) -> String {
    format!("{:.0}", numbers.iter().copied().fold(0.0, f64::max))
}

fn article(deck: &str) -> String {
    let text = "<p>比べるものの一つひとつに日付と出典があれば、好きな日の表を取り出せます。</p>".repeat(120);
    format!(
        "<!doctype html><html lang=\"ja\"><meta charset=\"utf-8\"><meta name=\"viewport\" content=\"width=device-width\">\
         <link rel=\"icon\" href=\"data:,\"><title>記事</title><h1>記事</h1>{text}{deck}<p>続き</p>"
    )
}

/// Visits an article once.
fn visit(tab: &Tab, address: &str) -> Result<Visit> {
    load::slow(tab)?;
    tab.begin_loading(address)?;
    let start = Instant::now();
    // How many files there are when the article itself has been painted.
    let count = "location.href !== 'about:blank' && document.readyState === 'complete' \
                 && performance.getEntriesByName('first-contentful-paint').length > 0 \
                 && performance.getEntriesByType('resource').length";
    let (mut files, mut since) = (None, Instant::now());
    while files.is_none() || since.elapsed() < QUIET {
        if start.elapsed() > PATIENCE {
            bail!("{address} does not come to rest");
        }
        let now = tab.value(count).ok().and_then(|value| value.as_u64());
        if now != files {
            (files, since) = (now, Instant::now());
        }
        sleep(Duration::from_millis(20));
    }
    let visit = tab.value("kurabeEmbedding.measure()")?;
    let visit = serde_json::from_value(visit).with_context(|| format!("{address} was not measured"))?;
    load::full_speed(tab)?;
    Ok(visit)
}
