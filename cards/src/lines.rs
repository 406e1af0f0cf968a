//! Sets a title into lines: as large as it may be, with lines of about one length, broken between phrases.

use crate::phrases::{characters, phrases};

/// A title in lines of one size.
#[derive(Debug, PartialEq)]
pub struct Lines {
    pub size: f32,
    pub lines: Vec<String>,
}

/// The place for a title, in pixels.
#[derive(Clone, Copy)]
pub struct Room {
    pub width: f32,
    pub height: f32,
}

/// Tells how wide texts are in type of one pixel.
pub type Widths<'a> = &'a dyn Fn(&[String]) -> Vec<f32>;

/// From one line to the next, by the size of the type.
pub const LEADING: f32 = 1.28;

/// The sizes in the order in which they are tried, each with the most lines that look well in it: two lines in somewhat
/// smaller type are read more easily than three in larger.
const SIZES: [(f32, usize); 16] = [
    (88.0, 2),
    (82.0, 2),
    (76.0, 2),
    (70.0, 2),
    (64.0, 2),
    (60.0, 2),
    (70.0, 3),
    (64.0, 3),
    (58.0, 3),
    (52.0, 4),
    (46.0, 5),
    (40.0, 6),
    (34.0, 7),
    (28.0, 9),
    (22.0, 12),
    (16.0, 18),
];

/// What it costs to end a line elsewhere than behind a comma or the like, by the width of the room.
const WITHIN_SENTENCE: f32 = 0.2;

/// Below it, phrases are rather broken than set smaller.
const SMALL: f32 = 46.0;

/// `widths` tells how wide texts are in type of one pixel. The smallest size takes what no other one does: in it, lines
/// may become more than there is room for, but no title of a slide is so long.
pub fn set(text: &str, room: Room, widths: Widths) -> Lines {
    let phrases = Pieces::of(phrases(text), widths);
    let large = SIZES.into_iter().filter(|(size, _)| *size >= SMALL);
    if let Some(set) = phrases.set(room, large) {
        return set;
    }
    let parts = Pieces::of(characters(text), widths);
    parts.set(room, SIZES).unwrap_or_else(|| {
        let (size, _) = SIZES[SIZES.len() - 1];
        let lines = parts.lines(room.width / size, parts.all.len());
        Lines { size, lines: lines.unwrap_or_else(|| vec![text.to_owned()]) }
    })
}

/// The sizes of names that stand beside each other, with the most lines of each.
const NAMES: [(f32, usize); 9] =
    [(44.0, 1), (38.0, 1), (32.0, 1), (32.0, 2), (27.0, 2), (23.0, 3), (19.0, 4), (16.0, 5), (13.0, 6)];

/// Names in one size, each in a width of its own.
pub fn set_beside(names: &[String], width: f32, widths: Widths) -> Vec<Lines> {
    let pieces = |cut: fn(&str) -> Vec<String>| -> Vec<Pieces> {
        names.iter().map(|name| Pieces::of(cut(name), widths)).collect()
    };
    let [whole, parts] = [pieces(phrases), pieces(characters)];
    let at = |all: &[Pieces], (size, most): (f32, usize)| -> Option<Vec<Lines>> {
        all.iter().map(|name| Some(Lines { size, lines: name.lines(width / size, most)? })).collect()
    };
    let found = NAMES.into_iter().find_map(|size| at(&whole, size));
    let found = found.or_else(|| NAMES.into_iter().find_map(|size| at(&parts, size)));
    let (smallest, _) = NAMES[NAMES.len() - 1];
    found.unwrap_or_else(|| {
        names.iter().map(|name| Lines { size: smallest, lines: vec![name.clone()] }).collect()
    })
}

fn whole_lines(room: Room, size: f32) -> usize {
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a few lines")]
    let lines = (room.height / (size * LEADING)) as usize;
    lines.max(1)
}

/// Pieces of a text with their widths, those of spaces at their ends aside.
struct Pieces {
    all: Vec<(String, f32, f32)>,
}

impl Pieces {
    fn of(pieces: Vec<String>, widths: Widths) -> Self {
        let bare: Vec<String> = pieces.iter().map(|piece| piece.trim_end().to_owned()).collect();
        // The space between two letters, as the type has it.
        let space = widths(&["nn".to_owned(), "n n".to_owned()]);
        let space = space[1] - space[0];
        let widths = widths(&bare);
        let with_space = |(piece, width): (String, f32)| {
            let behind = if piece.ends_with(' ') { space } else { 0.0 };
            (piece, width, behind)
        };
        Self { all: pieces.into_iter().zip(widths).map(with_space).collect() }
    }

    /// The width of the pieces from one place up to another, in a line.
    fn width(&self, from: usize, to: usize) -> f32 {
        let sum: f32 = self.all[from..to].iter().map(|(_, width, space)| width + space).sum();
        sum - self.all[from..to].last().map_or(0.0, |(_, _, space)| *space)
    }

