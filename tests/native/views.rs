//! The article, the overview, other languages, and what is kept for later visits.

use crate::asking::ASKING;
use crate::play::{
    CACHE, CLAIMS, COVER, DECK, EKS, END, HIDDEN, LONG, STEPS, address_of, at, deck_read, new_state, number,
    opened, play, written,
};
use kurabe::app::effect::{Effect, Entry};
use kurabe::app::keys::{Focus, Key, message};
use kurabe::app::lens::Lens;
use kurabe::app::msg::{
    DeckMsg, HostMsg, LensMsg, Msg, NavMsg, Panel, QuizMsg, ReadDeck, SearchMsg, SidesMsg, UiMsg,
};
use kurabe::app::printing::Paper;
use kurabe::app::screen::{OverviewScreen, PanelContent, SlideScreen, Stage, screen};
use kurabe::app::state::State;
use kurabe::app::view::View;
use kurabe::read::read;

const NEXT: Msg = Msg::Nav(NavMsg::Next);
const PREVIOUS: Msg = Msg::Nav(NavMsg::Previous);

fn press(key: &str) -> Key {
    Key { key: key.into(), ..Key::default() }
}

fn article(state: &State) -> Vec<SlideScreen> {
    match screen(state).stage {
        Stage::Read(article) => article.entries,
        other => panic!("no article: {other:?}"),
    }
}

fn overview(state: &State) -> OverviewScreen {
    match screen(state).stage {
        Stage::Overview(overview) => overview,
        other => panic!("no overview: {other:?}"),
    }
}

fn narrow(address: &str) -> State {
    let mut state = new_state().on_narrow_screen(true);
    state.update(Msg::Host(HostMsg::Url(address_of(address))));
    state.update(deck_read(DECK));
    state
}

// The article.

#[test]
fn a_narrow_screen_opens_the_article_unless_the_address_says_otherwise() {
    assert_eq!(narrow("").nav.view, View::Read);
    assert_eq!(narrow("?view=slides").nav.view, View::Slides);
    assert_eq!(opened("?view=read").nav.view, View::Read);
    assert_eq!(opened("").nav.view, View::Slides);
    // What is the default is left out of the address.
    assert_eq!(written(&mut narrow(""), NEXT), Some(("?#steps".into(), Entry::New)));
    let slides = written(&mut narrow(""), Msg::Nav(NavMsg::View(View::Slides)));
    assert_eq!(slides, Some(("?view=slides".into(), Entry::New)));
    // Escape leads from another view to that one, and from there nowhere.
    let mut state = narrow("#claims");
    assert!(!state.has_something_open());
    state.update(Msg::Nav(NavMsg::View(View::Overview)));
    state.update(Msg::Ui(UiMsg::Close));
    assert_eq!((state.nav.view, state.nav.slide), (View::Read, CLAIMS));
}

#[test]
fn the_article_holds_all_slides_but_hidden_ones_with_all_their_steps() {
    let state = opened("?view=read#claims");
    let slides = article(&state);
    let places: Vec<usize> = slides.iter().map(|slide| slide.at).collect();
    assert_eq!(places, [COVER, STEPS, CLAIMS, CACHE, LONG, END]);
    assert!(slides[1].items.iter().all(|item| item.is_reached));
    let present: Vec<usize> = slides.iter().filter(|slide| slide.is_present).map(|slide| slide.at).collect();
    assert_eq!(present, [CLAIMS]);
}

#[test]
fn scrolling_changes_the_address_and_nothing_else() {
    let mut state = opened("?view=read");
    let effects = state.update(Msg::Nav(NavMsg::SlideSeen(CACHE)));
    let address = "?view=read#%E3%82%AD%E3%83%A3%E3%83%83%E3%82%B7%E3%83%A5".to_owned();
    assert_eq!(effects, [Effect::WriteAddress { address, entry: Entry::Present, answers: String::new() }]);
    assert_eq!((state.nav.slide, state.display.announcement.as_str()), (CACHE, ""));
    assert_eq!(state.update(Msg::Nav(NavMsg::SlideSeen(CACHE))), []);
    // On a slide nothing is scrolled by.
    assert_eq!(opened("").update(Msg::Nav(NavMsg::SlideSeen(CACHE))), []);
}

