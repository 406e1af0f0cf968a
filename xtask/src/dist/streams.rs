//! Writes a wasm file so that it compresses better: the instructions of its functions in one stream, and what stands in
//! them in others, local variables beside local variables and offsets beside offsets. In a wasm file they alternate, and
//! compression doesn't tell them apart. `src/shell/program.js` puts them together again.
//!
//! The form, numbers in LEB128: `MAGIC`; the length of the wasm file, how many functions it has, and the lengths of what
//! stands before and behind them; for each byte that can be an instruction what stands in it (`kind_of`); for each which stream a
//! constant before it is in; how many streams there are, and their lengths; what stands before the functions; the streams;
//! what stands behind the functions. In the wasm file that is put together the functions have lengths of five bytes, so
//! that each can be written in one go.

#[cfg(test)]
mod tests;

use std::fs;
use std::path::Path;

use anyhow::{Context, Result, bail, ensure};
use wasmparser::{Parser, Payload};

/// How such a file begins. Wasm begins with `\0asm`.
pub const MAGIC: [u8; 4] = *b"\0str";

/// What stands in an instruction: `stream * 4 + count` for so many numbers of a stream, or one of these.
mod kind {
    /// An offset, behind the alignment, which is added.
    pub const MEMORY: u8 = 244;
    /// So many bytes more than `MEMORY`, of `OTHERS`.
    pub const FOUR_BYTES: u8 = MEMORY + 4;
    pub const EIGHT_BYTES: u8 = MEMORY + 8;
    /// A number, from the stream that the next instruction chooses.
    pub const CONSTANT: u8 = 249;
    /// Labels: how many, so many, and one more.
    pub const LIST: u8 = 250;
    /// A byte that chooses among more instructions, with so many numbers of `OTHERS` in them as `count_behind` says.
    pub const PREFIX: u8 = 251;
}

/// The streams.
mod stream {
    pub const INSTRUCTIONS: u8 = 0;
    /// How many runs of variables of one type a function has; of each run how many, and the type.
    pub const LOCALS: u8 = 1;
    pub const VARIABLES: u8 = 2;
    pub const OFFSETS: u8 = 3;
    pub const CALLS: u8 = 4;
    pub const LABELS: u8 = 5;
    pub const LONGS: u8 = 6;
    pub const OTHERS: u8 = 7;
    /// Constants before anything that isn't among `FOLLOWING`; before what is they have the streams behind this one.
    pub const CONSTANTS: u8 = 8;
}

/// What mostly comes behind a constant, alike together: adding, storing, a call, an assignment, comparing, reading a
/// variable, another constant, taking bits.
const FOLLOWING: [&[u8]; 8] =
    [&[0x6a], &[0x36], &[0x10], &[0x21, 0x22], &[0x46, 0x47], &[0x20], &[0x41], &[0x71]];

const STREAMS: usize = stream::CONSTANTS as usize + 1 + FOLLOWING.len();

/// The alignments of the instructions from the first load to the last store, as exponents of 2.
const FIRST_LOAD: u8 = 0x28;
const ALIGNMENTS: &[u8; 23] = b"23230011001122232301012";

const BLOCK: u8 = 0x02;
const IF: u8 = 0x04;
const END: u8 = 0x0b;

/// What stands in an instruction; nothing where it isn't one, or one that no program has so far.
fn kind_of(instruction: u8) -> Option<u8> {
    use stream::{CALLS, LABELS, LONGS, OTHERS, VARIABLES};
    Some(match instruction {
        0x00 | 0x01 | 0x05 | END | 0x0f | 0x1a | 0x1b | 0x45..=0xc4 | 0xd1 => 0,
        BLOCK..=IF | 0x23..=0x26 | 0x3f | 0x40 | 0xd0 => OTHERS * 4 + 1,
        0x0c | 0x0d => LABELS * 4 + 1,
        0x0e => kind::LIST,
        0x10 | 0xd2 => CALLS * 4 + 1,
        0x11 => OTHERS * 4 + 2,
        0x20..=0x22 => VARIABLES * 4 + 1,
        FIRST_LOAD..=0x3e => kind::MEMORY + (ALIGNMENTS[usize::from(instruction - FIRST_LOAD)] - b'0'),
        0x41 => kind::CONSTANT,
        0x42 => LONGS * 4 + 1,
        0x43 => kind::FOUR_BYTES,
        0x44 => kind::EIGHT_BYTES,
        0xfc => kind::PREFIX,
        _ => return None,
    })
}

/// The stream of a constant that stands before this instruction.
fn constant_before(instruction: u8) -> u8 {
    let at = FOLLOWING.iter().position(|alike| alike.contains(&instruction));
    stream::CONSTANTS + at.and_then(|at| u8::try_from(at + 1).ok()).unwrap_or_default()
}

/// How many numbers are behind the prefix and this byte: what numbers are made of others has none, filling and copying
/// memories and tables have which of them.
fn count_behind(more: u8) -> Option<usize> {
    match more {
        0..=7 => Some(0),
        8 | 10 | 12 | 14 => Some(2),
        9 | 11 | 13 | 15..=17 => Some(1),
        _ => None,
    }
}

