//! Prepares a build of the site: the wasm target, the tools, and a Trunk that finds them and downloads nothing. What
//! is built and where it goes is `serve`'s and `dist`'s to say. Also which deck a page of the site shows.

use std::env;
use std::fs;
use std::path::PathBuf;
use std::process::Command;

use anyhow::{Context, Result};

use crate::run::{cargo, path_with, run};
use crate::tools::{Tool, ensure_all};
use crate::{paths, toolchain};

/// Trunk, ready to be given a subcommand. Installs what is missing.
pub fn trunk() -> Result<Command> {
    toolchain::ensure_wasm_target()?;
    let programs = ensure_all(&[&Tool::wasm_bindgen()?, &Tool::trunk()])?;
    let bindgen = programs[0].parent().context("the cache has no directory for wasm-bindgen")?;
    let mut trunk = Command::new(&programs[1]);
    // With the right wasm-bindgen first on PATH, Trunk looks no further.
    trunk.current_dir(paths::root()).env("PATH", path_with(bindgen)?);
    // The last step of the build is a command of this program.
    trunk.env("KURABE_XTASK", env::current_exe().context("can't find this program's own file")?);
    Ok(trunk)
}

/// Trunk's build of the release. Panic messages name a crate's files without this machine's directories.
pub fn release_build() -> Result<Command> {
    let mut trunk = trunk()?;
    fetch_the_first_time()?;
    with_wasm_flags(trunk.args(["build", "--release"]));
    Ok(trunk)
}

/// The same flags for every build of a release's wasm, so that Cargo builds it once.
pub fn with_wasm_flags(command: &mut Command) -> &mut Command {
    command.env("CARGO_ENCODED_RUSTFLAGS", wasm_flags())
}

/// The wasm of a release with the names of its functions, as Trunk has let wasm-bindgen write it.
pub fn named_wasm() -> PathBuf {
    paths::target().join("wasm-bindgen/release/kurabe_bg.wasm")
}

/// Downloads the dependencies if there are none yet, so that their directory exists.
fn fetch_the_first_time() -> Result<()> {
    if !registry_sources().is_empty() {
        return Ok(());
    }
    run(&mut cargo(&["fetch"])).context("the dependencies could not be downloaded")
}

/// Flags that shorten the paths of dependencies in panic messages, and tell `size` the crates of functions, in Cargo's
/// encoding.
fn wasm_flags() -> String {
    let flags = registry_sources().into_iter().map(|path| format!("--remap-path-prefix={}=", path.display()));
    flags.chain(["-Csymbol-mangling-version=v0".to_owned()]).collect::<Vec<_>>().join("\u{1f}")
}

/// Where Cargo unpacks dependencies: one directory a registry.
fn registry_sources() -> Vec<PathBuf> {
    let home = env::var_os("CARGO_HOME").map(PathBuf::from);
    let home = home.or_else(|| Some(PathBuf::from(env::var_os("HOME")?).join(".cargo")));
    let entries = home.and_then(|home| fs::read_dir(home.join("registry/src")).ok());
    let mut found: Vec<PathBuf> = entries.into_iter().flatten().flatten().map(|entry| entry.path()).collect();
    found.sort();
    found
}

/// The value of the deck element's `src` in a page.
pub fn deck_of(html: &str) -> Option<&str> {
    let element = &html[html.find("<kurabe-deck")?..];
    let element = &element[..element.find('>')?];
    element.split_once(" src=\"")?.1.split('"').next()
}

/// A page like `html` that shows another deck, which was not read when the site was built.
pub fn page_for(html: &str, deck: &str) -> Result<String> {
    let file = paths::root().join("index.html");
    let written = fs::read_to_string(&file).with_context(|| format!("can't read {}", file.display()))?;
    Ok(kurabe_server::page_for(html, &written, deck))
}
