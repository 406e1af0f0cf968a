//! YAML: a line is a key and a value or an entry of a list, and what is plain goes up to a mark or the line's end.

use crate::lexer::{Lexer, is_blank};
use crate::pieces::Kind;

/// Where in the text YAML is.
struct Place {
    /// Whether a key may come.
    may_be_key: bool,
    /// The column of the line's last key or `-`. What a block of text has must stand further in.
    column: usize,
    /// Whether a block of text follows the line.
    has_block: bool,
}

impl Lexer<'_> {
    pub fn yaml(&mut self) {
        let mut place = Place { may_be_key: true, column: 0, has_block: false };
        while !self.is_end() {
            match self.peek(0) {
                b'\n' => {
                    self.line_end();
                    place.may_be_key = true;
                    if core::mem::take(&mut place.has_block) {
                        self.block(place.column);
                    }
                }
                byte if is_blank(byte) => {
                    self.pass(is_blank);
                    self.cut(Kind::Plain);
                }
                _ if self.comment() => {}
                byte => {
                    let kind = self.node(byte, &mut place);
                    self.cut(kind);
                    self.is_line_start = false;
                }
            }
        }
    }

    fn node(&mut self, byte: u8, place: &mut Place) -> Kind {
        let is_alone = is_gap(self.peek(1));
        if self.at == self.line && (self.sees(b"---") || self.sees(b"...")) && is_gap(self.peek(3)) {
            self.at += 3;
            return Kind::Punctuation;
        }
        let opens = matches!(byte, b'[' | b'{');
        let closes = matches!(byte, b']' | b'}');
        if opens || (self.depth > 0 && (closes || byte == b',')) {
            self.depth = (self.depth + usize::from(opens)) - usize::from(closes);
            place.may_be_key = true;
            return self.mark();
        }
        match byte {
            b'-' | b'?' if is_alone && place.may_be_key => {
                place.column = self.at - self.line;
                self.mark()
            }
            b':' if is_alone || self.depth > 0 => {
                place.may_be_key = false;
                self.mark()
            }
            b'|' | b'>' if self.depth == 0 => {
                place.has_block = true;
                self.at += 1;
                self.pass(|byte| b"+-".contains(&byte) || byte.is_ascii_digit());
                Kind::Punctuation
            }
            b'&' | b'*' => self.tag(Kind::Variable),
            b'!' => self.tag(Kind::Name),
            _ => self.scalar(place),
        }
    }

    fn mark(&mut self) -> Kind {
        self.at += 1;
        Kind::Punctuation
    }

    fn tag(&mut self, kind: Kind) -> Kind {
        let ends: &[u8] = if self.depth > 0 { b",]}" } else { b"" };
        self.pass(|byte| !is_gap(byte) && !ends.contains(&byte));
        kind
    }

    fn scalar(&mut self, place: &mut Place) -> Kind {
        let column = self.at - self.line;
        let quote = self.language.quotes.iter().find(|quote| self.sees(quote.mark));
        let kind = match quote {
            Some(quote) => self.string(quote),
            None => self.plain(),
        };
        let is_key = place.may_be_key && self.is_before_colon();
        place.may_be_key = false;
        if is_key {
            place.column = column;
        }
        if is_key { Kind::Key } else { kind }
    }

    /// Goes over a scalar without quotes, and not over the blanks behind it.
    fn plain(&mut self) -> Kind {
        let (start, is_flow) = (self.at, self.depth > 0);
        let mut end = start + 1;
        self.at = end;
        while !self.is_end() {
            let byte = self.peek(0);
            let ends_flow = is_flow && b",[]{}".contains(&byte);
            let is_comment = byte == b'#' && end < self.at;
            if byte == b'\n' || ends_flow || is_comment || (byte == b':' && is_gap(self.peek(1))) {
                break;
            }
            self.at += 1;
            if !is_blank(byte) {
                end = self.at;
            }
        }
        self.at = end;
        let scalar = self.text.get(start..end).unwrap_or_default();
        let known = self.language.kind_of(scalar);
        known.unwrap_or(if is_number(scalar) { Kind::Number } else { Kind::Plain })
    }

    fn is_before_colon(&self) -> bool {
        let mut ahead = 0;
        while is_blank(self.peek(ahead)) {
            ahead += 1;
        }
        self.peek(ahead) == b':' && (is_gap(self.peek(ahead + 1)) || self.depth > 0)
    }

    /// Goes over the lines of a block of text: those that stand further in than `column`, and empty ones.
    fn block(&mut self, column: usize) {
        while !self.is_end() {
            let mut indent = 0;
            while self.peek(indent) == b' ' {
                indent += 1;
            }
            if indent <= column && !matches!(self.peek(indent), b'\n' | b'\r') {
                return;
            }
            self.pass(|byte| byte != b'\n');
            self.cut(Kind::String);
            if !self.is_end() {
                self.line_end();
            }
        }
    }
}

/// Whether a mark with this byte behind it stands alone; 0 is the text's end.
fn is_gap(byte: u8) -> bool {
    matches!(byte, b' ' | b'\t' | b'\r' | b'\n' | 0)
}

/// Whether a scalar is a number: a sign, digits with a point, an exponent; or hexadecimal digits.
fn is_number(scalar: &[u8]) -> bool {
    if let Some(digits) = scalar.strip_prefix(b"0x") {
        return digits.iter().all(u8::is_ascii_hexdigit);
    }
    let (mut points, mut digits, mut last) = (0, 0, b' ');
    for byte in scalar {
        match byte {
            b'0'..=b'9' => digits += 1,
            b'.' if points == 0 => points = 1,
            b'e' | b'E' if digits > 0 && points < 2 => points = 2,
            b'+' | b'-' if matches!(last, b' ' | b'e' | b'E') => {}
            _ => return false,
        }
        last = *byte;
    }
    last.is_ascii_digit()
}
