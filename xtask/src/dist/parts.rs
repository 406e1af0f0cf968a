//! Puts the two parts of the program (`split.rs`) and of the style sheet into the site: what a first visit needs, and what
//! `src/shell/program.js` brings when a reader asks for more.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result, bail};

use super::split::{self, list};
use super::{arrange, shorten, strip};
use crate::{pages, paths, site};

const PROGRAM: &str = "kurabe.wasm";
const STYLE: &str = "kurabe.css";
pub const REST: &str = "rest.wasm";
pub const WHOLE_STYLE: &str = "whole.css";

/// What `program.js` has in place of where the first part looks for what brings the rest.
const BRINGER: &str = "const bringer = 0;";

/// The styles of views and panels that a first visit doesn't open.
const LATE: [&str; 10] =
    ["comparing", "frame", "matrix", "panel", "quiz", "record", "search", "speaker", "timeline", "verdict"];

/// Parts the program, and returns it whole, for the files that carry all of it.
pub fn part(dist: &Path) -> Result<Vec<u8>> {
    let folder = pages::program_folder(dist)?;
    let program = folder.join(PROGRAM);
    let bytes = read(&program)?;
    let listed = fs::read_to_string(list::file()).context("there is no list of what comes first")?;
    let whole = shorten::with_short_names(&arrange::arranged(&strip::without_custom_sections(&bytes)?)?)?;
    let Some(parts) = split::split(&bytes, &read(&site::linked_wasm())?, &list::List::read(&listed)?)? else {
        eprintln!(
            "the program is not parted: `cargo xtask profile` finds out what comes first in what this compiler makes"
        );
        return Ok(whole);
    };
    write(&program, &parts.first)?;
    write(&folder.join(REST), &parts.rest)?;
    let script = folder.join("program.js");
    let text = String::from_utf8(read(&script)?).context("`program.js` is no text")?;
    if !text.contains(BRINGER) {
        bail!("`program.js` no longer has `{BRINGER}`: {} must follow", file!());
    }
    write(&script, text.replace(BRINGER, &format!("const bringer = {};", parts.bringer)).as_bytes())?;
    part_style(&folder)?;
    Ok(whole)
}

/// Takes the late styles out of the style sheet, in which all lie as they were written. With the rest comes the whole one:
/// in which order rules stand decides which of them holds.
fn part_style(folder: &Path) -> Result<()> {
    let file = folder.join(STYLE);
    let whole = String::from_utf8(read(&file)?).context("the style sheet is no text")?;
    let mut first = whole.clone();
    for name in LATE {
        let source = paths::root().join(format!("styles/{name}.css"));
        let style = String::from_utf8(read(&source)?).with_context(|| format!("{name}.css is no text"))?;
        if !first.contains(&style) {
            bail!("the style sheet has not what is in {}", source.display());
        }
        first = first.replacen(&style, "", 1);
    }
    write(&file, first.as_bytes())?;
    write(&folder.join(WHOLE_STYLE), whole.as_bytes())
}

fn read(file: &Path) -> Result<Vec<u8>> {
    fs::read(file).with_context(|| format!("can't read {}", file.display()))
}

fn write(file: &Path, bytes: &[u8]) -> Result<()> {
    fs::write(file, bytes).with_context(|| format!("can't write {}", file.display()))
}
