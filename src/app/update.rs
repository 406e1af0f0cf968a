//! The one place where the state changes.

use super::address::Address;
use super::effect::{Effect, Entry};
use super::index::{Index, Place};
use super::lens::Lens;
use super::msg::{Failure, Msg};
use super::sides::SideSet;
use super::state::{Scroll, State};
use super::theme::Theme;
use crate::diagnostic::Parsed;
use crate::judge::freshness::Freshness;
use crate::judge::items::Place as ItemPlace;
use crate::model::claim::SideIndex;
use crate::model::content::plain_text;
use crate::model::deck::{Deck, Slide};
use crate::words::Language;
use std::rc::Rc;

/// Where the reader is: what decides about history entries and judging.
#[derive(PartialEq)]
struct Position {
    deck: Option<*const Deck>,
    slide: usize,
    sides: SideSet,
    lens: Lens,
    step: u32,
}

impl State {
    /// Takes what happened into the state and tells what the shell is to do about it.
    pub fn update(&mut self, msg: Msg) -> Vec<Effect> {
        let before = self.position();
        let address_before = self.own_address().text();
        let from_address = matches!(msg, Msg::AddressRead(_) | Msg::DeckRead { .. });
        let mut effects = self.take(msg);
        let after = self.position();
        let moved = (before.deck, before.slide) != (after.deck, after.slide);
        if moved || before.sides != after.sides || before.lens != after.lens {
            self.judge();
        }
        if moved {
            self.open_claim = None;
            self.open_fold = None;
            self.scroll = Scroll::default();
            effects.insert(0, Effect::ShowSlide);
        }
        let address = self.own_address().text();
        if !from_address && address != address_before {
            let entry = if before.slide == after.slide { Entry::Present } else { Entry::New };
            effects.push(Effect::WriteAddress { address, entry });
        }
        effects
    }

    fn position(&self) -> Position {
        let deck = self.deck.as_ref().map(Rc::as_ptr);
        Position { deck, slide: self.slide, sides: self.sides, lens: self.lens, step: self.step }
    }

    fn take(&mut self, msg: Msg) -> Vec<Effect> {
        match msg {
            Msg::DeckRead { parsed, base } => return self.take_deck(*parsed, base),
            Msg::DeckFailed { file, failure } => self.take_failure(file, failure),
            Msg::TodayIs(today) => {
                self.today = today;
                self.judge();
            }
            Msg::AddressRead(address) => return self.take_address(address),
            Msg::NextPressed => self.go_next(),
            Msg::PreviousPressed => self.go_back(),
            Msg::FirstPressed => self.go_to_shown(self.shown().first().copied()),
            Msg::LastPressed => self.go_to_shown(self.shown().last().copied()),
            Msg::SlideChosen(slide) => self.go_to_shown(Some(slide)),
            Msg::LinkFollowed(id) => return self.follow(&id),
            Msg::SideToggled(side) => self.toggle_side(side),
            Msg::AllSidesChosen => self.show_all_sides(),
            Msg::LensChosen(lens) => self.set_lens(lens),
            Msg::NextMomentPressed => self.go_to_next_moment(),
            Msg::ThemeChosen(theme) => self.set_theme(theme),
            Msg::NextThemePressed => self.set_theme(self.theme.next()),
            Msg::BlackToggled => self.set_black(!self.black),
            Msg::FullscreenPressed => return vec![Effect::SetFullscreen(!self.fullscreen)],
            Msg::ScrollPressed { down } => return vec![Effect::Scroll { down }],
            other => self.take_small(other),
        }
        Vec::new()
    }

    /// What only opens, closes or notes something.
    fn take_small(&mut self, msg: Msg) {
        match msg {
            Msg::PanelToggled(panel) => self.panel = (self.panel != Some(panel)).then_some(panel),
            Msg::Closed => self.close(),
            Msg::ClaimToggled(number) => {
                self.open_claim = (self.open_claim != Some(number)).then_some(number);
            }
            Msg::FoldToggled(number) => {
                self.open_fold = (self.open_fold != Some(number)).then_some(number);
            }
            Msg::FullscreenChanged(on) => self.fullscreen = on,
            Msg::Measured { above, below } => self.scroll = Scroll { above, below },
            Msg::NoticesRead => self.notices.clear(),
            _ => {}
        }
    }

