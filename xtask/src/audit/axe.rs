//! axe-core on the site's pages where no script runs: as readers see them before the program is there or without it. The
//! program itself is looked at by the browser tests.

use std::fs;
use std::thread::sleep;
use std::time::{Duration, Instant};

use anyhow::{Context, Result, bail};
use serde_json::{Value, json};

use super::Finding;
use super::hosting::FOLDER;
use crate::chromium::Chromium;
use crate::scratch::Scratch;
use crate::test::{self, Browser};

/// What is looked at: pages, and on a wide screen a slide that isn't the first.
const PAGES: [&str; 5] = ["", "#dns", "en/", "404.html", "embed.html"];

/// Widths in CSS pixels: a phone and a desktop.
const WIDTHS: [u32; 2] = [390, 1280];

const PATIENCE: Duration = Duration::from_secs(60);

/// What is left aside: a page, a part of what is said, and why.
const LEFT_ASIDE: [(&str, &str, &str); 1] = [(
    "404.html",
    "color-contrast",
    "The page has the browser's own colours, which are dark on request; axe-core takes their ground for white.",
)];

/// A line for each violation and place.
const RUN: &str = "axe.run(document, { resultTypes: ['violations'] }).then(({ violations }) =>
    violations.flatMap((rule) => rule.nodes.map((node) => `${rule.id} (${rule.impact}) ${node.target.flat().join(' ')}`)))";

/// Looks at the pages in light and dark.
pub fn check(browser: &Browser, origin: &str) -> Result<Vec<Finding>> {
    let script = fs::read_to_string(test::axe()?).context("can't read axe-core")?;
    let scratch = Scratch::new("audit-axe")?;
    let mut chromium = Chromium::start(&browser.program, &scratch.path().join("profile"))?;
    let mut faults = Vec::new();
    let mut seen = 0;
    for page in PAGES {
        for width in WIDTHS {
            for scheme in ["light", "dark"] {
                seen += 1;
                prepare(&mut chromium, width, scheme)?;
                let found = look(&mut chromium, &format!("{origin}{FOLDER}{page}"), &script)?;
                let place = if page.is_empty() { "./" } else { page };
                faults.extend(
                    found
                        .into_iter()
                        .filter(|fault| !is_left_aside(page, fault))
                        .map(|fault| format!("{place} at {width} px, {scheme}: {fault}")),
                );
            }
        }
    }
    let result = format!("{seen} pages, sizes and themes");
    Ok(vec![Finding { name: "axe-core, no scripts".to_owned(), result, faults, ..Finding::default() }])
}

fn is_left_aside(page: &str, fault: &str) -> bool {
    LEFT_ASIDE.iter().any(|(known, said, _)| *known == page && fault.contains(said))
}

fn prepare(chromium: &mut Chromium, width: u32, scheme: &str) -> Result<()> {
    let size = json!({"width": width, "height": 844, "deviceScaleFactor": 1, "mobile": false});
    chromium.send("Emulation.setDeviceMetricsOverride", &size)?;
    let scheme = json!({"features": [{"name": "prefers-color-scheme", "value": scheme}]});
    chromium.send("Emulation.setEmulatedMedia", &scheme)?;
    Ok(())
}

/// The page's own scripts are off; axe is run by the browser's owner.
fn look(chromium: &mut Chromium, address: &str, script: &str) -> Result<Vec<String>> {
    let off = |is_off: bool| json!({"value": is_off});
    // Only a fragment would load nothing.
    chromium.load("about:blank")?;
    chromium.send("Emulation.setScriptExecutionDisabled", &off(true))?;
    chromium.load(address)?;
    let start = Instant::now();
    while chromium.value("!window.isOld && document.readyState")? != "complete" {
        if start.elapsed() > PATIENCE {
            bail!("{address} was not loaded within {} seconds", PATIENCE.as_secs());
        }
        sleep(Duration::from_millis(20));
    }
    chromium.send("Emulation.setScriptExecutionDisabled", &off(false))?;
    chromium.value(&format!("{script}; typeof axe"))?;
    let run = json!({"expression": RUN, "returnByValue": true, "awaitPromise": true});
    let mut answer = chromium.send("Runtime.evaluate", &run)?;
    if answer.get("exceptionDetails").is_some() {
        bail!("axe-core failed on {address}: {}", answer["exceptionDetails"]);
    }
    let found: Value = answer["result"]["value"].take();
    serde_json::from_value(found).context("axe-core did not answer with lines")
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::path::Path;

    #[test]
    fn of_one_page_one_thing_is_left_aside() {
        assert!(is_left_aside("404.html", "color-contrast (serious) a"));
        assert!(
            !is_left_aside("404.html", "region (moderate) p")
                && !is_left_aside("", "color-contrast (serious) a")
        );
    }

    #[test]
    fn the_pages_are_those_of_the_site() {
        let root = crate::paths::root();
        for page in PAGES.iter().filter(|page| Path::new(page).extension().is_some_and(|kind| kind == "html"))
        {
            assert!(root.join(page).is_file(), "{page}");
        }
    }
}
