//! All tests that need no browser.

mod commonmark;
mod decks;
mod hostile;
mod outline;
