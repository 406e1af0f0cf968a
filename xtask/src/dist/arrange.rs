//! Leaves one of the functions that do the same, and puts them into an order in which like stands by like: those of one
//! type and about one length, by their bytes. Compression then finds more that it has just seen (`docs/size.md`).

use std::fs;
use std::path::Path;

use anyhow::{Context, Result};
use wasm_encoder::reencode::{Error, Reencode};
use wasm_encoder::{CodeSection, FunctionSection, Module};
use wasmparser::{CodeSectionReader, FunctionSectionReader, Parser, Payload, TypeRef};

use super::locals;

/// Arranges the functions of the file in place.
pub fn arrange_file(file: &Path) -> Result<()> {
    let wasm = fs::read(file).with_context(|| format!("can't read {}", file.display()))?;
    let arranged =
        arranged(&wasm).with_context(|| format!("can't arrange the functions of {}", file.display()))?;
    fs::write(file, arranged).with_context(|| format!("can't write {}", file.display()))
}

/// `wasm` with its functions in their new order and all that names them renumbered, and with their locals numbered anew.
pub fn arranged(wasm: &[u8]) -> Result<Vec<u8>> {
    in_order(&locals::numbered(wasm)?)
}

/// Where two functions have become one, those that call them may be the same now, so that the file is looked at again.
fn in_order(wasm: &[u8]) -> Result<Vec<u8>> {
    let mut order = order(wasm)?;
    let mut module = Module::new();
    order.parse_core_module(&mut module, Parser::new(0), wasm)?;
    let arranged = module.finish();
    if order.old.len() < order.new.len() { in_order(&arranged) } else { Ok(arranged) }
}

/// The new order of the functions that a module defines.
struct Order {
    /// How many functions are imported: those come first and keep their numbers.
    imported: u32,
    /// The old places in the new order, without those of functions that others stand for.
    old: Vec<usize>,
    /// The new numbers by the old places.
    new: Vec<u32>,
}

fn order(wasm: &[u8]) -> Result<Order> {
    let (mut imported, mut types, mut bodies) = (0, Vec::new(), Vec::new());
    for payload in Parser::new(0).parse_all(wasm) {
        match payload? {
            Payload::ImportSection(section) => {
                for import in section {
                    imported += u32::from(matches!(import?.ty, TypeRef::Func(_)));
                }
            }
            Payload::FunctionSection(section) => {
                types = section.into_iter().collect::<Result<Vec<_>, _>>()?;
            }
            Payload::CodeSectionEntry(body) => bodies.push(body.as_bytes()),
            _ => {}
        }
    }
    let mut old: Vec<usize> = (0..bodies.len()).collect();
    old.sort_by_key(|at| (types[*at], bodies[*at].len().checked_ilog2(), bodies[*at]));
    let same = |one: usize, other: usize| types[one] == types[other] && bodies[one] == bodies[other];
    let all = old.clone();
    old.dedup_by(|one, other| same(*one, *other));
    let mut new = vec![0; bodies.len()];
    let mut number = imported;
    for (place, at) in all.iter().enumerate() {
        number += u32::from(place > 0 && !same(all[place - 1], *at));
        new[*at] = number;
    }
    Ok(Order { imported, old, new })
}

impl Reencode for Order {
    type Error = std::convert::Infallible;

    fn function_index(&mut self, function: u32) -> Result<u32, Error<Self::Error>> {
        let place = function.checked_sub(self.imported).and_then(|place| usize::try_from(place).ok());
        Ok(place.and_then(|place| self.new.get(place).copied()).unwrap_or(function))
    }

    fn parse_function_section(
        &mut self,
        functions: &mut FunctionSection,
        section: FunctionSectionReader<'_>,
    ) -> Result<(), Error<Self::Error>> {
        let types = section.into_iter().collect::<Result<Vec<_>, _>>()?;
        for at in &self.old {
            functions.function(types[*at]);
        }
        Ok(())
    }

    fn parse_code_section(
        &mut self,
        code: &mut CodeSection,
        section: CodeSectionReader<'_>,
    ) -> Result<(), Error<Self::Error>> {
        let bodies = section.into_iter().collect::<Result<Vec<_>, _>>()?;
        for at in self.old.clone() {
            self.parse_function_body(code, bodies[at].clone())?;
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A module of three functions without parameters: one returns 7, one calls the first and is exported as `a`, the
    /// last returns 5.
    const WASM: &[u8] = b"\0asm\x01\0\0\0\
        \x01\x05\x01\x60\0\x01\x7f\
        \x03\x04\x03\0\0\0\
        \x07\x05\x01\x01a\0\x01\
        \x0a\x10\x03\x04\0\x41\x07\x0b\x04\0\x10\0\x0b\x04\0\x41\x05\x0b";

    #[test]
    fn functions_are_sorted_and_what_names_them_follows() -> Result<()> {
        // By their bytes: the call (0x10), the constant 5, the constant 7.
        let expected: &[u8] = b"\0asm\x01\0\0\0\
            \x01\x05\x01\x60\0\x01\x7f\
            \x03\x04\x03\0\0\0\
            \x07\x05\x01\x01a\0\0\
            \x0a\x10\x03\x04\0\x10\x02\x0b\x04\0\x41\x05\x0b\x04\0\x41\x07\x0b";
        assert_eq!(arranged(WASM)?, expected);
        Ok(())
    }

    #[test]
    fn of_functions_that_do_the_same_one_is_left() -> Result<()> {
        // The first and the third return 7; the others call them, and so do the same, too. The last is exported.
        let wasm = b"\0asm\x01\0\0\0\
            \x01\x05\x01\x60\0\x01\x7f\
            \x03\x05\x04\0\0\0\0\
            \x07\x05\x01\x01a\0\x03\
            \x0a\x15\x04\x04\0\x41\x07\x0b\x04\0\x10\0\x0b\x04\0\x41\x07\x0b\x04\0\x10\x02\x0b";
        let expected: &[u8] = b"\0asm\x01\0\0\0\
            \x01\x05\x01\x60\0\x01\x7f\
            \x03\x03\x02\0\0\
            \x07\x05\x01\x01a\0\0\
            \x0a\x0b\x02\x04\0\x10\x01\x0b\x04\0\x41\x07\x0b";
        assert_eq!(arranged(wasm)?, expected);
        Ok(())
    }

    #[test]
    fn imported_functions_keep_their_numbers() -> Result<()> {
        // `a` calls the import; it stands before what returns 7 already.
        let wasm = b"\0asm\x01\0\0\0\
            \x01\x05\x01\x60\0\x01\x7f\
            \x02\x07\x01\x01m\x01f\0\0\
            \x03\x03\x02\0\0\
            \x07\x05\x01\x01a\0\x01\
            \x0a\x0b\x02\x04\0\x10\0\x0b\x04\0\x41\x07\x0b";
        assert_eq!(arranged(wasm)?, wasm);
        Ok(())
    }

    #[test]
    fn what_is_not_wasm_is_an_error() {
        assert!(arranged(b"<!doctype html>").is_err());
    }
}
