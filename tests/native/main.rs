//! All tests that need no browser.

mod addresses;
mod asking;
mod commonmark;
mod decks;
mod factors;
mod hostile;
mod html;
mod keys;
mod lens;
mod outline;
mod personas;
mod play;
mod quiz;
mod readme;
mod record;
mod reload;
mod remember;
mod schema;
mod scoring;
mod share;
mod shown;
mod snapshots;
mod talk;
mod tidy;
mod verdicts;
mod words;
