//! Pictures of slides, and printed pages, as markup.

use super::blocks::Brush;
use super::changes::{list, summary};
use super::comparing::head;
use super::matrix::table;
use super::pen::Pen;
use super::read::read;
use super::slide::article;
use super::sources::source_rows;
use super::timeline::lanes;
use crate::app::printing::Paper;
use crate::app::screen::{SlideScreen, Stage};

/// A slide as a picture: what stands in the frame.
pub fn picture(screen: &SlideScreen) -> String {
    let mut pen = Pen::of_markup(false);
    stage(&mut pen, screen);
    pen.written().0
}

fn stage(pen: &mut Pen, screen: &SlideScreen) {
    pen.class("div", "stage").attr("lang", screen.deck.0.about.lang.as_ref());
    article(pen, screen);
    pen.close();
}

/// A slide on its page; in the handout with its notes, and with its links as footnotes.
pub fn printed_page(screen: &SlideScreen, paper: Paper) -> String {
    if paper == Paper::Slides {
        return picture(screen);
    }
    let says = screen.language.presenting();
    let mut pen = Pen::of_markup(true);
    pen.class("div", "sheet").attr("lang", screen.deck.0.about.lang.as_ref());
    pen.class("p", "sheet-number").text(&screen.progress).close();
    pen.class("div", "sheet-slide");
    stage(&mut pen, screen);
    pen.close();
    let notes = screen.slide().map(|slide| slide.notes.as_slice()).unwrap_or_default();
    if !notes.is_empty() {
        pen.class("div", "sheet-notes content").with_words("h2", says.notes);
        for part in notes {
            Brush { screen, part }.blocks(&mut pen, part);
        }
        pen.close();
    }
    pen.close();
    let (mut text, links) = pen.written();
    if !links.is_empty() {
        let mut list = Pen::of_markup(false);
        list.class("div", "sheet-links").with_words("h2", says.links).open("ol");
        for link in &links {
            list.with_text("li", link);
        }
        list.close().close();
        text.push_str(&list.written().0);
    }
    text
}

/// A view that looks at all claims, without its controls.
pub fn printed_view(stage: &Stage) -> String {
    let mut pen = Pen::of_markup(false);
    pen.class("div", "sheet compare");
    match stage {
        Stage::Matrix(screen) => {
            head(&mut pen, &screen.frame);
            table(&mut pen, screen);
        }
        Stage::Timeline(screen) => {
            head(&mut pen, &screen.frame);
            lanes(&mut pen, screen, true);
        }
        Stage::Changes(screen) => {
            summary(&mut pen, screen);
            list(&mut pen, screen);
        }
        Stage::Sources(screen) => source_rows(&mut pen, screen),
        Stage::Read(article) => read(&mut pen, article),
        _ => {}
    }
    pen.close();
    pen.written().0
}
