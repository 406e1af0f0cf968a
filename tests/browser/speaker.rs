//! The speaker's window beside the audience's: what both show, and how they find each other.

use crate::input::Point;
use crate::page::Page;
use crate::site::Site;
use kurabe::words::Language;
use std::time::Duration;
use thirtyfour::WindowHandle;

pub const TALK: &str = include_str!("talk.md");

/// The other window follows within this time.
const SOON: Duration = Duration::from_secs(1);

/// All that both windows share, as one text.
const SHARED: &str = "JSON.stringify([see.view(), see.place(), see.title(), see.ahead(), see.pressed('sides'), \
    see.pressed('lens'), see.isBlack(), see.one('[data-here]')?.dataset.slide ?? '', see.one('.thumb[aria-current]')?.dataset.at ?? ''])";

/// An audience's window and its speaker's, which is driven at first.
pub struct Pair {
    pub audience: WindowHandle,
    pub speaker: WindowHandle,
}

impl Pair {
    fn open(page: &Page) -> Self {
        Self::open_by(page, |page| page.press("s"))
    }

    pub fn open_by(page: &Page, open: impl FnOnce(&Page)) -> Self {
        let audience = page.browser.window();
        let speaker = page.follow_new_window(open);
        assert!(page.holds("see.one('.deck[data-speaker] .speaker')"), "{}", page.value("see.summary()"));
        let pair = Self { audience, speaker };
        page.wait_for("!see.one('.speaker-news a')", "the audience's window heard");
        pair
    }

    fn other(&self, page: &Page) -> &WindowHandle {
        if page.browser.window() == self.audience { &self.speaker } else { &self.audience }
    }

    /// What the driven window shows comes to the other one.
    fn assert_followed(&self, page: &Page, after: &str) {
        let shown = page.text(SHARED);
        let wanted = format!("{SHARED} === {}", serde_json::json!(shown));
        let what = format!("what one window showed ({after})");
        page.in_window(self.other(page), || page.wait_within(SOON, &wanted, &what));
    }

    /// Presses a key in one window, which changes something, and the other follows.
    pub fn press_and_follow(&self, page: &Page, key: &str, comes: &str) {
        page.press(key);
        page.wait_for(comes, &format!("what {key} does"));
        self.assert_followed(page, key);
    }

    fn assert_works(&self, page: &Page) {
        for window in [&self.speaker, &self.audience] {
            page.browser.turn_to(window);
            self.press_and_follow(page, "Home", "see.slide() === 'first'");
            self.press_and_follow(page, "End", "see.slide() === 'last'");
        }
    }
}

fn open_talk(rest: &str) -> Page {
    Page::open_site(Site::with_text("talk.md", TALK), rest)
}

/// Keys that change each part of what is shared, with what shows that they did.
pub const WALK: [(&str, &str); 20] = [
    ("PageDown", "see.slide() === 'steps'"),
    ("PageDown", "see.ahead() === 2"),
    ("PageDown", "see.ahead() === 1"),
    ("PageUp", "see.ahead() === 2"),
    ("1", "see.pressed('sides') === 'EKS'"),
    ("0", "see.pressed('sides') === 'GKE EKS'"),
    ("2", "see.pressed('sides') === 'GKE'"),
    ("t", "see.pressed('lens') === '2026年11月'"),
    ("b", "see.isBlack()"),
    (".", "!see.isBlack()"),
    ("o", "see.view() === 'overview'"),
    ("End", "see.one('.thumb.is-cursor').dataset.at === '3'"),
    ("o", "see.view() === 'slides'"),
    ("r", "see.view() === 'read'"),
    ("n", "see.one('[data-here]').dataset.slide === 'q-size'"),
    ("r", "see.view() === 'slides'"),
    ("q", "see.view() === 'quiz'"),
    ("End", "see.view() === 'verdict'"),
    ("Escape", "see.view() === 'slides'"),
    ("End", "see.slide() === 'last'"),
];

fn assert_all_follows(from: fn(&Pair) -> &WindowHandle) {
    let page = open_talk("");
    let pair = Pair::open(&page);
    page.browser.turn_to(from(&pair));
    for (key, comes) in WALK {
        pair.press_and_follow(&page, key, comes);
    }
    page.assert_quiet();
}

