//! The cases of `tests/embed`: a folder a case, with the page that embeds (`page.html`, other files beside it) and
//! `case.txt`, which tells how the server behaves and what is to be seen, a line each. Each is run in Chromium and in
//! Firefox.

use crate::driver::Kind;
use crate::page::{Page, SEE};
use crate::settings;
use crate::site::{FOLDER, Site};
use std::path::{Path, PathBuf};

const WATCH: &str = include_str!("watch.js");

fn folder(case: &str) -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/embed").join(case)
}

/// The folder of the program's files in the site, with its last `/`.
fn program() -> String {
    let entries = std::fs::read_dir(settings::path("KURABE_DIST").join("embed")).expect("the site is built");
    let folder = entries.flatten().find(|entry| entry.path().is_dir()).expect("there is a version");
    format!("embed/{}/", folder.file_name().to_string_lossy())
}

/// Where a file lies in the site: a wasm in the folder of the program.
fn place(name: &str) -> String {
    let is_program = Path::new(name).extension().is_some_and(|kind| kind == "wasm");
    if is_program { program() + name } else { name.to_owned() }
}

/// The site with the page, and one of another origin.
struct Sites {
    own: Site,
    other: Site,
}

impl Sites {
    fn start(folder: &Path) -> Self {
        let sites = Self { own: Site::start(), other: Site::start() };
        for site in [&sites.own, &sites.other] {
            site.set_policy("");
            site.put("watch.js", format!("{SEE}{WATCH}"));
            site.put("icon.svg", r#"<svg xmlns="http://www.w3.org/2000/svg"/>"#);
            for file in std::fs::read_dir(folder).expect("a case").flatten() {
                let name = file.file_name().to_string_lossy().into_owned();
                let content = std::fs::read_to_string(file.path()).expect("a file of the case is text");
                site.put(&name, sites.named(&content));
            }
        }
        sites
    }

    /// A text with the addresses of the sites in it, and in a page the script that watches it.
    fn named(&self, text: &str) -> String {
        let [own, other] = [&self.own, &self.other].map(|site| format!("{}{FOLDER}", site.origin()));
        let text =
            text.replace("{here}", &own).replace("{elsewhere}", &other).replace("{program}", &program());
        text.replacen("<head>", &format!("<head><script src=\"{own}watch.js\"></script>"), 1)
    }
}

fn run(kind: Kind, case: &str) {
    let folder = folder(case);
    let sites = Sites::start(&folder);
    let text = std::fs::read_to_string(folder.join("case.txt")).expect("a case has a `case.txt`");
    let text = sites.named(&text);
    let lines = text.lines().filter(|line| !line.is_empty() && !line.starts_with('#'));
    let mut lines = lines.map(|line| (line, line.split_once(' ').unwrap_or((line, "")))).peekable();
    let mut place = String::new();
    while let Some((_, (word, rest))) = lines.next_if(|(_, (word, rest))| prepare(&sites, word, rest)) {
        if word == "at" {
            rest.clone_into(&mut place);
        }
    }
    let Sites { own, other } = sites;
    let page = Page::start_in(kind, own);
    page.browser.go_to(&page.site.address(&format!("{place}page.html")));
    for (line, (word, rest)) in lines {
        step(&page, &other, word, rest, line);
    }
}

/// What the servers are to do; false: the line is a step.
fn prepare(sites: &Sites, word: &str, rest: &str) -> bool {
    let site = &sites.own;
    match word {
        // The page lies in a folder below the site's.
        "at" => site.put_again("page.html", &format!("{rest}page.html")),
        "policy" => site.set_policy(rest),
        "lose" => site.lose(&place(rest)),
        "close" => sites.other.close(),
        "type" => {
            let (name, kind) = rest.split_once(' ').expect("a file and its type");
            site.set_type(&place(name), kind);
        }
        "truncate" => {
            // How much is left, in millionths.
            let (name, share) = rest.split_once(' ').expect("a file and a share");
            let (name, share) = (place(name), share.parse::<usize>().expect("a number"));
            let whole = std::fs::read(settings::path("KURABE_DIST").join(&name)).expect("a built file");
            site.put(&name, &whole[..whole.len() * share / 1_000_000]);
        }
        // The loader of a version whose folder is gone; browsers keep it.
        "stale" => {
            let loader = std::fs::read_to_string(settings::path("KURABE_DIST").join(rest)).expect("a loader");
            let folder = program();
            let version = folder.split('/').nth(1).expect("a version");
            site.put_to_keep(rest, loader.replace(version, "0.0.0-00000000"));
        }
        "large" => {
            let (name, bytes) = rest.split_once(' ').expect("a file and its size");
            site.put(name, "a ".repeat(bytes.parse::<usize>().expect("a number") / 2));
        }
        _ => return false,
    }
    true
}

fn step(page: &Page, other: &Site, word: &str, rest: &str, line: &str) {
    match word {
        "turn" => drop(page.value(&format!("see.turnTo({rest})"))),
        "run" => drop(page.value(&format!("void ({rest})"))),
        "wait" => page.wait_for(rest, line),
        "holds" => assert!(page.holds(rest), "{line}: {}", page.value("see.summary()")),
        "press" => page.press(rest),
        "click" => page.click(rest),
        "settle" => page.settle(),
        "find" => page.site.find(&place(rest)),
        "renew" => page.site.take_back(rest),
        "offline" => [&page.site, other].iter().for_each(|site| site.stop()),
        "asked" => assert!(asked(page, rest) > 0, "{line}: {:?}", page.site.asked()),
        "unasked" => assert_eq!(asked(page, rest), 0, "{line}: {:?}", page.site.asked()),
        "twice" => assert_eq!(asked(page, rest), 2, "{line}: {:?}", page.site.asked()),
        "once" => assert_eq!(asked(page, rest), 1, "{line}: {:?}", page.site.asked()),
        "quiet" => {
            assert_eq!(page.texts("watched"), [""; 0], "{line}");
            assert_eq!(page.browser.console(), [""; 0], "{line}");
        }
        _ => panic!("no such step: {line}"),
    }
}

/// How often a file was asked for.
fn asked(page: &Page, name: &str) -> usize {
    page.site.asked().iter().filter(|(path, _)| path.ends_with(name)).count()
}

/// Two tests a folder, one in each browser; one that has none fails in `each_folder_is_a_case`.
macro_rules! cases {
    ($($test:ident $folder:literal,)*) => {
        const CASES: &[&str] = &[$($folder),*];
        mod in_chromium {
            $(#[test] fn $test() { super::run(crate::driver::Kind::Chromium, $folder); })*
        }
        mod in_firefox {
            $(#[test] fn $test() { super::run(crate::driver::Kind::Firefox, $folder); })*
        }
    };
}

cases! {
    attributes_in_any_order "attributes",
    a_deck_in_a_closed_details "details",
    a_deck_in_another_document "adopted",
    a_loader_of_a_version_that_is_gone "stale-loader",
    a_page_in_place_of_the_deck "page-instead",
    a_page_with_a_colour_scheme "color-scheme",
    boxes_as_wide_as_their_content "shrink-to-fit",
    a_deck_of_six_megabytes "deck-6mb",
    a_deck_that_is_not_there "deck-404",
    hostile_styles "hostile-css",
    a_deck_within_anothers_component "nested",
    a_policy_without_wasm "policy-without-wasm",
    a_reader_that_is_not_there "reader-404",
    another_deck_in_a_frame "frame-other-deck",
    the_policy_that_is_documented "strict-policy",
    two_decks_and_the_keyboard "two-decks",
    wasm_that_is_not_there "wasm-404",
    wasm_as_plain_text "wasm-as-text",
    wasm_cut_off "wasm-truncated",
    wasm_cut_off_early "wasm-truncated-early",
    wasm_without_its_last_byte "wasm-truncated-late",
    a_deck_in_the_element_itself "inline",
    a_deck_of_a_closed_site "other-origin-closed",
    a_deck_of_another_site "other-origin",
    a_deck_of_another_site_under_a_policy "other-origin-policy",
    a_foreign_deck_in_a_frame "frame-foreign-deck",
    a_frame "frame",
    a_frame_and_its_language "frame-language",
    a_frame_of_another_site "frame-other-origin",
    a_frame_that_nobody_speaks_to "frame-alone",
    a_frame_without_an_origin "frame-sandboxed",
    a_loader_of_a_closed_site "loader-closed",
    messages_that_nobody_should_send "frame-messages",
    a_name_that_is_taken "name-taken",
    a_page_below_the_site "sub-path",
    a_page_that_is_printed "print",
    a_translation "translation",
    an_element_without_a_deck "no-source",
    elements_far_below "lazy",
    elements_moved_and_cloned "moved-and-cloned",
    hidden_and_scaled "scaled",
    no_network "offline",
    the_focus_in_an_element_far_below "hovered",
    two_loaders_in_a_page "two-loaders",
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
