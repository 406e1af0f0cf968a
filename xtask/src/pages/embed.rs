//! The folder `embed/` of the site: the loader under its stable name, and beside it a folder of this version with all
//! that the loader fetches. A page that names the loader gets a new version as soon as it is there, and the files of a
//! version never change: they can be kept for ever.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};

use super::read;
use crate::{dist, lockfile, paths, program};

const FOLDER: &str = "embed";
/// The version that stands in the sources, and in the folder's name until all its files are there.
const NO_VERSION: &str = "{version}";
/// The scripts that pages name: their addresses are the same in each version.
const STABLE: [&str; 2] = ["kurabe.js", "frame.js"];
const FRAME_SCRIPT: &str = "frame_page.js";

/// What tells tools about the element.
const FOR_TOOLS: [&str; 2] = ["custom-elements.json", "kurabe.d.ts"];

/// The page for frames.
pub const FRAME_PAGE: &str = "embed.html";

/// Puts the program into the folder: the files of `program`, which `cargo xtask program` has written; without it what Trunk
/// has built, and the scripts as they are. Returns the pages' new addresses: what stands in them, and what is to stand
/// there.
pub fn gather(site: &Path, program: Option<&Path>) -> Result<Vec<(String, String)>> {
    let (embed, files) = (site.join(FOLDER), site.join(FOLDER).join(NO_VERSION));
    fs::create_dir_all(&files).with_context(|| format!("can't create {}", files.display()))?;
    let mut moved = vec![(format!("./{FOLDER}/program.js"), format!("./{FOLDER}/{NO_VERSION}/program.js"))];
    for file in dist::files(site)? {
        let name = file.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
        let Some(plain) = plain_name(&name).filter(|_| file.parent() == Some(site)) else { continue };
        fs::rename(&file, files.join(plain)).with_context(|| format!("can't move {}", file.display()))?;
        moved.push((format!("./{name}"), format!("./{FOLDER}/{NO_VERSION}/{plain}")));
    }
    match program {
        Some(program) => copy_all(program, &files)?,
        None => {
            program::write_late_with_names(&files)?;
            for (source, name) in program::SCRIPTS {
                let script = read(&paths::root().join("src/shell").join(source))?;
                write(&files.join(name), script.as_bytes())?;
            }
        }
    }
    copy_sentences(&files)?;
    for name in STABLE {
        fs::rename(files.join(name), embed.join(name)).with_context(|| format!("can't move `{name}`"))?;
    }
    for name in FOR_TOOLS {
        write(&embed.join(name), read(&paths::root().join(FOLDER).join(name))?.as_bytes())?;
    }
    Ok(moved)
}

/// The sentences of the diagnostics, a file a language.
fn copy_sentences(files: &Path) -> Result<()> {
    for file in dist::files(&paths::root().join("src/words"))? {
        let name = file.file_name().unwrap_or_default();
        if file.extension().is_some_and(|kind| kind == "txt") {
            fs::copy(&file, files.join(name)).with_context(|| format!("can't copy {}", file.display()))?;
        }
    }
    Ok(())
}

fn copy_all(from: &Path, to: &Path) -> Result<()> {
    for file in dist::files(from)? {
        let name = file.file_name().unwrap_or_default();
        fs::copy(&file, to.join(name)).with_context(|| format!("can't copy {}", file.display()))?;
    }
    Ok(())
}

/// The page with the new address of the script for frames, if it has it.
pub fn with_frame_script(page: &str) -> String {
    let [named, moved] =
        [String::new(), format!("{NO_VERSION}/")].map(|below| format!("./{FOLDER}/{below}{FRAME_SCRIPT}"));
    page.replace(&named, &moved)
}

/// What a file that Trunk has built is called in the folder; nothing if it belongs elsewhere.
fn plain_name(name: &str) -> Option<&'static str> {
    let ends = |end: &str| name.starts_with("kurabe-") && name.ends_with(end);
    let names = [("_bg.wasm", "kurabe.wasm"), (".css", "kurabe.css"), (".js", "glue.js")];
    names.into_iter().find(|(end, _)| ends(end)).map(|(_, plain)| plain)
}

