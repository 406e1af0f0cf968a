//! The quiz: moving through its questions, answering them, and what is done with the answers.

use super::nav::Walk;
use crate::analysis::answers::{Answer, Said};
use crate::analysis::decision_record::{Wording, decision_record, record_json, record_markdown};
use crate::app::effect::{Effect, Kept};
use crate::app::msg::{QuizMsg, RecordUse};
use crate::app::quiz::QuizState;
use crate::app::state::State;
use crate::app::view::View;
use crate::words::fill;

impl State {
    /// The question with which the quiz goes on: the one on the screen, else the first that was neither
    /// answered nor skipped by "I don't know".
    pub(super) fn entry_question(&self) -> usize {
        let asked = self.asked_questions();
        let is_open = |question: &&usize| self.quiz.answers[**question].said == Said::Nothing;
        let first = asked.iter().find(is_open).or(asked.first());
        self.question_here().or(first.copied()).unwrap_or(0)
    }

    pub(super) fn go_to_question(&mut self, question: usize) -> Vec<Effect> {
        let Some(slide) = self.quiz.slides.get(question).copied() else { return Vec::new() };
        self.enter(View::Quiz);
        self.go_to_shown(Some(slide));
        // Nothing on a question waits for a step: judging makes it the slide's last one.
        self.nav.step = u32::MAX;
        let (number, all) = self.question_number();
        self.display.announcement = fill(self.language.quiz().question, &[&number, &all]);
        vec![Effect::ShowQuestion]
    }

    pub(super) fn show_verdict(&mut self) -> Vec<Effect> {
        self.enter(View::Verdict);
        self.go_to_shown(self.verdict_slide().or(Some(self.nav.slide)));
        self.nav.step = u32::MAX;
        self.announce_verdict();
        vec![Effect::ShowQuestion]
    }

    pub(super) fn announce_verdict(&mut self) {
        if let Some(deck) = &self.deck {
            let case = self.case(deck);
            self.display.announcement = case.told(&case.tally()).join(" ");
        }
    }

    /// Moving within the quiz. The verdict is its end.
    pub(super) fn walk_quiz(&mut self, walk: Walk) -> Vec<Effect> {
        let asked = self.asked_questions();
        let here = self.question_here();
        let to = match walk {
            Walk::Next => asked.iter().find(|question| here.is_some_and(|here| **question > here)),
            Walk::Previous => asked.iter().rfind(|question| here.is_none_or(|here| **question < here)),
            Walk::First => asked.first(),
            Walk::Last => None,
        };
        match (walk, to) {
            (_, Some(question)) => self.go_to_question(*question),
            (Walk::Next | Walk::Last, None) if here.is_some() => self.show_verdict(),
            (Walk::Next | Walk::Previous | Walk::First | Walk::Last, None) => Vec::new(),
        }
    }

    // Answering.

    pub(super) fn handle_quiz(&mut self, msg: QuizMsg) -> Vec<Effect> {
        match msg {
            QuizMsg::Question(question) => return self.go_to_question(question),
            QuizMsg::Answer(said) => self.answer(|answer| answer.said = said),
            QuizMsg::Importance(importance) => self.answer(|answer| answer.importance = importance),
            QuizMsg::StartOver => return self.start_over(),
            QuizMsg::Saved(code) => {
                // What is saved isn't written over by a tab that has other answers, unless the reader says so.
                self.quiz.remembers = self.quiz.code.is_empty() || self.quiz.code.get(1..) == code.get(1..);
                self.find_answers(&code);
            }
            QuizMsg::ToggleRemember => return self.toggle_remembering(),
            QuizMsg::Outcome(words) => self.quiz.words = words,
            QuizMsg::CopyLink => return self.link().map(Effect::Copy).into_iter().collect(),
            QuizMsg::Record(how) => return self.record_effect(how).into_iter().collect(),
            QuizMsg::ShareScores => {
                self.host.verdicts_told += 1;
                self.quiz.status = self.language.quiz().told;
            }
        }
        Vec::new()
    }

