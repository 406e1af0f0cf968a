//! Finding texts and slides.

use crate::play::{CACHE, CLAIMS, DECK, EKS, END, GKE, LONG, STEPS, at, deck_read, new_state, number, play};
use kurabe::analysis::search::{SearchIndex, searchable};
use kurabe::app::effect::Effect;
use kurabe::app::lens::Lens;
use kurabe::app::msg::{Msg, NavMsg, Panel, SearchMsg, SidesMsg, UiMsg};
use kurabe::app::pair::{Pair, Role};
use kurabe::app::screen::{HitRow, PanelContent, SearchScreen, screen};
use kurabe::app::state::State;
use kurabe::app::view::View;

const FINDABLE: &str = "---
lang: ja
sides: [{ id: gke, name: GKE }, { id: eks, name: EKS }]
moments: [{ date: 2020-10-08, name: 発表時 }, { date: 2026-11-22, name: 今 }]
---

# ノードプール {#nodes}

Ｋｕｂｅｒｎｅｔｅｓ の ﾉｰﾄﾞ を足す

<!-- ここだけの話: プールは深い -->

### GKE

- `#pool` プールを作れる
- `#later 2023-01-01..` あとから POOL も

### EKS

- 群を作る
  - 中の *きのこ*の群

---

## 隠れたプール {#hidden}

<!-- hide: true -->

---

## 終わり {#end}

| 表 | プール |
|---|---|
| a | b |
";

fn panel(state: &State) -> SearchScreen {
    match screen(state).panel.map(|panel| panel.content) {
        Some(PanelContent::Search(search)) => search,
        other => panic!("no search: {other:?}"),
    }
}

fn searched(deck: &str, panel: Panel, query: &str) -> State {
    play(deck, [Msg::Ui(UiMsg::TogglePanel(panel)), Msg::Search(SearchMsg::Query(query.into()))])
}

/// The texts that were found, what was found of each between brackets.
fn found(query: &str) -> Vec<String> {
    let state = searched(FINDABLE, Panel::Search, query);
    panel(&state).rows.iter().map(marked).collect()
}

fn marked(row: &HitRow) -> String {
    let part = |(at, part): (usize, &String)| if at % 2 == 1 { format!("[{part}]") } else { part.clone() };
    row.parts.iter().enumerate().map(part).collect()
}

#[test]
fn full_width_half_width_and_case_make_no_difference() {
    let expected = ["[Ｋｕｂｅｒｎｅｔｅｓ] の ﾉｰﾄﾞ を足す"];
    for query in ["kubernetes", "KUBERNETES", "ｋｕｂｅｒｎｅｔｅｓ", " Kubernetes　"] {
        assert_eq!(found(query), expected, "{query}");
    }
    for query in ["ノード", "ﾉｰﾄﾞ", "ノート\u{3099}"] {
        assert_eq!(found(query), ["[ノード]プール", "Ｋｕｂｅｒｎｅｔｅｓ の [ﾉｰﾄﾞ] を足す"], "{query}");
    }
    assert_eq!(found("pool"), ["あとから [POOL] も"]);
}

#[test]
fn each_entry_has_its_folded_text_and_its_side() {
    let index = SearchIndex::new(&kurabe::read::read(FINDABLE).value);
    assert!(index.entries.len() > 5);
    for (at, entry) in index.entries.iter().enumerate() {
        assert_eq!(index.line(at), searchable(&entry.text));
    }
    let side = |text: &str| index.entries.iter().find(|entry| entry.text == text).map(|entry| entry.side);
    assert_eq!(side("プールを作れる"), Some(Some(GKE)));
    assert_eq!(side("中の きのこの群".replace(' ', "").replace("中の", "中の ").as_str()), Some(Some(EKS)));
    assert_eq!(side("終わり"), Some(None));
}

#[test]
fn hiragana_and_katakana_make_no_difference() {
    for query in ["きのこ", "キノコ", "ｷﾉｺ", "きノこ"] {
        assert_eq!(found(query), ["中の [きのこ]の群"], "{query}");
    }
    assert_eq!(found("ぷーる"), found("プール"));
    assert_eq!(found("のーど"), ["[ノード]プール", "Ｋｕｂｅｒｎｅｔｅｓ の [ﾉｰﾄﾞ] を足す"]);
    let jump = searched(DECK, Panel::Jump, "きゃっしゅ");
    assert_eq!(panel(&jump).rows.iter().map(marked).collect::<Vec<_>>(), ["[キャッシュ]"]);
}

