//! What `cargo xtask test` tells the tests: where the site, the browser and its driver lie.

use std::path::PathBuf;

/// The path that a variable names.
pub fn path(variable: &str) -> PathBuf {
    let value = std::env::var_os(variable);
    value
        .unwrap_or_else(|| {
            panic!("{variable} isn't set: run `cargo xtask test --browser-only`, which sets it")
        })
        .into()
}

/// The slides of the shipped deck in their order: id and title.
pub fn slides() -> Vec<(&'static str, &'static str)> {
    include_str!("../data/slides.txt").lines().filter_map(|line| line.split_once('\t')).collect()
}
