//! Draws nodes one after another: open an element, say its attributes, draw what is in it, close it.
//!
//! The `html!` macro writes out the making of each element where it stands. Calls of these few functions
//! cost a reader about a quarter of the bytes (`docs/decisions/0005-widgets-are-functions.md`).

#[cfg(feature = "prerender")]
mod page;
mod picture;

use self::picture::Picture;
use super::dom::{Kind, Sayings, Says, number, property};
#[cfg(feature = "prerender")]
use super::markup::Markup;
use crate::app::msg::Msg;
use crate::app::screen::Select;
use std::cell::RefCell;
use yew::virtual_dom::{AttributeOrProperty, Attributes, Key, VList, VTag, VText};
use yew::{AttrValue, Html};

pub struct Pen {
    /// What the elements say, and the number of the next that says something.
    says: Sayings,
    next: u32,
    /// The elements that are open, the innermost last; the first holds what is drawn.
    open: Vec<Open>,
    /// Draws a picture, in which nothing can be operated.
    picture: Option<Picture>,
    /// Writes a page instead of making nodes.
    #[cfg(feature = "prerender")]
    markup: Option<Markup>,
}

/// The parts of a screen that count what says something by themselves. What is drawn before any of them is the stage.
pub enum Part {
    /// What is around the stage.
    Around,
    /// The slide in this place of the deck.
    Slide(usize),
}

struct Open {
    tag: VTag,
    names: Vec<&'static str>,
    values: Vec<Option<AttributeOrProperty>>,
    children: Vec<Html>,
}

impl Open {
    fn new(tag: &'static str) -> Self {
        Self { tag: VTag::new(tag), names: Vec::new(), values: Vec::new(), children: Vec::new() }
    }

    fn closed(self) -> VTag {
        let Self { mut tag, names, values, mut children } = self;
        tag.set_attributes(Attributes::Dynamic { keys: kept(&names), values: values.into() });
        if let Some(place) = tag.children_mut() {
            // Others may come beside one with a key, which then stays the same element.
            let is_only = children.len() == 1 && children[0].key().is_none();
            let only = if is_only { children.pop() } else { None };
            *place = only.unwrap_or_else(|| VList::with_children(children, None).into());
        }
        tag
    }
}

type AttributeNames = &'static [&'static str];

thread_local! {
    /// The lists of names that were used, of which there are as many as kinds of elements in the widgets.
    static NAMES: RefCell<Vec<AttributeNames>> = const { RefCell::new(Vec::new()) };
}

/// The list of attribute names, each list once: Yew compares two elements quickly where they share it.
fn kept(names: &[&'static str]) -> AttributeNames {
    NAMES.with_borrow_mut(|lists| {
        lists.iter().find(|list| ***list == *names).copied().unwrap_or_else(|| {
            let list: AttributeNames = names.to_vec().leak();
            lists.push(list);
            list
        })
    })
}

/// What an attribute can be set to; without a value it is left out.
pub trait Value {
    fn set(self, name: &'static str, pen: &mut Pen);
}

impl Value for &'static str {
    #[inline]
    fn set(self, name: &'static str, pen: &mut Pen) {
        pen.set(name, self);
    }
}

impl Value for Option<&'static str> {
    #[inline]
    fn set(self, name: &'static str, pen: &mut Pen) {
        if let Some(value) = self {
            pen.set(name, value);
        }
    }
}

impl Value for &String {
    #[inline]
    fn set(self, name: &'static str, pen: &mut Pen) {
        pen.set_text(name, self);
    }
}

impl Value for Option<&String> {
    #[inline]
    fn set(self, name: &'static str, pen: &mut Pen) {
        if let Some(value) = self {
            pen.set_text(name, value);
        }
    }
}

/// A number, or `true` and `false`, as their texts.
impl Value for u32 {
    #[inline]
    fn set(self, name: &'static str, pen: &mut Pen) {
        pen.set_number(name, self);
    }
}

impl Value for Option<u8> {
    #[inline]
    fn set(self, name: &'static str, pen: &mut Pen) {
        if let Some(value) = self {
            pen.set_number(name, u32::from(value));
        }
    }
}

