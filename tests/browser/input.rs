//! Pressing keys, clicking, tapping, swiping: as the browser gets them from a person.

use crate::driver::Kind;
use crate::page::Page;
use serde_json::json;

pub const SHIFT: u32 = 8;
pub const CTRL: u32 = 2;
pub const ALT: u32 = 1;

/// A place in the window.
#[derive(Clone, Copy)]
pub struct Point {
    pub x: f64,
    pub y: f64,
}

impl Page {
    /// Presses and releases a key, named as in `KeyboardEvent.key`.
    pub fn press(&self, key: &str) {
        if self.browser.kind == Kind::Firefox {
            return self.browser.type_key(webdriver_key(key));
        }
        self.press_with(key, if key == "?" { SHIFT } else { 0 });
    }

    pub fn press_with(&self, key: &str, modifiers: u32) {
        let (code, number) = code(key);
        let text = text(key).filter(|_| modifiers & (CTRL | ALT) == 0);
        let kind = if text.is_some() { "keyDown" } else { "rawKeyDown" };
        for kind in [kind, "keyUp"] {
            let mut event = json!({
                "type": kind, "key": key, "code": code, "windowsVirtualKeyCode": number, "modifiers": modifiers,
            });
            if let Some(text) = text.filter(|_| kind == "keyDown") {
                event["text"] = json!(text);
            }
            self.browser.send("Input.dispatchKeyEvent", event);
        }
    }

    /// Types a text, as an input method or a paste does.
    pub fn write(&self, text: &str) {
        self.browser.send("Input.insertText", json!({"text": text}));
    }

    /// Clicks the middle of an element; fails where something else lies there.
    pub fn click(&self, element: &str) {
        self.wait_for(element, "what is to be clicked");
        self.click_at(self.point(element));
    }

    pub fn click_at(&self, point: Point) {
        self.drag(point, point);
    }

    pub fn double_click_at(&self, point: Point) {
        for count in [1, 2] {
            for kind in ["mousePressed", "mouseReleased"] {
                let event =
                    json!({"type": kind, "x": point.x, "y": point.y, "button": "left", "clickCount": count});
                self.browser.send("Input.dispatchMouseEvent", event);
            }
        }
    }

    /// Presses the mouse's button at one place and releases it at another.
    pub fn drag(&self, from: Point, to: Point) {
        if self.browser.kind == Kind::Firefox {
            #[expect(clippy::cast_possible_truncation, reason = "a window is small")]
            return self.browser.click_at(to.x as i64, to.y as i64);
        }
        self.mouse("mouseMoved", from, 0);
        self.mouse("mousePressed", from, 1);
        if (from.x, from.y) != (to.x, to.y) {
            self.mouse("mouseMoved", to, 1);
        }
        self.mouse("mouseReleased", to, 0);
    }

    /// Moves the mouse there, with no button pressed.
    pub fn point_at(&self, point: Point) {
        self.mouse("mouseMoved", point, 0);
    }

    fn mouse(&self, kind: &str, at: Point, buttons: u32) {
        let button = if kind == "mouseMoved" && buttons == 0 { "none" } else { "left" };
        let event = json!({"type": kind, "x": at.x, "y": at.y, "button": button, "buttons": buttons, "clickCount": 1});
        self.browser.send("Input.dispatchMouseEvent", event);
    }

    /// Makes the screen one that is touched.
    pub fn enable_touch(&self) {
        self.browser
            .send("Emulation.setTouchEmulationEnabled", json!({"enabled": true, "maxTouchPoints": 1}));
    }

    /// Taps the middle of an element with a finger.
    pub fn tap(&self, element: &str) {
        let point = self.point(element);
        self.touch("touchStart", Some(point));
        self.touch("touchEnd", None);
    }

    /// Moves a finger over the screen in several small steps.
    pub fn swipe(&self, from: Point, to: Point) {
        self.touch("touchStart", Some(from));
        for part in 1..=8 {
            let share = f64::from(part) / 8.0;
            let (x, y) = (from.x + (to.x - from.x) * share, from.y + (to.y - from.y) * share);
            self.touch("touchMove", Some(Point { x, y }));
        }
        self.touch("touchEnd", None);
    }

    fn touch(&self, kind: &str, at: Option<Point>) {
        let points: Vec<_> = at.iter().map(|at| json!({"x": at.x, "y": at.y})).collect();
        self.browser.send("Input.dispatchTouchEvent", json!({"type": kind, "touchPoints": points}));
    }

    /// The middle of an element, brought into view.
    pub fn point(&self, element: &str) -> Point {
        let point = self.value(&format!("see.point({element})"));
        Point { x: point["x"].as_f64().unwrap_or(-1.0), y: point["y"].as_f64().unwrap_or(-1.0) }
    }

    /// A place on the stage, in shares of its width and height.
    pub fn on_stage(&self, across: f64, down: f64) -> Point {
        let stage = self.value("see.stage()");
        let side = |name: &str| stage[name].as_f64().unwrap_or(0.0);
        Point { x: side("left") + side("width") * across, y: side("top") + side("height") * down }
    }
}

/// A key as WebDriver names it.
fn webdriver_key(key: &str) -> &str {
    match key {
        "Tab" => "\u{e004}",
        "Enter" => "\u{e007}",
        "Escape" => "\u{e00c}",
        "PageUp" => "\u{e00e}",
        "PageDown" => "\u{e00f}",
        "End" => "\u{e010}",
        "Home" => "\u{e011}",
        "ArrowLeft" => "\u{e012}",
        "ArrowUp" => "\u{e013}",
        "ArrowRight" => "\u{e014}",
        "ArrowDown" => "\u{e015}",
        key => {
            assert_eq!(key.chars().count(), 1, "{key} has no number here");
            key
        }
    }
}

/// `KeyboardEvent.code` and the number of a key on an American keyboard.
fn code(key: &str) -> (String, u32) {
    let number = match key {
        "F5" => 116,
        "Backspace" => 8,
        "Tab" => 9,
        "Enter" => 13,
        "Escape" => 27,
        " " => return ("Space".to_owned(), 32),
        "PageUp" => 33,
        "PageDown" => 34,
        "End" => 35,
        "Home" => 36,
        "ArrowLeft" => 37,
        "ArrowUp" => 38,
        "ArrowRight" => 39,
        "ArrowDown" => 40,
        "." => return ("Period".to_owned(), 190),
        "?" | "/" => return ("Slash".to_owned(), 191),
        digit if digit.parse::<u8>().is_ok() => {
            return (format!("Digit{digit}"), u32::from(digit.as_bytes()[0]));
        }
        letter => {
            let upper = letter.to_ascii_uppercase();
            return (format!("Key{upper}"), u32::from(upper.as_bytes()[0]));
        }
    };
    (key.to_owned(), number)
}

/// What a key types.
fn text(key: &str) -> Option<&str> {
    match key {
        "Enter" => Some("\r"),
        key => (key.len() == 1).then_some(key),
    }
}