#[test]
fn a_claim_s_details_open_where_they_stand_without_moving_the_article() {
    let mut state = opened("?view=read");
    let claim = number(&state, "plain");
    let effects = state.update(Msg::Ui(UiMsg::ToggleClaim(CLAIMS, claim)));
    assert!(!effects.contains(&Effect::ShowSlide), "{effects:?}");
    let open = |state: &State| {
        article(state)
            .iter()
            .flat_map(|slide| &slide.items)
            .filter(|item| item.details.as_ref().is_some_and(|it| it.is_open))
            .count()
    };
    assert_eq!((open(&state), state.display.open_claim, state.nav.slide), (1, Some((CLAIMS, claim)), CLAIMS));
    // Scrolling on leaves it open: it may be half a screen away.
    state.update(Msg::Nav(NavMsg::SlideSeen(LONG)));
    assert_eq!((open(&state), state.nav.slide), (1, LONG));
    assert_eq!(state.update(Msg::Ui(UiMsg::Close)), [Effect::LeaveDetails(CLAIMS, claim)]);
    state.update(Msg::Ui(UiMsg::ToggleFold(LONG, number(&state, "gone"))));
    assert_eq!(state.nav.slide, LONG);
}

/// Where the slide is the one that was left, its view is new all the same.
#[test]
fn coming_back_from_the_overview_tells_the_slide() {
    let mut state = play(DECK, [at(CLAIMS), Msg::Nav(NavMsg::View(View::Overview))]);
    let overview = state.display.announcement.clone();
    state.update(Msg::Nav(NavMsg::Slide(CLAIMS)));
    assert_ne!(state.display.announcement, overview);
    assert!(state.display.announcement.contains("Claims"), "{}", state.display.announcement);
}

#[test]
fn in_the_article_keys_scroll_and_letters_move() {
    let state = opened("?view=read#steps");
    let meaning = |key: &str| message(&state, &press(key));
    assert_eq!(meaning("ArrowDown"), Some(Msg::Nav(NavMsg::Line { down: true })));
    assert_eq!(meaning("PageUp"), Some(Msg::Nav(NavMsg::Page { down: false })));
    assert_eq!(meaning(" "), Some(Msg::Nav(NavMsg::Page { down: true })));
    assert_eq!(
        message(&state, &Key { shift: true, ..press(" ") }),
        Some(Msg::Nav(NavMsg::Page { down: false }))
    );
    assert_eq!([meaning("ArrowLeft"), meaning("ArrowRight")], [None, None]);
    assert_eq!([meaning("n"), meaning("p")], [Some(NEXT), Some(PREVIOUS)]);
    assert_eq!(
        [meaning("Home"), meaning("End")],
        [Some(Msg::Nav(NavMsg::First)), Some(Msg::Nav(NavMsg::Last))]
    );
    let mut state = state;
    let effects = state.update(NEXT);
    assert_eq!((state.nav.slide, effects.contains(&Effect::ShowSlide)), (CLAIMS, true), "steps don't count");
    assert_eq!(meaning_in(&state, "r"), Some(Msg::Nav(NavMsg::View(View::Slides))));
}

pub fn meaning_in(state: &State, key: &str) -> Option<Msg> {
    message(state, &press(key))
}

// The overview.

#[test]
fn the_overview_shows_all_slides_by_section() {
    let deck =
        "intro\n\n---\n\n# One\n\n---\n\n## A\n\n---\n\n## Hidden\n\n<!-- hide: true -->\n\n---\n\n# Two\n";
    let state = play(deck, [at(2), Msg::Nav(NavMsg::View(View::Overview))]);
    let shown = overview(&state);
    let titles: Vec<(&str, Vec<&str>)> = shown
        .sections
        .iter()
        .map(|section| {
            (section.title.as_str(), section.thumbs.iter().map(|thumb| thumb.title.as_str()).collect())
        })
        .collect();
    assert_eq!(titles, [("", vec!["Untitled"]), ("One", vec!["One", "A"]), ("Two", vec!["Two"])]);
    let here: Vec<(usize, bool, bool)> = shown
        .sections
        .iter()
        .flat_map(|section| &section.thumbs)
        .map(|thumb| (thumb.number, thumb.is_here, thumb.is_cursor))
        .collect();
    assert_eq!(here, [(1, false, false), (2, false, false), (3, true, true), (4, false, false)]);
}

