//! The ids of slides, claims and options: one namespace, given ones first.

use crate::model::claim::Id;
use crate::text::unicode::nfc;
use std::collections::{BTreeMap, BTreeSet};

#[derive(Default)]
pub struct Ids {
    taken: BTreeSet<String>,
    /// For each made id, the number to try next.
    next: BTreeMap<String, u32>,
}

impl Ids {
    /// Takes an id that the author has given. Nothing if another has it already.
    pub fn take(&mut self, given: &str) -> Option<Id> {
        let id = nfc(given);
        self.taken.insert(id.clone()).then_some(Id(id))
    }

    /// Makes an id out of a title, or of the slide's number where there is none. To be called when
    /// all given ids are taken.
    pub fn make(&mut self, title: &str, number: usize) -> Id {
        let base = match slug(title) {
            empty if empty.is_empty() => format!("slide-{number}"),
            slug => slug,
        };
        let mut id = base.clone();
        while !self.taken.insert(id.clone()) {
            let next = self.next.entry(base.clone()).or_insert(2);
            id = format!("{base}-{next}");
            *next += 1;
        }
        Id(id)
    }

    pub fn contains(&self, id: &str) -> bool {
        self.taken.contains(id)
    }

    pub fn all(&self) -> impl Iterator<Item = &str> {
        self.taken.iter().map(String::as_str)
    }
}

/// Lower case in normal form C, with each run of anything but letters and digits as one `-`.
fn slug(title: &str) -> String {
    let lower = nfc(title).to_lowercase();
    let words = lower.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    words.collect::<Vec<_>>().join("-")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn made_ids_give_way_to_given_ones() {
        let mut ids = Ids::default();
        assert!(ids.take("dns").is_some());
        assert!(ids.take("dns").is_none());
        assert_eq!(ids.make("DNS", 2).as_str(), "dns-2");
        assert_eq!(ids.make("DNS!", 3).as_str(), "dns-3");
        assert_eq!(ids.make("DNS / Local DNS キャッシュ", 4).as_str(), "dns-local-dns-キャッシュ");
        assert_eq!(ids.make("…", 5).as_str(), "slide-5");
    }
}