#[test]
fn what_is_nowhere_is_told_with_the_titles_that_are_like_it() {
    let told = |deck: &str, query: &str| panel(&searched(deck, Panel::Search, query)).count;
    assert_eq!(told(DECK, "キャシュ"), "Found: 0 (similar titles: キャッシュ)");
    assert_eq!(told(DECK, "claimes"), "Found: 0 (similar titles: Claims)");
    assert_eq!(told(DECK, "きゃしゅ"), "Found: 0 (similar titles: キャッシュ)");
    assert_eq!(told(FINDABLE, "のどぷーる"), "0件 (近い題: ノードプール)");
    assert_eq!(told(DECK, "zzz"), "Found: 0");
    assert_eq!(told(DECK, "z"), "Found: 0");
    assert_eq!(told(DECK, " "), "Found: 0");
    assert_eq!(told(FINDABLE, "隠れたぷる"), "0件", "a hidden slide's title is not told");
    // The nearest come first, three at most, each once.
    let deck =
        ["## Network", "## Networking", "## Networks", "## Network", "## Net", "## Word"].join("\n\n---\n\n");
    let deck = format!("---\nlang: en\n---\n\n{deck}\n");
    assert_eq!(told(&deck, "networkimg"), "Found: 0 (similar titles: Networking / Network / Networks)");
}

#[test]
fn all_words_must_be_in_a_text_in_any_order() {
    assert_eq!(found("群 中"), ["[中]の きのこの[群]".replace(' ', "").replace("中]の", "中]の ")]);
    assert_eq!(found("群 ない"), [""; 0]);
}

/// What was found last narrows what a longer query can find, and nothing else.
#[test]
fn typing_finds_what_the_whole_query_finds() {
    for typed in
        [vec!["群", "群 ", "群 中"], vec!["群 ない", "群 な", "群"], vec!["中", "プ", "プー", "フ", "終わり"]]
    {
        let mut state = searched(FINDABLE, Panel::Search, "");
        for query in typed {
            let _ = state.update(Msg::Search(SearchMsg::Query(query.into())));
            let texts: Vec<String> = panel(&state).rows.iter().map(marked).collect();
            assert_eq!(texts, found(query), "{query}");
        }
        let _ = state.update(Msg::Ui(UiMsg::TogglePanel(Panel::Search)));
        let _ = state.update(Msg::Ui(UiMsg::TogglePanel(Panel::Jump)));
        let _ = state.update(Msg::Search(SearchMsg::Query("終わり".into())));
        assert_eq!(panel(&state).rows.len(), 1, "another panel begins anew");
    }
}

#[test]
fn titles_come_first_and_hidden_slides_and_notes_are_left_out() {
    assert_eq!(found("プール"), ["ノード[プール]", "[プール]を作れる", "[プール]"]);
    let state = searched(FINDABLE, Panel::Search, "プール");
    assert_eq!(panel(&state).count, "3件");
    let places: Vec<_> = panel(&state).rows.into_iter().map(|row| row.place).collect();
    assert_eq!(places, ["1", "1 ノードプール (GKE)", "2 終わり"]);
    assert_eq!(found(""), [""; 0]);
    assert_eq!(panel(&searched(FINDABLE, Panel::Search, "")).count, "");
    assert_eq!(panel(&searched(FINDABLE, Panel::Search, "ない言葉")).count, "0件");
}

#[test]
fn the_speaker_finds_notes_too() {
    let mut state = new_state().paired(Pair::new(Role::Speaker, "1"));
    state.update(deck_read(FINDABLE));
    state.update(Msg::Ui(UiMsg::TogglePanel(Panel::Search)));
    state.update(Msg::Search(SearchMsg::Query("深い".into())));
    let rows = panel(&state).rows;
    assert_eq!(rows.iter().map(marked).collect::<Vec<_>>(), ["ここだけの話: プールは[深い]"]);
    assert_eq!(rows[0].place, "1 ノードプール (ノート)");
    assert_eq!(found("深い"), [""; 0]);
}

