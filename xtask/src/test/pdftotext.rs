//! Finds pdftotext, with which the browser tests read what was printed, or installs it where the system allows it.
//! pdfinfo comes with it.

use std::path::PathBuf;

use anyhow::{Context, Result};

use super::browser::from_variable;
use crate::run::find;
use crate::system;

/// The program, after installing it if it is missing. `KURABE_PDFTOTEXT` names another than that on PATH.
pub fn ensure() -> Result<PathBuf> {
    if search().is_none() {
        let elsewhere = "Poppler's command line tools (pdftotext, pdfinfo)";
        system::install("the browser tests read PDF", &["poppler-utils"], elsewhere)?;
    }
    let missing =
        "pdftotext is still missing: it is in the package poppler-utils; or set KURABE_PDFTOTEXT to its path";
    search().context(missing)
}

fn search() -> Option<PathBuf> {
    from_variable("KURABE_PDFTOTEXT").or_else(|| find(&["pdftotext"]))
}
