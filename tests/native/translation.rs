//! A deck and its translations, found by their front matter, say the same in the same order: only
//! the wording differs. All differences are named, with file and line of both decks.

mod differences;
mod told;

use differences::differences;
use kurabe::diagnostic::plain::print;
use kurabe::model::deck::Deck;
use kurabe::read::read;
use kurabe::words::Language;
use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};
use told::Told;

/// Japanese that stands in a deck of another language on purpose: the title of the original talk.
const JAPANESE: [&str; 1] = ["GKEとEKS"];

fn content() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("content")
}

/// All shipped decks by the names of their files.
fn texts() -> BTreeMap<String, String> {
    let paths = std::fs::read_dir(content()).unwrap().map(|entry| entry.unwrap().path());
    let decks = paths.filter(|path| path.extension().is_some_and(|ending| ending == "md"));
    let name = |path: &Path| path.file_name().unwrap().to_str().unwrap().to_owned();
    decks.map(|path| (name(&path), std::fs::read_to_string(&path).unwrap())).collect()
}

/// Two files of one deck, in the order of their names, each pair once.
fn pairs(texts: &BTreeMap<String, String>) -> BTreeSet<(String, String)> {
    let mut pairs = BTreeSet::new();
    for (file, text) in texts {
        for (_, other) in read(text).value.about.translations {
            assert!(texts.contains_key(&other), "{file} names the translation {other}, which is missing");
            pairs.insert(if *file < other { (file.clone(), other) } else { (other, file.clone()) });
        }
    }
    assert!(!pairs.is_empty(), "no deck has a translation");
    pairs
}

fn told(texts: &BTreeMap<String, String>, file: &str) -> Told {
    Told::new(file, &texts[file])
}

// The shipped decks.

#[test]
fn a_deck_and_its_translation_say_the_same() {
    let texts = texts();
    for (file, other) in pairs(&texts) {
        let (left, right) = (told(&texts, &file), told(&texts, &other));
        assert!(left.deck.slides.len() > 10, "{file} has hardly any slides");
        let found = differences(&left, &right);
        assert!(found.is_empty(), "{} differences:\n{}", found.len(), found.join("\n"));
    }
}

#[test]
fn translations_name_each_other_by_their_languages() {
    let texts = texts();
    let names = |deck: &Deck, other: &Deck, file: &str| {
        let lang = other.about.lang.clone().unwrap();
        deck.about.translations.contains(&(lang, file.to_owned()))
    };
    for (file, other) in pairs(&texts) {
        let (left, right) = (read(&texts[&file]).value, read(&texts[&other]).value);
        assert_ne!(left.about.lang, right.about.lang, "{file}, {other}");
        assert!(names(&left, &right, &other), "{file} doesn't name {other} by its language");
        assert!(names(&right, &left, &file), "{other} doesn't name {file} by its language");
    }
}

#[test]
fn no_shipped_deck_has_diagnostics() {
    for (file, text) in texts() {
        let found = read(&text).diagnostics;
        assert!(found.is_empty(), "{}", print(&file, &text, &found, Language::EN));
    }
}

/// The addresses of the pictures, as they are written.
fn pictures(text: &str) -> BTreeSet<&str> {
    let starts = text.match_indices("](figures/").map(|(at, _)| at + "](".len());
    starts.map(|at| text[at..].split([' ', ')']).next().unwrap()).collect()
}

#[test]
fn every_figure_is_there_in_the_language_of_its_deck() {
    for (file, text) in texts() {
        let lang = read(&text).value.about.lang.unwrap();
        assert!(!pictures(&text).is_empty(), "{file}");
        for picture in pictures(&text) {
            assert!(content().join(picture).is_file(), "{file}: {picture} is missing");
            assert!(picture.ends_with(&format!(".{lang}.svg")), "{file}: {picture}");
        }
    }
}

