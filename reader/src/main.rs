//! `kurabe-read DECK OUT`: reads a deck's Markdown and writes it as compact bytes, as the build of the site does with
//! the decks of its own pages. What is wrong with a deck goes with it.

use std::path::PathBuf;
use std::process::ExitCode;
use std::{env, fs};

use kurabe::diagnostic::bytes::to_bytes;
use kurabe::read::read;

fn main() -> ExitCode {
    let mut files = env::args_os().skip(1).map(PathBuf::from);
    let (Some(deck), Some(out), None) = (files.next(), files.next(), files.next()) else {
        eprintln!("usage: kurabe-read DECK OUT");
        return ExitCode::FAILURE;
    };
    let written = fs::read_to_string(&deck).and_then(|text| fs::write(&out, to_bytes(&read(&text))));
    match written {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("{} can't be written as {}: {error}", deck.display(), out.display());
            ExitCode::FAILURE
        }
    }
}