#[test]
fn keys_go_through_the_overview_and_enter_opens_a_slide() {
    let mut state = play(DECK, [at(STEPS), Msg::Nav(NavMsg::View(View::Overview))]);
    let meaning = |state: &State, key: &str| message(state, &press(key));
    assert_eq!(meaning(&state, "ArrowRight"), Some(NEXT));
    assert_eq!(meaning(&state, "ArrowDown"), Some(Msg::Nav(NavMsg::Row { down: true })));
    assert_eq!(state.update(Msg::Nav(NavMsg::Row { down: false })), [Effect::FindRow { down: false }]);
    state.update(NEXT);
    assert_eq!((state.nav.cursor, state.nav.slide), (CLAIMS, STEPS), "the hidden slide is passed over");
    state.update(Msg::Nav(NavMsg::Cursor(LONG)));
    assert_eq!(screen(&state).toolbar.map(|bar| bar.progress), Some("5 / 6".into()));
    assert_eq!(meaning(&state, "Enter"), Some(Msg::Nav(NavMsg::Slide(LONG))));
    // A picture in focus is a button: the browser presses it.
    assert_eq!(message(&state, &Key { focus: Focus::Button, ..press("Enter") }), None);
    state.update(Msg::Nav(NavMsg::Last));
    assert_eq!(state.update(NEXT), [Effect::ShowCursor]);
    assert_eq!(state.nav.cursor, END);
    state.update(Msg::Nav(NavMsg::First));
    state.update(PREVIOUS);
    assert_eq!(state.nav.cursor, COVER);
    state.update(Msg::Nav(NavMsg::Slide(HIDDEN)));
    assert_eq!((state.nav.view, state.nav.slide), (View::Slides, HIDDEN));
}

#[test]
fn leaving_the_overview_comes_back_to_where_one_was() {
    let mut state = play(DECK, [at(CLAIMS), Msg::Nav(NavMsg::View(View::Overview)), Msg::Nav(NavMsg::Last)]);
    let address = written(&mut state, Msg::Ui(UiMsg::Close));
    assert_eq!(address, Some(("?#claims".into(), Entry::New)));
    assert_eq!((state.nav.view, state.nav.slide), (View::Slides, CLAIMS));
    let mut state = opened("?view=overview&sides=eks#long");
    assert_eq!((state.nav.view, state.nav.slide, state.nav.cursor), (View::Overview, LONG, LONG));
    state.update(Msg::Ui(UiMsg::Close));
    assert_eq!((state.nav.view, state.nav.slide), (View::Slides, LONG));
    // From the article the overview leads back to the article.
    let mut state =
        play(DECK, [Msg::Nav(NavMsg::View(View::Read)), Msg::Nav(NavMsg::View(View::Overview)), at(LONG)]);
    assert_eq!((state.nav.view, state.nav.slide), (View::Read, LONG));
    state.update(Msg::Nav(NavMsg::View(View::Overview)));
    assert_eq!(meaning_in(&state, "o"), Some(Msg::Nav(NavMsg::View(View::Read))));
}

#[test]
fn a_picture_has_another_key_for_each_look() {
    let mut state = play(DECK, [Msg::Nav(NavMsg::View(View::Overview))]);
    let mut keys = Vec::new();
    for msg in [
        Msg::Sides(SidesMsg::Toggle(EKS)),
        Msg::Sides(SidesMsg::All),
        Msg::Lens(LensMsg::Set(Lens::Moment(1))),
        deck_read(DECK),
    ] {
        keys.push(overview(&state).sections[0].thumbs[1].picture.key.clone());
        state.update(msg);
    }
    keys.push(overview(&state).sections[0].thumbs[1].picture.key.clone());
    assert_eq!(keys[0], keys[2], "the sides are as before");
    keys.remove(2);
    keys.sort();
    keys.dedup();
    assert_eq!(keys.len(), 4, "{keys:?}");
}