impl Value for Option<bool> {
    #[inline]
    fn set(self, name: &'static str, pen: &mut Pen) {
        if let Some(value) = self {
            pen.set(name, if value { "true" } else { "false" });
        }
    }
}

impl Pen {
    pub fn new() -> Self {
        Self {
            says: Vec::new(),
            next: 0,
            open: vec![Open::new("")],
            picture: None,
            #[cfg(feature = "prerender")]
            markup: None,
        }
    }

    /// What was drawn, and what it says. An element that is still open is left out: each is closed where it was opened.
    pub fn drawn(mut self) -> (Html, Sayings) {
        debug_assert_eq!(self.open.len(), 1, "an element is still open");
        (VList::with_children(std::mem::take(&mut self.open[0].children), None).into(), self.says)
    }

    /// What is drawn now belongs to this part. What says something in it keeps its number whatever is drawn before it.
    pub fn belongs_to(&mut self, part: Part) {
        let range = match part {
            Part::Around => 1,
            Part::Slide(at) => at + 2,
        };
        self.next = u32::try_from(range << 16).unwrap_or_default();
    }

    // Elements.

    #[inline(never)]
    pub fn open(&mut self, tag: &'static str) -> &mut Self {
        #[cfg(feature = "prerender")]
        if let Some(markup) = &mut self.markup {
            markup.open(tag);
            return self;
        }
        self.open.push(Open::new(tag));
        self
    }

    /// Opens an element with a class.
    #[inline(never)]
    pub fn class(&mut self, tag: &'static str, class: &'static str) -> &mut Self {
        self.open(tag).attr("class", class)
    }

    #[inline(never)]
    pub fn close(&mut self) -> &mut Self {
        #[cfg(feature = "prerender")]
        if let Some(markup) = &mut self.markup {
            markup.close();
            return self;
        }
        if let Some(open) = self.open.pop() {
            match self.picture {
                Some(_) => self.put_in_picture(open),
                None => self.put(open.closed().into()),
            }
        }
        self
    }

    #[inline(never)]
    fn put(&mut self, node: Html) {
        if let Some(open) = self.open.last_mut() {
            open.children.push(node);
        }
    }

    /// The element that was opened last, where nodes are made.
    fn tag(&mut self) -> Option<&mut VTag> {
        self.open.last_mut().map(|open| &mut open.tag)
    }

    // Attributes of the element that was opened last.

    #[inline]
    pub fn attr(&mut self, name: &'static str, value: impl Value) -> &mut Self {
        value.set(name, self);
        self
    }

    #[inline(never)]
    fn set(&mut self, name: &'static str, value: &'static str) {
        self.set_value(name, AttrValue::Static(value));
    }

    #[inline(never)]
    fn set_text(&mut self, name: &'static str, value: &str) {
        self.set_value(name, AttrValue::from(value.to_owned()));
    }

    #[inline(never)]
    fn set_number(&mut self, name: &'static str, value: u32) {
        self.set_value(name, AttrValue::from(value.to_string()));
    }

    fn set_value(&mut self, name: &'static str, value: AttrValue) {
        #[cfg(feature = "prerender")]
        if let Some(markup) = &mut self.markup {
            markup.attr(name, &value);
            return;
        }
        if !self.leaves_out(name) {
            self.put_value(name, AttributeOrProperty::Attribute(value));
        }
    }

    fn put_value(&mut self, name: &'static str, value: AttributeOrProperty) {
        if let Some(open) = self.open.last_mut() {
            open.names.push(name);
            open.values.push(Some(value));
        }
    }

    /// A boolean attribute.
    #[inline(never)]
    pub fn flag(&mut self, name: &'static str, on: bool) -> &mut Self {
        self.attr(name, on.then_some(name))
    }

    /// The element keeps its place among others that come and go.
    #[inline(never)]
    pub fn key(&mut self, key: &str) -> &mut Self {
        if let Some(tag) = self.tag() {
            tag.key = Some(Key::from(key.to_owned()));
        }
        self
    }

    // Texts.

    #[inline(never)]
    pub fn text(&mut self, text: &str) -> &mut Self {
        self.put_text(AttrValue::from(text.to_owned()))
    }

