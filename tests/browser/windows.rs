//! Several windows of one browser. One of them is driven at a time: what is asked and pressed goes there.

use crate::page::{Page, SEE};
use thirtyfour::WindowHandle;

impl Page {
    /// Does what opens a window, and turns to that window as soon as it shows the deck.
    pub fn follow_new_window(&self, open: impl FnOnce(&Self)) -> WindowHandle {
        let before = self.browser.windows();
        open(self);
        let new = || self.browser.windows().into_iter().find(|window| !before.contains(window));
        let start = std::time::Instant::now();
        let window = loop {
            if let Some(window) = new() {
                break window;
            }
            assert!(start.elapsed().as_secs() < 10, "no window opened: {}", self.value("see.summary()"));
            std::thread::sleep(std::time::Duration::from_millis(20));
        };
        self.browser.turn_to(&window);
        self.look("see.place()");
        self.settle();
        window
    }

    /// Opens the deck once more, in a window that has nothing to do with the others.
    pub fn open_apart(&self, rest: &str) -> WindowHandle {
        let window = self.browser.open_window();
        self.browser.turn_to(&window);
        self.before_all(SEE);
        self.size(1280, 720);
        self.go_to(rest);
        window
    }

    /// Closes the window that is driven, and turns to another one.
    pub fn close_and_turn_to(&self, other: &WindowHandle) {
        self.browser.close_window();
        self.browser.turn_to(other);
    }

    /// In a window, from the one that is driven and back to it.
    pub fn in_window<R>(&self, window: &WindowHandle, look: impl FnOnce() -> R) -> R {
        let here = self.browser.window();
        self.browser.turn_to(window);
        let seen = look();
        self.browser.turn_to(&here);
        seen
    }
}