    // The deck.

    fn take_deck(&mut self, parsed: Parsed<Deck>, base: String) -> Vec<Effect> {
        if parsed.value.slides.is_empty() {
            self.failure = Some(Failure::Empty);
            self.diagnostics = parsed.diagnostics;
            return Vec::new();
        }
        let old = self.deck.replace(Rc::new(parsed.value));
        self.diagnostics = parsed.diagnostics;
        self.base = base;
        self.failure = None;
        if let Some(deck) = &self.deck {
            self.index = Index::new(deck);
            self.language = deck.about.lang.as_deref().map_or(self.language, Language::of_tag);
        }
        match old {
            Some(old) => {
                self.keep_place(&old);
                Vec::new()
            }
            None => {
                let opened_at = std::mem::take(&mut self.address);
                self.take_address(opened_at)
            }
        }
    }

    /// After a reload of the deck: the same slide by its id, the sides and the lens where they still
    /// exist.
    fn keep_place(&mut self, old: &Deck) {
        let Some(deck) = self.deck.clone() else { return };
        let id = old.slides.get(self.slide).map(|slide| slide.id.as_str().to_owned());
        let same = id.and_then(|id| self.index.get(&id)).map(|place| place.slide);
        self.slide = same.unwrap_or(self.slide).min(deck.slides.len() - 1);
        if old.about.sides.len() != deck.about.sides.len() {
            self.sides = SideSet::all(deck.about.sides.len());
        }
        if old.about.moments != deck.about.moments {
            self.lens = Lens::opening(&deck.about);
        }
        self.target = None;
    }

    fn take_failure(&mut self, file: String, failure: Failure) {
        self.file = file;
        self.failure = Some(failure);
    }

    // The address.

    fn take_address(&mut self, address: Address) -> Vec<Effect> {
        let Some(deck) = self.deck.clone() else {
            self.address = address;
            return Vec::new();
        };
        self.notices.clear();
        self.sides = self.sides_of(address.sides.as_deref(), &deck);
        self.lens = self.lens_of(address.as_of.as_deref(), &deck);
        self.theme = self.theme_of(address.theme.as_deref());
        if let Some(view) = address.view.clone().filter(|view| view != "slides") {
            self.notices.push(("view", view));
        }
        let found = self.index.get(&address.fragment);
        if found.is_none() && !address.fragment.is_empty() {
            self.notices.push(("#", address.fragment.clone()));
        }
        let place = found.unwrap_or(Place { slide: 0, item: None, side: None });
        let effects = self.go_to_place(place, address.as_of.is_none());
        self.judge();
        self.step = self.step_of(address.step.as_deref());
        self.address = Address { others: address.others, ..Address::default() };
        effects
    }

    fn sides_of(&mut self, text: Option<&str>, deck: &Deck) -> SideSet {
        let all = SideSet::all(deck.about.sides.len());
        let Some(text) = text else { return all };
        let sides: Vec<Option<SideIndex>> = text.split(',').map(|id| deck.side(id)).collect();
        let known = SideSet::of(sides.iter().copied().flatten());
        if sides.contains(&None) {
            self.notices.push(("sides", text.to_owned()));
        }
        if known.is_empty() { all } else { known }
    }

    fn lens_of(&mut self, text: Option<&str>, deck: &Deck) -> Lens {
        let opening = Lens::opening(&deck.about);
        let Some(text) = text else { return opening };
        Lens::of_text(text, &deck.about).unwrap_or_else(|| {
            self.notices.push(("as-of", text.to_owned()));
            opening
        })
    }

    fn theme_of(&mut self, text: Option<&str>) -> Theme {
        let Some(text) = text else { return Theme::Auto };
        Theme::of_name(text).unwrap_or_else(|| {
            self.notices.push(("theme", text.to_owned()));
            Theme::Auto
        })
    }

