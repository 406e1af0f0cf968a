//! What a reader says to the questions of a quiz.

/// What was said to one question. Kept for each question, answered or not.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Answer {
    pub said: Said,
    pub importance: Importance,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Said {
    #[default]
    Nothing,
    /// "I don't know": counts for nothing, like no answer.
    Unknown,
    /// The option at this place of the question, from 0.
    Option(usize),
}

/// How much a question matters to the reader.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Importance {
    NotAtAll,
    #[default]
    Normal,
    ALot,
}

impl Importance {
    pub const ALL: [Self; 3] = [Self::NotAtAll, Self::Normal, Self::ALot];

    /// What the weights of the answer are multiplied by: 0, 1 or 2.
    pub fn factor(self) -> i64 {
        match self {
            Self::NotAtAll => 0,
            Self::Normal => 1,
            Self::ALot => 2,
        }
    }
}

impl Answer {
    /// The option that counts, if one does: an answer to a question that matters not at all is none.
    pub fn counted(self) -> Option<usize> {
        match self.said {
            Said::Option(option) if self.importance != Importance::NotAtAll => Some(option),
            Said::Option(_) | Said::Unknown | Said::Nothing => None,
        }
    }

    /// Whether the question is still to be answered: skipped, or "I don't know".
    pub fn is_open(self) -> bool {
        !matches!(self.said, Said::Option(_))
    }
}
