//! All tests that need no browser.

mod addresses;
mod commonmark;
mod decks;
mod hostile;
mod html;
mod keys;
mod lens;
mod outline;
mod play;
mod readme;
mod reload;
mod shown;
mod talk;
mod tidy;
mod words;
