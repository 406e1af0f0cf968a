//! The decision record: writing, saving, copying, printing it.

use crate::answering::QUIZ;
use crate::downloads::Downloads;
use crate::page::Page;
use serde_json::{Value, json};

impl Page {
    /// Lets the page write into the clipboard, or forbids it; reading it is the test's own right.
    pub fn allow_clipboard(&self, setting: &str) {
        let origin = self.site.origin();
        for (name, setting) in [("clipboard-read", "granted"), ("clipboard-write", setting)] {
            let permission = json!({"name": name, "allowWithoutSanitization": name == "clipboard-read"});
            let wanted = json!({"permission": permission, "setting": setting, "origin": origin});
            self.browser.send("Browser.setPermission", wanted);
        }
    }
}

/// The verdict of a few answers, with the dialog of the record open.
fn open_record() -> Page {
    let page = Page::open_verdict(QUIZ, "1111");
    page.click("see.button('決定記録')");
    page.wait_for("see.one('dialog:modal .record')", "the record");
    page.settle();
    page
}

fn write_outcome(page: &Page, keys: &[&str]) {
    page.click("see.one('dialog textarea')");
    page.wait_for("see.active()?.matches('textarea')", "the focus in the field");
    keys.iter().for_each(|key| page.press(key));
}

#[test]
fn the_record_is_a_dialog_that_keeps_the_focus() {
    let page = open_record();
    assert!(page.holds("see.one('dialog').contains(see.active())"), "the focus isn't in the dialog");
    for _ in 0..8 {
        page.press("Tab");
        assert!(
            page.holds("!see.active() || see.one('dialog').contains(see.active())"),
            "Tab leaves the dialog"
        );
    }
    page.press("Escape");
    page.wait_for("!see.one('dialog').open", "the dialog closed");
    page.settle();
    assert!(page.holds("see.active() === see.button('決定記録')"), "the focus isn't given back");
    assert_eq!(page.text("see.view()"), "verdict");
    page.assert_quiet();
}

/// Letters that are keys elsewhere are letters here.
#[test]
fn what_is_written_stands_in_the_record() {
    let page = open_record();
    assert!(page.text("see.one('.record').textContent").contains("結論はまだ書かれていません"));
    let before = page.texts("[see.theme(), see.pressed('lens'), see.place()]");
    write_outcome(&page, &["q", "b", "1", "?", "d", "t", " ", "f", "Enter", "n", "."]);
    page.wait_for(
        "see.one('.record .verbatim')?.textContent === 'qb1?dt f\\nn.'",
        "the outcome in the record",
    );
    assert_eq!(page.text("see.one('textarea').value"), "qb1?dt f\nn.");
    assert_eq!(page.texts("[see.theme(), see.pressed('lens'), see.place()]"), before);
    assert!(page.holds("see.one('dialog:modal') && !see.one('.black') && !document.fullscreenElement"));
    page.browser.send("Input.insertText", json!({"text": "両方を使う。"}));
    page.wait_for("see.one('.record .verbatim').textContent.endsWith('両方を使う。')", "the sentence");
    page.press("Escape");
    page.wait_for("!see.one('dialog').open", "the dialog closed by Escape in the field");
    page.click("see.button('決定記録')");
    page.wait_for("see.one('dialog:modal .verbatim')", "the outcome in the record opened again");
    assert!(page.text("see.one('textarea').value").ends_with("両方を使う。"));
    page.assert_quiet();
}

/// Typing in the middle of the text doesn't send the caret to its end.
#[test]
fn the_caret_stays_where_one_writes() {
    let page = open_record();
    write_outcome(&page, &["a", "c", "ArrowLeft", "b", "x"]);
    page.wait_for("see.one('.record .verbatim')?.textContent === 'abxc'", "letters where they were typed");
}

