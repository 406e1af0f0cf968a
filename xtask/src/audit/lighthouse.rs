//! Lighthouse, as on a phone, on the deck in each language: its four scores, and what falls short.

use std::fs;
use std::path::Path;
use std::process::Command;

use anyhow::{Context, Result};
use serde_json::Value;

use super::Finding;
use super::hosting::FOLDER;
use crate::run::output;
use crate::scratch::Scratch;
use crate::test::{self, Browser};
use crate::{chromium, paths};

/// The last version that runs on Node 20.
const LIGHTHOUSE: (&str, &str) = ("lighthouse", "12.8.2");

const CATEGORIES: [&str; 4] = ["performance", "accessibility", "best-practices", "seo"];

const PAGES: [(&str, &str); 2] = [("Lighthouse, Japanese", ""), ("Lighthouse, English", "en/")];

/// Looks at each page so often.
pub fn check(browser: &Browser, origin: &str, runs: usize) -> Result<Vec<Finding>> {
    let program = test::program(LIGHTHOUSE.0, LIGHTHOUSE.1, &serde_json::json!({}))?
        .join("node_modules/lighthouse/cli/index.js");
    let reports = paths::scratch().join("audit");
    fs::create_dir_all(&reports).with_context(|| format!("can't create {}", reports.display()))?;
    eprintln!("Lighthouse's last reports are in {}", reports.display());
    let look = |(name, page): (&str, &str)| {
        let address = format!("{origin}{FOLDER}{page}");
        let report = reports.join(name.to_lowercase().replace(", ", "-"));
        let found =
            (0..runs).map(|_| run(&program, browser, &address, &report)).collect::<Result<Vec<_>>>()?;
        Ok(finding(name, &found))
    };
    PAGES.into_iter().map(look).collect()
}

/// The report as a value. It is left for people beside `report`, as a page and as JSON.
fn run(program: &Path, browser: &Browser, address: &str, report: &Path) -> Result<Value> {
    let profile = Scratch::new("audit-profile")?;
    let flags = chromium::arguments(profile.path()).join(" ");
    let mut node = Command::new("node");
    node.arg(program).arg(address).args(["--output=json", "--output=html", "--quiet"]);
    node.arg(format!("--output-path={}", report.display())).arg(format!("--chrome-flags={flags}"));
    node.arg(format!("--only-categories={}", CATEGORIES.join(",")));
    output(node.env("CHROME_PATH", &browser.program)).context("Lighthouse failed")?;
    let file = report.with_extension("report.json");
    let text = fs::read_to_string(&file).with_context(|| format!("can't read {}", file.display()))?;
    serde_json::from_str(&text).context("Lighthouse did not write JSON")
}

/// The medians of the scores; the audits that fall short in the report in the middle by its performance.
fn finding(name: &str, reports: &[Value]) -> Finding {
    let mut sorted: Vec<&Value> = reports.iter().collect();
    sorted.sort_by_key(|report| score(report, CATEGORIES[0]));
    let scores: Vec<u64> = CATEGORIES.iter().map(|category| median(reports, category)).collect();
    let spread: Vec<String> = sorted.iter().map(|report| score(report, CATEGORIES[0]).to_string()).collect();
    let result: Vec<String> = scores.iter().map(u64::to_string).collect();
    // An idle desktop has 1500 and more; what is busy or slow has less, and a lower performance with it.
    let power = sorted
        .iter()
        .filter_map(|report| report["environment"]["benchmarkIndex"].as_f64())
        .fold(0.0, f64::max);
    let result = format!("{} (performance {}, machine {power:.0})", result.join(" / "), spread.join(" "));
    let mut faults = Vec::new();
    let middle = sorted.get(sorted.len() / 2).copied();
    for (category, score) in CATEGORIES.iter().zip(&scores) {
        let short = middle.map(|report| short_audits(report, category)).unwrap_or_default();
        if *score < 100 {
            faults.push(format!("{category}: {score}"));
            faults.extend(short.into_iter().map(|audit| format!("  {audit}")));
        }
    }
    Finding { name: name.to_owned(), result, faults, ..Finding::default() }
}

fn median(reports: &[Value], category: &str) -> u64 {
    let mut scores: Vec<u64> = reports.iter().map(|report| score(report, category)).collect();
    scores.sort_unstable();
    scores.get(scores.len() / 2).copied().unwrap_or_default()
}

/// 0 to 100.
fn score(report: &Value, category: &str) -> u64 {
    percent(&report["categories"][category]["score"])
}

fn percent(score: &Value) -> u64 {
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "Scores are from 0 to 1.")]
    let percent = (score.as_f64().unwrap_or_default() * 100.0).round() as u64;
    percent
}

/// The audits of a category that count and are not full.
fn short_audits(report: &Value, category: &str) -> Vec<String> {
    let audits = report["categories"][category]["auditRefs"].as_array().into_iter().flatten();
    let short =
        audits.filter(|audit| audit["weight"].as_f64().unwrap_or_default() > 0.0).filter_map(|audit| {
            let id = audit["id"].as_str()?;
            let found = &report["audits"][id];
            let is_short = found["score"].as_f64().is_some_and(|score| score < 1.0);
            let value = found["displayValue"].as_str().unwrap_or_default();
            is_short.then(|| format!("{id}: {} {value}", percent(&found["score"])).trim_end().to_owned())
        });
    short.collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    fn report(performance: f64) -> Value {
        json!({
            "environment": {"benchmarkIndex": 1234.5},
            "categories": {
                "performance": {"score": performance, "auditRefs": [{"id": "a", "weight": 10}, {"id": "b", "weight": 0}]},
                "accessibility": {"score": 1}, "best-practices": {"score": 1}, "seo": {"score": 1},
            },
            "audits": {"a": {"score": performance, "displayValue": "3 s"}, "b": {"score": 0}},
        })
    }

    #[test]
    fn the_median_counts_and_what_falls_short_is_named() {
        let found = finding("n", &[report(0.9), report(1.0), report(0.98)]);
        assert_eq!(found.result, "98 / 100 / 100 / 100 (performance 90 98 100, machine 1234)");
        assert_eq!(found.faults, ["performance: 98", "  a: 98 3 s"]);
        assert!(finding("n", &[report(1.0)]).faults.is_empty());
    }
}
