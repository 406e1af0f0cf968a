//! A small static server for the release site and what a command puts beside it. It serves the brotli copy of a file
//! where there is one and the browser takes it, as a static host would.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};
use kurabe_server::{Answer, Request, Server, media_type};

/// What is served as `/NAME/…`. A file that the first place doesn't have is taken from the next.
pub struct Mount {
    pub name: &'static str,
    pub places: Vec<PathBuf>,
}

/// Serves `mounts` on a free port as long as the server is kept.
pub fn start(mounts: Vec<Mount>) -> Result<Server> {
    Server::start(move |request| answer(request, &mounts)).context("can't start a server")
}

fn answer(request: &Request, mounts: &[Mount]) -> Answer {
    let takes_brotli = request.header("Accept-Encoding").is_some_and(|value| value.contains("br"));
    let found = file_for(&request.target, mounts);
    found.map_or_else(|| Answer::new(404, "text/plain", "not found"), |file| file_answer(&file, takes_brotli))
}

/// The file that `url` names, or nothing if there is none.
fn file_for(url: &str, mounts: &[Mount]) -> Option<PathBuf> {
    let path = url.split(['?', '#']).next()?;
    let (mount, rest) = path.strip_prefix('/')?.split_once('/')?;
    let is_directory = rest.is_empty() || rest.ends_with('/');
    let name = if is_directory { format!("{rest}index.html") } else { rest.to_owned() };
    if name.split('/').any(|part| part == "..") {
        return None;
    }
    let mount = mounts.iter().find(|other| other.name == mount)?;
    mount.places.iter().map(|place| place.join(&name)).find(|file| file.is_file())
}

fn file_answer(file: &Path, takes_brotli: bool) -> Answer {
    let packed = PathBuf::from(format!("{}.br", file.display()));
    let is_packed = takes_brotli && packed.is_file();
    let body = fs::read(if is_packed { &packed } else { file }).unwrap_or_default();
    let answer =
        Answer::new(200, media_type(&file.to_string_lossy()), body).with("Cache-Control", "no-store");
    if is_packed { answer.with("Content-Encoding", "br") } else { answer }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_names_a_file_of_its_page_and_none_outside() {
        let here = PathBuf::from(env!("CARGO_MANIFEST_DIR"));
        let mounts = [
            Mount { name: "ours", places: vec![here.clone()] },
            Mount { name: "static", places: vec![here.join("src"), here.clone()] },
        ];
        let found = |url| file_for(url, &mounts);
        assert_eq!(found("/ours/Cargo.toml?x#y"), Some(here.join("Cargo.toml")));
        assert_eq!(found("/static/main.rs"), Some(here.join("src/main.rs")));
        assert_eq!(found("/static/Cargo.toml"), Some(here.join("Cargo.toml")));
        assert_eq!(
            [found("/ours/../Cargo.toml"), found("/other/Cargo.toml"), found("/ours/")],
            [None, None, None]
        );
    }

    #[test]
    fn a_directory_is_its_page() -> Result<()> {
        let scratch = crate::scratch::Scratch::new("server-test")?;
        let english = scratch.path().join("en/index.html");
        fs::create_dir_all(scratch.path().join("en")).and_then(|()| fs::write(&english, ""))?;
        let mounts = [Mount { name: "site", places: vec![scratch.path().to_owned()] }];
        assert_eq!(file_for("/site/en/?print=slides", &mounts), Some(english));
        Ok(())
    }
}
