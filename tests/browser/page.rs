//! The page under test: opening it, asking it, waiting for it. Pressing and pointing are in `input.rs`.

use crate::browser::Browser;
use crate::driver::Kind;
use crate::settings;
use crate::site::Site;
use serde_json::{Value, json};
use std::time::{Duration, Instant};

/// What is asked of a page, as `see.…`.
pub const SEE: &str = include_str!("see.js");

/// How long a condition may take to come true.
const PATIENCE: Duration = Duration::from_secs(10);

/// Between two looks at a condition.
const PAUSE: Duration = Duration::from_millis(20);

/// A browser with the page in it, and the site that it came from.
pub struct Page {
    pub browser: Browser,
    pub site: Site,
}

impl Page {
    /// The shipped deck at an address within it, ready to use.
    pub fn open(rest: &str) -> Self {
        Self::open_site(Site::start(), rest)
    }

    /// A site with another deck, ready to use.
    pub fn open_site(site: Site, rest: &str) -> Self {
        let page = Self::load(site, rest);
        page.wait_for("see.place()", "a slide");
        page.settle();
        page
    }

    /// A page that may never show a slide.
    pub fn load(site: Site, rest: &str) -> Self {
        let page = Self::start(site);
        page.browser.go_to(&page.site.address(rest));
        page
    }

    /// Firefox in a window, with nothing in it yet.
    pub fn start_in_window(site: Site) -> Self {
        Self { browser: Browser::start_in_window(), site }
    }

    /// A browser with nothing in it yet.
    pub fn start(site: Site) -> Self {
        Self::start_in(Kind::Chromium, site)
    }

    /// The same in one of the browsers. In Firefox nothing can be run before a page's own scripts: it has to load
    /// `see.js` itself, as those of `tests/embed` do.
    pub fn start_in(kind: Kind, site: Site) -> Self {
        let page = Self { browser: Browser::start(kind), site };
        if kind == Kind::Chromium {
            page.before_all(SEE);
            page.size(1280, 720);
        }
        page
    }

    /// Runs a script in every document of this window from now on, before the page's own.
    pub fn before_all(&self, script: &str) {
        self.browser.send("Page.addScriptToEvaluateOnNewDocument", json!({"source": script}));
    }

    /// Waits for what is asked of a page that hasn't run `see.js`: a window that a page opened, and all of Firefox.
    pub fn look(&self, expression: &str) {
        if self.browser.kind == Kind::Chromium {
            self.before_all(SEE);
        }
        self.wait_for(&format!("(window.see || (() => {{ {SEE} }})(), {expression})"), expression);
    }

    /// Leaves the page for an empty one. ChromeDriver answers before that is there, and would lose another navigation
    /// that began meanwhile.
    pub fn leave(&self) {
        self.browser.go_to("about:blank");
        self.wait_for("location.href + document.readyState === 'about:blankcomplete'", "an empty page");
    }

    /// Goes to another address within the deck, as one that is typed in.
    pub fn go_to(&self, rest: &str) {
        self.leave();
        self.browser.go_to(&self.site.address(rest));
        self.wait_for("see.place()", "a slide");
        self.settle();
    }

    pub fn reload(&self) {
        self.browser.reload();
        self.wait_for("see.place()", "a slide after the reload");
        self.settle();
    }

    /// The value of an expression.
    pub fn value(&self, expression: &str) -> Value {
        self.browser.evaluate(expression).unwrap_or_else(|error| panic!("{expression}\n{error}"))
    }

    /// The value of an expression that is a text.
    pub fn text(&self, expression: &str) -> String {
        match self.value(expression) {
            Value::String(text) => text,
            other => panic!("{expression} is {other}, not a text"),
        }
    }

    /// The value of an expression that is a list of texts.
    pub fn texts(&self, expression: &str) -> Vec<String> {
        serde_json::from_value(self.value(expression))
            .unwrap_or_else(|_| panic!("{expression} isn't a list of texts"))
    }

    pub fn holds(&self, expression: &str) -> bool {
        self.value(&format!("Boolean({expression})")) == true
    }