/// An input method composes a word while the record is drawn anew below it.
#[test]
fn an_input_method_writes_into_the_record() {
    let page = open_record();
    write_outcome(&page, &["a"]);
    for (composed, caret) in [("ｋ", 1), ("か", 1), ("かい", 2)] {
        let word = json!({"text": composed, "selectionStart": caret, "selectionEnd": caret});
        page.browser.send("Input.imeSetComposition", word);
        let expected = format!("see.one('.record .verbatim')?.textContent === 'a{composed}'");
        page.wait_for(&expected, "what is being composed");
    }
    page.browser.send("Input.insertText", json!({"text": "会"}));
    page.wait_for("see.one('.record .verbatim').textContent === 'a会'", "the word");
    assert_eq!(page.text("see.one('textarea').value"), "a会");
    page.assert_quiet();
}

const FRONT_MATTER: &str = "---\nstatus: proposed\ndate: ";

#[test]
fn the_record_is_saved_as_markdown_and_as_json() {
    let page = open_record();
    let downloads = Downloads::of(&page, "record");
    write_outcome(&page, &["q", "1"]);
    page.wait_for("see.one('.record .verbatim')", "the outcome in the record");
    page.click("see.button('Markdown を保存')");
    let markdown = downloads.wait_for("decision-record.md");
    assert!(markdown.starts_with(FRONT_MATTER), "{markdown}");
    for line in ["# GKE と EKS の選択", "## Decision Outcome", "q1", "## More Information"] {
        assert!(markdown.lines().any(|is| is == line), "`{line}` is missing:\n{markdown}");
    }
    page.click("see.button('JSON を保存')");
    let record: Value = serde_json::from_str(&downloads.wait_for("decision-record.json")).expect("JSON");
    assert!(record.to_string().contains("\"q1\""), "{record}");
    assert!(page.holds("see.one('dialog:modal')"));
    page.assert_quiet();
}

#[test]
fn the_record_is_copied_as_markdown() {
    let page = open_record();
    page.allow_clipboard("granted");
    page.click("see.button('コピー')");
    page.wait_for("see.one('dialog').textContent.includes('コピーしました')", "that it was copied");
    let markdown = page.text("navigator.clipboard.readText()");
    assert!(markdown.starts_with(FRONT_MATTER), "{markdown}");
    assert!(markdown.contains("## Considered Options"));
    page.assert_quiet();
}

#[test]
fn a_reader_is_told_when_the_record_could_not_be_copied() {
    let page = open_record();
    page.allow_clipboard("denied");
    page.click("see.button('コピー')");
    page.wait_for(
        "see.one('dialog').textContent.includes('コピーできませんでした')",
        "that it wasn't copied",
    );
    assert!(page.holds("see.one('dialog:modal')"));
    page.assert_quiet();
}

/// What is displayed, by class, of that which must not be printed.
const UNPRINTED: &str = "see.all('.toolbar, .verdict, .progress, .no-print, #panel-heading, dialog button')
    .filter((part) => part.checkVisibility()).map((part) => part.className || part.tagName)";

#[test]
fn the_record_alone_is_printed() {
    let page = open_record();
    page.value("window.print = () => { window.printed = true; }");
    page.click("see.button('印刷')");
    page.wait_for("window.printed", "the printer asked");
    page.browser.send("Emulation.setEmulatedMedia", json!({"media": "print"}));
    page.wait_for("see.one('.record').checkVisibility()", "the record");
    assert_eq!(page.texts(UNPRINTED), [""; 0]);
    page.browser.send("Emulation.setEmulatedMedia", json!({"media": ""}));
    page.wait_for("see.one('.toolbar').checkVisibility()", "the screen again");
}

/// The paper must have room for the whole record: what is longer than a page goes on on the next.
#[test]
fn a_long_record_is_printed_on_several_pages() {
    let page = open_record();
    write_outcome(&page, &["x"]);
    page.browser.send("Input.insertText", json!({"text": "行\n".repeat(200)}));
    page.wait_for("see.one('.record .verbatim')?.textContent.length > 300", "the outcome in the record");
    let printed = page.browser.send("Page.printToPDF", json!({"paperWidth": 8.27, "paperHeight": 11.69}));
    let pdf = printed["data"].as_str().unwrap_or_default();
    let pages = page.value(&format!("(atob('{pdf}').match(/\\/Type\\s*\\/Page\\b(?!s)/g) ?? []).length"));
    assert!(pages.as_u64() > Some(3), "{pages} pages");
    page.assert_quiet();
}
