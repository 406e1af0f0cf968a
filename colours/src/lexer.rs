//! The engine: goes through a text once and cuts it into pieces, by the language's table. Time is linear in the
//! text's length: what is looked at ahead is a run of one kind of bytes, which is looked at once more when its turn
//! comes.

use alloc::vec::Vec;
use core::ops::Range;

use crate::languages::{Language, Nesting, Way, has};
use crate::pieces::{Kind, Pieces};

/// The pieces of `text`.
pub fn pieces(language: &'static Language, text: &[u8]) -> Vec<(Kind, usize)> {
    let mut lexer = Lexer::new(language, text);
    lexer.run();
    lexer.pieces.finish()
}

pub struct Lexer<'a> {
    pub language: &'static Language,
    pub text: &'a [u8],
    /// Up to here the text is cut.
    pub cut: usize,
    /// Up to here it has been looked at.
    pub at: usize,
    /// Where the line begins.
    pub line: usize,
    /// Whether there was only white space on the line so far.
    pub is_line_start: bool,
    /// The last byte that was no white space; for a word of the language a blank, since it is followed by what may
    /// follow a punctuation mark.
    pub before: u8,
    /// How many brackets are open.
    pub depth: usize,
    /// The word at which a text ends that begins on the next line, and whether there are holes in it.
    pub heredoc: Option<(Range<usize>, bool)>,
    /// Whether a table's name stands on this line of TOML.
    is_header: bool,
    /// Whether a shell takes the next word for a command.
    pub is_command: bool,
    pub pieces: Pieces,
    #[cfg(test)]
    pub steps: core::cell::Cell<usize>,
}

impl<'a> Lexer<'a> {
    pub fn new(language: &'static Language, text: &'a [u8]) -> Self {
        Self {
            language,
            text,
            cut: 0,
            at: 0,
            line: 0,
            is_line_start: true,
            before: b' ',
            depth: 0,
            heredoc: None,
            is_header: false,
            is_command: true,
            pieces: Pieces::default(),
            #[cfg(test)]
            steps: core::cell::Cell::new(0),
        }
    }

    pub fn run(&mut self) {
        match self.language.way {
            Way::Yaml => self.yaml(),
            Way::Console => self.console(),
            _ => {
                while self.at < self.text.len() {
                    self.token();
                }
            }
        }
    }

    /// The byte so far ahead; 0 behind the end.
    pub fn peek(&self, ahead: usize) -> u8 {
        #[cfg(test)]
        self.steps.set(self.steps.get() + 1);
        self.text.get(self.at + ahead).copied().unwrap_or(0)
    }

    pub fn is_end(&self) -> bool {
        self.at >= self.text.len()
    }

    /// Whether `what` comes next.
    pub fn sees(&self, what: &[u8]) -> bool {
        what.iter().enumerate().all(|(ahead, byte)| self.peek(ahead) == *byte)
    }

    /// Goes on while bytes are so.
    pub fn pass(&mut self, fits: impl Fn(u8) -> bool) {
        while !self.is_end() && fits(self.peek(0)) {
            self.at += 1;
        }
    }

    /// Makes a piece of what has been looked at.
    pub fn cut(&mut self, kind: Kind) {
        self.at = self.at.min(self.text.len());
        self.pieces.push(kind, self.text.get(self.cut..self.at).unwrap_or_default());
        self.cut = self.at;
    }

    /// The next byte that is no blank.
    pub fn after_blanks(&self) -> (u8, u8) {
        let mut ahead = 0;
        while is_blank(self.peek(ahead)) {
            ahead += 1;
        }
        (self.peek(ahead), self.peek(ahead + 1))
    }

    /// Cuts one token.
    pub fn token(&mut self) {
        let byte = self.peek(0);
        if byte == b'\n' {
            return self.line_end();
        }
        if is_blank(byte) {
            self.pass(is_blank);
            return self.cut(Kind::Plain);
        }
        if self.comment() {
            return;
        }
        let (kind, before) = self.significant(byte);
        self.cut(kind);
        self.before = before;
        self.is_line_start = false;
    }

    pub fn line_end(&mut self) {
        let is_continued = self.at > 0 && self.text.get(self.at - 1) == Some(&b'\\');
        self.at += 1;
        self.cut(Kind::Plain);
        self.line = self.at;
        self.is_line_start = true;
        self.is_header = false;
        self.is_command = !is_continued;
        if let Some((end, has_holes)) = self.heredoc.take() {
            self.heredoc_body(end, has_holes);
        }
    }

    /// Goes over a token that is neither white space nor comment, and tells its kind and what `before` becomes.
    fn significant(&mut self, byte: u8) -> (Kind, u8) {
        if let Some(kind) = self.peculiar(byte) {
            return (kind, byte);
        }
        if let Some(quote) = self.language.quotes.iter().find(|quote| self.sees(quote.mark)) {
            return (self.string(quote), b'"');
        }
        if self.is_word(byte) {
            return match self.word(byte) {
                Kind::Keyword => (Kind::Keyword, b' '),
                kind => (kind, b'a'),
            };
        }
        match byte {
            b'(' | b'[' | b'{' => self.depth += 1,
            b')' | b']' | b'}' => self.depth = self.depth.saturating_sub(1),
            _ => {}
        }
        self.at += 1;
        (Kind::Punctuation, byte)
    }

