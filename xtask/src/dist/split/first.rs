//! Writes the first part of a program that is cut in two.

use std::collections::BTreeMap;

use wasm_encoder::reencode::{Error, Reencode, utils};
use wasm_encoder::{
    CodeSection, ElementSection, Elements, ExportKind, ExportSection, Function, FunctionSection, Instruction,
    Module, TableSection,
};
use wasmparser::{
    CodeSectionReader, ElementSectionReader, ExportSectionReader, ExternalKind, FunctionBody,
    FunctionSectionReader, Parser, TableSectionReader,
};

use super::Shared;
use super::body;
use super::cut::Cut;
use super::module::Wasm;

type Result<T> = std::result::Result<T, Error<std::convert::Infallible>>;

/// The first part of `bytes`, of which `wasm` knows what is in it.
pub fn first(bytes: &[u8], wasm: &Wasm, cut: &Cut, shared: &Shared) -> anyhow::Result<Vec<u8>> {
    let mut module = Module::new();
    First::new(wasm, cut, shared).parse_core_module(&mut module, Parser::new(0), bytes)?;
    Ok(module.finish())
}

struct First<'a> {
    wasm: &'a Wasm,
    cut: &'a Cut,
    shared: &'a Shared,
    /// The new numbers of the functions that stay, doors among them.
    new: BTreeMap<u32, u32>,
    /// For each type that a door has, the number of the function that all its doors call.
    passages: BTreeMap<u32, u32>,
    /// The type of a function that has no parameters and no results.
    plain: u32,
}

impl<'a> First<'a> {
    fn new(wasm: &'a Wasm, cut: &'a Cut, shared: &'a Shared) -> Self {
        let mut new: BTreeMap<u32, u32> = (0..wasm.first()).map(|number| (number, number)).collect();
        let mut next = wasm.first();
        for (number, _) in wasm.defined() {
            if !cut.late.contains(&number) || cut.doors.contains(&number) {
                new.insert(number, next);
                next += 1;
            }
        }
        let kinds = cut.entered.keys().map(|function| (wasm.kind_of(*function), 0));
        let mut passages: BTreeMap<u32, u32> = kinds.collect();
        for (number, passage) in (next..).zip(passages.values_mut()) {
            *passage = number;
        }
        Self { wasm, cut, shared, new, passages, plain: plain_kind(wasm) }
    }

    /// The type of what passes on to a function of the type `kind`: it has the place as one more parameter. Such types
    /// stand behind all others.
    fn kind_of_passage(&self, kind: u32) -> u32 {
        let at = self.passages.keys().position(|other| *other == kind).unwrap_or_default();
        u32::try_from(self.wasm.signatures.len() + at).unwrap_or_default()
    }

    fn door(&self, function: u32, place: u32) -> Function {
        let kind = self.wasm.kind_of(function);
        let mut door = Function::new([]);
        for (at, _) in (0..).zip(&self.wasm.signatures[kind as usize].parameters) {
            door.instruction(&Instruction::LocalGet(at));
        }
        door.instruction(&Instruction::I32Const(place.cast_signed()));
        door.instruction(&Instruction::Call(self.passages[&kind]));
        door.instruction(&Instruction::End);
        door
    }

    /// Has the rest brought and calls the place that is the last parameter.
    fn passage(&self, kind: u32) -> Function {
        let count = u32::try_from(self.wasm.signatures[kind as usize].parameters.len()).unwrap_or_default();
        let mut passage = Function::new([]);
        passage.instruction(&Instruction::I32Const(self.cut.bringer.cast_signed()));
        passage.instruction(&Instruction::CallIndirect { type_index: self.plain, table_index: 0 });
        for at in 0..=count {
            passage.instruction(&Instruction::LocalGet(at));
        }
        passage.instruction(&Instruction::CallIndirect { type_index: kind, table_index: 0 });
        passage.instruction(&Instruction::End);
        passage
    }
}

