//! Serves the site as `docs/hosting.md` has it: in a sub-path, packed in brotli, with the rules for caches, the strict
//! policy, and `404.html` for what isn't there.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};
use kurabe_server::{Answer, Request, Server, media_type};

use crate::dist::POLICY;

/// The folder in which the site lies.
pub const FOLDER: &str = "/talk/";

/// Serves the site as long as the server is kept.
pub fn serve(site: &Path) -> Result<Server> {
    let site = site.to_owned();
    let policy = fs::read_to_string(site.join(POLICY)).context("the site has no policy")?;
    Server::start(move |request| answer(&site, policy.trim_end(), request)).context("can't start a server")
}

fn answer(site: &Path, policy: &str, request: &Request) -> Answer {
    let path = request.target.split(['?', '#']).next().unwrap_or_default();
    let found = path.strip_prefix(FOLDER).and_then(|name| file(site, &decoded(name)));
    let (status, file) = found.map_or((404, site.join("404.html")), |file| (200, file));
    let packed = PathBuf::from(format!("{}.br", file.display()));
    let takes_brotli = request.header("Accept-Encoding").is_some_and(|value| value.contains("br"));
    let is_packed = takes_brotli && packed.is_file();
    let body = fs::read(if is_packed { &packed } else { &file }).unwrap_or_default();
    let answer = Answer::new(status, media_type(&file.to_string_lossy()), body)
        .with("Cache-Control", cache_rule(path))
        .with("Access-Control-Allow-Origin", "*")
        .with("Content-Security-Policy", policy);
    if is_packed { answer.with("Content-Encoding", "br") } else { answer }
}

/// The file that an address names, from the site on.
fn file(site: &Path, name: &str) -> Option<PathBuf> {
    if name.split('/').any(|part| part == "..") {
        return None;
    }
    let index = if name.is_empty() || name.ends_with('/') { "index.html" } else { "" };
    Some(site.join(format!("{name}{index}"))).filter(|file| file.is_file())
}

/// The files of a version never change.
fn cache_rule(path: &str) -> &'static str {
    let in_folder = path.split_once("/embed/").is_some_and(|(_, rest)| rest.contains('/'));
    if in_folder { "public, max-age=31536000, immutable" } else { "no-cache" }
}

/// Percent-decoded; a `%` without two digits stays.
pub fn decoded(text: &str) -> String {
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text.as_bytes();
    while let [first, behind @ ..] = rest {
        let digits = behind.get(..2).and_then(|digits| std::str::from_utf8(digits).ok());
        let byte = digits.filter(|_| *first == b'%').and_then(|digits| u8::from_str_radix(digits, 16).ok());
        bytes.push(byte.unwrap_or(*first));
        rest = if byte.is_some() { &behind[2..] } else { behind };
    }
    String::from_utf8_lossy(&bytes).into_owned()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::scratch::Scratch;

    #[test]
    fn addresses_are_decoded_and_lead_nowhere_outside() -> Result<()> {
        let scratch = Scratch::new("hosting-test")?;
        let folder = scratch.path().join("slides/比べ");
        fs::create_dir_all(&folder)?;
        fs::write(folder.join("index.html"), "")?;
        let named = |name: &str| file(scratch.path(), &decoded(name));
        assert_eq!(named("slides/%E6%AF%94%E3%81%B9/"), Some(folder.join("index.html")));
        assert_eq!([named("slides/"), named("../hosting-test"), named("%2e%2e/a")], [None, None, None]);
        assert_eq!(decoded("100%&%4x"), "100%&%4x");
        Ok(())
    }

    #[test]
    fn what_never_changes_is_kept() {
        assert!(cache_rule("/talk/embed/0.1.0-ab/kurabe.css").contains("immutable"));
        assert!(["/talk/", "/talk/embed/kurabe.js"].iter().all(|path| cache_rule(path) == "no-cache"));
    }
}
