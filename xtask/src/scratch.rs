//! A directory for the time of a run.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};

use crate::paths;

/// A directory of this process's own. It is removed when this is dropped.
pub struct Scratch(PathBuf);

impl Scratch {
    /// An empty directory, named after what it is for.
    pub fn new(purpose: &str) -> Result<Self> {
        let directory = paths::scratch().join(format!("{purpose}-{}", std::process::id()));
        fs::create_dir_all(&directory).with_context(|| format!("can't create {}", directory.display()))?;
        Ok(Self(directory))
    }

    pub fn path(&self) -> &Path {
        &self.0
    }
}

impl Drop for Scratch {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}
