//! `cargo xtask profile`: which functions of the program a first visit calls. They are written to `dist/split/first.txt`,
//! by which `dist` cuts the program in two. What a first visit is stands in `walk.rs`.

pub mod instrument;
mod walk;

use std::fs;
use std::path::Path;

use anyhow::{Context, Result};
use clap::Args;
use wasmparser::{Parser, Payload};

use crate::bench::Tab;
use crate::dist::split::body;
use crate::dist::split::list::{self, List, Visited};
use crate::dist::split::module::Wasm;
use crate::scratch::Scratch;
use crate::server::{self, Mount};
use crate::test::ensure_browser;
use crate::{dist, pages, paths, site};

#[derive(Args)]
pub struct Profile {
    /// Takes the site that is in `dist/` without building it first.
    #[arg(long)]
    no_build: bool,
}

impl Profile {
    pub fn run(&self) -> Result<()> {
        let built = if self.no_build { paths::dist() } else { dist::build()? };
        let scratch = Scratch::new("profile")?;
        let wasm = site::named_wasm();
        let wasm = fs::read(&wasm).with_context(|| format!("can't read {}", wasm.display()))?;
        let reached = reached(&built, &scratch, &wasm)?;
        let list = visited(&wasm, &reached)?;
        let file = list::file();
        fs::write(&file, list.text()).with_context(|| format!("can't write {}", file.display()))?;
        println!("a first visit calls {} functions; they are listed in {}", list.0.len(), file.display());
        Ok(())
    }
}

/// What was come to, by the functions' names.
pub fn visited(wasm: &[u8], reached: &[bool]) -> Result<List> {
    let known = Wasm::read(wasm)?;
    let (mut list, mut from, mut number) = (List::default(), 0, known.first());
    for payload in Parser::new(0).parse_all(wasm) {
        let Payload::CodeSectionEntry(body) = payload? else { continue };
        let count = body::parts(&body)?;
        let parts = &reached[from..from + count];
        let name = known.name(number);
        if parts.contains(&true) && !name.is_empty() {
            list.add(name, Visited { shape: body::shape(&body)?, parts: parts.to_vec() });
        }
        (from, number) = (from + count, number + 1);
    }
    Ok(list)
}

/// Walks through the site and tells of each part of the program's functions whether it was come to.
fn reached(built: &Path, scratch: &Scratch, wasm: &[u8]) -> Result<Vec<bool>> {
    let beside = scratch.path().join("site");
    let program = pages::program_folder(built)?;
    let folder = beside.join(program.strip_prefix(built)?);
    fs::create_dir_all(&folder).with_context(|| format!("can't create {}", folder.display()))?;
    let write = |name: &str, content: &[u8]| {
        let file = folder.join(name);
        fs::write(&file, content).with_context(|| format!("can't write {}", file.display()))
    };
    write("kurabe.wasm", &instrument::instrumented(wasm)?)?;
    write("glue.js", &fs::read(site::named_glue()).context("the build has left no glue")?)?;
    write("program.js", told(&fs::read_to_string(paths::root().join("src/shell/program.js"))?)?.as_bytes())?;
    for (name, content) in walk::EMBEDDED {
        fs::write(beside.join(name), content).with_context(|| format!("can't write `{name}`"))?;
    }
    let browser = ensure_browser()?;
    let server = server::start(vec![Mount { name: "site", places: vec![beside, built.to_path_buf()] }])?;
    let tab = Tab::open(&browser.program, scratch.path())?;
    walk::all(&tab, &format!("{}/site/", server.origin()))
}

/// What is different in the script that starts the program: the page knows the program, and the rest never comes, so that
/// what is done then belongs to the first part.
const CHANGES: [(&str, &str); 3] = [
    ("first = code.default ?", "first = globalThis.kurabeProgram = code.default ?"),
    ("let isWhole = !bringer;", "let isWhole = false;"),
    ("bringer ? bringRest() : Promise.resolve()", "Promise.reject()"),
];

fn told(script: &str) -> Result<String> {
    let mut told = script.to_owned();
    for (from, to) in CHANGES {
        anyhow::ensure!(told.contains(from), "`program.js` no longer has `{from}`: {} must follow", file!());
        told = told.replace(from, to);
    }
    Ok(told)
}
