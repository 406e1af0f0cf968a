//! Which sides are on.

use crate::model::claim::SideIndex;

/// The sides that are on, as bits. At least one of a deck's sides stays on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct SideSet(u8);

impl SideSet {
    /// All of `count` sides.
    pub fn all(count: usize) -> Self {
        Self(u8::try_from((1_u32 << count.min(8)) - 1).unwrap_or(u8::MAX))
    }

    pub fn of(sides: impl IntoIterator<Item = SideIndex>) -> Self {
        Self(sides.into_iter().fold(0, |bits, side| bits | bit(side)))
    }

    pub fn contains(self, side: SideIndex) -> bool {
        self.0 & bit(side) != 0
    }

    pub fn count(self) -> usize {
        self.0.count_ones() as usize
    }

    pub fn is_empty(self) -> bool {
        self.0 == 0
    }

    #[must_use]
    pub fn with(self, side: SideIndex) -> Self {
        Self(self.0 | bit(side))
    }

    /// With one side switched; nothing if that would leave none.
    pub fn toggled(self, side: SideIndex) -> Option<Self> {
        let toggled = Self(self.0 ^ bit(side));
        (!toggled.is_empty()).then_some(toggled)
    }
}

fn bit(side: SideIndex) -> u8 {
    1_u8.checked_shl(u32::from(side.0)).unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_last_side_stays() {
        let (gke, eks) = (SideIndex(0), SideIndex(1));
        let only_eks = SideSet::all(2).toggled(gke).unwrap();
        assert!(only_eks.contains(eks) && !only_eks.contains(gke));
        assert_eq!(only_eks.toggled(eks), None);
        assert_eq!(only_eks.toggled(gke), Some(SideSet::all(2)));
    }
}
