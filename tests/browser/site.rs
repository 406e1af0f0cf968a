//! The built site, served in a sub-path and under the policy that `product.md` promises to suffice.
//! A test can put another deck into it.

use crate::driver::locked;
use crate::settings;
use kurabe_server::{Answer, Request, Server, media_type};
use std::collections::HashMap;
use std::path::PathBuf;
use std::sync::{Arc, Mutex};

/// The folder in which the site lies.
pub const FOLDER: &str = "/sub/path/";

/// The shipped deck's file, as the page names it.
const DECK: &str = "gke-eks.ja.md";

/// The page as it is written by hand.
const WRITTEN: &str = include_str!("../../index.html");

/// A running server. It ends when this is dropped.
pub struct Site {
    server: Mutex<Option<Server>>,
    origin: String,
    files: Arc<Files>,
}

#[derive(Default)]
struct Files {
    dist: PathBuf,
    /// Files in place of the built ones, or besides them.
    put: Mutex<HashMap<String, Vec<u8>>>,
    /// Of these, what browsers may keep.
    kept: Mutex<Vec<String>>,
    /// Types of files that are not what their names say.
    types: Mutex<HashMap<String, String>>,
    /// The content security policy; empty: none.
    policy: Mutex<String>,
    /// Pages of other sites may not read the files.
    is_closed: Mutex<bool>,
    /// The page has its service worker.
    has_worker: Mutex<bool>,
    /// Files that are missing.
    lost: Mutex<Vec<String>>,
    /// The deck that the page shows.
    deck: Mutex<String>,
    /// Address and status of every request.
    asked: Mutex<Vec<(String, u16)>>,
}

impl Site {
    /// Serves the site as it was built.
    pub fn start() -> Self {
        let files = Files { dist: settings::path("KURABE_DIST"), ..Files::default() };
        DECK.clone_into(&mut locked(&files.deck));
        // A break of it shows in the console.
        let policy = std::fs::read_to_string(files.dist.join("policy.txt")).expect("the site has its policy");
        policy.trim_end().clone_into(&mut locked(&files.policy));
        let files = Arc::new(files);
        let answering = Arc::clone(&files);
        let server = Server::start(move |request| answering.answer(request)).expect("there is a free port");
        Self { origin: server.origin(), server: Mutex::new(Some(server)), files }
    }

    /// Serves the site with the page showing the deck `name`.
    pub fn with_deck(name: &str) -> Self {
        let site = Self::start();
        name.clone_into(&mut locked(&site.files.deck));
        site
    }

    /// Serves the site with the page showing this deck.
    pub fn with_text(name: &str, text: impl Into<Vec<u8>>) -> Self {
        let site = Self::with_deck(name);
        site.put(name, text);
        site
    }

    /// Puts a file beside the page.
    pub fn put(&self, name: &str, content: impl Into<Vec<u8>>) {
        locked(&self.files.put).insert(name.to_owned(), content.into());
    }

    /// Puts a file that browsers may keep for ten minutes.
    pub fn put_to_keep(&self, name: &str, content: impl Into<Vec<u8>>) {
        self.put(name, content);
        locked(&self.files.kept).push(name.to_owned());
    }

    /// Takes away what was put in place of a built file.
    pub fn take_back(&self, name: &str) {
        locked(&self.files.put).remove(name);
    }

    /// Puts a file that was put to another place, too.
    pub fn put_again(&self, name: &str, place: &str) {
        let mut put = locked(&self.files.put);
        let content = put.get(name).cloned().expect("the file was put");
        put.insert(place.to_owned(), content);
    }

    /// Sends a file with another type than its name says.
    pub fn set_type(&self, name: &str, kind: &str) {
        locked(&self.files.types).insert(name.to_owned(), kind.to_owned());
    }

    /// Sends another content security policy; empty: none.
    pub fn set_policy(&self, policy: &str) {
        policy.clone_into(&mut locked(&self.files.policy));
    }

    /// Lets pages of other sites read no file: the header for that is left out.
    pub fn close(&self) {
        *locked(&self.files.is_closed) = true;
    }

    /// Lets the pages have their service worker.
    pub fn keep_for_offline(&self) {
        *locked(&self.files.has_worker) = true;
    }

    /// Answers no more.
    pub fn stop(&self) {
        locked(&self.server).take();
    }

    /// Takes a file away.
    pub fn lose(&self, name: &str) {
        locked(&self.files.lost).push(name.to_owned());
    }

    /// Puts a file that was lost back.
    pub fn find(&self, name: &str) {
        locked(&self.files.lost).retain(|lost| lost != name);
    }

    pub fn origin(&self) -> String {
        self.origin.clone()
    }

    /// The page's address with a query and a fragment.
    pub fn address(&self, rest: &str) -> String {
        format!("{}{FOLDER}{rest}", self.origin())
    }

    /// Every request with its status.
    pub fn asked(&self) -> Vec<(String, u16)> {
        locked(&self.files.asked).clone()
    }

    /// The requests that came to nothing.
    pub fn refused(&self) -> Vec<(String, u16)> {
        self.asked().into_iter().filter(|(_, status)| *status >= 400).collect()
    }
}

impl Files {
    fn answer(&self, request: &Request) -> Answer {
        let found = self.content(&request.target);
        let status = if found.is_some() { 200 } else { 404 };
        locked(&self.asked).push((request.target.clone(), status));
        let (kind, body) = found.unwrap_or(("text/plain".to_owned(), b"not found".to_vec()));
        let is_kept = locked(&self.kept).iter().any(|name| request.target.ends_with(name));
        let keeping = if is_kept { "max-age=600" } else { "no-store" };
        let answer = Answer::new(status, &kind, body).with("Cache-Control", keeping);
        let answer =
            if *locked(&self.is_closed) { answer } else { answer.with("Access-Control-Allow-Origin", "*") };
        let policy = locked(&self.policy);
        if policy.is_empty() { answer } else { answer.with("Content-Security-Policy", &policy) }
    }

    fn content(&self, url: &str) -> Option<(String, Vec<u8>)> {
        let name = url.split(['?', '#']).next()?.strip_prefix(FOLDER)?;
        let index = if name.is_empty() || name.ends_with('/') { "index.html" } else { "" };
        let name = &format!("{name}{index}");
        if name.split('/').any(|part| part == "..") || locked(&self.lost).contains(name) {
            return None;
        }
        let put = locked(&self.put).get(name).cloned();
        let body = put.or_else(|| std::fs::read(self.dist.join(name)).ok())?;
        let kind = locked(&self.types).get(name).cloned().unwrap_or_else(|| media_type(name).to_owned());
        Some((kind, if name == "index.html" { self.page(&body) } else { body }))
    }

    /// The page, with the deck that it is to show.
    fn page(&self, body: &[u8]) -> Vec<u8> {
        let deck = locked(&self.deck);
        if *deck == DECK {
            let page = String::from_utf8_lossy(body);
            // Most tests are about what the server answers.
            let is_kept = *locked(&self.has_worker);
            return if is_kept {
                body.to_vec()
            } else {
                page.replace("name=\"kurabe-worker\"", "name=\"kurabe-no-worker\"").into_bytes()
            };
        }
        let page = kurabe_server::page_for(&String::from_utf8_lossy(body), WRITTEN, &deck);
        // What stands in its element may link to the deck, too.
        page.replace(DECK, &deck).into_bytes()
    }
}
