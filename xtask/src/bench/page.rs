//! What is asked of a page, ours or the static one: which slide it shows, when that changed, and to show the next.
//! Both keep a slide in an element with `data-slide="ID"` inside the open shadow root of `<kurabe-deck>`; one that is
//! `hidden` is not shown.

use std::thread::sleep;
use std::time::{Duration, Instant};

use anyhow::{Result, bail};

use super::browser::Tab;

/// Watches the slides of every page from its beginning.
pub const WATCH: &str = include_str!("watch.js");

/// Measures what only our page has.
pub const VIEWS: &str = include_str!("views.js");

/// How long a page may take to show its first slide.
const PATIENCE: Duration = Duration::from_secs(60);

/// The key that shows the next slide, or the next step of one.
pub fn press_next(tab: &Tab) -> Result<()> {
    tab.press("PageDown", 34)
}

/// Loads `address` and waits until it shows a slide and has nothing more to do.
pub fn open(tab: &Tab, address: &str) -> Result<()> {
    tab.begin_loading(address)?;
    let start = Instant::now();
    while tab.value("window.kurabeBench?.isWhole() ?? false")? != true {
        if start.elapsed() > PATIENCE {
            bail!("{address} shows no slide: there is no `data-slide` in the shadow root of `<kurabe-deck>`");
        }
        sleep(Duration::from_millis(50));
    }
    settle(tab)
}

/// The id of the slide that is shown, or nothing while the page is loading.
pub fn shown(tab: &Tab) -> Result<String> {
    let shown = tab.value("window.kurabeBench ? kurabeBench.shown() : ''")?;
    Ok(shown.as_str().unwrap_or_default().to_owned())
}

/// Waits until animations are over and the page is idle.
pub fn settle(tab: &Tab) -> Result<()> {
    tab.value("kurabeBench.settled()").map(drop)
}
