//! Where things lie: the project, its target directory, its release site and the per-user cache. Nothing is created
//! here.

use std::env;
use std::ffi::OsString;
use std::path::PathBuf;

use anyhow::{Result, anyhow};

/// The project's root, which holds `Cargo.lock`.
pub fn root() -> PathBuf {
    let here = env::var_os("CARGO_MANIFEST_DIR").unwrap_or_else(|| env!("CARGO_MANIFEST_DIR").into());
    let mut root = PathBuf::from(here);
    root.pop();
    root
}

/// Cargo's target directory. One that is set in a Cargo configuration file is not seen.
pub fn target() -> PathBuf {
    match env::var_os("CARGO_TARGET_DIR") {
        Some(dir) => root().join(dir),
        None => root().join("target"),
    }
}

/// What the commands leave for each other, such as the counts of the last test run.
pub fn scratch() -> PathBuf {
    target().join("xtask")
}

/// The release site.
pub fn dist() -> PathBuf {
    root().join("dist")
}

/// The per-user cache of tools and test data, shared by all clones of the project.
pub fn cache() -> Result<PathBuf> {
    cache_from(|name| env::var_os(name).filter(|value| !value.is_empty()))
        .ok_or_else(|| anyhow!("there is no place for the cache: set KURABE_CACHE to a directory, or HOME"))
}

fn cache_from(variable: impl Fn(&str) -> Option<OsString>) -> Option<PathBuf> {
    let of = |name: &str, below: &str| Some(PathBuf::from(variable(name)?).join(below));
    variable("KURABE_CACHE")
        .map(PathBuf::from)
        .or_else(|| of("XDG_CACHE_HOME", "kurabe"))
        .or_else(|| of("HOME", ".cache/kurabe"))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cache_with(set: &[(&str, &str)]) -> Option<PathBuf> {
        cache_from(|name| set.iter().find(|(key, _)| *key == name).map(|(_, value)| value.into()))
    }

    #[test]
    fn the_cache_is_where_the_user_says_else_where_the_system_says() {
        let all = [("HOME", "/h"), ("XDG_CACHE_HOME", "/x"), ("KURABE_CACHE", "/k")];
        assert_eq!(cache_with(&all), Some("/k".into()));
        assert_eq!(cache_with(&all[..2]), Some("/x/kurabe".into()));
        assert_eq!(cache_with(&all[..1]), Some("/h/.cache/kurabe".into()));
        assert_eq!(cache_with(&[]), None);
    }
}
