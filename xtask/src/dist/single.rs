//! Decks as one file each: `offline/NAME.html` opens by a double click and has everything in it, pictures, program and
//! styles. Files that are opened so may load no others, so what `src/shell/single.js` starts stands in scripts of text.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};
use base64::Engine;
use base64::engine::general_purpose::STANDARD;

use super::gzip;
use super::publish::{self, between};
use crate::pages::{self, Drawn};
use crate::paths;
use crate::scratch::Scratch;

/// Where the files lie.
const FOLDER: &str = "offline";

/// The pages that become files.
const PAGES: [&str; 2] = ["index.html", "en/index.html"];

/// The parts of the program that are carried along, beside the scripts.
const COLOURS: &str = "colours.wasm";

/// Where the scripts load something, and what they do in such a file instead.
const PROGRAM: [(&str, &str); 3] = [
    ("new URL(name, import.meta.url).href", "new URL(name, document.baseURI).href"),
    ("await got(address(name))", "await kurabeFile(name)"),
    ("import(\"./glue.js\")", "kurabeModule(\"glue.js\")"),
];
const LOADER: [(&str, &str); 3] = [
    ("new URL(version + \"/\", import.meta.url).href", "document.baseURI"),
    ("import(home + \"program.js\")", "kurabeModule(\"program.js\")"),
    ("fetch(import.meta.url", "fetch(document.baseURI"),
];

/// Writes the files.
pub fn write(site: &Path) -> Result<()> {
    let program = pages::program_folder(site)?;
    let decks = PAGES.map(|page| Deck::of(site, page)).into_iter().collect::<Result<Vec<_>>>()?;
    let folder = site.join(FOLDER);
    fs::create_dir_all(&folder).with_context(|| format!("can't create {}", folder.display()))?;
    for deck in &decks {
        let others: Vec<&Deck> = decks.iter().filter(|other| other.name != deck.name).collect();
        let file = folder.join(format!("{}.html", deck.name));
        fs::write(&file, deck.page(&program, &others)?)
            .with_context(|| format!("can't write {}", file.display()))?;
    }
    for (page, deck) in PAGES.iter().zip(&decks) {
        publish::change(&site.join(page), "</kurabe-deck>", &deck.hint(page))?;
    }
    Ok(())
}

/// A deck with its pictures in it.
struct Deck {
    name: String,
    head: String,
    lang: String,
    drawn: Drawn,
}

impl Deck {
    fn of(site: &Path, page: &str) -> Result<Self> {
        let text = read(&site.join(page))?;
        let source = between(&text, "<kurabe-deck page src=\"", "\"")
            .with_context(|| format!("`{page}` has no deck"))?;
        let name = source.trim_start_matches("../").trim_end_matches(".md").to_owned();
        let markdown = with_pictures(&read(&site.join(format!("{name}.md")))?, site)?;
        let scratch = Scratch::new("single")?;
        let file = scratch.path().join(format!("{name}.md"));
        fs::write(&file, markdown).with_context(|| format!("can't write {}", file.display()))?;
        let part =
            |start: &str, end: &str| between(&text, start, end).map(|found| format!("{start}{found}{end}"));
        let head = [part("<title>", "</title>"), part("<meta name=\"description\"", ">")];
        Ok(Self {
            head: head.into_iter().flatten().collect(),
            lang: between(&text, "<html lang=\"", "\"").unwrap_or_default().to_owned(),
            drawn: pages::draw(&file, &scratch.path().join("deck"), &format!("{name}.md"))?,
            name,
        })
    }

    /// What a page says that was opened as a file itself, and so can't load its program.
    fn hint(&self, page: &str) -> String {
        let up = "../".repeat(page.matches('/').count());
        let [before, link, after] = if self.lang == "ja" {
            [
                "プログラムを読み込めませんでした。ファイルとして開いた場合は、",
                "単独のファイル",
                "をお使いください。",
            ]
        } else {
            ["The program could not be loaded. If you opened this as a file, use ", "the single file", "."]
        };
        let address = format!("{up}{FOLDER}/{}.html", self.name);
        format!("<p class=\"no-loader\">{before}<a href=\"{address}\">{link}</a>{after}</p></kurabe-deck>")
    }

