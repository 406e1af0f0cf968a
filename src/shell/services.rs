//! What `program.js` does for the program: it knows the folder of its version.

use js_sys::Promise;
use wasm_bindgen::prelude::*;

#[wasm_bindgen]
extern "C" {
    #[derive(Clone, Debug, PartialEq)]
    pub type Services;

    /// The address of the folder in which the program's files lie, with its last `/`.
    #[wasm_bindgen(method, getter)]
    pub fn home(this: &Services) -> String;

    /// The pieces of a text in a language of code that have a colour: a promise of a `Uint32Array`.
    #[wasm_bindgen(method, catch)]
    pub fn colours(this: &Services, language: &str, text: &str) -> Result<Promise, JsValue>;
}
