//! Giving texts away: to the clipboard, to a file, to the printer.

use crate::text::fragment::encoded;
use gloo_timers::callback::Timeout;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{HtmlAnchorElement, HtmlElement};
use yew::Callback;

/// Copies a text and says whether that worked. Browsers refuse pages that came without encryption.
pub fn copy(text: String, done: Callback<bool>) {
    spawn_local(async move {
        let navigator = web_sys::window().map(|window| JsValue::from(window.navigator()));
        let clipboard = navigator.and_then(|of| js_sys::Reflect::get(&of, &"clipboard".into()).ok());
        let clipboard =
            clipboard.filter(|it| !it.is_undefined()).map(JsCast::unchecked_into::<web_sys::Clipboard>);
        let copied = match clipboard {
            Some(clipboard) => JsFuture::from(clipboard.write_text(&text)).await.is_ok(),
            None => false,
        };
        done.emit(copied);
    });
}

/// Offers a text as a file.
pub fn download(host: &HtmlElement, name: &str, media_type: &str, text: &str) {
    let link = host.owner_document().and_then(|document| document.create_element("a").ok());
    if let Some(link) = link.map(JsCast::unchecked_into::<HtmlAnchorElement>) {
        link.set_href(&format!("data:{media_type};charset=utf-8,{}", encoded(text)));
        link.set_download(name);
        link.click();
    }
}

/// Prints, in a task of its own: while its dialog opens, Firefox runs what is queued.
pub fn print() {
    let print = || web_sys::window().map(|window| window.print());
    Timeout::new(0, move || drop(print())).forget();
}
