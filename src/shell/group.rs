//! Decks with one `sync-key`: they share the sides that are on and the lens.

use super::element::mounted;
use super::listeners::Happening;
use crate::app::msg::{HostMsg, Msg};
use crate::app::state::State;
use web_sys::HtmlElement;

/// Tells the others of the group the sides and the lens of `host`; a deck that has just come takes theirs instead, if
/// there are others.
pub fn share(host: &HtmlElement, key: &str, (sides, as_of): (String, String), is_new: bool) {
    let in_group = |other: &HtmlElement| other.get_attribute("sync-key").as_deref() == Some(key);
    let (mut own, mut others) = (None, Vec::new());
    for (other, line) in mounted() {
        if other == *host {
            own = Some(line);
        } else if in_group(&other) {
            others.push(line);
        }
    }
    if is_new {
        let position = others.iter().find_map(|line| line.ask(State::shared_text).flatten());
        if let (Some((sides, as_of)), Some(line)) = (position, own) {
            line.send(Happening::Said(Msg::Host(HostMsg::Group { sides, as_of })));
        }
        return;
    }
    for line in others {
        let (sides, as_of) = (sides.clone(), as_of.clone());
        line.send(Happening::Said(Msg::Host(HostMsg::Group { sides, as_of })));
    }
}
