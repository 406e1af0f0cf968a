//! The page that is measured, driven over the DevTools protocol by nothing else: a driver between them does work of its
//! own in the page, which would be measured with it.

use std::cell::RefCell;
use std::path::Path;
use std::thread::sleep;
use std::time::{Duration, Instant};

use anyhow::{Result, bail};
use serde_json::{Value, json};

use crate::chromium::Chromium;

/// How long a page may take to leave.
const LEAVING: Duration = Duration::from_secs(10);

/// The browser's one tab.
pub struct Tab {
    chromium: RefCell<Chromium>,
}

impl Tab {
    /// Opens a browser that knows nothing of earlier ones: `profile` is a new directory. The page is 1280 by 720 CSS
    /// pixels large.
    pub fn open(program: &Path, profile: &Path) -> Result<Self> {
        let chromium = Chromium::start(program, profile)?;
        let tab = Self { chromium: RefCell::new(chromium) };
        tab.send("Page.enable", json!({}))?;
        let size = json!({"width": 1280, "height": 720, "deviceScaleFactor": 1, "mobile": false});
        tab.send("Emulation.setDeviceMetricsOverride", size)?;
        Ok(tab)
    }

    /// Sends a DevTools command.
    pub fn send(&self, method: &str, parameters: Value) -> Result<Value> {
        self.chromium.borrow_mut().send(method, &parameters)
    }

    /// Sends a DevTools command that is not about the page.
    pub fn send_to_browser(&self, method: &str, parameters: Value) -> Result<Value> {
        self.chromium.borrow_mut().send_to_browser(method, &parameters)
    }

    /// The events of the network since they were last taken or a page began to load, up to the last command's answer.
    pub fn take_network(&self) -> Vec<Value> {
        self.chromium.borrow_mut().take_network()
    }

    /// The value of a JavaScript expression in the page; a promise is awaited.
    pub fn value(&self, expression: &str) -> Result<Value> {
        let wanted = json!({"expression": expression, "awaitPromise": true, "returnByValue": true});
        let mut answer = self.send("Runtime.evaluate", wanted)?;
        if let Some(thrown) = answer.get("exceptionDetails") {
            bail!("the page threw: {}", thrown["exception"]["description"].as_str().unwrap_or("something"));
        }
        Ok(answer["result"]["value"].take())
    }

    /// Runs `script` in every page from now on, before the page's own scripts.
    pub fn run_in_every_page(&self, script: &str) -> Result<()> {
        self.send("Page.addScriptToEvaluateOnNewDocument", json!({"source": script})).map(drop)
    }

    /// Begins to load `address` anew and doesn't wait for it.
    pub fn begin_loading(&self, address: &str) -> Result<()> {
        self.send("Page.navigate", json!({"url": "about:blank"}))?;
        // A page that is still leaving would take the next navigation for one of its own, and never answer it.
        let start = Instant::now();
        while self.value("location.href + document.readyState").ok() != Some(json!("about:blankcomplete")) {
            if start.elapsed() > LEAVING {
                bail!("the page before {address} does not leave");
            }
            sleep(Duration::from_millis(20));
        }
        self.take_network();
        self.send("Page.navigate", json!({"url": address})).map(drop)
    }

    /// Presses and releases a key that prints nothing, as a person would.
    pub fn press(&self, key: &str, number: u32) -> Result<()> {
        for kind in ["rawKeyDown", "keyUp"] {
            let event = json!({"type": kind, "key": key, "code": key, "windowsVirtualKeyCode": number});
            self.send("Input.dispatchKeyEvent", event)?;
        }
        Ok(())
    }

    /// Presses and releases a key that prints `text`.
    pub fn type_key(&self, text: &str, code: &str, number: u32) -> Result<()> {
        let key = json!({"key": text, "code": code, "windowsVirtualKeyCode": number});
        for (kind, text) in [("keyDown", text), ("keyUp", "")] {
            let mut event = key.clone();
            event["type"] = json!(kind);
            event["text"] = json!(text);
            self.send("Input.dispatchKeyEvent", event)?;
        }
        Ok(())
    }
}
