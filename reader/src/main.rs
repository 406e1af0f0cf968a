//! `kurabe-read DECK OUT`: reads a deck's Markdown and writes it as compact bytes, as the build of the site does with
//! the decks of its own pages. What is wrong with a deck goes with it. `kurabe-read --without-notes DECK OUT` writes the
//! Markdown without the speaker's notes instead.

mod without_notes;

use std::path::Path;
use std::process::ExitCode;
use std::{env, fs};

use kurabe::diagnostic::bytes::to_bytes;
use kurabe::read::read;

fn main() -> ExitCode {
    let arguments: Vec<String> = env::args().skip(1).collect();
    let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
    let (deck, out, make): (_, _, fn(&str) -> Vec<u8>) = match arguments.as_slice() {
        ["--without-notes", deck, out] => (deck, out, |text| without_notes::without_notes(text).into_bytes()),
        [deck, out] => (deck, out, |text| to_bytes(&read(text))),
        _ => {
            eprintln!("usage: kurabe-read [--without-notes] DECK OUT");
            return ExitCode::FAILURE;
        }
    };
    let written = fs::read_to_string(Path::new(deck)).and_then(|text| fs::write(out, make(&text)));
    match written {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("{deck} can't be written as {out}: {error}");
            ExitCode::FAILURE
        }
    }
}
