//! The article, the overview, the speaker's window and the panels as HTML, without a browser.

use crate::html::{has, html};
use crate::play::{DECK, at, deck_read, new_state, play};
use kurabe::app::clock::Time;
use kurabe::app::code::Coloured;
use kurabe::app::lens::Lens;
use kurabe::app::msg::{DeckMsg, HostMsg, LensMsg, Msg, NavMsg, Panel, PresenterMsg, SearchMsg, UiMsg};
use kurabe::app::pair::{Pair, Role};
use kurabe::app::state::State;
use kurabe::app::view::View;

fn speaker(deck: &str) -> State {
    let page = Some("https://deck.example/".to_owned());
    let mut state = new_state().on_page(page).paired(Pair::new(Role::Speaker, "1"));
    state.update(deck_read(deck));
    state
}

fn absent(html: &str, parts: &[&str]) {
    for part in parts {
        assert!(!html.contains(part), "{part} in\n{html}");
    }
}

#[test]
fn the_article_has_one_first_heading_and_no_id_twice() {
    let html = html(&play(DECK, [Msg::Nav(NavMsg::View(View::Read)), at(3)]));
    has(
        &html,
        &[
            "<div class=\"read scroller\" tabindex=\"-1\"><article class=\"entry content opening\" data-slide=\"cover\"",
            "<h2 tabindex=\"-1\">Claims</h2>",
            "<section class=\"side\" data-side=\"0\"><h3>GKE</h3>",
            "data-slide=\"claims\" data-at=\"3\" data-here=\"\"",
            "class=\"details-button\"",
        ],
    );
    assert_eq!(html.matches("<h1").count(), 1);
    absent(&html, &["slide-title", "data-slide=\"hidden\""]);
}

#[test]
fn the_overview_is_a_button_a_slide_with_a_frame_for_its_picture() {
    let html = html(&play(DECK, [at(3), Msg::Nav(NavMsg::View(View::Overview)), Msg::Nav(NavMsg::Next)]));
    has(
        &html,
        &[
            "<h1 class=\"visually-hidden\">Overview</h1>",
            "class=\"thumb\" tabindex=\"-1\" aria-current=\"true\" data-at=\"3\"",
            "class=\"thumb is-cursor\" tabindex=\"0\" data-at=\"4\"",
            "<span class=\"frame\" aria-hidden=\"true\" inert=\"\" data-at=\"3\"",
            "<span class=\"thumb-number\">3</span> Claims",
            "class=\"icon-button overview-button\" aria-label=\"Overview\" title=\"Overview\" aria-pressed=\"true\"",
        ],
    );
    assert_eq!(html.matches("class=\"frame\"").count(), 6);
}

#[test]
fn the_speaker_has_notes_clock_pace_and_what_comes_next() {
    let deck =
        DECK.replace("checked:", "duration: 10m\nchecked:").replace("* two", "* two\n\n<!-- say *this* -->");
    let mut state = speaker(&deck);
    state.update(Msg::Presenter(PresenterMsg::Tick(Time { seconds: 100, hour: 8, minute: 7 })));
    state.update(at(1));
    state.update(Msg::Presenter(PresenterMsg::Tick(Time { seconds: 165, hour: 8, minute: 8 })));
    absent(&html(&state), &["isn't open"]);
    // Nobody has answered for a while.
    state.update(Msg::Presenter(PresenterMsg::Pulse));
    let shown = html(&state);
    has(
        &shown,
        &[
            "data-speaker=\"\"",
            "<dt>Elapsed</dt><dd>1:05</dd>",
            "<dt>Time</dt><dd>8:08</dd>",
            "<strong>0:35 ahead</strong> <span>10:00 in all</span>",
            "<p>say <em>this</em></p>",
            "<h2>Next</h2><span class=\"frame\"",
            "</span><p class=\"visually-hidden\">Slide 2 of 6: Steps, Step 1 of 4</p>",
            "data-step=\"1\"",
            "The audience's window isn't open.",
            "?view=slides&amp;pair=1#steps\" target=\"_blank\"",
            "data-slide=\"steps\"",
        ],
    );
    state.update(Msg::Presenter(PresenterMsg::Heard("ah".into())));
    state.update(Msg::Ui(UiMsg::ToggleBlack));
    state.update(Msg::Nav(NavMsg::Last));
    state.update(Msg::Ui(UiMsg::ToggleBlack));
    let shown = html(&state);
    has(&shown, &["The audience's screen is black.", "None (last slide)", "No notes for this slide"]);
    absent(&shown, &["isn't open", "class=\"black\"", "<main class=\"stage-box\" inert"]);
}

#[test]
fn what_comes_next_is_told_in_words() {
    let mut state = speaker(DECK);
    let next = |state: &State| {
        let html = html(state);
        let (_, next) = html.split_once("<h2>Next</h2>").expect("what comes next");
        next.split_once("visually-hidden\">").expect("its name").1.split('<').next().map(str::to_owned)
    };
    assert_eq!(next(&state).as_deref(), Some("Slide 2 of 6: Steps"));
    for _ in 0..6 {
        state.update(Msg::Nav(NavMsg::Next));
    }
    assert_eq!(next(&state).as_deref(), Some("Slide 4 of 6: キャッシュ"));
}

