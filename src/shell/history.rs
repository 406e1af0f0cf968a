//! The page's address: reading it, and writing it at most once in 300 ms.

use crate::app::address::Address;
use crate::app::effect::Entry;
use gloo_timers::callback::Timeout;
use std::cell::RefCell;
use std::rc::Rc;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::HtmlAnchorElement;

/// Browsers refuse pages that write their address too often.
const PAUSE_MS: u32 = 300;

/// The present address of the page, without query and fragment.
pub fn page() -> Option<String> {
    let mut address = web_sys::window()?.location().href().ok()?;
    address.truncate(address.find(['?', '#']).unwrap_or(address.len()));
    Some(address)
}

/// The page that shows the same deck in another language, as the site's own links name it; nothing if that is
/// this page, if there is none, or if the site lies elsewhere than it was built for: a page can't take such an address.
pub fn page_in(lang: &str) -> Option<String> {
    let window = web_sys::window()?;
    let document = window.document()?;
    let link = document.query_selector(&format!("link[rel=alternate][hreflang='{lang}']")).ok()??;
    let address = link.unchecked_into::<HtmlAnchorElement>().href();
    let is_own = address.starts_with(&window.location().origin().ok()?);
    (is_own && Some(&address) != page().as_ref()).then_some(address)
}

/// The address at which the page was opened, with the answers that were kept with its entry.
pub fn opening_address() -> Address {
    // An entry without answers doesn't hide those that are remembered on the device.
    let kept = state().filter(|answers| !answers.is_empty());
    let mut address = address();
    if kept.is_some() {
        address.answers = kept;
    }
    address
}

/// The address after Back, Forward or a link within the page. An entry that was written here says nothing of
/// answers: those on the screen stay.
pub fn next_address() -> Address {
    let mut address = address();
    if state().is_some() {
        address.answers = None;
    }
    address
}

/// The answers that were kept with the history's entry; nothing if another wrote the entry.
fn state() -> Option<String> {
    web_sys::window()?.history().ok()?.state().ok()?.as_string()
}

/// The present address of the page.
fn address() -> Address {
    let location = web_sys::window().map(|window| window.location());
    let part = |read: fn(&web_sys::Location) -> Result<String, JsValue>| {
        location.as_ref().and_then(|location| read(location).ok()).unwrap_or_default()
    };
    Address::parse(&part(web_sys::Location::search), &part(web_sys::Location::hash))
}

/// Writes addresses. What comes within the pause after a write waits for its end; a new entry stays
/// one, however often it changes meanwhile.
#[derive(Default)]
pub struct AddressWriter(Rc<RefCell<Waiting>>);

#[derive(Default)]
struct Waiting {
    address: Option<(String, Entry)>,
    answers: String,
    pause: Option<Timeout>,
}

impl AddressWriter {
    /// `answers` are kept with the entry, where a reload finds them.
    pub fn write(&self, address: String, entry: Entry, answers: String) {
        let mut waiting = self.0.borrow_mut();
        waiting.answers = answers;
        let is_new = entry == Entry::New || matches!(waiting.address, Some((_, Entry::New)));
        waiting.address = Some((address, if is_new { Entry::New } else { Entry::Present }));
        if waiting.pause.is_none() {
            drop(waiting);
            self.flush();
            self.pause();
        }
    }

    /// Writes what waits, at once.
    pub fn flush(&self) {
        let waiting = self.0.borrow_mut().address.take();
        if let Some((address, entry)) = waiting {
            write_now(&address, entry, &self.0.borrow().answers);
        }
    }

    /// Forgets what waits: the reader has gone to another entry, with which the answers are now kept.
    pub fn forget(&self, answers: &str) {
        self.0.borrow_mut().address = None;
        if let Some(history) = web_sys::window().and_then(|window| window.history().ok()) {
            let _ = history.replace_state_with_url(&answers.into(), "", None);
        }
    }

    fn pause(&self) {
        let shared = Rc::downgrade(&self.0);
        let timeout = Timeout::new(PAUSE_MS, move || {
            let Some(shared) = shared.upgrade() else { return };
            shared.borrow_mut().pause = None;
            let writer = Self(shared);
            let is_waiting = writer.0.borrow().address.is_some();
            if is_waiting {
                writer.flush();
                writer.pause();
            }
        });
        self.0.borrow_mut().pause = Some(timeout);
    }
}

/// Whether the page is in a frame of another. Back belongs to the page around it then.
pub fn is_framed() -> bool {
    web_sys::window().is_some_and(|own| own.parent().ok().flatten().as_ref() != Some(&own))
}

/// A browser that refuses (as in a frame without an origin) leaves the address as it was.
fn write_now(address: &str, entry: Entry, answers: &str) {
    let Some(history) = web_sys::window().and_then(|window| window.history().ok()) else { return };
    let (path, query) = address.split_at(address.find('?').unwrap_or(0));
    // An empty query would otherwise leave a bare `?` behind.
    let bare = query.strip_prefix('?').filter(|rest| rest.is_empty() || rest.starts_with('#'));
    let address = format!("{path}{}", bare.unwrap_or(query));
    let _ = match entry {
        Entry::New if !is_framed() => history.push_state_with_url(&answers.into(), "", Some(&address)),
        _ => history.replace_state_with_url(&answers.into(), "", Some(&address)),
    };
}
