//! The widgets as HTML, rendered on the server's side: what is drawn, without a browser.

use crate::asking::{ASKING, CLOUD, QUIZ, RESULT, VERDICT, answers};
use crate::play::{at, new_state, play};
use kurabe::analysis::answers::{Importance, Said};
use kurabe::app::lens::Lens;
use kurabe::app::msg::{DeckMsg, Failure, LensMsg, Msg, NavMsg, Panel, QuizMsg, SidesMsg, UiMsg};
use kurabe::app::screen::screen;
use kurabe::app::state::State;
use kurabe::model::claim::SideIndex;
use kurabe::model::content::ItemNumber;
use kurabe::ui::drawn;
use yew::{Html, LocalServerRenderer, Properties, component};

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

#[derive(Clone, PartialEq, Properties)]
struct DrawnProps {
    nodes: Html,
}

#[component]
fn Drawn(props: &DrawnProps) -> Html {
    props.nodes.clone()
}

/// The HTML of nodes, as a server would send it.
pub fn rendered(nodes: Html) -> String {
    let renderer = LocalServerRenderer::<Drawn>::with_props(DrawnProps { nodes }).hydratable(false);
    tokio::runtime::Builder::new_current_thread().build().unwrap().block_on(renderer.render())
}

/// The HTML of a state, as a server would send it.
pub fn html(state: &State) -> String {
    let (nodes, sayings) = drawn(&screen(state));
    let mut numbers: Vec<u32> = sayings.into_iter().map(|(number, _)| number).collect();
    let all = numbers.len();
    numbers.sort_unstable();
    numbers.dedup();
    assert_eq!(numbers.len(), all, "two elements that say something have one number");
    rendered(nodes)
}

fn after(messages: impl IntoIterator<Item = Msg>) -> String {
    html(&play(DECK, messages))
}

pub fn has(html: &str, parts: &[&str]) {
    for part in parts {
        assert!(html.contains(part), "no {part} in\n{html}");
    }
}

#[test]
fn a_cover_tells_title_and_byline() {
    has(
        &after([]),
        &[
            "class=\"slide cover\"",
            "<h1 id=\"slide-title\" tabindex=\"-1\">表紙</h1>",
            "<p class=\"byline\">A · E</p>",
            "lang=\"ja\"",
        ],
    );
}

#[test]
fn columns_have_headings_marks_and_sources() {
    let html = after([Msg::Nav(NavMsg::Next), Msg::Lens(LensMsg::Set(Lens::Moment(1)))]);
    has(
        &html,
        &[
            "data-slide=\"compare\"",
            "<section class=\"side\" data-side=\"0\" aria-label=\"GKE\"><h2>GKE</h2>",
            "<span aria-hidden=\"true\">○</span><span class=\"visually-hidden\">できる</span>",
            "<s>できない</s><span class=\"chip ended\">2021 に終了</span>",
            "<span class=\"chip added\">追記</span>",
            "href=\"https://a.example/x\" target=\"_blank\" rel=\"noopener noreferrer\"",
            "<figure><img src=\"figures/a.svg\" alt=\"図の説明\"><figcaption>図: 2020年</figcaption></figure>",
            "&lt;b&gt;",
            "<aside class=\"footnotes\" aria-label=\"脚注\"><ol><li data-footnote=\"1\" tabindex=\"-1\"><p>脚注</p>",
        ],
    );
}

#[test]
fn what_is_upcoming_and_a_side_that_is_off_are_not_drawn() {
    let html = after([Msg::Nav(NavMsg::Next), Msg::Sides(SidesMsg::Toggle(SideIndex(0)))]);
    has(&html, &["この後の変化 1件", "aria-pressed=\"false\"", "data-count=\"1\""]);
    for gone in ["できるように", "aria-label=\"GKE\"", "<s>"] {
        assert!(!html.contains(gone), "{gone} in\n{html}");
    }
}

