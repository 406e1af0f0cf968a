//! The verdict: scores as bars and figures, reasons with their evidence, what would change it.

use super::blocks::Brush;
use super::button::{Button, wide};
use super::details::fact_list;
use super::inlines::inlines;
use super::item::task_mark;
use super::pen::Pen;
use super::quiz::{open_page, start_over};
use super::record::copying_status;
use super::slide::title;
use crate::app::msg::{Msg, NavMsg, Panel, QuizMsg, UiMsg};
use crate::app::screen::{
    Bar, EvidenceView, Flips, Moments, PointView, Reason, SideCase, SlideScreen, Stroke, Summary,
    VerdictScreen,
};
use crate::app::view::View;
use crate::words::quiz::QuizWords;
use crate::words::{Language, fill};

/// The verdict in full.
pub fn verdict(pen: &mut Pen, verdict: &VerdictScreen) {
    let screen = &verdict.slide;
    let says = screen.language.quiz();
    open_page(pen, "verdict scroller").class("article", "slide-text");
    match screen.slide().filter(|_| verdict.has_slide) {
        Some(slide) => title(pen, screen, slide),
        None => {
            pen.class("h1", "title")
                .attr("id", "slide-title")
                .attr("tabindex", "-1")
                .words(says.verdict)
                .close();
        }
    }
    let lang = screen.language.tag();
    pen.open("div").attr("lang", lang);
    sentences(pen, &verdict.summary);
    pen.close().class("div", "cases").attr("lang", lang);
    for case in &verdict.cases {
        side_case(pen, case, screen);
    }
    pen.close().open("div").attr("lang", lang);
    scores(pen, &verdict.summary, screen.language.quiz());
    pen.close();
    actions(pen, verdict, says);
    let is_counted = !verdict.summary.bars.is_empty();
    pen.open("div").attr("lang", lang);
    if !verdict.reasons.is_empty() {
        reasons(pen, verdict, says);
    }
    pen.close();
    caveat(pen, verdict, says);
    pen.open("div").attr("lang", lang);
    if is_counted {
        changes(pen, verdict, says);
        moments(pen, &verdict.moments, screen.language);
    }
    share(pen, verdict, says);
    pen.close().close().close().close();
}

/// The sentence, a bar a side with its figure, and what was counted.
pub fn summary(pen: &mut Pen, summary: &Summary, says: &'static QuizWords) {
    pen.class("div", "summary");
    sentences(pen, summary);
    scores(pen, summary, says);
    pen.close();
}

fn sentences(pen: &mut Pen, summary: &Summary) {
    for sentence in &summary.sentences {
        pen.class("p", "sentence").text(sentence).close();
    }
}

fn scores(pen: &mut Pen, summary: &Summary, says: &'static QuizWords) {
    if summary.bars.is_empty() {
        return;
    }
    pen.class("table", "scores").class("caption", "visually-hidden").words(says.scores).close();
    pen.class("thead", "visually-hidden").open("tr");
    head(pen, "col", says.side);
    pen.open("td").close();
    head(pen, "col", says.score);
    pen.close().close().open("tbody");
    for one in &summary.bars {
        bar(pen, one, says);
    }
    pen.close().close().class("p", "basis").text(&summary.basis).close();
}

fn bar(pen: &mut Pen, bar: &Bar, says: &'static QuizWords) {
    let is_ruled_out = !bar.ruled_out.is_empty();
    pen.open("tr")
        .attr("class", is_ruled_out.then_some("is-ruled-out"))
        .attr("data-side", &bar.side.to_string());
    head(pen, "row", &bar.name);
    pen.class("td", "bar");
    strokes(pen, &bar.strokes, 0);
    for reason in &bar.ruled_out {
        pen.class("p", "said").text(reason).close();
    }
    pen.close().open("td").text(&bar.score);
    chip(pen, if is_ruled_out { says.is_ruled_out } else { "" });
    pen.close().close();
}

/// A bar made of the strokes of a row.
fn strokes(pen: &mut Pen, strokes: &[Stroke], row: usize) {
    pen.open("svg").attr("viewBox", "0 0 1000 10").attr("preserveAspectRatio", "none");
    pen.attr("aria-hidden", "true");
    for stroke in strokes.iter().filter(|stroke| stroke.row == row) {
        pen.open("line").attr("class", stroke.is_ghost.then_some("ghost"));
        pen.attr("data-side", &stroke.side.to_string());
        pen.attr("x1", stroke.from).attr("x2", stroke.to).attr("y1", "5").attr("y2", "5").close();
    }
    pen.close();
}

