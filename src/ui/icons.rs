//! Small line drawings for buttons. All are decoration: the buttons have names.

use super::pen::Pen;

pub const PREVIOUS: &str = "M15 5l-7 7 7 7";
pub const NEXT: &str = "M9 5l7 7-7 7";
pub const CLOSE: &str = "M6 6l12 12M18 6L6 18";
pub const FULLSCREEN: &str = "M4 9V4h5M15 4h5v5M20 15v5h-5M9 20H4v-5";
pub const THEME: &str = "M12 4a8 8 0 1 0 0 16zM12 4a8 8 0 0 1 0 16M12 8h6M12 12h8M12 16h6";
pub const QUIZ: &str = "M4 6l1.5 1.5L8 5M4 13l1.5 1.5L8 12M4 20l1.5 1.5L8 19M12 6h8M12 13h8M12 20h8";
pub const OVERVIEW: &str = "M4 5h6v5H4zM14 5h6v5h-6zM4 14h6v5H4zM14 14h6v5h-6z";
pub const MATRIX: &str = "M4 5h16v14H4zM4 10h16M10 5v14M15 14h2";
pub const MENU: &str = "M5 7h14M5 12h14M5 17h14";
pub const SMALLER: &str = "M6 12h12";
pub const LARGER: &str = "M6 12h12M12 6v12";
pub const HELP: &str = "M9 9a3 3 0 1 1 4.5 2.6c-1 .6-1.5 1.2-1.5 2.4M12 18h0";
pub const WARNING: &str = "M12 4L3 20h18zM12 10v4M12 17h0";
pub const DETAILS: &str = "M12 11v6M12 7h0M12 3a9 9 0 1 1 0 18 9 9 0 0 1 0-18";
pub const LATER: &str = "M12 7v5l3 3M4 12a8 8 0 1 1 2.5 5.8M4 20v-4h4";

/// Draws one of the paths above.
#[inline(never)]
pub fn icon<'p>(pen: &'p mut Pen, path: &'static str) -> &'p mut Pen {
    pen.class("svg", "icon").attr("viewBox", "0 0 24 24").attr("width", "20").attr("height", "20");
    pen.attr("aria-hidden", "true").attr("focusable", "false").open("path").attr("d", path);
    pen.attr("fill", "none").attr("stroke", "currentColor").attr("stroke-width", "2");
    pen.attr("stroke-linecap", "round").attr("stroke-linejoin", "round").close().close()
}
