//! The headless core: state, messages, the one `update`, and the screen that follows from it.
//!
//! Nothing here touches a browser or reads a clock.

pub mod address;
pub mod answer_code;
pub mod author;
pub mod clock;
pub mod code;
pub mod comparison;
pub mod display;
pub mod effect;
pub mod element_event;
pub mod embed;
pub mod export;
pub mod host;
pub mod keymap;
pub mod keys;
pub mod lens;
pub mod lens_state;
pub mod location;
pub mod msg;
pub mod nav;
pub mod notice;
pub mod pair;
pub mod palette;
pub mod presenter;
pub mod printing;
pub mod quiz;
pub mod rendering;
pub mod screen;
pub mod search;
pub mod share;
pub mod sides;
pub mod source;
pub mod state;
pub mod theme;
pub mod timeline_svg;
pub mod update;
pub mod view;
