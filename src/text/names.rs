//! Texts with numbers: the one lookup table that reading and judging share.

use std::collections::HashMap;

/// Texts numbered from 0 in the order in which they were added.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Names(HashMap<String, usize>);

impl Names {
    /// Adds a text. Its number if it is new, as an error that of the same text added before.
    pub fn add(&mut self, name: &str) -> Result<usize, usize> {
        if let Some(number) = self.get(name) {
            return Err(number);
        }
        let number = self.0.len();
        self.0.insert(name.to_owned(), number);
        Ok(number)
    }

    pub fn get(&self, name: &str) -> Option<usize> {
        self.0.get(name).copied()
    }

    pub fn contains(&self, name: &str) -> bool {
        self.get(name).is_some()
    }

    /// The texts, in no order.
    pub fn iter(&self) -> impl Iterator<Item = &str> {
        self.0.keys().map(String::as_str)
    }
}

#[cfg(test)]
mod tests {
    use super::Names;

    #[test]
    fn each_text_has_one_number() {
        let mut names = Names::default();
        assert_eq!([names.add("b"), names.add("a"), names.add("b")], [Ok(0), Ok(1), Err(0)]);
        assert_eq!(names.get("a"), Some(1));
        assert_eq!(names.iter().count(), 2);
    }
}
