//! Whether a claim holds on a day, whether it was added, and whether it is due for review.

use crate::model::claim::Claim;
use crate::model::date::{Date, Period};
use crate::model::deck::About;

/// A claim on a day. Never stored: always computed from the period and the day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Freshness {
    /// It has no period and is always shown.
    Undated,
    Upcoming,
    Current,
    Ended,
}

pub fn freshness(period: Option<Period>, day: Date) -> Freshness {
    match period {
        None => Freshness::Undated,
        Some(period) if period.contains(day) => Freshness::Current,
        Some(period) if period.until.is_some_and(|until| until.day() <= day) => Freshness::Ended,
        Some(_) => Freshness::Upcoming,
    }
}

/// Whether the talk did not make the claim: it is marked with `+`, or begins after the first moment.
pub fn is_added(claim: &Claim, period: Option<Period>, first_moment: Option<Date>) -> bool {
    let begins = period.and_then(|period| period.from);
    claim.added || begins.zip(first_moment).is_some_and(|(from, first)| from.day() > first)
}

/// When a claim was last checked: as it says, else with the whole deck.
pub fn last_check(claim: &Claim, about: &About) -> Option<Date> {
    claim.checked.or(about.checked)
}

/// Whether the last check is `review-after` months ago or more.
pub fn is_due(claim: &Claim, about: &About, today: Date) -> bool {
    let due = last_check(claim, about).zip(about.review_after).map(|(day, months)| day.plus_months(months));
    due.is_some_and(|due| due <= today)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::date::{Bound, PartialDate};

    fn day(text: &str) -> Date {
        PartialDate::parse(text).unwrap().first_day()
    }

    fn period(from: &str, until: &str) -> Period {
        let bound = |text| Some(Bound { date: PartialDate::parse(text)?, by_then: false });
        Period { from: bound(from), until: bound(until) }
    }

    #[test]
    fn a_period_is_half_open_on_any_day() {
        let claim = Some(period("2020-10", "2021-02-25"));
        assert_eq!(freshness(claim, day("2020-09-30")), Freshness::Upcoming);
        assert_eq!(freshness(claim, day("2020-10-01")), Freshness::Current);
        assert_eq!(freshness(claim, day("2021-02-24")), Freshness::Current);
        assert_eq!(freshness(claim, day("2021-02-25")), Freshness::Ended);
        assert_eq!(freshness(None, day("2020-01-01")), Freshness::Undated);
        assert_eq!(freshness(Some(period("", "2020")), day("2019-12-31")), Freshness::Current);
    }

    #[test]
    fn a_claim_is_added_by_mark_or_by_beginning_after_the_first_moment() {
        let talk = Some(day("2020-10-08"));
        let marked = Claim { added: true, ..Claim::default() };
        assert!(is_added(&marked, None, None));
        assert!(is_added(&Claim::default(), Some(period("2020-10-09", "")), talk));
        assert!(!is_added(&Claim::default(), Some(period("2020-10-08", "")), talk));
        assert!(!is_added(&Claim::default(), Some(period("", "2021")), talk));
    }

    #[test]
    fn review_is_due_so_many_months_after_the_last_check() {
        let about = About { checked: Some(day("2026-11-22")), review_after: Some(12), ..About::default() };
        assert!(!is_due(&Claim::default(), &about, day("2027-11-21")));
        assert!(is_due(&Claim::default(), &about, day("2027-11-22")));
        let own = Claim { checked: Some(day("2025-11-22")), ..Claim::default() };
        assert!(is_due(&own, &about, day("2026-11-22")));
    }
}