/// The names of a picture's elements and attributes, in order.
fn drawn(picture: &Path) -> Vec<String> {
    let svg = std::fs::read_to_string(picture).unwrap();
    assert_eq!(svg.matches("://").count(), 1, "{} names an address", picture.display());
    let tags = svg.split('<').skip(1).map(|tag| tag.split('>').next().unwrap());
    // Behind every second quotation mark follows a name.
    tags.map(|tag| tag.split('"').step_by(2).collect::<Vec<_>>().join(" ")).collect()
}

/// `talk.rs` holds the pictures of the original harmless: the others have the same elements.
#[test]
fn the_figures_of_a_translation_are_the_same_drawings() {
    let texts = texts();
    let mut used = BTreeSet::new();
    for (file, other) in pairs(&texts) {
        for (picture, original) in pictures(&texts[&file]).into_iter().zip(pictures(&texts[&other])) {
            assert_eq!(drawn(&content().join(picture)), drawn(&content().join(original)), "{picture}");
            used.extend([content().join(picture), content().join(original)]);
        }
    }
    let files = std::fs::read_dir(content().join("figures")).unwrap().map(|entry| entry.unwrap().path());
    assert_eq!(files.collect::<BTreeSet<_>>(), used);
}

fn is_japanese(c: char) -> bool {
    matches!(c, '\u{3000}'..='\u{30ff}' | '\u{3400}'..='\u{9fff}' | '\u{ff00}'..='\u{ffef}')
}

/// The lines with Japanese, the exceptions aside.
fn japanese(file: &str, text: &str) -> Vec<String> {
    let without = |line: &str| JAPANESE.iter().fold(line.to_owned(), |line, one| line.replace(one, ""));
    let lines = text.lines().zip(1..).filter(|(line, _)| without(line).contains(is_japanese));
    lines.map(|(line, number)| format!("{file}:{number}: {line}")).collect()
}

#[test]
fn decks_of_other_languages_and_their_figures_have_no_japanese() {
    let others = texts().into_iter().filter(|(_, text)| read(text).value.about.lang.unwrap() != "ja");
    let mut found = Vec::new();
    for (file, text) in others {
        found.extend(japanese(&file, &text));
        for exception in JAPANESE {
            assert_eq!(text.matches(exception).count(), 1, "{file}: {exception}");
        }
        for picture in pictures(&text) {
            found.extend(japanese(picture, &std::fs::read_to_string(content().join(picture)).unwrap()));
        }
    }
    assert!(found.is_empty(), "{}", found.join("\n"));
    assert_eq!(japanese("a.md", "a\nか GKEとEKS\nGKEとEKS"), ["a.md:2: か GKEとEKS"]);
}

// The comparison finds what it should, and nothing else.

