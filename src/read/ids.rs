//! The ids of slides, claims and options: one namespace, given ones first.

use crate::model::claim::Id;
use crate::text::names::Names;
use crate::text::unicode::{lowercase, nfc};

#[derive(Default)]
pub struct Ids {
    taken: Names,
    /// For each id by its number: the number tried last where an id is made out of it.
    next: Vec<u32>,
}

impl Ids {
    /// Takes an id that the author has given. Nothing if another has it already.
    pub fn take(&mut self, given: &str) -> Option<Id> {
        let id = nfc(given);
        self.add(&id).ok().map(|_| Id(id))
    }

    /// Makes an id out of a title, or of the slide's number where there is none. To be called when
    /// all given ids are taken.
    pub fn make(&mut self, title: &str, number: usize) -> Id {
        let base = match slug(title) {
            empty if empty.is_empty() => format!("slide-{number}"),
            slug => slug,
        };
        let Err(number) = self.add(&base) else { return Id(base) };
        loop {
            self.next[number] += 1;
            let id = format!("{base}-{}", self.next[number]);
            if self.add(&id).is_ok() {
                return Id(id);
            }
        }
    }

    fn add(&mut self, id: &str) -> Result<usize, usize> {
        let added = self.taken.add(id);
        if added.is_ok() {
            self.next.push(1);
        }
        added
    }

    pub fn contains(&self, id: &str) -> bool {
        self.taken.contains(id)
    }

    pub fn all(&self) -> impl Iterator<Item = &str> {
        self.taken.iter()
    }
}

/// Lower case in normal form C, with each run of anything but letters and digits as one `-`.
fn slug(title: &str) -> String {
    let lower = lowercase(&nfc(title));
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
