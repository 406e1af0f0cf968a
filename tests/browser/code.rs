//! Code in a deck: its colours, which a program of their own finds, and the lines that are lit step by step.

use crate::page::Page;
use crate::site::Site;

const CODE: &str = "---
title: コード
lang: ja
---

## はじめ {#first}

文

---

## 設定 {#config}

```yaml {2|4-5}
# pods
kind: Pod
metadata:
  name: \"web\"
  replicas: 3
```

---

## 手順 {#steps}

```rust
fn main() { let greeting = \"hello\"; }
```

```cobol
DISPLAY 'HELLO'.
```
";

const COLOURS: &str =
    "performance.getEntriesByType('resource').filter((entry) => entry.name.includes('colours'))";

#[test]
fn a_deck_without_code_does_not_load_what_colours_it() {
    let page = Page::open("");
    for key in ["PageDown", "o"] {
        page.press(key);
        page.settle();
    }
    page.wait_for(
        "see.all('.frame').every((frame) => frame.dataset.drawn === frame.dataset.key)",
        "all pictures",
    );
    assert_eq!(page.value(&format!("{COLOURS}.length")), 0);
    assert!(page.site.asked().iter().all(|(path, _)| !path.contains("colours")));
}

#[test]
fn code_is_coloured() {
    let page = Page::open_site(Site::with_text("code.md", CODE), "#config");
    page.wait_for("see.one('.code .string')", "colours");
    assert_eq!(page.value(&format!("{COLOURS}.length")), 1);
    let pieces = |kind: &str| page.texts(&format!("see.names('.slide .code .{kind}')"));
    assert_eq!(pieces("comment"), ["# pods"]);
    assert!(pieces("string").contains(&"\"web\"".to_owned()));
    assert!(pieces("key").iter().any(|key| key.starts_with("kind")));
    assert_eq!(pieces("number"), ["3"]);
    assert_eq!(
        page.text("see.one('.code').textContent.trim().replaceAll(/\\s+/g, ' ')"),
        "# pods kind: Pod metadata: name: \"web\" replicas: 3"
    );
    let colour = |kind: &str| page.text(&format!("getComputedStyle(see.one('.code .{kind}')).color"));
    assert_ne!(colour("string"), page.text("getComputedStyle(see.one('.code')).color"));
    assert_ne!(colour("string"), colour("key"));
    page.press("End");
    page.wait_for_slide("steps");
    assert_eq!(pieces("keyword"), ["fn", "let"]);
    // A language that isn't known stays as it is.
    assert_eq!(page.text("see.all('.code')[1].textContent.trim()"), "DISPLAY 'HELLO'.");
    page.press("r");
    page.wait_for("see.view() === 'read'", "the article");
    assert!(page.holds("see.one('.read .code .keyword')"));
    assert_eq!(page.value(&format!("{COLOURS}.length")), 1, "it is loaded once");
    page.assert_quiet();
}

/// The lines that are as clear as any text, by their numbers.
fn lit(page: &Page) -> String {
    let lines = "see.all('.stage-box .code .line')";
    page.text(&format!(
        "{lines}.map((line, at) => [line, at + 1]).filter(([line]) => !line.matches('.dim')).map(([, at]) => at).join()"
    ))
}

#[test]
fn lines_are_lit_step_by_step() {
    let page = Page::open_site(Site::with_text("code.md", CODE), "#config");
    page.wait_for("see.one('.code .string')", "colours");
    assert_eq!(lit(&page), "2");
    page.press("PageDown");
    page.wait_for("see.query().step === '1'", "the step");
    assert_eq!(lit(&page), "4,5");
    page.press("PageDown");
    page.wait_for_slide("steps");
    assert_eq!(lit(&page), "1,2", "without steps all lines are lit");
    page.press("PageUp");
    page.wait_for_slide("config");
    assert_eq!(lit(&page), "4,5");
    page.press("PageUp");
    page.wait_for("!see.query().step", "the first step");
    assert_eq!(lit(&page), "2");
    page.assert_quiet();
}

#[test]
fn printed_code_has_its_colours() {
    let page = Page::open_site(Site::with_text("code.md", CODE), "?print=slides");
    page.wait_for("see.host().hasAttribute('data-print-ready')", "pages that can be printed");
    assert!(page.holds("see.one('.pages .code .string')"));
}

#[test]
fn without_what_colours_it_code_stays_plain() {
    let page = Page::open("");
    let code = page.text("document.querySelector('link[as=fetch]').getAttribute('href').replace('./', '')");
    let program = code.replace("kurabe.wasm", "colours.wasm");
    for broken in [false, true] {
        let site = Site::with_text("code.md", CODE);
        if broken {
            site.put(&program, "no program");
        } else {
            site.lose(&program);
        }
        let page = Page::open_site(site, "#config");
        let asked = || page.site.asked().iter().any(|(path, _)| path.contains("colours"));
        while !asked() {
            page.settle();
        }
        page.settle();
        assert!(
            page.holds("see.one('.code').innerText.includes('kind: Pod') && see.isVisible(see.one('.code'))")
        );
        assert!(page.holds("!see.one('.code .string') && !see.one('[role=alert]')"));
        page.press("PageDown");
        page.press("PageDown");
        page.wait_for_slide("steps");
        page.press("PageUp");
        page.wait_for_slide("config");
        assert_eq!(lit(&page), "4,5");
        let console = page.browser.console();
        let ours: Vec<_> = console.iter().filter(|line| !line.contains("404")).collect();
        assert_eq!(ours, Vec::<&String>::new(), "the console");
    }
}
