//! What has to be known of a wasm file before it is cut: its functions with their types, names and calls, and its
//! tables.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use anyhow::{Context, Result};
use wasmparser::{
    CompositeInnerType, ElementItems, ElementKind, ExternalKind, FunctionBody, KnownCustom, Name, Operator,
    Parser, Payload, TypeRef, ValType,
};

/// A function type: its parameters, and how many results it has.
pub struct Signature {
    pub parameters: Vec<ValType>,
    pub results: Vec<ValType>,
}

/// A function that the file defines.
pub struct Function {
    /// The number of its type.
    pub kind: u32,
    /// The bytes of its body.
    pub length: usize,
    /// The functions that it calls by their numbers, and from how many places.
    pub calls: BTreeMap<u32, usize>,
    /// The globals that it uses.
    pub globals: BTreeSet<u32>,
    /// The tables that it uses otherwise than by calling what is in them.
    pub tables: BTreeSet<u32>,
}

/// A wasm file, as far as cutting it needs.
#[derive(Default)]
pub struct Wasm {
    pub signatures: Vec<Signature>,
    /// The types of the functions that come from outside. They are numbered first.
    pub imported: Vec<u32>,
    pub functions: Vec<Function>,
    pub names: HashMap<u32, String>,
    /// The functions that are exported.
    pub exported: BTreeSet<u32>,
    /// All that is exported: what it is, its number, its name.
    pub exports: Vec<(ExternalKind, u32, String)>,
    /// The places of the first table and the functions in them.
    pub elements: Vec<(u32, u32)>,
    /// How many places the first table has.
    pub places: u32,
    pub globals: Vec<wasmparser::GlobalType>,
    pub tables: Vec<wasmparser::TableType>,
    pub memory: Option<wasmparser::MemoryType>,
}

impl Wasm {
    pub fn read(wasm: &[u8]) -> Result<Self> {
        let mut found = Self::default();
        let mut kinds = Vec::new();
        for payload in Parser::new(0).parse_all(wasm) {
            found.take(payload.context("the wasm file is damaged")?, &mut kinds)?;
        }
        Ok(found)
    }

    fn take(&mut self, payload: Payload<'_>, kinds: &mut Vec<u32>) -> Result<()> {
        match payload {
            Payload::TypeSection(section) => {
                for group in section {
                    for kind in group?.into_types() {
                        let CompositeInnerType::Func(kind) = kind.composite_type.inner else { continue };
                        let (parameters, results) = (kind.params().to_vec(), kind.results().to_vec());
                        self.signatures.push(Signature { parameters, results });
                    }
                }
            }
            Payload::ImportSection(section) => {
                for import in section {
                    if let TypeRef::Func(kind) = import?.ty {
                        self.imported.push(kind);
                    }
                }
            }
            Payload::FunctionSection(section) => {
                *kinds = section.into_iter().collect::<Result<_, _>>()?;
                kinds.reverse();
            }
            Payload::TableSection(section) => {
                for table in section {
                    self.tables.push(table?.ty);
                }
                self.places =
                    self.tables.first().map_or(0, |table| u32::try_from(table.initial).unwrap_or(0));
            }
            Payload::MemorySection(section) => {
                self.memory = section.into_iter().next().transpose()?;
            }
            Payload::GlobalSection(section) => {
                for global in section {
                    self.globals.push(global?.ty);
                }
            }
            Payload::ExportSection(section) => {
                for export in section {
                    let export = export?;
                    if export.kind == ExternalKind::Func {
                        self.exported.insert(export.index);
                    }
                    self.exports.push((export.kind, export.index, export.name.to_owned()));
                }
            }
            Payload::ElementSection(section) => self.take_elements(section)?,
            Payload::CodeSectionEntry(body) => {
                let kind = kinds.pop().context("a function has no type")?;
                self.functions.push(function(kind, &body)?);
            }
            Payload::CustomSection(section) => {
                if let KnownCustom::Name(names) = section.as_known() {
                    self.take_names(names)?;
                }
            }
            _ => {}
        }
        Ok(())
    }

    fn take_elements(&mut self, section: wasmparser::ElementSectionReader<'_>) -> Result<()> {
        for element in section {
            let element = element?;
            let ElementKind::Active { table_index: None | Some(0), offset_expr } = element.kind else {
                continue;
            };
            let ElementItems::Functions(functions) = element.items else {
                anyhow::bail!("the table is filled in a way that `split` doesn't know");
            };
            let Operator::I32Const { value } = offset_expr.get_operators_reader().read()? else {
                anyhow::bail!("the table is filled from a place that isn't a number");
            };
            let start = u32::try_from(value).context("the table is filled before its beginning")?;
            for (place, function) in (start..).zip(functions) {
                self.elements.push((place, function?));
            }
        }
        Ok(())
    }