// Keys that are a single sign.

#[test]
fn a_key_that_is_held_down_counts_once_but_moving_goes_on() {
    let state = play(DECK, []);
    let held = |key: &str| message(&state, &Key { repeat: true, ..press(key) });
    assert_eq!([held("b"), held("x"), held("1"), held("o")], [None, None, None, None]);
    assert_eq!([held("ArrowRight"), held("n")], [Some(NEXT), Some(NEXT)]);
}

#[test]
fn while_something_is_looked_for_the_field_has_the_keys() {
    let state = play(DECK, [Msg::Ui(UiMsg::TogglePanel(Panel::Search))]);
    let typed = |key: &str| message(&state, &Key { focus: Focus::Field, ..press(key) });
    assert_eq!([typed("n"), typed("b"), typed("1"), typed(" "), typed("Home")], [const { None }; 5]);
    assert_eq!(typed("ArrowDown"), Some(Msg::Search(SearchMsg::Move(1))));
    assert_eq!(typed("Enter"), Some(Msg::Search(SearchMsg::Open(None))));
    assert_eq!(typed("Escape"), Some(Msg::Ui(UiMsg::Close)));
    let composing = Key { composing: true, focus: Focus::Field, ..press("Enter") };
    assert_eq!(message(&state, &composing), None);
}

// Clickers.

/// Keys as clickers send them, and the slide, step and blackness that the audience expects after each.
#[test]
fn clickers_lead_to_the_slide_that_the_audience_expects() {
    let sequences: [&[(&str, usize, u32, bool)]; 3] = [
        // Forth and back over steps and a hidden slide.
        &[
            ("PageDown", STEPS, 0, false),
            ("PageDown", STEPS, 1, false),
            ("PageUp", STEPS, 0, false),
            ("PageUp", COVER, 0, false),
            ("PageUp", COVER, 0, false),
        ],
        // Black in the middle: Next lifts it and moves, as on a clicker's second press.
        &[
            ("PageDown", STEPS, 0, false),
            (".", STEPS, 0, true),
            (".", STEPS, 0, false),
            ("b", STEPS, 0, true),
            ("PageDown", STEPS, 1, false),
            ("b", STEPS, 1, true),
            ("PageUp", STEPS, 0, false),
        ],
        // The keys by which some clickers start and end a show.
        &[
            ("F5", COVER, 0, false),
            ("PageDown", STEPS, 0, false),
            ("F5", STEPS, 0, false),
            ("Escape", STEPS, 0, false),
            ("PageDown", STEPS, 1, false),
            ("Escape", STEPS, 1, false),
            (".", STEPS, 1, true),
            ("Escape", STEPS, 1, true),
            ("PageDown", STEPS, 2, false),
        ],
    ];
    for sequence in sequences {
        let mut state = play(DECK, []);
        let mut address = "?".to_owned();
        for (pressed, slide, step, black) in sequence {
            match meaning_in(&state, pressed) {
                Some(msg) => {
                    let effects = state.update(msg);
                    let wrote = effects.into_iter().find_map(|effect| match effect {
                        Effect::WriteAddress { address, .. } => Some(address),
                        _ => None,
                    });
                    address = wrote.unwrap_or(address);
                }
                // The browser reloads the page at its address.
                None if *pressed == "F5" => state = opened(&address),
                None => {}
            }
            assert_eq!(
                (state.nav.slide, state.nav.step, state.display.black),
                (*slide, *step, *black),
                "{pressed} in {sequence:?}"
            );
        }
    }
}

// Printing and languages.

