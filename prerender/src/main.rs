//! `kurabe-prerender DECK DATE --page ADDRESS` prints the HTML of a deck's slides as they are before the program is
//! there, and `--styles` the rules for its colours. ADDRESS is the deck's, from which its pictures and links count; DATE
//! is today.

use std::process::ExitCode;
use std::{env, fs};

use kurabe::app::msg::{DeckMsg, Msg, ReadDeck};
use kurabe::app::screen::{prerendered, screen};
use kurabe::app::state::State;
use kurabe::model::date::{Date, PartialDate};
use kurabe::read::read;
use kurabe::ui;
use kurabe::words::Language;

fn main() -> ExitCode {
    let arguments: Vec<String> = env::args().skip(1).collect();
    let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
    let (deck, day, address) = match arguments.as_slice() {
        [deck, day, "--page", address] => (*deck, *day, Some(*address)),
        [deck, day, "--styles"] => (*deck, *day, None),
        _ => return fail("usage: kurabe-prerender DECK DATE (--page ADDRESS | --styles)"),
    };
    let Some(day) = PartialDate::parse(day) else { return fail("DATE is no date") };
    let Ok(text) = fs::read_to_string(deck) else { return fail(&format!("can't read {deck}")) };
    let state = opened(&text, address.unwrap_or_default(), day.last_day());
    print!("{}", if address.is_some() { page(&state) } else { styles(&state) });
    ExitCode::SUCCESS
}

fn fail(why: &str) -> ExitCode {
    eprintln!("{why}");
    ExitCode::FAILURE
}

/// The deck as it opens: at its first moment.
fn opened(text: &str, address: &str, today: Date) -> State {
    let mut state = State::new(address, Language::default(), today);
    state.update(Msg::Deck(DeckMsg::Read(ReadDeck::new(read(text), address))));
    state
}

fn page(state: &State) -> String {
    prerendered(state).map(|page| ui::prerendered(&page)).unwrap_or_default()
}

/// The colours of the sides, which the program sets by itself.
fn styles(state: &State) -> String {
    let properties = screen(state).properties;
    let sides = properties.iter().filter(|(name, _)| name.starts_with("--side-"));
    let rules: Vec<String> = sides.map(|(name, value)| [name, ":", value].concat()).collect();
    format!("kurabe-deck[page]{{{}}}\n", rules.join(";"))
}
