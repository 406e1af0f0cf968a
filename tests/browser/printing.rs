//! What comes out of the printer: from the browser's own printing, and from the pages for slides and handout.

use crate::page::Page;
use crate::pdf::{Printed, bare};
use crate::settings;
use crate::site::Site;
use kurabe::analysis::items::{Look, Place, SlideItems, claims, items};
use kurabe::model::claim::SideIndex;
use kurabe::model::content::{Block, Inline, first_paragraph, plain_text};
use kurabe::model::date::Date;
use kurabe::model::deck::{Deck, Slide};
use kurabe::words::Language;
use serde_json::json;

/// What is printed, and as what.
struct Wanted {
    file: &'static str,
    /// The page in the site.
    page: &'static str,
    language: Language,
    is_handout: bool,
    /// The lens is on the second moment instead of the first.
    is_later: bool,
    /// The second side is off.
    one_side: bool,
}

const SLIDES: Wanted = Wanted {
    file: "gke-eks.ja.md",
    page: "",
    language: Language::JA,
    is_handout: false,
    is_later: false,
    one_side: false,
};
const HANDOUT: Wanted = Wanted { is_handout: true, ..SLIDES };
const ENGLISH: Wanted = Wanted { file: "gke-eks.en.md", page: "en/", language: Language::EN, ..SLIDES };

impl Wanted {
    fn query(&self) -> String {
        let mut query = String::from("?");
        if self.is_later {
            query.push_str("as-of=2026-11-22&");
        }
        if self.one_side {
            query.push_str("sides=gke&");
        }
        query
    }

    /// The address of the pages on the screen.
    fn address(&self) -> String {
        let paper = if self.is_handout { "handout" } else { "slides" };
        format!("{}{}print={paper}", self.page, self.query())
    }

    fn deck(&self) -> Deck {
        let text = std::fs::read_to_string(settings::path("KURABE_DIST").join(self.file));
        kurabe::read::read(&text.expect("the site has the deck")).value
    }

    fn judged(&self, slide: &Slide, deck: &Deck) -> SlideItems {
        let day = |at: usize| deck.about.moments[at].day.date(Date::new(2026, 11, 22).expect("a day"));
        let is_on = |side: SideIndex| !self.one_side || side.index() == 0;
        let look = Look { day: day(usize::from(self.is_later)), first_moment: Some(day(0)), is_on: &is_on };
        items(slide, look)
    }

    fn assert_printed(&self, printed: &Printed) {
        let deck = self.deck();
        let slides: Vec<&Slide> = deck.slides.iter().filter(|slide| !slide.hidden).collect();
        if !self.is_handout {
            assert_eq!(printed.pages.len(), slides.len(), "a page for each slide");
        }
        let (all, mut problems) = (printed.text(), Vec::new());
        for (at, slide) in slides.into_iter().enumerate() {
            let page = if self.is_handout { &all } else { &printed.pages[at] };
            self.look_for_slide(slide, &deck, page, &mut problems);
        }
        for word in self.control_words(&deck) {
            if all.contains(&bare(word)) {
                problems.push(format!("the control `{word}` is printed"));
            }
        }
        assert!(problems.is_empty(), "{} problems:\n{}", problems.len(), problems.join("\n"));
    }

    fn look_for_slide(&self, slide: &Slide, deck: &Deck, page: &str, problems: &mut Vec<String>) {
        let id = slide.id.as_str();
        let mut look_for = |text: &str, is_there: bool| {
            if page.contains(&bare(text)) != is_there {
                problems.push(format!("{id}: {text} {}", if is_there { "is missing" } else { "is printed" }));
            }
        };
        look_for(&plain_text(&slide.title), true);
        let judged = self.judged(slide, deck);
        let mut seen = String::new();
        let mut unseen = Vec::new();
        for claim in claims(slide) {
            let text = first_paragraph(&claim.item.blocks);
            let is_off = self.one_side && claim.claim.side.is_some_and(|side| side.index() > 0);
            match judged.items[claim.item.number.index()].place {
                Place::Hidden => unseen.push(plain_text(text)),
                _ if is_off => unseen.push(plain_text(text)),
                // What is folded is open in the handout alone: on paper nobody can open it.
                Place::Folded if !self.is_handout => {}
                _ => {
                    self.pieces(text).iter().for_each(|piece| look_for(piece, true));
                    seen.push_str(&plain_text(text));
                }
            }
        }
        let notes: String = slide.notes.iter().flatten().map(text_of).collect();
        let others = format!(
            "{seen}{notes}{}",
            slide.above.iter().chain(&slide.below).map(text_of).collect::<String>()
        );
        // Short ones stand in other sentences too; so do those of other slides in the handout.
        let is_telling = |text: &String| text.chars().count() > 12 && !others.contains(text.as_str());
        unseen.iter().filter(|text| is_telling(text)).for_each(|text| look_for(text, false));
        for note in slide.notes.iter().flatten() {
            if let Block::Paragraph(text) = note {
                let pieces = self.pieces(text);
                let longest = pieces.iter().max_by_key(|piece| piece.len());
                longest.into_iter().for_each(|piece| look_for(piece, self.is_handout));
            }
        }
    }

