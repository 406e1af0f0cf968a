//! What `program.js` does for the program: it knows the folder of its version, and the page's events.

use js_sys::Promise;
use wasm_bindgen::prelude::*;
use web_sys::HtmlElement;

#[wasm_bindgen]
extern "C" {
    #[derive(Clone, Debug, PartialEq)]
    pub type Services;

    /// The address of the folder in which the program's files lie, with its last `/`.
    #[wasm_bindgen(method, getter)]
    pub fn home(this: &Services) -> String;

    /// How wide the element is when its deck is mounted, in CSS pixels; 0 where it isn't shown.
    #[wasm_bindgen(method, getter)]
    pub fn width(this: &Services) -> i32;

    /// Whether the page is looked at by whoever writes the deck.
    #[wasm_bindgen(method, getter)]
    pub fn author(this: &Services) -> bool;

    /// The pieces of a text in a language of code that have a colour: a promise of a `Uint32Array`.
    #[wasm_bindgen(method, catch)]
    pub fn colours(this: &Services, language: &str, text: &str) -> Result<Promise, JsValue>;

    /// The deck in a Markdown text as compact bytes: a promise of a `Uint8Array`, or of null if it is no text.
    #[wasm_bindgen(method)]
    pub fn read(this: &Services, text: &[u8]) -> Promise;

    /// Fetches a file within limits: a promise of `Brought`. Is told now and then how many bytes have come.
    #[wasm_bindgen(method)]
    pub fn bring(this: &Services, address: &str, told: &Closure<dyn FnMut(u32)>) -> Promise;

    /// Opens an address in the window of this name, one without the browser's bars; one that is open comes to the front
    /// as it is. False: the browser has refused.
    #[wasm_bindgen(method)]
    pub fn open(this: &Services, name: &str, address: &str) -> bool;

    /// Sends an event with a detail as JSON from the element, when the program has come to rest.
    #[wasm_bindgen(method)]
    pub fn dispatch(this: &Services, host: &HtmlElement, name: &str, detail: &str);

    /// What became of a fetch.
    pub type Brought;

    /// The server's status, or why there is none: see `fetch.rs`.
    #[wasm_bindgen(method, getter)]
    pub fn status(this: &Brought) -> i32;

    /// The address at which the file was found in the end.
    #[wasm_bindgen(method, getter)]
    pub fn url(this: &Brought) -> String;

    #[wasm_bindgen(method, getter)]
    pub fn bytes(this: &Brought) -> Vec<u8>;
}
