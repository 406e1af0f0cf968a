//! The key bindings as data: the help panel, the menu, the documents and the tests are made from this table or held
//! against it. `keys.rs` decides what a key press means in a view and with what has the focus.

use crate::words::presenting::KeyLabels;

/// What a row of the table does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Action {
    Next,
    Previous,
    FirstOrLast,
    Jump,
    Search,
    Overview,
    Article,
    Speaker,
    ToggleSide,
    AllSides,
    NextMoment,
    Matrix,
    Timeline,
    Changes,
    DayOfChange,
    Quiz,
    NextTheme,
    Fullscreen,
    Black,
    Laser,
    Help,
    Close,
}

/// A row of the table.
pub struct Binding {
    pub action: Action,
    /// Their names as people write them. `…` stands for the digits between its neighbors.
    pub keys: &'static [&'static str],
}

/// In the order of the help panel.
pub const BINDINGS: [Binding; 22] = [
    bind(Action::Next, &["→", "↓", "Space", "PageDown", "N", "Enter"]),
    bind(Action::Previous, &["←", "↑", "Shift+Space", "PageUp", "P", "Backspace"]),
    bind(Action::FirstOrLast, &["Home", "End"]),
    bind(Action::Jump, &["G"]),
    bind(Action::Search, &["/", "Ctrl+K"]),
    bind(Action::Overview, &["O"]),
    bind(Action::Article, &["R"]),
    bind(Action::Speaker, &["S"]),
    bind(Action::ToggleSide, &["1", RANGE, "6"]),
    bind(Action::AllSides, &["0"]),
    bind(Action::NextMoment, &["T"]),
    bind(Action::Matrix, &["M"]),
    bind(Action::Timeline, &["L"]),
    bind(Action::Changes, &["C"]),
    bind(Action::DayOfChange, &["[", "]"]),
    bind(Action::Quiz, &["Q"]),
    bind(Action::NextTheme, &["D"]),
    bind(Action::Fullscreen, &["F"]),
    bind(Action::Black, &["B", "."]),
    bind(Action::Laser, &["X"]),
    bind(Action::Help, &["?"]),
    bind(Action::Close, &["Esc"]),
];

/// Between the first and the last key of a range.
pub const RANGE: &str = "…";

const fn bind(action: Action, keys: &'static [&'static str]) -> Binding {
    Binding { action, keys }
}

/// What a key of a single letter, digit or sign does.
pub fn action_of(key: char) -> Option<Action> {
    BINDINGS.iter().find(|binding| binding.has(key)).map(|binding| binding.action)
}

impl Binding {
    fn has(&self, key: char) -> bool {
        match self.keys {
            [first, RANGE, last] => {
                single(first).is_some_and(|first| first <= key)
                    && single(last).is_some_and(|last| key <= last)
            }
            keys => keys.iter().any(|name| single(name).is_some_and(|name| name.eq_ignore_ascii_case(&key))),
        }
    }
}

/// The key whose name is a single character.
fn single(name: &str) -> Option<char> {
    let mut characters = name.chars();
    characters.next().filter(|_| characters.next().is_none())
}

impl Action {
    /// The name of its first key.
    pub fn key(self) -> &'static str {
        let binding = BINDINGS.iter().find(|binding| binding.action == self);
        binding.and_then(|binding| binding.keys.first()).copied().unwrap_or_default()
    }

    pub fn label(self, labels: &KeyLabels) -> &'static str {
        match self {
            Self::Next => labels.next,
            Self::Previous => labels.previous,
            Self::FirstOrLast => labels.first_or_last,
            Self::Jump => labels.jump,
            Self::Search => labels.search,
            Self::Overview => labels.overview,
            Self::Article => labels.article,
            Self::Speaker => labels.speaker,
            Self::ToggleSide => labels.toggle_side,
            Self::AllSides => labels.all_sides,
            Self::NextMoment => labels.next_moment,
            Self::Matrix => labels.matrix,
            Self::Timeline => labels.timeline,
            Self::Changes => labels.changes,
            Self::DayOfChange => labels.day_of_change,
            Self::Quiz => labels.quiz,
            Self::NextTheme => labels.next_theme,
            Self::Fullscreen => labels.fullscreen,
            Self::Black => labels.black,
            Self::Laser => labels.laser,
            Self::Help => labels.help,
            Self::Close => labels.close,
        }
    }
}
