//! Takes what a first visit never comes to out of the functions that it calls: each such end of a sequence of instructions
//! becomes a function of its own, which comes later.
//!
//! Where a first visit doesn't go on in a block, it doesn't go on to the block's end, so what is taken out is always the
//! end of a sequence: from there control leaves the block by its end, by a branch to a block around it, by returning, or
//! not at all. The new function is given the locals that are read in it, and returns those that are written in it and
//! read afterwards, before them, if there are several ways out, the number of the way.

use std::collections::BTreeMap;

use anyhow::{Context, Result};
use wasm_encoder::reencode::{Error, Reencode, RoundtripReencoder, utils};
use wasm_encoder::{CodeSection, Function, FunctionSection, Instruction, Module, TypeSection, ValType};
use wasmparser::{
    CodeSectionReader, FunctionBody, FunctionSectionReader, Operator, Parser, TypeSectionReader,
    ValidPayload, Validator,
};

use super::body::Body;
use super::module::Signature;
use super::region::{Region, Way, regions};

type Encoded<T> = std::result::Result<T, Error<std::convert::Infallible>>;

/// `bytes` with what was taken out as further functions behind all others. `reached` tells of each part of the function
/// with this place among those that are defined whether it is come to; nothing if the function is to stay whole.
pub fn outlined(
    bytes: &[u8],
    signatures: &[Signature],
    reached: &dyn Fn(usize, &FunctionBody<'_>) -> Option<Vec<bool>>,
) -> Result<Vec<u8>> {
    let mut cuts: BTreeMap<usize, Vec<Region>> = BTreeMap::new();
    let mut validator = Validator::new();
    let (mut at, mut defined) = (0, 0);
    let mut types =
        Types { known: BTreeMap::new(), first: u32::try_from(signatures.len())?, added: Vec::new() };
    for payload in Parser::new(0).parse_all(bytes) {
        let payload = payload.context("the wasm file is damaged")?;
        if let ValidPayload::Func(function, body) = validator.payload(&payload)? {
            if let Some(reached) = reached(at, &body) {
                let results = &signatures[function.ty as usize].results;
                let body = Body::read(&body, function, results, &reached)?;
                let found = regions(&body, signatures);
                cuts.insert(at, found);
            }
            at += 1;
        }
        if let wasmparser::Payload::ImportSection(section) = &payload {
            for import in section.clone() {
                defined += u32::from(matches!(import?.ty, wasmparser::TypeRef::Func(_)));
            }
        }
    }
    let next = defined + u32::try_from(at)?;
    let mut kinds = Vec::new();
    for region in cuts.values().flatten() {
        kinds.push(types.number(region));
    }
    let mut outliner = Outliner { cuts, types, kinds, next };
    let mut module = Module::new();
    outliner.parse_core_module(&mut module, Parser::new(0), bytes)?;
    Ok(module.finish())
}

/// The types of the new functions, behind those that are there.
struct Types {
    known: BTreeMap<(Vec<wasmparser::ValType>, Vec<wasmparser::ValType>), u32>,
    first: u32,
    added: Vec<(Vec<wasmparser::ValType>, Vec<wasmparser::ValType>)>,
}

impl Types {
    fn number(&mut self, region: &Region) -> u32 {
        let kind = (region.given.iter().map(|(_, kind)| *kind).collect::<Vec<_>>(), region.results());
        if let Some(number) = self.known.get(&kind) {
            return *number;
        }
        let number = self.first + u32::try_from(self.added.len()).unwrap_or_default();
        self.added.push(kind.clone());
        self.known.insert(kind, number);
        number
    }
}

struct Outliner {
    cuts: BTreeMap<usize, Vec<Region>>,
    types: Types,
    /// The types of the new functions, in their order.
    kinds: Vec<u32>,
    /// The number of the next new function.
    next: u32,
}

fn kind(kind: wasmparser::ValType) -> Encoded<ValType> {
    utils::val_type(&mut RoundtripReencoder, kind)
}

fn kinds(all: &[wasmparser::ValType]) -> Encoded<Vec<ValType>> {
    all.iter().map(|one| kind(*one)).collect()
}

impl Reencode for Outliner {
    type Error = std::convert::Infallible;

    fn parse_type_section(&mut self, types: &mut TypeSection, section: TypeSectionReader<'_>) -> Encoded<()> {
        utils::parse_type_section(self, types, section)?;
        for (given, results) in &self.types.added {
            types.ty().function(kinds(given)?, kinds(results)?);
        }
        Ok(())
    }

    fn parse_function_section(
        &mut self,
        functions: &mut FunctionSection,
        section: FunctionSectionReader<'_>,
    ) -> Encoded<()> {
        utils::parse_function_section(self, functions, section)?;
        for kind in &self.kinds {
            functions.function(*kind);
        }
        Ok(())
    }

    fn parse_code_section(&mut self, code: &mut CodeSection, section: CodeSectionReader<'_>) -> Encoded<()> {
        let mut taken = Vec::new();
        for (at, body) in section.into_iter().enumerate() {
            let body = body?;
            match self.cuts.remove(&at).filter(|regions| !regions.is_empty()) {
                None => self.parse_function_body(code, body)?,
                Some(regions) => {
                    let (kept, out) = self.cut(&body, &regions)?;
                    code.function(&kept);
                    taken.extend(out);
                }
            }
        }
        for function in taken {
            code.function(&function);
        }
        Ok(())
    }
}

impl Outliner {
    /// The function without the regions, and they as functions.
    fn cut(&mut self, body: &FunctionBody<'_>, regions: &[Region]) -> Encoded<(Function, Vec<Function>)> {
        let operators: Vec<Operator<'_>> =
            body.get_operators_reader()?.into_iter().collect::<std::result::Result<_, _>>()?;
        let mut kept = self.new_function_with_parsed_locals(body)?;
        let mut out = Vec::new();
        let mut at = 0;
        for region in regions {
            for operator in &operators[at..region.start] {
                kept.instruction(&self.instruction(operator.clone())?);
            }
            out.push(self.taken(region, &operators[region.start..region.end])?);
            self.call(&mut kept, region);
            self.next += 1;
            at = region.end;
        }
        for operator in &operators[at..] {
            kept.instruction(&self.instruction(operator.clone())?);
        }
        Ok((kept, out))
    }

    /// Calls the new function and goes the way that it tells.
    fn call(&self, function: &mut Function, region: &Region) {
        for (local, _) in &region.given {
            function.instruction(&Instruction::LocalGet(*local));
        }
        function.instruction(&Instruction::Call(self.next));
        for (local, _) in region.written.iter().rev() {
            function.instruction(&Instruction::LocalSet(*local));
        }
        match region.ways.as_slice() {
            [] => {
                function.instruction(&Instruction::Unreachable);
            }
            [way] => go(function, *way),
            [Way::End, Way::Out(label)] => {
                function.instruction(&Instruction::BrIf(*label));
            }
            [Way::Out(first), Way::Out(second)] => {
                function.instruction(&Instruction::BrIf(*second));
                function.instruction(&Instruction::Br(*first));
            }
            ways => {
                // A branch to the block of the sequence leads to its end; `ways` sees to it that this is no loop.
                let label = |way: &Way| if let Way::Out(label) = way { *label } else { 0 };
                let labels: Vec<u32> = ways.iter().map(label).collect();
                let last = labels.last().copied().unwrap_or_default();
                function.instruction(&Instruction::BrTable(labels[..labels.len() - 1].into(), last));
            }
        }
    }

    /// The new function.
    fn taken(&mut self, region: &Region, operators: &[Operator<'_>]) -> Encoded<Function> {
        let mut locals = Vec::new();
        for kind in &region.own {
            locals.push((1, self::kind(*kind)?));
        }
        let mut function = Function::new(locals);
        // A block for each way out but the end, the last of them around all others.
        let outs: Vec<u32> = region
            .ways
            .iter()
            .filter_map(|way| if let Way::Out(label) = way { Some(*label) } else { None })
            .collect();
        if !region.returns_values() {
            for _ in &outs {
                function.instruction(&Instruction::Block(wasm_encoder::BlockType::Empty));
            }
        }
        let mut depth = 0;
        for operator in operators {
            match operator {
                Operator::Block { .. } | Operator::Loop { .. } | Operator::If { .. } => depth += 1,
                Operator::End => depth -= 1,
                _ => {}
            }
            let instruction = match operator {
                Operator::LocalGet { local_index } => Instruction::LocalGet(region.new[local_index]),
                Operator::LocalSet { local_index } => Instruction::LocalSet(region.new[local_index]),
                Operator::LocalTee { local_index } => Instruction::LocalTee(region.new[local_index]),
                Operator::Br { relative_depth } => {
                    Instruction::Br(region.label(*relative_depth, depth, &outs))
                }
                Operator::BrIf { relative_depth } => {
                    Instruction::BrIf(region.label(*relative_depth, depth, &outs))
                }
                Operator::BrTable { targets } => {
                    let labels = targets.targets().collect::<std::result::Result<Vec<_>, _>>()?;
                    let labels: Vec<u32> =
                        labels.into_iter().map(|label| region.label(label, depth, &outs)).collect();
                    Instruction::BrTable(labels.into(), region.label(targets.default(), depth, &outs))
                }
                Operator::Return if !region.returns_values() => {
                    Instruction::Br(region.label(region.depth + depth, depth, &outs))
                }
                _ => self.instruction(operator.clone())?,
            };
            function.instruction(&instruction);
        }
        if !region.returns_values() {
            let ends = region.ways.contains(&Way::End);
            if ends {
                leave(&mut function, region, Way::End);
            } else {
                function.instruction(&Instruction::Unreachable);
            }
            for label in outs {
                function.instruction(&Instruction::End);
                leave(&mut function, region, Way::Out(label));
            }
        } else if region.has_values {
            for (local, _) in &region.written {
                function.instruction(&Instruction::LocalGet(region.new[local]));
            }
        }
        function.instruction(&Instruction::End);
        Ok(function)
    }
}

/// Leaves the new function by a way.
fn leave(function: &mut Function, region: &Region, way: Way) {
    if region.ways.len() > 1 {
        let number = region.ways.iter().position(|other| *other == way).unwrap_or_default();
        function.instruction(&Instruction::I32Const(i32::try_from(number).unwrap_or_default()));
    }
    for (local, _) in &region.written {
        function.instruction(&Instruction::LocalGet(region.new[local]));
    }
    function.instruction(&Instruction::Return);
}

fn go(function: &mut Function, way: Way) {
    match way {
        Way::End => {}
        Way::Out(label) => {
            function.instruction(&Instruction::Br(label));
        }
        Way::Return => {
            function.instruction(&Instruction::Return);
        }
    }
}
