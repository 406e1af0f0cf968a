//! Programs that are cut in two do what they did: each is run with some arguments to see what it comes to, cut by that, and
//! then run with all arguments, whole and in parts.

use super::data::Data;
use super::module::Wasm;
use crate::profile::instrument::{MEMORY, instrumented};
use crate::profile::visited;
use anyhow::{Context, Result};
use wasmi::{Engine, Func, Instance, Linker, Module, Store, Val};

/// Each has a function `f` from two numbers to one, and a memory of which something is told.
const PROGRAMS: [&str; 6] = [
    // A way to the end of a block, with locals that are read later, and one back into a loop.
    r"(func $f (param i32 i32) (result i32) (local i32 i32)
        (loop $again
            (if (i32.gt_s (local.get 0) (i32.const 3))
                (then
                    (local.set 2 (i32.add (local.get 2) (i32.mul (local.get 0) (i32.const 1000003))))
                    (local.set 3 (i32.xor (local.get 3) (i32.mul (local.get 2) (i32.const 7919))))
                    (local.set 0 (i32.sub (local.get 0) (i32.const 3)))
                    (br_if $again (i32.ne (local.get 0) (i32.const 5)))
                    (local.set 1 (i32.add (local.get 1) (i32.const 100000))))))
        (i32.add (i32.add (local.get 2) (local.get 3)) (local.get 1)))",
    // Arms of a match, which leave blocks around them; one returns, one never comes back to the end.
    r"(func $f (param i32 i32) (result i32) (local i32)
        (block $out
            (block $c (block $b (block $a (br_table $a $b $c $out (local.get 0)))
                (local.set 2 (i32.add (i32.mul (local.get 1) (i32.const 77777)) (i32.const 123456)))
                (i32.store (i32.const 8) (i32.add (local.get 2) (i32.const 654321)))
                (br $out))
                (local.set 2 (i32.sub (i32.mul (local.get 1) (i32.const 88888)) (i32.const 123456)))
                (i32.store (i32.const 8) (i32.add (local.get 2) (i32.const 754321)))
                (return (i32.sub (local.get 2) (i32.const 555555))))
            (local.set 2 (i32.const 99999))
            (br_if $out (i32.gt_s (local.get 1) (i32.const 4)))
            (i32.store (i32.const 8) (i32.mul (local.get 1) (i32.const 31337)))
            (local.set 2 (i32.mul (local.get 2) (i32.add (local.get 1) (i32.const 65537)))))
        (i32.add (local.get 2) (i32.load (i32.const 8))))",
    // Three ways out of one arm, from blocks within it.
    r"(func $f (param i32 i32) (result i32) (local i32)
        (block $one (block $two (block $three
            (br_if $three (i32.lt_s (local.get 0) (i32.const 2)))
            (local.set 2 (i32.mul (local.get 1) (i32.const 424242)))
            (block $in
                (br_if $in (i32.eq (local.get 1) (i32.const 1)))
                (br_if $one (i32.eq (local.get 1) (i32.const 2)))
                (br_if $two (i32.eq (local.get 1) (i32.const 3)))
                (local.set 2 (i32.add (local.get 2) (i32.const 31415926))))
            (i32.store (i32.const 8) (i32.add (local.get 2) (i32.const 2718281))))
            (local.set 2 (i32.add (local.get 2) (i32.const 10))))
            (local.set 2 (i32.add (local.get 2) (i32.const 200))))
        (i32.add (local.get 2) (i32.load (i32.const 8))))",
    // Blocks with values.
    r"(func $f (param i32 i32) (result i32) (local i64)
        (i32.add (local.get 1)
            (if (result i32) (i32.lt_s (local.get 0) (i32.const 3))
                (then (i32.const 5))
                (else
                    (local.set 2 (i64.mul (i64.extend_i32_s (local.get 1)) (i64.const 1234567890123)))
                    (i32.wrap_i64 (i64.add (i64.shr_s (local.get 2) (i64.const 7)) (i64.extend_i32_s (local.get 0))))))))",
    // Functions that call each other, also by the table, and one that is only called from what comes later.
    r"(table funcref (elem $f $g))
    (type $two (func (param i32 i32) (result i32)))
    (func $g (param i32 i32) (result i32)
        (i32.store (i32.const 12) (i32.add (i32.load (i32.const 12)) (i32.mul (local.get 1) (i32.const 5555555))))
        (i32.sub (call $h (local.get 0) (local.get 1)) (i32.load (i32.const 12))))
    (func $h (param i32 i32) (result i32)
        (if (result i32) (i32.lt_s (local.get 0) (i32.const 1)) (then (local.get 1))
            (else (call $f (i32.sub (local.get 0) (i32.const 2)) (i32.add (local.get 1) (i32.const 3141592))))))
    (func $f (param i32 i32) (result i32)
        (if (result i32) (i32.gt_s (local.get 0) (i32.const 2))
            (then (call_indirect (type $two) (local.get 0) (i32.mul (local.get 1) (i32.const 99991)) (i32.const 1)))
            (else (i32.add (local.get 0) (local.get 1)))))",
    // A function without results, in which something ends by itself.
    r"(func $s (param i32 i32)
        (block $out
            (br_if $out (i32.lt_s (local.get 0) (i32.const 3)))
            (i32.store (i32.const 8) (i32.mul (local.get 0) (i32.const 123123)))
            (if (i32.eq (local.get 1) (i32.const 2)) (then
                (i32.store (i32.const 8) (i32.mul (local.get 0) (i32.const 321321)))
                (return)))
            (i32.store (i32.const 16) (i32.add (local.get 1) (i32.const 8765432)))))
    (func $f (param i32 i32) (result i32)
        (call $s (local.get 0) (local.get 1))
        (i32.add (i32.load (i32.const 8)) (i32.load (i32.const 16))))",
];