#[test]
fn an_address_can_ask_for_the_printed_pages() {
    for (text, paper) in [("slides", Paper::Slides), ("handout", Paper::Handout)] {
        let mut state = opened(&format!("?print={text}&as-of=2026-11-22"));
        assert_eq!((state.rendering.paper, state.lens_state.slides), (Some(paper), Lens::Moment(1)));
        assert_eq!(meaning_in(&state, "PageDown"), None, "the pages scroll as any page does");
        let address = written(&mut state, Msg::Ui(UiMsg::Close));
        assert_eq!(
            (state.rendering.paper, address),
            (None, Some(("?as-of=2026-11-22".into(), Entry::Present)))
        );
    }
    let state = opened("?print=poster");
    assert_eq!((state.rendering.paper, state.display.notices.len()), (None, 1));
    let mut state = play(DECK, [Msg::Ui(UiMsg::TogglePanel(Panel::Menu))]);
    assert_eq!(state.update(Msg::Ui(UiMsg::Print(Paper::Handout))), [Effect::PrintPages(Paper::Handout)]);
    assert_eq!(state.display.panel, None);
}

#[test]
fn another_language_keeps_slide_step_sides_lens_and_answers() {
    let english = ASKING.replace("lang: en", "lang: en\ntranslations: { ja: sub/asking.ja.md }");
    // The moments have other names, and the same days.
    let japanese = ASKING
        .replace("name: now", "name: 今")
        .replace("lang: en", "lang: ja\ntranslations: { en: ../asking.md }");
    let page = |name: &str| Some(format!("https://deck.example/{name}"));
    let mut state = new_state().on_page(page(""));
    let read_from = |deck: &str, base: &str| Msg::Deck(DeckMsg::Read(ReadDeck::new(read(deck), base)));
    state.update(Msg::Host(HostMsg::Url(address_of("?sides=eks&as-of=2026-11-22#claims"))));
    state.update(read_from(&english, "https://deck.example/"));
    let menu = play(&english, [Msg::Ui(UiMsg::TogglePanel(Panel::Menu))]);
    let Some(PanelContent::Menu(rows)) = screen(&menu).panel.map(|panel| panel.content) else {
        panic!("a menu")
    };
    let row = rows.last().unwrap();
    assert_eq!(
        (row.label.as_str(), row.lang.as_deref(), &row.msg),
        ("日本語", Some("ja"), &Msg::Deck(DeckMsg::Translation(0)))
    );
    // The page that was opened is the deck's, whatever links it has.
    let mut opened = new_state().on_page(page("own.html"));
    let first =
        opened.update(Msg::Deck(DeckMsg::Read(ReadDeck::new(read(&japanese), "").on_page(page("ja/")))));
    assert!(!first.iter().any(|effect| matches!(effect, Effect::WriteAddress { .. })), "{first:?}");
    assert_eq!(opened.host.page, page("own.html"));
    let fetched = state.update(Msg::Deck(DeckMsg::Translation(0)));
    assert_eq!(fetched, [Effect::FetchTranslation("https://deck.example/sub/asking.ja.md".into())]);
    assert_eq!(state.update(Msg::Deck(DeckMsg::Translation(7))), []);
    let before = (state.nav.view, state.nav.slide, state.nav.step, state.sides, state.lens_state.slides);
    state.update(Msg::Nav(NavMsg::View(View::Quiz)));
    state.update(Msg::Quiz(QuizMsg::Answer(kurabe::analysis::answers::Said::Option(1))));
    state.update(Msg::Ui(UiMsg::Close));
    let answers = state.quiz.answers.clone();
    let read = ReadDeck::new(read(&japanese), "https://deck.example/sub/").on_page(page("ja/"));
    let effects = state.update(Msg::Deck(DeckMsg::Read(read)));
    assert_eq!(
        (state.nav.view, state.nav.slide, state.nav.step, state.sides, state.lens_state.slides),
        before
    );
    assert_eq!((state.quiz.answers.clone(), state.language.tag()), (answers, "ja"));
    let wrote = effects.iter().find_map(|effect| match effect {
        Effect::WriteAddress { address, entry: Entry::Present, .. } => Some(address.as_str()),
        _ => None,
    });
    assert_eq!(wrote, Some("https://deck.example/ja/?sides=eks&as-of=2026-11-22#claims"));
    assert_eq!(state.host.page, page("ja/"));
}
