//! Looking for texts and slides.

use crate::input::CTRL;
use crate::page::Page;
use crate::settings;
use crate::site::Site;
use crate::speaker::TALK;

const FIELD: &str = "see.active()?.matches('.search-field')";

fn open_search(page: &Page, key: &str) {
    page.press(key);
    page.wait_for("see.one('dialog:modal .search-field')", "the field");
    page.wait_for(FIELD, "the focus in the field");
    assert_eq!(page.text("see.one('.search-field').value"), "");
}

/// Puts a text in the place of what stands in the field.
fn look_for(page: &Page, text: &str) {
    page.value("see.one('.search-field').select()");
    page.write(text);
    page.wait_for(
        &format!("see.one('.search-count').textContent && see.one('.search-field').value === '{text}'"),
        text,
    );
    page.settle();
}

fn hits(page: &Page) -> Vec<String> {
    page.texts("see.names('.hit-text')")
}

fn assert_closed(page: &Page) {
    page.wait_for("!see.one('dialog').open && !see.one('.search-field')", "the search closed");
}

fn assert_target(page: &Page, text: &str) {
    assert_closed(page);
    page.wait_for("see.active()?.matches('.is-target')", "the claim with the focus");
    page.settle();
    assert!(page.text("see.active().textContent").contains(text), "{}", page.value("see.summary()"));
    assert!(page.holds("see.inView(see.active())"), "the claim is out of sight");
}

#[test]
fn slash_and_ctrl_k_open_the_search() {
    let page = Page::open("#dns");
    for ctrl in [false, true, false] {
        if ctrl {
            page.press_with("k", CTRL);
            page.wait_for(FIELD, "the focus in the field");
        } else {
            open_search(&page, "/");
        }
        assert_eq!(page.text("see.one('dialog h2').textContent"), "検索");
        page.press("Escape");
        assert_closed(&page);
    }
    page.press("PageDown");
    page.wait_for_slide("node-auto-provisioning");
    page.assert_quiet();
}

#[test]
fn width_and_case_of_letters_do_not_matter() {
    let page = Page::open("");
    open_search(&page, "/");
    for spellings in [["Karpenter", "karpenter", "Ｋａｒｐｅｎｔｅｒ"], ["ノード", "ﾉｰﾄﾞ", "ノード"]]
    {
        let found = spellings.map(|text| {
            look_for(&page, text);
            hits(&page)
        });
        assert!(!found[0].is_empty(), "{spellings:?}");
        assert_eq!(found[0], found[1]);
        assert_eq!(found[0], found[2]);
    }
    let marked = page.texts("see.names('.hit mark')");
    assert!(!marked.is_empty() && marked.iter().all(|text| text == "ノード"), "{marked:?}");
    look_for(&page, "ありえない言葉");
    assert_eq!(page.text("see.one('.search-count').textContent"), "0件");
    assert_eq!(hits(&page), [""; 0]);
}

#[test]
fn arrows_and_enter_lead_to_a_claim_and_switch_its_side_on() {
    let page = Page::open("?sides=gke#cover");
    open_search(&page, "/");
    look_for(&page, "Karpenter が Pod に合うノード");
    let at = hits(&page).iter().position(|text| text.starts_with("Karpenter")).expect("the claim is found");
    for _ in 0..at {
        page.press("ArrowDown");
    }
    page.wait_for(&format!("see.one('.hit[aria-selected=true]')?.id === 'hit-{at}'"), "the hit chosen");
    assert_eq!(
        page.text("see.one('.search-field').getAttribute('aria-activedescendant')"),
        format!("hit-{at}")
    );
    page.press("Enter");
    assert_target(&page, "Karpenter が Pod に合うノード");
    assert_eq!(page.text("see.slide()"), "node-auto-provisioning");
    assert_eq!(page.text("see.columns()"), "GKE EKS");
    assert_eq!(page.text("see.pressed('lens')"), "2026年11月", "the claim comes later");
    page.wait_for("location.hash === '#eks-karpenter'", "the claim in the address");
    page.browser.back();
    page.wait_for_slide("cover");
    page.assert_quiet();
}

#[test]
fn arrows_go_round() {
    let page = Page::open("");
    open_search(&page, "/");
    look_for(&page, "Fargate");
    let last = hits(&page).len() - 1;
    assert!(last > 2);
    for (key, at) in [("ArrowDown", 1), ("ArrowUp", 0), ("ArrowUp", last), ("ArrowDown", 0)] {
        page.press(key);
        page.wait_for(&format!("see.one('.hit[aria-selected=true]').id === 'hit-{at}'"), key);
        page.wait_for("(({ top, bottom }, around) => top >= around.top && bottom <= around.bottom)(
            see.one('.hit[aria-selected=true]').getBoundingClientRect(), see.one('dialog').getBoundingClientRect())", "the hit in sight");
    }
}

