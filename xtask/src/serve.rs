//! `cargo xtask serve`: builds the site, serves it on this machine and rebuilds it on every change. The port is
//! checked before anything that takes time.

pub mod live;

use std::io::{ErrorKind, Read, Write};
use std::net::{Ipv4Addr, TcpListener, TcpStream};
use std::path::PathBuf;
use std::process::Command;
use std::thread::sleep;
use std::time::Duration;
use std::{env, fs};

use anyhow::{Context, Result, bail};
use clap::Args;
use serde::Deserialize;

use crate::{paths, site};

/// How often the announcer asks whether the page is there.
const PAUSE: Duration = Duration::from_millis(200);

#[derive(Args)]
pub struct Serve {
    /// The port on 127.0.0.1.
    #[arg(long, default_value_t = 8080)]
    port: u16,
    /// Opens the page in the browser when it is ready.
    #[arg(long)]
    open: bool,
    /// Builds with all optimisations: slower to build, as quick and small as the real site.
    #[arg(long)]
    release: bool,
}

#[derive(Args)]
pub struct Announce {
    port: u16,
    /// Goes on, and copies what changes in `content` into the served site.
    #[arg(long)]
    live: bool,
}

/// Of Trunk's settings what is needed here.
#[derive(Deserialize)]
struct Settings {
    watch: Watch,
}

#[derive(Deserialize)]
struct Watch {
    ignore: Vec<String>,
}

/// Where the served site lies.
fn served() -> PathBuf {
    paths::target().join("serve")
}

/// What Trunk's settings leave unwatched: on the command line it has to stand again.
fn ignored() -> Result<Vec<String>> {
    let file = paths::root().join("Trunk.toml");
    let text = fs::read_to_string(&file).with_context(|| format!("can't read {}", file.display()))?;
    let settings: Settings = basic_toml::from_str(&text).context("`Trunk.toml` is not readable as TOML")?;
    Ok(settings.watch.ignore)
}

impl Serve {
    pub fn run(&self) -> Result<()> {
        check_port(self.port)?;
        let mut trunk = site::trunk()?;
        let dist = served();
        fs::create_dir_all(&dist).with_context(|| format!("can't create {}", dist.display()))?;
        trunk.arg("serve").arg("--port").arg(self.port.to_string()).arg("--dist").arg(dist);
        trunk.args(self.open.then_some("--open")).args(self.release.then_some("--release"));
        if !self.release {
            // The decks of a release are read and drawn when it is built.
            trunk.env(live::LIVE, "1");
            for place in ignored()?.iter().map(String::as_str).chain(["content", "content/**"]) {
                trunk.args(["--ignore", place]);
            }
        }
        println!("building the page; it will be at http://127.0.0.1:{} (stop with Ctrl+C)", self.port);
        announce_when_ready(self.port, !self.release)?;
        become_program(&mut trunk)
    }
}

impl Announce {
    pub fn run(&self) {
        let server = parent();
        while server == parent() {
            if answers(self.port) {
                println!("ready: http://127.0.0.1:{}", self.port);
                break;
            }
            sleep(PAUSE);
        }
        let content = paths::root().join("content");
        let mut changes = 0;
        while self.live && server == parent() {
            match live::copy_changes(&content, &served(), changes) {
                Ok(now) => changes = now,
                Err(error) => eprintln!("a change of a deck can't be shown: {error:#}"),
            }
            sleep(PAUSE / 2);
        }
    }
}

/// Fails if another program listens on `port`.
fn check_port(port: u16) -> Result<()> {
    match TcpListener::bind((Ipv4Addr::LOCALHOST, port)) {
        Ok(_) => Ok(()),
        Err(error) if error.kind() == ErrorKind::AddrInUse => {
            let other = if port < u16::MAX { port + 1 } else { port - 1 };
            bail!(
                "port {port} of 127.0.0.1 is taken by another program; choose one with `--port`, say `--port {other}`"
            )
        }
        Err(error) => Err(error).with_context(|| format!("can't listen on port {port} of 127.0.0.1")),
    }
}

/// Starts a second process that prints the address: this one turns into the server.
fn announce_when_ready(port: u16, live: bool) -> Result<()> {
    let this = env::current_exe().context("can't find this program's own file")?;
    let mut announcer = Command::new(this);
    announcer.args(["announce", &port.to_string()]).args(live.then_some("--live"));
    announcer.spawn().context("can't start the announcer")?;
    Ok(())
}

/// Whether the page is served. While it is being built, nothing listens; if the build failed, the page is missing.
fn answers(port: u16) -> bool {
    let ask = || {
        let mut stream = TcpStream::connect((Ipv4Addr::LOCALHOST, port))?;
        stream.set_read_timeout(Some(Duration::from_secs(2)))?;
        stream.write_all(b"GET / HTTP/1.0\r\nHost: 127.0.0.1\r\n\r\n")?;
        let mut start = [0; 12];
        stream.read_exact(&mut start)?;
        std::io::Result::Ok(start)
    };
    ask().is_ok_and(|start| start.ends_with(b" 200"))
}

/// Turns this process into `program`, so that a signal to it stops the server.
#[cfg(unix)]
fn become_program(program: &mut Command) -> Result<()> {
    use std::os::unix::process::CommandExt;
    Err(program.exec()).context("can't start Trunk")
}

#[cfg(not(unix))]
fn become_program(program: &mut Command) -> Result<()> {
    crate::run::run(program)
}

/// The process that started this one: another number means that the server is gone.
#[cfg(unix)]
fn parent() -> u32 {
    std::os::unix::process::parent_id()
}

#[cfg(not(unix))]
fn parent() -> u32 {
    0
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_taken_port_is_named_and_a_way_out_is_shown() -> Result<()> {
        let taken = TcpListener::bind((Ipv4Addr::LOCALHOST, 0))?;
        let port = taken.local_addr()?.port();
        let said = check_port(port).err().map(|error| error.to_string()).unwrap_or_default();
        assert!(said.contains(&format!("port {port} ")) && said.contains("--port"), "{said}");
        drop(taken);
        check_port(port)
    }

    #[test]
    fn a_port_where_nothing_listens_does_not_answer() -> Result<()> {
        let port = TcpListener::bind((Ipv4Addr::LOCALHOST, 0))?.local_addr()?.port();
        assert!(!answers(port));
        Ok(())
    }
}
