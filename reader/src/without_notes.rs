//! A deck's Markdown without the speaker's notes. Notes are comments, as directives are, and what looks like a comment
//! may stand in code: a comment goes if the deck is the same without it, but for its notes.

use kurabe::model::deck::Deck;
use kurabe::read::read;

/// The text with blanks in place of notes, so that everything else keeps its line and column.
pub fn without_notes(text: &str) -> String {
    let mut text = text.to_owned();
    let mut from = 0;
    while let Some(start) = text[from..].find("<!--").map(|at| from + at) {
        let Some(end) = text[start..].find("-->").map(|at| start + at + 3) else { break };
        let blank: String =
            text[start..end].bytes().map(|byte| if byte == b'\n' { '\n' } else { ' ' }).collect();
        let without = [&text[..start], &blank, &text[end..]].concat();
        let (before, after) = (read(&text).value, read(&without).value);
        if notes(&after) < notes(&before) && bare(after) == bare(before) {
            text = without;
        }
        from = end;
    }
    text
}

fn notes(deck: &Deck) -> usize {
    deck.slides.iter().map(|slide| slide.notes.len()).sum()
}

/// What is in the deck without its notes. Items are counted with those of notes, so their numbers are left out.
fn bare(mut deck: Deck) -> String {
    for slide in &mut deck.slides {
        slide.notes.clear();
        slide.items = 0;
    }
    let told = format!("{deck:?}");
    let parts = told.split("ItemNumber(");
    parts.map(|part| part.trim_start_matches(|c: char| c.is_ascii_digit())).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn notes_go_and_everything_else_stays() {
        let deck = "## A {#a}\n<!-- time: 2m -->\n- one\n\n<!--\nsecret\n\n- list\n-->\n\n```html\n<!-- code -->\n```\n";
        let made = without_notes(deck);
        assert!(!made.contains("secret") && !made.contains("list"), "{made}");
        assert!(made.contains("<!-- time: 2m -->") && made.contains("<!-- code -->"), "{made}");
        assert_eq!(made.len(), deck.len());
        assert_eq!(bare(read(&made).value), bare(read(deck).value));
        assert_eq!(without_notes(&made), made);
    }
}
