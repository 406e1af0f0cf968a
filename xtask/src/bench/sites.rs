//! What is measured and where it is served: our site, the static page, the decks that are like the talk but larger, those
//! for searching and comparing, what others make of the talk, and the articles with a deck. Only what the asked parts
//! need is made.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};
use kurabe_server::Server;

use super::browser::Tab;
use super::peers::{self, Peers};
use super::{DECK, Part, capture, embedding, grown, large};
use crate::server::{self, Mount};

/// How many slides the decks have that are like the talk.
pub const GROWN: [(usize, &str); 2] = [(450, "talk-450"), (1350, "talk-1350")];

/// How the report calls our page and the one that it is held against.
pub const OURS: &str = "ours";
pub const STATIC: &str = "static";
/// Our page as another build has it.
const BEFORE: &str = "before";

/// Everything that is served.
pub struct Sites {
    server: Server,
    /// Where the static page lies.
    beside: PathBuf,
    pub peers: Peers,
    pub articles: Vec<&'static str>,
    /// How many slides the talk has.
    pub slides: usize,
    has_before: bool,
}

impl Sites {
    /// Makes what `parts` need of the release site in `site`, below `scratch`, and serves it.
    pub fn make(site: &Path, before: Option<&Path>, scratch: &Path, parts: &[Part]) -> Result<Self> {
        let folder = |name: &str| scratch.join(name);
        let is_asked = |any: &[Part]| any.iter().any(|part| parts.contains(part));
        let talk = site.join(DECK);
        let talk = fs::read_to_string(&talk).with_context(|| format!("can't read {}", talk.display()))?;
        let slides = grown::count(&talk)?;
        let mut decks = vec![(slides, talk)];
        if is_asked(&[Part::Scale, Part::Memory]) {
            for (slides, name) in GROWN {
                eprintln!("making a deck of {slides} slides");
                let deck = grown::grown(&decks[0].1, slides)?;
                grown::write_page(site, &folder(name), &deck)?;
                decks.push((slides, deck));
            }
        }
        let mut peers = Peers { names: Vec::new(), remarks: Vec::new() };
        if is_asked(&Part::WITH_PEERS) {
            let sizes = if is_asked(&[Part::Memory]) { decks.len() } else { 1 };
            peers = peers::write(&folder("peers"), &decks[..sizes]);
        }
        if is_asked(&[Part::Search]) {
            large::write(site, &folder("large"), large::SLIDES, false)?;
        }
        if is_asked(&[Part::Comparing]) {
            large::write(site, &folder("dated"), large::DATED_SLIDES, true)?;
        }
        let mut articles = Vec::new();
        if is_asked(&[Part::Embedding]) {
            articles = embedding::write(&folder("articles"), &mut peers.remarks)?;
        }
        let beside = folder("static");
        let server = server::start(mounts(site, before, scratch))?;
        Ok(Self { server, beside, peers, articles, slides, has_before: before.is_some() })
    }

    /// Makes the static page of ours.
    pub fn capture(&self, tab: &Tab) -> Result<()> {
        eprintln!("making the static page");
        let slides = capture::write_static_page(tab, &self.at("ours"), &self.beside)?;
        anyhow::ensure!(
            slides == self.slides,
            "the page shows {slides} slides, and the talk has {}",
            self.slides
        );
        Ok(())
    }

    /// The address of what is served under a name. Each is a site of its own: in the same one the browser would load it
    /// into the same process, with the type and the words that the page before has left there.
    pub fn at(&self, name: &str) -> String {
        self.at_host(name, name)
    }

    fn at_host(&self, host: &str, name: &str) -> String {
        let origin = self.server.origin();
        let port = origin.rsplit(':').next().unwrap_or_default();
        format!("http://{host}.localhost:{port}/{name}/")
    }

    /// The pages with a deck of so many slides like the talk, ours first: what the report calls them, and their
    /// addresses. The static page has the talk alone.
    pub fn pages(&self, slides: usize) -> Vec<(&'static str, String)> {
        let grown = GROWN.iter().find(|(count, _)| *count == slides);
        let mut pages = vec![(OURS, self.at(grown.map_or("ours", |(_, name)| name)))];
        if grown.is_none() {
            pages.push((STATIC, self.at("static")));
            pages.extend(self.has_before.then(|| (BEFORE, self.at(BEFORE))));
        }
        let peers = self.peers.names.iter().enumerate().map(|(at, name)| {
            (*name, self.at_host(&format!("peer{at}"), "peers") + &peers::place(name, slides))
        });
        pages.into_iter().chain(peers).collect()
    }
}

/// A file that a folder doesn't have, such as the program or a figure, is taken from our site.
fn mounts(site: &Path, before: Option<&Path>, scratch: &Path) -> Vec<Mount> {
    let ours = Mount { name: "ours", places: vec![site.to_path_buf()] };
    let names = ["static", "large", "dated", "articles", "peers"].into_iter();
    let others = names.chain(GROWN.map(|(_, name)| name));
    let others = others.map(|name| Mount { name, places: vec![scratch.join(name), site.to_path_buf()] });
    let before = before.map(|site| Mount { name: BEFORE, places: vec![site.to_path_buf()] });
    [ours].into_iter().chain(others).chain(before).collect()
}
