//! Decks and pictures while they are being written: a change in `content` is copied into the served site at once, and the
//! pages, which look for that, fetch their deck anew (`src/shell/live.js`). Trunk isn't asked: it would put the program,
//! which is the same, together again, and that takes seconds.

use std::ffi::OsStr;
use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};

use crate::dist;

/// Tells the last step of Trunk's build that pages are to look for changes.
pub const LIVE: &str = "KURABE_LIVE";
/// The file in the site that has the number of the last change in it, and the name of a file that changed.
const NEWS: &str = "live.txt";
const SCRIPT: (&str, &str) = ("live.js", include_str!("../../../src/shell/live.js"));

/// Has the pages of a site that have decks look for changes.
pub fn put_into(site: &Path) -> Result<()> {
    write(&site.join(NEWS), b"")?;
    write(&site.join(SCRIPT.0), SCRIPT.1.as_bytes())?;
    for file in dist::files(site)?.iter().filter(|file| file.extension() == Some(OsStr::new("html"))) {
        let text = fs::read_to_string(file).with_context(|| format!("can't read {}", file.display()))?;
        if text.contains("<kurabe-deck") {
            let root = "../".repeat(file.strip_prefix(site)?.components().count() - 1);
            let script = format!(
                "<script type=\"module\" data-kurabe-live src=\"{root}{}\"></script></head>",
                SCRIPT.0
            );
            write(file, text.replacen("</head>", &script, 1).as_bytes())?;
        }
    }
    Ok(())
}

/// Copies the files of a folder that are other ones in a site, and tells its pages. They are compared each time, so that
/// nothing is missed of what changes while Trunk builds. `before` is how many changes there were; returns how many there
/// are.
pub fn copy_changes(folder: &Path, site: &Path, before: u64) -> Result<u64> {
    // Without this Trunk is just putting another build in its place.
    if !site.join(NEWS).is_file() {
        return Ok(before);
    }
    let mut changed = Vec::new();
    for file in dist::files(folder)? {
        // An editor may have taken it away for a moment.
        let Ok(bytes) = fs::read(&file) else { continue };
        let name = file.strip_prefix(folder)?;
        let copy = site.join(name);
        if !fs::read(&copy).is_ok_and(|other| other == bytes) {
            fs::create_dir_all(copy.parent().unwrap_or(site))?;
            write(&copy, &bytes)?;
            changed.push(name.to_owned());
        }
    }
    let is_picture = |name: &&PathBuf| name.extension() != Some(OsStr::new("md"));
    // With a picture the whole page has to be loaded, which fetches the deck as well.
    let Some(told) = changed.iter().find(is_picture).or(changed.first()) else { return Ok(before) };
    write(&site.join(NEWS), format!("{} {}", before + 1, told.display()).as_bytes())?;
    Ok(before + 1)
}

fn write(file: &Path, bytes: &[u8]) -> Result<()> {
    fs::write(file, bytes).with_context(|| format!("can't write {}", file.display()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::scratch::Scratch;

    #[test]
    fn what_differs_is_copied_and_told() -> Result<()> {
        let scratch = Scratch::new("live")?;
        let [content, site] = ["content", "site"].map(|name| scratch.path().join(name));
        let told = || fs::read_to_string(site.join(NEWS));
        for folder in [&content, &site] {
            fs::create_dir_all(folder)?;
            fs::write(folder.join("a.md"), "one")?;
        }
        fs::write(content.join("a.md"), "two")?;
        assert_eq!(copy_changes(&content, &site, 0)?, 0);
        assert_eq!(fs::read_to_string(site.join("a.md"))?, "one", "the site is being built");
        fs::write(site.join(NEWS), "")?;
        assert_eq!(copy_changes(&content, &site, 0)?, 1);
        assert_eq!((fs::read_to_string(site.join("a.md"))?.as_str(), told()?.as_str()), ("two", "1 a.md"));
        assert_eq!(copy_changes(&content, &site, 1)?, 1, "nothing has changed");
        fs::create_dir(content.join("figures"))?;
        fs::write(content.join("figures/c.svg"), "<svg/>")?;
        fs::write(content.join("a.md"), "three")?;
        assert_eq!(copy_changes(&content, &site, 1)?, 2);
        assert_eq!(told()?, "2 figures/c.svg", "the picture counts for more than the deck");
        assert_eq!(fs::read_to_string(site.join("a.md"))?, "three");
        assert_eq!(fs::read_to_string(site.join("figures/c.svg"))?, "<svg/>");
        // A build that began before the change may end after it.
        fs::write(site.join("a.md"), "two")?;
        assert_eq!(copy_changes(&content, &site, 2)?, 3);
        assert_eq!(fs::read_to_string(site.join("a.md"))?, "three");
        Ok(())
    }

    #[test]
    fn pages_with_decks_look_for_changes() -> Result<()> {
        let scratch = Scratch::new("live-pages")?;
        let site = scratch.path();
        fs::create_dir_all(site.join("a/b"))?;
        let page = "<head></head><body><kurabe-deck></kurabe-deck></body>";
        for name in ["index.html", "a/b/index.html"] {
            fs::write(site.join(name), page)?;
        }
        fs::write(site.join("404.html"), "<head></head>")?;
        put_into(site)?;
        let with = |address: &str| {
            page.replace(
                "</head>",
                &format!("<script type=\"module\" data-kurabe-live src=\"{address}\"></script></head>"),
            )
        };
        assert_eq!(fs::read_to_string(site.join("index.html"))?, with("live.js"));
        assert_eq!(fs::read_to_string(site.join("a/b/index.html"))?, with("../../live.js"));
        assert_eq!(fs::read_to_string(site.join("404.html"))?, "<head></head>");
        assert_eq!(fs::read_to_string(site.join(NEWS))?, "");
        assert!(site.join("live.js").is_file());
        Ok(())
    }
}
