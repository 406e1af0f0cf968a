//! Looking for a slide or a text: a field, and the places that were found.

use super::button::Button;
use super::pen::Pen;
use crate::app::msg::{Msg, SearchMsg};
use crate::app::screen::{HitRow, SearchScreen};

pub fn search(pen: &mut Pen, search: &SearchScreen) {
    pen.line_field(&search.query, |query| Msg::Search(SearchMsg::Query(query))).attr("class", "search-field");
    pen.attr("role", "combobox").attr("aria-label", search.label).attr("placeholder", search.hint);
    pen.attr("autocomplete", "off").attr("spellcheck", "false").attr("enterkeyhint", "go");
    let chosen = Some(format!("hit-{}", search.chosen)).filter(|_| !search.rows.is_empty());
    pen.attr("aria-controls", chosen.as_ref().map(|_| "hits")).attr("aria-autocomplete", "list");
    pen.attr("aria-expanded", Some(chosen.is_some())).attr("aria-activedescendant", chosen.as_ref()).close();
    pen.class("p", "search-count").attr("role", "status").text(&search.count).close();
    pen.class("div", "hits-box");
    if !search.rows.is_empty() {
        pen.class("div", "hits").attr("id", "hits").attr("role", "listbox").attr("aria-label", search.label);
        for (at, row) in search.rows.iter().enumerate() {
            hit(pen, row, at, at == search.chosen);
        }
        pen.close();
    }
    pen.close();
}

fn hit(pen: &mut Pen, row: &HitRow, at: usize, is_chosen: bool) {
    Button { class: "hit", side: row.side, ..Button::default() }
        .open(pen, Msg::Search(SearchMsg::Open(Some(at))));
    pen.attr("role", "option").attr("id", &format!("hit-{at}")).attr("tabindex", "-1");
    pen.attr("aria-selected", Some(is_chosen));
    pen.class("span", "hit-place").text(&row.place).close().words(" ").class("span", "hit-text");
    for (turn, part) in row.parts.iter().enumerate() {
        pen.open(if turn % 2 == 1 { "mark" } else { "span" }).text(part).close();
    }
    pen.close().close();
}