#[test]
fn the_audience_follows_the_speaker() {
    assert_all_follows(|pair| &pair.speaker);
}

#[test]
fn the_speaker_follows_the_audience() {
    assert_all_follows(|pair| &pair.audience);
}

#[test]
fn two_pairs_stay_apart() {
    let page = open_talk("");
    let one = Pair::open(&page);
    page.open_apart("");
    let two = Pair::open(&page);
    two.press_and_follow(&page, "End", "see.slide() === 'last'");
    let place = |window: &WindowHandle| page.in_window(window, || page.text("see.slide()"));
    assert_eq!([&one.audience, &one.speaker].map(place), ["first", "first"]);
    page.browser.turn_to(&one.speaker);
    one.press_and_follow(&page, "PageDown", "see.slide() === 'steps'");
    page.browser.turn_to(&one.audience);
    one.press_and_follow(&page, "b", "see.isBlack()");
    assert_eq!([&two.audience, &two.speaker].map(place), ["last", "last"]);
    assert!(page.in_window(&two.speaker, || page.holds("!see.isBlack()")));
}

#[test]
fn a_closed_speaker_s_window_is_noticed_and_opened_again() {
    let page = open_talk("#steps");
    let mut pair = Pair::open(&page);
    page.close_and_turn_to(&pair.audience);
    page.wait_for("see.buttonLike('開き直す')", "the notice with its button");
    assert!(page.text("see.one('.notices').textContent").contains("発表者画面が閉じられました"));
    page.press("PageDown");
    page.wait_for("see.ahead() === 2", "the step");
    pair.speaker = page.follow_new_window(|page| page.click("see.button('開き直す')"));
    assert_eq!(page.value("[see.slide(), see.ahead()]").to_string(), r#"["steps",2]"#);
    page.in_window(&pair.audience, || page.wait_for("!see.one('.notices')", "no notice"));
    pair.assert_works(&page);
    page.assert_quiet();
}

#[test]
fn a_closed_audience_s_window_is_noticed_and_opened_again() {
    let page = open_talk("#steps");
    let mut pair = Pair::open(&page);
    page.browser.turn_to(&pair.audience);
    page.close_and_turn_to(&pair.speaker);
    page.wait_for("see.one('.speaker-news a')", "the line with its link");
    assert!(page.text("see.one('.speaker-news').textContent").contains("聴衆側の画面が開いていません"));
    page.press("PageDown");
    page.wait_for("see.ahead() === 2", "the step");
    pair.audience = page.follow_new_window(|page| page.click("see.one('.speaker-news a')"));
    assert!(page.holds("!see.one('.speaker')"), "a second speaker's window");
    assert_eq!(page.value("[see.slide(), see.ahead()]").to_string(), r#"["steps",2]"#);
    page.in_window(&pair.speaker, || page.wait_for("!see.one('.speaker-news a')", "the line gone"));
    pair.assert_works(&page);
}

/// Reloads both windows, one after the other; each comes back to where the other is.
fn assert_rejoins(page: &Page, pair: &Pair, place: &str) {
    for window in [&pair.speaker, &pair.audience] {
        page.browser.turn_to(window);
        let before = page.text(SHARED);
        page.reload();
        let wanted = format!("{SHARED} === {}", serde_json::json!(before));
        page.wait_for(&wanted, &format!("the same place after a reload ({place})"));
        pair.assert_followed(page, place);
        page.in_window(&pair.speaker, || page.wait_for("!see.one('.speaker-news a')", "the pair"));
        page.in_window(&pair.audience, || page.wait_for("!see.one('.notices')", "the pair"));
    }
}

#[test]
fn a_reload_of_either_window_comes_back_to_the_place() {
    let page = open_talk("");
    let pair = Pair::open(&page);
    for (key, comes) in &WALK[..2] {
        pair.press_and_follow(&page, key, comes);
    }
    pair.press_and_follow(&page, "1", "see.pressed('sides') === 'EKS'");
    assert_rejoins(&page, &pair, "a step");
    pair.press_and_follow(&page, "b", "see.isBlack()");
    assert_rejoins(&page, &pair, "black");
    pair.press_and_follow(&page, "b", "!see.isBlack()");
    pair.press_and_follow(&page, "o", "see.view() === 'overview'");
    assert_rejoins(&page, &pair, "the overview");
    page.press("Escape");
    page.wait_for("see.slide() === 'steps'", "the slide");
    pair.assert_works(&page);
}

#[test]
fn a_window_that_is_blocked_can_be_opened_by_a_link() {
    let page = open_talk("#steps");
    page.value("window.open = () => null");
    page.press("s");
    page.wait_for("see.one('.notices a')", "the link");
    assert!(page.text("see.one('.notices').textContent").contains("発表者画面を開けませんでした"));
    let audience = page.browser.window();
    let speaker = page.follow_new_window(|page| page.click("see.one('.notices a')"));
    assert!(page.holds("see.one('.speaker')"));
    page.in_window(&audience, || page.wait_for("!see.one('.notices')", "no notice once it is open"));
    Pair { audience, speaker }.assert_works(&page);
    page.assert_quiet();
}

/// A window that is there is not loaded anew.
#[test]
fn s_brings_the_speaker_s_window_to_the_front_as_it_is() {
    let page = open_talk("");
    let pair = Pair::open(&page);
    page.value("window.isStillThere = true");
    page.press("s");
    page.press("PageDown");
    page.wait_for("see.slide() === 'steps'", "what PageDown does");
    page.browser.turn_to(&pair.audience);
    page.wait_for("see.slide() === 'steps'", "the audience follows");
    page.press("s");
    page.press("PageDown");
    page.wait_for("see.ahead() === 2", "what PageDown does");
    page.browser.turn_to(&pair.speaker);
    page.wait_for("see.ahead() === 2", "the speaker follows");
    assert!(page.holds("window.isStillThere && see.one('.speaker')"));
    assert_eq!(page.browser.windows().len(), 2);
    page.assert_quiet();
}

#[test]
fn after_a_click_into_the_notes_a_clicker_goes_on() {
    let page = open_talk("");
    Pair::open(&page);
    page.click("see.one('.notes-text')");
    page.wait_for("see.active() === see.one('.notes-text')", "the focus in the notes");
    page.press("PageDown");
    page.wait_for("see.slide() === 'steps'", "what PageDown does");
    page.press("PageUp");
    page.wait_for("see.slide() === 'first'", "what PageUp does");
}

#[test]
fn notes_and_what_comes_next_are_shown() {
    let says = Language::JA.presenting();
    let page = open_talk("");
    let pair = Pair::open(&page);
    let notes = "see.one('.notes-text').textContent";
    let next = |text: &str, step: &str, at: &str| {
        let frame = "see.one('.next-up .frame')";
        page.wait_for(&format!("{frame}?.dataset.at === '{at}'"), "what comes next");
        page.wait_for(&format!("{frame}.dataset.drawn === {frame}.dataset.key"), "its picture");
        assert_eq!(page.text(&format!("{frame}.dataset.step")), step);
        assert!(page.text(&format!("{frame}.textContent")).contains(text));
    };
    assert!(page.text(notes).contains("あいさつから始めます。"));
    next("段階", "0", "1");
    page.press("PageDown");
    page.wait_for(&format!("{notes}.includes('段階ごとに待ちます。')"), "the notes of the slide");
    next("一つ目", "1", "1");
    let ahead = page.value("see.all('.next-up .frame .is-ahead').length");
    for _ in 0..3 {
        page.press("PageDown");
    }
    page.wait_for("see.ahead() === 0", "the last step");
    assert_eq!(ahead, 2, "the next step is shown, and no more");
    page.press("End");
    page.wait_for(
        &format!("see.one('.next-up').textContent.includes('{}')", says.end_of_talk),
        "the end told",
    );
    page.wait_for(&format!("{notes}.includes('{}')", says.no_notes), "no notes");
    assert!(
        page.in_window(&pair.audience, || page.holds("!see.root().textContent.includes('あいさつから')"))
    );
}

#[test]
fn the_size_of_the_notes_is_kept_over_a_reload() {
    let page = open_talk("");
    Pair::open(&page);
    let size = "parseFloat(getComputedStyle(see.one('.notes-text')).fontSize)";
    let before = page.value(size).as_f64().unwrap_or_default();
    page.click("see.button('ノートの文字を大きく')");
    page.wait_for(&format!("{size} > {before}"), "larger notes");
    let larger = page.value(size);
    page.reload();
    assert_eq!(page.value(size), larger);
    page.click("see.button('ノートの文字を小さく')");
    page.wait_for(&format!("{size} === {before}"), "smaller notes");
}

/// The clock of the browser, which `sessionStorage.later` puts forward by so many seconds.
const CLOCK: &str = "Date = class extends Date {
    constructor(...parts) { super(...(parts.length ? parts : [Date.now() + 1000 * Number(sessionStorage.later ?? 0)])); }
}";

#[test]
fn the_clock_runs_pauses_goes_back_and_survives_a_reload() {
    let page = open_talk("");
    Pair::open(&page);
    page.before_all(CLOCK);
    page.reload();
    let elapsed = "see.one('.clock dd').textContent";
    let seconds = format!("{elapsed}.split(':').reduce((sum, part) => sum * 60 + Number(part), 0)");
    let later = |seconds: u32| page.value(&format!("sessionStorage.later = '{seconds}'"));
    page.wait_for(&format!("{seconds} > 0"), "the clock running by itself");
    later(300);
    page.wait_for(&format!("{seconds} >= 300 && {seconds} < 360"), "five minutes");
    page.wait_for("see.one('.pace.is-late')", "the pace: late");
    page.click("see.button('一時停止')");
    page.wait_for("see.button('再開')", "a pause");
    let held = page.text(elapsed);
    let time = page.text("see.all('.clock dd')[1].textContent");
    later(900);
    page.wait_for(&format!("see.all('.clock dd')[1].textContent !== '{time}'"), "the time of day going on");
    assert_eq!(page.text(elapsed), held);
    page.reload();
    assert_eq!(page.text(elapsed), held);
    page.click("see.button('再開')");
    page.wait_for("see.button('一時停止')", "the clock running");
    later(1500);
    page.wait_for(&format!("{seconds} >= 900"), "ten minutes more");
    page.reload();
    page.wait_for(&format!("{seconds} >= 900 && see.button('一時停止')"), "the same time after a reload");
    page.click("see.button('0:00 に戻す')");
    page.wait_for(&format!("{seconds} < 60"), "the beginning");
}

#[test]
fn the_spot_of_light_is_seen_in_the_audience_s_window() {
    let page = open_talk("#steps");
    let pair = Pair::open(&page);
    page.press("x");
    page.wait_for("see.one('.deck[data-laser]')", "the laser");
    page.point_at(page.on_stage(0.25, 0.75));
    let light = "getComputedStyle(see.one('.light')).visibility === 'visible'";
    page.wait_within(SOON, light, "the light");
    // The middle of the light, as a share of the stage.
    let place = "(() => { const [box, stage] = [see.one('.light').getBoundingClientRect(), see.stage()];
        return [(box.x + box.width / 2 - stage.x) / stage.width, (box.y + box.height / 2 - stage.y) / stage.height]; })()";
    let near = |at: Point| {
        format!(
            "{light} && {place}.every((share, side) => Math.abs(share - [{}, {}][side]) < 0.01)",
            at.x, at.y
        )
    };
    let wait = |at| page.wait_within(SOON, &near(at), "the light at its place");
    wait(Point { x: 0.25, y: 0.75 });
    page.in_window(&pair.audience, || wait(Point { x: 0.25, y: 0.75 }));
    page.point_at(page.on_stage(0.5, 0.5));
    page.in_window(&pair.audience, || wait(Point { x: 0.5, y: 0.5 }));
    page.press("x");
    let out = || page.wait_within(SOON, &format!("!({light})"), "the light out");
    out();
    page.in_window(&pair.audience, out);
}

#[test]
fn theme_and_scrolling_are_each_window_s_own() {
    let page = open_talk("");
    let pair = Pair::open(&page);
    page.press("d");
    page.wait_for("see.theme() === 'light'", "the theme");
    pair.press_and_follow(&page, "PageDown", "see.slide() === 'steps'");
    assert_eq!(page.in_window(&pair.audience, || page.text("see.theme()")), "auto");
    assert_eq!(page.text("see.theme()"), "light");
    page.in_window(&pair.audience, || page.press("d"));
    page.in_window(&pair.audience, || page.press("d"));
    page.in_window(&pair.audience, || page.wait_for("see.theme() === 'dark'", "the other theme"));
    assert_eq!(page.text("see.theme()"), "light");
}
