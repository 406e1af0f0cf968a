//! What is on the screen as a link and as code, and the translation that a page asks for.

use crate::embedded::{DECK, embedded, set};
use crate::html::html;
use crate::play::*;
use kurabe::app::effect::Effect;
use kurabe::app::msg::{DeckMsg, HostMsg, Msg, NavMsg, Panel, ReadDeck, UiMsg};
use kurabe::app::share::Share;
use kurabe::app::state::State;
use kurabe::app::view::View;

/// The deck of a site in an element of another page.
fn of_site(attributes: &[(&str, &str)]) -> State {
    let mut state = new_state().embedded().of_program("https://site.example/sub/embed/1.0-ab/".to_owned());
    for (name, value) in attributes {
        state.update(set(name, value));
    }
    state.update(Msg::Deck(DeckMsg::Read(ReadDeck::new(
        kurabe::read::read(DECK),
        "https://site.example/sub/decks/a b.md?x=1&y",
    ))));
    state
}

#[test]
fn what_is_on_the_screen_is_shared_as_link_and_code() {
    let state = of_site(&[("slide", "dns"), ("sides", "eks"), ("as-of", "2024-12")]);
    let frame = "https://site.example/sub/embed.html?deck=decks%2Fa%20b.md%3Fx%3D1%26y&sides=eks&as-of=2024-12-31#dns";
    assert_eq!(state.shared(Share::Link).as_deref(), Some(frame));
    let attribute = frame.replace('&', "&amp;");
    assert_eq!(
        state.shared(Share::Element).unwrap(),
        format!(
            "<script type=\"module\" src=\"https://site.example/sub/embed/kurabe.js\"></script>\n\
             <kurabe-deck src=\"https://site.example/sub/decks/a b.md?x=1&amp;y\" slide=\"dns\" sides=\"eks\" as-of=\"2024-12-31\">\n  \
             <a href=\"{attribute}\">Clouds</a>\n</kurabe-deck>"
        )
    );
    let code = state.shared(Share::Frame).unwrap();
    assert!(code.starts_with(&format!("<iframe src=\"{attribute}\" title=\"Clouds\"")), "{code}");
    assert!(code.contains("allow=\"fullscreen; clipboard-write; screen-wake-lock\""), "{code}");
    let mut on_page = of_site(&[]).on_page(Some("https://site.example/sub/en/".into()));
    on_page.update(Msg::Nav(NavMsg::View(View::Matrix)));
    assert_eq!(on_page.shared(Share::Link).unwrap(), "https://site.example/sub/en/?view=matrix#one");
}

#[test]
fn a_deck_of_another_site_is_shared_as_an_element_only() {
    let mut state = of_site(&[]);
    state.update(Msg::Deck(DeckMsg::Read(ReadDeck::new(
        kurabe::read::read(DECK),
        "https://other.example/a.md",
    ))));
    assert_eq!(state.shares().len(), 1);
    assert!(state.shared(Share::Element).unwrap().contains("<a href=\"https://other.example/a.md\">"));
    let mut inside = embedded(&[]).of_program("https://site.example/sub/embed/1.0-ab/".to_owned());
    inside.source.file.clear();
    assert!(inside.shares().is_empty());
}

#[test]
fn the_panel_of_sharing_copies_its_texts() {
    let mut state = of_site(&[]);
    state.update(Msg::Ui(UiMsg::TogglePanel(Panel::Share)));
    let shown = html(&state);
    assert!(shown.contains("Share and embed") && shown.contains("&lt;kurabe-deck src="), "{shown}");
    let code = state.shared(Share::Element).unwrap();
    assert_eq!(state.update(Msg::Ui(UiMsg::Share(Share::Element))), [Effect::Copy(code)]);
    state.update(Msg::Host(HostMsg::Copied(true)));
    assert!(html(&state).contains("Copied"));
}

#[test]
fn the_language_that_is_asked_for_is_fetched_where_there_is_one() {
    let deck = DECK.replace("lang: en\n", "lang: en\ntranslations: { ja: gke-eks.ja.md }\n");
    let opened = |lang: Option<&str>| {
        let mut state = new_state().embedded();
        if let Some(lang) = lang {
            state.update(set("lang", lang));
        }
        let effects = state.update(Msg::Deck(DeckMsg::Read(ReadDeck::new(
            kurabe::read::read(&deck),
            "https://a.example/b/c.md",
        ))));
        let fetched = |effect: &Effect| matches!(effect, Effect::FetchTranslation(_));
        (state, effects.into_iter().filter(fetched).collect::<Vec<_>>())
    };
    let wanted = Effect::FetchTranslation("https://a.example/b/gke-eks.ja.md".to_owned());
    assert_eq!(opened(Some("ja")).1.as_slice(), std::slice::from_ref(&wanted));
    assert_eq!(opened(Some("en")).1, []);
    assert_eq!(opened(Some("fr")).1, []);
    let (mut state, none) = opened(None);
    assert_eq!(none, []);
    assert!(state.update(set("lang", "JA")).contains(&wanted));
}
