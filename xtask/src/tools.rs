//! Programs that the commands need and that Cargo can build: which version of each, and how it comes into the cache.
//! Each lies in a directory of its own version, so clones of the project with different versions don't disturb each
//! other. An install that was broken off doesn't count: the program itself must name its version.

use std::env::consts::EXE_SUFFIX;
use std::fs::{self, File};
use std::path::PathBuf;
use std::process::{Command, Stdio};

use anyhow::{Context, Result, bail};

use crate::run::{output, run};
use crate::{lockfile, paths};

/// A program and how to build it.
pub struct Tool {
    package: &'static str,
    version: String,
    program: &'static str,
    flags: &'static [&'static str],
    /// How long building it takes on two cores, for people who wait.
    wait: &'static str,
}

impl Tool {
    /// Bundles the page. The version says that it wants a newer compiler than it needs.
    pub fn trunk() -> Self {
        let flags = &["--locked", "--no-default-features", "--features", "rustls", "--ignore-rust-version"];
        Self {
            package: "trunk",
            version: "0.22.1".to_owned(),
            program: "trunk",
            flags,
            wait: "about 5 minutes",
        }
    }

    /// Joins the wasm with its JavaScript. Its own lock file names a package that is gone, hence no `--locked`.
    pub fn wasm_bindgen() -> Result<Self> {
        let version = lockfile::version_of("wasm-bindgen")?;
        let flags = &["--no-default-features", "--bin", "wasm-bindgen"];
        Ok(Self {
            package: "wasm-bindgen-cli",
            version,
            program: "wasm-bindgen",
            flags,
            wait: "about a minute",
        })
    }

    /// Checks licences, sources and duplicates of the dependencies.
    pub fn cargo_deny() -> Self {
        let flags = &["--locked", "--no-default-features"];
        let version = "0.20.2".to_owned();
        Self { package: "cargo-deny", version, program: "cargo-deny", flags, wait: "about 3 minutes" }
    }

    /// Finds dependencies that nothing uses.
    pub fn cargo_machete() -> Self {
        let flags = &["--locked", "--no-default-features"];
        let version = "0.9.2".to_owned();
        Self { package: "cargo-machete", version, program: "cargo-machete", flags, wait: "about a minute" }
    }

    /// Drives Firefox.
    pub fn geckodriver() -> Self {
        let flags = &["--locked"];
        let version = "0.37.1".to_owned();
        Self { package: "geckodriver", version, program: "geckodriver", flags, wait: "about a minute" }
    }

    /// The program's path, after installing it if it is missing.
    pub fn ensure(&self) -> Result<PathBuf> {
        let program = self.program()?;
        if self.is_ready() {
            return Ok(program);
        }
        let _alone = lock()?;
        if !self.is_ready() {
            self.install()?;
        }
        Ok(program)
    }

    fn install(&self) -> Result<()> {
        let Self { package, version, wait, .. } = self;
        eprintln!("installing {package} {version} into the cache (once; {wait} on two cores)");
        if has_binstall() && run(&mut self.binstall()?).is_ok() && self.is_ready() {
            return Ok(());
        }
        run(&mut self.cargo_install()?)
            .with_context(|| format!("{package} {version} could not be installed"))?;
        if self.is_ready() {
            return Ok(());
        }
        bail!("{package} was installed, but {} doesn't say that it is {version}", self.program()?.display())
    }

    fn binstall(&self) -> Result<Command> {
        let mut command = Command::new("cargo");
        command
            .args(["binstall", "--no-confirm", "--force", "--root"])
            .arg(self.directory()?)
            .arg(self.spec());
        Ok(command)
    }

    /// Optimises nothing: building takes a third of the time, and the programs are quick enough. The build directory
    /// is shared, since the tools have many dependencies in common.
    fn cargo_install(&self) -> Result<Command> {
        let mut command = Command::new("cargo");
        command.arg("install").arg(self.spec()).arg("--force").arg("--root").arg(self.directory()?);
        command.arg("--target-dir").arg(build_directory()?).args(self.flags).current_dir(paths::cache()?);
        for (key, value) in [("LTO", "off"), ("CODEGEN_UNITS", "16"), ("OPT_LEVEL", "0"), ("DEBUG", "0")] {
            command.env(format!("CARGO_PROFILE_RELEASE_{key}"), value);
        }
        command.env("CARGO_PROFILE_RELEASE_STRIP", "symbols");
        Ok(command)
    }

    fn spec(&self) -> String {
        format!("{}@{}", self.package, self.version)
    }

    fn directory(&self) -> Result<PathBuf> {
        Ok(paths::cache()?.join("tools").join(format!("{}-{}", self.package, self.version)))
    }

    fn program(&self) -> Result<PathBuf> {
        Ok(self.directory()?.join("bin").join(format!("{}{EXE_SUFFIX}", self.program)))
    }

    /// Whether the program is there and is of the right version.
    fn is_ready(&self) -> bool {
        let said = self.program().and_then(|program| output(Command::new(program).arg("--version")));
        said.is_ok_and(|text| names_version(&text, &self.version))
    }
}

/// Installs those of `tools` that are missing, and removes what building them left behind.
pub fn ensure_all(tools: &[&Tool]) -> Result<Vec<PathBuf>> {
    let missing = tools.iter().any(|tool| !tool.is_ready());
    let programs = tools.iter().map(|tool| tool.ensure()).collect::<Result<_>>()?;
    if missing {
        let _alone = lock()?;
        // Half a gigabyte that nobody needs again. If it can't be removed, that is no reason to stop.
        let _ = fs::remove_dir_all(build_directory()?);
    }
    Ok(programs)
}

/// Held while the cache changes, so that two first starts at once don't install the same thing.
fn lock() -> Result<File> {
    let cache = paths::cache()?;
    fs::create_dir_all(&cache).with_context(|| format!("can't create the cache {}", cache.display()))?;
    let file =
        File::create(cache.join("lock")).with_context(|| format!("can't write into {}", cache.display()))?;
    file.lock().context("can't lock the cache")?;
    Ok(file)
}

fn build_directory() -> Result<PathBuf> {
    Ok(paths::cache()?.join("build"))
}

fn has_binstall() -> bool {
    let mut command = Command::new("cargo");
    output(command.args(["binstall", "-V"]).stderr(Stdio::null())).is_ok()
}

/// Whether a program's answer to `--version` names exactly `version`.
fn names_version(said: &str, version: &str) -> bool {
    said.split_whitespace().any(|word| word == version)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_version_is_recognised_in_what_programs_say() {
        assert!(names_version("trunk 0.22.1\n", "0.22.1"));
        assert!(names_version("0.9.2\n", "0.9.2"));
        assert!(names_version("wasm-bindgen 0.2.130 (abcdef012)", "0.2.130"));
        assert!(!names_version("wasm-bindgen 0.2.13", "0.2.130"));
        assert!(!names_version("trunk 0.22.10", "0.22.1"));
        assert!(!names_version("", "0.22.1"));
    }

    #[test]
    fn an_install_is_quick_and_leaves_no_trace_in_the_project() -> Result<()> {
        let command = Tool::trunk().cargo_install()?;
        let arguments: Vec<_> = command.get_args().map(|argument| argument.to_string_lossy()).collect();
        assert_eq!(arguments[..2], ["install", "trunk@0.22.1"]);
        assert!(arguments.contains(&"--target-dir".into()) && arguments.contains(&"--root".into()));
        assert!(command.get_envs().any(|(key, _)| key == "CARGO_PROFILE_RELEASE_LTO"));
        Ok(())
    }
}
