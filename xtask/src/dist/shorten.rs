//! Gives the wasm's imports and exports short names, in the wasm and in its glue. wasm-bindgen's own end in sixteen random digits
//! each, which no compression makes smaller and every visitor would load twice.

use std::fs;
use std::ops::Range;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};
use wasmparser::{ExportSectionReader, ImportSectionReader, Parser, Payload};

const IMPORTS: u8 = 2;
const EXPORTS: u8 = 7;

/// Shortens the names in a wasm file and in the script beside it that starts it.
pub fn shorten_names(wasm_file: &Path, scripts: &[PathBuf]) -> Result<()> {
    let wasm = fs::read(wasm_file).with_context(|| format!("can't read {}", wasm_file.display()))?;
    let Some((shorter, names)) = shortened(&wasm)? else { return Ok(()) };
    let mut glue = None;
    for script in scripts {
        let text = fs::read_to_string(script).with_context(|| format!("can't read {}", script.display()))?;
        if names.iter().all(|(long, _)| text.contains(long)) {
            glue = Some((script, renamed(text, &names)));
        }
    }
    let Some((script, text)) = glue else {
        bail!("no script names the imports and exports of {}", wasm_file.display())
    };
    fs::write(script, text).with_context(|| format!("can't write {}", script.display()))?;
    fs::write(wasm_file, shorter).with_context(|| format!("can't write {}", wasm_file.display()))
}

/// A wasm file with the names that `shorten_names` gives to the same imports and exports.
pub fn with_short_names(wasm: &[u8]) -> Result<Vec<u8>> {
    Ok(shortened(wasm)?.map_or_else(|| wasm.to_vec(), |(shorter, _)| shorter))
}

type Names = Vec<(String, String)>;

fn renamed(text: String, names: &Names) -> String {
    names.iter().fold(text, |text, (long, short)| text.replace(long, short))
}

/// The wasm with short names of imports and exports, and which they are; nothing if none is long.
fn shortened(wasm: &[u8]) -> Result<Option<(Vec<u8>, Names)>> {
    let (mut shorter, mut names, mut from) = (Vec::new(), Names::new(), 0);
    for payload in Parser::new(0).parse_all(wasm) {
        let (id, range, contents) = match payload? {
            Payload::ImportSection(section) => {
                (IMPORTS, section.range(), imports(wasm, section, &mut names)?)
            }
            Payload::ExportSection(section) => {
                (EXPORTS, section.range(), exports(wasm, section, &mut names)?)
            }
            _ => continue,
        };
        shorter.extend_from_slice(&wasm[from..section_start(wasm, &range)]);
        shorter.push(id);
        push_number(&mut shorter, contents.len());
        shorter.extend_from_slice(&contents);
        from = range.end;
    }
    shorter.extend_from_slice(&wasm[from..]);
    Ok((!names.is_empty()).then_some((shorter, names)))
}

fn imports(wasm: &[u8], section: ImportSectionReader<'_>, names: &mut Names) -> Result<Vec<u8>> {
    let end = section.range().end;
    let imports = section.into_iter_with_offsets().collect::<Result<Vec<_>, _>>()?;
    let mut contents = Vec::new();
    push_number(&mut contents, imports.len());
    for (at, (start, import)) in imports.iter().enumerate() {
        let next = imports.get(at + 1).map_or(end, |(next, _)| *next);
        push_text(&mut contents, import.module);
        push_text(&mut contents, &short(import.name, letters(at), names));
        contents
            .extend_from_slice(&wasm[start + text_length(import.module) + text_length(import.name)..next]);
    }
    Ok(contents)
}

fn exports(wasm: &[u8], section: ExportSectionReader<'_>, names: &mut Names) -> Result<Vec<u8>> {
    let end = section.range().end;
    let exports = section.into_iter_with_offsets().collect::<Result<Vec<_>, _>>()?;
    let mut contents = Vec::new();
    push_number(&mut contents, exports.len());
    for (at, (start, export)) in exports.iter().enumerate() {
        let next = exports.get(at + 1).map_or(end, |(next, _)| *next);
        push_text(&mut contents, &short(export.name, letters(at), names));
        contents.extend_from_slice(&wasm[start + text_length(export.name)..next]);
    }
    Ok(contents)
}

/// The name of a number: two letters or more, so that it is none of wasm-bindgen's own.
fn letters(number: usize) -> String {
    let mut rest = number;
    let mut name = String::new();
    while rest > 0 || name.len() < 2 {
        name.push(char::from(b'a' + u8::try_from(rest % 26).unwrap_or_default()));
        rest /= 26;
    }
    name
}

/// `other` in place of a name with a hash, which is noted.
fn short(name: &str, other: String, names: &mut Names) -> String {
    if !has_hash(name) {
        return name.to_owned();
    }
    names.push((name.to_owned(), other.clone()));
    other
}

/// Whether a name ends in `_`, perhaps `h`, and sixteen hexadecimal digits.
fn has_hash(name: &str) -> bool {
    let hash = name.rsplit_once('_').map(|(_, hash)| hash.trim_start_matches('h')).unwrap_or_default();
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
        assert_eq!(names, [(name.to_owned(), "aa".to_owned())]);
        let expected = [HEADER, TYPES, b"\x02\x0e\x02\x01m\x02aa\0\0\x01m\x01g\0\0"].concat();
        assert_eq!(shorter, expected);
        Ok(())
    }

    #[test]
    fn exports_become_short_too() -> Result<()> {
        let name = "invoke__h0123456789abcdef";
        let mut section = vec![1];
        push_text(&mut section, name);
        section.extend([0, 0]);
        let mut wasm = [HEADER, TYPES, &[7]].concat();
        push_number(&mut wasm, section.len());
        wasm.extend(&section);
        let (shorter, names) = shortened(&wasm)?.context("exports")?;
        assert_eq!(names, [(name.to_owned(), "aa".to_owned())]);
        assert_eq!(shorter, [HEADER, TYPES, b"\x07\x06\x01\x02aa\0\0"].concat());
        Ok(())
    }

    #[test]
    fn each_number_has_a_name_of_its_own() {
        let names: std::collections::BTreeSet<String> = (0..3000).map(letters).collect();
        assert_eq!((names.len(), letters(0), letters(27)), (3000, "aa".to_owned(), "bb".to_owned()));
    }

    #[test]
    fn only_sixteen_digits_are_a_hash() {
        assert!(has_hash("__wbg_now_0123456789abcdef"));
        assert!(!has_hash("__wbindgen_init_externref_table"));
        assert!(!has_hash("a_0123456789abcdeg"));
    }
}
