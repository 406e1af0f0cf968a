//! What the page is told of a deck, as events of its element, and its state as the page can ask for it.

use super::embed::Embed;
use super::location::Location;
use super::msg::Failure;
use super::screen::failure_sentence;
use super::state::State;
use crate::analysis::json::JsonWriter;
use crate::diagnostic::Diagnostic;
use crate::model::claim::SideIndex;
use crate::words::Language;
use std::rc::Rc;

/// What a page can hear of. Taken before an update, it tells what came of it.
#[derive(Clone, Debug, PartialEq)]
pub struct Snapshot {
    is_ready: bool,
    location: Location,
    language: Language,
    /// What the decks of a group share.
    shared: Location,
    answers: String,
    failure: Option<Failure>,
    diagnostics: Rc<[Diagnostic]>,
    told: u32,
    embed: Embed,
}

/// An event: its name, and its detail as JSON.
pub type ElementEvent = (&'static str, String);

impl Snapshot {
    pub fn of(state: &State) -> Self {
        Self {
            is_ready: state.deck.is_some(),
            location: state.location(),
            language: state.language,
            shared: state.shared_location(),
            answers: state.quiz.code.clone(),
            failure: state.source.failure,
            diagnostics: Rc::clone(&state.author.diagnostics),
            told: state.host.verdicts_told,
            embed: state.host.embed.clone(),
        }
    }

    /// What has happened since. A deck that opens is ready; how it stands is in its state.
    pub fn events(&self, state: &mut State) -> Vec<ElementEvent> {
        let mut events = Vec::new();
        let now = Self::of(state);
        for (name, value) in std::mem::take(&mut state.author.warnings) {
            let mut json = JsonWriter::default();
            json.open("", '{');
            json.text("attribute", name);
            json.text("value", &value);
            json.close('}');
            events.push(("kurabe-warning", json.written()));
        }
        let were_read = !Rc::ptr_eq(&now.diagnostics, &self.diagnostics);
        for found in now.diagnostics.iter().filter(|_| were_read) {
            let mut json = JsonWriter::default();
            json.open("", '{');
            json.text("code", found.code());
            for (name, place) in [("line", found.line), ("column", found.column)] {
                json.number(name, i64::try_from(place).unwrap_or_default());
            }
            json.close('}');
            events.push(("kurabe-warning", json.written()));
        }
        if let Some(failure) = now.failure.filter(|_| now.failure != self.failure) {
            let mut json = JsonWriter::default();
            json.open("", '{');
            json.text("kind", kind_of(failure));
            json.text(
                "message",
                &failure_sentence(failure, &state.source.file, state.language.controls()).message,
            );
            json.close('}');
            events.push(("kurabe-error", json.written()));
        }
        if !now.is_ready {
            return events;
        }
        let mut tell = |name, has_happened: bool| {
            if has_happened {
                events.push((name, state_text(state)));
            }
        };
        if !self.is_ready {
            tell("kurabe-ready", true);
            return events;
        }
        let (location, before) = (now.location, self.location);
        let is_same_step = location.is_same_place(&before) && location.step == before.step;
        tell("kurabe-slidechange", !is_same_step || now.language != self.language);
        tell("kurabe-sideschange", location.sides != before.sides);
        tell("kurabe-lenschange", location.lens != before.lens);
        tell("kurabe-answer", now.answers != self.answers);
        if now.told != self.told {
            events.push(("kurabe-verdict", scores_text(state)));
        }
        events
    }

    /// Whether sides or lens have changed since: what a group of decks shares.
    pub fn differs_in_shared(&self, state: &State) -> bool {
        !state.shared_location().is_same_selection(&self.shared)
    }
}

/// The kinds of failures that a page can tell apart.
fn kind_of(failure: Failure) -> &'static str {
    match failure {
        Failure::Unreachable | Failure::TooSlow => "network",
        Failure::Refused => "csp",
        Failure::FileAddress => "file-url",
        Failure::Status(_)
        | Failure::NotText
        | Failure::Page
        | Failure::Empty
        | Failure::NoSource
        | Failure::TooLarge => "deck",
    }
}

/// How a deck stands, without answers: JSON.
pub fn state_text(state: &State) -> String {
    let mut json = JsonWriter::default();
    json.open("", '{');
    let Some(deck) = &state.deck else {
        json.close('}');
        return json.written();
    };
    json.maybe("title", deck.about.title.as_deref());
    json.text("lang", state.language.tag());
    json.text("view", state.nav.view.name());
    json.maybe("slide", deck.slides.get(state.nav.slide).map(|slide| slide.id.as_str()));
    json.number("step", i64::from(state.nav.step));
    json.open("sides", '[');
    for id in state.side_ids() {
        json.text("", id);
    }
    json.close(']');
    json.text("asOf", &state.lens().text(&deck.about));
    json.text("day", &state.day().to_string());
    json.text("theme", state.display.theme.name());
    json.close('}');
    json.written()
}

/// The scores of the sides, the best first: JSON. Told only when the reader says so.
fn scores_text(state: &State) -> String {
    let mut json = JsonWriter::default();
    json.open("", '{');
    json.open("scores", '[');
    if let Some(deck) = &state.deck {
        let tally = state.quiz_case(deck).tally();
        for side in tally.ranking() {
            json.open("", '{');
            json.text("side", deck.about.sides.get(side).map_or("", |side| &side.id));
            json.number("score", tally.scores[side]);
            json.close('}');
        }
    }
    json.close(']');
    json.close('}');
    json.written()
}

impl State {
    /// The ids of the sides that are on.
    pub(super) fn side_ids(&self) -> Vec<&str> {
        let sides = self.deck.as_ref().map(|deck| deck.about.sides.as_slice()).unwrap_or_default();
        let on = sides.iter().zip(0..).filter(|(_, at)| self.sides.contains(SideIndex(*at)));
        on.map(|(side, _)| side.id.as_str()).collect()
    }
}
