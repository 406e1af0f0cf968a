//! The time lens: the day as of which the deck is looked at.

use super::printing::Paper;
use super::state::State;
use super::view::View;
use crate::model::date::{Date, PartialDate};
use crate::model::deck::{About, Moment, MomentDay};

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Lens {
    /// The place of a moment in the deck's list.
    Moment(usize),
    /// Any other day; a month without a moment stands for its last one.
    On(Date),
    #[default]
    Today,
}

impl Lens {
    /// The lens with which a deck opens: its first moment, else today.
    pub fn opening(about: &About) -> Self {
        if about.moments.is_empty() { Self::Today } else { Self::Moment(0) }
    }

    /// The last moment, else today: the lens with which the quiz opens.
    pub fn last(about: &About, today: Date) -> Self {
        let moments = about.moments.iter().enumerate();
        let last = moments.max_by_key(|(_, moment)| moment.day.date(today));
        last.map_or(Self::Today, |(at, _)| Self::Moment(at))
    }

    pub fn day(self, about: &About, today: Date) -> Date {
        match self {
            Self::Moment(at) => about.moments.get(at).map_or(today, |moment| moment.day.date(today)),
            Self::On(date) => date,
            Self::Today => today,
        }
    }

    /// The lens for a value of `as-of`: `today`, a day, a month or a year. A moment's own day is that moment; so is its
    /// month, and of several moments in a month the last one.
    pub fn of_text(text: &str, about: &About) -> Option<Self> {
        if text != "today" {
            let date = PartialDate::parse(text)?;
            let is_in_month = |day: &Date| (date.first_day()..=date.last_day()).contains(day);
            let days = about.moments.iter().filter_map(|moment| match moment.day {
                MomentDay::On(day) if matches!(date, PartialDate::Month(..)) => Some(day),
                MomentDay::On(_) | MomentDay::Today => None,
            });
            let in_month = days.filter(is_in_month).max();
            return Some(Self::of_day(in_month.unwrap_or(date.last_day()), about));
        }
        let moment = about.moments.iter().position(|moment| moment.day == MomentDay::Today);
        Some(moment.map_or(Self::Today, Self::Moment))
    }

    /// The moment on a day, else the day.
    pub fn of_day(day: Date, about: &About) -> Self {
        let moment = about.moments.iter().position(|moment| moment.day == MomentDay::On(day));
        moment.map_or(Self::On(day), Self::Moment)
    }

    /// The value of `as-of`.
    pub fn text(self, about: &About) -> String {
        let day = match self {
            Self::Moment(at) => about.moments.get(at).map_or(MomentDay::Today, |moment| moment.day),
            Self::On(date) => MomentDay::On(date),
            Self::Today => MomentDay::Today,
        };
        match day {
            MomentDay::Today => "today".to_owned(),
            MomentDay::On(date) => date.to_string(),
        }
    }

    /// The moment after this lens's day, the earliest one behind the last.
    pub fn next_moment(self, about: &About, today: Date) -> Option<Self> {
        let day = self.day(about, today);
        // Those that are not later come after all that are.
        let order = |moment: &Moment| (moment.day.date(today) <= day, moment.day.date(today));
        let next = about.moments.iter().map(order).min()?;
        about.moments.iter().position(|moment| order(moment) == next).map(Self::Moment)
    }
}

impl State {
    /// The lens of the view on the screen.
    pub fn lens(&self) -> Lens {
        // On paper are the slides, whatever view they are printed from.
        let is_paper = matches!(self.rendering.paper, Some(Paper::Slides | Paper::Handout));
        self.lens_of_view(if is_paper { View::Slides } else { self.nav.view })
    }

    pub(super) fn lens_of_view(&self, view: View) -> Lens {
        if view.is_quiz() { self.quiz.lens } else { self.lens_state.slides }
    }

    pub(super) fn lens_mut(&mut self) -> &mut Lens {
        if self.nav.view.is_quiz() { &mut self.quiz.lens } else { &mut self.lens_state.slides }
    }

    /// The lens with which a view opens.
    pub(super) fn opening_lens(&self, view: View) -> Lens {
        let about = self.deck.as_ref().map(|deck| &deck.about);
        if view.is_quiz() { self.last_lens() } else { about.map(Lens::opening).unwrap_or_default() }
    }

    /// The last moment's lens.
    pub(super) fn last_lens(&self) -> Lens {
        self.deck.as_ref().map(|deck| Lens::last(&deck.about, self.today)).unwrap_or_default()
    }
}

/// The first and the last moment's days; nothing without two different ones.
pub fn span(about: &About, today: Date) -> Option<(Date, Date)> {
    let days = || about.moments.iter().map(|moment| moment.day.date(today));
    let (first, last) = (days().min()?, days().max()?);
    (first < last).then_some((first, last))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn about() -> About {
        let moment = |day, name: &str| Moment { day, name: name.to_owned() };
        let talk = MomentDay::On(Date::new(2020, 10, 8).unwrap());
        About { moments: vec![moment(talk, "talk"), moment(MomentDay::Today, "now")], ..About::default() }
    }

    #[test]
    fn a_month_stands_for_its_last_day_or_its_moment_and_a_moment_for_its_own() {
        let today = Date::new(2026, 11, 22).unwrap();
        let day = |text: &str| Lens::of_text(text, &about()).unwrap().day(&about(), today).to_string();
        assert_eq!(day("2024-02"), "2024-02-29");
        assert_eq!(day("2024"), "2024-12-31");
        assert_eq!(day("today"), "2026-11-22");
        for text in ["2020-10-08", "2020-10"] {
            assert_eq!(Lens::of_text(text, &about()), Some(Lens::Moment(0)), "{text}");
        }
        assert_eq!(day("2020"), "2020-12-31");
        assert_eq!(Lens::of_text("soon", &about()), None);
    }

    #[test]
    fn moments_follow_each_other_in_time() {
        let today = Date::new(2026, 11, 22).unwrap();
        let between = Lens::On(Date::new(2023, 1, 31).unwrap());
        assert_eq!(between.next_moment(&about(), today), Some(Lens::Moment(1)));
        assert_eq!(Lens::Moment(1).next_moment(&about(), today), Some(Lens::Moment(0)));
        assert_eq!(Lens::Today.next_moment(&About::default(), today), None);
    }
}
