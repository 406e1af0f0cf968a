//! Printing a page as the browser does, and reading what came out.

use crate::page::Page;
use serde_json::json;
use std::io::Write;
use std::path::PathBuf;
use std::process::{Command, Stdio};
use std::thread;
use unicode_normalization::UnicodeNormalization;

/// The text of printed pages, in NFKC and without white space.
pub struct Printed {
    pub pages: Vec<String>,
}

impl Page {
    /// Prints the page, after its own rules for paper.
    pub fn print(&self) -> Printed {
        let wanted = json!({"preferCSSPageSize": true, "printBackground": true});
        let answer = self.browser.send("Page.printToPDF", wanted);
        let pdf = decoded(answer["data"].as_str().expect("a PDF"));
        let text = text_of(pdf);
        // Each page ends with a form feed.
        let mut pages: Vec<String> = text.split('\u{c}').map(bare).collect();
        pages.pop();
        Printed { pages }
    }
}

impl Printed {
    pub fn text(&self) -> String {
        self.pages.concat()
    }
}

/// As texts are compared: pages break lines where they like, and fonts have signs of their own.
pub fn bare(text: &str) -> String {
    text.nfkc().filter(|c| !c.is_whitespace()).collect()
}

/// The text in the order in which it stands in the page.
fn text_of(pdf: Vec<u8>) -> String {
    let program = std::env::var_os("KURABE_PDFTOTEXT").map_or("pdftotext".into(), PathBuf::from);
    let mut command = Command::new(&program);
    command.args(["-raw", "-enc", "UTF-8", "-", "-"]).stdin(Stdio::piped()).stdout(Stdio::piped());
    let mut process = command.stderr(Stdio::null()).spawn().unwrap_or_else(|error| {
        panic!(
            "can't start {}: {error}\nInstall poppler-utils, or name the program in KURABE_PDFTOTEXT; \
             `cargo xtask test --browser-only` does so.",
            program.display()
        )
    });
    let mut input = process.stdin.take().expect("its input is piped");
    let writing = thread::spawn(move || input.write_all(&pdf));
    let output = process.wait_with_output().expect("pdftotext ends");
    writing.join().expect("the PDF is written").expect("pdftotext takes the PDF");
    assert!(output.status.success(), "pdftotext can't read the PDF");
    String::from_utf8(output.stdout).expect("pdftotext writes UTF-8")
}

fn decoded(base64: &str) -> Vec<u8> {
    let value = |sign: u8| match sign {
        b'A'..=b'Z' => sign - b'A',
        b'a'..=b'z' => sign - b'a' + 26,
        b'0'..=b'9' => sign - b'0' + 52,
        b'+' => 62,
        _ => 63,
    };
    let mut bytes = Vec::with_capacity(base64.len() / 4 * 3);
    for four in base64.trim_end_matches('=').as_bytes().chunks(4) {
        let bits = four.iter().fold(0_u32, |bits, sign| bits << 6 | u32::from(value(*sign)));
        let bits = (bits << (6 * (4 - four.len()))).to_be_bytes();
        bytes.extend_from_slice(&bits[1..four.len()]);
    }
    bytes
}

#[test]
fn base64_is_decoded() {
    for (text, bytes) in [("", ""), ("JQ==", "%"), ("JVA=", "%P"), ("JVBE", "%PD"), ("JVBERg==", "%PDF")] {
        assert_eq!(decoded(text), bytes.as_bytes());
    }
}
