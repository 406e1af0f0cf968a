//! What is peculiar to the shell: variables, prompts, and that the first word of a command is its name.

use crate::languages::has;
use crate::lexer::Lexer;
use crate::pieces::Kind;

impl Lexer<'_> {
    /// A prompt, a variable, or what a command follows.
    pub fn shell(&mut self, byte: u8) -> Option<Kind> {
        let next = self.peek(1);
        match byte {
            b'$' if next == b' ' && self.is_line_start => self.at += 1,
            b'$' if next == b'{' || next == b'_' || next.is_ascii_alphanumeric() => {
                self.hole();
                self.is_command = false;
                return Some(Kind::Variable);
            }
            b'$' if next != 0 && b"@*#?$!-".contains(&next) => {
                self.at += 2;
                return Some(Kind::Variable);
            }
            b'\\' if next.is_ascii_graphic() => {
                self.at += 2;
                return Some(Kind::Plain);
            }
            b'|' | b';' | b'`' | b'(' => self.at_command(),
            b'{' | b'!' if next.is_ascii_whitespace() => self.at_command(),
            b'&' if !b"<>".contains(&self.before) => self.at_command(),
            _ => return None,
        }
        Some(Kind::Punctuation)
    }

    fn at_command(&mut self) {
        self.at += 1;
        self.is_command = true;
    }

    pub fn shell_word(&mut self, word: &[u8]) -> Kind {
        let is_command = core::mem::take(&mut self.is_command);
        if word.starts_with(b"-") && word.len() > 1 {
            return Kind::Key;
        }
        if word.iter().all(u8::is_ascii_digit) {
            return Kind::Number;
        }
        if self.peek(0) == b'=' && word.iter().all(|byte| byte.is_ascii_alphanumeric() || *byte == b'_') {
            return Kind::Variable;
        }
        match self.language.kind_of(word) {
            Some(Kind::Keyword) if is_command || word == b"in" => {
                self.is_command = has("if elif then else while until do time exec eval", word);
                Kind::Keyword
            }
            Some(Kind::Literal) => Kind::Literal,
            _ if is_command => Kind::Name,
            _ => Kind::Plain,
        }
    }

    /// Commands and what they print: where there are prompts, the lines without one are output.
    pub fn console(&mut self) {
        let has_prompt = self.text.split(|byte| *byte == b'\n').any(|line| line.starts_with(b"$ "));
        while !self.is_end() {
            let is_new = self.at == self.line && self.is_command;
            if has_prompt && is_new && !self.sees(b"$ ") && !self.sees(b"#") {
                self.pass(|byte| byte != b'\n');
                self.cut(Kind::Plain);
            } else {
                self.token();
            }
        }
    }
}
