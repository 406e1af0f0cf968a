//! The pages that Trunk doesn't build: each is written by hand and gets the links and scripts that Trunk wrote into the
//! Japanese page.

use anyhow::{Result, bail};

/// What stands in the hand-written page in place of the links.
const PLACE: &str = "<!-- built links -->";

/// The hand-written page `file` with the links of the built one, which lies beside it or one directory further up.
pub fn page(file: &str, written: &str, built: &str, is_below: bool) -> Result<String> {
    if !written.contains(PLACE) {
        bail!("`{file}` has no place for the links: `{PLACE}` in its head");
    }
    let elements = elements(built);
    let own = elements.iter().filter(|element| !element.contains("rel=\"alternate\""));
    let moved = own.map(|element| if is_below { one_down(element) } else { (*element).to_owned() });
    Ok(written.replace(PLACE, &moved.collect::<Vec<_>>().join("\n    ")))
}

/// The links and scripts of a page, in their order.
fn elements(page: &str) -> Vec<&str> {
    let mut found = Vec::new();
    let mut rest = page;
    while let Some(start) = ["<link ", "<script"].iter().filter_map(|tag| rest.find(tag)).min() {
        rest = &rest[start..];
        let end = if rest.starts_with("<link") { ">" } else { "</script>" };
        let length = rest.find(end).map_or(rest.len(), |at| at + end.len());
        found.push(&rest[..length]);
        rest = &rest[length..];
    }
    found
}

/// An element whose addresses are to be seen from a directory further down.
fn one_down(element: &str) -> String {
    element.replace("=\"./", "=\"../")
}

#[cfg(test)]
mod tests {
    use super::*;

    const BUILT: &str = "<head><link rel=\"alternate\" hreflang=\"en\" href=\"en/\"><title>a</title>\n\
        <link rel=\"icon\" href=\"./i.svg\"/> <script src=\"./b.js\" type=\"module\"></script>\
        <link id=\"kurabe-code\" href=\"./c.wasm\"></head><body><p><script>reload(\"./x\")</script></body>";

    #[test]
    fn built_links_and_scripts_come_along_and_lead_one_up() -> Result<()> {
        let written = "<head>\n    <!-- built links -->\n</head>";
        let below = page("a.html", written, BUILT, true)?;
        let expected = "<head>\n    <link rel=\"icon\" href=\"../i.svg\"/>\n    \
                        <script src=\"../b.js\" type=\"module\"></script>\n    \
                        <link id=\"kurabe-code\" href=\"../c.wasm\">\n    <script>reload(\"./x\")</script>\n</head>";
        assert_eq!(below, expected);
        assert_eq!(page("a.html", written, BUILT, false)?, expected.replace("\"../", "\"./"));
        Ok(())
    }

    #[test]
    fn a_page_without_a_place_is_an_error_that_shows_it() {
        let said = page("a.html", "<head></head>", BUILT, true)
            .err()
            .map(|error| error.to_string())
            .unwrap_or_default();
        assert!(said.contains("`a.html`") && said.contains("`<!-- built links -->`"), "{said}");
    }
}