fn program(text: &str) -> Result<Vec<u8>> {
    let table = if text.contains("(table") { "" } else { "(table 1 1 funcref)" };
    Ok(wat::parse_str(format!(
        "(module (type $plain (func)) {table} (memory (export \"memory\") 1) {text} (export \"f\" (func $f)))"
    ))?)
}

/// A program that runs, alone or with its rest.
struct Running {
    store: Store<u32>,
    instance: Instance,
}

impl Running {
    fn whole(wasm: &[u8]) -> Result<Self> {
        let engine = Engine::default();
        let mut store = Store::new(&engine, 0);
        let instance =
            Linker::new(&engine).instantiate_and_start(&mut store, &Module::new(&engine, wasm)?)?;
        Ok(Self { store, instance })
    }

    /// The first part, which brings the rest when it is called for; the store counts how often that is.
    fn parted(first: &[u8], rest: &[u8], bringer: u32) -> Result<Self> {
        let mut running = Self::whole(first)?;
        let (engine, instance) = (running.store.engine().clone(), running.instance);
        let rest = Module::new(&engine, rest)?;
        let bring = Func::wrap(
            &mut running.store,
            move |mut caller: wasmi::Caller<'_, u32>| -> Result<(), wasmi::Error> {
                *caller.data_mut() += 1;
                let mut linker = Linker::new(&engine);
                for export in
                    instance.exports(&caller).map(|export| (export.name().to_owned(), export.into_extern()))
                {
                    linker.define(super::FIRST, &export.0, export.1)?;
                }
                linker.instantiate_and_start(&mut caller, &rest)?;
                Ok(())
            },
        );
        let table = instance.get_table(&running.store, super::TABLE).context("no table")?;
        table.set(&mut running.store, bringer.into(), wasmi::Nullable::Val(bring).into())?;
        Ok(running)
    }

    fn call(&mut self, arguments: [i32; 2]) -> Result<i32> {
        let f = self.instance.get_func(&self.store, "f").context("no `f`")?;
        let mut results = [Val::I32(0)];
        f.call(&mut self.store, &arguments.map(Val::I32), &mut results)?;
        results[0].i32().context("no number")
    }

    fn marks(&self) -> Result<Vec<bool>> {
        let memory = self.instance.get_memory(&self.store, MEMORY).context("no marks")?;
        Ok(memory.data(&self.store).iter().map(|byte| *byte != 0).collect())
    }
}

#[test]
fn programs_in_two_parts_do_what_they_did() -> Result<()> {
    let all: Vec<[i32; 2]> = (0..7).flat_map(|one| (0..7).map(move |two| [one, two])).collect();
    let mut brought = 0;
    for text in PROGRAMS {
        let wasm = program(text)?;
        // What is visited first: nothing but small numbers, or a few of each kind.
        for visits in [&all[..1], &all[..9], &all[21..23], &all[14..40]] {
            let mut marked = Running::whole(&instrumented(&wasm)?)?;
            for arguments in visits {
                marked.call(*arguments)?;
            }
            let list = visited(&wasm, &marked.marks()?)?;
            let parts = super::cut_in_two(&wasm, &Wasm::read(&wasm)?, &list, &Data::default())?;
            let mut whole = Running::whole(&wasm)?;
            let mut parted = Running::parted(&parts.first, &parts.rest, parts.bringer)?;
            for arguments in visits {
                assert_eq!(parted.call(*arguments)?, whole.call(*arguments)?, "{arguments:?} in {text}");
            }
            assert_eq!(*parted.store.data(), 0, "what was visited is in the first part: {text}");
            for arguments in &all {
                assert_eq!(parted.call(*arguments)?, whole.call(*arguments)?, "{arguments:?} in {text}");
            }
            brought += parted.store.data();
        }
    }
    assert!(brought >= 10, "the rest was brought {brought} times");
    Ok(())
}