    fn step_of(&mut self, text: Option<&str>) -> u32 {
        let Some(text) = text else { return 0 };
        let step = text.parse().ok();
        if step.is_none() {
            self.notices.push(("step", text.to_owned()));
        }
        step.unwrap_or(0).min(self.tables.items.steps)
    }

    /// The address of the present state; what is as at the start is left out.
    fn own_address(&self) -> Address {
        let Some(deck) = &self.deck else { return self.address.clone() };
        let is_first = self.slide == 0 && self.target.is_none();
        let sides = deck.about.sides.iter().zip(0..).filter(|(_, at)| self.sides.contains(SideIndex(*at)));
        let sides: Vec<&str> = sides.map(|(side, _)| side.id.as_str()).collect();
        Address {
            view: None,
            sides: (sides.len() < deck.about.sides.len()).then(|| sides.join(",")),
            as_of: (self.lens != Lens::opening(&deck.about)).then(|| self.lens.text(&deck.about)),
            theme: (self.theme != Theme::Auto).then(|| self.theme.name().to_owned()),
            step: (self.step > 0).then(|| self.step.to_string()),
            others: self.address.others.clone(),
            fragment: self.target_id().filter(|_| !is_first).map(|id| id.0.clone()).unwrap_or_default(),
        }
    }

    // Moving.

    /// The slides that are walked through.
    fn shown(&self) -> Vec<usize> {
        let slides = self.deck.as_ref().map(|deck| deck.slides.as_slice()).unwrap_or_default();
        slides.iter().enumerate().filter(|(_, slide)| !slide.hidden).map(|(at, _)| at).collect()
    }

    fn go_next(&mut self) {
        self.black = false;
        if self.step < self.tables.items.steps {
            self.step += 1;
            self.announce_step();
            return;
        }
        let next = self.shown().into_iter().find(|slide| *slide > self.slide);
        self.go_to_shown(next);
    }

    /// Back: the step before, else the slide before with all its steps.
    fn go_back(&mut self) {
        self.black = false;
        if self.step > 0 {
            self.step -= 1;
            self.announce_step();
            return;
        }
        if let Some(slide) = self.shown().into_iter().rev().find(|slide| *slide < self.slide) {
            self.go_to_shown(Some(slide));
            // Judging makes it the last step of the slide.
            self.step = u32::MAX;
        }
    }

    fn go_to_shown(&mut self, slide: Option<usize>) {
        let Some(slide) =
            slide.filter(|slide| self.deck.as_ref().is_some_and(|deck| *slide < deck.slides.len()))
        else {
            return;
        };
        self.black = false;
        self.target = None;
        if slide != self.slide {
            self.slide = slide;
            self.step = 0;
            self.announce_slide();
        }
    }

    fn follow(&mut self, id: &str) -> Vec<Effect> {
        match self.index.get(id) {
            Some(place) => self.go_to_place(place, true),
            None => Vec::new(),
        }
    }

    /// Goes to a slide or claim. A claim's side is switched on; where the claim would be hidden and
    /// the lens may move, it moves to the last moment if the claim is shown then.
    fn go_to_place(&mut self, place: Place, lens_may_move: bool) -> Vec<Effect> {
        self.go_to_shown(Some(place.slide));
        self.step = 0;
        let Some(item) = place.item else { return Vec::new() };
        self.target = Some(item);
        if let Some(side) = place.side {
            self.sides = self.sides.with(side);
        }
        if lens_may_move && self.is_hidden_now(place) {
            self.lens = self.last_moment().unwrap_or(self.lens);
        }
        self.judge();
        let state = self.tables.items.items.get(item.index());
        self.step = state.map_or(0, |state| state.step);
        let holder = self.tables.items.items.iter().position(|state| state.folded.contains(&item));
        self.open_fold = holder.and_then(|at| u32::try_from(at).ok()).map(crate::model::content::ItemNumber);
        vec![Effect::ShowTarget]
    }

