//! Two windows that show the same: the audience's and the speaker's.
//!
//! They talk over one channel a pair, in texts: the role of the sender (`a` or `s`), the kind of message, and what
//! belongs to it.
//!
//! | kind | says | answer |
//! |---|---|---|
//! | `h` | I have joined | `=` where it is the other, `t` where there are two of one role |
//! | `t` | this role is taken | the newcomer leaves the pair |
//! | `b` | I am leaving | |
//! | `p` | are you there? | `o` |
//! | `o` | I am | |
//! | `=` | `0` or `1` for black, then the address of the position | |
//! | `l` | where the spot of light is; only the shell looks at it | |

use super::state::State;
use super::view::View;

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Role {
    /// In no pair.
    #[default]
    Alone,
    Audience,
    Speaker,
}

impl Role {
    pub(super) fn sign(self) -> &'static str {
        match self {
            Self::Speaker => "s",
            _ => "a",
        }
    }
}

/// What is known of the other window.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Other {
    /// It has not been heard yet, or its loss has been noticed.
    #[default]
    Unknown,
    There,
    /// It was there and has gone.
    Gone,
}

#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Pair {
    pub role: Role,
    /// Names the channel.
    pub id: String,
    pub other: Other,
    /// The second window could not be opened: the reader is given a link.
    pub is_blocked: bool,
    /// It has been in the pair for a while, so that the role is its own.
    pub(super) is_settled: bool,
    /// Questions without an answer.
    pub(super) unanswered: u8,
    /// The position that both windows know.
    pub(super) known: String,
}

impl Pair {
    pub fn new(role: Role, id: impl Into<String>) -> Self {
        Self { role, id: id.into(), ..Self::default() }
    }

    /// The position that both windows know, as a text.
    pub fn known(&self) -> &str {
        &self.known
    }

    /// Whether the audience's window has something to say about the pair.
    pub(super) fn tells_loss(&self) -> bool {
        self.role == Role::Audience && (self.other == Other::Gone || self.is_blocked)
    }
}

impl State {
    pub fn is_speaker(&self) -> bool {
        self.pair.role == Role::Speaker
    }

    /// The position that both windows of a pair share: all but the theme and what belongs to others.
    pub(super) fn position_text(&self) -> String {
        let mut address = self.own_address();
        (address.theme, address.pair) = (None, None);
        address.others.clear();
        address.view = Some(self.view.name().to_owned());
        format!("{}{}", u8::from(self.black), address.text())
    }

    /// The address of the other window of the pair.
    pub fn other_window(&self) -> Option<String> {
        let mut address = self.own_address();
        address.view = Some(if self.is_speaker() { self.view.name() } else { "speaker" }.to_owned());
        address.pair = Some(self.pair.id.clone());
        Some(format!("{}{}", self.page.as_ref()?, address.text()))
    }

    /// The view that an address asks for, if it isn't the speaker's, which is not a view but a window.
    pub(super) fn view_named(&self, name: &str) -> Option<View> {
        if name == "speaker" && self.is_speaker() {
            return Some(View::Slides);
        }
        View::of_name(name).filter(|view| !view.is_quiz() || self.has_quiz())
    }
}
