//! Puts the styles and `early.js` into the pages that have slides in them, so that nothing is painted a round trip later
//! than it could be, and writes the content security policy that allows just these two: into `policy.txt`, and into
//! `_headers` for hosts that read it.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result, ensure};

use super::heads::PAGES;
use super::publish::between;
use super::worker::hash;
use crate::pages;

const STYLE: &str = "kurabe.css";
const SCRIPT: &str = "early.js";

/// The policy, where it can be read.
pub const POLICY: &str = "policy.txt";

/// Changes the pages and writes the files. The version must have its name.
pub fn write(site: &Path) -> Result<()> {
    let folder = pages::program_folder(site)?;
    let version = folder.file_name().unwrap_or_default().to_string_lossy().into_owned();
    let [style, script] = [STYLE, SCRIPT].map(|name| read(&folder.join(name)));
    let (style, script) = (style?, script?);
    for page in &PAGES {
        let file = site.join(page.file);
        let text = read(&file)?;
        let made = inlined(&text, &version, &style, &script).with_context(|| page.file.to_owned())?;
        put(&file, &made)?;
    }
    // No page asks for it any more.
    fs::remove_file(folder.join(SCRIPT)).with_context(|| format!("can't remove `{SCRIPT}`"))?;
    let policy = policy(&style, &script);
    put(&site.join(POLICY), &format!("{policy}\n"))?;
    put(&site.join("_headers"), &headers(&policy))
}

/// The page with both in it.
fn inlined(page: &str, version: &str, style: &str, script: &str) -> Result<String> {
    ensure!(!style.contains("</style"), "the style sheet would end its element");
    ensure!(!script.contains("</script") && !script.contains("<!--"), "`{SCRIPT}` would end its element");
    let style = format!("<style data-version=\"{version}\">{style}</style>");
    let page = replaced(page, ["<link rel=\"stylesheet\"", STYLE, ">"], &style)?;
    let page = replaced(&page, ["<link rel=\"preload\" as=\"script\"", SCRIPT, ">"], "")?;
    // The element keeps its id.
    let start = page.find("<script id=").context("no `early.js`")?;
    let (before, element) = page.split_at(start);
    let element = replaced(element, [" src=\"", SCRIPT, "</script>"], &format!(">{script}</script>"))?;
    Ok([before, &element].concat())
}

/// The text with something else in place of the first piece that begins and ends so. It must be about `name`.
fn replaced(text: &str, [start, name, end]: [&str; 3], new: &str) -> Result<String> {
    let found = between(text, start, end).with_context(|| format!("no `{start}`"))?;
    ensure!(found.contains(name), "`{start}{found}{end}` isn't about `{name}`");
    Ok(text.replacen(&[start, found, end].concat(), new, 1))
}

/// All that the site needs, and the two by their hashes.
fn policy(style: &str, script: &str) -> String {
    let [style, script] = [style, script].map(|text| format!("'sha256-{}'", hash(text.as_bytes())));
    format!(
        "default-src 'none'; script-src 'self' 'wasm-unsafe-eval' {script}; style-src 'self' {style}; img-src 'self'; \
         connect-src 'self'; manifest-src 'self'; worker-src 'self'; base-uri 'none'; form-action 'none'"
    )
}

/// As Cloudflare Pages and Netlify read them. Where a file has two rules for a header, the first hands both on; `!` takes
/// the earlier away there, and the other takes the line for nothing.
fn headers(policy: &str) -> String {
    format!(
        "/*\n  Cache-Control: no-cache\n  Access-Control-Allow-Origin: *\n  Content-Security-Policy: {policy}\n\
         /embed/:version/*\n  ! Cache-Control\n  Cache-Control: public, max-age=31536000, immutable\n"
    )
}

fn read(file: &Path) -> Result<String> {
    fs::read_to_string(file).with_context(|| format!("can't read {}", file.display()))
}

fn put(file: &Path, text: &str) -> Result<()> {
    fs::write(file, text).with_context(|| format!("can't write {}", file.display()))
}

#[cfg(test)]
mod tests {
    use super::*;

    const PAGE: &str = "<head><link rel=\"alternate\" href=\"en/\"><link rel=\"stylesheet\" href=\"./embed/1/kurabe.css\"/>\
                        <link rel=\"preload\" as=\"script\" href=\"./embed/1/early.js\"></head><p>\
                        <script id=\"e\" src=\"./embed/1/early.js\"></script><script type=\"module\" src=\"./embed/kurabe.js\"></script>";

    #[test]
    fn styles_and_script_stand_in_the_page() -> Result<()> {
        let made = inlined(PAGE, "1", "a{b:c}", "d()")?;
        let expected = "<head><link rel=\"alternate\" href=\"en/\"><style data-version=\"1\">a{b:c}</style></head><p>\
                        <script id=\"e\">d()</script><script type=\"module\" src=\"./embed/kurabe.js\"></script>";
        assert_eq!(made, expected);
        assert!(inlined(&made, "1", "a{b:c}", "d()").is_err(), "they are there already");
        assert!(inlined(PAGE, "1", "a{b:'</style>'}", "d()").is_err());
        assert!(inlined(PAGE, "1", "a{b:c}", "'</script>'").is_err());
        Ok(())
    }

    #[test]
    fn the_policy_names_what_stands_in_the_page() {
        // SHA-256 of nothing, in base64.
        let empty = "'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU='";
        let policy = policy("", "");
        assert_eq!(policy.matches(empty).count(), 2, "{policy}");
        assert!(headers(&policy).contains(&format!("  Content-Security-Policy: {policy}\n")));
    }
}
