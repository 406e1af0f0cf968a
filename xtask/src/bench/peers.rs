//! What others make of the same Markdown, and where it lies: a page of each program for each size of deck. A program that
//! can't be had on this machine is left out, and the report says so.
//!
//! They get the talk as it is. They don't know its columns, periods and questions and show them as headings, code and
//! lists, so that their slides have the same texts; reveal.js alone is given the slides without the front matter,
//! which it would show as the first one.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result};

use super::{grown, marp, reveal};
use crate::{dist, paths};

/// How the report calls them.
pub const REVEAL: &str = "reveal.js";
pub const MARP: &str = "Marp";

/// What was made.
pub struct Peers {
    /// Those that are there.
    pub names: Vec<&'static str>,
    /// What the report says of them.
    pub remarks: Vec<String>,
}

/// Where the page of a program with so many slides lies in the folder of the peers.
pub fn place(name: &str, slides: usize) -> String {
    format!("{}/{slides}.html", name.to_lowercase())
}

/// Writes pages of the decks, each with its number of slides, into `folder`.
pub fn write(folder: &Path, decks: &[(usize, String)]) -> Peers {
    type Write = fn(&Path, &[(usize, String)]) -> Result<()>;
    let known: [(&str, String, Write); 2] =
        [(REVEAL, reveal::version(), write_reveal), (MARP, marp::version(), write_marp)];
    let mut peers = Peers { names: Vec::new(), remarks: Vec::new() };
    for (name, version, write) in known {
        eprintln!("making the decks of {name}");
        match write(&folder.join(name.to_lowercase()), decks).and_then(|()| finish(folder, name)) {
            Ok(()) => {
                peers.names.push(name);
                peers.remarks.push(format!("{version}, from the same Markdown."));
            }
            Err(error) => peers.remarks.push(format!("Without {name}: {error:#}.")),
        }
    }
    peers
}

fn write_reveal(folder: &Path, decks: &[(usize, String)]) -> Result<()> {
    reveal::write_files(folder)?;
    for (slides, deck) in decks {
        let file = format!("{slides}.md");
        write_file(folder, &file, &grown::slides_alone(deck)?)?;
        write_file(folder, &format!("{slides}.html"), &reveal::page(&file))?;
    }
    Ok(())
}

fn write_marp(folder: &Path, decks: &[(usize, String)]) -> Result<()> {
    for (slides, deck) in decks {
        write_file(folder, &format!("{slides}.md"), deck)?;
        let file = |kind: &str| folder.join(format!("{slides}.{kind}"));
        marp::write_page(&file("md"), &file("html"))?;
    }
    Ok(())
}

/// Puts the deck's figures beside the pages and packs all.
fn finish(folder: &Path, name: &str) -> Result<()> {
    let folder = folder.join(name.to_lowercase());
    let content = paths::root().join("content");
    for figure in dist::files(&content.join("figures"))? {
        let place = folder.join(figure.strip_prefix(&content)?);
        fs::create_dir_all(place.parent().unwrap_or(&folder))
            .context("can't create the folder of figures")?;
        fs::copy(&figure, &place).with_context(|| format!("can't write {}", place.display()))?;
    }
    dist::pack_all(&dist::files(&folder)?)
}

pub fn write_file(folder: &Path, name: &str, text: &str) -> Result<()> {
    fs::create_dir_all(folder).with_context(|| format!("can't create {}", folder.display()))?;
    fs::write(folder.join(name), text).with_context(|| format!("can't write {name}"))
}
