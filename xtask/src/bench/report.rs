//! What `cargo xtask bench` shows, as text and as JSON: two lines a quantity, with both pages and their ratio; then
//! the quantities that only our page has, each with what it may be and its share of that.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result};
use serde::Serialize;

use super::numbers::Spread;
use crate::table::aligned;

/// Everything that was measured in one run.
#[derive(Debug, Default, Serialize)]
pub struct Report {
    /// What the numbers hold for.
    pub conditions: Vec<String>,
    /// Beside the static page.
    pub quantities: Vec<Quantity>,
    /// Beside others.
    pub besides: Vec<Beside>,
    pub own: Vec<Own>,
}

/// What was measured beside a page other than the static one.
#[derive(Debug, Serialize)]
pub struct Beside {
    pub name: &'static str,
    pub quantities: Vec<Quantity>,
}

/// One quantity on both pages, in milliseconds.
#[derive(Debug, Serialize)]
pub struct Quantity {
    name: &'static str,
    ours: Spread,
    beside: Spread,
    median_ratio: f64,
    p98_ratio: f64,
}

/// One quantity that only our page has, in milliseconds.
#[derive(Debug, Serialize)]
pub struct Own {
    name: String,
    ours: Spread,
    /// What it may be; some are only told.
    at_most: Option<f64>,
    median_ratio: Option<f64>,
    p98_ratio: Option<f64>,
}

impl Quantity {
    pub fn new(name: &'static str, ours: &[f64], beside: &[f64]) -> Result<Self> {
        let nothing = |page: &str| format!("{name}: nothing was measured on {page} page");
        let ours = Spread::of(ours).with_context(|| nothing("our"))?;
        let beside = Spread::of(beside).with_context(|| nothing("the other"))?;
        let (median_ratio, p98_ratio) = (ours.median / beside.median, ours.p98 / beside.p98);
        Ok(Self { name, ours, beside, median_ratio, p98_ratio })
    }

    fn rows(&self) -> [Vec<String>; 2] {
        let line = |label: &str, ours: f64, beside: f64, ratio: f64, samples: String| {
            vec![format!("{}, {label}", self.name), ms(ours), ms(beside), format!("{ratio:.2}"), samples]
        };
        let samples = format!("{} and {}", self.ours.samples, self.beside.samples);
        [
            line("median", self.ours.median, self.beside.median, self.median_ratio, samples),
            line("98 of 100", self.ours.p98, self.beside.p98, self.p98_ratio, String::new()),
        ]
    }
}

impl Own {
    pub fn new(name: impl Into<String>, ours: &[f64], at_most: Option<f64>) -> Result<Self> {
        let name = name.into();
        let ours = Spread::of(ours).with_context(|| format!("{name}: nothing was measured"))?;
        let ratio = |value: f64| at_most.map(|most| value / most);
        Ok(Self { name, ours, at_most, median_ratio: ratio(ours.median), p98_ratio: ratio(ours.p98) })
    }

    fn rows(&self) -> [Vec<String>; 2] {
        let most = self.at_most.map(ms).unwrap_or_default();
        let line = |label: &str, ours: f64, ratio: Option<f64>, samples: String| {
            let ratio = ratio.map(|ratio| format!("{ratio:.2}")).unwrap_or_default();
            vec![format!("{}, {label}", self.name), ms(ours), most.clone(), ratio, samples]
        };
        [
            line("median", self.ours.median, self.median_ratio, self.ours.samples.to_string()),
            line("98 of 100", self.ours.p98, self.p98_ratio, String::new()),
        ]
    }
}

impl Report {
    pub fn text(&self) -> String {
        let both = table("static", self.quantities.iter().flat_map(Quantity::rows));
        let own = table("at most", self.own.iter().flat_map(Own::rows));
        let mut tables = vec![both];
        for beside in &self.besides {
            tables.push(table(beside.name, beside.quantities.iter().flat_map(Quantity::rows)));
        }
        tables.push(own);
        format!("{}\n{}\n", tables.join("\n"), self.conditions.join("\n"))
    }

    pub fn write(&self, file: &Path) -> Result<()> {
        let json = serde_json::to_string_pretty(self).context("the numbers can't be written as JSON")?;
        fs::write(file, json + "\n").with_context(|| format!("can't write {}", file.display()))
    }
}

fn table(beside: &str, rows: impl Iterator<Item = Vec<String>>) -> String {
    let head = ["", "ours", beside, "ratio", "samples"].map(str::to_owned).to_vec();
    aligned(&[head].into_iter().chain(rows).collect::<Vec<_>>())
}

fn ms(value: f64) -> String {
    format!("{value:.1} ms")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_a_quantity_with_its_ratio() -> Result<()> {
        let quantities = vec![Quantity::new("slide change", &[30.0, 60.0], &[20.0, 40.0])?];
        let own = vec![Own::new("overview", &[30.0, 50.0], Some(100.0))?, Own::new("field", &[5.0], None)?];
        let text =
            Report { conditions: vec!["CPU at a quarter.".to_owned()], quantities, own, ..Report::default() }
                .text();
        assert!(text.contains("slide change, median     30.0 ms  20.0 ms   1.50  2 and 2\n"), "{text}");
        assert!(text.contains("overview, median     30.0 ms  100.0 ms   0.30        2\n"), "{text}");
        assert!(text.contains("field, median         5.0 ms                         1\n"), "{text}");
        assert!(text.ends_with("\nCPU at a quarter.\n"), "{text}");
        Ok(())
    }

    #[test]
    fn nothing_measured_is_an_error_that_names_the_page() {
        let error = Quantity::new("load", &[], &[1.0]).err().map(|error| error.to_string());
        assert_eq!(error.as_deref(), Some("load: nothing was measured on our page"));
    }
}
