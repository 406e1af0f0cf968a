//! What is shown, as texts that are handed out: the matrix as CSV, Markdown and JSON, the changes as Markdown.

use super::screen::{ChangesScreen, ClaimView, Frame, MatrixScreen, cell_mark, whole_matrix};
use super::state::State;
use crate::analysis::json::JsonWriter;
use crate::analysis::markdown::markdown;
use crate::analysis::matrix::CellMark;
use crate::model::claim::Id;
use crate::model::content::{Item, first_paragraph, plain_text};
use crate::words::Language;

/// The forms of the matrix.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    Csv,
    Markdown,
    Json,
}

impl State {
    /// The matrix as it is shown, with all its rows.
    pub fn matrix_text(&self, form: Form) -> Option<String> {
        let deck = self.deck.as_ref()?;
        let screen = whole_matrix(self, deck);
        Some(match form {
            Form::Csv => csv(&screen),
            Form::Markdown => table(&screen),
            Form::Json => json(self, &screen),
        })
    }
}

/// Lines that end with CR and LF (RFC 4180), after a byte order mark, by which spreadsheets know UTF-8. Each side has a
/// column for its mark and one for its claims, a claim a line.
fn csv(screen: &MatrixScreen) -> String {
    let says = screen.frame.language.comparing();
    let mut out = "\u{feff}".to_owned();
    let mut head = vec![says.section.to_owned(), says.topic.to_owned()];
    for column in &screen.columns {
        head.push(format!("{} ({})", column.name, says.mark));
        head.push(column.name.clone());
    }
    if screen.has_shared {
        head.push(says.shared.to_owned());
    }
    csv_line(&mut out, &head);
    for row in &screen.rows {
        let mut line = vec![row.section.clone(), row.topic.clone()];
        for (at, cell) in row.cells.iter().enumerate() {
            let is_shared = at >= screen.columns.len();
            if is_shared && !screen.has_shared {
                continue;
            }
            if !is_shared {
                line.push(cell.mark.map_or("", |mark| sign(screen.frame.language, mark)).to_owned());
            }
            line.push(texts(&screen.frame, &cell.claims, "\n", |frame, claim, item| {
                let mut text = plain_text(first_paragraph(&item.blocks));
                for source in item.claim.iter().flat_map(|claim| &claim.sources) {
                    add(&mut text, &[" <", &source.address.resolved(&frame.base), ">"]);
                }
                with_period(text, claim)
            }));
        }
        csv_line(&mut out, &line);
    }
    out
}

fn csv_line(out: &mut String, fields: &[String]) {
    for (at, field) in fields.iter().enumerate() {
        out.push_str(if at == 0 { "" } else { "," });
        // A field that a spreadsheet would take for a formula stays a text.
        let is_formula = field.starts_with(['=', '+', '-', '@', '\t', '\r']);
        out.push('"');
        out.push_str(if is_formula { "'" } else { "" });
        for c in field.chars() {
            if c == '"' {
                out.push('"');
            }
            out.push(c);
        }
        out.push('"');
    }
    out.push_str("\r\n");
}

/// A table of GitHub Flavored Markdown.
fn table(screen: &MatrixScreen) -> String {
    let says = screen.frame.language.comparing();
    let mut out = format!("# {}\n\n{}\n\n", screen.frame.heading, screen.frame.tally);
    let mut head = vec![says.topic.to_owned()];
    head.extend(screen.columns.iter().map(|column| column.name.clone()));
    if screen.has_shared {
        head.push(says.shared.to_owned());
    }
    let rule = vec!["---".to_owned(); head.len()];
    for line in [head, rule] {
        add(&mut out, &["| ", &line.join(" | "), " |\n"]);
    }
    for row in &screen.rows {
        let mut line = vec![escaped(&row.topic)];
        for (at, cell) in row.cells.iter().enumerate() {
            if at >= screen.columns.len() && !screen.has_shared {
                continue;
            }
            let claims = texts(&screen.frame, &cell.claims, "<br>", |_, claim, item| {
                escaped(&claim_markdown(screen.frame.language, claim, item))
            });
            let mark = cell.mark.map_or("", |mark| sign(screen.frame.language, mark));
            let joint = if mark.is_empty() || claims.is_empty() { "" } else { "<br>" };
            line.push(format!("{mark}{joint}{claims}"));
        }
        add(&mut out, &["| ", &line.join(" | "), " |\n"]);
    }
    out
}

fn escaped(text: &str) -> String {
    let mut out = String::new();
    for c in text.chars() {
        match c {
            '|' => out.push_str("\\|"),
            '\n' => out.push(' '),
            c => out.push(c),
        }
    }
    out
}

/// The mark, the text, the sources that it doesn't link to, the period.
fn claim_markdown(language: Language, claim: &ClaimView, item: &Item) -> String {
    let controls = language.controls();
    let mark = item.task.map_or("", |task| if task { controls.can.sign } else { controls.cannot.sign });
    let space = if mark.is_empty() { "" } else { " " };
    let mut text = format!("{mark}{space}{}", markdown(first_paragraph(&item.blocks)));
    for source in &claim.sources {
        add(&mut text, &[" [", &source.text, "](<", &source.address.0, ">)"]);
    }
    with_period(text, claim)
}

fn add(text: &mut String, parts: &[&str]) {
    parts.iter().for_each(|part| text.push_str(part));
}