/// What speaks for a side, and what one would have to live with.
fn side_case(pen: &mut Pen, case: &SideCase, screen: &SlideScreen) {
    let says = screen.language.quiz();
    pen.class("section", "side-case").attr("data-side", &case.side.to_string());
    pen.with_text("h2", &case.name);
    for (heading, points) in [(says.pros, &case.pros), (case.cons_heading, &case.cons)] {
        pen.with_words("h3", heading).open("ul");
        for point in &points.told {
            side_point(pen, point, screen);
        }
        if let Some(more) = &points.more {
            pen.with_text("li", more);
        }
        if points.told.is_empty() {
            pen.with_words("li", says.no_points);
        }
        pen.close();
    }
    pen.close();
}

fn side_point(pen: &mut Pen, point: &PointView, screen: &SlideScreen) {
    pen.open("li").open("span").attr("lang", screen.deck.0.about.lang.as_ref());
    inlines(pen, &point.text, &screen.base);
    pen.close().words(" ");
    let look = Button { class: "text-button", ..Button::default() };
    look.open(pen, Msg::Quiz(QuizMsg::Question(point.question))).text(&point.title).close().close();
}

fn chip(pen: &mut Pen, text: &str) {
    pen.words(" ").class("span", "chip").text(text).close();
}

/// A head of a column or a row.
fn head(pen: &mut Pen, scope: &'static str, text: &str) {
    pen.open("th").attr("scope", scope).text(text).close();
}

fn row(pen: &mut Pen, name: &str, cells: &[String]) {
    pen.open("tr");
    head(pen, "row", name);
    for cell in cells {
        pen.with_text("td", cell);
    }
    pen.close();
}

fn list(pen: &mut Pen, lines: &[String]) {
    pen.open("ul");
    for line in lines {
        pen.with_text("li", line);
    }
    pen.close();
}

/// What the points are not, and what the author says to it.
fn caveat(pen: &mut Pen, verdict: &VerdictScreen, says: &'static QuizWords) {
    let screen = &verdict.slide;
    pen.class("div", "caveat").attr("role", "note");
    pen.open("p").attr("lang", screen.language.tag()).words(says.caveat).close().open("div");
    if let Some(slide) = screen.slide().filter(|_| verdict.has_slide) {
        for part in [&slide.above, &slide.below] {
            Brush { screen, part }.blocks(pen, part);
        }
    }
    pen.close().close();
}

fn open_section(pen: &mut Pen, heading: &'static str) {
    pen.open("section").with_words("h2", heading);
}

fn reasons(pen: &mut Pen, verdict: &VerdictScreen, says: &'static QuizWords) {
    open_section(pen, says.reasons);
    pen.class("p", "basis").text(&verdict.legend).close();
    reason_list(pen, verdict, false, says);
    pen.open("div");
    if let Some(line) = &verdict.even {
        pen.open("details").with_text("summary", line);
        reason_list(pen, verdict, true, says);
        pen.close();
    }
    pen.close().close();
}

fn reason_list(pen: &mut Pen, verdict: &VerdictScreen, is_even: bool, says: &'static QuizWords) {
    pen.class("ol", "reasons");
    for one in verdict.reasons.iter().filter(|one| one.is_even == is_even) {
        reason(pen, one, &verdict.slide, says);
    }
    pen.close();
}

fn reason(pen: &mut Pen, reason: &Reason, screen: &SlideScreen, says: &'static QuizWords) {
    pen.open("li")
        .key(&reason.question.to_string())
        .class("p", "reason")
        .with_text("strong", &reason.title)
        .words(" ");
    pen.class("span", "points").text(&reason.points).close().close();
    pen.class("p", "said").text(&reason.answer);
    chip(pen, &reason.importance);
    change_button(pen, reason.question, says);
    pen.close().class("div", "shifts");
    let sides = &screen.deck.0.about.sides;
    for row in 0..sides.len() {
        if reason.shifts.iter().any(|stroke| stroke.row == row) {
            if sides.len() > 2 {
                pen.class("span", "said").text(&sides[row].name).close();
            }
            strokes(pen, &reason.shifts, row);
        }
    }
    pen.close();
    if !reason.evidence.is_empty() {
        let count = fill(says.evidence, &[&reason.evidence.len()]);
        pen.open("details").with_text("summary", &count).class("ul", "evidence");
        for one in &reason.evidence {
            evidence(pen, one, screen);
        }
        pen.close().close();
    }
    pen.close();
}

fn change_button(pen: &mut Pen, question: usize, says: &'static QuizWords) {
    pen.words(" ");
    wide(pen, "text-button", says.change_answer, Msg::Quiz(QuizMsg::Question(question)));
}

