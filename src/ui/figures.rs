//! Figures made from the deck.

use super::button::wide;
use super::changes::summary as summary_of_changes;
use super::inlines::inlines;
use super::matrix::marks;
use super::pen::Pen;
use super::timeline::glance;
use super::verdict::summary;
use crate::app::msg::{Msg, NavMsg};
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
        Figure::Matrix => {
            if let Some(matrix) = &screen.matrix {
                marks(pen, matrix);
                to_view(pen, screen, View::Matrix);
            }
        }
        Figure::Changes => {
            if let Some(changes) = &screen.changes {
                summary_of_changes(pen, changes);
                to_view(pen, screen, View::Changes);
            }
        }
        Figure::Timeline => {
            if let Some(one) = &screen.glance {
                glance(pen, one, screen.language.comparing());
                to_view(pen, screen, View::Timeline);
            }
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
    wide(pen, "wide-button primary", label, Msg::Nav(NavMsg::View(view)));
    pen.close();
}

/// The button to all of what a figure shows; a picture can't be pressed.
fn to_view(pen: &mut Pen, screen: &SlideScreen, view: View) {
    let says = screen.language.comparing();
    let label = match view {
        View::Matrix => says.matrix,
        View::Timeline => says.timeline,
        _ => says.changes,
    };
    if !screen.mode.is_picture() {
        wide(pen, "wide-button", label, Msg::Nav(NavMsg::View(view)));
    }
}
