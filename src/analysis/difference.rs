//! How the sides of a slide differ by their marks, and when they come to agree.

use super::matrix::{CellMark, differs, side_mark};
use super::topics::TopicClaim;
use crate::model::claim::SideIndex;
use crate::model::date::{Date, PartialDate};
use crate::model::deck::Slide;

/// In what the sides of a slide differ.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Difference {
    /// The mark of each side that has one, where they differ. On a day on which they agree: on the first day.
    pub marks: Vec<(SideIndex, CellMark)>,
    /// Since when, or from when on, all sides have one mark.
    pub agreed: Option<(PartialDate, CellMark)>,
    /// They agree on the day of the lens.
    pub agree_now: bool,
}

/// The difference between sides on `day`; nothing if they have no marks to differ in, or never differed since
/// `days.0`. Up to `days.1` it is told when they come to agree.
pub fn difference(slide: &Slide, sides: &[SideIndex], day: Date, days: (Date, Date)) -> Option<Difference> {
    let claims = TopicClaim::of_slide(slide, 0);
    let marks = |day: Date| -> Vec<(SideIndex, CellMark)> {
        let mark = |side: &SideIndex| side_mark(&claims, *side, day).map(|mark| (*side, mark));
        sides.iter().filter_map(mark).collect()
    };
    let differ = |day: Date| differs(marks(day).into_iter().map(|(_, mark)| Some(mark)));
    let agree = |day: Date| {
        let found = marks(day);
        if found.len() == sides.len() && !differ(day) { found.first().map(|(_, mark)| *mark) } else { None }
    };
    let agree_now = !differ(day);
    let from = if agree_now { days.0 } else { day };
    if sides.len() < 2 || !differ(from) || (agree_now && agree(day).is_none()) {
        return None;
    }
    let until = if agree_now { day } else { days.1 };
    let mut ends: Vec<PartialDate> = Vec::new();
    for bound in claims.iter().filter_map(|claim| claim.period).flat_map(|it| [it.from, it.until]) {
        ends.extend(bound.map(|bound| bound.date).filter(|date| (from..=until).contains(&date.first_day())));
    }
    // The latest day from which they agree until the end.
    let mut agreed: Option<PartialDate> = None;
    for date in ends.iter().filter(|date| agree(date.first_day()) == agree(until) && agree(until).is_some()) {
        let lasts = ends
            .iter()
            .all(|later| later.first_day() < date.first_day() || agree(later.first_day()).is_some());
        if lasts && agreed.is_none_or(|first| date.first_day() < first.first_day()) {
            agreed = Some(*date);
        }
    }
    Some(Difference { marks: marks(from), agreed: agreed.zip(agree(until)), agree_now })
}
