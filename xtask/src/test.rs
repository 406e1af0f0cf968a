//! `cargo xtask test`: which checks there are and in which order. Each runs whether or not one before it failed; the
//! summary at the end tells them apart.

mod browser;
mod checks;
mod counts;
mod data;
mod firefox;
mod programs;
mod summary;
mod targets;

use std::path::PathBuf;

use anyhow::Result;
use clap::Args;

use crate::dist;
pub use browser::{Browser, ensure as ensure_browser};
use counts::Counts;
use data::Data;
pub use data::{axe, package, program};
use summary::Summary;
use targets::Needs;

#[derive(Args)]
pub struct Test {
    /// Leaves out the browsers.
    #[arg(long, conflicts_with = "browser_only")]
    quick: bool,
    /// Runs the browser tests alone.
    #[arg(long)]
    browser_only: bool,
}

impl Test {
    pub fn run(&self) -> Result<()> {
        let mut summary = Summary::default();
        let mut counts = Counts::default();
        let data = summary.step("test data", data::ensure);
        if !self.browser_only {
            static_checks(&mut summary);
            summary.step("native tests", || targets::native_tests(data.as_ref(), &mut counts));
        }
        if !self.quick {
            browser_tests(&mut summary, &mut counts, data.as_ref());
        }
        println!("\n{}\n{counts}", summary.text());
        counts.keep()?;
        summary.result()
    }
}

fn static_checks(summary: &mut Summary) {
    summary.step("formatting", checks::formatting);
    summary.step("clippy, native", checks::clippy_native);
    summary.step("clippy, wasm", checks::clippy_wasm);
    summary.step("no features", || checks::without_web(&[]));
    summary.step("feature `reader` alone", || checks::without_web(&["--features", "reader"]));
    summary.step("feature `web` alone", checks::without_reader);
    summary.step("rustdoc", checks::rustdoc);
    summary.step("unused dependencies", checks::unused_dependencies);
    summary.step("licences and sources", checks::licences_and_sources);
}

fn browser_tests(summary: &mut Summary, counts: &mut Counts, data: Option<&Data>) {
    let browser: Option<Browser> = summary.step("browser and driver", browser::ensure);
    let firefox: Option<Browser> = summary.step("Firefox and driver", firefox::ensure);
    let pdftotext: Option<PathBuf> = summary.step("pdftotext", programs::pdftotext);
    let xvfb: Option<PathBuf> = summary.step("Xvfb", programs::xvfb);
    let site: Option<PathBuf> = summary.step("release site", dist::build);
    match (browser, firefox, pdftotext, xvfb, site) {
        (Some(browser), Some(firefox), Some(pdftotext), Some(xvfb), Some(site)) => {
            let needs = Needs {
                browser: &browser,
                firefox: &firefox,
                pdftotext: &pdftotext,
                xvfb: &xvfb,
                site: &site,
            };
            summary.step("browser tests", || targets::browser_tests(&needs, data, counts));
        }
        _ => summary.leave_out("browser tests"),
    }
}
