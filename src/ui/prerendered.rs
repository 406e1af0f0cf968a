//! The whole deck as the page has it before the program is there, and where no script runs: each slide on the stage, with
//! links to those beside it, and the toolbar. Which slide is seen is decided by the styles alone (`prerendered.css`); what
//! the toolbar does before the program is there, by `shell/early.js`.

use super::icons;
use super::pen::Pen;
use super::slide::article;
use super::toolbar::{progress, toolbar};
use crate::app::screen::{Prerendered, SlideScreen};
use crate::model::content::ItemNumber;
use crate::text::markup::escaped;

/// Where the build puts `shell/early.js`: the first slide can be seen before the others are there.
const EARLY: &str = "<!--early-->";

/// The markup of the slides in their order, with the ids of slides and claims.
pub fn prerendered(screen: &Prerendered) -> String {
    let mut pen = Pen::of_page();
    pen.class("div", "deck prerendered").attr("data-theme", screen.theme.name());
    pen.attr("data-sides", &screen.sides.join(" "));
    // The toolbar first: what stands in its place later must not move what has been seen.
    pen.class("div", "toolbar-box");
    if let Some(bar) = &screen.toolbar {
        toolbar(&mut pen, bar);
    }
    pen.close().class("main", "all-slides").class("h1", "visually-hidden").text(&screen.title).close();
    for at in 0..screen.slides.len() {
        page(&mut pen, &screen.slides, at);
        if at == 0 {
            pen.put_markup(EARLY);
        }
    }
    // Now they are all there.
    pen.class("span", "end").close();
    pen.close().close();
    without_needless(pen.written())
}

/// What the page can do without, or has in its styles: it stands there a hundred times.
const NEEDLESS: [&str; 6] = [
    "<ul class=\"folded\"></ul>",
    "<div class=\"details-box\"></div>",
    "<div class=\"head-box\"></div>",
    " fill=\"none\" stroke=\"currentColor\" stroke-width=\"2\" stroke-linecap=\"round\" stroke-linejoin=\"round\"",
    " focusable=\"false\"",
    " aria-expanded=\"false\"",
];

/// Until the program is there, the tooltip is name enough for the button of a claim.
const NAMED: &str = "class=\"details-button\" aria-label=\"";

fn without_needless(markup: String) -> String {
    let markup = NEEDLESS.iter().fold(markup, |markup, needless| markup.replace(needless, ""));
    let mut parts = markup.split(NAMED);
    let mut made = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let rest = part.split_once('"').map_or(part, |(_, rest)| rest);
        made.push_str(&["class=\"details-button\"", rest].concat());
    }
    made
}

/// A slide, how far the talk has come with it, and the links.
fn page(pen: &mut Pen, slides: &[SlideScreen], at: usize) {
    let screen = &slides[at];
    let controls = screen.language.controls();
    pen.open("div").anchor(&screen.id).attr("lang", screen.deck.0.about.lang.as_ref());
    let drawn = drawn(screen);
    for id in claims_out_of_sight(screen, &drawn) {
        pen.open("span").anchor(&id).close();
    }
    pen.class("div", "stage-box").class("div", "stage").put_markup(&drawn).close().close();
    progress(pen, [at + 1, slides.len()]);
    pen.class("nav", "moves").attr("aria-label", controls.slide);
    link(pen, at.checked_sub(1).and_then(|before| slides.get(before)), controls.previous, icons::PREVIOUS);
    pen.class("span", "number").text(&screen.progress).close();
    link(pen, slides.get(at + 1), controls.next, icons::NEXT);
    pen.close().close();
}

/// The slide. Its footnotes have ids of their own, since other slides have some, too.
fn drawn(screen: &SlideScreen) -> String {
    let mut pen = Pen::of_page();
    article(&mut pen, screen);
    let id = escaped(&screen.id);
    let drawn = pen.written().replace("\"#footnote-", &["\"#", &id, "-footnote-"].concat());
    let mark = "<li data-footnote=\"";
    let mut parts = drawn.split(mark);
    let mut made = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let number = part.split('"').next().unwrap_or_default();
        made.push_str(&["<li id=\"", &id, "-footnote-", number, "\" data-footnote=\"", part].concat());
    }
    made
}

/// The claims of the slide that aren't drawn: ended ones, and those that come later. A link to one leads to its slide.
fn claims_out_of_sight(screen: &SlideScreen, drawn: &str) -> Vec<String> {
    let Some(slide) = screen.slide() else { return Vec::new() };
    let numbers = (0..).map(ItemNumber).take(screen.items.len());
    let claims = numbers.filter_map(|number| slide.item(number)?.claim.as_ref()?.id.as_ref());
    let is_missing = |id: &&String| !drawn.contains(&[" id=\"", &escaped(id), "\""].concat());
    claims.map(|id| &id.0).filter(is_missing).cloned().collect()
}

/// A way to the slide beside; at the ends there is none.
fn link(pen: &mut Pen, to: Option<&SlideScreen>, label: &'static str, icon: &'static str) {
    pen.class("a", "icon-button mover").attr("aria-label", label);
    match to {
        Some(to) => pen.attr("href", &["#", &to.id].concat()),
        None => pen.attr("aria-disabled", "true").attr("role", "link"),
    };
    icons::icon(pen, icon);
    pen.close();
}
