//! Decks of the site's own pages, read and drawn at build time. A page of a release names such a deck beside the
//! Markdown, so that the program that reads Markdown needn't be loaded; and it has all slides in it, which are seen until
//! the program is there. While decks are being written they come as Markdown.

use std::path::Path;
use std::{env, fs};

use anyhow::{Context, Result};

use super::packed::packed;
use super::{FRAME_PAGE, embed};
use crate::run::{native_cargo, output, run};
use crate::today::today;
use crate::{dist, paths};

/// What stands before the name of a page's deck.
const SOURCE: &str = "<kurabe-deck page src=\"";
/// What stands before the name of the deck as it was read.
const COMPILED: &str = " data-compiled=";
const ENDING: &str = ".md";
const END: &str = "</kurabe-deck>";
/// The deck as text begins behind this.
const DATA: &str = "<script type=\"text/plain\" data-deck=\"\">";

/// Whether this build is a release; Trunk says so.
pub fn is_release() -> bool {
    env::var_os("TRUNK_PROFILE").is_some_and(|profile| profile == "release")
}

/// Reads the deck of the page at `file`, names it there and draws it. A page whose deck is not ours stays as it is, and
/// one that may show any deck has none drawn.
pub fn put_into(site: &Path, file: &str) -> Result<()> {
    let page = super::read(&site.join(file))?;
    let Some(address) = address(&page) else { return Ok(()) };
    let name = address.trim_start_matches("../");
    let written = site.join(name);
    if !paths::root().join("content").join(name).is_file() {
        return Ok(());
    }
    let mut page = named(&page, &address);
    let made = draw(&written, &site.join(compiled_name(name)), &address)?;
    if file != FRAME_PAGE {
        page = with_slides(&page, &made)?;
        add_styles(site, &prerender(&written, &["--styles"])?)?;
    }
    embed::write(&site.join(file), page.as_bytes())
}

/// What keeps the speaker's notes out of a site, if it is `off`.
pub const NOTES: &str = "KURABE_NOTES";

/// Takes the notes out of the site's decks, if that is asked for.
pub fn take_notes_out(site: &Path) -> Result<()> {
    if env::var_os(NOTES).is_none_or(|value| value != "off") {
        return Ok(());
    }
    for file in dist::files(site)?.iter().filter(|file| is_deck(site, file)) {
        let program = ["run", "--quiet", "--package", "kurabe-reader", "--bin", "kurabe-read", "--"];
        run(native_cargo(&program).arg("--without-notes").arg(file).arg(file))
            .with_context(|| format!("{} has kept its notes", file.display()))?;
    }
    Ok(())
}

/// Decks lie at the top of the site.
fn is_deck(site: &Path, file: &Path) -> bool {
    file.parent() == Some(site) && file.extension().is_some_and(|kind| kind == "md")
}

/// Where `early.js` belongs among the slides.
const EARLY: &str = "<!--early-->";
/// The id of its element.
const EARLY_ID: &str = "kurabe-early";

/// The slides of a page are seen through this from the beginning. A browser that doesn't know it has it from the program.
const SLOT: &str = "<template shadowrootmode=\"open\"><slot></slot></template>";

/// A deck as pages have it.
pub struct Drawn {
    /// Its slides in HTML, with a place for `early.js`.
    slides: String,
    /// What was read, as text.
    pub deck: String,
}

impl Drawn {
    /// What stands in the page's element: the slides with the script in its place.
    pub fn with_script(&self, script: &str) -> String {
        [SLOT, &self.slides.replacen(EARLY, script, 1)].concat()
    }
}

/// Reads the deck in `file`, which pages find at `address`, into the file `out`, and draws it.
pub fn draw(file: &Path, out: &Path, address: &str) -> Result<Drawn> {
    let program = ["run", "--quiet", "--package", "kurabe-reader", "--bin", "kurabe-read", "--"];
    run(native_cargo(&program).arg(file).arg(out))
        .with_context(|| format!("{} could not be read", file.display()))?;
    let deck = fs::read(out).with_context(|| format!("can't read {}", out.display()))?;
    Ok(Drawn { slides: prerender(file, &["--page", address])?, deck: packed(&deck) })
}

/// What `kurabe-prerender` prints for a deck.
fn prerender(deck: &Path, wanted: &[&str]) -> Result<String> {
    let program = ["run", "--quiet", "--package", "kurabe-prerender", "--"];
    let printed = output(native_cargo(&program).arg(deck).arg(today()).args(wanted));
    printed.with_context(|| format!("{} could not be drawn", deck.display()))
}

/// What the page loads for its program. It stands behind all that is to be seen, so that it comes when that is there.
const LATE: [(&str, &str); 3] = [
    ("<link rel=\"modulepreload\"", ">"),
    ("<link rel=\"preload\" as=\"fetch\"", ">"),
    ("<script type=\"module\"", "</script>"),
];