/// What is broken in the English deck, a text on the line that the one message names, and the
/// message behind the line.
const BROKEN: [(&str, &str, &str, &str); 26] = [
    ("color: \"#c45500\"", "color: \"#c45501\"", "sides:", "deck: sides differs: "),
    ("name: EKS,", "name: eks,", "sides:", "deck: sides differs: "),
    ("date: 2026-11-22,", "date: 2026-11-23,", "moments:", "deck: moments differs: "),
    ("\nchecked: 2026-11-22", "\nchecked: 2026-11-21", "checked:", "deck: checked differs: `2026-11-21`"),
    ("review-after: 12\n", "", "---", "deck: review-after differs: nothing"),
    ("duration: 20m", "duration: 21m", "duration:", "deck: duration differs: `1260s`"),
    ("{#speaker}", "{#orator}", "{#orator}", "slide \"orator\": id differs"),
    ("\n## Disclaimer", "\n# Disclaimer", "{#disclaimer}", "slide \"disclaimer\": level differs: `1`"),
    ("<!-- time: 5s -->", "<!-- time: 6s -->", "{#comparison}", "slide \"comparison\": time differs: `6s`"),
    ("<!-- time: 5s -->", "<!--\ntime: 5s\nhide: true\n-->", "{#comparison}", "slide \"comparison\": hidden"),
    (
        "topic: Data plane\ntime: 45s",
        "topic: Other\ntime: 45s",
        "{#gke-data-plane}",
        "slide \"gke-data-plane\": row",
    ),
    (
        "<!-- time: 10s -->\n\n```kurabe agenda\n```\n\n<!--",
        "<!-- time: 10s -->\n\n```kurabe agenda\n```\n\n<!-- prettier-ignore",
        "{#contents-2}",
        "slide \"contents-2\": notes differs: nothing",
    ),
    (
        "```kurabe verdict\n",
        "```kurabe agenda\n",
        "{#verdict}",
        "slide \"verdict\": blocks differs: `figure A",
    ),
    ("figures/fargate.en", "figures/fargates.en", "fargates.en", "slide \"eks-fargate\": pictures differs"),
    ("2020/01/20271", "2020/01/20272", "2020/01/20272", "slide \"cnlb\": links differs"),
    ("](#eks-karpenter)", "](#eks-pod-sg)", "[Auto Mode](#eks-auto-mode-k", "slide \"q-nap\": links differs"),
    ("- `#speaker-oss`", "* `#speaker-oss`", "`#speaker-oss`", "claim \"speaker-oss\": bullet differs"),
    ("- [x] `#eks-acm`", "- [ ] `#eks-acm`", "`#eks-acm`", "claim \"eks-acm\": mark differs: `[ ]`"),
    ("#eks-pod-sg 2020-09-09..", "#eks-pod-sg 2020-09-10..", "`#eks-pod-sg ", "claim \"eks-pod-sg\": period"),
    (
        "#now-eks-pricing 2024",
        "#now-eks-pricing ~2024",
        "`#now-eks-pricing",
        "claim \"now-eks-pricing\": period",
    ),
    ("`#eks-acm-name +`", "`#eks-acm-name`", "`#eks-acm-name`", "claim \"eks-acm-name\": `+`"),
    ("`#gke-nap-yes`", "`#gke-nap-yes @2026-11-01`", "`#gke-nap-yes", "claim \"gke-nap-yes\": checked"),
    (
        " replaces:eks-nap-none short",
        " short",
        "`#eks-karpenter 2",
        "claim \"eks-karpenter\": replaces differs: nothing",
    ),
    (
        "`#disclaimer-no-winner`",
        "`#disclaimer-none`",
        "`#disclaimer-none`",
        "claim \"disclaimer-none\": id differs",
    ),
    (
        "(https://zozo.jp/)",
        "(https://zozo.jp/en)",
        "`#zozotown-what`",
        "claim \"zozotown-what\": links differs",
    ),
    ("`eks first`", "`gke first`", "`#mostly-aws`", "option \"mostly-aws\": weights differs: `gke first`"),
];

const ENGLISH: &str = "gke-eks.en.md";
const JAPANESE_FILE: &str = "gke-eks.ja.md";

/// The number of the first line with a text.
fn line_with(text: &str, part: &str) -> usize {
    let lines = text.lines().zip(1..);
    lines.filter(|(line, _)| line.contains(part)).map(|(_, number)| number).next().unwrap()
}

/// The differences between a changed English deck and the Japanese one.
fn found_in(english: &str, japanese: &Told) -> Vec<String> {
    differences(&Told::new(ENGLISH, english), japanese)
}

#[test]
fn each_break_is_found_with_its_line_and_nothing_else() {
    let text = &texts()[ENGLISH];
    let right = told(&texts(), JAPANESE_FILE);
    for (from, to, on_line, message) in BROKEN {
        assert_eq!(text.matches(from).count(), 1, "{from}");
        let broken = text.replacen(from, to, 1);
        let found = found_in(&broken, &right);
        let expected = format!("{ENGLISH}:{}: {message}", line_with(&broken, on_line));
        assert!(found.len() == 1 && found[0].starts_with(&expected), "{expected}\n{}", found.join("\n"));
    }
}