    /// The lines in the first of the sizes in which they fit.
    fn set(&self, room: Room, sizes: impl IntoIterator<Item = (f32, usize)>) -> Option<Lines> {
        sizes.into_iter().find_map(|(size, most)| {
            let most = most.min(whole_lines(room, size));
            Some(Lines { size, lines: self.lines(room.width / size, most)? })
        })
    }

    /// The fewest lines within a width, of about one length; nothing if they are more than `most`.
    fn lines(&self, width: f32, most: usize) -> Option<Vec<String>> {
        (1..=most.min(self.all.len())).find_map(|count| self.even_lines(width, count))
    }

    /// What it costs to end a line behind the pieces up to a place.
    fn cost(&self, to: usize, width: f32) -> f32 {
        let ends_part = self.all[to - 1]
            .0
            .trim_end()
            .ends_with(['、', '。', '，', ',', ':', '：', '/', ';', '?', '!', '？', '！']);
        if to == self.all.len() || ends_part { 0.0 } else { (WITHIN_SENTENCE * width).powi(2) }
    }

    /// So many lines with the least sum of the squares of what is left free and of what their ends cost.
    fn even_lines(&self, width: f32, count: usize) -> Option<Vec<String>> {
        let end = self.all.len();
        // For each place: what it costs to set the pieces up to it into the lines so far, and where the last begins.
        let mut best: Vec<Vec<Option<(f32, usize)>>> = vec![vec![None; end + 1]; count + 1];
        best[0][0] = Some((0.0, 0));
        for line in 1..=count {
            for to in 1..=end {
                best[line][to] = (0..to)
                    .filter_map(|from| {
                        let (cost, _) = best[line - 1][from]?;
                        let free = width - self.width(from, to);
                        (free >= 0.0).then_some((cost + free * free + self.cost(to, width), from))
                    })
                    .min_by(|one, other| one.0.total_cmp(&other.0));
            }
        }
        let mut lines = Vec::new();
        let mut to = end;
        for line in (1..=count).rev() {
            let (_, from) = best[line][to]?;
            let text: String = self.all[from..to].iter().map(|(piece, ..)| piece.as_str()).collect();
            lines.insert(0, text.trim_end().to_owned());
            to = from;
        }
        Some(lines)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Type in which Latin letters and spaces are half as wide as others.
    fn widths(texts: &[String]) -> Vec<f32> {
        let width = |text: &String| text.chars().map(|c| if c.is_ascii() { 0.5 } else { 1.0 }).sum();
        texts.iter().map(width).collect()
    }

    const ROOM: Room = Room { width: 1040.0, height: 300.0 };

    #[test]
    fn a_short_title_is_large_and_on_one_line() {
        assert_eq!(set("GKEとEKS", ROOM, &widths), Lines { size: 88.0, lines: vec!["GKEとEKS".into()] });
    }

    #[test]
    fn lines_are_of_about_one_length() {
        let set = set("kubectl を使う権限を、どう管理したいですか", ROOM, &widths);
        assert_eq!(
            (set.size, set.lines),
            (88.0, vec!["kubectl を使う権限を、".into(), "どう管理したいですか".into()])
        );
    }

    #[test]
    fn nothing_is_wider_or_higher_than_its_room_and_nothing_is_lost() {
        let sentence = "クラウドのファイアウォールを Pod ごとに設定する機能は必要ですか";
        for text in
            [sentence.to_owned(), sentence.repeat(6), "W".repeat(300), format!("a {}", "語".repeat(200))]
        {
            let set = set(&text, ROOM, &widths);
            let kept: String = set.lines.concat().split(' ').collect();
            assert_eq!(kept, text.split(' ').collect::<String>());
            for line in widths(&set.lines) {
                assert!(line * set.size <= ROOM.width + 0.1, "{set:?}");
            }
            #[expect(clippy::cast_precision_loss, reason = "a few lines")]
            let height = set.lines.len() as f32 * set.size * LEADING;
            assert!(height <= ROOM.height + 0.1, "{set:?}");
        }
    }

    #[test]
    fn a_word_that_is_longer_than_a_line_is_broken_and_stays_large() {
        let set = set(&"W".repeat(80), ROOM, &widths);
        assert!(set.size > 50.0 && set.lines.len() > 1, "{set:?}");
    }

    #[test]
    fn names_have_one_size() {
        let names = ["A".to_owned(), "Elastic Kubernetes Service".to_owned()];
        let set = set_beside(&names, 160.0, &widths);
        assert!(set[0].size > 20.0 && set[0].size.total_cmp(&set[1].size).is_eq(), "{set:?}");
        assert_eq!(set[1].lines.concat().len(), names[1].len() - 2);
        assert!((set_beside(&names, 900.0, &widths)[1].size - 44.0).abs() < 0.1);
    }

    #[test]
    fn a_text_of_nothing_has_no_lines() {
        assert_eq!(set("", ROOM, &widths).lines, [""]);
        assert_eq!(set_beside(&[], 100.0, &widths), []);
    }
}
