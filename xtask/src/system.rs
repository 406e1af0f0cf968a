//! Installs what only the system's package manager has: with apt where that is possible without a question, else it
//! says what to install.

use std::process::{Command, Stdio};

use anyhow::{Result, bail};

use crate::run::{find, output, run};

/// Installs `packages` with apt, or says that `purpose` needs them and how others name them.
pub fn install(purpose: &str, packages: &[&str], elsewhere: &str) -> Result<()> {
    let names = packages.join(" ");
    let (Some(mut update), Some(mut install)) = (apt(), apt()) else {
        bail!(
            "{purpose}: install {elsewhere} (Debian and Ubuntu: `apt-get install {names}`), then start again"
        );
    };
    eprintln!("installing {names} with apt ({purpose})");
    // A list of packages that can't be refreshed may still be good enough.
    if let Err(error) = run(update.arg("update")) {
        eprintln!("{error}; going on with the old list of packages");
    }
    run(install.args(["install", "--yes", "--no-install-recommends"]).args(packages))
}

/// `apt-get` with the right to install, if that can be had without a password.
fn apt() -> Option<Command> {
    find(&["apt-get"])?;
    let mut command = if is_root() {
        Command::new("apt-get")
    } else if sudo_needs_no_password() {
        let mut command = Command::new("sudo");
        command.args(["-n", "apt-get"]);
        command
    } else {
        return None;
    };
    command.env("DEBIAN_FRONTEND", "noninteractive");
    Some(command)
}

/// Whether this process runs as root: a browser then needs to be told so.
pub fn is_root() -> bool {
    output(Command::new("id").arg("-u")).is_ok_and(|id| id.trim() == "0")
}

fn sudo_needs_no_password() -> bool {
    let mut command = Command::new("sudo");
    command.args(["-n", "true"]).stdin(Stdio::null());
    output(&mut command).is_ok()
}
