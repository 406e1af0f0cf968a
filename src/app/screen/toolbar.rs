//! The toolbar: sides, lens, moving, theme.

use crate::app::lens::Lens;
use crate::app::state::State;
use crate::app::view::View;
use crate::model::claim::SideIndex;
use crate::model::deck::Deck;
use crate::words::controls::Controls;
use crate::words::fill;

#[derive(Clone, Debug, PartialEq)]
pub struct Toolbar {
    pub label: &'static str,
    pub sides_label: &'static str,
    pub all_sides: &'static str,
    /// Empty where the deck compares nothing.
    pub sides: Vec<SideButton>,
    pub lens_label: &'static str,
    /// The moments; another day that the lens stands on comes last.
    pub moments: Vec<Choice<Lens>>,
    pub theme_label: &'static str,
    pub theme: &'static str,
    pub previous: &'static str,
    pub next: &'static str,
    pub at_start: bool,
    pub at_end: bool,
    pub progress: String,
    /// The shown slides up to this one, and all.
    pub number: usize,
    pub total: usize,
    pub fullscreen_label: &'static str,
    pub help_label: &'static str,
    pub menu_label: &'static str,
    pub overview_label: &'static str,
    pub in_overview: bool,
    /// The view to which the overview's and the quiz's buttons lead back.
    pub back: View,
    /// The button that leads to the quiz, where the deck has one.
    pub quiz: Option<QuizButton>,
    /// The label of the button for the diagnostics, if there are any.
    pub diagnostics: Option<String>,
}

/// The button to the quiz and back.
#[derive(Clone, Debug, PartialEq)]
pub struct QuizButton {
    pub label: &'static str,
    /// Pressed in the quiz and at its verdict.
    pub is_in: bool,
}

#[derive(Clone, Debug, PartialEq)]
pub struct SideButton {
    pub side: SideIndex,
    pub name: String,
    pub on: bool,
}

/// One of several things to choose from.
#[derive(Clone, Debug, PartialEq)]
pub struct Choice<T> {
    pub value: T,
    pub name: String,
    /// The day of a moment.
    pub detail: String,
    pub chosen: bool,
}

pub fn toolbar(state: &State, controls: &'static Controls) -> Option<Toolbar> {
    let deck = state.deck.as_ref()?;
    let (number, total) = state.progress();
    let problems = state.diagnostics.len();
    Some(Toolbar {
        label: controls.toolbar,
        sides_label: controls.sides,
        all_sides: controls.all_sides,
        // The quiz is about all sides.
        sides: if state.view.is_quiz() { Vec::new() } else { sides(state, deck) },
        lens_label: controls.lens,
        moments: moments(state, deck),
        theme_label: controls.theme,
        theme: state.theme.label(controls),
        previous: controls.previous,
        next: controls.next,
        at_start: state.is_at_start(),
        at_end: state.is_at_end(),
        progress: fill(controls.progress, &[&number, &total]),
        number,
        total,
        fullscreen_label: controls.fullscreen,
        help_label: controls.help,
        menu_label: state.language.presenting().menu,
        overview_label: state.language.presenting().overview,
        in_overview: state.view == View::Overview,
        back: if state.view.is_text() { View::Slides } else { state.back },
        quiz: state
            .has_quiz()
            .then(|| QuizButton { label: state.language.quiz().quiz, is_in: state.view.is_quiz() }),
        diagnostics: (problems > 0).then(|| fill(controls.diagnostics, &[&problems])),
    })
}

fn sides(state: &State, deck: &Deck) -> Vec<SideButton> {
    let sides = deck.about.sides.iter().zip(0..).map(|(side, at)| (side, SideIndex(at)));
    sides
        .map(|(side, at)| SideButton { side: at, name: side.name.clone(), on: state.sides.contains(at) })
        .collect()
}

fn moments(state: &State, deck: &Deck) -> Vec<Choice<Lens>> {
    let named = deck.about.moments.iter().enumerate().map(|(at, moment)| Choice {
        value: Lens::Moment(at),
        name: moment.name.clone(),
        detail: moment.day.date(state.today).to_string(),
        chosen: state.lens == Lens::Moment(at),
    });
    let mut choices: Vec<_> = named.collect();
    if !choices.is_empty() && !choices.iter().any(|choice| choice.chosen) {
        let name = state.lens_name();
        choices.push(Choice { value: state.lens, detail: name.clone(), name, chosen: true });
    }
    choices
}
