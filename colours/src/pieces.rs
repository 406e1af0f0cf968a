//! The kinds of pieces, and how pieces are put together: neighbours of one kind are one piece, and a line feed is a
//! piece of its own.

use alloc::vec::Vec;

/// What a piece of code is. The numbers are part of the memory format in `exports.rs`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(u8)]
pub enum Kind {
    Plain = 0,
    Comment = 1,
    String = 2,
    Number = 3,
    /// A word of the language, such as `if`.
    Keyword = 4,
    /// A word that is a value, such as `true`.
    Literal = 5,
    /// What stands before the `:` or `=` of data, and a command's options.
    Key = 6,
    /// A function, a type, a command or a table.
    Name = 7,
    Variable = 8,
    Punctuation = 9,
}

/// The pieces so far.
#[derive(Default)]
pub struct Pieces {
    found: Vec<(Kind, usize)>,
    /// Whether the last piece is a line feed.
    is_new_line: bool,
}

impl Pieces {
    /// Adds `bytes`, which may have line feeds in them.
    pub fn push(&mut self, kind: Kind, bytes: &[u8]) {
        for (index, line) in bytes.split(|byte| *byte == b'\n').enumerate() {
            if index > 0 {
                self.found.push((Kind::Plain, 1));
                self.is_new_line = true;
            }
            self.push_in_line(kind, line.len());
        }
    }

    fn push_in_line(&mut self, kind: Kind, length: usize) {
        if length == 0 {
            return;
        }
        match self.found.last_mut() {
            Some((last, sum)) if *last == kind && !self.is_new_line => *sum += length,
            _ => self.found.push((kind, length)),
        }
        self.is_new_line = false;
    }

    pub fn finish(self) -> Vec<(Kind, usize)> {
        self.found
    }
}
