//! Pictures of slides, and printed pages: nodes in which nothing can be operated.

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
use yew::Html;

/// A slide as a picture: what stands in the frame.
pub fn picture(screen: &SlideScreen) -> Html {
    let mut pen = Pen::of_picture(false);
    stage(&mut pen, screen);
    pen.pictured()
}

fn stage(pen: &mut Pen, screen: &SlideScreen) {
    pen.class("div", "stage").attr("lang", screen.deck.0.about.lang.as_ref());
    article(pen, screen);
    pen.close();
}

/// A slide on its page; in the handout with its notes, and with its links as footnotes.
pub fn printed_page(screen: &SlideScreen, paper: Paper) -> Html {
    let mut pen = Pen::of_picture(paper != Paper::Slides);
    pen.class("div", "page");
    if paper == Paper::Slides {
        stage(&mut pen, screen);
    } else {
        sheet(&mut pen, screen);
    }
    pen.close();
    pen.pictured()
}

fn sheet(pen: &mut Pen, screen: &SlideScreen) {
    let says = screen.language.presenting();
    pen.class("div", "sheet").attr("lang", screen.deck.0.about.lang.as_ref());
    pen.class("p", "sheet-number").text(&screen.progress).close();
    pen.class("div", "sheet-slide");
    stage(pen, screen);
    pen.close();
    let notes = screen.slide().map(|slide| slide.notes.as_slice()).unwrap_or_default();
    if !notes.is_empty() {
        pen.class("div", "sheet-notes content").with_words("h2", says.notes);
        for part in notes {
            Brush { screen, part }.blocks(pen, part);
        }
        pen.close();
    }
    pen.close();
    let links = pen.links();
    if !links.is_empty() {
        pen.class("div", "sheet-links").with_words("h2", says.links).open("ol");
        for link in &links {
            pen.with_text("li", link);
        }
        pen.close().close();
    }
}

/// A view that looks at all claims, without its controls.
pub fn printed_view(stage: &Stage) -> Html {
    let mut pen = Pen::of_picture(false);
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
    pen.pictured()
}
