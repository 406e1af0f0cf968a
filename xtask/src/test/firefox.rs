//! Finds Firefox and geckodriver, which the cases of embedding are run with besides Chromium, or installs them.

use std::path::PathBuf;

use anyhow::{Context, Result};

use super::browser::{Browser, from_variable};
use crate::run::find;
use crate::system;
use crate::tools::{Tool, ensure_all};

/// Firefox and its driver, after installing what is missing. `KURABE_FIREFOX` and `KURABE_GECKODRIVER` name others than
/// those on PATH and in the cache.
pub fn ensure() -> Result<Browser> {
    if search().is_none() {
        system::install("the embedding tests drive Firefox", &["firefox-esr"], "Firefox")?;
    }
    let program = search().context("Firefox is still missing; set KURABE_FIREFOX to its path")?;
    let driver = match from_variable("KURABE_GECKODRIVER").or_else(|| find(&["geckodriver"])) {
        Some(driver) => driver,
        None => ensure_all(&[&Tool::geckodriver()])?.swap_remove(0),
    };
    Ok(Browser { program, driver })
}

fn search() -> Option<PathBuf> {
    from_variable("KURABE_FIREFOX").or_else(|| find(&["firefox-esr", "firefox"]))
}
