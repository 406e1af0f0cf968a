//! Removes from a wasm file what no browser needs: the custom sections, above all the names of functions, a third of
//! the file. The file keeps its hashed name: equal bytes before are equal bytes after.

use std::fs;
use std::ops::Range;
use std::path::Path;

use anyhow::{Context, Result};
use wasmparser::{Parser, Payload};

/// Strips the file in place.
pub fn strip_file(file: &Path) -> Result<()> {
    let wasm = fs::read(file).with_context(|| format!("can't read {}", file.display()))?;
    let stripped =
        without_custom_sections(&wasm).with_context(|| format!("{} is not wasm", file.display()))?;
    fs::write(file, stripped).with_context(|| format!("can't write {}", file.display()))
}

/// `wasm` without its custom sections, all other bytes unchanged.
pub fn without_custom_sections(wasm: &[u8]) -> Result<Vec<u8>> {
    let mut kept = Vec::with_capacity(wasm.len());
    let mut from = 0;
    for range in custom_sections(wasm)? {
        kept.extend_from_slice(&wasm[from..header_start(wasm, &range)]);
        from = range.end;
    }
    kept.extend_from_slice(&wasm[from..]);
    Ok(kept)
}

/// The contents of the custom sections, without their headers.
fn custom_sections(wasm: &[u8]) -> Result<Vec<Range<usize>>> {
    let mut found = Vec::new();
    for payload in Parser::new(0).parse_all(wasm) {
        if let Payload::CustomSection(section) = payload? {
            found.push(section.range());
        }
    }
    Ok(found)
}

/// Where the section's header begins: a zero byte, then the contents' length in LEB128, which may be padded.
fn header_start(wasm: &[u8], contents: &Range<usize>) -> usize {
    let mut start = contents.start - 1;
    while start > 0 && wasm[start - 1] & 0x80 != 0 {
        start -= 1;
    }
    start - 1
}

#[cfg(test)]
mod tests {
    use super::*;

    const HEADER: &[u8] = b"\0asm\x01\0\0\0";
    const TYPES: &[u8] = b"\x01\x04\x01\x60\0\0";

    #[test]
    fn custom_sections_go_and_all_else_stays() -> Result<()> {
        let custom = b"\0\x06\x04nameX";
        let padded = b"\0\x86\x80\0\x04nameX";
        let wasm = [HEADER, custom, TYPES, padded, custom].concat();
        assert_eq!(without_custom_sections(&wasm)?, [HEADER, TYPES].concat());
        Ok(())
    }

    #[test]
    fn what_is_not_wasm_is_an_error() {
        assert!(without_custom_sections(b"<!doctype html>").is_err());
    }
}
