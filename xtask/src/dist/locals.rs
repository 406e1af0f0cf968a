//! Writes functions so that like is written alike, and compression finds more that it has seen (`docs/size.md`): locals
//! are numbered by how often they are used, and loads and stores have the alignment of what they load and store, which is
//! a hint alone. Locals that nothing uses go.

use std::collections::BTreeMap;
use std::convert::Infallible;

use anyhow::{Context, Result};
use wasm_encoder::reencode::{Error, Reencode, RoundtripReencoder, utils};
use wasm_encoder::{CodeSection, Function, Instruction, MemArg, Module};
use wasmparser::{FunctionBody, Operator, Parser, Payload, ValType};

/// `wasm` with its functions written like that.
pub fn numbered(wasm: &[u8]) -> Result<Vec<u8>> {
    let mut parameters = Vec::new();
    let mut kinds = Vec::new();
    for payload in Parser::new(0).parse_all(wasm) {
        match payload? {
            Payload::TypeSection(section) => {
                for kind in section.into_iter_err_on_gc_types() {
                    kinds.push(u32::try_from(kind?.params().len())?);
                }
            }
            Payload::FunctionSection(section) => {
                for kind in section {
                    parameters.push(*kinds.get(kind? as usize).context("a function has no type")?);
                }
            }
            _ => {}
        }
    }
    let mut module = Module::new();
    let mut numbered = Numbered { parameters: parameters.into_iter() };
    numbered.parse_core_module(&mut module, Parser::new(0), wasm)?;
    Ok(module.finish())
}

struct Numbered {
    /// How many parameters the functions have that are still to come.
    parameters: std::vec::IntoIter<u32>,
}

impl Reencode for Numbered {
    type Error = Infallible;

    fn mem_arg(&mut self, argument: wasmparser::MemArg) -> Result<MemArg, Error<Infallible>> {
        let mut made = utils::mem_arg(self, argument)?;
        made.align = argument.max_align.into();
        Ok(made)
    }

    fn parse_function_body(
        &mut self,
        code: &mut CodeSection,
        body: FunctionBody<'_>,
    ) -> Result<(), Error<Infallible>> {
        let parameters = self.parameters.next().unwrap_or_default();
        let (new, kinds) = order(&body, parameters)?;
        let mut locals = Vec::new();
        for kind in kinds {
            locals.push(utils::val_type(&mut RoundtripReencoder, kind)?);
        }
        let mut function = Function::new_with_locals_types(locals);
        let number = |local: u32| new.get(&local).copied().unwrap_or(local);
        for operator in body.get_operators_reader()? {
            let instruction = match operator? {
                Operator::LocalGet { local_index } => Instruction::LocalGet(number(local_index)),
                Operator::LocalSet { local_index } => Instruction::LocalSet(number(local_index)),
                Operator::LocalTee { local_index } => Instruction::LocalTee(number(local_index)),
                operator => self.instruction(operator)?,
            };
            function.instruction(&instruction);
        }
        code.function(&function);
        Ok(())
    }
}

/// The new numbers of a function's locals by the old ones, and their types in the new order. Those of one type stand
/// together; parameters stay.
fn order(body: &FunctionBody<'_>, parameters: u32) -> wasmparser::Result<(BTreeMap<u32, u32>, Vec<ValType>)> {
    let mut kinds = Vec::new();
    for run in body.get_locals_reader()? {
        let (count, kind) = run?;
        kinds.extend((0..count).map(|_| kind));
    }
    let mut uses = vec![0; kinds.len()];
    for operator in body.get_operators_reader()? {
        if let Operator::LocalGet { local_index }
        | Operator::LocalSet { local_index }
        | Operator::LocalTee { local_index } = operator?
            && let Some(local) = local_index.checked_sub(parameters)
        {
            uses[local as usize] += 1;
        }
    }
    let mut order: Vec<usize> = (0..kinds.len()).filter(|local| uses[*local] > 0).collect();
    order.sort_by_key(|local| (rank(kinds[*local]), std::cmp::Reverse(uses[*local])));
    let numbers = (parameters..).zip(&order);
    let new = numbers.filter_map(|(new, old)| Some((parameters + u32::try_from(*old).ok()?, new))).collect();
    Ok((new, order.into_iter().map(|local| kinds[local]).collect()))
}

/// The most frequent type first: numbers below 128 take one byte.
fn rank(kind: ValType) -> u8 {
    match kind {
        ValType::I32 => 0,
        ValType::I64 => 1,
        ValType::F32 => 2,
        ValType::F64 => 3,
        ValType::V128 => 4,
        ValType::Ref(_) => 5,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The types of the locals and the instructions of the module's function.
    fn made(text: &str) -> Result<(Vec<ValType>, Vec<String>)> {
        let wasm = numbered(&wat::parse_str(text)?)?;
        wasmparser::Validator::new().validate_all(&wasm)?;
        for payload in Parser::new(0).parse_all(&wasm) {
            let Payload::CodeSectionEntry(body) = payload? else { continue };
            let mut kinds = Vec::new();
            for run in body.get_locals_reader()? {
                let (count, kind) = run?;
                kinds.extend((0..count).map(|_| kind));
            }
            let operators = body.get_operators_reader()?.into_iter();
            return Ok((kinds, operators.map(|one| Ok(format!("{:?}", one?))).collect::<Result<_>>()?));
        }
        anyhow::bail!("there is no function")
    }

    #[test]
    fn locals_stand_by_type_and_use_and_what_is_unused_goes() -> Result<()> {
        let (kinds, operators) = made(
            "(module (func (param i64 i32) (result i64) (local f64 i64 i32 i32)
               (local.set 5 (i32.const 1)) (local.set 5 (local.get 1)) (local.set 4 (local.get 5))
               (local.tee 3 (local.get 0))))",
        )?;
        assert_eq!(kinds, [ValType::I32, ValType::I32, ValType::I64]);
        let uses = operators.iter().filter_map(|one| one.strip_prefix("Local"));
        let uses: Vec<String> =
            uses.map(|one| one.replace(" { local_index: ", " ").replace(" }", "")).collect();
        assert_eq!(uses, ["Set 2", "Get 1", "Set 2", "Get 2", "Set 3", "Get 0", "Tee 4"]);
        Ok(())
    }

    #[test]
    fn what_is_loaded_tells_the_alignment() -> Result<()> {
        let (_, operators) = made(
            "(module (memory 1) (func (param i32) (result i64)
               (i32.store8 (local.get 0) (i32.load align=1 (local.get 0))) (i64.load offset=3 align=4 (local.get 0))))",
        )?;
        let found: Vec<&String> = operators.iter().filter(|one| one.contains("memarg")).collect();
        let are_usual = |one: &&String| {
            ["align: 2, max_align: 2", "align: 0, max_align: 0", "align: 3, max_align: 3"]
                .iter()
                .any(|usual| one.contains(usual))
        };
        assert!(
            found.len() == 3 && found.iter().all(are_usual) && found[2].contains("offset: 3"),
            "{found:?}"
        );
        Ok(())
    }
}