    /// Answers that were kept; those that are there already count for more.
    pub(super) fn find_answers(&mut self, code: &str) {
        if self.quiz.code.is_empty() {
            code.clone_into(&mut self.quiz.code);
            self.take_questions();
        }
    }

    /// The answers are kept for the tab and, where the reader wants it, on the device. In a page of another's nothing is
    /// kept that he doesn't ask for.
    pub(super) fn kept_answers(&self) -> Vec<Effect> {
        let code = || self.quiz.code.clone();
        let in_tab = (!self.host.embed.is_embedded).then(|| Effect::Keep(Kept::Answers, code()));
        let on_device = self.quiz.remembers.then(|| Effect::Remember(Some(code())));
        in_tab.into_iter().chain(on_device).collect()
    }

    fn answer(&mut self, change: impl Fn(&mut Answer)) {
        let (Some(deck), Some(question)) = (self.deck.clone(), self.question_here()) else { return };
        let mut answers = self.quiz.answers.clone();
        let options = self.quiz.slides.get(question).and_then(|slide| deck.slides[*slide].question.as_ref());
        let count = options.map_or(0, |question| question.options.len());
        let Some(answer) = answers.get_mut(question) else { return };
        change(answer);
        if matches!(answer.said, Said::Option(option) if option >= count) {
            return;
        }
        self.announce_answer(question, answer.said);
        self.set_answers(&deck, answers);
    }

    fn announce_answer(&mut self, question: usize, said: Said) {
        let Some(deck) = self.deck.clone() else { return };
        let text = self.case(&deck).answer(question, said);
        self.display.announcement = fill(self.language.quiz().announce_option, &[&text]);
    }

    fn start_over(&mut self) -> Vec<Effect> {
        let Some(deck) = self.deck.clone() else { return Vec::new() };
        self.display.panel = None;
        self.quiz.words.clear();
        self.set_answers(&deck, vec![Answer::default(); self.quiz.slides.len()]);
        let effects = if self.nav.view.is_quiz() { self.walk_quiz(Walk::First) } else { Vec::new() };
        self.language.quiz().announce_start_over.clone_into(&mut self.display.announcement);
        effects
    }

    fn toggle_remembering(&mut self) -> Vec<Effect> {
        let QuizState { remembers, code, .. } = &mut self.quiz;
        *remembers = !*remembers;
        let kept = remembers.then(|| code.clone());
        let words = self.language.quiz();
        let said = if kept.is_some() { words.announce_remembered } else { words.announce_forgotten };
        said.clone_into(&mut self.display.announcement);
        vec![Effect::Remember(kept)]
    }

    // Sharing.

    /// The link to the verdict with answers, importance and lens.
    pub fn link(&self) -> Option<String> {
        let mut address = self.own_address();
        address.view = Some(View::Verdict.name().to_owned());
        // The day is told in any case: which moment is the last one may change with the deck.
        address.as_of = self.deck.as_ref().map(|deck| self.quiz.lens.text(&deck.about));
        address.answers = Some(self.quiz.code.clone()).filter(|code| !code.is_empty());
        if self.nav.view != View::Verdict {
            address.fragment.clear();
        }
        Some(format!("{}{}", self.host.page.as_ref()?, address.text()))
    }

    fn record_effect(&mut self, how: RecordUse) -> Option<Effect> {
        let deck = self.deck.clone()?;
        let case = self.quiz_case(&deck);
        let link = self.link();
        let wording = Wording { outcome: &self.quiz.words, link: link.as_deref() };
        let markdown = || record_markdown(&decision_record(&case, &wording), self.today);
        Some(match how {
            RecordUse::DownloadMarkdown => Effect::Download {
                name: "decision-record.md".to_owned(),
                media_type: "text/markdown",
                text: markdown(),
            },
            RecordUse::DownloadJson => Effect::Download {
                name: "decision-record.json".to_owned(),
                media_type: "application/json",
                text: record_json(&case, &wording),
            },
            RecordUse::Copy => Effect::Copy(markdown()),
            RecordUse::Print => Effect::Print,
        })
    }
}
