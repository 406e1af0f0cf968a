//! One browser, as plain calls: a test is a list of steps, and each waits for the one before.

use crate::driver::{Display, Kind, Leave};
use crate::settings;
use serde_json::{Value, json};
use thirtyfour::{
    ChromeCapabilities, ChromiumLikeCapabilities, DesiredCapabilities, FirefoxCapabilities,
    LoggingPrefsLogLevel, WebDriver, WindowHandle,
};
use tokio::runtime::{Builder, Runtime};

const ARGUMENTS: [&str; 8] = [
    "--headless=new",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--window-size=1280,720",
];

/// A running browser. It is closed when this is dropped, by a panic too.
pub struct Browser {
    pub kind: Kind,
    runtime: Runtime,
    session: Option<WebDriver>,
    _leave: Leave,
    _display: Option<Display>,
}

/// How far a page is that doesn't load, and which of its files have no answer.
const LOADING: &str = "[location.href, document.readyState, performance.getEntriesByType('resource')
    .filter((one) => !one.responseEnd).map((one) => one.name), document.images.length]";

impl Browser {
    /// Opens a browser with a profile of its own.
    pub fn start(kind: Kind) -> Self {
        Self::start_on(kind, None)
    }

    /// Opens Firefox in a window.
    pub fn start_in_window() -> Self {
        Self::start_on(Kind::Firefox, Some(Display::start()))
    }

    fn start_on(kind: Kind, display: Option<Display>) -> Self {
        let leave = Leave::wait(kind, display.as_ref());
        let runtime = Builder::new_current_thread().enable_all().build().expect("a runtime starts");
        let address = &leave.driver.address;
        let session = runtime.block_on(async {
            match kind {
                Kind::Chromium => WebDriver::new(address, chromium()).await,
                Kind::Firefox => WebDriver::new(address, firefox(display.is_some())).await,
            }
        });
        let session = Some(session.unwrap_or_else(|error| panic!("{kind:?} does not start: {error}")));
        Self { kind, runtime, session, _leave: leave, _display: display }
    }

    fn session(&self) -> &WebDriver {
        self.session.as_ref().expect("the browser is open until it is dropped")
    }

    /// Sends a DevTools command; Chromium alone has them.
    pub fn send(&self, method: &str, parameters: Value) -> Value {
        let answer = self.runtime.block_on(self.session().cdp().send_raw(method, parameters));
        answer.unwrap_or_else(|error| panic!("{method} failed: {error}"))
    }

    /// The value of a JavaScript expression in the page, a promise awaited, or what it threw.
    pub fn evaluate(&self, expression: &str) -> Result<Value, String> {
        if self.kind == Kind::Firefox {
            let script = format!("return (async () => ({expression}))()");
            let answer = self.runtime.block_on(self.session().execute(script, Vec::new()));
            return answer.map(|answer| answer.json().clone()).map_err(|error| error.to_string());
        }
        let wanted = json!({"expression": expression, "awaitPromise": true, "returnByValue": true});
        let answer = self.runtime.block_on(self.session().cdp().send_raw("Runtime.evaluate", wanted));
        let mut answer = answer.map_err(|error| error.to_string())?;
        match answer.get("exceptionDetails") {
            Some(thrown) => Err(thrown["exception"]["description"].as_str().unwrap_or("threw").to_owned()),
            None => Ok(answer["result"]["value"].take()),
        }
    }

    pub fn go_to(&self, address: &str) {
        let loaded = self.runtime.block_on(self.session().goto(address));
        if let Err(error) = loaded {
            panic!("{address} doesn't load: {:?}\n{error}", self.evaluate(LOADING));
        }
    }

    pub fn reload(&self) {
        self.runtime.block_on(self.session().refresh()).expect("the page loads anew");
    }

    pub fn back(&self) {
        self.runtime.block_on(self.session().back()).expect("the browser goes back");
    }

    pub fn forward(&self) {
        self.runtime.block_on(self.session().forward()).expect("the browser goes forward");
    }

    /// The window that is driven.
    pub fn window(&self) -> WindowHandle {
        self.runtime.block_on(self.session().window()).expect("there is a window")
    }

    pub fn windows(&self) -> Vec<WindowHandle> {
        self.runtime.block_on(self.session().windows()).expect("windows are known")
    }

