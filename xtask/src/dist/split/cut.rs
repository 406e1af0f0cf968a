//! Where a program is cut: which functions come first, and by which places of the table both parts find each other's.
//!
//! What comes later stands in the table. In the first part each function of the rest that it may call has a way in: it
//! has the rest brought, if it isn't there, and then calls the place of the table at which the rest has the function.
//! The rest calls functions of the first part by their places, too.

use std::collections::{BTreeMap, BTreeSet};

use super::module::Wasm;

/// A function of the rest is not left out of the first part if it is no larger than the way to it.
const SMALL: usize = 16;
/// A function in the first part that leads to one of the rest is worth its bytes where that is called from more places.
const MANY: usize = 3;

pub struct Cut {
    /// The functions that come later.
    pub late: BTreeSet<u32>,
    /// Those of them that the first part calls, and their places in the table.
    pub entered: BTreeMap<u32, u32>,
    /// Of these, those for which the first part has a function that leads to them: a door.
    pub doors: BTreeSet<u32>,
    /// The functions of the first part that the rest calls, and their places.
    pub called: BTreeMap<u32, u32>,
    /// Of these, those that had no place before, from the old end of the table on.
    pub added: Vec<u32>,
    /// The place of what brings the rest.
    pub bringer: u32,
    /// How many places the table has now.
    pub places: u32,
}

impl Cut {
    /// Cuts so that the functions for which `is_first` holds come first.
    pub fn new(wasm: &Wasm, is_first: impl Fn(u32) -> bool) -> Self {
        let is_small =
            |function: u32| wasm.function(function).is_some_and(|function| function.length <= SMALL);
        let numbers = wasm.defined().map(|(number, _)| number);
        let late: BTreeSet<u32> = numbers.filter(|number| !is_first(*number) && !is_small(*number)).collect();
        let mut in_table: BTreeMap<u32, u32> = BTreeMap::new();
        for (place, function) in &wasm.elements {
            in_table.entry(*function).or_insert(*place);
        }
        let mut callers: BTreeMap<u32, usize> = BTreeMap::new();
        let mut called = BTreeSet::new();
        for (number, function) in wasm.defined() {
            let is_late = late.contains(&number);
            for (callee, count) in &function.calls {
                match (is_late, late.contains(callee)) {
                    (false, true) => *callers.entry(*callee).or_default() += count,
                    (true, false) => drop(called.insert(*callee)),
                    _ => {}
                }
            }
        }
        let is_known = |function: &&u32| in_table.contains_key(function) || wasm.exported.contains(function);
        let known: BTreeSet<u32> = late.iter().filter(is_known).copied().collect();
        let many = callers.iter().filter(|(_, count)| **count > MANY).map(|(function, _)| *function);
        let doors = known.iter().copied().chain(many).collect();
        let mut places = wasm.places;
        let mut place_for = |function: u32| {
            in_table.get(&function).copied().unwrap_or_else(|| {
                places += 1;
                places - 1
            })
        };
        let called: BTreeMap<u32, u32> = called.into_iter().map(|one| (one, place_for(one))).collect();
        let added = called.keys().copied().filter(|function| !in_table.contains_key(function)).collect();
        let entered: BTreeSet<u32> = callers.into_keys().chain(known).collect();
        let entered = entered.into_iter().map(|one| (one, place_for(one))).collect();
        Self { late, entered, doors, called, added, bringer: places, places: places + 1 }
    }
}