    /// Waits until an expression is truthy. One that throws, as between two documents, isn't yet.
    pub fn wait_for(&self, expression: &str, what: &str) {
        self.wait_within(PATIENCE, expression, what);
    }

    /// The same, and it must not take longer than that.
    pub fn wait_within(&self, patience: Duration, expression: &str, what: &str) {
        self.wait(patience, &format!("Boolean({expression})"), expression, what);
    }

    /// Waits until a promise comes true.
    pub fn wait_for_promise(&self, promise: &str, what: &str) {
        self.wait(PATIENCE, &format!("Promise.resolve({promise}).then(Boolean)"), promise, what);
    }

    fn wait(&self, patience: Duration, wanted: &str, expression: &str, what: &str) {
        let start = Instant::now();
        while self.browser.evaluate(wanted) != Ok(Value::Bool(true)) {
            if start.elapsed() > patience {
                let shown = self.browser.evaluate("see.summary()");
                panic!("{what} didn't come in {} s: {expression}\nthe page: {shown:?}", patience.as_secs());
            }
            std::thread::sleep(PAUSE);
        }
    }

    pub fn wait_for_slide(&self, id: &str) {
        self.wait_for(&format!("see.slide() === '{id}'"), &format!("the slide `{id}`"));
    }

    /// Nothing came into the console, and no request came to nothing.
    pub fn assert_quiet(&self) {
        assert_eq!(self.browser.console(), [""; 0], "the console");
        assert_eq!(self.site.refused(), [], "requests");
    }

    /// Asks the page to look at its pictures, animations and frames, and doesn't wait for what it finds: the conditions
    /// of a test do that. `rest` waits, which takes walks through all slides several times as long.
    pub fn settle(&self) {
        self.wait_for("see.settled()", "a page at rest");
    }

    /// Waits until pictures have loaded, animations have ended, and everything has been drawn and measured.
    pub fn rest(&self) {
        self.wait_for_promise("see.settled()", "a page at rest");
    }

    /// Walks through all slides from the first, as PageDown does, and stops on each.
    pub fn walk(&self, mut look: impl FnMut(&str)) {
        self.press("Home");
        for (at, (id, _)) in settings::slides().into_iter().enumerate() {
            // Where a slide is too full the key scrolls it first.
            let (mut here, top) = (self.text("see.slide()"), "see.one('.scroller').scrollTop");
            while at > 0 && here != id {
                let before = self.value(top);
                self.press("PageDown");
                let moved = format!("see.slide() !== '{here}' || {top} !== {before}");
                self.wait_for(&moved, "the next slide, or more of this one");
                self.settle();
                let now = self.text("see.slide()");
                assert!(now == here || now == id, "{now} comes before {id}");
                here = now;
            }
            self.wait_for_slide(id);
            self.settle();
            look(id);
        }
    }

    pub fn size(&self, width: u32, height: u32) {
        let size = json!({"width": width, "height": height, "deviceScaleFactor": 1, "mobile": false});
        self.browser.send("Emulation.setDeviceMetricsOverride", size);
    }

    /// Gives Firefox's window this room, in CSS pixels: what is around it keeps its size. While the window changes the page
    /// may tell of it as it was, so that it is asked again.
    pub fn size_of_firefox(&self, width: u32, height: u32) {
        self.leave();
        let start = Instant::now();
        while !self.holds(&format!("innerWidth === {width} && innerHeight === {height}")) {
            assert!(start.elapsed() < PATIENCE, "the window isn't {width} by {height}");
            let around = self.value("[outerWidth - innerWidth, outerHeight - innerHeight]");
            let around: [u32; 2] = serde_json::from_value(around).expect("two lengths");
            self.browser.set_window(width + around[0], height + around[1]);
            std::thread::sleep(PAUSE);
        }
    }

    /// What the reader's system asks for, such as `prefers-color-scheme: dark`.
    pub fn prefer(&self, feature: &str, value: &str) {
        let features = json!({"features": [{"name": feature, "value": value}]});
        self.browser.send("Emulation.setEmulatedMedia", features);
    }
}
