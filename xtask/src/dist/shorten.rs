//! Gives the wasm's imports short names, in the wasm and in its glue. wasm-bindgen's own end in sixteen random digits
//! each, which no compression makes smaller and every visitor would load twice.

use std::fs;
use std::ops::Range;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};
use wasmparser::{ImportSectionReader, Parser, Payload};

const IMPORT_SECTION: u8 = 2;

/// Shortens the names in a wasm file and in the script beside it that imports it.
pub fn shorten_imports(wasm_file: &Path, scripts: &[PathBuf]) -> Result<()> {
    let wasm = fs::read(wasm_file).with_context(|| format!("can't read {}", wasm_file.display()))?;
    let Some((shorter, names)) = shortened(&wasm)? else { return Ok(()) };
    let mut glue = None;
    for script in scripts {
        let text = fs::read_to_string(script).with_context(|| format!("can't read {}", script.display()))?;
        if names.iter().all(|(long, _)| text.contains(long)) {
            glue = Some((script, renamed(text, &names)));
        }
    }
    let Some((script, text)) = glue else { bail!("no script names the imports of {}", wasm_file.display()) };
    fs::write(script, text).with_context(|| format!("can't write {}", script.display()))?;
    fs::write(wasm_file, shorter).with_context(|| format!("can't write {}", wasm_file.display()))
}

type Names = Vec<(String, String)>;

fn renamed(text: String, names: &Names) -> String {
    names.iter().fold(text, |text, (long, short)| text.replace(long, short))
}

/// The wasm with short import names, and which they are; nothing if it imports nothing.
fn shortened(wasm: &[u8]) -> Result<Option<(Vec<u8>, Names)>> {
    for payload in Parser::new(0).parse_all(wasm) {
        if let Payload::ImportSection(section) = payload? {
            let range = section.range();
            let (contents, names) = shortened_section(wasm, section)?;
            let mut shorter = wasm[..section_start(wasm, &range)].to_vec();
            shorter.push(IMPORT_SECTION);
            push_number(&mut shorter, contents.len());
            shorter.extend_from_slice(&contents);
            shorter.extend_from_slice(&wasm[range.end..]);
            return Ok(Some((shorter, names)));
        }
    }
    Ok(None)
}

fn shortened_section(wasm: &[u8], section: ImportSectionReader<'_>) -> Result<(Vec<u8>, Names)> {
    let end = section.range().end;
    let imports = section.into_iter_with_offsets().collect::<Result<Vec<_>, _>>()?;
    let (mut contents, mut names) = (Vec::new(), Names::new());
    push_number(&mut contents, imports.len());
    for (at, (start, import)) in imports.iter().enumerate() {
        let next = imports.get(at + 1).map_or(end, |(next, _)| *next);
        let short = if has_hash(import.name) { format!("i{at}_") } else { import.name.to_owned() };
        push_text(&mut contents, import.module);
        push_text(&mut contents, &short);
        contents
            .extend_from_slice(&wasm[start + text_length(import.module) + text_length(import.name)..next]);
        if short != import.name {
            names.push((import.name.to_owned(), short));
        }
    }
    Ok((contents, names))
}

/// Whether a name ends in `_` and sixteen hexadecimal digits.
fn has_hash(name: &str) -> bool {
    let hash = name.rsplit_once('_').map(|(_, hash)| hash).unwrap_or_default();
    hash.len() == 16 && hash.bytes().all(|byte| byte.is_ascii_hexdigit())
}

/// Where the section's identifier stands: before its length, which may be padded.
fn section_start(wasm: &[u8], contents: &Range<usize>) -> usize {
    let mut start = contents.start - 1;
    while start > 0 && wasm[start - 1] & 0x80 != 0 {
        start -= 1;
    }
    start - 1
}

/// Unsigned LEB128.
fn push_number(out: &mut Vec<u8>, mut number: usize) {
    loop {
        let low = u8::try_from(number & 0x7f).unwrap_or_default();
        number >>= 7;
        out.push(if number == 0 { low } else { low | 0x80 });
        if number == 0 {
            return;
        }
    }
}

fn push_text(out: &mut Vec<u8>, text: &str) {
    push_number(out, text.len());
    out.extend_from_slice(text.as_bytes());
}

/// The bytes that a text takes: its length as wasm-bindgen writes it, without padding, and itself.
fn text_length(text: &str) -> usize {
    let mut out = Vec::new();
    push_text(&mut out, text);
    out.len()
}

#[cfg(test)]
mod tests {
    use super::*;

    const HEADER: &[u8] = b"\0asm\x01\0\0\0";
    const TYPES: &[u8] = b"\x01\x04\x01\x60\0\0";

    #[test]
    fn hashed_names_become_short_and_all_else_stays() -> Result<()> {
        let name = "__f_0123456789abcdef";
        let mut section = vec![2];
        push_text(&mut section, "m");
        push_text(&mut section, name);
        section.extend([0, 0]);
        push_text(&mut section, "m");
        push_text(&mut section, "g");
        section.extend([0, 0]);
        let mut wasm = [HEADER, TYPES, &[2]].concat();
        push_number(&mut wasm, section.len());
        wasm.extend(&section);
        let (shorter, names) = shortened(&wasm)?.context("imports")?;
        assert_eq!(names, [(name.to_owned(), "i0_".to_owned())]);
        let expected = [HEADER, TYPES, b"\x02\x0f\x02\x01m\x03i0_\0\0\x01m\x01g\0\0"].concat();
        assert_eq!(shorter, expected);
        Ok(())
    }

    #[test]
    fn only_sixteen_digits_are_a_hash() {
        assert!(has_hash("__wbg_now_0123456789abcdef"));
        assert!(!has_hash("__wbindgen_init_externref_table"));
        assert!(!has_hash("a_0123456789abcdeg"));
    }
}
