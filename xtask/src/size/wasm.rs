//! Takes a wasm file apart: the bytes of each function's body with its name, of the data, and of the rest.

use std::collections::HashMap;

use anyhow::{Context, Result};
use wasmparser::{KnownCustom, Name, Parser, Payload};

/// The parts of a wasm file, in bytes.
#[derive(Debug, Default)]
pub struct Parts {
    /// Each function's name, as far as the file tells it, and the bytes of its body.
    pub functions: Vec<(Option<String>, u64)>,
    /// The data segments: constants and texts of all crates.
    pub data: u64,
    /// Everything else that is shipped: types, imports, exports and tables.
    pub other: u64,
}

/// Takes `wasm` apart. Custom sections don't count, since they aren't shipped.
pub fn parts(wasm: &[u8]) -> Result<Parts> {
    let mut names = HashMap::new();
    let (mut bodies, mut parts, mut imported, mut custom) = (Vec::new(), Parts::default(), 0, 0);
    for payload in Parser::new(0).parse_all(wasm) {
        match payload.context("the wasm file is damaged")? {
            Payload::ImportSection(imports) => imported = imported_functions(imports)?,
            Payload::CodeSectionEntry(body) => bodies.push(length(&body.range())),
            Payload::DataSection(data) => parts.data = length(&data.range()),
            Payload::CustomSection(section) => {
                custom += length(&section.range());
                if let KnownCustom::Name(found) = section.as_known() {
                    names = function_names(found)?;
                }
            }
            _ => {}
        }
    }
    let code: u64 = bodies.iter().sum();
    parts.other = (wasm.len() as u64).saturating_sub(code + parts.data + custom);
    parts.functions = (imported..).zip(bodies).map(|(index, bytes)| (names.remove(&index), bytes)).collect();
    Ok(parts)
}

/// How many functions come from outside. They are numbered first.
fn imported_functions(imports: wasmparser::ImportSectionReader) -> Result<u32> {
    let mut count = 0;
    for import in imports {
        if matches!(import?.ty, wasmparser::TypeRef::Func(_)) {
            count += 1;
        }
    }
    Ok(count)
}

fn function_names(section: wasmparser::NameSectionReader) -> Result<HashMap<u32, String>> {
    let mut names = HashMap::new();
    for subsection in section {
        if let Name::Function(functions) = subsection? {
            for naming in functions {
                let naming = naming?;
                names.insert(naming.index, naming.name.to_owned());
            }
        }
    }
    Ok(names)
}

fn length(range: &std::ops::Range<usize>) -> u64 {
    range.len() as u64
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Two functions of two and three bytes, the second without a name, and a data segment.
    const WASM: &[u8] = b"\0asm\x01\0\0\0\x01\x04\x01\x60\0\0\x03\x03\x02\0\0\x05\x03\x01\0\x01\
        \x0a\x08\x02\x02\0\x0b\x03\0\x01\x0b\x0b\x08\x01\0\x41\0\x0b\x02hi\
        \0\x0c\x04name\x01\x05\x01\0\x02ab";

    #[test]
    fn functions_have_their_names_and_sizes() -> Result<()> {
        let parts = parts(WASM)?;
        assert_eq!(parts.functions, [(Some("ab".to_owned()), 2), (None, 3)]);
        assert_eq!(parts.data, 8);
        Ok(())
    }

    #[test]
    fn the_parts_make_up_all_that_is_shipped() -> Result<()> {
        let parts = parts(WASM)?;
        let code: u64 = parts.functions.iter().map(|(_, bytes)| bytes).sum();
        assert_eq!(code + parts.data + parts.other, WASM.len() as u64 - 12);
        Ok(())
    }

    #[test]
    fn a_damaged_file_is_an_error() {
        assert!(parts(&WASM[..20]).is_err());
    }
}
