//! The one place of the widgets that touches events: what is said when one comes, and a control's value.
//!
//! Elements that say something have a number as a property. One listener at the root for each kind of event looks for it:
//! a listener for each element, as Yew has them, would cost every reader 4 KB and each drawing some of its time.

use crate::app::msg::Msg;
use std::cell::RefCell;
use std::rc::Rc;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Event, HtmlTextAreaElement};
use yew::virtual_dom::AttributeOrProperty;

/// What an event says.
pub enum Says {
    This(Box<Msg>),
    /// The text of the field that it comes from.
    Text(fn(String) -> Msg),
}

/// The kinds of events that elements are drawn with: what the browser calls them, and the property that has the number.
#[derive(Clone, Copy)]
pub enum Kind {
    Click,
    Change,
    Input,
    Focus,
}

impl Kind {
    pub const ALL: [Self; 4] = [Self::Click, Self::Change, Self::Input, Self::Focus];

    pub fn event(self) -> &'static str {
        match self {
            Self::Click => "click",
            Self::Change => "change",
            Self::Input => "input",
            Self::Focus => "focusin",
        }
    }

    pub fn property(self) -> &'static str {
        match self {
            Self::Click => "saysOnClick",
            Self::Change => "saysOnChange",
            Self::Input => "saysOnInput",
            Self::Focus => "saysOnFocus",
        }
    }
}

/// What was drawn says, by numbers.
pub type Sayings = Vec<(u32, Says)>;

/// The sayings of what is on the screen, which listeners look into.
pub type Said = Rc<RefCell<Sayings>>;

/// What an event says: as the innermost element that says something does.
pub fn said(sayings: &Sayings, kind: Kind, event: &Event) -> Option<Msg> {
    let name = JsValue::from_str(kind.property());
    let number = |target: JsValue| Some(js_sys::Reflect::get(&target, &name).ok()?.as_f64()?.to_bits());
    let found = event.composed_path().iter().find_map(number)?;
    match &sayings.iter().find(|(number, _)| f64::from(*number).to_bits() == found)?.1 {
        Says::This(msg) => Some((**msg).clone()),
        Says::Text(msg) => Some(msg(value(event))),
    }
}

/// A property that is on or off.
pub fn property(on: bool) -> AttributeOrProperty {
    AttributeOrProperty::Property(JsValue::from_bool(on))
}

/// The number of what an element says. Outside of browsers there are no numbers to be had, and no events.
pub fn number(number: u32) -> AttributeOrProperty {
    let is_browser = cfg!(target_arch = "wasm32");
    AttributeOrProperty::Property(if is_browser { JsValue::from(number) } else { JsValue::NULL })
}

fn value(event: &Event) -> String {
    let target = event.target().map(JsCast::unchecked_into::<HtmlTextAreaElement>);
    target.map(|field| field.value()).unwrap_or_default()
}