#[test]
fn buttons_of_claims_are_named_after_them() {
    let deck = DECK
        .replace("` new", "` A *claim* that goes on and on, so that a name has its beginning")
        .replace("` come", "` a < b");
    let later = Msg::Lens(LensMsg::Set(Lens::Moment(1)));
    let english = play(&deck, [at(3), later.clone()]);
    has(
        &html(&english),
        &[
            "class=\"details-button\" aria-label=\"Period and sources: A claim that goes on and on, so that a n…\" title=\"Period and sources\"",
        ],
    );
    let english = play(&deck, [at(5), later.clone()]);
    has(&html(&english), &["class=\"fold\" aria-label=\"1 former: a &lt; b\"", ">1 former</button>"]);
    let japanese = play(&deck.replace("lang: en", "lang: ja"), [at(5), later]);
    has(&html(&japanese), &["aria-label=\"期間と出典: a &lt; b\"", "aria-label=\"旧 1件: a &lt; b\""]);
}

#[test]
fn in_full_screen_the_audience_is_spared_that_the_speaker_has_gone() {
    let mut state = new_state().paired(Pair::new(Role::Audience, "1"));
    for msg in [
        deck_read(DECK),
        Msg::Presenter(PresenterMsg::Heard("sh".into())),
        Msg::Presenter(PresenterMsg::Heard("sb".into())),
        Msg::Presenter(PresenterMsg::Pulse),
    ] {
        state.update(msg);
    }
    let told = "The speaker view has been closed.";
    has(&html(&state), &[told]);
    state.update(Msg::Host(HostMsg::Fullscreen(true)));
    absent(&html(&state), &[told]);
    assert!(!state.has_something_open(), "Escape has nothing to close there");
    state.update(Msg::Host(HostMsg::Fullscreen(false)));
    has(&html(&state), &[told]);
}

#[test]
fn search_is_a_field_with_a_list_of_places() {
    let mut state = play(DECK, [Msg::Ui(UiMsg::TogglePanel(Panel::Search))]);
    let empty = html(&state);
    has(&empty, &["role=\"combobox\"", "aria-label=\"Search\"", "aria-expanded=\"false\""]);
    absent(&empty, &["role=\"listbox\"", "aria-activedescendant", "aria-controls"]);
    state.update(Msg::Search(SearchMsg::Query("plai".into())));
    state.update(Msg::Search(SearchMsg::Move(1)));
    has(
        &html(&state),
        &[
            "aria-controls=\"hits\" aria-autocomplete=\"list\" aria-expanded=\"true\" aria-activedescendant=\"hit-0\"",
            "role=\"option\" id=\"hit-0\" tabindex=\"-1\" aria-selected=\"true\"",
            "<span class=\"hit-place\">3 Claims (EKS)</span>",
            "<mark>plai</mark><span>n</span>",
            "<p class=\"search-count\" role=\"status\">Found: 1</p>",
        ],
    );
}

#[test]
fn the_menu_names_what_there_is_and_its_keys() {
    let menu = html(&play(DECK, [Msg::Ui(UiMsg::TogglePanel(Panel::Menu))]));
    has(&menu, &["<span>Overview</span><kbd aria-hidden=\"true\">O</kbd>"]);
    absent(&menu, &["<span>Speaker view</span>", "<span>Print handout</span>"]);
    let deck = DECK.replace("lang: en", "lang: en\ntranslations: { ja: x.ja.md }");
    let mut state = new_state().on_page(Some("https://deck.example/".into()));
    state.update(deck_read(&deck));
    state.update(Msg::Nav(NavMsg::View(View::Read)));
    state.update(Msg::Ui(UiMsg::TogglePanel(Panel::Menu)));
    has(
        &html(&state),
        &[
            "<span>Speaker view</span>",
            "<span>Print handout</span></button>",
            "<span lang=\"ja\">日本語</span>",
            "<span>Show as slides</span>",
        ],
    );
}

#[test]
fn colours_of_code_follow_its_pieces_over_line_ends() {
    let deck = "## Code {#code}\n\n```rust {1|2}\nlet é = 1;\nfoo()\n```\n";
    let mut state = play(deck, []);
    absent(&html(&state), &["class=\"keyword\""]);
    let pieces = vec![(4, 3), (0, 1), (8, 2), (0, 3), (3, 1), (9, 1), (0, 1), (7, 3), (9, 2), (0, 1)];
    let (language, text) = ("rust".to_owned(), "let é = 1;\nfoo()\n".to_owned());
    let coloured = Coloured { language, text, pieces };
    state.update(Msg::Deck(DeckMsg::CodeHighlighted(vec![coloured].into())));
    has(
        &html(&state),
        &[
            "<span class=\"line\"><span class=\"keyword\">let</span> <span class=\"variable\">é</span> = \
             <span class=\"number\">1</span><span class=\"punctuation\">;</span>\n</span>",
            "<span class=\"line dim\"><span class=\"name\">foo</span><span class=\"punctuation\">()</span>\n</span>",
        ],
    );
    // Colours of another text are none of this one's.
    let odd = Coloured { language: "rust".into(), text: "let".into(), pieces: vec![(4, 3)] };
    state.update(Msg::Deck(DeckMsg::CodeHighlighted(vec![odd].into())));
    absent(&html(&state), &["class=\"keyword\""]);
}

#[test]
fn every_view_of_both_shipped_decks_is_drawn() {
    for deck in [include_str!("../../content/gke-eks.ja.md"), include_str!("../../content/gke-eks.en.md")] {
        let mut state = speaker(deck);
        let views = [View::Slides, View::Read, View::Overview, View::Quiz, View::Verdict];
        for view in views.into_iter().chain(View::COMPARING) {
            state.update(Msg::Nav(NavMsg::View(view)));
            for lens in [Lens::Moment(0), Lens::Moment(1)] {
                state.update(Msg::Lens(LensMsg::Set(lens)));
                assert!(html(&state).len() > 4000, "{view:?}");
            }
        }
    }
}
