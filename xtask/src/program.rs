//! `cargo xtask program`: everything that pages load of Kurabe, as a release has it, in `target/program`. The wasm and its
//! glue are as wasm-bindgen writes them, without names; scripts and the style sheet are made smaller. `pages` puts the
//! files into a site.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};
use clap::Args;

use crate::dist::minify;
use crate::run::{cargo, native_cargo, run};
use crate::tools::Tool;
use crate::{dist, paths, site, toolchain};

const WASM: &str = "wasm32-unknown-unknown";

/// The scripts that are written by hand, in `src/shell`: what they are called there, and in a site.
pub const SCRIPTS: [(&str, &str); 5] = [
    ("loader.js", "kurabe.js"),
    ("frame.js", "frame.js"),
    ("program.js", "program.js"),
    ("early.js", "early.js"),
    ("frame_page.js", "frame_page.js"),
];

/// The programs beside the main one, which pages load when they need them: their packages, and what they are called in a
/// site.
const LATE: [(&str, &str); 2] = [("kurabe-colours", "colours.wasm"), ("kurabe-reader", "reader.wasm")];

#[derive(Args)]
pub struct Program {}

impl Program {
    #[expect(clippy::unused_self, reason = "every command has the same shape")]
    pub fn run(&self) -> Result<()> {
        let folder = build()?;
        for file in dist::files(&folder)? {
            let size = fs::metadata(&file).with_context(|| format!("can't read {}", file.display()))?.len();
            println!("{size:>9} bytes  {}", file.display());
        }
        Ok(())
    }
}

/// Builds the program and returns its folder. What an earlier build left there is gone.
pub fn build() -> Result<PathBuf> {
    let folder = paths::target().join("program");
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(&folder).with_context(|| format!("can't create {}", folder.display()))?;
    toolchain::ensure_wasm_target()?;
    bind(&folder)?;
    write_late(&folder)?;
    write_styles(&folder)?;
    write_scripts(&folder)?;
    Ok(folder)
}

/// Compiles the main program and lets wasm-bindgen write `kurabe.wasm` and `glue.js`.
fn bind(folder: &Path) -> Result<()> {
    let features = ["--no-default-features", "--features", "web"];
    let build = ["build", "--quiet", "--release", "--bin", "kurabe", "--target", WASM];
    run(site::with_wasm_flags(&mut cargo(&build)).args(features)).context("the program can't be built")?;
    let bindgen = Tool::wasm_bindgen()?.ensure()?;
    let mut command = std::process::Command::new(bindgen);
    command.args(["--target", "web", "--no-typescript", "--out-name", "glue"]);
    command.args(["--remove-name-section", "--remove-producers-section"]);
    run(command.arg("--out-dir").arg(folder).arg(built("kurabe"))).context("the program has no glue")?;
    rename(&folder.join("glue_bg.wasm"), &folder.join("kurabe.wasm"))
}

/// Compiles the other programs, which have no glue and no names.
fn write_late(folder: &Path) -> Result<()> {
    for (package, name) in LATE {
        write(&folder.join(name), &late_wasm(package, true)?)?;
    }
    Ok(())
}

/// The programs beside the main one as `serve` has them: with the names of their functions.
pub fn write_late_with_names(folder: &Path) -> Result<()> {
    LATE.into_iter().try_for_each(|(package, name)| write(&folder.join(name), &late_wasm(package, false)?))
}

fn late_wasm(package: &str, is_stripped: bool) -> Result<Vec<u8>> {
    toolchain::ensure_wasm_target()?;
    let mut command =
        cargo(&["rustc", "--quiet", "--release", "--package", package, "--lib", "--target", WASM]);
    // Only the last step: the dependencies are shared with the other builds.
    site::with_wasm_flags(&mut command)
        .args(is_stripped.then_some(["--", "-Cstrip=symbols"]).into_iter().flatten());
    run(&mut command).with_context(|| format!("the wasm of {package} can't be built"))?;
    let file = built(package);
    fs::read(&file).with_context(|| format!("can't read {}", file.display()))
}

/// Where Cargo puts a program's wasm.
fn built(name: &str) -> PathBuf {
    paths::target().join(WASM).join(format!("release/{}.wasm", name.replace('-', "_")))
}

/// One style sheet out of the files in `styles/`, in the order of their names, as `Trunk.toml` has it.
fn write_styles(folder: &Path) -> Result<()> {
    let mut styles = String::new();
    for file in dist::files(&paths::root().join("styles"))? {
        if file.extension().is_some_and(|kind| kind == "css") {
            styles += &fs::read_to_string(&file).with_context(|| format!("can't read {}", file.display()))?;
        }
    }
    write(&folder.join("kurabe.css"), minify::style_sheet(&styles).as_bytes())
}

fn write_scripts(folder: &Path) -> Result<()> {
    for (source, name) in SCRIPTS {
        let file = paths::root().join("src/shell").join(source);
        let text = fs::read(&file).with_context(|| format!("can't read {}", file.display()))?;
        write(&folder.join(name), &text)?;
    }
    let mut scripts = dist::files(folder)?;
    scripts.retain(|file| file.extension().is_some_and(|kind| kind == "js"));
    minify_scripts(&scripts)
}

/// Makes modules of JavaScript smaller, each in its place.
pub fn minify_scripts(scripts: &[PathBuf]) -> Result<()> {
    let minifier = ["run", "--quiet", "--package", "kurabe-minifier", "--"];
    run(native_cargo(&minifier).args(scripts)).context("the scripts can't be made smaller")
}

fn rename(from: &Path, to: &Path) -> Result<()> {
    fs::rename(from, to).with_context(|| format!("can't rename {}", from.display()))
}

fn write(file: &Path, bytes: &[u8]) -> Result<()> {
    fs::write(file, bytes).with_context(|| format!("can't write {}", file.display()))
}
