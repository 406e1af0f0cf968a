//! What only a real browser can show: the built site in Chromium, driven through WebDriver.
//!
//! `cargo xtask test --browser-only` builds the site, finds the browser and runs this. A test waits
//! for a condition, never for a time, and says which one didn't come.

mod address;
mod answering;
mod axe;
mod browser;
mod built;
mod code;
mod compared;
mod details;
mod downloads;
mod driver;
mod element;
mod embed_cases;
mod embedded;
mod example;
mod failures;
mod fit;
mod forward;
mod input;
mod keeping;
mod keyboard;
mod languages;
mod lens;
mod looks;
mod offline;
mod opened;
mod overview;
mod page;
mod pdf;
mod pointer;
mod prerendered;
mod printing;
mod quiz;
mod read;
mod record;
mod search;
mod settings;
mod sharing;
mod sides;
mod site;
mod speaker;
mod speaker_in_firefox;
mod stage;
mod tabbing;
mod timeline;
mod verdict;
mod walk;
mod windows;
