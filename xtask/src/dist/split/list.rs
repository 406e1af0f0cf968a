//! What a first visit comes to: the functions that it calls, and of each the parts that it comes to. `first.txt` has a
//! line for each: the function's shape, its parts as bits, its name. A function that has another shape now stays whole.

use std::collections::BTreeMap;
use std::fmt::Write;
use std::path::PathBuf;

use anyhow::{Context, Result};

/// What is known of a function.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Visited {
    pub shape: u32,
    pub parts: Vec<bool>,
}

/// By the functions' names.
#[derive(Default)]
pub struct List(pub BTreeMap<String, Option<Visited>>);

/// Where the list lies.
pub fn file() -> PathBuf {
    crate::paths::root().join("xtask/src/dist/split/first.txt")
}

impl List {
    /// Adds what was found of a function. Of those that share a name and differ nothing more is known.
    pub fn add(&mut self, name: &str, visited: Visited) {
        let known = self.0.entry(name.to_owned()).or_insert_with(|| Some(visited.clone()));
        *known = match known.take() {
            Some(mut other) if other.shape == visited.shape && other.parts.len() == visited.parts.len() => {
                other.parts.iter_mut().zip(&visited.parts).for_each(|(part, more)| *part |= more);
                Some(other)
            }
            _ => None,
        };
    }

    pub fn text(&self) -> String {
        let mut text = String::new();
        for (name, visited) in &self.0 {
            match visited {
                Some(Visited { shape, parts }) => {
                    let _ = writeln!(text, "{shape:08x} {} {name}", bits(parts));
                }
                None => {
                    let _ = writeln!(text, "- - {name}");
                }
            }
        }
        text
    }

    pub fn read(text: &str) -> Result<Self> {
        let mut list = Self::default();
        for line in text.lines() {
            let mut words = line.splitn(3, ' ');
            let (Some(shape), Some(bits), Some(name)) = (words.next(), words.next(), words.next()) else {
                anyhow::bail!("`{}` has a line that isn't one of its: `{line}`", file().display());
            };
            let visited = if shape == "-" { None } else { Some(visited(shape, bits)?) };
            list.0.insert(name.to_owned(), visited);
        }
        Ok(list)
    }
}

fn visited(shape: &str, bits: &str) -> Result<Visited> {
    let shape = u32::from_str_radix(shape, 16).with_context(|| format!("`{shape}` is no shape"))?;
    let mut parts = Vec::new();
    for digit in bits.chars() {
        let digit = digit.to_digit(16).with_context(|| format!("`{bits}` are no bits"))?;
        parts.extend((0..4).map(|bit| digit >> bit & 1 == 1));
    }
    Ok(Visited { shape, parts })
}

/// Four parts a digit, the first as the lowest bit.
fn bits(parts: &[bool]) -> String {
    let digit = |four: &[bool]| (0..).zip(four).map(|(bit, part)| u32::from(*part) << bit).sum::<u32>();
    parts.chunks(4).filter_map(|four| char::from_digit(digit(four), 16)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_list_is_read_as_it_was_written() -> Result<()> {
        let mut list = List::default();
        let parts = vec![true, false, false, true, true, false, false, false];
        list.add("a::b<c d>", Visited { shape: 0xab, parts: parts.clone() });
        list.add("e", Visited { shape: 1, parts: vec![false; 4] });
        list.add("e", Visited { shape: 1, parts: vec![false, true, false, false] });
        list.add("f", Visited { shape: 1, parts: vec![true] });
        list.add("f", Visited { shape: 2, parts: vec![true] });
        let text = list.text();
        assert_eq!(text, "000000ab 91 a::b<c d>\n00000001 2 e\n- - f\n");
        let read = List::read(&text)?;
        assert_eq!(read.0["a::b<c d>"], Some(Visited { shape: 0xab, parts }));
        assert_eq!(read.0["f"], None);
        assert!(List::read("a").is_err() && List::read("x 1 a").is_err());
        Ok(())
    }
}
