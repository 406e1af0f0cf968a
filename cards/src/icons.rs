//! The site's icon as PNG, for browsers that install sites by such pictures only. They are listed in the
//! manifests (`xtask/src/dist/heads.rs`).

use std::fs;
use std::path::Path;

use anyhow::{Context, Result};
use resvg::tiny_skia::{Color, Pixmap, Transform};
use resvg::usvg::{Options, Tree};

/// The files, their sizes in pixels, and which part of the width the icon has; where that is not all, it stands on paper,
/// of which systems cut off corners ("maskable": what matters is within a circle of 80 % of the width).
const ICONS: [(&str, u16, f32); 3] =
    [("icon-192.png", 192, 1.0), ("icon-512.png", 512, 1.0), ("icon-maskable.png", 512, 0.6)];

/// Writes the pictures of an SVG with a square view into a folder.
pub fn write(icon: &Path, out: &Path) -> Result<()> {
    let svg = fs::read_to_string(icon).with_context(|| format!("can't read {}", icon.display()))?;
    let tree =
        Tree::from_str(&svg, &Options::default()).with_context(|| format!("{} is no SVG", icon.display()))?;
    for (name, size, part) in ICONS {
        let file = out.join(name);
        fs::write(&file, drawn(&tree, size, part)?)
            .with_context(|| format!("can't write {}", file.display()))?;
    }
    Ok(())
}

fn drawn(tree: &Tree, size: u16, part: f32) -> Result<Vec<u8>> {
    let mut pixels = Pixmap::new(size.into(), size.into()).context("the icon has no size")?;
    let size = f32::from(size);
    if part < 1.0 {
        // `--paper` of `styles/tokens.css`.
        pixels.fill(Color::from_rgba8(0xfc, 0xfb, 0xf8, 0xff));
    }
    let scale = size * part / tree.size().width();
    let edge = size * (1.0 - part) / 2.0;
    let place = Transform::from_scale(scale, scale).post_translate(edge, edge);
    resvg::render(tree, place, &mut pixels.as_mut());
    pixels.encode_png().context("the icon can't be written as PNG")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn pixel(png: &[u8], x: u32, y: u32) -> Option<[u8; 4]> {
        let pixels = Pixmap::decode_png(png).ok()?;
        let pixel = pixels.pixel(x, y)?.demultiply();
        Some([pixel.red(), pixel.green(), pixel.blue(), pixel.alpha()])
    }

    #[test]
    fn the_icon_fills_its_picture_or_stands_on_paper() -> Result<()> {
        let svg = "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 2 2'><rect width='1' height='2' fill='#1a73e8'/></svg>";
        let tree = Tree::from_str(svg, &Options::default())?;
        let whole = drawn(&tree, 20, 1.0)?;
        assert_eq!(
            [pixel(&whole, 0, 0), pixel(&whole, 19, 19)],
            [Some([0x1a, 0x73, 0xe8, 255]), Some([0; 4])]
        );
        let masked = drawn(&tree, 20, 0.5)?;
        assert_eq!(
            [pixel(&masked, 0, 0), pixel(&masked, 6, 10)],
            [Some([0xfc, 0xfb, 0xf8, 255]), Some([0x1a, 0x73, 0xe8, 255])]
        );
        Ok(())
    }
}
