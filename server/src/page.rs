//! A page of the site as it is where it shows another deck than the one that it was built for.

/// A page like `built` that shows `deck`, which was not read and not drawn when the site was built. `written` is the page
/// as it was written by hand, with what stands in its element until the program is there.
pub fn page_for(built: &str, written: &str, deck: &str) -> String {
    let Some((head, _, rest)) = parts(built) else { return built.to_owned() };
    let inside = parts(written).map(|(_, inside, _)| inside).unwrap_or_default();
    let (behind, end) = rest.split_once("</body>").unwrap_or_default();
    let loader = behind.find("<link rel=\"modulepreload\"").map_or("", |start| &behind[start..]);
    let page = format!("{}{inside}</kurabe-deck>{loader}</body>{end}", named(head, deck));
    without(&page, "<link rel=\"preload\" as=\"script\"", ">")
}

/// What stands before, in and behind the content of the deck's element.
fn parts(page: &str) -> Option<(&str, &str, &str)> {
    let (head, rest) = page.split_at(page.find("<kurabe-deck ")?);
    let start = head.len() + rest.find('>')? + 1;
    let end = start + page[start..].find("</kurabe-deck>")?;
    Some((&page[..start], &page[start..end], &page[end + "</kurabe-deck>".len()..]))
}

/// What stands before the content, with another deck.
fn named(head: &str, deck: &str) -> String {
    let (before, element) = head.split_at(head.find("<kurabe-deck ").unwrap_or(head.len()));
    let attribute = |name: &str| {
        let start = element.find(name)? + name.len();
        element[start..].find('"').map(|length| &element[start..start + length])
    };
    let mut element = element.to_owned();
    for (name, new) in [(" src=\"", Some(deck)), (" data-compiled=\"", None)] {
        if let Some(old) = attribute(name) {
            let made = new.map(|new| format!("{name}{new}\"")).unwrap_or_default();
            element = element.replace(&format!("{name}{old}\""), &made);
        }
    }
    format!("{before}{element}")
}

/// The page without the first element that begins so.
fn without(page: &str, start: &str, end: &str) -> String {
    let Some((before, rest)) = page.split_once(start) else { return page.to_owned() };
    [before, rest.split_once(end).unwrap_or_default().1].concat()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_page_for_another_deck_has_nothing_of_the_first() {
        let built = "<head><link rel=\"preload\" as=\"script\" href=\"early.js\"></head>\
                     <body><kurabe-deck page src=\"a.md\" data-compiled=\"a.deck\"><div>slides</div></kurabe-deck>\
                     <script src=\"early.js\"></script><script type=\"text/plain\">deck</script>\
                     <link rel=\"modulepreload\" href=\"p.js\"><script type=\"module\" src=\"k.js\"></script></body></html>";
        let written = "<kurabe-deck page src=\"a.md\"><p>b</p></kurabe-deck>";
        let expected = "<head></head>\
                        <body><kurabe-deck page src=\"c.md\"><p>b</p></kurabe-deck>\
                        <link rel=\"modulepreload\" href=\"p.js\"><script type=\"module\" src=\"k.js\"></script></body></html>";
        assert_eq!(page_for(built, written, "c.md"), expected);
        assert_eq!(page_for("<p>", written, "c.md"), "<p>");
    }
}