    fn page(&self, program: &Path, others: &[&Self]) -> Result<String> {
        let Self { name, head, lang, drawn } = self;
        let style = read(&program.join("kurabe.css"))?.replace("</", "<\\/");
        let source = |name: &str, changes: &[(&str, &str)]| changed(name, changes);
        let mut files = file("kurabe.css", style.as_bytes())?;
        for name in ["kurabe.wasm", COLOURS, "glue.js"] {
            files += &file(name, &bytes(&program.join(name))?)?;
        }
        files += &file("program.js", source("program.js", &PROGRAM)?.as_bytes())?;
        for other in others {
            files += &deck_script(&format!("{}.deck", other.name), &other.drawn.deck);
        }
        let own = deck_script("", &drawn.deck);
        let version = program.file_name().unwrap_or_default().to_string_lossy();
        let loader = source("loader.js", &LOADER)?.replace("{version}", &version);
        let (early, start) = (source("early.js", &[])?, source("single.js", &[])?);
        Ok(format!(
            "<!doctype html>\n<html lang=\"{lang}\" class=\"kurabe-page\"><head><meta charset=\"utf-8\">\
             <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">{head}<style>{style}</style>\
             </head>\
             <body><kurabe-deck page src=\"{name}.md\" data-compiled=\"{name}.deck\">{}</kurabe-deck>\
             {own}{files}<script type=\"module\">{start}{loader}</script></body></html>\n",
            drawn.with_script(&format!("<script>{early}</script>"))
        ))
    }
}

fn deck_script(name: &str, text: &str) -> String {
    format!("<script type=\"text/plain\" data-deck=\"{name}\">{text}</script>")
}

/// A file as text in a script.
fn file(name: &str, content: &[u8]) -> Result<String> {
    let text = STANDARD.encode(gzip(content)?);
    Ok(format!("<script type=\"text/plain\" data-file=\"{name}\">{text}</script>"))
}

/// A script of the shell with what is different in one file.
fn changed(name: &str, changes: &[(&str, &str)]) -> Result<String> {
    let mut text = read(&paths::root().join("src/shell").join(name))?;
    for (from, to) in changes {
        anyhow::ensure!(text.contains(from), "`{name}` no longer has `{from}`: {} must follow", file!());
        text = text.replace(from, to);
    }
    Ok(text)
}

/// The deck's Markdown with its pictures in it, as `data:` addresses.
fn with_pictures(markdown: &str, content: &Path) -> Result<String> {
    let mut parts = markdown.split("](");
    let mut made = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let address = part.split([')', ' ']).next().unwrap_or_default();
        let picture = content.join(address);
        let kind = Path::new(address).extension().and_then(|kind| kind.to_str()).and_then(media_type);
        made += "](";
        match kind.filter(|_| !address.contains(':') && picture.is_file()) {
            Some(kind) => {
                made += &["data:", kind, ";base64,", &STANDARD.encode(bytes(&picture)?)].concat();
                made += &part[address.len()..];
            }
            None => made += part,
        }
    }
    Ok(made)
}

fn media_type(kind: &str) -> Option<&'static str> {
    Some(match kind {
        "svg" => "image/svg+xml",
        "png" => "image/png",
        "jpg" | "jpeg" => "image/jpeg",
        "webp" => "image/webp",
        "gif" => "image/gif",
        _ => return None,
    })
}

fn read(file: &Path) -> Result<String> {
    fs::read_to_string(file).with_context(|| format!("can't read {}", file.display()))
}

fn bytes(file: &PathBuf) -> Result<Vec<u8>> {
    fs::read(file).with_context(|| format!("can't read {}", file.display()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pictures_stand_in_the_markdown() -> Result<()> {
        let scratch = Scratch::new("single-test")?;
        fs::write(scratch.path().join("a.svg"), "<svg/>")?;
        let made =
            with_pictures("![A](a.svg \"t\") [b](https://b.example/a.svg) ![c](c.svg)", scratch.path())?;
        assert_eq!(
            made,
            "![A](data:image/svg+xml;base64,PHN2Zy8+ \"t\") [b](https://b.example/a.svg) ![c](c.svg)"
        );
        Ok(())
    }

    #[test]
    fn the_scripts_have_what_is_changed_in_them() -> Result<()> {
        for (name, changes) in [("program.js", &PROGRAM[..]), ("loader.js", &LOADER), ("early.js", &[])] {
            let text = changed(name, changes)?;
            assert!(!text.contains("import.meta") && !text.contains("</script"), "{name}");
        }
        Ok(())
    }
}
