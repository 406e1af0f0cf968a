//! The parts of a measurement, which can be asked for apart, since all of them take a while.

use clap::ValueEnum;

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Part {
    /// Paints, blocking time, bytes and requests of a load, beside the static page, reveal.js and Marp.
    Load,
    /// Until a key changes the slide of a page that is loading, beside the same.
    Key,
    /// A change of slide, beside the same.
    Change,
    /// A change of slide in decks of 450 and 1,350 slides, beside one in the talk.
    Scale,
    /// First paint and memory with the talk and with such decks, beside reveal.js and Marp with as many slides.
    Memory,
    /// The overview.
    Overview,
    /// The search of a deck of 1,000 slides.
    Search,
    /// The lens and the comparing views.
    Comparing,
    /// Decks in articles.
    Embedding,
}

impl Part {
    /// Those that are measured on the static page and on what others make of the talk.
    pub const WITH_PEERS: [Self; 4] = [Self::Load, Self::Key, Self::Change, Self::Memory];
    /// The asked parts, each once and in the order in which they are measured; all if none is asked for.
    pub fn asked(named: &[Self]) -> Vec<Self> {
        let is_asked = |part: &&Self| named.is_empty() || named.contains(part);
        Self::value_variants().iter().filter(is_asked).copied().collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parts_are_measured_once_and_in_order() {
        assert_eq!(Part::asked(&[Part::Change, Part::Load, Part::Change]), [Part::Load, Part::Change]);
        assert_eq!(Part::asked(&[]).len(), Part::value_variants().len());
    }
}
