//! Steps that the tests of the quiz share: going to a question, answering it, waiting for what comes.

use crate::page::Page;

/// The quiz as of the talk, when most of the questions part the sides.
pub const QUIZ: &str = "?view=quiz&as-of=2020-10-08";

/// The questions of the shipped deck that are asked then, in order.
pub const QUESTIONS: [&str; 13] = [
    "q-cloud",
    "q-nodeless",
    "q-nap",
    "q-pod-firewall",
    "q-system",
    "q-replace",
    "q-dns",
    "q-internal-lb",
    "q-kubectl",
    "q-pod-density",
    "q-cp-ha",
    "q-onprem",
    "q-cost",
];

/// Those that are asked at the last moment.
pub const QUESTIONS_NOW: [&str; 8] =
    ["q-cloud", "q-pod-firewall", "q-system", "q-replace", "q-dns", "q-pod-density", "q-cp-ha", "q-cost"];

pub const VERDICT: &str = "the verdict";

impl Page {
    /// Waits for a slide, a question of the quiz, or the verdict.
    pub fn wait_for_place(&self, place: &str) {
        self.wait_for(&format!("see.place() === '{place}'"), &format!("`{place}`"));
    }

    /// Waits for a question of the quiz or the verdict in its address too, where Back finds it.
    pub fn wait_for_entry(&self, place: &str) {
        self.wait_for_place(place);
        let fragment = if place == VERDICT { "verdict" } else { place };
        self.wait_for(&format!("location.hash === '#{fragment}'"), &format!("`{place}` in the address"));
    }

    pub fn wait_for_chosen(&self, option: &str) {
        self.wait_for(&format!("see.chosen() === '{option}'"), &format!("the option `{option}` chosen"));
    }

    pub fn wait_for_weight(&self, importance: &str) {
        self.wait_for(&format!("see.weight() === '{importance}'"), &format!("the importance `{importance}`"));
    }

    /// Presses Tab until something has the focus.
    pub fn tab_to(&self, condition: &str) {
        for _ in 0..60 {
            self.press("Tab");
            if self.holds(condition) {
                return;
            }
        }
        panic!("Tab doesn't lead to {condition}: {}", self.value("see.summary()"));
    }

    /// From the verdict, whose Home and End are those of a page that scrolls, to the quiz's first question.
    pub fn go_to_first_question(&self) {
        self.press("ArrowLeft");
        self.wait_for_place("q-cost");
        self.press("Home");
        self.wait_for_place("q-cloud");
    }

    /// Answers the first questions as of the talk by their options' numbers, from the quiz's first question on.
    pub fn answer(&self, options: &str) {
        for (question, option) in QUESTIONS.iter().zip(options.chars()) {
            self.wait_for_place(question);
            if option != '-' {
                self.press(&option.to_string());
                self.wait_for("see.chosen()", "an option chosen");
            }
            self.press("PageDown");
        }
    }

    /// The quiz, its first questions answered (`-` for one that is left out), and then the verdict.
    pub fn open_verdict(rest: &str, options: &str) -> Self {
        let page = Self::open(rest);
        page.answer(options);
        if options.len() < QUESTIONS.len() {
            page.press("End");
        }
        page.wait_for_place(VERDICT);
        page.settle();
        page
    }
}
