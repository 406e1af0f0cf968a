//! The dialog: open exactly while the screen has a panel. The browser keeps the focus in it and
//! gives it back.

use super::focus::find;
use wasm_bindgen::JsCast;
use web_sys::{HtmlDialogElement, ShadowRoot};

pub fn show_panel(shadow: &ShadowRoot, open: bool) {
    let dialog = find(shadow, "dialog.panel").map(JsCast::unchecked_into::<HtmlDialogElement>);
    let Some(dialog) = dialog else { return };
    if open && !dialog.open() {
        let _ = dialog.show_modal();
    } else if !open && dialog.open() {
        dialog.close();
    } else if open && shadow.active_element().is_none() {
        // Another panel has taken the place of the one that had the focus.
        if let Some(field) = find(shadow, ".search-field") {
            let _ = field.focus();
        }
    }
}
