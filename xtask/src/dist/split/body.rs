//! A function's body, as far as taking something out of it needs: where its blocks end, which instructions are come to,
//! how much lies on the stack, and which locals are read later.

use std::convert::Infallible;

use anyhow::{Context, Result};
use wasm_encoder::reencode::{Error, Reencode};
use wasm_encoder::{CodeSection, Instruction};
use wasmparser::{
    BlockType, FuncToValidate, FuncValidatorAllocations, FunctionBody, Operator, ValType, ValidatorResources,
};

/// Whether another part of a function begins behind an instruction: one that may be come to where what stands before it
/// is not, or the other way round.
pub fn begins_part(operator: &Operator<'_>) -> bool {
    matches!(operator, Operator::If { .. } | Operator::Else | Operator::End | Operator::BrIf { .. })
}

/// Copies a function by `to`. A call of what is in the other part becomes what `elsewhere` says of it: the place in the
/// table, and the instruction that calls what is there.
pub fn copy<R: Reencode<Error = Infallible>>(
    to: &mut R,
    code: &mut CodeSection,
    body: &FunctionBody<'_>,
    elsewhere: impl Fn(&R, u32) -> Option<(u32, Instruction<'static>)>,
) -> Result<(), Error<Infallible>> {
    let mut function = to.new_function_with_parsed_locals(body)?;
    for operator in body.get_operators_reader()? {
        let operator = operator?;
        let found = match operator {
            Operator::Call { function_index } => elsewhere(to, function_index),
            _ => None,
        };
        match found {
            Some((place, call)) => {
                function.instruction(&Instruction::I32Const(place.cast_signed()));
                function.instruction(&call);
            }
            None => {
                function.instruction(&to.instruction(operator)?);
            }
        }
    }
    code.function(&function);
    Ok(())
}

/// How many parts a function has.
pub fn parts(body: &FunctionBody<'_>) -> Result<usize> {
    let mut operators = body.get_operators_reader()?;
    let mut count = 1;
    while !operators.eof() {
        let operator = operators.read()?;
        count += usize::from(begins_part(&operator) && !operators.eof());
    }
    Ok(count)
}

/// What a part of a function's body is told from that of another version by: FNV-1a of its instructions without the
/// numbers in them that change when something else does.
pub fn shape(body: &FunctionBody<'_>) -> Result<u32> {
    let mut hash: u64 = 0xcbf2_9ce4_8422_2325;
    let mut add = |number: u64| hash = (hash ^ number).wrapping_mul(0x100_0000_01b3);
    for operator in body.get_operators_reader()? {
        match operator? {
            Operator::Br { relative_depth } => add(1 << 32 | u64::from(relative_depth)),
            Operator::BrIf { relative_depth } => add(2 << 32 | u64::from(relative_depth)),
            Operator::LocalGet { local_index } => add(3 << 32 | u64::from(local_index)),
            Operator::LocalSet { local_index } => add(4 << 32 | u64::from(local_index)),
            Operator::LocalTee { local_index } => add(5 << 32 | u64::from(local_index)),
            operator => {
                let text = format!("{operator:?}");
                let name = text.split([' ', '{']).next().unwrap_or_default();
                name.bytes().for_each(|byte| add(byte.into()));
            }
        }
    }
    Ok(u32::try_from(hash >> 32).unwrap_or_default())
}

/// The locals that are read later, as bits.
pub type Live = Vec<u64>;

pub fn has(live: &Live, local: u32) -> bool {
    live[local as usize / 64] >> (local % 64) & 1 == 1
}

fn set(live: &mut Live, local: u32, on: bool) {
    let bit = 1 << (local % 64);
    let word = &mut live[local as usize / 64];
    *word = if on { *word | bit } else { *word & !bit };
}

pub struct Body<'a> {
    /// The types of the function's parameters and locals.
    pub locals: Vec<ValType>,
    /// What it returns.
    pub results: Vec<ValType>,
    pub operators: Vec<Operator<'a>>,
    /// Where each instruction begins, and last the end of them all, in bytes.
    pub offsets: Vec<usize>,
    /// Whether each instruction is come to.
    pub reached: Vec<bool>,
    /// What begins a block: its end. What is an `If`: its `Else`, if it has one.
    pub end: Vec<usize>,
    pub otherwise: Vec<Option<usize>>,
    /// Before each instruction: how much more is on the stack than at the beginning of its block; nothing where the
    /// stack isn't known, since it can't be come to.
    pub height: Vec<Option<usize>>,
    /// Before each instruction; one more stands at the end.
    pub live: Vec<Live>,
}

