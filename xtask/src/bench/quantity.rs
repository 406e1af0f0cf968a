//! One quantity on several pages, ours first, and how ours stands to each of the others.

use anyhow::{Context, Result};
use serde::Serialize;

use super::numbers::Spread;
use crate::table::{aligned, thousands};

/// What a quantity is counted in.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Unit {
    Milliseconds,
    Bytes,
    /// Things.
    Count,
    /// A share of the window, as Cumulative Layout Shift has it.
    Share,
}

impl Unit {
    pub fn text(self, value: f64) -> String {
        match self {
            Self::Milliseconds => format!("{value:.1} ms"),
            #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "bytes are counted")]
            Self::Bytes => format!("{} B", thousands(value as u64)),
            Self::Count => format!("{value:.0}"),
            Self::Share => format!("{value:.3}"),
        }
    }
}

/// What was measured on one page: its name and the values.
pub type Sample<'a> = (&'a str, Vec<f64>);

/// A quantity that several pages have.
#[derive(Debug, Serialize)]
pub struct Quantity {
    pub name: String,
    unit: Unit,
    /// Ours first.
    pages: Vec<Measured>,
}

/// The quantity on one page.
#[derive(Debug, Serialize)]
struct Measured {
    page: String,
    #[serde(flatten)]
    spread: Spread,
    /// Ours to this page's; nothing for ours, and where this page has nought.
    median_ratio: Option<f64>,
    p98_ratio: Option<f64>,
}

impl Quantity {
    /// What was measured, ours first.
    pub fn new(name: impl Into<String>, unit: Unit, samples: &[Sample]) -> Result<Self> {
        let name = name.into();
        let spread = |(page, values): &Sample| {
            let spread = Spread::of(values);
            let spread =
                spread.with_context(|| format!("{name}: nothing was measured on the page `{page}`"))?;
            Ok(((*page).to_owned(), spread))
        };
        let spreads = samples.iter().map(spread).collect::<Result<Vec<_>>>()?;
        let ours = spreads.first().context("nothing was measured")?.1;
        let measured = |(at, (page, spread)): (usize, (String, Spread))| {
            let ratio = |ours: f64, other: f64| (at > 0 && other > 0.0).then(|| ours / other);
            let median_ratio = ratio(ours.median, spread.median);
            Measured { page, spread, median_ratio, p98_ratio: ratio(ours.p98, spread.p98) }
        };
        let pages = spreads.into_iter().enumerate().map(measured).collect();
        Ok(Self { name, unit, pages })
    }

    fn on(&self, page: &str) -> Option<&Measured> {
        self.pages.iter().find(|measured| measured.page == page)
    }

    /// Two lines: the medians and what 98 of 100 don't exceed.
    fn rows(&self, pages: &[&str]) -> [Vec<String>; 2] {
        type Get<T> = fn(&Measured) -> T;
        let line = |label: &str, value: Get<f64>, ratio: Get<Option<f64>>, samples: String| {
            let values = pages.iter().map(|page| self.on(page).map(|it| self.unit.text(value(it))));
            let ratios =
                pages.iter().skip(1).map(|page| self.on(page).and_then(ratio).map(|it| format!("{it:.2}")));
            let cells = values.chain(ratios).map(Option::unwrap_or_default);
            [format!("{}, {label}", self.name)].into_iter().chain(cells).chain([samples]).collect()
        };
        [
            line("median", |it| it.spread.median, |it| it.median_ratio, self.samples()),
            line("98 of 100", |it| it.spread.p98, |it| it.p98_ratio, String::new()),
        ]
    }

    /// How many values each page has: one number if they are the same.
    fn samples(&self) -> String {
        let mut all: Vec<String> = self.pages.iter().map(|it| it.spread.samples.to_string()).collect();
        if all.iter().all(|one| *one == all[0]) {
            all.truncate(1);
        }
        all.join(", ")
    }
}

/// The quantities with a column for each page that any of them has, and one for each ratio.
pub fn table(quantities: &[Quantity]) -> String {
    let mut pages: Vec<&str> = Vec::new();
    for measured in quantities.iter().flat_map(|quantity| &quantity.pages) {
        if !pages.contains(&measured.page.as_str()) {
            pages.push(&measured.page);
        }
    }
    let ratios = pages.iter().skip(1).map(|page| format!("to {page}"));
    let names = pages.iter().map(|page| (*page).to_owned());
    let head = [String::new()].into_iter().chain(names).chain(ratios).chain(["samples".to_owned()]);
    let rows = quantities.iter().flat_map(|quantity| quantity.rows(&pages));
    aligned(&[head.collect()].into_iter().chain(rows).collect::<Vec<_>>())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ours_stands_beside_each_of_the_others_with_its_ratio() -> Result<()> {
        let change = Quantity::new(
            "change",
            Unit::Milliseconds,
            &[("ours", vec![30.0, 60.0]), ("static", vec![20.0, 40.0]), ("Marp", vec![60.0])],
        )?;
        let table = table(&[change]);
        let lines: Vec<&str> = table.lines().collect();
        assert_eq!(lines[0], "                      ours   static     Marp  to static  to Marp  samples");
        assert_eq!(lines[1], "change, median     30.0 ms  20.0 ms  60.0 ms       1.50     0.50  2, 2, 1");
        assert_eq!(lines[2], "change, 98 of 100  60.0 ms  40.0 ms  60.0 ms       1.50     1.00");
        Ok(())
    }

    #[test]
    fn a_page_that_was_not_measured_and_one_with_nought_have_no_ratio() -> Result<()> {
        let shift = Quantity::new("shift", Unit::Share, &[("ours", vec![0.0]), ("static", vec![0.0])])?;
        let bytes = Quantity::new("bytes", Unit::Bytes, &[("ours", vec![3e6]), ("Marp", vec![1e6])])?;
        let table = table(&[shift, bytes]);
        let lines: Vec<Vec<&str>> = table.lines().map(|line| line.split_whitespace().collect()).collect();
        assert_eq!(lines[1], ["shift,", "median", "0.000", "0.000", "1"]);
        assert_eq!(lines[3], ["bytes,", "median", "3,000,000", "B", "1,000,000", "B", "3.00", "1"]);
        Ok(())
    }

    #[test]
    fn nothing_measured_is_an_error_that_names_the_page() {
        let samples = [("ours", vec![1.0]), ("Marp", Vec::new())];
        let error = Quantity::new("load", Unit::Milliseconds, &samples).err().map(|error| error.to_string());
        assert_eq!(error.as_deref(), Some("load: nothing was measured on the page `Marp`"));
    }
}
