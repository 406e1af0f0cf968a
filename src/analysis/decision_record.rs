//! The decision record: what was asked, answered and found, for a team's repository.
//!
//! As Markdown it has the headings of MADR 4 (Markdown Architectural Decision Records,
//! <https://adr.github.io/madr/>), in English in every language, since tools look for them. As JSON it is
//! told in `docs/decision-record.schema.json`. How the decision is worded is left to the reader: his text
//! stands in it as it is.

use super::case::Case;
use super::even::Since;
use super::evidence::Evidence;
use super::freshness::Freshness;
use super::json::JsonWriter;
use super::markdown::{escape, markdown};
use super::verdict::{Outcome, Tally, given_by};
use crate::analysis::answers::{Answer, Said};
use crate::model::claim::{SideIndex, Source};
use crate::model::content::{Address, Inline, plain_text};
use crate::model::date::Date;
use crate::words::fill;

/// What is on record beside the case.
pub struct Wording<'w> {
    /// The outcome in the reader's words; possibly empty.
    pub outcome: &'w str,
    /// The address at which the same answers can be looked at, if there is one.
    pub link: Option<&'w str>,
}

/// A part of a record, to be written as Markdown or drawn.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Part {
    /// The level is 1 to 3.
    Heading(u8, String),
    Paragraph(String),
    /// Markdown as the reader wrote it.
    Verbatim(String),
    Item(Vec<Inline>),
}

/// A record on its way: what it is about, and the parts so far.
struct Recorder<'r, 'c> {
    case: &'r Case<'c>,
    tally: Tally,
    /// What the counted answers rest on and still holds, each claim once.
    evidence: Vec<Evidence<'c>>,
    parts: Vec<Part>,
}

/// The record of a case.
pub fn decision_record(case: &Case<'_>, wording: &Wording<'_>) -> Vec<Part> {
    let words = case.words();
    let all: Vec<usize> = (0..case.quiz.sides).collect();
    let mut record = Recorder { case, tally: case.tally(), evidence: used_evidence(case), parts: Vec::new() };
    record.heading(1, &fill(words.record_title, &[&case.sides(&all)]));
    record.heading(2, "Context and Problem Statement");
    let title = case.deck.about.title.as_deref().unwrap_or_default();
    record.paragraph(&fill(words.record_context, &[&title, &case.sides(&all), &case.day]));
    record.heading(2, "Decision Drivers");
    record.drivers();
    record.heading(2, "Considered Options");
    all.iter().for_each(|side| record.item(case.side(*side)));
    record.heading(2, "Decision Outcome");
    match wording.outcome.trim() {
        "" => record.paragraph(words.record_no_words),
        outcome => record.parts.push(Part::Verbatim(outcome.to_owned())),
    }
    if let Some(premise) = case.premise(&record.tally) {
        record.paragraph(&premise);
    }
    let outcome = case.short(&record.tally.outcome());
    let mut told = fill(words.record_outcome, &[&case.day, &outcome]);
    if let Some(lead) = lead(&record.tally) {
        told.push_str(&fill(words.record_lead, &[&lead, &record.tally.points]));
    }
    record.paragraph(&told);
    record.paragraph(words.caveat);
    record.heading(2, "Pros and Cons of the Options");
    all.iter().for_each(|side| record.side(*side));
    record.heading(2, "More Information");
    record.more(wording);
    record.parts
}

/// The lead, where sides are compared by their points: not where all but one are ruled out.
fn lead(tally: &Tally) -> Option<i64> {
    matches!(tally.outcome(), Outcome::Leaning(_) | Outcome::Either(_)).then(|| tally.lead())
}

/// A record as a Markdown file, dated on `date`.
pub fn record_markdown(parts: &[Part], date: Date) -> String {
    let mut out = format!("---\nstatus: proposed\ndate: {date}\n---\n");
    let mut in_list = false;
    for part in parts {
        let is_item = matches!(part, Part::Item(_));
        if !(in_list && is_item) {
            out.push('\n');
        }
        in_list = is_item;
        match part {
            Part::Heading(level, heading) => {
                (0..*level).for_each(|_| out.push('#'));
                out.push(' ');
                escape(heading, &mut out);
            }
            Part::Paragraph(paragraph) => escape(paragraph, &mut out),
            Part::Verbatim(text) => out.push_str(text),
            Part::Item(item) => {
                out.push_str("* ");
                out.push_str(&markdown(item));
            }
        }
        out.push('\n');
    }
    out
}

fn used_evidence<'c>(case: &Case<'c>) -> Vec<Evidence<'c>> {
    let mut used: Vec<Evidence<'c>> = Vec::new();
    for (question, answer) in case.answers.iter().enumerate() {
        if answer.counted().is_none() {
            continue;
        }
        for found in case.evidence(question) {
            let is_new = used.iter().all(|other| other.id != found.id);
            if is_new && found.claim.is_some() && found.freshness != Freshness::Ended {
                used.push(found);
            }
        }
    }
    used
}

