//! Where a text may be broken into lines: between words in other languages, between phrases in Japanese, as `word-break:
//! auto-phrase` does it in browsers, and with the same model (BudouX).

use std::sync::LazyLock;

use budouy::Parser;
use budouy::model::load_default_japanese_parser;

static JAPANESE: LazyLock<Parser> = LazyLock::new(load_default_japanese_parser);

/// What never begins a line.
const NEVER_FIRST: &str =
    "、。，．,.!?！？:;：；・)]}）］｝」』】〉》〕”’ーぁぃぅぇぉっゃゅょゎァィゥェォッャュョヮヵヶ々〜…‥%％/";
/// What never ends one.
const NEVER_LAST: &str = "([{（［｛「『【〈《〔“‘";

/// The text in pieces that stay together; a space stays at the end of its piece.
pub fn phrases(text: &str) -> Vec<String> {
    let chars: Vec<char> = text.chars().collect();
    let mut breaks = JAPANESE.parse_boundaries(text);
    breaks.extend((1..chars.len()).filter(|at| chars[at - 1] == ' '));
    breaks.sort_unstable();
    breaks.dedup();
    breaks.retain(|at| may_break(&chars, *at));
    pieces(&chars, &breaks)
}

/// The text in the smallest pieces that may stand alone, for a phrase that is longer than a line.
pub fn characters(text: &str) -> Vec<String> {
    let chars: Vec<char> = text.chars().collect();
    let breaks: Vec<usize> = (1..chars.len()).filter(|at| is_allowed(&chars, *at)).collect();
    pieces(&chars, &breaks)
}

fn pieces(chars: &[char], breaks: &[usize]) -> Vec<String> {
    let starts = [0].into_iter().chain(breaks.iter().copied());
    let ends = breaks.iter().copied().chain([chars.len()]);
    let all = starts.zip(ends).map(|(start, end)| chars[start..end].iter().collect::<String>());
    all.filter(|piece| !piece.is_empty()).collect()
}

/// Whether a line may end before the character at a place: words of other scripts stay whole.
fn may_break(chars: &[char], at: usize) -> bool {
    let is_word = |c: char| c.is_ascii_alphanumeric() || "-_.'’".contains(c);
    is_allowed(chars, at) && !(is_word(chars[at - 1]) && is_word(chars[at]))
}

fn is_allowed(chars: &[char], at: usize) -> bool {
    !NEVER_FIRST.contains(chars[at]) && !NEVER_LAST.contains(chars[at - 1]) && chars[at] != ' '
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn japanese_is_broken_between_phrases() {
        assert_eq!(phrases("権限を、どう管理したいですか"), ["権限を、", "どう", "管理したいですか"]);
    }

    #[test]
    fn words_and_what_stands_in_brackets_stay_whole() {
        assert_eq!(phrases("Self-Managed (Unmanaged) Node"), ["Self-Managed ", "(Unmanaged) ", "Node"]);
        assert_eq!(phrases("Load balancers / internal ones"), ["Load ", "balancers / ", "internal ", "ones"]);
    }

    #[test]
    fn no_line_begins_or_ends_with_what_must_not() {
        for text in ["「キャッシュ」、(データ)。", "ノードを、用意しますか？"] {
            for piece in phrases(text).into_iter().chain(characters(text)) {
                assert!(!piece.starts_with(|c| NEVER_FIRST.contains(c)), "{piece}");
                assert!(!piece.ends_with(|c| NEVER_LAST.contains(c)), "{piece}");
            }
        }
        assert_eq!(characters("データ"), ["デー", "タ"]);
        assert_eq!(phrases(""), Vec::<String>::new());
    }
}
