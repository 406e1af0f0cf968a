//! What stands beside the slide in the speaker's window: clock and pace, what comes next, the notes.

use super::blocks::Brush;
use super::button::{icon_button, wide};
use super::icons;
use super::overview::frame;
use super::pen::Pen;
use crate::app::msg::{Msg, PresenterMsg};
use crate::app::screen::{PaceScreen, SpeakerScreen};

pub fn speaker(pen: &mut Pen, speaker: &SpeakerScreen) {
    let says = speaker.says;
    pen.class("aside", "speaker").attr("aria-label", says.speaker);
    pen.class("div", "speaker-news").attr("role", "status");
    if let Some(address) = &speaker.lost {
        pen.open("p").words(says.audience_gone).words(" ").open("a").attr("href", address);
        pen.attr("target", "_blank").words(says.open_audience).close().close();
    }
    if speaker.is_black {
        pen.with_words("p", says.audience_is_black);
    }
    pen.close();
    clock(pen, speaker);
    pen.class("section", "next-up").with_words("h2", says.next_up);
    match &speaker.next {
        Some((picture, name)) => {
            frame(pen, picture);
            pen.class("p", "visually-hidden").text(name).close();
        }
        None => {
            pen.with_words("p", says.end_of_talk);
        }
    }
    pen.close();
    notes(pen, speaker);
    pen.close();
}

fn clock(pen: &mut Pen, speaker: &SpeakerScreen) {
    let says = speaker.says;
    pen.class("section", "clock").attr("aria-label", says.clock).open("dl");
    for (name, value) in [(says.elapsed, &speaker.elapsed), (says.clock, &speaker.time)] {
        pen.open("div").with_words("dt", name).with_text("dd", value).close();
    }
    pen.close().class("div", "clock-moves");
    let running = if speaker.is_running { says.pause } else { says.go_on };
    wide(pen, "wide-button", running, Msg::Presenter(PresenterMsg::ToggleTimer));
    wide(pen, "wide-button", says.reset, Msg::Presenter(PresenterMsg::ResetTimer));
    pen.close().class("div", "pace-box");
    if let Some(one) = &speaker.pace {
        pace(pen, one, says.pace);
    }
    pen.close().close();
}

/// The planned time of this slide as a window on the whole, and the time so far as a bar.
fn pace(pen: &mut Pen, pace: &PaceScreen, label: &'static str) {
    pen.class("p", if pace.is_late { "pace is-late" } else { "pace" });
    pen.class("span", "visually-hidden").words(label).words(": ").close().with_text("strong", &pace.text);
    pen.words(" ").with_text("span", &pace.planned).close();
    pen.class("svg", "pace-bar").attr("viewBox", "0 0 1000 10").attr("preserveAspectRatio", "none");
    pen.attr("aria-hidden", "true");
    for (class, from, to) in
        [("ground", 0, 1000), ("window", pace.from, pace.to.max(pace.from + 4)), ("filled", 0, pace.elapsed)]
    {
        let (y, height) = if class == "filled" { (3, 4) } else { (0, 10) };
        pen.class("rect", class).attr("x", from).attr("width", to - from).attr("y", y).attr("height", height);
        pen.close();
    }
    pen.close();
}

fn notes(pen: &mut Pen, speaker: &SpeakerScreen) {
    let says = speaker.says;
    pen.class("section", "notes").class("div", "notes-head").with_words("h2", says.notes);
    icon_button(
        pen,
        "icon-button",
        says.smaller,
        icons::SMALLER,
        Msg::Presenter(PresenterMsg::ResizeNotes(-1)),
    );
    icon_button(pen, "icon-button", says.larger, icons::LARGER, Msg::Presenter(PresenterMsg::ResizeNotes(1)));
    pen.close().class("div", "notes-text content").attr("tabindex", "0").attr("role", "region");
    pen.attr("aria-label", says.notes);
    let notes = speaker.slide.as_ref().and_then(|screen| Some((screen, screen.slide()?)));
    match notes.filter(|(_, slide)| !slide.notes.is_empty()) {
        Some((screen, slide)) => {
            pen.open("div").key(&screen.id).attr("lang", screen.deck.0.about.lang.as_ref());
            for part in &slide.notes {
                Brush { screen, part }.blocks(pen, part);
            }
            pen.close();
        }
        None => {
            pen.class("p", "no-notes").words(says.no_notes).close();
        }
    }
    pen.close().close();
}
