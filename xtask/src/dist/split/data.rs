//! The constants of a program, and which of them only the rest needs: those that neither the first part's instructions
//! nor other constants of the first part refer to. The linker tells where each constant lies and to which others it
//! refers (`--emit-relocs`). Of instructions each number counts that could be an address.

#[cfg(test)]
mod tests;

use std::collections::BTreeSet;
use std::ops::Range;

use anyhow::{Context, Result, bail};
use wasm_encoder::reencode::{self, Reencode};
use wasm_encoder::{ConstExpr, DataSection, Module};
use wasmparser::{
    BinaryReader, DataKind, KnownCustom, Linking, Operator, Parser, Payload, RelocSectionReader, SymbolInfo,
};

/// Constants: where they lie in memory, and their bytes.
pub type Pieces = Vec<(u32, Vec<u8>)>;

/// Constants with fewer bytes between them come in one piece: a piece of its own takes as many.
const APART: u32 = 5;

/// What the linker names constants that never change.
const CONSTANT: &str = ".rodata";

/// A constant or variable: where it lies in memory.
struct Symbol {
    range: Range<u32>,
    is_constant: bool,
}

/// The data of a program as it was linked.
#[derive(Default)]
pub struct Data {
    /// The data's segments: where they begin in memory, and their bytes.
    pub segments: Vec<(u32, Vec<u8>)>,
    /// By their places, without overlaps.
    symbols: Vec<Symbol>,
    /// Pairs of symbols by their places in the list: the one refers to the other.
    references: Vec<(usize, usize)>,
    /// The addresses that instructions have as the end of a constant.
    ends: BTreeSet<u32>,
}

impl Data {
    /// Reads what the linker left.
    pub fn read(linked: &[u8]) -> Result<Self> {
        let mut found = Self::default();
        let (mut starts, mut table, mut relocations) = (Vec::new(), Vec::new(), Vec::new());
        let (mut names, mut beside) = (Vec::new(), Vec::new());
        for payload in Parser::new(0).parse_all(linked) {
            match payload.context("the linked wasm is damaged")? {
                Payload::DataSection(section) => {
                    let offset = section.range().start;
                    for data in section {
                        let data = data?;
                        let address = address(&data.kind)?;
                        starts.push(data.range.end - data.data.len() - offset);
                        found.segments.push((address, data.data.to_vec()));
                    }
                }
                Payload::CustomSection(section) if section.name() == "linking" => {
                    let KnownCustom::Linking(linking) = section.as_known() else { continue };
                    for part in linking {
                        match part? {
                            Linking::SymbolTable(symbols) => {
                                for symbol in symbols {
                                    table.push(place(&symbol?));
                                }
                            }
                            Linking::SegmentInfo(infos) => {
                                for info in infos {
                                    names.push(info?.name.to_owned());
                                }
                            }
                            _ => {}
                        }
                    }
                }
                Payload::CustomSection(section) if section.name() == "reloc.DATA" => {
                    let reader = BinaryReader::new(section.data(), section.data_offset());
                    for entry in RelocSectionReader::new(reader)?.entries() {
                        let entry = entry?;
                        relocations.push((entry.offset as usize, entry.index as usize));
                    }
                }
                Payload::CustomSection(section) if section.name() == "reloc.CODE" => {
                    let reader = BinaryReader::new(section.data(), section.data_offset());
                    for entry in RelocSectionReader::new(reader)?.entries() {
                        let entry = entry?;
                        beside.push((entry.index as usize, entry.addend));
                    }
                }
                _ => {}
            }
        }
        if table.is_empty() || names.len() != found.segments.len() {
            bail!("the linker doesn't tell of the data; is `--emit-relocs` missing?");
        }
        found.add_symbols(&table, &names);
        found.note_ends(&table, &beside);
        found.keep_what_is_looked_at_from_beside(&table, &beside);
        found.add_references(&starts, &table, &relocations);
        Ok(found)
    }

    /// Takes the symbols that have bytes; of two that overlap one is made.
    fn add_symbols(&mut self, table: &[Option<(usize, u32, u32)>], names: &[String]) {
        let mut all: Vec<Symbol> = Vec::new();
        for (segment, offset, size) in table.iter().flatten() {
            let Some((start, _)) = self.segments.get(*segment) else { continue };
            let range = start + offset..start + offset + size;
            if !range.is_empty() {
                all.push(Symbol { range, is_constant: names[*segment].starts_with(CONSTANT) });
            }
        }
        all.sort_by_key(|symbol| (symbol.range.start, symbol.range.end));
        for symbol in all {
            match self.symbols.last_mut() {
                Some(last) if symbol.range.start < last.range.end => {
                    last.range.end = last.range.end.max(symbol.range.end);
                    last.is_constant &= symbol.is_constant;
                }
                _ => self.symbols.push(symbol),
            }
        }
    }

