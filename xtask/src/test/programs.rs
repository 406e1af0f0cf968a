//! Finds the system's programs that the browser tests use, or installs them where the system allows it.

use std::path::PathBuf;

use anyhow::{Context, Result};

use super::browser::from_variable;
use crate::run::find;
use crate::system;

/// pdftotext, with which the tests read what was printed; pdfinfo comes with it. `KURABE_PDFTOTEXT` names another than
/// that on PATH.
pub fn pdftotext() -> Result<PathBuf> {
    let elsewhere = "Poppler's command line tools (pdftotext, pdfinfo)";
    ensure("KURABE_PDFTOTEXT", "pdftotext", "poppler-utils", "the browser tests read PDF", elsewhere)
}

/// Xvfb, on whose screen Firefox has windows as at a desk. `KURABE_XVFB` names another than that on PATH.
pub fn xvfb() -> Result<PathBuf> {
    ensure("KURABE_XVFB", "Xvfb", "xvfb", "the browser tests open Firefox in a window", "Xvfb")
}

fn ensure(variable: &str, name: &str, package: &str, purpose: &str, elsewhere: &str) -> Result<PathBuf> {
    let search = || from_variable(variable).or_else(|| find(&[name]));
    if search().is_none() {
        system::install(purpose, &[package], elsewhere)?;
    }
    search().with_context(|| {
        format!("{name} is still missing: it is in the package {package}; or set {variable} to its path")
    })
}
