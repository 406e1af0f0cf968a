//! On stage: a screen that stays on, the pointer, the light, the clicker, a network that is lost.

use crate::page::Page;
use crate::settings;
use crate::site::Site;
use crate::speaker::TALK;
use serde_json::json;

/// Notes what is asked of the screen.
const LOCKS: &str =
    "window.locks = []; if (navigator.wakeLock) navigator.wakeLock.request = async (kind) => {
    locks.push(kind);
    return { release: async () => { locks.push('released'); } };
};";

fn set_fullscreen(page: &Page, on: bool) {
    page.press("f");
    let wanted = if on { "" } else { "!" };
    page.wait_for(&format!("{wanted}see.one('.deck.is-fullscreen')"), "fullscreen, or its end");
}

#[test]
fn the_screen_stays_on_in_full_screen() {
    let page = Page::start(Site::start());
    page.before_all(LOCKS);
    page.go_to("");
    page.press("PageDown");
    page.wait_for_slide("speaker");
    assert_eq!(page.texts("locks"), [""; 0]);
    set_fullscreen(&page, true);
    page.wait_for("locks.at(-1) === 'screen'", "the screen kept on");
    assert_eq!(page.texts("locks.filter((lock) => lock === 'screen')").len(), 1);
    // The browser gives it up while the page is hidden.
    page.value("locks.length = 0, document.dispatchEvent(new Event('visibilitychange'))");
    page.wait_for("locks.at(-1) === 'screen'", "the screen kept on once more");
    page.value("locks.length = 0");
    set_fullscreen(&page, false);
    page.wait_for("locks.join() === 'released'", "the screen let go");
    page.value("document.dispatchEvent(new Event('visibilitychange'))");
    page.press("PageDown");
    page.wait_for_slide("zozotown");
    assert_eq!(page.texts("locks"), ["released"]);
    page.assert_quiet();
}

#[test]
fn without_such_a_lock_nothing_is_amiss() {
    for script in [
        "delete Navigator.prototype.wakeLock",
        "if (navigator.wakeLock) navigator.wakeLock.request = async () => { throw new DOMException('no', 'NotAllowedError'); }",
    ] {
        let page = Page::start(Site::start());
        page.before_all(script);
        page.go_to("");
        set_fullscreen(&page, true);
        page.press("PageDown");
        page.wait_for_slide("speaker");
        set_fullscreen(&page, false);
        page.assert_quiet();
    }
}

#[test]
fn the_pointer_hides_in_full_screen_until_it_moves() {
    let page = Page::open("#dns");
    set_fullscreen(&page, true);
    let cursor = "getComputedStyle(see.one('.stage')).cursor";
    page.wait_for("see.host().classList.contains('is-idle')", "a pointer that hides without a move");
    page.point_at(page.on_stage(0.4, 0.4));
    assert_ne!(page.text(cursor), "none");
    page.wait_for("see.host().classList.contains('is-idle')", "a pointer at rest");
    assert_eq!(page.text(cursor), "none");
    page.point_at(page.on_stage(0.5, 0.5));
    page.wait_for("!see.host().classList.contains('is-idle')", "the pointer once it moves");
    assert_ne!(page.text(cursor), "none");
    set_fullscreen(&page, false);
    page.wait_for("see.host().classList.contains('is-idle')", "a pointer at rest");
    assert_ne!(page.text(cursor), "none", "in a window the pointer stays");
}

const LIGHT: &str = "getComputedStyle(see.one('.light')).visibility === 'visible'";

/// Presses the key of the light, or lets it go, so many seconds after now as the event tells it.
fn laser_key(page: &Page, down: bool, after: f64) {
    let at = page.value("Date.now() / 1000").as_f64().unwrap_or_default() + after;
    let kind = if down { "keyDown" } else { "keyUp" };
    let event =
        json!({"type": kind, "key": "x", "code": "KeyX", "windowsVirtualKeyCode": 88, "timestamp": at});
    page.browser.send("Input.dispatchKeyEvent", event);
}

/// Whatever time passes between the two, they tell of a short one.
fn tap_laser_key(page: &Page) {
    laser_key(page, true, 0.0);
    laser_key(page, false, -0.5);
}

#[test]
fn a_tap_of_x_switches_the_light() {
    let page = Page::open("#dns");
    tap_laser_key(&page);
    page.wait_for("see.one('.deck[data-laser]')", "the laser");
    page.point_at(page.on_stage(0.3, 0.6));
    page.wait_for(LIGHT, "the light");
    assert_eq!(page.text("getComputedStyle(see.one('.stage')).cursor"), "none");
    page.press("PageDown");
    page.wait_for_slide("node-auto-provisioning");
    page.point_at(page.on_stage(0.4, 0.6));
    page.wait_for(LIGHT, "the light on the next slide");
    tap_laser_key(&page);
    page.wait_for(&format!("!see.one('.deck[data-laser]') && !({LIGHT})"), "the light out");
}

