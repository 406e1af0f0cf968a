//! Strings of all sorts: between quotes, with prefixes, raw ones, regular expressions, and texts that go to a line
//! with a given word.

use core::ops::Range;

use crate::languages::{Inside, Quote, Way};
use crate::lexer::{Lexer, is_blank};
use crate::pieces::Kind;

impl Lexer<'_> {
    /// Goes over a string from its first quote. One that is not closed ends with its line, or with the text.
    pub fn string(&mut self, quote: &Quote) -> Kind {
        self.at += quote.mark.len();
        while !self.is_end() {
            match self.peek(0) {
                b'\n' if !quote.lines => return Kind::String,
                b'\\' if matches!(quote.inside, Inside::Escapes | Inside::Holes) => self.escape(),
                b'$' | b'%' if quote.inside == Inside::Holes && self.is_hole() => {
                    self.cut(Kind::String);
                    self.hole();
                    self.cut(Kind::Variable);
                }
                _ if !self.sees(quote.mark) => self.at += 1,
                _ => {
                    self.at += quote.mark.len();
                    if quote.inside != Inside::Doubled || !self.sees(quote.mark) {
                        return self.kind_of_string();
                    }
                    self.at += quote.mark.len();
                }
            }
        }
        Kind::String
    }

    /// Of a character that is not ASCII the rest follows, and means nothing.
    fn escape(&mut self) {
        self.at = (self.at + 2).min(self.text.len());
    }

    /// Whether code begins inside a string.
    fn is_hole(&self) -> bool {
        let next = self.peek(1);
        match self.language.way {
            Way::Shell | Way::Console => {
                self.peek(0) == b'$' && (next == b'{' || next == b'_' || next.is_ascii_alphanumeric())
            }
            Way::Hcl => next == b'{',
            _ => self.peek(0) == b'$' && next == b'{',
        }
    }

    /// Goes over `${…}`, with the braces inside it, or a shell's `$name`. It ends with its line at the latest.
    pub fn hole(&mut self) {
        self.at += 1;
        if self.peek(0) != b'{' {
            return self.pass(|byte| byte.is_ascii_alphanumeric() || byte == b'_');
        }
        let mut depth = 0;
        while !self.is_end() {
            match self.peek(0) {
                b'\n' => return,
                b'{' => depth += 1,
                b'}' => depth -= 1,
                _ => {}
            }
            self.at += 1;
            if depth == 0 {
                return;
            }
        }
    }

    /// Goes over a string that has a prefix, if there is one behind the prefix.
    pub fn prefixed(&mut self, prefix: &[u8]) -> bool {
        if self.language.way == Way::Rust {
            return self.rust_prefixed(prefix);
        }
        let Some(quote) = self.language.quotes.iter().find(|quote| self.sees(quote.mark)) else {
            return false;
        };
        self.string(quote);
        true
    }

    fn rust_prefixed(&mut self, prefix: &[u8]) -> bool {
        if prefix.contains(&b'r') {
            return self.raw();
        }
        let next = self.peek(0);
        match self.language.quotes.first() {
            Some(quote) if next == b'"' => self.string(quote),
            _ if next == b'\'' && prefix == b"b" => self.tick(),
            _ => return false,
        };
        true
    }

    /// Goes over Rust's `"…"`, `#"…"#` and so on, behind the `r`.
    fn raw(&mut self) -> bool {
        let mut hashes = 0;
        while self.peek(hashes) == b'#' {
            hashes += 1;
        }
        if self.peek(hashes) != b'"' {
            return false;
        }
        self.at += hashes + 1;
        while !self.is_end() {
            self.at += 1;
            if self.text.get(self.at - 1) != Some(&b'"') {
                continue;
            }
            let mut found = 0;
            while found < hashes && self.peek(found) == b'#' {
                found += 1;
            }
            self.at += found;
            if found == hashes {
                break;
            }
        }
        true
    }

    /// Goes over Rust's `'a'` or `'a`.
    pub fn tick(&mut self) -> Kind {
        self.at += 1;
        if self.peek(0) == b'\\' {
            self.escape();
            self.pass(|byte| byte != b'\'' && byte != b'\n');
            self.at += usize::from(self.peek(0) == b'\'');
            return Kind::String;
        }
        let length = character_length(self.peek(0));
        if self.peek(0) != b'\n' && self.peek(length) == b'\'' {
            self.at += length + 1;
            return Kind::String;
        }
        while !self.is_end() && self.is_word(self.peek(0)) {
            self.at += 1;
        }
        Kind::Variable
    }

    /// Goes over JavaScript's `/…/`. One that is not closed ends with its line.
    pub fn regular_expression(&mut self) -> Kind {
        let mut is_class = false;
        self.at += 1;
        while !self.is_end() {
            match self.peek(0) {
                b'\n' => break,
                b'/' if !is_class => {
                    self.at += 1;
                    self.pass(|byte| byte.is_ascii_alphabetic());
                    break;
                }
                b'\\' if self.peek(1) != b'\n' => self.at += 1,
                b'[' => is_class = true,
                b']' => is_class = false,
                _ => {}
            }
            self.at += 1;
        }
        Kind::String
    }

    /// Goes over `<<END` and notes the word, if that is what comes.
    pub fn heredoc_start(&mut self) -> bool {
        if !self.sees(b"<<") {
            return false;
        }
        let mut ahead = 2 + usize::from(b"-~".contains(&self.peek(2)));
        let quote = self.peek(ahead);
        let is_quoted = quote == b'\'' || quote == b'"';
        ahead += usize::from(is_quoted);
        let start = ahead;
        while self.peek(ahead).is_ascii_alphanumeric() || self.peek(ahead) == b'_' {
            ahead += 1;
        }
        let is_word = ahead > start && !self.peek(start).is_ascii_digit();
        if is_word {
            self.heredoc = Some((self.at + start..self.at + ahead, !is_quoted));
            self.at += ahead + usize::from(is_quoted && self.peek(ahead) == quote);
        }
        is_word
    }

    /// Goes over the lines up to the one that is the word at `end`, and over that line.
    pub fn heredoc_body(&mut self, end: Range<usize>, has_holes: bool) {
        let word = self.text.get(end).unwrap_or_default();
        while !self.is_end() {
            self.pass(is_blank);
            let is_last = self.sees(word) && matches!(self.peek(word.len()), b'\n' | b'\r' | 0);
            while !self.is_end() && self.peek(0) != b'\n' {
                if has_holes && b"$%".contains(&self.peek(0)) && self.is_hole() {
                    self.cut(Kind::String);
                    self.hole();
                    self.cut(Kind::Variable);
                } else {
                    self.at += 1;
                }
            }
            self.cut(Kind::String);
            if is_last {
                return;
            }
            self.at += 1;
            self.cut(Kind::Plain);
        }
    }
}

/// How many bytes the character has that begins with this one.
fn character_length(first: u8) -> usize {
    match first {
        0..=0x7f => 1,
        0x80..=0xdf => 2,
        0xe0..=0xef => 3,
        0xf0.. => 4,
    }
}
