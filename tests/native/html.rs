//! The widgets as HTML, rendered on the server's side: what is drawn, without a browser.

use crate::play::{new_state, play};
use kurabe::app::lens::Lens;
use kurabe::app::msg::{Failure, Msg, Panel};
use kurabe::app::screen::{Shared, screen};
use kurabe::app::state::State;
use kurabe::model::claim::SideIndex;
use kurabe::model::content::ItemNumber;
use kurabe::ui::{DeckView, DeckViewProps};
use std::rc::Rc;
use yew::{Callback, LocalServerRenderer};

const DECK: &str = "\
---
lang: ja
author: A
event: E
sides: [{ id: gke, name: GKE }, { id: eks, name: EKS }]
moments: [{ date: 2020-10-08, name: 発表時 }, { date: 2026-11-22, name: 今 }]
checked: 2026-11-22
---
# 表紙

---
## 比較 {#compare}

全体[^1] <b>

![図の説明](figures/a.svg \"図: 2020年\")

### GKE
- [x] `#new 2021..` できる ([出典](https://a.example/x))

### EKS
- [ ] `#old ..2021` できない
- [x] `#next 2021.. replaces:old` できるように

[^1]: 脚注

---
## 目次
```kurabe agenda
```
---
# 第一章

* 一
* 二

```rust {1|2}
a
b
```

| x | y |
|--:|---|
| 1 | 2 |
";

/// The HTML of a state, as a server would send it.
fn html(state: &State) -> String {
    let props = DeckViewProps { screen: Shared(Rc::new(screen(state))), send: Callback::noop() };
    let renderer = LocalServerRenderer::<DeckView>::with_props(props).hydratable(false);
    tokio::runtime::Builder::new_current_thread().build().unwrap().block_on(renderer.render())
}

fn after(messages: impl IntoIterator<Item = Msg>) -> String {
    html(&play(DECK, messages))
}

fn has(html: &str, parts: &[&str]) {
    for part in parts {
        assert!(html.contains(part), "no {part} in\n{html}");
    }
}

#[test]
fn a_cover_tells_title_and_byline() {
    has(
        &after([]),
        &["class=\"slide cover\"", "<h1>表紙</h1>", "<p class=\"byline\">A · E</p>", "lang=\"ja\""],
    );
}

#[test]
fn columns_have_headings_marks_and_sources() {
    let html = after([Msg::NextPressed, Msg::LensChosen(Lens::Moment(1))]);
    has(
        &html,
        &[
            "data-slide=\"compare\"",
            "<section data-side=\"0\" aria-label=\"GKE\" class=\"side\"><h2>GKE</h2>",
            "<span aria-hidden=\"true\">○</span><span class=\"visually-hidden\">できる</span>",
            "<s>できない</s><span class=\"chip ended\">2021 に終了</span>",
            "<span class=\"chip added\">追記</span>",
            "href=\"https://a.example/x\" target=\"_blank\" rel=\"noopener noreferrer\"",
            "<figure><img src=\"figures/a.svg\" alt=\"図の説明\"><figcaption>図: 2020年</figcaption></figure>",
            "&lt;b&gt;",
            "<aside aria-label=\"脚注\" class=\"footnotes\"><ol><li data-footnote=\"1\" tabindex=\"-1\"><p>脚注</p>",
        ],
    );
}

#[test]
fn what_is_upcoming_and_a_side_that_is_off_are_not_drawn() {
    let html = after([Msg::NextPressed, Msg::SideToggled(SideIndex(0))]);
    has(&html, &["この後の変化 1件", "aria-pressed=\"false\"", "data-count=\"1\""]);
    for gone in ["できるように", "aria-label=\"GKE\"", "<s>"] {
        assert!(!html.contains(gone), "{gone} in\n{html}");
    }
}

#[test]
fn details_stand_beside_their_claim() {
    let open = [Msg::NextPressed, Msg::LensChosen(Lens::Moment(1)), Msg::ClaimToggled(ItemNumber(0))];
    has(
        &after(open),
        &[
            "aria-expanded=\"true\"",
            "<dt>期間</dt><dd>2021 から</dd>",
            "<dd>2026-11-22</dd>",
            "a.example</span>",
        ],
    );
}

#[test]
fn the_agenda_links_to_sections() {
    let html = after([Msg::NextPressed, Msg::NextPressed]);
    has(&html, &["class=\"agenda\"", "<li class=\"ahead\"><a href=\"#第一章\">第一章</a>"]);
}

#[test]
fn steps_to_come_are_hidden_and_lines_are_lit() {
    let at_start = after([Msg::LastPressed]);
    assert_eq!(at_start.matches("is-ahead").count(), 2, "{at_start}");
    has(
        &at_start,
        &["<span class=\"line\">a\n</span><span class=\"line dim\">b\n</span>", "<td class=\"right\">1</td>"],
    );
    let later = after([Msg::LastPressed, Msg::NextPressed, Msg::NextPressed, Msg::NextPressed]);
    has(&later, &["<span class=\"line dim\">a\n</span><span class=\"line\">b\n</span>"]);
    assert!(!later.contains("is-ahead"));
}

#[test]
fn panels_and_black_are_drawn() {
    has(&after([Msg::PanelToggled(Panel::Help)]), &["<dialog", "<kbd>PageDown</kbd>", "ヘルプ"]);
    has(&after([Msg::PanelToggled(Panel::Diagnostics)]), &["raw-html", "14行 8文字目"]);
    has(&after([Msg::BlackToggled]), &["class=\"black\""]);
}

#[test]
fn loading_and_failing_are_told() {
    let state = play("", []);
    has(&html(&state), &["role=\"alert\""]);
    let mut state = new_state();
    has(&html(&state), &["loading-line"]);
    state.update(Msg::DeckFailed { file: "a.md".into(), failure: Failure::Status(404) });
    has(&html(&state), &["a.md", "404", "<button type=\"button\" class=\"wide-button\""]);
}

#[test]
fn every_slide_of_the_shipped_deck_is_drawn() {
    let deck = include_str!("../../content/gke-eks.ja.md");
    for lens in [Lens::Moment(0), Lens::Moment(1)] {
        let mut state = play(deck, [Msg::LensChosen(lens)]);
        let slides = state.deck.as_ref().unwrap().slides.len();
        for at in 0..slides {
            state.update(Msg::SlideChosen(at));
            let html = html(&state);
            let id = state.deck.as_ref().unwrap().slides[at].id.as_str().to_owned();
            has(&html, &[&format!("data-slide=\"{id}\"")]);
            assert!(!html.contains(" style="), "{id}");
        }
    }
}
