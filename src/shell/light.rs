//! On stage: the spot of light, the pointer that hides, the screen that stays on.

use super::focus::find;
use gloo_timers::callback::Timeout;
use js_sys::{Promise, Reflect};
use std::cell::{Cell, RefCell};
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{HtmlElement, PointerEvent, ShadowRoot};

/// The pointer hides after so long without a move.
const IDLE_MS: u32 = 3000;

/// Where a pointer is on the stage, in ten-thousandths of its width and height; nothing outside.
pub fn place_on_stage(shadow: &ShadowRoot, event: &PointerEvent) -> Option<(i32, i32)> {
    let bounds = find(shadow, ".stage")?.get_bounding_client_rect();
    let share = |at: i32, from: f64, length: f64| (f64::from(at) - from) / length.max(1.0);
    let x = share(event.client_x(), bounds.left(), bounds.width());
    let y = share(event.client_y(), bounds.top(), bounds.height());
    let is_inside = (0.0..1.0).contains(&x) && (0.0..1.0).contains(&y);
    #[expect(clippy::cast_possible_truncation, reason = "between 0 and 10000")]
    is_inside.then_some(((x * 10000.0) as i32, (y * 10000.0) as i32))
}

/// Puts the spot of light there, or out.
pub fn shine(shadow: &ShadowRoot, place: Option<(i32, i32)>) {
    let Some(light) = find(shadow, ".light") else { return };
    let style = light.style();
    if let Some((x, y)) = place {
        let _ = style.set_property("left", &format!("calc({x} * 0.01%)"));
        let _ = style.set_property("top", &format!("calc({y} * 0.01%)"));
    }
    let _ = style.set_property("visibility", if place.is_some() { "visible" } else { "" });
}

/// The pointer was moved: it is seen, and hides again later.
pub fn wake_pointer(host: &HtmlElement) -> Timeout {
    let _ = host.class_list().remove_1("is-idle");
    let host = host.clone();
    Timeout::new(IDLE_MS, move || {
        let _ = host.class_list().add_1("is-idle");
    })
}

#[wasm_bindgen]
extern "C" {
    /// As in the Screen Wake Lock API, which not all browsers have.
    type WakeLock;
    #[wasm_bindgen(method, catch)]
    fn request(this: &WakeLock, kind: &str) -> Result<Promise, JsValue>;

    type WakeLockSentinel;
    #[wasm_bindgen(method)]
    fn release(this: &WakeLockSentinel);
}

thread_local! {
    static SENTINEL: RefCell<Option<WakeLockSentinel>> = const { RefCell::new(None) };
    static IS_WANTED: Cell<bool> = const { Cell::new(false) };
}

/// Keeps the screen on, or lets it go dark again. The browser ends it by itself when the page is hidden.
pub fn keep_awake(on: bool) {
    IS_WANTED.set(on);
    if let Some(sentinel) = SENTINEL.take() {
        sentinel.release();
    }
    let navigator = web_sys::window().map(|window| window.navigator()).filter(|_| on);
    let lock = navigator.and_then(|navigator| Reflect::get(&navigator, &"wakeLock".into()).ok());
    let Some(lock) = lock.filter(|lock| !lock.is_undefined()) else { return };
    if let Ok(asked) = lock.unchecked_into::<WakeLock>().request("screen") {
        spawn_local(async move {
            // Refused while the battery is low: nothing to be done about it.
            if let Ok(sentinel) = JsFuture::from(asked).await {
                let sentinel: WakeLockSentinel = sentinel.unchecked_into();
                if IS_WANTED.get() {
                    SENTINEL.set(Some(sentinel));
                } else {
                    sentinel.release();
                }
            }
        });
    }
}
