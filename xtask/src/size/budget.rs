//! Reads `size-budget.toml`, and says by how much a size is over it.

use std::fs;

use anyhow::{Context, Result};
use serde::Deserialize;

use crate::paths;
use crate::table::thousands;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Budget {
    /// In kilobytes of 1000 bytes.
    brotli_kb: u64,
}

/// The budget of wasm, JavaScript and style sheets together, in bytes of brotli.
pub fn read() -> Result<u64> {
    let text = fs::read_to_string(paths::root().join("size-budget.toml"))
        .context("can't read `size-budget.toml`")?;
    parse(&text)
}

fn parse(text: &str) -> Result<u64> {
    let budget: Budget =
        basic_toml::from_str(text).context("`size-budget.toml` must say `brotli_kb = NUMBER`")?;
    Ok(budget.brotli_kb * 1000)
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

/// What the scripts that pages of others load at once may be at most, in bytes of brotli.
const SCRIPTS: [(&str, u64); 2] = [("embed/kurabe.js", 2000), ("embed/frame.js", 1000)];

/// A sentence if the script at `path` is larger than it may be.
pub fn script_over(path: &str, size: u64) -> Option<String> {
    let (_, most) = SCRIPTS.into_iter().find(|(name, most)| *name == path && size > *most)?;
    let (size, most) = (thousands(size), thousands(most));
    Some(format!("`{path}` is {size} bytes in brotli and may be {most}: every page with a deck loads it"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_budget_is_in_thousands_of_bytes() {
        assert_eq!(parse("# Why.\nbrotli_kb = 190\n").ok(), Some(190_000));
        assert!(parse("brotli = 190").is_err());
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
