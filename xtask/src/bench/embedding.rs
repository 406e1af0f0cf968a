//! Measures a deck far below in an article, over a slow line with an empty cache: our element, the same one that loads at
//! once (as Ruffle's does), and the same Markdown with reveal.js in a frame that loads lazily. The reader scrolls to
//! the deck when nothing has been loaded for a while.

use std::fs;
use std::path::Path;
use std::thread::sleep;
use std::time::{Duration, Instant};

use anyhow::{Context, Result, bail};
use serde::Deserialize;

use super::browser::Tab;
use super::{change, load};
use crate::dist;
use crate::test::package;

/// Measures in every page.
pub const SCRIPT: &str = include_str!("embedding.js");

/// The articles: the files' names.
pub const ARTICLES: [&str; 3] = ["element.html", "eager.html", "frame.html"];

const REVEAL: (&str, &str) = ("reveal.js", "6.0.2");
const REVEAL_FILES: [&str; 5] = [
    "dist/reset.css",
    "dist/reveal.css",
    "dist/theme/white.css",
    "dist/reveal.js",
    "dist/plugin/markdown.js",
];

const DECK: &str = "gke-eks.ja.md";

/// How long nothing is loaded before the reader scrolls: more than the largest file takes.
const QUIET: Duration = Duration::from_secs(3);

/// How long an article may take to load.
const PATIENCE: Duration = Duration::from_secs(60);

/// What was found in one visit.
#[derive(Clone, Copy, Deserialize)]
pub struct Visit {
    /// Milliseconds from scrolling to the deck until it was painted.
    pub painted: f64,
    /// Milliseconds until the article itself was first painted.
    pub article: f64,
    /// Bytes that were loaded before the reader came near the deck, the article aside.
    pub bytes: f64,
}

/// Writes the articles into `folder`, and reveal.js beside them. They find the site's files there, too.
pub fn write(folder: &Path) -> Result<()> {
    let (name, version) = REVEAL;
    let package = package(name, version, |_| Ok(()))?;
    for file in REVEAL_FILES {
        let place = folder.join("reveal").join(file);
        fs::create_dir_all(place.parent().unwrap_or(folder))
            .context("can't create the folder of reveal.js")?;
        fs::copy(package.join(file), &place).with_context(|| format!("{name} has no `{file}`"))?;
    }
    let element = |attributes: &str| {
        format!(
            "<script type=\"module\" src=\"embed/kurabe.js\"></script><kurabe-deck src=\"{DECK}\"{attributes}></kurabe-deck>"
        )
    };
    let frame = "<iframe loading=\"lazy\" src=\"reveal/index.html\" width=\"960\" height=\"540\"></iframe>";
    let decks = [element(""), element(" loading=\"eager\""), frame.to_owned()];
    for (name, deck) in ARTICLES.into_iter().zip(decks) {
        write_file(folder, name, &article(&deck))?;
    }
    write_file(folder, "reveal/index.html", &reveal())?;
    dist::pack_all(&dist::files(folder)?)
}

fn write_file(folder: &Path, name: &str, text: &str) -> Result<()> {
    fs::write(folder.join(name), text).with_context(|| format!("can't write {name}"))
}

fn article(deck: &str) -> String {
    let text = "<p>比べるものの一つひとつに日付と出典があれば、好きな日の表を取り出せます。</p>".repeat(120);
    format!(
        "<!doctype html><html lang=\"ja\"><meta charset=\"utf-8\"><meta name=\"viewport\" content=\"width=device-width\">\
         <link rel=\"icon\" href=\"data:,\"><title>記事</title><h1>記事</h1>{text}{deck}<p>続き</p>"
    )
}

/// The talk as an author would show it with reveal.js: its plugin reads the Markdown.
fn reveal() -> String {
    let (styles, scripts) = REVEAL_FILES.split_at(3);
    let elements = |files: &[&str], form: fn(&str) -> String| -> String {
        files.iter().map(|file| form(file)).collect::<Vec<_>>().concat()
    };
    let styles = elements(styles, |file| format!("<link rel=\"stylesheet\" href=\"{file}\">"));
    let scripts = elements(scripts, |file| format!("<script src=\"{file}\"></script>"));
    format!(
        "<!doctype html><html lang=\"ja\"><meta charset=\"utf-8\"><link rel=\"icon\" href=\"data:,\"><title>GKEとEKS</title>\
         {styles}<div class=\"reveal\"><div class=\"slides\">\
         <section data-markdown=\"../{DECK}\" data-separator=\"^\\n---\\n$\"></section></div></div>{scripts}\
         <script>Reveal.initialize({{ plugins: [RevealMarkdown] }});</script>"
    )
}

/// Visits an article once.
pub fn visit(tab: &Tab, address: &str) -> Result<Visit> {
    load::slow_line(tab)?;
    change::slow_down(tab, change::SLOWER)?;
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