/// The type without parameters and results; each program has functions of it.
pub fn plain_kind(wasm: &Wasm) -> u32 {
    let is_plain = |kind: &super::module::Signature| kind.parameters.is_empty() && kind.results.is_empty();
    let at = wasm.signatures.iter().position(is_plain).unwrap_or_default();
    u32::try_from(at).unwrap_or_default()
}

impl Reencode for First<'_> {
    type Error = std::convert::Infallible;

    fn function_index(&mut self, function: u32) -> Result<u32> {
        Ok(self.new.get(&function).copied().unwrap_or(function))
    }

    fn parse_type_section(
        &mut self,
        types: &mut wasm_encoder::TypeSection,
        section: wasmparser::TypeSectionReader<'_>,
    ) -> Result<()> {
        utils::parse_type_section(self, types, section)?;
        for kind in self.passages.keys() {
            let signature = &self.wasm.signatures[*kind as usize];
            let mut parameters = Vec::new();
            let mut results = Vec::new();
            for kind in &signature.parameters {
                parameters.push(utils::val_type(&mut wasm_encoder::reencode::RoundtripReencoder, *kind)?);
            }
            for kind in &signature.results {
                results.push(utils::val_type(&mut wasm_encoder::reencode::RoundtripReencoder, *kind)?);
            }
            parameters.push(wasm_encoder::ValType::I32);
            types.ty().function(parameters, results);
        }
        Ok(())
    }

    fn parse_function_section(
        &mut self,
        functions: &mut FunctionSection,
        _section: FunctionSectionReader<'_>,
    ) -> Result<()> {
        for number in self.new.keys().filter(|number| **number >= self.wasm.first()) {
            functions.function(self.wasm.kind_of(*number));
        }
        for kind in self.passages.keys() {
            functions.function(self.kind_of_passage(*kind));
        }
        Ok(())
    }

    fn parse_table_section(
        &mut self,
        tables: &mut TableSection,
        section: TableSectionReader<'_>,
    ) -> Result<()> {
        for (at, table) in section.into_iter().enumerate() {
            let mut kind = self.table_type(table?.ty)?;
            if at == 0 {
                kind.minimum = u64::from(self.cut.places);
                kind.maximum = kind.maximum.map(|_| kind.minimum);
            }
            tables.table(kind);
        }
        Ok(())
    }

    fn parse_export_section(
        &mut self,
        exports: &mut ExportSection,
        section: ExportSectionReader<'_>,
    ) -> Result<()> {
        utils::parse_export_section(self, exports, section)?;
        for (kind, index, name) in &self.shared.added {
            let kind = match kind {
                ExternalKind::Global => ExportKind::Global,
                ExternalKind::Table => ExportKind::Table,
                _ => ExportKind::Memory,
            };
            exports.export(name, kind, *index);
        }
        Ok(())
    }

    fn parse_element_section(
        &mut self,
        elements: &mut ElementSection,
        section: ElementSectionReader<'_>,
    ) -> Result<()> {
        utils::parse_element_section(self, elements, section)?;
        let added: Vec<u32> = self.cut.added.iter().map(|function| self.new[function]).collect();
        let start = wasm_encoder::ConstExpr::i32_const(self.wasm.places.cast_signed());
        elements.active(None, &start, Elements::Functions(added.into()));
        Ok(())
    }

    fn parse_function_body(&mut self, code: &mut CodeSection, body: FunctionBody<'_>) -> Result<()> {
        body::copy(self, code, &body, |to, function| {
            let place = to.cut.entered.get(&function).filter(|_| !to.new.contains_key(&function))?;
            Some((*place, Instruction::Call(to.passages[&to.wasm.kind_of(function)])))
        })
    }

    fn parse_code_section(&mut self, code: &mut CodeSection, section: CodeSectionReader<'_>) -> Result<()> {
        for (number, body) in (self.wasm.first()..).zip(section) {
            let body = body?;
            if self.cut.doors.contains(&number) {
                code.function(&self.door(number, self.cut.entered[&number]));
            } else if !self.cut.late.contains(&number) {
                self.parse_function_body(code, body)?;
            }
        }
        for kind in self.passages.keys() {
            code.function(&self.passage(*kind));
        }
        Ok(())
    }
}
