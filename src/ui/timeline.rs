//! The timeline: a line a claim with its bar, or the same as a table; and when claims began and ended, at a glance.

use super::button::Button;
use super::comparing::{handing_out, head, sources};
use super::icons;
use super::matrix::{numbered, spacer};
use super::pen::Pen;
use crate::analysis::freshness::Freshness;
use crate::app::msg::{CompareMsg, LensMsg, Msg, TableUse};
use crate::app::screen::{AxisPlace, AxisView, Card, Frame, Glance, Lane, TimelineScreen};
use crate::words::comparing::ComparingWords;
use crate::words::fill;

pub fn timeline(pen: &mut Pen, screen: &TimelineScreen) {
    let says = screen.frame.language.comparing();
    pen.class("div", "compare timeline-view scroller").attr("tabindex", "-1");
    head(pen, &screen.frame);
    pen.class("div", "compare-tools").attr("lang", screen.frame.language.tag());
    let [can_closer, can_wider] = screen.zooms;
    for (label, path, closer, can) in
        [(says.wider, icons::SMALLER, false, can_wider), (says.closer, icons::LARGER, true, can_closer)]
    {
        let look = Button { idle: !can, ..Button::icon("icon-button", label) };
        icons::icon(look.open(pen, Msg::Compare(CompareMsg::Zoom { closer })), path).close();
    }
    handing_out(pen, &screen.frame, &[(says.download, &[("SVG", TableUse::DownloadSvg)])]);
    pen.close();
    lanes(pen, screen, false);
    pen.close();
}

fn state(says: &ComparingWords, freshness: Freshness) -> &'static str {
    match freshness {
        Freshness::Ended => says.ended,
        Freshness::Upcoming => says.upcoming,
        _ => says.current,
    }
}

/// The claims as a table, with the axis in its head. On paper nothing can be chosen.
pub fn lanes(pen: &mut Pen, screen: &TimelineScreen, is_paper: bool) {
    let says = screen.frame.language.comparing();
    pen.class("div", "lanes");
    days(pen, &screen.axis);
    pen.class("table", "timeline rows").attr("role", "table").attr("aria-label", &screen.frame.heading);
    pen.attr("aria-rowcount", &(screen.window.all + 1).to_string());
    pen.open("thead").attr("role", "rowgroup").open("tr").attr("role", "row").attr("aria-rowindex", "1");
    for (name, is_axis) in [(says.topic, false), (says.claim, false), (says.state, true)] {
        pen.open("th").attr("role", "columnheader").attr("scope", "col");
        pen.class("span", "visually-hidden").words(name).close();
        if is_axis {
            axis(pen, &screen.axis);
        }
        pen.close();
    }
    pen.close().close().open("tbody").attr("role", "rowgroup");
    let mut next = 1;
    for lane in &screen.lanes {
        spacer(pen, next, lane.number);
        one(pen, screen, lane, is_paper);
        next = lane.number + 1;
    }
    spacer(pen, next, screen.window.all + 1);
    pen.close().close().close();
}

/// The names of the years and of the days.
fn axis(pen: &mut Pen, axis: &AxisView) {
    pen.class("svg", "axis lane-svg").attr("aria-hidden", "true");
    for (place, year) in &axis.years {
        text(pen, "year", *place, 9300, year);
    }
    for (at, (place, name)) in axis.days.iter().enumerate() {
        text(pen, if at + 1 == axis.days.len() { "lens-name" } else { "moment-name" }, *place, 6000, name);
    }
    pen.close();
}

/// A line for each of the days, behind all bars.
fn days(pen: &mut Pen, axis: &AxisView) {
    pen.class("svg", "lane-svg days").attr("aria-hidden", "true");
    for (at, (place, _)) in axis.days.iter().enumerate() {
        let class = if at + 1 == axis.days.len() { "lens-line" } else { "moment-line" };
        line(pen, class, *place, "0", "100%");
    }
    pen.close();
}

/// A place as SVG has it.
fn percent(place: AxisPlace) -> String {
    fill("{0}.{1}{2}%", &[&(place / 100), &(place / 10 % 10), &(place % 10)])
}

fn line(pen: &mut Pen, class: &'static str, place: AxisPlace, from: &'static str, to: &'static str) {
    let x = percent(place);
    pen.class("line", class).attr("x1", &x).attr("x2", &x).attr("y1", from).attr("y2", to).close();
}