    /// What only one language or two have.
    fn peculiar(&mut self, byte: u8) -> Option<Kind> {
        if self.language.heredocs && byte == b'<' && self.heredoc_start() {
            return Some(Kind::Punctuation);
        }
        match self.language.way {
            Way::Shell | Way::Console => self.shell(byte),
            Way::Rust if byte == b'\'' => Some(self.tick()),
            Way::JavaScript if byte == b'/' && b" (,=:[!&|?;{+".contains(&self.before) => {
                Some(self.regular_expression())
            }
            Way::Toml if byte == b'[' && self.is_line_start && self.depth == 0 => {
                self.is_header = true;
                None
            }
            _ => None,
        }
    }

    pub fn comment(&mut self) -> bool {
        if self.language.line_comments.iter().any(|mark| self.sees(mark)) && self.may_comment() {
            self.pass(|byte| byte != b'\n');
        } else if let Some(nesting) = self.language.block_comments
            && self.sees(b"/*")
        {
            self.block_comment(nesting);
        } else {
            return false;
        }
        self.cut(Kind::Comment);
        true
    }

    fn may_comment(&self) -> bool {
        let before = self.at.checked_sub(1).and_then(|at| self.text.get(at));
        !self.language.gap_before_comment || before.is_none_or(|byte| b" \t\r\n;".contains(byte))
    }

    fn block_comment(&mut self, nesting: Nesting) {
        self.at += 2;
        let mut depth = 1;
        while depth > 0 && !self.is_end() {
            let mut length = 2;
            if self.sees(b"*/") {
                depth -= 1;
            } else if nesting == Nesting::Nested && self.sees(b"/*") {
                depth += 1;
            } else {
                length = 1;
            }
            self.at += length;
        }
    }

    /// Whether a byte belongs to a word or number. All that is not ASCII does, so that no character is split.
    pub fn is_word(&self, byte: u8) -> bool {
        byte.is_ascii_alphanumeric()
            || byte == b'_'
            || !byte.is_ascii()
            || (byte != 0 && self.language.in_words.contains(&byte))
    }

    fn word(&mut self, first: u8) -> Kind {
        let is_shell = matches!(self.language.way, Way::Shell | Way::Console);
        if first.is_ascii_digit() && !is_shell {
            return self.number();
        }
        let start = self.at;
        while !self.is_end() && self.is_word(self.peek(0)) {
            self.at += 1;
        }
        let word = self.text.get(start..self.at).unwrap_or_default();
        if is_shell {
            return self.shell_word(word);
        }
        if has(self.language.prefixes, word) && self.prefixed(word) {
            return Kind::String;
        }
        self.kind_of(word, first)
    }

    fn kind_of(&mut self, word: &[u8], first: u8) -> Kind {
        let (next, then) = self.after_blanks();
        if self.is_header {
            return Kind::Name;
        }
        if self.language.after_key == Some(b'=') && next == b'=' && then != b'=' && then != b'>' {
            return Kind::Key;
        }
        let opens_block = next == b'"' || next == b'{' || next.is_ascii_alphabetic();
        if self.language.way == Way::Hcl && self.is_line_start && opens_block {
            return Kind::Keyword;
        }
        if let Some(kind) = self.language.kind_of(word) {
            return kind;
        }
        let next = self.peek(0);
        if self.language.way == Way::Rust && next == b'!' && self.peek(1) != b'=' {
            self.at += 1;
            return Kind::Name;
        }
        if self.language.after_key == Some(next) {
            return Kind::Key;
        }
        let is_name = next == b'(' || (self.language.capitals && first.is_ascii_uppercase());
        if is_name { Kind::Name } else { Kind::Plain }
    }

    /// A number, with what belongs to it: a base, an exponent, a type. In TOML a date is one too.
    fn number(&mut self) -> Kind {
        let has_base = self.peek(0) == b'0' && b"xX".contains(&self.peek(1));
        let is_toml = self.language.way == Way::Toml;
        let mut last = 0;
        while !self.is_end() {
            let byte = self.peek(0);
            let is_sign = b"+-".contains(&byte) && b"eE".contains(&last) && !has_base;
            let is_point = byte == b'.' && self.peek(1).is_ascii_digit();
            let is_part = byte.is_ascii_alphanumeric() || byte == b'_' || !byte.is_ascii();
            if !(is_part || is_sign || is_point || (is_toml && b"-:".contains(&byte))) {
                break;
            }
            last = byte;
            self.at += 1;
        }
        Kind::Number
    }

    /// Whether what was just passed, a string, is a key, by what comes after it.
    pub fn kind_of_string(&self) -> Kind {
        let (next, then) = self.after_blanks();
        if self.is_header {
            return Kind::Name;
        }
        let is_key = self.language.after_key == Some(next) && then != b'=' && then != b'>';
        if is_key { Kind::Key } else { Kind::String }
    }
}

pub fn is_blank(byte: u8) -> bool {
    matches!(byte, b' ' | b'\t' | b'\r')
}
