//! How a talk goes beside its plan.

use crate::model::content::Figure;
use crate::model::deck::{Deck, Slide};

/// The second at which each slide is planned to begin, and at the end that at which the talk is over.
///
/// A slide takes its `time`; the slides without one share what is left of `duration` evenly. Hidden slides take
/// none, and neither do those of the quiz, unless they say so. Nothing if nothing is planned.
pub fn plan(deck: &Deck) -> Option<Vec<u32>> {
    let (mut timed, mut untimed) = (0_u32, 0_u32);
    for slide in &deck.slides {
        match share(slide) {
            Share::Fixed(time) => timed = timed.saturating_add(time),
            Share::Even => untimed += 1,
        }
    }
    let left = u64::from(deck.about.duration.unwrap_or(0).saturating_sub(timed));
    let (mut begins, mut fixed, mut even) = (vec![0], 0_u32, 0_u32);
    for slide in &deck.slides {
        match share(slide) {
            Share::Fixed(time) => fixed = fixed.saturating_add(time),
            Share::Even => even += 1,
        }
        let shared = left * u64::from(even) / u64::from(untimed.max(1));
        begins.push(fixed.saturating_add(u32::try_from(shared).unwrap_or(u32::MAX)));
    }
    begins.last().is_some_and(|end| *end > 0).then_some(begins)
}

enum Share {
    Fixed(u32),
    Even,
}

fn share(slide: &Slide) -> Share {
    match slide.time {
        _ if slide.hidden => Share::Fixed(0),
        Some(time) => Share::Fixed(time),
        None if slide.question.is_some() || slide.has_figure(Figure::Verdict) => Share::Fixed(0),
        None => Share::Even,
    }
}

/// How many seconds the talk is away from its plan: more than 0 behind it, less ahead of it. A slide is on time
/// between its own beginning and its end.
pub fn lag(plan: &[u32], slide: usize, elapsed: u32) -> i64 {
    let at = |place: usize| i64::from(plan.get(place).or(plan.last()).copied().unwrap_or(0));
    let elapsed = i64::from(elapsed);
    (elapsed - at(slide + 1)).max(0) + (elapsed - at(slide)).min(0)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::deck::About;

    fn deck(duration: Option<u32>, times: &[Option<u32>]) -> Deck {
        let slide = |time: &Option<u32>| Slide { time: *time, ..Slide::default() };
        let about = About { duration, ..About::default() };
        Deck { about, slides: times.iter().map(slide).collect() }
    }

    #[test]
    fn what_is_left_of_the_duration_is_shared_by_the_slides_without_a_time() {
        let times = [None, Some(60), None, None];
        assert_eq!(plan(&deck(Some(160), &times)), Some(vec![0, 33, 93, 126, 160]));
        assert_eq!(plan(&deck(None, &times)), Some(vec![0, 0, 60, 60, 60]));
        assert_eq!(plan(&deck(Some(30), &times)), Some(vec![0, 0, 60, 60, 60]));
        assert_eq!(plan(&deck(None, &[None])), None);
    }

    #[test]
    fn hidden_slides_take_no_time() {
        let mut hiding = deck(Some(100), &[None, Some(50), None]);
        hiding.slides[1].hidden = true;
        assert_eq!(plan(&hiding), Some(vec![0, 50, 50, 100]));
    }

    #[test]
    fn a_slide_is_on_time_between_its_beginning_and_its_end() {
        let plan = [0, 60, 120];
        assert_eq!(
            [(1, 59), (1, 60), (1, 120), (1, 121)].map(|(at, now)| lag(&plan, at, now)),
            [-1, 0, 0, 1]
        );
        assert_eq!(lag(&plan, 7, 130), 10);
        assert_eq!(lag(&plan, 0, 0), 0);
    }
}
