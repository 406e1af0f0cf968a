//! What `cargo xtask bench` shows, as text and as JSON: the quantities that other pages have too, in tables with all
//! pages and our ratio to each; then those that only our page has, each with what it may be and its share of that.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result};
use serde::Serialize;

use super::numbers::Spread;
use super::quantity::{self, Quantity, Unit};
use crate::table::aligned;

/// Everything that was measured in one run.
#[derive(Debug, Default, Serialize)]
pub struct Report {
    /// What the numbers hold for.
    pub conditions: Vec<String>,
    pub tables: Vec<Beside>,
    pub own: Vec<Own>,
}

/// What stands in one table.
#[derive(Debug, Serialize)]
pub struct Beside {
    pub name: Table,
    pub quantities: Vec<Quantity>,
}

/// The tables.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Table {
    /// The talk on its own page.
    Talk,
    /// Larger decks beside the talk.
    Scale,
    /// A deck in an article.
    Articles,
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
    /// Adds quantities to a table.
    pub fn add(&mut self, name: Table, quantities: Vec<Quantity>) {
        match self.tables.iter_mut().find(|table| table.name == name) {
            Some(table) => table.quantities.extend(quantities),
            None if quantities.is_empty() => {}
            None => self.tables.push(Beside { name, quantities }),
        }
    }

    pub fn text(&self) -> String {
        let mut tables: Vec<String> =
            self.tables.iter().map(|table| quantity::table(&table.quantities)).collect();
        if !self.own.is_empty() {
            tables.push(own_table(&self.own));
        }
        format!("{}\n{}\n", tables.join("\n"), self.conditions.join("\n"))
    }

    pub fn write(&self, file: &Path) -> Result<()> {
        let json = serde_json::to_string_pretty(self).context("the numbers can't be written as JSON")?;
        fs::write(file, json + "\n").with_context(|| format!("can't write {}", file.display()))
    }
}

fn own_table(own: &[Own]) -> String {
    let head = ["", "ours", "at most", "ratio", "samples"].map(str::to_owned).to_vec();
    aligned(&[head].into_iter().chain(own.iter().flat_map(Own::rows)).collect::<Vec<_>>())
}

fn ms(value: f64) -> String {
    Unit::Milliseconds.text(value)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn change(ours: f64) -> Result<Quantity> {
        Quantity::new("change", Unit::Milliseconds, &[("ours", vec![ours]), ("static", vec![20.0])])
    }

    #[test]
    fn a_table_for_each_kind_of_page_and_one_for_what_is_ours_alone() -> Result<()> {
        let mut report = Report { conditions: vec!["CPU at a quarter.".to_owned()], ..Report::default() };
        report.add(Table::Talk, vec![change(30.0)?]);
        report.add(Table::Scale, Vec::new());
        report.add(Table::Talk, vec![change(40.0)?]);
        report.own.push(Own::new("overview", &[30.0, 50.0], Some(100.0))?);
        report.own.push(Own::new("field", &[5.0], None)?);
        assert_eq!(report.tables.len(), 1);
        let text = report.text();
        assert!(text.contains("change, median     30.0 ms  20.0 ms       1.50        1\n"), "{text}");
        assert!(text.contains("change, median     40.0 ms  20.0 ms       2.00        1\n"), "{text}");
        assert!(text.contains("overview, median     30.0 ms  100.0 ms   0.30        2\n"), "{text}");
        assert!(text.contains("field, median         5.0 ms                         1\n"), "{text}");
        assert!(text.ends_with("\nCPU at a quarter.\n"), "{text}");
        Ok(())
    }

    #[test]
    fn the_json_names_pages_and_ratios() -> Result<()> {
        let mut report = Report::default();
        report.add(Table::Talk, vec![change(30.0)?]);
        let json = serde_json::to_value(&report)?;
        let quantity = &json["tables"][0]["quantities"][0];
        assert_eq!((&json["tables"][0]["name"], &quantity["unit"]), (&"talk".into(), &"milliseconds".into()));
        let [ours, other] = [0, 1].map(|at| &quantity["pages"][at]);
        assert_eq!(
            (&ours["page"], &ours["median"], ours["median_ratio"].is_null()),
            (&"ours".into(), &30.0.into(), true)
        );
        assert_eq!(
            (&other["page"], &other["median_ratio"], &other["samples"]),
            (&"static".into(), &1.5.into(), &1.into())
        );
        Ok(())
    }
}
