//! What the commands need of the Rust toolchain beyond the compiler: the wasm target, and the formatter and the linter,
//! which a minimal installation lacks. Rustup adds them.

use std::path::PathBuf;
use std::process::Command;

use anyhow::{Context, Result, bail};

use crate::paths;
use crate::run::{cargo, find, output, run};

const WASM: &str = "wasm32-unknown-unknown";

/// Adds the compiler's wasm target if it is missing.
pub fn ensure_wasm_target() -> Result<()> {
    if has_wasm_target() {
        return Ok(());
    }
    rustup(&["target", "add", WASM], "the compiler has no target for wasm")
}

/// Adds a component, such as `clippy`, if `cargo SUBCOMMAND` doesn't work without it.
pub fn ensure_component(name: &str, subcommand: &str) -> Result<()> {
    if output(&mut cargo(&[subcommand, "--version"])).is_ok() {
        return Ok(());
    }
    rustup(&["component", "add", name], &format!("the toolchain has no {name}"))
}

fn has_wasm_target() -> bool {
    let mut rustc = Command::new("rustc");
    let libraries =
        output(rustc.args(["--print", "target-libdir", "--target", WASM]).current_dir(paths::root()));
    libraries.is_ok_and(|directory| PathBuf::from(directory.trim()).is_dir())
}

fn rustup(arguments: &[&str], missing: &str) -> Result<()> {
    let wanted = arguments.join(" ");
    if find(&["rustup"]).is_none() {
        bail!("{missing}, and there is no rustup to add it: install Rust with rustup, then start again");
    }
    let added = run(Command::new("rustup").args(arguments).current_dir(paths::root()));
    added.with_context(|| format!("{missing}, and `rustup {wanted}` failed"))
}
