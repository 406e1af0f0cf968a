//! The pair of windows: what one tells the other, and what it hears.

use crate::app::address::Address;
use crate::app::effect::{Effect, Kept};
use crate::app::pair::{Other, Role};
use crate::app::state::State;
use crate::app::view::View;

/// How often a question may stay without an answer until the other window counts as gone.
const PATIENCE: u8 = 3;

impl State {
    pub(super) fn tell(&self, kind: char, what: &str) -> Effect {
        Effect::Tell(format!("{}{kind}{what}", self.presenter.pair.role.sign()))
    }

    /// What the other window has to be told after a change.
    pub(super) fn position_update(&mut self) -> Option<Effect> {
        if self.presenter.pair.role == Role::Alone || self.deck.is_none() {
            return None;
        }
        let position = self.position_text();
        if position == self.presenter.pair.known {
            return None;
        }
        self.presenter.pair.known.clone_from(&position);
        Some(self.tell('=', &position))
    }

    pub(super) fn press_speaker(&mut self) -> Vec<Effect> {
        // The audience's window has the name that its reader gave it: it can't be brought to the front.
        let has_window = self.host.page.is_some() && !self.host.embed.is_embedded;
        if !has_window || (self.is_speaker() && self.presenter.pair.other == Other::There) {
            return Vec::new();
        }
        let mut effects = Vec::new();
        if self.presenter.pair.role == Role::Alone {
            self.presenter.pair.role = Role::Audience;
            self.presenter.pair.is_settled = true;
            self.presenter.pair.known = self.position_text();
            effects.push(Effect::Keep(Kept::Pair, self.presenter.pair.id.clone()));
            effects.push(self.tell('h', ""));
        }
        self.presenter.pair.is_blocked = false;
        let name = self.presenter.pair.window_name();
        effects.extend(self.other_window().map(|address| Effect::OpenWindow { name, address }));
        effects
    }

    pub(super) fn hear(&mut self, text: &str) -> Vec<Effect> {
        let (Some(sign), Some(kind)) = (text.get(..1), text.get(1..2)) else { return Vec::new() };
        if self.presenter.pair.role == Role::Alone {
            return Vec::new();
        }
        let rest = &text[2..];
        if sign == self.presenter.pair.role.sign() {
            return self.hear_double(kind);
        }
        self.presenter.pair.other = Other::There;
        // A window that leaves may only be reloading: it counts as gone when the next question has no answer.
        self.presenter.pair.unanswered = if kind == "b" { PATIENCE } else { 0 };
        self.presenter.pair.is_blocked = false;
        match kind {
            "h" if self.deck.is_some() => {
                let mut effects = vec![self.tell('=', &self.position_text()), self.tell_clock()];
                effects.extend(self.tell_scroll());
                effects
            }
            "s" => {
                self.hear_scroll(rest);
                Vec::new()
            }
            "v" => {
                let mut effects = vec![Effect::Scroll { down: rest == "1", is_far: true }];
                effects.extend(self.tell_scroll());
                effects
            }
            "e" if self.nav.view == View::Slides => vec![Effect::ScrollToEnd { down: true }],
            "c" => self.hear_clock(rest),
            "p" => vec![self.tell('o', "")],
            "=" => self.take_position(rest),
            _ => Vec::new(),
        }
    }

    /// The audience's window holds the speaker's clock, so that a speaker who comes again finds it.
    pub(super) fn tell_clock(&self) -> Effect {
        self.tell(
            'c',
            &if self.is_speaker() { self.presenter.clock.text() } else { self.presenter.pair.clock.clone() },
        )
    }

    fn hear_clock(&mut self, text: &str) -> Vec<Effect> {
        if !self.is_speaker() {
            text.clone_into(&mut self.presenter.pair.clock);
            Vec::new()
        } else if text.is_empty() {
            vec![self.tell_clock()]
        } else {
            self.presenter.clock.take_text(text);
            self.keep_clock()
        }
    }

    /// Another window has this role: a tab that was duplicated. The one that was there first keeps it.
    fn hear_double(&mut self, kind: &str) -> Vec<Effect> {
        match kind {
            "h" if self.presenter.pair.is_settled => vec![self.tell('t', "")],
            "t" if !self.presenter.pair.is_settled => {
                self.presenter.pair.role = Role::Alone;
                // A talk of its own needs a channel of its own.
                self.presenter.pair.id.push('+');
                vec![Effect::Keep(Kept::Pair, String::new())]
            }
            _ => Vec::new(),
        }
    }

    fn take_position(&mut self, text: &str) -> Vec<Effect> {
        let (Some(black), Some(address)) = (text.get(..1), text.get(1..)) else { return Vec::new() };
        let (query, fragment) = address.split_at(address.find('#').unwrap_or(address.len()));
        let step = self.nav.step;
        let place = (self.nav.slide, self.nav.view, self.nav.target);
        let mut effects = self.go_to_address(&Address::parse(query, fragment));
        // What one window opened, the other need not know.
        self.display.notices.clear();
        self.display.black = black == "1";
        if place == (self.nav.slide, self.nav.view, self.nav.target) {
            // The focus stays where the reader has it.
            effects.retain(|effect| {
                !matches!(effect, Effect::ShowQuestion | Effect::ShowCursor | Effect::ShowTarget)
            });
            if step != self.nav.step {
                self.announce_step();
            }
        }
        self.update_tables();
        self.presenter.pair.known = self.position_text();
        effects
    }

    /// Asks whether the other window is still there. Nothing is concluded from a few answers that are late:
    /// machines sleep.
    pub(super) fn take_pulse(&mut self) -> Vec<Effect> {
        if self.presenter.pair.role == Role::Alone {
            return Vec::new();
        }
        self.presenter.pair.is_settled = true;
        if self.presenter.pair.other == Other::There {
            self.presenter.pair.unanswered += 1;
            if self.presenter.pair.unanswered > PATIENCE {
                self.presenter.pair.other = Other::Gone;
            }
        }
        vec![self.tell('p', "")]
    }

    /// Joins as soon as there is a deck to look at. Who joins takes the position of who is there.
    pub(super) fn join_pair(&mut self) -> Option<Effect> {
        self.presenter.pair.known = self.position_text();
        (self.presenter.pair.role != Role::Alone).then(|| self.tell('h', ""))
    }

    pub(super) fn leave_pair(&self) -> Vec<Effect> {
        let is_paired = self.presenter.pair.role != Role::Alone;
        is_paired.then(|| self.tell('b', "")).into_iter().collect()
    }
}
