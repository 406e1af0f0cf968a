//! What is asked of a page, ours or another: which slide it shows, when that changed, and to show the next. How a slide
//! is known on each kind of page is decided in `watch.js`; the rest is the same for all of them:
//!
//! - our page and the static one keep a slide in an element with `data-slide="ID"` inside the open shadow root of
//!   `<kurabe-deck>`; one that is `hidden` is not shown;
//! - reveal.js marks the section that is shown with the class `present`, once its root is `ready`;
//! - Marp's template marks it with the class `bespoke-marp-active`.
//!
//! A change is over when the frame is painted in which another slide is so marked. reveal.js then moves it into sight for
//! 0.8 seconds more, as it is set up by itself: that is not counted, in its favour.

use std::thread::sleep;
use std::time::{Duration, Instant};

use anyhow::{Result, bail};

use super::browser::Tab;

/// Watches the slides of every page from its beginning.
pub const WATCH: &str = include_str!("watch.js");

/// Measures what only our page has.
pub const VIEWS: &str = include_str!("views.js");

/// How long a page may take to show its first slide.
const PATIENCE: Duration = Duration::from_secs(180);

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
            bail!("{address} shows no slide that `watch.js` knows");
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
