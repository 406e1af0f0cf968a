//! Holds the rules of `ARCHITECTURE.md` against the code: who may import whom, where the outside
//! world may be named, and how files are written.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

/// The folders of `src` and what each may import: everything to its right in the chain of arrows.
const ARROWS: [(&str, &[&str]); 9] = [
    ("text", &[]),
    ("words", &["text"]),
    ("diagnostic", &["words", "text"]),
    ("model", &["words", "text"]),
    ("read", &["model", "diagnostic", "words", "text"]),
    ("analysis", &["model", "diagnostic", "words", "text"]),
    ("app", &["analysis", "model", "diagnostic", "words", "text"]),
    ("ui", &["app", "analysis", "model", "diagnostic", "words", "text"]),
    ("shell", &["ui", "app", "analysis", "read", "model", "diagnostic", "words", "text"]),
];

/// Names of the outside world and the files or folders that may say them.
const OUTSIDE: [(&str, &[&str]); 7] = [
    ("web_sys", &["src/shell.rs", "src/shell/", "src/ui/dom.rs"]),
    ("js_sys", &["src/shell.rs", "src/shell/", "src/ui/dom.rs"]),
    ("wasm_bindgen", &["src/shell.rs", "src/shell/", "src/ui/dom.rs"]),
    ("gloo", &["src/shell.rs", "src/shell/", "src/ui/dom.rs"]),
    ("yew", &["src/shell.rs", "src/shell/", "src/ui.rs", "src/ui/"]),
    ("pulldown_cmark", &["src/read/events.rs"]),
    ("unicode_normalization", &["src/text/unicode.rs"]),
];

/// No file is longer than this.
const MOST_LINES: usize = 400;

struct File {
    /// From the project's root, with `/`.
    path: String,
    text: String,
}

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// The files below a folder whose names end so, in order.
fn files(folder: &str, endings: &[&str]) -> Vec<File> {
    let mut paths = Vec::new();
    gather(&root().join(folder), &mut paths);
    paths.sort();
    let fits = |path: &PathBuf| path.extension().is_some_and(|end| endings.iter().any(|other| end == *other));
    paths
        .into_iter()
        .filter(fits)
        .map(|path| File {
            text: fs::read_to_string(&path).unwrap(),
            path: path.strip_prefix(root()).unwrap().to_str().unwrap().replace('\\', "/"),
        })
        .collect()
}

fn gather(folder: &Path, into: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).unwrap_or_else(|error| panic!("{}: {error}", folder.display())) {
        let path = entry.unwrap().path();
        if path.is_dir() { gather(&path, into) } else { into.push(path) }
    }
}

fn sources() -> Vec<File> {
    files("src", &["rs"])
}

impl File {
    /// The folder of `src` that the file belongs to: `src/read.rs` and `src/read/…` to `read`.
    fn folder(&self) -> &str {
        let below = self.path.strip_prefix("src/").unwrap();
        below.split(['/', '.']).next().unwrap()
    }

    /// How many modules lie around the file's content, the crate's root aside.
    fn depth(&self) -> usize {
        self.path.matches('/').count()
    }

    /// The code without comments, in one line: a path may be broken over several.
    fn code(&self) -> String {
        let lines = self.text.lines().map(str::trim).filter(|line| !line.starts_with("//"));
        let code: Vec<&str> =
            lines.map(|line| line.split_once(" // ").map_or(line, |(code, _)| code)).collect();
        code.join(" ").replace(":: ", "::").replace(" ::", "::").replace("{ ", "{")
    }

    /// The folders of the crate that the code names.
    fn imports(&self) -> BTreeSet<String> {
        let code = self.code();
        let from_root = code.match_indices("crate::").map(|(at, found)| at + found.len());
        let by_super = self.paths_out(&code);
        from_root.chain(by_super).flat_map(|at| names_at(&code[at..])).collect()
    }