/// Writes the file in streams in place. One with instructions that are new here, as another compiler may use them, stays
/// as it is: then `cargo xtask size` is over its budget.
pub fn write_apart(file: &Path) -> Result<()> {
    let wasm = fs::read(file).with_context(|| format!("can't read {}", file.display()))?;
    match apart(&wasm) {
        Ok(made) => fs::write(file, made).with_context(|| format!("can't write {}", file.display())),
        Err(error) => {
            eprintln!("{} stays as it is: {error:#}", file.display());
            Ok(())
        }
    }
}

/// `wasm` in streams. Loads and stores must have the alignment that `locals.rs` gives them.
pub fn apart(wasm: &[u8]) -> Result<Vec<u8>> {
    let mut streams = Streams::default();
    let (mut section, mut functions, mut length) = (0..0, 0, 0);
    for payload in Parser::new(0).parse_all(wasm) {
        match payload.context("the wasm file is damaged")? {
            Payload::CodeSectionStart { range, count, .. } => (section, functions) = (range, count),
            Payload::CodeSectionEntry(body) => {
                streams.add(body.as_bytes())?;
                length += 5 + body.as_bytes().len();
            }
            _ => {}
        }
    }
    ensure!(functions > 0, "the wasm file has no functions");
    // The section's number and length stand before what it holds.
    let start = wasm[..section.start].len() - leb(u32::try_from(section.len())?).len();
    let mut before = wasm[..start].to_vec();
    let count = leb(functions);
    before.extend(leb(u32::try_from(count.len() + length)?));
    before.extend(count);
    let behind = &wasm[section.end..];
    let mut made = MAGIC.to_vec();
    for number in [before.len() + length + behind.len(), functions as usize, before.len(), behind.len()] {
        made.extend(leb(u32::try_from(number)?));
    }
    made.extend((0..=255).map(|instruction| kind_of(instruction).unwrap_or_default()));
    made.extend((0..=255).map(constant_before));
    made.extend(leb(u32::try_from(STREAMS)?));
    for stream in &streams.0 {
        made.extend(leb(u32::try_from(stream.len())?));
    }
    made.extend(before);
    made.extend(streams.0.concat());
    made.extend(behind);
    Ok(made)
}

fn leb(mut number: u32) -> Vec<u8> {
    let mut bytes = Vec::new();
    while number > 127 {
        bytes.push(number.to_le_bytes()[0] | 128);
        number >>= 7;
    }
    bytes.push(number.to_le_bytes()[0]);
    bytes
}

#[derive(Default)]
struct Streams([Vec<u8>; STREAMS]);

impl Streams {
    fn put(&mut self, stream: u8, bytes: &[u8]) {
        self.0[usize::from(stream)].extend(bytes);
    }

    /// Takes a function apart.
    fn add(&mut self, body: &[u8]) -> Result<()> {
        let mut body = Bytes(body);
        let runs = body.number()?;
        self.put(stream::LOCALS, runs);
        ensure!(runs.len() == 1, "a function has variables of more than 127 runs");
        for _ in 0..u32::from(runs[0]) * 2 {
            self.put(stream::LOCALS, body.number()?);
        }
        while !body.0.is_empty() {
            let instruction = body.take(1)?[0];
            self.put(stream::INSTRUCTIONS, &[instruction]);
            let found = kind_of(instruction);
            match found.with_context(|| format!("no program had the instruction {instruction:#x} so far"))? {
                kind::CONSTANT => {
                    let number = body.number()?;
                    let next = body.0.first().context("a constant is a function's end")?;
                    self.put(constant_before(*next), number);
                }
                kind::LIST => {
                    let count = body.number()?;
                    self.put(stream::LABELS, count);
                    for _ in 0..=value(count) {
                        self.put(stream::LABELS, body.number()?);
                    }
                }
                kind::PREFIX => {
                    let more = body.take(1)?[0];
                    self.put(stream::INSTRUCTIONS, &[more]);
                    let count =
                        count_behind(more).with_context(|| format!("no program had 0xfc {more} so far"))?;
                    for _ in 0..count {
                        self.put(stream::OTHERS, body.number()?);
                    }
                }
                known @ (kind::FOUR_BYTES | kind::EIGHT_BYTES) => {
                    self.put(stream::OTHERS, body.take(usize::from(known - kind::MEMORY))?);
                }
                known if known >= kind::MEMORY => {
                    ensure!(body.take(1)?[0] == known - kind::MEMORY, "an alignment isn't the usual one");
                    self.put(stream::OFFSETS, body.number()?);
                }
                known => {
                    for _ in 0..known & 3 {
                        self.put(known >> 2, body.number()?);
                    }
                }
            }
        }
        Ok(())
    }
}

/// What of a function is still to be taken.
struct Bytes<'a>(&'a [u8]);

impl<'a> Bytes<'a> {
    fn take(&mut self, count: usize) -> Result<&'a [u8]> {
        let (taken, rest) = self.0.split_at_checked(count).context("a function ends too early")?;
        self.0 = rest;
        Ok(taken)
    }

    /// A number as it is written.
    fn number(&mut self) -> Result<&'a [u8]> {
        let last = self.0.iter().position(|byte| *byte < 128);
        let Some(last) = last else { bail!("a function ends within a number") };
        self.take(last + 1)
    }
}

fn value(number: &[u8]) -> u32 {
    number.iter().rev().fold(0, |value, byte| value << 7 | u32::from(byte & 127))
}
