//! The panels over the slide: help, diagnostics, what asks before clearing answers, the decision record.

use crate::analysis::decision_record::{self, Wording, decision_record};
use crate::analysis::search::{Part, marked, searchable};
use crate::app::keymap::{Action, BINDINGS};
use crate::app::msg::{DeckMsg, Msg, NavMsg, Panel, PresenterMsg, UiMsg};
use crate::app::printing::Paper;
use crate::app::search::{Hit, Search};
use crate::app::share::Share;
use crate::app::state::{State, title_or};
use crate::app::view::View;
use crate::diagnostic::{Diagnostic, Severity};
use crate::words::controls::Controls;
use crate::words::problem::Sentence;
use crate::words::{Language, fill};

#[derive(Clone, Debug, PartialEq)]
pub struct PanelScreen {
    pub heading: String,
    pub close: &'static str,
    pub language: Language,
    pub content: PanelContent,
}

#[derive(Clone, Debug, PartialEq)]
pub enum PanelContent {
    Help {
        /// Keys and what they do.
        keys: Vec<(&'static [&'static str], &'static str)>,
        note: &'static str,
        /// The button that switches plain keys: its text, and whether they are on.
        plain_keys: (&'static str, bool),
    },
    Diagnostics(Vec<DiagnosticRow>),
    /// Buttons to what has none in the toolbar.
    Menu(Vec<MenuRow>),
    Search(SearchScreen),
    StartOver,
    Share {
        /// What each is called, and the text that is copied.
        shares: Vec<(&'static str, Share, String)>,
        /// Whether copying worked.
        status: &'static str,
    },
    Record {
        parts: Vec<decision_record::Part>,
        /// The outcome in the reader's words.
        words: String,
        /// Whether copying worked.
        status: &'static str,
    },
}

#[derive(Clone, Debug, PartialEq)]
pub struct MenuRow {
    pub label: String,
    /// The key that does the same, if one does.
    pub key: &'static str,
    /// The language of the label, where it isn't that of the controls.
    pub lang: Option<String>,
    pub msg: Msg,
}

#[derive(Clone, Debug, PartialEq)]
pub struct SearchScreen {
    pub query: String,
    pub label: &'static str,
    pub hint: &'static str,
    /// How many places there are; empty while nothing is looked for.
    pub count: String,
    pub rows: Vec<HitRow>,
    pub chosen: usize,
}

/// A place that was found.
#[derive(Clone, Debug, PartialEq)]
pub struct HitRow {
    /// The slide's number and title, the side, that it is a note.
    pub place: String,
    /// The text in turns: not found, found, not found, and so on.
    pub parts: Vec<String>,
    pub side: Option<u8>,
}

#[derive(Clone, Debug, PartialEq)]
pub struct DiagnosticRow {
    pub severity: &'static str,
    pub is_error: bool,
    pub code: &'static str,
    pub place: String,
    pub sentence: Sentence,
}

pub fn panel(state: &State, controls: &'static Controls) -> Option<PanelScreen> {
    let words = state.language.quiz();
    let says = state.language.presenting();
    let (heading, content) = match state.display.panel? {
        Panel::Help => {
            let plain_keys = (state.language.presenting().plain_keys, !state.display.plain_keys_off);
            let keys = BINDINGS.iter().map(|one| (one.keys, one.action.label(&says.keys))).collect();
            let content = PanelContent::Help { keys, note: says.keys_note, plain_keys };
            (controls.help.to_owned(), content)
        }
        Panel::Diagnostics => {
            let heading = fill(controls.diagnostics, &[&state.author.diagnostics.len()]);
            (heading, PanelContent::Diagnostics(rows(state, controls)))
        }
        Panel::Menu => (controls.menu.to_owned(), PanelContent::Menu(menu(state))),
        Panel::Search => (says.search.to_owned(), search(state, says.search_hint)),
        Panel::Jump => (says.jump.to_owned(), search(state, says.jump_hint)),
        Panel::Share => (says.share.to_owned(), share(state)),
        Panel::StartOver => (words.start_over.to_owned(), PanelContent::StartOver),
        Panel::Record => (words.record.to_owned(), record(state)?),
    };
    Some(PanelScreen { heading, close: controls.close, language: state.language, content })
}

fn menu(state: &State) -> Vec<MenuRow> {
    let says = state.language.presenting();
    let controls = state.language.controls();
    let mut rows = Vec::new();
    let mut add = |label: &str, key, msg| {
        rows.push(MenuRow { label: label.to_owned(), key, lang: None, msg });
    };
    if state.has_view(View::Overview) {
        add(controls.overview, Action::Overview.key(), Msg::Nav(NavMsg::View(View::Overview)));
    }
    if state.has_view(View::Slides) {
        let (label, to) =
            if state.nav.view == View::Read { (says.slides, View::Slides) } else { (says.read, View::Read) };
        add(label, Action::Article.key(), Msg::Nav(NavMsg::View(to)));
    }
    let keys = [
        (Action::Matrix.key(), View::Matrix),
        (Action::Timeline.key(), View::Timeline),
        (Action::Changes.key(), View::Changes),
        ("", View::Sources),
    ];
    for (key, view) in keys.into_iter().filter(|(_, view)| state.has_view(*view)) {
        add(state.view_title(view), key, Msg::Nav(NavMsg::View(view)));
    }
    if state.host.embed.only.is_none() {
        add(says.search, Action::Search.key(), Msg::Ui(UiMsg::TogglePanel(Panel::Search)));
        add(says.jump, Action::Jump.key(), Msg::Ui(UiMsg::TogglePanel(Panel::Jump)));
    }
    add(controls.fullscreen, Action::Fullscreen.key(), Msg::Ui(UiMsg::ToggleFullscreen));
    let theme = format!("{}: {}", controls.theme, state.display.theme.label(controls));
    add(&theme, Action::NextTheme.key(), Msg::Ui(UiMsg::NextTheme));
    add(controls.help, Action::Help.key(), Msg::Ui(UiMsg::TogglePanel(Panel::Help)));
    if !state.shares().is_empty() {
        add(says.share, "", Msg::Ui(UiMsg::TogglePanel(Panel::Share)));
    }
    // An embedded deck has no second window, and its page prints itself.
    if state.host.page.is_some() && !state.host.embed.is_embedded {
        if !state.is_speaker() {
            add(says.speaker, Action::Speaker.key(), Msg::Presenter(PresenterMsg::Open));
        }
        add(says.print_slides, "", Msg::Ui(UiMsg::Print(Paper::Slides)));
        add(says.print_handout, "", Msg::Ui(UiMsg::Print(Paper::Handout)));
    }
    let translations = state.deck.as_ref().map(|deck| deck.about.translations.as_slice()).unwrap_or_default();
    for (at, (tag, _)) in translations.iter().enumerate() {
        let label = Language::name_of_tag(tag).to_owned();
        rows.push(MenuRow {
            label,
            key: "",
            lang: Some(tag.clone()),
            msg: Msg::Deck(DeckMsg::Translation(at)),
        });
    }
    rows
}

fn share(state: &State) -> PanelContent {
    let says = state.language.presenting();
    let named = |(share, text)| {
        let name = match share {
            Share::Link => says.share_link,
            Share::Element => says.share_element,
            Share::Frame => says.share_frame,
        };
        (name, share, text)
    };
    PanelContent::Share { shares: state.shares().into_iter().map(named).collect(), status: state.quiz.status }
}

fn search(state: &State, hint: &'static str) -> PanelContent {
    let says = state.language.presenting();
    let Search { query, hits, count, near, chosen, .. } = &state.search;
    let (mut rows, searched) = (Vec::new(), searchable(query.trim()));
    for hit in hits {
        rows.extend(hit_row(state, *hit, &searched));
    }
    let count = match near.as_slice() {
        _ if query.is_empty() => String::new(),
        [] => fill(says.found, &[count]),
        titles => fill(says.found_near, &[&titles.join(" / ")]),
    };
    let label = if state.display.panel == Some(Panel::Jump) { says.jump } else { says.search };
    PanelContent::Search(SearchScreen { query: query.clone(), label, hint, count, rows, chosen: *chosen })
}

/// `query` is searchable.
fn hit_row(state: &State, hit: Hit, query: &str) -> Option<HitRow> {
    let deck = state.deck.as_ref()?;
    let place = state.place_of_hit(hit)?;
    let slide = deck.slides.get(place.slide)?;
    let (number, _) = state.number_of(place.slide);
    let title = title_or(slide, state.language.controls().untitled);
    let index = state.search.index.as_ref()?;
    let entry = if let Hit::Entry(at) = hit { index.entries.get(at) } else { None };
    let mut line = number.to_string();
    let text = match entry {
        Some(entry) if entry.part != Part::Title => {
            line = format!("{line} {title}");
            &entry.text
        }
        _ => &title,
    };
    if entry.is_some_and(|entry| entry.part == Part::Note) {
        line = format!("{line} ({})", state.language.presenting().note);
    }
    if let Some(side) = place.side.and_then(|side| deck.about.sides.get(side.index())) {
        line = format!("{line} ({})", side.name);
    }
    let parts = match hit {
        Hit::Entry(at) => marked(text, index.line(at), query),
        Hit::Slide(_) => marked(text, &searchable(text), query),
    };
    Some(HitRow { place: line, parts, side: place.side.map(|side| side.0) })
}

fn record(state: &State) -> Option<PanelContent> {
    let deck = state.deck.as_ref()?;
    let link = state.link();
    let wording = Wording { outcome: &state.quiz.words, link: link.as_deref() };
    let parts = decision_record(&state.quiz_case(deck), &wording);
    Some(PanelContent::Record { parts, words: state.quiz.words.clone(), status: state.quiz.status })
}

/// The diagnostics, in the order of the text.
pub fn rows(state: &State, controls: &'static Controls) -> Vec<DiagnosticRow> {
    state.author.diagnostics.iter().map(|diagnostic| row(state, diagnostic, controls)).collect()
}

fn row(state: &State, diagnostic: &Diagnostic, controls: &'static Controls) -> DiagnosticRow {
    let is_error = diagnostic.severity() == Severity::Error;
    DiagnosticRow {
        severity: if is_error { controls.error } else { controls.warning },
        is_error,
        code: diagnostic.code(),
        place: fill(controls.place, &[&diagnostic.line, &diagnostic.column]),
        sentence: state.author.sentences.sentence(&diagnostic.problem),
    }
}