    /// Where a chain of `super::` has come to the crate's root. Tests stand a module deeper.
    fn paths_out(&self, code: &str) -> Vec<usize> {
        let tests = code.find("#[cfg(test)]").unwrap_or(code.len());
        let chain = "super::".repeat(self.depth());
        let in_code = code[..tests].match_indices(&chain).map(|(at, chain)| at + chain.len());
        let deeper = "super::".repeat(self.depth() + 1);
        let in_tests = code[tests..].match_indices(&deeper).map(|(at, chain)| tests + at + chain.len());
        in_code.chain(in_tests).collect()
    }

    fn says(&self, name: &str) -> bool {
        let is_part = |c: char| c.is_ascii_alphanumeric() || c == '_';
        let code = self.code();
        code.match_indices(name).any(|(at, _)| !code[..at].ends_with(is_part))
    }

    fn is_in(&self, places: &[&str]) -> bool {
        places
            .iter()
            .any(|place| self.path == *place || (place.ends_with('/') && self.path.starts_with(place)))
    }
}

/// The first names of a path, or of all paths in `{…}`.
fn names_at(path: &str) -> Vec<String> {
    let word = |text: &str| {
        let end = text.find(|c: char| !(c.is_ascii_alphanumeric() || c == '_')).unwrap_or(text.len());
        text[..end].to_owned()
    };
    let Some(group) = path.strip_prefix('{') else { return vec![word(path)] };
    let mut depth = 1;
    let mut names = vec![word(group.trim_start())];
    for (at, c) in group.char_indices() {
        match c {
            '{' => depth += 1,
            '}' => depth -= 1,
            ',' if depth == 1 => names.push(word(group[at + 1..].trim_start())),
            _ => {}
        }
        if depth == 0 {
            break;
        }
    }
    names.retain(|name| !name.is_empty());
    names
}

/// The lines of text for each file that breaks a rule.
fn offenders(files: Vec<File>, broken: impl Fn(&File) -> Option<String>) -> Vec<String> {
    files.iter().filter_map(|file| broken(file).map(|what| format!("{}: {what}", file.path))).collect()
}

fn none(offenders: &[String]) {
    assert!(offenders.is_empty(), "\n{}", offenders.join("\n"));
}

#[test]
fn imports_are_found_however_they_are_written() {
    let file = |text: &str| File { path: "src/app/keys.rs".into(), text: text.into() };
    let found = |text: &str| file(text).imports().into_iter().collect::<Vec<_>>();
    assert_eq!(found("use crate::text::Span;"), ["text"]);
    assert_eq!(found("use crate::{text::{Span, Line}, words};"), ["text", "words"]);
    assert_eq!(found("let x = crate::\n  read::read(y); // crate::ui"), ["read"]);
    assert_eq!(found("use super::super::shell::X; use super::msg::Msg;"), ["shell"]);
    assert_eq!(
        found("#[cfg(test)] mod tests { use super::super::super::shell::X; use super::super::msg; }"),
        ["shell"]
    );
    assert!(file("use yew::X;").says("yew") && !file("let my_yew = 1;").says("yew"));
}

#[test]
fn arrows_run_one_way() {
    let others = ["main", "lib"];
    none(&offenders(sources(), |file| {
        if others.contains(&file.folder()) {
            return None;
        }
        let Some((own, allowed)) = ARROWS.iter().find(|(folder, _)| *folder == file.folder()) else {
            return Some("is in no folder that the arrows know".to_owned());
        };
        let is_wrong = |name: &String| name != own && !allowed.contains(&name.as_str());
        let wrong: Vec<String> = file.imports().into_iter().filter(is_wrong).collect();
        (!wrong.is_empty()).then(|| format!("imports {}", wrong.join(", ")))
    }));
}

#[test]
fn the_entry_knows_the_shell_alone() {
    let main = sources().into_iter().find(|file| file.path == "src/main.rs").unwrap();
    let code = main.code();
    let named = code.match_indices("kurabe::").flat_map(|(at, found)| names_at(&code[at + found.len()..]));
    assert!(named.into_iter().all(|name| name == "shell"), "{code}");
}

#[test]
fn the_outside_world_is_named_in_its_places_alone() {
    for (name, places) in OUTSIDE {
        none(&offenders(sources(), |file| {
            (file.says(name) && !file.is_in(places)).then(|| format!("names `{name}`"))
        }));
    }
}

