//! The cases of `tests/embed`: a folder a case, with the page that embeds (`page.html`, other files beside it) and
//! `case.txt`, which tells how the server behaves and what is to be seen, a line each.

use crate::page::Page;
use crate::settings;
use crate::site::Site;
use std::path::{Path, PathBuf};

fn folder(case: &str) -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/embed").join(case)
}

/// The folder of the program's files in the site, with its last `/`.
fn program() -> String {
    let entries = std::fs::read_dir(settings::path("KURABE_DIST").join("embed")).expect("the site is built");
    let folder = entries.flatten().find(|entry| entry.path().is_dir()).expect("there is a version");
    format!("embed/{}/", folder.file_name().to_string_lossy())
}

fn run(case: &str) {
    let folder = folder(case);
    let text = std::fs::read_to_string(folder.join("case.txt")).expect("a case has a `case.txt`");
    let site = Site::start();
    site.set_policy("");
    put_files(&site, &folder);
    let lines = || text.lines().filter(|line| !line.is_empty() && !line.starts_with('#'));
    let parts = |line: &'_ str| -> (String, String) {
        let (word, rest) = line.split_once(' ').unwrap_or((line, ""));
        (word.to_owned(), rest.to_owned())
    };
    let mut lines = lines().map(|line| (line, parts(line))).peekable();
    while lines.next_if(|(_, (word, rest))| prepare(&site, word, rest)).is_some() {}
    let page = Page::load(site, "page.html");
    for (line, (word, rest)) in lines {
        step(&page, &word, &rest, line);
    }
}

/// The files of the case, beside the page.
fn put_files(site: &Site, folder: &Path) {
    for file in std::fs::read_dir(folder).expect("a case").flatten() {
        let name = file.file_name().to_string_lossy().into_owned();
        site.put(&name, std::fs::read(file.path()).expect("a file of the case"));
    }
}

/// What the server is to do; false: the line is a step.
fn prepare(site: &Site, word: &str, rest: &str) -> bool {
    let place = |name: &str| if name == "kurabe.wasm" { program() + name } else { name.to_owned() };
    match word {
        "policy" => site.set_policy(rest),
        "lose" => site.lose(&place(rest)),
        "type" => {
            let (name, kind) = rest.split_once(' ').expect("a file and its type");
            site.set_type(&place(name), kind);
        }
        "truncate" => {
            let name = place(rest);
            let whole = std::fs::read(settings::path("KURABE_DIST").join(&name)).expect("a built file");
            site.put(&name, &whole[..whole.len() / 2]);
        }
        "large" => {
            let (name, bytes) = rest.split_once(' ').expect("a file and its size");
            site.put(name, "a ".repeat(bytes.parse::<usize>().expect("a number") / 2));
        }
        _ => return false,
    }
    true
}

fn step(page: &Page, word: &str, rest: &str, line: &str) {
    match word {
        "turn" => drop(page.value(&format!("see.turnTo({rest})"))),
        "run" => drop(page.value(&format!("void ({rest})"))),
        "wait" => page.wait_for(rest, line),
        "holds" => assert!(page.holds(rest), "{line}: {}", page.value("see.summary()")),
        "press" => page.press(rest),
        "click" => page.click(rest),
        "settle" => page.settle(),
        "asked" => assert!(asked(page, rest), "{line}: {:?}", page.site.asked()),
        "unasked" => assert!(!asked(page, rest), "{line}: {:?}", page.site.asked()),
        "quiet" => assert_eq!(page.browser.console(), [""; 0], "{line}"),
        _ => panic!("no such step: {line}"),
    }
}

fn asked(page: &Page, name: &str) -> bool {
    page.site.asked().iter().any(|(path, _)| path.ends_with(name))
}

/// A test a folder; one that has none fails in `each_folder_is_a_case`.
macro_rules! cases {
    ($($test:ident $folder:literal,)*) => {
        const CASES: &[&str] = &[$($folder),*];
        $(#[test] fn $test() { run($folder); })*
    };
}

cases! {
    attributes_in_any_order "attributes",
    a_deck_in_a_closed_details "details",
    a_deck_of_six_megabytes "deck-6mb",
    a_deck_that_is_not_there "deck-404",
    hostile_styles "hostile-css",
    a_deck_within_anothers_component "nested",
    a_policy_without_wasm "policy-without-wasm",
    the_policy_that_is_documented "strict-policy",
    two_decks_and_the_keyboard "two-decks",
    wasm_that_is_not_there "wasm-404",
    wasm_as_plain_text "wasm-as-text",
    wasm_cut_off "wasm-truncated",
}

#[test]
fn each_folder_is_a_case() {
    let folders = std::fs::read_dir(folder("")).expect("the cases").flatten();
    let mut names: Vec<String> =
        folders.map(|entry| entry.file_name().to_string_lossy().into_owned()).collect();
    names.sort();
    let mut cases = CASES.to_vec();
    cases.sort_unstable();
    assert_eq!(names, cases);
}
