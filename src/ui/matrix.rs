//! The matrix: a table of topics and sides.

use super::button::{Button, icon_button};
use super::comparing::{claims, handing_out, head};
use super::dom::{Kind, Says};
use super::icons;
use super::pen::Pen;
use crate::analysis::matrix::CellMark;
use crate::app::msg::{CompareMsg, Msg, TableUse};
use crate::app::screen::{Cell, Column, Frame, MatrixRow, MatrixScreen, Window, cell_mark};
use crate::words::fill;

pub fn matrix(pen: &mut Pen, screen: &MatrixScreen) {
    pen.class("div", "compare matrix-view scroller").attr("tabindex", "-1");
    head(pen, &screen.frame);
    tools(pen, screen);
    table(pen, screen);
    pen.close();
}

fn tools(pen: &mut Pen, screen: &MatrixScreen) {
    let says = screen.frame.language.comparing();
    pen.class("div", "compare-tools").attr("lang", screen.frame.language.tag());
    pen.line_field(&screen.text, |text| Msg::Compare(CompareMsg::Filter(text)))
        .attr("class", "filter-field")
        .attr("aria-label", says.filter);
    pen.attr("placeholder", says.filter).attr("autocomplete", "off").attr("spellcheck", "false").close();
    let look = Button { class: "toggle", pressed: Some(screen.only_differing), ..Button::default() };
    look.open(pen, Msg::Compare(CompareMsg::ToggleDiffering)).words(says.only_differing).close();
    pen.open("span");
    if let Some((label, is_on)) = &screen.only_changed {
        let look = Button { class: "toggle", pressed: Some(*is_on), ..Button::default() };
        look.open(pen, Msg::Compare(CompareMsg::ToggleChanged)).text(label).close();
    }
    pen.close().select(says.sort, &screen.sorts, |name| Msg::Compare(CompareMsg::Sort(name)));
    pen.class("span", "rows-shown").attr("role", "status").text(&screen.count).close();
    handing_out(
        pen,
        &screen.frame,
        &[
            (
                says.download,
                &[
                    ("CSV", TableUse::DownloadCsv),
                    ("Markdown", TableUse::DownloadMarkdown),
                    ("JSON", TableUse::DownloadJson),
                ],
            ),
            (
                says.copy,
                &[
                    ("CSV", TableUse::CopyCsv),
                    ("Markdown", TableUse::CopyMarkdown),
                    ("JSON", TableUse::CopyJson),
                ],
            ),
        ],
    );
    pen.close();
}

/// The table alone. Its roles are said, since on a narrow screen its cells stand below each other.
pub fn table(pen: &mut Pen, screen: &MatrixScreen) {
    let says = screen.frame.language.comparing();
    if screen.rows.is_empty() {
        pen.class("p", "no-rows").words(says.no_rows).close();
        return;
    }
    pen.class("table", "matrix rows").attr("role", "table").attr("aria-label", &screen.frame.heading);
    pen.attr("aria-rowcount", &(screen.window.all + 1).to_string());
    pen.open("thead").attr("role", "rowgroup").open("tr").attr("role", "row").attr("aria-rowindex", "1");
    pen.class("th", "topic").attr("role", "columnheader").attr("scope", "col").words(says.topic).close();
    for one in &screen.columns {
        column(pen, one);
    }
    if screen.has_shared {
        pen.open("th").attr("role", "columnheader").attr("scope", "col").words(says.shared).close();
    }
    pen.close().close().open("tbody").attr("role", "rowgroup");
    let mut next = 1;
    for row in &screen.rows {
        spacer(pen, next, row.number);
        table_row(pen, screen, row);
        next = row.number + 1;
    }
    spacer(pen, next, screen.window.all + 1);
    pen.close().close();
}

fn column(pen: &mut Pen, column: &Column) {
    pen.open("th").attr("role", "columnheader").attr("scope", "col").attr("data-side", Some(column.side.0));
    pen.class("span", "column-name").text(&column.name).close();
    for (label, path, further) in
        [(&column.back, icons::PREVIOUS, false), (&column.further, icons::NEXT, true)]
    {
        if let Some(label) = label {
            icon_button(
                pen,
                "column-mover",
                label,
                path,
                Msg::Compare(CompareMsg::MoveColumn { side: column.side, further }),
            );
        }
    }
    pen.close();
}

