//! The quiz's part of the state: which slides ask, and what was answered.

use super::answer_code::{Trouble, decode, encode};
use super::lens::Lens;
use super::notice::Notice;
use super::state::State;
use super::view::View;
use crate::analysis::answers::Answer;
use crate::analysis::case::Case;
use crate::model::content::Figure;
use crate::model::deck::Deck;

#[derive(Debug, Default)]
pub struct QuizState {
    /// The places of the slides with a question, in order.
    pub slides: Vec<usize>,
    /// One for each of them.
    pub answers: Vec<Answer>,
    /// The lens of the quiz and its verdict.
    pub lens: Lens,
    /// The answers as a code for links; empty where none was given.
    pub code: String,
    /// The outcome in the reader's own words, for the decision record.
    pub words: String,
    /// Whether the last copying worked, in words; empty as soon as something else happens.
    pub status: &'static str,
    /// The reader wants the answers to be remembered on the device.
    pub remembers: bool,
}

impl State {
    /// The question that is on the screen.
    pub fn question_here(&self) -> Option<usize> {
        self.question_at(self.nav.slide)
    }

    /// The question of a slide, where questions can be answered.
    pub fn question_at(&self, slide: usize) -> Option<usize> {
        let at = self.quiz.slides.iter().position(|other| *other == slide);
        at.filter(|_| matches!(self.nav.view, View::Slides | View::Quiz))
    }

    pub fn has_quiz(&self) -> bool {
        !self.quiz.slides.is_empty()
    }

    /// The slide on which the deck's author places the verdict.
    pub(super) fn verdict_slide(&self) -> Option<usize> {
        self.deck.as_ref()?.slides.iter().position(|slide| slide.has_figure(Figure::Verdict))
    }

    /// The questions that are walked through on the day of the quiz's lens.
    pub(super) fn asked_questions(&self) -> Vec<usize> {
        self.deck.as_ref().map(|deck| self.quiz_case(deck).asked()).unwrap_or_default()
    }

    /// The number of the question on the screen among those that are asked, and how many these are. One that isn't
    /// asked has the number of the one before it; the verdict is the last.
    #[inline(never)]
    pub fn question_number(&self) -> (usize, usize) {
        let asked = self.asked_questions();
        let until_here =
            asked.iter().filter(|question| self.question_here().is_none_or(|here| **question <= here));
        (until_here.count().max(1), asked.len())
    }

    /// What the quiz is about, whatever view is on the screen.
    pub fn quiz_case<'c>(&'c self, deck: &'c Deck) -> Case<'c> {
        let day = self.quiz.lens.day(&deck.about, self.today);
        Case::new(deck, &self.index, self.language, &self.quiz.answers, [day, self.today])
    }

    /// What a verdict is about as of the view on the screen.
    pub fn case<'c>(&'c self, deck: &'c Deck) -> Case<'c> {
        Case::new(deck, &self.index, self.language, &self.quiz.answers, [self.day(), self.today])
    }

    /// Takes the questions of a deck that was read; the answers are kept as far as it has their questions.
    pub(super) fn take_questions(&mut self) {
        let Some(deck) = self.deck.clone() else { return };
        let slides = deck.slides.iter().enumerate().filter(|(_, slide)| slide.question.is_some());
        self.quiz.slides = slides.map(|(at, _)| at).collect();
        let answers = decode(&deck, &self.quiz.code).answers;
        self.set_answers(&deck, answers);
    }

    /// Takes the answers out of a link. Those that were remembered stay so, and are no longer written over.
    pub(super) fn take_code(&mut self, code: &str) {
        let Some(deck) = self.deck.clone() else { return };
        let decoded = decode(&deck, code);
        self.display.notices.extend(decoded.trouble.map(Notice::Link));
        if decoded.trouble != Some(Trouble::Version) {
            self.quiz.remembers &= decoded.answers == self.quiz.answers;
            self.set_answers(&deck, decoded.answers);
        }
    }

    pub(super) fn set_answers(&mut self, deck: &Deck, answers: Vec<Answer>) {
        self.quiz.answers = answers;
        self.quiz.code = encode(deck, &self.quiz.answers);
    }
}
