//! Runs steps one after the other, remembers how each went and tells it at the end.

use std::time::{Duration, Instant};

use anyhow::{Result, bail};

use crate::table::aligned;

/// The steps so far.
#[derive(Default)]
pub struct Summary {
    steps: Vec<Step>,
}

struct Step {
    name: String,
    outcome: &'static str,
    took: Duration,
}

const OK: &str = "ok";
const FAILED: &str = "FAILED";
const LEFT_OUT: &str = "left out";

impl Summary {
    /// Runs a step. What it returns is there unless it failed.
    pub fn step<T>(&mut self, name: &str, run: impl FnOnce() -> Result<T>) -> Option<T> {
        eprintln!("\n--- {name}");
        let start = Instant::now();
        let result = run();
        if let Err(error) = &result {
            eprintln!("{name}: {error:#}");
        }
        self.add(name, if result.is_ok() { OK } else { FAILED }, start.elapsed());
        result.ok()
    }

    /// Notes a step that can't run because one before it failed.
    pub fn leave_out(&mut self, name: &str) {
        self.add(name, LEFT_OUT, Duration::ZERO);
    }

    /// A line a step: its name, how it went, and its seconds.
    pub fn text(&self) -> String {
        let row = |step: &Step| vec![step.name.clone(), step.outcome.to_owned(), seconds(step.took)];
        aligned(&self.steps.iter().map(row).collect::<Vec<_>>())
    }

    /// An error if anything failed.
    pub fn result(&self) -> Result<()> {
        let failed: Vec<_> =
            self.steps.iter().filter(|step| step.outcome == FAILED).map(|step| &*step.name).collect();
        if failed.is_empty() {
            return Ok(());
        }
        bail!("failed: {}", failed.join(", "))
    }

    fn add(&mut self, name: &str, outcome: &'static str, took: Duration) {
        self.steps.push(Step { name: name.to_owned(), outcome, took });
    }
}

fn seconds(took: Duration) -> String {
    format!("{:.1} s", took.as_secs_f64())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_failure_does_not_stop_the_steps_after_it() {
        let mut summary = Summary::default();
        assert_eq!(summary.step("one", || Ok(1)), Some(1));
        assert_eq!(summary.step::<()>("two", || bail!("broken")), None);
        assert_eq!(summary.step("three", || Ok(3)), Some(3));
        let outcomes: Vec<_> = summary.steps.iter().map(|step| step.outcome).collect();
        assert_eq!(outcomes, [OK, FAILED, OK]);
        assert_eq!(summary.result().err().map(|error| error.to_string()).as_deref(), Some("failed: two"));
    }

    #[test]
    fn the_table_has_a_line_a_step() {
        let mut summary = Summary::default();
        summary.add("formatting", OK, Duration::from_millis(1234));
        summary.leave_out("browser tests");
        assert_eq!(summary.text(), "formatting           ok  1.2 s\nbrowser tests  left out  0.0 s\n");
        assert!(summary.result().is_ok());
    }
}
