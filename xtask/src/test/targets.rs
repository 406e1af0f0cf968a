//! Runs the tests: all native ones at once, the browser's apart from them. They find what they need through variables
//! that begin with `KURABE_`.

use std::path::Path;
use std::process::Command;

use anyhow::{Context, Result, bail};
use serde_json::Value;

use super::browser::Browser;
use super::counts::Counts;
use super::data::Data;
use crate::run::{cargo, output, run_seeing};

/// The test program that needs a browser.
const BROWSER: &str = "browser";

/// What the browser tests need besides the test data.
pub struct Needs<'a> {
    pub browser: &'a Browser,
    pub firefox: &'a Browser,
    pub pdftotext: &'a Path,
    pub xvfb: &'a Path,
    pub site: &'a Path,
}

pub fn native_tests(data: Option<&Data>, counts: &mut Counts) -> Result<()> {
    let mut command =
        cargo(&["test", "--workspace", "--features", "xtask/check", "--no-fail-fast", "--lib", "--bins"]);
    for target in test_targets()?.iter().filter(|name| *name != BROWSER) {
        command.args(["--test", target]);
    }
    let tests = run_tests(&mut command, data, counts);
    let examples = run_tests(&mut cargo(&["test", "--workspace", "--no-fail-fast", "--doc"]), data, counts);
    tests.and(examples)
}

pub fn browser_tests(needs: &Needs, data: Option<&Data>, counts: &mut Counts) -> Result<()> {
    if !test_targets()?.iter().any(|name| name == BROWSER) {
        bail!("there is no test program `{BROWSER}` (`tests/{BROWSER}.rs` or `tests/{BROWSER}/main.rs`)");
    }
    let mut command = cargo(&["test", "--no-fail-fast", "--test", BROWSER]);
    command.env("KURABE_DIST", needs.site).env("KURABE_PDFTOTEXT", needs.pdftotext);
    command.env("KURABE_CHROMIUM", &needs.browser.program);
    command.env("KURABE_CHROMEDRIVER", &needs.browser.driver);
    command.env("KURABE_FIREFOX", &needs.firefox.program);
    command.env("KURABE_GECKODRIVER", &needs.firefox.driver);
    command.env("KURABE_XVFB", needs.xvfb);
    run_tests(&mut command, data, counts)
}

fn run_tests(command: &mut Command, data: Option<&Data>, counts: &mut Counts) -> Result<()> {
    if let Some(data) = data {
        command.env("KURABE_AXE", &data.axe).env("KURABE_COMMONMARK", &data.commonmark);
    }
    run_seeing(command, |line| counts.see(line))
}

/// The names of all test programs of the workspace.
fn test_targets() -> Result<Vec<String>> {
    let metadata = output(&mut cargo(&["metadata", "--no-deps", "--format-version", "1"]))?;
    targets_in(&serde_json::from_str(&metadata).context("`cargo metadata` did not print JSON")?)
}

fn targets_in(metadata: &Value) -> Result<Vec<String>> {
    let packages = metadata["packages"].as_array().context("`cargo metadata` named no packages")?;
    let targets = packages.iter().filter_map(|package| package["targets"].as_array()).flatten();
    let tests = targets.filter(|target| target["kind"][0] == "test" && target["test"] != false);
    Ok(tests.filter_map(|target| target["name"].as_str().map(str::to_owned)).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn test_programs_are_told_from_libraries_and_programs() -> Result<()> {
        let metadata = serde_json::json!({"packages": [
            {"targets": [{"name": "kurabe", "kind": ["lib"]}, {"name": "native", "kind": ["test"]}]},
            {"targets": [{"name": "xtask", "kind": ["bin"]}, {"name": "browser", "kind": ["test"]}]},
        ]});
        assert_eq!(targets_in(&metadata)?, ["native", "browser"]);
        assert!(targets_in(&Value::Null).is_err());
        Ok(())
    }
}
