//! Reads `Cargo.lock`: the version of the wasm-bindgen CLI must be exactly that of the library.

use std::fs;

use anyhow::{Context, Result, bail};
use serde::Deserialize;

use crate::paths;

#[derive(Deserialize)]
struct Lock {
    #[serde(default)]
    package: Vec<Package>,
}

#[derive(Deserialize)]
struct Package {
    name: String,
    version: String,
}

/// The version of `package` that `Cargo.lock` names.
pub fn version_of(package: &str) -> Result<String> {
    let path = paths::root().join("Cargo.lock");
    let text = fs::read_to_string(&path)
        .with_context(|| format!("can't read {}; `cargo generate-lockfile` writes it", path.display()))?;
    version_in(&text, package)
}

fn version_in(text: &str, package: &str) -> Result<String> {
    let lock: Lock = basic_toml::from_str(text).context("`Cargo.lock` is not readable as TOML")?;
    let mut versions =
        lock.package.into_iter().filter(|found| found.name == package).map(|found| found.version);
    match (versions.next(), versions.next()) {
        (Some(version), None) => Ok(version),
        (None, _) => bail!("`Cargo.lock` names no package `{package}`; `cargo check` brings it up to date"),
        (Some(one), Some(other)) => {
            bail!(
                "`Cargo.lock` names `{package}` {one} and {other}; `cargo tree -i {package}` shows who asks for which"
            )
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const LOCK: &str = r#"
version = 4

[[package]]
name = "wasm-bindgen"
version = "0.2.130"
dependencies = ["cfg-if"]

[[package]]
name = "wasm-bindgen-macro"
version = "0.2.131"

[[package]]
name = "syn"
version = "2.0.119"

[[package]]
name = "syn"
version = "3.0.9"
"#;

    #[test]
    fn finds_the_version_of_exactly_that_package() {
        assert_eq!(version_in(LOCK, "wasm-bindgen").ok().as_deref(), Some("0.2.130"));
    }

    #[test]
    fn a_missing_or_ambiguous_package_is_an_error_that_names_it() {
        let error =
            |package| version_in(LOCK, package).err().map(|error| error.to_string()).unwrap_or_default();
        assert!(error("yew").contains("no package `yew`"));
        assert!(error("syn").contains("2.0.119 and 3.0.9"));
    }
}
