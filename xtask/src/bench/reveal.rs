//! reveal.js as an author sets it up who has a Markdown file: its files as npm has them, a theme of its own, its plugin
//! for Markdown, and the talk in a file beside the page. Nothing else of reveal.js is loaded, so its page is as light
//! as it can be without a build of one's own. The theme is the light one that has no fonts in it: the usual ones bring
//! half a megabyte of them, which Japanese texts have no use for.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result};

use crate::test::package;

const PACKAGE: (&str, &str) = ("reveal.js", "6.0.2");
const STYLES: [&str; 3] = ["dist/reset.css", "dist/reveal.css", "dist/theme/serif.css"];
const SCRIPTS: [&str; 2] = ["dist/reveal.js", "dist/plugin/markdown.js"];

/// Name and version.
pub fn version() -> String {
    [PACKAGE.0, PACKAGE.1].join(" ")
}

/// Copies what a page needs into `folder`.
pub fn write_files(folder: &Path) -> Result<()> {
    let (name, version) = PACKAGE;
    let package = package(name, version, |_| Ok(()))?;
    for file in STYLES.into_iter().chain(SCRIPTS) {
        let place = folder.join(file);
        fs::create_dir_all(place.parent().unwrap_or(folder))
            .context("can't create the folder of reveal.js")?;
        fs::copy(package.join(file), &place).with_context(|| format!("{name} has no `{file}`"))?;
    }
    Ok(())
}

/// A page beside those files that shows the Markdown at `deck`.
pub fn page(deck: &str) -> String {
    let styles = STYLES.map(|file| format!("<link rel=\"stylesheet\" href=\"{file}\">")).concat();
    let scripts = SCRIPTS.map(|file| format!("<script src=\"{file}\"></script>")).concat();
    format!(
        "<!doctype html><html lang=\"ja\"><meta charset=\"utf-8\"><meta name=\"viewport\" content=\"width=device-width\">\
         <link rel=\"icon\" href=\"data:,\"><title>GKEとEKS</title>\
         {styles}<div class=\"reveal\"><div class=\"slides\">\
         <section data-markdown=\"{deck}\" data-separator=\"^\\n---\\n$\"></section></div></div>{scripts}\
         <script>Reveal.initialize({{ plugins: [RevealMarkdown] }});</script>"
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_plugin_comes_before_it_is_used() {
        let page = page("../a.md");
        assert!(page.contains("data-markdown=\"../a.md\"") && page.contains("^\\n---\\n$"), "{page}");
        assert!(page.find("plugin/markdown.js") < page.find("Reveal.initialize"), "{page}");
    }
}
