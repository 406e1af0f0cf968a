//! Cuts the program in two: what a first visit needs, and the rest, which is brought when a reader asks for something
//! else. Which functions come first stands in `split/first.txt`; `cargo xtask profile` writes that. A function that is
//! missing there comes later, and is brought all the same if it is called: nothing depends on the list but time.

pub mod body;
mod cut;
mod data;
mod first;
pub mod list;
pub mod module;
mod outline;
mod region;
mod rest;
#[cfg(test)]
mod tests;

use std::collections::{BTreeMap, BTreeSet};

use anyhow::{Context, Result};
use wasmparser::{ExternalKind, Validator};

use cut::Cut;
use data::Data;
use list::List;
use module::Wasm;

/// What the rest calls the first part.
const FIRST: &str = "first";
/// By what name the first part hands out its table; `src/shell/program.js` knows it.
const TABLE: &str = "table";

/// Both parts of a program, and the place of the table at which the first one looks for what brings the rest.
pub struct Parts {
    pub first: Vec<u8>,
    pub rest: Vec<u8>,
    pub bringer: u32,
}

/// What the rest uses of the first part, with the names by which it is exported.
pub struct Shared {
    memory: String,
    tables: BTreeMap<u32, String>,
    globals: BTreeMap<u32, String>,
    /// The exports that are new.
    added: Vec<(ExternalKind, u32, String)>,
}

/// Cuts a program by what a first visit comes to. `linked` is the program as the linker left it. Nothing if the list is
/// that of another program, as another compiler makes it.
pub fn split(bytes: &[u8], linked: &[u8], list: &List) -> Result<Option<Parts>> {
    let whole = Wasm::read(bytes)?;
    let known = whole.names.values().filter(|name| list.0.contains_key(name.as_str())).count();
    if known * 10 < list.0.len() * 9 {
        return Ok(None);
    }
    cut_in_two(bytes, &whole, list, &Data::read(linked)?).map(Some)
}

fn cut_in_two(bytes: &[u8], whole: &Wasm, list: &List, data: &Data) -> Result<Parts> {
    let names: Vec<&str> = whole.defined().map(|(number, _)| whole.name(number)).collect();
    let outlined = outline::outlined(bytes, &whole.signatures, &|at, body| {
        let visited = list.0.get(names[at])?.as_ref()?;
        (body::shape(body).ok()? == visited.shape).then(|| visited.parts.clone())
    })?;
    let wasm = Wasm::read(&outlined)?;
    // What was taken out stands behind all others. wasm-bindgen's own functions have no names.
    let taken = whole.first() + u32::try_from(whole.functions.len())?;
    let is_listed = |name: &str| name.is_empty() || list.0.contains_key(name);
    let is_first = |function: u32| function < taken && is_listed(wasm.name(function));
    let cut = Cut::new(&wasm, is_first);
    let shared = Shared::of(&wasm, &cut)?;
    let first = first::first(&outlined, &wasm, &cut, &shared)?;
    let unused = data.unused_by(&first)?;
    let first = data::without(&first, &unused)?;
    let rest = rest::rest(&outlined, &wasm, &cut, &shared, &data.pieces(&unused))?;
    for part in [&first, &rest] {
        Validator::new().validate_all(part).context("a part of the program is not valid")?;
    }
    Ok(Parts { first, rest, bringer: cut.bringer })
}

impl Shared {
    fn of(wasm: &Wasm, cut: &Cut) -> Result<Self> {
        let late =
            || wasm.defined().filter(|(number, _)| cut.late.contains(number)).map(|(_, function)| function);
        let mut added = vec![(ExternalKind::Table, 0, TABLE.to_owned())];
        let mut named = |kind: ExternalKind, index: u32| {
            if (kind, index) == (ExternalKind::Table, 0) {
                return TABLE.to_owned();
            }
            wasm.export(kind, index).map_or_else(
                || {
                    let name = format!("{}{index}", if kind == ExternalKind::Global { 'g' } else { 't' });
                    added.push((kind, index, name.clone()));
                    name
                },
                str::to_owned,
            )
        };
        let globals: BTreeSet<u32> = late().flat_map(|function| &function.globals).copied().collect();
        let tables: BTreeSet<u32> =
            late().flat_map(|function| &function.tables).copied().chain([0]).collect();
        let globals = globals.into_iter().map(|index| (index, named(ExternalKind::Global, index))).collect();
        let tables = tables.into_iter().map(|index| (index, named(ExternalKind::Table, index))).collect();
        let memory = wasm.export(ExternalKind::Memory, 0).map(str::to_owned);
        Ok(Self { memory: memory.context("the program keeps its memory to itself")?, tables, globals, added })
    }
}
