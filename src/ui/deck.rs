//! The whole element: stage, toolbar, panels, live region.

use super::changes::changes;
use super::dom::Sayings;
use super::matrix::matrix;
use super::notice::{black, failed, loading, notices};
use super::overview::overview;
use super::panel::panel;
use super::pen::{Part, Pen};
use super::quiz::quiz;
use super::read::read;
use super::slide::slides;
use super::sources::sources;
use super::speaker::speaker;
use super::timeline::timeline;
use super::toolbar::{progress, toolbar};
use super::verdict::verdict;
use crate::app::screen::{Screen, Stage};
use yew::Html;

/// Draws a screen; what its elements say comes with it.
pub fn drawn(screen: &Screen) -> (Html, Sayings) {
    let mut pen = Pen::new();
    deck(&mut pen, screen);
    pen.drawn()
}

/// Every part that may be absent has an element of its own around it.
fn deck(pen: &mut Pen, screen: &Screen) {
    pen.class("div", if screen.fullscreen { "deck is-fullscreen" } else { "deck" });
    pen.attr("data-theme", screen.theme.name()).attr("data-view", screen.view.name());
    pen.attr("lang", screen.language.tag());
    pen.attr("data-loading", matches!(screen.stage, Stage::Loading { .. }).then_some(""));
    let is_speaker = screen.speaker.is_some();
    let is_covered = screen.black && !is_speaker;
    pen.attr("data-laser", screen.laser.then_some("")).attr("data-speaker", is_speaker.then_some(""));
    pen.class("main", "stage-box").flag("inert", is_covered);
    pen.class("div", "stage").attr("part", "stage").attr("lang", &screen.lang);
    stage(pen, screen);
    pen.class("div", "light").key("light").attr("aria-hidden", "true").close();
    pen.belongs_to(Part::Around);
    pen.close().close().class("div", "progress-box");
    if let Some(bar) = &screen.toolbar {
        progress(pen, [bar.number, bar.total]);
    }
    pen.close().class("div", "toolbar-box").attr("part", "toolbar").flag("inert", is_covered);
    if let Some(bar) = &screen.toolbar {
        toolbar(pen, bar);
    }
    pen.close().class("div", "notice-box");
    notices(pen, &screen.notices, screen.language);
    pen.close().class("div", "visually-hidden").attr("role", "status").attr("aria-live", "polite");
    pen.text(&screen.live).close();
    panel(pen, screen.panel.as_ref());
    pen.class("div", "black-box");
    if is_covered {
        black(pen, screen.language);
    }
    pen.close().class("div", "speaker-box");
    if let Some(one) = &screen.speaker {
        speaker(pen, one);
    }
    pen.close().close();
}

fn stage(pen: &mut Pen, screen: &Screen) {
    match &screen.stage {
        Stage::Loading { text } => loading(pen, text),
        Stage::Failed { heading, sentence, reload, diagnostics } => {
            failed(pen, heading, sentence, reload, diagnostics);
        }
        Stage::Slide(shown) => slides(pen, shown, &screen.beside),
        Stage::Read(article) => read(pen, article),
        Stage::Overview(screen) => overview(pen, screen),
        Stage::Quiz(screen) => quiz(pen, screen),
        Stage::Verdict(screen) => verdict(pen, screen),
        Stage::Matrix(screen) => matrix(pen, screen),
        Stage::Timeline(screen) => timeline(pen, screen),
        Stage::Changes(screen) => changes(pen, screen),
        Stage::Sources(screen) => sources(pen, screen),
    }
}
