//! `cargo xtask audit`: what others than our own tests say of the site. Lighthouse, the Nu HTML checker, axe-core where no
//! script runs, and whether all links lead somewhere. It is no part of `cargo xtask test`: it takes minutes, and
//! Lighthouse's word on speed hangs on what else the machine does.

mod axe;
mod hosting;
mod lighthouse;
mod links;
mod nu;
mod page;

use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};
use clap::Args;

use crate::dist::{self, Publish};
use crate::paths;
use crate::table::aligned;
use crate::test::{Browser, ensure_browser};

/// The address for which the site is built: many of the checks are about absolute addresses. Nothing is there.
const BASE: &str = "https://kurabe.example/talk/";

#[derive(Args)]
pub struct Audit {
    /// Audits what is in `dist/` without building it first; it should have been built with `--base-url`.
    #[arg(long)]
    no_build: bool,
    /// Leaves out Lighthouse, which takes the most time.
    #[arg(long)]
    no_lighthouse: bool,
    /// How often Lighthouse looks at each page; the median of each score counts.
    #[arg(long, default_value_t = 3, value_parser = clap::value_parser!(u8).range(1..=9))]
    runs: u8,
}

/// What a check has found.
pub struct Finding {
    name: String,
    /// In a few words.
    result: String,
    /// What falls short, a line each.
    faults: Vec<String>,
}

impl Audit {
    pub fn run(&self) -> Result<()> {
        let site = if self.no_build { paths::dist() } else { build()? };
        let pages = page::all(&site).context("there is no site to audit; `cargo xtask dist` builds it")?;
        let browser = ensure_browser()?;
        let server = hosting::serve(&site)?;
        let mut findings = vec![links::check(&site, &pages), attempt("HTML (Nu)", nu::check(&pages))];
        findings.extend(attempt_all("axe-core, no scripts", axe::check(&browser, &server.origin())));
        if !self.no_lighthouse {
            findings.extend(attempt_all("Lighthouse", self.lighthouse(&browser, &server.origin())));
        }
        tell(&findings)
    }

    fn lighthouse(&self, browser: &Browser, origin: &str) -> Result<Vec<Finding>> {
        lighthouse::check(browser, origin, usize::from(self.runs))
    }
}

fn build() -> Result<PathBuf> {
    let site = dist::build_for(&Publish::at(BASE))?;
    eprintln!("{} now holds a site for {BASE}: build it anew before you publish it", site.display());
    Ok(site)
}

/// A check that can't be made is a fault as well, and the others are still made.
fn attempt(name: &str, found: Result<Finding>) -> Finding {
    found.unwrap_or_else(|error| Finding {
        name: name.to_owned(),
        result: "could not be made".to_owned(),
        faults: vec![format!("{error:#}")],
    })
}

fn attempt_all(name: &str, found: Result<Vec<Finding>>) -> Vec<Finding> {
    found.unwrap_or_else(|error| vec![attempt(name, Err(error))])
}

/// Prints what falls short, and then all checks as a table.
fn tell(findings: &[Finding]) -> Result<()> {
    for finding in findings.iter().filter(|finding| !finding.faults.is_empty()) {
        println!("\n{}:", finding.name);
        finding.faults.iter().for_each(|fault| println!("  {fault}"));
    }
    println!("\n{}", table(findings));
    let short: Vec<&str> =
        findings.iter().filter(|found| !found.faults.is_empty()).map(|found| &*found.name).collect();
    if short.is_empty() { Ok(()) } else { bail!("something falls short: {}", short.join(", ")) }
}

fn table(findings: &[Finding]) -> String {
    let row = |finding: &Finding| {
        let faults = if finding.faults.is_empty() {
            "ok".to_owned()
        } else {
            format!("{} faults", finding.faults.len())
        };
        vec![finding.name.clone(), finding.result.clone(), faults]
    };
    aligned(&findings.iter().map(row).collect::<Vec<_>>())
}

/// The path of a file from the site on, with `/` on every system.
fn path_in(site: &Path, file: &Path) -> String {
    file.strip_prefix(site).unwrap_or(file).to_string_lossy().replace('\\', "/")
}

/// The HTML pages of a site.
fn html_files(site: &Path) -> Result<Vec<PathBuf>> {
    let mut files = dist::files(site)?;
    files.retain(|file| file.extension().is_some_and(|kind| kind == "html"));
    Ok(files)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_falls_short_is_an_error_that_names_it() {
        let finding = |name: &str, faults: &[&str]| Finding {
            name: name.into(),
            result: "r".into(),
            faults: faults.iter().map(|fault| (*fault).to_owned()).collect(),
        };
        let all = [finding("a", &[]), finding("b", &["x", "y"])];
        assert_eq!(table(&all), "a  r        ok\nb  r  2 faults\n");
        assert!(tell(&all[..1]).is_ok());
        assert_eq!(
            tell(&all).err().map(|error| error.to_string()).as_deref(),
            Some("something falls short: b")
        );
    }

    #[test]
    fn a_check_that_cannot_be_made_is_a_fault() {
        let found = attempt("a", Err(anyhow::anyhow!("no java")));
        assert_eq!(found.faults, ["no java"]);
    }
}
