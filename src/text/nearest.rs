//! "Did you mean": which known word a mistyped one was probably meant to be.

/// The candidate nearest to `word`, if it is near enough to be a slip of the keyboard: one edit
/// away, or two for words of five letters and more. A swap of neighbours counts as one edit. Words
/// of one or two letters are too short to tell. Among equally near ones the first of the alphabet.
pub fn nearest<'a>(word: &str, candidates: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    nearest_of(word, &mut candidates.into_iter())
}

/// The same for any kind of candidates, so that it is in the program once.
fn nearest_of<'a>(word: &str, candidates: &mut dyn Iterator<Item = &'a str>) -> Option<&'a str> {
    let reach = match word.chars().count() {
        0..=2 => return None,
        3..=4 => 1,
        _ => 2,
    };
    candidates
        .filter(|candidate| candidate.chars().count().abs_diff(word.chars().count()) <= reach)
        .map(|candidate| (strsim::osa_distance(word, candidate), candidate))
        .filter(|&(distance, _)| (1..=reach).contains(&distance))
        .min()
        .map(|(_, candidate)| candidate)
}

#[cfg(test)]
mod tests {
    use super::nearest;

    #[test]
    fn finds_slips_and_leaves_other_words_alone() {
        assert_eq!(nearest("gek", ["eks", "gke"]), Some("gke"));
        assert_eq!(nearest("momemts", ["moments", "sides"]), Some("moments"));
        assert_eq!(nearest("gke", ["gke"]), None);
        assert_eq!(nearest("theme", ["title", "lang"]), None);
    }
}
