//! Starts ChromeDriver and Chromium, and speaks the DevTools protocol with the page. Both end with the run, whatever
//! happens in it.

use std::io::{BufRead, BufReader};
use std::path::Path;
use std::process::{Child, Command, Stdio};

use anyhow::{Context, Result, bail};
use serde_json::{Value, json};
use thirtyfour::{ChromiumLikeCapabilities, DesiredCapabilities, WebDriver};

use crate::chromium;
use crate::test::Browser;

/// The running ChromeDriver. It is stopped when this is dropped.
pub struct Driver {
    process: Child,
    address: String,
}

impl Driver {
    /// Starts ChromeDriver on a port of its choice.
    pub fn start(program: &Path) -> Result<Self> {
        let mut command = Command::new(program);
        command.arg("--port=0").stdout(Stdio::piped()).stderr(Stdio::null());
        let mut process = command.spawn().with_context(|| format!("can't start {}", program.display()))?;
        let output = process.stdout.take().context("ChromeDriver has no output")?;
        let port = BufReader::new(output).lines().map_while(Result::ok).find_map(|line| port_in(&line));
        match port {
            Some(port) => Ok(Self { process, address: format!("http://127.0.0.1:{port}") }),
            None => bail!("ChromeDriver ended before it named its port"),
        }
    }

    /// Opens a browser that knows nothing of earlier ones: its profile is a new directory below `scratch`.
    pub async fn open(&self, browser: &Browser, scratch: &Path) -> Result<Tab> {
        let mut wanted = DesiredCapabilities::chrome();
        for argument in chromium::arguments(&scratch.join("profile")) {
            wanted.add_arg(&argument)?;
        }
        wanted.set_binary(&browser.program.display().to_string())?;
        let session = WebDriver::new(&self.address, wanted).await.context("Chromium did not start")?;
        Ok(Tab { session })
    }
}

impl Drop for Driver {
    fn drop(&mut self) {
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}

/// The browser's one tab.
pub struct Tab {
    session: WebDriver,
}

impl Tab {
    /// Sends a DevTools command.
    pub async fn send(&self, method: &str, parameters: Value) -> Result<Value> {
        self.session.cdp().send_raw(method, parameters).await.with_context(|| format!("{method} failed"))
    }

    /// The value of a JavaScript expression in the page; a promise is awaited.
    pub async fn value(&self, expression: &str) -> Result<Value> {
        let wanted = json!({"expression": expression, "awaitPromise": true, "returnByValue": true});
        let mut answer = self.send("Runtime.evaluate", wanted).await?;
        if let Some(thrown) = answer.get("exceptionDetails") {
            bail!("the page threw: {}", thrown["exception"]["description"].as_str().unwrap_or("something"));
        }
        Ok(answer["result"]["value"].take())
    }

    /// Runs `script` in every page from now on, before the page's own scripts.
    pub async fn run_in_every_page(&self, script: &str) -> Result<()> {
        self.send("Page.addScriptToEvaluateOnNewDocument", json!({"source": script})).await.map(drop)
    }

    /// Begins to load `address` anew and doesn't wait for it.
    pub async fn begin_loading(&self, address: &str) -> Result<()> {
        self.send("Page.navigate", json!({"url": "about:blank"})).await?;
        self.send("Page.navigate", json!({"url": address})).await.map(drop)
    }

    /// Presses and releases a key that prints nothing, as a person would.
    pub async fn press(&self, key: &str, number: u32) -> Result<()> {
        for kind in ["rawKeyDown", "keyUp"] {
            let event = json!({"type": kind, "key": key, "code": key, "windowsVirtualKeyCode": number});
            self.send("Input.dispatchKeyEvent", event).await?;
        }
        Ok(())
    }

    /// Presses and releases a key that prints `text`.
    pub async fn type_key(&self, text: &str, code: &str, number: u32) -> Result<()> {
        let key = json!({"key": text, "code": code, "windowsVirtualKeyCode": number});
        for (kind, text) in [("keyDown", text), ("keyUp", "")] {
            let mut event = key.clone();
            event["type"] = json!(kind);
            event["text"] = json!(text);
            self.send("Input.dispatchKeyEvent", event).await?;
        }
        Ok(())
    }

    /// Closes the browser.
    pub async fn close(self) {
        let _ = self.session.quit().await;
    }
}

/// The port in ChromeDriver's greeting: "ChromeDriver was started successfully on port 43521."
fn port_in(line: &str) -> Option<u16> {
    line.split_once("started successfully on port ")?.1.trim_end_matches('.').parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_port_is_read_from_the_greeting() {
        assert_eq!(port_in("ChromeDriver was started successfully on port 43521."), Some(43521));
        assert_eq!(port_in("Only local connections are allowed."), None);
    }
}
