//! Prints what `read` has to say about decks: `cargo run --example check -- content/*.md`.

use kurabe::diagnostic::plain::print;
use kurabe::read::read;
use kurabe::words::Language;

fn main() {
    let mut found = false;
    for path in std::env::args().skip(1) {
        match std::fs::read_to_string(&path) {
            Ok(source) => {
                let diagnostics = read(&source).diagnostics;
                found |= !diagnostics.is_empty();
                print!("{}", print(&path, &source, &diagnostics, Language::En));
            }
            Err(error) => {
                found = true;
                eprintln!("{path} can't be read: {error}");
            }
        }
    }
    std::process::exit(i32::from(found));
}
