//! Counts tests by what Cargo's test programs say at their ends.

use std::fmt::{self, Display, Formatter};
use std::fs;

use anyhow::{Context, Result};

use crate::paths;

/// How many tests passed and failed, over all test programs.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Counts {
    passed: u64,
    failed: u64,
}

impl Counts {
    /// Looks at a line of output: `test result: ok. 5 passed; 0 failed; …` counts, all else doesn't.
    pub fn see(&mut self, line: &str) {
        let Some((_, result)) = line.split_once("test result: ") else { return };
        self.passed += number_before(result, " passed");
        self.failed += number_before(result, " failed");
    }

    /// Leaves the counts for `.ci/run`, which prints them last.
    pub fn keep(&self) -> Result<()> {
        let directory = paths::scratch();
        let written = fs::create_dir_all(&directory)
            .and_then(|()| fs::write(directory.join("counts"), format!("{self}\n")));
        written.with_context(|| format!("can't write into {}", directory.display()))
    }
}

impl Display for Counts {
    fn fmt(&self, out: &mut Formatter) -> fmt::Result {
        write!(out, "{} passed, {} failed", self.passed, self.failed)
    }
}

fn number_before(text: &str, word: &str) -> u64 {
    let number = text.split_once(word).and_then(|(before, _)| before.rsplit(' ').next()?.parse().ok());
    number.unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn results_add_up_and_other_lines_do_not_count() {
        let mut counts = Counts::default();
        for line in [
            "running 7 tests",
            "test result: ok. 5 passed; 0 failed; 1 ignored; 0 measured; 0 filtered out; finished in 0.00s",
            "test says_9 passed ... ok",
            "test result: FAILED. 12 passed; 3 failed; 0 ignored; 0 measured; 0 filtered out",
        ] {
            counts.see(line);
        }
        assert_eq!(counts, Counts { passed: 17, failed: 3 });
        assert_eq!(counts.to_string(), "17 passed, 3 failed");
    }
}