    fn is_hidden_now(&self, place: Place) -> bool {
        let Some((slide, item)) = self.present_slide().zip(place.item) else { return false };
        let is_hidden = |day| {
            let judged = self.judged(slide, self.sides, day);
            judged.items.get(item.index()).is_some_and(|state| state.place == ItemPlace::Hidden)
        };
        let last = self.moments().map(|(_, last)| last);
        is_hidden(self.day()) && last.is_some_and(|last| !is_hidden(last))
    }

    fn last_moment(&self) -> Option<Lens> {
        let moments = &self.deck.as_ref()?.about.moments;
        let last = moments.iter().enumerate().max_by_key(|(_, moment)| moment.day.date(self.today))?;
        Some(Lens::Moment(last.0))
    }

    // Sides, lens, theme.

    fn toggle_side(&mut self, side: SideIndex) {
        let Some(deck) = self.deck.clone() else { return };
        let Some(toggled) = deck.about.sides.get(side.index()) else { return };
        let controls = self.language.controls();
        match self.sides.toggled(side) {
            Some(sides) => {
                self.sides = sides;
                self.shift += 1;
                self.announcement = (controls.announce_side)(&toggled.name, sides.contains(side));
            }
            None => self.announcement = controls.last_side_stays.to_owned(),
        }
    }

    fn show_all_sides(&mut self) {
        let all = SideSet::all(self.deck.as_ref().map_or(0, |deck| deck.about.sides.len()));
        if all != self.sides {
            self.sides = all;
            self.shift += 1;
            self.language.controls().announce_all_sides.clone_into(&mut self.announcement);
        }
    }

    fn go_to_next_moment(&mut self) {
        let next = self.deck.as_ref().and_then(|deck| self.lens.next_moment(&deck.about, self.today));
        self.set_lens(next.unwrap_or(self.lens));
    }

    fn set_lens(&mut self, lens: Lens) {
        if lens == self.lens {
            return;
        }
        let before = std::mem::take(&mut self.tables.items);
        self.lens = lens;
        self.judge();
        let was = |at: usize, freshness: Freshness| {
            before.items.get(at).is_some_and(|state| state.freshness == freshness)
        };
        let now = self.tables.items.items.iter().enumerate();
        let begun = now
            .clone()
            .filter(|(at, state)| state.freshness == Freshness::Current && was(*at, Freshness::Upcoming));
        let ended =
            now.filter(|(at, state)| state.freshness == Freshness::Ended && !was(*at, Freshness::Ended));
        let (ended, begun) = (ended.count(), begun.count());
        let name = self.lens_name();
        self.announcement = (self.language.controls().announce_lens)(&name, ended, begun);
    }

    /// What the lens's day is called.
    pub(super) fn lens_name(&self) -> String {
        let moment = match (self.lens, &self.deck) {
            (Lens::Moment(at), Some(deck)) => deck.about.moments.get(at).map(|moment| moment.name.clone()),
            _ => None,
        };
        moment.unwrap_or_else(|| self.day().to_string())
    }

    fn set_theme(&mut self, theme: Theme) {
        self.theme = theme;
        let controls = self.language.controls();
        let name = super::screen::theme_name(controls, theme);
        self.announcement = (controls.announce_theme)(name);
    }

    fn set_black(&mut self, on: bool) {
        self.black = on;
        if on {
            self.language.controls().announce_black.clone_into(&mut self.announcement);
        } else {
            self.announce_slide();
        }
    }

    /// Closes the innermost open thing.
    fn close(&mut self) {
        if self.panel.take().is_none() && self.open_claim.take().is_none() {
            self.notices.clear();
        }
    }

    // Announcements.

    fn announce_slide(&mut self) {
        let Some(slide) = self.present_slide() else { return };
        let (number, all) = self.progress();
        let controls = self.language.controls();
        let title = title_or(slide, controls.untitled);
        self.announcement = (controls.announce_slide)(number, all, &title);
    }

    fn announce_step(&mut self) {
        self.announcement = (self.language.controls().announce_step)(self.step, self.tables.items.steps);
    }
}

/// The title of a slide as plain text.
pub(super) fn title_or(slide: &Slide, untitled: &str) -> String {
    let title = plain_text(&slide.title);
    if title.is_empty() { untitled.to_owned() } else { title }
}
