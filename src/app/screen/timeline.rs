//! The timeline: the claims with periods as bars over the months.

use super::claims::period_text;
use super::comparing::{ClaimView, Frame, Window, claim_view, frame, topic_name};
use crate::analysis::freshness::Freshness;
use crate::analysis::months::Month;
use crate::analysis::timeline::{Line, lines, turns};
use crate::app::lens::Lens;
use crate::app::state::State;
use crate::model::content::{ItemNumber, first_paragraph, plain_text};
use crate::model::date::{Bound, Date};
use crate::model::deck::Deck;
use std::rc::Rc;

/// A place on the axis in ten-thousandths of its width.
pub type Place = u32;

const WIDTH: Place = 10_000;
/// The room that the name of a day may take on a phone.
const NAME: Place = 2_000;
/// So many lines fill a screen.
const FEW: usize = 10;
/// The axis shows at least so many months.
const LEAST: u32 = 12;

#[derive(Clone, Debug, PartialEq)]
pub struct TimelineScreen {
    pub frame: Frame,
    pub lanes: Vec<Lane>,
    pub window: Window,
    pub axis: AxisView,
    /// Whether there is a way to fewer years, and to more.
    pub zooms: [bool; 2],
}

/// The years, and the days that matter.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct AxisView {
    /// The beginnings of the years that are shown.
    pub years: Vec<(Place, String)>,
    /// The moments and, last, the lens: where they are and what they are called.
    pub days: Vec<(Place, String)>,
}

/// A claim on its line.
#[derive(Clone, Debug, PartialEq)]
pub struct Lane {
    /// The number of the line, from 1.
    pub number: usize,
    /// The topic's name and address.
    pub topic: (String, String),
    /// It is the topic's first line, or the first that is drawn.
    pub is_first: bool,
    pub side: Option<u8>,
    pub side_name: String,
    pub slide: usize,
    pub item: ItemNumber,
    pub text: String,
    /// Its period in words.
    pub period: String,
    pub freshness: Freshness,
    /// Where the bar begins and ends.
    pub bar: (Place, Place),
    /// The bar has no beginning, or no end; or the end is vague.
    pub open: (bool, bool),
    pub vague: (bool, bool),
    /// What more is told of the claim that was chosen.
    pub card: Option<Card>,
}

/// What is told of the claim that was chosen.
#[derive(Clone, Debug, PartialEq)]
pub struct Card {
    pub claim: ClaimView,
    /// The days to which the lens can go.
    pub days: Vec<(Lens, String)>,
}

/// The timeline at a glance: when claims of each side began and ended.
#[derive(Clone, Debug, PartialEq)]
pub struct Glance {
    pub axis: AxisView,
    pub strips: Vec<Strip>,
}

#[derive(Clone, Debug, PartialEq)]
pub struct Strip {
    pub side: u8,
    pub name: String,
    pub begun: Vec<Place>,
    pub ended: Vec<Place>,
}

/// The months that are shown: the first, and how many.
struct Axis {
    first: u32,
    count: u32,
}

impl Axis {
    fn of(state: &State, zoom: u8) -> Option<Self> {
        let months = state.comparison.months.as_ref()?;
        let all = months.last.0 - months.first.0 + 1;
        let count = (all >> zoom).max(LEAST).min(all);
        let here = Month::of(state.day()).0.saturating_sub(count / 2);
        let first = here.clamp(months.first.0, months.last.0 + 1 - count);
        Some(Self { first, count })
    }

    /// Where a day is; before the axis at its beginning, behind it at its end.
    fn place(&self, day: Date) -> Place {
        let days = (Month::of(day).0 * 31 + u32::from(day.day) - 1).saturating_sub(self.first * 31);
        (days * 100 / self.count * 100 / 31).min(WIDTH)
    }

