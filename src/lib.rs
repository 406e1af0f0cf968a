//! Kurabe shows a Markdown talk as interactive slides in which things are compared side by side.
//!
//! Data flows one way: `read` turns the text of a deck into the `model` and tells what is wrong with
//! it as `diagnostic`s; `analysis` derives what holds on a day; `app` keeps the state, changes it in one
//! `update` and flattens it into a `Screen`; `ui` draws the screen; `shell` is the browser. Begin
//! with `model::deck`, then `app::state`. The rules for what may import what are in
//! `ARCHITECTURE.md`.

pub mod text;

pub mod words;

pub mod diagnostic;
pub mod model;

#[cfg(feature = "reader")]
pub mod read;

#[warn(clippy::wildcard_enum_match_arm)]
pub mod analysis;

#[warn(clippy::wildcard_enum_match_arm)]
pub mod app;

#[cfg(feature = "web")]
pub mod ui;

#[cfg(feature = "web")]
pub mod shell;