#[test]
fn details_stand_beside_their_claim() {
    let open = [
        Msg::Nav(NavMsg::Next),
        Msg::Lens(LensMsg::Set(Lens::Moment(1))),
        Msg::Ui(UiMsg::ToggleClaim(1, ItemNumber(0))),
    ];
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
    let html = after([Msg::Nav(NavMsg::Next), Msg::Nav(NavMsg::Next)]);
    has(&html, &["class=\"agenda\"", "<li class=\"ahead\"><a href=\"#第一章\">第一章</a>"]);
}

#[test]
fn steps_to_come_are_hidden_and_lines_are_lit() {
    let at_start = after([Msg::Nav(NavMsg::Last)]);
    assert_eq!(at_start.matches("is-ahead").count(), 2, "{at_start}");
    has(
        &at_start,
        &["<span class=\"line\">a\n</span><span class=\"line dim\">b\n</span>", "<td class=\"right\">1</td>"],
    );
    let later = after([
        Msg::Nav(NavMsg::Last),
        Msg::Nav(NavMsg::Next),
        Msg::Nav(NavMsg::Next),
        Msg::Nav(NavMsg::Next),
    ]);
    has(&later, &["<span class=\"line dim\">a\n</span><span class=\"line is-latest\">b\n</span>"]);
    assert!(!later.contains("is-ahead"));
}

#[test]
fn panels_and_black_are_drawn() {
    has(&after([Msg::Ui(UiMsg::TogglePanel(Panel::Help))]), &["<dialog", "<kbd>PageDown</kbd>", "ヘルプ"]);
    has(&after([Msg::Ui(UiMsg::TogglePanel(Panel::Diagnostics))]), &["raw-html", "14行 8文字目"]);
    has(&after([Msg::Ui(UiMsg::ToggleBlack)]), &["class=\"black\""]);
}

#[test]
fn loading_and_failing_are_told() {
    let state = play("", []);
    has(&html(&state), &["role=\"alert\""]);
    let mut state = new_state();
    has(&html(&state), &["loading-line"]);
    state.update(Msg::Deck(DeckMsg::Failed { file: "a.md".into(), failure: Failure::Status(404) }));
    has(&html(&state), &["a.md", "404", "<button type=\"button\" class=\"wide-button\""]);
}

#[test]
fn every_slide_of_the_shipped_deck_is_drawn() {
    let deck = include_str!("../../content/gke-eks.ja.md");
    for lens in [Lens::Moment(0), Lens::Moment(1)] {
        let mut state = play(deck, [Msg::Lens(LensMsg::Set(lens))]);
        let slides = state.deck.as_ref().unwrap().slides.len();
        for at in 0..slides {
            state.update(Msg::Nav(NavMsg::Slide(at)));
            let html = html(&state);
            let id = state.deck.as_ref().unwrap().slides[at].id.as_str().to_owned();
            has(&html, &[&format!("data-slide=\"{id}\"")]);
            assert!(!html.contains(" style="), "{id}");
        }
    }
}

// The quiz.

/// The asking deck in a language after what happened.
fn quiz_after(lang: &str, messages: impl IntoIterator<Item = Msg>) -> String {
    let mut state = play(&ASKING.replace("lang: en", &format!("lang: {lang}")), []);
    state.host.page = Some("https://deck.example/".into());
    messages.into_iter().for_each(|message| drop(state.update(message)));
    let html = html(&state);
    assert!(!html.contains(" style="), "{html}");
    html
}

/// The element that begins with `start`, up to and with the first `end` behind it.
fn part<'h>(html: &'h str, start: &str, end: &str) -> &'h str {
    let from = html.find(start).unwrap_or_else(|| panic!("no {start} in\n{html}"));
    let length = html[from..].find(end).unwrap_or_else(|| panic!("no {end} in\n{html}"));
    &html[from..from + length + end.len()]
}

