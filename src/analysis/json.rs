//! Writes JSON text (RFC 8259), one value after another. Reading it is left to others.

/// JSON on its way. Objects and lists are opened and closed; a name is given to what stands in an object and
/// left empty for what stands in a list.
#[derive(Default)]
pub struct JsonWriter {
    out: String,
    depth: usize,
    /// Something stands before, in the same object or list.
    follows: bool,
}

impl JsonWriter {
    /// Opens an object or a list by its bracket.
    pub fn open(&mut self, name: &str, bracket: char) {
        self.begin(name);
        self.out.push(bracket);
        self.depth += 1;
        self.follows = false;
    }

    pub fn close(&mut self, bracket: char) {
        self.depth = self.depth.saturating_sub(1);
        if self.follows {
            self.break_line();
        }
        self.out.push(bracket);
        self.follows = true;
    }

    pub fn text(&mut self, name: &str, text: &str) {
        self.begin(name);
        self.write_text(text);
    }

    /// A text, or null.
    pub fn maybe(&mut self, name: &str, text: Option<&str>) {
        match text {
            Some(text) => self.text(name, text),
            None => {
                self.begin(name);
                self.out.push_str("null");
            }
        }
    }

    pub fn number(&mut self, name: &str, number: i64) {
        self.begin(name);
        self.out.push_str(&number.to_string());
    }

    /// What was written, with a line end.
    pub fn written(mut self) -> String {
        self.out.push('\n');
        self.out
    }

    /// Two spaces a level, a value a line.
    fn begin(&mut self, name: &str) {
        if self.follows {
            self.out.push(',');
        }
        if self.depth > 0 {
            self.break_line();
        }
        self.follows = true;
        if !name.is_empty() {
            self.write_text(name);
            self.out.push_str(": ");
        }
    }

    fn break_line(&mut self) {
        self.out.push('\n');
        for _ in 0..self.depth {
            self.out.push_str("  ");
        }
    }

    fn write_text(&mut self, text: &str) {
        self.out.push('"');
        for c in text.chars() {
            match c {
                '"' | '\\' => self.out.extend(['\\', c]),
                '\n' => self.out.push_str("\\n"),
                // Other control characters, of which no text of a deck has any use.
                '\0'..='\x1f' => self.out.push(' '),
                _ => self.out.push(c),
            }
        }
        self.out.push('"');
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_written_is_read_by_others() {
        let mut json = JsonWriter::default();
        json.open("", '{');
        json.text("a \"b\" \\ か", "x\ny\t\u{7f}\u{2028}\u{1}");
        json.open("list", '[');
        json.number("", -12);
        json.maybe("", None);
        json.open("", '[');
        json.close(']');
        json.close(']');
        json.maybe("last", Some("z"));
        json.close('}');
        let text = json.written();
        let read: serde_json::Value = serde_json::from_str(&text).unwrap();
        assert_eq!(read["a \"b\" \\ か"], "x\ny \u{7f}\u{2028} ");
        assert_eq!(read["list"][0], -12);
        assert!(read["list"][1].is_null() && read["list"][2].as_array().unwrap().is_empty());
        assert_eq!(read["last"], "z");
        assert!(text.contains("\n  \"list\": [\n    -12,\n    null,\n    []\n  ],\n"), "{text}");
    }
}
