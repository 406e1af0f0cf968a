//! The sides' colours: an author's colour, made dark or light enough for each ground.
//!
//! The contrast is that of WCAG 2.2: at least 4.5:1 for text, 7:1 in the high-contrast theme.

use crate::model::deck::{Color, Side};

/// The grounds on which side colours stand. `styles/tokens.css` has the same values.
pub const PAPER_LIGHT: Color = rgb(0xfc, 0xfb, 0xf8);
pub const PAPER_DARK: Color = rgb(0x17, 0x19, 0x1d);
const WHITE: Color = rgb(0xff, 0xff, 0xff);
const BLACK: Color = rgb(0, 0, 0);

/// For sides without a colour of their own: hues of even lightness (after Okabe and Ito).
const DEFAULTS: [Color; 6] = [
    rgb(0x00, 0x72, 0xb2),
    rgb(0xd5, 0x5e, 0x00),
    rgb(0x00, 0x9e, 0x73),
    rgb(0xcc, 0x79, 0xa7),
    rgb(0x8a, 0x6d, 0x00),
    rgb(0x56, 0x6b, 0xb4),
];

const fn rgb(red: u8, green: u8, blue: u8) -> Color {
    Color { red, green, blue }
}

/// One side's colour on each ground.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct SideColors {
    pub light: Color,
    pub dark: Color,
    pub contrast_light: Color,
    pub contrast_dark: Color,
}

/// The colours of the side at place `at`.
pub fn side_colors(side: &Side, at: usize) -> SideColors {
    let color = side.color.unwrap_or(DEFAULTS[at % DEFAULTS.len()]);
    SideColors {
        light: readable(color, PAPER_LIGHT, 4.5),
        dark: readable(color, PAPER_DARK, 4.5),
        contrast_light: readable(color, WHITE, 7.0),
        contrast_dark: readable(color, BLACK, 7.0),
    }
}

/// The colour nearest to `color`, on the way to black or white, that has the contrast on `ground`.
fn readable(color: Color, ground: Color, ratio: f32) -> Color {
    let end = if luminance(ground) > 0.18 { BLACK } else { WHITE };
    let steps = (0..=100_u16).map(|step| mixed(color, end, step));
    steps.into_iter().find(|mix| contrast(*mix, ground) >= ratio).unwrap_or(end)
}

/// `percent` of the way from one colour to the other.
fn mixed(from: Color, to: Color, percent: u16) -> Color {
    let mix = |a: u8, b: u8| {
        let sum = u16::from(a) * (100 - percent) + u16::from(b) * percent;
        u8::try_from(sum / 100).unwrap_or(u8::MAX)
    };
    rgb(mix(from.red, to.red), mix(from.green, to.green), mix(from.blue, to.blue))
}

/// The contrast ratio of two colours, 1 to 21 (WCAG 2.2, "contrast ratio").
pub fn contrast(a: Color, b: Color) -> f32 {
    let (a, b) = (luminance(a), luminance(b));
    (a.max(b) + 0.05) / (a.min(b) + 0.05)
}

/// The relative luminance, 0 to 1 (WCAG 2.2, "relative luminance").
fn luminance(color: Color) -> f32 {
    let linear = |channel: u8| {
        let value = f32::from(channel) / 255.0;
        if value <= 0.04045 { value / 12.92 } else { power_2_4((value + 0.055) / 1.055) }
    };
    0.2126 * linear(color.red) + 0.7152 * linear(color.green) + 0.0722 * linear(color.blue)
}

/// `x` to the power of 2.4, for 0.04 to 1: `x²` times the fifth root of `x²`, found by Newton's
/// method. `powf` would cost every reader a kilobyte.
fn power_2_4(x: f32) -> f32 {
    let square = x * x;
    let mut root = 1.0_f32;
    for _ in 0..24 {
        let fourth = root * root * root * root;
        root = (4.0 * root + square / fourth) / 5.0;
    }
    square * root
}

/// The colour as CSS writes it.
pub fn css(color: Color) -> String {
    format!("#{:02x}{:02x}{:02x}", color.red, color.green, color.blue)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_colour_becomes_readable_on_every_ground() {
        for color in
            [rgb(255, 255, 0), rgb(0, 0, 0), rgb(255, 255, 255), rgb(0x1a, 0x73, 0xe8), rgb(0x80, 0x80, 0x80)]
        {
            let side = Side { id: "a".into(), name: "A".into(), color: Some(color) };
            let colors = side_colors(&side, 0);
            assert!(contrast(colors.light, PAPER_LIGHT) >= 4.5, "{color:?}");
            assert!(contrast(colors.dark, PAPER_DARK) >= 4.5, "{color:?}");
            assert!(contrast(colors.contrast_light, WHITE) >= 7.0, "{color:?}");
            assert!(contrast(colors.contrast_dark, BLACK) >= 7.0, "{color:?}");
        }
    }

    #[test]
    fn a_readable_colour_stays() {
        assert_eq!(readable(rgb(0xc4, 0x55, 0), WHITE, 4.5), rgb(0xc4, 0x55, 0));
        assert!((contrast(BLACK, WHITE) - 21.0).abs() < 0.01);
        for percent in 4_u8..=100 {
            let x = f32::from(percent) / 100.0;
            assert!((power_2_4(x) - x.powf(2.4)).abs() < 1e-5, "{x}");
        }
    }
}
