//! SVG to PNG. A card has few colours and what lies between each of them and its ground, so that a palette holds them
//! all: a third of the bytes of a picture in full colours.

use anyhow::{Context, Result};
use resvg::tiny_skia::{Pixmap, Transform};
use resvg::usvg::Tree;

/// A colour in sRGB.
pub type Rgb = [u8; 3];

/// How many shades lead from the ground to a colour, itself included.
const SHADES: u16 = 24;

/// The drawing in its own size as a PNG of these colours on a ground; the ground covers all of it.
pub fn png(tree: &Tree, ground: Rgb, colours: &[Rgb]) -> Result<Vec<u8>> {
    let size = tree.size().to_int_size();
    let pixels = pixels(tree)?;
    let palette = palette(ground, colours);
    encoded((size.width(), size.height()), &palette, &indexed(&pixels, &palette))
}

fn pixels(tree: &Tree) -> Result<Pixmap> {
    let size = tree.size().to_int_size();
    let mut pixels = Pixmap::new(size.width(), size.height()).context("the picture has no size")?;
    resvg::render(tree, Transform::default(), &mut pixels.as_mut());
    Ok(pixels)
}

/// The ground, then the shades to each colour. At most 256.
fn palette(ground: Rgb, colours: &[Rgb]) -> Vec<Rgb> {
    let mut palette = vec![ground];
    for colour in colours {
        for shade in 1..=SHADES {
            let mix = |at: usize| {
                let sum = u16::from(ground[at]) * (SHADES - shade) + u16::from(colour[at]) * shade;
                u8::try_from((sum + SHADES / 2) / SHADES).unwrap_or(u8::MAX)
            };
            palette.push([mix(0), mix(1), mix(2)]);
        }
    }
    palette.truncate(256);
    palette
}

/// For each pixel the place of the nearest colour. Neighbours are often alike, so the last answer is kept.
fn indexed(pixels: &Pixmap, palette: &[Rgb]) -> Vec<u8> {
    let mut last = ([0, 0, 0], nearest([0, 0, 0], palette));
    let place = |pixel: &[u8]| {
        let colour = [pixel[0], pixel[1], pixel[2]];
        if colour != last.0 {
            last = (colour, nearest(colour, palette));
        }
        last.1
    };
    pixels.data().chunks_exact(4).map(place).collect()
}

fn nearest(colour: Rgb, palette: &[Rgb]) -> u8 {
    let distance = |other: &Rgb| -> u32 {
        colour.iter().zip(other).map(|(one, other)| u32::from(one.abs_diff(*other)).pow(2)).sum()
    };
    let found = palette.iter().enumerate().min_by_key(|(_, other)| distance(other));
    found.and_then(|(place, _)| u8::try_from(place).ok()).unwrap_or_default()
}

fn encoded((width, height): (u32, u32), palette: &[Rgb], places: &[u8]) -> Result<Vec<u8>> {
    let mut file = Vec::new();
    let mut encoder = png::Encoder::new(&mut file, width, height);
    encoder.set_color(png::ColorType::Indexed);
    encoder.set_depth(png::BitDepth::Eight);
    encoder.set_palette(palette.concat());
    encoder.set_compression(png::Compression::High);
    encoder.set_filter(png::Filter::NoFilter);
    let mut writer = encoder.write_header().context("the PNG can't be written")?;
    writer.write_image_data(places).and_then(|()| writer.finish()).context("the PNG can't be written")?;
    Ok(file)
}

#[cfg(test)]
mod tests {
    use super::*;
    use resvg::usvg::Options;

    const GROUND: Rgb = [0xfc, 0xfb, 0xf8];
    const BLUE: Rgb = [0x1a, 0x73, 0xe8];

    #[test]
    fn what_is_drawn_can_be_seen() -> Result<()> {
        let svg = "<svg xmlns='http://www.w3.org/2000/svg' width='8' height='4'>\
                   <rect width='8' height='4' fill='#fcfbf8'/><rect x='4' width='4' height='4' fill='#1a73e8'/></svg>";
        let file = png(&Tree::from_str(svg, &Options::default())?, GROUND, &[BLUE])?;
        let mut decoder = png::Decoder::new(std::io::Cursor::new(file));
        decoder.set_transformations(png::Transformations::EXPAND);
        let mut reader = decoder.read_info()?;
        let mut pixels = vec![0; reader.output_buffer_size().context("a size")?];
        let info = reader.next_frame(&mut pixels)?;
        assert_eq!((info.width, info.height), (8, 4));
        assert_eq!((&pixels[..3], &pixels[7 * 3..8 * 3]), (&GROUND[..], &BLUE[..]));
        Ok(())
    }

    #[test]
    fn a_palette_holds_each_colour_and_the_way_to_it() {
        let palette = palette(GROUND, &[BLUE, [0; 3]]);
        assert_eq!(palette.len(), 1 + 2 * usize::from(SHADES));
        assert!(palette.contains(&BLUE) && palette.contains(&[0; 3]) && palette[0] == GROUND);
        assert!(super::palette(GROUND, &[[1; 3]; 20]).len() <= 256);
        assert_eq!(nearest([0x1b, 0x72, 0xe8], &palette), u8::try_from(SHADES).unwrap_or_default());
    }
}
