//! The months of a deck, for the slider of the time lens.

use super::items::claims;
use crate::model::date::{Date, days_in};
use crate::model::deck::Deck;

/// A month of the calendar, counted from January of year 0.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Month(pub u32);

impl Month {
    pub fn of(day: Date) -> Self {
        Self(u32::from(day.year) * 12 + u32::from(day.month) - 1)
    }

    pub fn first_day(self) -> Date {
        let year = u16::try_from(self.0 / 12).unwrap_or(9999).min(9999);
        Date { year, month: u8::try_from(self.0 % 12 + 1).unwrap_or(1), day: 1 }
    }

    /// The day for which the month stands.
    pub fn last_day(self) -> Date {
        let first = self.first_day();
        Date { day: days_in(first.year, first.month), ..first }
    }
}

/// The months from the earliest to the latest date in a deck, both included.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Months {
    pub first: Month,
    pub last: Month,
    /// The months in which claims begin or end, ascending, and how often.
    pub changes: Vec<(Month, u32)>,
    /// The days on which claims begin or end, ascending, each once.
    pub days: Vec<Date>,
}

impl Months {
    /// The months of a deck; nothing if it has no date.
    pub fn of(deck: &Deck, today: Date) -> Option<Self> {
        // Ascending, each day once, with how often something begins or ends on it.
        let mut days: Vec<(Date, u32)> = Vec::new();
        let mut all = Self::default();
        for slide in deck.slides.iter().filter(|slide| !slide.hidden) {
            for seen in claims(slide).into_iter().filter(|seen| seen.claim.period.is_some()) {
                for day in seen.bounds() {
                    match days.binary_search_by_key(&day, |(other, _)| *other) {
                        Ok(at) => days[at].1 += 1,
                        Err(at) => days.insert(at, (day, 1)),
                    }
                }
            }
        }
        for (day, count) in days {
            let month = Month::of(day);
            match all.changes.last_mut() {
                Some((last, sum)) if *last == month => *sum += count,
                _ => all.changes.push((month, count)),
            }
            all.days.push(day);
        }
        let moments = deck.about.moments.iter().map(|moment| Month::of(moment.day.date(today)));
        let mut months: Vec<Month> = moments.collect();
        months.extend(all.changes.first().map(|(month, _)| *month));
        months.extend(all.changes.last().map(|(month, _)| *month));
        all.first = *months.iter().min()?;
        all.last = *months.iter().max()?;
        Some(all)
    }

    /// The day of the change before a day, or after it.
    pub fn change_beside(&self, day: Date, later: bool) -> Option<Date> {
        if later {
            self.days.iter().find(|change| **change > day).copied()
        } else {
            self.days.iter().rev().find(|change| **change < day).copied()
        }
    }
}