    /// Where a constant ends another may begin: what an address means there depends on the symbol that it counts from.
    fn note_ends(&mut self, table: &[Option<(usize, u32, u32)>], references: &[(usize, i64)]) {
        for (symbol, addend) in references {
            let Some((segment, offset, size)) = table.get(*symbol).copied().flatten() else { continue };
            if let Some((start, _)) = self.segments.get(segment).filter(|_| *addend == i64::from(size)) {
                self.ends.insert(start + offset + size);
            }
        }
    }

    /// An instruction may have an address in it that lies before or behind what it means. Such constants stay.
    fn keep_what_is_looked_at_from_beside(
        &mut self,
        table: &[Option<(usize, u32, u32)>],
        references: &[(usize, i64)],
    ) {
        for (symbol, addend) in references {
            let Some((segment, offset, size)) = table.get(*symbol).copied().flatten() else { continue };
            let is_within = (0..=i64::from(size)).contains(addend);
            let place = self.segments.get(segment).map(|(start, _)| start + offset);
            if let Some(at) = place.filter(|_| !is_within).and_then(|place| self.symbol_at(place)) {
                self.symbols[at].is_constant = false;
            }
        }
    }

    fn add_references(
        &mut self,
        starts: &[usize],
        table: &[Option<(usize, u32, u32)>],
        relocations: &[(usize, usize)],
    ) {
        for (offset, symbol) in relocations {
            let Some(segment) = starts.iter().rposition(|start| start <= offset) else { continue };
            let from = self.segments[segment].0 + u32::try_from(offset - starts[segment]).unwrap_or(u32::MAX);
            let to = table.get(*symbol).copied().flatten();
            let to = to.and_then(|(segment, offset, _)| Some(self.segments.get(segment)?.0 + offset));
            if let (Some(from), Some(to)) = (self.symbol_at(from), to.and_then(|to| self.symbol_at(to))) {
                self.references.push((from, to));
            }
        }
    }

    /// The symbol with this address in it, or at whose end it is.
    fn symbol_at(&self, address: u32) -> Option<usize> {
        let at = self.symbols.partition_point(|symbol| symbol.range.start <= address).checked_sub(1)?;
        (address <= self.symbols[at].range.end).then_some(at)
    }

    /// The constants in these places with their bytes, in pieces: what stands close together comes in one, with what is
    /// between.
    pub fn pieces(&self, places: &[Range<u32>]) -> Pieces {
        let mut pieces: Vec<Range<u32>> = Vec::new();
        for place in places {
            match pieces.last_mut() {
                Some(last) if place.start - last.end < APART && self.is_one(last.start, place.end) => {
                    last.end = place.end;
                }
                _ => pieces.push(place.clone()),
            }
        }
        pieces.into_iter().map(|place| (place.start, self.bytes(place).to_vec())).collect()
    }

    /// Whether what is between two addresses lies in one segment and never changes.
    fn is_one(&self, start: u32, end: u32) -> bool {
        let mut between =
            self.symbols.iter().filter(|symbol| symbol.range.start < end && symbol.range.end > start);
        between.all(|symbol| symbol.is_constant) && !self.bytes(start..end).is_empty()
    }

    /// What lies there; a range is within one segment.
    fn bytes(&self, range: Range<u32>) -> &[u8] {
        let segment = self.segments.iter().rev().find(|(start, _)| *start <= range.start);
        let found = segment.and_then(|(start, bytes)| {
            bytes.get((range.start - start) as usize..(range.end - start) as usize)
        });
        found.unwrap_or_default()
    }

    /// Whether this constant is a `core::panic::Location`: the file's name, its length without the zero behind it, line
    /// and column. Only what panics reads one, and that comes with the rest.
    fn is_location(&self, at: usize) -> bool {
        let symbol = &self.symbols[at];
        let mut named = self.references.iter().filter(|(from, _)| *from == at).map(|(_, to)| *to);
        let (Some(name), None) = (named.next(), named.next()) else { return false };
        let name = self.bytes(self.symbols[name].range.clone());
        let length = self.bytes(symbol.range.start + 4..symbol.range.end).get(..4);
        let is_long = |length: &[u8]| u32::from_le_bytes([length[0], length[1], length[2], length[3]]);
        symbol.is_constant
            && symbol.range.len() == 16
            && name.ends_with(b".rs\0")
            && length.map(is_long) == u32::try_from(name.len() - 1).ok()
    }

