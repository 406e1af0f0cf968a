//! Two windows that show the same: the audience's and the speaker's.
//!
//! They talk over one channel a pair, in texts: the role of the sender (`a` or `s`), the kind of message, and what
//! belongs to it.
//!
//! | kind | says | answer |
//! |---|---|---|
//! | `h` | I have joined | `=` and `c` where it is the other, `t` where there are two of one role |
//! | `t` | this role is taken | the newcomer leaves the pair |
//! | `b` | I am leaving | |
//! | `p` | are you there? | `o` |
//! | `o` | I am | |
//! | `=` | `0` or `1` for black, then the address of the position | |
//! | `c` | the speaker's clock, as `Clock::text` writes it; the audience's window gives it back to one that joins | |
//! | `s` | two digits, 0 or 1: whether some of the audience's slide is out of sight above and below | |
//! | `v` | scroll the audience's slide: `1` down, `0` up | `s` |
//! | `e` | I came back to this slide: it is seen at its end | |
//! | `l` | where the spot of light is; only the shell looks at it | |

use super::nav::Scroll;
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
            Self::Audience | Self::Alone => "a",
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

/// Why the audience's window is without the speaker's.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Loss {
    /// It could not be opened.
    Blocked,
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
    pub is_settled: bool,
    /// Questions without an answer.
    pub(super) unanswered: u8,
    /// The position that both windows know.
    pub(super) known: String,
    /// What of the audience's slide is out of sight, as the speaker's window was told last.
    pub(super) scroll: Scroll,
    /// The speaker's clock, as the audience's window was told last.
    pub(super) clock: String,
}

impl Pair {
    pub fn new(role: Role, id: impl Into<String>) -> Self {
        Self { role, id: id.into(), ..Self::default() }
    }

    /// The position that both windows know, as a text.
    pub fn known(&self) -> &str {
        &self.known
    }

    /// The name of the other window.
    pub(super) fn window_name(&self) -> String {
        let role = if self.role == Role::Speaker { Role::Audience } else { Role::Speaker };
        format!("kurabe {} {}", self.id, role.sign())
    }

    /// What the audience's window has to say about the pair. In full screen the audience is spared.
    pub(super) fn loss(&self, fullscreen: bool) -> Option<Loss> {
        match self.role {
            Role::Audience if self.is_blocked => Some(Loss::Blocked),
            Role::Audience if self.other == Other::Gone && !fullscreen => Some(Loss::Gone),
            Role::Audience | Role::Speaker | Role::Alone => None,
        }
    }

    /// What tells the other window where the spot of light is, in ten-thousandths of the stage's width and height;
    /// without a place it is out.
    pub fn light_text(&self, place: Option<(i32, i32)>) -> String {
        let place = place.map(|(x, y)| format!("{x} {y}")).unwrap_or_default();
        format!("{}l{place}", self.role.sign())
    }
}

/// Where a text of the other window puts the spot of light, `Some(None)` for out; nothing if it is of another kind.
pub fn light_of(text: &str) -> Option<Option<(i32, i32)>> {
    let place = text.get(1..)?.strip_prefix('l')?;
    Some(place.split_once(' ').and_then(|(x, y)| Some((x.parse().ok()?, y.parse().ok()?))))
}

impl State {
    pub fn is_speaker(&self) -> bool {
        self.presenter.pair.role == Role::Speaker
    }

    /// The position that both windows of a pair share: all but the theme and what belongs to others.
    pub(super) fn position_text(&self) -> String {
        let mut address = self.own_address();
        (address.theme, address.pair) = (None, None);
        address.as_of = self.lens_text(self.nav.view);
        address.others.clear();
        address.view = Some(self.nav.view.name().to_owned());
        format!("{}{}", u8::from(self.display.black), address.text())
    }

    /// The address of the other window of the pair.
    pub fn other_window(&self) -> Option<String> {
        let mut address = self.own_address();
        address.view = Some(if self.is_speaker() { self.nav.view.name() } else { "speaker" }.to_owned());
        address.as_of = self.lens_text(if self.is_speaker() { self.nav.view } else { View::Slides });
        address.pair = Some(self.presenter.pair.id.clone());
        Some(format!("{}{}", self.host.page.as_ref()?, address.text()))
    }

    /// The view that an address asks for, if it isn't the speaker's, which is not a view but a window.
    pub(super) fn view_named(&self, name: &str) -> Option<View> {
        if name == "speaker" && self.is_speaker() {
            return Some(View::Slides);
        }
        View::of_name(name).filter(|view| self.has_view(*view))
    }
}