#[test]
fn a_held_x_shines_until_it_is_let_go() {
    let page = Page::open("#dns");
    laser_key(&page, true, 0.0);
    page.wait_for("see.one('.deck[data-laser]')", "the laser");
    page.point_at(page.on_stage(0.3, 0.6));
    page.wait_for(LIGHT, "the light");
    laser_key(&page, false, 10.0);
    page.wait_for(&format!("!see.one('.deck[data-laser]') && !({LIGHT})"), "the light out");
}

#[test]
fn both_ways_of_moving_lift_the_black_screen() {
    let page = Page::open("#dns");
    for (key, slide) in [("PageDown", "node-auto-provisioning"), ("PageUp", "dns")] {
        page.press("b");
        page.wait_for("see.one('.black')", "the black screen");
        page.press(key);
        page.wait_for(&format!("!see.one('.black') && see.slide() === '{slide}'"), key);
    }
}

/// What a clicker sends, with the place after each key.
#[test]
fn a_clicker_leads_through_the_talk() {
    let page = Page::open_site(Site::with_text("talk.md", TALK), "");
    page.value("window.f5 = ''; addEventListener('keydown', (event) => { if (event.key === 'F5') f5 = String(event.defaultPrevented); })");
    let sequence = [
        ("PageDown", "steps 3 light"),
        ("PageDown", "steps 2 light"),
        (".", "steps 2 black"),
        ("b", "steps 2 light"),
        ("b", "steps 2 black"),
        ("PageDown", "steps 1 light"),
        ("Escape", "steps 1 light"),
        ("F5", "steps 1 light"),
        ("PageDown", "steps 0 light"),
        ("PageUp", "steps 1 light"),
        (".", "steps 1 black"),
        ("PageUp", "steps 2 light"),
        ("PageUp", "steps 3 light"),
        ("PageUp", "first 0 light"),
        ("PageUp", "first 0 light"),
        ("PageDown", "steps 3 light"),
        ("End", "last 0 light"),
        ("PageDown", "last 0 light"),
        ("PageUp", "q-size 0 light"),
        ("PageUp", "steps 0 light"),
    ];
    let look = "`${see.slide()} ${see.ahead()} ${see.isBlack() ? 'black' : 'light'}`";
    for (at, (key, place)) in sequence.into_iter().enumerate() {
        if key == "F5" {
            page.press("F5");
            page.wait_for("f5 === 'false'", "F5 left to the browser");
            // Steps that follow each other quickly are written together.
            page.wait_for("location.search.includes('step=2')", "the step in the address");
            page.reload();
            page.value("window.f5 = ''; addEventListener('keydown', (event) => { if (event.key === 'F5') f5 = String(event.defaultPrevented); })");
        } else {
            page.press(key);
        }
        page.settle();
        page.wait_for(
            &format!("{look} === '{place}'"),
            &format!("{place} after key {at}, {key}: {}", page.text(look)),
        );
    }
    page.assert_quiet();
}

/// The pictures of all slides are there from the start, the rest of the program once the page has been at rest.
#[test]
fn a_lost_network_changes_nothing() {
    let site = Site::start();
    site.keep_for_offline();
    let page = Page::open_site(site, "");
    page.wait_for("performance.getEntriesByType('resource').filter((entry) => entry.name.endsWith('.svg') && entry.responseEnd).length > 3", "pictures");
    page.wait_for_promise(
        "navigator.serviceWorker.ready.then(() => true)",
        "what is kept for a lost network",
    );
    page.browser.send("Network.enable", json!({}));
    let offline = json!({"offline": true, "latency": 0, "downloadThroughput": -1, "uploadThroughput": -1});
    page.browser.send("Network.emulateNetworkConditions", offline);
    assert!(page.holds("fetch(location.href).then(() => false, () => true)"), "there is a network");
    let mut pictures = 0;
    page.walk(|id| {
        assert_eq!(page.texts("see.broken()"), [""; 0], "pictures of `{id}`");
        let empty =
            "see.all('.stage img').filter((image) => image.naturalWidth === 0).map((image) => image.src)";
        assert_eq!(page.texts(empty), [""; 0], "pictures of `{id}`");
        pictures += page.value("see.all('.stage img').length").as_u64().unwrap_or_default();
    });
    assert!(pictures > 3, "{pictures} pictures");
    assert_eq!(settings::slides().len(), 51);
    page.press("o");
    page.wait_for("see.view() === 'overview'", "the overview");
    page.wait_for(
        "see.all('.frame').every((frame) => frame.dataset.drawn === frame.dataset.key)",
        "all pictures",
    );
    assert_eq!(page.texts("see.broken()"), [""; 0], "pictures of the overview");
}