/// Names the folder by what is in it now, and writes its name wherever the old one stands.
pub fn name_version(site: &Path) -> Result<()> {
    let embed = site.join(FOLDER);
    let Some(old) = version_folder(&embed)? else { return Ok(()) };
    let files = dist::files(&old)?;
    let mut content = Vec::new();
    for file in files.iter().filter(|file| !dist::is_packed(file)) {
        content.extend(fs::read(file).with_context(|| format!("can't read {}", file.display()))?);
    }
    let short = super::hash(&content) >> 32;
    let new = format!("{}-{short:08x}", lockfile::version_of("kurabe")?);
    let old_name = old.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
    fs::rename(&old, embed.join(&new)).with_context(|| format!("can't rename {}", old.display()))?;
    for file in dist::files(site)? {
        let may_name = file.extension().is_some_and(|kind| kind == "html" || kind == "js");
        if may_name && file.parent() != Some(&embed.join(&new)) {
            let text = read(&file)?;
            if text.contains(&old_name) {
                write(&file, text.replace(&old_name, &new).as_bytes())?;
            }
        }
    }
    Ok(())
}

/// Where the program lies in a site.
pub fn program_folder(site: &Path) -> Result<PathBuf> {
    version_folder(&site.join(FOLDER))?.context("the site has no program")
}

/// The one folder in `embed/`.
fn version_folder(embed: &Path) -> Result<Option<PathBuf>> {
    let entries = fs::read_dir(embed).with_context(|| format!("can't read {}", embed.display()))?;
    Ok(entries.flatten().map(|entry| entry.path()).find(|path| path.is_dir()))
}

pub fn write(file: &Path, content: &[u8]) -> Result<()> {
    fs::write(file, content).with_context(|| format!("can't write {}", file.display()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_version_is_named_by_its_files_wherever_it_is_spoken_of() -> Result<()> {
        let scratch = crate::scratch::Scratch::new("embed-test")?;
        let site = scratch.path();
        for name in ["kurabe-0a.js", "kurabe-0a_bg.wasm", "kurabe-0b.css", "other.js"] {
            fs::write(site.join(name), name)?;
        }
        let program = crate::scratch::Scratch::new("embed-test-program")?;
        let scripts = program::SCRIPTS.map(|(_, name)| name);
        for name in
            ["colours.wasm", "glue.js", "kurabe.css", "kurabe.wasm", "reader.wasm"].iter().chain(&scripts)
        {
            fs::write(program.path().join(name), format!("{name} {NO_VERSION}"))?;
        }
        let moved = gather(site, Some(program.path()))?;
        assert!(
            moved.contains(&("./kurabe-0a.js".into(), format!("./embed/{NO_VERSION}/glue.js"))),
            "{moved:?}"
        );
        fs::write(site.join("index.html"), format!("<a href=\"./embed/{NO_VERSION}/kurabe.css\">"))?;
        name_version(site)?;
        let name = |site: &Path| -> Result<String> {
            let found = version_folder(&site.join(FOLDER))?.context("no folder")?;
            Ok(found.file_name().context("no name")?.to_string_lossy().into_owned())
        };
        let first = name(site)?;
        assert!(read(&site.join("index.html"))?.contains(&format!("./embed/{first}/kurabe.css")));
        assert!(read(&site.join("embed/kurabe.js"))?.contains(&first) && !first.contains('{'), "{first}");
        let mut names: Vec<String> = dist::files(&site.join(FOLDER).join(&first))?
            .iter()
            .filter_map(|file| Some(file.file_name()?.to_string_lossy().into_owned()))
            .collect();
        names.sort();
        let expected = [
            "colours.wasm",
            "early.js",
            "frame_page.js",
            "glue.js",
            "kurabe.css",
            "kurabe.wasm",
            "problems.en.txt",
            "problems.ja.txt",
            "program.js",
            "reader.wasm",
        ];
        assert_eq!(names, expected);
        fs::write(site.join(FOLDER).join(&first).join("glue.js"), "changed")?;
        name_version(site)?;
        assert_ne!(name(site)?, first, "other files, another name");
        assert!(read(&site.join("embed/kurabe.js"))?.contains(&name(site)?));
        Ok(())
    }
}
