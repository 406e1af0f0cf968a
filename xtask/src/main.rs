//! The project's commands. This file decides their names and order of help; each command's own file decides what it
//! does. `cargo xtask` is an alias in `.cargo/config.toml`.

mod audit;
mod bench;
mod check;
mod chromium;
mod dist;
mod lockfile;
mod pages;
mod paths;
mod pdf;
mod program;
mod run;
mod scratch;
mod serve;
mod server;
mod site;
mod size;
mod system;
mod table;
mod test;
mod today;
mod toolchain;
mod tools;

use std::process::ExitCode;

use anyhow::Result;
use clap::{Parser, Subcommand};

/// Builds, serves, tests and measures Kurabe.
#[derive(Parser)]
#[command(name = "cargo xtask", bin_name = "cargo xtask")]
struct Cli {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Builds the site, serves it on this machine and reloads the page when a deck, a style or the code changes.
    Serve(serve::Serve),
    /// Runs every check and test, and prints a summary at the end.
    ///
    /// Missing tools and test data come into a cache ($KURABE_CACHE, else ~/.cache/kurabe). Missing browsers
    /// (Chromium, Firefox), pdftotext and Xvfb are installed with apt where that is possible; $KURABE_CHROMIUM,
    /// $KURABE_CHROMEDRIVER, $KURABE_FIREFOX, $KURABE_GECKODRIVER, $KURABE_PDFTOTEXT and $KURABE_XVFB name others than
    /// those on PATH.
    Test(test::Test),
    /// Builds the release site into `dist/`, compressed for static hosting.
    Dist(dist::Dist),
    /// Builds what pages load of a release, wasm, scripts and styles, into `target/program`.
    Program(program::Program),
    /// Prints how large the release site is, by file and by crate, and fails when it is over the budget.
    Size(size::Size),
    /// Measures load, slide change and memory beside a static page with the same content and beside reveal.js and Marp
    /// with the same Markdown, and the overview and the search beside what they may take, in Chromium.
    ///
    /// reveal.js and Marp come from npm into the cache ($KURABE_CACHE, else ~/.cache/kurabe), in pinned versions. Without
    /// Node.js and npm the rest is measured.
    Bench(bench::Bench),
    /// Audits the site: Lighthouse, the Nu HTML checker, axe-core where no script runs, all links, and whether each slide
    /// fits that is opened by its URL.
    ///
    /// It needs Chromium, Node.js and Java, which are installed with apt where that is possible.
    Audit(audit::Audit),
    /// Lists what is wrong with decks, and which of their claims are due for review.
    Check(check::Check),
    /// Prints each deck as PDF: its slides, and a handout with the notes.
    Pdf(pdf::Pdf),
    /// Waits until the server answers, then prints its address. Started by `serve`.
    #[command(hide = true)]
    Announce(serve::Announce),
    /// Adds to a site what Trunk can't. Started by Trunk.
    #[command(hide = true)]
    Pages(pages::Pages),
}

impl Command {
    fn run(&self) -> Result<()> {
        match self {
            Self::Serve(args) => args.run(),
            Self::Test(args) => args.run(),
            Self::Dist(args) => args.run(),
            Self::Size(args) => args.run(),
            Self::Bench(args) => args.run(),
            Self::Audit(args) => args.run(),
            Self::Check(args) => args.run(),
            Self::Pdf(args) => args.run(),
            Self::Program(args) => args.run(),
            Self::Pages(args) => args.run(),
            Self::Announce(args) => {
                args.run();
                Ok(())
            }
        }
    }
}

fn main() -> ExitCode {
    match Cli::parse().command.run() {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("error: {error:#}");
            ExitCode::FAILURE
        }
    }
}
