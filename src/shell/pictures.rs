//! The pictures that decks have, and drawing slides into the frames that the widgets leave for them, one after another, so that the page stays
//! quick.

use super::fit::fit_roughly;
use super::focus::find_all;
use super::nodes;
use crate::app::screen::{Mode, picture};
use crate::app::state::State;
use web_sys::{HtmlElement, HtmlImageElement, ShadowRoot};

/// The pictures of all slides, loaded in the background, one after another: they must be there when the network is not.
#[derive(Default)]
pub struct Preload {
    /// Addresses that are still to be asked for, the next one at the end.
    due: Vec<String>,
    /// They stay as long as they are held.
    images: Vec<HtmlImageElement>,
}

impl Preload {
    pub fn of(mut addresses: Vec<String>) -> Self {
        addresses.reverse();
        Self { due: addresses, images: Vec::new() }
    }

    pub fn is_due(&self) -> bool {
        !self.due.is_empty()
    }

    /// Asks for the next one.
    pub fn load_next(&mut self) {
        if let (Some(address), Ok(image)) = (self.due.pop(), HtmlImageElement::new()) {
            image.set_src(&address);
            self.images.push(image);
        }
    }
}

/// Draws into the frame that is nearest to the reader's place. False: all are drawn.
pub fn draw_next(shadow: &ShadowRoot, state: &State) -> bool {
    let mut nearest: Option<(usize, HtmlElement)> = None;
    for frame in find_all(shadow, ".frame") {
        let has = |name| frame.get_attribute(name);
        if has("data-key") == has("data-drawn") {
            continue;
        }
        let distance = place(&frame).abs_diff(state.nav.cursor);
        if nearest.as_ref().is_none_or(|(least, _)| distance < *least) {
            nearest = Some((distance, frame));
        }
    }
    let Some((_, frame)) = nearest else { return false };
    draw(&frame, state);
    true
}

fn place(frame: &HtmlElement) -> usize {
    number(frame, "data-at").unwrap_or(0) as usize
}

fn number(frame: &HtmlElement, name: &str) -> Option<u32> {
    frame.get_attribute(name)?.parse().ok()
}

fn draw(frame: &HtmlElement, state: &State) {
    let step = number(frame, "data-step").unwrap_or(0);
    if let Some(screen) = picture(state, place(frame), step, Mode::Picture) {
        frame.set_text_content(None);
        nodes::append(frame, &crate::ui::picture(&screen));
        fit_roughly(frame);
    }
    let _ = frame.set_attribute("data-drawn", &frame.get_attribute("data-key").unwrap_or_default());
}
