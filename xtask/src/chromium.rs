//! Runs Chromium without a window and speaks the DevTools protocol with it over a pair of pipes: no driver and no port
//! are needed. The browser ends with the command, whatever happens in it.

use std::io::{BufRead, BufReader, Read, Write};
use std::path::Path;
use std::process::{Child, ChildStdin, Command, Stdio};
use std::sync::mpsc::{self, Receiver};
use std::thread;
use std::time::{Duration, Instant};

use anyhow::{Context, Result, bail};
use serde_json::{Value, json};

use crate::system;

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

/// Chromium reads commands from its file 3 and answers into its file 4.
const WITH_PIPES: &str = r#"exec "$0" "$@" 3<&0 4>&1 </dev/null >/dev/null"#;

/// How long an answer may take.
const PATIENCE: Duration = Duration::from_secs(120);

/// How long closing may take.
const FAREWELL: Duration = Duration::from_secs(5);

/// How a browser is started that nobody sees and that knows nothing of earlier ones: `profile` is a new directory.
pub fn arguments(profile: &Path) -> Vec<String> {
    let mut arguments: Vec<String> = ARGUMENTS.map(str::to_owned).into();
    arguments.push(format!("--user-data-dir={}", profile.display()));
    if system::is_root() {
        arguments.push("--no-sandbox".to_owned());
    }
    arguments
}

/// A running browser with one page. It is stopped when this is dropped.
pub struct Chromium {
    process: Child,
    commands: ChildStdin,
    answers: Receiver<Value>,
    /// The number of the last command.
    last: u64,
    /// What the page's commands are marked with.
    session: Option<String>,
    /// What the browser has told of the network, in its order.
    network: Vec<Value>,
}

impl Chromium {
    /// Starts `program` with an empty page.
    pub fn start(program: &Path, profile: &Path) -> Result<Self> {
        let mut command = Command::new("sh");
        command.args(["-c", WITH_PIPES]).arg(program).args(arguments(profile)).arg("--remote-debugging-pipe");
        command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::null());
        let mut process = command.spawn().with_context(|| format!("can't start {}", program.display()))?;
        let commands = process.stdin.take().context("Chromium has no input")?;
        let answers = answers(process.stdout.take().context("Chromium has no output")?);
        let mut chromium = Self { process, commands, answers, last: 0, session: None, network: Vec::new() };
        let target = chromium.send("Target.createTarget", &json!({"url": "about:blank"}))?;
        let wanted = json!({"targetId": target["targetId"], "flatten": true});
        let session = chromium.send("Target.attachToTarget", &wanted)?;
        chromium.session = session["sessionId"].as_str().map(str::to_owned);
        Ok(chromium)
    }

    /// Sends a command to the browser instead of the page and returns its result.
    pub fn send_to_browser(&mut self, method: &str, parameters: &Value) -> Result<Value> {
        let session = self.session.take();
        let result = self.send(method, parameters);
        self.session = session;
        result
    }

    /// Sends a command and returns its result.
    pub fn send(&mut self, method: &str, parameters: &Value) -> Result<Value> {
        self.last += 1;
        let mut command = json!({"id": self.last, "method": method, "params": parameters});
        if let Some(session) = &self.session {
            command["sessionId"] = json!(session);
        }
        let sent = write!(self.commands, "{command}\0").and_then(|()| self.commands.flush());
        sent.with_context(|| format!("Chromium ended before {method}"))?;
        let mut answer = self.answer().with_context(|| format!("{method} had no answer from Chromium"))?;
        if let Some(error) = answer["error"]["message"].as_str() {
            bail!("{method} failed: {error}");
        }
        Ok(answer["result"].take())
    }

    /// The answer to the last command. What else the browser tells is left aside, but for the network's events.
    fn answer(&mut self) -> Result<Value> {
        loop {
            let message = self.answers.recv_timeout(PATIENCE)?;
            if message["id"] == self.last {
                return Ok(message);
            }
            if message["method"].as_str().is_some_and(|method| method.starts_with("Network.")) {
                self.network.push(message);
            }
        }
    }

    /// The events of the network up to the last answer that have not been taken yet. There are none before
    /// `Network.enable`.
    pub fn take_network(&mut self) -> Vec<Value> {
        std::mem::take(&mut self.network)
    }

    /// Asks the browser to close, and tells whether it did. It then leaves nothing that still writes into its profile.
    fn closes(&mut self) -> bool {
        self.session = None;
        let _ = self.send("Browser.close", &json!({}));
        let start = Instant::now();
        while start.elapsed() < FAREWELL {
            if matches!(self.process.try_wait(), Ok(Some(_))) {
                return true;
            }
            thread::sleep(Duration::from_millis(20));
        }
        false
    }

    /// Begins to load `address`. Until it is there, expressions see the page before it, which is marked as old.
    pub fn load(&mut self, address: &str) -> Result<()> {
        self.value("window.isOld = true")?;
        let loaded = self.send("Page.navigate", &json!({"url": address}))?;
        match loaded["errorText"].as_str() {
            Some(error) => bail!("{address} could not be loaded: {error}"),
            None => Ok(()),
        }
    }

    /// The value of a JavaScript expression in the page.
    pub fn value(&mut self, expression: &str) -> Result<Value> {
        let wanted = json!({"expression": expression, "returnByValue": true});
        let mut answer = self.send("Runtime.evaluate", &wanted)?;
        if let Some(thrown) = answer.get("exceptionDetails") {
            bail!("the page threw: {}", thrown["exception"]["description"].as_str().unwrap_or("something"));
        }
        Ok(answer["result"]["value"].take())
    }
}

impl Drop for Chromium {
    fn drop(&mut self) {
        if !self.closes() {
            let _ = self.process.kill();
            let _ = self.process.wait();
        }
    }
}

/// The browser's messages, each of which ends with a zero byte.
fn answers(output: impl Read + Send + 'static) -> Receiver<Value> {
    let (send, answers) = mpsc::channel();
    thread::spawn(move || {
        for message in BufReader::new(output).split(0).map_while(Result::ok) {
            let Ok(message) = serde_json::from_slice(&message) else { continue };
            if send.send(message).is_err() {
                return;
            }
        }
    });
    answers
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn messages_end_with_a_zero() {
        let messages = answers(&b"{\"id\":1}\0nonsense\0{\"id\":2}\0{\"id"[..]);
        assert_eq!(messages.iter().collect::<Vec<_>>(), [json!({"id": 1}), json!({"id": 2})]);
    }
}
