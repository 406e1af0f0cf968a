//! Runs other programs: each is printed before it starts, as it could be typed into a shell, and a failure is a
//! sentence that names it.

use std::env;
use std::ffi::OsStr;
use std::io::{BufRead, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use anyhow::{Context, Result, bail};

use crate::paths;

/// The Cargo that runs this program, in the project's root.
pub fn cargo(arguments: &[&str]) -> Command {
    let mut command = Command::new(env::var_os("CARGO").unwrap_or_else(|| "cargo".into()));
    command.args(arguments).current_dir(paths::root());
    command
}

/// The same for a program of this machine. Where a build of the site runs it, flags that are meant for wasm stay out of it.
pub fn native_cargo(arguments: &[&str]) -> Command {
    let mut command = cargo(arguments);
    command.env_remove("CARGO_ENCODED_RUSTFLAGS");
    command
}

/// Runs `command` with its output shown.
pub fn run(command: &mut Command) -> Result<()> {
    eprintln!("$ {}", line(command));
    let status = command.status().with_context(|| cannot_start(command))?;
    if status.success() {
        return Ok(());
    }
    bail!("`{}` failed ({status})", name(command.get_program()))
}

/// Runs `command` with its output shown, and hands each line of its standard output to `see`.
pub fn run_seeing(command: &mut Command, mut see: impl FnMut(&str)) -> Result<()> {
    eprintln!("$ {}", line(command));
    let mut child = command.stdout(Stdio::piped()).spawn().with_context(|| cannot_start(command))?;
    for text in child.stdout.take().into_iter().flat_map(|output| BufReader::new(output).lines()) {
        let text = text.context("can't read the program's output")?;
        println!("{text}");
        see(&text);
    }
    let status = child.wait().context("can't wait for the program's end")?;
    if status.success() {
        return Ok(());
    }
    bail!("`{}` failed ({status})", name(command.get_program()))
}

/// Runs `command` silently and returns its standard output.
pub fn output(command: &mut Command) -> Result<String> {
    let output = command.output().with_context(|| cannot_start(command))?;
    if output.status.success() {
        return Ok(String::from_utf8_lossy(&output.stdout).into_owned());
    }
    let said = String::from_utf8_lossy(&output.stderr);
    bail!("`{}` failed ({}): {}", line(command), output.status, said.trim())
}

/// The first of `programs` that is on PATH.
pub fn find(programs: &[&str]) -> Option<PathBuf> {
    let path = env::var_os("PATH")?;
    let directories: Vec<PathBuf> = env::split_paths(&path).collect();
    let candidates = programs.iter().flat_map(|program| directories.iter().map(move |dir| dir.join(program)));
    candidates.into_iter().find(|file| file.is_file())
}

/// PATH with `first` before everything else.
pub fn path_with(first: &Path) -> Result<std::ffi::OsString> {
    let rest = env::var_os("PATH").unwrap_or_default();
    let all = [first.to_path_buf()].into_iter().chain(env::split_paths(&rest));
    env::join_paths(all).with_context(|| format!("{} can't be on PATH", first.display()))
}

/// The command as one would type it; PATH is left out.
fn line(command: &Command) -> String {
    let variables = command.get_envs().filter(|(key, _)| *key != "PATH");
    let set = variables.filter_map(|(key, value)| Some(format!("{}={}", key.display(), quoted(value?))));
    let arguments = command.get_args().map(quoted);
    set.chain([name(command.get_program())]).chain(arguments).collect::<Vec<_>>().join(" ")
}

fn name(program: &OsStr) -> String {
    let file = Path::new(program).file_name().unwrap_or(program);
    file.display().to_string()
}

fn quoted(word: &OsStr) -> String {
    let word = word.to_string_lossy();
    let plain = !word.is_empty() && word.chars().all(|c| c.is_alphanumeric() || "-_./=:@,+".contains(c));
    if plain { word.into_owned() } else { format!("'{}'", word.replace('\'', r"'\''")) }
}

fn cannot_start(command: &Command) -> String {
    format!("can't start `{}`; is it installed and on PATH?", name(command.get_program()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_command_is_shown_as_one_would_type_it() {
        let mut command = Command::new("/opt/bin/cargo");
        command.args(["doc", "--no-deps"]).env("RUSTDOCFLAGS", "-D warnings").env("PATH", "/opt");
        assert_eq!(line(&command), "RUSTDOCFLAGS='-D warnings' cargo doc --no-deps");
    }

    #[test]
    fn a_program_that_is_missing_is_named() {
        let error = run(&mut Command::new("kurabe-no-such-program")).err().map(|error| error.to_string());
        assert!(error.unwrap_or_default().contains("`kurabe-no-such-program`"));
    }
}