#[test]
fn a_question_is_two_groups_of_radio_buttons() {
    for (lang, unknown, matters) in
        [("en", "I don't know", "How much this matters"), ("ja", "わからない", "この質問の重要度")]
    {
        let a_lot = Msg::Quiz(QuizMsg::Importance(Importance::ALot));
        for messages in [vec![QUIZ], vec![at(CLOUD)]] {
            let start = quiz_after(lang, messages.clone());
            has(&start, &["<h1 id=\"slide-title\" tabindex=\"-1\">Which cloud?</h1>"]);
            let options = part(&start, "<fieldset class=\"options\"", "</fieldset>");
            assert!(options.starts_with("<fieldset class=\"options\" aria-labelledby=\"slide-title\">"));
            assert_eq!(options.matches("<input type=\"radio\" name=\"option-").count(), 4, "{options}");
            assert_eq!(options.matches("<label class=\"choice\">").count(), 4, "{options}");
            assert!(!options.contains("checked") && options.contains("<span>Google</span>"), "{options}");
            let last = options.rsplit("<label").next().unwrap();
            has(last, &[&format!("<span lang=\"{lang}\">{unknown}</span>")]);
            let importance = part(&start, "<fieldset class=\"importance\"", "</fieldset>");
            has(importance, &[&format!(" lang=\"{lang}\"><legend>{matters}</legend>")]);
            assert_eq!(importance.matches("name=\"importance-").count(), 3, "{importance}");
            assert_eq!(checked(importance), [false, true, false]);
            // What is chosen is checked, and nothing else.
            let answered =
                [messages.clone(), vec![Msg::Quiz(QuizMsg::Answer(Said::Option(1))), a_lot.clone()]].concat();
            let html = quiz_after(lang, answered);
            assert_eq!(
                checked(part(&html, "<fieldset class=\"options\"", "</fieldset>")),
                [false, true, false, false]
            );
            assert_eq!(
                checked(part(&html, "<fieldset class=\"importance\"", "</fieldset>")),
                [false, false, true]
            );
            let skipped = [messages, vec![Msg::Quiz(QuizMsg::Answer(Said::Unknown))]].concat();
            let html = quiz_after(lang, skipped);
            assert_eq!(
                checked(part(&html, "<fieldset class=\"options\"", "</fieldset>")),
                [false, false, false, true]
            );
        }
    }
}

/// Whether each radio button is checked.
fn checked(group: &str) -> Vec<bool> {
    let buttons = group.split("<input").skip(1).map(|button| button.split_once('>').unwrap().0);
    buttons.map(|button| button.contains("checked")).collect()
}

#[test]
fn the_quiz_lists_all_answers() {
    for (lang, here, unanswered, verdict, again) in [
        ("en", "shown now", "not answered", "See the result", "Start over"),
        ("ja", "表示中", "未回答", "結果を見る", "最初からやり直す"),
    ] {
        let html = quiz_after(lang, [answers(&[1]), vec![Msg::Nav(NavMsg::Next)]].concat());
        let list = part(&html, "<section class=\"answers\"", "</section>");
        assert_eq!(list.matches("<li").count(), 3, "{list}");
        let row = part(list, "<li class=\"here\"", "</li>");
        has(row, &["Nodes?", &format!("<span class=\"visually-hidden\">{here} </span>"), unanswered]);
        assert_eq!(list.matches(here).count(), 1, "{list}");
        has(list, &["Which cloud?", "<span class=\"said\">AWS</span>", verdict, again]);
        assert!(!quiz_after(lang, [QUIZ]).contains(again));
    }
}

