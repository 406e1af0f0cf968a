//! The drivers: one ChromeDriver for all tests, a geckodriver for each Firefox. And how many browsers may run at a time.

use crate::settings;
use std::io::{BufRead, BufReader};
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError, Weak};

/// More at a time would only wait for each other.
const MOST_BROWSERS: usize = 2;

static SHARED: Mutex<Weak<Driver>> = Mutex::new(Weak::new());
static RUNNING: Mutex<usize> = Mutex::new(0);
static ENDED: Condvar = Condvar::new();

/// A running driver. It is stopped when the last test that uses it ends.
pub struct Driver {
    process: Child,
    pub address: String,
}

/// The browsers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    Chromium,
    Firefox,
}

/// The leave to run one browser, until it is dropped.
pub struct Leave {
    pub driver: Arc<Driver>,
}

/// A screen in memory, on which a browser has windows as at a desk.
pub struct Display {
    process: Child,
    name: String,
}

impl Display {
    pub fn start() -> Self {
        let program = settings::path("KURABE_XVFB");
        let mut command = Command::new(&program);
        command.args(["-displayfd", "1", "-screen", "0", "1600x1000x24", "-nolisten", "tcp"]);
        let mut process = started(&program, command.stdout(Stdio::piped()).stderr(Stdio::null()));
        let mut lines = BufReader::new(process.stdout.take().expect("its output is piped")).lines();
        let number = lines.find_map(Result::ok).expect("Xvfb names its screen");
        Self { process, name: format!(":{number}") }
    }
}

impl Drop for Display {
    fn drop(&mut self) {
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}

fn started(program: &Path, command: &mut Command) -> Child {
    command.spawn().unwrap_or_else(|error| panic!("can't start {}: {error}", program.display()))
}

impl Leave {
    /// Waits until there is room for one more browser.
    pub fn wait(kind: Kind, display: Option<&Display>) -> Self {
        let mut running = locked(&RUNNING);
        while *running >= MOST_BROWSERS {
            running = ENDED.wait(running).unwrap_or_else(PoisonError::into_inner);
        }
        *running += 1;
        drop(running);
        let driver = match kind {
            Kind::Chromium => Driver::shared(),
            // It drives one browser only.
            Kind::Firefox => Arc::new(Driver::start(kind, display)),
        };
        Self { driver }
    }
}

impl Drop for Leave {
    fn drop(&mut self) {
        *locked(&RUNNING) -= 1;
        ENDED.notify_one();
    }
}

impl Driver {
    fn shared() -> Arc<Self> {
        let mut shared = locked(&SHARED);
        shared.upgrade().unwrap_or_else(|| {
            let driver = Arc::new(Self::start(Kind::Chromium, None));
            *shared = Arc::downgrade(&driver);
            driver
        })
    }

    /// Starts a driver on a port of its choice.
    fn start(kind: Kind, display: Option<&Display>) -> Self {
        let program = settings::path(match kind {
            Kind::Chromium => "KURABE_CHROMEDRIVER",
            Kind::Firefox => "KURABE_GECKODRIVER",
        });
        let mut command = Command::new(&program);
        command.arg("--port=0").stdout(Stdio::piped()).stderr(Stdio::null());
        if let Some(display) = display {
            command.env("DISPLAY", &display.name);
        }
        let mut process = started(&program, &mut command);
        let mut lines = BufReader::new(process.stdout.take().expect("its output is piped")).lines();
        let port = lines.find_map(|line| port_in(&line.ok()?)).expect("a driver names its port");
        // A driver that can't write ends.
        std::thread::spawn(move || lines.for_each(drop));
        Self { process, address: format!("http://127.0.0.1:{port}") }
    }
}

impl Drop for Driver {
    fn drop(&mut self) {
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}

/// The port in "ChromeDriver was started successfully on port 43521." and "… Listening on 127.0.0.1:43521".
fn port_in(line: &str) -> Option<u16> {
    let starts = ["started successfully on port ", "Listening on 127.0.0.1:"];
    let (_, port) = starts.iter().find_map(|start| line.split_once(start))?;
    port.trim_end_matches('.').parse().ok()
}

/// A test that failed while it held the lock is no reason for the others to fail.
pub fn locked<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}
