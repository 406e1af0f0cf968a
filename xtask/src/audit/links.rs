//! Whether all that the pages link to is there: files of the site, and ids within its pages. Whether other sites still
//! have what is linked to is not asked: their number is told.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Component, Path, PathBuf};

use super::hosting::decoded;
use super::page::Page;
use super::{Finding, path_in};

/// Looks at all links of the pages.
pub fn check(site: &Path, pages: &[Page]) -> Finding {
    let by_file: BTreeMap<&Path, &Page> = pages.iter().map(|page| (&*page.file, page)).collect();
    let base = base_of(site);
    let (mut faults, mut inside, mut outside) = (Vec::new(), 0, 0);
    for page in pages {
        let own = path_in(site, &page.file);
        faults.extend(
            page.repeated.iter().map(|id| format!("{own}: the id `{id}` stands there more than once")),
        );
        for link in &page.links {
            match target(site, &page.file, link, base.as_deref()) {
                Target::Elsewhere => outside += 1,
                Target::Within { file, id } => {
                    inside += 1;
                    faults.extend(fault(&file, &id, &by_file).map(|why| format!("{own}: `{link}`: {why}")));
                }
            }
        }
    }
    let result = format!("{} pages, {inside} links within the site, {outside} to others", pages.len());
    Finding { name: "links and anchors".to_owned(), result, faults, ..Finding::default() }
}

/// The address for which the site was built, as its sitemap names it.
fn base_of(site: &Path) -> Option<String> {
    let sitemap = fs::read_to_string(site.join("sitemap.xml")).ok()?;
    Some(sitemap.split_once("<loc>")?.1.split_once("</loc>")?.0.to_owned())
}

#[derive(Debug, PartialEq)]
enum Target {
    /// Of another site, or no file at all.
    Elsewhere,
    Within {
        file: PathBuf,
        /// Decoded; possibly empty.
        id: String,
    },
}

/// Where a link of a page leads.
fn target(site: &Path, page: &Path, link: &str, base: Option<&str>) -> Target {
    let own = base.and_then(|base| link.strip_prefix(base));
    let has_scheme = link.split(['/', '?', '#']).next().is_some_and(|first| first.contains(':'));
    if own.is_none() && (has_scheme || link.starts_with("//")) {
        return Target::Elsewhere;
    }
    let (address, id) = own.unwrap_or(link).split_once('#').unwrap_or((own.unwrap_or(link), ""));
    let path = decoded(address.split('?').next().unwrap_or_default());
    let file = match own {
        Some(_) => site.join(&path),
        None if path.is_empty() => page.to_owned(),
        None => page.parent().unwrap_or(site).join(&path),
    };
    let is_folder = file.as_os_str().to_string_lossy().ends_with('/') || file.ends_with("..") || path == ".";
    let file = if is_folder || (own.is_some() && path.is_empty()) { file.join("index.html") } else { file };
    Target::Within { file: plain(&file), id: decoded(id) }
}

/// The path without `.` and `..`.
fn plain(path: &Path) -> PathBuf {
    let mut plain = PathBuf::new();
    for part in path.components() {
        match part {
            Component::ParentDir => {
                plain.pop();
            }
            Component::CurDir => {}
            other => plain.push(other),
        }
    }
    plain
}

/// Why a link leads nowhere, if it does.
fn fault(file: &Path, id: &str, pages: &BTreeMap<&Path, &Page>) -> Option<String> {
    if !file.is_file() {
        return Some("there is no such file".to_owned());
    }
    let page = pages.get(file)?;
    let is_there = id.is_empty() || page.ids.contains(id);
    (!is_there).then(|| format!("nothing has the id `{id}` there"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::audit::BASE;
    use crate::scratch::Scratch;
    use anyhow::Result;

    #[test]
    fn links_lead_to_files_and_ids() {
        let to = |link: &str| target(Path::new("/s"), Path::new("/s/en/a.html"), link, Some(BASE));
        let within = |file: &str, id: &str| Target::Within { file: file.into(), id: id.into() };
        assert_eq!(to("#%E6%AF%94"), within("/s/en/a.html", "比"));
        assert_eq!(to("../b.css?x#"), within("/s/b.css", ""));
        assert_eq!(to("../../../../c"), within("/c", ""));
        assert_eq!(to("./"), within("/s/en/index.html", ""));
        assert_eq!(to("../#d"), within("/s/index.html", "d"));
        assert_eq!(to(&format!("{BASE}en/#d")), within("/s/en/index.html", "d"));
        assert_eq!(to(BASE), within("/s/index.html", ""));
        assert_eq!(
            [to("https://b.example/"), to("data:,"), to("//c.example")],
            [Target::Elsewhere, Target::Elsewhere, Target::Elsewhere]
        );
    }

    #[test]
    fn what_leads_nowhere_is_told_with_its_page() -> Result<()> {
        let scratch = Scratch::new("links-test")?;
        let file = scratch.path().join("index.html");
        let text = "<p id=a><p id=a><a href=#a><a href=#b><a href=c.html><a href=https://d.example>";
        fs::write(&file, text)?;
        let found = check(scratch.path(), &[Page::of(file, text)]);
        assert_eq!(found.result, "1 pages, 3 links within the site, 1 to others");
        assert_eq!(
            found.faults,
            [
                "index.html: the id `a` stands there more than once",
                "index.html: `#b`: nothing has the id `b` there",
                "index.html: `c.html`: there is no such file",
            ]
        );
        Ok(())
    }
}
