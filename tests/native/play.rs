//! Interactions: a deck, what happens, and the state that comes of it.

use kurabe::app::address::Address;
use kurabe::app::effect::{Effect, Entry};
use kurabe::app::msg::{DeckMsg, HostMsg, Msg, NavMsg, Panel, ReadDeck, RenderMsg, SidesMsg, UiMsg};
use kurabe::app::nav::Scroll;
use kurabe::app::notice::Notice;
use kurabe::app::screen::{ItemView, PanelContent, Screen, SlideScreen, Stage, screen};
use kurabe::app::state::State;
use kurabe::app::theme::Theme;
use kurabe::model::claim::SideIndex;
use kurabe::model::content::ItemNumber;
use kurabe::model::date::Date;
use kurabe::read::read;
use kurabe::words::Language;

pub const GKE: SideIndex = SideIndex(0);
pub const EKS: SideIndex = SideIndex(1);

/// Seven slides: a cover, one with steps, a hidden one, one with claims that change, one with a made
/// id, one with a long column, an end.
pub const DECK: &str = "---
title: Talk
lang: en
sides: [{ id: gke, name: GKE }, { id: eks, name: EKS }]
moments: [{ date: 2020-10-08, name: talk }, { date: 2026-11-22, name: now }]
checked: 2026-11-22
---

# Cover {#cover}

---

## Steps {#steps}

* one
* two

### GKE

* `#third` three

### EKS

* `#fourth` four

---

## Hidden {#hidden}

<!-- hide: true -->

---

## Claims {#claims}

### GKE

- `#old ..2021-01-01` old
- `#new 2021-01-01.. replaces:old` new

### EKS

- `#later 2022-01-01..` later
- `#plain` plain

---

## キャッシュ

text

---

## Long {#long}

### GKE

- `#gone ..2021-01-01` gone
- `#come 2021-01-01.. replaces:gone` come
- 3
- 4
- 5
- 6
- 7

---

## End {#end}
";

/// The places of the slides of `DECK`.
pub const COVER: usize = 0;
pub const STEPS: usize = 1;
pub const HIDDEN: usize = 2;
pub const CLAIMS: usize = 3;
pub const CACHE: usize = 4;
pub const LONG: usize = 5;
pub const END: usize = 6;

pub fn new_state() -> State {
    State::new("deck.md", Language::EN, Date::new(2026, 12, 24).unwrap())
}

pub fn deck_read(deck: &str) -> Msg {
    Msg::Deck(DeckMsg::Read(ReadDeck::new(read(deck), "")))
}

/// The state after a deck was read and everything else happened.
pub fn play(deck: &str, messages: impl IntoIterator<Item = Msg>) -> State {
    let mut state = new_state();
    state.update(deck_read(deck));
    for message in messages {
        state.update(message);
    }
    state
}

/// The deck as opened at an address such as `?sides=eks#dns`.
pub fn opened(address: &str) -> State {
    let mut state = new_state();
    state.update(Msg::Host(HostMsg::Url(address_of(address))));
    state.update(deck_read(DECK));
    state
}

pub fn address_of(text: &str) -> Address {
    let (query, fragment) = text.split_once('#').unwrap_or((text, ""));
    Address::parse(query, fragment)
}

pub fn at(slide: usize) -> Msg {
    Msg::Nav(NavMsg::Slide(slide))
}

/// The address that a message makes the shell write, and into which entry.
pub fn written(state: &mut State, message: Msg) -> Option<(String, Entry)> {
    let effects = state.update(message);
    effects.into_iter().find_map(|effect| match effect {
        Effect::WriteAddress { address, entry, .. } => Some((address, entry)),
        _ => None,
    })
}

pub fn slide_screen(screen: Screen) -> SlideScreen {
    match screen.stage {
        Stage::Slide(slide) => slide,
        other => panic!("no slide: {other:?}"),
    }
}

/// The view of the item with an id, on the present slide.
pub fn item(state: &State, id: &str) -> ItemView {
    let place = state.index.get(id).unwrap();
    assert_eq!(place.slide, state.nav.slide, "{id} is on another slide");
    slide_screen(screen(state)).items[place.item.unwrap().index()].clone()
}

pub fn number(state: &State, id: &str) -> ItemNumber {
    state.index.get(id).unwrap().item.unwrap()
}

pub fn notices(state: &State) -> Vec<&'static str> {
    let key = |notice: &Notice| if let Notice::Meaningless(key, _) = notice { key } else { "" };
    state.display.notices.iter().map(key).collect()
}

pub fn repeat(message: &Msg, times: usize) -> Vec<Msg> {
    vec![message.clone(); times]
}

// Moving.

