//! The type of the cards: which is taken, whether it has all characters, and how wide a text is in it.

use std::fmt::Write;
use std::path::Path;
use std::sync::Arc;

use anyhow::{Context, Result};
use kurabe::text::markup::escaped;
use resvg::usvg::fontdb::Database;
use resvg::usvg::{Node, Options, Text, Tree};

/// Families with Japanese in them, as systems have them.
const FAMILIES: [&str; 9] = [
    "Noto Sans JP",
    "Noto Sans CJK JP",
    "Source Han Sans JP",
    "Hiragino Sans",
    "Hiragino Kaku Gothic ProN",
    "Yu Gothic",
    "BIZ UDPGothic",
    "IPAPGothic",
    "TakaoPGothic",
];

/// The weights of the type.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Weight {
    Regular,
    Bold,
}

impl Weight {
    pub fn number(self) -> &'static str {
        match self {
            Self::Regular => "400",
            Self::Bold => "700",
        }
    }
}

pub struct Typeface {
    options: Options<'static>,
}

impl Typeface {
    /// The type in a folder, else the machine's own; nothing where neither has all characters of a text.
    pub fn find(folder: Option<&Path>, written: &str) -> Result<Option<Self>> {
        let mut type_faces = Database::new();
        if let Some(folder) = folder {
            type_faces.load_fonts_dir(folder);
            let own = Self::of(type_faces.clone());
            if own.as_ref().map_or(Ok(false), |own| own.has_all(written))? {
                return Ok(own);
            }
        }
        type_faces.load_system_fonts();
        let own = Self::of(type_faces);
        Ok(if own.as_ref().map_or(Ok(false), |own| own.has_all(written))? { own } else { None })
    }

    /// Nothing if there is no type at all.
    fn of(type_faces: Database) -> Option<Self> {
        let families =
            || type_faces.faces().filter_map(|face| face.families.first().map(|(name, _)| name.as_str()));
        let known = FAMILIES.into_iter().find(|known| families().any(|name| name == *known));
        let font_family = known.or_else(|| families().next())?.to_owned();
        Some(Self { options: Options { font_family, fontdb: Arc::new(type_faces), ..Options::default() } })
    }

    /// Whether each character of a text is in the type, or in other type that is there.
    fn has_all(&self, text: &str) -> Result<bool> {
        let tree = self.tree(&texts([text], Weight::Bold))?;
        let glyphs = |text: &Text| {
            text.layouted().iter().flat_map(|span| &span.positioned_glyphs).any(|one| one.id.0 == 0)
        };
        Ok(!all_texts(&tree).into_iter().any(glyphs))
    }

    /// How wide each text is in type of one pixel.
    pub fn widths(&self, written: &[String], weight: Weight) -> Result<Vec<f32>> {
        let tree = self.tree(&texts(written.iter().map(String::as_str), weight))?;
        let width = |place: usize| match tree.node_by_id(&format!("t{place}")) {
            Some(node) => node.abs_bounding_box().width() / SIZE,
            None => 0.0,
        };
        Ok((0..written.len()).map(width).collect())
    }

    /// The drawing with its texts set in this type.
    pub fn tree(&self, svg: &str) -> Result<Tree> {
        Tree::from_str(svg, &self.options).context("the drawing can't be read")
    }
}

/// The size in which widths are measured, in pixels.
const SIZE: f32 = 100.0;

fn texts<'a>(written: impl IntoIterator<Item = &'a str>, weight: Weight) -> String {
    let mut svg = "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"9\" height=\"9\">".to_owned();
    for (place, text) in written.into_iter().enumerate() {
        let (weight, text) = (weight.number(), escaped(&printable(text)));
        // Writing into a text never fails.
        let _ = write!(
            svg,
            "<text id=\"t{place}\" xml:space=\"preserve\" font-size=\"{SIZE}\" font-weight=\"{weight}\">{text}</text>"
        );
    }
    svg + "</svg>"
}

/// The text without what XML can't hold.
pub fn printable(text: &str) -> String {
    text.chars()
        .map(|c| if c.is_control() { ' ' } else { c })
        .filter(|c| !matches!(c, '\u{FFFE}' | '\u{FFFF}'))
        .collect()
}

fn all_texts(tree: &Tree) -> Vec<&Text> {
    let children = tree.root().children().iter();
    children
        .filter_map(|child| if let Node::Text(text) = child { Some(text.as_ref()) } else { None })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn where_there_is_no_type_nothing_is_found() {
        assert!(Typeface::of(Database::new()).is_none());
    }

    /// On a machine without any type there is nothing to see.
    #[test]
    fn a_character_that_no_type_has_is_missed() -> Result<()> {
        let mut type_faces = Database::new();
        type_faces.load_system_fonts();
        let Some(own) = Typeface::of(type_faces) else { return Ok(()) };
        assert!(own.has_all("Kurabe <&>")?);
        // A place that Unicode leaves free.
        assert!(!own.has_all("Kurabe \u{378}")?);
        let widths = own.widths(&["i".into(), "iii".into(), "&".into()], Weight::Regular)?;
        assert!(widths[0] > 0.0 && widths[1] > 2.0 * widths[0] && widths[2] > 0.0, "{widths:?}");
        Ok(())
    }

    #[test]
    fn what_xml_cannot_hold_is_taken_out() {
        assert_eq!(printable("a\u{1}b\u{FFFF}"), "a b");
    }
}
