//! Days, partial dates and periods in the proleptic Gregorian calendar.

use serde::{Deserialize, Serialize};
use std::fmt;

/// A day. Ordered by time.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Date {
    /// 0 to 9999.
    pub year: u16,
    /// 1 to 12.
    pub month: u8,
    /// 1 to 31.
    pub day: u8,
}

impl Date {
    /// The day, or nothing if there is no such day.
    pub fn new(year: u16, month: u8, day: u8) -> Option<Self> {
        let real = year <= 9999 && (1..=12).contains(&month) && (1..=days_in(year, month)).contains(&day);
        real.then_some(Self { year, month, day })
    }

    /// A number that is larger for later days: its decimal digits are year, month and day.
    pub fn number(self) -> u32 {
        (u32::from(self.year) * 100 + u32::from(self.month)) * 100 + u32::from(self.day)
    }

    /// The day before; the first day of all has none and stays.
    #[must_use]
    pub fn day_before(self) -> Self {
        let Self { year, month, day } = self;
        match (year, month, day) {
            (_, _, 2..) => Self { day: day - 1, ..self },
            (_, 2.., _) => Self { month: month - 1, day: days_in(year, month - 1), ..self },
            (1.., ..) => Self { year: year - 1, month: 12, day: 31 },
            _ => self,
        }
    }

    /// The same day `months` later; the last day of the month where that month is too short.
    #[must_use]
    pub fn plus_months(self, months: u32) -> Self {
        let total = u32::from(self.year) * 12 + u32::from(self.month) - 1;
        let total = total.saturating_add(months);
        let year = u16::try_from(total / 12).unwrap_or(9999).min(9999);
        let month = u8::try_from(total % 12 + 1).unwrap_or(12);
        Self { year, month, day: self.day.min(days_in(year, month)) }
    }
}

impl fmt::Display for Date {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}-{:02}-{:02}", self.year, self.month, self.day)
    }
}

/// The number of days in a month, 28 to 31.
pub fn days_in(year: u16, month: u8) -> u8 {
    let leap = year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400));
    match month {
        2 if leap => 29,
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    }
}

/// A date as written: a year, a month or a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum PartialDate {
    Year(u16),
    Month(u16, u8),
    Day(Date),
}

impl PartialDate {
    /// Reads `YYYY`, `YYYY-MM` or `YYYY-MM-DD`, each number with all its digits.
    pub fn parse(text: &str) -> Option<Self> {
        let mut parts = text.split('-');
        let year = u16::try_from(digits(parts.next()?, 4)?).ok()?;
        let Some(month) = parts.next() else { return Some(Self::Year(year)) };
        let month = u8::try_from(digits(month, 2)?).ok()?;
        let day = match parts.next() {
            Some(day) => Some(u8::try_from(digits(day, 2)?).ok()?),
            None => None,
        };
        Date::new(year, month, day.unwrap_or(1))
            .filter(|_| parts.next().is_none())
            .map(|date| if day.is_some() { Self::Day(date) } else { Self::Month(year, month) })
    }

    pub fn first_day(self) -> Date {
        match self {
            Self::Year(year) => Date { year, month: 1, day: 1 },
            Self::Month(year, month) => Date { year, month, day: 1 },
            Self::Day(date) => date,
        }
    }

    pub fn last_day(self) -> Date {
        match self {
            Self::Year(year) => Date { year, month: 12, day: 31 },
            Self::Month(year, month) => Date { year, month, day: days_in(year, month) },
            Self::Day(date) => date,
        }
    }

    /// Whether the date is a month or a year in which `day` falls, so that which comes first
    /// can't be told.
    pub fn is_vague_about(self, day: Date) -> bool {
        !matches!(self, Self::Day(_)) && (self.first_day()..=self.last_day()).contains(&day)
    }
}

impl fmt::Display for PartialDate {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Year(year) => write!(f, "{year:04}"),
            Self::Month(year, month) => write!(f, "{year:04}-{month:02}"),
            Self::Day(date) => date.fmt(f),
        }
    }
}

fn digits(text: &str, count: usize) -> Option<u32> {
    let plain = text.len() == count && text.bytes().all(|byte| byte.is_ascii_digit());
    plain.then(|| text.parse().ok()).flatten()
}

/// One end of a period.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Bound {
    pub date: PartialDate,
    /// The exact date isn't known: it was so by then at the latest.
    pub by_then: bool,
}

impl Bound {
    /// The day from which the bound counts.
    pub fn day(self) -> Date {
        self.date.first_day()
    }
}

/// When a claim holds: half-open, from its first day to the first day on which it no longer does.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Period {
    pub from: Option<Bound>,
    pub until: Option<Bound>,
}

impl Period {
    pub fn contains(self, day: Date) -> bool {
        self.from.is_none_or(|from| from.day() <= day) && self.until.is_none_or(|until| day < until.day())
    }

    /// Whether the two periods share a day.
    pub fn overlaps(self, other: Self) -> bool {
        let starts_before_end = |a: Self, b: Self| match (a.from, b.until) {
            (Some(from), Some(until)) => from.day() < until.day(),
            _ => true,
        };
        starts_before_end(self, other) && starts_before_end(other, self)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn bound(text: &str) -> Option<Bound> {
        (!text.is_empty()).then(|| Bound { date: PartialDate::parse(text).unwrap(), by_then: false })
    }

    fn period(from: &str, until: &str) -> Period {
        Period { from: bound(from), until: bound(until) }
    }

    #[test]
    fn reads_dates_of_three_precisions_and_no_others() {
        for good in ["2020", "2020-02", "2020-02-29"] {
            assert_eq!(PartialDate::parse(good).unwrap().to_string(), good);
        }
        for bad in ["", "20", "2020-13", "2020-2", "2021-02-29", "2020-01-01-01", "2020/01", "２０２０"] {
            assert_eq!(PartialDate::parse(bad), None, "{bad}");
        }
    }

    #[test]
    fn months_are_added_within_the_calendar() {
        let day = Date::new(2024, 1, 31).unwrap();
        assert_eq!(day.plus_months(1).to_string(), "2024-02-29");
        assert_eq!(day.plus_months(12).to_string(), "2025-01-31");
    }

    #[test]
    fn a_period_is_half_open() {
        let only_2020 = period("2020", "2021");
        assert!(only_2020.contains(Date::new(2020, 1, 1).unwrap()));
        assert!(only_2020.contains(Date::new(2020, 12, 31).unwrap()));
        assert!(!only_2020.contains(Date::new(2021, 1, 1).unwrap()));
        assert!(!only_2020.overlaps(period("2021", "")));
        assert!(only_2020.overlaps(period("2020-12-31", "")));
        assert!(only_2020.overlaps(period("", "")));
    }

    #[test]
    fn a_month_is_vague_about_its_days() {
        let talk = Date::new(2020, 10, 8).unwrap();
        assert!(PartialDate::parse("2020-10").unwrap().is_vague_about(talk));
        assert!(!PartialDate::parse("2020-10-23").unwrap().is_vague_about(talk));
        assert!(!PartialDate::parse("2020-11").unwrap().is_vague_about(talk));
    }
}
