//! Figures made from the deck.

use super::button::wide;
use super::inlines::inlines;
use super::pen::Pen;
use super::verdict::summary;
use crate::app::msg::Msg;
use crate::app::screen::{AgendaEntry, AgendaPlace, Mode, SlideScreen, Summary};
use crate::app::view::View;
use crate::model::content::Figure;

pub fn figure(pen: &mut Pen, kind: Figure, screen: &SlideScreen) {
    let controls = screen.language.controls();
    match kind {
        Figure::Agenda => {
            let is_alone = screen.mode == Mode::Stage;
            pen.class(if is_alone { "nav" } else { "div" }, "agenda");
            pen.attr("aria-label", is_alone.then_some(controls.agenda)).open("ol");
            for one in &screen.agenda {
                entry(pen, one, screen);
            }
            pen.close().close();
        }
        Figure::Verdict => {
            if let Some(summary) = &screen.verdict {
                verdict(pen, summary, screen);
            }
        }
        _ => {
            pen.class("p", "figure-later").words(controls.figure_later).close();
        }
    }
}

fn entry(pen: &mut Pen, entry: &AgendaEntry, screen: &SlideScreen) {
    let is_here = entry.place == AgendaPlace::Here;
    let class = match entry.place {
        AgendaPlace::Done => "done",
        AgendaPlace::Here => "here",
        AgendaPlace::Ahead => "ahead",
    };
    pen.class("li", class).open("a").attr("href", &format!("#{}", entry.id));
    pen.attr("aria-current", is_here.then_some("true"));
    inlines(pen, &entry.title, &screen.base);
    pen.close();
    if is_here {
        pen.class("span", "chip here").words(screen.language.controls().agenda_here).close();
    }
    pen.close();
}

/// The verdict at a glance, and the way to all of it.
fn verdict(pen: &mut Pen, verdict: &Summary, screen: &SlideScreen) {
    let says = screen.language.quiz();
    let (label, view) =
        if verdict.bars.is_empty() { (says.quiz, View::Quiz) } else { (says.see_verdict, View::Verdict) };
    pen.class("div", "verdict-figure").attr("lang", screen.language.tag());
    summary(pen, verdict, says);
    wide(pen, "wide-button primary", label, Msg::ViewChosen(view));
    pen.close();
}
