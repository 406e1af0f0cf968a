//! Text with its markup.

use crate::model::content::{Address, Inline};
use yew::prelude::*;

/// Draws inlines. `base` is the address against which relative ones count.
pub fn inlines(inlines: &[Inline], base: &str) -> Html {
    inlines.iter().map(|one| inline(one, base)).collect()
}

fn inline(inline: &Inline, base: &str) -> Html {
    match inline {
        Inline::Text(text) => html! { <>{ text }</> },
        Inline::Code(text) => html! { <code>{ text }</code> },
        Inline::Emphasis(inner) => html! { <em>{ inlines(inner, base) }</em> },
        Inline::Strong(inner) => html! { <strong>{ inlines(inner, base) }</strong> },
        Inline::Strikethrough(inner) => html! { <del>{ inlines(inner, base) }</del> },
        Inline::Link { address, title, content } => link(address, title, inlines(content, base), base),
        Inline::Image { address, title, alternative } => image(address, title, alternative, base),
        Inline::Footnote(number) => {
            html! { <sup class="footnote-mark"><a href={format!("#footnote-{number}")} data-footnote={number.to_string()}>{ number }</a></sup> }
        }
        Inline::LineBreak => html! { <br /> },
    }
}

/// A link; one that leaves the deck opens beside it.
pub fn link(address: &Address, title: &str, content: Html, base: &str) -> Html {
    let title = (!title.is_empty()).then(|| title.to_owned());
    if address.0.starts_with('#') {
        return html! { <a href={address.0.clone()} {title}>{ content }</a> };
    }
    html! { <a href={resolved(address, base)} {title} target="_blank" rel="noopener noreferrer">{ content }</a> }
}

pub fn image(address: &Address, title: &str, alternative: &str, base: &str) -> Html {
    let title = (!title.is_empty()).then(|| title.to_owned());
    html! { <img src={resolved(address, base)} alt={alternative.to_owned()} {title} /> }
}

/// A relative address counts from where the deck lies.
pub fn resolved(address: &Address, base: &str) -> String {
    let text = &address.0;
    let first = text.split(['/', '?', '#']).next().unwrap_or_default();
    let is_absolute = first.contains(':') || text.starts_with('/');
    if is_absolute { text.clone() } else { format!("{base}{text}") }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn relative_addresses_count_from_the_deck() {
        let from = |text: &str| resolved(&Address(text.to_owned()), "https://a.example/talks/");
        assert_eq!(from("figures/x.svg"), "https://a.example/talks/figures/x.svg");
        assert_eq!(from("https://b.example/x"), "https://b.example/x");
        assert_eq!(from("data:image/png;base64,AA"), "data:image/png;base64,AA");
        assert_eq!(from("/x"), "/x");
        assert_eq!(from("x/a:b"), "https://a.example/talks/x/a:b");
    }
}
