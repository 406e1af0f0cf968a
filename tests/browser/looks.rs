//! Themes, help, black screen, fullscreen.

use crate::page::Page;

const LIGHT: &str = "rgb(252, 251, 248)";
const DARK: &str = "rgb(23, 25, 29)";

fn wait_for_paper(page: &Page, theme: &str, paper: &str) {
    page.wait_for(&format!("see.theme() === '{theme}'"), &format!("the theme {theme}"));
    page.settle();
    assert_eq!(page.text("see.paper()"), paper, "the paper of {theme}");
}

#[test]
fn d_goes_through_the_themes() {
    let page = Page::open("");
    page.prefer("prefers-color-scheme", "light");
    for (theme, paper) in [
        ("light", LIGHT),
        ("dark", DARK),
        ("contrast", "rgb(255, 255, 255)"),
        ("auto", LIGHT),
        ("light", LIGHT),
    ] {
        page.press("d");
        wait_for_paper(&page, theme, paper);
    }
    page.click("see.one('button.theme')");
    wait_for_paper(&page, "dark", DARK);
    assert_ne!(page.text("getComputedStyle(see.one('.slide h1')).color"), DARK);
}

#[test]
fn the_system_s_colours_are_followed() {
    let page = Page::open("");
    page.prefer("prefers-color-scheme", "dark");
    wait_for_paper(&page, "auto", DARK);
    page.prefer("prefers-color-scheme", "light");
    wait_for_paper(&page, "auto", LIGHT);
    page.prefer("prefers-contrast", "more");
    wait_for_paper(&page, "auto", "rgb(255, 255, 255)");
}

#[test]
fn help_is_a_dialog_that_keeps_and_returns_the_focus() {
    let page = Page::open("#dns");
    page.click("see.button('ヘルプ')");
    assert_help(&page);
    for _ in 0..3 {
        page.press("Tab");
        assert!(
            page.holds("!see.active() || see.one('dialog').contains(see.active())"),
            "Tab leaves the dialog"
        );
    }
    page.press("PageDown");
    page.press("Escape");
    page.wait_for("!see.one('dialog').open", "the help closed");
    page.settle();
    assert!(page.holds("see.active() === see.button('ヘルプ')"), "the focus isn't given back");
    assert_eq!(page.text("see.slide()"), "dns");
    page.press("PageDown");
    page.wait_for_slide("node-auto-provisioning");
}

fn assert_help(page: &Page) {
    page.wait_for("see.one('dialog:modal')", "the help");
    page.settle();
    assert_eq!(page.text("see.one('dialog h2').textContent"), "ヘルプ");
    assert!(page.holds("see.one('dialog').contains(see.active())"), "the focus isn't in the dialog");
}

#[test]
fn help_opens_and_closes_by_key() {
    let page = Page::open("#dns");
    page.press("?");
    assert_help(&page);
    page.press("?");
    page.wait_for("!see.one('dialog').open", "the help closed");
    page.press("?");
    assert_help(&page);
    page.click("see.one('dialog [aria-label=閉じる]')");
    page.wait_for("!see.one('dialog').open", "the help closed");
    page.press("PageDown");
    page.wait_for_slide("node-auto-provisioning");
}

#[test]
fn the_black_screen_covers_all_and_moving_lifts_it() {
    let page = Page::open("#dns");
    page.press("b");
    page.wait_for("see.one('.black')", "the black screen");
    let covers = "['left', 'top'].every((side) => see.one('.black').getBoundingClientRect()[side] <= 0) && \
                  see.one('.black').getBoundingClientRect().right >= innerWidth && \
                  see.one('.black').getBoundingClientRect().bottom >= innerHeight";
    assert!(page.holds(covers));
    assert_eq!(page.text("getComputedStyle(see.one('.black')).backgroundColor"), "rgb(0, 0, 0)");
    page.press("PageDown");
    page.wait_for_slide("node-auto-provisioning");
    page.wait_for("!see.one('.black')", "light");
    page.press(".");
    page.wait_for("see.one('.black')", "the black screen");
    page.press("b");
    page.wait_for("!see.one('.black')", "light");
    page.press("b");
    page.wait_for("see.one('.black')", "the black screen");
    page.click("see.one('.black')");
    page.wait_for("!see.one('.black')", "light after a click");
}

#[test]
fn f_fills_the_screen_with_the_deck() {
    let page = Page::open("#dns");
    page.press("f");
    page.wait_for("document.fullscreenElement === see.host()", "the deck in fullscreen");
    page.wait_for("see.one('.deck.is-fullscreen')", "the look of fullscreen");
    page.press("PageDown");
    page.wait_for_slide("node-auto-provisioning");
    page.press("f");
    page.wait_for("!document.fullscreenElement", "the end of fullscreen");
    page.wait_for("!see.one('.deck.is-fullscreen')", "the look of a window");
}

/// What an element looks like, as far as forced colours leave it: its ground, and the line around it.
fn look(page: &Page, element: &str) -> [String; 2] {
    let text = |what: &str| page.text(&format!("(({{ {what} }}) => {what})(getComputedStyle({element}))"));
    let line = page.text(&format!(
        "(({{ outlineStyle, outlineColor, outlineWidth }}) => outlineStyle === 'none' ? 'none' : `${{outlineWidth}} ${{outlineColor}}`)(getComputedStyle({element}))"
    ));
    [text("backgroundColor"), line]
}

/// In forced colours all grounds are the system's: what is on is filled, and what has the focus has a line.
#[test]
fn in_forced_colours_what_is_on_looks_otherwise_than_what_has_the_focus() {
    let page = Page::open("#dns");
    page.prefer("forced-colors", "active");
    page.press("1");
    page.wait_for("see.columns() === 'EKS'", "a side off");
    // The focus came from a key.
    page.press("Tab");
    let (on, off) = ("see.button('EKS')", "see.button('GKE')");
    page.value("see.button('全画面').focus()");
    let [ground_on, line_on] = look(&page, on);
    let [ground_off, line_off] = look(&page, off);
    assert_ne!(ground_on, ground_off);
    assert_eq!([line_on.as_str(), line_off.as_str()], ["none"; 2]);
    for (element, ground) in [(on, &ground_on), (off, &ground_off)] {
        page.value(&format!("{element}.focus()"));
        let [focused, line] = look(&page, element);
        assert_eq!(focused, *ground, "the focus changes no ground");
        assert!(line.starts_with("3px"), "{line}");
    }
    page.press("/");
    page.wait_for("see.one('.search-field')", "the search");
    page.write("DNS");
    page.wait_for("see.all('.hit').length > 1", "hits");
    let [chosen, _] = look(&page, "see.one('.hit[aria-selected=true]')");
    assert_eq!(chosen, ground_on);
    assert_ne!(look(&page, "see.one('.hit[aria-selected=false]')")[0], chosen);
}