#[test]
fn enter_goes_to_the_claim_and_switches_its_side_on() {
    let mut state =
        play(DECK, [Msg::Sides(SidesMsg::Toggle(EKS)), Msg::Ui(UiMsg::TogglePanel(Panel::Search))]);
    state.update(Msg::Search(SearchMsg::Query("plain".into())));
    assert!(!state.sides.contains(EKS));
    let effects = state.update(Msg::Search(SearchMsg::Open(None)));
    assert!(effects.contains(&Effect::ShowTarget), "{effects:?}");
    assert_eq!((state.nav.slide, state.nav.target), (CLAIMS, Some(number(&state, "plain"))));
    assert!(state.sides.contains(EKS) && state.sides.contains(GKE) && state.display.panel.is_none());
    // A claim that isn't there yet brings its time along.
    let mut state = searched(DECK, Panel::Search, "later");
    assert_eq!(state.lens_state.slides, Lens::Moment(0));
    state.update(Msg::Search(SearchMsg::Open(None)));
    assert_eq!((state.nav.slide, state.lens_state.slides), (CLAIMS, Lens::Moment(1)));
}

#[test]
fn items_that_are_no_claims_are_found_with_their_step() {
    let mut state = searched(DECK, Panel::Search, "two");
    state.update(Msg::Search(SearchMsg::Open(None)));
    assert_eq!((state.nav.slide, state.nav.step), (STEPS, 2));
}

#[test]
fn arrows_go_round_through_what_was_found() {
    let mut state = searched(DECK, Panel::Search, "e");
    let count = panel(&state).rows.len();
    assert!(count > 3);
    state.update(Msg::Search(SearchMsg::Move(1)));
    state.update(Msg::Search(SearchMsg::Move(1)));
    assert_eq!(panel(&state).chosen, 2);
    for _ in 0..3 {
        state.update(Msg::Search(SearchMsg::Move(-1)));
    }
    assert_eq!(panel(&state).chosen, count - 1);
    state.update(Msg::Search(SearchMsg::Query("nothing at all".into())));
    state.update(Msg::Search(SearchMsg::Move(1)));
    assert_eq!(state.update(Msg::Search(SearchMsg::Open(None))), []);
    assert!(state.display.panel.is_some());
}

#[test]
fn g_goes_to_a_number_or_a_title() {
    for (query, slide) in [("4", CACHE), ("４", CACHE), ("キャ", CACHE), ("long", LONG), ("6", END)] {
        let mut state = searched(DECK, Panel::Jump, query);
        state.update(Msg::Search(SearchMsg::Open(None)));
        assert_eq!((state.nav.slide, state.display.panel), (slide, None), "{query}");
    }
    for query in ["0", "7", "99999999999999999999", "plain"] {
        assert_eq!(panel(&searched(DECK, Panel::Jump, query)).rows, [], "{query}");
    }
}

#[test]
fn searching_works_in_every_view_and_forgets_the_last_query() {
    let mut state =
        play(DECK, [Msg::Nav(NavMsg::View(View::Overview)), Msg::Ui(UiMsg::TogglePanel(Panel::Search))]);
    state.update(Msg::Search(SearchMsg::Query("gone".into())));
    state.update(Msg::Search(SearchMsg::Open(Some(0))));
    assert_eq!((state.nav.view, state.nav.slide), (View::Slides, LONG));
    state.update(Msg::Nav(NavMsg::View(View::Read)));
    state.update(Msg::Ui(UiMsg::TogglePanel(Panel::Search)));
    assert_eq!((panel(&state).query.as_str(), panel(&state).rows.len()), ("", 0));
    state.update(Msg::Search(SearchMsg::Query("cover".into())));
    let effects = state.update(Msg::Search(SearchMsg::Open(Some(0))));
    assert_eq!((state.nav.view, state.nav.slide), (View::Read, 0));
    assert!(effects.contains(&Effect::ShowSlide));
    // A deck that was read anew is searched anew.
    state.update(deck_read(&DECK.replace("plain", "changed")));
    state.update(Msg::Ui(UiMsg::TogglePanel(Panel::Search)));
    state.update(Msg::Search(SearchMsg::Query("changed".into())));
    assert_eq!(panel(&state).rows.len(), 1);
    let _ = at(0);
}

#[test]
fn at_most_twelve_places_are_shown_and_all_are_counted() {
    let deck = "## Slide\n\nsame\n\n---\n\n".repeat(80);
    let state = searched(&deck, Panel::Search, "same");
    assert_eq!((panel(&state).rows.len(), panel(&state).count.as_str()), (12, "Found: 80"));
}
