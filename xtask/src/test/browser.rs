//! Finds Chromium, its WebDriver and a Japanese font, or installs them where the system allows it.

use std::env;
use std::path::PathBuf;
use std::process::Command;

use anyhow::{Context, Result};

use crate::run::{find, output};
use crate::system;

/// The programs that drive a browser.
pub struct Browser {
    pub program: PathBuf,
    pub driver: PathBuf,
}

const PROGRAMS: [&str; 4] = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];
const DRIVERS: [&str; 2] = ["chromedriver", "chromium.chromedriver"];
const ON_MACOS: &str = "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome";

/// The browser and its driver, after installing what is missing. `KURABE_CHROMIUM` and `KURABE_CHROMEDRIVER` name
/// others than those on PATH.
pub fn ensure() -> Result<Browser> {
    if search().is_none() || !has_japanese_font() {
        let packages = ["chromium", "chromium-driver", "fonts-noto-cjk"];
        let elsewhere = "Chromium or Chrome, the ChromeDriver of the same version, and a Japanese font";
        system::install("the browser tests drive Chromium", &packages, elsewhere)?;
    }
    let missing = "Chromium or ChromeDriver is still missing; set KURABE_CHROMIUM and KURABE_CHROMEDRIVER to their paths";
    search().context(missing)
}

fn search() -> Option<Browser> {
    let program = from_variable("KURABE_CHROMIUM").or_else(|| find(&PROGRAMS)).or_else(on_macos)?;
    let driver = from_variable("KURABE_CHROMEDRIVER").or_else(|| find(&DRIVERS))?;
    Some(Browser { program, driver })
}

/// The program that an environment variable names.
pub fn from_variable(name: &str) -> Option<PathBuf> {
    env::var_os(name).filter(|value| !value.is_empty()).map(PathBuf::from)
}

fn on_macos() -> Option<PathBuf> {
    Some(PathBuf::from(ON_MACOS)).filter(|program| program.is_file())
}

/// Where fontconfig is missing, as on macOS, the system is taken to have one.
fn has_japanese_font() -> bool {
    output(Command::new("fc-list").arg(":lang=ja")).map_or(true, |fonts| !fonts.trim().is_empty())
}