/// The room of the rows from a number on that are not drawn; the shell gives it its height.
pub fn spacer(pen: &mut Pen, from: usize, until: usize) {
    if from < until {
        // Rows keep their nodes, and the focus, only where all that stands among them has a key.
        pen.class("tr", "spacer").key(&fill("-{0}", &[&from])).attr("aria-hidden", "true");
        pen.open("td").attr("data-rows", &(until - from).to_string()).close().close();
    }
}

/// A row of a table: its number, and what its focus says where not all are drawn.
pub fn numbered(pen: &mut Pen, window: &Window, number: usize) {
    pen.attr("role", "row").attr("aria-rowindex", &(number + 1).to_string());
    pen.attr("data-row", &number.to_string());
    if window.is_large() {
        pen.listen(Kind::Focus, Says::This(Box::new(Msg::Compare(CompareMsg::RowFocused(number - 1)))));
    }
}

fn table_row(pen: &mut Pen, screen: &MatrixScreen, row: &MatrixRow) {
    pen.open("tr").key(&row.link);
    numbered(pen, &screen.window, row.number);
    pen.class("th", "topic").attr("role", "rowheader").attr("scope", "row");
    pen.attr("lang", screen.frame.deck.0.about.lang.as_ref());
    if !row.section.is_empty() {
        pen.class("span", "row-section").text(&row.section).close();
    }
    pen.open("a").attr("href", &row.link).text(&row.topic).close();
    pen.close();
    for (at, cell) in row.cells.iter().enumerate() {
        let column = screen.columns.get(at);
        if column.is_some() || screen.has_shared {
            table_cell(pen, &screen.frame, cell, column);
        }
    }
    pen.close();
}

fn table_cell(pen: &mut Pen, frame: &Frame, cell: &Cell, column: Option<&Column>) {
    pen.open("td").attr("class", cell.claims.is_empty().then_some("is-empty")).attr("role", "cell");
    pen.attr("data-side", column.map(|column| column.side.0));
    let shared = frame.language.comparing().shared;
    pen.class("span", "cell-side").text(column.map_or(shared, |column| &column.name)).close();
    cell_sign(pen, frame, cell);
    claims(pen, frame, &cell.claims);
    pen.close();
}

/// What the marks of a cell say together.
fn cell_sign(pen: &mut Pen, frame: &Frame, cell: &Cell) {
    if let Some(one) = cell.mark {
        let mark = cell_mark(frame.language, one);
        let class = match one {
            CellMark::Can => "cell-mark can",
            CellMark::Cannot => "cell-mark cannot",
            CellMark::Partly => "cell-mark partly",
        };
        pen.class("span", class).open("span").attr("aria-hidden", "true").words(mark.sign).close();
        pen.class("span", "visually-hidden").words(mark.words).close().close();
    }
}

/// The matrix at a glance: the topics with marks, and what they say.
pub fn marks(pen: &mut Pen, screen: &MatrixScreen) {
    let says = screen.frame.language.comparing();
    pen.class("table", "marks")
        .open("thead")
        .open("tr")
        .open("th")
        .attr("scope", "col")
        .words(says.topic)
        .close();
    for one in &screen.columns {
        pen.open("th").attr("scope", "col").attr("data-side", Some(one.side.0)).text(&one.name).close();
    }
    pen.close().close().open("tbody");
    for row in &screen.rows {
        if row.cells.iter().all(|cell| cell.mark.is_none()) {
            continue;
        }
        pen.open("tr").open("th").attr("scope", "row").open("a").attr("href", &row.link).text(&row.topic);
        pen.close().close();
        for cell in &row.cells[..screen.columns.len()] {
            pen.open("td");
            cell_sign(pen, &screen.frame, cell);
            pen.close();
        }
        pen.close();
    }
    pen.close().close();
}