#[test]
fn the_verdict_shows_bars_with_figures_in_a_table_and_evidence_in_details() {
    let answered = [answers(&[0, 0, 0]), vec![Msg::Lens(LensMsg::Set(Lens::Moment(1))), VERDICT]].concat();
    for (lang, sentence, caveat, evidence, out, ended) in [
        ("en", "Only GKE is left", "They don't say which is better.", "Evidence: 3", "ruled out", "ended"),
        ("ja", "残る候補は GKE だけです", "優劣の判定ではありません。", "根拠 3件", "候補外", "終了した主張"),
    ] {
        let html = quiz_after(lang, answered.clone());
        has(
            &html,
            &["data-view=\"verdict\"", "<h1 id=\"slide-title\" tabindex=\"-1\">Result</h1>", sentence],
        );
        let table = part(&html, "<table class=\"scores\">", "</table>");
        has(table, &["<caption", "<th scope=\"col\">", "<th scope=\"row\">GKE</th>", "<td>12", "<td>3"]);
        // The bars are drawings of the figures beside them: 10 + 2 and 3 points of 12; pale those of the talk.
        let ghost = "<line class=\"ghost\" data-side=\"0\" x1=\"0\" x2=\"996\"";
        let blocks =
            ["\"0\" x1=\"0\" x2=\"829\"", "\"0\" x1=\"833\" x2=\"996\"", "\"1\" x1=\"0\" x2=\"246\""];
        has(table, &[ghost]);
        has(table, &blocks.map(|block| format!("<line data-side={block}")).each_ref().map(String::as_str));
        assert_eq!(
            table
                .matches("<svg viewBox=\"0 0 1000 10\" preserveAspectRatio=\"none\" aria-hidden=\"true\">")
                .count(),
            2
        );
        has(part(table, "<tr class=\"is-ruled-out\" data-side=\"1\">", "</tr>"), &["EKS", out]);
        has(part(&html, "<div class=\"caveat\" role=\"note\">", "</p>"), &[caveat]);
        has(&html, &["The author <a href=\"#claims\""]);
        let details = part(&html, "<details>", "</details>");
        has(details, &[&format!("<summary>{evidence}</summary>"), "href=\"#can\">GKE"]);
        has(details, &["can <em>do</em> it", "href=\"https://g.example/can\" target=\"_blank\"", "<s lang="]);
        has(details, &[ended, "<a href=\"#claims\"", "2026-11-22"]);
    }
}

#[test]
fn the_figure_of_the_verdict_shows_it_at_a_glance() {
    for (lang, open, ask, all) in [
        ("en", "No answer counts yet.", "Answer the questions", "See the result"),
        ("ja", "集計できる回答がまだありません。", "質問に答える", "結果を見る"),
    ] {
        let nothing = quiz_after(lang, [at(RESULT)]);
        let figure = part(&nothing, "<div class=\"verdict-figure\"", "</button>");
        has(figure, &[open, ask]);
        assert!(!figure.contains("<table"), "{figure}");
        let html = quiz_after(lang, [answers(&[0]), vec![at(RESULT)]].concat());
        let figure = part(&html, "<div class=\"verdict-figure\"", "</button>");
        has(figure, &["<table class=\"scores\">", "GKE", all]);
    }
}

#[test]
fn the_dialogs_of_the_quiz_are_drawn() {
    for (lang, clear, note, outcome) in [
        ("en", "Clear all", "A record in the MADR format", "What the answers add up to"),
        ("ja", "すべて消す", "MADR 形式の記録です", "回答の集計"),
    ] {
        let answered = |panel| [answers(&[0]), vec![VERDICT, Msg::Ui(UiMsg::TogglePanel(panel))]].concat();
        let html = quiz_after(lang, answered(Panel::StartOver));
        let dialog = part(&html, "<dialog class=\"panel\" aria-labelledby=\"panel-heading\">", "</dialog>");
        has(dialog, &["<h2 id=\"panel-heading\">", clear]);
        let words = Msg::Quiz(QuizMsg::Outcome("We <take> *GKE*.".into()));
        let html = quiz_after(lang, [answered(Panel::Record), vec![words]].concat());
        let dialog = part(&html, "<dialog", "</dialog>");
        has(dialog, &[note, outcome, "<h4 class=\"record-heading\" lang=\"en\">Decision Drivers</h4>"]);
        has(
            dialog,
            &["<h5 class=\"record-option\">GKE</h5>", "<p class=\"verbatim\">We &lt;take&gt; *GKE*.</p>"],
        );
        has(dialog, &["<textarea", "can <em>do</em> it", "role=\"document\""]);
        assert_eq!(dialog.matches("<ul").count(), dialog.matches("</ul>").count());
    }
}

#[test]
fn an_element_without_questions_has_no_quiz() {
    assert!(quiz_after("en", []).contains("quiz-button"));
    assert!(!after([]).contains("quiz-button"));
    assert_eq!(after([QUIZ]), after([]));
}
