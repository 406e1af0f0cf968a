//! The channel between the two windows of a pair.

use super::listeners::Happening;
use crate::app::effect::Kept;
use crate::app::msg::{HostMsg, Msg};
use crate::app::pair::{Pair, Role};
use gloo_events::EventListener;
use gloo_timers::callback::Interval;
use std::cell::{Cell, RefCell};
use wasm_bindgen::JsCast;
use web_sys::{BroadcastChannel, MessageEvent};
use yew::Callback;

/// How often the speaker's clock moves, and how many of its ticks lie between two questions whether the other
/// window is still there.
const TICK_MS: u32 = 1000;
const PULSE: u32 = 3;

/// Opened with the first word that is said.
pub struct Channel {
    /// The pair.
    id: String,
    tell: Callback<Happening>,
    open: RefCell<Option<Open>>,
}

struct Open {
    channel: BroadcastChannel,
    _listener: EventListener,
    _ticks: Interval,
}

impl Drop for Open {
    fn drop(&mut self) {
        self.channel.close();
    }
}

impl Channel {
    pub fn new(id: &str, tell: Callback<Happening>) -> Self {
        Self { id: id.to_owned(), tell, open: RefCell::default() }
    }

    pub fn say(&self, text: &str) {
        let mut open = self.open.borrow_mut();
        if open.is_none() {
            *open = self.opened();
        }
        if let Some(open) = open.as_ref() {
            let _ = open.channel.post_message(&text.into());
        }
    }

    /// Leaves the channel if another pair's is meant.
    pub fn belong_to(&mut self, id: &str) {
        if self.id != id {
            id.clone_into(&mut self.id);
            self.open.take();
        }
    }

    fn opened(&self) -> Option<Open> {
        let channel = BroadcastChannel::new(&format!("kurabe {}", self.id)).ok()?;
        let heard = self.tell.clone();
        let listener = EventListener::new(&channel, "message", move |event| {
            let text = event.unchecked_ref::<MessageEvent>().data().as_string();
            if let Some(text) = text {
                heard.emit(Happening::Heard(text));
            }
        });
        let (tell, ticks) = (self.tell.clone(), Cell::new(0));
        let ticks = Interval::new(TICK_MS, move || {
            ticks.set(ticks.get() + 1);
            tell.emit(Happening::Ticked { with_pulse: ticks.get() % PULSE == 0 });
        });
        Some(Open { channel, _listener: listener, _ticks: ticks })
    }
}

/// The pair to which this window belongs: as its address or an earlier visit says, else a new one, in which it is
/// alone.
pub fn pair(view: Option<&str>, named: Option<&str>, kept: Option<String>) -> Pair {
    let named = named.filter(|id| !id.is_empty()).map(str::to_owned);
    let role = match (view, &named, &kept) {
        (Some("speaker"), ..) => Role::Speaker,
        (_, None, None) => Role::Alone,
        _ => Role::Audience,
    };
    Pair::new(role, named.or(kept).unwrap_or_else(random_id))
}

fn random_id() -> String {
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "between 0 and 2^32")]
    let part = || (js_sys::Math::random() * 4_294_967_296.0) as u32;
    format!("{:x}{:x}", part(), part())
}

/// What is kept from an earlier visit.
pub fn kept_messages(storage: &super::storage::Storage) -> Vec<Msg> {
    let mut messages = Vec::new();
    for kept in [Kept::NotesSize, Kept::PlainKeysOff, Kept::Clock, Kept::Answers] {
        messages.extend(storage.find(kept).map(|value| Msg::Host(HostMsg::Setting(kept, value))));
    }
    messages
}
