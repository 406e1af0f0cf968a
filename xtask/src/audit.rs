//! `cargo xtask audit`: what others than our own tests say of the site. Lighthouse, the Nu HTML checker, axe-core where no
//! script runs, and whether all links lead somewhere; and whether each slide fits that is opened by its URL. It is no part
//! of `cargo xtask test`: it takes minutes, and Lighthouse's word on speed hangs on what else the machine does.

mod axe;
mod hosting;
mod lighthouse;
mod links;
mod nu;
mod page;
mod slides;

use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};
use clap::{Args, ValueEnum};

use crate::dist::{self, Publish};
use crate::paths;
use crate::table::aligned;
use crate::test::ensure_browser;

/// The address for which the site is built: many of the checks are about absolute addresses. Nothing is there.
const BASE: &str = "https://kurabe.example/talk/";

#[derive(Args)]
pub struct Audit {
    /// Audits what is in `dist/` without building it first; it should have been built with `--base-url`.
    #[arg(long)]
    no_build: bool,
    /// Makes these checks alone, such as `links,slides`.
    #[arg(long, value_enum, value_delimiter = ',', value_name = "CHECKS")]
    only: Vec<Check>,
    /// Leaves out Lighthouse, which takes the most time.
    #[arg(long)]
    no_lighthouse: bool,
    /// How often Lighthouse looks at each page; the median of each score counts.
    #[arg(long, default_value_t = 3, value_parser = clap::value_parser!(u8).range(1..=9))]
    runs: u8,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum Check {
    /// Links and anchors.
    Links,
    /// The Nu HTML checker.
    Html,
    /// axe-core where no script runs.
    Axe,
    /// Every slide opened by its URL.
    Slides,
    /// Lighthouse, as on a phone.
    Lighthouse,
}

/// What a check has found.
#[derive(Default)]
pub struct Finding {
    name: String,
    /// In a few words.
    result: String,
    /// What is to be known and is no fault, a line each.
    remarks: Vec<String>,
    /// What falls short, a line each.
    faults: Vec<String>,
}

impl Audit {
    pub fn run(&self) -> Result<()> {
        let site = if self.no_build { paths::dist() } else { build()? };
        let pages = page::all(&site).context("there is no site to audit; `cargo xtask dist` builds it")?;
        let mut findings = Vec::new();
        if self.makes(Check::Links) {
            findings.push(links::check(&site, &pages));
        }
        if self.makes(Check::Html) {
            findings.push(attempt("HTML (Nu)", nu::check(&pages)));
        }
        if [Check::Axe, Check::Slides, Check::Lighthouse].into_iter().any(|check| self.makes(check)) {
            findings.extend(self.in_browser(&site, &pages)?);
        }
        tell(&findings)
    }

    fn makes(&self, check: Check) -> bool {
        let is_asked = self.only.is_empty() || self.only.contains(&check);
        is_asked && !(self.no_lighthouse && check == Check::Lighthouse)
    }

    fn in_browser(&self, site: &Path, pages: &[page::Page]) -> Result<Vec<Finding>> {
        let browser = ensure_browser()?;
        let server = hosting::serve(site)?;
        let origin = server.origin();
        let mut findings = Vec::new();
        if self.makes(Check::Axe) {
            findings.extend(attempt_all("axe-core, no scripts", axe::check(&browser, &origin)));
        }
        if self.makes(Check::Slides) {
            findings.push(attempt(slides::NAME, slides::check(&browser, site, pages, &origin)));
        }
        if self.makes(Check::Lighthouse) {
            let found = lighthouse::check(&browser, &origin, usize::from(self.runs));
            findings.extend(attempt_all("Lighthouse", found));
        }
        Ok(findings)
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
        ..Finding::default()
    })
}

fn attempt_all(name: &str, found: Result<Vec<Finding>>) -> Vec<Finding> {
    found.unwrap_or_else(|error| vec![attempt(name, Err(error))])
}

/// Prints what is to be known and what falls short, and then all checks as a table.
fn tell(findings: &[Finding]) -> Result<()> {
    for finding in findings.iter().filter(|finding| !finding.remarks.is_empty()) {
        println!("\n{}, no faults:", finding.name);
        finding.remarks.iter().for_each(|remark| println!("  {remark}"));
    }
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
            ..Finding::default()
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
