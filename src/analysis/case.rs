//! A deck's questions with a reader's answers on a day, and the words for them.

use super::answers::{Answer, Importance, Said};
use super::evidence::{Evidence, evidence};
use super::index::Index;
use super::verdict::{Gain, MIN_LEAD_PERCENT, Outcome, Quiz, Tally};
use crate::model::content::plain_text;
use crate::model::date::Date;
use crate::model::deck::{Deck, Slide};
use crate::model::quiz::{Choice, Question};
use crate::words::quiz::QuizWords;
use crate::words::{Language, fill};

/// What a verdict is about.
pub struct Case<'c> {
    pub deck: &'c Deck,
    pub index: &'c Index,
    pub language: Language,
    pub answers: &'c [Answer],
    pub day: Date,
    pub today: Date,
    /// The questions as they count on the day.
    pub quiz: Quiz,
    questions: Vec<&'c Question>,
    slides: Vec<&'c Slide>,
}

impl<'c> Case<'c> {
    pub fn new(
        deck: &'c Deck,
        index: &'c Index,
        language: Language,
        answers: &'c [Answer],
        [day, today]: [Date; 2],
    ) -> Self {
        let slides: Vec<&Slide> = deck.slides.iter().filter(|slide| slide.question.is_some()).collect();
        let questions: Vec<&Question> = slides.iter().filter_map(|slide| slide.question.as_ref()).collect();
        let quiz = Quiz::on(day, &questions, deck.about.sides.len());
        Self { deck, index, language, answers, day, today, quiz, questions, slides }
    }

    /// The questions as they count on another day.
    pub fn quiz_on(&self, day: Date) -> Quiz {
        Quiz::on(day, &self.questions, self.quiz.sides)
    }

    /// What the answers add up to.
    pub fn tally(&self) -> Tally {
        self.quiz.tally(self.answers)
    }

    /// What was said to a question, and how much it matters.
    pub fn answered(&self, question: usize) -> Answer {
        self.answers.get(question).copied().unwrap_or_default()
    }

    /// The slide of a question.
    pub fn slide(&self, question: usize) -> Option<&'c Slide> {
        self.slides.get(question).copied()
    }

    pub fn evidence(&self, question: usize) -> Vec<Evidence<'c>> {
        self.slide(question).map(|slide| evidence(self.deck, self.index, slide, self.day)).unwrap_or_default()
    }

    // In words.

    pub fn words(&self) -> &'static QuizWords {
        self.language.quiz()
    }

    pub fn title(&self, question: usize) -> String {
        let title = self.slide(question).map(|slide| plain_text(&slide.title)).unwrap_or_default();
        if title.is_empty() { self.language.controls().untitled.to_owned() } else { title }
    }

    pub fn option(&self, question: usize, option: usize) -> Option<&'c Choice> {
        self.questions.get(question)?.options.get(option)
    }

    pub fn importance(&self, importance: Importance) -> &'static str {
        let [none, normal, much] = self.language.quiz().importances;
        match importance {
            Importance::NotAtAll => none,
            Importance::Normal => normal,
            Importance::ALot => much,
        }
    }

    /// What was answered.
    pub fn answer(&self, question: usize, said: Said) -> String {
        match said {
            Said::Nothing => self.words().unanswered.to_owned(),
            Said::Unknown => self.language.quiz().unknown.to_owned(),
            Said::Option(option) => {
                self.option(question, option).map(|option| plain_text(&option.text)).unwrap_or_default()
            }
        }
    }

    pub fn side(&self, side: usize) -> &'c str {
        self.deck.about.sides.get(side).map(|side| side.name.as_str()).unwrap_or_default()
    }

    /// "A and B", "A, B and C".
    pub fn sides(&self, sides: &[usize]) -> String {
        let mut text = String::new();
        for (at, side) in sides.iter().enumerate() {
            let joint = if at + 1 == sides.len() { self.words().and } else { self.words().comma };
            text.push_str(if at == 0 { "" } else { joint });
            text.push_str(self.side(*side));
        }
        text
    }

    /// A verdict as one or two sentences: the premise, and what the other answers add up to.
    pub fn told(&self, tally: &Tally) -> Vec<String> {
        let sentence = self.sentence(tally);
        match self.premise(tally) {
            Some(premise) => vec![premise, fill(self.words().other_answers, &[&sentence])],
            None => vec![sentence],
        }
    }

    /// The sides that the reader starts from, as a sentence; nothing without a premise.
    pub fn premise(&self, tally: &Tally) -> Option<String> {
        let words = self.words();
        let sides = tally.premise();
        if sides.is_empty() {
            return None;
        }
        let mut sentence = fill(words.premise, &[&self.sides(&sides)]);
        let out: Vec<usize> = sides.into_iter().filter(|side| tally.ruled_out[*side] > 0).collect();
        if !out.is_empty() {
            sentence.push_str(&fill(words.premise_ruled_out, &[&self.sides(&out)]));
        }
        Some(sentence)
    }

    /// A verdict as a sentence.
    pub fn sentence(&self, tally: &Tally) -> String {
        let words = self.words();
        match tally.outcome() {
            Outcome::Open => words.open.to_owned(),
            Outcome::Leaning(side) => {
                fill(words.leaning, &[&self.side(side), &tally.lead(), &tally.lead_percent()])
            }
            Outcome::Either(sides) => fill(words.either, &[&self.sides(&sides), &MIN_LEAD_PERCENT]),
            Outcome::OnlyOne(side) => fill(words.only_one, &[&self.side(side)]),
            Outcome::NoneLeft => words.none_left.to_owned(),
        }
    }

    /// A verdict in a word or two.
    pub fn short(&self, outcome: &Outcome) -> String {
        let words = self.words();
        match outcome {
            Outcome::Open => words.short_open.to_owned(),
            Outcome::Leaning(side) => fill(words.short_leaning, &[&self.side(*side)]),
            Outcome::Either(sides) if sides.len() < self.deck.about.sides.len() => {
                format!("{} ({})", words.short_either, self.sides(sides))
            }
            Outcome::Either(_) => words.short_either.to_owned(),
            Outcome::OnlyOne(side) => fill(words.short_only_one, &[&self.side(*side)]),
            Outcome::NoneLeft => words.short_none_left.to_owned(),
        }
    }

    /// What an answer gave: the sides that it names first or rules out, and the points that are not 0, as in "GKE +3,
    /// EKS −1".
    pub fn given(&self, gain: &Gain) -> String {
        let words = self.words();
        let mut parts: Vec<String> = Vec::new();
        for side in (0..self.quiz.sides).filter(|side| gain.first[*side]) {
            parts.push(fill(words.puts_first, &[&self.side(side)]));
        }
        for side in (0..self.quiz.sides).filter(|side| gain.rules_out[*side]) {
            parts.push(fill(words.rules_out, &[&self.side(side)]));
        }
        for (side, points) in gain.points.iter().enumerate().filter(|(_, points)| **points != 0) {
            // A real minus, so that a line never breaks behind it.
            let sign = if *points < 0 { '\u{2212}' } else { '+' };
            parts.push(fill(words.gives, &[&self.side(side), &sign, &points.unsigned_abs()]));
        }
        if parts.is_empty() { words.gives_nothing.to_owned() } else { parts.join(words.comma) }
    }
}
