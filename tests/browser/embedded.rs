//! Decks that are not the page: beside each other, or in a page of another's.

use crate::answering::VERDICT;
use crate::page::Page;
use crate::settings;
use crate::site::Site;

/// The page of the site with its deck replaced.
fn open_page_with(decks: &str) -> Page {
    let built = std::fs::read_to_string(settings::path("KURABE_DIST").join("index.html")).expect("a page");
    // A page that loads the program at once, as those of others do.
    let built = kurabe_server::page_for(&built, include_str!("../../index.html"), "");
    let (head, _) = built.split_once("<kurabe-deck").expect("the built page has a deck");
    let (_, tail) = built.split_once("</kurabe-deck>").expect("the built page has a deck");
    let site = Site::start();
    site.put("other.html", format!("{head}{decks}{tail}"));
    Page::open_site(site, "other.html?own=1#here")
}

const DECK: &str = "<kurabe-deck src='gke-eks.ja.md'></kurabe-deck>";

#[test]
fn the_quiz_of_an_embedded_deck_leaves_the_address_alone() {
    let page = open_page_with(DECK);
    let before = page.value("[location.href, history.length, history.state]");
    page.click("see.button('質問に答える')");
    page.wait_for_place("q-cloud");
    page.press("2");
    page.wait_for_chosen("ほぼ AWS");
    page.press("End");
    page.wait_for_place(VERDICT);
    page.wait_for("see.sentence().includes('EKS が第一候補')", "the premise");
    assert!(page.holds("!see.one('.link-field')"), "a link to a page that isn't the deck's");
    assert_eq!(page.value("[location.href, history.length, history.state]"), before);
    page.assert_quiet();
}

#[test]
fn two_decks_in_a_page_have_answers_of_their_own() {
    let page = open_page_with(&DECK.repeat(2));
    page.value("see.turnTo(1)");
    page.wait_for("see.place()", "the second deck");
    for (deck, option) in [(0, "ほぼ Google Cloud (GCP)"), (1, "ほぼ AWS")] {
        page.value(&format!("see.turnTo({deck})"));
        page.value("see.host().scrollIntoView()");
        page.click("see.button('質問に答える')");
        page.wait_for_place("q-cloud");
        page.settle();
        page.click(&format!("see.option('{option}')"));
        page.wait_for_chosen(option);
    }
    page.value("see.turnTo(0)");
    page.wait_for_chosen("ほぼ Google Cloud (GCP)");
    assert_eq!(page.texts("see.answers()")[0], "ほぼ Google Cloud (GCP)");
    page.value("see.one('.options :checked').focus()");
    page.press("ArrowDown");
    page.wait_for_chosen("ほぼ AWS");
    page.press("ArrowDown");
    page.wait_for_chosen("両方");
    page.value("see.turnTo(1)");
    page.wait_for_chosen("ほぼ AWS");
    page.assert_quiet();
}
