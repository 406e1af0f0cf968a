//! `kurabe-minifier FILE…`: makes modules of JavaScript smaller, each in its place. Names that no other file sees
//! become short, and what is said at length is said briefly; what a module does stays.
//!
//! A package of its own, since only a release needs it, and it takes most of a minute to build.

use std::path::PathBuf;
use std::{env, fs};

use anyhow::{Context, Result, bail};
use oxc_allocator::Allocator;
use oxc_codegen::{Codegen, CodegenOptions, CommentOptions};
use oxc_compat::EngineTargets;
use oxc_minifier::{CompressOptions, MangleOptions, Minifier, MinifierOptions};
use oxc_parser::Parser;
use oxc_span::SourceType;

/// The loader tells old browsers that they are old: what it is made into must not be newer than it is.
const TARGET: &str = "es2017";

fn main() -> Result<()> {
    for file in env::args_os().skip(1).map(PathBuf::from) {
        let text = fs::read_to_string(&file).with_context(|| format!("can't read {}", file.display()))?;
        let smaller = minified(&text).with_context(|| file.display().to_string())?;
        fs::write(&file, smaller).with_context(|| format!("can't write {}", file.display()))?;
    }
    Ok(())
}

/// The same module in fewer bytes. Its imports and exports keep their names. Fails on what is no JavaScript.
fn minified(text: &str) -> Result<String> {
    let allocator = Allocator::default();
    let parsed = Parser::new(&allocator, text, SourceType::mjs()).parse();
    if let Some(error) = parsed.errors.first() {
        bail!("this is no JavaScript: {error}");
    }
    let mut program = parsed.program;
    let target = EngineTargets::from_target(TARGET).map_err(anyhow::Error::msg)?;
    let compress = CompressOptions { target, ..CompressOptions::smallest() };
    let mangle = MangleOptions { top_level: true, ..MangleOptions::default() };
    let made = Minifier::new(MinifierOptions { mangle: Some(mangle), compress: Some(compress) })
        .minify(&allocator, &mut program);
    let look = CodegenOptions { comments: CommentOptions::disabled(), ..CodegenOptions::minify() };
    Ok(Codegen::new().with_options(look).with_scoping(made.scoping).build(&program).code)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn exports_and_properties_keep_their_names() -> Result<()> {
        let text = "// Why.\nconst home = new URL('.', import.meta.url);\nfunction unseen() { return 1; }\n\
                    export function mount(host) { host.place = home; return host; }\n";
        let smaller = minified(text)?;
        assert!(smaller.contains("mount") && smaller.contains(".place="), "{smaller}");
        assert!(!["Why", "unseen", "home"].iter().any(|gone| smaller.contains(gone)), "{smaller}");
        assert!(smaller.len() < text.len() / 2 + 20, "{smaller}");
        Ok(())
    }

    #[test]
    fn nothing_becomes_newer_than_it_was() -> Result<()> {
        let smaller = minified("export const f = (a, b) => { if (a == null) { a = b; } return a && a.c; };")?;
        assert!(!smaller.contains('?'), "{smaller}");
        Ok(())
    }

    #[test]
    fn what_is_no_script_is_refused() {
        assert!(minified("const = ;").is_err());
    }
}