/// The page with the slides in place of what stands in its element, and among them the script that moves them.
/// Then come the deck as text and the program.
fn with_slides(page: &str, drawn: &Drawn) -> Result<String> {
    let start = page.find(SOURCE).and_then(|start| Some(start + page[start..].find('>')? + 1));
    let start = start.context("the page has no deck")?;
    let (head, rest) = page.split_at(start);
    let (_, rest) = rest.split_once(END).context("the page's deck has no end")?;
    let script = early_script(head).context("the page has no style sheet")?;
    let (head, late) = parted(head);
    let added = format!("<link rel=\"preload\" as=\"script\" href=\"{script}\"></head>");
    let head = head.replacen("</head>", &added, 1);
    let slides = drawn.with_script(&format!("<script id=\"{EARLY_ID}\" src=\"{script}\"></script>"));
    Ok(format!("{head}{slides}{END}{DATA}{}</script>{late}{rest}", drawn.deck))
}

/// A page that has its slides in it, with those of another deck in their place.
pub fn redrawn(page: &str, drawn: &Drawn) -> Result<String> {
    let start = page.find(SOURCE).and_then(|start| Some(start + page[start..].find('>')? + 1));
    let (head, rest) = page.split_at(start.context("the page has no deck")?);
    let (old, rest) = rest.split_once(END).context("the page's deck has no end")?;
    let script = dist::between(old, "<script", "</script>").context("the page has no script in its deck")?;
    let slides = drawn.with_script(&["<script", script, "</script>"].concat());
    let behind = rest.split_once(DATA).context("the page has no deck behind its slides")?;
    let (_, tail) = behind.1.split_once("</script>").context("the page's data have no end")?;
    Ok([head, &slides, END, behind.0, DATA, &drawn.deck, "</script>", tail].concat())
}

/// The head without what comes late, and that.
fn parted(head: &str) -> (String, String) {
    let (mut head, mut late) = (head.to_owned(), String::new());
    for (start, end) in LATE {
        while let Some(at) = head.find(start) {
            let length = head[at..].find(end).map_or(head.len() - at, |length| length + end.len());
            // What is minified later is the head alone, and in this place a slash is one too many.
            late += &head[at..at + length].replace(" />", ">").replace("/>", ">");
            head.replace_range(at..at + length, "");
        }
    }
    (head, late)
}

/// The script lies beside the style sheet.
fn early_script(head: &str) -> Option<String> {
    let (before, _) = head.split_once("kurabe.css\"")?;
    let (_, folder) = before.rsplit_once("href=\"")?;
    Some(format!("{folder}early.js"))
}

/// Adds the deck's colours to the style sheet, unless it has them.
fn add_styles(site: &Path, rules: &str) -> Result<()> {
    let sheets = dist::files(site)?;
    let sheet = sheets.iter().find(|file| file.ends_with("kurabe.css")).context("there is no style sheet")?;
    let text = super::read(sheet)?;
    if text.contains(rules) {
        Ok(())
    } else {
        embed::write(sheet, [text.as_str(), rules].concat().as_bytes())
    }
}

/// The address of the page's deck, if it is Markdown.
fn address(page: &str) -> Option<String> {
    let (address, _) = page.split_once(SOURCE)?.1.split_once('"')?;
    address.ends_with(ENDING).then(|| address.to_owned())
}

fn compiled_name(name: &str) -> String {
    format!("{}.deck", name.trim_end_matches(ENDING))
}

/// The page with the name of the deck that has been read.
fn named(page: &str, address: &str) -> String {
    let source = format!("{SOURCE}{address}\"");
    page.replace(&source, &format!("{source}{COMPILED}\"{}\"", compiled_name(address)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_page_names_its_deck_twice() {
        let page = "<body><kurabe-deck page src=\"../a.en.md\"><p>";
        let address = address(page).unwrap_or_default();
        assert_eq!(address, "../a.en.md");
        let expected = "<body><kurabe-deck page src=\"../a.en.md\" data-compiled=\"../a.en.deck\"><p>";
        assert_eq!(named(page, &address), expected);
        assert_eq!(super::address("<kurabe-deck page src=\"a.deck\">"), None);
    }

    #[test]
    fn slides_stand_in_the_page_and_the_program_comes_later() -> Result<()> {
        let page = "<head><link rel=\"stylesheet\" href=\"../e/kurabe.css\"/>\
                    <link rel=\"modulepreload\" href=\"g.js\" /><script type=\"module\" src=\"../kurabe.js\"></script></head>\
                    <kurabe-deck page src=\"a.md\"><p>b</p></kurabe-deck><p>";
        let drawn = Drawn { slides: "<div>c</div><!--early--><i></i>".into(), deck: "KRB".into() };
        let made = with_slides(page, &drawn)?;
        let expected = "<head><link rel=\"stylesheet\" href=\"../e/kurabe.css\"/>\
                        <link rel=\"preload\" as=\"script\" href=\"../e/early.js\"></head>\
                        <kurabe-deck page src=\"a.md\"><template shadowrootmode=\"open\"><slot></slot></template><div>c</div><script id=\"kurabe-early\" src=\"../e/early.js\"></script><i></i></kurabe-deck>\
                        <script type=\"text/plain\" data-deck=\"\">KRB</script><link rel=\"modulepreload\" href=\"g.js\"><script type=\"module\" src=\"../kurabe.js\"></script><p>";
        assert_eq!(made, expected);
        assert!(with_slides("<p>", &drawn).is_err());
        let other = Drawn { slides: "<div>d</div><!--early--><i></i>".into(), deck: "KRC".into() };
        assert_eq!(redrawn(&made, &other)?, expected.replace(">c<", ">d<").replace("KRB", "KRC"));
        assert!(redrawn(page, &other).is_err());
        Ok(())
    }
}