/// Places that a rule names must exist, or the rule holds nothing.
#[test]
fn the_rules_speak_of_files_that_exist() {
    let paths: Vec<String> = sources().into_iter().map(|file| file.path).collect();
    for (name, places) in OUTSIDE {
        let is_used = sources().iter().any(|file| file.is_in(places) && file.says(name));
        assert!(is_used, "nothing names `{name}` any more");
    }
    for (folder, _) in ARROWS {
        assert!(paths.contains(&format!("src/{folder}.rs")), "there is no folder `{folder}`");
    }
}

/// A strict content security policy blocks the attribute.
#[test]
fn no_widget_has_a_style_attribute() {
    let widgets = || sources().into_iter().filter(|file| ["ui", "shell"].contains(&file.folder()));
    none(&offenders(widgets().collect(), |file| {
        let is_name = |c: char| c.is_ascii_alphanumeric() || c == '_' || c == '-';
        let code = file.code();
        let is_attribute = code.match_indices("style=").any(|(at, _)| !code[..at].ends_with(is_name));
        let is_set = ["{style}", "\"style\""].iter().any(|form| code.contains(form));
        (is_attribute || is_set).then(|| "has a `style` attribute".to_owned())
    }));
}

/// What reads a text as HTML. Pages with Trusted Types refuse these, and a deck's text could become elements by them.
const HTML_SINKS: [&str; 18] = [
    "innerHTML",
    "outerHTML",
    "insertAdjacentHTML",
    "insert_adjacent_html",
    "set_inner_html",
    "set_outer_html",
    "DOMParser",
    "DomParser",
    "setHTML",
    "set_html",
    "parseHTMLUnsafe",
    "createContextualFragment",
    "create_contextual_fragment",
    "document.write",
    "srcdoc",
    "from_html_unchecked",
    "from_raw_html",
    "VRaw",
];

#[test]
fn no_text_is_read_as_html() {
    none(&offenders(files("src", &["rs", "js"]), |file| {
        let named = HTML_SINKS.iter().find(|sink| file.text.contains(**sink));
        named.map(|sink| format!("names `{sink}`"))
    }));
}

/// Nothing below the shell reads a clock: the day comes in as a message.
#[test]
fn no_clock_is_read() {
    none(&offenders(sources(), |file| {
        let clocks = ["SystemTime", "Instant", "Date::now"];
        clocks
            .iter()
            .find(|clock| file.folder() != "shell" && file.says(clock))
            .map(|clock| format!("reads {clock}"))
    }));
}

#[test]
fn every_file_says_what_it_decides() {
    let folders = ["src", "tests", "xtask/src"];
    let all = folders.iter().flat_map(|folder| files(folder, &["rs"])).collect();
    none(&offenders(all, |file| {
        (!file.text.starts_with("//! ")).then(|| "has no `//!` at its top".to_owned())
    }));
}

#[test]
fn no_file_is_long() {
    let folders = ["src", "tests", "xtask/src", "styles"];
    let all = folders.iter().flat_map(|folder| files(folder, &["rs", "css", "js"]));
    none(&offenders(all.collect(), |file| {
        let lines = file.text.lines().count();
        (lines > MOST_LINES).then(|| format!("has {lines} lines, more than {MOST_LINES}"))
    }));
}

/// The contrast of the side colours is computed against the paper that the style sheet draws.
#[test]
fn the_paper_of_the_palette_is_that_of_the_style_sheet() {
    use kurabe::app::palette::{PAPER_DARK, PAPER_LIGHT, css};
    let path = root().join("styles/tokens.css");
    let style = fs::read_to_string(&path).unwrap_or_else(|_| panic!("there is no {}", path.display()));
    let papers: Vec<&str> =
        style.lines().map(str::trim).filter(|line| line.starts_with("--paper:")).collect();
    let expected = format!("--paper: light-dark({}, {});", css(PAPER_LIGHT), css(PAPER_DARK));
    assert!(papers.contains(&expected.as_str()), "{papers:?} lacks {expected}");
}