/// A text that begins at a place, or behind `last` ends there.
fn text(pen: &mut Pen, class: &'static str, place: AxisPlace, last: AxisPlace, text: &str) {
    pen.class("text", class)
        .attr("x", &percent(place))
        .attr("y", if class == "year" { "1.1em" } else { "2.6em" });
    pen.attr("text-anchor", (place > last).then_some("end")).text(text).close();
}

fn one(pen: &mut Pen, screen: &TimelineScreen, lane: &Lane, is_paper: bool) {
    let frame = &screen.frame;
    pen.class("tr", if lane.is_first { "lane is-first" } else { "lane" }).key(&lane.number.to_string());
    numbered(pen, &screen.window, lane.number);
    pen.attr("data-side", lane.side).open("th").attr("role", "rowheader").attr("scope", "row");
    let (topic, link) = &lane.topic;
    if lane.is_first {
        pen.open("a").attr("href", link).text(topic).close();
    } else {
        pen.text(topic);
    }
    pen.close().open("td").attr("role", "cell");
    let class = match lane.freshness {
        Freshness::Ended => "bar is-ended",
        Freshness::Upcoming => "bar is-upcoming",
        _ => "bar",
    };
    if is_paper {
        pen.class("div", class);
    } else {
        let look = Button { class, expanded: Some(lane.card.is_some()), ..Button::default() };
        look.open(pen, Msg::Compare(CompareMsg::Bar(lane.slide, lane.item)));
        pen.attr("data-bar", &fill("{0}:{1}", &[&lane.slide, &lane.item.0]));
    }
    pen.class("span", "lane-side").text(&lane.side_name).close().words(" ");
    if lane.freshness == Freshness::Ended {
        pen.with_text("s", &lane.text);
    } else {
        pen.text(&lane.text);
    }
    pen.words(" ").class("span", "claim-period").text(&lane.period).close();
    pen.close().class("div", "card");
    if let Some(card) = &lane.card {
        card_of(pen, frame, card);
    }
    pen.close().close().open("td").attr("role", "cell").attr("class", class);
    let state = state(frame.language.comparing(), lane.freshness);
    pen.class("svg", "lane-svg").attr("height", "14").attr("role", "img").attr("aria-label", state);
    bar(pen, lane);
    pen.close().close().close();
}

/// The bar, with its open and its vague ends.
fn bar(pen: &mut Pen, lane: &Lane) {
    let (from, until) = lane.bar;
    let width = until.saturating_sub(from).max(20);
    rect(pen, "bar-fill", from, width);
    let end = 150.min(width);
    for (class, at, is_so) in [
        ("bar-open", from, lane.open.0),
        ("bar-open", from + width - end, lane.open.1),
        ("bar-vague", from, lane.vague.0),
        ("bar-vague", from + width - end, lane.vague.1),
    ] {
        if is_so {
            rect(pen, class, at, end);
        }
    }
    if lane.freshness == Freshness::Ended {
        line(pen, "bar-end", from + width, "1", "13");
    }
}

fn rect(pen: &mut Pen, class: &'static str, at: AxisPlace, width: AxisPlace) {
    pen.class("rect", class).attr("x", &percent(at)).attr("width", &percent(width));
    pen.attr("y", "3").attr("height", "8").attr("rx", "2").close();
}

/// What the claim that was chosen rests on, and where it leads to.
fn card_of(pen: &mut Pen, frame: &Frame, card: &Card) {
    let says = frame.language.comparing();
    sources(pen, frame, &card.claim);
    pen.class("a", "wide-button").attr("href", &card.claim.link).words(says.go_to_slide).close();
    for (lens, name) in &card.days {
        let look = Button { class: "wide-button", ..Button::default() };
        look.open(pen, Msg::Lens(LensMsg::Set(*lens))).text(&fill(says.look_on, &[name])).close();
    }
}

/// The timeline at a glance: a strip a side, with a line up where a claim began and one down where one ended.
pub fn glance(pen: &mut Pen, glance: &Glance, says: &ComparingWords) {
    pen.class("div", "glance");
    axis(pen, &glance.axis);
    for strip in &glance.strips {
        pen.class("div", "strip").attr("data-side", Some(strip.side)).class("p", "lane-side");
        pen.text(&fill(says.strip, &[&strip.name, &strip.begun.len(), &strip.ended.len()])).close();
        pen.class("svg", "lane-svg").attr("aria-hidden", "true");
        for place in &strip.begun {
            line(pen, "begun", *place, "0.1em", "0.9em");
        }
        for place in &strip.ended {
            line(pen, "ended", *place, "1.1em", "1.9em");
        }
        pen.close().close();
    }
    pen.close();
}
