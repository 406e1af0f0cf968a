//! From an address to the state and back.

use crate::analysis::index::Place;
use crate::app::address::Address;
use crate::app::effect::Effect;
use crate::app::embed::Only;
use crate::app::lens::Lens;
use crate::app::notice::Notice;
use crate::app::printing::Paper;
use crate::app::sides::SideSet;
use crate::app::state::State;
use crate::app::theme::Theme;
use crate::app::view::View;
use crate::model::claim::SideIndex;
use crate::model::deck::Deck;

impl State {
    pub(super) fn take_address(&mut self, mut address: Address) -> Vec<Effect> {
        if self.deck.is_none() {
            self.host.address = address;
            return Vec::new();
        }
        self.display.notices.clear();
        self.display.theme = self.theme_of(address.theme.as_deref());
        self.rendering.paper = self.paper_of(address.print.as_deref());
        if let Some(code) = address.answers.clone() {
            self.take_code(&code);
        }
        self.date_old_link(&mut address);
        let keeps_quiz = self.host.embed.only == Some(Only::Quiz) && self.has_quiz();
        if keeps_quiz && address.view.is_none() {
            // What the address says of a position is of the part that is kept to.
            address.view = Some(View::Quiz.name().to_owned());
        }
        // An address leads anywhere; what is kept to is found again below.
        let only = self.host.embed.only.take();
        let mut effects = self.go_to_address(&address);
        self.host.address = Address { others: address.others, ..Address::default() };
        if self.host.embed.is_embedded && self.host.page.is_none() {
            // It was the attributes that told the position.
            self.warn_of(0);
        }
        self.host.embed.only = only;
        effects.extend(self.go_to_kept_view());
        effects
    }

    /// When links to the quiz were of version 1, it opened at the first moment; such a link without a day still does.
    fn date_old_link(&mut self, address: &mut Address) {
        let opening = self.opening_lens(View::Slides);
        let is_quiz = address.view.as_deref().and_then(View::of_name).is_some_and(View::is_quiz);
        let Some(deck) = self.deck.as_ref().filter(|_| is_quiz && address.is_undated) else { return };
        if opening != self.opening_lens(View::Quiz) {
            let day = opening.text(&deck.about);
            self.display.notices.push(Notice::UndatedLink(day.clone()));
            address.as_of = Some(day);
        }
    }

    /// Takes the position that an address tells: view, slide, step, sides and lens.
    pub(in crate::app) fn go_to_address(&mut self, address: &Address) -> Vec<Effect> {
        let Some(deck) = self.deck.clone() else { return Vec::new() };
        self.sides = self.sides_of(address.sides.as_deref(), &deck);
        let view = self.view_of(address.view.as_deref());
        let lens = self.lens_of(address.as_of.as_deref(), view, &deck);
        *if view.is_quiz() { &mut self.quiz.lens } else { &mut self.lens_state.slides } = lens;
        let is_there = view == self.nav.view;
        if !is_there || view.is_quiz() {
            self.nav.view = View::Slides;
        }
        let found = self.index.get(&address.fragment);
        if found.is_none() && !address.fragment.is_empty() {
            self.ignore("#", &address.fragment);
        }
        let place = found.unwrap_or(Place { slide: self.first_slide(), item: None, side: None });
        let mut effects = self.go_to_place(place, address.as_of.is_none() && !view.is_quiz());
        self.update_tables();
        if let Some(step) = self.step_of(address.step.as_deref()) {
            self.nav.step = step;
        }
        if !is_there || view.is_quiz() {
            effects.extend(self.take_view(view));
            if !view.is_text() {
                self.nav.back = self.nav.home;
            }
        }
        effects
    }

    /// Tells that a part of the address means nothing here.
    pub(super) fn ignore(&mut self, key: &'static str, value: &str) {
        self.display.notices.push(Notice::Meaningless(key, value.to_owned()));
    }