fn with_period(text: String, claim: &ClaimView) -> String {
    if claim.period.is_empty() { text } else { format!("{text} ({})", claim.period) }
}

/// The texts of claims with a joint between each two.
fn texts(
    frame: &Frame,
    claims: &[ClaimView],
    joint: &str,
    text: impl Fn(&Frame, &ClaimView, &Item) -> String,
) -> String {
    let mut all = Vec::new();
    for claim in claims {
        let slide = frame.deck.0.slides.get(claim.slide);
        all.extend(slide.and_then(|slide| slide.item(claim.number)).map(|item| text(frame, claim, item)));
    }
    all.join(joint)
}

fn sign(language: Language, mark: CellMark) -> &'static str {
    cell_mark(language, mark).sign
}

/// The format is documented in `docs/matrix.md`.
fn json(state: &State, screen: &MatrixScreen) -> String {
    let mut json = JsonWriter::default();
    let deck = &screen.frame.deck.0;
    json.open("", '{');
    json.text("format", "kurabe-matrix");
    json.number("version", 1);
    json.maybe("title", deck.about.title.as_deref());
    json.text("language", screen.frame.language.tag());
    json.text("asOf", &state.day().to_string());
    json.open("sides", '[');
    for column in &screen.columns {
        json.open("", '{');
        json.text("id", &deck.about.sides[column.side.index()].id);
        json.text("name", &column.name);
        json.close('}');
    }
    json.close(']');
    json.open("topics", '[');
    for row in &screen.rows {
        json.open("", '{');
        json.text("section", &row.section);
        json.text("topic", &row.topic);
        json.text("slide", row.link.trim_start_matches('#'));
        json.open("cells", '[');
        for (at, cell) in row.cells.iter().enumerate() {
            if cell.claims.is_empty() {
                continue;
            }
            let side = screen.columns.get(at).map(|column| deck.about.sides[column.side.index()].id.as_str());
            json.open("", '{');
            json.maybe("side", side);
            json.maybe("mark", cell.mark.map(mark_name));
            json.open("claims", '[');
            for claim in &cell.claims {
                json_claim(&mut json, &screen.frame, claim);
            }
            json.close(']');
            json.close('}');
        }
        json.close(']');
        json.close('}');
    }
    json.close(']');
    json.close('}');
    json.written()
}

fn mark_name(mark: CellMark) -> &'static str {
    match mark {
        CellMark::Can => "can",
        CellMark::Cannot => "cannot",
        CellMark::Partly => "partly",
    }
}

fn json_claim(json: &mut JsonWriter, frame: &Frame, view: &ClaimView) {
    let slide = frame.deck.0.slides.get(view.slide);
    let Some(item) = slide.and_then(|slide| slide.item(view.number)) else { return };
    let Some(claim) = &item.claim else { return };
    let date = |bound: Option<crate::model::date::Bound>| bound.map(|bound| bound.date.to_string());
    let (from, until) = (claim.period.and_then(|it| it.from), claim.period.and_then(|it| it.until));
    json.open("", '{');
    json.maybe("id", claim.id.as_ref().map(Id::as_str));
    json.text("text", &plain_text(first_paragraph(&item.blocks)));
    json.maybe("mark", item.task.map(|task| if task { "can" } else { "cannot" }));
    json.maybe("from", date(from).as_deref());
    json.maybe("until", date(until).as_deref());
    json.open("sources", '[');
    for source in &claim.sources {
        json.text("", &source.address.resolved(&frame.base));
    }
    json.close(']');
    json.close('}');
}

/// The changes as Markdown: what ended struck through, what replaced it behind an arrow.
pub fn changes_text(screen: &ChangesScreen) -> String {
    let says = screen.frame.language.comparing();
    let mut out = format!("# {}\n\n{}\n", screen.heading, screen.sum);
    if !screen.limits.is_empty() {
        add(&mut out, &["\n", &screen.limits, "\n"]);
    }
    for topic in &screen.topics {
        add(&mut out, &["\n## ", &topic.name, "\n\n"]);
        for (ended, new) in &topic.changes {
            let text = |claims: &[ClaimView]| {
                texts(&screen.frame, claims, " / ", |_, claim, item| {
                    claim_markdown(screen.frame.language, claim, item)
                })
            };
            let side = side_name(&screen.frame, ended.first().or(new.first()));
            let what = match (ended.is_empty(), new.is_empty()) {
                (false, false) => format!("{}: ~~{}~~ → {}", says.replaced, text(ended), text(new)),
                (true, _) => format!("{}: {}", says.new, text(new)),
                _ => format!("{}: ~~{}~~", says.ended, text(ended)),
            };
            add(&mut out, &["- ", &side, &what, "\n"]);
        }
        add(&mut out, &["- ", &topic.unchanged, "\n"]);
    }
    out
}

/// The side of a claim, with a space behind it.
fn side_name(frame: &Frame, view: Option<&ClaimView>) -> String {
    let item = view.and_then(|view| frame.deck.0.slides.get(view.slide)?.item(view.number));
    let side = item.and_then(|item| item.claim.as_ref()?.side);
    let about = side.and_then(|side| frame.deck.0.about.sides.get(side.index()));
    about.map(|about| format!("**{}** ", about.name)).unwrap_or_default()
}