fn text(text: &str) -> Inline {
    Inline::Text(text.to_owned())
}

impl Recorder<'_, '_> {
    fn heading(&mut self, level: u8, heading: &str) {
        self.parts.push(Part::Heading(level, heading.to_owned()));
    }

    fn paragraph(&mut self, paragraph: &str) {
        self.parts.push(Part::Paragraph(paragraph.to_owned()));
    }

    fn item(&mut self, item: &str) {
        self.parts.push(Part::Item(vec![text(item)]));
    }

    /// An item of a template around a text with markup.
    fn item_around(&mut self, template: &str, inner: &[Inline]) {
        let (before, after) = template.split_once("{0}").unwrap_or((template, ""));
        let mut item = vec![text(before)];
        item.extend_from_slice(inner);
        item.push(text(after));
        self.parts.push(Part::Item(item));
    }

    /// The questions whose answers count, with their importance, and those in which all sides are equal.
    fn drivers(&mut self) {
        let case = self.case;
        let parting =
            |(question, answer): &(usize, &Answer)| answer.counted().is_some() && case.quiz.parts(*question);
        for (question, answer) in case.answers.iter().enumerate().filter(parting) {
            let (title, said) = (case.title(question), case.answer(question, answer.said));
            self.item(&fill(
                case.words().record_driver,
                &[&title, &case.importance(answer.importance), &said],
            ));
        }
        for question in 0..case.answers.len() {
            if let Some(since) = case.even_since(question) {
                self.item(&fill(case.words().record_even, &[&case.title(question), &case.since(since)]));
            }
        }
    }

    /// A side's points and the claims about it: for it, against it, or neither.
    fn side(&mut self, side: usize) {
        let words = self.case.words();
        self.heading(3, self.case.side(side));
        let mut points = fill(words.record_points, &[&self.tally.scores[side]]);
        if self.tally.ruled_out[side] > 0 {
            points = format!("{points} ({})", self.case.language.quiz().is_ruled_out);
        }
        self.paragraph(&points);
        self.claims(Some(side));
    }

    fn claims(&mut self, side: Option<usize>) {
        let words = self.case.words();
        for at in 0..self.evidence.len() {
            let one = &self.evidence[at];
            if one.side().map(SideIndex::index) != side {
                continue;
            }
            let template = match (side, one.task()) {
                (None, _) => words.record_shared,
                (_, Some(true)) => words.record_good,
                (_, Some(false)) => words.record_bad,
                (_, None) => words.record_neutral,
            };
            let mut inner = vec![text(&format!("{}: ", one.topic()))];
            inner.extend(one.text());
            self.item_around(template, &inner);
        }
    }

    /// What is shared, the sources, when all of it is due for review, and where to see it again.
    fn more(&mut self, wording: &Wording<'_>) {
        let words = self.case.words();
        self.claims(None);
        for source in sources(&self.evidence) {
            let link = Inline::Link {
                address: source.address.clone(),
                title: String::new(),
                content: vec![text(&source.text), text(&format!(" ({})", source.address.host()))],
            };
            self.item_around(words.record_sources, &[link]);
        }
        let dates = [
            (words.record_checked, self.case.deck.about.checked),
            (words.record_review, review(self.case, &self.evidence)),
        ];
        for (template, date) in dates {
            if let Some(date) = date {
                self.item(&fill(template, &[&date]));
            }
        }
        if let Some(link) = wording.link {
            let address = Address(link.to_owned());
            self.item_around(
                words.record_link,
                &[Inline::Link { address, title: String::new(), content: vec![text(link)] }],
            );
        }
    }
}

/// The sources of the claims, each address once.
fn sources<'c>(evidence: &[Evidence<'c>]) -> Vec<&'c Source> {
    let mut found: Vec<&Source> = Vec::new();
    for seen in evidence.iter().filter_map(|one| one.claim.as_ref()) {
        for source in &seen.claim.sources {
            if found.iter().all(|other| other.address != source.address) {
                found.push(source);
            }
        }
    }
    found
}

/// The day on which the first of the claims is due for review.
fn review(case: &Case<'_>, evidence: &[Evidence<'_>]) -> Option<Date> {
    let months = case.deck.about.review_after?;
    evidence.iter().filter_map(|one| one.checked(case.deck)).min().map(|day| day.plus_months(months))
}

// As JSON.

/// The version of the JSON's form.
const VERSION: i64 = 2;

