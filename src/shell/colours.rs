//! The colours of code. What finds them is a program of its own, which `program.js` loads when a deck has code.

use super::services::Services;
use crate::app::code::Coloured;
use crate::app::msg::{DeckMsg, Msg};
use js_sys::Uint32Array;
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::{JsFuture, spawn_local};
use yew::Callback;

/// Colours the code, and says so. What can't be coloured stays plain.
pub fn colour(services: Services, mut code: Vec<Coloured>, say: Callback<Msg>) {
    spawn_local(async move {
        for one in &mut code {
            let Ok(found) = services.colours(&one.language, &one.text) else { break };
            let Ok(found) = JsFuture::from(found).await else { break };
            for number in found.unchecked_into::<Uint32Array>().to_vec() {
                one.pieces.push(((number & 15) as u8, (number >> 4) as usize));
            }
        }
        say.emit(Msg::Deck(DeckMsg::CodeHighlighted(code.into())));
    });
}
