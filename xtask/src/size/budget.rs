//! Reads `size-budget.toml`, and says by how much a size is over it.

use std::fs;

use anyhow::{Context, Result};
use serde::Deserialize;

use crate::paths;
use crate::table::thousands;

/// What may be loaded at most, in bytes of brotli.
#[derive(Clone, Copy, Debug, Deserialize, PartialEq, Eq)]
#[serde(deny_unknown_fields)]
pub struct Most {
    /// Wasm, JavaScript and style sheets of a page together.
    pub program: u64,
    /// The program that reads Markdown.
    pub reader: u64,
    /// A page with its deck, and the styles.
    pub page: u64,
}

/// The budgets.
pub fn read() -> Result<Most> {
    let text = fs::read_to_string(paths::root().join("size-budget.toml"))
        .context("can't read `size-budget.toml`")?;
    parse(&text)
}

fn parse(text: &str) -> Result<Most> {
    basic_toml::from_str(text)
        .context("`size-budget.toml` must say `program`, `reader` and `page`, each `= BYTES`")
}

/// A sentence if `size` is over `budget`, both in bytes.
pub fn over(size: u64, budget: u64) -> Option<String> {
    let excess = size.checked_sub(budget).filter(|excess| *excess > 0)?;
    Some(format!(
        "the program is {} bytes over its budget: wasm, JavaScript and CSS are {} bytes in brotli, and \
         `size-budget.toml` allows {}; the table by crate shows what costs how much",
        thousands(excess),
        thousands(size),
        thousands(budget),
    ))
}

/// What the scripts that pages load at once may be at most, in bytes of brotli, by how their paths end.
const SCRIPTS: [(&str, u64); 3] = [("embed/kurabe.js", 2000), ("embed/frame.js", 1000), ("/early.js", 1000)];

/// A sentence if the script at `path` is larger than it may be.
pub fn script_over(path: &str, size: u64) -> Option<String> {
    let (_, most) = SCRIPTS.into_iter().find(|(end, most)| path.ends_with(end) && size > *most)?;
    let (size, most) = (thousands(size), thousands(most));
    Some(format!("`{path}` is {size} bytes in brotli and may be {most}: every page with a deck loads it"))
}

/// A sentence if what is loaded where no script runs is larger than it may be.
pub fn reading_over(size: u64, most: u64) -> Option<String> {
    let said = || {
        let (size, most) = (thousands(size), thousands(most));
        format!("the page and its styles are {size} bytes in brotli, and `size-budget.toml` allows {most}")
    };
    (size > most).then(said)
}

/// A sentence if the program that reads Markdown is larger than it may be.
pub fn reader_over(size: u64, most: u64) -> Option<String> {
    let said = || {
        let (size, most) = (thousands(size), thousands(most));
        format!("`reader.wasm` is {size} bytes in brotli, and `size-budget.toml` allows {most}")
    };
    (size > most).then(said)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_budget_is_named() {
        let most = Most { program: 190_000, reader: 100_000, page: 45_000 };
        assert_eq!(parse("# Why.\nprogram = 190_000\nreader = 100_000\npage = 45_000\n").ok(), Some(most));
        assert!(parse("program = 190").is_err());
    }

    #[test]
    fn the_budget_itself_is_within_the_budget() {
        assert_eq!(over(190_000, 190_000), None);
        assert_eq!(over(0, 190_000), None);
    }

    #[test]
    fn one_byte_too_many_is_told() {
        let told = over(190_001, 190_000).unwrap_or_default();
        assert!(
            told.contains("is 1 bytes over") && told.contains("190,001") && told.contains("190,000"),
            "{told}"
        );
    }
}
