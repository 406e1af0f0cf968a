//! `cargo xtask dist`: the release site in `dist/`. Trunk builds it, with the files of `cargo xtask program` in it; here
//! it gets what only a published site has, and each text and wasm file gets a `.br` and a `.gz` beside it.

mod cards;
mod compress;
mod heads;
mod inline;
pub mod minify;
mod publish;
mod single;
mod slide_pages;
mod worker;

use std::path::{Path, PathBuf};
use std::{fs, io};

use anyhow::{Context, Result};
use clap::Args;

use crate::run::run;
use crate::{pages, paths, site};
pub use publish::Publish;

pub use cards::is_card;
pub use inline::POLICY;
pub use publish::between;
pub use slide_pages::is_slide_page;

pub use compress::{brotli, gzip, is_packed, is_worth_packing, pack_all};

#[derive(Args)]
pub struct Dist {
    #[command(flatten)]
    publish: Publish,
}

impl Dist {
    pub fn run(&self) -> Result<()> {
        let dist = build_for(&self.publish)?;
        let packed = files(&dist)?.iter().filter(|file| is_packed(file)).count();
        println!(
            "the site is in {} ({packed} files in brotli or gzip beside the plain ones)",
            dist.display()
        );
        Ok(())
    }
}

/// Builds the release site and returns its directory. What an earlier build left there is gone.
pub fn build() -> Result<PathBuf> {
    build_for(&Publish::default())
}

/// Builds it with what was asked for.
pub fn build_for(publish: &Publish) -> Result<PathBuf> {
    let dist = paths::dist();
    // The standard output belongs to the caller: `size --json` prints JSON alone.
    let mut trunk = site::release_build()?;
    trunk.env(pages::NOTES, &publish.notes);
    run(trunk.arg("--dist").arg(&dist).stdout(io::stderr())).context("the site could not be built")?;
    remove_lock(&dist);
    for file in files(&dist)?.iter().filter(|file| file.extension().is_some_and(|kind| kind == "html")) {
        minify::minify_page(file)?;
    }
    pages::name_version(&dist)?;
    single::write(&dist).context("the decks could not be written as single files")?;
    publish.write_into(&dist)?;
    cards::write_icons(&dist)?;
    slide_pages::write(&dist, publish.base_url.as_deref())
        .context("the slides' pages could not be written")?;
    heads::write(&dist, publish.base_url.as_deref()).context("the pages' heads could not be written")?;
    inline::write(&dist).context("the styles could not be put into the pages")?;
    // Last, since it knows the other files by their content.
    worker::write(&dist, !publish.no_service_worker).context("the service worker could not be written")?;
    pack_all(&worth_packing(&dist)?)?;
    Ok(dist)
}

/// The slides' pages are so small that packing saves nothing.
fn worth_packing(site: &Path) -> Result<Vec<PathBuf>> {
    let mut all = files(site)?;
    all.retain(|file| !file.strip_prefix(site).is_ok_and(is_slide_page));
    Ok(all)
}

/// All files below `directory`, in the order of their paths.
pub fn files(directory: &Path) -> Result<Vec<PathBuf>> {
    let mut found = Vec::new();
    let entries = fs::read_dir(directory).with_context(|| format!("can't read {}", directory.display()))?;
    for entry in entries {
        let path = entry?.path();
        if path.is_dir() { found.extend(files(&path)?) } else { found.push(path) }
    }
    found.sort();
    Ok(found)
}

/// Trunk leaves its lock file in the site. It is empty and does no harm if it stays.
fn remove_lock(dist: &Path) {
    let _ = fs::remove_file(dist.join(".trunk-lock"));
}