#[test]
fn next_goes_over_steps_and_then_to_the_next_slide() {
    let mut state = play(DECK, [Msg::Nav(NavMsg::Next)]);
    assert_eq!((state.nav.slide, state.nav.step), (STEPS, 0));
    assert!(!item(&state, "third").is_reached);
    repeat(&Msg::Nav(NavMsg::Next), 3).into_iter().for_each(|message| drop(state.update(message)));
    assert_eq!((state.nav.slide, state.nav.step), (STEPS, 3));
    assert!(item(&state, "third").is_reached && !item(&state, "fourth").is_reached);
    assert_eq!(state.display.announcement, "Step 3 of 4");
}

#[test]
fn back_arrives_at_the_last_step() {
    let state = play(DECK, [at(CLAIMS), Msg::Nav(NavMsg::Previous)]);
    assert_eq!((state.nav.slide, state.nav.step), (STEPS, 4));
    let state = play(DECK, [at(CLAIMS), Msg::Nav(NavMsg::Previous), Msg::Nav(NavMsg::Previous)]);
    assert_eq!((state.nav.slide, state.nav.step), (STEPS, 3));
}

#[test]
fn hidden_slides_are_skipped_in_both_directions_and_not_counted() {
    let state = play(DECK, [at(STEPS), Msg::Nav(NavMsg::Previous)]);
    assert_eq!(state.nav.slide, COVER);
    let to_claims = [vec![at(STEPS)], repeat(&Msg::Nav(NavMsg::Next), 5)].concat();
    let state = play(DECK, to_claims);
    assert_eq!((state.nav.slide, state.progress()), (CLAIMS, (3, 6)));
    assert_eq!(state.display.announcement, "Slide 3 of 6: Claims");
}

#[test]
fn a_link_leads_to_a_hidden_slide_and_next_leads_on() {
    assert_eq!(opened("#hidden").nav.slide, HIDDEN);
    assert_eq!(play(DECK, [Msg::Nav(NavMsg::Link("hidden".into()))]).nav.slide, HIDDEN);
    assert_eq!(play(DECK, [at(HIDDEN), Msg::Nav(NavMsg::Next)]).nav.slide, CLAIMS);
}

#[test]
fn a_deck_that_begins_with_a_hidden_slide_opens_at_the_next_one() {
    let deck = "## A\n\n<!-- hide: true -->\n\n---\n\n## B\n\n---\n\n## C\n";
    let mut state = play(deck, []);
    assert_eq!((state.nav.slide, state.progress()), (1, (1, 2)));
    assert_eq!(written(&mut state, Msg::Nav(NavMsg::Next)), Some(("?#c".into(), Entry::New)));
    assert_eq!(written(&mut state, Msg::Nav(NavMsg::First)), Some(("?".into(), Entry::New)));
}

#[test]
fn home_and_end_go_to_the_first_and_last_slide() {
    assert_eq!(play(DECK, [Msg::Nav(NavMsg::Last)]).nav.slide, END);
    let state = play(DECK, [Msg::Nav(NavMsg::Last), Msg::Nav(NavMsg::First)]);
    assert_eq!((state.nav.slide, state.nav.step), (COVER, 0));
}

#[test]
fn beyond_the_ends_nothing_moves() {
    let mut state = play(DECK, [Msg::Nav(NavMsg::Last)]);
    assert_eq!(state.update(Msg::Nav(NavMsg::Next)), []);
    assert_eq!(state.nav.slide, END);
    let mut state = play(DECK, []);
    assert_eq!(state.update(Msg::Nav(NavMsg::Previous)), []);
    assert_eq!(state.update(at(99)), []);
    assert_eq!((state.nav.slide, state.nav.step), (COVER, 0));
}

#[test]
fn a_new_slide_begins_at_its_top_with_nothing_open() {
    let mut state = play(DECK, [at(CLAIMS)]);
    state.update(Msg::Ui(UiMsg::ToggleClaim(state.nav.slide, number(&state, "plain"))));
    state.update(Msg::Render(RenderMsg::Measured(Scroll { above: true, below: true })));
    let effects = state.update(Msg::Nav(NavMsg::Last));
    assert_eq!(effects[0], Effect::ShowSlide);
    assert_eq!((state.display.open_claim, state.nav.scroll.below), (None, false));
}

// Sides.

#[test]
fn a_toggle_keeps_the_slide_and_says_what_it_did() {
    let mut state = play(DECK, [at(CLAIMS)]);
    let effects = state.update(Msg::Sides(SidesMsg::Toggle(GKE)));
    assert!(!effects.contains(&Effect::ShowSlide));
    assert_eq!(state.nav.slide, CLAIMS);
    assert_eq!(state.display.announcement, "GKE hidden");
    let columns = slide_screen(screen(&state)).columns;
    assert_eq!(columns.iter().map(|column| column.name.as_str()).collect::<Vec<_>>(), ["EKS"]);
    state.update(Msg::Sides(SidesMsg::All));
    assert_eq!(state.display.announcement, "All columns shown");
    assert_eq!(slide_screen(screen(&state)).columns.len(), 2);
}

