//! The colours of code. What finds them is a program of its own, which `boot.js` loads when a deck has code.

use crate::app::code::Coloured;
use crate::app::msg::Msg;
use js_sys::{Function, Promise, Uint32Array};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::{JsFuture, spawn_local};
use yew::Callback;

/// Colours the code, and says so. What can't be coloured stays plain.
pub fn colour(finder: Function, mut code: Vec<Coloured>, say: Callback<Msg>) {
    spawn_local(async move {
        for one in &mut code {
            let asked =
                finder.call2(&JsValue::NULL, &one.language.as_str().into(), &one.text.as_str().into());
            let Ok(found) = asked.map(JsCast::unchecked_into::<Promise>) else { break };
            let Ok(found) = JsFuture::from(found).await else { break };
            for number in found.unchecked_into::<Uint32Array>().to_vec() {
                one.pieces.push(((number & 15) as u8, (number >> 4) as usize));
            }
        }
        say.emit(Msg::CodeColoured(code.into()));
    });
}
