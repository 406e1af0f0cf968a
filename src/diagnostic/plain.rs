//! Diagnostics as text for a terminal: the line, a caret below the place, and the repair.

use super::{Diagnostic, Severity};
use crate::text::{LineIndex, unicode::is_full_width};
use crate::words::Language;
use std::fmt::Write;

/// Prints diagnostics as people read them, one paragraph each.
pub fn print(file: &str, source: &str, diagnostics: &[Diagnostic], language: Language) -> String {
    let lines = LineIndex::new(source);
    diagnostics.iter().map(|diagnostic| print_one(file, source, &lines, diagnostic, language)).collect()
}

fn print_one(
    file: &str,
    source: &str,
    lines: &LineIndex,
    diagnostic: &Diagnostic,
    language: Language,
) -> String {
    let severity = match diagnostic.severity() {
        Severity::Error => "error",
        Severity::Warning => "warning",
    };
    let sentence = diagnostic.sentence(language);
    let line = lines.line(source, diagnostic.line);
    let gutter = diagnostic.line.to_string();
    let mut text = format!("{severity}[{}]: {}\n", diagnostic.code(), sentence.message);
    let pad = " ".repeat(gutter.len());
    let _ = writeln!(text, "{pad}--> {file}:{}:{}", diagnostic.line, diagnostic.column);
    let _ = writeln!(text, "{gutter} | {line}");
    let _ = writeln!(text, "{pad} | {}", carets(line, diagnostic, source));
    if let Some(help) = sentence.help {
        let _ = writeln!(text, "{pad} = help: {help}");
    }
    text.push('\n');
    text
}

/// Carets below the diagnostic's part of its first line; full-width characters take two columns.
fn carets(line: &str, diagnostic: &Diagnostic, source: &str) -> String {
    let before = columns(line.chars().take(diagnostic.column - 1));
    let covered = diagnostic.span.of(source).lines().next().unwrap_or_default();
    let mut text = " ".repeat(before);
    text.push_str(&"^".repeat(columns(covered.chars()).max(1)));
    text
}

fn columns(characters: impl Iterator<Item = char>) -> usize {
    characters.map(|c| if is_full_width(c) { 2 } else { 1 }).sum()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::Span;
    use crate::words::problem::Problem;

    #[test]
    fn the_caret_stands_below_the_word() {
        let source = "- 対応 `#a @x` b";
        let span = Span::new(source.find('@').unwrap(), source.find('@').unwrap() + 2);
        let problem = Problem::ClaimWord { word: "@x".into() };
        let diagnostic = Diagnostic { problem, span, line: 1, column: 10 };
        let text = print("a.md", source, &[diagnostic], Language::EN);
        let rows: Vec<&str> = text.lines().collect();
        assert_eq!(rows[0], "error[claim-word]: `@x` can't be read");
        assert_eq!(rows[1], " --> a.md:1:10");
        assert_eq!(rows[3], "  |            ^^");
        assert!(rows[4].starts_with("  = help: known are `#id`"));
    }
}