    fn view(&self, state: &State, deck: &Deck) -> AxisView {
        let mut view = AxisView::default();
        for month in (self.first..self.first + self.count).filter(|month| month % 12 == 0) {
            let first = Month(month).first_day();
            view.years.push((self.place(first), first.year.to_string()));
        }
        let lens = self.place(state.day());
        for moment in &deck.about.moments {
            let place = self.place(moment.day.date(state.today));
            // The name of the lens may need the room.
            let name = if place.abs_diff(lens) < NAME { String::new() } else { moment.name.clone() };
            view.days.push((place, name));
        }
        view.days.push((lens, state.lens_name()));
        view
    }
}

/// The first and the last year of the timeline.
pub fn shown_years(state: &State) -> Option<[u32; 2]> {
    let axis = Axis::of(state, state.comparison.zoom)?;
    Some([axis.first / 12, (axis.first + axis.count - 1) / 12])
}

/// The timeline; whole, or only the lines near the screen.
pub fn timeline(state: &State, deck: &Rc<Deck>, is_whole: bool) -> Option<TimelineScreen> {
    let zoom = state.comparison.zoom;
    let axis = Axis::of(state, zoom)?;
    let all = lines(&state.comparison.topics, &state.columns());
    let window = Window::around(&state.comparison, all.len(), FEW, is_whole);
    let mut lanes = Vec::new();
    let mut next = 0;
    for at in &window.rows {
        let is_first = *at == 0 || *at > next || all[at - 1].topic != all[*at].topic;
        lanes.push(lane(state, deck, &axis, &all[*at], is_first, at + 1));
        next = at + 1;
    }
    Some(TimelineScreen {
        frame: frame(state, deck),
        lanes,
        window,
        axis: axis.view(state, deck),
        zooms: [axis.count > LEAST, zoom > 0],
    })
}

fn lane(state: &State, deck: &Deck, axis: &Axis, line: &Line, is_first: bool, number: usize) -> Lane {
    let Line { topic, claim } = line;
    let topic = &state.comparison.topics[*topic];
    let period = claim.period.unwrap_or_default();
    let side = claim.side.and_then(|side| deck.about.sides.get(side.index()));
    let is_vague = |bound: Option<Bound>| bound.is_some_and(|bound| bound.by_then);
    let place = |bound: Option<Bound>, open: Place| bound.map_or(open, |bound| axis.place(bound.day()));
    let text = claim.item(deck).map(|item| plain_text(first_paragraph(&item.blocks)));
    let is_chosen = state.comparison.chosen == Some((claim.slide, claim.number));
    Lane {
        number,
        topic: topic_name(state, deck, topic),
        is_first,
        side: claim.side.map(|side| side.0),
        side_name: side.map_or(state.language.comparing().shared, |side| &side.name).to_owned(),
        slide: claim.slide,
        item: claim.number,
        text: text.unwrap_or_default(),
        period: period_text(period, state.language.controls()),
        freshness: claim.freshness(state.day()),
        bar: (place(period.from, 0), place(period.until, WIDTH)),
        open: (period.from.is_none(), period.until.is_none()),
        vague: (is_vague(period.from), is_vague(period.until)),
        card: is_chosen.then(|| Card {
            claim: claim_view(state, deck, claim),
            days: claim.bounds().map(|day| (Lens::of_day(day, &deck.about), day.to_string())).collect(),
        }),
    }
}

/// The timeline at a glance, of the sides that are on.
pub fn glance(state: &State, deck: &Deck) -> Option<Glance> {
    let axis = Axis::of(state, 0)?;
    let mut strips = Vec::new();
    for side in state.columns() {
        let about = deck.about.sides.get(side.index())?;
        let (begun, ended) = turns(&state.comparison.topics, side);
        let places = |days: Vec<Date>| days.into_iter().map(|day| axis.place(day)).collect();
        strips.push(Strip {
            side: side.0,
            name: about.name.clone(),
            begun: places(begun),
            ended: places(ended),
        });
    }
    Some(Glance { axis: axis.view(state, deck), strips })
}
