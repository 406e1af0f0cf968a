//! What tools are told of the element (`embed/custom-elements.json`, `embed/kurabe.d.ts`) against the code and the docs.

use crate::embedded::{embedded, set};
use kurabe::app::msg::{HostMsg, Msg};
use serde_json::Value;
use std::path::{Path, PathBuf};

fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

fn text(path: &str) -> String {
    std::fs::read_to_string(root().join(path)).unwrap_or_else(|error| panic!("{path}: {error}"))
}

/// All source files of a folder, one behind the other.
fn all(folder: &Path) -> String {
    let entries = std::fs::read_dir(folder).expect("a folder").flatten();
    let texts = entries.map(|entry| match entry.path() {
        path if path.is_dir() => all(&path),
        path => std::fs::read_to_string(path).unwrap_or_default(),
    });
    texts.collect()
}

/// The one element of the manifest.
fn element() -> Value {
    let mut manifest: Value = serde_json::from_str(&text("embed/custom-elements.json")).expect("JSON");
    manifest["modules"][0]["declarations"][0].take()
}

/// The names in a list of the manifest.
fn names(list: &Value) -> Vec<String> {
    let entries = list.as_array().expect("a list").iter();
    sorted(entries.filter_map(|entry| entry["name"].as_str().map(str::to_owned)))
}

fn sorted(texts: impl Iterator<Item = String>) -> Vec<String> {
    let mut texts: Vec<String> = texts.collect();
    texts.sort();
    texts.dedup();
    texts
}

/// The quoted words between two texts of a file.
fn quoted_between(file: &str, start: &str, end: &str) -> Vec<String> {
    let (_, rest) = file.split_once(start).unwrap_or_else(|| panic!("no `{start}`"));
    let (list, _) = rest.split_once(end).unwrap_or_else(|| panic!("no `{end}` behind `{start}`"));
    list.split('"').skip(1).step_by(2).map(str::to_owned).collect()
}

/// The words that follow `start` in a text, as far as they are letters and hyphens.
fn words_behind(text: &str, start: &str) -> Vec<String> {
    let word = |rest: &str| rest.chars().take_while(|c| c.is_ascii_lowercase() || *c == '-').collect();
    sorted(text.split(start).skip(1).map(word))
}

#[test]
fn attributes_are_those_that_the_element_observes() {
    let loader = text("src/shell/loader.js");
    let mut observed = quoted_between(&loader, "const attributes = [", "]");
    observed.extend(quoted_between(&loader, "const flags = [", "]"));
    observed.extend(quoted_between(&loader, "return attributes.concat(", ")"));
    let element = element();
    assert_eq!(names(&element["attributes"]), sorted(observed.into_iter()));
    for attribute in element["attributes"].as_array().unwrap() {
        let name = attribute["name"].as_str().unwrap();
        let field = element["members"].as_array().unwrap().iter().find(|one| one["attribute"] == name);
        let field = field.unwrap_or_else(|| panic!("`{name}` has no property"));
        assert_eq!(field["name"], attribute["fieldName"]);
        assert_eq!(field["type"], attribute["type"], "{name}");
    }
}

#[test]
fn the_values_that_are_named_mean_something() {
    let element = element();
    for attribute in element["attributes"].as_array().unwrap() {
        let name = attribute["name"].as_str().unwrap();
        let kind = attribute["type"]["text"].as_str().unwrap();
        for value in kind.split('\'').skip(1).step_by(2) {
            let mut state = embedded(&[]);
            state.update(set(name, value));
            assert!(state.author.warnings.is_empty(), "{name}={value}: {:?}", state.author.warnings);
        }
    }
    let mut state = embedded(&[]);
    state.update(Msg::Host(HostMsg::Attribute("view".to_owned(), Some("table".to_owned()))));
    assert!(!state.author.warnings.is_empty(), "another value is told");
}

#[test]
fn methods_events_parts_and_properties_are_those_of_the_code() {
    let loader = text("src/shell/loader.js");
    let element = element();
    let of_kind = |kind: &str| -> Vec<String> {
        let members = element["members"].as_array().unwrap().iter();
        sorted(members.filter(|one| one["kind"] == kind).map(|one| one["name"].as_str().unwrap().to_owned()))
    };
    let methods = quoted_between(&loader, "for (const name of [\"next\"", ") {");
    assert_eq!(of_kind("method"), sorted(methods.into_iter().chain(["next".to_owned()])));
    let own = element["members"].as_array().unwrap().iter();
    let read: Vec<&str> =
        own.filter(|one| one["readonly"] == true).map(|one| one["name"].as_str().unwrap()).collect();
    for name in read {
        assert!(loader.contains(&format!("\n  get {name}() ")), "{name}");
    }
    let code = [text("src/app/element_event.rs"), loader.clone()].concat();
    let mut events = words_behind(&code, "\"kurabe-");
    events.retain(|name| name != "deck");
    let full = events.into_iter().map(|name| format!("kurabe-{name}"));
    assert_eq!(names(&element["events"]), sorted(full));
    let parts =
        [words_behind(&all(&root().join("src/ui")), "\"part\", \""), words_behind(&loader, "\"part\", \"")];
    assert_eq!(names(&element["cssParts"]), sorted(parts.concat().into_iter()));
    let styles = words_behind(&all(&root().join("styles")), "var(--kurabe-");
    let full = styles.into_iter().map(|name| format!("--kurabe-{name}"));
    assert_eq!(names(&element["cssProperties"]), sorted(full));
}

#[test]
fn the_types_and_the_documents_name_all_of_it() {
    let (types, documents, element) = (text("embed/kurabe.d.ts"), text("docs/embedding.md"), element());
    for list in ["attributes", "members", "events", "cssParts", "cssProperties"] {
        for name in names(&element[list]) {
            let is_attribute = list == "attributes"
                || element["attributes"]
                    .as_array()
                    .unwrap()
                    .iter()
                    .any(|one| one["fieldName"] == name.as_str());
            let named = format!("`{name}");
            assert!(list == "members" && is_attribute || documents.contains(&named), "docs: {name}");
            let is_type = list == "members" && name != "lang" || list == "events";
            let typed = [": ", "(", "\": "].iter().any(|end| types.contains(&format!("{name}{end}")));
            assert!(!is_type || typed, "types: {name}");
        }
    }
}