#[test]
fn escape_gives_the_focus_back() {
    let page = Page::open("#dns");
    let button = "see.all('.slide .details-button')[1]";
    page.value(&format!("{button}.focus()"));
    open_search(&page, "/");
    look_for(&page, "Fargate");
    page.press("Escape");
    assert_closed(&page);
    page.wait_for(&format!("see.active() === {button}"), "the focus where it was");
    assert_eq!(page.text("see.slide()"), "dns");
}

#[test]
fn a_click_leads_to_a_hit() {
    let page = Page::open("");
    open_search(&page, "/");
    look_for(&page, "Karpenter が Pod に合うノード");
    page.click(
        "see.all('.hit').find((hit) => see.name(hit.querySelector('.hit-text')).startsWith('Karpenter'))",
    );
    assert_target(&page, "Karpenter が Pod に合うノード");
}

#[test]
fn a_number_leads_to_its_slide_in_every_width() {
    let page = Page::open("");
    let slides = settings::slides();
    for (number, typed) in [(28, "28"), (31, "３１"), (1, "1"), (51, "５１")] {
        open_search(&page, "g");
        look_for(&page, typed);
        page.press("Enter");
        assert_closed(&page);
        page.wait_for_slide(slides[number - 1].0);
    }
    open_search(&page, "g");
    look_for(&page, "tls/ssl");
    assert_eq!(hits(&page), ["TLS/SSLサポート"], "titles alone");
    page.press("Enter");
    page.wait_for_slide("tls");
    open_search(&page, "g");
    look_for(&page, "52");
    page.press("Enter");
    page.press("Escape");
    assert_closed(&page);
    assert_eq!(page.text("see.slide()"), "tls");
}

/// Each of these does something on a slide.
#[test]
fn keys_in_the_field_are_no_commands() {
    let page = Page::open("#dns");
    open_search(&page, "/");
    for key in ["t", "b", "1", "n", "?", "q", " ", "/"] {
        page.press(key);
    }
    for key in ["ArrowLeft", "Backspace", "End", "Home"] {
        page.press(key);
    }
    page.wait_for("see.one('.search-field').value === 'tb1n?q/'", "what was typed");
    assert!(page.holds("see.one('dialog:modal') && !see.one('.black')"));
    page.press("Escape");
    assert_closed(&page);
    assert_eq!(page.text("see.slide()"), "dns");
    assert_eq!(page.text("see.pressed('lens')"), "発表時");
    assert_eq!(page.text("see.columns()"), "GKE EKS");
}

/// Enter that ends a composition belongs to the input method.
#[test]
fn enter_within_a_composition_is_left_alone() {
    let page = Page::open("");
    open_search(&page, "/");
    look_for(&page, "Fargate");
    for part in ["isComposing: true", "keyCode: 229"] {
        page.value(&format!(
            "see.active().dispatchEvent(new KeyboardEvent('keydown', {{ key: 'Enter', code: 'Enter', {part}, bubbles: true, composed: true, cancelable: true }}))"
        ));
        page.settle();
        assert!(page.holds("see.one('dialog:modal .search-field')"), "{part}");
    }
    page.press("Enter");
    assert_closed(&page);
}

#[test]
fn notes_are_searched_in_the_speaker_s_window_alone() {
    let page = Page::open_site(Site::with_text("talk.md", TALK), "");
    for (rest, count) in [("", "0件"), ("?view=speaker", "1件")] {
        page.go_to(rest);
        open_search(&page, "/");
        look_for(&page, "段階ごとに待");
        assert_eq!(page.text("see.one('.search-count').textContent"), count);
    }
    page.press("Enter");
    page.wait_for_slide("steps");
}

#[test]
fn the_search_leads_out_of_every_view() {
    for (view, comes_to) in
        [("read", "read"), ("overview", "slides"), ("quiz", "slides"), ("verdict", "slides")]
    {
        let page = Page::open(&format!("?view={view}"));
        // The question takes digits and letters for itself.
        open_search(&page, "/");
        look_for(&page, "Karpenter が Pod に合うノード");
        page.click(
            "see.all('.hit').find((hit) => see.name(hit.querySelector('.hit-text')).startsWith('Karpenter'))",
        );
        assert_target(&page, "Karpenter が Pod に合うノード");
        assert_eq!(page.text("see.view()"), comes_to, "from {view}");
    }
}

/// The count stands in a live region: what is written there anew is read out anew.
#[test]
fn a_count_that_stays_is_read_out_once() {
    let page = Page::open("");
    open_search(&page, "/");
    page.value(
        "void (window.read = [], new MutationObserver(() => window.read.push(see.one('.search-count').textContent)).observe(see.one('.search-count'), { childList: true, characterData: true, subtree: true }))",
    );
    for text in ["Farga", "Fargat", "Fargate"] {
        look_for(&page, text);
    }
    let count = page.text("see.one('.search-count').textContent");
    assert_eq!(page.texts("window.read"), [count]);
    look_for(&page, "Fargete");
    page.wait_for("window.read.length === 2 && see.all('.hit').length === 0", "another count");
    page.assert_quiet();
}
