//! All slides as small pictures.

use crate::page::Page;
use crate::settings::slides;

const CURSOR: &str = "see.one('.thumb.is-cursor')";

fn open_overview(page: &Page) {
    page.press("o");
    page.wait_for("see.view() === 'overview' && see.all('.thumb').length === 51", "the overview");
    wait_for_cursor(page, "see.one('.thumb[aria-current=true]').dataset.at");
}

/// The keys have come to this slide, which has the focus and is in sight.
fn wait_for_cursor(page: &Page, at: &str) {
    page.wait_for(&format!("{CURSOR}.dataset.at === String({at})"), &format!("the slide {at}"));
    page.wait_for(&format!("see.active() === {CURSOR}"), "the focus on it");
    page.wait_for(&format!("see.inView({CURSOR})"), "it in sight");
}

#[test]
fn the_present_slide_is_marked_and_has_the_focus() {
    let page = Page::open("#dns");
    open_overview(&page);
    assert_eq!(page.texts("see.all('.thumb[aria-current]').map((thumb) => thumb.dataset.at)"), ["27"]);
    assert_eq!(page.text("see.query().view"), "overview");
    let titles: Vec<String> =
        slides().iter().enumerate().map(|(at, (_, title))| format!("{} {title}", at + 1)).collect();
    assert_eq!(page.texts("see.names('.thumb-title')"), titles);
    page.reload();
    assert_eq!(page.text("see.one('.thumb[aria-current]').dataset.at"), "27");
    page.wait_for("see.inView(see.one('.thumb[aria-current]'))", "the slide in sight after a reload");
    page.assert_quiet();
}

#[test]
fn arrows_go_along_and_between_the_rows() {
    let page = Page::open("#dns");
    open_overview(&page);
    for (key, at) in [("ArrowRight", 28), ("ArrowLeft", 27), ("ArrowLeft", 26), ("Home", 0), ("End", 50)] {
        page.press(key);
        wait_for_cursor(&page, &at.to_string());
    }
    page.press("ArrowRight");
    wait_for_cursor(&page, "50");
    page.press("Home");
    wait_for_cursor(&page, "0");
    let place = || {
        let box_of = format!("{CURSOR}.getBoundingClientRect()");
        let place = page.value(&format!(
            "(({{ x, y }}) => [x, y + see.one('.overview').scrollTop].map(Math.round))({box_of})"
        ));
        [0, 1].map(|at| place[at].as_i64().unwrap_or(-1))
    };
    let mut visited = vec![place()];
    // Every row is visited on the way down.
    let rows = page.value("new Set(see.all('.thumb').map((thumb) => thumb.getBoundingClientRect().y)).size");
    for _ in 1..rows.as_u64().unwrap_or_default() {
        let before = page.text(&format!("{CURSOR}.dataset.at"));
        page.press("ArrowDown");
        page.wait_for(&format!("{CURSOR}.dataset.at !== '{before}'"), "another row");
        visited.push(place());
    }
    assert!(visited.windows(2).all(|two| two[0][1] < two[1][1]), "{visited:?}");
    assert!(visited.iter().all(|[x, _]| *x == visited[0][0]), "always in the first column: {visited:?}");
    page.press("ArrowDown");
    page.press("ArrowUp");
    page.wait_for(&format!("see.active() === {CURSOR}"), "the focus");
    page.settle();
    assert_eq!(place(), visited[visited.len() - 2]);
}

#[test]
fn enter_a_click_and_a_finger_choose_a_slide() {
    let page = Page::open("#dns");
    open_overview(&page);
    page.press("ArrowRight");
    wait_for_cursor(&page, "28");
    page.press("Enter");
    page.wait_for_slide("node-auto-provisioning");
    open_overview(&page);
    page.click("see.all('.thumb')[30]");
    page.wait_for_slide("iam");
    page.wait_for("location.hash === '#iam' && !see.query().view", "the slide in the address");
    page.enable_touch();
    page.tap("see.one('.overview-button')");
    page.wait_for("see.view() === 'overview'", "the overview by its button");
    page.tap("see.all('.thumb')[12]");
    page.wait_for_slide("control-plane");
    page.press("PageDown");
    page.wait_for_slide("eks-data-plane");
    page.assert_quiet();
}