/// The record as JSON. Dates are ISO 8601, points are integers.
pub fn record_json(case: &Case<'_>, wording: &Wording<'_>) -> String {
    let about = &case.deck.about;
    let (evidence, tally) = (used_evidence(case), case.tally());
    let mut json = JsonWriter::default();
    json.open("", '{');
    json.number("kurabeDecisionRecord", VERSION);
    json.text("status", "proposed");
    json.text("date", &case.today.to_string());
    json.maybe("deck", about.title.as_deref());
    json.text("language", about.lang.as_deref().unwrap_or(case.language.tag()));
    json.text("asOf", &case.day.to_string());
    maybe_date(&mut json, "checked", about.checked);
    maybe_date(&mut json, "reviewBy", review(case, &evidence));
    json.maybe("link", wording.link);
    json.maybe("decision", Some(wording.outcome.trim()).filter(|words| !words.is_empty()));
    write_outcome(&mut json, case, &tally);
    json.open("sides", '[');
    (0..case.quiz.sides).for_each(|side| write_side(&mut json, case, &tally, side));
    json.close(']');
    json.open("questions", '[');
    (0..case.answers.len()).for_each(|question| write_question(&mut json, case, question));
    json.close(']');
    json.open("claims", '[');
    evidence.iter().for_each(|one| write_claim(&mut json, case, one));
    json.close(']');
    json.close('}');
    json.written()
}

fn maybe_date(json: &mut JsonWriter, name: &str, date: Option<impl ToString>) {
    json.maybe(name, date.map(|date| date.to_string()).as_deref());
}

fn side_id<'c>(case: &Case<'c>, side: usize) -> &'c str {
    case.deck.about.sides.get(side).map(|side| side.id.as_str()).unwrap_or_default()
}

fn write_outcome(json: &mut JsonWriter, case: &Case<'_>, tally: &Tally) {
    let (kind, ahead) = match tally.outcome() {
        Outcome::Open => ("open", Vec::new()),
        Outcome::Leaning(side) => ("leaning", vec![side]),
        Outcome::Either(sides) => ("either", sides),
        Outcome::OnlyOne(side) => ("only-one", vec![side]),
        Outcome::NoneLeft => ("none-left", Vec::new()),
    };
    json.open("outcome", '{');
    json.open("premise", '[');
    tally.premise().into_iter().for_each(|side| json.text("", side_id(case, side)));
    json.close(']');
    json.text("kind", kind);
    json.open("sides", '[');
    ahead.iter().for_each(|side| json.text("", side_id(case, *side)));
    json.close(']');
    json.number("lead", tally.lead());
    json.number("pointsInPlay", tally.points);
    json.text("sentence", &case.sentence(tally));
    json.close('}');
}

fn write_side(json: &mut JsonWriter, case: &Case<'_>, tally: &Tally, side: usize) {
    json.open("", '{');
    json.text("id", side_id(case, side));
    json.text("name", case.side(side));
    json.number("points", tally.scores[side]);
    json.open("ruledOutBy", '[');
    for (question, answer) in case.answers.iter().enumerate() {
        if case.quiz.gain(question, *answer).is_some_and(|gain| gain.rules_out[side]) {
            json.text("", question_id(case, question));
        }
    }
    json.close(']');
    json.close('}');
}

fn question_id<'c>(case: &Case<'c>, question: usize) -> &'c str {
    case.slide(question).map(|slide| slide.id.as_str()).unwrap_or_default()
}

fn write_question(json: &mut JsonWriter, case: &Case<'_>, question: usize) {
    let answer = case.answered(question);
    let (answered, option) = match answer.said {
        Said::Nothing => ("no", None),
        Said::Unknown => ("unknown", None),
        Said::Option(option) => ("yes", Some(option)),
    };
    json.open("", '{');
    json.text("id", question_id(case, question));
    json.text("question", &case.title(question));
    json.number("importance", answer.importance.factor());
    json.text("answered", answered);
    json.maybe(
        "option",
        option.and_then(|option| case.option(question, option)).map(|option| option.id.as_str()),
    );
    json.maybe("answer", option.map(|_| case.answer(question, answer.said)).as_deref());
    let since = case.even_since(question).map(|since| match since {
        Since::Always => "always".to_owned(),
        Since::Day(day) => day.to_string(),
    });
    json.maybe("equalSince", since.as_deref());
    json.open("points", '{');
    if let Some(gain) = given_by(&case.quiz, question, answer) {
        for (side, points) in gain.points.iter().enumerate() {
            json.number(side_id(case, side), *points);
        }
    }
    json.close('}');
    json.open("evidence", '[');
    case.evidence(question).iter().for_each(|one| json.text("", one.id));
    json.close(']');
    json.close('}');
}

fn write_claim(json: &mut JsonWriter, case: &Case<'_>, evidence: &Evidence<'_>) {
    let period = evidence.period().unwrap_or_default();
    json.open("", '{');
    json.text("id", evidence.id);
    json.maybe("side", evidence.side().map(|side| side_id(case, side.index())));
    json.maybe("mark", evidence.task().map(|can| if can { "can" } else { "cannot" }));
    json.text("text", &plain_text(&evidence.text()));
    maybe_date(json, "from", period.from.map(|from| from.date));
    maybe_date(json, "until", period.until.map(|until| until.date));
    maybe_date(json, "checked", evidence.checked(case.deck));
    json.open("sources", '[');
    if let Some(seen) = &evidence.claim {
        seen.claim.sources.iter().for_each(|source| json.text("", &source.address.0));
    }
    json.close(']');
    json.close('}');
}