    /// Drives another window from now on.
    pub fn turn_to(&self, window: &WindowHandle) {
        self.runtime.block_on(self.session().switch_to_window(window.clone())).expect("the window is there");
    }

    /// Gives the window an outer size, in CSS pixels.
    pub fn set_window(&self, width: u32, height: u32) {
        self.runtime
            .block_on(self.session().set_window_rect(0, 0, width, height))
            .expect("the window is sized");
    }

    /// Opens a window of its own, with nothing in it.
    pub fn open_window(&self) -> WindowHandle {
        self.runtime.block_on(self.session().new_window()).expect("a window opens")
    }

    /// Drives the page in the first frame, until another page is opened.
    pub fn enter_frame(&self) {
        self.runtime.block_on(self.session().enter_frame(0)).expect("there is a frame");
    }

    /// Closes the window that is driven.
    pub fn close_window(&self) {
        self.runtime.block_on(self.session().close_window()).expect("the window closes");
    }

    /// Presses and lets go a key as WebDriver names it; Firefox, where there are no DevTools commands.
    pub fn type_key(&self, key: &str) {
        let keys = self.session().action_chain().send_keys(key);
        self.runtime.block_on(keys.perform()).expect("a key is pressed");
    }

    /// Types keys as WebDriver names them, one after another, so many milliseconds apart.
    pub fn type_keys(&self, keys: &str, apart: u64) {
        let pause = std::time::Duration::from_millis(apart);
        let keys = self.session().action_chain_with_delay(Some(pause), None).send_keys(keys);
        self.runtime.block_on(keys.perform()).expect("keys are typed");
    }

    /// Presses Tab so many times, forwards or with Shift.
    pub fn tab(&self, times: usize, is_back: bool) {
        let (shift, tab) = ('\u{e008}', '\u{e004}');
        let chain = (0..times).fold(self.session().action_chain(), |chain, _| {
            let chain = if is_back { chain.key_down(shift) } else { chain };
            let chain = chain.key_down(tab).key_up(tab);
            if is_back { chain.key_up(shift) } else { chain }
        });
        self.runtime.block_on(chain.perform()).expect("keys are typed");
    }

    /// Clicks on a point of the window, in CSS pixels; likewise.
    pub fn click_at(&self, x: i64, y: i64) {
        let click = self.session().action_chain().move_to(x, y).click();
        self.runtime.block_on(click.perform()).expect("the pointer clicks");
    }

    /// Everything that came into the console since the last call: of all levels, breaks of the policy
    /// and failed requests included. Firefox doesn't tell it.
    pub fn console(&self) -> Vec<String> {
        if self.kind == Kind::Firefox {
            return Vec::new();
        }
        let log = self.runtime.block_on(self.session().browser_log()).expect("the log is kept");
        log.iter().map(|entry| format!("{}: {}", entry.level, entry.message)).collect()
    }
}

impl Drop for Browser {
    fn drop(&mut self) {
        if let Some(session) = self.session.take() {
            let _ = self.runtime.block_on(session.quit());
        }
    }
}

fn firefox(has_display: bool) -> FirefoxCapabilities {
    let mut wanted = DesiredCapabilities::firefox();
    let headless = (!has_display).then_some("-headless");
    for argument in ["--width=1280", "--height=800"].into_iter().chain(headless) {
        wanted.add_arg(argument).expect("an argument is text");
    }
    wanted
        .set_firefox_binary(&settings::path("KURABE_FIREFOX").display().to_string())
        .expect("a path is text");
    wanted
}

fn chromium() -> ChromeCapabilities {
    let mut wanted = DesiredCapabilities::chrome();
    let sandbox = is_root().then_some("--no-sandbox");
    for argument in ARGUMENTS.into_iter().chain(sandbox) {
        wanted.add_arg(argument).expect("an argument is text");
    }
    let program = settings::path("KURABE_CHROMIUM").display().to_string();
    wanted.set_binary(&program).expect("a path is text");
    wanted.set_browser_log_level(LoggingPrefsLogLevel::All).expect("a level is text");
    wanted
}

/// Chromium's sandbox refuses root.
fn is_root() -> bool {
    let id = std::process::Command::new("id").arg("-u").output();
    id.is_ok_and(|id| id.stdout.trim_ascii() == b"0")
}