    /// The parts of a text that stand in one piece: marks of footnotes and, in the handout, the numbers of links
    /// come between them.
    fn pieces(&self, inlines: &[Inline]) -> Vec<String> {
        let mut pieces = vec![String::new()];
        self.cut(inlines, &mut pieces);
        pieces.retain(|piece| !bare(piece).is_empty());
        pieces
    }

    fn cut(&self, inlines: &[Inline], pieces: &mut Vec<String>) {
        for inline in inlines {
            match inline {
                Inline::Footnote(_) => pieces.push(String::new()),
                Inline::Link { content, .. } => {
                    self.cut(content, pieces);
                    if self.is_handout {
                        pieces.push(String::new());
                    }
                }
                Inline::Emphasis(inner) | Inline::Strong(inner) | Inline::Strikethrough(inner) => {
                    self.cut(inner, pieces);
                }
                Inline::Image { .. } => {}
                other => {
                    let text = plain_text(std::slice::from_ref(other));
                    pieces.last_mut().expect("there is one").push_str(&text);
                }
            }
        }
    }

    /// What stands on buttons, as far as the deck doesn't say the same words.
    fn control_words(&self, deck: &Deck) -> Vec<&'static str> {
        let (controls, says) = (self.language.controls(), self.language.presenting());
        let words = [
            controls.next,
            controls.previous,
            controls.all_sides,
            controls.theme_light,
            controls.theme_contrast,
            controls.fullscreen,
            controls.help,
            controls.close,
            controls.details,
            controls.menu,
            controls.overview,
            says.read,
            says.speaker,
            says.search,
            self.language.quiz().record,
        ];
        let mut all = String::new();
        for slide in &deck.slides {
            all.push_str(&plain_text(&slide.title));
            let beside = slide.notes.iter().chain(&slide.footnotes).flatten();
            slide.blocks().chain(beside).for_each(|block| all.push_str(&text_of(block)));
        }
        let deck = bare(&all);
        let told: Vec<&str> = words.into_iter().filter(|word| !deck.contains(&bare(word))).collect();
        assert!(told.len() > 7, "{told:?}");
        told
    }
}

/// All text of a block.
fn text_of(block: &Block) -> String {
    match block {
        Block::Paragraph(text) | Block::Heading { content: text, .. } => plain_text(text),
        Block::List(list) => list.items.iter().flat_map(|item| &item.blocks).map(text_of).collect(),
        Block::Quote(blocks) => blocks.iter().map(text_of).collect(),
        Block::Table(table) => {
            let cells = table.rows.iter().chain([&table.head]).flatten();
            cells.map(|cell| plain_text(cell)).collect()
        }
        Block::Code(code) => code.text.clone(),
        _ => String::new(),
    }
}

/// The addresses that claims and notes of the shown slides link to.
fn addresses(wanted: &Wanted, deck: &Deck) -> Vec<String> {
    let mut found = Vec::new();
    for slide in deck.slides.iter().filter(|slide| !slide.hidden) {
        let judged = wanted.judged(slide, deck);
        for claim in claims(slide) {
            if judged.items[claim.item.number.index()].place != Place::Hidden {
                add_links(first_paragraph(&claim.item.blocks), &mut found);
            }
        }
        for note in slide.notes.iter().flatten() {
            if let Block::Paragraph(text) = note {
                add_links(text, &mut found);
            }
        }
    }
    found.retain(|address: &String| address.starts_with("http"));
    found
}

fn add_links(inlines: &[Inline], found: &mut Vec<String>) {
    for inline in inlines {
        match inline {
            Inline::Link { address, .. } => found.push(address.0.clone()),
            Inline::Emphasis(inner) | Inline::Strong(inner) => add_links(inner, found),
            _ => {}
        }
    }
}

/// The pages that the address asks for; their text.
fn assert_pages(wanted: &Wanted) -> String {
    let page = Page::open(&wanted.address());
    page.wait_for("see.host().hasAttribute('data-print-ready')", "pages that can be printed");
    assert_eq!(page.texts("see.broken()"), [""; 0]);
    let ended = page.texts("see.struck()");
    let printed = page.print();
    wanted.assert_printed(&printed);
    let text = printed.text();
    assert!(!ended.is_empty(), "nothing is struck through");
    for ended in ended {
        let start: String = ended.chars().take_while(|c| !c.is_ascii_digit()).collect();
        assert!(text.contains(&bare(&start)), "what has ended is missing: {ended}");
    }
    page.assert_quiet();
    text
}

