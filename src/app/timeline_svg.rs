//! The timeline as an SVG document of its own.

use super::palette::{css, side_colors};
use super::screen::TimelineScreen;
use crate::analysis::freshness::Freshness;
use crate::text::markup::push_escaped;
use crate::words::fill;

/// Pixels: the labels' width, the axis's, a line's height, the head's.
const LABELS: u32 = 300;
const AXIS: u32 = 900;
const LINE: u32 = 26;
const HEAD: u32 = 74;

/// A drawing with colours of its own, on white, of all lines.
pub fn timeline_svg(screen: &TimelineScreen) -> String {
    let deck = &screen.frame.deck.0;
    let height = HEAD + LINE * u32::try_from(screen.lanes.len()).unwrap_or(0) + 20;
    let x = |place: u32| LABELS + place * AXIS / 10_000;
    let mut out = fill(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{0}\" height=\"{1}\" viewBox=\"0 0 {0} {1}\" \
         font-family=\"sans-serif\" font-size=\"12\"><rect width=\"{0}\" height=\"{1}\" fill=\"#fff\"/>\n",
        &[&(LABELS + AXIS + 20), &height],
    );
    text(&mut out, 10, 24, "18", "#1d2126", &screen.frame.heading);
    for (place, year) in &screen.axis.years {
        line(&mut out, x(*place), height, "#ddd");
        text(&mut out, x(*place) + 3, 48, "12", "#555", year);
    }
    for (at, (place, name)) in screen.axis.days.iter().enumerate() {
        let color = if at + 1 == screen.axis.days.len() { "#2f4560" } else { "#999" };
        line(&mut out, x(*place), height, color);
        text(&mut out, x(*place) + 3, 64, "11", color, name);
    }
    for (lane, top) in screen.lanes.iter().zip(0_u32..) {
        let top = HEAD + top * LINE;
        if lane.is_first {
            text(&mut out, 10, top + 16, "12", "#1d2126", &lane.topic.0);
        }
        let side = lane.side.map(usize::from).and_then(|at| Some((deck.about.sides.get(at)?, at)));
        let color = side.map_or("#777777".to_owned(), |(side, at)| css(side_colors(side, at).light));
        text(&mut out, LABELS - 70, top + 16, "11", &color, &lane.side_name);
        let (from, until) = (x(lane.bar.0), x(lane.bar.1).max(x(lane.bar.0) + 2));
        let (fill_opacity, dashes) = match lane.freshness {
            Freshness::Ended => ("0.3", ""),
            Freshness::Upcoming => ("0", " stroke-dasharray=\"3 2\""),
            Freshness::Current | Freshness::Undated => ("0.85", ""),
        };
        out.push_str(&fill(
            "<rect x=\"{0}\" y=\"{1}\" width=\"{2}\" height=\"7\" rx=\"2\" fill=\"{3}\" fill-opacity=\"{4}\" stroke=\"{3}\"{5}/>",
            &[&from, &(top + 2), &(until - from), &color, &fill_opacity, &dashes],
        ));
        text(&mut out, from, top + 21, "11", "#333", &fill("{0} ({1})", &[&lane.text, &lane.period]));
    }
    out.push_str("</svg>\n");
    out
}

fn line(out: &mut String, x: u32, height: u32, color: &str) {
    let form = "<path d=\"M{0} 40V{1}\" stroke=\"{2}\"/>\n";
    out.push_str(&fill(form, &[&x, &height, &color]));
}

fn text(out: &mut String, x: u32, y: u32, size: &str, color: &str, text: &str) {
    let form = "<text x=\"{0}\" y=\"{1}\" font-size=\"{2}\" fill=\"{3}\">";
    out.push_str(&fill(form, &[&x, &y, &size, &color]));
    push_escaped(out, text);
    out.push_str("</text>\n");
}
