//! What is told of many measurements: the median, and the value that 98 of 100 don't exceed.

use serde::Serialize;

/// Measurements of one quantity on one page, in milliseconds.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct Spread {
    pub median: f64,
    pub p98: f64,
    pub samples: usize,
}

impl Spread {
    /// Nothing if there are no measurements.
    pub fn of(values: &[f64]) -> Option<Self> {
        let mut sorted = values.to_vec();
        sorted.sort_by(f64::total_cmp);
        Some(Self { median: at(&sorted, 50)?, p98: at(&sorted, 98)?, samples: sorted.len() })
    }
}

/// The smallest of `sorted` that `percent` of the values don't exceed.
fn at(sorted: &[f64], percent: usize) -> Option<f64> {
    let rank = (sorted.len() * percent).div_ceil(100);
    sorted.get(rank.saturating_sub(1)).copied()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn half_and_98_of_100_are_not_above() {
        let values: Vec<f64> = (1..=100).rev().map(f64::from).collect();
        assert_eq!(Spread::of(&values), Some(Spread { median: 50.0, p98: 98.0, samples: 100 }));
    }

    #[test]
    fn few_values_and_none() {
        assert_eq!(Spread::of(&[7.0]), Some(Spread { median: 7.0, p98: 7.0, samples: 1 }));
        assert_eq!(Spread::of(&[3.0, 1.0, 2.0]), Some(Spread { median: 2.0, p98: 3.0, samples: 3 }));
        assert_eq!(Spread::of(&[]), None);
    }
}