#[test]
fn slides_of_the_talk_are_printed() {
    assert_pages(&SLIDES);
}

#[test]
fn slides_of_now_are_printed() {
    assert_pages(&Wanted { is_later: true, ..SLIDES });
}

#[test]
fn slides_in_english_are_printed() {
    assert_pages(&Wanted { is_later: true, ..ENGLISH });
}

#[test]
fn slides_with_one_side_off_are_printed() {
    assert_pages(&Wanted { is_later: true, one_side: true, ..SLIDES });
}

fn assert_handout(wanted: &Wanted) {
    let text = assert_pages(wanted);
    let addresses = addresses(wanted, &wanted.deck());
    assert!(addresses.len() > 20, "{addresses:?}");
    let missing: Vec<_> = addresses.iter().filter(|address| !text.contains(&bare(address))).collect();
    assert_eq!(missing, Vec::<&String>::new());
}

#[test]
fn a_handout_of_the_talk_is_printed() {
    assert_handout(&HANDOUT);
}

#[test]
fn a_handout_of_now_is_printed() {
    assert_handout(&Wanted { is_later: true, ..HANDOUT });
}

#[test]
fn a_handout_in_english_is_printed() {
    assert_handout(&Wanted { is_handout: true, is_later: true, ..ENGLISH });
}

/// What printing must leave as it was.
const LOOK: &str = "JSON.stringify([see.slide(), see.view(), location.href, see.all('.pages').length,
    see.host().getAttributeNames(), see.one('.scroller').style.cssText, see.stage(),
    document.adoptedStyleSheets.map((sheet) => sheet.cssRules.length)])";

fn assert_browser_prints(wanted: &Wanted, rest: &str) {
    let page = Page::open(&format!("{}{rest}", wanted.page));
    let before = page.text(LOOK);
    wanted.assert_printed(&page.print());
    page.settle();
    assert_eq!(page.text(LOOK), before);
    page.press("PageDown");
    page.wait_for("see.slide() === 'node-auto-provisioning'", "the next slide");
    page.assert_quiet();
}

#[test]
fn the_browser_prints_all_slides_from_one_of_them() {
    assert_browser_prints(&SLIDES, "#dns");
}

#[test]
fn the_browser_prints_as_the_reader_has_it() {
    let wanted = Wanted { is_later: true, one_side: true, ..ENGLISH };
    assert_browser_prints(&wanted, &format!("{}#dns", wanted.query()));
}

#[test]
fn the_browser_prints_slides_from_every_view() {
    for view in ["read", "overview", "quiz"] {
        let page = Page::open(&format!("?view={view}"));
        SLIDES.assert_printed(&page.print());
        assert!(page.holds("!see.one('.pages')"), "{view}");
        assert_eq!(page.text("see.view()"), view);
    }
}

/// The browser's own window for printing stands still until it is closed, so that it is only told of.
#[test]
fn the_menu_prints_slides_and_handout() {
    for (button, paper) in [("スライドを印刷", "slides"), ("配布資料を印刷", "handout")] {
        let page = Page::open("#dns");
        page.value("window.papers = []; window.print = () => papers.push(see.host().dataset.paper)");
        page.click("see.one('.menu-opener')");
        page.wait_for("see.one('dialog:modal .menu')", "the menu");
        page.click(&format!("see.buttonLike('{button}')"));
        page.wait_for("papers.length === 1", "the printer asked");
        assert_eq!(page.texts("papers"), [paper]);
        page.value("dispatchEvent(new Event('afterprint'))");
        page.wait_for("!see.one('.pages') && !see.host().dataset.paper", "no pages after printing");
        assert_eq!(page.text("see.slide()"), "dns");
    }
}

#[test]
fn pictures_that_come_late_or_never_are_waited_for_and_no_longer() {
    let pictures =
        "![One](figures/bootstrap-eks.en.svg)\n\n![Two](figures/bootstrap-eks.ja.svg)\n\n![Three](lost.svg)";
    let deck = format!("---\nlang: en\n---\n\n## Pictures {{#pictures}}\n\n{pictures}\n");
    let page = Page::open_site(Site::with_text("pictures.md", deck), "?print=slides");
    page.wait_for("see.host().hasAttribute('data-print-ready')", "pages that can be printed");
    let widths = "[...see.root().querySelectorAll('.pages img')].map((image) => image.naturalWidth > 0)";
    assert_eq!(page.value(widths), json!([true, true, false]));
}
