//! A small static server for the release site and what a command puts beside it. It serves the brotli copy of a file
//! where there is one and the browser takes it, as a static host would.

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::thread;

use anyhow::{Result, anyhow};
use tiny_http::{Header, Request, Response, Server};

/// How many requests are answered at once: a browser opens up to six connections.
const WORKERS: usize = 6;

/// What is served as `/NAME/…`. A file that the first place doesn't have is taken from the next.
pub struct Mount {
    pub name: &'static str,
    pub places: Vec<PathBuf>,
}

/// Serves `mounts` on a free port until the program ends, and returns the address.
pub fn start(mounts: Vec<Mount>) -> Result<String> {
    let server = Server::http("127.0.0.1:0").map_err(|error| anyhow!("can't start a server: {error}"))?;
    let address = format!("http://{}", server.server_addr());
    let (server, mounts) = (Arc::new(server), Arc::new(mounts));
    for _ in 0..WORKERS {
        let (server, mounts) = (Arc::clone(&server), Arc::clone(&mounts));
        thread::spawn(move || {
            for request in server.incoming_requests() {
                answer(request, &mounts);
            }
        });
    }
    Ok(address)
}

/// A browser that went away before its answer is no concern of ours.
fn answer(request: Request, mounts: &[Mount]) {
    let takes_brotli = request
        .headers()
        .iter()
        .any(|header| header.field.equiv("Accept-Encoding") && header.value.as_str().contains("br"));
    let _ = match file_for(request.url(), mounts) {
        Some(file) => request.respond(response(&file, takes_brotli)),
        None => request.respond(Response::from_string("not found").with_status_code(404)),
    };
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

fn response(file: &Path, takes_brotli: bool) -> Response<std::io::Cursor<Vec<u8>>> {
    let packed = PathBuf::from(format!("{}.br", file.display()));
    let is_packed = takes_brotli && packed.is_file();
    let body = fs::read(if is_packed { &packed } else { file }).unwrap_or_default();
    let encoding = is_packed.then_some(("Content-Encoding", "br"));
    let headers =
        [("Content-Type", content_type(file)), ("Cache-Control", "no-store")].into_iter().chain(encoding);
    let headers = headers.filter_map(|(name, value)| Header::from_bytes(name, value).ok());
    headers.fold(Response::from_data(body), Response::with_header)
}

fn content_type(file: &Path) -> &'static str {
    match file.extension().and_then(|kind| kind.to_str()) {
        Some("html") => "text/html; charset=utf-8",
        Some("js") => "text/javascript",
        Some("css") => "text/css",
        Some("wasm") => "application/wasm",
        Some("svg") => "image/svg+xml",
        Some("md") => "text/markdown; charset=utf-8",
        Some("json") => "application/json",
        Some("png") => "image/png",
        _ => "application/octet-stream",
    }
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

    #[test]
    fn wasm_is_served_as_wasm() {
        assert_eq!(content_type(Path::new("a/b_bg.wasm")), "application/wasm");
    }
}