    pub(super) fn sides_of(&mut self, text: Option<&str>, deck: &Deck) -> SideSet {
        let all = SideSet::all(deck.about.sides.len());
        let Some(text) = text else { return all };
        let sides: Vec<Option<SideIndex>> = text.split(',').map(|id| deck.side(id)).collect();
        let known = SideSet::of(sides.iter().copied().flatten());
        if sides.contains(&None) {
            self.ignore("sides", text);
        }
        if known.is_empty() { all } else { known }
    }

    /// The lens of an address for the view that it shows.
    pub(super) fn lens_of(&mut self, text: Option<&str>, view: View, deck: &Deck) -> Lens {
        let opening = self.opening_lens(view);
        let Some(text) = text else { return opening };
        Lens::of_text(text, &deck.about).unwrap_or_else(|| {
            self.ignore("as-of", text);
            opening
        })
    }

    pub(super) fn theme_of(&mut self, text: Option<&str>) -> Theme {
        let Some(text) = text else { return Theme::Auto };
        Theme::of_name(text).unwrap_or_else(|| {
            self.ignore("theme", text);
            Theme::Auto
        })
    }

    pub(super) fn view_of(&mut self, text: Option<&str>) -> View {
        let Some(text) = text else { return self.nav.home };
        self.view_named(text).unwrap_or_else(|| {
            self.ignore("view", text);
            self.nav.home
        })
    }

    fn paper_of(&mut self, text: Option<&str>) -> Option<Paper> {
        let text = text?;
        let paper = Paper::of_name(text);
        if paper.is_none() {
            self.ignore("print", text);
        }
        paper
    }

    fn step_of(&mut self, text: Option<&str>) -> Option<u32> {
        let text = text?;
        let step: Option<u32> = text.parse().ok();
        if step.is_none() {
            self.ignore("step", text);
        }
        step.map(|step| step.min(self.tables.items.steps))
    }

    /// The step at which an address without one opens: that of the claim which it names.
    fn opening_step(&self) -> u32 {
        let item = self.nav.target.and_then(|number| self.tables.items.items.get(number.index()));
        item.map_or(0, |item| item.step)
    }

    /// The lens of a view as an address tells it; nothing if it is the one with which the view opens.
    pub(in crate::app) fn lens_text(&self, view: View) -> Option<String> {
        let lens = self.lens_of_view(view);
        let about = &self.deck.as_ref()?.about;
        (lens != self.opening_lens(view)).then(|| lens.text(about))
    }

    /// The address of the present state; what is as at the start is left out.
    pub(in crate::app) fn own_address(&self) -> Address {
        let Some(deck) = &self.deck else { return self.host.address.clone() };
        let is_slides = self.nav.view == View::Slides;
        let is_first =
            self.nav.view.is_text() && self.nav.slide == self.first_slide() && self.nav.target.is_none();
        let sides = deck.about.sides.iter().zip(0..).filter(|(_, at)| self.sides.contains(SideIndex(*at)));
        let view = (self.nav.view != self.nav.home).then(|| self.nav.view.name().to_owned());
        let sides: Vec<&str> = sides.map(|(side, _)| side.id.as_str()).collect();
        Address {
            view: if self.is_speaker() { Some("speaker".to_owned()) } else { view },
            sides: (sides.len() < deck.about.sides.len()).then(|| sides.join(",")),
            // The speaker's window opens with the slides; the rest of the position is told to it.
            as_of: self.lens_text(if self.is_speaker() { View::Slides } else { self.nav.view }),
            theme: (self.display.theme != Theme::Auto).then(|| self.display.theme.name().to_owned()),
            step: (is_slides && self.nav.step != self.opening_step()).then(|| self.nav.step.to_string()),
            print: self.rendering.paper.map(|paper| paper.name().to_owned()),
            pair: self.is_speaker().then(|| self.presenter.pair.id.clone()),
            others: self.host.address.others.clone(),
            fragment: self.target_id().filter(|_| !is_first).map(|id| id.0.clone()).unwrap_or_default(),
            answers: None,
            is_undated: false,
        }
    }
}
