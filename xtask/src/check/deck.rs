//! One deck: its diagnostics, and its claims that are due for review.

use kurabe::analysis::freshness::{is_due, last_check};
use kurabe::analysis::topics::topics;
use kurabe::diagnostic::{Diagnostic, Severity, plain};
use kurabe::model::claim::Claim;
use kurabe::model::content::{Item, first_paragraph, plain_text};
use kurabe::model::date::Date;
use kurabe::model::deck::About;
use kurabe::read::read;
use kurabe::words::Language;
use serde::Serialize;

/// The text of a claim without an id is told up to so many characters.
const LONGEST: usize = 40;

/// What was found in a deck.
pub struct CheckedDeck {
    pub file: String,
    source: String,
    pub diagnostics: Vec<Diagnostic>,
    pub claims: usize,
    pub due: Vec<Due>,
    /// The deck says neither when its claims were checked nor after how long they are due.
    pub is_never_due: bool,
}

/// A claim that is due for review.
#[derive(Debug, PartialEq, Eq, Serialize)]
pub struct Due {
    pub line: u32,
    pub id: Option<String>,
    pub text: String,
    /// The day of the last check, and the one since when it is due.
    pub checked: String,
    pub since: String,
}

impl CheckedDeck {
    /// Reads a deck; review is judged on `day`.
    pub fn read(file: String, source: String, day: Date) -> Self {
        let parsed = read(&source);
        let deck = &parsed.value;
        let mut due = Vec::new();
        let mut claims = 0;
        for place in topics(deck).iter().flat_map(|topic| &topic.claims) {
            claims += 1;
            let Some(item) = place.item(deck) else { continue };
            // What has ended needs no review, and what has not begun can't be checked yet.
            let claim =
                item.claim.as_ref().filter(|claim| place.holds(day) && is_due(claim, &deck.about, day));
            due.extend(claim.and_then(|claim| Due::of(item, claim, &deck.about)));
        }
        let is_never_due = deck.about.review_after.is_none() || deck.about.checked.is_none();
        Self { file, source, claims, due, is_never_due, diagnostics: parsed.diagnostics }
    }

    pub fn count(&self, severity: Severity) -> usize {
        self.diagnostics.iter().filter(|diagnostic| diagnostic.severity() == severity).count()
    }

    /// The diagnostics as people read them.
    pub fn diagnostics_text(&self) -> String {
        plain::print(&self.file, &self.source, &self.diagnostics, Language::EN)
    }

    /// A line with all figures.
    pub fn summary(&self) -> String {
        let mut parts = Vec::new();
        for (count, name) in
            [(self.count(Severity::Error), "error"), (self.count(Severity::Warning), "warning")]
        {
            if count > 0 {
                parts.push(plural(count, name));
            }
        }
        if parts.is_empty() {
            parts.push("no problems".to_owned());
        }
        parts.push(plural(self.claims, "claim"));
        parts.push(if self.is_never_due {
            "review can't be due: `review-after` or `checked` is missing".to_owned()
        } else {
            format!("{} due for review", self.due.len())
        });
        format!("{}: {}\n", self.file, parts.join(", "))
    }
}

impl Due {
    fn of(item: &Item, claim: &Claim, about: &About) -> Option<Self> {
        let checked = last_check(claim, about)?;
        let text = plain_text(first_paragraph(&item.blocks));
        Some(Self {
            line: item.line,
            id: claim.id.as_ref().map(|id| id.0.clone()),
            text: text.chars().take(LONGEST).collect(),
            checked: checked.to_string(),
            since: checked.plus_months(about.review_after?).to_string(),
        })
    }

    pub fn line(&self, file: &str) -> String {
        let name = self.id.as_ref().map_or_else(|| format!("\"{}\"", self.text), |id| format!("#{id}"));
        format!(
            "{file}:{}: {name} was checked on {} and is due since {}\n",
            self.line, self.checked, self.since
        )
    }
}

fn plural(count: usize, name: &str) -> String {
    format!("{count} {name}{}", if count == 1 { "" } else { "s" })
}