#[test]
fn the_last_side_stays_and_that_is_said() {
    let mut state = play(DECK, [Msg::Sides(SidesMsg::Toggle(GKE))]);
    let sides = state.sides;
    assert_eq!(state.update(Msg::Sides(SidesMsg::Toggle(EKS))), []);
    assert_eq!(state.sides, sides);
    assert_eq!(state.display.announcement, "One column has to stay");
}

#[test]
fn a_side_that_is_not_there_changes_nothing() {
    let mut state = play(DECK, []);
    let sides = state.sides;
    assert_eq!(state.update(Msg::Sides(SidesMsg::Toggle(SideIndex(2)))), []);
    assert_eq!(state.sides, sides);
}

#[test]
fn steps_count_what_is_visible_and_the_step_stays_within() {
    let mut state = play(DECK, [at(CLAIMS), Msg::Nav(NavMsg::Previous)]);
    assert_eq!(state.nav.step, 4);
    state.update(Msg::Sides(SidesMsg::Toggle(EKS)));
    assert_eq!((state.nav.slide, state.nav.step, state.tables.items.steps), (STEPS, 3, 3));
}

// Black, panels, themes.

#[test]
fn black_is_lifted_by_moving_and_by_its_key() {
    let black = play(DECK, [Msg::Ui(UiMsg::ToggleBlack)]);
    assert!(black.display.black && screen(&black).live == "The screen is black");
    assert!(!play(DECK, [Msg::Ui(UiMsg::ToggleBlack), Msg::Ui(UiMsg::ToggleBlack)]).display.black);
    let next = play(DECK, [Msg::Ui(UiMsg::ToggleBlack), Msg::Nav(NavMsg::Next)]);
    assert_eq!((next.display.black, next.nav.slide), (false, STEPS));
    let mut told = play(DECK, []);
    assert!(told.update(Msg::Ui(UiMsg::ToggleBlack)).contains(&Effect::Cover(true)));
    assert!(told.update(Msg::Nav(NavMsg::Previous)).contains(&Effect::Cover(false)));
    let back = play(DECK, [at(CLAIMS), Msg::Ui(UiMsg::ToggleBlack), Msg::Nav(NavMsg::Previous)]);
    assert_eq!((back.display.black, back.nav.slide), (false, STEPS));
    assert!(
        !play(DECK, [Msg::Nav(NavMsg::Last), Msg::Ui(UiMsg::ToggleBlack), Msg::Nav(NavMsg::Next)])
            .display
            .black
    );
}

#[test]
fn escape_closes_the_innermost_thing() {
    let mut state = opened("?theme=pink#claims");
    state.update(Msg::Ui(UiMsg::ToggleClaim(state.nav.slide, number(&state, "plain"))));
    state.update(Msg::Ui(UiMsg::TogglePanel(Panel::Help)));
    assert!(screen(&state).panel.is_some());
    state.update(Msg::Ui(UiMsg::Close));
    assert!(state.display.panel.is_none() && state.display.open_claim.is_some());
    state.update(Msg::Ui(UiMsg::Close));
    assert!(state.display.open_claim.is_none() && !state.display.notices.is_empty());
    state.update(Msg::Ui(UiMsg::Close));
    assert!(!state.has_something_open());
}

#[test]
fn panels_take_each_other_s_place() {
    let mut state = play("- [x]`#a` b\n", [Msg::Ui(UiMsg::TogglePanel(Panel::Help))]).for_author(true);
    state.update(Msg::Ui(UiMsg::TogglePanel(Panel::Diagnostics)));
    let panel = screen(&state).panel.unwrap();
    let PanelContent::Diagnostics(rows) = panel.content else { panic!("another panel") };
    assert_eq!(rows[0].code, "task-mark-space");
    assert_eq!(rows[0].place, "line 1, column 3");
    assert_eq!(screen(&state).toolbar.unwrap().diagnostics.as_deref(), Some("Problems in the deck: 1"));
    state.update(Msg::Ui(UiMsg::TogglePanel(Panel::Diagnostics)));
    assert_eq!(screen(&state).panel, None);
}

#[test]
fn themes_follow_each_other() {
    let themes = (1..=4).map(|times| play(DECK, repeat(&Msg::Ui(UiMsg::NextTheme), times)).display.theme);
    assert_eq!(themes.collect::<Vec<_>>(), [Theme::Light, Theme::Dark, Theme::Contrast, Theme::Auto]);
}

#[test]
fn full_screen_is_asked_for_and_noted_when_it_comes() {
    let mut state = play(DECK, []);
    assert_eq!(state.update(Msg::Ui(UiMsg::ToggleFullscreen)), [Effect::SetFullscreen(true)]);
    assert!(!state.display.fullscreen);
    state.update(Msg::Host(HostMsg::Fullscreen(true)));
    assert_eq!(state.update(Msg::Ui(UiMsg::ToggleFullscreen)), [Effect::SetFullscreen(false)]);
}
