//! What the browser saves.

use crate::page::Page;
use serde_json::json;
use std::fs;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

/// A folder of this test's own for what the browser saves.
pub struct Downloads(PathBuf);

impl Downloads {
    pub fn of(page: &Page, name: &str) -> Self {
        let folder = std::env::temp_dir().join(format!("kurabe-{name}-{}", std::process::id()));
        let _ = fs::remove_dir_all(&folder);
        fs::create_dir_all(&folder).expect("a folder for downloads");
        let to = json!({"behavior": "allow", "downloadPath": folder.display().to_string()});
        page.browser.send("Browser.setDownloadBehavior", to);
        Self(folder)
    }

    /// The text of a file, as soon as it is there as a whole.
    pub fn wait_for(&self, name: &str) -> String {
        let (start, file) = (Instant::now(), self.0.join(name));
        let is_done = |file: &Path| fs::metadata(file).is_ok_and(|about| about.len() > 0);
        while !is_done(&file) {
            assert!(
                start.elapsed() < Duration::from_secs(10),
                "{name} isn't saved: {:?}",
                fs::read_dir(&self.0)
            );
            std::thread::sleep(Duration::from_millis(20));
        }
        fs::read_to_string(file).expect("a text")
    }
}

impl Drop for Downloads {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}