    /// Where the constants lie that a program with these instructions doesn't need.
    pub fn unused_by(&self, wasm: &[u8]) -> Result<Vec<Range<u32>>> {
        let mut used = BTreeSet::new();
        for address in numbers(wasm)? {
            let Some(at) = self.symbol_at(address) else { continue };
            used.insert(at);
            if self.symbols[at].range.start == address && self.ends.contains(&address) {
                used.extend(at.checked_sub(1).filter(|before| self.symbols[*before].range.end == address));
            }
        }
        used.retain(|at| !self.is_location(*at));
        let mut open: Vec<usize> = used.iter().copied().collect();
        let variables = self.symbols.iter().enumerate().filter(|(_, symbol)| !symbol.is_constant);
        open.extend(variables.map(|(at, _)| at).filter(|at| used.insert(*at)).collect::<Vec<_>>());
        while let Some(from) = open.pop() {
            let next = self.references.iter().filter(|(other, _)| *other == from).map(|(_, to)| *to);
            open.extend(next.filter(|to| used.insert(*to)).collect::<Vec<_>>());
        }
        let unused = self.symbols.iter().enumerate().filter(|(at, _)| !used.contains(at));
        Ok(unused.map(|(_, symbol)| symbol.range.clone()).collect())
    }
}

/// `wasm` without the constants in these places: there is nothing.
pub fn without(wasm: &[u8], places: &[Range<u32>]) -> Result<Vec<u8>> {
    let mut module = Module::new();
    Without(places).parse_core_module(&mut module, Parser::new(0), wasm)?;
    Ok(module.finish())
}

struct Without<'a>(&'a [Range<u32>]);

impl Reencode for Without<'_> {
    type Error = std::convert::Infallible;

    fn parse_data(
        &mut self,
        section: &mut DataSection,
        data: wasmparser::Data<'_>,
    ) -> std::result::Result<(), reencode::Error<Self::Error>> {
        let Ok(start) = address(&data.kind) else { return reencode::utils::parse_data(self, section, data) };
        let mut bytes = data.data.to_vec();
        for place in self.0.iter().filter(|place| place.start >= start) {
            if let Some(found) = bytes.get_mut((place.start - start) as usize..(place.end - start) as usize) {
                found.fill(0);
            }
        }
        section.active(0, &ConstExpr::i32_const(start.cast_signed()), bytes);
        Ok(())
    }
}

fn address(kind: &DataKind<'_>) -> Result<u32> {
    let DataKind::Active { memory_index: 0, offset_expr } = kind else {
        bail!("the program's data isn't where it is needed from the beginning");
    };
    let Operator::I32Const { value } = offset_expr.get_operators_reader().read()? else {
        bail!("the program's data lies at a place that isn't a number");
    };
    Ok(value.cast_unsigned())
}

/// The segment, the place in it and the size of a constant or variable.
fn place(symbol: &SymbolInfo<'_>) -> Option<(usize, u32, u32)> {
    let SymbolInfo::Data { symbol: Some(symbol), .. } = symbol else { return None };
    Some((symbol.index as usize, symbol.offset, symbol.size))
}

/// The numbers in a program's instructions that could be addresses.
fn numbers(wasm: &[u8]) -> Result<BTreeSet<u32>> {
    let mut numbers = BTreeSet::new();
    for payload in Parser::new(0).parse_all(wasm) {
        let Payload::CodeSectionEntry(body) = payload? else { continue };
        for operator in body.get_operators_reader()? {
            let operator = operator?;
            if let Operator::I32Const { value } = operator {
                numbers.insert(value.cast_unsigned());
            }
            if let Some(offset) = offset(&operator) {
                numbers.extend(u32::try_from(offset).ok());
            }
        }
    }
    Ok(numbers)
}

/// What is added to the address of a load or store.
fn offset(operator: &Operator<'_>) -> Option<u64> {
    macro_rules! offsets {
        ($($name:ident)*) => {
            match operator {
                $(Operator::$name { memarg } => Some(memarg.offset),)*
                _ => None,
            }
        };
    }
    offsets!(
        I32Load I64Load F32Load F64Load I32Load8S I32Load8U I32Load16S I32Load16U I64Load8S I64Load8U I64Load16S
        I64Load16U I64Load32S I64Load32U I32Store I64Store F32Store F64Store I32Store8 I32Store16 I64Store8 I64Store16
        I64Store32
    )
}
