//! The checks that run no test: formatting, lints, documentation and dependencies.

use std::process::Command;

use anyhow::{Context, Result, bail};

use crate::run::{cargo, output, run};
use crate::tools::{Tool, ensure_all};
use crate::{paths, toolchain};

/// Crates that only a browser needs, by the beginnings of their names.
const WEB: [&str; 5] = ["yew", "web-sys", "js-sys", "wasm-bindgen", "gloo"];

pub fn formatting() -> Result<()> {
    toolchain::ensure_component("rustfmt", "fmt")?;
    run(&mut cargo(&["fmt", "--all", "--check"])).context("`cargo fmt --all` mends this")
}

pub fn clippy_native() -> Result<()> {
    toolchain::ensure_component("clippy", "clippy")?;
    let all = ["clippy", "--workspace", "--all-targets", "--features", "xtask/check", "--", "-D", "warnings"];
    run(&mut cargo(&all))
}

pub fn clippy_wasm() -> Result<()> {
    toolchain::ensure_wasm_target()?;
    let packages = ["--package", "kurabe", "--package", "kurabe-colours", "--package", "kurabe-reader"];
    let wasm = ["--target", "wasm32-unknown-unknown", "--", "-D", "warnings"];
    run(cargo(&["clippy"]).args(packages).args(wasm))
}

/// The layers below the widgets compile without the feature `web`, and then no web crate is among the dependencies.
pub fn without_web(features: &[&str]) -> Result<()> {
    run(cargo(&["check", "--package", "kurabe", "--no-default-features"]).args(features))?;
    let tree = [
        "tree",
        "--package",
        "kurabe",
        "--edges",
        "normal,build",
        "--prefix",
        "none",
        "--no-default-features",
    ];
    let tree = output(cargo(&tree).args(features))?;
    match web_crates(&tree).as_slice() {
        [] => Ok(()),
        found => bail!("without the feature `web` these crates are still dependencies: {}", found.join(", ")),
    }
}

/// The widgets and the shell compile without the Markdown reader: decks then arrive as bytes.
pub fn without_reader() -> Result<()> {
    toolchain::ensure_wasm_target()?;
    let web = ["check", "--package", "kurabe", "--target", "wasm32-unknown-unknown"];
    run(cargo(&web).args(["--no-default-features", "--features", "web"]))
}

/// The web crates in what `cargo tree` printed, a crate a line.
fn web_crates(tree: &str) -> Vec<&str> {
    let names = tree.lines().filter_map(|line| line.split_whitespace().next());
    let mut found: Vec<_> = names.filter(|name| WEB.iter().any(|web| name.starts_with(web))).collect();
    found.sort_unstable();
    found.dedup();
    found
}

pub fn rustdoc() -> Result<()> {
    let doc = ["doc", "--workspace", "--no-deps", "--document-private-items"];
    run(cargo(&doc).env("RUSTDOCFLAGS", "-D warnings"))
}

pub fn unused_dependencies() -> Result<()> {
    let programs = ensure_all(&[&Tool::cargo_machete()])?;
    run(Command::new(&programs[0]).arg("--skip-target-dir").arg(paths::root()))
}

/// The database of advisories can't be fetched everywhere, so known weaknesses are left to another time.
pub fn licences_and_sources() -> Result<()> {
    let programs = ensure_all(&[&Tool::cargo_deny()])?;
    eprintln!("advisories are not checked here: `cargo deny check advisories` does, with a network");
    let mut deny = Command::new(&programs[0]);
    run(deny
        .args([
            "--workspace",
            "--all-features",
            "check",
            "--hide-inclusion-graph",
            "bans",
            "licenses",
            "sources",
        ])
        .current_dir(paths::root()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn web_crates_are_found_by_name() {
        let tree = "kurabe v0.1.0\nserde v1.0.228\ngloo-events v0.3.0\nyew v0.23.0\nyew-macro v0.23.0\nyew v0.23.0 (*)\n";
        assert_eq!(web_crates(tree), ["gloo-events", "yew", "yew-macro"]);
        assert!(web_crates("kurabe v0.1.0\npulldown-cmark v0.13.6\nbitflags v2.9.0\n").is_empty());
    }
}
