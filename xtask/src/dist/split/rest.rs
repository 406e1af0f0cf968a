//! Writes the rest of a program that is cut in two: a module that takes memory, tables and globals from the first part
//! and fills the places of the table at which the first part looks for its functions.

use std::collections::BTreeMap;

use wasm_encoder::reencode::{Error, Reencode};
use wasm_encoder::{
    CodeSection, ConstExpr, DataSection, ElementSection, Elements, EntityType, Function, FunctionSection,
    ImportSection, Instruction, Module, TypeSection,
};
use wasmparser::{FunctionBody, Parser, Payload};

use super::body;
use super::cut::Cut;
use super::data::Pieces;
use super::first::plain_kind;
use super::module::Wasm;
use super::{FIRST, Shared};

type Result<T> = std::result::Result<T, Error<std::convert::Infallible>>;

/// The rest of `bytes`, of which `wasm` knows what is in it.
pub fn rest(
    bytes: &[u8],
    wasm: &Wasm,
    cut: &Cut,
    shared: &Shared,
    constants: &Pieces,
) -> anyhow::Result<Vec<u8>> {
    let mut rest = Rest {
        wasm,
        cut,
        new: (0..).zip(&cut.late).map(|(new, old)| (*old, new)).collect(),
        globals: (0..).zip(&shared.globals).map(|(new, (old, _))| (*old, new)).collect(),
        tables: (0..).zip(&shared.tables).map(|(new, (old, _))| (*old, new)).collect(),
    };
    let mut types = TypeSection::new();
    let mut code = CodeSection::new();
    let mut number = wasm.first();
    for payload in Parser::new(0).parse_all(bytes) {
        match payload? {
            Payload::TypeSection(section) => rest.parse_type_section(&mut types, section)?,
            Payload::CodeSectionEntry(body) => {
                if cut.late.contains(&number) {
                    rest.parse_function_body(&mut code, body)?;
                }
                number += 1;
            }
            _ => {}
        }
    }
    // What stands at the place of the bringer when the rest is there.
    let mut nothing = Function::new([]);
    nothing.instruction(&Instruction::End);
    code.function(&nothing);
    let mut module = Module::new();
    module.section(&types);
    module.section(&rest.imports(shared)?);
    module.section(&rest.functions());
    module.section(&rest.elements());
    module.section(&code);
    let mut data = DataSection::new();
    for (place, bytes) in constants {
        data.active(0, &ConstExpr::i32_const(place.cast_signed()), bytes.iter().copied());
    }
    module.section(&data);
    Ok(module.finish())
}

struct Rest<'a> {
    wasm: &'a Wasm,
    cut: &'a Cut,
    /// The new numbers of functions, globals and tables by the old ones.
    new: BTreeMap<u32, u32>,
    globals: BTreeMap<u32, u32>,
    tables: BTreeMap<u32, u32>,
}

impl Rest<'_> {
    fn imports(&mut self, shared: &Shared) -> anyhow::Result<ImportSection> {
        let mut imports = ImportSection::new();
        if let Some(memory) = self.wasm.memory {
            imports.import(FIRST, shared.memory.as_str(), EntityType::Memory(self.memory_type(memory)?));
        }
        for (table, name) in &shared.tables {
            let mut kind = self.table_type(self.wasm.tables[*table as usize])?;
            if *table == 0 {
                kind.minimum = u64::from(self.cut.places);
                kind.maximum = kind.maximum.map(|_| kind.minimum);
            }
            imports.import(FIRST, name.as_str(), EntityType::Table(kind));
        }
        for (global, name) in &shared.globals {
            let kind = self.global_type(self.wasm.globals[*global as usize])?;
            imports.import(FIRST, name.as_str(), EntityType::Global(kind));
        }
        Ok(imports)
    }

    fn functions(&self) -> FunctionSection {
        let mut functions = FunctionSection::new();
        for number in &self.cut.late {
            functions.function(self.wasm.kind_of(*number));
        }
        functions.function(plain_kind(self.wasm));
        functions
    }

    /// Where the first part has doors, and all other places at which there was a function that comes later.
    fn elements(&self) -> ElementSection {
        let mut filled: BTreeMap<u32, u32> = BTreeMap::new();
        for (place, function) in &self.wasm.elements {
            filled.extend(self.new.get(function).map(|new| (*place, *new)));
        }
        filled.extend(self.cut.entered.iter().map(|(function, place)| (*place, self.new[function])));
        let nothing = u32::try_from(self.cut.late.len()).unwrap_or_default();
        filled.insert(self.cut.bringer, nothing);
        let mut elements = ElementSection::new();
        let mut runs: Vec<(u32, Vec<u32>)> = Vec::new();
        let mut next = None;
        for (place, function) in filled {
            match runs.last_mut().filter(|_| next == Some(place)) {
                Some((_, run)) => run.push(function),
                None => runs.push((place, vec![function])),
            }
            next = Some(place + 1);
        }
        for (start, run) in runs {
            elements.active(
                None,
                &ConstExpr::i32_const(start.cast_signed()),
                Elements::Functions(run.into()),
            );
        }
        elements
    }
}

impl Reencode for Rest<'_> {
    type Error = std::convert::Infallible;

    fn function_index(&mut self, function: u32) -> Result<u32> {
        Ok(self.new[&function])
    }

    fn global_index(&mut self, global: u32) -> Result<u32> {
        Ok(self.globals[&global])
    }

    fn table_index(&mut self, table: u32) -> Result<u32> {
        Ok(self.tables[&table])
    }

    fn parse_function_body(&mut self, code: &mut CodeSection, body: FunctionBody<'_>) -> Result<()> {
        body::copy(self, code, &body, |to, function| {
            let place = to.cut.called.get(&function).filter(|_| !to.new.contains_key(&function))?;
            let type_index = to.wasm.kind_of(function);
            Some((*place, Instruction::CallIndirect { type_index, table_index: 0 }))
        })
    }
}