    /// A text that is known beforehand.
    #[inline(never)]
    pub fn words(&mut self, text: &'static str) -> &mut Self {
        self.put_text(AttrValue::Static(text))
    }

    fn put_text(&mut self, text: AttrValue) -> &mut Self {
        #[cfg(feature = "prerender")]
        if let Some(markup) = &mut self.markup {
            markup.text(&text);
            return self;
        }
        self.put(VText::new(text).into());
        self
    }

    /// A whole element with nothing but a text.
    #[inline(never)]
    pub fn with_words(&mut self, tag: &'static str, text: &'static str) -> &mut Self {
        self.open(tag).words(text).close()
    }

    #[inline(never)]
    pub fn with_text(&mut self, tag: &'static str, text: &str) -> &mut Self {
        self.open(tag).text(text).close()
    }

    // Controls.

    /// A click on the element says `msg`.
    #[inline(never)]
    pub fn on_click(&mut self, msg: Msg) -> &mut Self {
        self.listen(Kind::Click, Says::This(Box::new(msg)))
    }

    /// A radio button; choosing it says `msg`.
    #[inline(never)]
    pub fn radio(&mut self, name: &String, checked: bool, msg: Msg) -> &mut Self {
        self.open("input").attr("type", "radio").attr("name", name);
        if let Some(tag) = self.control() {
            tag.set_checked(checked);
        }
        self.listen(Kind::Change, Says::This(Box::new(msg))).close()
    }

    /// A field for one line; writing into it says what stands there.
    #[inline(never)]
    pub fn line_field(&mut self, value: &str, msg: fn(String) -> Msg) -> &mut Self {
        self.open("input").attr("type", "text");
        self.value_field(value, msg)
    }

    /// A field for several lines; writing into it says what stands there.
    #[inline(never)]
    pub fn field(&mut self, value: &str, msg: fn(String) -> Msg) -> &mut Self {
        self.open("textarea").attr("rows", "3");
        self.value_field(value, msg).close()
    }

    fn value_field(&mut self, value: &str, msg: fn(String) -> Msg) -> &mut Self {
        if let Some(tag) = self.control() {
            tag.set_value(Some(AttrValue::from(value.to_owned())));
        }
        self.listen(Kind::Input, Says::Text(msg))
    }

    /// A list to choose one value of; choosing says the value.
    #[inline(never)]
    pub fn select(&mut self, label: &'static str, options: &[Select], msg: fn(String) -> Msg) -> &mut Self {
        self.open("select").attr("aria-label", label).attr("title", label);
        self.listen(Kind::Change, Says::Text(msg));
        for (value, name, is_chosen) in options {
            self.open("option").attr("value", value);
            self.property("selected", *is_chosen);
            self.text(name).close();
        }
        self.close()
    }

    /// A slider; moving it says the value, letting it go says `settled`. It stays open for further attributes.
    #[inline(never)]
    pub fn slider(&mut self, value: u32, msg: fn(String) -> Msg, settled: Msg) -> &mut Self {
        self.open("input").attr("type", "range");
        if let Some(tag) = self.control() {
            tag.set_value(Some(AttrValue::from(value.to_string())));
        }
        self.listen(Kind::Input, Says::Text(msg)).listen(Kind::Change, Says::This(Box::new(settled)));
        #[cfg(feature = "prerender")]
        self.page_value(value);
        self
    }

    /// The element whose state is about to be set; a picture's has none.
    fn control(&mut self) -> Option<&mut VTag> {
        if self.picture.is_some() { None } else { self.tag() }
    }

    /// What the element has as a property, not as an attribute.
    fn property(&mut self, name: &'static str, on: bool) {
        #[cfg(feature = "prerender")]
        self.page_flag(name, on);
        if self.picture.is_none() {
            self.put_value(name, property(on));
        }
    }

    #[inline(never)]
    pub fn listen(&mut self, kind: Kind, says: Says) -> &mut Self {
        if self.picture.is_none() && !self.open.is_empty() {
            self.put_value(kind.property(), number(self.next));
            self.says.push((self.next, says));
            self.next += 1;
        }
        self
    }
}
