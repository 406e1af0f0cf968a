//! The service worker of a site (`src/shell/worker.js`): its version, and the files that it keeps, with their hashes.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use anyhow::{Context, Result};
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use sha2::{Digest, Sha256};

use super::{cards, files, is_packed, publish};
use crate::{pages, paths};

const NAME: &str = "sw.js";

/// The site's own pages, and where they lie.
const PAGES: [(&str, &str); 2] = [("", "index.html"), ("en/", "en/index.html")];

/// Writes the worker, and names it in the pages. Without one, what earlier versions have left in browsers is cleared.
pub fn write(site: &Path, is_wanted: bool) -> Result<()> {
    if !is_wanted {
        return put(site, &read(&paths::root().join("src/shell/no_worker.js"))?);
    }
    for (folder, page) in PAGES {
        let up = "../".repeat(folder.matches('/').count());
        let named = format!("<meta name=\"kurabe-worker\" content=\"{up}{NAME}\"></head>");
        publish::change(&site.join(page), "</head>", &named)?;
    }
    let kept = serde_json::to_string(&kept(site)?).context("the files can't be listed")?;
    let version = &hash(kept.as_bytes())[..12];
    let source = read(&paths::root().join("src/shell/worker.js"))?;
    put(site, &source.replace("@version@", version).replace("\"@files@\"", &kept))
}

fn put(site: &Path, worker: &str) -> Result<()> {
    fs::write(site.join(NAME), worker).with_context(|| format!("can't write `{NAME}`"))
}

fn read(file: &Path) -> Result<String> {
    fs::read_to_string(file).with_context(|| format!("can't read {}", file.display()))
}

/// The addresses of the files from the site on, and their hashes as `integrity` has them.
fn kept(site: &Path) -> Result<BTreeMap<String, String>> {
    let mut kept = BTreeMap::new();
    for (folder, page) in PAGES {
        kept.insert(folder.to_owned(), hash_of(&site.join(page))?);
    }
    for file in files(site)? {
        let path = file.strip_prefix(site).unwrap_or(&file);
        if is_kept(path) {
            kept.insert(path.to_string_lossy().replace('\\', "/"), hash_of(&file)?);
        }
    }
    Ok(kept)
}

/// What the pages need without a network: the program, the decks as they were read, their pictures.
fn is_kept(path: &Path) -> bool {
    let kind = path.extension().and_then(|kind| kind.to_str()).unwrap_or_default();
    let is_part = path.starts_with("embed") && matches!(kind, "js" | "css" | "wasm" | "txt");
    let is_shown = matches!(kind, "deck" | "svg" | "png" | "webp" | "jpg" | "jpeg" | "gif" | "webmanifest");
    let is_others = pages::is_reader(path) || pages::is_for_frames(path) || pages::is_example(path);
    let is_picture_for_others = cards::is_card(path) || cards::is_icon(path);
    let is_beside = is_picture_for_others || path.starts_with("offline") || is_packed(path);
    (is_part || is_shown) && !is_others && !is_beside
}

fn hash_of(file: &Path) -> Result<String> {
    let bytes = fs::read(file).with_context(|| format!("can't read {}", file.display()))?;
    Ok(format!("sha256-{}", hash(&bytes)))
}

/// SHA-256 in base64.
pub fn hash(bytes: &[u8]) -> String {
    STANDARD.encode(Sha256::digest(bytes))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::scratch::Scratch;

    #[test]
    fn the_hash_is_as_browsers_reckon_it() {
        assert_eq!(hash(b""), "47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=");
    }

    #[test]
    fn pages_program_decks_and_pictures_are_kept() {
        let kept = |path: &str| is_kept(Path::new(path));
        assert!(
            ["embed/kurabe.js", "embed/1/kurabe.wasm", "a.ja.deck", "figures/a.svg"].into_iter().all(kept)
        );
        assert!(
            ![
                "embed.html",
                "embed/1/reader.wasm",
                "embed/frame.js",
                "a.md",
                "cards/ja/a.png",
                "icon-512.png",
                "slides/a/index.html",
                "embed/1/a.js.br"
            ]
            .into_iter()
            .any(kept)
        );
    }

    #[test]
    fn another_file_is_another_version() -> Result<()> {
        let scratch = Scratch::new("worker-test")?;
        let site = scratch.path();
        fs::create_dir_all(site.join("en"))?;
        let mut workers = Vec::new();
        for content in ["a", "b"] {
            for (_, page) in PAGES {
                fs::write(site.join(page), "<head></head>")?;
            }
            fs::write(site.join("a.svg"), content)?;
            write(site, true)?;
            workers.push(read(&site.join(NAME))?);
        }
        assert!(
            read(&site.join("en/index.html"))?
                .contains("<meta name=\"kurabe-worker\" content=\"../sw.js\"></head>")
        );
        let versions =
            workers.iter().map(|worker| worker.lines().find(|line| line.contains("const version")));
        assert_eq!(versions.clone().flatten().count(), 2);
        assert_ne!(workers[0], workers[1]);
        assert!(!workers[0].contains('@'));
        write(site, false)?;
        assert!(read(&site.join(NAME))?.contains("unregister"));
        Ok(())
    }
}