impl<'a> Body<'a> {
    /// Reads a body; `reached` tells of its parts whether they are come to.
    pub fn read(
        body: &FunctionBody<'a>,
        function: FuncToValidate<ValidatorResources>,
        results: &[ValType],
        reached: &[bool],
    ) -> Result<Self> {
        let mut validator = function.into_validator(FuncValidatorAllocations::default());
        let mut reader = body.get_binary_reader();
        validator.read_locals(&mut reader)?;
        let locals = (0..validator.len_locals()).map(|local| validator.get_local_type(local));
        let locals = locals.collect::<Option<Vec<_>>>().context("a local has no type")?;
        let mut found = Self {
            locals,
            results: results.to_vec(),
            operators: Vec::new(),
            offsets: Vec::new(),
            reached: Vec::new(),
            end: Vec::new(),
            otherwise: Vec::new(),
            height: Vec::new(),
            live: Vec::new(),
        };
        let mut parts = reached.iter().copied();
        let mut is_reached = parts.next().unwrap_or(true);
        let mut open: Vec<usize> = Vec::new();
        let mut operators = body.get_operators_reader()?;
        while !operators.eof() {
            let offset = operators.original_position();
            let operator = operators.read()?;
            let at = found.operators.len();
            let frame =
                validator.get_control_frame(0).context("an instruction stands outside of its function")?;
            let height = (validator.operand_stack_height() as usize).checked_sub(frame.height);
            found.height.push(height.filter(|_| !frame.unreachable));
            validator.op(offset, &operator)?;
            match operator {
                Operator::Block { .. } | Operator::Loop { .. } | Operator::If { .. } => open.push(at),
                Operator::Else => found.otherwise[*open.last().context("`else` without `if`")?] = Some(at),
                Operator::End => {
                    if let Some(start) = open.pop() {
                        found.end[start] = at;
                    }
                }
                _ => {}
            }
            found.offsets.push(offset);
            found.reached.push(is_reached);
            found.end.push(at);
            found.otherwise.push(None);
            if begins_part(&operator) && !operators.eof() {
                is_reached = parts.next().context("a function has more parts than are known of it")?;
            }
            found.operators.push(operator);
        }
        found.offsets.push(operators.original_position());
        found.live = found.read_later();
        Ok(found)
    }

    /// Where control goes from an instruction. `frames` are the blocks around it, the innermost last.
    fn next(&self, at: usize, frames: &[usize]) -> Vec<usize> {
        let target = |label: u32| match frames.len().checked_sub(1 + label as usize) {
            None => self.operators.len(),
            Some(frame) => match self.operators[frames[frame]] {
                Operator::Loop { .. } => frames[frame] + 1,
                _ => self.end[frames[frame]] + 1,
            },
        };
        match &self.operators[at] {
            Operator::Unreachable => Vec::new(),
            Operator::Return => vec![self.operators.len()],
            Operator::Br { relative_depth } => vec![target(*relative_depth)],
            Operator::BrIf { relative_depth } => vec![at + 1, target(*relative_depth)],
            Operator::BrTable { targets } => {
                let all = targets.targets().flatten().chain([targets.default()]);
                all.map(target).collect()
            }
            Operator::If { .. } => vec![at + 1, self.otherwise[at].unwrap_or(self.end[at]) + 1],
            // The branch before it goes on behind the other one.
            Operator::Else => vec![self.end[*frames.last().unwrap_or(&at)] + 1],
            _ => vec![at + 1],
        }
    }

    /// Which locals are read later, before each instruction: looked at from the end until nothing changes.
    fn read_later(&self) -> Vec<Live> {
        let words = self.locals.len().div_ceil(64).max(1);
        let mut live = vec![vec![0; words]; self.operators.len() + 1];
        let mut nexts = Vec::new();
        let mut frames = Vec::new();
        for (at, operator) in self.operators.iter().enumerate() {
            nexts.push(self.next(at, &frames));
            match operator {
                Operator::Block { .. } | Operator::Loop { .. } | Operator::If { .. } => frames.push(at),
                Operator::End => {
                    frames.pop();
                }
                _ => {}
            }
        }
        loop {
            let mut changed = false;
            for (at, operator) in self.operators.iter().enumerate().rev() {
                let mut now = vec![0; words];
                for next in &nexts[at] {
                    now.iter_mut().zip(&live[*next]).for_each(|(word, other)| *word |= other);
                }
                match operator {
                    Operator::LocalSet { local_index } | Operator::LocalTee { local_index } => {
                        set(&mut now, *local_index, false);
                    }
                    Operator::LocalGet { local_index } => set(&mut now, *local_index, true),
                    _ => {}
                }
                if now != live[at] {
                    live[at] = now;
                    changed = true;
                }
            }
            if !changed {
                return live;
            }
        }
    }

    /// Where a branch to the block that begins at `frame` goes on; the function's own block has no beginning.
    pub fn behind(&self, frame: Option<usize>) -> usize {
        match frame {
            None => self.operators.len(),
            Some(frame) if matches!(self.operators[frame], Operator::Loop { .. }) => frame + 1,
            Some(frame) => self.end[frame] + 1,
        }
    }

    /// The type of the block that begins there.
    pub fn kind(&self, frame: usize) -> BlockType {
        match self.operators[frame] {
            Operator::Block { blockty } | Operator::Loop { blockty } | Operator::If { blockty } => blockty,
            _ => BlockType::Empty,
        }
    }
}
