//! The pictures of a site that the package `cards` draws: the icons, and for sites whose address is known the cards that
//! other programs show for a link to a deck or a slide. Also what the slides are about, for their pages
//! (`slide_pages.rs`).

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};
use serde::Deserialize;

use super::heads::Page;
use super::slide_pages::{encoded, property};
use crate::run::{cargo, find, output, run};
use crate::{paths, test};

/// The folder of the cards; in it is one a language.
const FOLDER: &str = "cards";

/// The type of the cards: Noto Sans JP, under the SIL Open Font License 1.1. Pictures made with it may be shown anywhere;
/// no part of it is shipped.
const TYPE: (&str, &str) = ("@expo-google-fonts/noto-sans-jp", "0.4.3");
/// What of it is needed.
const WEIGHTS: [&str; 2] = ["400Regular", "700Bold"];

/// Whether a file, whose path counts from the site, is a card.
pub fn is_card(file: &Path) -> bool {
    file.starts_with(FOLDER)
}

/// Whether a file is an icon that the system keeps when the site is installed.
pub fn is_icon(file: &Path) -> bool {
    let is_png = file.extension().is_some_and(|kind| kind == "png");
    is_png && file.to_str().is_some_and(|name| name.starts_with("icon-"))
}

/// The deck's own card, among those of the slides.
pub const DECK: &str = "deck";

/// What a page tells of its card, with another text for it in HTML; nothing if there is none.
pub fn properties(site: &Path, base: &str, page: &Page, name: &str, alternative: &str) -> String {
    let folder = format!("{FOLDER}/{}", page.language());
    if !site.join(&folder).join(format!("{name}.png")).is_file() {
        return String::new();
    }
    [
        property("image", &address(base, page, name)),
        property("image:type", "image/png"),
        property("image:width", "1200"),
        property("image:height", "630"),
        property("image:alt", alternative),
        "<meta name=\"twitter:card\" content=\"summary_large_image\">".to_owned(),
    ]
    .concat()
}

/// The address of a card.
pub fn address(base: &str, page: &Page, name: &str) -> String {
    format!("{base}{FOLDER}/{}/{}.png", page.language(), encoded(name))
}

/// What the slides of a deck are about.
#[derive(Deserialize)]
pub struct Told {
    /// Whether there are cards.
    drawn: bool,
    pub slides: Vec<Slide>,
}

/// A slide that has a page of its own.
#[derive(Deserialize)]
pub struct Slide {
    pub id: String,
    /// Possibly empty, as the text is.
    pub title: String,
    pub text: String,
}

/// Draws the icons.
pub fn write_icons(site: &Path) -> Result<()> {
    run(program().arg("icons").arg(paths::root().join("styles/icon.svg")).arg(site))
        .context("the icons could not be drawn")
}

/// How cards are drawn: in type of this folder, else in the machine's own.
pub struct Drawing {
    type_folder: Option<PathBuf>,
}

impl Drawing {
    pub fn new() -> Self {
        Self { type_folder: type_folder() }
    }
}

/// What the slides of a page's deck are about, after drawing their cards if that is wanted.
pub fn tell(site: &Path, page: &Page, drawing: Option<&Drawing>) -> Result<Told> {
    let mut program = program();
    program.arg("deck").arg(page.deck(site)?);
    if let Some(Drawing { type_folder }) = drawing {
        program.arg(site.join(FOLDER).join(page.language())).args(type_folder);
    }
    let printed =
        output(&mut program).with_context(|| format!("the cards of `{}` could not be drawn", page.file))?;
    let told: Told = serde_json::from_str(&printed).context("`kurabe-cards` did not print JSON")?;
    if drawing.is_some() && !told.drawn {
        eprintln!(
            "`{}` has no cards: this machine has no type with all their characters, and none could be fetched; \
             install one (Debian: fonts-noto-cjk), then build again",
            page.file
        );
    }
    Ok(told)
}

fn program() -> std::process::Command {
    cargo(&["run", "--quiet", "--package", "kurabe-cards", "--"])
}

/// Where the type lies, if it could be had: without a network, or without npm, the machine's own is taken.
fn type_folder() -> Option<PathBuf> {
    let fetched = match find(&["npm"]) {
        Some(_) => test::package(TYPE.0, TYPE.1, keep_weights),
        None => return None,
    };
    fetched.inspect_err(|error| eprintln!("{error:#}; the cards get this machine's own type")).ok()
}

/// Leaves of the package the weights that are needed, and the licences.
fn keep_weights(package: &Path) -> Result<()> {
    let entries = fs::read_dir(package).with_context(|| format!("can't read {}", package.display()))?;
    let folders = entries.flatten().map(|entry| entry.path()).filter(|path| path.is_dir());
    let (kept, rest): (Vec<_>, Vec<_>) =
        folders.partition(|path| WEIGHTS.iter().any(|weight| path.ends_with(weight)));
    if kept.len() < WEIGHTS.len() {
        bail!("the package no longer has its type in `{}`", WEIGHTS.join("` and `"));
    }
    for folder in rest {
        fs::remove_dir_all(&folder).with_context(|| format!("can't remove {}", folder.display()))?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::dist::heads::PAGES;
    use crate::scratch::Scratch;

    #[test]
    fn a_card_is_addressed_by_language_and_slide() -> Result<()> {
        let scratch = Scratch::new("cards-test")?;
        let told = |name: &str| properties(scratch.path(), "https://a.example/", &PAGES[0], name, "A");
        assert_eq!(told("比べ"), "");
        fs::create_dir_all(scratch.path().join("cards/ja"))?;
        fs::write(scratch.path().join("cards/ja/比べ.png"), "")?;
        let found = told("比べ");
        assert!(found.contains("content=\"https://a.example/cards/ja/%E6%AF%94%E3%81%B9.png\""), "{found}");
        assert!(
            found.contains("og:image:alt\" content=\"A\"") && found.contains("summary_large_image"),
            "{found}"
        );
        Ok(())
    }

    #[test]
    fn cards_and_icons_are_told_from_other_pictures() {
        assert!(is_card(Path::new("cards/ja/比べ.png")) && !is_card(Path::new("figures/cards.png")));
        let icons = ["icon-192.png", "icon.svg", "a/icon-1.png"].map(|name| is_icon(Path::new(name)));
        assert_eq!(icons, [true, false, false]);
    }

    #[test]
    fn what_the_program_prints_is_understood() -> Result<()> {
        let told: Told =
            serde_json::from_str(r#"{"drawn":false,"slides":[{"id":"a","title":"A","text":""}]}"#)?;
        assert!(!told.drawn && told.slides[0].id == "a");
        Ok(())
    }

    #[test]
    fn of_the_type_two_weights_stay() -> Result<()> {
        let scratch = Scratch::new("type-test")?;
        for folder in ["100Thin", "400Regular", "700Bold"] {
            fs::create_dir_all(scratch.path().join(folder))?;
        }
        keep_weights(scratch.path())?;
        assert!(!scratch.path().join("100Thin").exists() && scratch.path().join("700Bold").exists());
        fs::remove_dir(scratch.path().join("400Regular"))?;
        assert!(keep_weights(scratch.path()).is_err());
        Ok(())
    }
}