/// The focus was in the slide, and is there again.
#[test]
fn escape_and_o_lead_back_with_the_focus() {
    let page = Page::open("#dns");
    page.value("see.one('.slide .details-button').focus()");
    for key in ["Escape", "o"] {
        open_overview(&page);
        page.press("End");
        wait_for_cursor(&page, "50");
        page.press(key);
        page.wait_for_slide("dns");
        page.wait_for("see.view() === 'slides' && see.active()?.closest('.slide')", "the focus in the slide");
    }
}

#[test]
fn the_button_leads_there_and_back_and_keeps_the_focus() {
    let page = Page::open("#dns");
    page.click("see.one('.overview-button')");
    page.wait_for("see.view() === 'overview'", "the overview");
    assert_eq!(page.text("see.one('.overview-button').getAttribute('aria-pressed')"), "true");
    page.click("see.one('.overview-button')");
    page.wait_for_slide("dns");
    page.press("PageDown");
    page.wait_for_slide("node-auto-provisioning");
}

/// Waits until every slide has its picture.
fn wait_for_pictures(page: &Page) {
    page.wait_for(
        "see.all('.thumb .frame').every((frame) => frame.dataset.drawn === frame.dataset.key)",
        "all pictures",
    );
    page.settle();
}

#[test]
fn every_slide_has_its_picture_and_none_can_be_operated() {
    let page = Page::open("#dns");
    open_overview(&page);
    wait_for_pictures(&page);
    let pictures = page.texts("see.all('.thumb .frame').map((frame) => frame.textContent)");
    for ((id, title), picture) in slides().into_iter().zip(&pictures) {
        assert!(picture.contains(title), "{id}: {picture}");
    }
    assert_eq!(page.texts("see.broken()"), [""; 0]);
    assert!(
        page.holds("see.all('.thumb .frame').every((frame) => frame.inert && frame.ariaHidden === 'true')")
    );
    let parts = "see.all('.thumb .frame').flatMap((frame) => [...frame.querySelectorAll('[id], [tabindex], button, input, dialog')])";
    assert_eq!(page.texts(&format!("{parts}.map((part) => part.outerHTML.slice(0, 80))")), [""; 0]);
    // What can't be seen in a picture isn't its text: each fills its frame.
    let small = "see.all('.thumb .frame').filter((frame) => Math.abs(frame.firstElementChild.getBoundingClientRect().width - frame.clientWidth) > 2)";
    assert_eq!(page.value(&format!("{small}.length")), 0);
    page.press("Tab");
    page.wait_for("see.active() && !see.active().closest('.overview')", "the focus behind the overview");
    page.assert_quiet();
}

#[test]
fn pictures_follow_sides_and_lens() {
    let page = Page::open("#dns");
    open_overview(&page);
    wait_for_pictures(&page);
    let picture = ".thumb[data-at=\"28\"] .frame";
    let columns = format!("see.names('{picture} .side > h2').join(' ')");
    assert_eq!(page.text(&columns), "GKE EKS");
    page.press("1");
    page.wait_for(&format!("{columns} === 'EKS'"), "the picture with one side");
    wait_for_pictures(&page);
    let karpenter = format!("see.one('{picture}').textContent.includes('Karpenter が Pod に合うノード')");
    assert!(page.holds(&format!("!{karpenter}")));
    page.press("t");
    page.wait_for(&karpenter, "the picture as of the other moment");
    wait_for_pictures(&page);
    page.press("0");
    page.wait_for(&format!("{columns} === 'GKE EKS'"), "the picture with both sides");
}

#[test]
fn nothing_sticks_out_on_a_phone() {
    let page = Page::start(crate::site::Site::start());
    page.size(320, 480);
    page.go_to("?view=overview#dns");
    wait_for_pictures(&page);
    assert!(page.holds("see.one('.overview').scrollWidth <= see.one('.overview').clientWidth"));
    assert!(page.holds("document.documentElement.scrollWidth <= innerWidth"));
    page.press("Escape");
    page.wait_for("see.view() === 'read'", "the article, from which a narrow screen begins");
}
