//! The one place of the widgets that touches events: what is said when one comes, and a control's value.

use crate::app::msg::Msg;
use std::rc::Rc;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Event, HtmlTextAreaElement};
use yew::Callback;
use yew::virtual_dom::{AttributeOrProperty, Listener, ListenerKind};

/// What an event says.
enum Says {
    This(Box<Msg>),
    /// The text of the field that it comes from.
    Text(fn(String) -> Msg),
}

#[derive(Clone, Copy)]
enum Kind {
    Click,
    Change,
    Input,
}

struct Saying {
    kind: Kind,
    says: Says,
    send: Callback<Msg>,
}

impl Listener for Saying {
    fn kind(&self) -> ListenerKind {
        match self.kind {
            Kind::Click => ListenerKind::onclick,
            Kind::Change => ListenerKind::onchange,
            Kind::Input => ListenerKind::oninput,
        }
    }

    fn handle(&self, event: Event) {
        self.send.emit(match &self.says {
            Says::This(msg) => (**msg).clone(),
            Says::Text(msg) => msg(value(&event)),
        });
    }

    fn passive(&self) -> bool {
        false
    }
}

/// A property that is on or off.
pub fn property(on: bool) -> AttributeOrProperty {
    AttributeOrProperty::Property(JsValue::from_bool(on))
}

fn value(event: &Event) -> String {
    let target = event.target().map(JsCast::unchecked_into::<HtmlTextAreaElement>);
    target.map(|field| field.value()).unwrap_or_default()
}

/// A click says `msg`.
pub fn on_click(send: &Callback<Msg>, msg: Msg) -> Rc<dyn Listener> {
    Rc::new(Saying { kind: Kind::Click, says: Says::This(Box::new(msg)), send: send.clone() })
}

/// Choosing this control says `msg`.
pub fn on_change(send: &Callback<Msg>, msg: Msg) -> Rc<dyn Listener> {
    Rc::new(Saying { kind: Kind::Change, says: Says::This(Box::new(msg)), send: send.clone() })
}

/// Choosing or settling on a value says what it is.
pub fn on_value(send: &Callback<Msg>, msg: fn(String) -> Msg) -> Rc<dyn Listener> {
    Rc::new(Saying { kind: Kind::Change, says: Says::Text(msg), send: send.clone() })
}

/// Writing into the field says what stands in it.
pub fn on_input(send: &Callback<Msg>, msg: fn(String) -> Msg) -> Rc<dyn Listener> {
    Rc::new(Saying { kind: Kind::Input, says: Says::Text(msg), send: send.clone() })
}