#[test]
fn a_message_names_both_values_and_both_lines() {
    let right = told(&texts(), JAPANESE_FILE);
    let text = texts()[ENGLISH].replacen("`eks first`", "`eks +59 ..~2024`", 1);
    let (here, there) = (line_with(&text, "#mostly-aws"), line_with(&texts()[JAPANESE_FILE], "#mostly-aws"));
    let value = "option \"mostly-aws\": weights differs: `eks +59 ..~2024`";
    let expected = format!("{ENGLISH}:{here}: {value}, in {JAPANESE_FILE}:{there} `eks first`");
    assert_eq!(found_in(&text, &right), [expected]);
}

#[test]
fn what_is_missing_or_moved_is_found_at_its_place() {
    let text = &texts()[ENGLISH];
    let japanese = &texts()[JAPANESE_FILE];
    let right = Told::new(JAPANESE_FILE, japanese);
    let lines: Vec<&str> = text.split_inclusive('\n').collect();
    let at = line_with(text, "`#summary-rivalry`");
    let slide = line_with(text, "{#summary}");
    let there = |part| line_with(japanese, part);

    let dropped = [&lines[..at - 1], &lines[at..]].concat().concat();
    let missing =
        format!("claim \"summary-rivalry\" is missing, in {JAPANESE_FILE}:{}", there("`#summary-riv"));
    assert_eq!(found_in(&dropped, &right), [format!("{ENGLISH}:{slide}: {missing} it stands")]);

    let mut swapped = lines.clone();
    swapped.swap(at - 1, at);
    let order =
        format!("claim \"summary-purpose\": order differs, in {JAPANESE_FILE}:{}", there("`#summary-riv"));
    assert_eq!(
        found_in(&swapped.concat(), &right),
        [format!("{ENGLISH}:{at}: {order} claim \"summary-rivalry\"")]
    );

    let slides: Vec<&str> = text.split_inclusive("\n---\n").collect();
    let without: String = slides.iter().filter(|slide| !slide.contains("{#scope}")).copied().collect();
    let missing = format!("slide \"scope\" is missing, in {JAPANESE_FILE}:{}", there("{#scope}"));
    assert_eq!(found_in(&without, &right), [format!("{ENGLISH}:1: {missing} it stands")]);
    let twice = text.replacen("\n## GKE and EKS", "\n## New {#new}\n\ntext\n\n---\n\n## GKE and EKS", 1);
    let only = format!("slide \"new\" stands only here, in {JAPANESE_FILE}:1 not");
    assert_eq!(found_in(&twice, &right), [format!("{ENGLISH}:{}: {only}", line_with(&twice, "{#new}"))]);
}

/// What the shipped decks don't have.
const SMALL: &str = "## A\n\n1. a\n\n| a | b |\n|---|--:|\n| c | d |\n\n```rust {1}\nx\n```\n\n> [q](#a)\n\nText[^n]\n\n[^n]: b\n";

#[test]
fn tables_code_quotes_numbers_and_footnotes_are_compared() {
    let right = Told::new("b.md", SMALL);
    assert_eq!(differences(&Told::new("a.md", SMALL), &right), [""; 0]);
    for (from, to, expected) in [
        ("1. a", "2. a", "a.md:3: item \"without id, item 1\": bullet differs: `numbers from 2`, in b.md:3"),
        ("1. a", "1. a\n2. b", "a.md:4: item \"without id, item 2\" stands only here, in b.md:1 not"),
        ("--:", "---", "a.md:1: slide \"a\": blocks differs: `table of [None, None] and 1 rows`"),
        ("{1}", "{1|2}", "a.md:1: slide \"a\": blocks differs: `code `rust` of 1 lines"),
        ("(#a)", "(#b)", "a.md:13: slide \"a\": links differs: `#b`, in b.md:13 `#a`"),
        ("[^n]: b", "[^n]: b\n\n    c", "a.md:1: slide \"a\": footnotes differs: `paragraph, paragraph`"),
    ] {
        let found = differences(&Told::new("a.md", &SMALL.replacen(from, to, 1)), &right);
        assert!(found.len() == 1 && found[0].starts_with(expected), "{expected}\n{}", found.join("\n"));
    }
}