    fn take_names(&mut self, section: wasmparser::NameSectionReader<'_>) -> Result<()> {
        for names in section {
            let Name::Function(functions) = names? else { continue };
            for naming in functions {
                let naming = naming?;
                self.names.insert(naming.index, plain(naming.name));
            }
        }
        Ok(())
    }

    /// The number of the function that is defined first.
    pub fn first(&self) -> u32 {
        u32::try_from(self.imported.len()).unwrap_or(u32::MAX)
    }

    /// The numbers of all functions that the file defines, and they.
    pub fn defined(&self) -> impl Iterator<Item = (u32, &Function)> {
        (self.first()..).zip(&self.functions)
    }

    /// A function that the file defines, by its number.
    pub fn function(&self, number: u32) -> Option<&Function> {
        self.functions.get((number as usize).checked_sub(self.imported.len())?)
    }

    /// The type of a function, wherever it comes from.
    pub fn kind_of(&self, function: u32) -> u32 {
        let at = function as usize;
        self.imported.get(at).copied().unwrap_or_else(|| self.functions[at - self.imported.len()].kind)
    }

    /// The name by which something is exported, if it is.
    pub fn export(&self, kind: ExternalKind, index: u32) -> Option<&str> {
        let is_it = |export: &&(ExternalKind, u32, String)| (export.0, export.1) == (kind, index);
        self.exports.iter().find(is_it).map(|(_, _, name)| name.as_str())
    }

    /// The name of a function that the file defines.
    pub fn name(&self, function: u32) -> &str {
        self.names.get(&function).map_or("", String::as_str)
    }
}

fn function(kind: u32, body: &FunctionBody<'_>) -> Result<Function> {
    let mut function = Function {
        kind,
        length: body.as_bytes().len(),
        calls: BTreeMap::new(),
        globals: BTreeSet::new(),
        tables: BTreeSet::new(),
    };
    for operator in body.get_operators_reader()? {
        match operator? {
            Operator::Call { function_index } | Operator::RefFunc { function_index } => {
                *function.calls.entry(function_index).or_default() += 1;
            }
            Operator::GlobalGet { global_index } | Operator::GlobalSet { global_index } => {
                function.globals.insert(global_index);
            }
            Operator::TableGet { table }
            | Operator::TableSet { table }
            | Operator::TableGrow { table }
            | Operator::TableSize { table }
            | Operator::TableFill { table } => {
                function.tables.insert(table);
            }
            Operator::ReturnCall { .. } | Operator::TableCopy { .. } | Operator::TableInit { .. } => {
                anyhow::bail!("the program has an instruction that `split` doesn't know");
            }
            _ => {}
        }
    }
    Ok(function)
}

/// A name without the numbers of crates, `core[c5930c85a12de822]`, of which each compiler has others, and without that of
/// a copy, `alloc::alloc.223`, of which each build has others.
fn plain(name: &str) -> String {
    let mut plain = String::new();
    let is_copy = |end: &str| !end.is_empty() && end.bytes().all(|byte| byte.is_ascii_digit());
    let mut rest = name.rsplit_once('.').filter(|(_, end)| is_copy(end)).map_or(name, |(name, _)| name);
    while let Some(at) = rest.find('[') {
        let number = rest[at + 1..].split(']').next().unwrap_or_default();
        let is_crate = number.len() > 8 && number.bytes().all(|byte| byte.is_ascii_hexdigit());
        plain += &rest[..at + usize::from(!is_crate)];
        rest = &rest[at + 1 + if is_crate { number.len() + 1 } else { 0 }..];
    }
    plain + rest
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_lose_the_numbers_of_crates_and_nothing_else() {
        for (name, expected) in [
            ("core[c5930c85a12de822]::fmt::write", "core::fmt::write"),
            ("<[u8] as a[0123456789abcdef]::B>::c::<[T; 3]>", "<[u8] as a::B>::c::<[T; 3]>"),
            ("alloc[c5930c85a12de822]::fmt::format.223", "alloc::fmt::format"),
            ("main", "main"),
        ] {
            assert_eq!(plain(name), expected);
        }
    }
}
