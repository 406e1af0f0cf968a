//! Decks and pictures while they are being written: a change in `content` is copied into the served site at once, and the
//! pages, which look for that, fetch their deck anew (`src/shell/live.js`). Trunk isn't asked: it would put the program,
//! which is the same, together again, and that takes seconds.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::time::SystemTime;

use anyhow::{Context, Result};

use crate::dist;

/// Tells the last step of Trunk's build that pages are to look for changes.
pub const LIVE: &str = "KURABE_LIVE";
/// The file in the site that has the number of the last change in it, and the name of the file that changed.
const NEWS: &str = "live.txt";
const SCRIPT: (&str, &str) = ("live.js", include_str!("../../../src/shell/live.js"));

/// Has the pages of a site look for changes.
pub fn put_into(site: &Path) -> Result<()> {
    write(&site.join(NEWS), b"")?;
    write(&site.join(SCRIPT.0), SCRIPT.1.as_bytes())?;
    for (page, root) in [("index.html", "./"), ("en/index.html", "../")] {
        let file = site.join(page);
        let text = fs::read_to_string(&file).with_context(|| format!("can't read {}", file.display()))?;
        let script = format!("<script type=\"module\" src=\"{root}{}\"></script></head>", SCRIPT.0);
        write(&file, text.replacen("</head>", &script, 1).as_bytes())?;
    }
    Ok(())
}

/// A folder whose files are looked at again and again.
pub struct Watched {
    folder: PathBuf,
    seen: BTreeMap<PathBuf, (SystemTime, u64)>,
    changes: u64,
}

impl Watched {
    pub fn new(folder: PathBuf) -> Result<Self> {
        let seen = state(&folder)?;
        Ok(Self { folder, seen, changes: 0 })
    }

    /// Copies what has changed since the last time into a site, and writes its name there.
    pub fn copy_changes(&mut self, site: &Path) -> Result<()> {
        let now = state(&self.folder)?;
        for (file, _) in now.iter().filter(|(file, state)| self.seen.get(*file) != Some(state)) {
            let name = file.strip_prefix(&self.folder)?;
            let bytes = fs::read(file).with_context(|| format!("can't read {}", file.display()))?;
            write(&site.join(name), &bytes)?;
            self.changes += 1;
            write(&site.join(NEWS), format!("{} {}", self.changes, name.display()).as_bytes())?;
        }
        self.seen = now;
        Ok(())
    }
}

fn state(folder: &Path) -> Result<BTreeMap<PathBuf, (SystemTime, u64)>> {
    let files = dist::files(folder)?.into_iter();
    // An editor may have taken one away for a moment.
    let states = files.filter_map(|file| {
        let about = fs::metadata(&file).ok()?;
        Some((file, (about.modified().ok()?, about.len())))
    });
    Ok(states.collect())
}

fn write(file: &Path, bytes: &[u8]) -> Result<()> {
    fs::write(file, bytes).with_context(|| format!("can't write {}", file.display()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::scratch::Scratch;

    #[test]
    fn what_changes_is_copied_and_named() -> Result<()> {
        let scratch = Scratch::new("live")?;
        let [content, site] = ["content", "site"].map(|name| scratch.path().join(name));
        for folder in [&content, &site] {
            fs::create_dir_all(folder.join("figures"))?;
        }
        fs::write(content.join("a.md"), "one")?;
        fs::write(content.join("b.md"), "one")?;
        let mut watched = Watched::new(content.clone())?;
        watched.copy_changes(&site)?;
        assert_eq!(dist::files(&site)?, Vec::<PathBuf>::new(), "nothing has changed yet");
        fs::write(content.join("a.md"), "one, two")?;
        watched.copy_changes(&site)?;
        assert_eq!(fs::read_to_string(site.join("a.md"))?, "one, two");
        assert_eq!(fs::read_to_string(site.join(NEWS))?, "1 a.md");
        fs::write(content.join("figures/c.svg"), "<svg/>")?;
        fs::remove_file(content.join("b.md"))?;
        watched.copy_changes(&site)?;
        assert_eq!(fs::read_to_string(site.join("figures/c.svg"))?, "<svg/>");
        assert_eq!(fs::read_to_string(site.join(NEWS))?, "2 figures/c.svg");
        watched.copy_changes(&site)?;
        assert_eq!(fs::read_to_string(site.join(NEWS))?, "2 figures/c.svg");
        assert!(!site.join("b.md").exists());
        Ok(())
    }

    #[test]
    fn pages_look_for_changes() -> Result<()> {
        let scratch = Scratch::new("live-pages")?;
        let site = scratch.path();
        fs::create_dir_all(site.join("en"))?;
        for page in ["index.html", "en/index.html"] {
            fs::write(site.join(page), "<head></head><body></body>")?;
        }
        put_into(site)?;
        let page = fs::read_to_string(site.join("en/index.html"))?;
        assert_eq!(page, "<head><script type=\"module\" src=\"../live.js\"></script></head><body></body>");
        assert_eq!(fs::read_to_string(site.join(NEWS))?, "");
        assert!(site.join("live.js").is_file());
        Ok(())
    }
}