/// A claim with all that is known about it, or a slide as a link.
fn evidence(pen: &mut Pen, evidence: &EvidenceView, screen: &SlideScreen) {
    let to = format!("#{}", evidence.id);
    pen.open("li").attr("data-side", evidence.side).open("p");
    let Some(details) = &evidence.details else {
        pen.open("a").attr("href", &to).attr("lang", screen.deck.0.about.lang.as_ref());
        inlines(pen, &evidence.text, &screen.base);
        pen.close().close().close();
        return;
    };
    pen.class("a", "evidence-name").attr("href", &to).text(&evidence.heading).close().words(" ");
    if let Some(task) = evidence.task {
        task_mark(pen, screen.language, task);
    }
    pen.words(" ")
        .open(if evidence.has_ended { "s" } else { "span" })
        .attr("lang", screen.deck.0.about.lang.as_ref());
    inlines(pen, &evidence.text, &screen.base);
    pen.close();
    chip(pen, if evidence.has_ended { screen.language.quiz().has_ended } else { "" });
    pen.close();
    fact_list(pen, screen, details);
    pen.close();
}

fn changes(pen: &mut Pen, verdict: &VerdictScreen, says: &'static QuizWords) {
    let changes = &verdict.changes;
    open_section(pen, says.changes);
    flips(pen, &changes.flips, says);
    list(pen, &changes.remarks);
    pen.close();
}

fn flips(pen: &mut Pen, flips: &[Flips], says: &'static QuizWords) {
    pen.class("ul", "flips");
    for one in flips {
        pen.open("li").text(&one.title);
        change_button(pen, one.question, says);
        list(pen, &one.lines);
        pen.close();
    }
    pen.close();
}

fn moments(pen: &mut Pen, moments: &Moments, language: Language) {
    let says = language.quiz();
    let QuizWords { scores, side, .. } = language.quiz();
    open_section(pen, if moments.names.len() > 1 { says.moments } else { scores });
    open_table(pen, scores, side, moments);
    for (side, scores) in &moments.scores {
        row(pen, side, scores);
    }
    row(pen, says.leads_to, &moments.outcomes);
    pen.close().close().close();
    open_table(pen, says.points_table, says.question_column, moments);
    for (title, points) in &moments.points {
        row(pen, title, points);
    }
    pen.close().close().close().close();
}

/// Opens a table with a column for each moment, and its body. It scrolls by itself where it is too wide.
fn open_table(pen: &mut Pen, caption: &'static str, first: &'static str, moments: &Moments) {
    pen.class("div", "table-box").attr("tabindex", "0").attr("role", "group").attr("aria-label", caption);
    pen.open("table").with_words("caption", caption).open("thead").open("tr");
    head(pen, "col", first);
    for name in &moments.names {
        head(pen, "col", name);
    }
    pen.close().close().open("tbody");
}

/// Going on, the decision record, starting over.
fn actions(pen: &mut Pen, verdict: &VerdictScreen, says: &'static QuizWords) {
    pen.class("div", "quiz-moves").attr("lang", verdict.slide.language.tag());
    // When all is answered the record is what is left to do.
    let [other, main] = ["wide-button", "wide-button primary"];
    let [quiz, record] = if verdict.is_complete { [other, main] } else { [main, other] };
    wide(pen, quiz, says.quiz, Msg::Nav(NavMsg::View(View::Quiz)));
    wide(pen, record, says.record, Msg::Ui(UiMsg::TogglePanel(Panel::Record)));
    wide(pen, "wide-button", says.to_slides, Msg::Nav(NavMsg::View(View::Slides)));
    start_over(pen, verdict.has_answers, says);
    pen.close();
}

/// The link, and keeping the answers on the device.
fn share(pen: &mut Pen, verdict: &VerdictScreen, says: &'static QuizWords) {
    open_section(pen, says.share);
    pen.class("p", "link-note").words(says.link_note).close();
    if let Some(link) = &verdict.link {
        pen.class("div", "link-field").open("input").attr("type", "text").attr("readonly", "");
        pen.attr("value", link).attr("aria-label", says.link).close();
        wide(pen, "wide-button", says.copy_link, Msg::Quiz(QuizMsg::CopyLink));
        copying_status(pen, verdict.status);
        pen.close();
    }
    if let Some(remembers) = verdict.remembers {
        let keep = if remembers { says.forget } else { says.remember };
        wide(pen, "wide-button", keep, Msg::Quiz(QuizMsg::ToggleRemember));
    }
    if verdict.may_tell {
        wide(pen, "wide-button", says.tell, Msg::Quiz(QuizMsg::ShareScores));
        copying_status(pen, verdict.status);
    }
    pen.close();
}
