//! The time lens: its moments, the slider over the months, and the list of those in which something changed.

use super::button::{Button, icon_button};
use super::icons;
use super::pen::Pen;
use crate::app::lens::Lens;
use crate::app::msg::{LensMsg, Msg};
use crate::app::screen::{Choice, LensSlider, Toolbar};
use crate::words::fill;

pub fn lens(pen: &mut Pen, bar: &Toolbar) {
    let is_empty = bar.moments.is_empty() && bar.slider.is_none();
    let if_any = |value| Some(value).filter(|_| !is_empty);
    pen.class("div", "lens-box").attr("role", if_any("group")).attr("aria-label", if_any(bar.lens_label));
    pen.class("div", "lens");
    for one in &bar.moments {
        moment(pen, one);
    }
    pen.close().class("div", "lens-more");
    if let Some(one) = &bar.slider {
        slider(pen, one);
    }
    pen.close().close();
}

fn moment(pen: &mut Pen, choice: &Choice<Lens>) {
    let tooltip = Some(choice.detail.clone());
    let class = if matches!(choice.value, Lens::Moment(_)) { "toggle" } else { "toggle other-day" };
    let look = Button { class, tooltip, pressed: Some(choice.chosen), ..Button::default() };
    look.open(pen, Msg::Lens(LensMsg::Set(choice.value))).text(&choice.name).close();
}

fn slider(pen: &mut Pen, slider: &LensSlider) {
    let look = Button {
        expanded: Some(slider.is_open),
        ..Button::icon("icon-button lens-opener", slider.open_label)
    };
    icons::icon(look.open(pen, Msg::Lens(LensMsg::ToggleSlider)), icons::LATER).close();
    pen.class("div", if slider.is_open { "lens-bar is-open" } else { "lens-bar" });
    icon_button(
        pen,
        "icon-button",
        slider.previous_label,
        icons::PREVIOUS,
        Msg::Lens(LensMsg::Change { later: false }),
    );
    pen.class("div", "lens-track");
    marks(pen, slider);
    pen.slider(slider.month, |month| Msg::Lens(LensMsg::Drag(month)), Msg::Lens(LensMsg::Drop))
        .attr("class", "lens-slider");
    pen.attr("min", slider.first).attr("max", slider.last).attr("aria-label", slider.label);
    pen.attr("aria-valuetext", &slider.text).close().close();
    icon_button(
        pen,
        "icon-button",
        slider.next_label,
        icons::NEXT,
        Msg::Lens(LensMsg::Change { later: true }),
    );
    pen.select(slider.select_label, &slider.options, |month| Msg::Lens(LensMsg::Month(month))).close();
}

/// A line for each month in which something changes, longer where more does.
fn marks(pen: &mut Pen, slider: &LensSlider) {
    let months = (slider.last - slider.first).max(1);
    let mut path = String::new();
    for (month, count) in &slider.marks {
        path.push_str(&fill("M{0} 12v-{1}", &[month, &(count * 4)]));
    }
    pen.class("svg", "lens-marks").attr("viewBox", &format!("0 0 {months} 12"));
    pen.attr("preserveAspectRatio", "none").attr("aria-hidden", "true");
    pen.open("path").attr("d", &path).close().close();
}
