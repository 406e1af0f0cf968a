//! The toolbar: sides, lens, moving, theme.

use super::comparing::Select;
use crate::analysis::months::Month;
use crate::app::embed::ControlSet;
use crate::app::lens::Lens;
use crate::app::state::State;
use crate::app::view::View;
use crate::model::claim::SideIndex;
use crate::model::date::PartialDate;
use crate::model::deck::Deck;
use crate::words::controls::Controls;
use crate::words::fill;

#[derive(Clone, Debug, PartialEq)]
#[expect(clippy::struct_excessive_bools, reason = "each is a fact of its own")]
pub struct Toolbar {
    pub label: &'static str,
    pub sides_label: &'static str,
    pub all_sides: &'static str,
    /// Empty where the deck compares nothing.
    pub sides: Vec<SideButton>,
    pub lens_label: &'static str,
    /// The moments; another day that the lens stands on comes last.
    pub moments: Vec<Choice<Lens>>,
    /// Where the deck has dates.
    pub slider: Option<LensSlider>,
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
    /// Where there is an overview.
    pub overview_label: Option<&'static str>,
    /// The buttons beside sides, moments, back and next.
    pub has_tools: bool,
    pub has_moves: bool,
    pub in_overview: bool,
    /// The button that leads to the views that look at all claims, where the deck has some.
    pub comparing: Option<ViewButton>,
    /// The view to which the overview's and the quiz's buttons lead back.
    pub back: View,
    /// The button that leads to the quiz, where the deck has one.
    pub quiz: Option<ViewButton>,
    /// The label of the button for the diagnostics, if there are any.
    pub diagnostics: Option<String>,
}

/// The months of the deck, and the one of the lens.
#[derive(Clone, Debug, PartialEq)]
pub struct LensSlider {
    pub label: &'static str,
    pub select_label: &'static str,
    pub open_label: &'static str,
    pub previous_label: &'static str,
    pub next_label: &'static str,
    /// It is shown where there is little room, too.
    pub is_open: bool,
    /// Months counted from January of year 0: the first, the last and that of the lens.
    pub first: u32,
    pub last: u32,
    pub month: u32,
    /// The lens's day or moment.
    pub text: String,
    /// The months in which claims begin or end: their distance from the first, and how often, from 1 to 3 and more.
    pub marks: Vec<(u32, u32)>,
    /// The same months by name, and that of the lens.
    pub options: Vec<Select>,
}

/// A button to a view and back.
#[derive(Clone, Debug, PartialEq)]
pub struct ViewButton {
    pub label: &'static str,
    pub view: View,
    /// Pressed in that view, and in those that belong to it.
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
    let deck = state.deck.as_ref().filter(|_| state.host.embed.controls != ControlSet::None)?;
    let is_full = state.host.embed.controls == ControlSet::Full;
    let (number, total) = state.progress();
    let problems = state.author.diagnostics.len();
    Some(Toolbar {
        label: controls.toolbar,
        sides_label: controls.sides,
        all_sides: controls.all_sides,
        // The quiz is about all sides.
        sides: if state.nav.view.is_quiz() { Vec::new() } else { sides(state, deck) },
        lens_label: controls.lens,
        moments: moments(state, deck),
        slider: slider(state).filter(|_| is_full),
        theme_label: controls.theme,
        theme: state.display.theme.label(controls),
        previous: controls.previous,
        next: controls.next,
        at_start: state.is_at_start(),
        at_end: state.is_at_end(),
        progress: fill(controls.progress, &[&number, &total]),
        number,
        total,
        fullscreen_label: controls.fullscreen,
        help_label: controls.help,
        menu_label: controls.menu,
        overview_label: state.has_view(View::Overview).then_some(controls.overview),
        has_tools: is_full,
        has_moves: state.has_moves(),
        in_overview: state.nav.view == View::Overview,
        comparing: View::COMPARING.into_iter().find(|view| state.has_view(*view)).map(|view| ViewButton {
            label: state.language.comparing().views,
            view,
            is_in: state.nav.view.is_comparing(),
        }),
        back: if state.nav.view.is_text() { View::Slides } else { state.nav.back },
        quiz: state.has_view(View::Quiz).then(|| ViewButton {
            label: state.language.quiz().quiz,
            view: View::Quiz,
            is_in: state.nav.view.is_quiz(),
        }),
        diagnostics: (problems > 0 && state.author.for_author)
            .then(|| fill(controls.diagnostics, &[&problems])),
    })
}

fn slider(state: &State) -> Option<LensSlider> {
    let says = state.language.comparing();
    let months = state.comparison.months.as_ref().filter(|months| !months.days.is_empty())?;
    let here = Month::of(state.day()).clamp(months.first, months.last);
    let mut options = Vec::new();
    let name = |month: Month| PartialDate::Month(month.first_day().year, month.first_day().month).to_string();
    let mut is_listed = false;
    for (month, count) in &months.changes {
        if *month > here && !is_listed {
            options.push((here.0.to_string(), name(here), true));
        }
        is_listed |= *month >= here;
        options.push((
            month.0.to_string(),
            fill(says.month_with_changes, &[&name(*month), count]),
            *month == here,
        ));
    }
    if !is_listed {
        options.push((here.0.to_string(), name(here), true));
    }
    Some(LensSlider {
        label: says.lens_slider,
        select_label: says.lens_select,
        open_label: says.lens_bar,
        previous_label: says.previous_change,
        next_label: says.next_change,
        is_open: state.lens_state.slider_is_open || state.nav.view.is_comparing(),
        first: months.first.0,
        last: months.last.0,
        month: here.0,
        text: state.lens_name(),
        marks: months
            .changes
            .iter()
            .map(|(month, count)| (month.0 - months.first.0, (*count).min(3)))
            .collect(),
        options,
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
        chosen: state.lens() == Lens::Moment(at),
    });
    let mut choices: Vec<_> = named.collect();
    if !choices.is_empty() && !choices.iter().any(|choice| choice.chosen) {
        let name = state.lens_name();
        choices.push(Choice { value: state.lens(), detail: name.clone(), name, chosen: true });
    }
    choices
}
